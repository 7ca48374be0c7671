"""A symbol for each place: countries are areas, towns are circles, all else is a dashed ring. Never a pin."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from gazetteer.place import Level
from geo.tally import PlaceTally
from maps.basemap import BaseMap
from maps.page.atlas import is_water
from maps.page.markup import Markup, element
from maps.picture.globe import around
from maps.picture.land import edges
from maps.picture.paths import areas, path
from maps.picture.projection import Point, Ring
from maps.picture.view import View, radius_km

SMALLEST_TOWN: Final = 4.5
LARGEST_TOWN: Final = 18.0
_WITH_QUERY: Final = 6.5
"""Radius of a town with a question mark in it."""

_SMALLEST_RING: Final = 9.0
_SMALL_COUNTRY: Final = 12.0
"""Pixels: a country that spans less is drawn as a circle."""

_LARGEST_RING_KM: Final = 1500.0
"""A larger region has its name only, as a continent has: a ring that spans half a map says nothing."""

_POINTS: Final = 72


@dataclass(frozen=True, slots=True, kw_only=True)
class Symbol:
    """How a place is drawn.

    Attributes:
        tally: the place with its mentions.
        at: its position in pixels.
        reach: radius in pixels; 0 for an area, and for what has its name only.
        rings: the area or the ring in pixels, cut at the frame; empty for a circle.
        kind: "country", "adm", "region", "city" or "continent".
        look: "literal", "associative" or "unsure".
    """

    tally: PlaceTally
    at: Point
    reach: float
    rings: tuple[Ring, ...]
    kind: str
    look: str

    @property
    def is_area(self) -> bool:
        """It is the outline of a country."""
        return self.kind == "country" and not self.reach

    @property
    def is_water(self) -> bool:
        """It is the ring of a sea, a strait or the like."""
        return is_water(self.tally.place)


class Scale:
    """What symbols are measured by: the most mentions of a town, and of a country."""

    def __init__(self, tallies: Sequence[PlaceTally]) -> None:
        towns = [one.count for one in tallies if one.place.level is Level.CITY]
        others = [one.count for one in tallies if one.place.level is not Level.CITY]
        self.most_of_town = max(towns, default=1)
        self._most_of_other = max(others, default=1)
        self._step = min(SMALLEST_TOWN, LARGEST_TOWN / math.sqrt(self.most_of_town))

    def town_radius(self, count: int) -> float:
        """Radius in pixels of a town: its area grows with its mentions."""
        return max(SMALLEST_TOWN, self._step * math.sqrt(count))

    def shade(self, count: int) -> int:
        """1 to 3: how strongly a country is shaded."""
        share = count / max(self._most_of_other, 4)
        return 3 if share > 0.6 else 2 if share > 0.25 else 1


def symbols(view: View, base: BaseMap, tallies: Iterable[PlaceTally], scale: Scale) -> tuple[Symbol, ...]:
    """The symbols of all places that the view shows."""
    hidden = {one.place.id for one in view.outside}
    return tuple(_symbol(view, base, one, scale) for one in tallies if one.place.id not in hidden)


def look_of(one: PlaceTally) -> str:
    """Whether a place is meant as a place, only as an actor, or not for sure."""
    return "unsure" if one.unsure == one.count else "literal" if one.literal else "associative"


def _symbol(view: View, base: BaseMap, one: PlaceTally, scale: Scale) -> Symbol:
    place, look = one.place, look_of(one)
    assert place.position is not None  # a PublicMention has one
    kinds = {Level.ADM1: "adm", Level.ADM2: "adm"}
    kind = kinds.get(place.level, place.level.value)
    reach, rings = 0.0, []
    if kind == "city":
        reach = max(scale.town_radius(one.count), _WITH_QUERY if look == "unsure" else 0.0)
    elif kind == "country":
        rings = areas(view, base.rings(place.country or ""))
        if max((span_of(ring) for ring in rings), default=0.0) < _SMALL_COUNTRY:
            rings, reach = [], _SMALLEST_RING
    elif kind != "continent" and radius_km(one) <= _LARGEST_RING_KM:
        reach = max(_SMALLEST_RING, radius_km(one) / view.km_per_pixel)
        if reach > _SMALLEST_RING:
            rings = areas(view, [around(place.position, radius_km(one), _POINTS)])
    return Symbol(tally=one, at=view.at(place.position), reach=reach, rings=tuple(rings), kind=kind, look=look)


def span_of(ring: Ring) -> float:
    """Width or height of a ring in pixels, whichever is more."""
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return max(max(xs) - min(xs), max(ys) - min(ys))


def waters(drawn: Iterable[Symbol], scale: Scale) -> Markup:
    """Rings of seas, to lie beneath the land: only their water is theirs."""
    return Markup("".join(markup for one in drawn if one.is_water and one.reach for markup in _mark(one, scale)))


def shading(drawn: Iterable[Symbol], scale: Scale) -> Markup:
    """The countries' fills, to lie beneath coasts and borders."""
    return Markup(
        "".join(
            element("path", d=path(one.rings, is_closed=True), class_=_classes(one, scale))
            for one in drawn
            if one.is_area
        )
    )


def marks(view: View, base: BaseMap, drawn: Sequence[Symbol], scale: Scale) -> Markup:
    """Outlines of countries, rings and circles: the largest first, so that no symbol hides another."""
    order = {"country": 0, "region": 1, "adm": 2, "city": 3}
    outlined = (
        element(
            "path", d=path(edges(view, base, one.tally.place.country or ""), is_closed=False), class_=f"edge {one.look}"
        )
        for one in drawn
        if one.is_area
    )
    shown = sorted(
        (one for one in drawn if one.reach and not one.is_water),
        key=lambda one: (order[one.kind], -one.reach),
    )
    return Markup("".join([*outlined, *(markup for one in shown for markup in _mark(one, scale))]))


def _mark(one: Symbol, scale: Scale) -> Iterator[Markup]:
    if one.rings:
        yield element("path", d=path(one.rings, is_closed=True), class_=_classes(one, scale))
    else:
        yield circle(one.at, one.reach, _classes(one, scale))
    if one.look == "unsure" and one.kind == "city":
        yield query(one.at)


def _classes(one: Symbol, scale: Scale) -> str:
    shade = f" part-{scale.shade(one.tally.count)}" if one.kind == "country" else ""
    return f"symbol {one.kind} {one.look}{shade}"


def circle(at: Point, radius: float, classes: str) -> Markup:
    """A circle around a point in pixels."""
    return element("circle", cx=f"{at[0]:.1f}", cy=f"{at[1]:.1f}", r=f"{radius:.1f}", class_=classes)


def query(at: Point) -> Markup:
    """The question mark of a town that is not sure."""
    return element("text", "?", x=f"{at[0]:.1f}", y=f"{at[1] + 3.6:.1f}", class_="query")
