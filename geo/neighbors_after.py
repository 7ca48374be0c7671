"""Evidence of recognition in the words directly after a match."""

from collections.abc import Iterator
from typing import Final

from gazetteer.place import Level
from geo.context import Context
from geo.levels import level_of_list
from geo.matches import Match
from geo.meanings import LOCAL
from geo.neighbors import speaks
from geo.tokens import Shape, Tokens
from geo.words import family_names, given_names

_ARTICLES: Final = frozenset({"the", "a", "an"})
_INDONESIAN_ARTICLES: Final = frozenset({"sebuah", "suatu", "salah", "ibu", "ibukota"})
"""Words that begin a remark on what something is: "sebuah kota", "ibu kota", "salah satu kabupaten"."""

_IBU_KOTA: Final = ["ibu", "kota"]
_BEFORE_REMARKS: Final = frozenset({", ", " (", " \u2013 ", " \u2014 "})
_MOST_REMARKED: Final = 5
_COMMAS: Final = frozenset({",", "("})
_OF_TOWNS: Final = frozenset({Level.CITY})
_ON_ROADS: Final = frozenset({"off", "along", "near", "of", "to", "from", "via", "at", "across"})
"""Words that say where as well of a road: "near U.S. 27"."""

_LONGEST_ROAD: Final = 3
"""Digits of the longest number of a road; four are a year."""


def features_after(match: Match, context: Context) -> Iterator[str]:
    """What the word after a match says of it."""
    tokens, last = context.tokens, match.last
    if last in tokens.endings:
        yield "case_ending"
    if last + 1 >= len(tokens):
        return
    yield from _of_what_follows(match, context)
    if context.neighbor_is_name(last + 1, last) and match.last not in context.held:
        yield from _of_name_after(match, context)
    if last + 1 in context.strong:
        if tokens.gaps[last].strip() in _COMMAS:
            yield "before_strong"
        elif tokens.gaps[last] == "-":
            yield "in_chain"
    yield from _of_gap_after(match, context)


def _of_gap_after(match: Match, context: Context) -> Iterator[str]:
    tokens, last = context.tokens, match.last
    gap = tokens.gaps[last]
    if gap.startswith("$"):
        yield "currency"
    elif last in tokens.possessives and match.end is None:
        yield "possessive"
    elif gap == " ":
        yield from _of_word_after(match, context)
    elif gap == "-" and tokens.folded[last + 1] in context.cues.origins_after:
        yield "before_actor_word"  # "Dayton-born"


def _of_what_follows(match: Match, context: Context) -> Iterator[str]:
    if level_of_list(match, context):
        yield "in_list_of_level"
    if _is_said_to_be(match, context):
        yield "said_to_be"
    if _is_numbered(match, context):
        yield "before_number"
    elif match.last in context.aged:
        yield "before_age"


def _is_said_to_be(match: Match, context: Context) -> bool:
    """Whether the text says what sort of place a match is: "Victoria, the capital of Seychelles", "X, sebuah kota"."""
    tokens, at = context.tokens, match.last + 1
    if tokens.gaps[match.last] not in _BEFORE_REMARKS:
        return False
    for i in range(at, min(at + _MOST_REMARKED, len(tokens))):
        if tokens.shapes[i] is not Shape.LOWER:
            return False
        if tokens.folded[i] in context.cues.level or tokens.folded[at : i + 1][-2:] == _IBU_KOTA:
            return tokens.folded[at] in _ARTICLES or tokens.folded[at] in _INDONESIAN_ARTICLES
        if tokens.gaps[i] not in {" ", "-"}:
            return False
    return False


def _is_numbered(match: Match, context: Context) -> bool:
    """Whether a number after a match may be its own ("U.S. 27", "Boston 111"), and counts nothing in that place."""
    tokens, first, last = context.tokens, match.first, match.last
    if _is_row(tokens, first, last + 1):
        return False
    dotted = match.count > 1 and tokens.gaps[last - 1] == "."
    if tokens.shapes[last + 1] is not Shape.NUMBER or tokens.gaps[last] != (". " if dotted else " "):
        return False
    before = tokens.folded[first - 1] if first else ""
    is_road = dotted and len(tokens.words[last + 1]) <= _LONGEST_ROAD  # "over U.S. 27", but "in Japan 12 people"
    if before in _ARTICLES:  # "the U.S. 10 days", but "the U.S. 13 Dragway"
        return is_road and tokens.is_capital(last + 2) and tokens.gap(last + 1) == " "
    return is_road or before in _ON_ROADS or before not in context.cues.locative


def _is_row(tokens: Tokens, first: int, number: int) -> bool:
    """Whether a name and a number are all of a line, as in a table of snow or of votes: "Boston 11"."""
    begins = first == 0 or "\n" in tokens.gaps[first - 1]
    return begins and ("\n" in tokens.gaps[number] or number + 1 == len(tokens))


def _of_name_after(match: Match, context: Context) -> Iterator[str]:
    tokens, last = context.tokens, match.last
    following = tokens.folded[last + 1]
    if following in context.cues.titles and following not in given_names(context.language):
        return  # "Valley County Undersheriff Denver Halvorsen", "Kapolres Jakarta Utara Kombes …"
    is_whole = last in context.strong and match.best.level is not Level.CITY
    yield "strong_with_name_after" if is_whole else "name_after"
    if match.count > 1:
        return
    if following in given_names(context.language) or following in family_names():
        yield "person_name_after"
    if match.folded in given_names(context.language):
        yield "given_name"
    if not tokens.opens[match.first] and context.neighbor_is_name(match.first - 1, match.first):
        yield "between_names"


def _of_word_after(match: Match, context: Context) -> Iterator[str]:
    tokens, cues, after = context.tokens, context.cues, match.last + 1
    word = tokens.folded[after]
    if word in cues.directions and tokens.is_capital(after) and match.best.level in LOCAL:
        yield "direction_after"
    is_chained = match.first and tokens.gaps[match.first - 1] == "-" and match.first - 1 in context.strong
    if word in cues.things_after and not is_chained:  # of "the US-Canada treaty" both are meant
        yield "before_thing"
    elif tokens.is_capital(after):
        if word in cues.local_offices and match.best.level in LOCAL:
            yield "before_local_office"
        elif word in cues.in_name_after and cues.level.get(word) == _OF_TOWNS:
            yield "before_level_word"  # "Toledo City Council"
    elif tokens.shapes[after] is Shape.LOWER:
        yield from _of_small_word_after(word, match, context)


def _of_small_word_after(word: str, match: Match, context: Context) -> Iterator[str]:
    tokens, cues = context.tokens, context.cues
    before = tokens.folded[match.first - 1] if match.first else ""
    if word in cues.level:
        yield "before_level_word"
    elif word in cues.actors_after:
        yield "before_actor_word"
    elif word in cues.local_actors:
        yield "before_local_actor"
        if before in _ARTICLES or tokens.opens[match.first]:  # a headline has no article: "Solon man jailed"
            yield "article_and_local_actor"
    elif word in cues.saying and not speaks(match) and before not in cues.locative:
        yield "before_saying"  # of "officials in Toledo said" it is the officials who speak
