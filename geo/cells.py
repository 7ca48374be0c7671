"""Squares of the map: a quick answer to which places are near each other."""

import math
from collections.abc import Iterable
from typing import Final

from gazetteer.place import LonLat

Cell = int
"""A square, numbered by the whole numbers below its longitudes and latitudes in sizes of a square."""

_ROW: Final = 4096
"""More than there are squares between the poles, those beyond them included: the number of one is no other's."""

_STEPS: Final = tuple(lon * _ROW + lat for lon in (-1, 0, 1) for lat in (-1, 0, 1))


def cell_of(position: LonLat, degrees: float = 1.0) -> Cell:
    """The square of ``degrees`` a side (1/8 at least) that a position lies in."""
    return math.floor(position.lon / degrees) * _ROW + math.floor(position.lat / degrees)


def cells_around(cells: Iterable[Cell]) -> frozenset[Cell]:
    """Squares and the eight around each: of one degree some 100 to 200 km."""
    return frozenset([cell + step for cell in cells for step in _STEPS])
