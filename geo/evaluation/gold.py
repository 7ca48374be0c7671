"""What people annotated in articles: the gold that a geoparser is measured against."""

import enum
from dataclasses import dataclass
from typing import Final

from gazetteer.place import Level, LonLat, Place
from geo.article import Article, Span
from geo.mention import Usage

NEAR_KM: Final = 161.0
"""The field's bound of a right place: 100 miles."""

_UNIT_OR_SEAT: Final = frozenset({Level.CITY, Level.ADM2, Level.ADM1})
"""Levels that are taken for each other: a unit and its seat mostly share a name, and lie close together."""


class GoldKind(enum.StrEnum):
    """What an annotated span is.

    PLACE must be found. FACILITY is the name of a site, which must be withheld. OTHER looks like a place and is
    none. IGNORE is neither right nor wrong. UNRESOLVED is a place that the gazetteer lacks: to be listed, not mapped.
    """

    PLACE = "place"
    FACILITY = "facility"
    OTHER = "other"
    IGNORE = "ignore"
    UNRESOLVED = "unresolved"


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldMention:
    """One annotated span, in code points of its article's text. What the gold does not say is None.

    Attributes:
        country: ISO 3166-1 alpha-2 code.
        name: the place's name, for the reader of a list of errors.
        position: decimal degrees, longitude first.
        geonames_id: the place's number in GeoNames.
        radius_km: accepted error where it is more than :data:`NEAR_KM`, as for seas and large provinces.
        usage: how the name is used there.
        label: the corpus's own word for what it is ("PER", "ORG"), where it has one.
    """

    span: Span
    text: str
    kind: GoldKind = GoldKind.PLACE
    level: Level | None = None
    country: str | None = None
    name: str | None = None
    position: LonLat | None = None
    geonames_id: int | None = None
    radius_km: float | None = None
    usage: Usage | None = None
    label: str | None = None

    @property
    def tolerance_km(self) -> float:
        """How far off a place may be put and still be right."""
        return max(NEAR_KM, self.radius_km or 0.0)

    def allows(self, place: Place) -> bool:
        """Whether a place is of the level that the gold says (or a unit for its seat), and in its country."""
        fits_level = self.level in {None, place.level} or {self.level, place.level} <= _UNIT_OR_SEAT
        return fits_level and (not self.country or place.country == self.country)


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldDocument:
    """An article and what was annotated in it, in the order of its text."""

    article: Article
    mentions: tuple[GoldMention, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldSet:
    """A set of annotated articles; ``left_out`` counts annotations whose text stands nowhere near their offsets."""

    name: str
    documents: tuple[GoldDocument, ...]
    left_out: int = 0
