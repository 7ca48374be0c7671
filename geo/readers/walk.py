"""Which files are meant by the names of files, folders and patterns; nothing is read but the folders."""

import glob
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from gazetteer.errors import ArticleError
from geo.readers.address import Address, is_address
from geo.readers.formats import SUFFIXES

STANDARD_INPUT: Final = "-"
_LONGEST_NAME: Final = 255
_SAVED_WITH_A_PAGE: Final = ("_files", "_berkas", "-Dateien", ".files")

Named = Path | Address
"""What articles are read from; the path "-" is standard input."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    """What was found: the files to read, each once, and those in folders that are passed over."""

    files: tuple[Named, ...]
    skipped: tuple[Path, ...]


def walk(named: Iterable[str]) -> Walk:
    """Find the files that are named, match a pattern, or stand in a folder that is named.

    Files in folders come in order of their paths; of these, only those whose names end like articles', and no hidden
    ones, nor what a browser saved beside a page.

    Raises:
        ArticleError: something named is not there, or a folder holds no article.
    """
    files: dict[Named, None] = {}
    skipped: dict[Path, None] = {}
    for name in named:
        try:
            for file, is_taken in _found(name):
                if is_taken or not isinstance(file, Path):
                    files[file] = None
                else:
                    skipped[file] = None
        except OSError as error:
            raise ArticleError(f"{_shown(name)}: cannot be read ({error.strerror})") from error
    return Walk(files=tuple(files), skipped=tuple(skipped))


def _found(name: str) -> Iterator[tuple[Named, bool]]:
    if is_address(name):
        yield Address(name), True
        return
    path = Path(name)
    if name != STANDARD_INPUT and not path.exists():
        yield from _matches(name)
    elif path.is_dir():
        yield from _inside(path)
    else:
        yield path, True


def _matches(name: str) -> Iterator[tuple[Named, bool]]:
    """The files of a pattern, for shells that leave it to the command."""
    matches = []
    if glob.has_magic(name) and "\0" not in name:
        matches = sorted(glob.glob(name, recursive=True))  # noqa: PTH207 - Path.glob takes no absolute patterns
    if not matches:
        raise ArticleError(f"{_shown(name)}: no such file or folder; check the spelling")
    for match in matches:
        path = Path(match)
        yield from _inside(path) if path.is_dir() else iter([(path, True)])


def _inside(folder: Path) -> Iterator[tuple[Named, bool]]:
    visible = sorted(path for path in folder.rglob("*") if _is_visible(path, folder))
    taken = [path for path in visible if path.suffix.lower() in SUFFIXES]
    if not taken:
        raise ArticleError(f"{folder}: no article in this folder; is it the right one?")
    for path in visible:
        yield path, path.suffix.lower() in SUFFIXES


def _is_visible(path: Path, folder: Path) -> bool:
    parts = path.relative_to(folder).parts
    if any(part.startswith(".") for part in parts) or any(part.endswith(_SAVED_WITH_A_PAGE) for part in parts[:-1]):
        return False
    return path.is_file()


def _shown(name: str) -> str:
    """A name on one line and not too long, as a whole article may be given in place of one."""
    line = " ".join(name.splitlines())
    return line if len(line) <= _LONGEST_NAME else f"{line[:_LONGEST_NAME]}…"
