"""What an article says around its matches, by word: persons, organisations, strong places."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from geo.cues import Cues
from geo.matches import Match
from geo.tokens import LineStyle, Tokens
from geo.words import given_names

INITIAL_GAPS: Final = frozenset({" ", ". ", ".", "\u00a0"})
_NOUNS_IN_CAPITALS: Final = frozenset({"de"})
"""Where every noun has a capital, one beside a name says nothing of it."""

_ARTICLES: Final = frozenset({"a", "an"})

HOME: Final[Mapping[str, str]] = {
    "id": "ID", "da": "DK", "it": "IT", "no": "NO", "pl": "PL", "ro": "RO", "ru": "RU", "sv": "SE", "tl": "PH",
    "tr": "TR", "vi": "VN",
}  # fmt: skip
"""Country whose places an article in a language names without saying so; English and others have no single one."""


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
        named: folded names of large places that are of somebody's name ("Kenya Larasati") and nowhere said to be where.
        initials: folded codes of states that are the initials of persons ("AS (39)").
        in_titles: words of the titles of works between quotation marks.
        aged: last words of names that a person's age follows.
        in_districts: words of villages that are listed by their kecamatan.
        villages: folded names that the article gives to villages and other units finer than a town.
        datelines: folded names of one word in datelines: in the article they are towns before they are given names.
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
    named: frozenset[str] = frozenset()
    initials: frozenset[str] = frozenset()
    in_titles: frozenset[int] = frozenset()
    aged: frozenset[int] = frozenset()
    in_districts: frozenset[int] = frozenset()
    held: frozenset[int] = frozenset()
    datelines: frozenset[str] = frozenset()

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

    def head_before(self, i: int) -> int:
        """The word that says what word i is of ("provincia" of "provincia de Melgar"); -1 where none stands before."""
        return head_before(self.tokens, self.cues, i)

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
        if self.language in _NOUNS_IN_CAPITALS and tokens.folded[i] not in given_names(self.language):
            return False
        return tokens.styles[i] is LineStyle.NORMAL and is_joined(tokens, min(i, beside))


def head_before(tokens: Tokens, cues: Cues, i: int) -> int:
    """See :meth:`Context.head_before`, for where there is no context yet."""
    at = i - 1
    while at > 0 and tokens.folded[at] in cues.linking and not tokens.opens[at + 1] and "\n" not in tokens.gaps[at - 1]:
        at -= 1
    return at


def is_joined(tokens: Tokens, i: int) -> bool:
    """Whether what stands between word i and the next keeps them in one name."""
    gap = tokens.gaps[i]
    return gap in INITIAL_GAPS and ("." not in gap or len(tokens.words[i]) == 1)
