"""Paths of SVG: lines and areas of the map within its frame."""

from collections.abc import Iterable, Iterator
from typing import Final

from maps.picture.projection import Point, Ring, clipped
from maps.picture.view import View

_BEYOND: Final = 6.0
"""Pixels beyond the frame up to which areas and lines are kept."""

_FINEST: Final = 0.6
"""Pixels: a point nearer to the last one than this is left out."""

_SPECK: Final = 2.0
"""Pixels: an island that is less high and wide together is left out."""

_LONGEST_DEG: Final = 2.0
"""A straight stretch of an outline that is longer is bent as the projection bends it."""


def dense(line: Iterable[Point]) -> Ring:
    """A line of (lon, lat) with points between those that are far apart."""
    points: Ring = []
    for lon, lat in line:
        if points:
            x, y = points[-1]
            steps = int(max(abs(lon - x), abs(lat - y)) / _LONGEST_DEG)
            points += [(x + (lon - x) * n / (steps + 1), y + (lat - y) * n / (steps + 1)) for n in range(1, steps + 1)]
        points.append((lon, lat))
    return points


def areas(view: View, rings: Iterable[Ring]) -> list[Ring]:
    """Closed rings of (lon, lat) as rings of pixels, cut at the frame."""
    found = []
    for ring in rings:
        for plane in view.projection.rings(dense(ring)):
            pixels = thinned([view.pixel(point) for point in plane])
            for axis, size in ((0, view.width), (1, view.height)):
                pixels = clipped(pixels, axis, size + _BEYOND, keep_below=True)
                pixels = clipped(pixels, axis, -_BEYOND, keep_below=False)
            if len(pixels) > 2 and _is_seen(pixels):
                found.append(pixels)
    return found


def _is_seen(ring: Ring) -> bool:
    """Whether a ring is more than a speck."""
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return max(xs) - min(xs) + max(ys) - min(ys) > _SPECK


def lines(view: View, line: Ring) -> Iterator[Ring]:
    """A line of (lon, lat) as lines of pixels, without the stretches that lie outside the frame."""
    for plane in view.projection.lines(dense(line)):
        part: Ring = []
        for point in thinned([view.pixel(one) for one in plane]):
            if part and _is_apart(view, part[-1], point):
                yield part
                part = []
            part.append(point)
        yield part


def _is_apart(view: View, a: Point, b: Point) -> bool:
    """Whether the stretch from a to b lies wholly to one side of the frame."""
    return (
        max(a[0], b[0]) < -_BEYOND
        or max(a[1], b[1]) < -_BEYOND
        or min(a[0], b[0]) > view.width + _BEYOND
        or min(a[1], b[1]) > view.height + _BEYOND
    )


def thinned(points: Ring) -> Ring:
    """A line without the points that no eye tells from the one before; its ends stay."""
    kept = points[:1]
    for point in points[1:-1]:
        if abs(point[0] - kept[-1][0]) + abs(point[1] - kept[-1][1]) >= _FINEST:
            kept.append(point)
    return kept + points[-1:] if len(points) > 1 else kept


def path(rings: Iterable[Ring], *, is_closed: bool) -> str:
    """The ``d`` of a path, in tenths of a pixel; each point as a step from the one before."""
    text = []
    for ring in rings:
        steps = list(_steps(ring))
        if len(steps) > 1:
            text.append(f"M{steps[0]}l{' '.join(steps[1:])}{'z' if is_closed else ''}")
    return "".join(text)


def _steps(ring: Ring) -> Iterator[str]:
    last = (0, 0)
    for number, (x, y) in enumerate(ring):
        at = (round(x * 10), round(y * 10))
        if number == 0 or at != last:
            dx, dy = at[0] - last[0], at[1] - last[1]
            yield f"{_tenths(dx)}{'' if dy < 0 else ' '}{_tenths(dy)}"
        last = at


def _tenths(number: int) -> str:
    return f"{number / 10:g}"
