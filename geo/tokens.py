"""An article as words, with what their letters and lines say."""

import enum
import re
from bisect import bisect_left
from typing import Final

from gazetteer.names import WORD, fold_word, without_possessive
from geo.article import Article, Span

_SENTENCE_BEFORE: Final = re.compile(r"[.!?:…][\"'”’»)\]]*\s+[\"'“‘«(\[]*$|[\"“«]$|\n\W*$|[•*–—-]\s+$")
_TERMINAL: Final = (".", "!", "?", ",", ";", ":")
_TITLE_SHARE: Final = 0.75
_TITLE_WORDS: Final = 4
_TITLE_LENGTH: Final = 160
_SMALL_WORD: Final = 3
_LOOKBACK: Final = 12


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


def shape_of(word: str) -> Shape:
    """The shape of one word."""
    first = word[0]
    if first.islower():
        return Shape.LOWER
    if first.isupper():
        return Shape.UPPER if len(word) > 1 and word.isupper() else Shape.CAPITAL
    return Shape.NUMBER if first.isdigit() else Shape.UNCASED


class Tokens:
    """The words of an article, as parallel lists: text, start, end (code points), folded form, shape, style.

    ``opens[i]`` tells whether word i begins a sentence; ``masked[i]`` whether it is no part of the article.
    Words stand without an English possessive; ``possessives`` has the words that had one: index -> the end and the
    folded form with it ("Queen Anne's County" is a name as it stands, "Ohio's" is not).
    """

    def __init__(self, article: Article) -> None:
        self.text = article.text
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.folded: list[str] = []
        self.shapes: list[Shape] = []
        self.possessives: dict[int, tuple[int, str]] = {}
        for found in WORD.finditer(article.text):
            whole = found.group()
            word = without_possessive(whole)
            if len(word) != len(whole):
                self.possessives[len(self.words)] = (found.end(), fold_word(whole))
            self.words.append(word)
            self.starts.append(found.start())
            self.ends.append(found.start() + len(word))
            self.folded.append(fold_word(word))
            self.shapes.append(shape_of(word))
        self.styles = self._styles()
        self.opens = [self._opens(i) for i in range(len(self.words))]
        self.masked = self._masked(article.masked)
        self.lowered = frozenset(f for f, s in zip(self.folded, self.shapes, strict=True) if s is Shape.LOWER)

    def __len__(self) -> int:
        return len(self.words)

    def gap(self, i: int) -> str:
        """The text between word i and the next."""
        end = self.starts[i + 1] if i + 1 < len(self.words) else len(self.text)
        return self.text[self.ends[i] : end]

    def before(self, i: int) -> str:
        """The text between word i and the one before it."""
        return self.text[self.ends[i - 1] if i else 0 : self.starts[i]]

    def is_capital(self, i: int) -> bool:
        """Whether word i exists and begins with a capital."""
        return 0 <= i < len(self.words) and self.shapes[i] in {Shape.CAPITAL, Shape.UPPER}

    def _opens(self, i: int) -> bool:
        return i == 0 or _SENTENCE_BEFORE.search(self.before(i)[-_LOOKBACK:]) is not None

    def between(self, start: int, end: int) -> range:
        """Indices of the words that begin at ``start`` or later and before ``end``, in code points."""
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))

    def _masked(self, spans: tuple[Span, ...]) -> list[bool]:
        masked = [False] * len(self.words)
        for span in spans:
            for i in self.between(span.start, span.end):
                masked[i] = True
        return masked

    def _styles(self) -> list[LineStyle]:
        """The style of the line that each word stands in."""
        styles: list[LineStyle] = []
        line: list[int] = []
        for i in range(len(self.words)):
            line.append(i)
            if "\n" in self.gap(i) or i + 1 == len(self.words):
                styles += [self._style(line)] * len(line)
                line = []
        return styles

    def _style(self, line: list[int]) -> LineStyle:
        cased = [i for i in line if self.shapes[i] in {Shape.LOWER, Shape.CAPITAL, Shape.UPPER}]
        upper = sum(self.shapes[i] is Shape.UPPER for i in cased)
        lower = sum(self.shapes[i] is Shape.LOWER for i in cased)
        if len(cased) >= _SMALL_WORD and not lower and upper >= _TITLE_SHARE * len(cased):
            return LineStyle.UPPER
        length = self.ends[line[-1]] - self.starts[line[0]]
        ending = self.gap(line[-1]).lstrip(" \"'”’)")[:1]
        inside = self.text[self.starts[line[0]] : self.ends[line[-1]]]
        is_prose = ending in _TERMINAL or ". " in inside
        if len(cased) < _TITLE_WORDS or length > _TITLE_LENGTH or is_prose:
            return LineStyle.NORMAL
        large = [i for i in cased if len(self.words[i]) > _SMALL_WORD]
        capital = sum(self.shapes[i] is not Shape.LOWER for i in large)
        return LineStyle.TITLE if large and capital >= _TITLE_SHARE * len(large) else LineStyle.NORMAL
