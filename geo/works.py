"""Titles of works between quotation marks: a film "Senja di Ternate" is nowhere, nor is "Going to Memphis"."""

from collections.abc import Iterator
from typing import Final

from geo.tokens import LineStyle, Shape, Tokens

_OPENING: Final = ('"', "\u201c", "\u201e", "\u00ab", "\u2018")
_CLOSING: Final = ('"', "\u201d", "\u201c", "\u00bb", "\u2019")
_FEWEST, _MOST = 2, 8
_SMALL_WORD: Final = 4
"""Letters of the longest word that a title may leave in lower case: "dari", "from"."""


def is_quoted_alone(tokens: Tokens, first: int, last: int) -> bool:
    """Whether words first..last are all between quotation marks, as a film or a ship: "Casablanca," in them."""
    return tokens.before(first).endswith(_OPENING) and tokens.gap(last).lstrip(",.").startswith(_CLOSING)


def words_in_titles(tokens: Tokens) -> Iterator[int]:
    """The words between quotation marks that are the title of a work: a few, with capitals as titles have."""
    if not any(mark in tokens.text for mark in _OPENING):
        return
    for first in range(len(tokens)):
        if tokens.styles[first] is LineStyle.NORMAL and tokens.before(first).endswith(_OPENING):
            last = _last_quoted(tokens, first)
            if last is not None and _is_title(tokens, first, last):
                yield from range(first, last + 1)


def _last_quoted(tokens: Tokens, first: int) -> int | None:
    """The word before the closing mark, with nothing between the words but spaces; None where there is none."""
    for last in range(first, min(first + _MOST, len(tokens))):
        gap = tokens.gap(last)
        if gap.lstrip(",.!?").startswith(_CLOSING):
            return last
        if gap not in {" ", "-", ", ", ": "}:
            return None
    return None


def _is_title(tokens: Tokens, first: int, last: int) -> bool:
    words = range(first, last + 1)
    small = all(len(tokens.words[i]) <= _SMALL_WORD for i in words if tokens.shapes[i] is Shape.LOWER)
    return small and len(words) >= _FEWEST and sum(map(tokens.is_capital, words)) >= _FEWEST
