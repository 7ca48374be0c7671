"""The article, as its file has it."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text in code points, half-open: ``text[start:end]``."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a source, "page 2", whose text begins at ``start`` (code points) and ends where the next begins."""

    start: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article.

    ``text`` is the file's text unchanged: what is not the article (menus, "read also" lines) is listed in
    ``masked`` and never cut out, so offsets always fit the original.

    Attributes:
        id: unique within one run; the file name without its suffix.
        title: the headline, or the id where none can be told.
        published: date of publication, None where unknown.
        language: BCP 47 tag, None where not known.
        source: where it was read from, for the reader.
        origin: where in the source it stands, where that holds several or has parts: "row 17", "entry 3".
        parts: the pages, chapters or paragraphs of the source that the text came from, in order; empty without such.
        outlet: who published it, as the article says it; None where it does not.
        byline: who wrote it, None where unknown.
        dateline: span of the place that the report is given from ("KUDUS, Kabar Muria - …"), None without one.
        masked: spans that are not the article, in order.
    """

    id: str
    title: str
    text: str
    url: str | None = None
    published: date | None = None
    language: str | None = None
    source: str
    origin: str | None = None
    parts: tuple[Part, ...] = ()
    outlet: str | None = None
    byline: str | None = None
    dateline: Span | None = None
    masked: tuple[Span, ...] = field(default=())

    def origin_at(self, offset: int) -> str | None:
        """Where in the source the text at ``offset`` (code points) stands: "row 17", "page 2", None if not known."""
        before = [part.name for part in self.parts if part.start <= offset]
        return ", ".join([*filter(None, [self.origin]), *before[-1:]]) or None
