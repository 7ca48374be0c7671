"""GeoParquet 1.1: a table for pandas, DuckDB and the like, with its geometries as well-known binary."""

import json
from collections.abc import Sequence
from io import BytesIO
from typing import Any, Final

import pyarrow as pa
from pyarrow import parquet

from geo.records import MENTION_COLUMNS, PLACE_COLUMNS
from maps.export.records import CREDIT, Findings, MentionRecord, PlaceRecord, writable
from maps.export.wkb import bounds, multi_polygon, point

_GEOMETRY: Final = "geometry"
_TYPES: Final = (
    dict.fromkeys(("lon", "lat", "probability"), pa.float64())
    | dict.fromkeys(("mentions", "literal", "associative", "unsure", "start", "end"), pa.int64())
    | dict.fromkeys(("spellings", "articles", "alternatives"), pa.list_(pa.string()))
    | dict.fromkeys(("disputed", "demonym", "corrected"), pa.bool_())
    | dict.fromkeys(("published", "first_published", "last_published"), pa.string())
)


def write_places(found: Findings) -> bytes:
    """A row for each place; its geometry is its point, or its area."""
    shapes = [_shape(record, found) for record in found.places]
    return _parquet(found.places, PLACE_COLUMNS, shapes)


def write_mentions(found: Findings) -> bytes:
    """A row for each name in the articles; what is not mapped has no geometry."""
    return _parquet(found.mentions, MENTION_COLUMNS, [_point(record) for record in found.mentions])


Shape = tuple[bytes, tuple[float, float, float, float], str]


def _point(record: PlaceRecord | MentionRecord) -> Shape | None:
    lon, lat = record["lon"], record["lat"]
    return None if lon is None or lat is None else (point(lon, lat), (lon, lat, lon, lat), "Point")


def _shape(record: PlaceRecord, found: Findings) -> Shape | None:
    area = found.areas.get(record["id"])
    return _point(record) if area is None else (multi_polygon(area), bounds(area), "MultiPolygon")


def _parquet(
    records: Sequence[PlaceRecord] | Sequence[MentionRecord], columns: tuple[str, ...], shapes: Sequence[Shape | None]
) -> bytes:
    fields = [(column, _TYPES.get(column, pa.string())) for column in columns]
    rows: list[dict[str, Any]] = [dict(record) for record in records]
    arrays = [pa.array([_clean(row[column]) for row in rows], type=kind) for column, kind in fields]
    arrays.append(pa.array([shape and shape[0] for shape in shapes], type=pa.binary()))
    schema = pa.schema([*fields, (_GEOMETRY, pa.binary())], metadata={"geo": _metadata(shapes), "attribution": CREDIT})
    target = BytesIO()
    parquet.write_table(pa.Table.from_arrays(arrays, schema=schema), target, compression="zstd")
    return target.getvalue()


def _clean(value: Any) -> Any:
    if isinstance(value, list):
        return [_clean(one) for one in value]
    return writable(value) if isinstance(value, str) else value


def _metadata(shapes: Sequence[Shape | None]) -> str:
    """What the specification wants to be told; without a "crs", positions are lon/lat of WGS 84."""
    drawn = [shape for shape in shapes if shape is not None]
    column: dict[str, Any] = {"encoding": "WKB", "geometry_types": sorted({shape[2] for shape in drawn})}
    if drawn:
        west, south, east, north = zip(*(shape[1] for shape in drawn), strict=True)
        column |= {"bbox": [min(west), min(south), max(east), max(north)], "orientation": "counterclockwise"}
    return json.dumps({"version": "1.1.0", "primary_column": _GEOMETRY, "columns": {_GEOMETRY: column}})
