"""Likely place names that the gazetteer lacks: listed as unresolved, never mapped."""

import math
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from geo.article import Span
from geo.context import HOME, Context
from geo.cues import Cues
from geo.matches import Match
from geo.mention import Facility
from geo.tokens import Shape
from geo.unknown_names import UnknownName, unknown_names
from geo.words import given_names

CLEAR: Final = 0.75
"""Probability from which a name without an entry speaks for its other mentions."""

_CLEAR_ODDS: Final = math.log(CLEAR / (1 - CLEAR))
_OF_PLACE: Final = {", ": "before_place", " (": "before_place_in_brackets"}
_SHORTEST: Final = 3
_LONG: Final = 6
"""Letters from which the beginning or end of a word says something: "Sidorejo", but not "Citra"."""

_OF: Final = "of"


@dataclass(slots=True)
class WeighedName:
    """A name without an entry, its features, and the log-odds that they add up to."""

    name: UnknownName
    features: dict[str, float]
    log_odds: float = 0.0


def find_unresolved(
    context: Context, chosen: Collection[Match], facilities: Collection[Facility], table: Mapping[str, float]
) -> Iterator[Span]:
    """Spans of likely place names among the words that no mention and no site takes, in the order of the text."""
    tokens = context.tokens
    for one in weigh_names(context, placed_words(chosen), facilities, table):
        if one.log_odds > 0:
            yield Span(tokens.starts[one.name.start], tokens.ends[one.name.end])


def weigh_names(
    context: Context, places: frozenset[int], facilities: Collection[Facility], table: Mapping[str, float]
) -> list[WeighedName]:
    """Weigh all names without an entry; a clear one counts for its other mentions and for what is listed after it."""
    names = unknown_names(context, places, facilities)
    weighed = [WeighedName(name, unresolved_features(name, context, places)) for name in names]
    clear: dict[str, int] = {}
    for one in weighed:
        one.log_odds = _sum(one.features, table)
        if one.log_odds >= _CLEAR_ODDS:
            clear[_folded(one.name, context)] = one.name.first
    listed: set[int] = set()
    for one in weighed:
        if clear.get(_folded(one.name, context), one.name.first) != one.name.first:
            one.features["accepted_elsewhere"] = 1.0
        if _is_listed_after(one.name, context, listed):
            one.features["listed_after_unknown"] = 1.0
        one.log_odds = _sum(one.features, table)
        if one.log_odds > 0:
            listed.update(range(one.name.first, one.name.last + 1))
    return weighed


def _sum(features: Mapping[str, float], table: Mapping[str, float]) -> float:
    return sum([table[feature] * value for feature, value in features.items()])


def _folded(name: UnknownName, context: Context) -> str:
    return " ".join(context.tokens.folded[name.first : name.last + 1])


def _is_listed_after(name: UnknownName, context: Context, listed: Collection[int]) -> bool:
    """Whether the name follows one of the words ``listed`` in a list: "Kudus, X" or "Kudus dan X"."""
    tokens, before = context.tokens, name.start - 1
    if before > 0 and tokens.folded[before] in context.cues.conjunctions:
        before -= 1
    return before in listed and (before < name.start - 1 or tokens.gap(before) == ", ")


def placed_words(chosen: Collection[Match]) -> frozenset[int]:
    """The words that the chosen matches cover."""
    return frozenset(i for match in chosen for i in range(match.first, match.last + 1))


def unresolved_features(name: UnknownName, context: Context, places: frozenset[int]) -> dict[str, float]:
    """Features of a name without an entry, name -> 1.0."""
    return dict.fromkeys(
        ("bias", *_of_name(name, context), *_of_words_before(name, context), *_of_words_after(name, context, places)),
        1.0,
    )


def _of_name(name: UnknownName, context: Context) -> Iterator[str]:
    tokens, folded = context.tokens, context.tokens.folded
    words = range(name.first, name.last + 1)
    if name.first != name.last:
        yield "several_words"
    elif len(folded[name.first]) <= _SHORTEST:
        yield "short_name"
    if any(tokens.shapes[i] is Shape.UPPER for i in words):
        yield "acronym"
    if any(folded[i] in tokens.lowered for i in words):
        yield "a_word_elsewhere"
    if any(i in context.state_org for i in words):
        yield "in_organization"
    if tokens.opens[name.first]:
        yield "opens_sentence"
    if name.first in context.in_districts:
        yield "listed_in_district"
    yield from _of_persons_and_places(name, context)


def _of_persons_and_places(name: UnknownName, context: Context) -> Iterator[str]:
    """Whether it looks like a person's name, or like that of a village."""
    folded, cues = context.tokens.folded, context.cues
    first, last = folded[name.first], folded[name.last]
    if first in given_names(context.language):
        yield "given_name"
    if any(folded[i] in context.persons for i in range(name.first, name.last + 1)):
        yield "part_of_a_person"
    if name.first == name.last and first in context.name_parts - context.persons:
        yield "part_of_a_name"
    is_like = first.startswith(cues.place_starts) or last.endswith(cues.place_ends)
    if len(first) >= _LONG and (is_like or last in cues.directions):  # "Sidorejo", "Balongwatu Selatan"
        yield "like_a_place"
    if _is_known_at_home(name, context):
        yield "known_at_home"


def _is_known_at_home(name: UnknownName, context: Context) -> bool:
    """Whether the gazetteer has the name, though not clearly here, in the country of the article's language."""
    home = HOME.get(context.language or "")
    return home is not None and any(
        match.last == name.last and any(sense.place.country == home for sense in match.senses)
        for match in context.matches.get(name.first, ())
    )


def _of_words_before(name: UnknownName, context: Context) -> Iterator[str]:
    tokens, cues, before = context.tokens, context.cues, name.first - 1
    if before < 0 or tokens.opens[name.first]:
        return
    if tokens.gap(before) in {" ", "\u00a0"}:
        yield from _of_heads(name, context)
    if name.start < name.first and tokens.folded[name.first - 1] in cues.in_name_before:
        yield "level_word_in_name"


def _of_heads(name: UnknownName, context: Context) -> Iterator[str]:
    """What the words before a name say that it is: a village, what they are an office or a level of."""
    tokens, cues, before = context.tokens, context.cues, name.first - 1
    word, head = tokens.folded[before], tokens.folded[context.head_before(name.first)]
    if head in cues.villages and head not in cues.level:
        yield "after_village_word"
    elif word in cues.level and word in cues.associative:
        yield "after_office_word"
    elif word in cues.level or (word == _OF and before and tokens.folded[before - 1] in cues.level):
        yield "after_level_word"
    else:
        yield from _of_word(word, cues)


def _of_word(word: str, cues: Cues) -> Iterator[str]:
    if word in cues.strictly_locative:
        yield "after_locative"
    elif word in cues.locative:
        yield "after_weak_locative"
    elif word in cues.titles or word in cues.saying:
        yield "after_title"
    elif word in cues.associative:
        yield "after_actor_word"


def _of_words_after(name: UnknownName, context: Context, places: frozenset[int]) -> Iterator[str]:
    tokens, cues, last = context.tokens, context.cues, name.last
    if name.end > last:
        yield "level_word_after"
    if _is_listed_after(name, context, places):
        yield "listed_after_place"
    if last + 1 >= len(tokens):
        return
    gap, word = tokens.gap(last), tokens.folded[last + 1]
    if gap in _OF_PLACE and last + 1 in places:
        yield _OF_PLACE[gap]
    elif gap == " " and word in context.cues.conjunctions and last + 2 in places:
        yield "listed_before_place"
    elif gap == " " and tokens.shapes[last + 1] is Shape.LOWER:
        if word in cues.saying:
            yield "before_saying"
        elif word in cues.level:
            yield "before_level_word"
