"""Reads RSS and Atom files with feedparser: each entry is an article."""

import re
from calendar import timegm
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any, Final
from urllib.parse import urljoin

from gazetteer.errors import ArticleError
from geo.readers.archive import ENTITY
from geo.readers.draft import Content, Draft
from geo.readers.extras import needed
from geo.readers.fields import language_tag
from geo.readers.markup import text_of_markup

MOST_BYTES: Final = 50_000_000
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")


def read_feed(content: Content) -> Iterator[Draft | ArticleError]:
    """Each entry of a feed: its title, and its text in full or, where the feed has no more, its summary.

    Links that are relative are those of the feed's own address; where it gives none, they are left out.

    Raises:
        ArticleError: the feed is damaged, defines entities, or has no entry.
    """
    feedparser = needed("feedparser", extra="documents", what="a feed", source=content.source)
    if len(content.data) > MOST_BYTES:
        raise ArticleError(f"{content.source}: more than {MOST_BYTES // 10**6} MB, too much for a feed; split it")
    if ENTITY.search(content.data):
        raise ArticleError(f"{content.source}: its XML defines entities, as bombs do; it is not read")
    feed = feedparser.parse(content.data, sanitize_html=False, resolve_relative_uris=False)
    if not feed.entries:
        raise ArticleError(f"{content.source}: a feed without entries; is it the right file?")
    for number, entry in enumerate(feed.entries, start=1):
        yield _article(entry, feed.feed, content, number)


def _article(entry: Any, feed: Any, content: Content, number: int) -> Draft | ArticleError:
    title = " ".join(text_of_markup(entry.get("title", "")).split())
    bodies = [one.get("value", "") for one in entry.get("content", [])] + [entry.get("summary", "")]
    body = max((text_of_markup(one) for one in bodies), key=len)
    if not body:
        return ArticleError(f"{content.source}: entry {number} ({title or 'without title'}) has no text; left out")
    base = content.url or _absolute(feed.get("link", ""))
    return Draft(
        text=body if not title or body.startswith(title) else f"{title}\n\n{body}",
        key=str(number),
        title=title or None,
        url=_absolute(urljoin(base or "", entry.get("link", ""))),
        published=_day(entry),
        outlet=" ".join(text_of_markup(feed.get("title", "")).split()) or None,
        byline=" ".join(entry.get("author", "").split()) or None,
        language=language_tag(feed.get("language", "")),
        origin=f"entry {number}",
    )


def _absolute(address: str) -> str | None:
    return address if address.startswith(("https://", "http://")) else None


def _day(entry: Any) -> date | None:
    """The day of publication where it was written, else that in UTC."""
    given = entry.get("published", "")
    if written := _DAY.match(given):
        try:
            return date.fromisoformat(written[0])
        except ValueError:
            return None
    from email.utils import parsedate_to_datetime  # noqa: PLC0415 - only feeds pay for it

    try:
        return parsedate_to_datetime(given).date()
    except (TypeError, ValueError):
        parsed = entry.get("published_parsed")
        return datetime.fromtimestamp(timegm(parsed), UTC).date() if parsed else None
