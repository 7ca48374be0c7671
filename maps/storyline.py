"""Reads a storyline: the chapters that a teacher writes, in a TOML file."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final

from gazetteer.errors import StoryError
from geo.geoparsed import GeoparsedArticle
from maps.chapter import Chapter
from maps.storyline_chapter import FIELDS, ChapterReader
from maps.storyline_row import Row, kind_name, kind_of, shortened

MOST_BYTES: Final = 1_000_000
MOST_CHAPTERS: Final = 200

_CHAPTER: Final = re.compile(r"^[ \t]*\[\[[ \t]*chapter[ \t]*\]\]", re.MULTILINE)
_AT_LINE: Final = re.compile(r" \(at line (\d+), column \d+\)")
_TOP: Final[Mapping[str, type]] = {"title": str, "credit": str, "chapter": list}


@dataclass(frozen=True, slots=True, kw_only=True)
class Storyline:
    """A story as a teacher tells it; ``title`` and ``credit`` are "" where the file has none."""

    title: str
    credit: str
    chapters: tuple[Chapter, ...]


def read_storyline(path: Path, articles: Sequence[GeoparsedArticle]) -> Storyline:
    """Read a storyline that tells these articles.

    A chapter may show only places that some article names: they have passed the public-level policy.

    Raises:
        StoryError: the file is no TOML or not a storyline, or it names an article, a paragraph, a quote, a place
            or a picture that is not there; the message names the line.
    """
    text = _text_of(path)
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        at = _AT_LINE.search(str(error))
        line = f":{at[1]}" if at else ""
        raise StoryError(f"{path}{line}: not TOML: {_AT_LINE.sub('', str(error))}; mend the line") from error
    _check_top(path, content)
    reader = ChapterReader(articles, path.parent)
    rows = tuple(_rows(path, text, content["chapter"]))
    return Storyline(
        title=content.get("title", "").strip(),
        credit=content.get("credit", "").strip(),
        chapters=tuple(reader.chapter(row) for row in rows),
    )


def _text_of(path: Path) -> str:
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
        if len(content) > MOST_BYTES:
            raise StoryError(f"{path}: more than {MOST_BYTES // 10**6} MB, too much for a storyline; name another file")
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise StoryError(f"{path}: byte {error.start} is not UTF-8; save the file as UTF-8") from error
    except OSError as error:
        raise StoryError(
            f"{path}: cannot be read ({error.strerror}); petakan story ARTICLES --init {path.name} writes a first one"
        ) from error


def _check_top(path: Path, content: Mapping[str, Any]) -> None:
    for key, value in content.items():
        if key not in _TOP:
            raise StoryError(f'{path}: unknown key "{shortened(key)}"{_perhaps(key, _TOP)}')
        if not isinstance(value, _TOP[key]):
            raise StoryError(f"{path}: {key} is {kind_of(value)}, not {kind_name(_TOP[key])}")
    found = content.get("chapter", [])
    if not found or not all(isinstance(one, dict) for one in found):
        raise StoryError(f"{path}: no chapter; begin each with a line [[chapter]]")
    if len(found) > MOST_CHAPTERS:
        raise StoryError(f"{path}: {len(found)} chapters; a story has at most {MOST_CHAPTERS}")


def _rows(path: Path, text: str, chapters: Sequence[Mapping[str, Any]]) -> Iterator[Row]:
    """The chapters, each with the line that it begins at and the text up to the next."""
    begins = [found.start() for found in _CHAPTER.finditer(text)]
    # a "[[chapter]]" within a text would put all numbers wrong: then no line is named
    known = begins if len(begins) == len(chapters) else []
    ends = [*known[1:], len(text)]
    for number, values in enumerate(chapters):
        if known:
            line, block = text.count("\n", 0, known[number]) + 1, text[known[number] : ends[number]]
        else:
            line, block = 0, ""
        row = Row(path=path, number=number + 1, line=line, block=block, values=values)
        _check_row(row)
        yield row


def _check_row(row: Row) -> None:
    for key, value in row.values.items():
        if key not in FIELDS:
            raise row.error(key, f"unknown key{_perhaps(key, FIELDS)}")
        # True is an int to Python, and no paragraph
        if not isinstance(value, FIELDS[key]) or isinstance(value, bool):
            raise row.error(key, f"is {kind_of(value)}, not {kind_name(FIELDS[key][0])}")


def _perhaps(key: str, known: Mapping[str, object]) -> str:
    near = get_close_matches(key.lower(), known, n=1)
    return f'; did you mean "{near[0]}"?' if near else f"; there are {', '.join(known)}"
