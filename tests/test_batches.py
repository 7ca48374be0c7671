"""What a batch of articles says beyond each of them: near-duplicates, recurring lines, and the summary."""

import random
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages.stories import stories
from typer.testing import CliRunner, Result

from geo.article import Article
from geo.readers.draft import Draft, to_article
from geo.readers.duplicates import near_duplicates
from geo.readers.repeated import mask_repeated
from maps import cli

WORDS = [word for story in stories().values() for text in story.paragraphs for word in text.split()]


def article(article_id: str, text: str) -> Article:
    return to_article(Draft(text=text), article_id=article_id, source="test")


def prose(seed: int, words: int = 120) -> str:
    chosen = random.Random(seed)
    return " ".join(chosen.choice(WORDS) for _ in range(words)) + "."


def groups(*articles: Article) -> list[list[str]]:
    return [[one.id for one in group] for group in near_duplicates(articles)]


def test_a_report_in_two_papers_is_recognized() -> None:
    """Another headline, another dateline, a word changed, a paragraph more: still the same report."""
    report = prose(1, 200)
    changed = report.replace(" di ", " pada ", 1)
    other = f"Judul Lain\n\nKUDUS, KabarMuria.com – {changed}\n\n{prose(2, 40)}\n\nBaca juga: {prose(3, 9)}"
    assert groups(article("a", f"Judul\n\n{report}"), article("b", prose(4)), article("c", other)) == [["a", "c"]]


def test_articles_on_one_subject_are_no_duplicates() -> None:
    """A paragraph that both papers quote makes them no copies."""
    quoted = prose(5, 40)
    assert groups(article("a", f"{prose(6)}\n\n{quoted}"), article("b", f"{prose(7)}\n\n{quoted}")) == []
    assert groups(article("a", "Hujan turun."), article("b", "Hujan turun.")) == []


def test_what_is_masked_makes_no_duplicates() -> None:
    menu = "\n".join(f"Baca juga: {prose(i, 20)}" for i in range(20))
    assert groups(article("a", f"{prose(8)}\n{menu}"), article("b", f"{prose(9)}\n{menu}")) == []


@given(st.lists(st.integers(0, 6), max_size=12))
def test_copies_are_found_among_others(seeds: list[int]) -> None:
    """Every copy is with its like, whatever stands between, and nothing else is."""
    articles = [article(str(i), prose(100 + seed)) for i, seed in enumerate(seeds)]
    expected = [[str(i) for i, other in enumerate(seeds) if other == seed] for seed in dict.fromkeys(seeds)]
    assert groups(*articles) == [group for group in expected if len(group) > 1]


def headed(number: int) -> Article:
    text = f"Gerbang Kabar Bontang\n1 Januari 2020\nJudul Nomor {number}\n\n{prose(number)}\n\nKirim surat ke Dumai"
    return article(str(number), text)


def test_a_line_that_recurs_is_masked_and_told_by_no_more() -> None:
    """Headers and footers of a site go, and what they had given to title and date with them."""
    before = [headed(number) for number in range(5)]
    assert (before[0].title, before[0].published) == ("Gerbang Kabar Bontang", date(2020, 1, 1))
    after = mask_repeated(before)
    assert [one.title for one in after] == [f"Judul Nomor {number}" for number in range(5)]
    kept = [text for one in after for text in (one.text[s.start : s.end] for s in one.masked)]
    assert kept == ["Gerbang Kabar Bontang", "1 Januari 2020", "Kirim surat ke Dumai"] * 5
    assert all(one.text == old.text for one, old in zip(after, before, strict=True))


def test_a_few_articles_or_copies_mask_nothing() -> None:
    """Three articles are no batch, and copies of one report share their lines because they are copies."""
    few = [headed(number) for number in range(3)]
    assert mask_repeated(few) == few
    copies = [article(str(i), f"Judul\n\n{prose(1)}\n\nAkhir") for i in range(6)]
    assert mask_repeated(copies) == copies


def test_a_title_that_was_given_stays() -> None:
    batch = [to_article(Draft(text=headed(i).text, title="Diberikan"), article_id=str(i), source="t") for i in range(5)]
    assert {one.title for one in mask_repeated(batch)} == {"Diberikan"}
    same = [article(str(i), "Hujan\nPanas") for i in range(5)]
    assert mask_repeated(same) == same


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli.app, ["places", *arguments, "--as", "csv"])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    report = " ".join(["Banjir melanda Kudus dan Demak sejak pagi,", prose(1, 60)])
    files = {"a.txt": report, "b.txt": report, "c.txt": "Hujan turun di Semarang.", "rusak.txt": "", "foto.png": "x"}
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    return tmp_path


def test_a_batch_is_summed_up(folder: Path) -> None:
    """What was read, what not and why, what was passed over, and what is there twice."""
    result = run(str(folder))
    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        f"petakan: {folder / 'rusak.txt'}: empty; is it the right file?",
        "petakan: 3 articles read from 4 files; 1 not read (see above); 1 skipped as no articles (1 .png)",
        "petakan: a: nearly the same as b; all count (--once: only the first)",
    ]
    assert ",Demak," in result.stdout


def test_once_counts_copies_once(folder: Path) -> None:
    def count(*options: str) -> int:
        rows = [row for row in run(str(folder), *options).stdout.splitlines() if ",Demak," in row]
        return int(rows[0].split(",")[6])

    assert "counted once" in run(str(folder), "--once").stderr
    assert count() == 2 * count("--once")


def test_strict_stops(folder: Path) -> None:
    """At the first article that cannot be read, before anything is written."""
    result = run(str(folder), "--strict")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == f"petakan: {folder / 'rusak.txt'}: empty; is it the right file?\n"


def test_an_address_is_told_before_it_is_asked() -> None:
    result = run("http://127.0.0.1:9/a")
    assert result.exit_code == 1
    first, second = result.stderr.splitlines()
    assert first == "petakan: asking 127.0.0.1 for robots.txt and for http://127.0.0.1:9/a"
    assert "its own network" in second
