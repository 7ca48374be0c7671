"""A user's own places as a CSV table.

One header line, then a place a line; separated by commas, semicolons or tabs. Columns, in any order:

    name, lat, lon, level      needed; degrees with a decimal point; level as in gazetteer.place.Level
    id                         of one's own, or GeoNames' ("geonames:1642911") to correct a place that is known
    country                    two letters (ISO 3166-1)
    names                      other names, separated by "|", each with its language if wanted: "Batavia|en=Jakarta"
    population, radius_km      numbers
"""

import csv
import re
from collections.abc import Iterator, Mapping
from itertools import chain
from math import isfinite
from pathlib import Path
from typing import Final

from gazetteer.errors import SourceError
from gazetteer.names import fold
from gazetteer.place import Level, LonLat, Name, NameKind
from gazetteer.sources.found import Found, day_of, people
from gazetteer.sources.record import Record, Source
from gazetteer.sources.sites import is_site_name

NEEDED: Final = ("name", "lat", "lon", "level")
_SEPARATORS: Final = ",;\t"
_COUNTRY: Final = re.compile(r"[A-Z]{2}")
_TAGGED: Final = re.compile(r"([a-z]{2,3})=(.*)")
_LARGEST_RADIUS_KM: Final = 10_000


def table_source(path: Path) -> Source:
    """A user's file.

    Raises:
        SourceError: there is no such file.
    """
    return Source(name=path.name, version=day_of(path), licence="as its author says", url="")


def table(path: Path) -> Iterator[Found]:
    """All places of a CSV file.

    Raises:
        SourceError: it cannot be read, lacks its header or a column, or a value is not what its column asks for.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            first = next(file, "")
            separator = max(_SEPARATORS, key=first.count)
            rows = csv.DictReader(chain([first], file), delimiter=separator, strict=True)
            header = [column.strip().lower() for column in rows.fieldnames or ()]
            _check(header, path)
            rows.fieldnames = header
            for row in rows:
                where = f"{path}:{rows.line_num}"
                if None in row or None in row.values():
                    found = len(row) - 1 + len(row.get(None, ())) if None in row else list(row.values()).index(None)
                    raise SourceError(f"{where}: {found} columns, the header has {len(header)}; correct it")
                yield Found(where, record_of(row, where))
    except OSError as error:
        raise SourceError(f"{path}: cannot be read ({error.strerror}); name another file") from error
    except UnicodeError as error:
        raise SourceError(f"{path}: not UTF-8 ({error}); save it as UTF-8") from error
    except csv.Error as error:
        raise SourceError(f"{path}:{rows.line_num + 1}: not CSV ({error}); correct it") from error


def record_of(row: Mapping[str, str], where: str) -> Record:
    """The record of a row of text by column, as the head of this module tells.

    Raises:
        SourceError: a value is not what its column asks for; the message begins with ``where``.
    """
    try:
        return record_at(row, _position(row), given_radius(row))
    except ValueError as error:
        raise SourceError(f"{where}: {error}; correct it") from error


def record_at(row: Mapping[str, str], position: LonLat, radius_km: float | None) -> Record:
    """The record of a row whose position is known.

    Raises:
        ValueError: a value is not what its column asks for, or the name is a site's.
    """
    names = tuple(_names(row))
    level = _level(row)
    if is_site_name(names[0].text):
        raise ValueError(f'"{names[0].text}" is a site, which no map here locates')
    country = _cell(row, "country").upper()
    if country and not _COUNTRY.fullmatch(country):
        raise ValueError(f'country "{country}" is no code of two letters such as ID')
    claims = (f"iso:{country}",) if country and level is Level.COUNTRY else ()
    return Record(
        keys=(_key(row, names[0].text, position), *claims),
        names=names,
        parents=(f"iso:{country}",) if country and level is not Level.COUNTRY else (),
        level=level,
        country=country or None,
        position=position,
        radius_km=radius_km,
        population=people(_cell(row, "population")),
    )


def _check(header: list[str], path: Path) -> None:
    needed = ", ".join(NEEDED)
    missing = [column for column in NEEDED if column not in header]
    if len(missing) == len(NEEDED):
        raise SourceError(f"{path}:1: no header; the first line must name the columns: {needed}")
    if missing:
        raise SourceError(f'{path}:1: no column "{missing[0]}"; add it, these are needed: {needed}')


def _cell(row: Mapping[str, str], column: str) -> str:
    return " ".join(row.get(column, "").split())


def _number(row: Mapping[str, str], column: str) -> float:
    text = _cell(row, column)
    try:
        return float(text)
    except ValueError:
        raise ValueError(f'{column} "{text}" is no number such as -6.21') from None


def _position(row: Mapping[str, str]) -> LonLat:
    lat, lon = _number(row, "lat"), _number(row, "lon")
    if abs(lat) > 90 and abs(lon) <= 90:
        raise ValueError(f"lat {lat:g} is not within -90..90; are lat and lon swapped?")
    return LonLat(lon, lat)


def given_radius(row: Mapping[str, str]) -> float | None:
    if not _cell(row, "radius_km"):
        return None
    radius_km = _number(row, "radius_km")
    if not (isfinite(radius_km) and 0 < radius_km <= _LARGEST_RADIUS_KM):
        raise ValueError(f"radius_km {radius_km:g} is not within 0..{_LARGEST_RADIUS_KM}")
    return radius_km


def _level(row: Mapping[str, str]) -> Level:
    text = _cell(row, "level").lower()
    try:
        return Level(text)
    except ValueError:
        raise ValueError(f'level "{text}" is none of {", ".join(Level)}') from None


def _key(row: Mapping[str, str], name: str, position: LonLat) -> str:
    """The id given, else one of name and place: two villages of a name are two places, two equal lines are not."""
    given = _cell(row, "id")
    if given:
        return given if ":" in given else f"user:{given}"
    return f"user:{fold(name).replace(' ', '-')}@{position.lat:.2f},{position.lon:.2f}"


def _names(row: Mapping[str, str]) -> Iterator[Name]:
    own = _cell(row, "name")
    if not fold(own):
        raise ValueError(f'name "{own}" holds no word')
    yield Name(text=own, kind=NameKind.OFFICIAL)
    for text in filter(None, map(str.strip, _cell(row, "names").split("|"))):
        tagged = _TAGGED.fullmatch(text)
        yield Name(text=tagged[2], kind=NameKind.OFFICIAL, language=tagged[1]) if tagged else Name(text=text)
