"""The hand-made tables: whole, sorted, and where Natural Earth knows the place, in its place."""

import csv
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Final

import pytest

from gazetteer.index import Gazetteer
from gazetteer.names import fold
from gazetteer.place import Level, LonLat, NameKind
from gazetteer.sources.record import table_rows

FOLDER: Final = Path(__file__).parents[1] / "gazetteer" / "data"
REGIONS: Final = list(table_rows(FOLDER / "regions.tsv"))
NAMES: Final = list(table_rows(FOLDER / "press_names.tsv"))
KINDS: Final = {kind.value for kind in NameKind} - {NameKind.ROMANIZED.value}
NEAR_DEG: Final = 1.0
"""How far outside Natural Earth's box a point may lie: boxes of straits and capes are drawn narrowly."""


def names_of(row: dict[str, str], language: str) -> list[str]:
    others = row[f"other_{language}"].split("|") if row[f"other_{language}"] else []
    return [row[f"name_{language}"], *others]


def test_there_are_enough_regions_each_once_and_in_order() -> None:
    ids = [row["id"] for row in REGIONS]
    assert len(ids) >= 400
    assert all(before < after for before, after in pairwise(ids))
    assert all(fold(i.removeprefix("petakan:")).replace(" ", "-") == i.removeprefix("petakan:") for i in ids)


@pytest.mark.parametrize("row", REGIONS, ids=lambda row: row["id"])
def test_a_region_has_names_a_position_and_a_source(row: dict[str, str]) -> None:
    assert row["name_id"]
    assert row["name_en"]
    LonLat(float(row["lon"]), float(row["lat"]))
    assert 0 < float(row["radius_km"]) < 10_000
    assert row["disputed"] in {"0", "1"}
    assert row["source"].startswith(("NE10m:", "hand: "))
    assert all(len(code) == 2 and code.isupper() for code in row["countries"].split())


@pytest.mark.parametrize("language", ["id", "en"])
def test_no_name_is_of_two_regions(language: str) -> None:
    counted = Counter(fold(name) for row in REGIONS for name in {fold(n): n for n in names_of(row, language)}.values())
    assert [name for name, count in counted.items() if count > 1] == []


def test_regions_lie_where_natural_earth_has_them(shared: Path) -> None:
    with (shared / "reference" / "natural-earth-physical.tsv").open(encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines, delimiter="\t")
        boxes: dict[str, list[dict[str, str]]] = {}
        for row in reader:
            boxes.setdefault(fold(row["name"]), []).append(row)
    outside = []
    for region in REGIONS:
        known = boxes.get(fold(region["source"].removeprefix("NE10m:"))) if region["source"].startswith("NE") else None
        if region["source"].startswith("NE") and not known:
            outside.append(f"{region['id']}: {region['source']} is not in the table")
        elif known and not any(_is_in(region, box) for box in known):
            outside.append(region["id"])
    assert outside == []


def _is_in(region: dict[str, str], box: dict[str, str]) -> bool:
    lon, lat = float(region["lon"]), float(region["lat"])
    west, south, east, north = (float(box[key]) for key in ("west", "south", "east", "north"))
    return west - NEAR_DEG <= lon <= east + NEAR_DEG and south - NEAR_DEG <= lat <= north + NEAR_DEG


def test_press_names_are_well_formed_unique_and_in_order() -> None:
    keys = [(row["place"], row["name"], row["language"]) for row in NAMES]
    assert all(before < after for before, after in pairwise(keys))
    assert {row["kind"] for row in NAMES} <= KINDS
    schemes = {row["place"].partition(":")[0] for row in NAMES}
    assert schemes <= {"ISO", "ISO2", "M49", "geonames", "petakan"}
    assert all(row["name"] == row["name"].strip() and row["name"] for row in NAMES)


def test_every_press_name_finds_its_place(gazetteer: Gazetteer) -> None:
    missing = []
    for row in NAMES:
        found = gazetteer.find(row["name"])
        scheme, _, value = row["place"].partition(":")
        if scheme == "ISO":
            right = any(p.level is Level.COUNTRY and p.country == value for p in found)
        elif scheme in {"geonames", "petakan"}:
            right = any(p.id == row["place"] for p in found)
        else:
            right = bool(found)
        if not right:
            missing.append(f"{row['place']} {row['name']}")
    assert missing == []


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Korut", "KP"),
        ("Korsel", "KR"),
        ("AS", "US"),
        ("RRT", "CN"),
        ("Inggris", "GB"),
        ("Belanda", "NL"),
        ("UEA", "AE"),
    ],
)
def test_press_forms_of_countries(gazetteer: Gazetteer, name: str, country: str) -> None:
    assert gazetteer.find(name)[0].country == country


@pytest.mark.parametrize(
    "name",
    [
        "Jabar",
        "Jateng",
        "Jatim",
        "Sulsel",
        "NTB",
        "NTT",
        "DIY",
        "Kaltara",
        "Sumut",
        "Papua Pegunungan",
        "Babel",
        "Kepri",
    ],
)
def test_provinces_and_their_abbreviations(gazetteer: Gazetteer, name: str) -> None:
    assert any(p.level is Level.ADM1 and p.country == "ID" for p in gazetteer.find(name))


@pytest.mark.parametrize(
    ("name", "english"),
    [("Timur Tengah", "Middle East"), ("Laut Merah", "Red Sea"), ("Selat Malaka", "Strait of Malacca")],
)
def test_regions_have_a_name_in_both_languages(gazetteer: Gazetteer, name: str, english: str) -> None:
    region = next(p for p in gazetteer.find(name) if p.level is Level.REGION)
    assert region.label("en") == english
    assert gazetteer.find(english)[0].id == region.id


@pytest.mark.parametrize(
    ("name", "official"),
    [
        ("Kutim", "Kabupaten Kutai Timur"),
        ("Kukar", "Kabupaten Kutai Kartanegara"),
        ("Lotim", "Kabupaten Lombok Timur"),
        ("Sergai", "Kabupaten Serdang Bedagai"),
        ("Kulonprogo", "Kabupaten Kulon Progo"),
        ("Haltim", "Kabupaten Halmahera Timur"),
        ("Jaksel", "Jakarta Selatan"),
    ],
)
def test_short_forms_of_kabupaten(gazetteer: Gazetteer, name: str, official: str) -> None:
    (found,) = gazetteer.find(name)
    assert (found.level, found.country, found.label("id")) == (Level.ADM2, "ID", official)


@pytest.mark.parametrize(
    ("word", "place"),
    [
        ("Middle Eastern", "Middle East"),
        ("Kurdish", "Kurdistan"),
        ("Soviets", "Soviet Union"),
        ("Gazans", "Gaza Strip"),
        ("South East Asian", "Southeast Asia"),
        ("English", "England"),
        ("Israeli", "Israel"),
        ("Nevadans", "Nevada"),
        ("Londoners", "London"),
    ],
)
def test_words_for_people_need_context(gazetteer: Gazetteer, word: str, place: str) -> None:
    hit = gazetteer.hits(fold(word))[0]
    assert hit.kind is NameKind.DEMONYM
    assert gazetteer.place(hit.number).label("en") == place


@pytest.mark.parametrize(("code", "state"), [("Calif.", "California"), ("N.Y.", "New York"), ("Que.", "Quebec")])
def test_abbreviations_of_states_need_context(gazetteer: Gazetteer, code: str, state: str) -> None:
    hit = gazetteer.hits(fold(code))[0]
    assert hit.kind is NameKind.CODE
    assert gazetteer.place(hit.number).label("en") == state
