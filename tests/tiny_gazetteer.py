"""A gazetteer of a few places, for tests of how one is made and asked."""

from pathlib import Path
from typing import Any

from gazetteer.build import write
from gazetteer.merge import Merged, merge
from gazetteer.place import Level, LonLat, Name, NameKind
from gazetteer.sources.record import Record, Source


def name(text: str, kind: NameKind = NameKind.ALTERNATE, language: str | None = None) -> Name:
    """A name, alternate unless told."""
    return Name(text=text, kind=kind, language=language)


def record(key: str, *names: Name | str, **columns: Any) -> Record:
    """A record with the keys in ``key`` (blanks between them); its first plain text is an official name."""
    first, *others = names or (key,)
    official = name(first, NameKind.OFFICIAL) if isinstance(first, str) else first
    rest = (name(other) if isinstance(other, str) else other for other in others)
    return Record(keys=tuple(key.split()), names=(official, *rest), **columns)


SOURCE = Source(name="tiny", version="1", licence="MIT", url="https://example.org/")

ASIA = record(
    "geonames:1 continent:AS",
    name("Asia", NameKind.OFFICIAL, "en"),
    level=Level.CONTINENT,
    population=4_000_000_000,
)
INDONESIA = record(
    "geonames:2 iso:ID",
    name("Indonesia", NameKind.OFFICIAL, "en"),
    name("Indonesia", NameKind.OFFICIAL, "id"),
    name("RI", NameKind.SHORT, "id"),
    name("Indonesian", NameKind.DEMONYM, "en"),
    parents=("continent:AS",),
    level=Level.COUNTRY,
    country="ID",
    position=LonLat(120.0, -5.0),
    population=280_000_000,
)
JAVA = record(
    "geonames:3 gn:ID.07",
    "Central Java",
    name("Jawa Tengah", NameKind.OFFICIAL, "id"),
    parents=("iso:ID",),
    level=Level.ADM1,
    country="ID",
    radius_km=100.5,
    disputed=True,
)
CILACAP = record(
    "geonames:4", "Cilacap", "Tjilatjap", parents=("gn:ID.07", "iso:ID"), level=Level.CITY, country="ID",
    position=LonLat(109.01, -7.73), population=250_000,
)  # fmt: skip
SEMARANG = record(
    "geonames:5", "Semarang", name("san bao long", NameKind.ROMANIZED), parents=("gn:ID.07", "iso:ID"),
    level=Level.CITY, country="ID", population=1_500_000,
)  # fmt: skip
VILLAGE = record("geonames:6", "Indonesia", level=Level.CITY, country="FR", population=600)

PLACES = (ASIA, INDONESIA, JAVA, CILACAP, SEMARANG, VILLAGE)


def merged(*records: Record) -> Merged:
    """The records as places of the one source "tiny"."""
    return merge([(SOURCE.name, records)])


def write_tiny(path: Path, *records: Record) -> Path:
    """Write a gazetteer of the records, or of :data:`PLACES`; return its path."""
    write(path, merged(*(records or PLACES)), [SOURCE])
    return path
