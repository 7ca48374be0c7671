"""Where on the picture a name may stand."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from maps.picture.projection import Point

_GAP: Final = 4.0
_LEADERS: Final = (12.0, 24.0, 40.0, 60.0, 85.0, 115.0)
"""Pixels between what is named and a name that has a line to it."""


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


def box_around(at: Point, reach: float) -> Box:
    return Box(at[0] - reach, at[1] - reach, at[0] + reach, at[1] + reach)


def beside(label: Label) -> Iterator[tuple[Box, None]]:
    """Where a name may stand at what it names."""
    for x, y in _candidates(label):
        yield Box(x, y, x + label.width, y + label.height), None


def apart(label: Label) -> Iterator[tuple[Box, tuple[Point, Point]]]:
    """Where it may stand with a line that leads to it, and the line's ends."""
    for distance in _LEADERS if label.reach else ():
        for number in range(16):
            turn = number * math.pi / 8
            x, y = math.cos(turn), math.sin(turn)
            end = (label.at[0] + x * (label.reach + distance), label.at[1] + y * (label.reach + distance))
            start = (label.at[0] + x * label.reach, label.at[1] + y * label.reach)
            # a steep line leads to the middle of the name, any other to its side
            left = end[0] - label.width / 2 if abs(x) < 0.8 else end[0] + (1.0 if x > 0 else -label.width - 1.0)
            top = end[1] - label.height / 2 if abs(x) >= 0.8 else end[1] + (0.0 if y > 0 else -label.height)
            yield Box(left, top, left + label.width, top + label.height), (start, end)


def _candidates(label: Label) -> Iterator[Point]:
    """Upper left corners: beside a town, inside a country, on the upper or lower edge of a ring."""
    x, y = label.at[0] - label.width / 2, label.at[1] - label.height / 2
    if label.kind == "city" or (label.kind == "country" and label.reach):
        off, slant = label.reach + _GAP, 0.7 * label.reach + _GAP / 2
        yield from [(label.at[0] + off, y), (label.at[0] - off - label.width, y)]
        yield from [(x, label.at[1] - off - label.height), (x, label.at[1] + off)]
        for dy in (-slant - label.height, slant):
            yield from [(label.at[0] + slant, label.at[1] + dy), (label.at[0] - slant - label.width, label.at[1] + dy)]
        return
    if label.kind == "region":
        yield from [(x, y), (x, y - 2 * label.height), (x, y + 2 * label.height)]
    elif label.reach:
        off = label.reach + _GAP
        yield from [(x, label.at[1] - off - label.height), (x, label.at[1] + off)]
        yield from [(label.at[0] + off, y), (label.at[0] - off - label.width, y)]
        yield from [(x, label.at[1] - label.reach + 2), (x, label.at[1] + label.reach - label.height - 2)]
    if label.kind == "adm":
        return
    for row in (0, -1, 1, -2, 2):
        for column in (0, -0.35, 0.35):
            yield x + column * label.width, y + row * 1.15 * label.height
