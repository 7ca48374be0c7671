"""From what a person names (files, folders, patterns, addresses, "-") to articles."""

import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from gazetteer.errors import ArticleError
from geo.article import Article
from geo.readers.address import Address
from geo.readers.draft import Content, to_article
from geo.readers.formats import reader_of
from geo.readers.walk import STANDARD_INPUT, Named, walk

MOST_BYTES: Final = 100_000_000
"""A file of more is refused unread; of text and of web pages less is read, and their readers say so."""


def article_files(named: Iterable[str]) -> list[Named]:
    """The files and addresses that are named, and the files in the folders that are; "-" stays as it is.

    Raises:
        ArticleError: something named is not there, or a folder holds no article.
    """
    return list(walk(named).files)


def read_articles(files: Iterable[Named]) -> Iterator[Article | ArticleError]:
    """The articles of each file, or the errors that say why one is none: one bad file does not stop the rest.

    An article's id is its file's name without suffix, with the number of its row or entry where the file holds several,
    made unique by "-2", "-3" … within one call.
    """
    seen: Counter[str] = Counter()
    for file in files:
        try:
            content = _content(file)
            stem = _stem(file)
            is_empty = True
            for draft in reader_of(content)(content):
                is_empty = False
                if isinstance(draft, ArticleError):
                    yield draft
                else:
                    key = _unique(f"{stem}-{draft.key}" if draft.key else stem, seen)
                    yield to_article(draft, article_id=key, source=content.source)
            if is_empty:
                yield ArticleError(f"{content.source}: no article in it; is it the right file?")
        except ArticleError as error:
            yield error


def _unique(stem: str, seen: Counter[str]) -> str:
    article_id = stem
    while article_id in seen:
        seen[stem] += 1
        article_id = f"{stem}-{seen[stem]}"
    seen[article_id] = 1
    return article_id


def _stem(file: Named) -> str:
    if isinstance(file, Address):
        return file.stem
    return "stdin" if str(file) == STANDARD_INPUT else _printable(file.stem)


def _printable(name: str) -> str:
    """A file's name without bytes that are not UTF-8, which no output could be written with."""
    return os.fsencode(name).decode("utf-8", "replace")


def _content(file: Named) -> Content:
    if isinstance(file, Address):
        from geo.readers.visit import fetch  # noqa: PLC0415 - what speaks to the network is loaded only for addresses

        return fetch(file)
    source = _printable(str(file))
    if source == STANDARD_INPUT:
        source, data = "standard input", sys.stdin.buffer.read(MOST_BYTES + 1)
    else:
        try:
            if file.stat().st_size > MOST_BYTES:
                raise _too_large(source)
            with file.open("rb") as opened:
                data = opened.read(MOST_BYTES + 1)
        except OSError as error:
            raise ArticleError(f"{source}: cannot be read ({error.strerror})") from error
    if len(data) > MOST_BYTES:
        raise _too_large(source)
    if not data.strip():
        raise ArticleError(f"{source}: empty; is it the right file?")
    return Content(data=data, source=source, suffix=file.suffix.lower())


def _too_large(source: str) -> ArticleError:
    return ArticleError(f"{source}: more than {MOST_BYTES // 10**6} MB; petakan reads no larger file, so split it")
