"""A workbook for Excel and LibreOffice (Office Open XML), with a sheet that says whose the data are."""

import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from geo.records import MENTION_COLUMNS, PLACE_COLUMNS
from maps.export.cells import cells
from maps.export.records import CREDIT, Findings, MentionRecord, PlaceRecord, writable

Value = str | float | None

_NO_DAY: Final = datetime(1980, 1, 1)  # noqa: DTZ001 - the format knows no time zones
_SAVED_AT: Final = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
_MOST_CHARACTERS: Final = 32_767
_WIDTHS: Final = {
    "sentence": 80,
    "title": 40,
    "name": 24,
    "text": 24,
    "spellings": 30,
    "articles": 30,
    "alternatives": 40,
}


def write_places(found: Findings) -> bytes:
    """A row for each place."""
    return _workbook(found, "places", PLACE_COLUMNS, found.places)


def write_mentions(found: Findings) -> bytes:
    """A row for each name in the articles."""
    return _workbook(found, "mentions", MENTION_COLUMNS, found.mentions)


def _workbook(
    found: Findings, name: str, columns: tuple[str, ...], records: Sequence[PlaceRecord | MentionRecord]
) -> bytes:
    book = Workbook(write_only=True)
    book.properties.created = _NO_DAY
    book.properties.title = _text(found.title)
    book.properties.creator = "petakan"
    sheet = book.create_sheet(name)
    for number, column in enumerate(columns, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = _WIDTHS.get(column, 14)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{len(records) + 1}"
    sheet.append(_heads(sheet, columns))
    for record in records:
        sheet.append(_row(sheet, cells(record, columns)))
    about = book.create_sheet("about")
    for line in (found.title, CREDIT):
        about.append(_row(about, [line]))
    target = BytesIO()
    book.save(target)
    return _without_times(target.getvalue())


def _heads(sheet: WriteOnlyWorksheet, columns: Iterable[str]) -> list[Cell]:
    heads = [WriteOnlyCell(sheet, column) for column in columns]
    for head in heads:
        head.font = Font(bold=True)
    return heads


def _row(sheet: WriteOnlyWorksheet, values: Iterable[Value]) -> list[Cell]:
    return [_cell(sheet, value) for value in values]


def _cell(sheet: WriteOnlyWorksheet, value: Value) -> Cell:
    if not isinstance(value, str):
        return WriteOnlyCell(sheet, value)
    one = WriteOnlyCell(sheet, _text(value))
    one.data_type = "s"  # or "=..." would be a formula
    return one


def _text(value: str) -> str:
    """Text without what XML cannot hold, and no longer than a cell may be."""
    return ILLEGAL_CHARACTERS_RE.sub("\ufffd", writable(value))[:_MOST_CHARACTERS]


def _without_times(content: bytes) -> bytes:
    """The same workbook without the time at which it was saved: equal input gives equal bytes."""
    target = BytesIO()
    with ZipFile(BytesIO(content)) as saved, ZipFile(target, "w") as stamped:
        for name in saved.namelist():
            part = _SAVED_AT.sub(rb"\g<1>" + _NO_DAY.isoformat().encode() + b"Z", saved.read(name))
            stamped.writestr(ZipInfo(name), part, ZIP_DEFLATED)
    return target.getvalue()
