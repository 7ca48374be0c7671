"""Finds the names of sites, so that no place inside them is ever mapped.

In Indonesian the name follows the head ("Bandara Ngurah Rai", "pabrik Ciptajaya"), in English it mostly precedes it
("Heathrow Airport", "Ciptajaya machine complex"). A country or nationality beside a head in lower case is an
owner ("pabrik rudal Korea Utara", "Russian factories") and stays a place.
"""

from dataclasses import dataclass
from typing import Final

from gazetteer.place import Level, NameKind
from geo.article import Span
from geo.context import Context
from geo.cues import AND_WORDS
from geo.mention import Facility
from geo.tokens import Shape
from geo.words import common_words

_MOST_MODIFIERS: Final = 3
_ABBREVIATION: Final = 3
"""Letters of the longest word after which a full stop does not end the name ("Jl. Sudirman", "St. Mary")."""

_MOST_NAME_WORDS: Final = 6
_TOWN_BEFORE: Final = 4.8
_TOWN_AFTER: Final = 4.0
"""About 60,000 inhabitants for "Fort Worth", 10,000 for "Menlo Park": a smaller place may be the site itself."""

_LEAST_OWNER: Final = 2.5
_ORDINARY: Final = 0.5
"""Share of a word's uses as an ordinary one, from which it names no site in a text without capitals."""

_NAME_TAILS: Final = frozenset({"ri", "ni", "dong", "gu", "gun", "si", "do", "up", "eup", "myon", "myeon"})
"""What Korean names end with in lower case: "Kusong-dong missile base"."""

_OWNERS: Final = frozenset({Level.COUNTRY, Level.CONTINENT})


@dataclass(frozen=True, slots=True)
class _Words:
    """Words first..last (both included) of a facility's name."""

    first: int
    last: int


def find_facilities(article_id: str, context: Context) -> list[Facility]:
    """The facilities of an article, in order, none overlapping another."""
    found: list[Facility] = []
    taken = -1
    heads = context.cues.facility_before | context.cues.facility_after
    for i in [i for i, word in enumerate(context.tokens.folded) if word in heads]:
        if i <= taken or context.tokens.masked[i]:
            continue
        words = _name_after(context, i) or _name_before(context, i)
        if words is not None and words.first > taken:
            found.append(_facility(article_id, context, words))
            taken = words.last
    return found


def _facility(article_id: str, context: Context, words: _Words) -> Facility:
    tokens = context.tokens
    start, end = tokens.starts[words.first], tokens.ends[words.last]
    return Facility(
        article_id=article_id,
        start=start,
        end=end,
        text=tokens.text[start:end],
        host=_host(context, words.last),
    )


def _name_after(context: Context, i: int) -> _Words | None:
    """A head followed by its name: "Kompleks Mesin Ciptajaya", "pelabuhan Merak"."""
    tokens, cues = context.tokens, context.cues
    head = tokens.folded[i]
    if head not in cues.facility_before or _opens_town_name(context, i):
        return None
    at = i + 1
    seconds = cues.facility_second.get(head)
    if seconds is not None:
        if not (_follows(context, at) and tokens.folded[at] in seconds):
            return None
        at += 1
    for _ in range(_MOST_MODIFIERS):
        if _follows(context, at) and tokens.folded[at] in cues.facility_modifiers:
            at += 1
    last = at - 1
    while _follows(context, last + 1) and last - at < _MOST_NAME_WORDS and _is_name_word(context, last + 1):
        last += 1
    if last < at and _is_unknown_name(context, i, at):
        return _Words(i, at)
    if last < at:
        # "Gedung Agung", "Rumah Sakit Umum Daerah": all modifiers, and a name of its own only in capitals
        return _Words(i, last) if last > i and all(tokens.is_capital(j) for j in range(i, last + 1)) else None
    if (tokens.shapes[i] is Shape.LOWER or tokens.opens[i]) and _is_owner(context, at):
        return None
    return _Words(i, last)


def _opens_town_name(context: Context, head: int) -> bool:
    """Whether the head is the first word of a town's own name: "Pangkalan Bun", "Fort Worth"."""
    return any(m.count > 1 and m.best.place.prominence >= _TOWN_BEFORE for m in context.matches.get(head, ()))


def _ends_town_name(context: Context, head: int) -> bool:
    """Whether the head is a later word of a town's own name: "Menlo Park"."""
    return any(
        match.last >= head and match.best.place.prominence >= _TOWN_AFTER
        for first in range(max(0, head - _MOST_NAME_WORDS), head)
        for match in context.matches.get(first, ())
    )


def _follows(context: Context, i: int) -> bool:
    """Whether word i comes directly after the word before it, in the same phrase."""
    if not 0 < i < len(context.tokens):
        return False
    tokens, gap = context.tokens, context.tokens.gap(i - 1)
    is_short = len(tokens.words[i - 1]) <= _ABBREVIATION and tokens.shapes[i - 1] is not Shape.NUMBER
    return gap in {" ", "-", "\u00a0"} or (gap == ". " and is_short)


def _is_name_word(context: Context, i: int) -> bool:
    tokens = context.tokens
    if tokens.folded[i] in context.cues.facility_stops:
        return False
    if tokens.is_caseless:
        return tokens.shapes[i] is Shape.NUMBER or (i in context.covered and not _is_ordinary(context, i))
    return tokens.is_capital(i) or tokens.shapes[i] is Shape.NUMBER


def _is_ordinary(context: Context, i: int) -> bool:
    """Whether word i of a text without capitals is more likely a word than a name."""
    folded, cues = context.tokens.folded[i], context.cues
    is_cue = folded in cues.function_words or folded in cues.locative or folded in cues.facility_before
    return is_cue or folded in AND_WORDS or _is_a_word(context, folded)


def _is_unknown_name(context: Context, head: int, i: int) -> bool:
    """Whether word i of a text without capitals is likely the name of the site: "dari stasiun gambir"."""
    tokens, cues = context.tokens, context.cues
    if not tokens.is_caseless or not head or tokens.folded[head - 1] not in cues.locative:
        return False
    folded = tokens.folded[i] if _follows(context, i) else ""
    is_verb = folded.startswith(cues.verb_starts) or folded.endswith(cues.verb_ends)
    is_cue = folded in cues.proper_organizations or folded in cues.associative or folded in cues.facility_stops
    return len(folded) > _ABBREVIATION and not (is_verb or is_cue or i in context.covered or _is_ordinary(context, i))


def _is_owner(context: Context, i: int) -> bool:
    match = context.strong.get(i)
    if match is None:
        return False
    return match.best.place.level in _OWNERS or match.best.kind is NameKind.DEMONYM


def _name_before(context: Context, i: int) -> _Words | None:
    """A head preceded by its name: "Heathrow Airport", "Ciptajaya machine complex"."""
    tokens, cues = context.tokens, context.cues
    if tokens.folded[i] not in cues.facility_after or _ends_town_name(context, i):
        return None
    first = i
    for _ in range(_MOST_MODIFIERS):
        if first and tokens.folded[first - 1] in cues.facility_modifiers and _is_joined(context, first):
            first -= 1
    last = i
    if tokens.is_capital(i) and i + 2 < len(tokens) and tokens.folded[i + 1] == "of" and tokens.is_capital(i + 2):
        last = _end_of_run(context, i + 2)
    named = _start_of_name(context, first, i)
    if named == first and last == i:
        return None
    if (tokens.shapes[i] is Shape.LOWER or tokens.is_caseless) and _is_description(context, named, first, i):
        return None
    return _Words(named, last)


def _start_of_name(context: Context, first: int, head: int) -> int:
    """The first of the capitalised words before word ``first``, which begins the head with its modifiers."""
    tokens, named = context.tokens, first
    if tokens.is_caseless:
        return _start_of_known_name(context, first)
    while named and _is_joined(context, named) and head - named <= _MOST_NAME_WORDS:
        word = tokens.folded[named - 1]
        is_tail = word in _NAME_TAILS and tokens.before(named - 1) == "-"
        opener = tokens.opens[named - 1] and (len(word) == 1 or word in context.cues.function_words)
        opener = opener or (
            tokens.opens[named - 1] and tokens.shapes[head] is Shape.LOWER and _is_a_word(context, word)
        )
        if opener or not (is_tail or tokens.is_capital(named - 1)):
            break
        named -= 1
    return named


def _is_a_word(context: Context, word: str) -> bool:
    """Whether a word is rather no name: "People drive" is no road."""
    return common_words(context.language).get(word, 0.0) >= _ORDINARY


def _start_of_known_name(context: Context, first: int) -> int:
    """The first word of the longest name of the gazetteer before word ``first``; ordinary words are none."""
    if not _is_joined(context, first) or context.tokens.folded[first - 1] in context.cues.function_words:
        return first
    starts = range(max(0, first - _MOST_NAME_WORDS), first)
    names = (match for i in starts for match in context.matches.get(i, ()) if match.last == first - 1)
    return next((m.first for m in names if m.count > 1 or not _is_a_word(context, m.folded)), first)


def _is_joined(context: Context, i: int) -> bool:
    """Whether word i follows the word before it within a name; of "Ohio's Heathrow Airport", Ohio is not in it."""
    if _follows(context, i):
        return True
    possessive = context.tokens.possessives.get(i - 1)
    is_name = possessive is not None and context.tokens.starts[i] - possessive[0] == 1
    return is_name and (not _may_own(context, i - 1) or context.tokens.folded[i - 1] in context.cues.facility_modifiers)


def _may_own(context: Context, i: int) -> bool:
    """Whether word i may be the place that owns what follows; the Queen of "Queen's Hospital" is no hamlet."""
    alone = context.matches.get(i, ())
    is_hamlet = bool(alone) and all(m.count == 1 and m.best.place.prominence < _LEAST_OWNER for m in alone)
    return i in context.covered and not is_hamlet


def _is_description(context: Context, named: int, first: int, head: int) -> bool:
    """Whether a head in lower case describes what it is: a country's, or in a town ("a Buenos Aires hospital")."""
    if named == first - _owner_length(context, first - 1):
        return True
    return context.tokens.folded[head] in context.cues.facility_described and _is_name(context, named, first - 1)


def _end_of_run(context: Context, i: int) -> int:
    """The last word of the run of capitals that word i is in: "University of New South Wales"."""
    while _follows(context, i + 1) and context.tokens.is_capital(i + 1):
        i += 1
    return i


def _owner_length(context: Context, i: int) -> int:
    match = context.strong.get(i)
    return match.count if match is not None and _is_owner(context, i) else 0


def _is_name(context: Context, first: int, last: int) -> bool:
    """Whether words first..last are a name of the gazetteer."""
    return any(match.last == last for match in context.matches.get(first, ()))


def _host(context: Context, last: int) -> Span | None:
    """The place that the text puts the facility in: "... di Hamhung", "..., Hamhung"."""
    tokens, cues = context.tokens, context.cues
    at = last + 1
    if at >= len(tokens) or tokens.gap(last) not in {" ", ", "}:
        return None
    joined_by_comma = tokens.gap(last) == ", "
    steps = 0
    while at < len(tokens) - 1 and steps < 2 and tokens.folded[at] in cues.facility_host and tokens.gap(at) == " ":
        at += 1
        steps += 1
    if not steps and not joined_by_comma:
        return None
    matches = context.matches.get(at)
    if not matches:
        return None
    return Span(tokens.starts[at], tokens.ends[matches[0].last])
