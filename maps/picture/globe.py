"""Reckoning on the globe: circles, and how a projection leans."""

import math
from collections.abc import Iterable

from gazetteer.place import LonLat
from maps.picture.projection import EARTH_KM, Point, Projection, turned

Vector = tuple[float, float, float]


def around(middle: LonLat, km: float, count: int) -> list[Point]:
    """Points (lon, lat) in equal directions at a distance from a position; none for no distance."""
    if not km:
        return []
    arc, phi = km / EARTH_KM, math.radians(middle.lat)
    points = []
    for number in range(count):
        azimuth = 2 * math.pi * number / count
        lat = math.asin(math.sin(phi) * math.cos(arc) + math.cos(phi) * math.sin(arc) * math.cos(azimuth))
        east = math.sin(azimuth) * math.sin(arc) * math.cos(phi)
        turn = math.atan2(east, math.cos(arc) - math.sin(phi) * math.sin(lat))
        points.append((turned(middle.lon + math.degrees(turn)), math.degrees(lat)))
    return points


def cap(points: Iterable[Point]) -> tuple[Point, float]:
    """Middle (lon, lat) and radius in degrees of a small circle on the globe that holds all points."""
    vectors = [_vector(*point) for point in points]
    if not vectors:
        return (0.0, 0.0), 180.0
    middle = vectors[0]
    for step in range(1, 200):  # Bădoiu and Clarkson: go ever less of the way to the farthest
        farthest = min(vectors, key=lambda one: _dot(one, middle))
        moved = [a + (b - a) / (step + 1) for a, b in zip(middle, farthest, strict=True)]
        size = math.sqrt(sum(a * a for a in moved)) or 1.0
        middle = (moved[0] / size, moved[1] / size, moved[2] / size)
    least = min(_dot(one, middle) for one in vectors)
    lat = math.degrees(math.asin(max(-1.0, min(1.0, middle[2]))))
    return (math.degrees(math.atan2(middle[1], middle[0])), lat), math.degrees(math.acos(max(-1.0, min(1.0, least))))


def _vector(lon: float, lat: float) -> Vector:
    x, y = math.radians(lon), math.radians(lat)
    return math.cos(y) * math.cos(x), math.cos(y) * math.sin(x), math.sin(y)


def _dot(a: Vector, b: Vector) -> float:
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def tilt_deg(projection: Projection, point: Point) -> float:
    """By how much north is not upwards at a position."""
    lon, lat = point
    (x1, y1), (x2, y2) = projection.point(lon, lat), projection.point(lon, min(90.0, lat + 0.1))
    return abs(math.degrees(math.atan2(x2 - x1, y2 - y1)))
