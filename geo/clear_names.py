"""What the clear place names of an article say of its other names."""

import math
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from gazetteer.place import Level, NameKind
from geo.cells import Cell, cells_around
from geo.matches import Match
from geo.meanings import LOCAL

_HOLDERS: Final = frozenset({Level.ADM1, Level.ADM2, Level.CITY})


class ClearNames:
    """The matches of an article that are places beyond doubt, each by its name and by what it may mean."""

    def __init__(self) -> None:
        self._last: dict[str, int] = {}
        self._places: set[str] = set()
        self._around: defaultdict[Cell, set[str]] = defaultdict(set)

    def add(self, match: Match) -> None:
        """Count a match among them."""
        is_new = match.folded not in self._last
        self._last[match.folded] = match.first
        if not is_new:
            return
        if match.best.place.level in _HOLDERS:
            self._places.add(match.best.place.id)
        for near in cells_around(match.meaning.cells):
            self._around[near].add(match.folded)

    def say_of(self, match: Match, *, in_organization: bool) -> Iterator[tuple[str, float]]:
        """Evidence of the other clear names; an organisation has a town's name in its state without being there."""
        if self._last.get(match.folded, match.first) != match.first:
            yield "accepted_elsewhere", 1.0
        if match.best.level in LOCAL and not match.best.foreign and not in_organization:
            yield from self._of_unit(match)
            yield from self._of_neighbors(match)

    def _of_unit(self, match: Match) -> Iterator[tuple[str, float]]:
        """Whether the state or regency that it lies in is named.

        A name that every state has a town of is somebody's as well; the fewer the places, the more that one is there.
        """
        parts = (sense for sense in match.senses if sense.kind is NameKind.PART)
        if any(sense.place.id in self._places for sense in parts):
            yield "part_of_named", 1.0
        elif any(not self._places.isdisjoint(sense.place.parents) for sense in match.senses):
            yield "in_named_unit", 1 / len(match.senses)

    def _of_neighbors(self, match: Match) -> Iterator[tuple[str, float]]:
        """How many clear names are of places near one of a town's; of many towns one is near some by chance."""
        cells = match.meaning.cells
        near = [self._around[cell] for cell in cells if cell in self._around]
        if others := max((len(names) - (match.folded in names) for names in near), default=0):
            yield "near_clear", math.log2(1 + others) / math.sqrt(len(cells))
