"""Who can use the page: axe-core, the keyboard alone, and the names that a screen reader is given."""

from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from browser import DESK, PHONE, WatchedPage, require, watched
from page_samples import sample_articles

from maps.page import render_page

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

_STATES = (
    "view=map",
    "view=map&q=kursk&place=kursk",
    "view=map&q=atlantis",
    "view=story",
    "view=story&chapter=1&place=ankara",
    "view=reader",
    "view=reader&article=1&place=surabaya",
)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("access") / "petakan.html"
    path.write_text(render_page(sample_articles(), title="Gandum, roti, dan dua laut"), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("size", "language", "theme"),
    [
        pytest.param(DESK, "id", "light", id="desk-id-light"),
        pytest.param(DESK, "en", "light", id="desk-en-light"),
        pytest.param(DESK, "id", "dark", id="desk-id-dark"),
        pytest.param(DESK, "en", "dark", id="desk-en-dark"),
        pytest.param(DESK, "id", "contrast", id="desk-id-contrast"),
        pytest.param(PHONE, "id", "dark", id="phone-id-dark"),
        pytest.param(PHONE, "en", "light", id="phone-en-light"),
    ],
)
def test_axe_finds_nothing(browser: "Browser", sample: Path, size: dict[str, Any], language: str, theme: str) -> None:
    require(find_spec("axe_playwright_python"), "the Python package axe-playwright-python")
    axe = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
    settings = f"&lang={language}&theme={theme}"
    with watched(browser, sample, _STATES[0] + settings, **size) as one:
        one.page.evaluate(axe)
        for state in _STATES:
            one.go(state + settings)
            one.page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
            found = one.page.evaluate("axe.run(document).then(({ violations, passes }) => [violations, passes.length])")
            told = [(rule["id"], [node["html"][:160] for node in rule["nodes"]]) for rule in found[0]]
            assert told == [], state
            assert found[1] > 25


_FOCUS = """(() => {
    const one = document.activeElement;
    const box = one.getBoundingClientRect();
    const name = one.getAttribute("aria-label") || one.textContent || "";
    const isSeen = box.width > 0 && box.height > 0;
    const where = one.id || (one.closest("[id]") || document.body).id;
    return [one.tagName.toLowerCase(), where, name.trim().slice(0, 60), isSeen];
})()"""


def _walk(one: WatchedPage, most: int = 160) -> list[list[Any]]:
    """What the Tab key leads to, until it comes back to where it began."""
    seen: list[list[Any]] = []
    for _ in range(most):
        one.page.keyboard.press("Tab")
        focus = one.page.evaluate(_FOCUS)
        if focus[0] == "body" or (seen and focus == seen[0]):
            break
        seen.append(focus)
    return seen


def test_the_keyboard_walks_the_whole_page(browser: "Browser", sample: Path) -> None:
    with watched(browser, sample) as one:
        walked = _walk(one)
        assert all(is_seen for *_, is_seen in walked)
        order = [name for _, name, _, _ in walked]
        assert order[0] == "map" or walked[0][2] == "Langsung ke daftar tempat"
        names = [name for _, _, name, _ in walked]
        for name in ("Peta", "EN: English", "Warna", "Cari tempat atau kata", "Perbesar", "Putar garis waktu"):
            assert name in names, name
        symbols = [number for number, (tag, *_) in enumerate(walked) if tag == "path"]
        listed = [number for number, (_, where, _, _) in enumerate(walked) if where == "list"]
        assert len(symbols) == 19
        assert max(listed) < min(symbols)
        one.assert_quiet()


@pytest.mark.parametrize(("state", "name"), [("view=story&chapter=2", "Berikutnya"), ("view=reader", "Ankara, kota")])
def test_the_keyboard_reaches_story_and_text_before_the_map(
    browser: "Browser", sample: Path, state: str, name: str
) -> None:
    with watched(browser, sample, state) as one:
        walked = _walk(one)
        at = next(number for number, focus in enumerate(walked) if focus[2].startswith(name))
        first = next(number for number, (tag, *_) in enumerate(walked) if tag == "path")
        assert at < first
        assert [focus for focus in walked if not focus[-1]] == []


def test_a_class_can_go_from_end_to_end_by_keyboard(browser: "Browser", sample: Path) -> None:
    """Skip link, list, card, article, next mention, back; the focus is never lost."""
    with watched(browser, sample) as one:
        keys = one.page.keyboard
        focused = "document.activeElement.getAttribute('aria-label') || document.activeElement.textContent"
        keys.press("Tab")
        keys.press("Enter")
        assert one.page.evaluate("document.activeElement.id") == "list"
        assert one.hash() == ""
        one.page.get_by_role("searchbox").focus()
        keys.type("jakarta")
        one.wait("location.hash === '#q=jakarta'")
        while not one.page.evaluate(focused).startswith("Jakarta, kota"):
            keys.press("Tab")
        keys.press("Enter")
        assert one.page.evaluate("document.activeElement.id") == "card-name"
        while one.page.evaluate(focused) != "Baca di artikel":
            keys.press("Tab")
        keys.press("Enter")
        assert one.page.evaluate(focused).startswith("Jakarta, kota")
        assert "view=reader" in one.hash()
        keys.press("Escape")
        assert not one.page.locator("#card").is_visible()
        assert one.page.evaluate("document.activeElement !== document.body")
        one.assert_quiet()


def test_what_a_screen_reader_is_told(browser: "Browser", sample: Path) -> None:
    with watched(browser, sample, "view=reader") as one:
        tree = one.page.locator("body").aria_snapshot()
        for line in (
            '- heading "Gandum, roti, dan dua laut" [level=1]',
            '- navigation "Tampilan"',
            '- group "Bahasa"',
            '- region "Bacaan"',
            '- region "Peta tempat yang disebut dalam artikel"',
            '- button "Laut Hitam, laut atau perairan, sebagai tempat, pasti"',
            '- button "Moskwa, kota, sebagai pihak atau asal, pasti"',
            '- button "Kompleks Agrokimia Timur, Tidak dipetakan"',
            '- button "Kyiv, kota, disebut 1 kali, 1 kali sebagai tempat"',
        ):
            assert line in tree, line
        one.go("view=story&chapter=1")
        tree = one.page.locator("body").aria_snapshot()
        assert '- region "Cerita"' in tree
        assert '- status: "Bab 1 dari' in tree
        one.go("lang=en")
        tree = one.page.locator("body").aria_snapshot()
        assert '- searchbox "Search places or words"' in tree
        assert '- group "Mentions by date of article; choose a bar to filter"' in tree
        assert 'button "22 November 2026: 13 mentions, 1 article"' in tree
        assert '- status: "Shown: 19 places, 29 mentions."' in tree
