"""Likely place names that the gazetteer lacks: listed as unresolved, never mapped."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from geo.article import Span
from geo.context import Context
from geo.cues import AND_WORDS
from geo.matches import Match
from geo.mention import Facility
from geo.tokens import Shape
from geo.words import given_names

_MOST_WORDS: Final = 4
_COMMA: Final = frozenset({", ", " ("})
_SHORTEST: Final = 3
_OF: Final = "of"


@dataclass(frozen=True, slots=True)
class UnknownName:
    """Words ``first``..``last`` (both included): a name in capitals without an entry.

    ``start`` and ``end`` are the words of the whole mention, with a level word in capitals ("Desa Sukamaju").
    """

    first: int
    last: int
    start: int
    end: int


def find_unresolved(
    context: Context, chosen: Collection[Match], facilities: Collection[Facility], table: Mapping[str, float]
) -> Iterator[Span]:
    """Spans of likely place names among the words that no mention and no site takes, in the order of the text."""
    tokens, places = context.tokens, placed_words(chosen)
    for name in unknown_names(context, places, facilities):
        features = unresolved_features(name, context, places)
        if sum([table[feature] * value for feature, value in features.items()]) > 0:
            yield Span(tokens.starts[name.start], tokens.ends[name.end])


def placed_words(chosen: Collection[Match]) -> frozenset[int]:
    """The words that the chosen matches cover."""
    return frozenset(i for match in chosen for i in range(match.first, match.last + 1))


def unknown_names(context: Context, places: frozenset[int], facilities: Collection[Facility]) -> Iterator[UnknownName]:
    """Names in capitals of one to four words that are neither places nor sites, nor of words that say what they are."""
    tokens, cues = context.tokens, context.cues
    closed = {i for site in facilities for i in tokens.between(site.start, site.end)}
    for run in context.runs:
        for part in _parts(run, places | closed):
            first, last = 0, len(part) - 1
            while first <= last and tokens.folded[part[first]] in cues.level:
                first += 1
            while first <= last and tokens.folded[part[last]] in cues.in_name_after:
                last -= 1
            name = part[first : last + 1]
            if name and len(name) <= _MOST_WORDS and not any(_says_what_it_is(context, i) for i in name):
                yield UnknownName(name[0], name[-1], part[0], part[-1])


def _parts(run: Sequence[int], taken: Collection[int]) -> Iterator[list[int]]:
    """The stretches of a run of words between those that are taken."""
    part: list[int] = []
    for i in run:
        if i in taken:
            if part:
                yield part
            part = []
        else:
            part.append(i)
    if part:
        yield part


def _says_what_it_is(context: Context, i: int) -> bool:
    folded, cues = context.tokens.folded[i], context.cues
    return (
        context.tokens.masked[i]
        or i in context.proper_org
        or folded in cues.calendar
        or folded in cues.function_words
        or folded in cues.titles
        or folded in cues.proper_organizations
        or folded in cues.state_organizations
        or folded in cues.facility_before
        or folded in cues.facility_after
        or folded in cues.directions
    )


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
    if folded[name.first] in given_names():
        yield "given_name"
    if any(folded[i] in context.persons for i in words):
        yield "part_of_a_person"
    if name.first == name.last and folded[name.first] in context.name_parts - context.persons:
        yield "part_of_a_name"
    if any(folded[i] in tokens.lowered for i in words):
        yield "a_word_elsewhere"
    if any(i in context.state_org for i in words):
        yield "in_organization"
    if tokens.opens[name.first]:
        yield "opens_sentence"


def _of_words_before(name: UnknownName, context: Context) -> Iterator[str]:
    tokens, cues, before = context.tokens, context.cues, name.first - 1
    if before < 0 or tokens.opens[name.first]:
        return
    word = tokens.folded[before]
    if tokens.gap(before) in {" ", "\u00a0"}:
        if word in cues.level or (word == _OF and before and tokens.folded[before - 1] in cues.level):
            yield "after_level_word"
        elif word in cues.strictly_locative:
            yield "after_locative"
        elif word in cues.locative:
            yield "after_weak_locative"
        elif word in cues.titles or word in cues.saying:
            yield "after_title"
        elif word in cues.associative:
            yield "after_actor_word"
    if name.start < name.first:
        yield "level_word_in_name"


def _of_words_after(name: UnknownName, context: Context, places: frozenset[int]) -> Iterator[str]:
    tokens, cues, last = context.tokens, context.cues, name.last
    if name.end > last:
        yield "level_word_after"
    before = name.first - 1
    if before > 0 and tokens.folded[before] in AND_WORDS:
        before -= 1
    if before in places and (before < name.first - 1 or tokens.gap(before) == ", "):
        yield "listed_after_place"
    if last + 1 >= len(tokens):
        return
    gap, word = tokens.gap(last), tokens.folded[last + 1]
    if gap in _COMMA and last + 1 in places:
        yield "before_place"
    elif gap == " " and word in AND_WORDS and last + 2 in places:
        yield "listed_before_place"
    elif gap == " " and tokens.shapes[last + 1] is Shape.LOWER:
        if word in cues.saying:
            yield "before_saying"
        elif word in cues.level:
            yield "before_level_word"
