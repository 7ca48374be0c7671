"""Evidence of recognition in the words directly before a match."""

import re
from collections.abc import Iterator
from typing import Final

from gazetteer.place import Level, NameKind
from geo.context import Context
from geo.cues import Cues
from geo.matches import Match
from geo.tokens import LineStyle
from geo.words import given_names

_IN: Final = "in"
_OF: Final = frozenset({"of", "for"})
_ARTICLES: Final = frozenset({"the", "a", "an"})
_COMMAS: Final = frozenset({",", "("})
_DASHES: Final = ("-", "–", "—")
_ENDS: Final = (",", ".")
_CLOSING: Final = (",", ";", ".", " (")
_CAPITAL: Final = "PPLC"
PARTIES: Final = frozenset({"R", "D", "I"})
"""What stands before a lawmaker's state: "Rep. Kevin Brantow, R-Texas"."""

_OPENING: Final = " *_#>\"'“"
_SHORT_TITLE: Final = 4
"""Letters of the longest title that is an abbreviation: "Prof."."""

_MOST_DESCRIBING: Final = 3
_LONG_NOUN: Final = 7
_LONGEST_DATELINE: Final = 40
_SPACED: Final = (" - ", " – ", " — ")
_OUTLET: Final = re.compile(r"[A-Z][\w.]*(?: [A-Z][\w.]*){0,2}, ")
"""Who brings the news, in two or three words before the town of a dateline."""


def is_dateline(match: Match, context: Context) -> bool:
    """Whether a line begins with the match: "SEOUL, KOMPAS.com -", "BERLIN (Reuters) —", "Warta.com, KUDUS -"."""
    tokens = context.tokens
    opens = tokens.opens[match.first]
    if not opens and tokens.gaps[match.first - 1] != ", ":
        return False
    after = tokens.text[tokens.ends[match.last] : tokens.ends[match.last] + _LONGEST_DATELINE]
    if after[:3].lstrip()[:1] not in {*_COMMAS, *_DASHES} or not any(dash in after for dash in _DASHES):
        return False
    line_start = tokens.text.rfind("\n", 0, tokens.starts[match.first]) + 1
    before = tokens.text[line_start : tokens.starts[match.first]]
    return not before.strip(_OPENING) if opens else after.startswith(_SPACED) and _OUTLET.fullmatch(before) is not None


def says_its_level(match: Match, cues: Cues) -> bool:
    """Whether a name of several words ends in the word for its level: "Orange County"."""
    return match.count > 1 and match.best.level in cues.level.get(match.folded.rsplit(maxsplit=1)[-1], ())


def speaks(match: Match) -> bool:
    """Whether a match may be a government that speaks: "Moscow said", and no town does, however large."""
    is_town = match.best.level is Level.CITY and match.best.place.feature_code != _CAPITAL
    return match.is_strong and not is_town


def features_before(match: Match, context: Context) -> Iterator[str]:
    """What the word before a match says of it."""
    tokens, cues, i = context.tokens, context.cues, match.first
    if is_dateline(match, context):
        yield "dateline"
    yield from _of_person(match, context)
    if i == 0 or tokens.opens[i]:
        return
    previous, gap = tokens.folded[i - 1], tokens.gaps[i - 1]
    if previous in _OF and i > 1 and (_names_something(context, i - 2) or i in context.proper_org):
        yield "after_named_of"  # this "of" says nothing of where
    elif gap == " " and previous in cues.linking and tokens.is_capital(i - 1) and not tokens.opens[i - 1]:
        yield "name_before"  # "Koen Van Mechelen"
    elif gap == " ":
        yield from _of_cue(context, i - 1)
        yield from _of_head(context, i)
        yield from _of_saying(match, context)
        yield from _of_owner(context, i)
    if gap == "-" and tokens.words[i - 1] in PARTIES:
        yield "after_party"
    if gap == " " and previous in cues.naming_organizations and tokens.is_capital(i - 1):
        yield "after_organization_head"
    yield from _of_thing_before(match, context)
    if gap == ".":
        yield "in_address"
    yield from _of_name_before(match, context)


def _of_person(match: Match, context: Context) -> Iterator[str]:
    """What stands before somebody's name: a title, or whose family they are ("his wife, Geneva, and a cat")."""
    i = match.first
    if _is_titled(context, i):
        yield "after_title"
    elif i and _is_kin(match, context):
        yield "after_kin"


def _is_kin(match: Match, context: Context) -> bool:
    """Whether a match is somebody's family: "his wife, Geneva", "son of Floyd and Ethel Brantow", "Gary (Lori)"."""
    tokens, kin, i = context.tokens, context.cues.kin, match.first
    gap, after = tokens.gaps[i - 1], tokens.gap(match.last)
    if tokens.folded[i - 1] in kin:
        return gap == " " or (gap == ", " and after.startswith(_CLOSING))
    if _is_listed_kin(match, context):
        return True
    if gap == " (" and after.startswith(")"):  # whom he married
        return {match.folded, tokens.folded[i - 1]} <= given_names(context.language)
    if tokens.folded[max(0, i - 2) : i] == ["the", "late"]:
        i -= 2  # "children of the late Floyd and Ethel Brantow"
    if i < 2 or tokens.folded[i - 1] != "of" or tokens.folded[i - 2] not in kin or match.last + 2 >= len(tokens):
        return False
    joint, partner = tokens.folded[match.last + 1 : match.last + 3]
    return after == " " and joint in context.cues.conjunctions and partner in given_names(context.language)


def _is_listed_kin(match: Match, context: Context) -> bool:
    """Whether a given name is in a list of somebody's family: "two sons, Roy of Ohio and Gary of Iowa; a daughter"."""
    tokens, i = context.tokens, match.first
    joint = tokens.folded[i - 1] in context.cues.conjunctions or tokens.gaps[i - 1] == ", "
    is_followed = match.last + 1 < len(tokens) and tokens.folded[match.last + 1] == "of"
    if not (joint and is_followed and match.folded in given_names(context.language)):
        return False
    while i > 0 and not (tokens.opens[i] and tokens.is_capital(i)) and ";" not in tokens.gaps[i - 1]:
        i -= 1
        if tokens.folded[i] in context.cues.kin and tokens.gaps[i] == ", ":
            return True
    return False


def _of_saying(match: Match, context: Context) -> Iterator[str]:
    """A word of saying before a match: "kata X,"."""
    tokens = context.tokens
    if tokens.folded[match.first - 1] not in context.cues.saying:
        return
    if not speaks(match):
        if not _describes(match, context):
            yield "after_saying"
    elif match.count == 1 and match.best.level is Level.COUNTRY and tokens.gap(match.last).startswith(_ENDS):
        yield "said_by"  # of capitals news says it as well


def _describes(match: Match, context: Context) -> bool:
    """Whether a name says where the person is from who is said to be something: "said Dayton farmer Jack Brantow"."""
    tokens, cues, i = context.tokens, context.cues, match.last + 1
    words = 0
    while i < len(tokens) and words < _MOST_DESCRIBING and tokens.gaps[i - 1] == " " and not tokens.is_capital(i):
        if tokens.folded[i] in cues.function_words or tokens.folded[i] in cues.prepositions:
            return False
        i, words = i + 1, words + 1
    return words > 0 and tokens.gap(i - 1) == " " and tokens.is_capital(i)


def _of_thing_before(match: Match, context: Context) -> Iterator[str]:
    """Whether the word before a match makes it the name of a dish or of a language."""
    tokens, cues, before = context.tokens, context.cues, match.first - 1
    if tokens.folded[before] in cues.dishes and tokens.gaps[before] == " ":
        yield "after_dish"
    if tokens.folded[before] in cues.languages_after or _is_spoken(match, context):
        yield "language_name"


def _is_spoken(match: Match, context: Context) -> bool:
    """Whether a word for a people stands for its language: "greets them in French, Italian and Tagalog"."""
    tokens, cues, last = context.tokens, context.cues, match.last
    if match.best.kind is not NameKind.DEMONYM:
        return False
    ends = last + 1 == len(tokens) or tokens.gaps[last] != " "
    if not ends and tokens.folded[last + 1] not in context.cues.conjunctions | cues.prepositions:
        return False  # "in French waters"
    before = match.first - 1
    while before > 1 and (tokens.gaps[before] == ", " or tokens.folded[before] in context.cues.conjunctions):
        before -= 1 if tokens.is_capital(before) else 2  # to the word before the list
    return tokens.folded[before] == _IN or tokens.folded[before] in cues.languages_after


def _of_owner(context: Context, i: int) -> Iterator[str]:
    """What stands before the "of" before word i: "Jack Brantow of Ohio"."""
    if i > 1 and context.tokens.folded[i - 1] == "of" and _is_person(context, i - 2):
        yield "person_from"


def _is_titled(context: Context, i: int) -> bool:
    """Whether a title stands before word i, or before its given name; the full stop of "Mr." ends no sentence."""
    tokens = context.tokens
    is_second = i > 1 and tokens.gaps[i - 1] == " " and tokens.is_capital(i - 1)
    if is_second and (tokens.folded[i - 1] in given_names(context.language) or tokens.gaps[i - 2] == ". "):
        i -= 1  # "Rep. Brooklyn Toledo"
    if i == 0 or tokens.folded[i - 1] not in context.cues.titles:
        return False
    gap, is_short = tokens.gaps[i - 1], len(tokens.words[i - 1]) <= _SHORT_TITLE
    return gap == " " or (gap == ". " and is_short and tokens.is_capital(i - 1))


def _of_cue(context: Context, before: int) -> Iterator[str]:
    word, cues = context.tokens.folded[before], context.cues
    if word in _ARTICLES:
        yield "after_article"
    if word in cues.level or word in cues.districts:
        yield "after_level_word"
    elif word in cues.locative:
        # "muara Aman" is where a river ends, and "Muara Aman" a town
        is_of_name = word in cues.place_starts and context.tokens.is_capital(before)
        yield "name_before" if is_of_name and not context.tokens.opens[before] else "after_locative"
    elif word in cues.associative:
        yield "after_actor_word"


def _of_head(context: Context, i: int) -> Iterator[str]:
    """What a head says that a linking word joins to word i: "provincia de Melgar", "presidente do Brasil"."""
    cues, head = context.cues, context.head_before(i)
    if head == i - 1:
        return
    word = context.tokens.folded[head]
    if context.tokens.is_capital(head) and (word in given_names(context.language) or word in context.persons):
        yield "given_name_before"
    elif word in cues.proper_organizations:
        yield "after_named_of"
    elif word in cues.level:
        yield "after_level_word"
    elif word in cues.associative:
        yield "after_actor_word"
    elif word in cues.locative and context.tokens.folded[i - 1] not in cues.locative:
        yield "after_locative"  # "dans la Marne", "in der Schweiz"


def _of_name_before(match: Match, context: Context) -> Iterator[str]:
    tokens, before = context.tokens, match.first - 1
    if context.neighbor_is_name(before, match.first) and not _is_noun(context, before):
        # the first word of a sentence has its capital anyway, and is a name now and then only
        yield "opener_before" if tokens.opens[before] else "name_before"
        if match.count == 1 and tokens.folded[before] in given_names(context.language):
            yield "given_name_before"
    if match.best.kind is NameKind.CODE and tokens.gaps[before] == ", " and before in context.covered:
        yield "code_after_name"
    if before in context.strong:
        if tokens.gaps[before] == "-":
            yield "in_chain"
        elif tokens.gaps[before].strip() in _COMMAS:
            yield "after_strong"


def _is_noun(context: Context, i: int) -> bool:
    """Whether word i opens a sentence and ends like a noun that is no name: "Tuduhan Washington"."""
    folded = context.tokens.folded[i]
    is_long = context.tokens.opens[i] and len(folded) >= _LONG_NOUN
    return is_long and folded.endswith(context.cues.noun_ends) and folded not in given_names(context.language)


def _names_something(context: Context, i: int) -> bool:
    """Whether word i begins what an "of" goes on with: "Peanut Corporation of America", no "Governor of Ohio"."""
    tokens, cues = context.tokens, context.cues
    folded = tokens.folded[i]
    return (
        tokens.is_capital(i)
        and tokens.gaps[i] == " "
        and not tokens.opens[i]
        and tokens.styles[i] is LineStyle.NORMAL
        and folded not in cues.associative
        and folded not in cues.level
        and folded not in cues.titles
        and not _is_person(context, i)
    )


def _is_person(context: Context, i: int) -> bool:
    """Whether word i ends somebody's name: "Jack Brantow of Ohio", "his sons, Roy of Ohio and Earl of Iowa"."""
    folded, is_place = context.tokens.folded[i], i in context.strong
    is_name = folded in context.persons or (folded in given_names(context.language) and not is_place)
    return context.tokens.is_capital(i) and is_name
