"""The page in Chromium: it asks for nothing, runs nothing that articles bring, and can be used by all."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from browser import DESK, PHONE, WatchedPage, watched
from page_samples import article, empty_articles, geoparsed, place, resolution, sample_articles

from gazetteer.place import Level
from maps.page import render_page

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "petakan.html"
    path.write_text(render_page(sample_articles(), title="Gandum, roti, dan dua laut"), encoding="utf-8")
    return path


def _card(one: WatchedPage) -> Any:
    return one.page.locator("#card")


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_asks_for_nothing(browser: "Browser", sample: Path, size: dict[str, Any], scheme: str) -> None:
    with watched(browser, sample, **size, color_scheme=scheme) as one:
        assert one.page.title() == "Gandum, roti, dan dua laut"
        assert one.page.locator("path.symbol[role=button]").count() == 19
        assert one.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        one.assert_quiet()


def test_a_click_on_the_map_opens_a_card_with_every_sentence(browser: "Browser", sample: Path) -> None:
    with watched(browser, sample) as one:
        one.page.locator('path.symbol[aria-label^="Surabaya, kota"]').click()
        assert one.page.locator("#card h2").inner_text() == "Surabaya"
        assert one.page.locator("#card mark").all_inner_texts() == ["Surabaya"] * 3
        assert "naik sejak kapal memutar" in _card(one).inner_text()
        assert "di Jawa Timur, Indonesia" in _card(one).inner_text()
        assert "7,25° LS, 112,75° BT" in _card(one).inner_text()
        one.page.mouse.click(900, 720)
        one.assert_quiet()


def test_a_card_tells_rolled_up_sites_rivals_and_doubt(browser: "Browser", sample: Path) -> None:
    with watched(browser, sample) as one:
        one.page.locator('#list button[aria-label^="Kursk, kota"]').click()
        text = _card(one).inner_text()
        assert text.count("Kompleks Agrokimia Timur tidak dipetakan") == 1
        assert "belum pasti, kira-kira 6 dari 10" in text  # 0.55, rounded
        assert "Bisa juga: Kursk lain, kota (kira-kira 4 dari 10)" in text
        assert "1 belum pasti" in text
        assert "bukan tempat kejadian" in text


def test_reasons_are_folded_up_until_there_is_doubt_and_told_once(browser: "Browser", sample: Path) -> None:
    with watched(browser, sample) as one:
        one.page.locator('#list button[aria-label^="Sudzha, kota"]').click()
        reasons = one.page.locator("#card .why")
        assert reasons.evaluate_all("(all) => all.map(({ open }) => open)") == [True]
        assert "Belum pasti: bisa juga Sudzha lain" in reasons.inner_text()
        one.page.keyboard.press("Escape")
        one.page.locator('#list button[aria-label^="Surabaya, kota"]').click()
        assert one.page.locator("#card mark").count() == 3
        assert reasons.evaluate_all("(all) => all.map(({ open }) => open)") == [False]
        reasons.locator("summary").press("Enter")
        assert one.texts("#card .why li") == ["Surabaya, kota: petakan hanya mengenal satu tempat dengan nama ini."]
        one.assert_quiet()


def test_the_place_that_is_chosen_is_named_on_the_map(browser: "Browser", sample: Path) -> None:
    """Whatever its neighbors are called, and however often."""
    with watched(browser, sample) as one:
        for id_, name in (("kursk", "Kursk"), ("sudzha", "Sudzha"), ("kursk-oblast", "Oblast Kursk"), ("kyiv", "Kyiv")):
            one.go(f"place={id_}")
            assert name in one.texts(".label")


def test_escape_closes_and_focus_returns(browser: "Browser", sample: Path) -> None:
    with watched(browser, sample) as one:
        button = one.page.locator('#list button[aria-label^="Jakarta"]')
        button.focus()
        one.page.keyboard.press("Enter")
        assert one.page.evaluate("document.activeElement.id") == "card-name"
        assert button.get_attribute("aria-pressed") == "true"
        one.page.keyboard.press("Escape")
        assert not _card(one).is_visible()
        assert one.page.evaluate("document.activeElement.getAttribute('aria-label')").startswith("Jakarta")
        one.assert_quiet()


def test_focus_is_not_lost_where_nothing_was_pressed(browser: "Browser", sample: Path) -> None:
    with watched(browser, sample, "place=jakarta") as one:
        one.page.locator("#card .close").focus()
        one.page.keyboard.press("Enter")
        assert not _card(one).is_visible()
        assert one.page.evaluate("document.activeElement.getAttribute('role')") == "region"


def test_enter_on_a_symbol_opens_its_card(browser: "Browser", sample: Path) -> None:
    with watched(browser, sample) as one:
        symbol = one.page.locator('path.symbol[aria-label^="Laut Merah"]')
        symbol.focus()
        one.page.keyboard.press("Enter")
        assert one.page.locator("#card h2").inner_text() == "Laut Merah"
        one.page.keyboard.press("Escape")
        assert symbol.evaluate("(path) => path === document.activeElement")


def test_doubt_and_usage_are_said_and_drawn_without_color(browser: "Browser", sample: Path) -> None:
    with watched(browser, sample) as one:
        sudzha = one.page.locator('path.symbol[aria-label^="Sudzha"]')
        assert "? 1 belum pasti" in (sudzha.get_attribute("aria-label") or "")
        assert "is-unsure" in (sudzha.get_attribute("class") or "")
        moscow = one.page.locator('path.symbol[aria-label^="Moskwa"]')
        assert moscow.evaluate("(path) => getComputedStyle(path).fillOpacity") == "0"
        assert moscow.evaluate("(path) => getComputedStyle(path).strokeDasharray") != "none"
        assert one.page.locator(".leaflet-marker-pane").evaluate("(pane) => pane.childElementCount") == 0


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_names_on_the_map_do_not_collide(browser: "Browser", sample: Path, size: dict[str, Any]) -> None:
    with watched(browser, sample, **size) as one:
        for _ in range(3):
            boxes = one.page.evaluate(
                "[...document.querySelectorAll('.label:not(.is-hidden)')].map((label) => {"
                " const { left, right, top, bottom } = label.getBoundingClientRect();"
                " return [label.textContent, left, right, top, bottom]; })"
            )
            assert len(boxes) > 2
            for number, (name, left, right, top, bottom) in enumerate(boxes):
                for other, left2, right2, top2, bottom2 in boxes[number + 1 :]:
                    is_apart = right <= left2 or right2 <= left or bottom <= top2 or bottom2 <= top
                    assert is_apart, (name, other)
            one.page.locator(".leaflet-control-zoom-in").click()
            one.page.wait_for_timeout(400)


def test_the_table_leads_to_the_card(browser: "Browser", sample: Path) -> None:
    with watched(browser, sample) as one:
        one.page.locator("table.places button", has_text="Vatikan").click()
        assert one.page.locator("#card h2").inner_text() == "Vatikan"
        assert one.page.locator(".view").evaluate("(map) => map.getBoundingClientRect().bottom > 300")
        one.assert_quiet()


def test_on_a_phone_the_card_is_a_sheet_below_the_place(browser: "Browser", sample: Path) -> None:
    with watched(browser, sample, **PHONE) as one:
        one.page.locator('#list button[aria-label^="Jakarta"]').tap()
        sheet = _card(one).bounding_box()
        assert sheet is not None
        assert (sheet["x"], sheet["width"], sheet["y"] + sheet["height"]) == (0, 390, 844)
        assert sheet["height"] < 0.6 * 844
        town = one.page.locator('path.symbol[aria-label^="Jakarta"]').bounding_box()
        assert town is not None
        assert town["y"] + town["height"] < sheet["y"]
        one.assert_quiet()


def test_on_a_phone_the_map_begins_with_all_that_is_told(browser: "Browser", tmp_path: Path) -> None:
    """However far apart it lies."""
    far = article("jauh", "Judul\nDari Honolulu ke Jakarta, lalu ke Suva.\n")
    towns = {"Honolulu": (-157.86, 21.31), "Jakarta": (106.85, -6.21), "Suva": (178.44, -18.14)}
    resolutions = []
    for name, (lon, lat) in towns.items():
        at = far.text.index(name)
        resolutions.append(resolution(far, at, at + len(name), place(name, name, Level.CITY, lon, lat, country="ID")))
    path = tmp_path / "jauh.html"
    path.write_text(render_page((geoparsed(far, resolutions),), title="Jauh"), encoding="utf-8")
    with watched(browser, path, **PHONE) as one:
        view = one.page.locator(".map").bounding_box()
        assert view is not None
        for name in towns:
            town = one.page.locator(f'path.symbol[aria-label^="{name}"]').bounding_box()
            assert town is not None
            assert view["x"] <= town["x"] <= view["x"] + view["width"] - town["width"], name


def test_reset_shows_the_story_again(browser: "Browser", sample: Path) -> None:
    with watched(browser, sample) as one:
        town = one.page.locator('path.symbol[aria-label^="Kyiv"]')
        before = town.bounding_box()
        one.page.locator('#list button[aria-label^="Jakarta"]').click()
        assert town.bounding_box() != before
        one.page.keyboard.press("Escape")
        one.page.locator(".reset").click()
        assert town.bounding_box() == pytest.approx(before, abs=2)


def test_with_scripts_off_places_and_articles_can_be_read(browser: "Browser", sample: Path) -> None:
    made = browser.new_context(java_script_enabled=False)
    page = made.new_page()
    page.goto(sample.as_uri())
    assert "memerlukan JavaScript" in page.locator("body").inner_text()
    assert page.locator("table.places tbody tr").count() == 19
    assert page.locator("#article-0 .text").is_visible()
    assert str(page.locator("#article-0 .text a").first.get_attribute("href")).startswith("#place-")
    assert not page.locator(".stage").is_visible()
    assert page.locator("button").count() == 0
    made.close()


def test_it_works_in_a_sandboxed_frame(browser: "Browser", sample: Path, tmp_path: Path) -> None:
    host = tmp_path / "host.html"
    frame = f'<iframe sandbox="allow-scripts" width="1000" height="700" src="{sample.as_uri()}"></iframe>'
    host.write_text(f"<!DOCTYPE html><title>x</title>{frame}", encoding="utf-8")
    made = browser.new_context(offline=True)
    page = made.new_page()
    page.goto(host.as_uri())
    within = page.frame_locator("iframe")
    within.locator('#list button[aria-label^="Jakarta"]').click()
    assert within.locator("#card h2").inner_text() == "Jakarta"
    made.close()


def test_a_page_without_places_still_shows_the_world(browser: "Browser", tmp_path: Path) -> None:
    path = tmp_path / "sunyi.html"
    path.write_text(render_page(empty_articles(), title="Sunyi"), encoding="utf-8")
    with watched(browser, path) as one:
        assert "Belum ada tempat untuk dipetakan" in one.page.locator("#notice").inner_text()
        assert one.page.locator("path.land").count() > 200
        one.assert_quiet()


def test_many_places_are_one_tab_stop(browser: "Browser", tmp_path: Path) -> None:
    names = [f"Kota {chr(65 + n // 7)}{chr(97 + n % 7)}" for n in range(40)]
    one_article = article("banyak", "Judul\n" + "".join(f"Di {name}.\n" for name in names))
    resolutions = []
    for number, name in enumerate(names):
        at = one_article.text.index(name)
        town = place(name, name, Level.CITY, 95 + number, -8 + number % 10, country="ID")
        resolutions.append(resolution(one_article, at, at + len(name), town))
    path = tmp_path / "banyak.html"
    path.write_text(render_page((geoparsed(one_article, resolutions),), title="Banyak"), encoding="utf-8")
    with watched(browser, path) as one:
        assert one.page.locator('path.symbol[tabindex="0"]').count() == 1
        one.page.locator('path.symbol[tabindex="0"]').focus()
        one.page.keyboard.press("ArrowRight")
        one.page.keyboard.press("Enter")
        assert one.page.locator("#card h2").inner_text() == names[1]
        one.assert_quiet()


def test_the_page_prints_its_map(browser: "Browser", sample: Path) -> None:
    with watched(browser, sample) as one:
        assert len(one.page.pdf(format="A4")) > 50_000
        one.assert_quiet()
