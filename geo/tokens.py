"""An article as words, with what their letters and lines say."""

import enum
import re
from bisect import bisect_left
from functools import lru_cache
from itertools import accumulate
from typing import Final, NamedTuple

from gazetteer.names import APOSTROPHES, WORD, fold_word, without_possessive
from geo.article import Article, Span
from geo.cues import Cues, cues

_PARTED: Final = re.compile(f"({WORD.pattern})")
_SENTENCE_BEFORE: Final = re.compile(r"[.!?:…][\"'”’»)\]]*\s+[\"'“‘«(\[]*$|[\"“«]$|\n\W*$|[•*–—-]\s+$")
_ELIDED: Final = re.compile(rf"[^\W\d_]{{1,4}}[{APOSTROPHES}](?=\w)")
_ENDING: Final = re.compile(rf"[{APOSTROPHES}]([^\W\d_]+)\Z")
_TERMINAL: Final = (".", "!", "?", ",", ";", ":")
_STOP: Final = ". "
_LEVEL_ABBREVIATIONS: Final = frozenset({"kab", "kec", "kel", "ds", "dsn", "kp", "prov"})
"""Of words for units, which stand before a name: their full stop ends nothing ("Kec. Cugenang, Kab. Cianjur")."""

_TITLE_SHARE: Final = 0.75
_TITLE_WORDS: Final = 4
_TITLE_LENGTH: Final = 160
_SMALL_WORD: Final = 3
_LOOKBACK: Final = 12
_LONG_TEXT: Final = 20
_FEWEST_CAPITALS: Final = 0.01
"""Share of capitals under which a text is taken for one that has none: every sentence of news begins with one."""


class Shape(enum.IntEnum):
    """The case of a word; UNCASED covers scripts without capitals."""

    LOWER = 0
    CAPITAL = 1
    UPPER = 2
    UNCASED = 3
    NUMBER = 4


class LineStyle(enum.IntEnum):
    """What capitals say in a line: as usual, little (Title Case), or nothing (ALL CAPS)."""

    NORMAL = 0
    TITLE = 1
    UPPER = 2


class _Facts(NamedTuple):
    """What a word says by itself; ``with_possessive`` is its folded form with its 's, None where it has none."""

    word: str
    folded: str
    shape: Shape
    is_capital: bool
    with_possessive: str | None


def shape_of(word: str) -> Shape:
    """The shape of one word; a small letter before a capital says nothing: "d'Ivoire", "uMhlanga"."""
    first = word[0]
    if first.islower() and (elided := _ELIDED.match(word)):
        first = word[elided.end()]
    elif first.islower() and word[1:2].isupper() and len(word) > _SMALL_WORD:
        return Shape.CAPITAL
    if first.islower():
        return Shape.LOWER
    if first.isupper():
        return Shape.UPPER if len(word) > 1 and word.isupper() else Shape.CAPITAL
    return Shape.NUMBER if first.isdigit() else Shape.UNCASED


class Tokens:
    """The words of an article, as parallel lists: text, start, end (code points), folded form, shape, style.

    ``capitals`` are the indices of the words that begin with a capital.
    ``gaps[i]`` is the text between word i and the next (or the end), without the full stop of an abbreviated word for a
    unit; ``opens[i]`` tells whether word i begins a sentence; ``masked[i]`` whether it is no part of the article.
    ``is_caseless`` tells that all is in lower case.
    Words stand without an English possessive; ``possessives`` has the words that had one: index -> the end and the
    folded form with it ("Queen Anne's County" is a name as it stands, "Ohio's" is not). In languages that have them,
    words stand without an elided article ("aéroport" of "l'aéroport", but "l'Yonne" whole, as "d'Ivoire" is of a name)
    and without the case after an apostrophe, which ``endings`` has by index ("da" of "Bursa'da").
    """

    def __init__(self, article: Article) -> None:
        self.text = text = article.text
        parts = _PARTED.split(text)  # a gap, a word, a gap, …, a gap
        self.endings = _part_affixes(parts, cues(article.language))
        ends_of_parts = list(accumulate(map(len, parts)))
        whole, self.gaps = parts[1::2], parts[2::2]
        facts = list(map(_facts, whole))
        self.words = [fact.word for fact in facts]
        self.folded = [fact.folded for fact in facts]
        self.shapes = [fact.shape for fact in facts]
        self.starts = ends_of_parts[:-1:2]
        self.ends = [start + len(word) for start, word in zip(self.starts, self.words, strict=True)]
        self.possessives: dict[int, tuple[int, str]] = {}
        for i, fact in enumerate(facts):
            if fact.with_possessive is not None:
                self.possessives[i] = (ends_of_parts[2 * i + 1], fact.with_possessive)
                self.gaps[i] = whole[i][len(fact.word) :] + self.gaps[i]
        for i, word in enumerate(self.folded):
            if self.gaps[i] == _STOP and word in _LEVEL_ABBREVIATIONS:
                self.gaps[i] = " "
        self.capitals = [i for i, fact in enumerate(facts) if fact.is_capital]
        self._is_capital = [fact.is_capital for fact in facts]
        lower = Shape.LOWER
        self.lowered = frozenset([fact.folded for fact in facts if fact.shape is lower])
        self.is_caseless = self._is_caseless()
        if self.is_caseless:
            self.shapes = [Shape.UNCASED if shape is lower else shape for shape in self.shapes]
            self.lowered = frozenset()
        self.styles = [LineStyle.UPPER] * len(self.words) if self.is_caseless else self._styles()
        self.opens = [
            *([True] if self.words else ()),
            *[gap != " " and _SENTENCE_BEFORE.search(gap[-_LOOKBACK:]) is not None for gap in self.gaps[:-1]],
        ]
        self.masked = self._masked(article.masked)

    def __len__(self) -> int:
        return len(self.words)

    def gap(self, i: int) -> str:
        """The text between word i and the next."""
        return self.gaps[i]

    def before(self, i: int) -> str:
        """The text between word i and the one before it."""
        return self.gaps[i - 1] if i else self.text[: self.starts[0]]

    def is_capital(self, i: int) -> bool:
        """Whether word i exists and begins with a capital."""
        return 0 <= i < len(self._is_capital) and self._is_capital[i]

    def between(self, start: int, end: int) -> range:
        """Indices of the words that begin at ``start`` or later and before ``end``, in code points."""
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))

    def _is_caseless(self) -> bool:
        """Whether the whole text is in lower case, so that case says nothing of any word."""
        lower = self.shapes.count(Shape.LOWER)
        return lower >= _LONG_TEXT and len(self.capitals) <= _FEWEST_CAPITALS * lower

    def _masked(self, spans: tuple[Span, ...]) -> list[bool]:
        masked = [False] * len(self.words)
        for span in spans:
            for i in self.between(span.start, span.end):
                masked[i] = True
        return masked

    def _styles(self) -> list[LineStyle]:
        """The style of the line that each word stands in."""
        styles: list[LineStyle] = []
        first = 0
        for i, gap in enumerate(self.gaps):
            if "\n" in gap or i + 1 == len(self.gaps):
                styles += [self._style(first, i)] * (i + 1 - first)
                first = i + 1
        return styles

    def _style(self, first: int, last: int) -> LineStyle:
        """The style of the line of words first..last (both included)."""
        shapes = self.shapes[first : last + 1]
        lower, upper = shapes.count(Shape.LOWER), shapes.count(Shape.UPPER)
        cased = lower + upper + shapes.count(Shape.CAPITAL)
        if cased >= _SMALL_WORD and not lower and upper >= _TITLE_SHARE * cased:
            return LineStyle.UPPER
        length = self.ends[last] - self.starts[first]
        if cased < _TITLE_WORDS or length > _TITLE_LENGTH:
            return LineStyle.NORMAL
        ending = self.gaps[last].lstrip(" \"'”’)")[:1]
        if ending in _TERMINAL or ". " in self.text[self.starts[first] : self.ends[last]]:
            return LineStyle.NORMAL
        large = [shape for shape, word in zip(shapes, self.words[first:], strict=False) if len(word) > _SMALL_WORD]
        capital = large.count(Shape.CAPITAL) + large.count(Shape.UPPER)
        cased = capital + large.count(Shape.LOWER)
        return LineStyle.TITLE if cased and capital >= _TITLE_SHARE * cased else LineStyle.NORMAL


def _part_affixes(parts: list[str], of: Cues) -> dict[int, str]:
    """Move elided articles and case endings from the words of ``parts`` into the gaps; the endings by word."""
    endings: dict[int, str] = {}
    for at in range(1, len(parts), 2) if of.elided or of.case_endings else ():
        word = parts[at]
        article, ending = _ELIDED.match(word), _ENDING.search(word)
        if article and word[article.end()].islower() and article[0][:-1].lower() in of.elided:
            parts[at - 1] += article[0]
            parts[at] = word[article.end() :]
        elif ending and fold_word(ending[1]) in of.case_endings and word[0].isupper():
            parts[at] = word[: ending.start()]
            parts[at + 1] = ending[0] + parts[at + 1]
            endings[at // 2] = fold_word(ending[1])
    return endings


@lru_cache(65_536)
def _facts(whole: str) -> _Facts:
    """The facts of a word, which stands in them without its possessive."""
    word = without_possessive(whole)
    shape = shape_of(word)
    is_capital = shape is Shape.CAPITAL or shape is Shape.UPPER
    return _Facts(word, fold_word(word), shape, is_capital, fold_word(whole) if len(word) != len(whole) else None)
