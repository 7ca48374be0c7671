"""The areas of countries and first-level units, as exports hold them."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from shapely import get_parts, set_precision
from shapely.geometry.polygon import orient

from gazetteer.areas import Areas
from gazetteer.index import Gazetteer
from gazetteer.place import Level
from geo.policy import PUBLIC_DIGITS
from geo.records import PlaceRecord
from maps.export.records import Area

if TYPE_CHECKING:
    from shapely import Geometry, LinearRing

_WITH_AREAS: Final = frozenset({Level.COUNTRY.value, Level.ADM1.value})
_GRID_DEG: Final = 10.0**-PUBLIC_DIGITS


def areas_of(records: Iterable[PlaceRecord]) -> dict[str, Area]:
    """The areas of those places that have one, by their ids.

    They are those of the default gazetteer, rounded to 0.01 degree. Outer rings run counterclockwise (RFC 7946), and
    nothing crosses 180 degrees: the outlines are cut there.
    """
    with Gazetteer.open() as gazetteer:
        areas = Areas.open(gazetteer)
        places = (gazetteer.by_id(one["id"]) for one in records if one["level"] in _WITH_AREAS)
        outlines = ((place.id, areas.of(place)) for place in places if place is not None)
        found = {place_id: list(_polygons(outline)) for place_id, outline in outlines if outline is not None}
    return {place_id: area for place_id, area in found.items() if area}


def _polygons(outline: "Geometry") -> Iterator[list[list[tuple[float, float]]]]:
    for polygon in get_parts(set_precision(outline, _GRID_DEG)):
        if polygon.geom_type == "Polygon" and not polygon.is_empty:
            whole = orient(polygon)
            yield [_ring(whole.exterior), *(_ring(hole) for hole in whole.interiors)]


def _ring(ring: "LinearRing") -> list[tuple[float, float]]:
    return [(round(lon, PUBLIC_DIGITS), round(lat, PUBLIC_DIGITS)) for lon, lat in ring.coords]
