"""From what a person names (files, folders, "-") to articles."""

import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from gazetteer.errors import ArticleError
from geo.article import Article
from geo.readers.text import MOST_BYTES, read_text

SUFFIXES: Final = frozenset({".txt", ".md"})
STANDARD_INPUT: Final = "-"
_LONGEST_NAME: Final = 255


def article_files(named: Iterable[str]) -> list[Path]:
    """The files that are named, and the .txt and .md files in the folders that are; "-" stays as it is.

    Files in folders come in order of their paths; a file named twice comes once.

    Raises:
        ArticleError: something named is not there, or a folder holds no article.
    """
    files: dict[Path, None] = {}
    for name in named:
        try:
            files.update(dict.fromkeys(_files_of(name)))
        except OSError as error:
            raise ArticleError(f"{_shown(name)}: cannot be read ({error.strerror})") from error
    return list(files)


def _files_of(name: str) -> list[Path]:
    path = Path(name)
    if path.is_dir():
        inside = sorted(p for p in path.rglob("*") if p.suffix.lower() in SUFFIXES and _is_visible(p, path))
        if not inside:
            raise ArticleError(f"{name}: no .txt or .md file in this folder; is it the right one?")
        return inside
    if name != STANDARD_INPUT and not path.exists():
        raise ArticleError(f"{_shown(name)}: no such file or folder; check the spelling")
    return [path]


def _shown(name: str) -> str:
    """A name on one line and not too long, as a whole article may be given in place of one."""
    line = " ".join(name.splitlines())
    return line if len(line) <= _LONGEST_NAME else f"{line[:_LONGEST_NAME]}…"


def _is_visible(path: Path, folder: Path) -> bool:
    return path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts)


def read_articles(files: Iterable[Path]) -> Iterator[Article | ArticleError]:
    """Each file as an article, or the error that says why it is none: one bad file does not stop the rest.

    An article's id is its file's name without suffix, made unique by "-2", "-3" … within one call.
    """
    seen: Counter[str] = Counter()
    for path in files:
        article_id = _unique("stdin" if str(path) == STANDARD_INPUT else _printable(path.stem), seen)
        try:
            yield _read(path, article_id)
        except ArticleError as error:
            yield error


def _unique(stem: str, seen: Counter[str]) -> str:
    article_id = stem
    while article_id in seen:
        seen[stem] += 1
        article_id = f"{stem}-{seen[stem]}"
    seen[article_id] = 1
    return article_id


def _printable(name: str) -> str:
    """A file's name without bytes that are not UTF-8, which no output could be written with."""
    return os.fsencode(name).decode("utf-8", "replace")


def _read(path: Path, article_id: str) -> Article:
    source = _printable(str(path))
    if source == STANDARD_INPUT:
        content = sys.stdin.buffer.read(MOST_BYTES + 1)
        return read_text(content, article_id=article_id, source="standard input")
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES | {""}:
        raise ArticleError(f"{source}: petakan reads .txt and .md files, not {path.suffix}")
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise ArticleError(f"{source}: cannot be read ({error.strerror})") from error
    return read_text(content, article_id=article_id, source=source, markdown=suffix == ".md")
