"""Indonesia: all 38 provinces and 514 kabupaten and kota are known, and lie where they are."""

import csv
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Final

import pytest
from geopy.distance import great_circle

from gazetteer.index import Gazetteer
from gazetteer.place import Level, NameKind, Place
from gazetteer.sources import indonesia
from gazetteer.sources.record import Record

PROVINCES: Final = {
    "Aceh": ("NAD",),
    "Sumatera Utara": ("Sumut", "Sumatra Utara"),
    "Sumatera Barat": ("Sumbar", "Sumatra Barat"),
    "Riau": (),
    "Jambi": (),
    "Sumatera Selatan": ("Sumsel", "Sumatra Selatan"),
    "Bengkulu": (),
    "Lampung": (),
    "Kepulauan Bangka Belitung": ("Babel", "Bangka Belitung"),
    "Kepulauan Riau": ("Kepri",),
    "Daerah Khusus Jakarta": ("DKI", "DKI Jakarta", "DKJ", "Daerah Khusus Ibukota Jakarta"),
    "Jawa Barat": ("Jabar",),
    "Jawa Tengah": ("Jateng",),
    "Daerah Istimewa Yogyakarta": ("DIY", "DI Yogyakarta"),
    "Jawa Timur": ("Jatim",),
    "Banten": (),
    "Bali": (),
    "Nusa Tenggara Barat": ("NTB",),
    "Nusa Tenggara Timur": ("NTT",),
    "Kalimantan Barat": ("Kalbar",),
    "Kalimantan Tengah": ("Kalteng",),
    "Kalimantan Selatan": ("Kalsel",),
    "Kalimantan Timur": ("Kaltim",),
    "Kalimantan Utara": ("Kaltara",),
    "Sulawesi Utara": ("Sulut",),
    "Sulawesi Tengah": ("Sulteng",),
    "Sulawesi Selatan": ("Sulsel",),
    "Sulawesi Tenggara": ("Sultra",),
    "Gorontalo": (),
    "Sulawesi Barat": ("Sulbar",),
    "Maluku": (),
    "Maluku Utara": ("Malut",),
    "Papua": (),
    "Papua Barat": ("Pabar", "Papbar"),
    "Papua Selatan": ("Papsel",),
    "Papua Tengah": ("Papteng",),
    "Papua Pegunungan": ("Papeg",),
    "Papua Barat Daya": ("PBD",),
}
"""Official Indonesian names, each with how the press shortens or spells it."""

NEAR_KM: Final = {Level.ADM1: 150, Level.ADM2: 60, Level.CITY: 60}
"""How far a point may lie from the middle of its unit: the middle of a scatter of islands is at sea."""

KOTA: Final = "Kota "


def in_indonesia(gazetteer: Gazetteer, name: str, *levels: Level) -> list[Place]:
    return [place for place in gazetteer.find(name) if place.country == "ID" and place.level in levels]


def province(gazetteer: Gazetteer, name: str) -> str:
    (found,) = in_indonesia(gazetteer, name, Level.ADM1)
    return found.id


def km_between(place: Place, unit: dict[str, str]) -> float:
    if place.position is None:
        return float("inf")
    here = (place.position.lat, place.position.lon)
    return float(great_circle(here, (float(unit["lat"]), float(unit["lon"]))).km)


@pytest.fixture(scope="module")
def units(shared: Path) -> list[dict[str, str]]:
    with (shared / "reference" / "indonesia-units.tsv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t"))


@pytest.fixture(scope="module")
def records() -> list[Record]:
    return list(indonesia.records())


@pytest.mark.parametrize(("name", "others"), PROVINCES.items(), ids=PROVINCES)
def test_a_province_is_found_by_its_name_and_by_how_the_press_writes_it(
    gazetteer: Gazetteer, name: str, others: tuple[str, ...]
) -> None:
    known = province(gazetteer, name)
    assert {province(gazetteer, other) for other in (*others, f"Provinsi {name}")} == {known}
    found = gazetteer.by_id(known)
    assert found is not None
    assert found.label("id") == name
    assert found.radius_km is not None


def test_every_province_is_another_place(gazetteer: Gazetteer) -> None:
    assert len({province(gazetteer, name) for name in PROVINCES}) == 38
    assert sum(place.country == "ID" for place in gazetteer.of_level(Level.ADM1)) == 38


def test_the_reference_has_all_units(units: list[dict[str, str]]) -> None:
    assert Counter("." in unit["code"] for unit in units) == {False: 38, True: 514}


def test_every_province_lies_where_it_is(gazetteer: Gazetteer, units: list[dict[str, str]]) -> None:
    far = []
    for unit in units:
        if "." not in unit["code"]:
            (found,) = in_indonesia(gazetteer, unit["name"], Level.ADM1)
            if (km := km_between(found, unit)) > NEAR_KM[Level.ADM1]:
                far.append(f"{unit['name']}: {km:.0f} km")
    assert far == []


def test_every_kabupaten_and_kota_is_found_lies_where_it_is_and_in_its_province(
    gazetteer: Gazetteer, units: list[dict[str, str]]
) -> None:
    wrong = [fault for unit in units if "." in unit["code"] for fault in faults(gazetteer, unit, units)]
    assert wrong == []


def faults(gazetteer: Gazetteer, unit: dict[str, str], units: list[dict[str, str]]) -> Iterator[str]:
    name, near = unit["name"], NEAR_KM[Level.ADM2]
    levels = (Level.CITY, Level.ADM2) if name.startswith(KOTA) else (Level.ADM2,)
    found = in_indonesia(gazetteer, name, *levels)
    if not found:
        yield f"{name}: not found"
        return
    best = min(found, key=lambda place: km_between(place, unit))
    if km_between(best, unit) > near:
        yield f"{name}: {km_between(best, unit):.0f} km off"
    above = next(u["name"] for u in units if u["code"] == unit["code"].partition(".")[0])
    if province(gazetteer, above) != next(id_ for id_ in best.parents if is_province(gazetteer, id_)):
        yield f"{name}: not in {above}"
    plain = name.removeprefix("Kabupaten ").removeprefix(KOTA).removeprefix("Administrasi ")
    if best not in in_indonesia(gazetteer, plain, *levels):
        yield f"{name}: not found as {plain}"


def is_province(gazetteer: Gazetteer, place_id: str) -> bool:
    place = gazetteer.by_id(place_id)
    return place is not None and place.level is Level.ADM1


def test_no_unit_of_the_second_level_is_left_over(gazetteer: Gazetteer, units: list[dict[str, str]]) -> None:
    named = {place.id for unit in units for place in in_indonesia(gazetteer, unit["name"], Level.ADM2)}
    known = (place for place in gazetteer.of_level(Level.ADM2) if place.country == "ID")
    assert [place.name for place in known if place.id not in named] == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Kabupaten Toba Samosir", "Kabupaten Toba"),
        ("Kabupaten Mamuju Utara", "Kabupaten Pasangkayu"),
        ("Kabupaten Maluku Tenggara Barat", "Kabupaten Kepulauan Tanimbar"),
    ],
)
def test_a_renamed_kabupaten_has_its_new_name_and_is_found_by_the_old(gazetteer: Gazetteer, old: str, new: str) -> None:
    (found,) = in_indonesia(gazetteer, old, Level.ADM2)
    assert found.name == new
    assert {found.label("id"), found.label("en")} == {new}


@pytest.mark.parametrize("name", ["Palangkaraya", "Banjarbaru", "Pematangsiantar", "Tarakan", "Jambi", "Batam"])
def test_a_kota_and_its_town_are_one_place(gazetteer: Gazetteer, name: str) -> None:
    towns = in_indonesia(gazetteer, name, Level.CITY, Level.ADM2)
    assert [town.level for town in towns] == [Level.CITY]
    assert in_indonesia(gazetteer, KOTA + name, Level.CITY, Level.ADM2) == towns


def test_the_table_is_ours() -> None:
    described = indonesia.source()
    assert described.licence == "MIT"
    assert "Indonesia" in described.name


def test_no_unit_is_twice_in_the_table_and_each_level_is_in_order(records: list[Record]) -> None:
    keys = Counter(key for record in records for key in record.keys)
    assert [key for key, count in keys.items() if count > 1] == []
    for _, rows in groupby(records, key=lambda record: record.level):
        first = [record.keys[0] for record in rows]
        assert first == sorted(first)


def test_a_province_has_its_english_name(records: list[Record]) -> None:
    (found,) = (record for record in records if record.keys == ("iso2:ID-PE",))
    assert [(name.text, name.language) for name in found.names] == [("Highland Papua", "en")]
    assert (found.level, found.feature_code, found.parents) == (Level.ADM1, "ADM1", ("iso:ID",))
    assert found.radius_km == 128


def test_a_kabupaten_has_its_official_and_its_plain_name(records: list[Record]) -> None:
    (found,) = (record for record in records if record.names[0].text == "Kabupaten Berau")
    assert [(name.text, name.kind) for name in found.names[1:]] == [("Berau", NameKind.SHORT)]
    assert (found.level, found.feature_code, found.parents) == (Level.ADM2, "ADM2", ("iso2:ID-KI", "iso:ID"))
    assert found.radius_km is None


def test_a_kota_joins_town_and_unit_and_is_named_as_the_town(records: list[Record]) -> None:
    (found,) = (record for record in records if record.names[0].text == "Palangkaraya")
    assert [name.text for name in found.names] == ["Palangkaraya", "Kota Palangkaraya"]
    assert (found.level, found.feature_code) == (Level.CITY, None)
    assert len(found.keys) == 2
