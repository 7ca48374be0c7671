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
    """Ranks the candidates of all mentions of an article together, by a weighted sum of evidence."""

    def __init__(self, weights: Weights = weights) -> None:
        self._weights = weights

    def resolve(self, article: Article, found: Sequence[Found]) -> tuple[Resolution, ...]:
        """See :class:`Resolver`."""
        table = self._weights("resolution", article.language)
        features = candidate_features(article, found, table)
        return tuple(_resolution(one, mine, table) for one, mine in zip(found, features, strict=True))


def candidate_features(
    article: Article, found: Sequence[Found], table: Mapping[str, float]
) -> list[list[dict[str, float]]]:
    """Features of each sense of each mention, in their order, once the article's places have been weighed together."""
    choices = [Choice(one, [_own_features(one, sense, article) for sense in one.senses]) for one in found]
    together = Together(article, choices, table)
    for _ in range(_ROUNDS):
        if not together.choose():
            break
    return together.features()


def _own_features(found: Found, sense: Sense, article: Article) -> dict[str, float]:
    """What the mention and the candidate say by themselves."""
    place = sense.place
    features = {f"level_{sense.level.value}": 1.0} | dict(_of_size(found, sense, HOME.get(article.language or "")))
    if sense.kind is not NameKind.OFFICIAL:
        features[f"name_{sense.kind.value}"] = 1.0
    if sense.kind in _SELDOM and found.meaning.is_official:
        features["other_is_official"] = 1.0
    if sense.foreign:
        features["other_language"] = 1.0
    home = HOME.get(article.language or "")
    features |= dict(_of_level_words(found, sense, home))
    if place.country is not None and place.country == home:
        features["home_country"] = 1.0
    if found.has_article and place.level in _WITH_ARTICLE:
        features["article_before"] = 1.0
    acts = found.mention.usage is Usage.ASSOCIATIVE and not found.is_local
    if place.feature_code == "PPLC" and acts and not _is_rather_of_home(found, sense, article):
        features["capital_acts"] = 1.0
    if sense.level in _SEATED:
        features |= dict.fromkeys(_of_namesake(found, place), 1.0)
    return features


def _of_size(found: Found, sense: Sense, home: str | None) -> Iterator[tuple[str, float]]:
    """How well known the candidate is, and at home by how much a city of its name is better known."""
    yield "prominence", sense.prominence
    if sense.level is Level.ADM2:
        yield "county_prominence", sense.place.prominence
    elif sense.level is Level.CITY and home is not None and sense.place.country == home:
        larger = found.meaning.towns.get(home, 0.0) - sense.prominence
        if larger > _OUTSHONE:
            yield "outshone", larger - _OUTSHONE


def _of_namesake(found: Found, place: Place) -> Iterator[str]:
    """What a town of its name says against a unit."""
    if place.id in found.meaning.seats:
        yield "seat_has_name"
    if found.meaning.towns.get(place.country or "", 0.0) >= place.prominence - _AS_KNOWN:
        yield "town_has_name"
        if found.is_of_town:
            yield "of_town"


def _of_level_words(found: Found, sense: Sense, home: str | None) -> Iterator[tuple[str, float]]:
    """What the words beside the name say of the sort of place that it is."""
    is_part = sense.kind is NameKind.PART
    if asked := found.asked or found.asked_around:
        fitting = "level_asked_around" if not found.asked else "part_asked" if is_part else "level_asked"
        yield fitting if sense.level in asked else "level_other", 1.0
    if found.is_district and not is_part:
        yield "district_prominence", sense.prominence
    if sense.level is Level.CITY and sense.place.country == home and found.asked in _NO_TOWNS:
        yield "town_for_nature" if Level.REGION in found.asked else "town_for_unit", 1.0


def _is_rather_of_home(found: Found, sense: Sense, article: Article) -> bool:
    """Whether a place at home has a seldom name of a place abroad: "warga Kudus" are not of Jerusalem ("Kudüs")."""
    home = HOME.get(article.language or "")
    if home is None or sense.kind not in _SELDOM:
        return False
    return any(other.kind is NameKind.OFFICIAL and other.place.country == home for other in found.senses)


def _resolution(found: Found, features: Sequence[dict[str, float]], table: Mapping[str, float]) -> Resolution:
    scores = [score(one, table) for one in features]
    none = table[NONE]
    top = max(*scores, none)
    shares = [math.exp(score - top) for score in scores]
    total = sum(shares) + math.exp(none - top)
    order = sorted(range(len(shares)), key=lambda n: (-shares[n], found.senses[n].place.id))
    likely = [n for n in order[:_MOST_SHOWN] if shares[n] >= _LEAST_SHOWN * total or n in order[:_RUNNER_UP]]
    shown = tuple(
        Candidate(place=found.senses[n].place, probability=shares[n] / total, evidence=weigh(table, features[n]))
        for n in likely
    )
    missing = math.exp(none - top) / total
    chosen = shown[0] if shown[0].probability > missing else None
    return Resolution(mention=found.mention, chosen=chosen, candidates=shown)
