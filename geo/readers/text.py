"""Reads plain text and Markdown: bytes -> text in the encoding that they are in -> article."""

import codecs
import re
from typing import Final

from gazetteer.errors import ArticleError, EncodingError
from geo.article import Article, Span
from geo.boilerplate import boilerplate
from geo.dates import first_date
from geo.language import detect_language
from geo.sentences import sentence_at

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
_LONGEST_TITLE: Final = 160
_LONGEST_LEAD: Final = 90
_HEADING: Final = re.compile(r"^(#{1,2}|title:)[ \t]+(.*\w.*)$", re.MULTILINE)
"""A heading of Markdown, or the title in its front matter."""


def decode(content: bytes, name: str) -> str:
    """Text of a file's bytes: UTF-8, UTF-16 or Windows-1252, with or without a byte order mark.

    Raises:
        EncodingError: the bytes are in none of them; the message names the offset of the first wrong byte.
        ArticleError: the file is empty, binary, or too large.
    """
    if not content.strip():
        raise ArticleError(f"{name}: empty; is it the right file?")
    if len(content) > MOST_BYTES:
        raise ArticleError(f"{name}: more than {MOST_BYTES // 10**6} MB, too much for an article; split it")
    marked = next((encoding for bom, encoding in _BOMS if content.startswith(bom)), None)
    encoding = marked or _guess(content)
    try:
        text = content.decode(encoding).removeprefix(_MARK)
    except UnicodeDecodeError as error:
        if marked is None and 0 in content:
            raise ArticleError(f"{name}: not a text file; petakan reads .txt and .md") from error
        raise EncodingError(
            f"{name}: byte {content[error.start]:#04x} at offset {error.start} is not {_spoken(encoding)}; "
            "save the file as UTF-8"
        ) from error
    controls = sum(c < " " and c not in "\t\n\r\f" for c in text)
    if controls > _MOST_CONTROLS * len(text):
        raise ArticleError(f"{name}: not a text file; petakan reads .txt and .md")
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


def read_text(content: bytes, *, article_id: str, source: str, markdown: bool = False) -> Article:
    """An article from the bytes of a text file; its text is the decoded file, unchanged.

    Raises:
        ArticleError: see :func:`decode`.
    """
    text = decode(content, source)
    masked = boilerplate(text, markdown=markdown)
    return Article(
        id=article_id,
        title=_title(text, masked, markdown=markdown) or article_id,
        text=text,
        published=first_date(text),
        language=detect_language(text),
        source=source,
        masked=masked,
    )


def _title(text: str, masked: tuple[Span, ...], *, markdown: bool) -> str:
    """The headline: that of Markdown, or a short first line without a full stop; else the lead, shortened."""
    heading = _HEADING.search(text) if markdown else None
    if heading:
        mark, title = heading.groups()
        title = title.strip(" \t\r")
        return title.strip("\"'") if mark == "title:" else title.removesuffix(f" {mark}").rstrip()
    start = _opening(text, masked)
    first = text[start:].partition("\n")[0].strip()
    if first and len(first) <= _LONGEST_TITLE and first[-1] not in ".,;:":
        return first
    short = ""
    for word in text[start : sentence_at(text, start).end].split():
        if len(short) + len(word) >= _LONGEST_LEAD:
            return short + "…"
        short = f"{short} {word}".strip()
    return short


def _opening(text: str, masked: tuple[Span, ...]) -> int:
    """Where the article begins: past white space and what is masked."""
    start = 0
    for span in masked:
        if text[start : span.start].strip():
            break
        start = span.end
    return start + len(text[start:]) - len(text[start:].lstrip())
