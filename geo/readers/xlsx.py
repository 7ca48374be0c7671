"""Reads XLSX, the files of Excel and others, with openpyxl: each row is an article."""

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from gazetteer.errors import ArticleError
from geo.readers.archive import broken, open_archive
from geo.readers.draft import Content, Draft
from geo.readers.extras import needed
from geo.readers.rows import Row, articles_of_rows


def read_xlsx(content: Content) -> Iterator[Draft | ArticleError]:
    """Each row of every sheet that has a column of texts.

    Raises:
        ArticleError: the file is damaged, a bomb, or has no column of texts.
    """
    openpyxl = needed("openpyxl", extra="documents", what="an Excel file", source=content.source)
    open_archive(content.data, content.source).close()
    try:
        book = openpyxl.load_workbook(io.BytesIO(content.data), read_only=True, data_only=True)
        sheets = {sheet.title: list(_rows(sheet)) for sheet in book.worksheets}
        book.close()
    except Exception as error:  # whatever openpyxl says of files that are not as they should be
        raise broken(content.source, "Excel file") from error
    problems: list[ArticleError] = []
    for number, (name, rows) in enumerate(sheets.items()):
        source = content.source if len(sheets) == 1 else f"{content.source} ({name})"
        try:
            for found in articles_of_rows(rows, source):
                yield _in_sheet(found, number, name) if len(sheets) > 1 and isinstance(found, Draft) else found
        except ArticleError as error:
            problems.append(error)
    if len(problems) == len(sheets):
        raise problems[0]


def _in_sheet(draft: Draft, number: int, name: str) -> Draft:
    return replace(draft, key=f"{number + 1}-{draft.key}", origin=f"sheet {name}, {draft.origin}")


def _rows(sheet: Any) -> Iterator[Row]:
    """Rows that hold anything, all of the same width as the first."""
    width = None
    for number, cells in enumerate(sheet.iter_rows(values_only=True), start=1):
        values = [_text(cell) for cell in cells]
        if not any(values):
            continue
        width = width or max(i for i, value in enumerate(values, start=1) if value)
        yield Row(number, (values + [""] * width)[:width])


def _text(cell: object) -> str:
    if cell is None:
        return ""
    return cell.isoformat() if isinstance(cell, date) else str(cell)
