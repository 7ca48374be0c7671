"""Where an article's names have namesakes together: of Lebanon, Enfield and Hartland the ones that lie side by side.

The places chosen so far say which others are near them, but they are chosen by what is well known, and a small town's
paper means none of that. Here all that the names may mean is asked, before anything is chosen.
"""

import math
from collections import defaultdict
from collections.abc import Mapping

from geo.cells import Cell, cells_around


def names_around(cells_of: Mapping[str, Mapping[str, Cell]]) -> dict[str, dict[str, float]]:
    """By name and id of a place that it may mean: how many other names may mean one within some 50 to 100 km.

    ``cells_of`` has the small squares of the places by name and id. A name of many towns is near anything: it counts by
    the root of the number of its squares.
    """
    around: defaultdict[Cell, float] = defaultdict(float)
    counts_as: dict[str, float] = {}
    for name, cells in cells_of.items():
        own = set(cells.values())
        counts_as[name] = share = 1 / math.sqrt(max(1, len(own)))
        for near in cells_around(own):
            around[near] += share
    return {
        name: {place_id: around[cell] - counts_as[name] for place_id, cell in cells.items()}
        for name, cells in cells_of.items()
    }
