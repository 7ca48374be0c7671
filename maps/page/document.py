"""The HTML of the page: what can be read with scripts off, in print and by a screen reader."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from geo.article import Article
from geo.geoparsed import GeoparsedArticle
from maps.page.content import Content, shown_source
from maps.page.markup import Markup, element, joined
from maps.page.reading import Mark, article_text
from maps.page.tables import Tables
from maps.page.words import Words

OPEN_ARTICLES: Final = 3
"""Up to so many articles are shown open where no script runs; where there are more, all start closed."""

_NOTES: Final = ("position", "usage", "borders", "mercator", "keys")
_SOURCES: Final = (
    ("source.geonames", "GeoNames", "https://www.geonames.org/", " (CC BY 4.0)"),
    ("source.earth", "Natural Earth", "https://www.naturalearthdata.com/", ""),
    ("source.cldr", "Unicode CLDR", "https://cldr.unicode.org/", " (Unicode-3.0)"),
    ("source.leaflet", "Leaflet", "https://leafletjs.com/", " (BSD-2-Clause)"),
)


class Document:
    """The page around a map.

    Args:
        content: articles and places, in the order of the page.
        title: the heading.
        credit: whose page it is, or "".
    """

    def __init__(self, content: Content, title: str, credit: str) -> None:
        self.content = content
        self.title = title
        self.credit = credit
        self.words = content.atlas.words

    def body(self, story_map: Markup) -> Markup:
        """All that stands in ``<body>``, but for scripts."""
        main = (element("noscript", element("p", self.words("noscript"))), self._stage(story_map), *self._sections())
        skip = said("a", self.words, "skip", class_="skip", href="#list")
        return joined(skip, self._top(), element("main", *main), self._foot())

    def _top(self) -> Markup:
        counts = (
            self.words.number("places.n", len(self.content.tallies)),
            self.words.number("mentions.n", sum(one.count for one in self.content.tallies)),
            self.words.number("articles.n", len(self.content.articles)),
        )
        heading = element("h1", self.title, dir="auto")
        ways = element("nav", id="views", **labelled(self.words, "views"))
        tools = element("div", id="tools")
        titles = element(
            "div", heading, element("p", " · ".join(counts), class_="counts", id="counts"), class_="titles"
        )
        return element("header", titles, ways, tools, class_="top")

    def _stage(self, story_map: Markup) -> Markup:
        """Where the scripts put the three views: a panel for each, beside the one map."""
        panels = (
            element("div", class_="panel", id=name, tabindex="-1", role="region", **labelled(self.words, key))
            for name, key in (("list", "places"), ("story", "view.story"), ("reader", "view.reader"))
        )
        legend = element("ul", class_="legend", id="legend", **labelled(self.words, "legend"))
        card = element("section", class_="card", id="card", hidden="")
        timeline = element("section", class_="timeline", id="timeline", hidden="", **labelled(self.words, "timeline"))
        notice = element("div", class_="notice", id="notice", hidden="")
        view = element("div", story_map, notice, timeline, legend, card, class_="view")
        status = element("p", class_="unseen", id="status", role="status")
        return element("div", *panels, view, status, class_="stage", id="map")

    def _sections(self) -> Iterator[Markup]:
        """Each section below the map."""
        tables = Tables(self.content)
        yield self._section("articles", "articles", *self._articles())
        yield self._section("places", "places.all", tables.places())
        withheld, unresolved = tables.withheld(), tables.unresolved()
        if withheld:
            yield self._section("withheld", "withheld", withheld)
        if unresolved:
            yield self._section("unresolved", "unresolved", unresolved)
        yield self._section("help", "help", *_help(self.words))

    def _section(self, name: str, key: str, *content: Markup) -> Markup:
        heading = said("h2", self.words, key, id=f"{name}-h")
        return element("section", heading, *content, class_="part", id=name, aria_labelledby=f"{name}-h")

    def _articles(self) -> Iterator[Markup]:
        mention, withheld = 0, 0
        for number, one in enumerate(self.content.articles):
            yield self._article(number, one, list(self._marks(one, mention, withheld)))
            mention += len(one.mentions)
            withheld += len(one.withheld)

    def _marks(self, one: GeoparsedArticle, mention: int, withheld: int) -> Iterator[Mark]:
        places = self.content.place_numbers
        for number, found in enumerate(one.mentions, start=mention):
            yield Mark(found.span, "mention", number, places[found.place.id])
        for number, item in enumerate(one.withheld, start=withheld):
            yield Mark(item.span, "withheld", number)
        for span in one.article.masked:
            yield Mark(span, "masked")

    def _article(self, number: int, one: GeoparsedArticle, marks: Sequence[Mark]) -> Markup:
        article = one.article
        count = self.words.number("places.n", len({mention.place.id for mention in one.mentions}))
        facts = filter(None, (self.words.day(article.published), shown_source(article.source), count))
        summary = element(
            "summary",
            element("h3", article.title, dir="auto", lang=article.language),
            element("p", " · ".join(facts), class_="facts"),
        )
        text = element("div", article_text(article, marks), class_="text", lang=article.language)
        is_open = "" if len(self.content.articles) <= OPEN_ARTICLES else None
        details = element("details", summary, text, _origin(article), open=is_open)
        return element("article", details, id=f"article-{number}")

    def _foot(self) -> Markup:
        credit = element("p", self.credit, dir="auto") if self.credit else Markup()
        return element("footer", credit, said("p", self.words, "made"), class_="foot")


def said(name: str, words: Words, key: str, **attributes: str | int | None) -> Markup:
    """An element with the words under ``key``; scripts say them anew in the other language."""
    return element(name, words(key), data_say=key, **attributes)


def labelled(words: Words, key: str) -> dict[str, str]:
    """The attributes of an element that the words under ``key`` are the name of."""
    return {"aria_label": words(key), "data_label": key}


def _origin(article: Article) -> Markup:
    """A way to where the article was published; http and https only, so that no address can be a script."""
    if article.url is None or not article.url.lower().startswith(("http://", "https://")):
        return Markup()
    return element("p", _outside(article.url, article.url), class_="origin")


def _outside(address: str, text: str) -> Markup:
    return element("a", text, href=address, rel="noopener noreferrer", target="_blank")


def _help(words: Words) -> Iterator[Markup]:
    yield element("ul", *(said("li", words, f"help.{note}") for note in _NOTES), class_="notes")
    yield said("h3", words, "help.sources")
    yield element("ul", *_sources(words), class_="notes")


def _sources(words: Words) -> Iterable[Markup]:
    for key, name, address, licence in _SOURCES:
        yield element("li", _outside(address, name), ": ", said("span", words, key), licence)
