"""Where names of the gazetteer stand in an article, before anything is said about which of them are places."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from gazetteer.layers import AnyGazetteer
from gazetteer.layout import LANGUAGE_BITS
from gazetteer.matcher import NameMatcher
from gazetteer.names import APOSTROPHES, fold_word
from gazetteer.place import Level
from geo.cues import Cues, cues
from geo.meanings import FAR_LARGER, Meaning, Meanings, Sense, Writing
from geo.tokens import Shape, Tokens

_JOINS: Final = re.compile(r"[ \u00a0]|-|[ \u00a0]?&[ \u00a0]?|\.[ \u00a0]?|/|\r?\n|[ \u00a0]?[–][ \u00a0]?")
"""What may stand between the words of one name; no comma, no blank line."""

_CLITIC: Final = "nya"
_ELIDED: Final = re.compile(rf"[^\W\d_]{{1,5}}[{APOSTROPHES}](?=[^\W\d_])")
_CASE_ENDING: Final = re.compile(rf"(?<=\w)[{APOSTROPHES}][^\W\d_A-Z]{{1,5}}\Z")
_LONGEST_NAME: Final = 8
_CODE_LENGTH: Final = 3
_LONGEST_CODE: Final = 5  # "Calif."
_INITIALS: Final = 2
_LONGEST_AFFIX: Final = 4
_LARGE: Final = frozenset({Level.COUNTRY, Level.CONTINENT, Level.REGION, Level.ADM1})
_COUNTIES: Final = frozenset({Level.ADM2})


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
        self._matcher = NameMatcher(gazetteer)
        self._meanings = Meanings(gazetteer)
        self._meaning = self._meanings.of

    def find(self, tokens: Tokens, language: str | None) -> dict[int, list[Match]]:
        """All matches by the index of their first word, longest first."""
        found: dict[int, list[Match]] = {}
        lower, number = Shape.LOWER, Shape.NUMBER
        levels = {} if language in LANGUAGE_BITS else cues(language).level
        heads = {word for word, asked in levels.items() if Level.REGION in asked}
        for i, shape in enumerate(tokens.shapes):
            begins = shape is not lower or (tokens.folded[i] in heads and tokens.is_capital(i + 1))  # "mer Noire"
            if begins and shape is not number and not tokens.masked[i]:
                matches = list(self._at(tokens, i, language))
                if matches:
                    found[i] = matches
        return found

    def meaning_of(self, match: Match, asked: frozenset[Level]) -> Meaning:
        """What a match may mean where the words around it ask for ``asked`` levels: "Polk and Marion counties"."""
        return self._meanings.with_counties(match.meaning, match.folded) if asked == _COUNTIES else match.meaning

    def _at(self, tokens: Tokens, i: int, language: str | None) -> Iterator[Match]:
        article = None if language in LANGUAGE_BITS else _ELIDED.match(tokens.words[i])
        if article and tokens.words[i][0].islower():  # "l'Yonne", but "L'Aquila" is a name as it stands
            yield from self._after_article(tokens, i, article.end(), language)
            return
        possessives = tokens.possessives
        if possessives and not possessives.keys().isdisjoint(range(i, i + _LONGEST_NAME)):
            yield from self._with_possessives(tokens, i, language)
        lengths = self._matcher.lengths(tokens.folded, i)
        if not lengths:
            yield from self._with_affix(tokens, i, language)
        elif lengths == [1] and language not in LANGUAGE_BITS:
            yield from self._better_in_other_form(tokens, i, language)
        for count in lengths:
            last = i + count - 1
            if count > 1 and not _holds_together(tokens, i, last):
                continue
            folded = tokens.folded[i] if count == 1 else " ".join(tokens.folded[i : last + 1])
            written = _writing(tokens, i) if count == 1 and len(folded) <= _LONGEST_CODE else Writing.FREE
            meaning = self._meaning(folded, language, written, one_word=count == 1)
            if meaning and _may_end(tokens, last, meaning, language):
                yield Match(i, count, folded, meaning)

    def _with_affix(self, tokens: Tokens, i: int, language: str | None) -> Iterator[Match]:
        """A name glued to another word: Indonesian -nya ("di Kudusnya"), "L'Alsace", a case ("Bakı'da")."""
        start, end, word = tokens.starts[i], tokens.ends[i], tokens.words[i]
        if language == "id":
            if tokens.folded[i].endswith(_CLITIC) and not tokens.opens[i]:
                end -= len(_CLITIC)
        elif language not in LANGUAGE_BITS:
            if elided := _ELIDED.match(word):
                yield from self._after_article(tokens, i, elided.end(), language)
                return
            ending = _CASE_ENDING.search(word)
            end -= len(ending[0]) if ending else 0
            if end == tokens.ends[i]:
                yield from self._in_other_form(tokens, i, language)
                return
        stem = fold_word(tokens.text[start:end])
        if stem == tokens.folded[i] or len(stem) < _CODE_LENGTH or not self._matcher.lengths([stem], 0):
            return
        if meaning := self._meaning(stem, language, Writing.FREE, one_word=True):
            yield Match(i, 1, stem, meaning, end)

    def _better_in_other_form(self, tokens: Tokens, i: int, language: str | None) -> Iterator[Match]:
        """A far larger place in another case of a word that is a name as it stands: "Tarnowa" of Tarnów."""
        own = self._meaning(tokens.folded[i], language, Writing.FREE, one_word=True)
        for match in self._in_other_form(tokens, i, language):
            if own is None or match.best.prominence >= own.best.prominence + FAR_LARGER:
                yield match

    def _in_other_form(self, tokens: Tokens, i: int, language: str | None) -> Iterator[Match]:
        """A name of one word in another case than the gazetteer has it: Polish "Gdyni", "Kataloniens"."""
        for stem in _other_forms(tokens.folded[i], cues(language)):
            if len(stem) <= _CODE_LENGTH or not self._matcher.lengths([stem], 0):
                continue
            if meaning := self._meaning(stem, language, Writing.FREE, one_word=True):
                yield Match(i, 1, stem, meaning)
                return

    def _after_article(self, tokens: Tokens, i: int, article: int, language: str | None) -> Iterator[Match]:
        """Names of which the first word stands after an elided article of so many letters: "l'Arabie saoudite"."""
        start = tokens.starts[i] + article
        words = [fold_word(tokens.text[start : tokens.ends[i]]), *tokens.folded[i + 1 : i + _LONGEST_NAME]]
        for count in self._matcher.lengths(words, 0) if tokens.words[i][article].isupper() else ():
            last, name = i + count - 1, " ".join(words[:count])
            if count > 1 and not _holds_together(tokens, i, last):
                continue
            meaning = self._meaning(name, language, Writing.FREE, one_word=count == 1)
            if meaning and _may_end(tokens, last, meaning, language):
                yield Match(i, count, name, meaning, start=start)

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
                meaning = self._meaning(name, language, Writing.FREE, one_word=False)
                if meaning and _may_end(tokens, last, meaning, language):
                    yield Match(i, count, name, meaning, end)


def _other_forms(folded: str, of: Cues) -> Iterator[str]:
    """What a word is if it is a name in another case, or with a word written to it: the longest ending first."""
    for length in range(_LONGEST_AFFIX, 0, -1):
        for other in of.name_endings.get(folded[-length:], ()):
            yield folded[:-length] + other
        for other in of.name_starts.get(folded[:length], ()):
            yield other + folded[length:]


def _may_end(tokens: Tokens, last: int, meaning: Meaning, language: str | None) -> bool:
    """Whether a name may end in word ``last``: large places of other languages in an adjective ("Arabie saoudite")."""
    has_adjective = language not in LANGUAGE_BITS and meaning.best.level in _LARGE
    return tokens.shapes[last] is not Shape.LOWER or has_adjective


def _holds_together(tokens: Tokens, first: int, last: int, possessives: Sequence[int] = ()) -> bool:
    """Whether words first..last may be one name; of ``possessives``, the 's may be part of it."""
    if tokens.masked[last]:
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


def _writing(tokens: Tokens, i: int) -> Writing:
    """How a word of few letters is written."""
    is_short = len(tokens.folded[i]) <= _CODE_LENGTH
    if tokens.shapes[i] is not Shape.CAPITAL:
        return Writing.CAPITALS if is_short else Writing.FREE
    if tokens.gaps[i].startswith("."):
        return Writing.DOTTED if is_short else Writing.STOPPED
    return Writing.WORD if is_short else Writing.FREE
