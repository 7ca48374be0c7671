"""Values of records as cells of a table."""

from collections.abc import Mapping
from typing import Final

from maps.export.records import MentionRecord, PlaceRecord, one_line, writable

SEPARATOR: Final = "; "
"""What stands between several values in one cell."""


def cell(value: object) -> str | float | bool | None:
    """A value that a cell can hold, text and lists on one line."""
    if isinstance(value, list):
        value = SEPARATOR.join(value)
    if isinstance(value, str):
        return writable(one_line(value))
    assert value is None or isinstance(value, int | float)
    return value


def cells(record: PlaceRecord | MentionRecord, columns: tuple[str, ...]) -> list[str | float | bool | None]:
    """The cells of a record in the order of the columns."""
    values: Mapping[str, object] = dict(record)
    return [cell(values[column]) for column in columns]
