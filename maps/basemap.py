"""The base map: outlines and names of the world's countries (Natural Earth, 1:50 or 1:110 million), read offline.

Made by ``maps/extract_basemap.py``. Borders are drawn as the United Nations see them: Crimea in Ukraine,
Western Sahara by itself, Northern Cyprus and Somaliland with the states they belong to; Kosovo is there as
"XK". A country that another state claims as a whole is flagged ``disputed``.
"""

import csv
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from typing import Final, Literal

from gazetteer.place import LonLat

DIGITS: Final = 2
"""Decimals of a degree that the outlines are kept at: about 1.1 km."""

Detail = Literal["110m", "50m"]
"""How fine the outlines are: 1:110 million (39 kB, lacks small states) or 1:50 million (144 kB)."""

_FILES: Final = {"110m": "basemap_110m.json", "50m": "basemap.json"}
_SCALE: Final = 10**DIGITS
_FIRST: Final = 63
"""The code point that stands for 0 in an encoded arc: "?" and the 63 after it need no escape in HTML."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country's code and names, and where its name stands on a map.

    Attributes:
        iso: ISO 3166-1 alpha-2; "XK" is Kosovo.
        numeric: ISO 3166-1 numeric, three digits.
        english: its name in English.
        indonesian: its name in Indonesian.
        name_at: a point well inside its largest part, None where the base map does not draw it.
        disputed: another state claims the whole of it.
    """

    iso: str
    numeric: str
    english: str
    indonesian: str
    name_at: LonLat | None
    disputed: bool

    def name(self, language: str) -> str:
        """Its name in Indonesian for "id", else in English."""
        return self.indonesian if language == "id" else self.english


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """What the base map draws of one country, or of land that is no country's (``iso`` is then "").

    Attributes:
        rings: each ring is a list of references to arcs, one after another; ``~n`` is arc n backwards.
            Holes and islands alike: fill them by the even-odd rule.
    """

    iso: str
    rings: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, kw_only=True)
class BaseMap:
    """The whole base map; neighbors share the arcs of their common border.

    Attributes:
        arcs: each arc as text, see :func:`decode_arc`.
        outlines: sorted by code.
        countries: all countries by code, also those too small to be drawn.
    """

    arcs: tuple[str, ...]
    outlines: tuple[Outline, ...]
    countries: dict[str, Country]

    def rings(self, iso: str) -> list[list[tuple[float, float]]]:
        """The closed rings of a country, each point (lon, lat) in degrees; empty where it is not drawn."""
        return [self._ring(ring) for outline in self.outlines if outline.iso == iso for ring in outline.rings]

    @cached_property
    def _points(self) -> list[list[tuple[float, float]]]:
        return [decode_arc(arc) for arc in self.arcs]

    def _ring(self, references: Sequence[int]) -> list[tuple[float, float]]:
        ring: list[tuple[float, float]] = []
        for reference in references:
            arc = self._points[reference] if reference >= 0 else self._points[~reference][::-1]
            ring += arc[1 if ring else 0 :]
        return ring


def load_base_map(detail: Detail = "50m") -> BaseMap:
    """Read the base map that petakan ships, as fine as ``detail`` says."""
    folder = files("maps") / "data"
    content = json.loads((folder / _FILES[detail]).read_text(encoding="utf-8"))
    return BaseMap(
        arcs=tuple(content["arcs"]),
        outlines=tuple(
            Outline(iso=iso, rings=tuple(tuple(ring) for ring in rings)) for iso, rings in content["outlines"].items()
        ),
        countries={
            country.iso: country for country in _countries((folder / "countries.tsv").read_text(encoding="utf-8"))
        },
    )


def _countries(table: str) -> Iterator[Country]:
    for row in csv.DictReader(table.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
        yield Country(
            iso=row["iso"],
            numeric=row["numeric"],
            english=row["english"],
            indonesian=row["indonesian"],
            name_at=LonLat(float(row["lon"]), float(row["lat"])) if row["lon"] else None,
            disputed=row["disputed"] == "1",
        )


def encode_arc(points: Sequence[tuple[int, int]]) -> str:
    """An arc as text: how far each point (x, y in 1/100 degree) is from the one before, in zigzag base 32.

    The way of Google's encoded polylines, longitude first.
    """
    text, previous = [], (0, 0)
    for point in points:
        for number in (point[0] - previous[0], point[1] - previous[1]):
            rest = number << 1 if number >= 0 else ~(number << 1)
            while rest >= 32:
                text.append(chr((32 | rest & 31) + _FIRST))
                rest >>= 5
            text.append(chr(rest + _FIRST))
        previous = point
    return "".join(text)


def decode_arc(text: str) -> list[tuple[float, float]]:
    """The points (lon, lat) of an arc, in degrees; :func:`encode_arc` the other way round."""
    numbers, number, shift = [], 0, 0
    for character in text:
        digit = ord(character) - _FIRST
        number |= (digit & 31) << shift
        shift += 5
        if digit < 32:
            numbers.append(~(number >> 1) if number & 1 else number >> 1)
            number = shift = 0
    x = y = 0
    points = []
    for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
        x, y = x + dx, y + dy
        points.append((x / _SCALE, y / _SCALE))
    return points
