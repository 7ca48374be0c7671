"""Who is named in an article, as far as can be told: titles, given names, words of saying, ages."""

from collections.abc import Iterator, Sequence
from typing import Final

from gazetteer.place import Level, NameKind
from geo.context import INITIAL_GAPS, Context, is_joined
from geo.matches import Match
from geo.tokens import Shape
from geo.words import family_names, given_names

_LONGEST_INITIALS: Final = 3
_DIGITS_OF_AGE: Final = 2
_AS_FAMILY: Final = frozenset({Level.CITY, Level.COUNTRY})
_OWN: Final = frozenset({NameKind.OFFICIAL, NameKind.SHORT, NameKind.PART})


def is_given_name(context: Context, match: Match) -> bool:
    """Whether a strong place is rather somebody's: "Chad Lindqvist", "Jordan Whitfield", "Charlotte Boston"."""
    if match.count > 1 or match.folded in context.datelines:
        return False
    if not (match.folded in given_names(context.language) or _is_introduced(context, match.first)):
        return False
    after = match.last + 1
    following = context.strong.get(after)
    if following is not None and context.tokens.gap(match.last) == " ":
        return following.count == 1 and following.best.level is Level.CITY
    return context.neighbor_is_name(after, match.last)


def initials(context: Context) -> frozenset[str]:
    """Folded initials of persons that are codes of states too: in "MK (28) dan AS (39)" AS is a suspect.

    Where all but one of the names with such a number are places, or their codes, it is places that are counted.
    """
    tokens = context.tokens
    aged = {
        i - 1
        for i, shape in enumerate(tokens.shapes)
        if shape is Shape.NUMBER and len(tokens.words[i]) == _DIGITS_OF_AGE and i and tokens.gap(i - 1) == " ("
        if tokens.gap(i).startswith(")") and tokens.is_capital(i - 1)
    }
    letters = {i for i in aged if tokens.shapes[i] is Shape.UPPER and len(tokens.words[i]) <= _LONGEST_INITIALS}
    codes = {i for i in letters if i in context.strong}
    persons = (letters - codes) | (aged - context.covered)
    return frozenset(tokens.folded[i] for i in codes) if len(persons) > 1 else frozenset()


def _is_introduced(context: Context, i: int) -> bool:
    """Whether word i begins the name of who is introduced: "kata Oman Nurjaman", "his wife, Geneva Holt", "X (54)"."""
    tokens, cues = context.tokens, context.cues
    last = i
    while tokens.is_capital(last + 1) and is_joined(tokens, last):
        last += 1
    if last == i:
        return False
    before = tokens.folded[i - 1] if i and tokens.gaps[i - 1] == " " else ""
    if last in context.aged and before not in cues.associative:
        return True
    return any(before in words for words in (cues.titles, cues.saying, cues.kin))


def located(context: Context) -> Iterator[str]:
    """Folded names of large places that a word before them says to be where something is, or who acts."""
    tokens, cues = context.tokens, context.cues
    words = cues.strictly_locative | cues.level.keys() | cues.associative
    for first, match in context.strong.items():
        is_after = (
            first == match.first and first and tokens.gaps[first - 1] == " " and tokens.folded[first - 1] in words
        )
        if is_after and not context.neighbor_is_name(match.last + 1, match.last):
            yield match.folded


def is_family_name(context: Context, match: Match) -> bool:
    """Whether a strong place is rather somebody's: "Karen Houston", and of any given name "said Aukje Houston"."""
    tokens, before = context.tokens, match.first - 1
    if match.count > 1 or match.best.level not in _AS_FAMILY or match.folded not in family_names():
        return False
    if before < 0 or not context.neighbor_is_name(before, match.first):
        return False
    if before and tokens.folded[before - 1] in context.cues.saying and tokens.gaps[before - 1] == " ":
        return True
    return tokens.folded[before] in given_names(context.language) and not (
        tokens.opens[before] and _is_word(context, before)
    )


def titled(context: Context, runs: list[list[int]]) -> Iterator[str]:
    """Family names that stand alone after a title: "Mrs. Houston"."""
    tokens, titles = context.tokens, context.cues.titles
    for run in runs:
        before = run[0] - 1
        if len(run) == 1 and before >= 0 and tokens.folded[before] in titles and tokens.is_capital(before):
            if tokens.gaps[before] in INITIAL_GAPS:
                yield tokens.folded[run[0]]
        elif len(run) == 2 and tokens.folded[run[0]] in titles:  # "Mr Houston", without a full stop
            yield tokens.folded[run[1]]


def with_particles(context: Context) -> Iterator[str]:
    """Family names after a given name and a particle: "Claudia von Thun", "Ricardo van Haarlem"."""
    tokens, linking = context.tokens, context.cues.linking
    for i, word in enumerate(tokens.folded[1:-1], 1) if linking else ():
        if word not in linking or tokens.gaps[i - 1] != " " or tokens.gaps[i] != " " or not tokens.is_capital(i + 1):
            continue
        is_of_place = any(match.last > i - 1 for match in context.matches.get(i - 1, ()))  # "Santiago de Chile"
        if tokens.is_capital(i - 1) and tokens.folded[i - 1] in given_names(context.language) and not is_of_place:
            yield tokens.folded[i + 1]


def unexplained(context: Context, runs: list[list[int]]) -> Iterator[list[int]]:
    """Parts of runs, of two words and more, that neither a strong place nor a cue explains."""
    heads = context.cues.facility_before | context.cues.facility_after | context.cues.proper_organizations
    for run in runs:
        if not heads.isdisjoint(context.tokens.folded[i] for i in run):
            continue  # the town in "Bandara Internasional Batumi" is a town elsewhere
        segment: list[int] = []
        for i in [*run, -1]:
            if i >= 0 and not context.known(i) and not (context.tokens.opens[i] and _is_word(context, i)):
                segment.append(i)
                continue
            if len(segment) > 1 and not _is_one_place(context, segment):
                yield segment
            segment = []


def _is_one_place(context: Context, segment: Sequence[int]) -> bool:
    """Whether a place's own name is just these words: "Kuala Kampar"."""
    names = (match.best for match in context.matches.get(segment[0], ()) if match.last == segment[-1])
    return any(best.kind in _OWN and not best.foreign for best in names)


def is_person(context: Context, segment: list[int]) -> bool:
    """Whether a name is somebody's: a given name or an initial in it, a title before it, a word of saying beside it."""
    tokens, cues, first, last = context.tokens, context.cues, segment[0], segment[-1]
    if first - 1 in context.held or last in context.aged:
        return True
    given = segment[1 if tokens.opens[first] and len(segment) > 2 else 0]  # "Farmer Jack Brantow"
    names = {tokens.folded[first], tokens.folded[given]} - context.datelines
    if names & given_names(context.language) or any(len(tokens.words[i]) == 1 for i in segment):
        return True
    before = tokens.folded[first - 1] if first else ""
    if tokens.opens[first] and before not in cues.titles:  # the full stop of "Rep." ends no sentence
        before = ""
    after = tokens.folded[last + 1] if last + 1 < len(tokens) else ""
    return before in cues.titles or before in cues.saying or after in cues.saying


def _is_word(context: Context, i: int) -> bool:
    return context.tokens.folded[i] in context.tokens.lowered
