"""The levels that the words around a name ask for: "Provinsi X", "governor of X", "X and Y counties"."""

from typing import Final

from gazetteer.place import Level
from geo.context import Context
from geo.matches import Match

_HELD: Final = frozenset({"capital"})
"""Of "the capital of X", X holds the town."""

_NO_LEVEL: Final[frozenset[Level]] = frozenset()


def asked(match: Match, context: Context) -> frozenset[Level]:
    """The levels that a word beside the name asks for ("Provinsi X", "X region")."""
    tokens, cues, before, after = context.tokens, context.cues, context.head_before(match.first), match.last + 1
    if before >= 0 and tokens.gap(before) == " " and not tokens.opens[match.first]:
        levels = cues.level.get(tokens.folded[before])
        if levels and not (before and tokens.folded[before - 1] in cues.level_not_after):
            return levels
    if after < len(tokens) and tokens.gap(match.last) == " " and tokens.folded[after] in cues.in_name_after:
        return cues.level.get(tokens.folded[after], frozenset())
    if match.count > 1:  # "Laut Merah" is a sea and "Orange County" a county, whatever else has the name
        return cues.level.get(tokens.folded[match.first]) or cues.level.get(tokens.folded[match.last], _NO_LEVEL)
    return _NO_LEVEL


def asked_around(match: Match, context: Context) -> frozenset[Level]:
    """The levels that words farther off ask for, of this mention alone."""
    return level_of_list(match, context) or _asked_by_of(match, context)


def level_of_list(match: Match, context: Context) -> frozenset[Level]:
    """The levels that the word after a list of names asks for: "Floyd, Polk and Bartow counties"."""
    tokens, i = context.tokens, match.last
    joined = match.first > 0 and tokens.folded[match.first - 1] in context.cues.conjunctions
    while i + 1 < len(tokens) and tokens.gaps[i] in {" ", ", "}:
        i += 1
        if tokens.folded[i] in context.cues.conjunctions or (tokens.gaps[i - 1] == ", " and tokens.is_capital(i)):
            joined = True
        elif tokens.folded[i] in context.cues.locative and tokens.folded[i - 1] in context.cues.conjunctions:
            continue  # "Bullock and northern Coffee counties"
        elif not tokens.is_capital(i):
            return context.cues.level_plural.get(tokens.folded[i], _NO_LEVEL) if joined else _NO_LEVEL
    return _NO_LEVEL


def _asked_by_of(match: Match, context: Context) -> frozenset[Level]:
    """The levels that "the town of X" and "governor of X" ask for, if the name has them; "a town of X" lies in X."""
    tokens, cues, word = context.tokens, context.cues, match.first - 2
    if word < 0 or tokens.folded[word + 1] != "of" or tokens.gaps[word] != " " or tokens.folded[word] in _HELD:
        return frozenset()
    is_its_own = tokens.folded[word] in cues.associative or (word > 0 and tokens.folded[word - 1] == "the")
    levels = {sense.level for sense in match.senses}
    return cues.level.get(tokens.folded[word], frozenset()) & levels if is_its_own else frozenset()
