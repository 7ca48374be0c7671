"""Where in an article corrections speak of, and which of them has the last word there."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from geo.article import Article, Span
from geo.corrections.correction import Correction, PlaceKey, Scope, Verdict
from geo.mention import Usage
from geo.sentences import sentence_at

_SHIFTED: Final = 200
"""Code points by which a mention may have moved since its offset was noted."""

_LEAST_CAPITALS: Final = 4
"""Letters from which a name in all capitals is the same name: "SEMARANG" is Semarang, "US" may not be "Us"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What the corrections say of one stretch of text; ``by`` are those that said it, the last word last."""

    span: Span
    verdict: Verdict | None = None
    place: PlaceKey | None = None
    usage: Usage | None = None
    scope: Scope
    by: tuple[Correction, ...] = field(default=())

    @property
    def placed_by(self) -> Correction:
        """The correction that has the last word on whether it is a place."""
        return next(one for one in reversed(self.by) if one.verdict is not None)


def decisions(article: Article, corrections: Iterable[Correction]) -> tuple[Decision, ...]:
    """What the corrections say of an article, in the order of its text; no two overlap.

    A narrower correction goes before a wider one, and of equal ones the later; of names inside each other the
    longer counts, unless a single mention is corrected.
    """
    decided: dict[Span, Decision] = {}
    for one in sorted(corrections, key=lambda correction: correction.scope):
        for span in mentions_of(article, one):
            _decide(decided, one, span)
    return tuple(decided[span] for span in sorted(decided, key=lambda span: span.start))


def _decide(decided: dict[Span, Decision], one: Correction, span: Span) -> None:
    known = decided.get(span)
    if known is None:
        touching = [other for other in decided if overlap(span, other)]
        if one.scope < Scope.MENTION and any(contains(other, span) for other in touching):
            return
        for other in touching:
            del decided[other]
        known = Decision(span=span, scope=one.scope)
    decided[span] = replace(
        known,
        verdict=one.verdict or known.verdict,
        place=known.place if one.verdict is None else one.place,
        usage=one.usage or known.usage,
        scope=one.scope,
        by=(*known.by, one),
    )


def mentions_of(article: Article, one: Correction) -> list[Span]:
    """The stretches of an article that a correction is about, in order; empty where there is none."""
    if one.article not in {None, article.id}:
        return []
    if one.start is not None and one.nth is None and article.text.startswith(one.text, one.start):
        return [Span(one.start, one.start + len(one.text))]  # also within a word, in scripts that part none
    found = list(_written(article, one.text))
    if one.sentence is not None:
        found = _beside(article.text, found, one.text, one.sentence)
    if one.nth is not None:
        return found[one.nth - 1 : one.nth]
    if one.start is not None and found:
        nearest = min(found, key=lambda span: abs(span.start - (one.start or 0)))
        return [nearest] if abs(nearest.start - one.start) <= _SHIFTED else []
    return found


def _written(article: Article, text: str) -> Iterator[Span]:
    """Whole words that are written so, or in capitals throughout, outside what is masked."""
    first = text.split(maxsplit=1)[0]
    if first not in article.text and first.upper() not in article.text:
        return  # said at once, as it is so of most corrections and articles
    spellings = {text, text.upper()} if sum(map(str.isalpha, text)) >= _LEAST_CAPITALS else {text}
    pattern = "|".join(_spaced(spelling) for spelling in sorted(spellings))
    for found in re.finditer(rf"(?<!\w)(?:{pattern})(?!\w)", article.text):
        span = Span(found.start(), found.end())
        if not any(overlap(span, masked) for masked in article.masked):
            yield span


def _spaced(text: str) -> str:
    """A pattern of a text, whatever white space parts its words."""
    return r"\s+".join(re.escape(word) for word in text.split())


def _beside(text: str, found: Sequence[Span], name: str, words: str) -> list[Span]:
    """Those spans that stand in these words; if the words do not hold the name, those in a sentence that holds them."""
    places = [Span(match.start(), match.end()) for match in re.finditer(_spaced(words), text)]
    if not re.search(_spaced(name), words, re.IGNORECASE):
        places = [sentence_at(text, place.start) for place in places]
    return [span for span in found if any(contains(place, span) for place in places)]


def overlap(one: Span, other: Span) -> bool:
    """Whether two spans share a character."""
    return one.start < other.end and other.start < one.end


def contains(outer: Span, inner: Span) -> bool:
    """Whether a span holds the other whole."""
    return outer.start <= inner.start and inner.end <= outer.end
