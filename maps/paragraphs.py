"""An article's paragraphs and headings, each with the mentions in it."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from geo.article import Article, Span
from geo.geoparsed import GeoparsedArticle
from geo.policy import PublicMention
from geo.tally import UNSURE_BELOW

LONGEST_HEADING: Final = 90
"""Code points; a longer line is a paragraph, whatever it ends with."""

_WRAPPED_FROM: Final = 60
"""A line of so many code points that ends in the middle of a sentence goes on in the next."""

_LINE: Final = re.compile(r"[^\r\n]*\S[^\r\n]*")
_MARKS: Final = re.compile(r"[\s>*_#\-–•]*")
_ITEM: Final = re.compile(r"\s*(?:[-–•*]|\d{1,2}[.)])\s")
_CAPTION: Final = re.compile(
    r"(?:keterangan\s+)?(?:foto|gambar|photo|picture|image|caption|video)\b[^.:]{0,20}:", re.IGNORECASE
)
_ENDS: Final = tuple(".!?…:;,\"'”’»)]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph or a heading of an article, with the mentions that stand in it and are sure enough."""

    span: Span
    is_heading: bool
    mentions: tuple[PublicMention, ...]


def paragraphs(parsed: GeoparsedArticle) -> tuple[Paragraph, ...]:
    """The paragraphs and headings of an article, in order: without its title, captions and what is masked.

    Doubtful mentions are left out: a camera that flies to a doubtful place misleads more than one that stays away.
    """
    text = parsed.article.text
    spans = tuple(_spans(parsed.article))
    sure = [mention for mention in parsed.mentions if mention.probability >= UNSURE_BELOW]
    starts = [mention.span.start for mention in sure]
    return tuple(
        Paragraph(
            span=span,
            is_heading=is_heading,
            mentions=tuple(sure[bisect_left(starts, span.start) : bisect_left(starts, span.end)]),
        )
        for span, is_heading in zip(spans, _headings(text, spans), strict=True)
    )


def _spans(article: Article) -> Iterator[Span]:
    """Spans of the paragraphs, without the marks of Markdown and white space at their ends."""
    joined: list[Span] = []
    for line in _lines(article):
        if joined and _goes_on(article.text, joined[-1], line):
            joined[-1] = Span(joined[-1].start, line.end)
        else:
            joined.append(line)
    for span in joined:
        start = _MARKS.match(article.text, span.start, span.end)
        assert start is not None  # it matches nothing as well
        words = article.text[start.end() : span.end].rstrip("*_ \t")
        if words and words != article.title and not _CAPTION.match(words):
            yield Span(start.end(), start.end() + len(words))


def _lines(article: Article) -> Iterator[Span]:
    """Lines that are not blank and not masked; what is left of a line that is masked in part."""
    for found in _LINE.finditer(article.text):
        at = found.start()
        for masked in article.masked:
            if masked.end <= at or masked.start >= found.end():
                continue
            if article.text[at : masked.start].strip():
                yield Span(at, masked.start)
            at = masked.end
        if article.text[at : found.end()].strip():
            yield Span(at, found.end())


def _goes_on(text: str, before: Span, line: Span) -> bool:
    """Whether a line goes on with the paragraph before it: an item of its list, or text broken at a fixed width."""
    last = text[before.start : before.end].rstrip()
    latest = last.rpartition("\n")[2]
    if _ITEM.match(text, line.start, line.end):
        return last.endswith(":") or _ITEM.match(latest) is not None
    if text.count("\n", before.end, line.start) != 1:
        return False
    words = text[line.start : line.end].lstrip()
    return words[0].islower() or (len(latest) >= _WRAPPED_FROM and words[0] not in "*#>" and not last.endswith(_ENDS))


def _headings(text: str, spans: Sequence[Span]) -> Iterator[bool]:
    """For each span whether it is a heading: short, not a sentence, and over a paragraph that is longer."""
    for span, following in pairwise([*spans, None]):
        assert span is not None
        words = text[span.start : span.end]
        yield (
            following is not None
            and len(words) <= LONGEST_HEADING
            and len(words) < following.end - following.start
            and len(words.split()) > 1
            and not words.endswith(_ENDS)
            and words[0].isupper()
            and "\n" not in words
        )
