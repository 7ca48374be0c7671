"""Townships and small towns of the United States: a table made from the Census Bureau's gazetteer."""

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from gazetteer.place import Level, LonLat, Name, NameKind
from gazetteer.sources.hamlets import lies_in
from gazetteer.sources.record import Record, Source, table_rows


def source() -> Source:
    """The Census Bureau's gazetteer of 2022."""
    return Source(
        name="US Census Bureau gazetteer (Debian weather-util-data)",
        version="2022",
        licence="public domain (data), ISC (package)",
        url="https://www.census.gov/geographies/reference-files/time-series/geo/gazetteer-files.html",
    )


def records() -> Iterator[Record]:
    """One record per township or town; how many live there the table does not say."""
    folder = Path(str(files("gazetteer") / "data"))
    for row in table_rows(folder / "census_us.tsv"):
        short = (Name(text=row["short"], kind=NameKind.SHORT),) if row["short"] else ()
        yield Record(
            keys=(f"petakan:us-{row['geoid']}",),
            names=(Name(text=row["name"], kind=NameKind.OFFICIAL), *short),
            parents=lies_in(row["state"], row["county"]),
            level=Level.CITY,
            country="US",
            position=LonLat(float(row["lon"]), float(row["lat"])),
        )
