"""The sheet: title, map, legend and notes, one below the other."""

from collections.abc import Iterator, Sequence
from importlib.resources import files
from typing import Final

from geo.geoparse import GeoparsedArticle
from maps.page.markup import Markup, element, joined
from maps.picture.labels import Labels
from maps.picture.land import globe, land, outlines, sea
from maps.picture.legend import legend
from maps.picture.names import Names
from maps.picture.scale_bar import scale_bar
from maps.picture.symbols import Scale, marks, shading, symbols, waters
from maps.picture.text import FONTS, lines_of, printable
from maps.picture.view import Extent, View, view_of
from maps.picture.words import PICTURE_WORDS
from maps.tally import PlaceTally

_MARGIN: Final = 36.0
_TITLE: Final = 27.0
_LEAST_TITLE: Final = 17.0
_FACTS: Final = 14.0
_NOTE: Final = 10.5
_LINE: Final = 1.3
_MOST_NAMED: Final = 12


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
        names: Names,
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
        # The notes take what they need; how much depends on the map, and the map on how much is left: once is enough
        view = view_of(self.tallies, self.names.base_map, self._inner, room * 0.8, extent)
        scale = Scale(self.tallies)
        key, key_height = legend(
            symbols(view, self.names.base_map, self.tallies, scale), scale, self.names.words, self._inner
        )
        notes = self._notes(view, 1)
        height = room - key_height - len(notes) * _NOTE * _LINE - (26 if key_height else 14)
        view = view_of(self.tallies, self.names.base_map, self._inner, height, extent)
        drawn_map, unplaced = self._map(view, scale)
        below = top + height + 12
        note_lines = self._notes(view, unplaced)[-len(notes) :]
        return "\n".join(
            (
                self._start(),
                head,
                element("g", drawn_map, transform=f"translate({_MARGIN:g} {top:.1f})"),
                element("g", key, transform=f"translate({_MARGIN:g} {below:.1f})"),
                *self._lines(
                    note_lines, self.height - _MARGIN - (len(note_lines) - 1) * _NOTE * _LINE + 6, "note", _NOTE
                ),
                "</svg>\n",
            )
        )

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

    def _map(self, view: View, scale: Scale) -> tuple[Markup, int]:
        """The map within its frame, and how many names found no room on it."""
        base = self.names.base_map
        drawn = symbols(view, base, self.tallies, scale)
        labels = Labels(view, self.names, drawn)
        frame = {"width": f"{view.width:.1f}", "height": f"{view.height:.1f}"}
        layers = (
            sea(view),
            waters(drawn, scale),
            land(view, base),
            shading(drawn, scale),
            outlines(view, base),
            marks(view, base, drawn, scale),
            labels.markup(),
            Markup() if view.is_world else scale_bar(view, self.names.words.language),
        )
        edge = globe(view) if view.is_whole else element("rect", class_="frame", **frame)
        clip = element("clipPath", element("rect", **frame), id="frame")
        return (
            joined(clip, element("g", *layers, clip_path="url(#frame)"), edge),
            labels.unplaced,
        )

    def _notes(self, view: View, unplaced: int) -> list[str]:
        texts = []
        if view.outside:
            names = [self.names.name(one.place) for one in view.outside]
            more = [f"+ {len(names) - _MOST_NAMED}"] if len(names) > _MOST_NAMED else []
            texts.append(self._words["outside"].format(names=", ".join(names[:_MOST_NAMED] + more)))
        if unplaced:
            texts.append(self._words["unplaced"].format(n=unplaced))
        projection = self._words["world" if view.is_world else "region"]
        texts.append(self._words["notes"].format(projection=projection))
        return lines_of(printable(" ".join(texts)), _NOTE, self._inner)
