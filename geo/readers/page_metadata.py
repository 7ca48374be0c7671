"""What a web page says of its article: JSON-LD first, then meta elements, then what stands beside the headline."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from geo.dates import first_date
from geo.published import line_dates
from geo.readers.fields import language_tag

_ARTICLES: Final = ("Article", "BlogPosting", "Report")
_DATES: Final = """
    article:published_time og:article:published_time datepublished publishdate publish-date pubdate
    publish_date published_time parsely-pub-date sailthru.date dc.date.issued dcterms.created dc.date
    dcterms.date content_publisheddate article.published published_at originalpublicationdate date
"""
"""Names of meta elements that hold the day of publication, the most telling first."""
_SAVED_FROM: Final = re.compile(r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(https?://\S+)")
_AFTER_HEADLINE: Final = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMetadata:
    """What is known of a page's article; None where the page says nothing."""

    title: str | None
    published: date | None
    outlet: str | None
    byline: str | None
    url: str | None
    language: str | None


def page_metadata(tree: Any, markup: str) -> PageMetadata:
    """Metadata of a parsed page; ``markup`` is its source, in which browsers note where they saved it from."""
    article = next(_articles(tree), {})
    metas = _metas(tree)
    outlet = _name(article.get("publisher")) or _first(metas, "og:site_name", "application-name", "publisher")
    saved = _SAVED_FROM.search(markup[:4000])
    canonical = tree.xpath("//link[@rel='canonical']/@href")
    addresses = [*canonical, metas.get("og:url"), article.get("url"), saved and saved[1]]
    return PageMetadata(
        title=_title(tree, article, metas, outlet),
        published=_published(tree, article, metas),
        outlet=outlet,
        byline=_byline(_name(article.get("author")) or _first(metas, "author", "article:author", "byl", "dc.creator")),
        url=next((one for one in addresses if isinstance(one, str) and one.startswith(("http://", "https://"))), None),
        language=language_tag(tree.get("lang") or metas.get("og:locale") or ""),
    )


def _articles(tree: Any) -> Iterator[dict[str, Any]]:
    """The descriptions of articles in the page's JSON-LD; broken ones are passed over."""
    for text in tree.xpath("//script[@type='application/ld+json']/text()"):
        try:
            found = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
        waiting = [found]
        while waiting:
            one = waiting.pop(0)
            if isinstance(one, list):
                waiting.extend(one)
            elif isinstance(one, dict):
                waiting.extend(value for key, value in one.items() if key in {"@graph", "mainEntity"})
                if str(one.get("@type")).strip("[]'\"").endswith(_ARTICLES):
                    yield one


def _metas(tree: Any) -> dict[str, str]:
    metas: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().lower()
        value = " ".join((meta.get("content") or "").split())
        if name and value:
            metas.setdefault(name, value)
    return metas


def _first(metas: dict[str, str], *names: str) -> str | None:
    return next((metas[name] for name in names if name in metas), None)


def _name(value: object) -> str | None:
    """The name of a person or organization in JSON-LD, of several the names."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(_name, value))) or None
    if isinstance(value, dict):
        value = value.get("name")
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _byline(name: str | None) -> str | None:
    return None if name is None or name.startswith("http") else name


def _title(tree: Any, article: dict[str, Any], metas: dict[str, str], outlet: str | None) -> str | None:
    headings = [" ".join(h.text_content().split()) for h in tree.iter("h1")]
    whole = " ".join(tree.xpath("string(//head/title)").split())
    known = _name(article.get("headline")) or _first(metas, "og:title", "twitter:title")
    if known is None and len(set(headings)) == 1:
        known = headings[0]
    title = known or whole or next(iter(headings), "")
    for heading in headings:  # the page's own headline, where the other is that with the outlet's name
        if heading and title.startswith(heading):
            return heading
    return _without_outlet(title, outlet) or None


def _without_outlet(title: str, outlet: str | None) -> str:
    parts = re.split(r"\s+[-–—|•]\s+", title)
    if len(parts) > 1 and outlet and parts[-1].casefold().replace(" ", "") in outlet.casefold().replace(" ", ""):
        return title[: title.rindex(parts[-1])].rstrip(" -–—|•")
    return title


def _published(tree: Any, article: dict[str, Any], metas: dict[str, str]) -> date | None:
    marked = "//*[@itemprop='datePublished']"
    times = tree.xpath(f"{marked}/@datetime | {marked}/@content | //time[@pubdate]/@datetime")
    given = [article.get("datePublished"), *(metas.get(name) for name in _DATES.split()), *times]
    for value in given:
        if isinstance(value, str) and (day := first_date(value)):
            return day
    return _beside_headline(tree)


def _beside_headline(tree: Any) -> date | None:
    """The date in the first lines after the page's headline; a clock at the top of the page comes before it."""
    for heading in tree.iter("h1"):
        texts = heading.xpath("following::text()[normalize-space()][not(ancestor::script or ancestor::style)]")
        times = heading.xpath("following::time/@datetime")
        for text in texts[:_AFTER_HEADLINE]:
            for dated, label in line_dates(" ".join(text.split()), is_first=False, is_head=True):
                if label == "published":
                    return dated.day
        if times and (day := first_date(times[0])) and len(tree.xpath("//time[@datetime]")) == 1:
            return day
    return None
