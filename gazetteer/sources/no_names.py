"""Names that sources list and nobody uses for the place: words, numbers, names of others.

Natural Earth and GeoNames keep what a unit was ever called or filed under. As names of large units these would be
found in any article: "Jewish leaders" in Siberia, "Molotov cocktails" in Perm, "Golden" for the Golden State.
"""

import re
from typing import Final

from gazetteer.names import fold

_ROMAN_NUMERAL: Final = re.compile(r"[ivx]+")
_ORDINAL: Final = re.compile(r"\d+(?:st|nd|rd|th)")
_WORDS: Final = frozenset({
    "canal", "city", "eastern", "first", "flemish", "fly", "free", "golden", "northeastern", "region", "southeastern",
    "yahudi",
})  # fmt: skip
"""Words, where the whole would be a name: the Golden State, the Jewish Autonomous Oblast, the City of London."""

_OTHERS: Final = frozenset({
    "ama", "angora", "barn", "benefactor", "bona", "bone", "cortez", "danube", "evrey", "flamische", "go", "gorky", "k",
    "kali", "karin", "kings", "lampoon", "maiden", "mel", "molotov", "nimrod", "poi", "queens", "rm", "sid", "sobat",
    "sousa", "stalin", "susah", "ten", "tiba", "trujillo", "tuban", "ubs", "udi", "wallis",
})  # fmt: skip
"""Old names, misspellings and names of parts, better known as something else."""


_OF_TOWNS: Final = frozenset({
    "the city", "the town", "the village", "google", "hamas", "samsung", "taliban",
})  # fmt: skip
"""What people call their own town, and what is known as something else (Topeka was Google for a month)."""


def is_no_town(text: str) -> bool:
    """Whether a source's alternate name of a town is none that a reader would know it by."""
    return fold(text) in _OF_TOWNS


def is_no_name(text: str) -> bool:
    """Whether a source's further name of a first-level unit is none that a reader would know it by."""
    folded = fold(text).removeprefix("the ")
    return (
        folded in _WORDS
        or folded in _OTHERS
        or _ROMAN_NUMERAL.fullmatch(folded) is not None
        or _ORDINAL.fullmatch(folded) is not None
    )
