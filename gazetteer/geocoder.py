"""The gazetteer as a geopy geocoder: offline, and of public places only.

Works wherever geopy's own geocoders do (``geopy.extra.rate_limiter.RateLimiter``, ``DataFrame.apply``), and like
them takes and gives latitude first.
"""

import math
import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from functools import cached_property
from itertools import islice, product
from pathlib import Path
from typing import Any, Final, NoReturn

from geopy.adapters import BaseSyncAdapter
from geopy.exc import ConfigurationError, GeocoderQueryError, GeocoderUnavailable
from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location
from geopy.point import Point

from gazetteer.index import Gazetteer
from gazetteer.layout import LEVELS, PER_DEGREE
from gazetteer.names import fold
from gazetteer.place import Level, NameKind, Place
from gazetteer.ranking import rank

REACH_KM: Final = 50.0
"""How far from a point :meth:`GazetteerGeocoder.reverse` looks for a town, unless told otherwise."""

_MOST_REACH_KM: Final = 1000.0
_MOST_NEAR: Final = 10
_EARTH_KM: Final = 6371.0
_CELL: Final = PER_DEGREE // 4
_COLUMNS: Final = 1440
_IN_ADDRESS: Final = frozenset({Level.ADM2, Level.ADM1, Level.COUNTRY})


class GazetteerGeocoder(Geocoder):  # type: ignore[misc]  # geopy ships no types
    """An offline geocoder; use as a context manager or :meth:`close` it.

    The ``raw`` of each result is its :class:`gazetteer.place.Place`, and its address names what the place lies in, up
    to the country. A place whose position no source knows is not found.

    >>> with GazetteerGeocoder() as geocoder:
    ...     geocoder.geocode("Paris, Texas").address
    'Paris, Lamar County, Texas, United States'
    """

    def __init__(self, gazetteer: Gazetteer | None = None, *, reach_km: float = REACH_KM) -> None:
        """Geocode with ``gazetteer``, which stays open, or with the one petakan was installed with.

        Raises:
            GazetteerError: the installed gazetteer cannot be opened.
            geopy.exc.ConfigurationError: ``reach_km`` is not more than 0 and at most 1000.
        """
        if not 0 < reach_km <= _MOST_REACH_KM:
            raise ConfigurationError(f"reach_km is {reach_km}; give kilometers, more than 0 and at most 1000")
        super().__init__(adapter_factory=_NoNetwork)
        self._gazetteer = Gazetteer.open() if gazetteer is None else gazetteer
        self._is_own = gazetteer is None
        self._reach_km = reach_km

    def close(self) -> None:
        """Close the gazetteer, unless it was given."""
        if self._is_own:
            self._gazetteer.close()

    def __exit__(self, *_: object) -> None:
        self.close()

    def geocode(
        self,
        query: str,
        *,
        exactly_one: bool = True,
        limit: int | None = None,
        country_codes: str | Sequence[str] | None = None,
        language: str | None = None,
        timeout: object = DEFAULT_SENTINEL,  # noqa: ARG002 - geopy's signature; nothing here waits
    ) -> Location | list[Location] | None:
        """Find places by name, likeliest first: the first, or with ``exactly_one=False`` a list of them.

        Args:
            query: a name in any language and spelling, and after commas what it lies in: "Paris, Texas".
            exactly_one: whether to return one place instead of a list.
            limit: the most places in a list.
            country_codes: ISO 3166-1 alpha-2 codes; a place must be in one of these countries.
            language: of the address: "id" or "en"; else places have their own names.
            timeout: of no effect.

        Returns:
            None if nothing is found.

        Raises:
            geopy.exc.GeocoderQueryError: (also ValueError) ``query`` is no text.
            ValueError: ``limit`` is less than 1.
        """
        if not isinstance(query, str):
            raise GeocoderQueryError(f"{query!r} is no name; give text, such as 'Paris, Texas'")
        places: Iterable[Place] = self._named(query)
        if country_codes:
            codes = {country_codes} if isinstance(country_codes, str) else set(country_codes)
            wanted = {code.strip().upper() for some in codes for code in some.split(",")}
            places = (place for place in places if place.country in wanted)
        return self._answer(places, language, exactly_one=exactly_one, limit=limit)

    def reverse(
        self,
        query: Point | Sequence[float] | str,
        *,
        exactly_one: bool = True,
        limit: int | None = None,
        language: str | None = None,
        timeout: object = DEFAULT_SENTINEL,  # noqa: ARG002 - geopy's signature; nothing here waits
    ) -> Location | list[Location] | None:
        """Find the towns near a point, nearest first: the first, or with ``exactly_one=False`` a list of them.

        The nearest town stands for the point, wherever in or outside it the point is; it may lie across a border.

        Args:
            query: a geopy Point, latitude and longitude in degrees, or text such as "-6.2, 106.8".
            exactly_one: whether to return one town instead of a list.
            limit: the most towns in a list; 10 unless told.
            language: of the address: "id" or "en"; else places have their own names.
            timeout: of no effect.

        Returns:
            None if there is no town within the geocoder's reach.

        Raises:
            ValueError: ``query`` is no point, or ``limit`` is less than 1.
        """
        if query is None:  # which geopy takes for latitude 0, longitude 0
            raise ValueError("Must be a coordinate pair or Point")
        point = query if isinstance(query, Point) else Point(query)
        most = 1 if exactly_one else limit or _MOST_NEAR
        numbers = self._towns.near(point.latitude, point.longitude, self._reach_km, most)
        places = (self._gazetteer.place(number) for number in numbers)
        return self._answer(places, language, exactly_one=exactly_one, limit=limit)

    @cached_property
    def _towns(self) -> "_Towns":
        return _Towns(self._gazetteer.path)

    def _named(self, query: str) -> Iterator[Place]:
        """Places of the name before the first comma that lie in all of what follows; else those of the whole name."""
        name, *outer = [part for part in query.split(",") if fold(part)] or [""]
        containers = [{place.id for place in self._of_name(part)} for part in outer]
        found = False
        for place in self._of_name(name):
            if all(ids.intersection(place.parents) for ids in containers):
                found = True
                yield place
        if outer and not found:
            yield from self._of_name(query)

    def _of_name(self, name: str) -> Iterator[Place]:
        ranked = rank(self._gazetteer, name)
        return (one.place for one in ranked if one.kind is not NameKind.DEMONYM)

    def _answer(
        self, places: Iterable[Place], language: str | None, *, exactly_one: bool, limit: int | None
    ) -> Location | list[Location] | None:
        """The places as geopy wants them."""
        if limit is not None and limit < 1:
            raise ValueError("Limit cannot be less than 1")
        found = (
            Location(self._address(place, language), (place.position.lat, place.position.lon), place)
            for place in places
            if place.position is not None
        )
        if exactly_one:
            return next(found, None)
        return list(islice(found, limit)) or None

    def _address(self, place: Place, language: str | None) -> str:
        within: list[Place] = []
        if place.country is not None:
            parents = map(self._gazetteer.by_id, place.parents)
            within = [parent for parent in parents if parent is not None and parent.level in _IN_ADDRESS]
        names = (one.label(language or "") for one in (place, *within))
        return ", ".join(dict.fromkeys(names))  # "Jakarta, Indonesia": not the province of the same name as well


class _Towns:
    """The towns of a gazetteer in a grid of quarter degrees; in each cell number, latitude and longitude by turns."""

    def __init__(self, path: Path) -> None:
        self._cells: defaultdict[tuple[int, int], array[int]] = defaultdict(lambda: array("l"))
        uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        query = "SELECT number, lat, lon FROM place WHERE level = ? AND lon IS NOT NULL"
        with closing(sqlite3.connect(uri, uri=True)) as db:
            for town in db.execute(query, (LEVELS.index(Level.CITY),)):
                self._cells[town[1] // _CELL, town[2] // _CELL % _COLUMNS].extend(town)

    def near(self, lat: float, lon: float, reach_km: float, most: int) -> list[int]:
        """Numbers of up to ``most`` towns within ``reach_km`` of a point in degrees, nearest first."""
        found: list[tuple[float, int]] = []
        for radius_km in (reach_km / 8, reach_km):  # where towns are dense, the small circle saves most of the work
            found = sorted(self._within(lat, lon, radius_km))
            if len(found) >= most:
                break
        return [number for _, number in found[:most]]

    def _within(self, lat: float, lon: float, radius_km: float) -> Iterator[tuple[float, int]]:
        """Distance and number of each town within ``radius_km``."""
        for cell in _cells_about(lat, lon, radius_km / _EARTH_KM):
            towns = self._cells.get(cell, ())
            for number, town_lat, town_lon in zip(towns[::3], towns[1::3], towns[2::3], strict=True):
                km = _distance_km(lat, lon, town_lat / PER_DEGREE, town_lon / PER_DEGREE)
                if km <= radius_km:
                    yield km, number


def _cells_about(lat: float, lon: float, reach: float) -> Iterator[tuple[int, int]]:
    """Rows and columns of all cells that points within ``reach``, an angle in radians, may be in."""
    south, north = lat - math.degrees(reach), lat + math.degrees(reach)
    sides = 180.0  # a reach that holds a pole goes all the way round
    if south > -90 and north < 90:
        sides = math.degrees(math.asin(math.sin(reach) / math.cos(math.radians(lat))))
    rows, columns = _cells_between(max(south, -90), min(north, 90)), _cells_between(lon - sides, lon + sides)
    return product(rows, {column % _COLUMNS for column in columns})


def _cells_between(least: float, most: float) -> range:
    return range(math.floor(least * PER_DEGREE / _CELL), math.floor(most * PER_DEGREE / _CELL) + 1)


def _distance_km(lat: float, lon: float, to_lat: float, to_lon: float) -> float:
    """Distance on a globe, by the haversine formula; degrees in."""
    phi, to_phi = math.radians(lat), math.radians(to_lat)
    across = math.sin(math.radians(to_lon - lon) / 2) ** 2 * math.cos(phi) * math.cos(to_phi)
    return 2 * _EARTH_KM * math.asin(math.sqrt(min(1.0, math.sin((to_phi - phi) / 2) ** 2 + across)))


class _NoNetwork(BaseSyncAdapter):  # type: ignore[misc]  # geopy ships no types
    """Stands where geopy's geocoders have their way to the network, and is none."""

    def get_text(self, url: str, **_: Any) -> NoReturn:
        raise GeocoderUnavailable(f"{url}: this geocoder is offline")

    get_json = get_text
