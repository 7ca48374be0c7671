"""Square degrees: a quick answer to which places are near each other."""

import math
from collections.abc import Iterator

from gazetteer.place import LonLat

Cell = tuple[int, int]
"""A square degree, by the whole numbers below its longitudes and latitudes."""

_STEPS = (-1, 0, 1)


def cell_of(position: LonLat) -> Cell:
    """The square degree that a position lies in."""
    return math.floor(position.lon), math.floor(position.lat)


def cells_around(cell: Cell) -> Iterator[Cell]:
    """A square degree and the eight around it: some 100 to 200 km."""
    lon, lat = cell
    return ((lon + x, lat + y) for x in _STEPS for y in _STEPS)
