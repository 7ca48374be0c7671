"""Files of corrections: CSV, as spreadsheets write it, or TOML. What a person wrote there is kept as it stands.

A row that cannot be read is a problem of its own, and the others count; a file that cannot be read is an error.
"""

import csv
import io
import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from gazetteer.errors import CorrectionError
from geo.corrections.correction import Correction, Problem
from geo.corrections.rows import COLUMNS, NEEDED, read_row, write_row

_DELIMITERS: Final = (",", ";", "\t")
_MARK: Final = "\ufeff"
"""Tells Excel that a new file is UTF-8."""

_TABLE: Final = re.compile(r"^[ \t]*\[\[[ \t]*correction[ \t]*\]\]", re.MULTILINE)
_KEY: Final = "correction"
_NUMBERS: Final = frozenset({"nth", "start", "lat", "lon"})
_COMMENT: Final = "#"

Cells = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionFile:
    """A file of corrections, and what could not be read in it."""

    path: Path
    content: str
    corrections: tuple[Correction, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_corrections(path: Path) -> CorrectionFile:
    """Read a file of corrections.

    Raises:
        CorrectionError: there is none, or it is neither CSV with the columns of corrections nor TOML.
    """
    try:
        content = path.read_bytes().decode("utf-8")
    except OSError as error:
        raise CorrectionError(f"{path}: cannot be read ({error.strerror}); check the spelling") from error
    except UnicodeDecodeError as error:
        raise CorrectionError(f"{path}: not UTF-8 at offset {error.start}; save it as CSV UTF-8") from error
    return parse_corrections(path, content)


def parse_corrections(path: Path, content: str) -> CorrectionFile:
    """What a file of corrections holds, from its content.

    Raises:
        CorrectionError: it is neither CSV with the columns of corrections nor TOML.
    """
    corrections: list[Correction] = []
    problems: list[Problem] = []
    for where, cells in _rows(path, content):
        try:
            corrections.append(read_row(_known(cells, where), where))
        except CorrectionError as error:
            problems.append(Problem(message=str(error), failed=True))
    return CorrectionFile(path=path, content=content, corrections=tuple(corrections), problems=tuple(problems))


def holds_corrections(content: str) -> bool:
    """Whether a file's content is one of corrections, and not of something else."""
    header, _ = _header(content)
    is_table = len(header) > 1 and set(NEEDED) <= set(header) <= set(COLUMNS)
    return is_table or _TABLE.search(content) is not None


def with_corrections(file: CorrectionFile, added: Sequence[Correction]) -> str:
    """The content of the file with corrections added at its end; of what stood there, only columns may be added to.

    Raises:
        CorrectionError: columns are to be added, and a row has too many cells already.
    """
    rows = [write_row(one) for one in added]
    if not rows:
        return file.content
    if _is_toml(file.path, file.content):
        return _line_ended(file.content) + "\n".join(_toml_table(row) for row in rows)
    if not file.content.strip(_MARK + " \r\n"):
        return _MARK + _csv(list(COLUMNS), rows, ",", "\r\n", headed=True)
    header, delimiter = _header(file.content)
    line_end = "\r\n" if "\r\n" in file.content else "\n"
    lacking = [column for column in COLUMNS if column not in header and any(row[column] for row in rows)]
    content = _line_ended(file.content, line_end)
    if lacking:
        if file.problems:
            raise CorrectionError(file.problems[0].message)
        # the rows stay as they are: what they are short of is empty
        first, mark, rest = content.partition(line_end)
        content = delimiter.join((first, *lacking)) + mark + rest
    return content + _csv([*header, *lacking], rows, delimiter, line_end, headed=False)


def _known(cells: Mapping[str, Any], where: str) -> Cells:
    unknown = [column for column in cells if column not in COLUMNS]
    if unknown:
        raise CorrectionError(f"{where}: more than the columns hold ({unknown[0]!r}); they are {', '.join(COLUMNS)}")
    wrong = next((key for key, cell in cells.items() if isinstance(cell, bool | list | dict)), None)
    if wrong is not None:
        raise CorrectionError(f"{where}: {wrong} must be a text or a number")
    return {column: str(cell) for column, cell in cells.items()}


def _rows(path: Path, content: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    return _toml_rows(path, content) if _is_toml(path, content) else _csv_rows(path, content)


def _is_toml(path: Path, content: str) -> bool:
    return path.suffix.lower() == ".toml" or _TABLE.search(content) is not None


def _toml_rows(path: Path, content: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    try:
        parsed = tomllib.loads(content.removeprefix(_MARK))
    except tomllib.TOMLDecodeError as error:
        raise CorrectionError(f"{path}: not TOML: {error}") from error
    tables = parsed.pop(_KEY, [])
    if parsed or not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise CorrectionError(f"{path}: a file of corrections holds tables [[{_KEY}]] only; see the documentation")
    lines = [content.count("\n", 0, found.start()) + 1 for found in _TABLE.finditer(content)]
    for number, table in enumerate(tables):
        # a table may hide in a text of several lines: then the numbers of lines cannot be told
        yield (f"{path}:{lines[number]}" if len(lines) == len(tables) else f"{path}: correction {number + 1}"), table


def _header(content: str) -> tuple[list[str], str]:
    """The names of the columns and what parts them: whichever of the usual marks makes the most of them known."""
    first = content.removeprefix(_MARK).partition("\n")[0].strip()
    split = {mark: [cell.strip(' "').casefold() for cell in first.split(mark)] for mark in _DELIMITERS}
    best = max(_DELIMITERS, key=lambda mark: sum(cell in COLUMNS for cell in split[mark]))
    return split[best], best


def _csv_rows(path: Path, content: str) -> Iterator[tuple[str, Cells]]:
    header, delimiter = _header(content)
    if not set(NEEDED) <= set(header):
        raise CorrectionError(f"{path}: no column {NEEDED[0]!r}; the first line names the columns {', '.join(COLUMNS)}")
    unknown = next((column for column in header if column not in COLUMNS), None)
    if unknown is not None:
        raise CorrectionError(f"{path}:1: unknown column {unknown!r}; petakan knows {', '.join(COLUMNS)}")
    reader = csv.reader(io.StringIO(content.removeprefix(_MARK), newline=""), delimiter=delimiter, strict=True)
    try:
        next(reader)
        for cells in reader:
            where = f"{path}:{reader.line_num}"
            if any(cell.strip() for cell in cells) and not cells[0].startswith(_COMMENT):
                extra = {cell: cell for cell in cells[len(header) :] if cell.strip()}
                yield where, dict(zip(header, cells, strict=False)) | extra
    except csv.Error as error:
        raise CorrectionError(f"{path}:{reader.line_num}: {error}; is a quotation mark missing?") from error


def _csv(header: Sequence[str], rows: Iterable[Cells], delimiter: str, line_end: str, *, headed: bool) -> str:
    target = io.StringIO()
    writer = csv.writer(target, delimiter=delimiter, lineterminator=line_end)
    if headed:
        writer.writerow(header)
    writer.writerows([row.get(column, "") for column in header] for row in rows)
    return target.getvalue()


def _toml_table(row: Cells) -> str:
    lines = (
        f"{column} = {cell if column in _NUMBERS else json.dumps(cell, ensure_ascii=False)}\n"
        for column, cell in row.items()
        if cell
    )
    return f"\n[[{_KEY}]]\n{''.join(lines)}"


def _line_ended(content: str, line_end: str = "\n") -> str:
    return content if not content or content.endswith("\n") else content + line_end
