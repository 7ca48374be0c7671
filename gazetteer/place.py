"""What a place is: its position, its level and its name."""

import enum
import math
from dataclasses import dataclass

from gazetteer.errors import CoordinateError


@dataclass(frozen=True, slots=True)
class LonLat:
    """A position in decimal degrees (WGS 84), longitude first as in shapely and GeoJSON.

    Raises:
        CoordinateError: a value is not finite, or out of -180..180 / -90..90.
    """

    lon: float
    lat: float

    def __post_init__(self) -> None:
        if not (math.isfinite(self.lon) and math.isfinite(self.lat)):
            raise CoordinateError(f"position ({self.lon}, {self.lat}) is not finite")
        if not -90 <= self.lat <= 90:
            hint = "; longitude comes first, are the two swapped?" if abs(self.lon) <= 90 else ""
            raise CoordinateError(f"latitude {self.lat} is not within -90..90{hint}")
        if not -180 <= self.lon <= 180:
            raise CoordinateError(f"longitude {self.lon} is not within -180..180")

    def rounded(self, digits: int = 2) -> "LonLat":
        """The position rounded to ``digits`` decimals (2: about 1.1 km)."""
        return LonLat(round(self.lon, digits), round(self.lat, digits))


class Level(enum.StrEnum):
    """How large a place is. Nothing finer than a town exists, on purpose.

    REGION covers what is neither a country nor a unit of one: seas, straits, ranges,
    peninsulas, macro-regions and historic states.
    """

    CONTINENT = "continent"
    REGION = "region"
    COUNTRY = "country"
    ADM1 = "adm1"
    ADM2 = "adm2"
    CITY = "city"


class NameKind(enum.StrEnum):
    """What sort of name a name is.

    DEMONYM ("Russian") and CODE ("Calif.") need context; ROMANIZED is a transliteration made by machine. PART is the
    name of a part of the place that is shown as the whole: a kecamatan of its regency.
    """

    OFFICIAL = "official"
    SHORT = "short"
    ALTERNATE = "alternate"
    HISTORIC = "historic"
    CODE = "code"
    DEMONYM = "demonym"
    ROMANIZED = "romanized"
    PART = "part"


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One name of a place; ``language`` is a BCP 47 tag, or None where the source has none."""

    text: str
    kind: NameKind = NameKind.ALTERNATE
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One public place.

    Attributes:
        id: ``geonames:1877449``, ``cldr:035`` or ``petakan:laut-merah``; GeoNames' id wherever it has one.
        name: the name in the place's own source.
        labels: names for readers, as (language, name) pairs ("id", "en").
        level: how large it is.
        feature_code: GeoNames' feature code where known ("PPLC" is a capital), else None.
        country: ISO 3166-1 alpha-2 code, or None for what lies in no single country.
        parents: ids of the places it lies in, nearest first.
        position: a point that stands for the place, or None where no source has one.
        radius_km: radius of a circle of the place's area, or None where unknown.
        population: 0 where unknown; for a unit without one of its own, that of its towns.
        prominence: how likely its name means this place, nothing else known; about log10 of the population.
        disputed: more than one state claims it.
        source: the source that gave its position.
    """

    id: str
    name: str
    labels: tuple[tuple[str, str], ...] = ()
    level: Level
    feature_code: str | None = None
    country: str | None = None
    parents: tuple[str, ...] = ()
    position: LonLat | None
    radius_km: float | None = None
    population: int = 0
    prominence: float = 0.0
    disputed: bool = False
    source: str

    def label(self, language: str) -> str:
        """The place's name in ``language`` ("id", "en"), else its own name."""
        return dict(self.labels).get(language, self.name)
