"""Names on the picture: the most mentioned first, each where it hides nothing; with a line to where it stands apart."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from maps.basemap import BaseMap
from maps.page.content import Atlas
from maps.page.markup import Markup, element
from maps.picture.paths import areas
from maps.picture.projection import Point, Ring
from maps.picture.symbols import Symbol
from maps.picture.text import printable, width_of
from maps.picture.view import View

_GAP: Final = 3.0
_EDGE: Final = 4.0
_LEADERS: Final = (12.0, 24.0, 40.0, 60.0)
"""Pixels between a town and a name that has a line to it."""

_SIZES: Final = {"city": 13.0, "adm": 12.0, "region": 13.0, "country": 12.0, "continent": 13.0, "neighbor": 10.5}
_SPACING: Final = {"country": 1.6, "region": 0.8, "continent": 2.0, "neighbor": 0.4}
_ASCENT: Final = 0.72


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """Whether the two overlap."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def is_within(self, other: "Box") -> bool:
        """Whether it lies wholly in the other."""
        return (
            self.left > other.left and self.right < other.right and self.top > other.top and self.bottom < other.bottom
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A name that is to be placed.

    Attributes:
        text: as it is shown.
        kind: as of a symbol, or "neighbor" for a country that nobody mentions.
        at: the middle of what it names.
        reach: radius of that in pixels, 0 for an area.
        width: of the text in pixels.
        height: likewise.
    """

    text: str
    kind: str
    at: Point
    reach: float
    width: float
    height: float


class Labels:
    """Places the names of symbols, and then those of the countries around them.

    Attributes:
        unplaced: how many names of symbols found no room.
    """

    def __init__(self, view: View, atlas: Atlas, drawn: Sequence[Symbol]) -> None:
        self.unplaced = 0
        self._view = view
        self._atlas = atlas
        self._frame = Box(_EDGE, _EDGE, view.width - _EDGE, view.height - _EDGE)
        self._taken: list[tuple[Box, Point | None]] = [
            (_around(one.at, one.reach), one.at) for one in drawn if one.kind == "city"
        ]
        self._marks = [self._of_symbol(one) for one in drawn]
        self._mentioned = {one.tally.place.country for one in drawn if one.kind == "country"}

    def markup(self) -> Markup:
        """All names that found room."""
        return Markup("".join([*self._placed(), *self._neighbors(self._atlas.base_map)]))

    def _placed(self) -> Iterator[Markup]:
        # towns before areas: a town's name can stand in few places, an area's in many
        ordered = sorted(self._marks, key=lambda one: one.kind != "city")
        for label in ordered:
            found = self._fit(label)
            if found is None:
                self.unplaced += 1
            else:
                yield found

    def _of_symbol(self, one: Symbol) -> Label:
        name = printable(self._atlas.name(one.tally.place))
        if one.look == "unsure" and one.kind != "city":
            name += " ?"
        at = one.at
        if one.is_area:
            at = self._inside(one.tally.place.country or "", one.rings) or at
        return _label(name, one.kind, at, one.reach)

    def _inside(self, iso: str, rings: Sequence[Ring]) -> Point | None:
        """Where a country's name stands: at its own point if that is well in the frame, else inside what is seen."""
        country = self._atlas.base_map.countries.get(iso)
        if country is not None and country.name_at is not None:
            at = self._view.at(country.name_at)
            if _around(at, 30).is_within(self._frame):
                return at
        return _deepest(rings)

    def _fit(self, label: Label) -> Markup | None:
        for x, y in _candidates(label):
            box = Box(x, y, x + label.width, y + label.height)
            if self._is_free(box, label.at):
                self._taken.append((box, None))
                return _text(label, box)
        return self._with_leader(label) if label.reach else None

    def _with_leader(self, label: Label) -> Markup | None:
        for distance in _LEADERS:
            for number in range(16):
                turn = number * math.pi / 8
                x, y = math.cos(turn), math.sin(turn)
                end = (label.at[0] + x * (label.reach + distance), label.at[1] + y * (label.reach + distance))
                left = end[0] + (1.0 if x >= 0 else -label.width - 1.0)
                box = Box(left, end[1] - label.height / 2, left + label.width, end[1] + label.height / 2)
                start = (label.at[0] + x * label.reach, label.at[1] + y * label.reach)
                if self._is_free(box, label.at) and self._is_clear(start, end, label.at):
                    self._taken.append((box, None))
                    line = f"M{start[0]:.1f} {start[1]:.1f}L{end[0]:.1f} {end[1]:.1f}"
                    return Markup(element("path", d=line, class_="leader") + _text(label, box))
        return None

    def _is_free(self, box: Box, owner: Point) -> bool:
        return box.is_within(self._frame) and not any(box.meets(one) for one, of in self._taken if of != owner)

    def _is_clear(self, start: Point, end: Point, owner: Point) -> bool:
        steps = (n / 6 for n in range(7))
        spots = [(start[0] + (end[0] - start[0]) * s, start[1] + (end[1] - start[1]) * s) for s in steps]
        return not any(_around(spot, 0.5).meets(one) for spot in spots for one, of in self._taken if of != owner)

    def _neighbors(self, base: BaseMap) -> Iterator[Markup]:
        """Names of countries that nobody mentions, where they are wide enough for them."""
        if self._view.is_world:
            return
        for iso, country in sorted(base.countries.items()):
            if iso in self._mentioned or country.name_at is None:
                continue
            at = self._view.at(country.name_at)
            label = _label(printable(country.name(self._atlas.words.language)), "neighbor", at, 0)
            box = _around(at, 1)
            if box.is_within(self._frame) and self._is_roomy(label, areas(self._view, base.rings(iso))):
                found = self._fit(label)
                if found is not None:
                    yield found

    def _is_roomy(self, label: Label, rings: Sequence[Ring]) -> bool:
        largest = max(rings, key=len, default=[])
        xs, ys = [x for x, _ in largest], [y for _, y in largest]
        return bool(xs) and max(xs) - min(xs) > 1.3 * label.width and max(ys) - min(ys) > 2 * label.height


def _label(name: str, kind: str, at: Point, reach: float) -> Label:
    text = name.upper() if kind in {"country", "continent"} else name
    size = _SIZES[kind]
    width = width_of(text, size, is_bold=kind == "city", spacing=_SPACING.get(kind, 0.0))
    return Label(text=text, kind=kind, at=at, reach=reach, width=width, height=size)


def _around(at: Point, reach: float) -> Box:
    return Box(at[0] - reach, at[1] - reach, at[0] + reach, at[1] + reach)


def _candidates(label: Label) -> Iterator[Point]:
    """Upper left corners: beside a town, inside a country, on the upper or lower edge of a ring."""
    x, y = label.at[0] - label.width / 2, label.at[1] - label.height / 2
    if label.kind == "city":
        off, slant = label.reach + _GAP, 0.7 * label.reach + _GAP / 2
        yield from [(label.at[0] + off, y), (label.at[0] - off - label.width, y)]
        yield from [(x, label.at[1] - off - label.height), (x, label.at[1] + off)]
        for dy in (-slant - label.height, slant):
            yield from [(label.at[0] + slant, label.at[1] + dy), (label.at[0] - slant - label.width, label.at[1] + dy)]
        return
    if label.kind == "region":
        yield from [(x, y), (x, y - 2 * label.height), (x, y + 2 * label.height)]
    if label.reach:
        off = label.reach + _GAP
        yield from [(x, label.at[1] - off - label.height), (x, label.at[1] + off)]
        yield from [(label.at[0] + off, y), (label.at[0] - off - label.width, y)]
        yield from [(x, label.at[1] - label.reach + 2), (x, label.at[1] + label.reach - label.height - 2)]
    for row in (0, -1, 1, -2, 2, -3, 3):
        for column in (0, -0.35, 0.35):
            yield x + column * label.width, y + row * 1.15 * label.height


def _deepest(rings: Sequence[Ring]) -> Point | None:
    """The point of an area that lies farthest from its edge."""
    # shapely takes 0.1 s to import, which only a picture of a part of a country pays
    from shapely import Polygon, make_valid  # noqa: PLC0415
    from shapely.ops import polylabel  # noqa: PLC0415

    shapes = (
        part for ring in rings for part in getattr(make_valid(Polygon(ring)), "geoms", [make_valid(Polygon(ring))])
    )
    polygons = [shape for shape in shapes if isinstance(shape, Polygon)]
    if not polygons:
        return None
    point = polylabel(max(polygons, key=lambda shape: shape.area), tolerance=2)
    return point.x, point.y


def _text(label: Label, box: Box) -> Markup:
    # centered, so that a font of another width errs on both sides alike
    middle = (box.left + box.right) / 2
    baseline = box.top + label.height * (1 + _ASCENT) / 2 - 1
    return element("text", label.text, x=f"{middle:.1f}", y=f"{baseline:.1f}", class_=f"label {label.kind}")
