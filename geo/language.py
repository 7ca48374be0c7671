"""Which language an article is in, and a paragraph that quotes another, of those that petakan has words of."""

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache
from operator import itemgetter
from typing import Final

from gazetteer.names import WORD, fold_word
from geo.article import Span
from geo.cues import LANGUAGES, cues
from geo.words import function_words

_SAMPLE: Final = 4000
_LEAST_SHARE: Final = 0.08
_LEAST_SHARE_OF_OTHERS: Final = 0.15
_FEWEST: Final = 6
"""Share of a text's words that are function words of its language: 0.2 to 0.5 in news, near 0 in others. Those of
other languages than petakan is made for are many, and so have to be more than a coincidence."""

_PARAGRAPH: Final = re.compile(r"[^\n]*\S[^\n]*")
_LONG: Final = 20
_TIMES: Final = 2
"""A paragraph is in another language if it has more than twice as many function words of it as of the article's own."""


def detect_language(text: str) -> str | None:
    """Tell the language of a text ("id", "en", "fr" …) by the function words in its first part; None if it has few."""
    counts, words = _counted(text[:_SAMPLE])
    if not counts:
        return None
    best, count = max(counts.items(), key=lambda item: (item[1], item[0] in LANGUAGES, item[0]))
    if best in LANGUAGES:
        return best if count >= _LEAST_SHARE * words else None
    return best if count >= max(_FEWEST, _LEAST_SHARE_OF_OTHERS * words) else None


def foreign_paragraphs(text: str, language: str | None) -> dict[str, list[Span]]:
    """Paragraphs in other languages than that of the text, by language; most texts have none.

    A long paragraph tells its language by itself. A short one, such as a headline, is only taken for one of a language
    that a long one is in.
    """
    paragraphs = [(Span(found.start(), found.end()), *_counted(found.group())) for found in _PARAGRAPH.finditer(text)]
    told = {tag for _, counts, words in paragraphs if words >= _LONG and (tag := _clear(counts, language, words))}
    foreign: dict[str, list[Span]] = {}
    for span, counts, words in paragraphs if told else ():
        tag = _clear(counts, language, words)
        if tag in told:
            foreign.setdefault(tag, []).append(span)
    return foreign


def _clear(counts: Counter[str], language: str | None, words: int) -> str:
    """The language that words are clearly in, if it is another than ``language``; else ""."""
    best, count = max(counts.items(), key=itemgetter(1), default=("", 0))
    own = counts[language or ""]
    return best if count > _TIMES * own and count >= _LEAST_SHARE_OF_OTHERS * words else ""


def _counted(text: str) -> tuple[Counter[str], int]:
    """How many words of a text are function words of each language, and how many words it has."""
    words = WORD.findall(text.lower())
    known = _languages_by_word()
    folded = [word if word.isascii() else fold_word(word) for word in words]
    return Counter([tag for word in folded for tag in known.get(word, ())]), len(words)


@cache
def _languages_by_word() -> Mapping[str, tuple[str, ...]]:
    """The languages that each function word is of."""
    found: dict[str, tuple[str, ...]] = {}
    for tag, words in [*((tag, cues(tag).function_words) for tag in LANGUAGES), *function_words().items()]:
        for word in words:
            found[word] = (*found.get(word, ()), tag)
    return found
