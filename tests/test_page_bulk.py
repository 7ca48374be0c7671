"""A page of 1,000 articles, 50,000 mentions and 2,000 places: its size, and how long a reader waits."""

from pathlib import Path
from typing import Final

import pytest
from browser import chromium, watched
from page_bulk import archive
from page_samples import sample_articles

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
def test_an_archive_opens_and_filters_without_a_wait(bulk: Path) -> None:
    with chromium() as browser, watched(browser, bulk) as one:
        opened = one.page.evaluate("performance.getEntriesByType('navigation')[0].domInteractive")
        assert opened <= 2500 * SLACK
        assert len(one.texts(".list-head")) == 1
        assert one.page.locator("path.symbol[role=button]").count() > 1950
        spent = one.page.evaluate(
            """["usage=literal", "levels=city", "sure=unsure", "q=kereta", "q="].map((change) => {
                const [key, value] = change.split("=");
                const start = performance.now();
                petakan.state.set({ [key]: value });
                return performance.now() - start;
            })"""
        )
        assert sorted(spent)[len(spent) // 2] <= 150 * SLACK
        one.page.get_by_role("button", name="Tampilkan").first.click()
        assert one.page.locator("#list ol button[data-place]").count() > 100
        one.assert_quiet()
