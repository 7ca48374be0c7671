"""What the places of an article, as chosen so far, say of a candidate: others in its country, in its units, near it."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from gazetteer.place import Level, Place
from geo.cells import Cell, cell_of, cells_around
from geo.meanings import Sense

_LOCAL: Final = frozenset({Level.CITY, Level.ADM2})
_CAPITAL: Final = "PPLC"
_ABOVE_COUNTY: Final = 3
"""Units above a county: its state, its country, its continent."""

Features = dict[str, float]


class Support:
    """The places chosen so far, each with the name that it has in the article, folded."""

    def __init__(self, chosen: Iterable[tuple[str, Place]]) -> None:
        places = list(chosen)
        self._by_country: defaultdict[str, set[str]] = defaultdict(set)
        self._by_unit: defaultdict[str, set[str]] = defaultdict(set)
        self._named: defaultdict[str, set[str]] = defaultdict(set)
        self._capitals: set[str] = set()
        self._around: defaultdict[Cell, set[str]] = defaultdict(set)
        self._names = max(1, len({name for name, _ in places}) - 1)
        for name, place in places:
            if place.level is Level.COUNTRY:
                self._named[place.country or ""].add(name)
            elif place.country is not None:
                self._by_country[place.country].add(name)
            for unit in _units(place):
                self._by_unit[unit].add(name)
            if place.feature_code == _CAPITAL:
                self._capitals.add(name)
            if place.level in _LOCAL and place.position is not None:
                for cell in cells_around(cell_of(place.position)):
                    self._around[cell].add(name)

    def of(self, name: str, senses: Sequence[Sense]) -> list[Features]:
        """Features of each sense of a name."""
        return [self._of(sense.place, name) for sense in senses]

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
            # news of the world names many countries, and says little of each
            features["country_named"] = 1 / math.sqrt(len(self._named))
        if place.feature_code == _CAPITAL and (others := _others(self._capitals, name)):
            features["other_capitals"] = math.log2(1 + others)
        if place.level in _LOCAL:
            features |= self._of_surroundings(place, name)
        return features

    def _of_surroundings(self, place: Place, name: str) -> Iterator[tuple[str, float]]:
        """What a town or county has of the article's places near it, and within its county."""
        if place.position is not None and (near := _others(self._around.get(cell_of(place.position)), name)):
            yield "near_others", math.log2(1 + near)
        above = place.parents[:-_ABOVE_COUNTY]
        county = place.id if place.level is Level.ADM2 else above[0] if above else ""
        if near := _others(self._by_unit.get(county), name):
            yield "same_county", math.log2(1 + near)


def _units(place: Place) -> Iterator[str]:
    """The place itself and what it lies in, up to but without its country and continent."""
    yield place.id
    yield from place.parents[:-2]


def _others(names: set[str] | None, name: str) -> int:
    """How many names there are besides ``name``."""
    return len(names) - (name in names) if names else 0
