"""Reads exports back: what has a position in them."""

import csv
import io
import json
import sqlite3
from collections.abc import Callable, Iterator
from typing import Any
from xml.etree import ElementTree as ET

from export_samples import parquet_rows
from openpyxl import load_workbook

from maps.export.formats import Format, Subject

KML = "{http://www.opengis.net/kml/2.2}"
TEI = "{http://www.tei-c.org/ns/1.0}"

Row = dict[str, Any]


def located(form: Format, subject: Subject, content: bytes) -> list[str]:
    """The names of places, or the words of mentions, that an export gives a position or a place to."""
    name = "name" if subject is Subject.PLACES else "text"
    if form.name in _ROWS:
        rows = _ROWS[form.name](content)
        words = [str(row[name]) for row in rows if row["lon"] not in {None, ""}]
    else:
        words = list(_OTHERS[form.name, subject](content))
    return [" ".join(word.split()) for word in words]


def csv_rows(content: bytes) -> list[Row]:
    """Rows as a spreadsheet program would read them."""
    return [dict(row) for row in csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""))]


def xlsx_rows(content: bytes) -> list[Row]:
    """Rows of the first sheet."""
    sheet = load_workbook(io.BytesIO(content)).worksheets[0]
    heads, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(map(str, heads), row, strict=True)) for row in rows]


def gpkg_layer(content: bytes, layer: str) -> list[Row]:
    """Rows of a layer."""
    db = sqlite3.connect(":memory:")
    db.deserialize(content)
    db.row_factory = sqlite3.Row
    rows = [dict(row) for row in db.execute(f"SELECT * FROM {layer}")]
    db.close()
    return rows


def _jsonl_rows(content: bytes) -> list[Row]:
    lines = [json.loads(line) for line in content.decode().splitlines()]
    return [row for line in lines for row in (line["mentions"] if "doc" in line else [line])]


def _gpkg_rows(content: bytes) -> list[Row]:
    db = sqlite3.connect(":memory:")
    db.deserialize(content)
    layers = [name for (name,) in db.execute("SELECT table_name FROM gpkg_contents ORDER BY rowid")]
    db.close()
    rows = gpkg_layer(content, layers[0])
    assert all((row["geom"] is None) == (row["lon"] is None) for row in rows)
    return rows


def _parquet_rows(content: bytes) -> list[Row]:
    rows = parquet_rows(content)
    assert all((row["geometry"] is None) == (row["lon"] is None) for row in rows)
    return rows


def _geojson(content: bytes) -> Iterator[str]:
    for feature in json.loads(content)["features"]:
        if feature["geometry"] is not None:
            yield feature["properties"].get("text") or feature["properties"]["name"]


def _kml(content: bytes) -> Iterator[str]:
    for placemark in ET.fromstring(content).iter(f"{KML}Placemark"):
        yield str(placemark.findtext(f"{KML}name"))


def _lpf(content: bytes) -> Iterator[str]:
    for feature in json.loads(content)["features"]:
        yield feature["properties"]["title"]


def _storymapjs(content: bytes) -> Iterator[str]:
    for slide in json.loads(content)["storymap"]["slides"]:
        if "lat" in slide["location"]:
            yield slide["location"]["name"]


def _webannotation(content: bytes) -> Iterator[str]:
    for item in json.loads(content)["first"]["items"]:
        if any(body["purpose"] == "identifying" for body in item["body"]):
            yield item["target"]["selector"][0]["exact"]
        else:
            assert "lon" not in item["body"][0]["value"]


def _tei(content: bytes) -> Iterator[str]:
    root = ET.fromstring(content)
    known = {f"#{place.get('{http://www.w3.org/XML/1998/namespace}id')}" for place in root.iter(f"{TEI}place")}
    for body in root.iter(f"{TEI}body"):
        for name in body.iter(f"{TEI}placeName"):
            if name.get("ref"):
                assert name.get("ref") in known
                yield str(name.text)


def _table_of_places(content: bytes) -> Iterator[str]:
    for line in content.decode().splitlines()[1:]:
        yield line.split("  ")[0]


def _table_of_mentions(content: bytes) -> Iterator[str]:
    for line in content.decode().split("\n"):
        if line.startswith("  ") and "withheld: " not in line and "unsure: " not in line and "unresolved: " not in line:
            yield line[16:].split("  ")[0]


_ROWS: dict[str, Callable[[bytes], list[Row]]] = {
    "csv": csv_rows,
    "xlsx": xlsx_rows,
    "json": json.loads,
    "jsonl": _jsonl_rows,
    "gpkg": _gpkg_rows,
    "parquet": _parquet_rows,
}
_OTHERS: dict[tuple[str, Subject], Callable[[bytes], Iterator[str]]] = {
    ("table", Subject.PLACES): _table_of_places,
    ("table", Subject.MENTIONS): _table_of_mentions,
    ("geojson", Subject.PLACES): _geojson,
    ("geojson", Subject.MENTIONS): _geojson,
    ("kml", Subject.PLACES): _kml,
    ("lpf", Subject.PLACES): _lpf,
    ("storymapjs", Subject.PLACES): _storymapjs,
    ("webannotation", Subject.MENTIONS): _webannotation,
    ("tei", Subject.MENTIONS): _tei,
}
