"""Matches that take a word from what stands beside them, or lend one to it, and so are no mentions of a place."""

from typing import Final

from gazetteer.place import Level
from geo.context import Context
from geo.matches import Match
from geo.site_words import SAINTS

_TOWN: Final = 4.8
"""About 60,000 inhabitants: a smaller place may be what the saint's name is of."""


def has_borrowed_words(match: Match, context: Context) -> bool:
    """Whether a match is only there because names stand side by side."""
    return _begins_in_title(match, context) or _ends_in_authority(match, context) or _begins_site(match, context)


def _begins_in_title(match: Match, context: Context) -> bool:
    """Whether a match takes its first word from a title: "Wali Kota Semarang" is the mayor of Semarang."""
    tokens, cues, first = context.tokens, context.cues, match.first
    if first == 0 or tokens.opens[first] or tokens.gaps[first - 1] != " ":
        return False
    if context.is_part_of_police(first):
        return True
    return tokens.folded[first - 1] in cues.in_name_not_after and tokens.folded[first] in cues.in_name_before


def _ends_in_authority(match: Match, context: Context) -> bool:
    """Whether a match takes its last word from an authority of a town that the article names alone as well.

    "Dallas City Council" is of Dallas, where that is named, and not of a Dallas City elsewhere.
    """
    tokens, last = context.tokens, match.last
    if match.count == 1 or tokens.folded[last] not in context.cues.in_name_last:
        return False
    if not tokens.is_capital(last + 1) or tokens.gap(last) != " ":
        return False
    own = match.folded.rpartition(" ")[0]
    longest = (found[0] for found in context.matches.values())
    return any(one.folded == own and one.best.level is Level.CITY for one in longest)


def _begins_site(match: Match, context: Context) -> bool:
    """Whether a saint's name is joined to a match: stations, clubs and parishes are called so ("Gent-Sint-Pieters").

    A town of the saint's is another place: "Minneapolis-St. Paul".
    """
    tokens, after = context.tokens, match.last + 1
    if tokens.gap(match.last) != "-" or after >= len(tokens) or tokens.folded[after] not in SAINTS:
        return False
    return all(one.best.prominence < _TOWN for one in context.matches.get(after, ()))
