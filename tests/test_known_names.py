"""Names that every atlas has: towns of time zones, countries, capitals, large cities, and a table checked by hand."""

from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from typing import Final

import pytest

from gazetteer.index import Gazetteer
from gazetteer.names import fold
from gazetteer.place import Level, NameKind, Place
from gazetteer.sources.record import table_rows

ROOT: Final = Path(__file__).parents[1]
CITIES: Final = list(table_rows(ROOT / "tests" / "gold" / "cldr_cities.tsv"))
KNOWN: Final = list(table_rows(ROOT / "tests" / "gold" / "known_names.tsv"))
TERRITORIES: Final = [
    row for row in table_rows(ROOT / "gazetteer" / "data" / "territories.tsv") if row["kind"] == "official"
]

NO_TOWN: Final = {
    "Blanc-Sablon": "in no source",
    "Danmarkshavn": "a weather station",
    "Eucla": "fewer than 500 inhabitants",
    "Ittoqqortoormiit": "fewer than 500 inhabitants",
    "Resolute": "fewer than 500 inhabitants",
    "Canton Island": "an islet, in no source",
    "Pulau Canton": "an islet, in no source",
    "Efate": "an island, in no source; its town is Port Vila",
    "Lindeman": "an islet, in no source",
    "Tortola": "an island, in no source; its town is Road Town",
    "Lord Howe": "short for an island known by its whole name",
    "Chatham": "short for islands known by their whole name; alone it is a town in Kent",
    "Christmas": "short for an island known by its whole name; alone it is the feast",
    "Easter": "short for an island known by its whole name; alone it is the feast",
}
"""Names of CLDR's zones that the gazetteer need not have, and why; beside the stations of Antarctica."""

LARGE_CITIES: Final = 500


def zone_names() -> set[tuple[str, str]]:
    """Names with their countries. CLDR tells namesakes apart by what follows a comma: "Knox, Indiana"."""
    return {
        (row[column].partition(",")[0], row["country"])
        for row in CITIES
        for column in ("name_id", "name_en")
        if row["country"] != "AQ"
    }


def is_among(gazetteer: Gazetteer, name: str, place_id: str) -> bool:
    return any(place.id == place_id for place in gazetteer.find(name))


def unknown(gazetteer: Gazetteer, places: Iterable[Place], language: str) -> list[str]:
    return [
        f"{place.id} {place.label(language)}"
        for place in places
        if not is_among(gazetteer, place.label(language), place.id)
    ]


def test_the_towns_of_time_zones_are_known(gazetteer: Gazetteer) -> None:
    """Some zones are named after islands and countries, so the level is left open."""
    names = zone_names()
    missing = {name for name, country in names if all(place.country != country for place in gazetteer.find(name))}
    assert len(names) > 400
    assert missing == set(NO_TOWN)


@pytest.mark.parametrize("language", ["id", "en"])
def test_countries_come_first_under_their_official_names(gazetteer: Gazetteer, language: str) -> None:
    codes = {place.country for place in gazetteer.of_level(Level.COUNTRY)}
    names = {
        row["code"]: row["name"] for row in TERRITORIES if row["code"] in codes and language in row["languages"].split()
    }
    firsts = {code: gazetteer.find(name)[:1] for code, name in names.items()}
    wrong = {code for code, first in firsts.items() if [(p.country, p.level) for p in first] != [(code, Level.COUNTRY)]}
    assert codes == set(names)
    assert wrong == set()


@pytest.mark.parametrize("language", ["id", "en"])
def test_capitals_are_known(gazetteer: Gazetteer, language: str) -> None:
    capitals = [place for place in gazetteer.of_level(Level.CITY) if place.feature_code == "PPLC"]
    assert len(capitals) > 240
    assert unknown(gazetteer, capitals, language) == []


def test_large_cities_abroad_are_known(gazetteer: Gazetteer) -> None:
    abroad = (place for place in gazetteer.of_level(Level.CITY) if place.country != "ID")
    largest = islice(sorted(abroad, key=lambda place: -place.population), LARGE_CITIES)
    assert unknown(gazetteer, largest, "id") == []


def test_the_table_of_known_names_is_whole() -> None:
    keys = [(row["name"], row["language"]) for row in KNOWN]
    assert len(set(keys)) == len(keys) == 300
    assert {row["first"] for row in KNOWN} == {"0", "1"}


@pytest.mark.parametrize("row", KNOWN, ids=lambda row: f"{row['language']}-{row['name']}")
def test_a_known_name_finds_its_place(gazetteer: Gazetteer, row: dict[str, str]) -> None:
    """Where ``first`` is 1, no other place comes before it; codes and demonyms, which need context, aside."""
    place = gazetteer.by_id(row["place"])
    assert place is not None
    assert (place.level, place.country or "") == (row["level"], row["country"])
    hits = gazetteer.hits(fold(row["name"]))
    found = [gazetteer.place(hit.number).id for hit in hits if hit.kind not in {NameKind.CODE, NameKind.DEMONYM}]
    assert is_among(gazetteer, row["name"], place.id)
    assert row["first"] == "0" or found[0] == place.id
