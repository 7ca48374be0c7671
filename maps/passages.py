"""The passages of an article: stretches of text that stay with the same places."""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from geo.geoparsed import GeoparsedArticle
from geo.mention import Usage
from maps.paragraphs import Paragraph, paragraphs

_ASSOCIATIVE_WEIGHT: Final = 0.5
_HEADING_COST: Final = 0.6
_ALIKE: Final = 0.25
"""Neighbors that share less than this of what their places weigh are passages of their own."""

_FEWEST_PLACES: Final = 2
"""A passage that names fewer goes with a neighbor: one place makes no chapter, or is the whole article's."""

_MOST_PARTS: Final = 200
"""So many parts are compared with each other; those of a longer text are joined beforehand."""

_LEAST: Final = 3
"""So many passages are kept, however little they name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Neighboring paragraphs that stay with the same places.

    Attributes:
        heading: the words of the heading that stands over it, or "".
        paragraphs: at least one, without headings.
        weights: what each place weighs in it, by id.
    """

    heading: str
    paragraphs: tuple[Paragraph, ...]
    weights: Mapping[str, float]


def passages(parsed: GeoparsedArticle, most: int) -> tuple[Passage, ...]:
    """Group an article's paragraphs by change of places into at most ``most`` passages, in order.

    Neighbors whose places are alike become one passage, the most alike first; a place that every paragraph
    names tells them apart by nothing and weighs little. Paragraphs that name no place go with the one before.
    """
    parts = _parts(paragraphs(parsed))
    named = [_weights(part) for part in parts]
    rarity = _rarity(named)
    rows = [
        Passage(
            heading=_heading(parsed.article.text, part),
            paragraphs=tuple(one for one in part if not one.is_heading),
            weights={id_: weight * rarity[id_] for id_, weight in weights.items()},
        )
        for part, weights in zip(parts, named, strict=True)
    ]
    while len(rows) > 1:
        alike, at = max((_likeness(*pair), -index) for index, pair in enumerate(pairwise(rows)))
        if len(rows) <= most and alike < _ALIKE:
            break
        _join(rows, -at)
    least = _LEAST if most > _LEAST else 1
    while len(rows) > least and (poorest := _poorest(rows)) is not None:
        _join(rows, poorest)
    return tuple(rows)


def _poorest(rows: Sequence[Passage]) -> int | None:
    """Index of the passage, or of the one before it, that must be joined with the next; None if all are rich enough."""
    for index, one in enumerate(rows):
        if len(one.weights) < _FEWEST_PLACES:
            before = _likeness(rows[index - 1], one) if index else -1.0
            after = _likeness(one, rows[index + 1]) if index + 1 < len(rows) else -1.0
            return index - 1 if before >= after else index
    return None


def _parts(found: Sequence[Paragraph]) -> list[list[Paragraph]]:
    """Each paragraph with places, the headings before it and the paragraphs without places after it."""
    parts: list[list[Paragraph]] = []
    opening: list[Paragraph] = []
    for one in found:
        if one.is_heading:
            opening.append(one)
        elif one.mentions or opening:
            # before the first place is named, all belongs to the passage that names it
            if opening and not one.mentions and not parts:
                opening.append(one)
                continue
            parts.append([*opening, one])
            opening = []
        elif parts:
            parts[-1].append(one)
        else:
            opening.append(one)
    together = -(-len(parts) // _MOST_PARTS)
    wide = (parts[at : at + together] for at in range(0, len(parts), together or 1))
    return [[one for part in some for one in part] for some in wide]


def _heading(text: str, part: Sequence[Paragraph]) -> str:
    heads = [one.span for one in part if one.is_heading]
    return " ".join(text[heads[-1].start : heads[-1].end].split()) if heads else ""


def _weights(part: Sequence[Paragraph]) -> dict[str, float]:
    """What each place weighs: once whole if it is meant as a place, half for an actor; again less and less."""
    weights: dict[str, float] = defaultdict(float)
    for mention in (mention for one in part for mention in one.mentions):
        weights[mention.place.id] += 1 if mention.usage is Usage.LITERAL else _ASSOCIATIVE_WEIGHT
    return {id_: math.log2(1 + weight) for id_, weight in weights.items()}


def _rarity(named: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """How well each place tells paragraphs apart."""
    spread = Counter(id_ for weights in named for id_ in weights)
    return {id_: math.log2(1 + len(named) / count) for id_, count in spread.items()}


def _likeness(first: Passage, second: Passage) -> float:
    """How much of what their places weigh two passages share, 0..1; less where a heading parts them.

    A passage that has grown is held to be less like its neighbor, so that chapters come out of like size.
    """
    ids = {*first.weights, *second.weights}
    both = sum(min(first.weights.get(id_, 0.0), second.weights.get(id_, 0.0)) for id_ in ids)
    either = sum(max(first.weights.get(id_, 0.0), second.weights.get(id_, 0.0)) for id_ in ids)
    shared = both / either if either else 1.0
    size = len(first.paragraphs) + len(second.paragraphs)
    return shared * math.sqrt(2 / size) - (_HEADING_COST if second.heading else 0.0) - size / 20


def _join(rows: list[Passage], at: int) -> None:
    """Make one passage of those at ``at`` and after it."""
    first, second = rows[at : at + 2]
    ids = [*first.weights, *(id_ for id_ in second.weights if id_ not in first.weights)]
    rows[at : at + 2] = [
        Passage(
            heading=first.heading or ("" if first.weights else second.heading),
            paragraphs=first.paragraphs + second.paragraphs,
            weights={id_: first.weights.get(id_, 0.0) + second.weights.get(id_, 0.0) for id_ in ids},
        )
    ]
