"""The one normal form of a name.

Two spellings are the same name when :func:`fold` gives the same text. The form keeps what tells names
apart in their own script (kana and Indic vowel signs) and drops what writers leave out (accents of Latin
letters, Arabic and Hebrew points, apostrophes, hyphens).
"""

import re
import unicodedata
from typing import Final

APOSTROPHES: Final = "'`\u00b4\u02b9\u02bb\u02bc\u02be\u02bf\u02c8\u05f3\u2018\u2019\u2032"
"""All that stands for an apostrophe; some of them are letters to Unicode."""

_MARKS_OF_WORDS: Final = (
    # Combining marks that belong to a word but are not in ``\w``: Latin, Cyrillic, Hebrew, Arabic, the Indic
    # blocks (without the dandas U+0964-5), Thai, Lao, Tibetan, Myanmar, Khmer, and the voicing marks of kana.
    r"\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    r"\u0900-\u0963\u0966-\u0dff\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece"
    r"\u0f18-\u0fbc\u102b-\u103e\u1056-\u1059\u17b4-\u17d3\u3099\u309a"
)
_JOINERS: Final = r"\u00ad\u200c\u200d\u2060\ufeff"  # soft hyphen and the like: no reader sees them
_LETTER: Final = rf"[^\W_{APOSTROPHES}]"
WORD: Final = re.compile(rf"{_LETTER}+(?:[{_MARKS_OF_WORDS}{_JOINERS}]+{_LETTER}*|[{APOSTROPHES}]{_LETTER}+)*")
"""A word of running text: letters, digits and their marks, with apostrophes inside ("Ma'rib", "Rusia's")."""

_DROPPED: Final = re.compile(
    # accents, points and the tatweel; then what a compatibility form may hold: the dot of "ŀ", a lone mark
    rf"[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0640{APOSTROPHES}]"
    rf"|[^\w{_MARKS_OF_WORDS}]|^(?:(?!\w)[{_MARKS_OF_WORDS}])+"
)
_APOSTROPHE: Final = re.compile(rf"[{APOSTROPHES}]")
_SPECIAL: Final = str.maketrans(
    {
        "ł": "l", "đ": "d", "ø": "o", "æ": "ae", "ð": "d", "\N{LATIN SMALL LETTER DOTLESS I}": "i",
        "œ": "oe", "þ": "th", "ħ": "h", "ŋ": "n", "ə": "a",
    }
)  # fmt: skip
_IN_FULL: Final = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
_SHORT: Final = {full: short for short, full in _IN_FULL.items()}
_POSSESSIVE: Final = re.compile(rf"[{APOSTROPHES}][sS]$")


def fold(name: str) -> str:
    """Fold a name or a text: words in normal form, joined by single spaces; "" if it has no word.

    >>> fold("P'yŏngyang"), fold("Port-au-Prince"), fold("St. Louis"), fold("Øresund")
    ('pyongyang', 'port au prince', 'st louis', 'oresund')
    """
    text = name if name.isascii() else unicodedata.normalize("NFC", name)
    return " ".join(filter(None, (fold_word(found.group()) for found in WORD.finditer(text))))


def fold_word(word: str) -> str:
    """Fold one word, as found by :data:`WORD`; "" if nothing of it is kept (a lone tatweel)."""
    if word.isascii():
        return word.lower() if "'" not in word and "`" not in word else _APOSTROPHE.sub("", word).lower()
    # twice, because a compatibility form may hide a capital ("ℳ"), and lower case may bring new marks
    small = unicodedata.normalize("NFKD", _APOSTROPHE.sub("", word)).casefold()
    plain = _DROPPED.sub("", unicodedata.normalize("NFKD", small))
    return unicodedata.normalize("NFC", plain).translate(_SPECIAL)


def other_forms(folded: str) -> set[str]:
    """What else a folded name is written as where it has a saint, a mount or a fort: all of them short, or in full.

    >>> sorted(other_forms("fort st john")), other_forms("st")
    (['fort saint john', 'ft st john'], set())
    """
    *words, last = folded.split()
    if _IN_FULL.keys().isdisjoint(words) and _SHORT.keys().isdisjoint(words):
        return set()
    return {" ".join((*(forms.get(word, word) for word in words), last)) for forms in (_IN_FULL, _SHORT)} - {folded}


def without_possessive(word: str) -> str:
    """``word`` without an English possessive ("Rusia's" -> "Rusia")."""
    return _POSSESSIVE.sub("", word)
