"""Areas, points and simplified outlines of units."""

import gzip
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import numpy as np
import shapely
from numpy.typing import NDArray

from gazetteer.polygons import RECORD

EARTH_RADIUS_KM: Final = 6371.0088
"""Mean radius of the Earth (IUGG)."""

TOLERANCE_DEG: Final = 0.05
"""How far a simplified outline may leave the true one."""

GRID_DEG: Final = 2**-10
"""Simplified outlines are rounded to this (about 0.1 km); a power of two, as its binary digits pack well."""


def read_shape(geometry: dict[str, Any]) -> shapely.Geometry:
    """A GeoJSON polygon or multipolygon as a valid shapely geometry, in lon/lat degrees."""
    return shapely.make_valid(shapely.geometry.shape(geometry))


def radius_km(shape: shapely.Geometry) -> float:
    """Radius of the circle that has the area of ``shape`` (lon/lat degrees) on a sphere."""
    # Lambert's cylindrical projection keeps areas.
    flat = shapely.transform(shape, _equal_area)
    return math.sqrt(float(shapely.area(flat)) / math.pi)


def _equal_area(lonlat: NDArray[np.float64]) -> NDArray[np.float64]:
    lon, lat = np.radians(lonlat).T
    return np.column_stack((lon, np.sin(lat))) * EARTH_RADIUS_KM


def point_inside(shape: shapely.Geometry, label: tuple[float, float]) -> tuple[float, float]:
    """``label`` (lon, lat) where it lies in ``shape``, else a point that does."""
    if shapely.contains(shape, shapely.Point(label)):
        return label
    point = shapely.point_on_surface(shape)
    return point.x, point.y


def write_polygons(path: Path, shapes: Mapping[int, shapely.Geometry]) -> Path:
    """Simplify ``shapes`` together (neighbors keep one border) and write them for ``read_polygons``."""
    ids = sorted(shapes)
    simple = shapely.coverage_simplify([shapes[one] for one in ids], TOLERANCE_DEG)
    rounded = shapely.normalize(shapely.set_precision(simple, GRID_DEG))
    outlines = shapely.to_wkb(rounded, byte_order=1)
    content = b"".join(RECORD.pack(one, len(wkb)) + wkb for one, wkb in zip(ids, outlines, strict=True))
    part = path.with_name(path.name + ".part")
    part.write_bytes(gzip.compress(content, compresslevel=9, mtime=0))
    return part.replace(path)
