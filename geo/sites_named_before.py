"""Sites whose name precedes their head: "Heathrow Airport", "Ciptajaya machine complex"."""

from typing import Final

from geo.context import Context
from geo.site_words import (
    MOST_MODIFIERS,
    MOST_NAME_WORDS,
    SAINTS,
    SiteWords,
    follows,
    is_a_word,
    is_owner,
    is_town_name,
)
from geo.tokens import Shape

_TOWN: Final = 4.0
"""About 10,000 inhabitants, for "Menlo Park": a smaller place may be the site itself."""

_SEAS: Final = frozenset({"SEA", "SEAS", "OCN", "GULF", "STRT"})
"""Waters, which own nothing but are no site with what crosses them: "the North Sea crossing"."""

_LEAST_OWNER: Final = 2.5
_NAME_TAILS: Final = frozenset({"ri", "ni", "dong", "gu", "gun", "si", "do", "up", "eup", "myon", "myeon"})
"""What Korean names end with in lower case: "Kusong-dong missile base"."""


def name_before(context: Context, i: int) -> SiteWords | None:
    """A head preceded by its name: "Heathrow Airport", "Ciptajaya machine complex"."""
    tokens, cues = context.tokens, context.cues
    if tokens.folded[i] in cues.school_levels and _is_school(context, i):
        return SiteWords(_start_of_name(context, i, i), i)
    if tokens.folded[i] not in cues.facility_after or _ends_town_name(context, i):
        return None
    first = i
    if (firsts := cues.facility_first.get(tokens.folded[i])) is not None:
        if not i or tokens.folded[i - 1] not in firsts or not _is_joined(context, i):
            return None
        first -= 1
    for _ in range(MOST_MODIFIERS):
        if first and tokens.folded[first - 1] in cues.facility_modifiers and _is_joined(context, first):
            first -= 1
    last = _last_of(context, i)
    named = _start_of_name(context, first, i)
    if named == first and last == i:
        return None
    if (tokens.shapes[i] is Shape.LOWER or tokens.is_caseless) and _is_description(context, named, first, i):
        return None
    return SiteWords(named, last)


def _is_school(context: Context, i: int) -> bool:
    """Whether word i stands for a school of its town: "a Toledo High graduate"."""
    tokens = context.tokens
    is_written = tokens.is_capital(i) and tokens.is_capital(i - 1) and i + 1 < len(tokens)
    return is_written and follows(context, i + 1) and tokens.folded[i + 1] in context.cues.school_words


def _last_of(context: Context, head: int) -> int:
    """The last word of a site's name: "University of New South Wales", "Mayo Clinic Hospital-Saint Marys"."""
    tokens, last = context.tokens, head
    if not tokens.is_capital(head):
        return head
    while follows(context, last + 1) and tokens.is_capital(last + 1) and _is_head(context, last + 1):
        last += 1
    if tokens.gap(last) == "-" and tokens.is_capital(last + 1):
        return _end_of_run(context, last + 1)
    if last + 2 < len(tokens) and tokens.folded[last + 1] == "of" and tokens.is_capital(last + 2):
        return _end_of_run(context, last + 2)
    return last


def _is_head(context: Context, i: int) -> bool:
    return context.tokens.folded[i] in context.cues.facility_after


def _ends_town_name(context: Context, head: int) -> bool:
    """Whether the head is a word of a town's own name: "Menlo Park", "Port of Spain"."""
    return any(
        match.last >= head and match.count > 1 and is_town_name(context, match, _TOWN)
        for first in range(max(0, head - MOST_NAME_WORDS), head + 1)
        for match in context.matches.get(first, ())
    )


def _start_of_name(context: Context, first: int, head: int) -> int:
    """The first of the capitalised words before word ``first``, which begins the head with its modifiers."""
    tokens, named = context.tokens, first
    if tokens.is_caseless:
        return _start_of_known_name(context, first)
    while named and (_is_joined(context, named) or _is_partner(context, named)) and head - named <= MOST_NAME_WORDS:
        word = tokens.folded[named - 1]
        is_tail = word in _NAME_TAILS and tokens.before(named - 1) == "-"
        opener = tokens.opens[named - 1] and (len(word) == 1 or word in context.cues.function_words)
        opener = opener or (tokens.opens[named - 1] and tokens.shapes[head] is Shape.LOWER and is_a_word(context, word))
        if opener or not (is_tail or tokens.is_capital(named - 1)):
            break
        named -= 1
    return named


def _start_of_known_name(context: Context, first: int) -> int:
    """The first word of the longest name of the gazetteer before word ``first``; ordinary words are none."""
    if not _is_joined(context, first) or context.tokens.folded[first - 1] in context.cues.function_words:
        return first
    starts = range(max(0, first - MOST_NAME_WORDS), first)
    names = (match for i in starts for match in context.matches.get(i, ()) if match.last == first - 1)
    return next((m.first for m in names if m.count > 1 or not is_a_word(context, m.folded)), first)


def _is_joined(context: Context, i: int) -> bool:
    """Whether word i follows the word before it within a name; of "Ohio's Heathrow Airport", Ohio is not in it."""
    if follows(context, i):
        return True
    possessive = context.tokens.possessives.get(i - 1)
    is_name = possessive is not None and context.tokens.starts[i] - possessive[0] == 1
    is_name = is_name and context.tokens.shapes[i - 1] is not Shape.UPPER  # "NASA's Houston center" is in Houston
    return is_name and (not _may_own(context, i - 1) or context.tokens.folded[i - 1] in context.cues.facility_modifiers)


def _is_partner(context: Context, i: int) -> bool:
    """Whether an "&" joins word i to the word before it: "Lenox & Hamilton Funeral Home"."""
    tokens = context.tokens
    return tokens.before(i) == " & " and tokens.is_capital(i) and tokens.is_capital(i - 1)


def _may_own(context: Context, i: int) -> bool:
    """Whether word i may be the place that owns what follows; the Queen of "Queen's Hospital" is no hamlet."""
    alone = context.matches.get(i, ())
    is_hamlet = bool(alone) and all(m.count == 1 and m.best.prominence < _LEAST_OWNER for m in alone)
    is_saint = i > 0 and context.tokens.folded[i - 1] in SAINTS  # "St. George's Cemetery"
    return i in context.covered and not is_hamlet and not is_saint


def _is_description(context: Context, named: int, first: int, head: int) -> bool:
    """Whether a head in lower case describes what it is: a country's, or in a town ("a Buenos Aires hospital")."""
    if named == first - _owner_length(context, first - 1):
        return True
    return context.tokens.folded[head] in context.cues.facility_described and _is_name(context, named, first - 1)


def _end_of_run(context: Context, i: int) -> int:
    """The last word of the run of capitals that word i is in: "University of New South Wales"."""
    while follows(context, i + 1) and context.tokens.is_capital(i + 1):
        i += 1
    return i


def _owner_length(context: Context, i: int) -> int:
    match = context.strong.get(i)
    if match is None or not (is_owner(context, i) or match.best.place.feature_code in _SEAS):
        return 0
    return match.count


def _is_name(context: Context, first: int, last: int) -> bool:
    """Whether words first..last are a name of the gazetteer."""
    return any(match.last == last for match in context.matches.get(first, ()))
