"""Toponym recognition: which matches of the gazetteer are places in this article."""

import math
from dataclasses import dataclass
from typing import Final, Protocol

from gazetteer.place import Level
from geo.article import Article, Span
from geo.context import Context, read_context
from geo.cues import cues
from geo.evidence import recognition_features
from geo.facilities import find_facilities
from geo.matches import Match, MatchFinder, Sense
from geo.mention import Evidence, Facility, Mention
from geo.tokens import Tokens
from geo.usage import usage_of
from geo.weights import weigh, weights
from geo.words import common_words

THRESHOLD: Final = 0.5
"""Probability from which a match is taken for a place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A recognised mention, the senses of its name, and the levels that the words beside it ask for."""

    mention: Mention
    senses: tuple[Sense, ...]
    folded: str
    asked: frozenset[Level]


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
        context = read_context(tokens, cues(article.language), matches)
        facilities = find_facilities(article.id, context)
        found = self._mentions(article, context, facilities)
        return Recognition(found=tuple(found), facilities=tuple(facilities))

    def _mentions(self, article: Article, context: Context, facilities: list[Facility]) -> list[Found]:
        common = common_words(article.language)
        table = weights("recognition")
        found: list[Found] = []
        taken = -1
        closed = _words_inside(context.tokens, facilities)
        for first in sorted(context.matches):
            if first <= taken:
                continue
            for match in context.matches[first]:
                if any(i in closed for i in range(first, match.last + 1)):
                    continue
                evidence = weigh(table, recognition_features(match, context, common))
                probability = _sigmoid(sum(e.weight for e in evidence))
                if probability >= THRESHOLD:
                    found.append(_found(article, context, match, probability, evidence))
                    taken = match.last
                    break
        return found


def _sigmoid(log_odds: float) -> float:
    return 1 / (1 + math.exp(-log_odds))


def _words_inside(tokens: Tokens, facilities: list[Facility]) -> set[int]:
    spans = [(f.start, f.end) for f in facilities]
    return {i for i, start in enumerate(tokens.starts) if any(a <= start < b for a, b in spans)}


def _found(
    article: Article, context: Context, match: Match, probability: float, evidence: tuple[Evidence, ...]
) -> Found:
    tokens = context.tokens
    first, last = _with_level_word(match, context)
    start, end = tokens.starts[first], _end_of(tokens, first, last)
    mention = Mention(
        article_id=article.id,
        start=start,
        end=end,
        text=article.text[start:end],
        usage=usage_of(match, context),
        probability=probability,
        evidence=evidence,
    )
    return Found(mention=mention, senses=match.senses, folded=match.folded, asked=_asked(match, context))


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
        if tokens.folded[before] in cues.in_name_before and not opens:
            return before, match.last
    if tokens.is_capital(after) and tokens.gap(match.last) == " " and tokens.folded[after] in cues.in_name_after:
        return match.first, after
    return match.first, match.last


def _asked(match: Match, context: Context) -> frozenset[Level]:
    """The levels that a word beside the name asks for ("Provinsi X", "X region")."""
    tokens, cues, before, after = context.tokens, context.cues, match.first - 1, match.last + 1
    if before >= 0 and tokens.gap(before) == " " and not tokens.opens[match.first]:
        asked = cues.level.get(tokens.folded[before])
        if asked:
            return asked
    if after < len(tokens) and tokens.gap(match.last) == " " and tokens.folded[after] in cues.in_name_after:
        return cues.level.get(tokens.folded[after], frozenset())
    return frozenset()
