"""A user's own places as GeoJSON: points, or areas of which a point inside and a radius are taken.

The properties of a feature are the columns of :mod:`gazetteer.sources.user_table`, without lat and lon.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from gazetteer.errors import SourceError
from gazetteer.place import LonLat
from gazetteer.sources.found import Found
from gazetteer.sources.record import Record, circle_radius_km, read_text
from gazetteer.sources.user_table import given_radius, record_at

_EARTH_RADIUS_KM: Final = 6371.0
_AREAS: Final = frozenset({"Polygon", "MultiPolygon"})


def shapes(path: Path) -> Iterator[Found]:
    """All places of a GeoJSON file, which is read as a whole; for very many places use CSV.

    Raises:
        SourceError: it is no GeoJSON, or a feature is neither point nor area, or lacks what a place needs.
    """
    text = read_text(path).removeprefix("\ufeff")
    try:
        found = json.loads(text)
    except json.JSONDecodeError as error:
        raise SourceError(f"{path}:{error.lineno}: no JSON ({error.msg}); correct it") from error
    except ValueError as error:  # a number of thousands of digits
        raise SourceError(f"{path}: cannot be read ({error}); correct it") from error
    except RecursionError as error:
        raise SourceError(f"{path}: nested too deeply to be GeoJSON; is it the right file?") from error
    for number, feature in enumerate(_features(found, path), start=1):
        where = f"{path}: feature {number}"
        try:
            yield Found(where, _record(feature))
        except ValueError as error:
            raise SourceError(f"{where}: {error}; correct it") from error


def _features(found: Any, path: Path) -> list[Any]:
    match found:
        case {"type": "FeatureCollection", "features": list(features)}:
            return features
        case {"type": "Feature"}:
            return [found]
        case _:
            raise SourceError(f"{path}: not GeoJSON (no FeatureCollection); is it the right file?")


def _record(feature: Any) -> Record:
    match feature:
        case {"properties": dict(properties), "geometry": dict(geometry)}:
            row = {str(key).lower(): _text(value) for key, value in properties.items()}
            position, radius_km = _extent(geometry)
            return record_at(row, position, given_radius(row) or radius_km)
        case _:
            raise ValueError("no properties or no geometry")


def _text(value: Any) -> str:
    """A property as a cell of a table: a list of names as "a|b".

    Raises:
        ValueError: it holds half a surrogate pair, which JSON can write and no text has.
    """
    text = "|".join(map(str, value)) if isinstance(value, list) else "" if value is None else str(value)
    text.encode()
    return text


def _extent(geometry: dict[str, Any]) -> tuple[LonLat, float | None]:
    form = geometry.get("type")
    try:
        if form == "Point":
            lon, lat, *_ = geometry["coordinates"]
            return LonLat(float(lon), float(lat)), None
        if form in _AREAS:
            return _point_and_radius(geometry)
    except (KeyError, OverflowError, TypeError) as error:
        raise ValueError(f"broken coordinates of a {form}") from error
    raise ValueError(f"{form} is neither a point nor an area")


def _point_and_radius(geometry: dict[str, Any]) -> tuple[LonLat, float | None]:
    """A point inside the area, and the radius in km of a circle of the same size."""
    # Imported here because it takes 0.14 s, and most builds read no area.
    import numpy as np  # noqa: PLC0415
    import shapely  # noqa: PLC0415
    from shapely.geometry import shape  # noqa: PLC0415

    try:
        area = shapely.make_valid(shape(geometry))
        west, south, east, north = area.bounds
        point = area.representative_point()
    except (AttributeError, IndexError, OverflowError, TypeError, ValueError, shapely.GEOSException) as error:
        raise ValueError(f"broken outline ({error})") from error
    for corner in ((west, south), (east, north)):
        LonLat(*corner)
    # the cylindrical equal-area projection, in radians
    flat = shapely.transform(area, lambda at: np.column_stack((np.radians(at[:, 0]), np.sin(np.radians(at[:, 1])))))
    radius_km = circle_radius_km(flat.area * _EARTH_RADIUS_KM**2)
    return LonLat(point.x, point.y), radius_km
