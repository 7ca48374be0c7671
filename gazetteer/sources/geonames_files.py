"""Reads the tab-separated files that GeoNames offers for download, zipped or not, a line at a time."""

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader
from pathlib import Path, PurePosixPath
from typing import IO, Final, cast

from gazetteer.errors import SourceError
from gazetteer.sources.found import Progress, day_of
from gazetteer.sources.record import Source

_LINES_BETWEEN_REPORTS: Final = 20_000
_BUFFER_BYTES: Final = 1 << 20
_BESIDES: Final = frozenset({"readme.txt", "iso-languagecodes.txt"})
"""What GeoNames packs into a zip file beside its table."""

_BROKEN: Final = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError)
"""What reading a damaged, encrypted or otherwise unreadable file may raise."""


def table_rows(path: Path, columns: int, progress: Progress) -> Iterator[tuple[int, list[str]]]:
    """Line number, from 1, and cells of each line of a table; comment lines and empty ones are passed over.

    Raises:
        SourceError: the file is missing, damaged or not UTF-8, or a line has another number of columns.
    """
    number = done = 0
    try:
        with _opened(path) as (file, size):
            for number, line in enumerate(file, start=1):
                done += len(line)
                if number % _LINES_BETWEEN_REPORTS == 0:
                    progress(path.name, done / size)
                if line.startswith(b"#") or not line.strip():
                    continue
                cells = _text(line, path, number).split("\t")
                if len(cells) != columns:
                    raise SourceError(
                        f"{path}:{number}: {len(cells)} columns, not the {columns} of this table;"
                        " is it the right file? If so, download it anew"
                    )
                yield number, cells
    except FileNotFoundError as error:
        raise _missing(path) from error
    except _BROKEN as error:
        after = f" after line {number}" if number else ""
        raise SourceError(f"{path}: cannot be read{after} ({error}); download it anew") from error
    if not number:
        raise SourceError(f"{path}: empty; download it anew")


def _missing(path: Path) -> SourceError:
    return SourceError(f"{path}: no such file; download it from GeoNames, or name another")


def geonames_source(path: Path) -> Source:
    """A file of GeoNames, by the day on which it was made.

    Raises:
        SourceError: it is missing or damaged.
    """
    return Source(
        name=f"GeoNames {path.name}", version=_day(path), licence="CC BY 4.0", url="https://www.geonames.org/"
    )


def _day(path: Path) -> str:
    if path.suffix != ".zip":
        return day_of(path)
    try:
        with zipfile.ZipFile(path) as archive:
            year, month, day, *_ = _member(archive, path).date_time
    except FileNotFoundError as error:
        raise _missing(path) from error
    except _BROKEN as error:
        raise SourceError(f"{path}: cannot be read ({error}); download it anew") from error
    return f"{year}-{month:02}-{day:02}"


@contextmanager
def _opened(path: Path) -> Iterator[tuple[IO[bytes], int]]:
    """The table as a binary file, and its size in bytes, at least 1."""
    if path.suffix != ".zip":
        with path.open("rb", buffering=_BUFFER_BYTES) as file:
            yield file, max(path.stat().st_size, 1)
        return
    with zipfile.ZipFile(path) as archive:
        member = _member(archive, path)
        # a zip member reads lines in Python, the buffer in C
        with archive.open(member) as packed, BufferedReader(cast("BufferedReader", packed), _BUFFER_BYTES) as file:
            yield file, max(member.file_size, 1)


def _member(archive: zipfile.ZipFile, path: Path) -> zipfile.ZipInfo:
    tables = [m for m in archive.infolist() if m.filename.endswith(".txt") and m.filename not in _BESIDES]
    own = [m for m in tables if PurePosixPath(m.filename).stem == path.stem]
    if len(own or tables) != 1:
        raise SourceError(f"{path}: does not hold one table ({path.stem}.txt); is it the right file?")
    return (own or tables)[0]


def _text(line: bytes, path: Path, number: int) -> str:
    try:
        return line.decode("utf-8").rstrip("\r\n")
    except UnicodeDecodeError as error:
        raise SourceError(f"{path}:{number}: not UTF-8 ({error.reason}); download it anew") from error
