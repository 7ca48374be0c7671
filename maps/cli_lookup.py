"""The command ``petakan lookup``: what the gazetteer knows under a name."""

import json
import textwrap
from collections.abc import Callable, Iterator, Sequence
from typing import Annotated, Any, Final

import typer

from gazetteer.errors import GazetteerError
from gazetteer.index import Gazetteer
from gazetteer.layers import AnyGazetteer, open_gazetteer
from gazetteer.place import Level, NameKind, Place
from gazetteer.ranking import Language, Ranked, by_language, near_spellings, rank, reasons, whole
from geo.records import one_line
from maps.cli_run import AsTableOrJson, Own

_WIDTH: Final = 100
_MOST_SHOWN: Final = 10
_NOT_SHOWN: Final = frozenset({NameKind.DEMONYM, NameKind.PART})
_MOST_NAMES: Final = 6
_NAME_WIDTH: Final = 38
_INDENT: Final = 4

_WORDS: Final = {
    "id": {
        "place": "tempat", "level": "tingkat", "lon": "bujur", "lat": "lintang", "population": "penduduk",
        "in": "di", "names": "nama", "source": "sumber", "why": "mengapa", "disputed": "disengketakan",
        "more": "… dan {} lagi: persempit dengan --country, --level atau --near, atau lihat semua dengan --as json",
    },
    "en": {
        "place": "place", "level": "level", "lon": "lon", "lat": "lat", "population": "population",
        "in": "in", "names": "names", "source": "source", "why": "why", "disputed": "disputed",
        "more": "… and {} more: narrow it with --country, --level or --near, or see all with --as json",
    },
}  # fmt: skip


def lookup(
    name: Annotated[str, typer.Argument(help="A place name, however it is spelt.")],
    country: Annotated[str | None, typer.Option(help="Only in this country: ISO code or name.")] = None,
    level: Annotated[Level | None, typer.Option(help="Only places of this level.")] = None,
    near: Annotated[str | None, typer.Option(metavar="PLACE", help="Nearest to this place first.")] = None,
    gazetteer: Own = None,
    form: AsTableOrJson = "table",
    ui: Annotated[Language, typer.Option(help="Language of the reasons and of place names.")] = "id",
) -> None:
    """Show what the gazetteer knows under a name, the likeliest first, and why.

    \b
    Examples:
      petakan lookup Korut
      petakan lookup Sukoharjo --near Semarang
      petakan lookup Paris --country US --level city --ui en --as json
      petakan lookup "Dukuh Wringin" --gazetteer desa.sqlite
    """
    with open_gazetteer(gazetteer or []) as opened:
        code = None if country is None else _country_code(opened, country)
        around, distance_km = (None, None) if near is None else _near(opened, near)
        found = rank(opened, name, country=code, level=level, distance_km=distance_km)
        if not found:
            raise GazetteerError(_unknown(opened, name))
        candidates = [_candidate(opened, ranked, ui, around) for ranked in found]
    typer.echo(_json(candidates) if form == "json" else _table(candidates, ui), nl=False)


def _country_code(gazetteer: AnyGazetteer, text: str) -> str:
    """The code that a code or the name of a country means."""
    from maps.basemap import load_base_map  # noqa: PLC0415 - only this option needs it

    if text.upper() in load_base_map().countries:
        return text.upper()
    countries = (ranked.place.country for ranked in rank(gazetteer, text, level=Level.COUNTRY))
    code = next(countries, None)
    if code is None:
        raise typer.BadParameter(f"{text}: no such country; use its ISO code, such as ID", param_hint="--country")
    return code


def _near(gazetteer: AnyGazetteer, name: str) -> tuple[Place, Callable[[Place], float | None]]:
    """The likeliest place of that name with a position, and how far others are from it."""
    from gazetteer.areas import Areas  # noqa: PLC0415 - shapely and geopy take 0.3 s that only --near pays
    from geo.region import km_apart  # noqa: PLC0415

    places = [ranked.place for ranked in rank(gazetteer, name)]
    if not places:
        raise GazetteerError(f"--near {_unknown(gazetteer, name)}")
    near = next((place for place in places if place.position is not None), None)
    if near is None:
        raise GazetteerError(f"--near {one_line(name)}: the gazetteer has no position of it; name another place")
    with Gazetteer.open() as default:  # a gazetteer of one's own has no outlines
        areas = Areas.open(default)
    return near, lambda place: km_apart(areas, place, near)


def _unknown(gazetteer: AnyGazetteer, name: str) -> str:
    """What is wrong with a name that has no place, or none that is asked for, and what to do."""
    known, written = len(rank(gazetteer, name)), one_line(name)
    if known:
        return f"{written}: none of the {known} places of this name is what the options ask for; leave one out"
    similar = ", ".join(near_spellings(gazetteer, name))
    advice = f"did you mean {similar}?" if similar else "try another spelling"
    return f"{written}: no place of this name in the gazetteer; {advice}"


def _candidate(gazetteer: AnyGazetteer, ranked: Ranked, ui: Language, near: Place | None) -> dict[str, Any]:
    """A record of a place and its rank; position in decimal degrees, distance in km."""
    place = ranked.place
    above = [parent for parent in map(gazetteer.by_id, place.parents) if parent is not None]
    distance = {} if near is None else {"near": near.id, "distance_km": _rounded(ranked.distance_km, 1)}
    return {
        "id": place.id,
        "name": place.label(ui),
        "level": place.level.value,
        "country": place.country,
        "disputed": place.disputed,
        "parents": [{"id": parent.id, "name": parent.label(ui), "level": parent.level.value} for parent in above],
        "lon": None if place.position is None else place.position.lon,
        "lat": None if place.position is None else place.position.lat,
        "radius_km": place.radius_km,
        "population": place.population or None,
        "prominence": place.prominence,
        "matched": ranked.kind.value,
        **distance,
        "why": reasons(ranked, ui, near),
        "names": [
            {"text": name.text, "kind": name.kind.value, "language": name.language}
            for name in by_language(gazetteer.names(place), ui)
        ],
        "source": place.source or None,
    }


def _rounded(number: float | None, digits: int) -> float | None:
    return None if number is None else round(number, digits)


def _json(candidates: Sequence[dict[str, Any]]) -> str:
    return json.dumps(candidates, ensure_ascii=False, indent=1) + "\n"


def _table(candidates: Sequence[dict[str, Any]], ui: Language) -> str:
    words = _WORDS[ui]
    heads = [words[column] for column in ("place", "level", "lon", "lat", "population")]
    shown = candidates[:_MOST_SHOWN]
    blocks = ["\n".join(_block(number, one, ui)) for number, one in enumerate(shown, start=1)]
    more = [words["more"].format(len(candidates) - len(shown))] if len(candidates) > len(shown) else []
    return "\n".join([_line("", *heads, "id"), "\n\n".join(blocks), *more]) + "\n"


def _line(number: str, name: str, *cells: str) -> str:
    level, lon, lat, population, place_id = cells
    name = name if len(name) <= _NAME_WIDTH else f"{name[: _NAME_WIDTH - 1]}…"
    return f"{number:>2}  {name:{_NAME_WIDTH}} {level:9} {lon:>7} {lat:>7} {population:>13}  {place_id}".rstrip()


def _block(number: int, candidate: dict[str, Any], ui: Language) -> Iterator[str]:
    """A candidate: a line of columns, then a line or more for each thing that has no column."""
    lon, lat = ("-" if candidate[axis] is None else f"{candidate[axis]:.2f}" for axis in ("lon", "lat"))
    population = whole(candidate["population"], ui) if candidate["population"] else "-"
    yield _line(str(number), candidate["name"], candidate["level"], lon, lat, population, candidate["id"])
    words = _WORDS[ui]
    where = ", ".join(parent["name"] for parent in candidate["parents"])
    disputed = f"({words['disputed']})" if candidate["disputed"] else ""
    names = (name for name in candidate["names"] if name["kind"] not in _NOT_SHOWN)
    texts = dict.fromkeys(one_line(name["text"]) for name in names)
    details = {
        "why": "; ".join(candidate["why"]),
        "in": f"{where} {disputed}".strip(),
        "names": ", ".join(list(texts)[:_MOST_NAMES]),
        "source": candidate["source"] or "",
    }
    for column, text in details.items():
        if text:
            first = f"{' ' * _INDENT}{words[column]:8} "
            yield textwrap.fill(text, _WIDTH, initial_indent=first, subsequent_indent=" " * len(first))
