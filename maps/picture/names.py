"""What the picture calls places, in one language."""

from typing import Final

from gazetteer.place import Level, Place
from maps.basemap import BaseMap
from maps.page.words import Words

WATERS: Final = frozenset({"BAY", "CHN", "GULF", "OCN", "SEA", "STRT"})
"""GeoNames' feature codes of regions that are water."""


def is_water(place: Place) -> bool:
    """Whether a place is a sea, a strait or the like."""
    return place.level is Level.REGION and place.feature_code in WATERS


class Names:
    """Names, levels and countries of places."""

    def __init__(self, base_map: BaseMap, words: Words) -> None:
        self.base_map = base_map
        self.words = words

    def name(self, place: Place) -> str:
        """The place's name for readers."""
        return place.label(self.words.language)

    def described(self, place: Place) -> str:
        """Name, level and country: "Kursk (kota, Rusia)"."""
        level = self.words("level.sea" if is_water(place) else f"level.{place.level}")
        country = None if place.level is Level.COUNTRY else self.base_map.countries.get(place.country or "")
        within = [level] if country is None else [level, country.name(self.words.language)]
        return f"{self.name(place)} ({', '.join(within)})"
