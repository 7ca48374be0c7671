"""Makes chapters of a storyline's rows: looks up the articles, quotes, places and pictures that they name."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from geo.article import Span
from geo.geoparsed import GeoparsedArticle
from maps.chapter import Chapter
from maps.paragraphs import paragraphs
from maps.storyline_images import Album
from maps.storyline_places import PlaceNames
from maps.storyline_row import Row, shortened

FIELDS: Final[Mapping[str, tuple[type, ...]]] = {
    "title": (str,),
    "text": (str,),
    "article": (str,),
    "paragraph": (int, list),
    "quote": (str,),
    "places": (list,),
    "day": (date,),
    "note": (str,),
    "image": (str,),
}
"""The keys of a chapter, and what each may be."""

_QUOTES: Final = "\"'“”„«»‘’"


class ChapterReader:
    """Makes chapters of rows.

    Args:
        articles: those the storyline tells.
        folder: where its pictures lie.
    """

    def __init__(self, articles: Sequence[GeoparsedArticle], folder: Path) -> None:
        self._articles = {one.article.id: one for one in articles}
        self._names = PlaceNames(articles)
        self._album = Album(folder)

    def chapter(self, row: Row) -> Chapter:
        """The chapter of a row.

        Raises:
            StoryError: something that it names is not there, or it says nothing.
        """
        parsed = self._article(row)
        quote = None if parsed is None else _quote(row, parsed)
        article_id = None if parsed is None else parsed.article.id
        place_ids = self._places(row, parsed, quote)
        title = row.text("title") or ("" if parsed is None else parsed.article.title)
        day = row.values.get("day", None if parsed is None else parsed.article.published)
        if not title and not row.text("text"):
            raise row.error("title", "this chapter says nothing; give it a title, a text or an article")
        return Chapter(
            title=title,
            text=row.text("text"),
            article_id=article_id,
            quote=quote,
            place_ids=place_ids,
            day=day.date() if isinstance(day, datetime) else day,
            note=row.text("note"),
            image=self._album.embedded(row),
        )

    def _article(self, row: Row) -> GeoparsedArticle | None:
        wanted = row.text("article")
        if not wanted:
            for key in ("paragraph", "quote"):
                if key in row.values:
                    raise row.error(key, "which article? add a line article = ...")
            return None
        found = self._articles.get(wanted) or self._articles.get(Path(wanted).stem)
        if found is None:
            near = get_close_matches(wanted, self._articles, n=3, cutoff=0.5)
            named = near or sorted(self._articles)[:3]
            raise row.error("article", f'no article "{shortened(wanted)}"; there are {", ".join(named)}')
        return found

    def _places(self, row: Row, parsed: GeoparsedArticle | None, quote: Span | None) -> tuple[str, ...]:
        """The places that are named; without any, those of the quote, or else of the whole article."""
        if "places" in row.values:
            ids = (self._names.place_id(row, name, parsed) for name in row.values["places"])
            return tuple(dict.fromkeys(ids))
        if parsed is None:
            return ()
        within = quote or Span(0, len(parsed.article.text))
        return tuple(
            dict.fromkeys(
                mention.place.id
                for paragraph in paragraphs(parsed)
                for mention in paragraph.mentions
                if within.start <= mention.span.start < within.end
            )
        )


def _quote(row: Row, parsed: GeoparsedArticle) -> Span | None:
    """The span of what a row quotes: paragraphs by number, or words, or words within those paragraphs."""
    text = parsed.article.text
    within = _paragraphs(row, parsed) if "paragraph" in row.values else None
    words = row.text("quote").split()
    if not words:
        return within
    pattern = r"\s+".join(re.escape(word) for word in words)
    # an editor that makes quotation marks round or straight must not part a quote from its article
    for mark in _QUOTES:
        pattern = pattern.replace(re.escape(mark), "\0")
    searched = within or Span(0, len(text))
    found = re.compile(pattern.replace("\0", f"[{_QUOTES}]")).search(text, searched.start, searched.end)
    if found is None:
        place = "these paragraphs" if within else f'article "{parsed.article.id}"'
        raise row.error("quote", f'"{shortened(row.text("quote"))}" is not in {place}; copy it from the text')
    return Span(found.start(), found.end())


def _paragraphs(row: Row, parsed: GeoparsedArticle) -> Span:
    numbers = row.values["paragraph"]
    both = numbers if isinstance(numbers, list) else [numbers, numbers]
    if len(both) != 2 or not all(type(one) is int for one in both):
        raise row.error("paragraph", "is neither a number nor two, as in [2, 4]")
    found = paragraphs(parsed)
    if not 1 <= both[0] <= both[1] <= len(found):
        asked = " to ".join(str(one) for one in dict.fromkeys(both))
        raise row.error("paragraph", f'article "{parsed.article.id}" has paragraphs 1 to {len(found)}, not {asked}')
    return Span(found[both[0] - 1].span.start, found[both[1] - 1].span.end)
