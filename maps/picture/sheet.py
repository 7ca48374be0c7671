"""The sheet: title, map, legend and notes, one below the other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Final

from geo.geoparsed import GeoparsedArticle
from geo.tally import PlaceTally
from maps.page.atlas import Atlas
from maps.page.markup import Markup, element, joined
from maps.picture.labels import Labels
from maps.picture.land import globe, land, outlines, sea
from maps.picture.legend import legend
from maps.picture.scale_bar import scale_bar
from maps.picture.symbols import Scale, Symbol, marks, shading, symbols, waters
from maps.picture.text import FONTS, lines_of, printable
from maps.picture.view import Extent, View, view_of
from maps.picture.words import PICTURE_WORDS

_MARGIN: Final = 36.0
_TITLE: Final = 27.0
_LEAST_TITLE: Final = 17.0
_FACTS: Final = 14.0
_NOTE: Final = 10.5
_LINE: Final = 1.3
_MOST_NAMED: Final = 12
_LEAST_MAP: Final = 80.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What stands on a sheet, before the ground is drawn beneath it."""

    view: View
    drawn: tuple[Symbol, ...]
    scale: Scale
    labels: Markup
    key: Markup
    notes: tuple[str, ...]


class Sheet:
    """One picture.

    Args:
        tallies: the places, the most mentioned first.
        articles: what they were found in.
        title: the heading.
        names: what places are called.
        size: width and height in pixels.
    """

    def __init__(
        self,
        tallies: Sequence[PlaceTally],
        articles: Sequence[GeoparsedArticle],
        title: str,
        names: Atlas,
        size: tuple[int, int],
    ) -> None:
        self.tallies = tallies
        self.articles = articles
        self.title = printable(title)
        self.names = names
        self.width, self.height = size
        self._words = PICTURE_WORDS[names.words.language]
        self._inner = self.width - 2 * _MARGIN

    def render(self, extent: Extent) -> str:
        """The whole picture as SVG."""
        head, top = self._head()
        room = self.height - top - _MARGIN
        reserved = 0
        while True:  # what the notes must say depends on the map, and the map on the room that the notes leave
            plan, height = self._plan(extent, room - reserved * _NOTE * _LINE)
            if len(plan.notes) <= reserved:
                break
            reserved = len(plan.notes)
        last = self.height - _MARGIN + 6
        return "\n".join(
            (
                self._start(),
                head,
                element("g", self._map(plan), transform=f"translate({_MARGIN:g} {top:.1f})"),
                element("g", plan.key, transform=f"translate({_MARGIN:g} {top + height + 12:.1f})"),
                *self._lines(plan.notes, last - (len(plan.notes) - 1) * _NOTE * _LINE, "note", _NOTE),
                "</svg>\n",
            )
        )

    def _plan(self, extent: Extent, room: float) -> tuple[Plan, float]:
        """What is drawn if map and legend have ``room``; and the height of the map."""
        base, scale = self.names.base_map, Scale(self.tallies)
        key, key_height, height = Markup(), 0.0, room
        for _ in range(2):  # the legend shows what the map does
            height = max(_LEAST_MAP, room - key_height - (26 if key_height else 14))
            view = view_of(self.tallies, base, self._inner, height, extent)
            drawn = symbols(view, base, self.tallies, scale)
            key, key_height = legend(drawn, scale, self.names.words, self._inner)
        labels = Labels(view, self.names, drawn)
        text = labels.markup()
        notes = self._notes(view, labels.unplaced)
        return Plan(view=view, drawn=drawn, scale=scale, labels=text, key=key, notes=tuple(notes)), height

    def _start(self) -> str:
        style = (files("maps.picture") / "picture.css").read_text(encoding="utf-8")
        opening = (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{self.width}" height="{self.height}" '
            f'viewBox="0 0 {self.width} {self.height}" role="img" aria-labelledby="title desc" '
            f'lang="{self.names.words.language}" font-family="{FONTS}">'
        )
        paper = element("rect", width=self.width, height=self.height, class_="paper")
        hatch = element("path", d="M0 0V6", class_="hatch")
        pattern = element(
            "pattern",
            hatch,
            id="hatch",
            width=6,
            height=6,
            patternUnits="userSpaceOnUse",
            patternTransform="rotate(45)",
        )
        return "\n".join(
            (
                opening,
                element("title", self.title, id="title"),
                element("desc", self._description(), id="desc"),
                f"<style>\n{style}</style>",
                element("defs", pattern),
                paper,
            )
        )

    def _description(self) -> str:
        """Everything that is mapped, in words."""
        words = self.names.words
        rows = (
            f"{self.names.described(one.place)}: {words.number('mentions.n', one.count)}"
            + (
                f", {words('unsure')}"
                if one.unsure == one.count
                else ""
                if one.literal
                else f", {words('associative')}"
            )
            for one in self.tallies
        )
        return printable("; ".join(rows)) + "." if self.tallies else self._words["empty"]

    def _head(self) -> tuple[Markup, float]:
        """Title and facts; and where the map begins."""
        size = _TITLE
        lines = lines_of(self.title, size * 1.08, self._inner)
        while size > _LEAST_TITLE and len(lines) > 1:
            size -= 1
            lines = lines_of(self.title, size * 1.08, self._inner)
        lines = lines[:2] if len(lines) <= 2 else [lines[0], f"{lines[1]} …"]
        top = _MARGIN + size * 0.7
        heading = joined(*self._lines(lines, top, "title", size))
        y = top + (len(lines) - 1) * size * _LINE + 22
        facts = element("text", self._facts(), x=f"{_MARGIN:g}", y=f"{y:.1f}", class_="facts", font_size=f"{_FACTS:g}")
        return joined(heading, facts), y + 14

    def _facts(self) -> str:
        words = self.names.words
        days = sorted({one.article.published for one in self.articles if one.article.published is not None})
        counts = [
            words.number("places.n", len(self.tallies)),
            words.number("mentions.n", sum(one.count for one in self.tallies)),
            words.number("articles.n", len(self.articles)),
        ]
        if days:
            counts.append(" – ".join(words.day(day) for day in dict.fromkeys((days[0], days[-1]))))
        return " · ".join(counts) if self.tallies else self._words["empty"]

    def _lines(self, lines: Sequence[str], y: float, kind: str, size: float) -> Iterator[Markup]:
        for number, line in enumerate(lines):
            at = f"{y + number * size * _LINE:.1f}"
            yield element("text", line, x=f"{_MARGIN:g}", y=at, class_=kind, font_size=f"{size:g}")

    def _map(self, plan: Plan) -> Markup:
        """The map within its frame."""
        base, view = self.names.base_map, plan.view
        frame = {"width": f"{view.width:.1f}", "height": f"{view.height:.1f}"}
        layers = (
            sea(view),
            waters(plan.drawn, plan.scale),
            land(view, base),
            shading(plan.drawn, plan.scale),
            outlines(view, base),
            marks(view, base, plan.drawn, plan.scale),
            plan.labels,
            Markup() if view.is_world else scale_bar(view, self.names.words.language),
        )
        edge = globe(view) if view.is_whole else element("rect", class_="frame", **frame)
        clip = element("clipPath", element("rect", **frame), id="frame")
        return joined(clip, element("g", *layers, clip_path="url(#frame)"), edge)

    def _notes(self, view: View, unplaced: Sequence[str]) -> list[str]:
        outside = [self.names.name(one.place) for one in view.outside]
        texts = [
            self._words[key].format(names=_listed(names))
            for key, names in (("outside", outside), ("unplaced", unplaced))
            if names
        ]
        projection = self._words["world" if view.is_world else "region"]
        texts.append(self._words["notes"].format(projection=projection))
        return lines_of(printable(" ".join(texts)), _NOTE, self._inner)


def _listed(names: Sequence[str]) -> str:
    more = [f"+ {len(names) - _MOST_NAMED}"] if len(names) > _MOST_NAMED else []
    return ", ".join([*names[:_MOST_NAMED], *more])
