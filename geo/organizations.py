"""The words of an article that are inside the names of organisations."""

from collections.abc import Iterator
from typing import Final

from gazetteer.place import NameKind
from geo.context import Context
from geo.site_words import is_told_town

_OF: Final = "of"
_OF_OR_FOR: Final = frozenset({"of", "for"})
_ORG_REACH: Final = 6
_KNOWN: Final = frozenset({"red cross"})
"""Folded names that a small town has as well."""


def organizations(context: Context, runs: list[list[int]]) -> tuple[set[int], set[int]]:
    """Words that a head makes part of an organisation's name: after it, and in English before it or after "of"."""
    state: set[int] = set()
    proper: set[int] = set()
    folded = context.tokens.folded
    for run in runs:
        for at, i in enumerate(run):
            strong = context.strong.get(i)
            if strong is not None and strong.count > 1:
                continue  # "Soviet Union" is no union
            says_level = folded[i] in context.cues.level and context.tokens.gap(i) == " " and i + 1 < len(folded)
            if says_level and (i + 1 in context.matches or folded[i + 1] == _OF):
                continue  # "Co Meath" is no company, nor is the "City of Montreal"
            if _is_of_place(context, run[: at + 1], i) or (folded[i] in context.cues.in_name_after and i != run[-1]):
                continue  # "Jefferson City" is no club, nor is the city of "Salem City Council"
            kinds = [(context.cues.proper_organizations, proper), (context.cues.state_organizations, state)]
            for heads, inside in kinds:
                if folded[i] in heads or (inside is proper and is_club(context, i)):
                    inside.update(_reach(context, run[at + 1 : at + 1 + _ORG_REACH]))
                    inside.update(run[max(0, at - _ORG_REACH) : at])
                    inside.update(_after_of(context, i))
                    break
    return state - proper, proper | set(_known(context))


def _known(context: Context) -> Iterator[int]:
    """Words of organisations known by a name that a town has too, where no state is told: "Red Cross volunteers"."""
    for first, found in context.matches.items():
        for match in found:
            if match.folded in _KNOWN and not is_told_town(context, first, match.last):
                yield from range(first, match.last + 1)


def is_club(context: Context, i: int) -> bool:
    """Whether word i is a club's own name before its town's, as those of Indonesia begin: "Persewangi Banyuwangi"."""
    tokens = context.tokens
    is_called_so = tokens.folded[i].startswith(context.cues.club_starts) and tokens.folded[i] not in tokens.lowered
    return context.is_sport and is_called_so and tokens.gap(i) == " " and i + 1 in context.matches


def _is_of_place(context: Context, upto: list[int], i: int) -> bool:
    """Whether word i is of a place's own name of several words ("Peachtree City", "Bel Air", "College Corner")."""
    names = (match for first in upto[-_ORG_REACH:] for match in context.matches.get(first, ()) if match.count > 1)
    return any(match.last >= i and match.best.kind is NameKind.OFFICIAL for match in names)


def _reach(context: Context, words: list[int]) -> list[int]:
    """Words up to and with the first strong place: a country ends an organisation's name."""
    for n, i in enumerate(words):
        match = context.strong.get(i)
        if match is not None:
            return words[: n + match.count]
    return words


def _after_of(context: Context, i: int) -> list[int]:
    """The words of "Bank of England" after the "of"."""
    tokens = context.tokens
    if tokens.gaps[i] != " ":
        return []  # "Brantow Co. of Solon" is a company there, not one named so
    at = i + 1
    while at + 1 < len(tokens) and tokens.folded[at] in _OF_OR_FOR | context.cues.linking and tokens.gaps[at] == " ":
        at += 1
    if at > i + 1 and tokens.is_capital(at):
        match = context.strong.get(at)
        return list(range(at, at + (match.count if match else 1)))
    return []
