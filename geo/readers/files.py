"""From what a person names (files, folders, "-") to articles."""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, Final

from gazetteer.errors import ArticleError
from geo.article import Article
from geo.readers.text import MOST_BYTES, read_text

SUFFIXES: Final = frozenset({".txt", ".md"})
STANDARD_INPUT: Final = "-"


def article_files(named: Iterable[str]) -> list[Path]:
    """The files that are named, and the .txt and .md files in the folders that are; "-" stays as it is.

    Files in folders come in order of their paths; a file named twice comes once.

    Raises:
        ArticleError: something named is not there, or a folder holds no article.
    """
    files: dict[Path, None] = {}
    for name in named:
        path = Path(name)
        if name == STANDARD_INPUT or path.is_file():
            files[path] = None
        elif path.is_dir():
            inside = sorted(p for p in path.rglob("*") if p.suffix.lower() in SUFFIXES and _is_visible(p, path))
            if not inside:
                raise ArticleError(f"{name}: no .txt or .md file in this folder; is it the right one?")
            files.update(dict.fromkeys(inside))
        else:
            raise ArticleError(f"{name}: no such file or folder; check the spelling")
    return list(files)


def _is_visible(path: Path, folder: Path) -> bool:
    return path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts)


def read_articles(files: Iterable[Path]) -> Iterator[Article | ArticleError]:
    """Each file as an article, or the error that says why it is none, so that one bad file does not stop the rest.

    An article's id is its file's name without suffix, made unique by "-2", "-3" … within one call.
    """
    seen: Counter[str] = Counter()
    for path in files:
        stem = "stdin" if str(path) == STANDARD_INPUT else path.stem
        seen[stem] += 1
        article_id = stem if seen[stem] == 1 else f"{stem}-{seen[stem]}"
        try:
            yield _read(path, article_id)
        except ArticleError as error:
            yield error


def _read(path: Path, article_id: str, stdin: BinaryIO | None = None) -> Article:
    if str(path) == STANDARD_INPUT:
        content = (stdin or sys.stdin.buffer).read(MOST_BYTES + 1)
        return read_text(content, article_id=article_id, source="standard input")
    if path.suffix.lower() not in SUFFIXES | {""}:
        raise ArticleError(f"{path}: petakan reads .txt and .md files, not {path.suffix}")
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise ArticleError(f"{path}: {size / 1e6:.0f} MB is more than an article; the most is 5 MB, split it")
        content = path.read_bytes()
    except OSError as error:
        raise ArticleError(f"{path}: cannot be read ({error.strerror})") from error
    return read_text(content, article_id=article_id, source=str(path), markdown=path.suffix.lower() == ".md")
