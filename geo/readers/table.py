"""Reads CSV and TSV: each row is an article."""

import csv
from collections.abc import Iterator
from typing import Final

from gazetteer.errors import ArticleError
from geo.readers.draft import Content, Draft
from geo.readers.fields import field_of
from geo.readers.rows import Row, articles_of_rows
from geo.readers.text import decode

MOST_BYTES: Final = 100_000_000
_DELIMITERS: Final = ",;\t|"
_LONGEST_ROW: Final = 2_000
"""Lines; a quotation that is open for longer was never closed."""


def looks_like_table(text: str) -> bool:
    """Whether the first line of a text names columns, one of them a text's."""
    line = next(iter(text.lstrip("\ufeff").splitlines()), "")
    try:
        names = next(csv.reader([line], delimiter=_delimiter(line)), [])
    except csv.Error:
        return False
    return len(names) > 1 and len(line) < 1000 and any(field_of(name) == "text" for name in names)


def read_table(content: Content) -> Iterator[Draft | ArticleError]:
    """Each row of a table as an article; a broken row is told and left out.

    Raises:
        ArticleError: the file is no text, or has no column of texts.
    """
    text = decode(content.data, content.source, most_bytes=MOST_BYTES)
    yield from articles_of_rows(_rows(text, content.source), content.source)


def _delimiter(line: str) -> str:
    return max(_DELIMITERS, key=line.count)


def _rows(text: str, source: str) -> Iterator[Row | ArticleError]:
    """Rows by the numbers of their first lines; after a broken one, reading goes on in the line after it."""
    lines = text.splitlines(keepends=True)
    lines = _only_at_line_breaks(text) if any(mark in text for mark in "\v\f\x1c\x1d\x1e\x85\u2028\u2029") else lines
    delimiter = _delimiter(lines[0]) if lines else ","
    at = 0
    while at < len(lines):
        if not lines[at].strip():
            at += 1
            continue
        taken = _taken(lines, at, delimiter)
        if taken is None:
            yield ArticleError(f"{source}:{at + 1}: broken row (a quotation mark too many or too few); left out")
            at += 1
        else:
            values, count = taken
            yield Row(at + 1, values)
            at += count


def _only_at_line_breaks(text: str) -> list[str]:
    return [line + "\n" for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]


def _taken(lines: list[str], at: int, delimiter: str) -> tuple[list[str], int] | None:
    """The values of the row that begins in a line and how many lines it fills; None if it is broken."""
    whole = ""
    for count, line in enumerate(lines[at : at + _LONGEST_ROW], start=1):
        whole += line
        if whole.count('"') % 2:
            continue
        try:
            [values] = (
                csv.reader([whole], delimiter=delimiter, strict=True) if count == 1 else _parsed(whole, delimiter)
            )
        except (csv.Error, ValueError):
            return None
        return values, count
    return None


def _parsed(whole: str, delimiter: str) -> Iterator[list[str]]:
    yield from csv.reader(whole.splitlines(keepends=True), delimiter=delimiter, strict=True)
