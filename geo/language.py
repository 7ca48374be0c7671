"""Which language an article is in, as far as petakan needs to know: Indonesian, English, or neither."""

from typing import Final

from gazetteer.names import WORD
from geo.cues import LANGUAGES, cues

_SAMPLE: Final = 4000
_LEAST_SHARE: Final = 0.08
"""Share of a text's words that are function words of its language: 0.2 to 0.4 in news, near 0 in others."""


def detect_language(text: str) -> str | None:
    """Tell "id" from "en" by the function words in the first part of a text; None if it is neither."""
    words = WORD.findall(text[:_SAMPLE].lower())
    if not words:
        return None
    shares = {tag: sum(map(cues(tag).function_words.__contains__, words)) / len(words) for tag in LANGUAGES}
    best = max(shares, key=lambda tag: shares[tag])
    return best if shares[best] >= _LEAST_SHARE else None
