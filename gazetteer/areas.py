"""The areas of first-level units and of countries: what holds a point, and how far a point is from a place.

The outlines are those of Natural Earth (see :mod:`gazetteer.polygons`), simplified to 0.05 degrees and drawn as
the United Nations see them. The gazetteer file says whose they are, in the table that :func:`write_areas` fills.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple, Self

from gazetteer.errors import GazetteerFormatError
from gazetteer.index import Gazetteer
from gazetteer.place import Level, LonLat, Place
from gazetteer.polygons import read_polygons

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from shapely import Geometry

    from gazetteer.merge import Merged

TOLERANCE_DEG: Final = 0.05
"""How far an outline may leave the true border: a point on no land belongs to what is nearest within this."""

DIVIDED_SINCE: Final = frozenset({"ID-KI", "ID-PA", "ID-PB"})
"""ISO 3166-2 codes of units that Natural Earth draws as they were before they were divided (2012, 2022)."""

_EARTH_RADIUS_KM: Final = 6371.009  # as geopy's great circle, so that both give the same distance
_QUARTER_KM: Final = 10_007.5
_SHORTEST_KM: Final = 1e-9
_LONGEST_EDGE_DEG: Final = 0.5
_CACHED_OUTLINES: Final = 64
_SCHEME: Final = "ne:"


class Owner(NamedTuple):
    """Ids of the unit and of the country that an outline is of.

    The unit is None where the outline is a whole country's, or that of a unit before it was divided.
    """

    unit: str | None
    country: str | None


def write_areas(db: sqlite3.Connection, merged: "Merged") -> None:
    """Write whose each of Natural Earth's outlines is into the table ``area`` of a gazetteer file."""
    db.executemany("INSERT INTO area VALUES (?,?,?)", sorted((ne_id, *owner) for ne_id, owner in _owners(merged)))


def _owners(merged: "Merged") -> Iterator[tuple[int, Owner]]:
    for key, draft in merged.by_key.items():
        if key.startswith(_SCHEME):
            country = merged.by_key.get(f"iso:{draft.country}")
            divided = not DIVIDED_SINCE.isdisjoint(one.removeprefix("iso2:") for one in draft.keys)
            whole = draft.level is Level.ADM1 and not divided
            yield int(key.removeprefix(_SCHEME)), Owner(draft.id if whole else None, country.id if country else None)


class Areas:
    """The areas of a gazetteer's units and countries, in memory.

    >>> with Gazetteer.open() as gazetteer:
    ...     [place.name for place in Areas.open(gazetteer).containing(LonLat(110.42, -6.99))]
    ['Central Java', 'Indonesia']
    """

    def __init__(self, gazetteer: Gazetteer, outlines: Mapping[int, "Geometry"], owners: Mapping[int, Owner]) -> None:
        """Take the outlines (lon/lat in degrees) that have an owner; both are by Natural Earth's id."""
        # Imported here because it takes 0.2 s, and most runs need no outline.
        from shapely import STRtree  # noqa: PLC0415

        owned = sorted(outlines.keys() & owners.keys())
        self._outlines = [outlines[ne_id] for ne_id in owned]
        self._owners = [owners[ne_id] for ne_id in owned]
        self._tree = STRtree(self._outlines)
        self._by_place: defaultdict[str, list[int]] = defaultdict(list)
        for index, owner in enumerate(self._owners):
            for place_id in filter(None, owner):
                self._by_place[place_id].append(index)
        self._place = lru_cache(maxsize=None)(gazetteer.by_id)  # at most as many as there are outlines
        self._area = lru_cache(_CACHED_OUTLINES)(self._union)
        self._border = lru_cache(_CACHED_OUTLINES)(self._dense_border)

    @classmethod
    def open(cls, gazetteer: Gazetteer) -> Self:
        """Read the outlines that petakan ships, for the places of an open gazetteer; they need it to stay open.

        Raises:
            GazetteerMissingError: the file of outlines is not there.
            GazetteerFormatError: it is damaged, or the gazetteer does not say whose they are.
        """
        path = Path(str(files("gazetteer") / "data" / "admin1.wkb.gz"))
        return cls(gazetteer, read_polygons(path), _read_owners(gazetteer.path))

    def containing(self, at: LonLat) -> list[Place]:
        """The first-level unit and the country at a point, in this order; none at sea.

        What the point is in no outline of, but within :data:`TOLERANCE_DEG` of, counts as around it: towns on a
        coast. On a border, and where outlines overlap, all are given, units first.
        """
        from shapely import Point  # noqa: PLC0415 - see above; costs 1 % of the question

        point = Point(at.lon, at.lat)
        found = self._tree.query(point, predicate="intersects")
        if not len(found):
            found = self._tree.query_nearest(point, max_distance=TOLERANCE_DEG)
        owners = [self._owners[index] for index in found]
        ids = dict.fromkeys((*(owner.unit for owner in owners), *(owner.country for owner in owners)))
        return self._places(filter(None, ids))

    def of(self, place: Place) -> "Geometry | None":
        """The area of a unit or a country, lon/lat in degrees; None for a place that has none here."""
        return self._area(place.id)

    def distance_km(self, place: Place, at: LonLat) -> float | None:
        """How far a point is from a place's area in km, 0.0 inside; None for a place that has none here.

        As good as the outlines, of which :data:`TOLERANCE_DEG` is about 5.5 km.
        """
        from shapely import get_coordinates, get_parts, intersects_xy  # noqa: PLC0415 - see above

        area = self.of(place)
        if area is None:
            return None
        if intersects_xy(area, at.lon, at.lat):
            return 0.0
        lonlat, lines = get_coordinates(get_parts(self._border(place.id)), return_index=True)
        return _nearest(_around(at, lonlat), lines)

    def _places(self, ids: Iterable[str]) -> list[Place]:
        return [place for place in map(self._place, ids) if place is not None]

    def _union(self, place_id: str) -> "Geometry | None":
        from shapely import coverage_union_all, prepare  # noqa: PLC0415 - see above

        indexes = self._by_place.get(place_id)
        if indexes is None:
            return None
        area = coverage_union_all([self._outlines[index] for index in indexes])
        prepare(area)
        return area

    def _dense_border(self, place_id: str) -> "Geometry | None":
        """The border with so many points that its edges are straight on any map."""
        from shapely import boundary, segmentize  # noqa: PLC0415 - see above

        return segmentize(boundary(self._area(place_id)), _LONGEST_EDGE_DEG)


def _read_owners(path: Path) -> dict[int, Owner]:
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as db:
        try:
            return {ne_id: Owner(*owner) for ne_id, *owner in db.execute("SELECT ne_id, unit, country FROM area")}
        except sqlite3.DatabaseError as error:
            raise GazetteerFormatError(f"{path}: knows no areas ({error}); build it anew") from error


def _around(center: LonLat, lonlat: "NDArray[np.float64]") -> "NDArray[np.float64]":
    """Points on the azimuthal equidistant map around ``center``, in km: their distance from it is the true one.

    The antipode, which is all the rim of that map, is put somewhere on it.
    """
    import numpy as np  # noqa: PLC0415 - comes with shapely

    east, north = np.radians(lonlat).T
    east = east - np.radians(center.lon)
    at = np.radians(center.lat)
    x = np.cos(north) * np.sin(east)
    y = np.cos(at) * np.sin(north) - np.sin(at) * np.cos(north) * np.cos(east)
    sine = np.hypot(x, y)
    cosine = np.sin(at) * np.sin(north) + np.cos(at) * np.cos(north) * np.cos(east)
    km = _EARTH_RADIUS_KM * np.arctan2(sine, cosine)
    scale = km / np.where(sine > 0, sine, 1.0)
    return np.column_stack((np.where(sine > 0, x * scale, km), y * scale))


def _nearest(points: "NDArray[np.float64]", lines: "NDArray[np.intp]") -> float:
    """Distance of lines through ``points`` from the origin of an azimuthal equidistant map, in its unit.

    ``lines`` is the number of the line that each point is of. Beyond a quarter of the globe edges are not straight on
    that map, and may cross it whole near the antipode: there only their ends count, which are as near as the rest.
    """
    import numpy as np  # noqa: PLC0415 - comes with shapely

    far = np.hypot(*points.T)
    starts, edges = points[:-1], np.diff(points, axis=0)
    is_edge = (lines[:-1] == lines[1:]) & (np.maximum(far[:-1], far[1:]) < _QUARTER_KM)
    starts, edges = starts[is_edge], edges[is_edge]
    lengths = np.maximum((edges**2).sum(axis=1), _SHORTEST_KM)
    along = np.clip(-(starts * edges).sum(axis=1) / lengths, 0.0, 1.0)
    across = np.hypot(*(starts + along[:, None] * edges).T)
    return float(min(far.min(), across.min(initial=np.inf)))
