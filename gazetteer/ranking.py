"""The places of a name in the order in which it is likely to mean them, and in words why."""

import difflib
import string
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass
from typing import Final, Literal

from gazetteer.layers import AnyGazetteer
from gazetteer.layout import OTHER_LANGUAGE
from gazetteer.names import fold
from gazetteer.place import Level, Name, NameKind, Place

Language = Literal["id", "en"]

_RARER: Final = {
    NameKind.OFFICIAL: 0.0,
    NameKind.SHORT: 0.0,
    NameKind.ALTERNATE: 1.0,
    NameKind.HISTORIC: 1.5,
    NameKind.CODE: 1.5,
    NameKind.DEMONYM: 1.5,
    NameKind.PART: 1.5,
    NameKind.ROMANIZED: 2.0,
}
"""How many powers of ten fewer inhabitants a place counts as having when a name of this kind is not its own."""

_FOREIGN: Final = 4.0
"""The same for a name that the sources give in languages other than Indonesian and English only."""

_NEAR_KM: Final = 200
_OWN_KINDS: Final = frozenset({NameKind.OFFICIAL, NameKind.SHORT, NameKind.ALTERNATE, NameKind.HISTORIC})
"""What a reader may have meant to write; not the words for people, nor codes, nor what a machine made."""

_LONGEST_MISSPELT: Final = 40
_MOST_NAMES_OF_A_WORD: Final = 1000

_KIND_WORDS: Final = {
    NameKind.OFFICIAL: {"id": "nama resmi", "en": "official name"},
    NameKind.SHORT: {"id": "nama pendek", "en": "short name"},
    NameKind.ALTERNATE: {"id": "nama lain", "en": "other name"},
    NameKind.HISTORIC: {"id": "nama lama", "en": "former name"},
    NameKind.CODE: {"id": "singkatan", "en": "abbreviation"},
    NameKind.DEMONYM: {"id": "kata untuk warganya", "en": "word for its people"},
    NameKind.ROMANIZED: {"id": "alih aksara oleh mesin", "en": "romanized by machine"},
    NameKind.PART: {"id": "nama kecamatan di dalamnya", "en": "name of a district in it"},
}
_LEVEL_WORDS: Final = {
    Level.CONTINENT: {"id": "benua", "en": "continent"},
    Level.REGION: {"id": "kawasan atau bentang alam", "en": "region or natural feature"},
    Level.COUNTRY: {"id": "negara", "en": "country"},
    Level.ADM1: {"id": "provinsi atau setingkatnya", "en": "province, state or the like"},
    Level.ADM2: {"id": "kabupaten, kota atau setingkatnya", "en": "county, district or the like"},
}
_CAPITAL: Final = "PPLC"
_CAPITAL_WORDS: Final = {"id": "ibu kota negara", "en": "national capital"}
_PEOPLE: Final = {"id": "jiwa", "en": "people"}
_MAGNITUDES: Final = (
    (1_000_000_000, {"id": "miliar", "en": "billion"}),
    (1_000_000, {"id": "juta", "en": "million"}),
    (1_000, {"id": "ribu", "en": "thousand"}),
)
_COUNTED_EXACTLY: Final = 10_000
_IN: Final = {"id": "di {}", "en": "in {}"}
_HOLDS: Final = {"id": "memuat {}", "en": "contains {}"}
_BESIDE: Final = {"id": "di sekitar {}", "en": "around {}"}
_NEAR: Final = {"id": "dekat {}: {} km", "en": "near {}: {} km"}
_FAR: Final = {"id": "{1} km dari {0}", "en": "{1} km from {0}"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """A place that a name may mean.

    Attributes:
        kind: what sort of name of it the name is.
        foreign: the name is used in languages other than Indonesian and English only.
        distance_km: how far it is from where the search is near to; None where not asked or not known.
    """

    place: Place
    kind: NameKind
    foreign: bool = False
    distance_km: float | None = None


def rank(
    gazetteer: AnyGazetteer,
    name: str,
    *,
    country: str | None = None,
    level: Level | None = None,
    distance_km: Callable[[Place], float | None] | None = None,
) -> list[Ranked]:
    """Places of the name, however it is spelt, the likeliest first; of one country (ISO code) or level if asked.

    Nearest first if there is a distance, what has none last. Else, and among what is as near, by prominence, where
    an alternate name counts as one of a place of a tenth of its inhabitants, and a historic one of a thirtieth.
    """
    found = [(gazetteer.place(hit.number), hit) for hit in gazetteer.hits(fold(name))]
    ranked = [
        Ranked(
            place=place,
            kind=hit.kind,
            foreign=hit.languages == OTHER_LANGUAGE,
            distance_km=distance_km(place) if distance_km else None,
        )
        for place, hit in found
        if country in {None, place.country} and level in {None, place.level}
    ]
    return sorted(ranked, key=_order)


def _order(ranked: Ranked) -> tuple[bool, float, float, str]:
    score = ranked.place.prominence - _RARER[ranked.kind] - (_FOREIGN if ranked.foreign else 0.0)
    return ranked.distance_km is None, round(ranked.distance_km or 0.0), -score, ranked.place.id


def reasons(ranked: Ranked, language: Language, near: Place | None = None) -> list[str]:
    """Why a place stands where it does, weightiest first; ``near`` is what its distance is to."""
    place = ranked.place
    said: list[str] = []
    if near is not None and near.id != place.id and ranked.distance_km is not None:
        said.append(_distance(ranked.distance_km, place, near, language))
    if place.feature_code == _CAPITAL:
        said.append(_CAPITAL_WORDS[language])
    elif place.level in _LEVEL_WORDS:
        said.append(_LEVEL_WORDS[place.level][language])
    if place.population:
        said.append(people(place.population, language))
    return [*said, _KIND_WORDS[ranked.kind][language]]


def _distance(km: float, place: Place, near: Place, language: Language) -> str:
    name = near.label(language)
    if near.id in place.parents:
        return _IN[language].format(name)
    if place.id in near.parents:
        return _HOLDS[language].format(name)
    if km < 1:
        return _BESIDE[language].format(name)
    return (_NEAR if km <= _NEAR_KM else _FAR)[language].format(name, whole(round(km), language))


def people(population: int, language: Language) -> str:
    """A population in words, two digits of it where it is large: "8,5 juta jiwa", "8.5 million people"."""
    text = whole(population, language)
    if population >= _COUNTED_EXACTLY:
        rounded = float(f"{population:.2g}")
        size, word = next((size, word) for size, word in _MAGNITUDES if rounded >= size)
        text = f"{_decimal(f'{rounded / size:g}', language)} {word[language]}"
    return f"{text} {_PEOPLE[language]}"


def whole(number: int, language: Language) -> str:
    """A whole number with its thousands marked: "8.540.121", "8,540,121"."""
    text = f"{number:,}"
    return text.replace(",", ".") if language == "id" else text


def _decimal(text: str, language: Language) -> str:
    return text.replace(".", ",") if language == "id" else text


def by_language(names: list[Name], language: Language) -> list[Name]:
    """Names in the reader's language first, then in Indonesian and English, then others; best kinds first."""
    kinds = list(_RARER)
    languages = (language, "id", "en", None)

    def order(name: Name) -> tuple[int, int]:
        known = languages.index(name.language) if name.language in languages else len(languages)
        return known, kinds.index(name.kind)

    return sorted(names, key=order)


def near_spellings(gazetteer: AnyGazetteer, name: str, most: int = 3) -> list[str]:
    """Names of the gazetteer that a misspelt one may stand for, those of the most prominent places first.

    They are one letter away (missing, needless, wrong, or swapped with the next), or of several words with the
    same first one and much alike.
    """
    folded = fold(name)
    if not 1 < len(folded) <= _LONGEST_MISSPELT:
        return []
    known = gazetteer.names_starting_with(folded.partition(" ")[0], _MOST_NAMES_OF_A_WORD)
    tried = {*_one_letter_away(folded), *difflib.get_close_matches(folded, known, n=most, cutoff=0.8)}
    hits = (hit for other in tried for hit in gazetteer.hits(other)[:1] if hit.kind in _OWN_KINDS)
    places = sorted((gazetteer.place(hit.number) for hit in hits), key=lambda place: (-place.prominence, place.id))
    spellings = list(dict.fromkeys(_spelling(gazetteer, place, tried) for place in places))
    spellings.sort(key=lambda text: fold(text)[0] != folded[0])  # the first letter is seldom wrong
    return spellings[:most]


def _one_letter_away(folded: str) -> Iterator[str]:
    letters = string.ascii_lowercase + " "
    for at in range(len(folded) + 1):
        before, after = folded[:at], folded[at:]
        yield before + after[1:]
        yield before + after[1:2] + after[:1] + after[2:]
        for letter in letters:
            yield before + letter + after
            yield before + letter + after[1:]


def _spelling(gazetteer: AnyGazetteer, place: Place, folded: Container[str]) -> str:
    """The first name of a place that folds to one of these; its own where the file does not spell it out."""
    return next((name.text for name in gazetteer.names(place) if fold(name.text) in folded), place.name)
