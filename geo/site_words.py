"""What names of sites are told by, whether their head stands before or after them."""

from dataclasses import dataclass
from typing import Final

from gazetteer.place import Level, NameKind
from geo.context import Context
from geo.matches import Match
from geo.tokens import Shape
from geo.words import common_words

MOST_MODIFIERS: Final = 3
MOST_NAME_WORDS: Final = 6
LONGEST_ABBREVIATION: Final = 3
"""Letters of the longest word after which a full stop does not end the name ("Jl. Sudirman", "St. Mary")."""

SAINTS: Final = frozenset({"st", "ste", "saint", "sainte", "san", "santa", "sant", "sint", "sankt", "sao"})
"""Words before the name of a saint, whose churches, stations and hospitals are called so."""

_ORDINARY: Final = 0.5
"""Share of a word's uses as an ordinary one, from which it names no site in a text without capitals."""

_CAPITAL: Final = "PPLC"
_OWNERS: Final = frozenset({Level.COUNTRY, Level.CONTINENT})


@dataclass(frozen=True, slots=True)
class SiteWords:
    """Words first..last (both included) of a facility's name."""

    first: int
    last: int


def follows(context: Context, i: int) -> bool:
    """Whether word i comes directly after the word before it, in the same phrase."""
    if not 0 < i < len(context.tokens):
        return False
    tokens, gap = context.tokens, context.tokens.gap(i - 1)
    is_short = len(tokens.words[i - 1]) <= LONGEST_ABBREVIATION and tokens.shapes[i - 1] is not Shape.NUMBER
    if gap == "/":
        return tokens.is_capital(i) and tokens.is_capital(i - 1)  # "Gedung MPR/DPR"
    return gap in {" ", "-", "\u00a0"} or (gap == ". " and is_short)


def is_owner(context: Context, i: int) -> bool:
    """Whether word i is of a country or nationality, which owns what stands beside it and is no part of its name."""
    match = context.strong.get(i)
    if match is None:
        return False
    return match.best.level in _OWNERS or match.best.kind is NameKind.DEMONYM


def is_a_word(context: Context, word: str) -> bool:
    """Whether a word is rather no name: "People drive" is no road."""
    return common_words(context.language).get(word, 0.0) >= _ORDINARY


def is_town_name(context: Context, match: Match, least: float) -> bool:
    """Whether a name that has a site's head in it is a town's: a large one's, a capital's, or one told by its state."""
    best = match.best
    is_known = best.prominence >= least or best.place.feature_code == _CAPITAL
    return is_known or is_told_town(context, match.first, match.last)


def is_told_town(context: Context, first: int, last: int) -> bool:
    """Whether what is named after a comma holds a town of the name: as Tennessee does, but London no Heathrow."""
    if context.tokens.gap(last) != ", ":
        return False
    holders = {sense.place.id for match in context.matches.get(last + 1, ()) for sense in match.senses}
    towns = (match for match in context.matches.get(first, ()) if match.last == last)
    return any(not holders.isdisjoint(sense.within) for match in towns for sense in match.senses)
