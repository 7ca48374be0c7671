"""maps/page and maps/basemap.py without a browser: what the file holds, and what it must never hold."""

import json
import re
import subprocess
import sys
import time
from datetime import date
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import folium
import pytest
from folium.plugins import MarkerCluster
from hypothesis import given
from hypothesis import strategies as st
from page_samples import PLACES, article, empty_articles, geoparsed, resolution, sample_articles
from shapely.geometry import Point, Polygon

from gazetteer.errors import NotVendoredError, PageError, PetakanError
from geo.article import Span
from maps import basemap
from maps.chapter import Chapter
from maps.page import render_page, vendored
from maps.page.figure import OfflineFigure, PageMap
from maps.page.reasons import pieces
from maps.page.words import Words

MOST_BYTES: Final = 600_000


class _Outline(HTMLParser):
    """The elements of a page in order, and the texts of its JSON block and title."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, str] = {}
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        name, attributes = self.elements[-1] if self.elements else ("", {})
        key = attributes.get("id") or name
        self.texts[key] = self.texts.get(key, "") + data


def _content(page: str) -> Any:
    return json.loads(_Outline(page).texts["petakan-content"])


@pytest.fixture(scope="module")
def page() -> str:
    return render_page(sample_articles(), title="Gandum & roti")


def test_the_same_articles_give_the_same_bytes(page: str) -> None:
    assert render_page(sample_articles(), title="Gandum & roti") == page


def test_the_page_is_small(page: str) -> None:
    assert len(page.encode()) <= MOST_BYTES


def test_the_policy_stands_before_all_but_the_charset(page: str) -> None:
    elements = _Outline(page).elements
    assert [name for name, _ in elements[:4]] == ["html", "head", "meta", "meta"]
    assert elements[2][1] == {"charset": "utf-8"}
    policy = elements[3][1]["content"] or ""
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy
    assert "http" not in policy
    assert policy.endswith("base-uri 'none'; form-action 'none'")


def test_nothing_is_loaded_from_outside(page: str) -> None:
    for name, attributes in _Outline(page).elements:
        assert "src" not in attributes, name
        assert name not in {"iframe", "img", "object", "embed", "base", "form"}
        assert not any(key.startswith("on") or key == "style" for key in attributes), name
        if name == "link":
            assert attributes["href"] == "data:,"


def test_title_language_and_heading(page: str) -> None:
    outline = _Outline(page)
    assert outline.texts["title"].strip() == outline.texts["h1"].strip() == "Gandum & roti"
    assert outline.elements[0][1]["lang"] == "id"
    assert _Outline(render_page(sample_articles(), title="x", ui="en")).elements[0][1]["lang"] == "en"
    assert "user-scalable" not in page


def _said(content: Any, number: int) -> list[str]:
    """What is kept under a number, in Indonesian and in English."""
    kept = content["said"][number]
    return [kept, kept] if isinstance(kept, str) else kept


def _reason(content: Any, number: int) -> list[str]:
    """A reason in Indonesian and in English."""
    said = [_said(content, piece) for piece in content["reasons"][number]]
    return ["".join(one) for one in zip(*said, strict=True)]


def _places(content: Any) -> dict[str, Any]:
    return {place["id"]: place for place in content["places"]}


def _mentions(content: Any, id_: str) -> list[Any]:
    number = [place["id"] for place in content["places"]].index(id_)
    return [mention for mention in content["mentions"] if mention[0] == number]


def test_places_travel_in_the_json_block_in_both_languages(page: str) -> None:
    content = _content(page)
    places = _places(content)
    assert _said(content, places["kursk-oblast"]["name"]) == ["Oblast Kursk", "Kursk Oblast"]
    within = [_said(content, number) for number in places["kursk"]["within"]]
    assert within == [["Oblast Kursk", "Kursk Oblast"], ["Rusia", "Russia"]]
    assert [places[id_]["word"] for id_ in ("kursk-oblast", "red-sea")] == ["level.adm1", "level.sea"]
    assert content["words"]["id"]["level.sea"] == "laut atau perairan"
    assert places["crimea"]["disputed"]
    assert (places["singapore"]["iso"], places["jakarta"]["iso"]) == ("SG", None)


def test_a_mention_knows_its_sentence_its_site_and_its_rivals(page: str) -> None:
    content = _content(page)
    _, sentence, start, length, how, extra = _mentions(content, "kursk")[2]
    article_number, first, last = content["sentences"][sentence]
    text = sample_articles()[0].article.text
    assert text[start : start + length] == "Kursk"
    assert text[first:last].startswith("Sebuah pabrik pupuk")
    associative, certainty, by_hand, tenths = how & 1, (how >> 1) & 3, how & 8, how >> 4
    assert (article_number, associative, certainty, by_hand, tenths) == (0, 0, 1, 0, 8)
    site, reasons, others = content["extras"][extra]
    assert _said(content, site)[0].startswith("Kompleks Agrokimia Timur tidak dipetakan")
    indonesian, english = zip(*(_reason(content, reason) for reason in reasons), strict=True)
    assert indonesian[0] == "Kursk, kota."
    assert not any("Agrokimia" in said for said in indonesian)  # it is told on its own
    assert indonesian[-1].startswith("Bukan Kursk lain, kota")
    assert english[-1].startswith("Not the other Kursk, a city")
    assert [(_said(content, name), in_ten) for name, in_ten in others] == [
        (["Kursk lain, kota", "the other Kursk, a city"], 2)
    ]


def test_a_sure_mention_has_no_other_places(page: str) -> None:
    content = _content(page)
    for *_, how, extra in content["mentions"]:
        is_sure = (how >> 1) & 3 == 0
        assert not (is_sure and extra >= 0 and content["extras"][extra][2])


def test_what_no_known_place_may_be_is_told_too() -> None:
    """A likely mention without a rival: the rest is for no place at all."""
    one = article("satu", "Judul\nKrimea ada.\n")
    found = geoparsed(one, (resolution(one, 6, 12, PLACES["crimea"], probability=0.7),))
    content = _content(render_page((found,), title="x"))
    [*_, extra] = content["mentions"][0]
    assert content["extras"][extra][2] == [[-1, 3]]


@given(st.tuples(st.text(alphabet="ab:;,(“”) ."), st.text(alphabet="ab:;,(“”) .")))
def test_pieces_of_a_sentence_are_the_sentence(both: tuple[str, str]) -> None:
    cut = pieces(both)
    assert ("".join(one for one, _ in cut), "".join(other for _, other in cut)) == both


def test_a_sentence_is_cut_at_its_names() -> None:
    assert pieces(("Kursk, kota: lihat “Rusia”.", "Kursk, a city: see “Russia”.")) == (
        ("Kursk, ", "Kursk, "),
        ("kota: ", "a city: "),
        ("lihat “", "see “"),
        ("Rusia", "Russia"),
        ("”.", "”."),
    )
    assert pieces(("Kursk: kota.", "Kursk.")) == (("Kursk: kota.", "Kursk."),)


def test_what_is_said_often_is_kept_once(page: str) -> None:
    content = _content(page)
    for key in ("sentences", "extras", "reasons", "said"):
        kept = [json.dumps(one) for one in content[key]]
        assert len(kept) == len(set(kept)), key


def test_offsets_are_counted_as_javascript_counts() -> None:
    text = "Judul\n🌾🌾 Panen di Jakarta.\n"
    one = article("satu", text)
    at = text.index("Jakarta")
    found = geoparsed(one, (resolution(one, at, at + 7, PLACES["jakarta"]),))
    _, _, start, length, *_ = _content(render_page((found,), title="x"))["mentions"][0]
    assert text.encode("utf-16-le")[2 * start : 2 * (start + length)].decode("utf-16-le") == "Jakarta"


def test_no_text_can_end_the_json_block() -> None:
    evil = "</script><!--\u2028&"
    one = article("satu", f"Judul\nDi Jakarta {evil} ada.\n")
    found = geoparsed(one, (resolution(one, 9, 16, PLACES["jakarta"]),))
    page = render_page((found,), title=evil)
    assert _Outline(page).texts["h1"] == evil
    assert evil not in page
    assert _content(page)["articles"][0]["title"] == "Judul"


def test_tables_stand_in_the_html_itself(page: str) -> None:
    rows = re.findall(r'<tr id="place-\d+">.*?</tr>', page)
    assert len(rows) == len(_content(page)["places"])
    cells = re.findall(r">([^<]+)</th><td data-say=\"(reason[^\"]+)\"[^>]*>([^<]+)<", page)
    assert (
        "Kompleks Agrokimia Timur",
        "reason.rolled_up",
        "situs; peta hanya menunjukkan tempat umumnya: Kursk",
    ) in cells
    assert ("pabrik pupuk", "reason.facility", "situs; teks tidak menyebut kota atau daerahnya") in cells
    assert "Wonolelo Kidul</th>" in page


def test_the_folders_of_the_computer_stay_at_home() -> None:
    for source, shown in (
        ("/home/guru/berita/gandum.txt", "gandum.txt"),
        ("C:\\Users\\guru\\gandum.txt", "gandum.txt"),
        ("https://example.org/a/gandum", "https://example.org/a/gandum"),
    ):
        one = article("satu", "Judul\nIsi.\n", source=source)
        page = render_page((geoparsed(one, ()),), title="x")
        assert _content(page)["articles"][0]["source"] == shown
        assert "guru" not in page


def test_only_web_addresses_become_links() -> None:
    text = "Judul\nDi Jakarta.\n"
    for url, is_link in (
        ("https://example.org/a?b=1&c", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
    ):
        page = render_page((geoparsed(article("satu", text, url=url), ()),), title="x")
        assert ('class="origin"' in page) is is_link
    assert "javascript:alert" not in page


def test_a_page_without_places_says_so() -> None:
    page = render_page(empty_articles(), title="x", ui="en")
    assert "No places to map yet" in page
    assert "Hujan turun semalaman" in page
    assert _content(page)["places"] == []
    assert 'id="withheld"' not in page


def test_a_page_without_articles_can_be_made() -> None:
    assert _content(render_page((), title="x"))["articles"] == []


_PICTURE: Final = "data:image/png;base64,iVBORw0KGgo="


def _chapter(**fields: Any) -> Chapter:
    empty: dict[str, Any] = {
        "title": "Bab", "text": "", "article_id": None, "quote": None, "place_ids": (), "day": None,
    }  # fmt: skip
    return Chapter(**{**empty, **fields})


def test_chapters_of_a_teacher_travel_with_the_page() -> None:
    told = (
        _chapter(title="Awal", text="Satu.\n\nDua.", place_ids=("kursk", "atlantis"), note="Lihat!", image=_PICTURE),
        _chapter(article_id="roti", quote=Span(0, 5), day=date(2026, 11, 22)),
        _chapter(article_id="hilang", quote=Span(0, 5), image="data:image/svg+xml;base64,PHN2Zz4="),
    )
    content = _content(render_page(sample_articles(), title="x", chapters=told, view="story", credit="Kelas 9"))
    first, second, third = content["chapters"]
    assert [content["places"][number]["id"] for number in first["places"]] == ["kursk"]
    assert (first["text"], first["note"], first["image"]) == ("Satu.\n\nDua.", "Lihat!", _PICTURE)
    assert (second["article"], second["quote"], second["day"]) == (1, [0, 5], "2026-11-22")
    assert set(third) == {"title", "places"}
    assert (content["view"], content["credit"]) == ("story", "Kelas 9")


def test_articles_tell_a_story_by_themselves(page: str) -> None:
    content = _content(page)
    first = content["chapters"][0]
    text = sample_articles()[first["article"]].article.text
    assert text[slice(*first["quote"])].startswith("Kapal-kapal gandum")
    assert [content["places"][number]["id"] for number in first["places"]] == ["black-sea", "ankara"]
    assert {chapter["article"] for chapter in content["chapters"]} == {0, 1}


def test_a_coarser_base_map_makes_a_smaller_page(page: str) -> None:
    coarse = render_page(sample_articles(), title="Gandum & roti", detail="110m")
    assert len(coarse.encode()) < len(page.encode()) - 80_000
    assert "SG" not in _content(coarse)["base"]["outlines"]


def test_the_wait_grows_no_faster_than_the_mentions() -> None:
    """Four times the mentions: four times the processor's time is what it should be, sixteen would be a square."""
    few, many = _seconds_to_render(2_500), _seconds_to_render(10_000)
    assert many < 8 * few
    assert many < 20


def _seconds_to_render(lines: int) -> float:
    line = "Di Jakarta dan Surabaya, harga di Jakarta naik lagi.\n"
    one = article("banyak", "Judul\n" + line * lines)
    ids = {"Jakarta": "jakarta", "Surabaya": "surabaya"}
    spans = [match.span() for match in re.finditer("Jakarta|Surabaya", one.text)]
    found = geoparsed(one, (resolution(one, a, b, PLACES[ids[one.text[a:b]]]) for a, b in spans))
    start = time.process_time()
    render_page((found,), title="x")
    return time.process_time() - start


def test_folium_waits_until_a_map_is_drawn() -> None:
    code = "import sys, maps.page; sys.exit('folium' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_folium_is_left_as_it_was(page: str) -> None:
    assert page
    assert [name for name, _ in folium.Map.default_js][:2] == ["leaflet", "jquery"]
    first, second = folium.Map(), folium.Map()
    assert first.get_name() != second.get_name()


def _figure() -> OfflineFigure:
    return OfflineFigure(title="x", language="id", body=lambda story_map: story_map)


def test_what_is_not_shipped_is_refused() -> None:
    story_map = PageMap("peta")
    _figure().add_child(story_map)
    story_map.add_child(MarkerCluster())  # type: ignore[no-untyped-call]  # folium's own
    with pytest.raises(NotVendoredError, match=r"markercluster.*does not ship"):
        story_map.get_root().render()


def test_a_stock_map_is_refused() -> None:
    figure = _figure()
    figure.add_child(folium.Map(tiles=None))
    with pytest.raises(NotVendoredError):
        figure.render()


def test_markup_in_the_header_is_refused() -> None:
    with pytest.raises(NotVendoredError, match="markup for the page's head"):
        _figure().header.add_child(folium.Element("<style></style>"), name="own")


def test_another_leaflet_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = vendored.VendoredFile(package="maps.page", path="assets/map.css", sha256="0" * 64)
    monkeypatch.setattr(vendored, "FILES", {"leaflet.css": wrong})
    with pytest.raises(PageError, match="not the tested version"):
        vendored.read_vendored("leaflet.css")


def test_a_file_that_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    absent = vendored.VendoredFile(package="js_lib_absent", path="leaflet.js")
    monkeypatch.setattr(vendored, "FILES", {"leaflet.js": absent})
    with pytest.raises(NotVendoredError, match=r"leaflet\.js: not found .*install petakan anew"):
        vendored.read_vendored("leaflet.js")


def test_a_file_cannot_end_the_element_it_stands_in(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "own.js").write_text("'</SCRIPT>'", encoding="utf-8")
    monkeypatch.setattr(vendored, "files", lambda package: tmp_path if package else None)
    monkeypatch.setattr(vendored, "FILES", {"own.js": vendored.VendoredFile(package="own", path="own.js")})
    with pytest.raises(PageError, match="closing tag"):
        vendored.read_vendored("own.js")


def test_both_languages_have_all_words() -> None:
    indonesian, english = Words("id").all, Words("en").all
    assert indonesian.keys() == english.keys()
    for key in indonesian:
        assert indonesian[key], key
        assert english[key], key
        assert re.findall(r"{\w+}", indonesian[key]) == re.findall(r"{\w+}", english[key]), key


def test_every_word_that_a_script_says_exists() -> None:
    code = "".join(vendored.read_vendored(name) for name in vendored.FILES if name not in {"leaflet.js", "leaflet.css"})
    for key in re.findall(r'\b(?:say|count)\("([\w.]+)"', code):
        assert key in Words("id").all, key


def test_plurals_and_dates() -> None:
    english, indonesian = Words("en"), Words("id")
    assert [english.number("places.n", n) for n in (0, 1, 2)] == ["0 places", "1 place", "2 places"]
    assert indonesian.number("mentions.n", 1) == "disebut 1 kali"
    assert indonesian.number("mentions.n", 50_000) == "disebut 50.000 kali"
    assert indonesian.day(date(2026, 8, 17)) == "17 Agustus 2026"
    assert english.day(None) == ""


# the base map


@pytest.fixture(scope="module")
def world() -> basemap.BaseMap:
    return basemap.load_base_map()


def _covers(world: basemap.BaseMap, iso: str, lon: float, lat: float) -> bool:
    point = Point(lon, lat)
    return sum(Polygon(ring).buffer(0).covers(point) for ring in world.rings(iso)) % 2 == 1


def test_rings_are_closed_and_stay_on_the_map(world: basemap.BaseMap) -> None:
    assert len(world.outlines) > 220
    for outline in world.outlines:
        for ring in world.rings(outline.iso):
            assert len(ring) >= 4, outline.iso
            assert ring[0] == ring[-1], outline.iso
            assert all(-180 <= lon <= 180 and -85 <= lat <= 90 for lon, lat in ring)
            steps = [abs(a[0] - b[0]) for a, b in pairwise(ring)]
            # nothing runs across the map; the lower edge of Antarctica may
            assert max(steps) < 90 or outline.iso == "AQ", outline.iso


def test_disputed_land_is_where_the_united_nations_see_it(world: basemap.BaseMap) -> None:
    assert _covers(world, "UA", 34.3, 45.3)  # Crimea
    assert not _covers(world, "RU", 34.3, 45.3)
    assert _covers(world, "CY", 33.6, 35.3)  # Northern Cyprus
    assert _covers(world, "SO", 45.0, 9.7)  # Somaliland
    assert world.rings("XK")
    assert world.rings("EH")
    assert world.countries["XK"].disputed
    assert not world.countries["UA"].disputed


def test_small_and_cut_countries(world: basemap.BaseMap) -> None:
    assert _covers(world, "RU", 179.0, 67.5)
    assert _covers(world, "RU", -175.0, 66.5)
    assert _covers(world, "FJ", 178.0, -17.8)
    assert _covers(world, "AQ", 0.0, -80.0)
    assert not _covers(world, "ZA", 28.2, -29.5)  # Lesotho
    assert world.rings("VA") == []
    assert world.countries["VA"].name("id") == "Vatikan"


def test_countries_have_codes_and_names(world: basemap.BaseMap) -> None:
    indonesia = world.countries["ID"]
    assert (indonesia.numeric, indonesia.name("en"), indonesia.name("id")) == (
        "360",
        "Indonesia",
        "Indonesia",
    )
    assert world.countries["GB"].name("en") == "United Kingdom"
    assert world.countries["PS"].name("id") == "Palestina"
    assert all(outline.iso in world.countries for outline in world.outlines if outline.iso)
    at = world.countries["FR"].name_at
    assert at is not None
    assert _covers(world, "FR", at.lon, at.lat)


def test_arcs_survive_their_encoding() -> None:
    points = [(-18000, 8500), (18000, -8500), (0, 0), (1, -1)]
    assert basemap.decode_arc(basemap.encode_arc(points)) == [(x / 100, y / 100) for x, y in points]


def test_errors_of_the_page_are_petakans() -> None:
    assert issubclass(NotVendoredError, PetakanError)
