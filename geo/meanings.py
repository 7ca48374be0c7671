"""What a name of the gazetteer may mean, its language and the way that it is written taken into account."""

import enum
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final, NamedTuple

from gazetteer.index import Hit
from gazetteer.layers import AnyGazetteer
from gazetteer.layout import LANGUAGE_BITS
from gazetteer.names import fold, other_forms
from gazetteer.place import Level, NameKind, Place
from geo.cells import Cell, cell_of

_MOST_CANDIDATES: Final = 32
_MOST_NAMESAKES: Final = 96  # where the name is their own: "Cambridge, Idaho" means the 33rd
_MOST_REMEMBERED: Final = 20_000
_ISLAND: Final = "pulau"
_COUNTY: Final = "county"
_ABOVE_COUNTY: Final = 3
"""Units above a county: its state, its country, its continent."""

_SMALL: Final = 0.5
"""Side of a small square in degrees: with the eight around it some 50 to 100 km."""

_PART_PROMINENCE: Final = 4.0
"""A kecamatan has some 40,000 people in many villages, of which news seldom means all."""

_POSTAL: Final = 2
_STRONG_CITY: Final = 5.7
_STRONG_UNIT: Final = 6.0
"""Prominences (about log10 of the population, see gazetteer.build) from which a town or a unit is well known."""

FAR_LARGER: Final = 1.5
"""Prominence, about 30 times the population, from which the other name of a place comes before a place's own."""

_WHOLE: Final = frozenset({Level.COUNTRY, Level.CONTINENT, Level.REGION})
LOCAL: Final = frozenset({Level.CITY, Level.ADM2})
_WEAK: Final = frozenset({NameKind.CODE, NameKind.ROMANIZED, NameKind.PART})
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
    """A place that a name may mean, and the sort of name it is of it.

    ``level``, ``prominence`` and ``within`` (ids of what it lies in, nearest first) are those of what the name speaks
    of: the place itself, or a part of it, such as a kecamatan, which is as large as a small town. ``units`` are the
    place and the ids of what it lies in, without its country and continent; ``county`` is the second-level one of them
    or "". Of a town or county ``cell`` is its square of a degree and ``small_cell`` that of half a degree.
    """

    place: Place
    kind: NameKind
    foreign: bool
    level: Level
    prominence: float
    within: tuple[str, ...]
    units: tuple[str, ...]
    county: str
    cell: Cell | None
    small_cell: Cell | None


def sense_of(place: Place, kind: NameKind, *, foreign: bool = False) -> Sense:
    """The sense of a name of ``kind`` of the place."""
    is_part, position = kind is NameKind.PART, place.position if place.level in LOCAL else None
    above_county = place.parents[:-_ABOVE_COUNTY]
    return Sense(
        place=place,
        kind=kind,
        foreign=foreign,
        level=Level.CITY if is_part else place.level,
        prominence=_PART_PROMINENCE if is_part else place.prominence,
        within=(place.id, *place.parents) if is_part else place.parents,
        units=(place.id, *place.parents[:-2]),
        county=place.id if place.level is Level.ADM2 else next(iter(above_county), ""),
        cell=None if position is None else cell_of(position),
        small_cell=None if position is None else cell_of(position, _SMALL),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What a name may mean.

    Attributes:
        senses: by prominence, most prominent first; bare islands last.
        best: the sense of the most weight: the most prominent that the name is a plain name of.
        is_strong: whether it is a place name whatever stands beside it: a country, a large province, a big city.
        is_official: whether the name is the official one of any of the senses.
        seats: ids of the units that hold a town among the senses.
        towns: by country the prominence of the best-known town among the senses.
        cells: the square degrees of the towns and second-level units among the senses.
    """

    senses: tuple[Sense, ...]
    best: Sense
    is_strong: bool
    is_official: bool
    seats: frozenset[str]
    towns: dict[str, float]
    cells: frozenset[Cell]


class Meanings:
    """Reads from a gazetteer what names mean, and remembers it."""

    def __init__(self, gazetteer: AnyGazetteer) -> None:
        self._gazetteer = gazetteer
        self.of = lru_cache(_MOST_REMEMBERED)(self._of)

    def _of(self, folded: str, language: str | None, written: Writing, *, one_word: bool) -> Meaning | None:
        """What a folded name means in an article in ``language``; None if as it is written it is no name."""
        senses = _without_far_names([sense for sense in self._senses(folded, language) if _fits(sense, written)])
        if not senses:
            return None
        # "Ala." is Alabama's, whatever town is called Ala
        is_code = written in _ABBREVIATED or (written is Writing.CAPITALS and len(folded) == _POSTAL)
        best = _best(senses, is_code=is_code)
        if language not in LANGUAGE_BITS:
            best = _best_of_any_language(senses, best)
        towns = [s for s in senses if s.level is Level.CITY and s.kind is not NameKind.PART]
        return Meaning(
            senses=(*senses, *self._islands(folded, senses)) if language == "id" else senses,
            best=best,
            is_strong=_is_strong(best, one_word=one_word),
            is_official=any(sense.kind is NameKind.OFFICIAL and not sense.foreign for sense in senses),
            seats=frozenset(parent for town in towns for parent in town.place.parents),
            cells=frozenset([s.cell for s in senses if s.cell is not None and not s.foreign]),
            towns={t.place.country or "": t.place.prominence for t in reversed(towns) if not t.foreign},
        )

    def with_counties(self, meaning: Meaning, folded: str) -> Meaning:
        """A meaning and all counties of the name, which may be more than are weighed for a bare name."""
        known = {sense.place.id for sense in meaning.senses}
        hits = self._gazetteer.hits(f"{folded} {_COUNTY}")
        places = (self._gazetteer.place(hit.number) for hit in hits)
        counties = (place for place in places if place.level is Level.ADM2 and place.id not in known)
        return replace(meaning, senses=(*meaning.senses, *(sense_of(p, NameKind.ALTERNATE) for p in counties)))

    def _senses(self, folded: str, language: str | None) -> Iterator[Sense]:
        hits = self._gazetteer.hits(folded)
        yield from (self._sense(hit, language) for hit in hits[:_MOST_CANDIDATES])
        rest = hits[_MOST_CANDIDATES:_MOST_NAMESAKES]
        own = {folded, *other_forms(folded)} if rest else set()  # "St. Paul" is Saint Paul's own name
        senses = (self._sense(hit, language) for hit in rest)
        yield from (sense for sense in senses if sense.kind is NameKind.OFFICIAL or fold(sense.place.name) in own)

    def _sense(self, hit: Hit, language: str | None) -> Sense:
        return sense_of(self._gazetteer.place(hit.number), hit.kind, foreign=_is_foreign(hit, language))

    def _islands(self, folded: str, known: Sequence[Sense]) -> tuple[Sense, ...]:
        """The island of a regency's or town's name: "Alor" is Pulau Alor too."""
        if any(sense.level is Level.CITY and sense.kind is NameKind.OFFICIAL for sense in known):
            return ()  # of "Ternate" the town is meant
        ids = {sense.place.id for sense in known}
        hits = (hit for hit in self._gazetteer.hits(f"{_ISLAND} {folded}") if hit.kind is NameKind.OFFICIAL)
        places = (self._gazetteer.place(hit.number) for hit in hits)
        islands = (p for p in places if p.level is Level.REGION and p.id not in ids)
        return tuple(sense_of(place, NameKind.ALTERNATE) for place in islands)


def _without_far_names(senses: Sequence[Sense]) -> tuple[Sense, ...]:
    """Senses without countries that only other languages call so, if the name is any place's own: "England"."""
    if not any(sense.kind is NameKind.OFFICIAL and not sense.foreign for sense in senses):
        return tuple(senses)
    return tuple(sense for sense in senses if not (sense.foreign and sense.level is Level.COUNTRY))


def _best(senses: Sequence[Sense], *, is_code: bool) -> Sense:
    plain = (sense for sense in senses if sense.kind in _PLAIN and not sense.foreign)
    others = (s for s in senses if s.kind is not NameKind.ROMANIZED and not s.foreign)
    best = next(plain, None) or max(others, key=_known, default=senses[0])
    if is_code and best.level is Level.CITY:
        return next((sense for sense in senses if sense.kind is NameKind.CODE and not sense.foreign), best)
    return best


def _best_of_any_language(senses: Sequence[Sense], best: Sense) -> Sense:
    """The best sense where no name is known to be foreign: "Londres" is London before Londres in Argentina."""
    largest = max((s for s in senses if s.kind is NameKind.ALTERNATE), key=_known, default=best)
    return largest if largest.prominence >= best.prominence + FAR_LARGER else best


def _known(sense: Sense) -> float:
    return sense.prominence


def _is_strong(best: Sense, *, one_word: bool) -> bool:
    if best.foreign or best.kind in _WEAK:
        return False
    place = best.place
    if place.level in _WHOLE:
        return True
    if place.level is Level.ADM1:
        return best.kind in _NAMED and (not one_word or place.prominence >= _STRONG_UNIT)
    return place.level is Level.CITY and place.prominence >= _STRONG_CITY


def _is_foreign(hit: Hit, language: str | None) -> bool:
    """Whether the name is known to belong to other languages than the article's; English ones are used in all."""
    if language not in LANGUAGE_BITS or not hit.languages:
        return False
    if hit.kind is NameKind.DEMONYM:  # in an Indonesian article "Korean" stands in English names only
        return not hit.languages & LANGUAGE_BITS[language]
    return not hit.languages & (LANGUAGE_BITS[language] | LANGUAGE_BITS["en"])


def _fits(sense: Sense, written: Writing) -> bool:
    """Whether a name may have this sense: abbreviations are written as such, and those of other languages are none."""
    if written in {Writing.FREE, Writing.STOPPED} or sense.kind not in {NameKind.SHORT, NameKind.CODE}:
        return True
    if sense.foreign or written is Writing.WORD:
        return False
    return written is Writing.CAPITALS or sense.kind is NameKind.CODE
