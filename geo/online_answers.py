"""What an online geocoder's answer is: a public place, or the reason why not.

Read from the ``raw`` of geopy's results, in the three forms that say how large a thing is: that of Nominatim (and its
like: LocationIQ, PickPoint), of Photon, and of GeoNames. Nothing of an answer finer than a town is kept.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from gazetteer.place import Level, LonLat, Place
from geo.policy import PUBLIC_DIGITS

_LEVEL_OF_WORD: Final[Mapping[str, Level]] = {
    "continent": Level.CONTINENT,
    "country": Level.COUNTRY,
    **dict.fromkeys(("state", "province"), Level.ADM1),
    **dict.fromkeys(("county", "state_district"), Level.ADM2),
    # a village too: the towns of the gazetteer begin at 500 inhabitants
    **dict.fromkeys(("city", "town", "municipality", "village"), Level.CITY),
    **dict.fromkeys(
        ("archipelago", "desert", "island", "mountain_range", "ocean", "peninsula", "region", "sea", "strait"),
        Level.REGION,
    ),
}
"""Levels of OpenStreetMap's words for places; what is finer (suburb, hamlet, farm…) has none."""

_OSM_KEYS: Final = frozenset({"boundary", "natural", "place"})
"""Keys of OpenStreetMap under which those words are places, and not, say, the name of a shop."""

_FINEST_RANK: Final = 19
"""Nominatim's place_rank of villages; what it ranks higher is finer."""

_FINEST_BOUNDARY: Final = 16
"""As place_rank, where a boundary does not say what it bounds; higher ones are those of suburbs as well."""

_BOUNDARY_RANKS: Final = ((4, Level.COUNTRY), (9, Level.ADM1), (12, Level.ADM2), (_FINEST_BOUNDARY, Level.CITY))
"""The highest place_rank of each level of boundaries, from Nominatim's manual ("Place Ranking")."""

_LEVEL_OF_CODE: Final[Mapping[str, Level]] = {
    "CONT": Level.CONTINENT,
    **dict.fromkeys(("PCL", "PCLD", "PCLF", "PCLI", "PCLIX", "PCLS", "TERR"), Level.COUNTRY),
    "ADM1": Level.ADM1,
    "ADM2": Level.ADM2,
    **dict.fromkeys(("ADM3", "PPL", "PPLA", "PPLA2", "PPLA3", "PPLA4", "PPLC", "PPLG", "PPLS"), Level.CITY),
    **dict.fromkeys(
        ("DSRT", "GULF", "ISL", "ISLS", "MTS", "OCN", "PEN", "PLAT", "RGN", "RGNH", "SEA", "STRT"), Level.REGION
    ),
}
"""Levels of GeoNames' feature codes; what is finer (a section of a town, a farm, any site) has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A place, or the reason why there is none."""

    place: Place | None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """What a raw answer says, of whatever form; ``kind`` is its own word for what it is."""

    kind: str
    level: Level | None
    id: object
    name: object
    country: object
    lat: object
    lon: object
    feature_code: str | None = None


def read_answer(service: str, raw: Mapping[str, Any], country: str | None) -> Answer:
    """Read a raw answer of a service; ``country`` (ISO 3166-1 alpha-2) is where the place must be, or None.

    The place's id is ``online:<service>:<id>``, its position rounded to 2 decimals.

    Raises:
        ValueError: (or LookupError, TypeError, AttributeError) the answer is not of a form that the service has.
    """
    reading = _read(raw)
    if reading is None:
        return Answer(place=None, reason="the answer does not say how large the place is")
    if reading.level is None:
        return Answer(place=None, reason=f"finer than a town ({reading.kind})")
    code = str(reading.country).upper() if reading.country else None
    if country is not None and code != country.upper():
        return Answer(place=None, reason=f"not known to be in {country.upper()} but in {code or 'no country'}")
    if not (reading.id and reading.name and isinstance(reading.name, str)):
        raise ValueError("no id or no name")
    place = Place(
        id=f"online:{service}:{reading.id}",
        name=reading.name,
        level=reading.level,
        feature_code=reading.feature_code,
        country=code,
        position=LonLat(_degrees(reading.lon), _degrees(reading.lat)).rounded(PUBLIC_DIGITS),
        source=f"{service} (online)",
    )
    return Answer(place=place)


def _degrees(value: object) -> float:
    if isinstance(value, str | int | float):
        return float(value)
    raise ValueError("no position")


def _read(raw: Mapping[str, Any]) -> _Reading | None:
    if "fcode" in raw:
        return _read_geonames(raw)
    if "osm_key" in raw.get("properties", ()):
        return _read_photon(raw)
    if "class" in raw or "category" in raw:
        return _read_nominatim(raw)
    return None


def _read_geonames(raw: Mapping[str, Any]) -> _Reading:
    code = str(raw["fcode"])
    return _Reading(
        kind=code,
        level=_LEVEL_OF_CODE.get(code),
        id=raw.get("geonameId"),
        name=raw.get("name"),
        country=raw.get("countryCode"),
        lat=raw.get("lat"),
        lon=raw.get("lng"),
        feature_code=code,
    )


def _read_photon(raw: Mapping[str, Any]) -> _Reading:
    found = raw["properties"]
    key, word, size = found["osm_key"], found.get("osm_value"), found.get("type")
    level = None
    if key in _OSM_KEYS and size in {"city", "county", "state", "country", "other"}:
        level = _LEVEL_OF_WORD.get(size if word == "administrative" else word)
    lon, lat = raw["geometry"]["coordinates"]
    return _Reading(
        kind=f"{key} {word}",
        level=level,
        id=_osm_id(found),
        name=found.get("name"),
        country=found.get("countrycode"),
        lat=lat,
        lon=lon,
    )


def _read_nominatim(raw: Mapping[str, Any]) -> _Reading:
    key, word = raw.get("class") or raw.get("category"), raw.get("type")
    said = raw.get("addresstype") or word
    return _Reading(
        kind=f"{key} {said}",
        level=_nominatim_level(key, word, said, raw.get("place_rank")) if key in _OSM_KEYS else None,
        id=_osm_id(raw),
        name=raw.get("name") or str(raw.get("display_name", "")).partition(",")[0],
        country=raw.get("address", {}).get("country_code"),
        lat=raw.get("lat"),
        lon=raw.get("lon"),
    )


def _nominatim_level(key: object, word: Any, said: Any, rank: object) -> Level | None:
    """The level of what all three agree on: word, address type, and rank."""
    if isinstance(rank, int) and rank > _FINEST_RANK:
        return None
    if key != "boundary":
        return _LEVEL_OF_WORD.get(said) if word in _LEVEL_OF_WORD else None
    if word != "administrative":
        return None  # a park, a military area
    if said in _LEVEL_OF_WORD:
        return _LEVEL_OF_WORD[said]
    if said != word or not isinstance(rank, int):
        return None
    return next((level for most, level in _BOUNDARY_RANKS if rank <= most), None)


def _osm_id(found: Mapping[str, Any]) -> str | None:
    """OpenStreetMap's id as its tools write it, "R2388361", which outlives those of the service."""
    kind, number = found.get("osm_type"), found.get("osm_id")
    return f"{str(kind)[0].upper()}{number}" if kind and number else None
