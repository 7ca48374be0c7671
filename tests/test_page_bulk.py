"""A page of 1,000 articles, 50,000 mentions and 2,000 places: its size, and how long a reader waits."""

import re
from pathlib import Path
from typing import Any, Final

import pytest
from browser import DESK, PHONE, chromium, watched
from page_bulk import archive
from page_samples import sample_articles
from page_speed import FILTERS, waits

from maps.page import render_page

MOST_BYTES: Final = 12_000_000
SLACK: Final = 3
"""The bounds are for a quiet machine; one that runs other things too is given this many times as long."""


@pytest.fixture(scope="module")
def bulk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("bulk") / "arsip.html"
    path.write_text(render_page(archive(), title="Arsip"), encoding="utf-8")
    return path


def test_an_archive_is_one_file_of_bounded_size(bulk: Path) -> None:
    assert bulk.stat().st_size <= MOST_BYTES


@pytest.mark.browser
def test_a_few_articles_open_at_once(tmp_path: Path) -> None:
    path = tmp_path / "petakan.html"
    path.write_text(render_page(sample_articles(), title="x"), encoding="utf-8")
    with chromium() as browser, watched(browser, path) as one:
        one.page.reload()  # the browser itself has started by now
        opened = one.page.evaluate("performance.getEntriesByType('navigation')[0].domInteractive")
        assert opened <= 500 * SLACK


@pytest.mark.browser
def test_an_archive_opens_without_a_wait_and_lists_what_there_is(bulk: Path) -> None:
    with chromium() as browser, watched(browser, bulk) as one:
        opened = one.page.evaluate("performance.getEntriesByType('navigation')[0].domInteractive")
        assert opened <= 2500 * SLACK
        assert len(one.texts(".list-head")) == 1
        assert one.page.locator("path.symbol[role=button]").count() > 1950
        one.page.get_by_role("button", name="Tampilkan").first.click()
        assert one.page.locator("#list ol button[data-place]").count() > 100
        one.assert_quiet()


@pytest.mark.browser
@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_each_filter_of_an_archive_and_each_way_back_is_drawn_at_once(bulk: Path, size: dict[str, Any]) -> None:
    with chromium() as browser:
        found = {wait.what: min(wait.drawn) for wait in waits(browser, bulk, 2, size)}
    assert len(found) == 2 * len(FILTERS) + 1
    assert max(found.values()) <= 150 * SLACK, found


@pytest.mark.browser
def test_what_waits_for_the_drawing_comes(bulk: Path) -> None:
    """The rest of the list, the address, what is said of a symbol, and the rows of the table."""
    with chromium() as browser, watched(browser, bulk) as one:
        one.page.evaluate("petakan.state.set({ usage: 'literal' })")
        assert one.page.locator("#list ol button[data-place]").count() >= 24
        one.wait("document.querySelectorAll('#list ol button[data-place]').length === 80")
        one.wait("location.hash === '#usage=literal'")
        one.wait("!document.querySelector('path.leaflet-interactive.symbol[aria-label*=asal]')")
        one.page.evaluate("petakan.state.set({ levels: 'region' })")
        shown = "document.querySelectorAll('path.leaflet-interactive.symbol').length"
        one.wait(f"document.querySelectorAll('table.places tbody tr:not([hidden])').length === {shown}")
        one.assert_quiet()


@pytest.mark.browser
def test_a_symbol_that_is_reached_says_what_it_stands_for_now(bulk: Path) -> None:
    with chromium() as browser, watched(browser, bulk) as one:
        said = one.page.evaluate(
            """() => {
                petakan.state.set({ articles: "17" });
                const shown = [...document.querySelectorAll("path.leaflet-interactive.symbol")];
                shown.at(-1).focus();
                return [shown.length, shown.at(-1).getAttribute("aria-label")];
            }"""
        )
        assert 20 < said[0] < 60
        assert re.search(r", disebut [1-3] kali", said[1])


@pytest.mark.browser
def test_question_marks_do_not_collide(bulk: Path) -> None:
    with chromium() as browser, watched(browser, bulk, "sure=unsure") as one:
        marks = one.page.locator(".leaflet-labels-pane > .query")
        at = marks.evaluate_all("(all) => all.map((one) => one.getBoundingClientRect()).map(({ x, y }) => [x, y])")
        assert 50 < len(at) <= 160
        for number, (x, y) in enumerate(at):
            assert all(max(abs(x - x2), abs(y - y2)) >= 10 for x2, y2 in at[number + 1 :])
