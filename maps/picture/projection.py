"""The two projections of the picture, both equal-area: Equal Earth for the world, Lambert's azimuthal for a region.

Longitude and latitude in degrees come in; x to the right and y *upwards* come out, in radii of the earth.
"""

import math
from collections.abc import Iterable, Iterator
from typing import Final, Protocol

Point = tuple[float, float]
Ring = list[Point]

EARTH_KM: Final = 6371.0
FARTHEST_DEG: Final = 115.0
"""Lambert's azimuthal projection is used up to here from its center; what lies beyond is drawn at this distance."""

# Šavrič, Patterson and Jenny 2018
_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_M: Final = math.sqrt(3) / 2


class Projection(Protocol):
    """What both projections can do."""

    def point(self, lon: float, lat: float) -> Point:
        """Where a position comes to lie."""
        ...

    def rings(self, ring: Ring) -> Iterator[Ring]:
        """A closed ring of (lon, lat), projected; cut in two where the map ends."""
        ...

    def lines(self, line: Ring) -> Iterator[Ring]:
        """A line of (lon, lat), projected; cut likewise."""
        ...


class EqualEarth:
    """The whole world, with ``center`` (a longitude) in the middle."""

    def __init__(self, center: float = 0.0) -> None:
        self.center = center

    def point(self, lon: float, lat: float) -> Point:
        return self._plane(turned(lon - self.center), lat)

    def rings(self, ring: Ring) -> Iterator[Ring]:
        run_on = _run_on(ring, self.center)
        for turn in (-360.0, 0.0, 360.0):
            moved = [(x + turn, y) for x, y in run_on]
            if any(-180 < x < 180 for x, _ in moved):
                kept = clipped(clipped(moved, 0, 180, keep_below=True), 0, -180, keep_below=False)
                if kept:
                    yield [self._plane(x, y) for x, y in kept]

    def lines(self, line: Ring) -> Iterator[Ring]:
        part: Ring = []
        before = None
        for lon, lat in line:
            x = turned(lon - self.center)
            if before is not None and abs(x - before) > 180:
                yield part
                part = []
            part.append(self._plane(x, lat))
            before = x
        yield part

    @staticmethod
    def _plane(x: float, lat: float) -> Point:
        t = math.asin(_M * math.sin(math.radians(lat)))
        t2 = t * t
        t6 = t2**3
        width = _M * (_A1 + 3 * _A2 * t2 + t6 * (7 * _A3 + 9 * _A4 * t2))
        return math.radians(x) * math.cos(t) / width, t * (_A1 + _A2 * t2 + t6 * (_A3 + _A4 * t2))


class LambertAzimuthal:
    """The surroundings of a position; true to area everywhere, and nearly to shape within some 40 degrees."""

    def __init__(self, lon: float, lat: float) -> None:
        self.lon, self.lat = lon, lat
        self._sin, self._cos = math.sin(math.radians(lat)), math.cos(math.radians(lat))

    def point(self, lon: float, lat: float) -> Point:
        x, y, distance = self._azimuth(lon, lat)
        r = 2 * math.sin(min(distance, math.radians(FARTHEST_DEG)) / 2)
        return r * x, r * y

    def rings(self, ring: Ring) -> Iterator[Ring]:
        # A ring on the far side is left out: one around the antipode would be turned inside out
        if any(self._is_near(lon, lat) for lon, lat in ring):
            yield [self.point(lon, lat) for lon, lat in ring]

    def lines(self, line: Ring) -> Iterator[Ring]:
        part: Ring = []
        for lon, lat in line:
            if self._is_near(lon, lat):
                part.append(self.point(lon, lat))
            elif part:
                yield part
                part = []
        if part:
            yield part

    def _is_near(self, lon: float, lat: float) -> bool:
        return self._azimuth(lon, lat)[2] < math.radians(FARTHEST_DEG)

    def _azimuth(self, lon: float, lat: float) -> tuple[float, float, float]:
        """The direction of a position as (x, y), and its distance in radians."""
        turn, phi = math.radians(lon - self.lon), math.radians(lat)
        x = math.cos(phi) * math.sin(turn)
        y = self._cos * math.sin(phi) - self._sin * math.cos(phi) * math.cos(turn)
        away = math.hypot(x, y)
        if not away:
            return 0.0, 1.0, 0.0 if abs(turned(lon - self.lon)) < 90 or abs(lat) == 90 else math.pi
        distance = math.atan2(away, self._sin * math.sin(phi) + self._cos * math.cos(phi) * math.cos(turn))
        return x / away, y / away, distance


def turned(lon: float) -> float:
    """A longitude within -180..180."""
    return (lon + 180) % 360 - 180


def clipped(ring: Iterable[Point], axis: int, limit: float, *, keep_below: bool) -> Ring:
    """The part of a ring on one side of a line: below or above ``limit`` on an axis (Sutherland and Hodgman)."""
    points = list(ring)
    kept: Ring = []
    for before, after in zip(points[-1:] + points[:-1], points, strict=True):
        is_in = after[axis] <= limit if keep_below else after[axis] >= limit
        was_in = before[axis] <= limit if keep_below else before[axis] >= limit
        if is_in != was_in:
            share = (limit - before[axis]) / (after[axis] - before[axis])
            kept.append((before[0] + share * (after[0] - before[0]), before[1] + share * (after[1] - before[1])))
        if is_in:
            kept.append(after)
    return kept


def _run_on(ring: Ring, center: float) -> Ring:
    """A ring with longitudes from ``center`` that run on beyond 180 rather than jump."""
    points: Ring = []
    for lon, lat in ring:
        x = turned(lon - center)
        if points:
            x += 360 * round((points[-1][0] - x) / 360)
        points.append((x, lat))
    return points
