"""Squares of the map: a quick answer to which places are near each other."""

import math
from collections.abc import Iterator

from gazetteer.place import LonLat

Cell = tuple[int, int]
"""A square, by the whole numbers below its longitudes and latitudes in sizes of a square."""

_STEPS = (-1, 0, 1)


def cell_of(position: LonLat, degrees: float = 1.0) -> Cell:
    """The square of ``degrees`` a side that a position lies in."""
    return math.floor(position.lon / degrees), math.floor(position.lat / degrees)


def cells_around(cell: Cell) -> Iterator[Cell]:
    """A square and the eight around it: of one degree some 100 to 200 km."""
    lon, lat = cell
    return ((lon + x, lat + y) for x in _STEPS for y in _STEPS)
