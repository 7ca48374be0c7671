"""The legend: a row below the map with whatever the map shows, and no more."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from maps.page.markup import Markup, element, joined
from maps.page.words import Words
from maps.picture.symbols import Scale, Symbol, circle, query
from maps.picture.text import width_of

SIZE: Final = 12.0
ROW: Final = 30.0
_GAP: Final = 26.0
_MIDDLE: Final = 13.0

Swatch = Callable[[float, float], Markup]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A symbol with its word: ``draw(x, y)`` gives the symbol with its left edge at x and its middle at y."""

    word: str
    width: float
    draw: Swatch


def legend(drawn: Sequence[Symbol], scale: Scale, words: Words, width: float) -> tuple[Markup, float]:
    """The legend from (0, 0) on, in rows no wider than ``width``; and its height in pixels."""
    parts: list[Markup] = []
    x, y = 0.0, _MIDDLE
    for entry in _entries(drawn, scale, words):
        full = entry.width + 7 + width_of(entry.word, SIZE)
        if x and x + full > width:
            x, y = 0.0, y + ROW
        word = element("text", entry.word, x=f"{x + entry.width + 7:.1f}", y=f"{y + 4:.1f}", class_="key")
        parts += [entry.draw(x, y), word]
        x += full + _GAP
    return joined(*parts), y + _MIDDLE if parts else 0.0


def _entries(drawn: Sequence[Symbol], scale: Scale, words: Words) -> Iterator[Entry]:
    kinds = {one.kind for one in drawn if one.reach or one.is_area}
    looks = {(one.kind, one.look) for one in drawn}
    if "city" in kinds:
        counts = sorted(
            {1, max(2, round(scale.most_of_town / 4)), scale.most_of_town} & set(range(scale.most_of_town + 1))
        )
        yield Entry(word=words("legend.city"), width=_towns_width(counts, scale), draw=_towns(counts, scale))
    if "country" in kinds:
        yield Entry(word=words("legend.country"), width=24, draw=_box("symbol country literal part-2"))
    if "adm" in kinds:
        yield Entry(word=words("legend.admin"), width=18, draw=_ring("symbol adm literal"))
    if "region" in kinds:
        yield Entry(word=words("legend.region"), width=18, draw=_ring("symbol region literal"))
    if any(look == "associative" for _, look in looks):
        draw = _pair(("country", "associative") in looks, any(k != "country" and o == "associative" for k, o in looks))
        wide = sum(
            [
                26 * (("country", "associative") in looks),
                15 * any(k != "country" and o == "associative" for k, o in looks),
            ]
        )
        yield Entry(word=words("legend.associative"), width=wide, draw=draw)
    if any(look == "unsure" for _, look in looks):
        yield Entry(word=words("legend.unsure"), width=14, draw=_unsure)


def _towns_width(counts: Sequence[int], scale: Scale) -> float:
    return sum(2 * scale.town_radius(n) + 5 + width_of(str(n), 10.5) + 7 for n in counts) - 7


def _towns(counts: Sequence[int], scale: Scale) -> Swatch:
    def draw(x: float, y: float) -> Markup:
        parts = []
        for n in counts:
            r = scale.town_radius(n)
            parts += [
                circle((x + r, y), r, "symbol city literal"),
                element("text", str(n), x=f"{x + 2 * r + 4:.1f}", y=f"{y + 4:.1f}", class_="key number"),
            ]
            x += 2 * r + 5 + width_of(str(n), 10.5) + 7
        return joined(*parts)

    return draw


def _box(classes: str) -> Swatch:
    def draw(x: float, y: float) -> Markup:
        place: dict[str, str | int] = {"x": f"{x:.1f}", "y": f"{y - 7:.1f}", "width": 24, "height": 14}
        edge = "edge literal" if "literal" in classes else "edge associative"
        return joined(element("rect", class_=classes, **place), element("rect", class_=edge, **place))

    return draw


def _ring(classes: str) -> Swatch:
    return lambda x, y: circle((x + 9, y), 9, classes)


def _pair(has_country: bool, has_other: bool) -> Swatch:  # noqa: FBT001 - two facts of the same kind
    def draw(x: float, y: float) -> Markup:
        area = _box("symbol country associative")(x, y) if has_country else Markup()
        left = x + (30 if has_country else 0)
        return joined(area, circle((left + 6, y), 6, "symbol city associative") if has_other else Markup())

    return draw


def _unsure(x: float, y: float) -> Markup:
    return joined(circle((x + 7, y), 6.5, "symbol city unsure"), query((x + 7, y)))
