"""What the page and the picture call places."""

from collections.abc import Mapping
from typing import Final

from gazetteer.place import Level, Place
from maps.basemap import BaseMap
from maps.page.words import LANGUAGES, Language, Words

_WATERS: Final = frozenset({"BAY", "CHN", "GULF", "OCN", "SEA", "STRT"})
"""GeoNames' feature codes of regions that are water."""

Both = tuple[str, str]
"""The same in Indonesian and in English."""


def is_water(place: Place) -> bool:
    """Whether a place is a sea, a strait or the like."""
    return place.level is Level.REGION and place.feature_code in _WATERS


class Atlas:
    """Names, levels and countries; the language of the page is ``words.language``."""

    def __init__(self, base_map: BaseMap, language: Language) -> None:
        self.base_map = base_map
        self.words = Words(language)
        self.all_words: Mapping[Language, Words] = {one: Words(one) for one in LANGUAGES}

    def name(self, place: Place) -> str:
        """The place's name for readers."""
        return place.label(self.words.language)

    def names(self, place: Place) -> Both:
        """The same in both languages."""
        return place.label("id"), place.label("en")

    @staticmethod
    def level_key(place: Place) -> str:
        """The key of the word for how large it is."""
        return "level.sea" if is_water(place) else f"level.{place.level}"

    def country(self, place: Place, language: Language | None = None) -> str:
        """The name of its country; its code where the code is unknown, empty where it has none."""
        if place.country is None:
            return ""
        found = self.base_map.countries.get(place.country)
        return place.country if found is None else found.name(language or self.words.language)

    def described(self, place: Place) -> str:
        """Name, level and country: "Kursk (kota, Rusia)"."""
        country = "" if place.level is Level.COUNTRY else self.country(place)
        level = self.words(self.level_key(place))
        return f"{self.name(place)} ({', '.join(filter(None, (level, country)))})"

    def within(self, place: Place, known: Mapping[str, Place]) -> tuple[Both, ...]:
        """The larger places it lies in, nearest first, its country last; only those of ``known`` have names."""
        larger = (known[id_] for id_ in place.parents if id_ in known)
        names = [self.names(one) for one in larger if one.level not in (Level.COUNTRY, Level.CONTINENT)]
        if place.level is not Level.COUNTRY and place.country is not None:
            names.append((self.country(place, "id"), self.country(place, "en")))
        return tuple(names)
