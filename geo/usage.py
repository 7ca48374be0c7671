"""Literal or associative: is the name where something is, or who acts?"""

from typing import Final

from gazetteer.place import Level, NameKind
from geo.context import Context
from geo.evidence import is_dateline
from geo.matches import Match
from geo.mention import Usage

_LOCAL_LEVELS: Final = frozenset({Level.CITY, Level.ADM2, Level.ADM1, Level.REGION, Level.CONTINENT})
_CAPITAL: Final = "PPLC"
_SAME_PHRASE: Final = frozenset({", ", " (", "/"})
_AND: Final = frozenset({" dan ", ", dan ", " and ", ", and ", " serta ", " atau ", " or "})


def usage_of(match: Match, context: Context, previous: tuple[int, Usage] | None) -> Usage:
    """The usage of a match; ``previous`` is the last word of the mention before it and that mention's usage.

    A word of office or people before it, the name of an organisation, a hyphen chain or a demonym makes it
    associative; a word of place ("di", "in") makes it literal. In "X, Y" and in lists it is as the one before.
    With none of these, a town is taken for a location and a country or a capital for an actor, as in most news.
    """
    words = range(match.first, match.last + 1)
    if match.best.kind is NameKind.DEMONYM or any(i in context.state_org or i in context.proper_org for i in words):
        return Usage.ASSOCIATIVE
    if is_dateline(match, context):
        return Usage.LITERAL
    cued = _by_word_before(match, context) or _as_before(match, context, previous)
    if cued is not None:
        return cued
    best = match.best.place
    local = best.level in _LOCAL_LEVELS and best.feature_code != _CAPITAL
    return Usage.LITERAL if local else Usage.ASSOCIATIVE


def _as_before(match: Match, context: Context, previous: tuple[int, Usage] | None) -> Usage | None:
    if previous is None:
        return None
    between = context.tokens.text[context.tokens.ends[previous[0]] : context.tokens.starts[match.first]]
    return previous[1] if between in _SAME_PHRASE or between in _AND else None


def _by_word_before(match: Match, context: Context) -> Usage | None:
    tokens, cues, before = context.tokens, context.cues, match.first - 1
    if before < 0 or tokens.opens[match.first] or tokens.gap(before) not in {" ", "-"}:
        return None
    word = tokens.folded[before]
    if tokens.gap(before) == "-" or word in cues.associative:
        return Usage.ASSOCIATIVE
    if word in cues.level and before and tokens.gap(before - 1) == " ":
        # "di Kota Semarang", "gubernur Provinsi X": the word before the level word decides
        return Usage.ASSOCIATIVE if tokens.folded[before - 1] in cues.associative else Usage.LITERAL
    return Usage.LITERAL if word in cues.locative or word in cues.level else None
