"""The gold annotations fit their texts, and the guideline reports them as they are."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).parents[1]
GOLD: Final = ROOT / "tests" / "gold"
EXAMPLES: Final = ROOT / "examples"
NEWS5: Final = ROOT.parent / "shared" / "articles"
TABLES: Final = {"examples": EXAMPLES, "news5": NEWS5}

COLUMNS: Final = ["doc", "start", "end", "text", "kind", "level", "country", "name_en", "lat", "lon", "usage"]
KINDS: Final = ("place", "facility", "other", "ignore")
LEVELS: Final = ("continent", "region", "country", "adm1", "adm2", "city")
USAGES: Final = ("literal", "associative")
WITHOUT_COUNTRY: Final = {"continent", "region"}
MOST_DECIMALS: Final = re.compile(r"-?\d{1,3}\.\d\d")
SHORTEST, LONGEST = 120, 350

Row = dict[str, str]


def read_gold(table: str) -> list[Row]:
    with (GOLD / f"{table}.tsv").open(encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        assert reader.fieldnames == COLUMNS
        return list(reader)


def read_texts(folder: Path) -> dict[str, str]:
    """Texts by file stem, line ends untouched, as the offsets count them."""
    paths = sorted(p for p in folder.iterdir() if p.suffix in {".txt", ".md"})
    return {p.stem: p.read_bytes().decode("utf-8") for p in paths}


def by_document(rows: list[Row]) -> dict[str, list[Row]]:
    documents: dict[str, list[Row]] = {}
    for row in rows:
        documents.setdefault(row["doc"], []).append(row)
    return documents


def markdown_rows(heading: str) -> Iterator[list[str]]:
    """Cells of the rows of the table under a heading of the guideline, without its two head lines."""
    section = (GOLD / "GUIDELINES.md").read_text("utf-8").split(f"## {heading}\n", 1)[1].split("\n## ", 1)[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    for line in lines[2:]:
        yield [cell.strip() for cell in line.strip("|").split("|")]


@pytest.fixture(params=TABLES)
def table(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_spans_fit_their_texts(table: str) -> None:
    folder = TABLES[table]
    if not folder.is_dir():
        pytest.skip(f"the articles of {table} are not beside the repository")
    texts = read_texts(folder)
    rows = read_gold(table)
    assert {row["doc"] for row in rows} == set(texts)
    wrong = [row for row in rows if texts[row["doc"]][int(row["start"]) : int(row["end"])] != row["text"]]
    assert not wrong


def test_spans_are_in_order_and_do_not_overlap(table: str) -> None:
    for rows in by_document(read_gold(table)).values():
        assert all(int(row["start"]) < int(row["end"]) for row in rows)
        assert all(int(row["end"]) <= int(after["start"]) for row, after in pairwise(rows))


def test_documents_are_whole_blocks(table: str) -> None:
    documents = [row["doc"] for row in read_gold(table)]
    assert documents == sorted(documents)


def test_values_are_valid(table: str) -> None:
    for row in read_gold(table):
        assert row["kind"] in KINDS, row
        if row["kind"] != "place":
            assert not any(row[column] for column in COLUMNS[5:]), row
            continue
        assert row["level"] in LEVELS, row
        assert row["usage"] in USAGES, row
        assert row["name_en"], row
        assert re.fullmatch(r"[A-Z]{2}", row["country"]) or row["level"] in WITHOUT_COUNTRY, row
        assert MOST_DECIMALS.fullmatch(row["lat"]), row
        assert MOST_DECIMALS.fullmatch(row["lon"]), row
        assert abs(float(row["lat"])) <= 90, row
        assert abs(float(row["lon"])) <= 180, row


def test_one_place_has_one_position() -> None:
    places: dict[tuple[str, ...], set[tuple[str, str]]] = {}
    for row in read_gold("examples") + read_gold("news5"):
        if row["kind"] == "place" and row["level"] not in {"city", "adm2"}:
            places.setdefault((row["level"], row["country"], row["name_en"]), set()).add((row["lat"], row["lon"]))
    assert all(len(positions) == 1 for positions in places.values())


def test_guideline_counts_by_document() -> None:
    found: dict[str, list[int]] = {}
    for document, rows in by_document(read_gold("examples") + read_gold("news5")).items():
        kinds = Counter(row["kind"] for row in rows)
        usages = Counter(row["usage"] for row in rows)
        found[document] = [len(rows), *(kinds[k] for k in KINDS), *(usages[u] for u in USAGES)]
    found["all"] = [sum(column) for column in zip(*found.values(), strict=True)]
    assert {doc: [int(n) for n in counts] for doc, *counts in markdown_rows("Mentions by document")} == found


def test_guideline_counts_by_level() -> None:
    found = {name: [Counter(row["level"] for row in read_gold(name))[level] for level in LEVELS] for name in TABLES}
    assert {name: [int(n) for n in counts] for name, *counts in markdown_rows("Places by level")} == found


def test_examples_are_short_articles() -> None:
    texts = read_texts(EXAMPLES)
    assert len(texts) == 10
    assert all(SHORTEST <= len(text.split()) <= LONGEST for text in texts.values())
    assert not any("\r" in text or "\t" in text for text in texts.values())
