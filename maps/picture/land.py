"""The ground of the picture: sea, land, graticule, coasts and borders."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from maps.basemap import BaseMap, decode_arc
from maps.page.markup import Markup, element, joined
from maps.picture.paths import areas, lines, path
from maps.picture.projection import EqualEarth, Ring
from maps.picture.view import View

_STEPS_DEG: Final = (1, 2, 5, 10, 15, 30)
_MOST_MERIDIANS: Final = 9
_ANTIMERIDIAN: Final = 179.99
_SOUTH_END: Final = -84.9


def sea(view: View) -> Markup:
    """Water and the graticule."""
    return joined(
        element("path", d=path(_sea(view), is_closed=True), class_="sea"),
        element("path", d=path(_graticule(view), is_closed=False), class_="grid"),
    )


def land(view: View, base: BaseMap) -> Markup:
    """All land; its lines are drawn by :func:`outlines`, above what is shaded."""
    rings = (base.rings(outline.iso) for outline in base.outlines)
    shapes = path((ring for some in rings for ring in areas(view, some)), is_closed=True)
    return element("path", d=shapes, class_="land")


def globe(view: View) -> Markup:
    """The edge of the globe, where the whole of it is seen."""
    return element("path", d=path(_sea(view), is_closed=True), class_="globe")


def outlines(view: View, base: BaseMap) -> Markup:
    """Coasts and borders, each drawn once; those of disputed countries are broken."""
    used = Counter(max(one, ~one) for outline in base.outlines for ring in outline.rings for one in ring)
    disputed = {
        max(one, ~one)
        for outline in base.outlines
        if not outline.iso or base.countries[outline.iso].disputed
        for ring in outline.rings
        for one in ring
    }
    drawn: dict[str, list[Ring]] = {"coast": [], "border": [], "border disputed": []}
    for number, times in sorted(used.items()):
        kind = "coast" if times == 1 else "border disputed" if number in disputed else "border"
        for part in _without_seams(decode_arc(base.arcs[number])):
            drawn[kind] += lines(view, part)
    return Markup(
        "".join(element("path", d=path(found, is_closed=False), class_=kind) for kind, found in drawn.items())
    )


def edges(view: View, base: BaseMap, iso: str) -> list[Ring]:
    """The outline of one country."""
    arcs = dict.fromkeys(
        max(one, ~one) for outline in base.outlines if outline.iso == iso for ring in outline.rings for one in ring
    )
    parts = (part for number in arcs for part in _without_seams(decode_arc(base.arcs[number])))
    return [line for part in parts for line in lines(view, part)]


def _without_seams(arc: Ring) -> Iterator[Ring]:
    """An arc without the stretches where the base map is cut: at 180 degrees, and at its end in the south."""
    part: Ring = []
    for before, after in pairwise(arc):
        is_seam = min(abs(before[0]), abs(after[0])) > _ANTIMERIDIAN or max(before[1], after[1]) < _SOUTH_END
        if is_seam:
            if part:
                yield part
            part = []
        else:
            part = [*(part or [before]), after]
    if part:
        yield part


def _sea(view: View) -> Iterable[Ring]:
    """What is drawn as water: the frame, or on a map of the world the globe."""
    if not isinstance(view.projection, EqualEarth):
        return [[(0, 0), (view.width, 0), (view.width, view.height), (0, view.height)]]
    # just within the edge, so that it is not turned over to the other side
    east = [(179.999, lat) for lat in range(-90, 91, 2)]
    west = [(-179.999, lat) for lat in range(90, -91, -2)]
    ring = [view.projection.point(view.projection.center + lon, lat) for lon, lat in (*east, *west)]
    return [[view.pixel(point) for point in ring]]


def _graticule(view: View) -> Iterator[Ring]:
    """Meridians and parallels at the finest round distance that does not crowd the frame."""
    step = next((s for s in _STEPS_DEG if _meridians(view, s) <= _MOST_MERIDIANS), _STEPS_DEG[-1])
    if view.is_world:
        step = _STEPS_DEG[-1]
    for lon in range(-180, 180, step):
        yield from lines(view, [(float(lon), float(lat)) for lat in range(-90 + step, 91 - step, 1)])
    for lat in range(-90 + step, 90, step):
        yield from lines(view, [(float(lon), float(lat)) for lon in range(-180, 181, 1)])


def _meridians(view: View, step: int) -> float:
    """About how many meridians cross the frame at its middle."""
    return view.width * view.km_per_pixel / (111.2 * step)
