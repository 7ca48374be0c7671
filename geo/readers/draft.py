"""What every reader yields, and how it becomes an article: what a file says of itself goes before its text."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from gazetteer.errors import ArticleError
from geo.article import Article, Part, Span
from geo.boilerplate import boilerplate, disjoint
from geo.headline import headline
from geo.language import detect_language
from geo.masthead import read_masthead
from geo.published import publication_date


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """The bytes of one file or answer.

    Attributes:
        data: all of it.
        source: where it is from, for messages: a path, an address, "standard input".
        suffix: how its name ends, in small letters, with the dot: a hint where the content leaves it open.
        url: the address it was read from, None for a file.
    """

    data: bytes
    source: str
    suffix: str = ""
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An article as its reader has it: ``text``, and what the file says of it apart from the text, None where nothing.

    ``key`` tells it from the others of its file ("17", of row 17) and is empty for the only one; ``origin`` says
    where in the file it stands; ``masked`` is what the reader knows not to be the article.
    """

    text: str
    key: str = ""
    title: str | None = None
    url: str | None = None
    published: date | None = None
    outlet: str | None = None
    byline: str | None = None
    language: str | None = None
    origin: str | None = None
    parts: tuple[Part, ...] = ()
    markdown: bool = False
    masked: tuple[Span, ...] = ()


Reader = Callable[[Content], Iterator[Draft | ArticleError]]
"""Reads one format: each article of the content, or the error that says why one is none.

It raises ArticleError where the whole content cannot be read.
"""


def to_article(draft: Draft, *, article_id: str, source: str) -> Article:
    """The article of a draft; what the draft does not know is told by its text, and else stays unknown."""
    text = draft.text
    furniture = disjoint([*boilerplate(text, markdown=draft.markdown), *draft.masked])
    masthead = read_masthead(text, furniture)
    masked = disjoint([*furniture, *masthead.spans])
    before_text = [masthead.opening] if masthead.opening else []
    return Article(
        id=article_id,
        title=draft.title or masthead.title or headline(text, disjoint([*masked, *before_text])) or article_id,
        text=text,
        url=draft.url or masthead.url,
        published=_published(draft.published, publication_date(text, furniture)),
        language=draft.language or detect_language(text),
        source=source,
        origin=draft.origin,
        parts=draft.parts,
        outlet=draft.outlet or masthead.outlet,
        byline=draft.byline or masthead.byline,
        dateline=masthead.dateline,
        masked=masked,
    )


def _published(known: date | None, told: date | None) -> date | None:
    """The day that a file names goes before that of its text, but for the day that UTC is behind Indonesia."""
    if known and told == known + timedelta(days=1):
        return told
    return known or told
