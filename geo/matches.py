"""Where names of the gazetteer stand in an article, before anything is said about which of them are places."""

import enum
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final, NamedTuple, Self

from gazetteer.index import Hit
from gazetteer.layers import AnyGazetteer
from gazetteer.layout import LANGUAGE_BITS
from gazetteer.matcher import NameMatcher
from gazetteer.place import Level, NameKind, Place
from geo.tokens import Shape, Tokens

_JOINS: Final = re.compile(r"[ \u00a0]|-|\.[ \u00a0]?|/|\r?\n|[ \u00a0]?[–][ \u00a0]?")
"""What may stand between the words of one name; no comma, no blank line."""

_STARTS: Final = frozenset({Shape.CAPITAL, Shape.UPPER, Shape.UNCASED})
_MOST_CANDIDATES: Final = 16
_CLITIC: Final = "nya"
_ISLAND: Final = "pulau"
_LONGEST_NAME: Final = 8
_CODE_LENGTH: Final = 3
_INITIALS: Final = 2
_STRONG_CITY: Final = 5.7
_STRONG_UNIT: Final = 6.0
"""Prominences (about log10 of the population, see gazetteer.build) from which a town or a unit is well known."""

_WHOLE: Final = frozenset({Level.COUNTRY, Level.CONTINENT, Level.REGION})
_WEAK: Final = frozenset({NameKind.CODE, NameKind.ROMANIZED})
_NAMED: Final = frozenset({NameKind.OFFICIAL, NameKind.SHORT})
_PLAIN: Final = _NAMED | {NameKind.DEMONYM}  # "Canadian" is of Canada, and not of the town in Texas


class Writing(enum.Enum):
    """How a name of few letters is written: "AS" and "US" are names, "As" and "Us" are words, "Ky." is a name again."""

    FREE = enum.auto()
    WORD = enum.auto()
    CAPITALS = enum.auto()
    DOTTED = enum.auto()


class Sense(NamedTuple):
    """A place that a name may mean, and the sort of name it is of it."""

    place: Place
    kind: NameKind
    foreign: bool


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a name may mean.

    Attributes:
        senses: by prominence, most prominent first.
        best: the sense of the most weight: the most prominent that the name is a plain name of.
        is_strong: whether it is a place name whatever stands beside it: a country, a large province, a big city.
    """

    senses: tuple[Sense, ...]
    best: Sense
    is_strong: bool

    @classmethod
    def of(cls, senses: tuple[Sense, ...], *, one_word: bool) -> Self:
        """The meaning of a name that has senses."""
        plain = (s for s in senses if s.kind in _PLAIN and not s.foreign)
        best = next(plain, senses[0])
        return cls(senses, best, _is_strong(best, one_word=one_word))


def _is_strong(best: Sense, *, one_word: bool) -> bool:
    if best.foreign or best.kind in _WEAK:
        return False
    place = best.place
    if place.level in _WHOLE:
        return True
    if place.level is Level.ADM1:
        return best.kind in _NAMED and (not one_word or place.prominence >= _STRONG_UNIT)
    return place.level is Level.CITY and place.prominence >= _STRONG_CITY


@dataclass(frozen=True, slots=True)
class Match:
    """``count`` words from word ``first`` that are a name.

    ``end`` is the code point after the name where that is not its last word's end, else None: the word is taken with
    its 's ("St. John's"), or without -nya ("Kudusnya").
    """

    first: int
    count: int
    folded: str
    meaning: Meaning
    end: int | None = None

    @property
    def last(self) -> int:
        """Index of its last word."""
        return self.first + self.count - 1

    @property
    def senses(self) -> tuple[Sense, ...]:
        """The places that it may mean."""
        return self.meaning.senses

    @property
    def best(self) -> Sense:
        """Its best sense, see :class:`Meaning`."""
        return self.meaning.best

    @property
    def is_strong(self) -> bool:
        """Whether it is a place name whatever stands beside it, see :class:`Meaning`."""
        return self.meaning.is_strong


class MatchFinder:
    """Finds the matches of an article; keeps what it learnt of words for the next one."""

    def __init__(self, gazetteer: AnyGazetteer) -> None:
        self._gazetteer = gazetteer
        self._matcher = NameMatcher(gazetteer)
        self._meaning = lru_cache(20_000)(self._read_meaning)

    def find(self, tokens: Tokens, language: str | None) -> dict[int, list[Match]]:
        """All matches by the index of their first word, longest first."""
        found: dict[int, list[Match]] = {}
        for i, shape in enumerate(tokens.shapes):
            if shape in _STARTS and not tokens.masked[i]:
                matches = list(self._at(tokens, i, language))
                if matches:
                    found[i] = matches
        return found

    def _at(self, tokens: Tokens, i: int, language: str | None) -> Iterator[Match]:
        possessives = tokens.possessives
        if possessives and not possessives.keys().isdisjoint(range(i, i + _LONGEST_NAME)):
            yield from self._with_possessives(tokens, i, language)
        lengths = self._matcher.lengths(tokens.folded, i)
        if not lengths and language == "id":
            yield from self._with_clitic(tokens, i)
        for count in lengths:
            last = i + count - 1
            if count > 1 and not _holds_together(tokens, i, last):
                continue
            folded = tokens.folded[i] if count == 1 else " ".join(tokens.folded[i : last + 1])
            written = _writing(tokens, i) if count == 1 and len(folded) <= _CODE_LENGTH else Writing.FREE
            if meaning := self._meaning(folded, language, written, one_word=count == 1):
                yield Match(i, count, folded, meaning)

    def _with_clitic(self, tokens: Tokens, i: int) -> Iterator[Match]:
        """A name with Indonesian -nya glued to it: "di Kudusnya sendiri"."""
        stem = tokens.folded[i].removesuffix(_CLITIC)
        if len(stem) < _CODE_LENGTH or stem == tokens.folded[i] or tokens.opens[i]:
            return
        if self._matcher.lengths([stem], 0) and (meaning := self._meaning(stem, "id", Writing.FREE, one_word=True)):
            yield Match(i, 1, stem, meaning, tokens.ends[i] - len(_CLITIC))

    def _with_possessives(self, tokens: Tokens, i: int, language: str | None) -> Iterator[Match]:
        """Names of several words that hold a possessive themselves: "People's Republic of China"."""
        words = tokens.folded[i : i + _LONGEST_NAME]
        for at, (_, folded) in tokens.possessives.items():
            if i <= at < i + len(words):
                words[at - i] = folded
        for count in self._matcher.lengths(words, 0):
            last = i + count - 1
            inside = [at for at in tokens.possessives if i <= at <= last]
            if count > 1 and inside and _holds_together(tokens, i, last, inside):
                name = " ".join(words[:count])
                end = tokens.possessives[last][0] if last in inside else None
                if meaning := self._meaning(name, language, Writing.FREE, one_word=False):
                    yield Match(i, count, name, meaning, end)

    def _read_meaning(self, folded: str, language: str | None, written: Writing, *, one_word: bool) -> Meaning | None:
        hits = self._gazetteer.hits(folded)[:_MOST_CANDIDATES]
        senses = (Sense(self._gazetteer.place(h.number), h.kind, _is_foreign(h, language)) for h in hits)
        fitting = tuple(sense for sense in senses if _fits(sense, written))
        if not fitting:
            return None
        meaning = Meaning.of(fitting, one_word=one_word)
        islands = self._islands(folded, fitting) if language == "id" else ()
        return replace(meaning, senses=(*fitting, *islands)) if islands else meaning

    def _islands(self, folded: str, known: Sequence[Sense]) -> tuple[Sense, ...]:
        """The island of a regency's or town's name: "Alor" is Pulau Alor too."""
        if any(sense.place.level is Level.CITY and sense.kind is NameKind.OFFICIAL for sense in known):
            return ()  # of "Ternate" the town is meant
        ids = {sense.place.id for sense in known}
        hits = (hit for hit in self._gazetteer.hits(f"{_ISLAND} {folded}") if hit.kind is NameKind.OFFICIAL)
        places = (self._gazetteer.place(hit.number) for hit in hits)
        islands = (p for p in places if p.level is Level.REGION and p.id not in ids)
        return tuple(Sense(place, NameKind.ALTERNATE, foreign=False) for place in islands)


def _holds_together(tokens: Tokens, first: int, last: int, possessives: Sequence[int] = ()) -> bool:
    """Whether words first..last may be one name; of ``possessives``, the 's may be part of it."""
    if tokens.shapes[last] is Shape.LOWER or tokens.masked[last]:
        return False
    return all(_joins(tokens, i, possessive=i in possessives) for i in range(first, last))


def _joins(tokens: Tokens, i: int, *, possessive: bool) -> bool:
    """Whether word i and the next may be of one name: no comma but that of "Washington, D.C."."""
    gap = tokens.gaps[i]
    if possessive:
        gap = gap[tokens.possessives[i][0] - tokens.ends[i] :]
    if gap == ", ":
        return (
            tokens.shapes[i + 1] is not Shape.LOWER
            and len(tokens.words[i + 1]) <= _INITIALS
            and tokens.words[i + 1].isupper()
        )
    return _JOINS.fullmatch(gap) is not None


def _is_foreign(hit: Hit, language: str | None) -> bool:
    """Whether the name is known to belong to other languages than the article's; English ones are used in all."""
    if language not in LANGUAGE_BITS or not hit.languages:
        return False
    if hit.kind is NameKind.DEMONYM:  # in an Indonesian article "Korean" stands in English names only
        return not hit.languages & LANGUAGE_BITS[language]
    return not hit.languages & (LANGUAGE_BITS[language] | LANGUAGE_BITS["en"])


def _writing(tokens: Tokens, i: int) -> Writing:
    """How a word of few letters is written."""
    if tokens.shapes[i] is not Shape.CAPITAL:
        return Writing.CAPITALS
    return Writing.DOTTED if tokens.gaps[i].startswith(".") else Writing.WORD


def _fits(sense: Sense, written: Writing) -> bool:
    """Whether a name may have this sense: abbreviations are written as such, and those of other languages are none."""
    if written is Writing.FREE or sense.kind not in {NameKind.SHORT, NameKind.CODE}:
        return True
    if sense.foreign or written is Writing.WORD:
        return False
    return written is Writing.CAPITALS or sense.kind is NameKind.CODE
