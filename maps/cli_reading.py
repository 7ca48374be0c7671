"""What every command that takes articles has in common: how they are read, and what is said of it on standard error."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Annotated, Final

import typer

from gazetteer.errors import ArticleError
from geo.article import Article

if TYPE_CHECKING:  # the readers take a moment that only commands with articles pay
    from geo.readers.walk import Named, Walk

ARTICLES_HELP = (
    "Files (text, Markdown, web pages, PDF, Word, ODT, EPUB, tables, JSON, feeds), folders, patterns, "
    "https:// addresses, or - for standard input."
)
_FIRST_PART: Final = 16
_PART: Final = 256
"""Articles that are looked at together for lines that recur; the first few are fewer, so that nobody waits for all."""

Strict = Annotated[bool, typer.Option("--strict", help="Stop at the first article that cannot be read.")]
Once = Annotated[bool, typer.Option("--once", help="Of articles that are nearly the same, take the first alone.")]


class Reading:
    """Reads what is named, telling of each article that cannot be read as it comes, and at the end of the whole.

    ``failed`` counts the articles that could not be read so far, ``files`` all files of the batch.
    """

    def __init__(self, *, strict: bool = False, once: bool = False) -> None:
        self.failed = 0
        self.files = 0
        self._strict = strict
        self._once = once

    def articles(self, named: Sequence[str]) -> Iterator[Article]:
        """All articles that can be read, in parts of a batch, the lines masked that recur in a part.

        Raises:
            typer.Exit: none can be read; or, where reading is strict, one cannot.
        """
        from geo.readers.repeated import mask_repeated  # noqa: PLC0415 - see above
        from geo.readers.walk import walk  # noqa: PLC0415

        found = walk(named)
        self.files = len(found.files)
        readable, read = self._readable(found.files), 0
        copies = _Copies(once=self._once)
        size = _FIRST_PART
        while part := list(islice(readable, size)):
            for article in mask_repeated(part):
                read += 1
                if copies.is_wanted(article):
                    yield article
            size = _PART
        if len(found.files) > 1 or read > 1 or found.skipped:
            _tell(_summary(found, read, self.failed))
        copies.tell()
        if not read:
            raise typer.Exit(1)

    def _readable(self, files: Sequence["Named"]) -> Iterator[Article]:
        from geo.readers.address import Address  # noqa: PLC0415 - see above
        from geo.readers.files import read_articles  # noqa: PLC0415

        for file in files:
            if isinstance(file, Address):
                _tell(f"asking {file.host} for robots.txt and for {file.url}")
        for article in read_articles(files):
            if isinstance(article, Article):
                yield article
                continue
            self.failed += 1
            _tell(article)
            if self._strict:
                raise typer.Exit(1)


class _Copies:
    """Articles that are nearly the same as earlier ones: told at the end, and left out where asked for."""

    def __init__(self, *, once: bool) -> None:
        from geo.readers.duplicates import Originals  # noqa: PLC0415 - see above

        self._once = once
        self._originals = Originals()
        self._ids: list[str] = []
        self._copies: dict[int, list[str]] = {}

    def is_wanted(self, article: Article) -> bool:
        """Whether the article is to be mapped; it is remembered for those to come."""
        like = self._originals.like(article)
        self._ids.append(article.id)
        if like is None:
            return True
        self._copies.setdefault(like, []).append(article.id)
        return not self._once

    def tell(self) -> None:
        """A line for each article that others are like."""
        for original, copies in self._copies.items():
            told = "counted once" if self._once else "all count (--once: only the first)"
            _tell(f"{self._ids[original]}: nearly the same as {', '.join(copies)}; {told}")


def _summary(found: "Walk", read: int, failed: int) -> str:
    """One line: what was read, what not, and what was passed over because its name ends like no article's."""
    parts = [f"{_counted(read, 'article')} read from {_counted(len(found.files), 'file')}"]
    if failed:
        parts.append(f"{failed} not read (see above)")
    if found.skipped:
        suffixes = Counter(path.suffix.lower() or "without suffix" for path in found.skipped)
        kinds = ", ".join(f"{count} {suffix}" for suffix, count in sorted(suffixes.items()))
        parts.append(f"{len(found.skipped)} skipped as no articles ({kinds})")
    return "; ".join(parts)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _tell(message: str | ArticleError) -> None:
    typer.echo(f"petakan: {message}", err=True)
