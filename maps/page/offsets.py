"""Offsets as JavaScript counts them: in UTF-16 code units, not in code points."""

from bisect import bisect_left
from typing import Final

_FIRST_PAIR: Final = "\U00010000"
"""The first character that takes two units."""


class Utf16:
    """Offsets in one text; nearly every text has no character of two units, and then nothing changes."""

    def __init__(self, text: str) -> None:
        self._pairs = [at for at, one in enumerate(text) if one >= _FIRST_PAIR] if _has_pairs(text) else []

    def __call__(self, at: int) -> int:
        """The offset of code point ``at`` in UTF-16 units."""
        return at + bisect_left(self._pairs, at)


def _has_pairs(text: str) -> bool:
    return not text.isascii() and max(text) >= _FIRST_PAIR
