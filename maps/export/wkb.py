"""Geometries as well-known binary, little-endian: a point, and the area of a place as a MultiPolygon."""

import struct
from typing import Final

from maps.export.records import Area

_LITTLE_ENDIAN: Final = 1
_POINT: Final = 1
_POLYGON: Final = 3
_MULTI_POLYGON: Final = 6


def point(lon: float, lat: float) -> bytes:
    """A point, longitude first."""
    return struct.pack("<BIdd", _LITTLE_ENDIAN, _POINT, lon, lat)


def multi_polygon(area: Area) -> bytes:
    """The polygons of an area."""
    parts = [struct.pack("<BII", _LITTLE_ENDIAN, _MULTI_POLYGON, len(area))]
    for polygon in area:
        parts.append(struct.pack("<BII", _LITTLE_ENDIAN, _POLYGON, len(polygon)))
        for ring in polygon:
            parts.append(struct.pack("<I", len(ring)))
            parts += (struct.pack("<dd", lon, lat) for lon, lat in ring)
    return b"".join(parts)


def bounds(area: Area) -> tuple[float, float, float, float]:
    """West, south, east and north end of an area, in degrees."""
    lons, lats = zip(*(at for polygon in area for ring in polygon for at in ring), strict=True)
    return min(lons), min(lats), max(lons), max(lats)
