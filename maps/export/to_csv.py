"""Comma-separated values for spreadsheets, with the mark by which Excel knows UTF-8."""

import csv
import io
from collections.abc import Iterable
from typing import Final

from geo.records import MENTION_COLUMNS, PLACE_COLUMNS
from maps.export.cells import cells
from maps.export.records import Findings, MentionRecord, PlaceRecord

_MARK: Final = "\ufeff"
_FORMULA_STARTS: Final = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def write_places(found: Findings) -> str:
    """A row for each place."""
    return _csv(found.places, PLACE_COLUMNS)


def write_mentions(found: Findings) -> str:
    """A row for each name in the articles."""
    return _csv(found.mentions, MENTION_COLUMNS)


def _csv(records: Iterable[PlaceRecord | MentionRecord], columns: tuple[str, ...]) -> str:
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_guarded(value) for value in cells(record, columns)] for record in records)
    return _MARK + target.getvalue()


def _guarded(value: object) -> object:
    """Text that no spreadsheet takes for a formula: an apostrophe goes before what would begin one."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA_STARTS) else value
