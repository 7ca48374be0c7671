"""Toponym recognition: which matches of the gazetteer are places in this article."""

import math
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from typing import Final, Protocol

from gazetteer.place import Level, NameKind
from geo.article import Article, Span
from geo.borrowed_words import has_borrowed_words
from geo.clear_names import ClearNames
from geo.context import Context
from geo.evidence import recognition_features
from geo.facilities import find_facilities
from geo.levels import asked, asked_around
from geo.matches import Match, MatchFinder
from geo.meanings import Meaning, Sense
from geo.mention import Evidence, Facility, Mention, Usage
from geo.quoted import quoting
from geo.spans import spans_of
from geo.surroundings import read_context
from geo.tokens import Shape, Tokens
from geo.unresolved import find_unresolved
from geo.usage import usage_of
from geo.villages import is_village
from geo.weights import Weights, weigh, weights
from geo.words import common_words

THRESHOLD: Final = 0.5
"""Probability from which a match is taken for a place."""

CLEAR: Final = 0.9
"""Probability from which a mention speaks for the other mentions of its name."""

_CLEAR_ODDS: Final = math.log(CLEAR / (1 - CLEAR))
_LEAST_ODDS: Final = math.log(THRESHOLD / (1 - THRESHOLD))


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A recognised mention, and what resolution needs to know of it.

    Attributes:
        meaning: what its name may mean.
        folded: its name, folded.
        asked: the levels that the words beside it ask for.
        asked_around: those that words farther off ask for this once ("governor of X", "X and Y counties").
        is_district: whether the word before it is of a part of a regency ("Kecamatan X"): a small town at most.
        has_article: whether "the" stands before it.
        is_local: whether the words after it are of a town's own affairs ("London police"), not of a government's.
        is_of_town: whether what stands after it is rather a town's than a province's: "a Buenos Aires hospital".
    """

    mention: Mention
    meaning: Meaning
    folded: str
    asked: frozenset[Level]
    asked_around: frozenset[Level] = frozenset()
    is_district: bool = False
    has_article: bool = False
    is_local: bool = False
    is_of_town: bool = False

    @property
    def senses(self) -> tuple[Sense, ...]:
        """The places that its name may mean."""
        return self.meaning.senses


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
    """Classifies the matches of a gazetteer by a weighted sum of evidence (log-odds).

    Mentions have their evidence where they are to be ``explained``.
    """

    def __init__(self, finder: MatchFinder, weights: Weights = weights, *, explained: bool = True) -> None:
        self._finder = finder
        self._weights = weights
        self._explained = explained

    def recognize(self, article: Article) -> Recognition:
        """See :class:`Recognizer`."""
        context, facilities = self.read(article)
        recognition, usages, unknown = (
            self._weights(m, article.language) for m in ("recognition", "usage", "unresolved")
        )
        chosen = list(choose(score_matches(context, facilities, recognition)))
        found: list[Found] = []
        previous: tuple[int, Usage] | None = None
        spans = spans_of([one.match for one in chosen], context, _words_inside(context.tokens, facilities))
        for one, span in zip(chosen, spans, strict=True):
            usage = usage_of(one.match, context, previous, usages)
            evidence = self._evidence(one, context, recognition)
            mine = _found(article, context, one, span, usage, evidence)
            meaning = self._finder.meaning_of(one.match, mine.asked_around)
            found.append(mine if meaning is mine.meaning else replace(mine, meaning=meaning))
            previous = one.match.last, usage
        # of "Brantow Desa Kudus" the level word belongs to the mention after it, and to no name before it
        said = {i for one in found for i in context.tokens.between(one.mention.start, one.mention.end)}
        unresolved = tuple(
            span
            for span in find_unresolved(context, [one.match for one in chosen], facilities, unknown)
            if said.isdisjoint(context.tokens.between(span.start, span.end))
        )
        return Recognition(found=tuple(found), facilities=tuple(facilities), unresolved=unresolved)

    def _evidence(self, scored: "Scored", context: Context, table: Mapping[str, float]) -> tuple[Evidence, ...]:
        if not self._explained:
            return ()
        return quoting(weigh(table, scored.features), scored.match.first, scored.match.last, context)

    def read(self, article: Article) -> tuple[Context, list[Facility]]:
        """The matches of an article in their context, and its sites."""
        tokens = Tokens(article)
        matches = self._finder.find(tokens, article.language)
        context = read_context(tokens, article.language, matches)
        return context, find_facilities(article.id, context)


@dataclass(slots=True)
class Scored:
    """A match, its features, and the log-odds that they add up to."""

    match: Match
    features: dict[str, float]
    log_odds: float


def score_matches(
    context: Context, facilities: Collection[Facility], table: Mapping[str, float]
) -> dict[int, list[Scored]]:
    """Score all matches outside facilities; a name that is clear once counts for its other mentions."""
    common = common_words(context.language)
    closed = _words_inside(context.tokens, facilities)
    hosts = {site.host.start for site in facilities if site.host is not None}
    scored: dict[int, list[Scored]] = {}
    clear = ClearNames()
    for first, matches in context.matches.items():
        scored[first] = ones = []
        for match in matches:
            in_site = closed and not closed.isdisjoint(range(first, match.last + 1))
            is_finer = first in context.in_districts or is_village(match, context.tokens, context.cues)
            is_other = match.folded in context.initials or has_borrowed_words(match, context)
            if in_site or is_finer or is_other:
                continue
            features = recognition_features(match, context, common)
            if context.tokens.starts[first] in hosts:
                features["hosts_site"] = 1.0
            one = Scored(match, features, sum([table[name] * value for name, value in features.items()]))
            ones.append(one)
            if one.log_odds >= _CLEAR_ODDS:
                clear.add(match)
    for one in chain.from_iterable(scored.values()):
        for name, value in clear.say_of(one.match, in_organization="in_proper_organization" in one.features):
            one.features[name] = value
            one.log_odds += table[name] * value
    return scored


def choose(scored: Mapping[int, list[Scored]]) -> Iterator[Scored]:
    """The matches that are taken for places: from left to right, the longest that is likely."""
    taken = -1
    for first in sorted(scored):
        if first <= taken:
            continue
        chosen = next((one for one in scored[first] if one.log_odds >= _LEAST_ODDS), None)
        if chosen is not None:
            taken = chosen.match.last
            yield chosen


def _sigmoid(log_odds: float) -> float:
    return 1 / (1 + math.exp(-log_odds))


def _words_inside(tokens: Tokens, facilities: Collection[Facility]) -> set[int]:
    return {i for site in facilities for i in tokens.between(site.start, site.end)}


def _found(
    article: Article, context: Context, scored: Scored, span: Span, usage: Usage, evidence: tuple[Evidence, ...]
) -> Found:
    match = scored.match
    mention = Mention(
        article_id=article.id,
        start=span.start,
        end=span.end,
        text=article.text[span.start : span.end],
        usage=usage,
        probability=_sigmoid(scored.log_odds),
        demonym=match.best.kind is NameKind.DEMONYM,
        evidence=evidence,
    )
    return Found(
        mention=mention,
        meaning=match.meaning,
        folded=match.folded,
        asked=asked(match, context),
        asked_around=asked_around(match, context),
        is_district=match.first > 0 and context.tokens.folded[match.first - 1] in context.cues.districts,
        has_article=match.first > 0 and context.tokens.folded[match.first - 1] == "the",
        is_local=_is_local(match, context),
        is_of_town=_is_of_town(match, context),
    )


def _is_of_town(match: Match, context: Context) -> bool:
    tokens, cues, after = context.tokens, context.cues, match.last + 1
    if after >= len(tokens) or tokens.gap(match.last) != " " or tokens.shapes[after] is not Shape.LOWER:
        return False
    return tokens.folded[after] in cues.local_actors or tokens.folded[after] in cues.facility_described


def _is_local(match: Match, context: Context) -> bool:
    tokens, after = context.tokens, match.last + 1
    if after >= len(tokens) or tokens.gap(match.last) not in {" ", "-"}:
        return False
    return tokens.is_capital(after) or tokens.folded[after] in context.cues.local_actors
