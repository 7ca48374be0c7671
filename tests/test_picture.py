"""maps/picture: what the picture shows, where, and that it is well made."""

import math
import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from page_samples import PLACES, article, empty_articles, geoparsed, place, resolution, sample_articles

from gazetteer.errors import PolicyError
from gazetteer.place import Level, LonLat, Place
from geo.geoparsed import GeoparsedArticle
from geo.mention import Usage
from geo.tally import PlaceTally, tally
from maps.basemap import BaseMap, load_base_map
from maps.page.words import Words
from maps.picture import render_picture
from maps.picture.globe import around
from maps.picture.land import edges
from maps.picture.paths import areas, path, thinned
from maps.picture.projection import EqualEarth, LambertAzimuthal, clipped, turned
from maps.picture.symbols import Scale, symbols
from maps.picture.text import lines_of, printable, width_of
from maps.picture.view import FINEST_KM, view_of

SVG = "{http://www.w3.org/2000/svg}"
POSITIONS = st.tuples(st.floats(-180, 180), st.floats(-89, 89))


@pytest.fixture(scope="module")
def base() -> BaseMap:
    return load_base_map()


def mentioned(*places: Place, usage: Usage = Usage.LITERAL, probability: float = 0.95) -> GeoparsedArticle:
    """An article that names each of the places once."""
    text = "Judul\n" + "".join(f"Di {one.name}. " for one in places)
    one, at, found = article("satu", text), 6, []
    for named in places:
        at = text.index(named.name, at)
        found.append(resolution(one, at, at + len(named.name), named, usage=usage, probability=probability))
        at += len(named.name)
    return geoparsed(one, found)


def tallies(*articles: GeoparsedArticle) -> tuple[PlaceTally, ...]:
    return tally(m for one in articles for m in one.mentions)


def drawn(articles: Sequence[GeoparsedArticle], **options: Any) -> ET.Element:
    return ET.fromstring(render_picture(articles, title="Judul", **options))


def labels(svg: ET.Element) -> list[str]:
    return [one.text or "" for one in svg.iter(f"{SVG}text") if "label" in (one.get("class") or "")]


def classes(svg: ET.Element) -> set[str]:
    return {one.get("class") or "" for one in svg.iter()}


class TestProjections:
    @pytest.mark.parametrize(
        ("lon", "lat", "x", "y"),
        [(0, 0, 0, 0), (180, 0, 2.706630, 0), (0, 90, 0, 1.317363), (-180, 90, -1.603600, 1.317363)],
    )
    def test_equal_earth_is_that_of_its_authors(self, lon: float, lat: float, x: float, y: float) -> None:
        # 180 itself is at the western edge
        assert EqualEarth().point(lon * (1 - 1e-9), lat) == pytest.approx((x, y), abs=2e-3)

    @given(POSITIONS, st.floats(0.5, 2.0))
    def test_both_keep_areas(self, at: tuple[float, float], size: float) -> None:
        lon, lat = at[0] * 0.9, at[1] * 0.8
        true = math.radians(size) * (math.sin(math.radians(lat + size)) - math.sin(math.radians(lat)))
        corners = [(lon, lat), (lon + size, lat), (lon + size, lat + size), (lon, lat + size)]
        for projection in (EqualEarth(lon), LambertAzimuthal(lon - 20, lat / 2)):
            side = [
                (a[0] + (b[0] - a[0]) * n / 20, a[1] + (b[1] - a[1]) * n / 20)
                for a, b in zip(corners, [*corners[1:], corners[0]], strict=True)
                for n in range(20)
            ]
            points = [projection.point(*one) for one in side]
            turn = [*points[1:], points[0]]
            area = abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, turn, strict=True))) / 2
            assert area == pytest.approx(true, rel=0.01)

    @given(POSITIONS)
    def test_lamberts_distances_are_chords(self, at: tuple[float, float]) -> None:
        projection = LambertAzimuthal(110, -7)
        (middle,) = around(LonLat(110, -7), 1000, 1)
        assert math.hypot(*projection.point(*middle)) == pytest.approx(2 * math.sin(1000 / 6371 / 2))
        assert math.hypot(*projection.point(*at)) <= 2 * math.sin(math.radians(115) / 2) + 1e-9

    def test_the_middle_and_its_antipode(self) -> None:
        projection = LambertAzimuthal(110, -7)
        assert projection.point(110, -7) == pytest.approx((0, 0))
        assert math.hypot(*projection.point(-70, 7)) == pytest.approx(2 * math.sin(math.radians(115) / 2))
        assert math.hypot(*LambertAzimuthal(0, 90).point(40, 90)) == pytest.approx(0)

    def test_what_lies_on_the_far_side_is_left_out(self, base: BaseMap) -> None:
        projection = LambertAzimuthal(110, -7)
        assert not [one for ring in base.rings("VE") for one in projection.rings(ring)]
        assert [one for ring in base.rings("ID") for one in projection.rings(ring)]
        line = [(110.0, 0.0), (-70.0, 7.0), (115.0, 0.0), (116.0, 0.0)]
        assert [len(one) for one in projection.lines(line)] == [1, 2]
        assert list(projection.lines([(-70.0, 7.0)])) == []

    def test_a_ring_over_the_edge_of_the_world_is_cut_in_two(self) -> None:
        ring = [(175.0, 0.0), (-175.0, 0.0), (-175.0, 10.0), (175.0, 10.0)]
        assert len(list(EqualEarth(0).rings(ring))) == 2
        assert len(list(EqualEarth(150).rings(ring))) == 1
        assert [len(one) for one in EqualEarth(0).lines(ring)] == [1, 2, 1]

    @given(st.floats(-1000, 1000))
    def test_longitudes_are_turned_to_one_round(self, lon: float) -> None:
        assert -180 <= turned(lon) <= 180
        assert math.cos(math.radians(turned(lon))) == pytest.approx(math.cos(math.radians(lon)), abs=1e-9)

    def test_clipping_keeps_one_side(self) -> None:
        square = [(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0)]
        assert set(clipped(square, 0, 1, keep_below=True)) == {(0, 0), (1, 0), (1, 4), (0, 4)}
        assert set(clipped(square, 1, 3, keep_below=False)) == {(4, 3), (4, 4), (0, 4), (0, 3)}
        assert clipped(square, 0, -1, keep_below=True) == []
        assert clipped([], 0, 1, keep_below=True) == []


class TestView:
    def test_towns_near_each_other_are_a_region(self, base: BaseMap) -> None:
        view = view_of(tallies(mentioned(PLACES["jakarta"], PLACES["surabaya"])), base, 1000, 600, "auto")
        assert not view.is_world
        for one in ("jakarta", "surabaya"):
            position = PLACES[one].position
            assert position is not None
            x, y = view.at(position)
            assert 50 < x < 950
            assert 50 < y < 550

    def test_nothing_is_shown_finer_than_on_the_page(self, base: BaseMap) -> None:
        view = view_of(tallies(mentioned(PLACES["jakarta"])), base, 1000, 600, "auto")
        assert view.km_per_pixel >= FINEST_KM - 1e-9

    def test_places_all_over_the_world_are_the_world(self, base: BaseMap) -> None:
        lima = place("lima", "Lima", Level.CITY, -77.03, -12.04, country="PE")
        view = view_of(tallies(mentioned(PLACES["jakarta"], PLACES["kyiv"], lima)), base, 1000, 600, "auto")
        assert view.is_world
        assert view.outside == ()

    def test_both_shores_of_the_pacific_are_not_torn_apart(self, base: BaseMap) -> None:
        portland = place("portland", "Portland", Level.CITY, -122.68, 45.52, country="US")
        santiago = place("santiago", "Santiago", Level.CITY, -70.65, -33.46, country="CL")
        view = view_of(tallies(mentioned(PLACES["jakarta"], portland, santiago)), base, 1000, 600, "auto")
        assert isinstance(view.projection, EqualEarth)
        assert abs(turned(view.projection.center - 180)) < 60

    def test_a_map_over_the_pole_is_the_world_instead(self, base: BaseMap) -> None:
        chicago = place("chicago", "Chicago", Level.CITY, -87.6, 41.9, country="US")
        assert view_of(tallies(mentioned(PLACES["moscow"], chicago)), base, 1000, 600, "auto").is_world
        assert not view_of(tallies(mentioned(PLACES["moscow"], PLACES["ankara"])), base, 1000, 600, "auto").is_world

    def test_an_actor_far_away_is_listed_and_not_shown(self, base: BaseMap) -> None:
        towns = mentioned(*[PLACES["surabaya"], PLACES["jakarta"]] * 6)
        actor = mentioned(PLACES["turkey"], usage=Usage.ASSOCIATIVE)
        found = tallies(towns, actor)
        view = view_of(found, base, 1000, 600, "auto")
        assert [one.place.id for one in view.outside] == ["turkey"]
        assert view_of(found, base, 1000, 600, "world").outside == ()
        svg = drawn([towns, actor])
        assert any("Disebut juga, di luar peta ini: Turki." in (one.text or "") for one in svg.iter(f"{SVG}text"))
        assert "TURKI" not in labels(svg)

    def test_an_actor_near_by_is_shown(self, base: BaseMap) -> None:
        found = tallies(
            mentioned(*[PLACES["kursk"], PLACES["kyiv"], PLACES["black-sea"]] * 6),
            mentioned(PLACES["moscow"], usage=Usage.ASSOCIATIVE),
        )
        assert view_of(found, base, 1000, 600, "auto").outside == ()

    def test_a_doubtful_place_does_not_move_the_view(self, base: BaseMap) -> None:
        sure, doubtful = mentioned(PLACES["jakarta"]), mentioned(PLACES["kyiv"], probability=0.3)
        assert [one.place.id for one in view_of(tallies(sure, doubtful), base, 900, 600, "auto").outside] == ["kyiv"]
        assert view_of(tallies(doubtful), base, 900, 600, "auto").outside == ()

    def test_a_large_country_is_not_shown_whole_for_one_of_its_towns(self, base: BaseMap) -> None:
        found = tallies(mentioned(PLACES["russia"], PLACES["kursk"], PLACES["kyiv"]))
        view = view_of(found, base, 1000, 600, "auto")
        assert not view.is_world
        assert view.width * view.km_per_pixel < 2500
        assert view.outside == ()
        alone = view_of(tallies(mentioned(PLACES["russia"], PLACES["kyiv"])), base, 1000, 600, "auto")
        assert alone.width * alone.km_per_pixel > 4000

    def test_a_continent_alone_is_shown(self, base: BaseMap) -> None:
        assert view_of(tallies(mentioned(PLACES["asia"])), base, 1000, 600, "auto").outside == ()

    def test_without_places_the_world_is_shown(self, base: BaseMap) -> None:
        view = view_of((), base, 1000, 600, "auto")
        assert (view.is_world, view.is_whole) == (True, True)

    @given(st.lists(POSITIONS, min_size=1, max_size=6), st.sampled_from(["auto", "world", "region"]))
    @settings(max_examples=40)
    def test_wherever_places_lie_they_are_in_the_frame_or_listed(
        self, base: BaseMap, positions: list[tuple[float, float]], extent: Any
    ) -> None:
        places = [place(f"p{n}", f"Nama{n}", Level.CITY, *at) for n, at in enumerate(positions)]
        found = tallies(mentioned(*places))
        view = view_of(found, base, 1000, 600, extent)
        hidden = {one.place.id for one in view.outside}
        for one in found:
            position = one.place.position
            assert position is not None
            x, y = view.at(position)
            assert one.place.id in hidden or (-1 <= x <= 1001 and -1 <= y <= 601)
        if view.is_world:
            assert not hidden


class TestDrawing:
    def test_equal_input_gives_equal_bytes(self) -> None:
        assert render_picture(sample_articles(), title="x") == render_picture(sample_articles(), title="x")

    def test_it_is_described_for_those_who_do_not_see_it(self) -> None:
        svg = drawn(sample_articles())
        assert svg.get("role") == "img"
        assert [one.text for one in svg.findall(f"{SVG}title")] == ["Judul"]
        (description,) = [one.text or "" for one in svg.findall(f"{SVG}desc")]
        assert "Kursk (kota, Rusia): disebut 3 kali;" in description
        assert "Moskwa (kota, Rusia): disebut 1 kali, sebagai pihak atau asal" in description
        assert "Sudzha (kota, Rusia): disebut 1 kali, belum pasti" in description
        assert "Laut Hitam (laut atau perairan)" in description

    def test_every_sort_of_symbol_is_told_without_color(self) -> None:
        found = classes(drawn(sample_articles()))
        assert {"symbol city literal", "symbol city associative", "symbol city unsure", "query"} <= found
        assert {"symbol adm literal", "symbol adm unsure", "symbol region literal"} <= found
        assert {"edge literal", "edge associative"} <= found

    def test_the_legend_has_what_the_map_has(self) -> None:
        def keys(svg: ET.Element) -> list[str]:
            return [one.text or "" for one in svg.iter(f"{SVG}text") if one.get("class") == "key"]

        def words(*names: str) -> list[str]:
            return [Words("en")(f"legend.{name}") for name in names]

        every = words("city", "country", "admin", "region", "associative", "unsure")
        assert keys(drawn(sample_articles(), ui="en")) == every
        assert keys(drawn([mentioned(PLACES["jakarta"])], ui="en")) == words("city")
        only_actor = mentioned(PLACES["turkey"], usage=Usage.ASSOCIATIVE)
        assert keys(drawn([only_actor], ui="en")) == words("country", "associative")
        assert keys(drawn(empty_articles())) == []

    def test_a_towns_area_grows_with_its_mentions(self) -> None:
        scale = Scale(tallies(mentioned(*[PLACES["jakarta"]] * 9, PLACES["surabaya"])))
        assert scale.town_radius(8) == pytest.approx(2 * scale.town_radius(2))
        many = Scale(tallies(mentioned(*[PLACES["jakarta"]] * 900)))
        assert many.town_radius(900) <= 18
        assert many.town_radius(1) >= 4

    def test_countries_are_shaded_by_count(self) -> None:
        scale = Scale(tallies(mentioned(*[PLACES["russia"]] * 10)))
        assert [scale.shade(n) for n in (1, 4, 9)] == [1, 2, 3]

    def test_small_states_and_units_are_circles(self, base: BaseMap) -> None:
        found = tallies(mentioned(PLACES["vatican"], PLACES["kyiv"], PLACES["kursk-oblast"], PLACES["asia"]))
        view = replace(view_of(found, base, 900, 600, "auto"), outside=())
        drawn_symbols = {one.tally.place.id: one for one in symbols(view, base, found, Scale(found))}
        assert (drawn_symbols["vatican"].rings, drawn_symbols["vatican"].reach) == ((), 9)
        assert drawn_symbols["kursk-oblast"].reach > 9
        assert drawn_symbols["asia"].reach == 0

    def test_names_do_not_run_into_each_other(self) -> None:
        svg = drawn(sample_articles())
        boxes = []
        for one in svg.iter(f"{SVG}text"):
            kind = (one.get("class") or "").split()
            if kind[:1] != ["label"]:
                continue
            size = 13.0 if kind[1] in {"city", "region", "continent"} else 12.0
            half = width_of(one.text or "", size, is_bold=kind[1] == "city") / 2
            x, y = float(one.get("x") or 0), float(one.get("y") or 0)
            boxes.append((x - half, y - size * 0.7, x + half, y + size * 0.1))
        assert len(boxes) > 12
        pairs = [(a, b) for n, a in enumerate(boxes) for b in boxes[:n]]
        assert not [1 for a, b in pairs if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]]

    def test_names_that_find_no_room_are_listed_below(self) -> None:
        crowd = [place(f"p{n}", f"Kota Bernama Panjang {n}", Level.CITY, 106 + n / 900, -6.2) for n in range(80)]
        svg = drawn([mentioned(*crowd)], size=(480, 400))
        notes = " ".join(one.text or "" for one in svg.iter(f"{SVG}text") if one.get("class") == "note")
        named, more = re.findall(r"Namanya tidak muat di peta: (.*), \+ (\d+)\.", notes)[0]
        assert len(labels(svg)) == 80 - len(named.split(", ")) - int(more)
        assert not set(named.split(", ")) & set(labels(svg))

    def test_names_that_stand_apart_have_a_line(self) -> None:
        crowd = [place(f"p{n}", f"Kota {n}", Level.CITY, 106 + n / 10, -6.2) for n in range(9)]
        svg = drawn([mentioned(*crowd)])
        assert len(labels(svg)) == 9
        assert "leader" in classes(svg)

    def test_positions_are_those_of_the_page_and_nothing_finer(self) -> None:
        exact = replace(PLACES["jakarta"], position=LonLat(106.8456, -6.2088))
        rough = replace(PLACES["jakarta"], position=LonLat(106.85, -6.21))
        assert render_picture([mentioned(exact)], title="x") == render_picture([mentioned(rough)], title="x")

    def test_only_public_mentions_pass(self) -> None:
        one = article("satu", "Judul\nDi Kursk.\n")
        private = GeoparsedArticle(
            article=one,
            mentions=(resolution(one, 9, 14, PLACES["kursk"]),),  # type: ignore[arg-type]
            withheld=(),
            unresolved=(),
        )
        with pytest.raises(PolicyError, match="publish"):
            render_picture([private], title="x")

    def test_without_places_it_says_so(self) -> None:
        svg = drawn(empty_articles(), ui="en")
        assert any(one.text == "No places to map yet." for one in svg.iter(f"{SVG}text"))
        assert "globe" in classes(svg)

    @pytest.mark.parametrize("extent", ["auto", "world", "region"])
    @pytest.mark.parametrize("size", [(400, 400), (1188, 840), (840, 1188)])
    def test_every_size_and_extent_is_drawn_within_its_sheet(self, size: tuple[int, int], extent: Any) -> None:
        svg = drawn(sample_articles(), size=size, extent=extent)
        assert (svg.get("width"), svg.get("height")) == (str(size[0]), str(size[1]))
        for one in svg.iter(f"{SVG}text"):
            if one.get("class") in {"title", "facts", "note"}:
                assert 0 < float(one.get("y") or 0) < size[1]

    @given(st.text(max_size=60))
    @settings(max_examples=8)
    def test_no_text_breaks_the_picture(self, words: str) -> None:
        hostile = replace(PLACES["jakarta"], labels=(("id", words), ("en", words)))
        svg = ET.fromstring(render_picture([mentioned(hostile)], title=words))
        assert {one.tag for one in svg.iter()}.isdisjoint({f"{SVG}script", f"{SVG}foreignObject", f"{SVG}image"})

    def test_markup_in_a_name_is_text(self) -> None:
        hostile = replace(PLACES["jakarta"], labels=(("id", "</text><script>alert(1)</script>"),))
        svg = drawn([mentioned(hostile)])
        assert labels(svg) == ["</text><script>alert(1)</script>"]

    def test_a_long_title_is_made_to_fit(self) -> None:
        svg = ET.fromstring(render_picture([mentioned(PLACES["jakarta"])], title="kata " * 60, size=(500, 500)))
        lines = [one for one in svg.iter(f"{SVG}text") if one.get("class") == "title"]
        assert len(lines) == 2
        assert (lines[1].text or "").endswith(" …")

    def test_seas_lie_beneath_the_land(self) -> None:
        order = [one.get("class") or "" for one in drawn([mentioned(PLACES["black-sea"])]).iter()]
        assert order.index("symbol region literal") < order.index("land")

    def test_the_antimeridian_is_no_border(self, base: BaseMap) -> None:
        far = place("anadyr", "Anadyr", Level.CITY, 177.5, 64.73, country="RU")
        view = view_of(tallies(mentioned(far)), base, 1000, 600, "auto")
        seam = view.at(LonLat(180, 67))[0]
        for line in edges(view, base, "RU"):
            for a, b in pairwise(line):
                along = abs(a[0] - seam) < 1 and abs(b[0] - seam) < 1 and abs(a[1] - b[1]) > 20
                assert not along


class TestPaths:
    def test_a_path_is_written_in_steps_of_tenths(self) -> None:
        assert path([[(1, 2), (4.06, 1), (4.06, 1.01), (0, 0)]], is_closed=True) == "M1 2l3.1-1 -4.1-1z"
        assert path([[(1, 2)]], is_closed=False) == ""

    def test_points_that_no_eye_tells_apart_are_left_out(self) -> None:
        assert thinned([(0, 0), (0.1, 0), (5, 0), (5.1, 0)]) == [(0, 0), (5, 0), (5.1, 0)]
        assert thinned([(0, 0)]) == [(0, 0)]

    def test_specks_are_left_out(self, base: BaseMap) -> None:
        view = view_of((), base, 300, 200, "world")
        assert len(areas(view, base.rings("ID"))) < len(base.rings("ID"))


class TestText:
    def test_widths_grow_with_size_weight_and_spacing(self) -> None:
        plain = width_of("Kursk", 12)
        assert width_of("Kursk", 24) == pytest.approx(2 * plain)
        assert width_of("Kursk", 12, is_bold=True) > plain
        assert width_of("Kursk", 12, spacing=2) == pytest.approx(plain + 10)
        assert width_of("北京", 10) == 20
        assert width_of("Łódź", 10) > width_of("odz", 10)

    def test_lines_are_no_wider_than_asked(self) -> None:
        lines = lines_of("satu dua tiga empat lima enam " * 5, 10, 100)
        assert len(lines) > 3
        assert all(width_of(one, 10) <= 100 for one in lines)
        assert lines_of("Kata-yang-sangat-panjang", 10, 5) == ["Kata-yang-sangat-panjang"]

    def test_what_cannot_be_printed_is_left_out(self) -> None:
        assert printable("a\x00b\n\u202ec\u200bd") == "a b c d"
