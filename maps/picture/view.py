"""What part of the world a picture shows, and in which projection: chosen from the places by rule."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from gazetteer.place import Level, LonLat
from geo.tally import PlaceTally
from maps.basemap import BaseMap
from maps.picture.globe import around, cap, tilt_deg
from maps.picture.projection import EARTH_KM, EqualEarth, LambertAzimuthal, Point, Projection, turned

Extent = Literal["auto", "world", "region"]

WIDEST_REGION_DEG: Final = 50.0
"""Places farther apart than this around their middle are shown on a map of the world."""

_MOST_TILT_DEG: Final = 55.0
"""Where north would lean more than this, near the pole, pupils lose their way: the world is shown instead."""

FINEST_KM: Final = 0.611
"""Of a pixel: what the page's deepest zoom shows. A picture shows nothing finer than the page."""

_MAIN_SHARE: Final = 0.1
_MUCH_WIDER: Final = 1.4
_LARGE_COUNTRY_KM: Final = 1200.0
_LARGEST_REGION_KM: Final = 800.0
_REGION_SHARE: Final = 0.5
_MARGIN: Final = 0.1
_RING_POINTS: Final = 60
_RIM: Final = 12.0
"""Pixels at the edge of the frame in which a symbol would be cut."""

_MUCH_LARGER: Final = 1.25
_USUAL_CENTERS: Final = (11.0, 150.0)
"""Longitudes of maps that part no continent: around Europe and Africa, and around the Pacific."""

_NEARLY: Final = 1.15
_RADII_KM: Final = {Level.REGION: 400.0, Level.ADM1: 80.0, Level.ADM2: 25.0}


def radius_km(one: PlaceTally) -> float:
    """Radius of the ring that stands for a place of no outline; 0 for a town."""
    return one.place.radius_km or _RADII_KM.get(one.place.level, 0.0)


@dataclass(frozen=True, kw_only=True)
class View:
    """A projection with its frame.

    Attributes:
        projection: what makes a plane of the globe.
        scale: pixels for one radius of the earth.
        middle: projected point that stands in the middle of the frame.
        width: of the frame, in pixels.
        height: likewise.
        is_world: the map is one of the world, or of a part of it.
        is_whole: the whole globe is seen.
        outside: places that lie outside the frame.
    """

    projection: Projection
    scale: float
    middle: Point
    width: float
    height: float
    is_world: bool
    is_whole: bool
    outside: tuple[PlaceTally, ...]

    def pixel(self, point: Point) -> Point:
        """Where a projected point lies in the frame: from its upper left corner, y downwards."""
        return (
            (point[0] - self.middle[0]) * self.scale + self.width / 2,
            (self.middle[1] - point[1]) * self.scale + self.height / 2,
        )

    def at(self, position: LonLat) -> Point:
        """Where a position lies in the frame."""
        return self.pixel(self.projection.point(position.lon, position.lat))

    @property
    def km_per_pixel(self) -> float:
        """On a map of a region; on that of the world it holds nowhere in particular."""
        return EARTH_KM / self.scale


def view_of(tallies: Sequence[PlaceTally], base: BaseMap, width: float, height: float, extent: Extent) -> View:
    """Choose what to show in a frame of ``width`` by ``height`` pixels.

    The main places must be seen: those meant as places, and those that make up a tenth of all mentions. The others
    are seen too unless the picture would have to be much wider for them; then they are listed as ``outside``.
    """
    wanted = main = _main(tallies)
    center, reach = cap(_points(main, base))
    if extent == "auto" and len(main) < len(tallies):
        whole = cap(_points(tallies, base))
        if whole[1] <= min(_MUCH_WIDER * reach + 2, WIDEST_REGION_DEG):
            wanted, (center, reach) = tallies, whole
    projection = LambertAzimuthal(*center)
    seen = list(_points(wanted, base))
    is_wide = reach > WIDEST_REGION_DEG or any(tilt_deg(projection, point) > _MOST_TILT_DEG for point in seen)
    if extent == "world" or not tallies or (extent == "auto" and is_wide):
        return _world(list(_points(tallies, base, is_world=True)), width, height)  # of which nothing is left out
    box = _box([projection.point(*point) for point in seen])
    view = _fitted(projection, box, width, height)
    return replace(view, outside=tuple(one for one in tallies if not _is_inside(view, base, one)))


def _main(tallies: Sequence[PlaceTally]) -> Sequence[PlaceTally]:
    least = _MAIN_SHARE * sum(one.count for one in tallies)
    placed = [one for one in tallies if one.place.level is not Level.CONTINENT] or tallies
    sure = [one for one in placed if one.unsure < one.count] or placed
    return [one for one in sure if one.literal or one.count >= least] or sure


def _points(tallies: Iterable[PlaceTally], base: BaseMap, *, is_world: bool = False) -> Iterator[Point]:
    """Positions (lon, lat) that must be seen; on a map of the world that is no part of a large country."""
    shown = tuple(tallies)
    within = {one.place.country for one in shown if one.place.level is not Level.COUNTRY}
    for one in shown:
        place = one.place
        assert place.position is not None  # a PublicMention has one
        if place.level is not Level.COUNTRY:
            yield place.position.lon, place.position.lat
            # a ring may run out of the picture, if it is clear where it lies
            part = _REGION_SHARE if place.level is Level.REGION else 1.0
            reach = 0.0 if place.level is Level.CONTINENT else part * min(radius_km(one), _LARGEST_REGION_KM)
            yield from around(place.position, reach, 8)
        elif (place.radius_km or _LARGE_COUNTRY_KM) < _LARGE_COUNTRY_KM:
            yield place.position.lon, place.position.lat
            ring = max(base.rings(place.country or ""), key=len, default=[])
            yield from ring[:: len(ring) // _RING_POINTS + 1]
        elif is_world or place.country not in within:
            # of a large country a part is enough, such as that with its own towns
            country = base.countries.get(place.country or "")
            named = None if country is None else country.name_at
            yield (named or place.position).lon, (named or place.position).lat


def _world(points: Sequence[Point], width: float, height: float) -> View:
    """The world, cut where the fewest places are hurt, and cropped if that makes it much larger."""
    projection = EqualEarth(_center(lon for lon, _ in points))
    left, right = (projection.point(projection.center + lon, 0)[0] for lon in (-179.9, 179.9))
    bottom, top = (projection.point(projection.center, lat)[1] for lat in (-90, 90))
    whole = _fitted(projection, (left, bottom, right, top), width, height, margin=0.005)
    whole = replace(whole, is_whole=True)
    if not points:
        return whole
    near = _fitted(projection, _box([projection.point(*point) for point in points]), width, height)
    # half a world looks like a mistake, and so does more than a world
    across, up = width / near.scale / 2, height / near.scale / 2
    if near.scale < _MUCH_LARGER * whole.scale or 2 * across > right - left or 2 * up > top - bottom:
        return whole
    x, y = near.middle
    return replace(near, middle=(_within(x, left + across, right - across), _within(y, bottom + up, top - up)))


def _within(value: float, least: float, most: float) -> float:
    return max(least, min(most, value))


def _center(lons: Iterable[float]) -> float:
    """The longitude opposite to the middle of the widest gap; one of the usual ones if it does nearly as well."""
    ordered = sorted({turned(lon) for lon in lons})
    if not ordered:
        return _USUAL_CENTERS[0]
    gaps = [(after - before, before) for before, after in zip(ordered, [*ordered[1:], ordered[0] + 360], strict=True)]
    widest, start = max(gaps)

    def span(center: float) -> float:
        turns = [turned(lon - center) for lon in ordered]
        return max(turns) - min(turns)

    usual = min(_USUAL_CENTERS, key=span)
    return usual if span(usual) <= _NEARLY * (360 - widest) else round(turned(start + widest / 2 + 180))


def _box(points: Sequence[Point]) -> tuple[float, float, float, float]:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def _fitted(
    projection: Projection, box: tuple[float, float, float, float], width: float, height: float, margin: float = _MARGIN
) -> View:
    left, bottom, right, top = box
    room = 1 - 2 * margin
    scales = [width * room / (right - left)] if right > left else []
    scales += [height * room / (top - bottom)] if top > bottom else []
    return View(
        projection=projection,
        scale=min([*scales, EARTH_KM / FINEST_KM]),
        middle=((left + right) / 2, (bottom + top) / 2),
        width=width,
        height=height,
        is_world=isinstance(projection, EqualEarth),
        is_whole=False,
        outside=(),
    )


def _is_inside(view: View, base: BaseMap, one: PlaceTally) -> bool:
    assert one.place.position is not None  # a PublicMention has one
    x, y = view.at(one.place.position)
    if _RIM < x < view.width - _RIM and _RIM < y < view.height - _RIM:
        return True
    rings = base.rings(one.place.country or "") if one.place.level is Level.COUNTRY else []
    pixels = (view.pixel(point) for ring in rings for plane in view.projection.rings(ring) for point in plane)
    return any(0 < x < view.width and 0 < y < view.height for x, y in pixels)
