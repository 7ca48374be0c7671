"""The gazetteer as a geopy geocoder: geopy's contract, offline."""

import math
import pickle
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from geopy.distance import great_circle
from geopy.exc import ConfigurationError, GeocoderQueryError, GeocoderUnavailable
from geopy.extra.rate_limiter import RateLimiter
from geopy.geocoders.base import Geocoder
from geopy.location import Location
from geopy.point import Point
from hypothesis import given
from hypothesis import strategies as st
from tiny_gazetteer import CILACAP, PLACES, record, write_tiny

from gazetteer.geocoder import GazetteerGeocoder
from gazetteer.index import Gazetteer
from gazetteer.place import Level, LonLat, Place
from gazetteer.ranking import rank

CILACAP_AT = (-7.73, 109.01)


@pytest.fixture(scope="module")
def geocoder(gazetteer: Gazetteer) -> GazetteerGeocoder:
    return GazetteerGeocoder(gazetteer)


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GazetteerGeocoder]:
    with Gazetteer(write_tiny(tmp_path_factory.mktemp("tiny") / "tiny.sqlite")) as opened:
        yield GazetteerGeocoder(opened)


def names(found: Any) -> list[str]:
    return [one.raw.name for one in found]


def test_it_is_a_geopy_geocoder(geocoder: GazetteerGeocoder) -> None:
    assert isinstance(geocoder, Geocoder)


def test_a_name_becomes_a_geopy_location(tiny: GazetteerGeocoder) -> None:
    found = tiny.geocode("Cilacap")
    assert isinstance(found, Location)
    assert found.address == "Cilacap, Central Java, Indonesia"
    assert (found.latitude, found.longitude) == CILACAP_AT
    assert found.point == Point(*CILACAP_AT)
    address, (latitude, longitude) = found
    assert (address, latitude, longitude) == (found.address, *CILACAP_AT)


def test_a_machines_transliteration_comes_after_a_name_of_its_own(geocoder: GazetteerGeocoder) -> None:
    """Of all that is called Dili the largest is Delhi, in one such spelling."""
    found = geocoder.geocode("Dili")
    assert isinstance(found, Location)
    assert found.raw.country == "TL"


def test_raw_is_the_place(tiny: GazetteerGeocoder) -> None:
    found = tiny.geocode("Cilacap")
    assert isinstance(found, Location)
    assert isinstance(found.raw, Place)
    assert found.raw.id == "geonames:4"
    assert pickle.loads(pickle.dumps(found)) == found


@pytest.mark.parametrize("exactly_one", [True, False])
@pytest.mark.parametrize("query", ["Atlantis", "", "  ", ",", " , ,", "Cilacap, Atlantis", "Cilacap, Cilacap"])
def test_nothing_found_is_none(tiny: GazetteerGeocoder, query: str, exactly_one: bool) -> None:
    assert tiny.geocode(query, exactly_one=exactly_one) is None


def test_a_place_without_a_position_is_not_found(tiny: GazetteerGeocoder) -> None:
    assert tiny.geocode("Semarang") is None
    assert names(tiny.geocode("Indonesia", exactly_one=False)) == ["Indonesia"]  # the village has none


def test_a_demonym_is_no_name_of_a_place(tiny: GazetteerGeocoder) -> None:
    assert tiny.geocode("Indonesian") is None


def test_all_places_of_a_name_likeliest_first(geocoder: GazetteerGeocoder, gazetteer: Gazetteer) -> None:
    found = geocoder.geocode("Paris", exactly_one=False)
    assert isinstance(found, list)
    assert len(found) > 5
    assert found[0] == geocoder.geocode("Paris")
    assert [one.raw.id for one in found] == [one.place.id for one in rank(gazetteer, "Paris") if one.place.position]


@pytest.mark.parametrize("limit", [1, 2, 3])
def test_limit_is_the_most_in_a_list(geocoder: GazetteerGeocoder, limit: int) -> None:
    whole = geocoder.geocode("Paris", exactly_one=False)
    assert isinstance(whole, list)
    assert geocoder.geocode("Paris", exactly_one=False, limit=limit) == whole[:limit]
    assert geocoder.geocode("Paris", limit=limit) == whole[0]
    near = geocoder.reverse("48.86, 2.35", exactly_one=False, limit=limit)
    assert isinstance(near, list)
    assert len(near) == limit


@pytest.mark.parametrize("limit", [0, -1])
def test_a_limit_below_one_is_refused(geocoder: GazetteerGeocoder, limit: int) -> None:
    with pytest.raises(ValueError, match="less than 1"):
        geocoder.geocode("Paris", exactly_one=False, limit=limit)
    with pytest.raises(ValueError, match="less than 1"):
        geocoder.reverse("48.86, 2.35", exactly_one=False, limit=limit)


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("Paris", "geonames:2988507"),
        ("Paris, Texas", "geonames:4717560"),
        ("Paris, Lamar County, Texas, USA", "geonames:4717560"),
        ("paris,TX", "geonames:4717560"),
        ("Paris, Prancis", "geonames:2988507"),
        ("Washington, D.C.", "geonames:4140963"),
        ("New York, New York", "geonames:5128581"),
        ("Jakarta, Indonesia", "geonames:1642911"),
        ("Korut", "geonames:1873107"),
        ("Київ", "geonames:703448"),
        ("Laut Merah", "petakan:laut-merah"),
    ],
)
def test_what_stands_after_a_comma_contains(geocoder: GazetteerGeocoder, query: str, place: str) -> None:
    found = geocoder.geocode(query)
    assert isinstance(found, Location)
    assert found.raw.id == place


def test_a_name_may_hold_a_comma(tmp_path: Path) -> None:
    korea = record("geonames:7", "Korea, Republic of", level=Level.COUNTRY, country="KR", position=LonLat(127, 37))
    with Gazetteer(write_tiny(tmp_path / "tiny.sqlite", *PLACES, korea)) as gazetteer:
        found = GazetteerGeocoder(gazetteer).geocode("Korea, Republic of")
    assert isinstance(found, Location)
    assert found.raw.id == "geonames:7"


@pytest.mark.parametrize(
    ("codes", "countries"),
    [
        ("us", {"US"}),
        ("US", {"US"}),
        (["us"], {"US"}),
        (["us", "CA"], {"US", "CA"}),
        ("us, ca", {"US", "CA"}),
        ([], None),
        (None, None),
        ("", None),
    ],
)
def test_country_codes_narrow_the_search(
    geocoder: GazetteerGeocoder, codes: str | list[str] | None, countries: set[str] | None
) -> None:
    found = geocoder.geocode("Paris", exactly_one=False, country_codes=codes)
    assert isinstance(found, list)
    seen = {one.raw.country for one in found}
    assert seen == countries if countries else len(seen) > 2


def test_country_codes_may_leave_nothing(geocoder: GazetteerGeocoder) -> None:
    assert geocoder.geocode("Jayapura", country_codes="fr") is None
    assert geocoder.geocode("Laut Merah", country_codes="eg") is None  # a sea is in no one country


@pytest.mark.parametrize(
    ("language", "address"),
    [
        (None, "Cilacap, Central Java, Indonesia"),
        ("id", "Cilacap, Jawa Tengah, Indonesia"),
        ("fr", "Cilacap, Central Java, Indonesia"),
    ],
)
def test_the_address_is_in_the_language_asked_for(tiny: GazetteerGeocoder, language: str | None, address: str) -> None:
    for found in (tiny.geocode("Cilacap", language=language), tiny.reverse(CILACAP_AT, language=language)):
        assert isinstance(found, Location)
        assert found.address == address


@pytest.mark.parametrize(
    ("query", "address"),
    [
        ("Jakarta", "Jakarta, Indonesia"),  # of the city and the province one
        ("Indonesia", "Indonesia"),  # no continent
        ("Laut Merah", "Laut Merah"),  # none of the countries about it
    ],
)
def test_the_address_ends_with_the_country(geocoder: GazetteerGeocoder, query: str, address: str) -> None:
    assert str(geocoder.geocode(query)) == address


@pytest.mark.parametrize("query", [None, math.nan, 7, b"Paris", {"city": "Paris"}, ["Paris"]])
def test_what_is_no_text_is_told(geocoder: GazetteerGeocoder, query: Any) -> None:
    with pytest.raises(GeocoderQueryError, match=r"is no name; give text"):
        geocoder.geocode(query)
    assert issubclass(GeocoderQueryError, ValueError)


@pytest.mark.parametrize(
    "point",
    [
        Point(*CILACAP_AT),
        Point(*CILACAP_AT, 3.5),
        CILACAP_AT,
        list(CILACAP_AT),
        (-7.73, 109.01 + 360),
        "-7.73, 109.01",
        "-7.73 109.01",
        "-7.7;109.0",
        "7.73 S, 109.01 E",
        "7 43m 48s S 109 0m 36s E",
    ],
)
def test_reverse_reads_points_as_geopy_does(tiny: GazetteerGeocoder, point: Any) -> None:
    found = tiny.reverse(point)
    assert isinstance(found, Location)
    assert found.raw.id == "geonames:4"


@pytest.mark.parametrize("point", [None, "", "Cilacap", "7.73", 7.73, (math.nan, 1), (1, math.inf), (1, 2, 3, 4)])
def test_a_bad_point_is_a_value_error(tiny: GazetteerGeocoder, point: Any) -> None:
    with pytest.raises(ValueError, match=r".+"):
        tiny.reverse(point)


@pytest.mark.parametrize("point", [(95, 10), "-95, 10"])
def test_an_impossible_latitude_is_a_value_error(tiny: GazetteerGeocoder, point: Any) -> None:
    with pytest.warns(UserWarning, match="Latitude"), pytest.raises(ValueError, match="Latitude"):
        tiny.reverse(point)


def test_reverse_finds_the_nearest_town(geocoder: GazetteerGeocoder) -> None:
    found = geocoder.reverse("-6.99, 110.42", language="id")
    assert isinstance(found, Location)
    assert (found.raw.name, found.raw.level) == ("Semarang", Level.CITY)
    assert found.address.endswith("Jawa Tengah, Indonesia")


def test_reverse_lists_the_nearest_towns(geocoder: GazetteerGeocoder) -> None:
    found = geocoder.reverse((-6.99, 110.42), exactly_one=False)
    assert isinstance(found, list)
    assert len(found) == 10
    km = [great_circle((-6.99, 110.42), one.point).km for one in found]
    assert km == sorted(km)
    assert {one.raw.level for one in found} == {Level.CITY}


@pytest.mark.parametrize("exactly_one", [True, False])
def test_far_from_any_town_is_none(geocoder: GazetteerGeocoder, exactly_one: bool) -> None:
    assert geocoder.reverse((-40, -120), exactly_one=exactly_one) is None


def test_the_reach_can_be_chosen(gazetteer: Gazetteer) -> None:
    at_sea = (-5.5, 110.0)
    assert GazetteerGeocoder(gazetteer).reverse(at_sea) is None
    assert GazetteerGeocoder(gazetteer, reach_km=200).reverse(at_sea) is not None


@pytest.mark.parametrize("reach_km", [0, -1, 1001, math.nan, math.inf])
def test_an_impossible_reach_is_refused(gazetteer: Gazetteer, reach_km: float) -> None:
    with pytest.raises(ConfigurationError, match="reach_km"):
        GazetteerGeocoder(gazetteer, reach_km=reach_km)


TOWNS = [
    LonLat(lon, lat)
    for lat in (-90.0, -89.99, -77.8, -17.1, -0.2, 0.0, 0.2, 51.5, 77.0, 89.9, 90.0)
    for lon in (-180.0, -179.9, -90.0, -0.1, 0.0, 0.3, 111.1, 179.8, 180.0)
]


@pytest.fixture(scope="module")
def round_the_globe(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gazetteer]:
    towns = [record(f"geonames:{n}", f"Town {n}", level=Level.CITY, position=at) for n, at in enumerate(TOWNS, 1)]
    with Gazetteer(write_tiny(tmp_path_factory.mktemp("globe") / "globe.sqlite", *towns)) as opened:
        yield opened


@given(
    lat=st.floats(-90, 90) | st.sampled_from([-90, -89.95, 0, 77.1, 90]),
    lon=st.floats(-180, 180) | st.sampled_from([-180, -179.95, 0, 179.9, 180]),
    reach_km=st.floats(1, 1000) | st.sampled_from([20, 50, 300, 1000]),
)
def test_the_nearest_town_is_the_nearest(round_the_globe: Gazetteer, lat: float, lon: float, reach_km: float) -> None:
    km = min(great_circle((lat, lon), (at.lat, at.lon)).km for at in TOWNS)
    found = GazetteerGeocoder(round_the_globe, reach_km=reach_km).reverse((lat, lon))
    if found is None:
        assert km > reach_km * 0.999  # geopy's globe is 9 m larger
    else:
        assert isinstance(found, Location)
        assert great_circle((lat, lon), found.point).km == pytest.approx(km, abs=0.01)
        assert km < reach_km * 1.001


@pytest.mark.parametrize("method", ["geocode", "reverse"])
def test_a_timeout_is_of_no_effect(tiny: GazetteerGeocoder, method: str) -> None:
    query = "-7.73, 109.01" if method == "reverse" else "Cilacap"
    assert getattr(tiny, method)(query, timeout=0.000001) == getattr(tiny, method)(query, timeout=None)


def test_it_works_with_geopys_rate_limiter(tiny: GazetteerGeocoder) -> None:
    geocode = RateLimiter(tiny.geocode, min_delay_seconds=0.001, max_retries=0)
    assert [found and found.raw.id for found in map(geocode, ["Cilacap", "Atlantis", "Tjilatjap"])] == [
        "geonames:4",
        None,
        "geonames:4",
    ]
    reverse = RateLimiter(partial(tiny.reverse, language="id"), min_delay_seconds=0.001)
    assert reverse(CILACAP_AT).address == "Cilacap, Jawa Tengah, Indonesia"


def test_the_rate_limiter_passes_over_a_missing_value(tiny: GazetteerGeocoder) -> None:
    # an empty cell of a column is NaN to pandas
    geocode = RateLimiter(tiny.geocode, max_retries=0)
    assert [found and found.raw.id for found in map(geocode, [math.nan, "Cilacap"])] == [None, "geonames:4"]


def test_columns_are_made_as_geopys_manual_shows(tiny: GazetteerGeocoder) -> None:
    column: list[Any] = [tiny.geocode(name) for name in ("Cilacap", "Atlantis")]
    assert [tuple(found.point) if found else None for found in column] == [(*CILACAP_AT, 0.0), None]


def test_it_opens_and_closes_the_installed_gazetteer() -> None:
    with GazetteerGeocoder() as geocoder:
        assert geocoder.geocode("Korut") is not None
    with pytest.raises(Exception, match="closed"):
        geocoder.geocode("Korut")


def test_it_leaves_open_what_it_was_given(tmp_path: Path) -> None:
    with Gazetteer(write_tiny(tmp_path / "tiny.sqlite", CILACAP)) as gazetteer:
        with GazetteerGeocoder(gazetteer) as geocoder:
            geocoder.geocode("Cilacap")
        assert gazetteer.find("Cilacap")


def test_it_has_no_way_to_the_network(geocoder: GazetteerGeocoder) -> None:
    with pytest.raises(GeocoderUnavailable, match="offline"):
        geocoder._call_geocoder("https://example.org/", lambda answer: answer)
