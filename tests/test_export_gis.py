"""Exports for maps: GeoJSON, KML, GeoPackage and GeoParquet, read by those who read them elsewhere."""

import importlib.util
import itertools
import json
import struct
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from export_readers import KML, gpkg_layer
from export_samples import CENTRAL_JAVA, INDONESIA, findings, nasty, parquet_rows, sample
from outside_tools import run
from shapely import from_wkb
from shapely.geometry import MultiPolygon, shape

from gazetteer.place import Level, LonLat, Place
from geo.mention import Usage
from maps.export import to_geojson, to_gpkg, to_kml, to_parquet
from maps.export.areas import areas_of
from maps.export.records import Area, Findings

AROUND_180 = [
    Place(id=id_, name=name, level=Level.COUNTRY, country=code, position=LonLat(lon, lat), source="sample")
    for id_, name, code, lon, lat in [
        ("geonames:2017370", "Rusia", "RU", 100, 60),
        ("geonames:2205218", "Fiji", "FJ", 178, -18),
        ("geonames:6252001", "AS", "US", -98, 39),
        ("geonames:953987", "Afsel", "ZA", 24, -29),
    ]
]
"""Countries on both sides of 180 degrees, and one with another inside it."""


def areas_over_180() -> Findings:
    named = [(place.name, place, Usage.LITERAL, 0.99) for place in AROUND_180]
    return findings(sample("Rusia, Fiji, AS, Afsel.", named), areas=True)


def signed_area(ring: list[list[float]]) -> float:
    """In square degrees; positive where the ring runs counterclockwise."""
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in itertools.pairwise(ring)) / 2


def features(text: str) -> list[dict[str, Any]]:
    collection = json.loads(text)
    assert collection.keys() == {"type", "features", "attribution"}
    assert collection["type"] == "FeatureCollection"
    assert all(one.keys() == {"type", "id", "geometry", "properties"} for one in collection["features"])
    made: list[dict[str, Any]] = collection["features"]
    return made


def test_geojson_is_points_with_longitude_first() -> None:
    first, *_ = features(to_geojson.write_places(findings()))
    assert (first["type"], first["id"]) == ("Feature", "geonames:1631992")
    assert first["geometry"] == {"type": "Point", "coordinates": [111.04, -6.76]}
    assert first["properties"]["precision"] == "representative point of the place"
    assert first["properties"]["quotes"][0]["title"] == "Banjir di Pati"
    assert not {"id", "lon", "lat"} & first["properties"].keys()


def test_geojson_of_mentions_has_no_geometry_for_what_is_not_mapped() -> None:
    made = features(to_geojson.write_mentions(findings()))
    ids = [one["id"] for one in made]
    assert len(set(ids)) == len(ids) == 10
    assert {one["properties"]["text"] for one in made if one["geometry"] is None} == {
        "Atlantis", "Pabrik Gula Trangkil", "Qwxyz",
    }  # fmt: skip


def test_areas_obey_the_right_hand_rule_and_stay_within_180_degrees() -> None:
    made = features(to_geojson.write_places(areas_over_180()))
    assert {one["geometry"]["type"] for one in made} == {"MultiPolygon"}
    for one in made:
        assert one["properties"]["precision"] == "area of the place, simplified"
        outline = shape(one["geometry"])
        assert isinstance(outline, MultiPolygon)
        assert outline.is_valid
        assert outline.bounds[0] >= -180
        assert outline.bounds[2] <= 180
        for outer, *holes in one["geometry"]["coordinates"]:
            assert signed_area(outer) > 0
            assert all(signed_area(hole) < 0 for hole in holes)
            assert max(abs(x0 - x1) for (x0, _), (x1, _) in itertools.pairwise(outer)) < 90
            assert all(number == round(number, 2) for at in outer for number in at)


def test_a_country_within_a_country_is_a_hole() -> None:
    by_id = {one["id"]: one for one in features(to_geojson.write_places(areas_over_180()))}
    south_africa = by_id["geonames:953987"]["geometry"]["coordinates"]
    assert any(len(polygon) > 1 for polygon in south_africa), "Lesotho"


def test_a_place_without_an_outline_stays_a_point() -> None:
    found = findings(areas=True)
    assert found.areas.keys() == {INDONESIA.id, CENTRAL_JAVA.id}
    kinds = {one["properties"]["name"]: one["geometry"]["type"] for one in features(to_geojson.write_places(found))}
    assert kinds == {"Pati": "Point", "Java Sea": "Point", "Indonesia": "MultiPolygon", "Jawa Tengah": "MultiPolygon"}


def test_a_place_that_the_default_gazetteer_lacks_has_no_area() -> None:
    own = Place(id="mine:1", name="Negeri", level=Level.COUNTRY, position=LonLat(1, 1), source="sample")
    assert areas_of(findings(sample("Negeri.", [("Negeri", own, Usage.LITERAL, 0.9)])).places) == {}


@pytest.mark.parametrize("areas", [False, True])
def test_ogr_reads_geojson(tmp_path: Path, areas: bool) -> None:
    path = tmp_path / "places.geojson"
    path.write_text(to_geojson.write_places(findings(areas=areas)), encoding="utf-8")
    printed = run("ogrinfo", "-so", "-al", path)
    assert "Feature Count: 4" in printed
    assert "WGS 84" in printed


def test_ogr_reads_geojson_of_mentions(tmp_path: Path) -> None:
    path = tmp_path / "mentions.geojson"
    path.write_text(to_geojson.write_mentions(findings()), encoding="utf-8")
    assert "Feature Count: 10" in run("ogrinfo", "-so", "-al", path)


@pytest.mark.parametrize("areas", [False, True])
def test_kml_is_valid(tmp_path: Path, areas: bool) -> None:
    """By the official schema, which the package pykml ships."""
    path = tmp_path / "places.kml"
    path.write_text(to_kml.write_places(findings(areas=areas)), encoding="utf-8")
    package = importlib.util.find_spec("pykml")
    assert package is not None
    assert package.origin is not None
    run("xmllint", "--nonet", "--noout", "--schema", Path(package.origin).parent / "schemas" / "ogckml22.xsd", path)
    printed = run("ogrinfo", "-so", "-al", path)
    assert sum(int(line.split(": ")[1]) for line in printed.splitlines() if line.startswith("Feature Count")) == 4


def placemarks(text: str) -> dict[str, ET.Element]:
    root = ET.fromstring(text)
    return {str(one.findtext(f"{KML}name")): one for one in root.iter(f"{KML}Placemark")}


def test_kml_has_names_without_pins_and_never_flies_low() -> None:
    text = to_kml.write_places(findings())
    assert "<Icon>" not in text
    assert text.count("<scale>0</scale>") == text.count("<IconStyle>")
    ranges = {name: float(one.findtext(f"{KML}LookAt/{KML}range") or 0) for name, one in placemarks(text).items()}
    assert min(ranges.values()) >= 100_000
    assert ranges["Indonesia"] > ranges["Jawa Tengah"] > ranges["Pati"]


def test_the_balloon_of_kml_holds_the_sentences_as_text() -> None:
    marks = placemarks(to_kml.write_places(findings()))
    balloon = str(marks["Java Sea"].findtext(f"{KML}description"))
    assert "&lt;b onclick=alert(1)&gt;Laut Jawa&lt;/b&gt; &amp;" in balloon
    assert "<script" not in balloon
    assert "Posisi wakil, bukan tempat kejadian." in balloon
    assert "Banjir di Pati, 2025-05-07" in str(marks["Pati"].findtext(f"{KML}description"))
    assert marks["Indonesia"].findtext(f"{KML}Snippet") == "negara, ID · disebut 1 kali · pasti · wilayah sengketa"
    data = {one.get("name"): one.findtext(f"{KML}value") for one in marks["Indonesia"].iter(f"{KML}Data")}
    assert data["id"] == "https://sws.geonames.org/1643084/"
    assert (data["mentions"], data["unsure"]) == ("1", "0")


def test_the_styles_of_kml_are_there() -> None:
    root = ET.fromstring(to_kml.write_places(findings()))
    styles = {f"#{style.get('id')}" for style in root.iter(f"{KML}Style")}
    assert {str(one.text) for one in root.iter(f"{KML}styleUrl")} <= styles


def test_a_geopackage_says_that_it_is_one() -> None:
    content = to_gpkg.write_places(findings(areas=True))
    assert content[68:72] == b"GPKG"
    assert struct.unpack(">I", content[60:64]) == (10_300,)
    [pati, *_] = gpkg_layer(content, "places")
    assert (pati["name"], pati["lon"], pati["disputed"]) == ("Pati", 111.04, 0)
    assert [row["name"] for row in gpkg_layer(content, "areas")] == ["Indonesia", "Jawa Tengah"]
    contents = {row["table_name"]: row for row in gpkg_layer(content, "gpkg_contents")}
    assert (contents["places"]["min_x"], contents["places"]["max_x"]) == (110, 120)


def test_a_geopackage_without_places_has_an_empty_layer() -> None:
    content = to_gpkg.write_places(findings(sample("Hujan turun.", [])))
    [layer] = gpkg_layer(content, "gpkg_contents")
    assert (layer["table_name"], layer["min_x"]) == ("places", None)


@pytest.mark.parametrize(("layer", "count", "kind"), [("places", 4, "Point"), ("areas", 2, "Multi Polygon")])
def test_ogr_reads_the_layers_of_a_geopackage(tmp_path: Path, layer: str, count: int, kind: str) -> None:
    path = tmp_path / "places.gpkg"
    path.write_bytes(to_gpkg.write_places(findings(areas=True)))
    printed = run("ogrinfo", "-so", path, layer)
    assert f"Feature Count: {count}" in printed
    assert f"Geometry: {kind}" in printed
    assert "WGS 84" in printed


def test_ogr_reads_a_geopackage_of_mentions(tmp_path: Path) -> None:
    path = tmp_path / "mentions.gpkg"
    path.write_bytes(to_gpkg.write_mentions(findings()))
    printed = run("ogrinfo", "-al", path, "mentions")
    assert printed.count("POINT (") == 7
    assert "Feature Count: 10" in printed


def test_parquet_is_geoparquet() -> None:
    from pyarrow import BufferReader, parquet  # noqa: PLC0415 - an extra

    content = to_parquet.write_places(findings(areas=True))
    metadata = json.loads(parquet.read_schema(BufferReader(content)).metadata[b"geo"])
    assert (metadata["version"], metadata["primary_column"]) == ("1.1.0", "geometry")
    column = metadata["columns"]["geometry"]
    assert (column["encoding"], column["geometry_types"]) == ("WKB", ["MultiPolygon", "Point"])
    assert column["bbox"][0] <= 95.1
    rows = parquet_rows(content)
    assert [from_wkb(row["geometry"]).geom_type for row in rows] == ["Point", "Point", "MultiPolygon", "MultiPolygon"]
    assert rows[0]["spellings"] == ["Pati"]


def test_the_outlines_are_the_same_in_every_format() -> None:
    found = findings(areas=True)
    geojson = {one["id"]: shape(one["geometry"]) for one in features(to_geojson.write_places(found))}
    for row in parquet_rows(to_parquet.write_places(found)):
        assert from_wkb(row["geometry"]).equals_exact(geojson[str(row["id"])], 0)
    for row in gpkg_layer(to_gpkg.write_places(found), "areas"):
        geometry = row["geom"]
        assert isinstance(geometry, bytes)
        assert from_wkb(geometry[40:]).equals_exact(geojson[str(row["id"])], 0)
    area: Area = found.areas[CENTRAL_JAVA.id]
    assert to_kml.write_places(found).count("<Polygon>") == sum(map(len, (area, found.areas[INDONESIA.id])))


def test_geopandas_reads_parquet(tmp_path: Path) -> None:
    geopandas = pytest.importorskip("geopandas")
    path = tmp_path / "mentions.parquet"
    path.write_bytes(to_parquet.write_mentions(findings(sample(), nasty())))
    frame = geopandas.read_parquet(path)
    assert frame.crs == "OGC:CRS84"
    assert len(frame) == 10
    assert frame.geometry.isna().sum() == 3


def test_parquet_of_nothing_has_no_bounds() -> None:
    from pyarrow import BufferReader, parquet  # noqa: PLC0415 - an extra

    content = to_parquet.write_places(findings(sample("Hujan turun.", [])))
    metadata = json.loads(parquet.read_schema(BufferReader(content)).metadata[b"geo"])
    assert metadata["columns"]["geometry"] == {"encoding": "WKB", "geometry_types": []}
