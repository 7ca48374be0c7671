"""Positions, levels and names."""

import dataclasses
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer.errors import CoordinateError
from gazetteer.place import Level, LonLat, Name, NameKind, Place

longitudes = st.floats(-180, 180)
latitudes = st.floats(-90, 90)


@given(longitudes, latitudes)
def test_a_position_keeps_its_numbers(lon: float, lat: float) -> None:
    """What goes into a position comes out of it, longitude first."""
    position = LonLat(lon, lat)
    assert (position.lon, position.lat) == (lon, lat)
    assert LonLat(lon=lon, lat=lat) == position
    assert hash(LonLat(lon, lat)) == hash(position)


@given(longitudes, latitudes, st.integers(0, 6))
def test_rounding_stays_near_and_is_stable(lon: float, lat: float, digits: int) -> None:
    """Rounding moves a position by half a unit at most, keeps it on the globe, and is done once."""
    position = LonLat(lon, lat)
    rounded = position.rounded(digits)
    assert abs(rounded.lon - lon) <= 0.5 * 10**-digits + 1e-9
    assert abs(rounded.lat - lat) <= 0.5 * 10**-digits + 1e-9
    assert rounded.rounded(digits) == rounded


def test_rounding_is_to_two_decimals_unless_told() -> None:
    """Two decimals, about a kilometer, are the usual."""
    assert LonLat(106.84513, -6.21462).rounded() == LonLat(106.85, -6.21)


@pytest.mark.parametrize(("lon", "lat"), [(180.0, 90.0), (-180.0, -90.0), (0.0, 0.0)])
def test_the_edges_of_the_globe_are_positions(lon: float, lat: float) -> None:
    """Poles and the antimeridian are within range."""
    assert LonLat(lon, lat).rounded() == LonLat(lon, lat)


@pytest.mark.parametrize("bad", [math.nan, math.inf, -math.inf])
def test_a_position_is_finite(bad: float) -> None:
    """Neither number may be infinite or not a number."""
    for lon, lat in ((bad, 0.0), (0.0, bad)):
        with pytest.raises(CoordinateError, match="is not finite"):
            LonLat(lon, lat)


def test_a_longitude_out_of_range() -> None:
    """The message names the number and the range."""
    with pytest.raises(CoordinateError, match=r"longitude 180\.5 is not within -180\.\.180"):
        LonLat(180.5, 0.0)


def test_a_latitude_that_may_be_a_longitude() -> None:
    """Where the longitude could be a latitude, the message asks whether the two are swapped."""
    with pytest.raises(CoordinateError, match=r"latitude 106\.8 is not within -90\.\.90; .*swapped\?"):
        LonLat(-6.2, 106.8)


def test_a_latitude_that_is_none_either_way() -> None:
    """Where swapping would not help, the message does not propose it."""
    with pytest.raises(CoordinateError, match=r"latitude 91 is not within -90\.\.90$"):
        LonLat(106.8, 91)


def test_a_bad_coordinate_is_a_value_error() -> None:
    """Callers that know nothing of petakan can catch it."""
    with pytest.raises(ValueError, match="latitude"):
        LonLat(0.0, -90.1)


def test_nothing_is_finer_than_a_town() -> None:
    """The levels are the public ones; a new one must not slip in unseen."""
    assert list(Level) == ["continent", "region", "country", "adm1", "adm2", "city"]


def test_a_name_is_an_alternate_of_no_language_unless_told() -> None:
    """The defaults claim nothing that a source did not say."""
    assert Name(text="Batavia") == Name(text="Batavia", kind=NameKind.ALTERNATE, language=None)


def test_label_falls_back_to_the_name() -> None:
    """A reader gets the name in their language, or else the place's own."""
    place = Place(
        id="geonames:2",
        name="Rossiya",
        labels=(("id", "Rusia"),),
        level=Level.COUNTRY,
        position=None,
        source="",
    )
    assert place.label("id") == "Rusia"
    assert place.label("en") == "Rossiya"


@pytest.mark.parametrize("value", [LonLat(0, 0), Name(text="x")])
def test_values_cannot_be_changed(value: LonLat | Name) -> None:
    """A position and a name are safe to share."""
    column = dataclasses.fields(value)[0].name
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(value, column, "other")
