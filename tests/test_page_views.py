"""The three views in Chromium: filters and their address, story, reader, timeline, languages, colors."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browser import PHONE, watched
from page_samples import sample_articles

from geo.article import Span
from maps.chapter import Chapter
from maps.page import render_page

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

_DOT = "data:image/gif;base64,R0lGODlhAQABAIAAAP///wAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw=="


def _chapters() -> tuple[Chapter, ...]:
    first, second = (one.article for one in sample_articles())
    at = first.text.index("Warga di Oblast")
    quote = Span(at, first.text.index("\n", at))
    return (
        Chapter(title="Dua laut", text="Gandum lewat laut.\n\nRoti ikut.", article_id=None, quote=None,
                place_ids=("black-sea", "red-sea"), day=None, note="Tanyakan: laut mana lagi?", image=_DOT),
        Chapter(title="Panen di Kursk", text="", article_id=first.id, quote=quote, place_ids=("kursk-oblast", "kursk"),
                day=date(2026, 11, 20)),
        Chapter(title="Kota pelabuhan", text="", article_id=second.id, quote=Span(0, 25), place_ids=("surabaya",),
                day=date(2026, 11, 22)),
    )  # fmt: skip


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("views") / "petakan.html"
    page = render_page(sample_articles(), title="Gandum dan roti", chapters=_chapters(), credit="Kelas 9 Geografi")
    path.write_text(page, encoding="utf-8")
    return path


def test_filters_change_map_list_counts_and_address_together(browser: "Browser", sample: Path) -> None:
    with watched(browser, sample) as one:
        page = one.page
        assert one.texts(".sum") == ["19 tempat · disebut 29 kali"]
        page.locator(".filters summary").click()
        page.get_by_role("checkbox", name="sebagai pihak atau asal").uncheck()
        shown = len(one.texts("#list ol .name"))
        assert one.hash() == "usage=literal"
        assert page.locator("path.symbol[role=button]:visible").count() == shown < 19
        assert one.texts(".sum") == [f"{shown} tempat · disebut 17 kali"]
        assert one.texts(".filters summary") == ["1 saringan"]
        assert page.locator("#status").inner_text() == f"Ditampilkan: {shown} tempat, disebut 17 kali."
        assert page.locator("table.places tbody tr:not([hidden])").count() in {shown, 19}
        page.get_by_role("group", name="Tingkat").get_by_label("negara").uncheck()
        assert "Indonesia" not in one.texts("#list ol .name")
        page.get_by_role("button", name="Hapus saringan").first.click()
        assert one.hash() == ""
        assert one.texts(".sum") == ["19 tempat · disebut 29 kali"]
        assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
        one.assert_quiet()


@pytest.mark.parametrize(
    ("state", "names"),
    [
        ("q=sudz", ["Sudzha"]),
        ("q=TEPUNG", ["Surabaya", "Laut Merah"]),
        ("articles=2&levels=region", ["Asia", "Laut Merah"]),
        ("sure=unsure", ["Krimea", "Kursk", "Sudzha"]),
        ("from=2026-11-21&levels=country", ["Indonesia", "Singapura"]),
        ("to=2026-11-20&levels=region", ["Laut Hitam"]),
        ("levels=adm&sort=name", ["Jawa Timur", "Krimea", "Oblast Kursk"]),
        ("usage=associative&articles=1&levels=city", ["Kursk", "Moskwa"]),
    ],
)
def test_a_filter_can_be_sent_as_a_link(shared_page: "object", state: str, names: list[str]) -> None:
    one = shared_page
    one.go(state)  # type: ignore[attr-defined]
    assert sorted(one.texts("#list ol .name")) == sorted(names)  # type: ignore[attr-defined]
    if "sort=name" in state:
        assert one.texts("#list ol .name") == names  # type: ignore[attr-defined]


@pytest.fixture(scope="module")
def shared_page(browser: "Browser", sample: Path) -> Iterator[object]:
    with watched(browser, sample) as one:
        yield one
        one.assert_quiet()


@pytest.mark.parametrize("width", [800, 1280, 1920, 2560])
def test_a_link_to_a_place_leads_there_on_any_screen(browser: "Browser", sample: Path, width: int) -> None:
    with watched(browser, sample, "place=jakarta", viewport={"width": width, "height": 900}) as one:
        one.page.wait_for_timeout(350)
        lng = one.page.evaluate("map_petakan.getCenter().lng")
        assert 100 < lng < 140
        town = one.page.locator('path.symbol[aria-label^="Jakarta"]').bounding_box()
        card = one.page.locator("#card").bounding_box()
        assert town is not None
        assert card is not None
        assert town["x"] + town["width"] < card["x"] or town["y"] + town["height"] < card["y"]


def test_a_search_that_finds_nothing_says_so(browser: "Browser", sample: Path) -> None:
    with watched(browser, sample) as one:
        page = one.page
        page.get_by_role("searchbox").fill("atlantis")
        page.locator("#notice").wait_for()
        assert "Tidak ada yang cocok" in page.locator("#notice").inner_text()
        assert one.hash() == "q=atlantis"
        page.locator("#notice button").click()
        assert page.get_by_role("searchbox").input_value() == ""
        assert not page.locator("#notice").is_visible()
        assert one.texts(".sum") == ["19 tempat · disebut 29 kali"]
        one.assert_quiet()


def test_the_timeline_filters_and_plays(browser: "Browser", sample: Path) -> None:
    with watched(browser, sample) as one:
        page = one.page
        bars = page.locator(".bar:not(:disabled)")
        assert [bars.nth(n).get_attribute("aria-label") for n in range(2)] == [
            "20 November 2026: disebut 16 kali, 1 artikel",
            "22 November 2026: disebut 13 kali, 1 artikel",
        ]
        bars.nth(0).click()
        assert one.hash() == "from=2026-11-20&to=2026-11-20"
        assert one.texts(".sum") == ["12 tempat · disebut 16 kali"]
        assert bars.nth(0).get_attribute("aria-pressed") == "true"
        page.keyboard.press("ArrowRight")
        page.keyboard.press("Shift+Enter")
        assert one.hash() == "from=2026-11-20&to=2026-11-22"
        page.get_by_role("button", name="Semua tanggal").click()
        assert one.hash() == ""
        page.get_by_role("button", name="Putar garis waktu").click()
        assert one.hash() == "from=2026-11-20&to=2026-11-20"
        one.wait("location.hash.includes('from=2026-11-22')")
        page.get_by_role("button", name="Hentikan").click()
        one.assert_quiet()


def test_a_story_is_told_by_buttons_and_keys(browser: "Browser", sample: Path) -> None:
    with watched(browser, sample, "view=story") as one:
        page = one.page
        center = "JSON.stringify([map_petakan.getCenter(), map_petakan.getZoom()])"
        assert one.texts(".contents .name") == ["Dua laut", "Panen di Kursk", "Kota pelabuhan"]
        assert page.get_by_role("button", name="Sebelumnya").is_disabled()
        seen = {page.evaluate(center)}
        page.get_by_role("button", name="Mulai").click()
        seen.add(page.evaluate(center))
        assert one.texts("#story h2") == ["Dua laut"]
        assert one.texts(".told") == ["Gandum lewat laut.", "Roti ikut."]
        assert one.texts(".note") == ["Tanyakan: laut mana lagi?"]
        assert page.locator("#story img").evaluate("(image) => image.complete && image.naturalWidth") == 1
        assert one.texts(".chips span") == ["Laut Hitam", "Laut Merah"]
        assert page.evaluate("document.activeElement.textContent") == "Berikutnya"
        page.keyboard.press("ArrowRight")
        seen.add(page.evaluate(center))
        assert one.hash() == "view=story&chapter=2"
        assert page.locator("#status").inner_text() == "Bab 2 dari 3: Panen di Kursk"
        assert one.texts("#story blockquote a") == ["Oblast Kursk", "Kursk"]
        dimmed = page.locator("path.leaflet-interactive:not(.is-dim)").evaluate_all(
            "(all) => all.map((one) => one.getAttribute('aria-label').split(',')[0])"
        )
        assert sorted(dimmed) == ["Kursk", "Oblast Kursk"]
        page.keyboard.press("PageDown")
        assert len(seen) == 3
        assert page.get_by_role("button", name="Berikutnya").is_disabled()
        page.keyboard.press("ArrowLeft")
        page.go_back()
        assert one.texts("#story h2") == ["Kota pelabuhan"]
        page.get_by_role("button", name="Daftar bab").click()
        assert one.texts("#story h2") == ["Gandum dan roti"]
        one.assert_quiet()


def test_on_paper_the_story_is_told_to_its_end(browser: "Browser", sample: Path) -> None:
    with watched(browser, sample, "view=story&chapter=2") as one:
        one.page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
        assert one.page.locator("#story h2").all_text_contents() == ["Dua laut", "Panen di Kursk", "Kota pelabuhan"]
        one.page.evaluate("window.dispatchEvent(new Event('afterprint'))")
        assert one.texts("#story h2") == ["Panen di Kursk"]
        assert len(one.page.pdf(format="A4")) > 50_000
        one.assert_quiet()


def test_the_camera_jumps_for_those_who_want_it_still_and_flies_for_others(browser: "Browser", sample: Path) -> None:
    for motion, is_instant in (("reduce", True), ("no-preference", False)):
        with watched(browser, sample, "view=story", reduced_motion=motion) as one:
            zoom = "map_petakan.getZoom()"
            before = one.page.evaluate(zoom)
            one.page.evaluate("document.querySelector('.step.is-main').click()")
            one.page.evaluate("document.querySelector('.step.is-main').click()")
            assert (one.page.evaluate(zoom) > before + 1) is is_instant
            one.wait(f"{zoom} > {before} + 1")
            one.assert_quiet()


def test_a_quote_and_its_chips_open_cards(browser: "Browser", sample: Path) -> None:
    with watched(browser, sample, "view=story&chapter=2") as one:
        one.page.locator("#story blockquote a", has_text="Oblast Kursk").click()
        assert one.page.locator("#card h2").inner_text() == "Oblast Kursk"
        one.page.keyboard.press("Escape")
        assert one.page.evaluate("document.activeElement.textContent") == "Oblast Kursk"
        one.page.locator(".chips button", has_text="Kursk").last.click()
        assert one.hash() == "view=story&place=kursk&chapter=2"
        one.page.locator("#story .eyebrow .go").click()
        assert one.page.locator("#reader .headline").inner_text() == "Gandum dan garam: jalur yang berubah"
        one.assert_quiet()


def test_the_reader_shows_the_text_unchanged(browser: "Browser", sample: Path) -> None:
    with watched(browser, sample, "view=reader") as one:
        for number, parsed in enumerate(sample_articles()):
            one.go(f"view=reader&article={number}" if number else "view=reader")
            assert one.page.locator("#reader .text").evaluate("(text) => text.textContent") == parsed.article.text
            assert one.page.locator("#reader .text [data-m]").count() == len(parsed.mentions)
        assert one.texts(".sum") == []
        one.assert_quiet()


def test_a_name_in_the_text_flies_there_and_the_way_goes_on_to_the_next(browser: "Browser", sample: Path) -> None:
    with watched(browser, sample, "view=reader") as one:
        page = one.page
        before = page.evaluate("map_petakan.getZoom()")
        names = page.get_by_role("button", name="Kursk, kota", exact=False)
        names.first.focus()
        page.keyboard.press("Space")
        assert page.locator("#card h2").inner_text() == "Kursk"
        assert page.evaluate("map_petakan.getZoom()") > before
        assert page.locator("#reader a[aria-pressed=true]").count() == 3
        assert "sebutan 1 dari 3" in page.locator(".mention-bar").inner_text()
        page.get_by_role("button", name="Sebutan berikutnya").click()
        assert "sebutan 2 dari 3" in page.locator(".mention-bar").inner_text()
        assert page.locator("#reader a.is-at").inner_text() == "Kursk"
        page.get_by_role("button", name="Sebutan sebelumnya").click()
        page.get_by_role("button", name="Sebutan sebelumnya").click()
        assert "sebutan 3 dari 3" in page.locator(".mention-bar").inner_text()
        page.keyboard.press("Escape")
        assert page.locator("#reader a[aria-pressed=true]").count() == 0
        page.locator('path.symbol[aria-label^="Laut Hitam"]').dispatch_event("click")
        assert page.locator("#reader a.is-at").inner_text() == "Laut Hitam"
        one.assert_quiet()


def test_level_use_and_doubt_are_told_without_color(browser: "Browser", sample: Path) -> None:
    with watched(browser, sample, "view=reader") as one:
        style = """(mark) => {
            const { textDecorationStyle, backgroundImage } = getComputedStyle(mark);
            return [textDecorationStyle, backgroundImage.split("(")[0], getComputedStyle(mark, "::after").content];
        }"""
        looks = {
            name: one.page.locator("#reader .text a", has_text=name).first.evaluate(style)
            for name in ("Laut Hitam", "Moskwa", "Sudzha", "Oblast Kursk", "Ankara")
        }
        assert looks["Moskwa"][0] == "dotted"
        assert looks["Ankara"][0] == "solid"
        assert "?" in looks["Sudzha"][2]
        assert "?" not in looks["Ankara"][2]
        assert looks["Laut Hitam"][1] == "linear-gradient" != looks["Ankara"][1]
        assert one.page.locator("#reader .text a", has_text="Sudzha").get_attribute("aria-label") == (
            "Sudzha, kota, sebagai tempat, belum pasti, kira-kira 5 dari 10"
        )


def test_what_is_withheld_is_marked_and_explained(browser: "Browser", sample: Path) -> None:
    with watched(browser, sample, "view=reader") as one:
        site = one.page.get_by_role("button", name="Kompleks Agrokimia Timur, Tidak dipetakan")
        site.focus()
        one.page.keyboard.press("Enter")
        bar = one.page.locator(".mention-bar")
        assert "peta hanya menunjukkan tempat umumnya: Kursk" in bar.inner_text()
        bar.get_by_role("button", name="Tutup").click()
        assert not bar.is_visible()
        assert site.evaluate("(one) => one === document.activeElement")
        one.page.get_by_role("button", name="pabrik pupuk, Tidak dipetakan").click()
        assert "teks tidak menyebut kota atau daerahnya" in bar.inner_text()
        one.assert_quiet()


def test_articles_are_turned_and_picked_and_cards_lead_to_them(browser: "Browser", sample: Path) -> None:
    with watched(browser, sample, "view=reader") as one:
        page = one.page
        page.get_by_role("button", name="Artikel berikutnya").click()
        assert one.texts("#reader .headline") == ["Harga roti naik di Surabaya"]
        assert page.evaluate("document.activeElement.textContent") == "Artikel 2 dari 2"
        page.locator(".picker summary").click()
        page.locator(".picker button").first.click()
        assert one.texts("#reader .headline") == ["Gandum dan garam: jalur yang berubah"]
        one.go("place=surabaya")
        page.locator("#card .go").last.click()
        assert "sebutan 3 dari 3" in page.locator(".mention-bar").inner_text()
        assert page.evaluate("document.activeElement.className").endswith("is-at")
        assert one.hash() == "view=reader&place=surabaya&article=1"
        one.assert_quiet()


def test_the_language_can_be_switched_in_the_page(browser: "Browser", sample: Path) -> None:
    with watched(browser, sample) as one:
        page = one.page
        parts = ".top, #list, #timeline, #legend, .part"
        before = page.locator(parts).all_text_contents()
        page.get_by_role("button", name="EN: English").click()
        assert page.locator("html").get_attribute("lang") == "en"
        assert one.texts("#list ol .name")[:2] == ["Indonesia", "Jakarta"]
        assert {"Russia", "Red Sea", "Moscow"} <= set(one.texts("#list ol .name"))
        assert one.texts("#views a") == ["Map", "Story", "Reader"]
        page.locator("#places").scroll_into_view_if_needed()
        one.wait("document.querySelector('table.places').textContent.includes('Singapore')")
        assert "a site; the map shows only the public place: Kursk" in page.locator("table.withheld").text_content()  # type: ignore[operator]
        one.go("lang=en&place=russia")
        assert "as an actor or origin" in page.locator("#card").inner_text()
        assert "Other names: Rusia" in page.locator("#card").inner_text()
        one.go("lang=en&view=reader")
        assert "Red Sea" not in page.locator("#reader .text").inner_text()
        assert "What the marks mean" in page.locator("#reader").inner_text()
        one.go("lang=id")
        page.evaluate("window.scrollTo(0, 0)")
        assert page.locator(parts).all_text_contents() == before
        one.assert_quiet()


def test_colors_can_be_chosen_and_follow_the_system(browser: "Browser", sample: Path) -> None:
    with watched(browser, sample, color_scheme="dark") as one:
        page = one.page
        ink = "getComputedStyle(document.body).color"
        dark = page.evaluate(ink)
        page.get_by_role("combobox", name="Warna").select_option("light")
        assert page.evaluate(ink) != dark
        assert one.hash() == "theme=light"
        page.get_by_role("combobox", name="Warna").select_option("contrast")
        assert page.evaluate(ink) == "rgb(0, 0, 0)"
        page.get_by_role("combobox", name="Warna").select_option("")
        assert page.evaluate(ink) == dark
        page.emulate_media(contrast="more")
        one.wait("document.documentElement.dataset.theme === 'contrast'")


def test_a_small_world_shows_where_the_map_is(browser: "Browser", sample: Path) -> None:
    with watched(browser, sample) as one:
        opacity = "getComputedStyle(document.querySelector('.inset')).opacity"
        frame = "Number(document.querySelector('.inset .frame').getAttribute('x'))"
        one.page.locator('#list button[aria-label^="Jakarta"]').click()
        assert one.page.evaluate(opacity) == "1"
        jakarta = one.page.evaluate(frame)
        one.page.locator('#list button[aria-label^="Kyiv"]').click()
        assert one.page.evaluate(frame) < jakarta
        one.page.keyboard.press("Escape")
        one.page.locator(".reset").click()
        assert one.page.evaluate(opacity) == "0"


def test_on_a_phone_the_map_stays_above_what_is_read(browser: "Browser", sample: Path) -> None:
    with watched(browser, sample, "view=reader", **PHONE) as one:
        page = one.page
        page.mouse.wheel(0, 900)
        one.wait("window.scrollY > 300")
        top = page.locator(".view").evaluate("(view) => view.getBoundingClientRect().top")
        assert top == 0
        one.go("view=story&chapter=2")
        turns = page.locator(".story-turns").bounding_box()
        assert turns is not None
        assert turns["y"] + turns["height"] <= 844
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        one.assert_quiet()


def test_whose_page_it_is_stands_on_map_and_foot(browser: "Browser", sample: Path) -> None:
    with watched(browser, sample) as one:
        assert one.page.locator(".credits").inner_text().startswith("Kelas 9 Geografi · GeoNames")
        assert "Kelas 9 Geografi" in one.page.locator("footer").inner_text()


def test_a_correction_by_hand_is_marked(browser: "Browser", sample: Path, tmp_path: Path) -> None:
    page = sample.read_text(encoding="utf-8")
    start = page.index('"mentions":[[') + len('"mentions":[')
    row = page[start : page.index("]", start)].split(",")
    row[4] = str(int(row[4]) | 8)
    path = tmp_path / "tangan.html"
    path.write_text(page[:start] + ",".join(row) + page[page.index("]", start) :], encoding="utf-8")
    with watched(browser, path, "view=reader") as one:
        mark = one.page.locator('#reader [data-m="0"]')
        assert "diperbaiki dengan tangan" in (mark.get_attribute("aria-label") or "")
        mark.click()
        assert "1 diperbaiki dengan tangan" in one.page.locator("#card").inner_text()
        one.assert_quiet()


def test_text_from_right_to_left_stays_in_its_lines(browser: "Browser", tmp_path: Path) -> None:
    one_sample = sample_articles()[0]
    path = tmp_path / "kanan.html"
    hebrew = replace(one_sample, article=replace(one_sample.article, title="חיטה ומלח"))
    path.write_text(render_page((hebrew, sample_articles()[1]), title="חיטה ומלח"), encoding="utf-8")
    with watched(browser, path) as one:
        assert one.page.locator("h1").evaluate("(h1) => getComputedStyle(h1).direction") == "rtl"
        one.page.evaluate("document.documentElement.dir = 'rtl'")
        assert one.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        panel = one.page.locator("#list").bounding_box()
        assert panel is not None
        assert panel["x"] > 600


_EDGES = """(panel) => [document.querySelector(panel).getBoundingClientRect().top,
    document.querySelector(".view").getBoundingClientRect().bottom]"""


def test_on_a_phone_the_next_chapter_and_article_begin_at_their_top(browser: "Browser", sample: Path) -> None:
    """The page scrolls there, and not the panel: its top must not stay above the screen or below the map."""
    with watched(browser, sample, "view=story&chapter=1", **PHONE) as one:
        for panel, scroll, on in (
            ("#story", 700, lambda: one.page.evaluate("document.querySelector('.story-turns .is-main').click()")),
            ("#reader", 900, lambda: one.go("view=reader&article=1")),
        ):
            one.page.evaluate(f"window.scrollTo({{ top: {scroll}, behavior: 'instant' }})")
            assert one.page.evaluate("window.scrollY") > 300
            on()
            top, edge = one.page.evaluate(_EDGES, panel)
            assert edge - 2 <= top <= edge + 40
            one.go("view=reader&article=0")
        one.assert_quiet()
