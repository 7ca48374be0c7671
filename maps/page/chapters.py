"""The chapters that articles tell by themselves: paragraphs grouped by the places they name."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from typing import Final

from geo.article import Article, Span
from geo.geoparse import GeoparsedArticle
from geo.policy import PublicMention
from maps.chapter import Chapter

MOST_CHAPTERS: Final = 60
MOST_MENTIONS: Final = 50


def chapters(articles: Sequence[GeoparsedArticle]) -> tuple[Chapter, ...]:
    """In the order of dates where there are several articles; those without one come last."""
    ordered = sorted(articles, key=lambda one: one.article.published or date.max)
    return tuple(islice((chapter for one in ordered for chapter in _chapters(one)), MOST_CHAPTERS))


def _chapters(one: GeoparsedArticle) -> Iterator[Chapter]:
    for line, mentions in _groups(one.article, one.mentions):
        ids = tuple(dict.fromkeys(mention.place.id for mention in mentions))
        names = list(dict.fromkeys(mention.place.label(one.article.language or "id") for mention in mentions))
        yield Chapter(
            title=" · ".join(names[:3]),
            text="",
            article_id=one.article.id,
            quote=line,
            place_ids=ids,
            day=one.article.published,
        )


def _groups(article: Article, mentions: Iterable[PublicMention]) -> Iterator[tuple[Span, list[PublicMention]]]:
    """Lines that name places; a line that names no other ones than the line before goes with it."""
    rest = deque(sorted(mentions, key=lambda mention: mention.span.start))
    group, known = (Span(0, 0), list[PublicMention]()), set[str]()
    at = 0
    for line in article.text.split("\n"):
        span = Span(at, at + len(line))
        at = span.end + 1
        found = []
        while rest and rest[0].span.start < span.end:
            found.append(rest.popleft())
        ids = {one.place.id for one in found}
        if found and ids <= known:
            group = Span(group[0].start, span.end), [*group[1][:MOST_MENTIONS], *found]
        elif found:
            if known:
                yield group
            group, known = (span, found), ids
    if known:
        yield group
