"""Where an article's names have namesakes together: of Lebanon, Enfield and Hartland the ones that lie side by side.

The places chosen so far say which others are near them, but they are chosen by what is well known, and a small town's
paper means none of that. Here all that the names may mean is asked, before anything is chosen.
"""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Final

from gazetteer.place import Level
from geo.cells import Cell, cell_of, cells_around
from geo.meanings import Sense

_DEGREES: Final = 0.5
"""Side of a square: with the eight around it some 50 to 100 km."""

_LOCAL: Final = frozenset({Level.CITY, Level.ADM2})


def names_around(senses_of: Mapping[str, Sequence[Sense]]) -> dict[str, dict[str, float]]:
    """By name and id of a place that it may mean: how many other names may mean one within some 50 to 100 km.

    A name of many towns is near anything: it counts by the root of their number.
    """
    around: defaultdict[Cell, dict[str, float]] = defaultdict(dict)
    for name, senses in senses_of.items():
        own = {cell for _, cell in _cells(senses)}
        for near in set(chain.from_iterable(map(cells_around, own))):
            around[near][name] = 1 / math.sqrt(len(own))
    return {
        name: {place_id: sum(around[cell].values()) - around[cell][name] for place_id, cell in _cells(senses)}
        for name, senses in senses_of.items()
    }


def _cells(senses: Sequence[Sense]) -> Iterator[tuple[str, Cell]]:
    for sense in senses:
        if sense.level in _LOCAL and sense.place.position is not None:
            yield sense.place.id, cell_of(sense.place.position, _DEGREES)
