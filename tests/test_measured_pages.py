"""Boilerplate, dates, titles and credits, measured on pages and texts of many shapes."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Final

import pytest
from pages.case import PROBES, Case
from pages.file_pages import FILE_PAGES
from pages.html_pages import HTML_PAGES
from pages.measure import Measured, read
from pages.stories import stories
from pages.text_pages import TEXT_PAGES

from geo.article import Article
from geo.readers.files import article_files, read_articles

MOST_PROBES: Final = 0.01
MOST_LOST: Final = 0.005
LEAST_DATED: Final = 0.95


def all_cases() -> list[Case]:
    found = stories()
    return [page(found[story]) for page, story in (*HTML_PAGES, *TEXT_PAGES, *FILE_PAGES)]


@pytest.fixture(scope="module")
def measured() -> Sequence[Measured]:
    return list(read(all_cases()))


def test_there_are_forty_and_more_and_each_is_of_its_own_shape() -> None:
    names = [case.name for case in all_cases()]
    assert len(names) == len(set(names)) >= 40


def test_the_probes_stand_in_boilerplate_alone() -> None:
    """Else what they measure would be something else; and there are enough of them."""
    for story in stories().values():
        assert not any(probe in text for probe in PROBES for text in (story.title, *story.paragraphs))
    in_files = sum(case.data.decode("utf-8", "replace").count(probe) for case in all_cases() for probe in PROBES)
    assert in_files > 200


def test_places_of_boilerplate_are_not_read(measured: Sequence[Measured]) -> None:
    """At most one mention in a hundred is of a place in a menu, a link, a notice or a comment."""
    probes, mentions = sum(one.probes for one in measured), sum(one.mentions for one in measured)
    assert mentions > 250
    assert probes <= MOST_PROBES * (probes + mentions), [one.case.name for one in measured if one.probes]


def test_the_article_is_not_masked(measured: Sequence[Measured]) -> None:
    """At most five words in a thousand of the stories are masked or lost."""
    words, lost = sum(one.words for one in measured), sum(len(one.lost) for one in measured)
    assert lost <= MOST_LOST * words, [(one.case.name, one.lost) for one in measured if one.lost]


def test_dates_are_right(measured: Sequence[Measured]) -> None:
    """Of all pages, also of those whose date nothing tells."""
    wrong = [(one.case.name, one.article.published) for one in measured if one.article.published != one.case.day]
    assert len(wrong) <= (1 - LEAST_DATED) * len(measured), wrong


def test_titles_and_credits_are_right(measured: Sequence[Measured]) -> None:
    wrong = []
    for one in measured:
        case, article = one.case, one.article
        right = (case.title or case.story.title, case.outlet, case.byline, case.story.language)
        told = (article.title, article.outlet, article.byline, article.language)
        if told != right:
            wrong.append((case.name, told, right))
    assert len(wrong) <= (1 - LEAST_DATED) * len(measured), wrong


FIVE: Final = {
    # the day is that of the news in the lead; a text without headline is called by its first sentence
    "000": ("Kim Jong Un Dorong", date(2025, 5, 7), None, ["Diposting pada"]),
    "001": ("Pemimpin Korea Utara Kim", date(2023, 8, 14), None, ["Top of Form"]),
    "002": (
        "Pemimpin Korea Utara (Korut)",
        date(2024, 5, 15),  # of the report, not the day before, of which it tells
        None,
        ["SCROLL TO", "Lihat juga", "Simak berita", "Lihat juga"],
    ),
    "003": ("Sudah Terang-terangan", date(2024, 11, 25), None, ["Leave a Reply", "Your email", "*"]),
    "004": ("Pemimpin Korea Utara Kim", None, "Finnews.id", ["Finnews.id – "]),
}


@pytest.mark.parametrize("number", FIVE)
def test_the_five_articles(shared: Path, number: str) -> None:
    """Titles, dates, outlets and boilerplate of real articles: all of it, and no more."""
    [path] = (shared / "articles").glob(f"{number}_*.txt")
    [article] = read_articles(article_files([str(path)]))
    assert isinstance(article, Article)
    title, day, outlet, beginnings = FIVE[number]
    masked = [article.text[span.start : span.end] for span in article.masked]
    assert article.title.startswith(title)
    assert (article.published, article.outlet) == (day, outlet)
    assert len(masked) == len(beginnings)
    assert all(text.startswith(beginning) for text, beginning in zip(masked, beginnings, strict=True)), masked
    assert article.text.encode() == path.read_bytes()
