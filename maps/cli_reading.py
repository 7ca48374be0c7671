"""What every command that takes articles has in common: how they are read, and what is said of it on standard error."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from gazetteer.errors import ArticleError
from geo.article import Article

if TYPE_CHECKING:  # the readers take a moment that only commands with articles pay
    from geo.readers.walk import Named, Walk

ARTICLES_HELP = (
    "Files (text, Markdown, web pages, PDF, Word, ODT, EPUB, tables, JSON, feeds), folders, patterns, "
    "https:// addresses, or - for standard input."
)
Strict = Annotated[bool, typer.Option("--strict", help="Stop at the first article that cannot be read.")]
Once = Annotated[bool, typer.Option("--once", help="Of articles that are nearly the same, take the first alone.")]


class Reading:
    """Reads what is named, telling of each article that cannot be read as it comes, and at the end of the whole."""

    def __init__(self, *, strict: bool = False, once: bool = False) -> None:
        self.failed = 0
        self._strict = strict
        self._once = once

    def articles(self, named: Sequence[str]) -> list[Article]:
        """All articles that can be read, the lines masked that recur in them.

        Raises:
            typer.Exit: none can be read; or, where reading is strict, one cannot.
        """
        from geo.readers.repeated import mask_repeated  # noqa: PLC0415 - see above
        from geo.readers.walk import walk  # noqa: PLC0415

        found = walk(named)
        articles = mask_repeated(list(self._readable(found.files)))
        if len(found.files) > 1 or len(articles) > 1 or found.skipped:
            _tell(_summary(found, len(articles), self.failed))
        if not articles:
            raise typer.Exit(1)
        return self._without_copies(articles)

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

    def _without_copies(self, articles: list[Article]) -> list[Article]:
        from geo.readers.duplicates import near_duplicates  # noqa: PLC0415 - see above

        copies: set[str] = set()
        for first, *others in near_duplicates(articles):
            copies.update(other.id for other in others)
            ids = ", ".join(other.id for other in others)
            told = "counted once" if self._once else "all count (--once: only the first)"
            _tell(f"{first.id}: nearly the same as {ids}; {told}")
        return [article for article in articles if article.id not in copies] if self._once else articles


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
