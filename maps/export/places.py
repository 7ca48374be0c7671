"""Places as CSV, JSON, GeoJSON, or a table to read."""

import csv
import io
import json
from collections.abc import Sequence
from enum import StrEnum
from typing import Any, Final

from maps.export.records import PlaceRecord, one_line

_FORMULA_STARTS: Final = ("=", "+", "-", "@")
_COLUMNS: Final = tuple(PlaceRecord.__annotations__)
_SEPARATOR: Final = "; "
_FIRST_NUMBER: Final = 3
"""Index of the first column of the table that is aligned to the right."""


class PlacesFormat(StrEnum):
    """How ``petakan places`` writes."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    GEOJSON = "geojson"


def write_places(records: Sequence[PlaceRecord], form: PlacesFormat) -> str:
    """The records in one of the formats, ending in a line break; the same input gives the same bytes."""
    writers = {
        PlacesFormat.TABLE: _table,
        PlacesFormat.CSV: _csv,
        PlacesFormat.JSON: _json,
        PlacesFormat.GEOJSON: _geojson,
    }
    return writers[form](records)


def _json(records: Sequence[PlaceRecord]) -> str:
    return json.dumps(records, ensure_ascii=False, indent=1) + "\n"


def _geojson(records: Sequence[PlaceRecord]) -> str:
    """A FeatureCollection of points (RFC 7946: longitude first, WGS 84)."""
    features = [_feature(record) for record in records]
    collection = {"type": "FeatureCollection", "features": features}
    return json.dumps(collection, ensure_ascii=False, indent=1) + "\n"


def _feature(record: PlaceRecord) -> dict[str, Any]:
    properties = {key: value for key, value in record.items() if key not in {"id", "lon", "lat"}}
    return {
        "type": "Feature",
        "id": record["id"],
        "geometry": {"type": "Point", "coordinates": [record["lon"], record["lat"]]},
        "properties": properties | {"precision": "representative point of the place"},
    }


def _csv(records: Sequence[PlaceRecord]) -> str:
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for record in records:
        writer.writerow([_cell(value) for value in record.values()])
    return target.getvalue()


def _cell(value: object) -> object:
    """A cell on one line that no spreadsheet takes for a formula."""
    if isinstance(value, list):
        value = _SEPARATOR.join(value)
    if isinstance(value, str):
        value = one_line(value)
        return f"'{value}" if value.startswith(_FORMULA_STARTS) else value
    return "" if value is None else value


def _table(records: Sequence[PlaceRecord]) -> str:
    rows = [("place", "level", "country", "mentions", "lon", "lat")]
    rows += (_row(record) for record in records)
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    return "".join(_line(row, widths) for row in rows)


def _row(record: PlaceRecord) -> tuple[str, str, str, str, str, str]:
    lon, lat = f"{record['lon']:.2f}", f"{record['lat']:.2f}"
    return (
        one_line(record["name"]),
        record["level"],
        record["country"] or "",
        str(record["mentions"]),
        lon,
        lat,
    )


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    cells = enumerate(zip(row, widths, strict=True))
    aligned = (cell.ljust(width) if i < _FIRST_NUMBER else cell.rjust(width) for i, (cell, width) in cells)
    return "  ".join(aligned).rstrip() + "\n"
