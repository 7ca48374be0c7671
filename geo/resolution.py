"""Toponym resolution: which of the places of its name each mention means, all mentions of an article together."""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Protocol

from gazetteer.place import Level, NameKind, Place
from geo.article import Article
from geo.evidence import HOME
from geo.matches import Sense
from geo.mention import Candidate, Evidence, Resolution, Usage
from geo.recognition import Found
from geo.weights import weigh, weights

NONE: Final = "none"
"""The evidence that none of the candidates is meant."""

_ROUNDS: Final = 2
"""Times that the article's places are weighed anew by each other; a third changes next to nothing."""

_LIST_ENDS: Final = frozenset({" and ", ", and ", " dan ", ", dan ", " or ", " atau ", " serta ", ", serta "})
_SEATED: Final = frozenset({Level.ADM1, Level.ADM2})
_WITH_ARTICLE: Final = frozenset({Level.REGION, Level.COUNTRY})
_INSIDE_GAPS: Final = frozenset({", ", " (", ","})
_MOST_SHOWN: Final = 6
_CLEAR: Final = frozenset({"inside_next", "holds_previous", "level_asked"})
_UNITS: Final = frozenset({Level.ADM1, Level.COUNTRY, Level.ADM2})


class Resolver(Protocol):
    """Chooses the place that each mention of an article means."""

    def resolve(self, article: Article, found: Sequence[Found]) -> tuple[Resolution, ...]:
        """One resolution per mention, in their order."""


@dataclass(slots=True)
class _Choice:
    """A mention while it is being resolved: own features per sense, and the sense chosen so far."""

    found: Found
    features: list[dict[str, float]]
    chosen: int = 0

    @property
    def senses(self) -> tuple[Sense, ...]:
        return self.found.senses

    @property
    def place(self) -> Place:
        return self.senses[self.chosen].place


class ArticleResolver:
    """Ranks the candidates of all mentions of an article together, by a weighted sum of evidence."""

    def resolve(self, article: Article, found: Sequence[Found]) -> tuple[Resolution, ...]:
        """See :class:`Resolver`."""
        table = weights("resolution", article.language)
        features = candidate_features(article, found)
        return tuple(_resolution(one, mine, table) for one, mine in zip(found, features, strict=True))


def candidate_features(article: Article, found: Sequence[Found]) -> list[list[dict[str, float]]]:
    """Features of each sense of each mention, in their order, once the article's places have been weighed together."""
    table = weights("resolution", article.language)
    choices = [_Choice(one, [_own_features(one, sense, article) for sense in one.senses]) for one in found]
    _add_containment(article, choices)
    _add_same_name(choices)
    for choice in choices:
        choice.chosen = _best(choice.features, table)
    for _ in range(_ROUNDS):
        for choice, features in zip(choices, _all_features(article, choices), strict=True):
            choice.chosen = _best(features, table)
    return _all_features(article, choices)


def _all_features(article: Article, choices: Sequence[_Choice]) -> list[list[dict[str, float]]]:
    joint = _joint_features(article, choices)
    return [
        [own | other for own, other in zip(choice.features, more, strict=True)]
        for choice, more in zip(choices, joint, strict=True)
    ]


def _own_features(found: Found, sense: Sense, article: Article) -> dict[str, float]:
    """What the mention and the candidate say by themselves."""
    place = sense.place
    features = {"prominence": place.prominence, f"level_{place.level.value}": 1.0}
    if sense.kind is not NameKind.OFFICIAL:
        features[f"name_{sense.kind.value}"] = 1.0
    if sense.foreign:
        features["other_language"] = 1.0
    if found.asked:
        features["level_asked" if place.level in found.asked else "level_other"] = 1.0
    if place.country is not None and place.country == HOME.get(article.language or ""):
        features["home_country"] = 1.0
    if found.has_article and place.level in _WITH_ARTICLE:
        features["article_before"] = 1.0
    if place.feature_code == "PPLC" and found.mention.usage is Usage.ASSOCIATIVE and not found.is_local:
        features["capital_acts"] = 1.0
    if place.level in _SEATED and place.id in found.seats:
        features["seat_has_name"] = 1.0
    return features


def _add_containment(article: Article, choices: Sequence[_Choice]) -> None:
    """Find containment in words: of "Paris, Texas" a Paris that lies in a Texas, and the Texas that holds it."""
    listed = _listed(article, choices)
    for number, (choice, following) in enumerate(pairwise(choices)):
        gap = article.text[choice.found.mention.end : following.found.mention.start]
        if gap not in _INSIDE_GAPS:
            continue
        containers = {s.place.id for s in following.senses if s.place.level in _UNITS}
        feature = "inside_next_listed" if number in listed else "inside_next"
        contained: set[str] = set()
        for features, sense in zip(choice.features, choice.senses, strict=True):
            if containers.intersection(sense.place.parents):
                features[feature] = 1.0
                contained.update(sense.place.parents)
        for features, sense in zip(following.features, following.senses, strict=True):
            if sense.place.id in contained:
                features["holds_previous"] = 1.0


def _listed(article: Article, choices: Sequence[_Choice]) -> set[int]:
    """Numbers of choices that stand in a list of three and more ("Ohio, Utah, Washington and Maine"), but for its last."""
    gaps = [article.text[a.found.mention.end : b.found.mention.start] for a, b in pairwise(choices)]
    found: set[int] = set()
    for n, (gap, following) in enumerate(pairwise(gaps)):
        if gap == ", " and (following == ", " or following in _LIST_ENDS):
            found.update((n, n + 1))
    return found


def _add_same_name(choices: Sequence[_Choice]) -> None:
    """One sense per article: what an early mention says clearly, the later ones of its name mean too.

    Early is the first or, after a headline, the second mention of the name; a later one may as well set its own
    place apart from what the article means by the name.
    """
    by_name: defaultdict[str, list[_Choice]] = defaultdict(list)
    for choice in choices:
        by_name[choice.found.folded].append(choice)
    for namesakes in by_name.values():
        said = {place_id: n for n, choice in reversed(list(enumerate(namesakes))) for place_id in _clear_senses(choice)}
        if len(said) != 1:
            continue
        ((place_id, at),) = said.items()
        for number, choice in enumerate(namesakes):
            if _clear_senses(choice):
                continue
            for features, sense in zip(choice.features, choice.senses, strict=True):
                if sense.place.id == place_id:
                    features["said_before" if at < number and at <= 1 else "said_otherwise"] = 1.0


def _clear_senses(choice: _Choice) -> list[str]:
    """Ids of the places that the mention's own words ask for."""
    pairs = zip(choice.features, choice.senses, strict=True)
    return [sense.place.id for features, sense in pairs if not _CLEAR.isdisjoint(features)]


def _joint_features(article: Article, choices: Sequence[_Choice]) -> list[list[dict[str, float]]]:
    """What the other places of the article, as chosen so far, say of each candidate."""
    by_country: defaultdict[str, set[str]] = defaultdict(set)
    by_unit: defaultdict[str, set[str]] = defaultdict(set)
    named: defaultdict[str, set[str]] = defaultdict(set)
    for choice in choices:
        place, name = choice.place, choice.found.folded
        if place.level is Level.COUNTRY:
            named[place.country or ""].add(name)
        elif place.country is not None:
            by_country[place.country].add(name)
        for parent in (place.id, *place.parents[:-2]):
            by_unit[parent].add(name)
    found = [[_support(s.place, c.found.folded, by_country, by_unit, named) for s in c.senses] for c in choices]
    for n, neighbors in _list_neighbors(article, choices).items():
        levels = {choices[other].place.level for other in neighbors}
        for features, sense in zip(found[n], choices[n].senses, strict=True):
            features["level_of_list" if sense.place.level in levels else "level_not_of_list"] = 1.0
    return found


def _list_neighbors(article: Article, choices: Sequence[_Choice]) -> dict[int, list[int]]:
    """For each choice in a list, the numbers of the ones beside it."""
    neighbors: defaultdict[int, list[int]] = defaultdict(list)
    listed = _listed(article, choices)
    for n, (before, after) in enumerate(pairwise(choices)):
        gap = article.text[before.found.mention.end : after.found.mention.start]
        if gap in _LIST_ENDS or (gap == ", " and n in listed):
            neighbors[n].append(n + 1)
            neighbors[n + 1].append(n)
    return neighbors


def _support(
    place: Place,
    name: str,
    by_country: Mapping[str, set[str]],
    by_unit: Mapping[str, set[str]],
    named: Mapping[str, set[str]],
) -> dict[str, float]:
    features: dict[str, float] = {}
    if place.country is None:
        return features
    others = len(by_country.get(place.country, set()) - {name})
    if others:
        features["same_country"] = math.log2(1 + others)
    if place.level is Level.COUNTRY:
        return features
    near = max((len(by_unit.get(parent, set()) - {name}) for parent in (place.id, *place.parents[:-2])), default=0)
    if near:
        features["same_unit"] = math.log2(1 + near)
    if named.get(place.country, set()) - {name}:
        features["country_named"] = 1.0
    return features


def _score(features: Mapping[str, float], table: Mapping[str, float]) -> float:
    return sum(table[name] * value for name, value in features.items())


def _best(features: Sequence[Mapping[str, float]], table: Mapping[str, float]) -> int:
    scores = [_score(one, table) for one in features]
    return scores.index(max(scores))


def _resolution(found: Found, features: Sequence[dict[str, float]], table: dict[str, float]) -> Resolution:
    scores = [_score(one, table) for one in features]
    none = table[NONE]
    top = max(*scores, none)
    shares = [math.exp(score - top) for score in scores]
    total = sum(shares) + math.exp(none - top)
    ranked = sorted(
        (
            Candidate(place=sense.place, probability=share / total, evidence=weigh(table, one))
            for sense, share, one in zip(found.senses, shares, features, strict=True)
        ),
        key=lambda c: (-c.probability, c.place.id),
    )
    shown = tuple(ranked[:_MOST_SHOWN])
    missing = math.exp(none - top) / total
    chosen = shown[0] if shown[0].probability > missing else None
    reason = "none of the candidates is likely" if chosen is None else _reason(chosen.evidence)
    return Resolution(mention=found.mention, chosen=chosen, candidates=shown, reason=reason)


def _reason(evidence: Sequence[Evidence]) -> str:
    strongest = sorted(evidence, key=lambda e: -abs(e.weight))
    return ", ".join(e.name for e in strongest[:3])
