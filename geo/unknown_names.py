"""Names in capitals that no place of the gazetteer and no site takes: may they be places that it lacks?"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from gazetteer.place import NameKind
from geo.context import Context
from geo.mention import Facility

_MOST_WORDS: Final = 4


@dataclass(frozen=True, slots=True)
class UnknownName:
    """Words ``first``..``last`` (both included): a name in capitals without an entry.

    ``start`` and ``end`` are the words of the whole mention, with a level word in capitals ("Desa Sukamaju").
    """

    first: int
    last: int
    start: int
    end: int


def unknown_names(context: Context, places: frozenset[int], facilities: Collection[Facility]) -> Iterator[UnknownName]:
    """Names in capitals of one to four words that are neither places nor sites, nor of words that say what they are."""
    tokens, cues = context.tokens, context.cues
    closed = {i for site in facilities for i in tokens.between(site.start, site.end)}
    for run in context.runs:
        for part in _parts(context, run, places | closed):
            first, last = 0, len(part) - 1
            while first <= last and tokens.folded[part[first]] in cues.level:
                first += 1
            while first <= last and tokens.folded[part[last]] in cues.in_name_after:
                last -= 1
            name = part[first : last + 1]
            if not name or len(name) > _MOST_WORDS or tokens.folded[name[0]] in cues.directions:
                continue  # "Pagai Selatan" is a name, "Selatan" none
            is_titled = len(name) > 1 and tokens.folded[name[-1]] in cues.titles  # "Alur Mas": a title stands before
            is_linked = len(name) > 1 and tokens.folded[name[0]] in cues.linking  # "El Zapillo"
            said = name[1:] if is_linked else name[:-1] if is_titled else name
            if not any(_says_what_it_is(context, i) for i in said):
                yield UnknownName(name[0], name[-1], part[0], part[-1])


def _parts(context: Context, run: Sequence[int], taken: Collection[int]) -> Iterator[list[int]]:
    """The stretches of a run of words between those that are taken, a level word before a name begins one.

    What stands before that is of no name: "Di Desa Sukamaju", "Warga Kampung Sela". Nor is the number of a ward.
    """
    cues, part = context.cues, list[int]()
    for i in [*run, -1]:
        folded = context.tokens.folded[i] if i >= 0 else ""
        is_ward = folded in cues.wards
        begins = folded in cues.in_name_before and folded in cues.level and not _ends_in_level_word(context, part)
        if i < 0 or i in taken or is_ward or begins:
            if part:
                yield part
            part = []
        if begins and i not in taken:
            part = [i]
        elif i >= 0 and i not in taken and not is_ward and (part or not _opens_only(context, i)):
            part.append(i)


def _ends_in_level_word(context: Context, part: Sequence[int]) -> bool:
    return bool(part) and context.tokens.folded[part[-1]] in context.cues.level


def _opens_only(context: Context, i: int) -> bool:
    """Whether word i has its capital from the sentence that it opens: "Di Baleendah"."""
    folded, cues = context.tokens.folded[i], context.cues
    return context.tokens.opens[i] and (
        folded in cues.function_words or folded in cues.locative or folded in cues.associative
    )


def _says_what_it_is(context: Context, i: int) -> bool:
    folded, cues = context.tokens.folded[i], context.cues
    return (
        context.tokens.masked[i]
        or any(match.best.kind is NameKind.DEMONYM for match in context.matches.get(i, ()))
        or i in context.proper_org
        or folded in cues.calendar
        or folded in cues.function_words
        or folded in cues.titles
        or folded in cues.proper_organizations
        or folded in cues.state_organizations
        or folded in cues.facility_before
        or folded in cues.facility_after
    )
