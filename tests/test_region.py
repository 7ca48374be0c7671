"""Distances between positions and places."""

from collections.abc import Iterator

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from tiny_gazetteer import PLACES, write_tiny

from gazetteer.areas import Areas, Owner
from gazetteer.index import Gazetteer
from gazetteer.place import Level, LonLat, Place
from geo.distance import km_between
from geo.region import distance_km, km_apart

positions = st.builds(LonLat, st.floats(-180, 180), st.floats(-90, 90))


def somewhere(at: LonLat | None, *, radius_km: float | None = None, place_id: str = "x:1") -> Place:
    return Place(id=place_id, name="Somewhere", level=Level.REGION, position=at, radius_km=radius_km, source="")


@pytest.fixture(scope="module")
def areas(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Areas]:
    """The outline of Central Java as a box; other places have none."""
    with Gazetteer(write_tiny(tmp_path_factory.mktemp("region") / "g.sqlite", *PLACES)) as gazetteer:
        yield Areas(gazetteer, {1: shapely.box(109, -8, 111, -6)}, {1: Owner("geonames:3", "geonames:2")})


def java() -> Place:
    return Place(id="geonames:3", name="Central Java", level=Level.ADM1, position=LonLat(110, -7), source="")


def test_longitude_comes_first() -> None:
    """Jakarta to Surabaya are some 660 km, mostly along the equator."""
    assert km_between(LonLat(106.83, -6.18), LonLat(112.75, -7.25)) == pytest.approx(664, abs=5)
    assert km_between(LonLat(0, 0), LonLat(180, 0)) == pytest.approx(20015, abs=1)


@given(positions, positions)
def test_a_distance_is_the_same_both_ways(one: LonLat, other: LonLat) -> None:
    assert km_between(one, other) == pytest.approx(km_between(other, one), abs=1e-6)
    assert 0 <= km_between(one, other) <= 20_016


def test_the_outline_comes_before_the_circle_and_the_circle_before_the_point(areas: Areas) -> None:
    at = LonLat(110, -5)
    assert distance_km(areas, java(), at) == pytest.approx(111.2, abs=0.5)
    assert distance_km(areas, somewhere(LonLat(110, -7), radius_km=100), at) == pytest.approx(122.4, abs=0.5)
    assert distance_km(areas, somewhere(LonLat(110, -7)), at) == pytest.approx(222.4, abs=0.5)
    assert distance_km(areas, somewhere(None), at) is None


def test_two_places_are_apart_as_far_as_the_area_of_one_is_from_the_other(areas: Areas) -> None:
    town = somewhere(LonLat(110.9, -7.9))
    assert km_apart(areas, java(), town) == km_apart(areas, town, java()) == 0.0
    assert km_apart(areas, somewhere(None), town) is None
    assert km_apart(areas, somewhere(None), somewhere(None)) is None
