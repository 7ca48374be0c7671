"""What the readers of gold share: files, numbers, and annotations held against their texts."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from gazetteer.errors import ArticleError, CoordinateError, GoldError
from gazetteer.place import LonLat
from geo.article import Article, Span
from geo.evaluation.gold import GoldSet
from geo.readers.draft import Draft, to_article
from geo.readers.files import read_articles

_TEXTS: Final = frozenset({".txt", ".md"})
_NEARBY: Final = 12
"""Code points by which published offsets may be off (line ends, entities) and still be put right."""

_MOST_SHOWN: Final = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldFormat:
    """A format: its name for readers, how its content is known, and how it is read.

    ``read`` takes the file's path, its content, and the folder of its texts where one was named.
    """

    name: str
    recognizes: Callable[[str], bool]
    read: Callable[[Path, str, Path | None], GoldSet]


def read_utf8(path: Path) -> str:
    """Content of a text file, its line ends as they are.

    Raises:
        GoldError: there is none, or it is not UTF-8.
    """
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise GoldError(f"{path}: cannot be read ({error.strerror}); check the spelling") from error
    except UnicodeDecodeError as error:
        raise GoldError(f"{path}: not UTF-8 at offset {error.start}; save the file as UTF-8") from error


def articles_in(folder: Path) -> dict[str, Article]:
    """The articles of a folder by id: its .txt and .md files, since annotations may lie among them.

    Raises:
        ArticleError: the folder holds none, or one cannot be read.
    """
    articles = {}
    files = sorted(path for path in folder.rglob("*") if path.suffix.lower() in _TEXTS)
    if not files:
        raise ArticleError(f"{folder}: no .txt or .md file in this folder; is it the right one?")
    for article in read_articles(files):
        if isinstance(article, ArticleError):
            raise article
        articles[article.id] = article
    return articles


def texts_beside(gold: Path, named: Path | None, *folders: Path) -> Path:
    """The folder of a gold file's texts: the one that was named, or the first of ``folders`` that is there.

    Raises:
        GoldError: there is none.
    """
    for folder in folders if named is None else (named,):
        if folder.is_dir():
            return folder
    if named is not None:
        raise GoldError(f"{named}: no such folder; check the spelling")
    usual = " or ".join(f"{folder}/" for folder in folders)
    raise GoldError(f"{gold}: no texts in {usual}; name their folder with --texts")


def own_article(text: str, number: int, source: Path) -> Article | None:
    """An article whose text stands in the gold file itself, named by its number there; None where it is empty."""
    if not text.strip():
        return None
    return to_article(Draft(text=text), article_id=f"{number:04}", source=f"{source}: article {number}")


def checked_span(article: Article, start: int, end: int, text: str, where: str) -> Span:
    """The span of an annotation, which must hold the text that it says.

    Raises:
        GoldError: something else stands there; the message names the row and says what.
    """
    there = article.text[max(0, start) : max(0, end)]
    if not 0 <= start < end or there != text:
        raise GoldError(
            f"{where}: at {start}-{end} of {article.id} stands {_shown(there)}, not {_shown(text)}; "
            "correct the offsets, in code points of the unchanged text"
        )
    return Span(start, end)


def nearest_span(text: str, start: int, name: str) -> Span | None:
    """Where a name stands in a text: at ``start``, or at the nearest offset close to it; None if at neither."""
    near = range(max(0, start - _NEARBY), min(len(text), start + _NEARBY) + 1)
    found = [offset for offset in near if name and text.startswith(name, offset)]
    if not found:
        return None
    best = min(found, key=lambda offset: abs(offset - start))
    return Span(best, best + len(name))


def position_of(lon: str | float | None, lat: str | float | None, where: str) -> LonLat | None:
    """A position in decimal degrees; None where one of the two is missing.

    Raises:
        GoldError: they are no numbers, or out of range.
    """
    if lon in {None, ""} or lat in {None, ""}:
        return None
    try:
        return LonLat(float(lon or 0), float(lat or 0))
    except CoordinateError as error:
        raise GoldError(f"{where}: {error}") from error
    except ValueError as error:
        raise GoldError(f"{where}: position {lon!r}, {lat!r} is no pair of numbers in decimal degrees") from error


def whole_number(text: str | None, column: str, where: str) -> int:
    """The number in a column.

    Raises:
        GoldError: it holds none.
    """
    try:
        return int(text or "")
    except ValueError as error:
        raise GoldError(f"{where}: {column} {text or ''!r} is no whole number") from error


def radius_of(km: str | float | None, where: str) -> float | None:
    """An accepted error in km; None where there is none.

    Raises:
        GoldError: it is no number from 0 on.
    """
    if km in {None, ""}:
        return None
    try:
        radius = float(km or 0)
    except ValueError:
        radius = -1.0
    if not (radius >= 0 and math.isfinite(radius)):
        raise GoldError(f"{where}: radius {km!r} is no number of kilometers")
    return radius


def _shown(text: str) -> str:
    return repr(text[:_MOST_SHOWN]) if text else "nothing"
