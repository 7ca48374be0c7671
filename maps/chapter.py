"""A chapter: what a story shows at one time, a stretch of an article and the places it names."""

from dataclasses import dataclass
from datetime import date

from geo.article import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """One chapter of a story.

    Attributes:
        title: the headline.
        text: a teacher's own text, or ""; plain text, paragraphs parted by blank lines.
        article_id: the article that it quotes, or None.
        quote: span in that article's text: what is quoted, with its place names highlighted; or None.
        place_ids: ids of the places that it shows, the most telling first.
        day: day of the article, or None.
        note: a teacher's remark, or "".
        image: ``data:`` address of a picture (PNG, JPEG, WebP, GIF), read and of bounded size; or None.
    """

    title: str
    text: str
    article_id: str | None
    quote: Span | None
    place_ids: tuple[str, ...]
    day: date | None
    note: str = ""
    image: str | None = None
