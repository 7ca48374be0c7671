"""The text of an article unchanged: every character of the file, with what was found in it marked."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from geo.article import Article, Span
from maps.page.markup import Markup, element, joined


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of text to be marked.

    Attributes:
        kind: "mention", "withheld" or "masked".
        number: the mention's number on the page, or that of what is withheld.
        place: the number of the mention's place.
    """

    span: Span
    kind: str
    number: int = -1
    place: int = -1


def article_text(article: Article, marks: Sequence[Mark]) -> Markup:
    """A paragraph for each line; the text between the tags is the file's, line breaks and all.

    Where marks share characters, those belong to the first.
    """
    html: list[Markup] = []
    line: list[tuple[str, Mark | None]] = []
    before_title = True
    for piece in (*_pieces(article.text, marks), ("\n", None)):
        if piece[0] != "\n":
            line.append(piece)
            continue
        words = "".join(text for text, _ in line).strip()
        is_title = before_title and words == article.title
        before_title = before_title and not words
        html += [_paragraph(line, is_title=is_title) if words else _written("".join(t for t, _ in line)), Markup("\n")]
        line = []
    return joined(*html[:-1])


def _pieces(text: str, marks: Sequence[Mark]) -> Iterator[tuple[str, Mark | None]]:
    """The text in pieces of one mark or of none; each line break is a piece by itself."""
    owners: list[Mark | None] = [None] * len(text)
    for mark in reversed(marks):
        owners[mark.span.start : mark.span.end] = [mark] * (mark.span.end - mark.span.start)
    edges = {0, len(text), *(at for mark in marks for at in (mark.span.start, mark.span.end))}
    for found in re.finditer("\n", text):
        edges |= {found.start(), found.end()}
    for start, end in pairwise(sorted(edges)):
        yield text[start:end], owners[start]


def _paragraph(pieces: Iterable[tuple[str, Mark | None]], *, is_title: bool) -> Markup:
    runs = (("".join(text for text, _ in run), mark) for mark, run in groupby(pieces, key=lambda piece: piece[1]))
    inner = (_marked(_written(text), mark) for text, mark in runs)
    return element("p", *inner, dir="auto", class_="headline" if is_title else None)


def _marked(text: Markup, mark: Mark | None) -> Markup:
    if mark is None:
        return text
    if mark.kind == "mention":
        return element("a", text, href=f"#place-{mark.place}", data_m=mark.number)
    if mark.kind == "withheld":
        return element("span", text, class_="withheld", data_w=mark.number)
    return element("span", text, class_="masked")


def _written(text: str) -> Markup:
    """Escaped so that a parser of HTML gives back each character; the one that HTML cannot hold is replaced."""
    return Markup(joined(text.replace("\0", "\ufffd")).replace("\r", "&#13;"))
