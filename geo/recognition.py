"""Toponym recognition: which matches of the gazetteer are places in this article."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Protocol

from gazetteer.place import Level, NameKind
from geo.article import Article, Span
from geo.context import Context, read_context
from geo.evidence import recognition_features
from geo.facilities import find_facilities
from geo.matches import Match, MatchFinder, Sense
from geo.mention import Evidence, Facility, Mention, Usage
from geo.tokens import Tokens
from geo.usage import usage_of
from geo.weights import weigh, weights
from geo.words import common_words

THRESHOLD: Final = 0.5
"""Probability from which a match is taken for a place."""

CLEAR: Final = 0.9
"""Probability from which a mention speaks for the other mentions of its name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A recognised mention, the senses of its name, the levels that the words beside it ask for, and "the" before it."""

    mention: Mention
    senses: tuple[Sense, ...]
    folded: str
    asked: frozenset[Level]
    has_article: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognition:
    """All that was recognised in an article, each in the order of the text."""

    found: tuple[Found, ...]
    facilities: tuple[Facility, ...]
    unresolved: tuple[Span, ...] = ()


class Recognizer(Protocol):
    """Finds the place names of an article."""

    def recognize(self, article: Article) -> Recognition:
        """The mentions, the sites, and the likely place names that have no entry."""


class GazetteerRecognizer:
    """Classifies the matches of a gazetteer by a weighted sum of evidence (log-odds)."""

    def __init__(self, finder: MatchFinder) -> None:
        self._finder = finder

    def recognize(self, article: Article) -> Recognition:
        """See :class:`Recognizer`."""
        tokens = Tokens(article)
        matches = self._finder.find(tokens, article.language)
        context = read_context(tokens, article.language, matches)
        facilities = find_facilities(article.id, context)
        scored = _score(context, facilities)
        found: list[Found] = []
        previous: tuple[int, Usage] | None = None
        for one in _choose(scored):
            found.append(_found(article, context, one, usage_of(one.match, context, previous)))
            previous = one.match.last, found[-1].mention.usage
        return Recognition(found=tuple(found), facilities=tuple(facilities))


@dataclass(frozen=True, slots=True)
class _Scored:
    match: Match
    evidence: tuple[Evidence, ...]

    @property
    def probability(self) -> float:
        return _sigmoid(sum(e.weight for e in self.evidence))


def _score(context: Context, facilities: list[Facility]) -> dict[int, list[_Scored]]:
    """Evidence of all matches outside facilities; a name that is clear once counts for its other mentions."""
    common = common_words(context.language)
    table = weights("recognition", context.language)
    closed = _words_inside(context.tokens, facilities)
    scored = {
        first: [
            _Scored(match, weigh(table, recognition_features(match, context, common)))
            for match in matches
            if closed.isdisjoint(range(first, match.last + 1))
        ]
        for first, matches in context.matches.items()
    }
    clear = {one.match.folded: first for first, ones in scored.items() for one in ones if one.probability >= CLEAR}
    again = Evidence(name="accepted_elsewhere", weight=table["accepted_elsewhere"])
    return {
        first: [
            _Scored(one.match, (*one.evidence, again)) if clear.get(one.match.folded, first) != first else one
            for one in ones
        ]
        for first, ones in scored.items()
    }


def _choose(scored: dict[int, list[_Scored]]) -> Iterator[_Scored]:
    """The matches that are taken for places: from left to right, the longest that is likely."""
    taken = -1
    for first in sorted(scored):
        if first <= taken:
            continue
        chosen = next((one for one in scored[first] if one.probability >= THRESHOLD), None)
        if chosen is not None:
            taken = chosen.match.last
            yield chosen


def _sigmoid(log_odds: float) -> float:
    return 1 / (1 + math.exp(-log_odds))


def _words_inside(tokens: Tokens, facilities: list[Facility]) -> set[int]:
    spans = [(f.start, f.end) for f in facilities]
    return {i for i, start in enumerate(tokens.starts) if any(a <= start < b for a, b in spans)}


def _found(article: Article, context: Context, scored: _Scored, usage: Usage) -> Found:
    tokens, match = context.tokens, scored.match
    first, last = _with_level_word(match, context)
    start, end = tokens.starts[first], match.end if last == match.last and match.end else _end_of(tokens, first, last)
    mention = Mention(
        article_id=article.id,
        start=start,
        end=end,
        text=article.text[start:end],
        usage=usage,
        probability=scored.probability,
        demonym=match.best.kind is NameKind.DEMONYM,
        evidence=scored.evidence,
    )
    return Found(
        mention=mention,
        senses=match.senses,
        folded=match.folded,
        asked=_asked(match, context),
        has_article=first > 0 and tokens.folded[first - 1] == "the",
    )


def _end_of(tokens: Tokens, first: int, last: int) -> int:
    """End of the mention; the last full stop of "U.S." belongs to it."""
    end = tokens.ends[last]
    dotted = last > first and tokens.gap(last - 1) == "." and len(tokens.words[last]) == 1
    return end + 1 if dotted and tokens.text[end : end + 1] == "." else end


def _with_level_word(match: Match, context: Context) -> tuple[int, int]:
    """First and last word of the mention: a level word with a capital belongs to the name ("Oblast Kursk")."""
    tokens, cues, before, after = context.tokens, context.cues, match.first - 1, match.last + 1
    if before >= 0 and tokens.gap(before) == " " and tokens.is_capital(before):
        opens = tokens.opens[before] and tokens.folded[before] in tokens.lowered
        title = before > 0 and tokens.folded[before - 1] in cues.in_name_not_after
        if tokens.folded[before] in cues.in_name_before and not opens and not title:
            return before, match.last
    if tokens.is_capital(after) and tokens.gap(match.last) == " " and tokens.folded[after] in cues.in_name_after:
        # "Kentucky State Police" is no "Kentucky State"
        goes_on = tokens.is_capital(after + 1) and tokens.gap(after) == " " and tokens.folded[after] in cues.in_name_last
        return match.first, match.last if goes_on else after
    return match.first, match.last


def _asked(match: Match, context: Context) -> frozenset[Level]:
    """The levels that a word beside the name asks for ("Provinsi X", "X region")."""
    tokens, cues, before, after = context.tokens, context.cues, match.first - 1, match.last + 1
    if before >= 0 and tokens.gap(before) == " " and not tokens.opens[match.first]:
        asked = cues.level.get(tokens.folded[before])
        if asked and not (before and tokens.folded[before - 1] in cues.level_not_after):
            return asked
    if after < len(tokens) and tokens.gap(match.last) == " " and tokens.folded[after] in cues.in_name_after:
        return cues.level.get(tokens.folded[after], frozenset())
    if match.count > 1:  # "Laut Merah" is a sea, whatever else has the name
        return cues.level.get(tokens.folded[match.first], frozenset())
    return frozenset()
