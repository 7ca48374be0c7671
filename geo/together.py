"""What the places of an article say of each other: containment, repeated names, lists, common countries and units."""

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from gazetteer.place import Level, LonLat, NameKind, Place
from geo.article import Article
from geo.evidence import HOME
from geo.matches import Sense
from geo.recognition import Found

_LIST_ENDS: Final = frozenset({
    " and ", ", and ", " dan ", ", dan ", " or ", " atau ", " serta ", ", serta ",
    " und ", " et ", " y ", " e ", " en ",
})  # fmt: skip
_INSIDE_GAPS: Final = frozenset({", ", " (", ","})
_IN: Final = re.compile(r"(?:, (?:an?|the) [^.;:!?,\n]{1,60}|,)? (?:in|di)(?: [a-z-]+){0,3} ")
"""Between the names of "Rome, a town in Georgia" and of "Rome in rural Georgia"."""

_CLOSED: Final = re.compile(r"[,;)]| ?\(|\s*[-\u2013\u2014]|\.\s")
"""What follows "X, Y" where Y says where X is; in "In X, Y said" nothing of it does."""

_CLEAR: Final = frozenset({"inside_next", "holds_previous", "level_asked"})
_LOCAL: Final = frozenset({Level.CITY, Level.ADM2})
_CAPITAL: Final = "PPLC"
_STEPS: Final = (-1, 0, 1)
_ABOVE_COUNTY: Final = 3
"""Units above a county: its state, its country, its continent."""

_UNITS: Final = frozenset({Level.ADM1, Level.COUNTRY, Level.ADM2})

Features = dict[str, float]


@dataclass(slots=True)
class Choice:
    """A mention while it is being resolved: own features per sense, and the sense chosen so far."""

    found: Found
    features: list[Features]
    chosen: int = 0

    @property
    def senses(self) -> tuple[Sense, ...]:
        """The places that the name may mean."""
        return self.found.senses

    @property
    def place(self) -> Place:
        """The place chosen so far."""
        return self.senses[self.chosen].place


class Together:
    """The choices of one article, in the order of its text, weighed by each other."""

    def __init__(self, article: Article, choices: Sequence[Choice]) -> None:
        self._choices = choices
        self._has_level_first = article.language in HOME
        pairs = pairwise(choices)
        self._gaps = [article.text[a.found.mention.end : b.found.mention.start] for a, b in pairs]
        self._text = article.text
        listed = self._listed()
        self._neighbors = self._list_neighbors(listed)
        self._add_containment(listed)
        self._add_same_name()

    def features(self) -> list[list[Features]]:
        """All features of each sense of each mention, with what the other places, as chosen so far, say of it."""
        support = _Support(self._choices)
        found = []
        for n, choice in enumerate(self._choices):
            levels = {self._choices[other].place.level for other in self._neighbors.get(n, ())}
            more = support.of(choice)
            mine = [own | other for own, other in zip(choice.features, more, strict=True)]
            if asked := self._asked_of_list(n):
                for features, sense in zip(mine, choice.senses, strict=True):
                    features["level_asked_of_list" if sense.place.level in asked else "level_other_of_list"] = 1.0
            if levels:
                for features, sense in zip(mine, choice.senses, strict=True):
                    features["level_of_list" if sense.place.level in levels else "level_not_of_list"] = 1.0
            found.append(mine)
        return found

    def _listed(self) -> set[int]:
        """Numbers of choices in a list of three and more ("Ohio, Utah, Washington and Maine"), but for its last."""
        found: set[int] = set()
        for n, (gap, following) in enumerate(pairwise(self._gaps)):
            if gap == ", " and (following == ", " or following in _LIST_ENDS) and not self._is_code(n + 1):
                found.update((n, n + 1))
        return found

    def _is_code(self, number: int) -> bool:
        """Whether a choice is an abbreviated state: "Tupelo, Miss., and Mobile" is no list of three."""
        found = self._choices[number].found
        return found.mention.text.endswith(".") and any(s.kind is NameKind.CODE for s in found.senses)

    def _list_neighbors(self, listed: set[int]) -> dict[int, list[int]]:
        """For each choice in a list, the numbers of the ones beside it."""
        neighbors: defaultdict[int, list[int]] = defaultdict(list)
        for n, gap in enumerate(self._gaps):
            if gap in _LIST_ENDS or (gap == ", " and n in listed):
                neighbors[n].append(n + 1)
                neighbors[n + 1].append(n)
        return neighbors

    def _asked_of_list(self, n: int) -> frozenset[Level]:
        """The levels that the word before a list asks for, which hold for all of it: "Kecamatan X dan Y"."""
        if not self._has_level_first:
            return frozenset()
        first = n
        while first - 1 in self._neighbors.get(first, ()) and not self._choices[first].found.asked:
            first -= 1
        return self._choices[first].found.asked if first < n else frozenset()

    def _add_containment(self, listed: set[int]) -> None:
        """Find containment in words: of "Paris, Texas" a Paris that lies in a Texas, and the Texas that holds it."""
        for n, gap in enumerate(self._gaps):
            is_in = gap not in _INSIDE_GAPS
            if is_in and not _IN.fullmatch(gap):
                continue
            choice, following = self._choices[n], self._choices[n + 1]
            feature = "inside_next_in" if is_in else "inside_next_listed" if n in listed else "inside_next"
            containers = {s.place.id for s in following.senses if s.place.level in _UNITS}
            contained: set[str] = set()
            for features, sense in zip(choice.features, choice.senses, strict=True):
                if containers.intersection(sense.place.parents):
                    features[feature] = 1.0
                    contained.update(sense.place.parents)
            for features, sense in zip(following.features, following.senses, strict=True):
                if sense.place.id in contained:
                    features["holds_previous_in" if is_in else "holds_previous"] = 1.0
            if not is_in and n not in listed and self._is_closed_unit(following):
                for features in choice.features:
                    if "inside_next" not in features:
                        features["outside_next"] = 1.0

    def _is_closed_unit(self, choice: Choice) -> bool:
        """Whether a choice is a province or state, and ends what it stands in: the Idaho of "Cambridge, Idaho, "."""
        is_unit = choice.senses[0].place.level is Level.ADM1
        return is_unit and _CLOSED.match(self._text, choice.found.mention.end) is not None

    def _add_same_name(self) -> None:
        """One sense per article: what an early mention says clearly, the later ones of its name mean too.

        Early is the first or, after a headline, the second mention of the name; a later one may as well set its own
        place apart from what the article means by the name.
        """
        by_name: defaultdict[str, list[Choice]] = defaultdict(list)
        for choice in self._choices:
            by_name[choice.found.folded].append(choice)
        for namesakes in by_name.values():
            clear = [_clear_senses(choice) for choice in namesakes] if len(namesakes) > 1 else []
            said = {place_id: n for n, ids in reversed(list(enumerate(clear))) for place_id in ids}
            if len(said) != 1:
                continue
            ((place_id, at),) = said.items()
            for number, choice in enumerate(namesakes):
                if clear[number]:
                    continue
                for features, sense in zip(choice.features, choice.senses, strict=True):
                    if sense.place.id == place_id:
                        features["said_before" if at < number and at <= 1 else "said_otherwise"] = 1.0


def _clear_senses(choice: Choice) -> list[str]:
    """Ids of the places that the mention's own words ask for."""
    pairs = zip(choice.features, choice.senses, strict=True)
    return [sense.place.id for features, sense in pairs if not _CLEAR.isdisjoint(features)]


class _Support:
    """What the places of an article, as chosen so far, say of a candidate: names in its country and in its units."""

    def __init__(self, choices: Sequence[Choice]) -> None:
        self._by_country: defaultdict[str, set[str]] = defaultdict(set)
        self._by_unit: defaultdict[str, set[str]] = defaultdict(set)
        self._named: defaultdict[str, set[str]] = defaultdict(set)
        self._capitals: set[str] = set()
        self._around: defaultdict[tuple[int, int], set[str]] = defaultdict(set)
        self._names = max(1, len({choice.found.folded for choice in choices}) - 1)
        self._known: dict[tuple[str, int], list[Features]] = {}
        for choice in choices:
            place, name = choice.place, choice.found.folded
            if place.level is Level.COUNTRY:
                self._named[place.country or ""].add(name)
            elif place.country is not None:
                self._by_country[place.country].add(name)
            for unit in _units(place):
                self._by_unit[unit].add(name)
            if place.feature_code == _CAPITAL:
                self._capitals.add(name)
            if place.level in _LOCAL and place.position is not None:
                for cell in _cells_around(place.position):
                    self._around[cell].add(name)

    def of(self, choice: Choice) -> list[Features]:
        """Features of each of its senses; those of a repeated name are worked out once."""
        key = choice.found.folded, id(choice.senses)  # one name may have fewer senses where its case says so
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = [self._of(sense.place, choice.found.folded) for sense in choice.senses]
        return known

    def _of(self, place: Place, name: str) -> Features:
        features: Features = {}
        country = place.country
        if country is None:
            return features
        is_country = place.level is Level.COUNTRY
        if others := _others(self._by_country.get(country), name):
            features["same_country"] = math.log2(1 + others)
            features["share_of_country"] = others / self._names
        # a country holds its towns as a province does
        near = others if is_country else max(_others(self._by_unit.get(unit), name) for unit in _units(place))
        if near:
            features["same_unit"] = math.log2(1 + near)
            features["share_of_unit"] = near / self._names
        if is_country:
            return features
        if _others(self._named.get(country), name):
            features["country_named"] = 1.0
        if place.feature_code == _CAPITAL and (others := _others(self._capitals, name)):
            features["other_capitals"] = math.log2(1 + others)
        if place.level in _LOCAL:
            features |= self._of_surroundings(place, name)
        return features

    def _of_surroundings(self, place: Place, name: str) -> Iterator[tuple[str, float]]:
        """What a town or county has of the article's places near it, and within its county."""
        if place.position is not None and (near := _others(self._around.get(_cell(place.position)), name)):
            yield "near_others", math.log2(1 + near)
        above = place.parents[:-_ABOVE_COUNTY]
        county = place.id if place.level is Level.ADM2 else above[0] if above else ""
        if near := _others(self._by_unit.get(county), name):
            yield "same_county", math.log2(1 + near)


def _units(place: Place) -> Iterator[str]:
    """The place itself and what it lies in, up to but without its country and continent."""
    yield place.id
    yield from place.parents[:-2]


def _cell(position: LonLat) -> tuple[int, int]:
    """The square degree that a position lies in."""
    return math.floor(position.lon), math.floor(position.lat)


def _cells_around(position: LonLat) -> Iterator[tuple[int, int]]:
    """That square degree and the eight around it: some 100 to 200 km."""
    lon, lat = _cell(position)
    return ((lon + x, lat + y) for x in _STEPS for y in _STEPS)


def _others(names: set[str] | None, name: str) -> int:
    """How many names there are besides ``name``."""
    return len(names) - (name in names) if names else 0
