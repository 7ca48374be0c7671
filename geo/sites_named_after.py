"""Sites whose name follows their head: "Bandara Ngurah Rai", "pabrik Ciptajaya"."""

from typing import Final

from geo.context import Context
from geo.matches import Match
from geo.site_words import (
    LONGEST_ABBREVIATION,
    MOST_MODIFIERS,
    MOST_NAME_WORDS,
    SiteWords,
    follows,
    is_a_word,
    is_owner,
    is_town_name,
)
from geo.tokens import Shape

_DASHES: Final = frozenset({"-", "–", " - ", " – "})
_KNOWN: Final = 4.0
"""About 10,000 inhabitants, for "Malinau–Mansalong": smaller places have the names of streets."""

_SMALL: Final = 2.0
"""Any town at all, for "Fort Payne": bases are in no gazetteer, and those of a town's name are known."""

_TOWN: Final = 4.8
"""About 60,000 inhabitants, for "Fort Worth": a smaller place may be the site itself."""


def name_after(context: Context, i: int) -> SiteWords | None:
    """A head followed by its name: "Kompleks Mesin Ciptajaya", "pelabuhan Merak"."""
    tokens = context.tokens
    at = _after_head(context, i)
    if at is None or _joins_towns(context, i, at):
        return None
    last = at - 1
    while follows(context, last + 1) and last - at < MOST_NAME_WORDS and _is_name_word(context, last + 1):
        last += 1
        last += _linked(context, last)
    if last < at and _is_unknown_name(context, i, at):
        return SiteWords(i, at)
    if last == at and _is_counted(context, i, at):
        return None
    if last < at:
        # "Gedung Agung", "Rumah Sakit Umum Daerah": all modifiers, and a name of its own only in capitals
        is_name = last > i and all(tokens.is_capital(j) for j in range(i, last + 1))
        is_named_before = context.tokens.folded[i] in context.cues.facility_modifiers and tokens.is_capital(i - 1)
        return SiteWords(i, last) if is_name and not is_named_before else None  # "Norfolk Naval Station"
    if (tokens.shapes[i] is Shape.LOWER or tokens.opens[i]) and is_owner(context, at):
        return None
    return SiteWords(i, last)


def _after_head(context: Context, i: int) -> int | None:
    """The word after a head and its modifiers: that of "Rumah Sakit Umum Kartini"; None where word i is no head."""
    tokens, cues = context.tokens, context.cues
    head, at = tokens.folded[i], i + 1
    is_head = head in cues.facility_before or (head in cues.facility_in_capitals and tokens.is_capital(i))
    if not is_head or _opens_town_name(context, i) or _is_of_phrase(context, i):
        return None
    seconds = cues.facility_second.get(head)
    if seconds is not None:
        if not (follows(context, at) and tokens.folded[at] in seconds):
            return None
        at += 1
    for _ in range(MOST_MODIFIERS):
        if follows(context, at) and tokens.folded[at] in cues.facility_modifiers:
            at += 1
    return at


def _is_of_phrase(context: Context, i: int) -> bool:
    """Whether a head is part of an office or of a phrase: "Menteri Perumahan Rakyat", "pasar modal"."""
    tokens, cues = context.tokens, context.cues
    if i and tokens.folded[i - 1] in cues.departments and tokens.gaps[i - 1] == " " and tokens.is_capital(i):
        return True
    return follows(context, i + 1) and tokens.folded[i + 1] in cues.facility_phrases.get(tokens.folded[i], ())


def _joins_towns(context: Context, i: int, at: int) -> bool:
    """Whether word i is of a road told by what it joins, a town at word ``at`` first: "Jalan Tegal-Brebes"."""
    tokens = context.tokens
    if tokens.folded[i] not in context.cues.roads:
        return False
    firsts = (match for match in context.matches.get(at, ()) if tokens.gap(match.last) in _DASHES)
    return any(
        one.last + 1 in context.matches or (one.best.prominence >= _KNOWN and tokens.is_capital(one.last + 1))
        for one in firsts
    )


def _opens_town_name(context: Context, head: int) -> bool:
    """Whether the head is the first word of a town's own name: "Pangkalan Bun", "Fort Worth", "Fort Valley, Ga."."""
    is_joined = context.tokens.gaps[head] == "-"
    names = [match for match in context.matches.get(head, ()) if match.count > 1]
    is_town_head = context.tokens.folded[head] in context.cues.town_heads
    return any(
        is_joined or is_town_name(context, m, _SMALL if is_town_head and not _is_base(context, m) else _TOWN)
        for m in names
    )


def _is_base(context: Context, match: Match) -> bool:
    return match.folded.split()[-1] in context.cues.base_names


def _is_counted(context: Context, i: int, number: int) -> bool:
    """Whether a head is no name with its number but counts or is counted: "gereja 6", "apartemen 13 lantai"."""
    return context.tokens.shapes[number] is Shape.NUMBER and context.tokens.shapes[i] is Shape.LOWER


def _is_name_word(context: Context, i: int) -> bool:
    tokens = context.tokens
    if tokens.folded[i] in context.cues.facility_stops or tokens.folded[i] in context.cues.districts:
        return False  # "pasar Kecamatan Pacet" is told by where it is
    if tokens.gaps[i - 1] == "-" and tokens.is_capital(i - 1):  # "Alun-alun", "Universitas Sun Yat-sen"
        return tokens.folded[i] not in context.cues.facility_before or tokens.folded[i] == tokens.folded[i - 1]
    if tokens.folded[i] in context.cues.titles and tokens.is_capital(i + 1) and follows(context, i + 1):
        return True  # "RSUD dr. Soetomo"
    if tokens.is_caseless:
        return tokens.shapes[i] is Shape.NUMBER or (i in context.covered and not _is_ordinary(context, i))
    is_known = i in context.covered and not _is_ordinary(context, i)
    is_name = tokens.shapes[i] is Shape.UNCASED and is_known  # in Arabic no word has capitals
    return tokens.is_capital(i) or tokens.shapes[i] is Shape.NUMBER or is_name


def _linked(context: Context, last: int) -> int:
    """How many linking words join what comes next to a name that ends at word ``last``: "avenida Cabo de Gata"."""
    tokens, count = context.tokens, 0
    while follows(context, last + count + 1) and tokens.folded[last + count + 1] in context.cues.linking:
        count += 1
    return count if count and follows(context, last + count + 1) and tokens.is_capital(last + count + 1) else 0


def _is_ordinary(context: Context, i: int) -> bool:
    """Whether word i of a text without capitals is more likely a word than a name."""
    folded, cues = context.tokens.folded[i], context.cues
    is_cue = folded in cues.function_words or folded in cues.locative or folded in cues.facility_before
    return is_cue or folded in cues.conjunctions or is_a_word(context, folded)


def _is_unknown_name(context: Context, head: int, i: int) -> bool:
    """Whether word i of a text without capitals is likely the name of the site: "dari stasiun gambir"."""
    tokens, cues = context.tokens, context.cues
    if not tokens.is_caseless or not head or tokens.folded[head - 1] not in cues.locative:
        return False
    folded = tokens.folded[i] if follows(context, i) else ""
    is_verb = folded.startswith(cues.verb_starts) or folded.endswith(cues.verb_ends)
    is_cue = folded in cues.proper_organizations or folded in cues.associative or folded in cues.facility_stops
    return len(folded) > LONGEST_ABBREVIATION and not (
        is_verb or is_cue or i in context.covered or _is_ordinary(context, i)
    )
