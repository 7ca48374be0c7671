"""The annotated articles of tests/gold: they fit their texts, miss no repetition, and are counted."""

import re
import unicodedata
from collections import Counter
from itertools import pairwise
from typing import Final

import pytest
from test_gold import (
    COLUMNS,
    GOLD,
    KINDS,
    LEVELS,
    MOST_DECIMALS,
    USAGES,
    WITHOUT_COUNTRY,
    Row,
    by_document,
    markdown_rows,
    read_gold,
    read_texts,
)

TABLES: Final = {table: by_document(read_gold(table)) for table in ("articles", "languages")}
ROWS: Final = TABLES["articles"] | TABLES["languages"]
TEXTS: Final = read_texts(GOLD / "articles") | read_texts(GOLD / "languages")
ALL_KINDS: Final = (*KINDS, "unresolved")
LANGUAGES: Final = ("id", "en")
SHORTEST, LONGEST = 120, 460
FEWEST_DOCUMENTS, FEWEST_PLACES = 60, 1000


def span(row: Row) -> tuple[int, int]:
    return int(row["start"]), int(row["end"])


def places(document: str) -> list[Row]:
    return [row for row in ROWS[document] if row["kind"] == "place"]


def unmarked(document: str, name: str) -> list[str]:
    """Where the text has the name, as it is or in capitals, outside all annotated spans."""
    text, spans = TEXTS[document], [span(row) for row in ROWS[document]]
    found = [hit for form in {name, name.upper()} for hit in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", text)]
    return [
        f"{document}: …{text[max(0, hit.start() - 20) : hit.end() + 20]}…"
        for hit in found
        if not any(start < hit.end() and hit.start() < end for start, end in spans)
    ]


def test_there_are_enough_articles_and_places() -> None:
    assert set(ROWS) == set(TEXTS)
    assert len(TEXTS) >= FEWEST_DOCUMENTS
    assert sum(len(places(document)) for document in TEXTS) >= FEWEST_PLACES


def test_documents_are_whole_blocks_in_order() -> None:
    for table, documents in TABLES.items():
        assert list(documents) == sorted(documents)
        assert all(re.fullmatch(r"[a-z]{2}-[a-z]?\d\d-[a-z-]+", document) for document in documents)
        assert all((document[:2] in LANGUAGES) == (table == "articles") for document in documents)


@pytest.mark.parametrize("document", sorted(TEXTS))
def test_texts_are_short_plain_articles(document: str) -> None:
    text = TEXTS[document]
    assert text == unicodedata.normalize("NFC", text)
    assert not set("\r\t[]{}<>|") & set(text)
    assert SHORTEST <= len(text.split()) <= LONGEST


@pytest.mark.parametrize("document", sorted(TEXTS))
def test_spans_fit_the_text_in_order_without_overlap(document: str) -> None:
    rows = ROWS[document]
    assert [row["text"] for row in rows] == [TEXTS[document][slice(*span(row))] for row in rows]
    assert all(row["text"].strip() == row["text"] != "" for row in rows)
    assert all(span(row)[1] <= span(after)[0] for row, after in pairwise(rows))


@pytest.mark.parametrize("document", sorted(TEXTS))
def test_every_repetition_of_a_place_is_annotated(document: str) -> None:
    names = {row["text"] for row in ROWS[document] if row["kind"] in {"place", "unresolved"}}
    missing = [line for name in names for line in unmarked(document, name)]
    assert places(document)
    assert not missing


@pytest.mark.parametrize("document", sorted(TEXTS))
def test_values_are_valid(document: str) -> None:
    for row in ROWS[document]:
        assert row["kind"] in ALL_KINDS, row
        if row["kind"] != "place":
            assert not any(row[column] for column in COLUMNS[5:]), row
            continue
        assert row["level"] in LEVELS, row
        assert row["usage"] in USAGES, row
        assert row["name_en"], row
        assert re.fullmatch(r"[A-Z]{2}", row["country"]) or row["level"] in WITHOUT_COUNTRY, row
        assert all(MOST_DECIMALS.fullmatch(row[column]) for column in ("lat", "lon")), row
        assert abs(float(row["lat"])) <= 90, row
        assert abs(float(row["lon"])) <= 180, row


def test_one_area_has_one_position() -> None:
    positions: dict[tuple[str, ...], set[tuple[str, str]]] = {}
    for row in (row for document in ROWS for row in places(document)):
        if row["level"] not in {"city", "adm2"}:
            positions.setdefault((row["level"], row["country"], row["name_en"]), set()).add((row["lat"], row["lon"]))
    assert all(len(found) == 1 for found in positions.values())


def test_guideline_counts_the_articles() -> None:
    found: dict[str, list[int]] = {}
    for language in (*LANGUAGES, "others"):
        documents = [d for d in ROWS if (d[:2] if d[:2] in LANGUAGES else "others") == language]
        rows = [row for document in documents for row in ROWS[document]]
        counts = Counter(row[column] for column in ("kind", "level", "usage") for row in rows)
        found[language] = [len(documents), len(rows), *(counts[value] for value in (*ALL_KINDS, *USAGES, *LEVELS))]
    found["all"] = [sum(column) for column in zip(*found.values(), strict=True)]
    kinds, levels = markdown_rows("Articles by kind and usage"), markdown_rows("Articles by level")
    written = {name: [*map(int, cells)] for name, *cells in kinds}
    for name, *cells in levels:
        written[name] += map(int, cells)
    assert written == found
