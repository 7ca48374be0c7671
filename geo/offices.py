"""Offices that stand before their place, and the person that holds them after it: "Bupati Kudus Hartopo"."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from geo.cues import Cues
from geo.matches import Match
from geo.tokens import Tokens
from geo.words import given_names

_MAYOR: Final = ("wali", "kota")


def held_by_offices(tokens: Tokens, cues: Cues, matches: Mapping[int, Sequence[Match]]) -> Iterator[int]:
    """The words of places that stand after an office, with or without a level word between them.

    "Wali Kota Bima Arya" has no place but a person after it: what is a given name is left to the words around it.
    """
    for i, word in enumerate(tokens.folded):
        is_mayor = word == _MAYOR[1] and i > 0 and tokens.folded[i - 1] == _MAYOR[0]
        if word not in cues.offices and not is_mayor:
            continue
        at = i + 1
        if at < len(tokens) and tokens.folded[at] in cues.in_name_before and tokens.gap(i) == " ":
            at += 1  # "Bupati Kabupaten Kudus"
        match = next((m for m in matches.get(at, ()) if not m.best.foreign), None)
        if match is None or tokens.gap(at - 1) != " " or tokens.opens[at]:
            continue
        if not (match.count == 1 and match.folded in given_names()):
            yield from range(match.first, match.last + 1)
