"""One page or text of the measured set, with what is right for it."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from pages.stories import Story

_PROBES_NAMES: Final = """
    Bontang Sorong Tarakan Bitung Palopo Kendari Ternate Gorontalo Dumai Singkawang Sumenep Nairobi Oslo Manila
    Caracas
"""
PROBES: Final = tuple(_PROBES_NAMES.split())
"""Places that stand in boilerplate alone, never in a story."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """``data`` is the file, ``story`` the article in it, and the rest what is right for it, None where unknown."""

    name: str
    data: bytes
    story: Story
    day: date | None
    outlet: str | None = None
    byline: str | None = None
    title: str | None = None
    """Where it is not the story's."""
