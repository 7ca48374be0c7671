"""What a user's gazetteer takes from the one that it is to be laid over."""

from collections.abc import Collection, Iterator
from typing import Final

from geopy.distance import great_circle

from gazetteer.index import Gazetteer
from gazetteer.layout import FORMAT
from gazetteer.place import Level, Name, NameKind, Place
from gazetteer.sources.found import Found
from gazetteer.sources.geonames_dump import CONTINENTS
from gazetteer.sources.record import Record, Source

_NEAR_KM: Final = 50.0
_SPOKEN: Final = frozenset({NameKind.OFFICIAL, NameKind.ALTERNATE, NameKind.HISTORIC})

BASE_SOURCE: Final = Source(
    name="petakan's default gazetteer: countries and continents",
    version=f"format {FORMAT}",
    licence="CC BY 4.0 (GeoNames), MIT (countryinfo), Unicode-3.0 (CLDR)",
    url="https://www.geonames.org/",
)


def countries(base: Gazetteer, codes: Collection[str]) -> Iterator[Found]:
    """The countries of these ISO 3166-1 codes and their continents, so that the user's places have them above."""
    states = [place for place in base.of_level(Level.COUNTRY) if place.country in codes]
    continents = {parent for place in states for parent in place.parents}
    for place in base.of_level(Level.CONTINENT):
        if place.id in continents:
            yield _found(place, f"continent:{CONTINENTS.get(place.id.partition(':')[2])}")
    for place in states:
        yield _found(place, f"iso:{place.country}")


def _found(place: Place, claim: str) -> Found:
    names = (Name(text=place.name, kind=NameKind.OFFICIAL),)
    labels = (Name(text=text, kind=NameKind.OFFICIAL, language=language) for language, text in place.labels)
    record = Record(
        keys=(place.id, claim),
        names=(*names, *labels),
        parents=place.parents,
        level=place.level,
        feature_code=place.feature_code,
        country=place.country,
        position=place.position,
        radius_km=place.radius_km,
        population=place.population,
        disputed=place.disputed,
    )
    return Found(place.id, record)


class KnownRegions:
    """Regions that the default gazetteer has under an id of its own: the Java Sea is to be one place, not two."""

    def __init__(self, base: Gazetteer) -> None:
        self._base = base
        self._taken: set[str] = set()

    def same_as(self, record: Record) -> str | None:
        """Id of the region of the same name that the record's position lies in, or nearly; each only once."""
        if record.level is not Level.REGION or record.position is None:
            return None
        for name in record.names:
            for place in self._base.find(name.text) if name.kind in _SPOKEN else ():
                if place.id not in self._taken and _is_near(record, place):
                    self._taken.add(place.id)
                    return place.id
        return None


def _is_near(record: Record, place: Place) -> bool:
    if place.level is not Level.REGION or place.position is None or record.position is None:
        return False
    here, there = record.position, place.position
    apart_km = float(great_circle((here.lat, here.lon), (there.lat, there.lon)).km)
    return apart_km <= _NEAR_KM + (place.radius_km or 0.0)
