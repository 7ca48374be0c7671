"""What an article says around its matches: runs of capitals, persons, organisations, strong places."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from gazetteer.place import Level, NameKind
from geo.ages import aged
from geo.cues import Cues, cues
from geo.matches import Match
from geo.offices import held_by_offices
from geo.tokens import LineStyle, Tokens
from geo.villages import listed_in_districts, villages
from geo.words import family_names, given_names

_INITIAL_GAPS: Final = frozenset({" ", ". ", ".", "\u00a0"})
_ARTICLES: Final = frozenset({"a", "an"})
_OWN: Final = frozenset({NameKind.OFFICIAL, NameKind.SHORT, NameKind.PART})
_ORG_REACH: Final = 6
_SPORT_WORDS: Final = 4
"""Different words of sport that make an article one about sport."""


@dataclass(slots=True, kw_only=True)
class Context:
    """An article's tokens and matches, with what they say of each other, by word index.

    Attributes:
        strong: words that a strong place covers (its match), see :attr:`geo.matches.Match.is_strong`.
        name_parts: folded words that stand in longer names that are no places ("Kim" of "Kim Jong Un").
        persons: those of them that stand in names of persons, as far as can be told.
        covered: words that any match covers.
        runs: runs of capitalised words, by index, outside headlines and tables but for villages in them.
        is_sport: whether the article is about sport, where towns are mostly clubs.
        held: words of the places that stand after an office, before the name of who holds it ("Bupati Kudus Hartopo").
        aged: last words of names that a person's age follows.
        in_districts: words of villages that are listed by their kecamatan.
        villages: folded names that the article gives to villages and other units finer than a town.
        state_org, proper_org: words inside the name of an organisation of a state, or of one with a name of its own.
    """

    tokens: Tokens
    cues: Cues
    language: str | None
    matches: dict[int, list[Match]]
    covered: frozenset[int] = frozenset()
    strong: dict[int, Match] = field(default_factory=dict)
    is_sport: bool = False
    runs: list[list[int]] = field(default_factory=list)
    name_parts: frozenset[str] = frozenset()
    persons: frozenset[str] = frozenset()
    state_org: frozenset[int] = frozenset()
    proper_org: frozenset[int] = frozenset()
    villages: frozenset[str] = frozenset()
    aged: frozenset[int] = frozenset()
    in_districts: frozenset[int] = frozenset()
    held: frozenset[int] = frozenset()

    def known(self, i: int) -> bool:
        """Whether word i is one that stands beside place names without being part of a person's name."""
        folded = self.tokens.folded[i]
        return (
            folded in self.cues.beside_names
            or i in self.strong
            or i in self.state_org
            or self.is_part_of_police(i)
            or i in self.held
            or (folded in _ARTICLES and self.tokens.opens[i] and self.tokens.gaps[i] == " ")  # "A Paris man"
        )

    def is_part_of_police(self, i: int) -> bool:
        """Whether word i is of a police force's name, and the town comes after it: "Polres Metro Bekasi"."""
        tokens, cues = self.tokens, self.cues
        if not i or tokens.folded[i] not in cues.police_parts or tokens.folded[i - 1] not in cues.police:
            return False
        return tokens.is_capital(i + 1) and tokens.gap(i) == " " and tokens.folded[i + 1] not in cues.titles

    def neighbor_is_name(self, i: int, beside: int) -> bool:
        """Whether word i, directly beside word ``beside``, is a capitalised word that nothing explains."""
        tokens = self.tokens
        if not tokens.is_capital(i) or self.known(i):
            return False
        return tokens.styles[i] is LineStyle.NORMAL and _is_joined(tokens, min(i, beside))


def read_context(tokens: Tokens, language: str | None, matches: dict[int, list[Match]]) -> Context:
    """Work out the context of an article's matches."""
    context = Context(tokens=tokens, cues=cues(language), language=language, matches=matches)
    context.covered = frozenset(i for found in matches.values() for m in found for i in range(m.first, m.last + 1))
    context.strong = _strong(context)
    given = {m.first for m in context.strong.values() if _is_given_name(context, m)}
    context.strong = {i: m for i, m in context.strong.items() if m.first not in given and m.first - 1 not in given}
    context.strong = {i: m for i, m in context.strong.items() if not _is_family_name(context, m)}
    context.held = frozenset(held_by_offices(tokens, context.cues, matches))
    context.aged = frozenset(aged(tokens, context.cues))
    context.is_sport = len(context.cues.sport.intersection(tokens.folded)) >= _SPORT_WORDS
    context.runs = runs = _runs(tokens, (i for i in tokens.capitals if tokens.styles[i] is LineStyle.NORMAL))
    state, proper = _organizations(context, runs)
    context.state_org, context.proper_org = frozenset(state), frozenset(proper)
    context.villages = frozenset(villages(tokens, context.cues, runs))
    context.in_districts = frozenset(listed_in_districts(tokens, context.cues, matches))
    lines = (i for i in sorted(context.in_districts) if tokens.styles[i] is not LineStyle.NORMAL)
    context.runs = sorted([*runs, *_runs(tokens, filter(tokens.is_capital, lines))])
    segments = list(_unexplained(context, runs))
    context.name_parts = frozenset(tokens.folded[i] for segment in segments for i in segment)
    persons = (segment for segment in segments if _is_person(context, segment))
    context.persons = frozenset(
        [*(tokens.folded[i] for segment in persons for i in segment), *_titled(context, runs)]
        + [tokens.folded[i] for i in context.aged if not context.neighbor_is_name(i - 1, i)]
    )
    return context


def _strong(context: Context) -> dict[int, Match]:
    covered: dict[int, Match] = {}
    for first in sorted(context.matches):
        if first in covered:
            continue
        strong = next((m for m in context.matches[first] if m.is_strong), None)
        if strong is not None:
            covered.update(dict.fromkeys(range(first, strong.last + 1), strong))
    return covered


def _is_given_name(context: Context, match: Match) -> bool:
    """Whether a strong place is rather somebody's: "Chad Lindqvist", "Jordan Whitfield", "Charlotte Boston"."""
    if match.count > 1 or match.folded not in given_names():
        return False
    after = match.last + 1
    following = context.strong.get(after)
    if following is not None and context.tokens.gap(match.last) == " ":
        return following.count == 1 and following.best.level is Level.CITY
    return context.neighbor_is_name(after, match.last)


def _is_family_name(context: Context, match: Match) -> bool:
    """Whether a strong town is rather somebody's: "Karen Houston", and of any given name "said Aukje Houston"."""
    tokens, before = context.tokens, match.first - 1
    if match.count > 1 or match.best.level is not Level.CITY or match.folded not in family_names():
        return False
    if before < 0 or not context.neighbor_is_name(before, match.first):
        return False
    if before and tokens.folded[before - 1] in context.cues.saying and tokens.gaps[before - 1] == " ":
        return True
    return tokens.folded[before] in given_names() and not (tokens.opens[before] and _is_word(context, before))


def _titled(context: Context, runs: list[list[int]]) -> Iterator[str]:
    """Family names that stand alone after a title: "Mrs. Houston"."""
    tokens, titles = context.tokens, context.cues.titles
    for run in runs:
        before = run[0] - 1
        if len(run) == 1 and before >= 0 and tokens.folded[before] in titles and tokens.is_capital(before):
            if tokens.gaps[before] in _INITIAL_GAPS:
                yield tokens.folded[run[0]]
        elif len(run) == 2 and tokens.folded[run[0]] in titles:  # "Mr Houston", without a full stop
            yield tokens.folded[run[1]]


def _runs(tokens: Tokens, words: Iterable[int]) -> list[list[int]]:
    """Runs of capitalised ``words`` with nothing but a space (or an initial's full stop) between them."""
    runs: list[list[int]] = []
    previous = -2
    for i in words:
        if previous == i - 1 and _is_joined(tokens, previous):
            runs[-1].append(i)
        else:
            runs.append([i])
        previous = i
    return runs


def _is_joined(tokens: Tokens, i: int) -> bool:
    """Whether what stands between word i and the next keeps them in one name."""
    gap = tokens.gaps[i]
    return gap in _INITIAL_GAPS and ("." not in gap or len(tokens.words[i]) == 1)


def _unexplained(context: Context, runs: list[list[int]]) -> Iterator[list[int]]:
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


def _is_person(context: Context, segment: list[int]) -> bool:
    """Whether a name is somebody's: a given name or an initial in it, a title before it, a word of saying beside it."""
    tokens, cues, first, last = context.tokens, context.cues, segment[0], segment[-1]
    if first - 1 in context.held or last in context.aged:
        return True
    given = segment[1 if tokens.opens[first] and len(segment) > 2 else 0]  # "Farmer Jack Brantow"
    if {tokens.folded[first], tokens.folded[given]} & given_names() or any(len(tokens.words[i]) == 1 for i in segment):
        return True
    before = tokens.folded[first - 1] if first else ""
    if tokens.opens[first] and before not in cues.titles:  # the full stop of "Rep." ends no sentence
        before = ""
    after = tokens.folded[last + 1] if last + 1 < len(tokens) else ""
    return before in cues.titles or before in cues.saying or after in cues.saying


def _is_word(context: Context, i: int) -> bool:
    return context.tokens.folded[i] in context.tokens.lowered


def _organizations(context: Context, runs: list[list[int]]) -> tuple[set[int], set[int]]:
    """Words that a head makes part of an organisation's name: after it, and in English before it or after "of"."""
    state: set[int] = set()
    proper: set[int] = set()
    folded = context.tokens.folded
    for run in runs:
        for at, i in enumerate(run):
            strong = context.strong.get(i)
            if strong is not None and strong.count > 1:
                continue  # "Soviet Union" is no union
            if folded[i] in context.cues.level and i + 1 in context.matches and context.tokens.gap(i) == " ":
                continue  # "Co Meath" is no company
            if _is_of_place(context, run[: at + 1], i) or (folded[i] in context.cues.in_name_after and i != run[-1]):
                continue  # "Jefferson City" is no club, nor is the city of "Salem City Council"
            kinds = [(context.cues.proper_organizations, proper), (context.cues.state_organizations, state)]
            for heads, inside in kinds:
                if folded[i] in heads:
                    inside.update(_reach(context, run[at + 1 : at + 1 + _ORG_REACH]))
                    inside.update(run[max(0, at - _ORG_REACH) : at])
                    inside.update(_after_of(context, i))
                    break
    return state - proper, proper


def _is_of_place(context: Context, upto: list[int], i: int) -> bool:
    """Whether word i is of a place's own name of several words ("Peachtree City", "Bel Air", "College Corner")."""
    names = (match for first in upto[-_ORG_REACH:] for match in context.matches.get(first, ()) if match.count > 1)
    return any(match.last >= i and match.best.kind is NameKind.OFFICIAL for match in names)


def _reach(context: Context, words: list[int]) -> list[int]:
    """Words up to and with the first strong place: a country ends an organisation's name."""
    for n, i in enumerate(words):
        match = context.strong.get(i)
        if match is not None:
            return words[: n + match.count]
    return words


def _after_of(context: Context, i: int) -> list[int]:
    """The words of "Bank of England" after the "of"."""
    tokens = context.tokens
    if tokens.gaps[i] != " ":
        return []  # "Brantow Co. of Solon" is a company there, not one named so
    if i + 2 < len(tokens) and tokens.folded[i + 1] in {"of", "for"} and tokens.is_capital(i + 2):
        match = context.strong.get(i + 2)
        return list(range(i + 2, i + 3 + (match.count - 1 if match else 0)))
    return []
