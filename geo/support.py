"""What the places of an article, as chosen so far, say of a candidate: others in its country, in its units, near it."""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from gazetteer.place import Level
from geo.cells import Cell, cells_around
from geo.meanings import LOCAL, Sense

_CAPITAL: Final = "PPLC"
_KNOWN_TO_ALL: Final = 6.0
"""Prominence (about log10 of the population) from which a town is named anywhere."""

_LESS_KNOWN: Final = 3.0
"""How much less prominent a town is that is named nowhere but near it."""

Features = dict[str, float]
Names = int
"""A set of an article's names, a bit for each: thousands of them are counted for every article."""


class Support:
    """The places chosen so far, each with the name that it has in the article, folded."""

    def __init__(self, chosen: Iterable[tuple[str, Sense]]) -> None:
        self._bits: dict[str, Names] = {}
        self._by_country: defaultdict[str, Names] = defaultdict(int)
        self._by_unit: defaultdict[str, Names] = defaultdict(int)
        self._named: defaultdict[str, Names] = defaultdict(int)
        self._around: defaultdict[Cell, Names] = defaultdict(int)
        self._capitals: Names = 0
        for name, sense in chosen:
            self._add(sense, self._bits.setdefault(name, 1 << len(self._bits)))
        self._names = max(1, len(self._bits) - 1)

    def _add(self, sense: Sense, bit: Names) -> None:
        place = sense.place
        if place.level is Level.COUNTRY:
            self._named[place.country or ""] |= bit
        elif place.country is not None:
            self._by_country[place.country] |= bit
        for unit in sense.units:
            self._by_unit[unit] |= bit
        if place.feature_code == _CAPITAL:
            self._capitals |= bit
        if sense.cell is not None:
            for cell in cells_around([sense.cell]):
                self._around[cell] |= bit

    def of(self, name: str, senses: Sequence[Sense]) -> list[Features]:
        """Features of each sense of a name."""
        others = ~self._bits.get(name, 0)
        most = max([(names & others).bit_count() for names in self._by_country.values()], default=0)
        return [self._of(sense, others, most / self._names) for sense in senses]

    def _of(self, sense: Sense, others: Names, most: float) -> Features:
        """Features of a sense; ``others`` are all names but its own, ``most`` the share of the country of most."""
        features: Features = {}
        place, country = sense.place, sense.place.country
        if country is None:
            return features
        is_country = place.level is Level.COUNTRY
        if inside := (self._by_country.get(country, 0) & others).bit_count():
            features["same_country"] = math.log2(1 + inside)
            features["share_of_country"] = inside / self._names
        elif most and not is_country and not self._named.get(country, 0) & others:
            features["alone_abroad"] = most * _obscurity(sense)
        near = inside  # a country holds its towns as a province does
        if not is_country:
            units = self._by_unit
            near = max([(units[unit] & others).bit_count() if unit in units else 0 for unit in sense.units])
        if near:
            features["same_unit"] = math.log2(1 + near)
            features["share_of_unit"] = near / self._names
        if is_country:
            return features
        if self._named.get(country, 0) & others:
            # news of the world names many countries, and says little of each
            features["country_named"] = 1 / math.sqrt(len(self._named))
        if place.feature_code == _CAPITAL and (capitals := (self._capitals & others).bit_count()):
            features["other_capitals"] = math.log2(1 + capitals)
        if place.level in LOCAL:
            self._add_surroundings(features, sense, others)
        return features

    def _add_surroundings(self, features: Features, sense: Sense, others: Names) -> None:
        """What a town or county has of the article's places near it, and within its county."""
        if sense.cell is not None and (near := (self._around.get(sense.cell, 0) & others).bit_count()):
            features["near_others"] = math.log2(1 + near)
        if inside := (self._by_unit.get(sense.county, 0) & others).bit_count():
            features["same_county"] = math.log2(1 + inside)


def _obscurity(sense: Sense) -> float:
    """From 1 for a town that only its neighbors know to 0 for a city of the world, which any article may name."""
    return min(1.0, max(0.0, (_KNOWN_TO_ALL - sense.prominence) / _LESS_KNOWN))
