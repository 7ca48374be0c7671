"""Reads plain text and Markdown: bytes -> text in the encoding that they are in -> draft."""

import codecs
import re
from collections.abc import Iterator
from typing import Final

from gazetteer.errors import ArticleError, EncodingError
from geo.boilerplate import FRONT_MATTER
from geo.readers.draft import Content, Draft
from geo.readers.fields import Known, known_fields

MOST_BYTES: Final = 5_000_000
"""A file of more is no article (about 800,000 words); it is refused rather than read for minutes."""

_MARK: Final = "\ufeff"
_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MUCH_LESS: Final = 8
_MOST_CONTROLS: Final = 0.01
_CONTROLS: Final = re.compile(r"[\x00-\x08\x0b\x0e-\x1f]")
_HEADING: Final = re.compile(r"^(#{1,2})[ \t]+(.*\w.*)$", re.MULTILINE)


def decode(content: bytes, name: str, *, most_bytes: int = MOST_BYTES) -> str:
    """Text of a file's bytes: UTF-8, UTF-16 or Windows-1252, with or without a byte order mark.

    Raises:
        EncodingError: the bytes are in none of them; the message names the offset of the first wrong byte.
        ArticleError: the file is empty, binary, or too large.
    """
    if not content.strip():
        raise ArticleError(f"{name}: empty; is it the right file?")
    if len(content) > most_bytes:
        raise ArticleError(f"{name}: more than {most_bytes // 10**6} MB, too much for an article; split it")
    marked = next((encoding for bom, encoding in _BOMS if content.startswith(bom)), None)
    encoding = marked or _guess(content)
    try:
        text = content.decode(encoding).removeprefix(_MARK)
    except UnicodeDecodeError as error:
        if marked is None and 0 in content:
            raise ArticleError(f"{name}: not a text file, nor another that petakan reads") from error
        raise EncodingError(
            f"{name}: byte {content[error.start]:#04x} at offset {error.start} is not {_spoken(encoding)}; "
            "save the file as UTF-8"
        ) from error
    controls = len(_CONTROLS.findall(text))
    if controls > _MOST_CONTROLS * len(text):
        raise ArticleError(f"{name}: not a text file, nor another that petakan reads")
    if not text.strip():
        raise ArticleError(f"{name}: empty; is it the right file?")
    return text


def _spoken(encoding: str) -> str:
    return {"cp1252": "UTF-8 or Windows-1252"}.get(encoding, encoding.upper())


def _guess(content: bytes) -> str:
    """Encoding of bytes without a mark: in UTF-16 every other is zero; Windows-1252 is the last resort."""
    sample = content[:4000]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if even + odd > len(sample) // 4 and _MUCH_LESS * min(even, odd) < max(even, odd):
        return "utf-16-le" if odd > even else "utf-16-be"
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def read_text(content: Content) -> Iterator[Draft]:
    """The article of a text file; its text is the decoded file, unchanged.

    Raises:
        ArticleError: see :func:`decode`.
    """
    yield Draft(text=decode(content.data, content.source))


def read_markdown(content: Content) -> Iterator[Draft]:
    """The article of a Markdown file: as of a text file, but its first heading and its front matter are known.

    Raises:
        ArticleError: see :func:`decode`.
    """
    text = decode(content.data, content.source)
    front = FRONT_MATTER.match(text)
    known = known_fields(_fields(front.group())) if front else Known()
    if heading := _HEADING.search(text, front.end() if front else 0):
        known.setdefault("title", heading[2].strip(" \t\r").removesuffix(f" {heading[1]}").rstrip())
    yield Draft(text=text, markdown=True, **known)


def _fields(front_matter: str) -> Iterator[tuple[str, str]]:
    """Names and values of front matter; of values over several lines, the first line."""
    for line in front_matter.splitlines():
        name, colon, value = line.partition(":")
        if colon and name.strip() == name:
            yield name, value.strip().strip("\"'[]")
