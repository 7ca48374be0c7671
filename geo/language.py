"""Which language an article is in, of those that petakan has words of."""

from collections import Counter
from collections.abc import Mapping
from functools import cache
from typing import Final

from gazetteer.names import WORD, fold_word
from geo.cues import LANGUAGES, cues
from geo.words import function_words

_SAMPLE: Final = 4000
_LEAST_SHARE: Final = 0.08
_LEAST_SHARE_OF_OTHERS: Final = 0.15
_FEWEST: Final = 6
"""Share of a text's words that are function words of its language: 0.2 to 0.5 in news, near 0 in others. Those of
other languages than petakan is made for are many, and so have to be more than a coincidence."""


def detect_language(text: str) -> str | None:
    """Tell the language of a text ("id", "en", "fr" …) by the function words in its first part; None if it has few."""
    words = WORD.findall(text[:_SAMPLE].lower())
    known = _languages_by_word()
    folded = [word if word.isascii() else fold_word(word) for word in words]
    counts = Counter([tag for word in folded for tag in known.get(word, ())])
    if not counts:
        return None
    best, count = max(counts.items(), key=lambda item: (item[1], item[0] in LANGUAGES, item[0]))
    if best in LANGUAGES:
        return best if count >= _LEAST_SHARE * len(words) else None
    return best if count >= max(_FEWEST, _LEAST_SHARE_OF_OTHERS * len(words)) else None


@cache
def _languages_by_word() -> Mapping[str, tuple[str, ...]]:
    """The languages that each function word is of."""
    found: dict[str, tuple[str, ...]] = {}
    for tag, words in [*((tag, cues(tag).function_words) for tag in LANGUAGES), *function_words().items()]:
        for word in words:
            found[word] = (*found.get(word, ()), tag)
    return found
