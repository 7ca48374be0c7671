"""The areas of units and countries: what holds a point, how far it is."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path

import pytest
import shapely
from geopy.distance import great_circle
from hypothesis import example, given
from hypothesis import strategies as st
from tiny_gazetteer import ASIA, INDONESIA, JAVA, record, write_tiny

from gazetteer.areas import TOLERANCE_DEG, Areas, Owner
from gazetteer.errors import GazetteerFormatError
from gazetteer.index import Gazetteer
from gazetteer.place import Level, LonLat, Place

CENTRAL_JAVA, PAPUA, SINGAPORE_NE = 1159309873, 7, 8
SINGAPORE = record("geonames:8 iso:SG ne:8", "Singapore", level=Level.COUNTRY, country="SG")
DIVIDED = record("geonames:7 iso2:ID-PA ne:7", "Papua", level=Level.ADM1, country="ID")
DRAWN = record("gn:ID.07 ne:1159309873", "Central Java", country="ID")
NOBODYS = record("geonames:9 ne:9", "Nobody's", level=Level.ADM1)
RECORDS = (ASIA, INDONESIA, JAVA, DRAWN, SINGAPORE, DIVIDED, NOBODYS)

WEST, EAST, FAR_EAST = shapely.box(0, 0, 1, 1), shapely.box(1, 0, 2, 1), shapely.box(177, 60, 180, 65)
OWNERS = {
    1: Owner("geonames:3", "geonames:2"),
    2: Owner(None, "geonames:2"),
    3: Owner("geonames:7", "geonames:2"),
    4: Owner("geonames:404", None),
}


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gazetteer]:
    """A gazetteer that says whose outlines are whose."""
    with Gazetteer(write_tiny(tmp_path_factory.mktemp("areas") / "g.sqlite", *RECORDS)) as opened:
        yield opened


@pytest.fixture(scope="module")
def areas(tiny: Gazetteer) -> Areas:
    """A country of two boxes by the null island and one at the date line."""
    return Areas(tiny, {1: WEST, 2: EAST, 3: FAR_EAST, 4: shapely.box(50, 50, 51, 51), 5: WEST}, OWNERS)


def place(gazetteer: Gazetteer, place_id: str) -> Place:
    found = gazetteer.by_id(place_id)
    assert found is not None
    return found


def test_a_build_writes_whose_each_outline_is(tiny: Gazetteer) -> None:
    """A country's own outline is no unit's, nor is one of before a division; a unit may have no country."""
    with closing(sqlite3.connect(tiny.path)) as db:
        assert db.execute("SELECT ne_id, unit, country FROM area ORDER BY ne_id").fetchall() == [
            (PAPUA, None, "geonames:2"),
            (SINGAPORE_NE, None, "geonames:8"),
            (9, "geonames:9", None),
            (CENTRAL_JAVA, "geonames:3", "geonames:2"),
        ]


@pytest.mark.parametrize(
    ("lon", "lat", "names"),
    [
        (0.5, 0.5, ["Central Java", "Indonesia"]),
        (1.5, 0.5, ["Indonesia"]),
        (1.0, 0.5, ["Central Java", "Indonesia"]),
        (178.0, 61.0, ["Papua", "Indonesia"]),
        (0.5, 1 + TOLERANCE_DEG * 0.9, ["Central Java", "Indonesia"]),
        (0.5, 1 + TOLERANCE_DEG * 1.1, []),
        (50.5, 50.5, []),  # of a place that the gazetteer does not have
    ],
)
def test_what_holds_a_point(areas: Areas, lon: float, lat: float, names: list[str]) -> None:
    assert [found.name for found in areas.containing(LonLat(lon, lat))] == names


def test_a_countrys_area_is_that_of_its_units(areas: Areas, tiny: Gazetteer) -> None:
    whole = areas.of(place(tiny, "geonames:2"))
    assert whole is not None
    assert shapely.equals(whole, shapely.union_all([WEST, EAST, FAR_EAST]))
    assert shapely.equals(areas.of(place(tiny, "geonames:3")), WEST)
    assert areas.of(place(tiny, "geonames:1")) is None


def test_inside_is_no_distance(areas: Areas, tiny: Gazetteer) -> None:
    assert areas.distance_km(place(tiny, "geonames:3"), LonLat(0.5, 0.5)) == 0.0
    assert areas.distance_km(place(tiny, "geonames:2"), LonLat(1.0, 0.5)) == 0.0


def test_what_has_no_area_has_no_distance(areas: Areas, tiny: Gazetteer) -> None:
    assert areas.distance_km(place(tiny, "geonames:1"), LonLat(0.5, 0.5)) is None


def test_the_date_line_is_no_border(areas: Areas, tiny: Gazetteer) -> None:
    """One degree east of 180 is one degree away."""
    found = areas.distance_km(place(tiny, "geonames:7"), LonLat(-179.0, 60.0))
    assert found == pytest.approx(great_circle((60, 180), (60, 181)).km, rel=1e-3)


def test_a_parallel_is_an_edge_and_not_the_shortest_way(tiny: Gazetteer) -> None:
    """The middle of a long edge along a parallel stays on it."""
    long = Areas(tiny, {1: shapely.box(-120, 30, -80, 49)}, OWNERS)
    found = long.distance_km(place(tiny, "geonames:3"), LonLat(-100, 49.5))
    assert found == pytest.approx(great_circle((49.5, -100), (49, -100)).km, rel=1e-3)


@example(lon=0.0, lat=-60.0)  # the antipode of a corner
@example(lon=-2.0, lat=-62.0)  # and that of a point within
@given(st.floats(-180, 180), st.floats(-90, 90))
def test_the_distance_is_that_to_the_nearest_point_of_the_border(areas: Areas, lon: float, lat: float) -> None:
    """Compared with geopy's great circle to a point of the border every 0.01 degree."""
    outline = FAR_EAST
    found = areas.distance_km(_papua(), LonLat(lon, lat))
    if shapely.intersects_xy(outline, lon, lat):
        assert found == 0.0
    else:
        border = shapely.get_coordinates(shapely.segmentize(outline.exterior, 0.05))
        nearest = min(great_circle((lat, lon), (y, x)).km for x, y in border)
        assert found == pytest.approx(nearest, abs=3.0, rel=1e-6)


def _papua() -> Place:
    return Place(id="geonames:7", name="Papua", level=Level.ADM1, position=None, source="")


def test_the_outlines_that_petakan_ships_are_read(tiny: Gazetteer) -> None:
    """Of them those that the gazetteer knows whose they are."""
    shipped = Areas.open(tiny)
    assert [found.name for found in shipped.containing(LonLat(110.42, -7.2))] == ["Central Java", "Indonesia"]
    assert shipped.containing(LonLat(2.35, 48.85)) == []


def test_a_gazetteer_without_areas_is_refused_in_one_line(tmp_path: Path) -> None:
    path = write_tiny(tmp_path / "g.sqlite")
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("DROP TABLE area")
    with Gazetteer(path) as old, pytest.raises(GazetteerFormatError, match="knows no areas") as caught:
        Areas.open(old)
    assert "\n" not in str(caught.value)


@pytest.fixture(scope="module")
def world(gazetteer: Gazetteer) -> Areas:
    """The areas of the default gazetteer."""
    return Areas.open(gazetteer)


@pytest.mark.parametrize(
    ("lon", "lat", "ids"),
    [
        (110.42, -6.99, [1642669, 1643084]),  # Semarang: Central Java, Indonesia
        (106.83, -6.17, [1642907, 1643084]),  # Jakarta
        (117.58, 3.31, [1643084]),  # Tarakan: its province was divided after the outlines were drawn
        (139.5, -4.1, [1643084]),  # and so was Papua
        (34.1, 44.95, [703883, 690791]),  # Crimea: Ukraine, as the United Nations see it
        (-155.5, 19.6, [5855797, 6252001]),
        (0.0, 0.0, []),
        (-140.0, 0.0, []),
    ],
)
def test_points_of_the_world(world: Areas, lon: float, lat: float, ids: list[int]) -> None:
    assert [found.id for found in world.containing(LonLat(lon, lat))] == [f"geonames:{one}" for one in ids]


def test_western_sahara_is_by_itself(world: Areas) -> None:
    assert world.containing(LonLat(-13.2, 27.15))[-1].country == "EH"


def test_towns_lie_in_the_area_of_their_country(gazetteer: Gazetteer, world: Areas) -> None:
    """Almost all capitals do; the others lie on a border or on an island too small to be drawn."""
    capitals = [
        one
        for one in islice(gazetteer.of_level(Level.CITY), 2000)
        if one.feature_code == "PPLC" and one.position is not None
    ]
    assert len(capitals) > 150
    right = [
        one
        for one in capitals
        if one.position is not None and one.country in {found.country for found in world.containing(one.position)}
    ]
    assert len(right) >= 0.98 * len(capitals)


def test_how_far_indonesia_is_from_singapore(gazetteer: Gazetteer, world: Areas) -> None:
    """About 20 km, from the middle of the city to Batam."""
    found = world.distance_km(gazetteer.find("Indonesia")[0], LonLat(103.85, 1.29))
    assert found is not None
    assert 8 < found < 28
