"""The tables of the page: all places, and what is not on the map and why."""

from collections.abc import Iterable

from geo.article import Article
from geo.geoparsed import Unresolved
from geo.policy import Withheld, WithheldReason
from geo.tally import PlaceTally
from maps.page.content import Content
from maps.page.markup import Markup, element, joined


class Tables:
    """Scripts keep them up to date with filters and language: ``data-say`` is the key of an element's words."""

    def __init__(self, content: Content) -> None:
        self.content = content
        self.atlas = content.atlas
        self.words = content.atlas.words

    def places(self) -> Markup:
        """Every place with its counts."""
        if not self.content.tallies:
            return element("p", f"{self.words('empty.title')}.", class_="empty")
        rows = (self._place_row(number, one) for number, one in enumerate(self.content.tallies))
        return self._table("places", "name level country mentions literal associative sure", rows)

    def withheld(self) -> Markup:
        """What the policy keeps off the map, each with its reason; empty where there is none."""
        found = [(one.article, item) for one in self.content.articles for item in one.withheld]
        rows = (self._row(article, item, self._reason(number, item)) for number, (article, item) in enumerate(found))
        return self._table("withheld", "name why sentence", rows) if found else Markup()

    def unresolved(self) -> Markup:
        """Likely place names that the gazetteer lacks; empty where there are none."""
        found = [(one.article, item) for one in self.content.articles for item in one.unresolved]
        rows = (self._row(article, item) for article, item in found)
        return self._table("unresolved", "name sentence", rows) if found else Markup()

    def _table(self, name: str, columns: str, rows: Iterable[Markup]) -> Markup:
        key = f"{name}.intro"
        intro = element("p", self.words(key), data_say=key) if key in self.words.all else Markup()
        keys = [f"column.{one}" for one in columns.split()]
        head = (element("th", self.words(key), scope="col", data_say=key) for key in keys)
        table = element("table", element("thead", element("tr", *head)), element("tbody", *rows), class_=name)
        # it can be scrolled sideways on a phone, so it must be reachable by keyboard
        return joined(
            intro, element("div", table, class_="wide", role="group", tabindex="0", aria_labelledby=f"{name}-h")
        )

    def _place_row(self, number: int, one: PlaceTally) -> Markup:
        sure = self.words.number("unsure.n", one.unsure) if one.unsure else self.words("yes")
        return element(
            "tr",
            element("th", self.atlas.name(one.place), scope="row", dir="auto"),
            element("td", self.words(self.atlas.level_key(one.place))),
            element("td", self.atlas.country(one.place) or "–"),
            *(element("td", str(count), class_="n") for count in (one.count, one.literal, one.associative)),
            element("td", sure),
            id=f"place-{number}",
        )

    def _reason(self, number: int, item: Withheld) -> Markup:
        host = (item.host or "–") if item.reason is WithheldReason.ROLLED_UP else None
        key = f"reason.{item.reason}"
        words = self.words(key) if host is None else self.words(key, host=host)
        return element("td", words, data_say=key, data_host=host, id=f"withheld-{number}")

    @staticmethod
    def _row(article: Article, item: Withheld | Unresolved, *why: Markup) -> Markup:
        sentence = article.text[item.sentence.start : item.sentence.end]
        return element(
            "tr",
            element("th", item.text, scope="row", dir="auto"),
            *why,
            element("td", sentence, " ", element("span", article.title, class_="facts"), dir="auto"),
        )
