"""An article's paragraphs, and the passages they make up: stretches of text that stay with the same places."""

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from geo.article import Article, Span
from geo.geoparse import GeoparsedArticle
from geo.mention import Usage
from geo.policy import PublicMention
from maps.tally import UNSURE_BELOW

LONGEST_HEADING: Final = 90
"""Code points; a longer line is a paragraph, whatever it ends with."""

_WRAPPED_FROM: Final = 60
"""A line of so many code points that ends in the middle of a sentence goes on in the next."""

_LINE: Final = re.compile(r"[^\r\n]*\S[^\r\n]*")
_MARKS: Final = re.compile(r"[\s>*_#\-–•]*")
_ENDS: Final = tuple(".!?…:;,\"'”’»)]")
_ASSOCIATIVE_WEIGHT: Final = 0.5
_HEADING_COST: Final = 0.6
_ALIKE: Final = 0.34
"""Neighbors that share less than this of what their places weigh are passages of their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph or a heading of an article, with the mentions that stand in it and are sure enough."""

    span: Span
    is_heading: bool
    mentions: tuple[PublicMention, ...]


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


def paragraphs(parsed: GeoparsedArticle) -> tuple[Paragraph, ...]:
    """The paragraphs and headings of an article, in order: without its title and what is masked."""
    text = parsed.article.text
    spans = tuple(_spans(parsed.article))
    return tuple(
        Paragraph(span=span, is_heading=is_heading, mentions=_sure_mentions(parsed, span))
        for span, is_heading in zip(spans, _headings(text, spans), strict=True)
    )


def _sure_mentions(parsed: GeoparsedArticle, span: Span) -> tuple[PublicMention, ...]:
    """A camera that flies to a doubtful place misleads more than one that stays away from it."""
    return tuple(
        mention
        for mention in parsed.mentions
        if span.start <= mention.span.start < span.end and mention.probability >= UNSURE_BELOW
    )


def _spans(article: Article) -> Iterator[Span]:
    """Spans of the paragraphs, without the marks of Markdown and white space at their ends."""
    joined: list[Span] = []
    for line in _lines(article):
        if joined and _goes_on(article.text, joined[-1], line):
            joined[-1] = Span(joined[-1].start, line.end)
        else:
            joined.append(line)
    for span in joined:
        start = _MARKS.match(article.text, span.start, span.end)
        assert start is not None  # it matches nothing as well
        words = article.text[start.end() : span.end].rstrip("*_ \t")
        if words and article.text[start.end() : span.end].strip() != article.title:
            yield Span(start.end(), start.end() + len(words))


def _lines(article: Article) -> Iterator[Span]:
    """Lines that are not blank and not masked; what is left of a line that is masked in part."""
    for found in _LINE.finditer(article.text):
        at = found.start()
        for masked in article.masked:
            if masked.end <= at or masked.start >= found.end():
                continue
            if article.text[at : masked.start].strip():
                yield Span(at, masked.start)
            at = masked.end
        if article.text[at : found.end()].strip():
            yield Span(at, found.end())


def _goes_on(text: str, before: Span, line: Span) -> bool:
    """Whether a line goes on with the paragraph before it: the text is broken at a fixed width."""
    if text.count("\n", before.end, line.start) != 1:
        return False
    last = text[before.start : before.end].rstrip()
    words = text[line.start : line.end].lstrip()
    is_long = len(last.rpartition("\n")[2]) >= _WRAPPED_FROM
    return words[0].islower() or (is_long and words[0] not in "-*#>•" and not last.endswith(_ENDS))


def _headings(text: str, spans: Sequence[Span]) -> Iterator[bool]:
    """For each span whether it is a heading: short, not a sentence, and over a paragraph that is longer."""
    for span, following in pairwise([*spans, None]):
        assert span is not None
        words = text[span.start : span.end]
        yield (
            following is not None
            and len(words) <= LONGEST_HEADING
            and len(words) < following.end - following.start
            and len(words.split()) > 1
            and not words.endswith(_ENDS)
            and words[0].isupper()
        )


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
        rows[-at : -at + 2] = [_joined(rows[-at], rows[-at + 1])]
    return tuple(rows)


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
    return [part for part in parts if any(not one.is_heading for one in part)]


def _heading(text: str, part: Sequence[Paragraph]) -> str:
    heads = [one.span for one in part if one.is_heading]
    return " ".join(text[heads[-1].start : heads[-1].end].split()) if heads else ""


def _weights(part: Sequence[Paragraph]) -> dict[str, float]:
    """What each place weighs: once whole if it is meant as a place, half for an actor; again less and less."""
    weights: Counter[str] = Counter()
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
    return shared * (2 / size) ** 0.5 - (_HEADING_COST if second.heading else 0.0) - size / 100


def _joined(first: Passage, second: Passage) -> Passage:
    ids = [*first.weights, *(id_ for id_ in second.weights if id_ not in first.weights)]
    return Passage(
        heading=first.heading or ("" if first.weights else second.heading),
        paragraphs=first.paragraphs + second.paragraphs,
        weights={id_: first.weights.get(id_, 0.0) + second.weights.get(id_, 0.0) for id_ in ids},
    )
