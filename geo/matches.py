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
from gazetteer.names import APOSTROPHES, fold_word
from gazetteer.place import Level, NameKind, Place
from geo.tokens import Shape, Tokens

_JOINS: Final = re.compile(r"[ \u00a0]|-|\.[ \u00a0]?|/|\r?\n|[ \u00a0]?[–][ \u00a0]?")
"""What may stand between the words of one name; no comma, no blank line."""

_MOST_CANDIDATES: Final = 32
_MOST_NAMESAKES: Final = 64  # where the name is their own: "Cambridge, Idaho" means the 33rd
_CLITIC: Final = "nya"
_ELIDED: Final = re.compile(rf"[^\W\d_]{{1,5}}[{APOSTROPHES}](?=\w)")
_CASE_ENDING: Final = re.compile(rf"(?<=\w)[{APOSTROPHES}][^\W\d_A-Z]{{1,5}}\Z")
_ISLAND: Final = "pulau"
_LONGEST_NAME: Final = 8
_CODE_LENGTH: Final = 3
_LONGEST_CODE: Final = 5  # "Calif."
_POSTAL: Final = 2
_INITIALS: Final = 2
_STRONG_CITY: Final = 5.7
_STRONG_UNIT: Final = 6.0
"""Prominences (about log10 of the population, see gazetteer.build) from which a town or a unit is well known."""

_WHOLE: Final = frozenset({Level.COUNTRY, Level.CONTINENT, Level.REGION})
_WEAK: Final = frozenset({NameKind.CODE, NameKind.ROMANIZED})
_NAMED: Final = frozenset({NameKind.OFFICIAL, NameKind.SHORT})
_PLAIN: Final = _NAMED | {NameKind.DEMONYM}  # "Canadian" is of Canada, and not of the town in Texas


class Writing(enum.Enum):
    """How a name of few letters is written: "AS" and "US" are names, "As" and "Us" are words, "Ky." is a name again.

    After four letters and more a full stop may as well end the sentence: "Colo.", but "Jatim.".
    """

    FREE = enum.auto()
    WORD = enum.auto()
    CAPITALS = enum.auto()
    DOTTED = enum.auto()
    STOPPED = enum.auto()


_ABBREVIATED: Final = frozenset({Writing.DOTTED, Writing.STOPPED})


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
    def of(cls, senses: tuple[Sense, ...], *, one_word: bool, is_code: bool = False) -> Self:
        """The meaning of a name that has senses.

        One that ``is_code`` is written as abbreviations are: "Ala." is Alabama's, whatever town is called Ala.
        """
        plain = (s for s in senses if s.kind in _PLAIN and not s.foreign)
        best = next(plain, senses[0])
        if is_code and best.place.level is Level.CITY:
            best = next((s for s in senses if s.kind is NameKind.CODE and not s.foreign), best)
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

    ``end`` is the code point after the name where that may not be its last word's end, else None: the word is taken
    with its 's ("St. John's"), or without -nya ("Kudusnya"); ``start`` likewise is its first ("l'Alsace").
    """

    first: int
    count: int
    folded: str
    meaning: Meaning
    end: int | None = None
    start: int | None = None

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
        lower, number = Shape.LOWER, Shape.NUMBER
        for i, shape in enumerate(tokens.shapes):
            if shape is not lower and shape is not number and not tokens.masked[i]:
                matches = list(self._at(tokens, i, language))
                if matches:
                    found[i] = matches
        return found

    def _at(self, tokens: Tokens, i: int, language: str | None) -> Iterator[Match]:
        possessives = tokens.possessives
        if possessives and not possessives.keys().isdisjoint(range(i, i + _LONGEST_NAME)):
            yield from self._with_possessives(tokens, i, language)
        lengths = self._matcher.lengths(tokens.folded, i)
        if not lengths:
            yield from self._with_affix(tokens, i, language)
        for count in lengths:
            last = i + count - 1
            if count > 1 and not _holds_together(tokens, i, last):
                continue
            folded = tokens.folded[i] if count == 1 else " ".join(tokens.folded[i : last + 1])
            written = _writing(tokens, i) if count == 1 and len(folded) <= _LONGEST_CODE else Writing.FREE
            if meaning := self._meaning(folded, language, written, one_word=count == 1):
                yield Match(i, count, folded, meaning)

    def _with_affix(self, tokens: Tokens, i: int, language: str | None) -> Iterator[Match]:
        """A name glued to another word: Indonesian -nya ("di Kudusnya"), "l'Alsace", a Turkish case ("Bursa'da")."""
        start, end, word = tokens.starts[i], tokens.ends[i], tokens.words[i]
        if language == "id":
            if tokens.folded[i].endswith(_CLITIC) and not tokens.opens[i]:
                end -= len(_CLITIC)
        elif language not in LANGUAGE_BITS:
            elided, ending = _ELIDED.match(word), _CASE_ENDING.search(word)
            start += elided.end() if elided and word[elided.end()].isupper() else 0
            end -= len(ending[0]) if ending else 0
        stem = fold_word(tokens.text[start:end])
        if stem == tokens.folded[i] or len(stem) < _CODE_LENGTH or not self._matcher.lengths([stem], 0):
            return
        if meaning := self._meaning(stem, language, Writing.FREE, one_word=True):
            yield Match(i, 1, stem, meaning, end, start)

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
        hits = self._gazetteer.hits(folded)[:_MOST_NAMESAKES]
        if len(hits) > _MOST_CANDIDATES:
            hits = (*hits[:_MOST_CANDIDATES], *(h for h in hits[_MOST_CANDIDATES:] if h.kind is NameKind.OFFICIAL))
        senses = (Sense(self._gazetteer.place(h.number), h.kind, _is_foreign(h, language)) for h in hits)
        fitting = tuple(sense for sense in senses if _fits(sense, written))
        if not fitting:
            return None
        is_code = written in _ABBREVIATED or (written is Writing.CAPITALS and len(folded) == _POSTAL)
        meaning = Meaning.of(fitting, one_word=one_word, is_code=is_code)
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
    is_short = len(tokens.folded[i]) <= _CODE_LENGTH
    if tokens.shapes[i] is not Shape.CAPITAL:
        return Writing.CAPITALS if is_short else Writing.FREE
    if tokens.gaps[i].startswith("."):
        return Writing.DOTTED if is_short else Writing.STOPPED
    return Writing.WORD if is_short else Writing.FREE


def _fits(sense: Sense, written: Writing) -> bool:
    """Whether a name may have this sense: abbreviations are written as such, and those of other languages are none."""
    if written in {Writing.FREE, Writing.STOPPED} or sense.kind not in {NameKind.SHORT, NameKind.CODE}:
        return True
    if sense.foreign or written is Writing.WORD:
        return False
    return written is Writing.CAPITALS or sense.kind is NameKind.CODE
