"""Records as features of GeoJSON (RFC 7946): longitude first, WGS 84, no member ``crs``."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from geo.records import MentionRecord, PlaceRecord

Ring = list[tuple[float, float]]
Area = list[list[Ring]]
"""Coordinates of a MultiPolygon, lon/lat in degrees: outer rings counterclockwise, none across 180 degrees."""


def place_features(records: Iterable[PlaceRecord], areas: Mapping[str, Area]) -> Iterator[dict[str, Any]]:
    """A feature for each place: its area where ``areas`` has one under its id, else its representative point."""
    for record in records:
        area = areas.get(record["id"])
        where = _point(record) if area is None else {"type": "MultiPolygon", "coordinates": area}
        properties = {key: value for key, value in record.items() if key not in {"id", "lon", "lat"}}
        precision = "representative point of the place" if area is None else "area of the place, simplified"
        yield _feature(record["id"], where, properties | {"precision": precision})


def mention_features(records: Iterable[MentionRecord]) -> Iterator[dict[str, Any]]:
    """A feature for each mention; what is withheld or unresolved is a feature without a geometry."""
    for record in records:
        properties = {key: value for key, value in record.items() if key not in {"lon", "lat", "id"}}
        where = None if record["lon"] is None else _point(record)
        key = f"{record['article']}:{record['start']}-{record['end']}"
        yield _feature(key, where, properties | {"place": record["id"]})


def collection(features: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """A FeatureCollection of them."""
    return {"type": "FeatureCollection", "features": list(features)}


def _point(record: PlaceRecord | MentionRecord) -> dict[str, Any]:
    return {"type": "Point", "coordinates": [record["lon"], record["lat"]]}


def _feature(key: str, geometry: dict[str, Any] | None, properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "Feature", "id": key, "geometry": geometry, "properties": properties}
