"""The tables in ``gazetteer/data`` that come from CLDR and Natural Earth."""

import gzip
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from gazetteer.errors import GazetteerFormatError, GazetteerMissingError
from gazetteer.polygons import read_polygons

DATA = Path(__file__).parent.parent / "gazetteer" / "data"
TABLES = ("admin1.tsv", "territories.tsv")
JAKARTA_RAYA = 1159309883

Row = dict[str, str]


def read_table(name: str) -> list[Row]:
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    columns = lines[0].split("\t")
    return [dict(zip(columns, line.split("\t"), strict=True)) for line in lines[1:]]


@pytest.fixture(scope="module")
def territories() -> list[Row]:
    return read_table("territories.tsv")


@pytest.fixture(scope="module")
def units() -> list[Row]:
    return read_table("admin1.tsv")


def names_of(unit: Row) -> Iterator[tuple[str, str]]:
    for pair in unit["names"].split("|"):
        key, _, name = pair.partition("=")
        yield key, name


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_sorted_utf8_in_nfc_with_lf(name: str) -> None:
    content = (DATA / name).read_bytes()
    text = content.decode("utf-8")
    _, *lines = text.removesuffix("\n").split("\n")
    assert b"\r" not in content
    assert lines == sorted(lines)
    assert unicodedata.is_normalized("NFC", text)


def test_territories_have_unique_keys_and_valid_columns(territories: list[Row]) -> None:
    keys = [(row["code"], row["kind"], row["name"]) for row in territories]
    assert len(set(keys)) == len(keys) > 30_000
    for row in territories:
        assert re.fullmatch(r"[A-Z]{2}|[0-9]{3}", row["code"])
        assert row["kind"] in {"official", "short", "variant"}
        assert row["name"].strip() == row["name"] != ""
        assert row["languages"].split() == sorted(set(row["languages"].split())) != []


def test_what_is_no_place_is_left_out(territories: list[Row]) -> None:
    codes = {row["code"] for row in territories}
    assert codes.isdisjoint({"001", "EZ", "QO", "UN", "XA", "XB", "ZZ"})
    assert {"EU", "ID", "PS", "TW", "XK", "035", "142", "419"} <= codes


@pytest.mark.parametrize(
    ("code", "kind", "name"),
    [
        ("KP", "official", "Korea Utara"),
        ("RU", "official", "Rusia"),
        ("US", "official", "Amerika Serikat"),
        ("US", "short", "AS"),
        ("CN", "official", "Tiongkok"),
        ("035", "official", "Asia Tenggara"),
        ("TL", "variant", "Timor Timur"),
    ],
)
def test_indonesian_names_of_countries(territories: list[Row], code: str, kind: str, name: str) -> None:
    found = [row for row in territories if (row["code"], row["kind"], row["name"]) == (code, kind, name)]
    assert len(found) == 1
    assert "id" in found[0]["languages"].split()


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_code_has_one_official_name_in_a_language(territories: list[Row], language: str) -> None:
    rows = [r["code"] for r in territories if r["kind"] == "official" and language in r["languages"].split()]
    assert len(rows) == len(set(rows)) > 250


def test_units_have_unique_ids_and_valid_columns(units: list[Row]) -> None:
    for column in ("ne_id", "geonameid", "iso"):
        values = [unit[column] for unit in units if unit[column]]
        assert len(set(values)) == len(values) > 3_900
    for unit in units:
        assert re.fullmatch(r"[0-9]*", unit["geonameid"])
        assert re.fullmatch(r"([A-Z]{2}\.\w+)?", unit["gn_code"])
        assert re.fullmatch(r"([A-Z]{2}-[A-Z0-9]{1,3})?", unit["iso"])
        assert re.fullmatch(r"[A-Z]{2}", unit["country"])
        assert unit["disputed"] in {"0", "1"}
        assert -180 <= float(unit["lon"]) <= 180
        assert -90 <= float(unit["lat"]) <= 90
        assert 0 < float(unit["radius_km"]) < 2_500


def test_every_unit_has_an_english_name_and_none_is_empty(units: list[Row]) -> None:
    for unit in units:
        pairs = list(names_of(unit))
        assert [key for key, _ in pairs].count("en") == 1
        assert all(key and name for key, name in pairs)
        assert pairs == sorted(pairs)


@pytest.mark.parametrize(
    ("iso", "radius_km"),
    # Areas of 1,723,337 and 695,662 km2 (US Census Bureau, with water) and 661 km2 (Statistics Indonesia).
    [("US-AK", 740.6), ("US-TX", 470.6), ("ID-JK", 14.5)],
)
def test_radius_is_that_of_the_area(units: list[Row], iso: str, radius_km: float) -> None:
    unit = next(unit for unit in units if unit["iso"] == iso)
    assert float(unit["radius_km"]) == pytest.approx(radius_km, rel=0.15)


def test_the_units_of_indonesia(units: list[Row]) -> None:
    provinces = [unit for unit in units if unit["country"] == "ID"]
    assert len(provinces) == 33
    for unit in provinces:
        assert {"en", "id"} <= dict(names_of(unit)).keys()
        assert unit["geonameid"]
        assert unit["iso"].startswith("ID-")


@pytest.mark.parametrize(
    ("short", "iso"),
    [
        ("Jateng", "ID-JT"),
        ("Jatim", "ID-JI"),
        ("Sulsel", "ID-SN"),
        ("Sulbar", "ID-SR"),
        ("DKI Jakarta", "ID-JK"),
        ("Sumatera Utara", "ID-SU"),
    ],
)
def test_indonesian_short_names(units: list[Row], short: str, iso: str) -> None:
    owners = {unit["iso"] for unit in units if short in {name for _, name in names_of(unit)}}
    assert owners == {iso}


@pytest.mark.parametrize(
    ("iso", "country"),
    [("UA-43", "UA"), ("UA-40", "UA"), ("UA-14", "UA"), ("GE-AB", "GE"), ("TW-TPE", "TW"), ("IN-JK", "IN")],
)
def test_disputed_units_follow_iso_3166(units: list[Row], iso: str, country: str) -> None:
    assert [(unit["country"], unit["disputed"]) for unit in units if unit["iso"] == iso] == [(country, "1")]


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Gaza", "PS"),
        ("West Bank", "PS"),
        ("Somaliland", "SO"),
        ("Northern Cyprus", "CY"),
        ("Western Sahara", "EH"),
        ("Priština", "XK"),
    ],
)
def test_disputed_units_without_a_code(units: list[Row], name: str, country: str) -> None:
    found = [unit for unit in units if unit["country"] == country and ("en", name) in names_of(unit)]
    assert [unit["disputed"] for unit in found] == ["1"]


def test_sites_are_no_units(units: list[Row]) -> None:
    names = {name for unit in units for _, name in names_of(unit)}
    assert names.isdisjoint({"Akrotiri", "Dhekelia", "Guantanamo Bay USNB", "Baykonur"})


@pytest.mark.parametrize(
    ("geonameid", "name"),
    # Units to which Natural Earth gives another's names.
    [("3650445", "Tungurahua"), ("3653890", "Napo"), ("3378950", "Demerara-Mahaica"), ("448498", "Debub")],
)
def test_names_and_geonames_ids_agree(units: list[Row], geonameid: str, name: str) -> None:
    unit = next(unit for unit in units if unit["geonameid"] == geonameid)
    assert dict(names_of(unit))["en"] == name


def test_polygons_hold_their_points(units: list[Row]) -> None:
    shapely = pytest.importorskip("shapely")
    polygons = read_polygons(DATA / "admin1.wkb.gz")
    assert {int(unit["ne_id"]) for unit in units} == polygons.keys()
    shapes = [polygons[int(unit["ne_id"])] for unit in units]
    points = shapely.points([[float(unit["lon"]), float(unit["lat"])] for unit in units])
    assert shapely.is_valid(shapes).all()
    assert not shapely.is_empty(shapes).any()
    # Simplifying moves the borders of the smallest units by their own size.
    assert shapely.contains(shapes, points).mean() > 0.97


def test_jakarta_lies_in_dki_jakarta(units: list[Row]) -> None:
    shapely = pytest.importorskip("shapely")
    polygons = read_polygons(DATA / "admin1.wkb.gz")
    jakarta = shapely.Point(106.8451, -6.2146)
    assert [ne_id for ne_id, shape in polygons.items() if shapely.contains(shape, jakarta)] == [JAKARTA_RAYA]
    assert dict(names_of(next(u for u in units if u["ne_id"] == str(JAKARTA_RAYA))))["id"] == "Jakarta"


def test_a_missing_file_of_polygons(tmp_path: Path) -> None:
    with pytest.raises(GazetteerMissingError, match="no such file"):
        read_polygons(tmp_path / "none.wkb.gz")


@pytest.mark.parametrize(
    "content",
    # No time in the bytes: every worker of a parallel run has to collect the same name of a test.
    [b"no gzip", gzip.compress(b"\1\2\3", mtime=0), gzip.compress(bytes(8) + b"\1", mtime=0)],
    ids=["no gzip", "too short for a count", "a shape cut off"],
)
def test_a_damaged_file_of_polygons(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "damaged.wkb.gz"
    path.write_bytes(content)
    with pytest.raises(GazetteerFormatError, match="damaged"):
        read_polygons(path)
