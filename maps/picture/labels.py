"""Names on the picture: the most mentioned first, each where it hides nothing; with a line to where it stands apart."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from maps.basemap import BaseMap
from maps.page.atlas import Atlas
from maps.page.markup import Markup, element, joined
from maps.picture.paths import areas
from maps.picture.projection import Point, Ring
from maps.picture.scale_bar import scale_box
from maps.picture.spots import Box, Label, apart, beside, box_around
from maps.picture.symbols import Symbol, span_of
from maps.picture.text import printable, width_of
from maps.picture.view import View

_EDGE: Final = 4.0

_SIZES: Final = {"city": 13.0, "adm": 12.0, "region": 13.0, "country": 12.0, "continent": 13.0, "neighbor": 10.5}
_SPACING: Final = {"country": 1.6, "region": 0.8, "continent": 2.0, "neighbor": 0.4}
_ASCENT: Final = 0.72


class Labels:
    """Places the names of symbols, and then those of the countries around them.

    Attributes:
        unplaced: names of symbols that found no room.
    """

    def __init__(self, view: View, names: Atlas, drawn: Sequence[Symbol]) -> None:
        self.unplaced: list[str] = []
        self._view = view
        self._names = names
        self._frame = Box(_EDGE, _EDGE, view.width - _EDGE, view.height - _EDGE)
        self._taken: list[tuple[Box, Point | None]] = [
            (box_around(one.at, one.reach), one.at) for one in drawn if one.kind == "city"
        ]
        if not view.is_world:
            self._taken.append((scale_box(view), None))
        self._areas: list[tuple[Sequence[Ring], Point]] = []
        self._marks = [(one, self._of_symbol(one)) for one in drawn]
        self._mentioned = {one.tally.place.country for one in drawn if one.kind == "country"}

    def markup(self) -> Markup:
        """All names that found room."""
        return Markup("".join([*self._placed(), *self._neighbors(self._names.base_map)]))

    def _placed(self) -> Iterator[Markup]:
        # towns before areas: a town's name can stand in few places, an area's in many
        ordered = sorted(self._marks, key=lambda one: one[1].kind != "city")
        for symbol, label in ordered:
            found = self._fit(label)
            if found is None:
                self.unplaced.append(self._names.name(symbol.tally.place))
            else:
                yield found

    def _of_symbol(self, one: Symbol) -> Label:
        name = printable(self._names.name(one.tally.place))
        if one.look == "unsure" and one.kind != "city":
            name += " ?"
        if not one.is_area:
            return _label(name, one.kind, one.at, one.reach)
        at = self._inside(one.tally.place.country or "", one.rings) or one.at
        label = _label(name, one.kind, at, 0)
        self._areas.append((one.rings, at))
        largest = max(span_of(ring) for ring in one.rings)
        # the name of a small country stands beside it as a town's does
        return replace(label, reach=largest / 3) if largest < label.width else label

    def _inside(self, iso: str, rings: Sequence[Ring]) -> Point | None:
        """Where a country's name stands: at its own point if that is well in the frame, else inside what is seen."""
        country = self._names.base_map.countries.get(iso)
        if country is not None and country.name_at is not None:
            at = self._view.at(country.name_at)
            if box_around(at, 30).is_within(self._frame):
                return at
        return _deepest(rings)

    def _fit(self, label: Label) -> Markup | None:
        """The name where it is free; that of a small country on another that is shaded only with a line to it."""
        is_small_country = label.kind == "country" and bool(label.reach)
        for box, line in (*beside(label), *apart(label)):
            if self._is_fit(label, box, line) and not (is_small_country and self._is_foreign(box, label.at)):
                return self._put(label, box, line)
        for box, line in apart(label) if is_small_country else ():
            if self._is_fit(label, box, line):
                return self._put(label, box, line)
        return None

    def _is_fit(self, label: Label, box: Box, line: tuple[Point, Point] | None) -> bool:
        return self._is_free(box, label.at) and (line is None or self._is_clear(*line, label.at))

    def _put(self, label: Label, box: Box, line: tuple[Point, Point] | None) -> Markup:
        self._taken.append((box, None))
        return joined(_leader(line), _text(label, box))

    def _is_foreign(self, box: Box, owner: Point) -> bool:
        """Whether a name would stand on a country that is not its own."""
        middle = (box.top + box.bottom) / 2
        spots = [(box.left + (box.right - box.left) * share, middle) for share in (0.25, 0.5, 0.75)]
        others = (rings for rings, at in self._areas if at != owner)
        return any(_is_inside(spot, rings) for rings in others for spot in spots)

    def _is_free(self, box: Box, owner: Point) -> bool:
        return box.is_within(self._frame) and not any(box.meets(one) for one, of in self._taken if of != owner)

    def _is_clear(self, start: Point, end: Point, owner: Point) -> bool:
        """Whether a line meets nothing but what lies on the thing that it leads to, as a capital on its country."""
        steps = (n / 24 for n in range(25))
        spots = [(start[0] + (end[0] - start[0]) * s, start[1] + (end[1] - start[1]) * s) for s in steps]
        own = box_around(owner, 0.5)
        others = [one for one, of in self._taken if of != owner and not (of and one.meets(own))]
        return not any(box_around(spot, 0.5).meets(one) for spot in spots for one in others)

    def _neighbors(self, base: BaseMap) -> Iterator[Markup]:
        """Names of countries that nobody mentions, where they are wide enough for them."""
        if self._view.is_world:
            return
        for iso, country in sorted(base.countries.items()):
            if iso in self._mentioned or country.name_at is None:
                continue
            at = self._view.at(country.name_at)
            label = _label(printable(country.name(self._names.words.language)), "neighbor", at, 0)
            box = box_around(at, 1)
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


def _leader(line: tuple[Point, Point] | None) -> Markup:
    if line is None:
        return Markup()
    (x1, y1), (x2, y2) = line
    return element("path", d=f"M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}", class_="leader")


def _is_inside(spot: Point, rings: Sequence[Ring]) -> bool:
    """Whether a point lies in an area, by the even-odd rule."""
    x, y = spot
    crossings = 0
    for ring in rings:
        for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True):
            if (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
                crossings += 1
    return crossings % 2 == 1


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
