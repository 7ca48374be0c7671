"""Evidence of recognition in the words directly before and after a match."""

from collections.abc import Iterator
from typing import Final

from gazetteer.place import Level, NameKind
from geo.context import Context
from geo.cues import AND_WORDS, Cues
from geo.levels import level_of_list
from geo.matches import Match
from geo.tokens import LineStyle, Shape, Tokens
from geo.words import family_names, given_names

_IN: Final = "in"
_OF: Final = frozenset({"of", "for"})
_BY_CASES: Final = "tr"
"""Turkish says where by endings after an apostrophe: "Bursa'da"."""

_ARTICLES: Final = frozenset({"the", "a", "an"})
_COMMAS: Final = frozenset({",", "("})
_DASHES: Final = ("-", "–", "—")
_OF_TOWNS: Final = frozenset({Level.CITY})
_ON_ROADS: Final = frozenset({"off", "along", "near", "of", "to", "from", "via", "at", "across"})
"""Words that say where as well of a road: "near U.S. 27"."""

_PARTIES: Final = frozenset({"R", "D", "I"})
"""What stands before a lawmaker's state: "Rep. Kevin Brantow, R-Texas"."""

_OPENING: Final = " *_#>\"'“"
_LOCAL: Final = frozenset({Level.CITY, Level.ADM2})
_SHORT_TITLE: Final = 4
"""Letters of the longest title that is an abbreviation: "Prof."."""

_LONG_NOUN: Final = 7
_LONGEST_DATELINE: Final = 40


def is_dateline(match: Match, context: Context) -> bool:
    """Whether the match opens a line that begins like "SEOUL, KOMPAS.com -" or "BERLIN (Reuters) —"."""
    tokens = context.tokens
    if not tokens.opens[match.first]:
        return False
    after = tokens.text[tokens.ends[match.last] : tokens.ends[match.last] + _LONGEST_DATELINE]
    if after[:3].lstrip()[:1] not in {*_COMMAS, *_DASHES} or not any(dash in after for dash in _DASHES):
        return False
    line_start = tokens.text.rfind("\n", 0, tokens.starts[match.first]) + 1
    return not tokens.text[line_start : tokens.starts[match.first]].strip(_OPENING)


def begins_in_title(match: Match, context: Context) -> bool:
    """Whether a match takes its first word from a title: "Wali Kota Semarang" is the mayor of Semarang."""
    tokens, cues, first = context.tokens, context.cues, match.first
    if first == 0 or tokens.opens[first] or tokens.gaps[first - 1] != " ":
        return False
    if context.is_part_of_police(first):
        return True
    return tokens.folded[first - 1] in cues.in_name_not_after and tokens.folded[first] in cues.in_name_before


def says_its_level(match: Match, cues: Cues) -> bool:
    """Whether a name of several words ends in the word for its level: "Orange County"."""
    return match.count > 1 and match.best.level in cues.level.get(match.folded.rsplit(maxsplit=1)[-1], ())


def features_before(match: Match, context: Context) -> Iterator[str]:
    """What the word before a match says of it."""
    tokens, cues, i = context.tokens, context.cues, match.first
    if is_dateline(match, context):
        yield "dateline"
    if _is_titled(context, i):
        yield "after_title"
    if i == 0 or tokens.opens[i]:
        return
    previous, gap = tokens.folded[i - 1], tokens.gaps[i - 1]
    if previous in _OF and i > 1 and (_names_something(context, i - 2) or i in context.proper_org):
        yield "after_named_of"  # this "of" says nothing of where
    elif gap == " ":
        yield from _of_cue(previous, cues, is_strong=match.is_strong)
        yield from _of_owner(context, i)
    if gap == "-" and tokens.words[i - 1] in _PARTIES:
        yield "after_party"
    if gap == " " and previous in cues.naming_organizations and tokens.is_capital(i - 1):
        yield "after_organization_head"
    yield from _of_thing_before(match, context)
    if gap == ".":
        yield "in_address"
    yield from _of_name_before(match, context)


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
    if not ends and tokens.folded[last + 1] not in AND_WORDS | cues.prepositions:
        return False  # "in French waters"
    before = match.first - 1
    while before > 1 and (tokens.gaps[before] == ", " or tokens.folded[before] in AND_WORDS):
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
    if is_second and (tokens.folded[i - 1] in given_names() or tokens.gaps[i - 2] == ". "):
        i -= 1  # "Rep. Brooklyn Toledo"
    if i == 0 or tokens.folded[i - 1] not in context.cues.titles:
        return False
    gap, is_short = tokens.gaps[i - 1], len(tokens.words[i - 1]) <= _SHORT_TITLE
    return gap == " " or (gap == ". " and is_short and tokens.is_capital(i - 1))


def _of_cue(word: str, cues: Cues, *, is_strong: bool) -> Iterator[str]:
    if word in _ARTICLES:
        yield "after_article"
    if word in cues.level:
        yield "after_level_word"
    elif word in cues.locative:
        yield "after_locative"
    elif word in cues.associative:
        yield "after_actor_word"
    if word in cues.saying and not is_strong:
        yield "after_saying"


def _of_name_before(match: Match, context: Context) -> Iterator[str]:
    tokens, before = context.tokens, match.first - 1
    if context.neighbor_is_name(before, match.first) and not _is_noun(context, before):
        # the first word of a sentence has its capital anyway, and is a name now and then only
        yield "opener_before" if tokens.opens[before] else "name_before"
        if match.count == 1 and tokens.folded[before] in given_names():
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
    return is_long and folded.endswith(context.cues.noun_ends) and folded not in given_names()


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
    """Whether word i ends somebody's name: "Jack Brantow of Ohio"."""
    return context.tokens.is_capital(i) and context.tokens.folded[i] in context.persons


def features_after(match: Match, context: Context) -> Iterator[str]:
    """What the word after a match says of it."""
    tokens, last = context.tokens, match.last
    if context.language == _BY_CASES and match.end is not None and match.end < tokens.ends[match.last]:
        yield "case_ending"
    if last + 1 >= len(tokens):
        return
    gap = tokens.gaps[last]
    yield from _of_what_follows(match, context)
    if context.neighbor_is_name(last + 1, last):
        yield from _of_name_after(match, context)
    if last + 1 in context.strong:
        if gap.strip() in _COMMAS:
            yield "before_strong"
        elif gap == "-":
            yield "in_chain"
    if gap.startswith("$"):
        yield "currency"
    elif last in tokens.possessives and match.end is None:
        yield "possessive"
    elif gap == " ":
        yield from _of_word_after(match, context)


def _of_what_follows(match: Match, context: Context) -> Iterator[str]:
    if level_of_list(match, context):
        yield "in_list_of_level"
    if _is_numbered(match, context):
        yield "before_number"


def _is_numbered(match: Match, context: Context) -> bool:
    """Whether a number after a match may be its own ("U.S. 27", "Boston 111"), and counts nothing in that place."""
    tokens, first, last = context.tokens, match.first, match.last
    if _is_row(tokens, first, last + 1):
        return False
    dotted = match.count > 1 and tokens.gaps[last - 1] == "."
    if tokens.shapes[last + 1] is not Shape.NUMBER or tokens.gaps[last] != (". " if dotted else " "):
        return False
    before = tokens.folded[first - 1] if first else ""
    return before not in _ARTICLES and (before in _ON_ROADS or before not in context.cues.locative)


def _is_row(tokens: Tokens, first: int, number: int) -> bool:
    """Whether a name and a number are all of a line, as in a table of snow or of votes: "Boston 11"."""
    begins = first == 0 or "\n" in tokens.gaps[first - 1]
    return begins and ("\n" in tokens.gaps[number] or number + 1 == len(tokens))


def _of_name_after(match: Match, context: Context) -> Iterator[str]:
    tokens, last = context.tokens, match.last
    following = tokens.folded[last + 1]
    if following in context.cues.titles and following not in given_names():
        return  # "Valley County Undersheriff Denver Halvorsen", "Kapolres Jakarta Utara Kombes …"
    is_whole = last in context.strong and match.best.level is not Level.CITY
    yield "strong_with_name_after" if is_whole else "name_after"
    if match.count > 1:
        return
    if following in given_names() or following in family_names():
        yield "person_name_after"
    if match.folded in given_names():
        yield "given_name"
    if not tokens.opens[match.first] and context.neighbor_is_name(match.first - 1, match.first):
        yield "between_names"


def _of_word_after(match: Match, context: Context) -> Iterator[str]:
    tokens, cues, after = context.tokens, context.cues, match.last + 1
    word, before = tokens.folded[after], tokens.folded[match.first - 1] if match.first else ""
    if word in cues.directions and tokens.is_capital(after) and match.best.level in _LOCAL:
        yield "direction_after"
    if word in cues.things_after:
        yield "before_thing"
    elif word in cues.in_name_after and tokens.is_capital(after) and cues.level.get(word) == _OF_TOWNS:
        yield "before_level_word"  # "Toledo City Council"
    elif tokens.shapes[after] is Shape.LOWER:
        if word in cues.level:
            yield "before_level_word"
        elif word in cues.actors_after:
            yield "before_actor_word"
        elif word in cues.local_actors:
            yield "before_local_actor"
        elif word in cues.saying and not match.is_strong and before not in cues.locative:
            yield "before_saying"  # of "officials in Toledo said" it is the officials who speak
