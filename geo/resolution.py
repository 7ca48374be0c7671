"""Toponym resolution: which of the places of its name each mention means, all mentions of an article together."""

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, Protocol

from gazetteer.place import Level, NameKind, Place
from geo.article import Article
from geo.context import HOME
from geo.meanings import Sense
from geo.mention import Candidate, Resolution, Usage
from geo.recognition import Found
from geo.together import Choice, Together, score
from geo.weights import Weights, weigh, weights

NONE: Final = "none"
"""The evidence that none of the candidates is meant."""

_ROUNDS: Final = 2
"""Times that the article's places are weighed anew by each other; a third changes next to nothing."""

_MOST_SHOWN: Final = 6
_LEAST_SHOWN: Final = 0.001
_RUNNER_UP: Final = 2
"""A candidate of less probability is not worth a reader's time, but for the best two."""

_OF_LEVEL: Final = {level: f"level_{level}" for level in Level}
_OF_KIND: Final = {kind: f"name_{kind}" for kind in NameKind}
_SELDOM: Final = frozenset({NameKind.ALTERNATE, NameKind.ROMANIZED, NameKind.HISTORIC})
_AS_KNOWN: Final = 0.5
_SEATED: Final = frozenset({Level.ADM1, Level.ADM2})
_OUTSHONE: Final = 2.0
"""A hundred times as many inhabitants as a namesake in the same country has."""

_NO_TOWNS: Final = ({Level.REGION}, {Level.ADM2})
"""Levels asked for by words that no town answers to: "Pulau X", "Bupati X"."""

_WITH_ARTICLE: Final = frozenset({Level.REGION, Level.COUNTRY})


class Resolver(Protocol):
    """Chooses the place that each mention of an article means."""

    def resolve(self, article: Article, found: Sequence[Found]) -> tuple[Resolution, ...]:
        """One resolution per mention, in their order."""


class ArticleResolver:
    """Ranks the candidates of all mentions of an article together, by a weighted sum of evidence.

    Candidates have their evidence where they are to be ``explained``.
    """

    def __init__(self, weights: Weights = weights, *, explained: bool = True) -> None:
        self._weights = weights
        self._explained = explained

    def resolve(self, article: Article, found: Sequence[Found]) -> tuple[Resolution, ...]:
        """See :class:`Resolver`."""
        table = self._weights("resolution", article.language)
        features = candidate_features(article, found, table)
        pairs = zip(found, features, strict=True)
        return tuple([_resolution(one, mine, table, explained=self._explained) for one, mine in pairs])


def candidate_features(
    article: Article, found: Sequence[Found], table: Mapping[str, float]
) -> list[list[dict[str, float]]]:
    """Features of each sense of each mention, in their order, once the article's places have been weighed together."""
    home = HOME.get(article.language or "")
    choices = [Choice(one, [_own_features(one, sense, home) for sense in one.senses]) for one in found]
    together = Together(article, choices, table)
    for _ in range(_ROUNDS):
        if not together.choose():
            break
    return together.features()


def _own_features(found: Found, sense: Sense, home: str | None) -> dict[str, float]:
    """What the mention and the candidate say by themselves, in an article whose language has a country as ``home``."""
    place = sense.place
    features = {_OF_LEVEL[sense.level]: 1.0, "prominence": sense.prominence}
    if sense.foreign:
        features["other_language"] = 1.0
    if sense.kind is not NameKind.OFFICIAL:
        features |= dict.fromkeys(_of_other_name(found, sense), 1.0)
    if found.asked or found.asked_around or found.is_district:
        features |= _of_level_words(found, sense)
    if home is not None and place.country == home:
        features["home_country"] = 1.0
        features |= _of_town_at_home(found, sense, home)
    if home is not None and sense.level is Level.CITY and found.asked in _NO_TOWNS:
        features["town_for_nature" if Level.REGION in found.asked else "town_for_unit"] = 1.0
    if found.has_article and place.level in _WITH_ARTICLE:
        features["article_before"] = 1.0
    if place.feature_code == "PPLC" and _acts(found) and not _is_rather_of_home(found, sense, home):
        features["capital_acts"] = 1.0
    if sense.level is Level.ADM2:
        features["county_prominence"] = place.prominence
    if sense.level in _SEATED:
        features |= dict.fromkeys(_of_namesake(found, place), 1.0)
    return features


def _of_other_name(found: Found, sense: Sense) -> Iterator[str]:
    """The sort of name that it is where it is not the official one, and whether it is another's official one."""
    yield _OF_KIND[sense.kind]
    if sense.kind in _SELDOM and found.meaning.is_official:
        yield "other_is_official"


def _of_level_words(found: Found, sense: Sense) -> Iterator[tuple[str, float]]:
    """What the words beside the name say of the sort of place that it is."""
    is_part = sense.kind is NameKind.PART
    if asked := found.asked or found.asked_around:
        if sense.level not in asked:
            yield "level_other" if found.asked else "level_other_around", 1.0
        elif found.asked:
            yield "part_asked" if is_part else "level_asked", 1.0
        else:
            yield "level_asked_around", 1.0
    if found.is_district and not is_part:
        yield "district_prominence", sense.prominence


def _of_town_at_home(found: Found, sense: Sense, home: str) -> Iterator[tuple[str, float]]:
    """By how much a town of its name is better known."""
    larger = found.meaning.towns.get(home, 0.0) - sense.prominence
    if sense.level is Level.CITY and larger > _OUTSHONE:
        yield "outshone", larger - _OUTSHONE


def _acts(found: Found) -> bool:
    return found.mention.usage is Usage.ASSOCIATIVE and not found.is_local


def _of_namesake(found: Found, place: Place) -> Iterator[str]:
    """What a town of its name says against a unit."""
    if place.id in found.meaning.seats:
        yield "seat_has_name"
    if found.meaning.towns.get(place.country or "", 0.0) >= place.prominence - _AS_KNOWN:
        yield "town_has_name"
        if found.is_of_town:
            yield "of_town"


def _is_rather_of_home(found: Found, sense: Sense, home: str | None) -> bool:
    """Whether a place at home has a seldom name of a place abroad: "warga Kudus" are not of Jerusalem ("Kudüs")."""
    if home is None or sense.kind not in _SELDOM:
        return False
    return any(other.kind is NameKind.OFFICIAL and other.place.country == home for other in found.senses)


def _resolution(
    found: Found, features: Sequence[dict[str, float]], table: Mapping[str, float], *, explained: bool
) -> Resolution:
    scores = [score(one, table) for one in features]
    none = table[NONE]
    top = max(*scores, none)
    shares = [math.exp(score - top) for score in scores]
    total = sum(shares) + math.exp(none - top)
    order = sorted(range(len(shares)), key=lambda n: (-shares[n], found.senses[n].place.id))
    likely = [n for n in order[:_MOST_SHOWN] if shares[n] >= _LEAST_SHOWN * total or n in order[:_RUNNER_UP]]
    shown = tuple(
        Candidate(
            place=found.senses[n].place,
            probability=shares[n] / total,
            evidence=weigh(table, features[n]) if explained else (),
        )
        for n in likely
    )
    missing = math.exp(none - top) / total
    chosen = shown[0] if shown[0].probability > missing else None
    return Resolution(mention=found.mention, chosen=chosen, candidates=shown)
