"""Squares of the map."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer.place import LonLat
from geo.cells import cell_of, cells_around

POSITIONS = st.builds(LonLat, st.floats(-180, 180), st.floats(-90, 90))
NEAR = st.floats(-1, 1)


@given(POSITIONS, NEAR, NEAR, st.sampled_from([0.5, 1.0]))
def test_what_is_less_than_a_square_away_is_around_it(at: LonLat, east: float, north: float, degrees: float) -> None:
    lon, lat = at.lon + east * degrees, at.lat + north * degrees
    if abs(lon) <= 180 and abs(lat) <= 90:
        assert cell_of(LonLat(lon, lat), degrees) in cells_around([cell_of(at, degrees)])


@pytest.mark.parametrize("degrees", [0.5, 1.0])
def test_no_two_squares_have_one_number(degrees: float) -> None:
    count = int(1 / degrees)
    places = [LonLat(lon / count, lat / count) for lon in range(-180, 180) for lat in range(-90, 91)]
    assert len({cell_of(at, degrees) for at in places}) == len(places)


def test_around_a_square_are_nine_and_around_two_that_touch_twelve() -> None:
    one, next_to_it = cell_of(LonLat(110.5, -7.5)), cell_of(LonLat(111.5, -7.5))
    assert len(cells_around([one])) == 9
    assert len(cells_around([one, next_to_it])) == 12
    assert cells_around([]) == frozenset()
