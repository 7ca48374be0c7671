"""The HTML of the page: what can be read with scripts off, in print and by a screen reader."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from geo.article import Article
from geo.geoparsed import GeoparsedArticle, Unresolved
from geo.policy import Withheld, WithheldReason
from geo.tally import PlaceTally
from maps.page.content import Atlas
from maps.page.markup import Markup, element, joined
from maps.page.reading import paragraphs
from maps.page.words import Words

OPEN_ARTICLES: Final = 3
"""Up to so many articles are shown open; where there are more, all start closed."""

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
        articles: in the order of the page.
        tallies: the places, in the order of the page; a place's number is its index here.
        title: the heading.
        atlas: what places are called.
    """

    def __init__(
        self, articles: Sequence[GeoparsedArticle], tallies: Sequence[PlaceTally], title: str, atlas: Atlas
    ) -> None:
        self.articles = articles
        self.tallies = tallies
        self.title = title
        self.atlas = atlas
        self.words = atlas.words

    def body(self, story_map: Markup) -> Markup:
        """All that stands in ``<body>``, but for scripts."""
        sections = tuple(self._sections())
        main = (element("noscript", element("p", self.words("noscript"))), self._stage(story_map))
        skip = element("a", self.words("skip"), class_="skip", href="#list")
        return joined(skip, self._top(sections), element("main", *main, *(html for _, _, html in sections)))

    def _top(self, sections: Iterable[tuple[str, str, Markup]]) -> Markup:
        counts = (
            self.words.number("places.n", len(self.tallies)),
            self.words.number("mentions.n", sum(one.count for one in self.tallies)),
            self.words.number("articles.n", len(self.articles)),
        )
        heading = element("h1", self.title, dir="auto")
        ways = (("map", self.words("map")), *((name, title) for name, title, _ in sections))
        items = (element("li", element("a", title, href=f"#{name}")) for name, title in ways)
        return element(
            "header",
            element("div", heading, element("p", " · ".join(counts), class_="counts")),
            element("nav", element("ul", *items), aria_label=self.words("nav")),
            class_="top",
        )

    def _stage(self, story_map: Markup) -> Markup:
        """The list of places and the map; scripts fill the list, the legend and the card."""
        empty = f"{self.words('empty.title')}. {self.words('empty.text')}"
        places = element(
            "div",
            element("h2", self.words("places")),
            Markup() if self.tallies else element("p", empty, class_="empty"),
            element("ol"),
            class_="list",
            id="list",
            tabindex="-1",
        )
        legend = element("ul", class_="legend", id="legend", aria_label=self.words("legend"))
        card = element("section", class_="card", id="card", hidden="")
        view = element("div", story_map, legend, card, class_="view")
        return element("section", places, view, class_="stage", id="map", aria_label=self.words("map"))

    def _sections(self) -> Iterator[tuple[str, str, Markup]]:
        """(id, heading, HTML) of each section below the map."""
        yield self._section("places", "places.all", self._places())
        yield self._section("articles", "articles", *self._articles())
        withheld = [(one.article, item) for one in self.articles for item in one.withheld]
        unresolved = [(one.article, item) for one in self.articles for item in one.unresolved]
        if withheld:
            rows = (self._row(article, item, _reason(item, self.words)) for article, item in withheld)
            yield self._section("withheld", "withheld", *self._table("withheld", "name why sentence", rows))
        if unresolved:
            rows = (self._row(article, item) for article, item in unresolved)
            yield self._section("unresolved", "unresolved", *self._table("unresolved", "name sentence", rows))
        yield self._section("help", "help", *_help(self.words))

    def _section(self, name: str, key: str, *content: Markup) -> tuple[str, str, Markup]:
        heading = element("h2", self.words(key), id=f"{name}-h")
        html = element("section", heading, *content, class_="part", id=name, aria_labelledby=f"{name}-h")
        return name, self.words(key), html

    def _table(self, name: str, columns: str, rows: Iterable[Markup]) -> Iterator[Markup]:
        if f"{name}.intro" in self.words.all:
            yield element("p", self.words(f"{name}.intro"))
        head = (element("th", self.words(f"column.{one}"), scope="col") for one in columns.split())
        table = element("table", element("thead", element("tr", *head)), element("tbody", *rows), class_=name)
        # it can be scrolled sideways on a phone, so it must be reachable by keyboard
        yield element("div", table, class_="wide", role="group", tabindex="0", aria_labelledby=f"{name}-h")

    def _places(self) -> Markup:
        if not self.tallies:
            return element("p", f"{self.words('empty.title')}.", class_="empty")
        rows = (self._place_row(number, one) for number, one in enumerate(self.tallies))
        return joined(*self._table("places", "name level country mentions literal associative sure", rows))

    def _place_row(self, number: int, one: PlaceTally) -> Markup:
        sure = self.words.number("unsure.n", one.unsure) if one.unsure else self.words("yes")
        return element(
            "tr",
            element("th", self.atlas.name(one.place), scope="row", dir="auto", data_place=number),
            element("td", self.atlas.level(one.place)),
            element("td", self.atlas.country(one.place) or "–"),
            *(element("td", str(count), class_="n") for count in (one.count, one.literal, one.associative)),
            element("td", sure),
            id=f"place-{number}",
        )

    def _articles(self) -> Iterator[Markup]:
        numbers = {one.place.id: number for number, one in enumerate(self.tallies)}
        for number, one in enumerate(self.articles):
            yield self._article(number, one, numbers)

    def _article(self, number: int, one: GeoparsedArticle, numbers: Mapping[str, int]) -> Markup:
        article = one.article
        count = self.words.number("places.n", len({mention.place.id for mention in one.mentions}))
        facts = filter(None, (self.words.day(article.published), article.source, count))
        summary = element(
            "summary",
            element("h3", article.title, dir="auto", lang=article.language),
            element("p", " · ".join(facts), class_="facts"),
        )
        text = (element("p", html, dir="auto") for html in paragraphs(one, numbers))
        content = element("div", *text, _origin(article), class_="text", lang=article.language)
        is_open = "" if len(self.articles) <= OPEN_ARTICLES else None
        return element("article", element("details", summary, content, open=is_open), id=f"article-{number}")

    @staticmethod
    def _row(article: Article, item: Withheld | Unresolved, *why: str) -> Markup:
        sentence = article.text[item.sentence.start : item.sentence.end]
        return element(
            "tr",
            element("th", item.text, scope="row", dir="auto"),
            *(element("td", reason) for reason in why),
            element("td", sentence, " ", element("span", article.title, class_="facts"), dir="auto"),
        )


def _reason(item: Withheld, words: Words) -> str:
    host = {"host": item.host or "–"} if item.reason is WithheldReason.ROLLED_UP else {}
    return words(f"reason.{item.reason}", **host)


def _origin(article: Article) -> Markup:
    """A way to where the article was published; http and https only, so that no address can be a script."""
    if article.url is None or not article.url.lower().startswith(("http://", "https://")):
        return Markup()
    return element("p", _outside(article.url, article.url), class_="origin")


def _outside(address: str, text: str) -> Markup:
    return element("a", text, href=address, rel="noopener noreferrer", target="_blank")


def _help(words: Words) -> Iterator[Markup]:
    yield element("ul", *(element("li", words(f"help.{note}")) for note in _NOTES), class_="notes")
    yield element("h3", words("help.sources"))
    sources = (
        element("li", _outside(address, name), f": {words(key)}{licence}") for key, name, address, licence in _SOURCES
    )
    yield element("ul", *sources, class_="notes")
