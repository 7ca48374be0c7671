"""Finds names of the gazetteer in a sequence of words.

One question to the file per distinct first word brings all names that begin with it; later ones are answered
from memory. That, and not the store, is what makes a scan fast.
"""

from collections.abc import Sequence
from typing import Final

from gazetteer.layers import AnyGazetteer

_MAX_NAMES: Final = 1024
"""A first word with more names than this ("san") is asked name by name instead."""

_MAX_REMEMBERED: Final = 50_000
_MAX_WORDS: Final = 8


class NameMatcher:
    """Matches of gazetteer names, with a memory of the words seen so far."""

    def __init__(self, gazetteer: AnyGazetteer) -> None:
        self._gazetteer = gazetteer
        self._by_first: dict[str, tuple[frozenset[str], int] | None] = {}

    def lengths(self, folded: Sequence[str], start: int) -> list[int]:
        """Numbers of words of all names that begin at ``folded[start]``, longest first."""
        first = folded[start]
        known = self._names(first)
        if known is None:
            return []
        names, most = known
        found = []
        phrase = first
        for count in range(1, min(most, len(folded) - start) + 1):
            if count > 1:
                phrase = f"{phrase} {folded[start + count - 1]}"
            if phrase in names if names else self._gazetteer.hits(phrase):
                found.append(count)
        found.reverse()
        return found

    def _names(self, first: str) -> tuple[frozenset[str], int] | None:
        """All names that begin with the word, and the number of words of the longest; None for no name.

        Of too many names none, and a bound.
        """
        try:
            return self._by_first[first]
        except KeyError:
            pass
        if len(self._by_first) >= _MAX_REMEMBERED:
            self._by_first.clear()
        names = self._gazetteer.names_starting_with(first, _MAX_NAMES + 1)
        known: tuple[frozenset[str], int] | None
        if not names:
            known = None
        elif len(names) > _MAX_NAMES:
            known = (frozenset(), _MAX_WORDS)
        else:
            known = (frozenset(names), max(name.count(" ") for name in names) + 1)
        self._by_first[first] = known
        return known
