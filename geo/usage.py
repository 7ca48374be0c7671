"""Literal or associative: is the name where something is, or who acts?"""

from typing import Final

from gazetteer.place import Level, NameKind
from geo.context import Context
from geo.matches import Match
from geo.mention import Usage

_LOCAL_LEVELS: Final = frozenset({Level.CITY, Level.ADM2, Level.ADM1, Level.REGION})
_CAPITAL: Final = "PPLC"


def usage_of(match: Match, context: Context) -> Usage:
    """The usage of a match.

    A word of place before it ("di", "in") makes it literal; a word of office or people, the name of an
    organisation, a hyphen chain or a demonym makes it associative. With neither, a town is taken for a
    location and a country or a capital for an actor, as in most news.
    """
    tokens, cues = context.tokens, context.cues
    best = match.best
    if best.kind is NameKind.DEMONYM:
        return Usage.ASSOCIATIVE
    words = range(match.first, match.last + 1)
    if any(i in context.state_org or i in context.proper_org for i in words):
        return Usage.ASSOCIATIVE
    previous = match.first - 1
    if previous >= 0 and not tokens.opens[match.first]:
        gap = tokens.gap(previous)
        if gap == "-":
            return Usage.ASSOCIATIVE
        if gap == " ":
            word = tokens.folded[previous]
            if word in cues.locative or word in cues.level:
                return Usage.LITERAL
            if word in cues.associative:
                return Usage.ASSOCIATIVE
    if best.place.level in _LOCAL_LEVELS and best.place.feature_code != _CAPITAL:
        return Usage.LITERAL
    return Usage.ASSOCIATIVE
