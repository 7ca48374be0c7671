"""What a user gives to build a gazetteer from."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from gazetteer.errors import SourceError
from gazetteer.sources import geonames_admin, geonames_dump
from gazetteer.sources.found import Found, Progress
from gazetteer.sources.geonames_files import geonames_source
from gazetteer.sources.record import Source
from gazetteer.sources.user_shapes import shapes
from gazetteer.sources.user_table import table, table_source


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """Files to build from.

    Attributes:
        geonames: ``allCountries.zip`` or a country's file, zipped or not.
        alternate_names: ``alternateNamesV2``; with it the alternate names of ``geonames`` itself are not read.
        admin1: ``admin1CodesASCII.txt``.
        admin2: ``admin2Codes.txt``.
        country_info: ``countryInfo.txt``.
        csv: tables as :mod:`gazetteer.sources.user_table` tells.
        geojson: points and areas as :mod:`gazetteer.sources.user_shapes` tells.
    """

    geonames: Path | None = None
    alternate_names: Path | None = None
    admin1: Path | None = None
    admin2: Path | None = None
    country_info: Path | None = None
    csv: tuple[Path, ...] = ()
    geojson: tuple[Path, ...] = ()

    def with_companions(self) -> "Inputs":
        """The same, and what GeoNames' other files are called in the folder of ``geonames``, if not given."""
        if self.geonames is None:
            return self
        folder = self.geonames.parent
        return replace(
            self,
            alternate_names=self.alternate_names or _first(folder, "alternateNamesV2.zip", "alternateNamesV2.txt"),
            admin1=self.admin1 or _first(folder, "admin1CodesASCII.txt"),
            admin2=self.admin2 or _first(folder, "admin2Codes.txt"),
            country_info=self.country_info or _first(folder, "countryInfo.txt"),
        )


def _first(folder: Path, *names: str) -> Path | None:
    return next((folder / name for name in names if (folder / name).is_file()), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A file's description and its places, to be read once."""

    source: Source
    found: Iterator[Found]


@dataclass(slots=True, kw_only=True)
class Tally:
    """What was counted while a gazetteer was built.

    Attributes:
        left_out: rows of GeoNames that are no public place or of no note, by feature class.
    """

    places: int = 0
    names: int = 0
    left_out: Counter[str] = field(default_factory=Counter)


def feeds(inputs: Inputs, progress: Progress, tally: Tally) -> Iterator[Feed]:
    """All files but the alternate names, in the order of their say: the user's own first.

    Raises:
        SourceError: nothing is given, or a file is missing or damaged.
    """
    if inputs.geonames is None and not (inputs.csv or inputs.geojson):
        raise SourceError("nothing to build from; give a file of GeoNames, CSV or GeoJSON")
    for path in inputs.csv:
        yield Feed(source=table_source(path), found=table(path))
    for path in inputs.geojson:
        yield Feed(source=table_source(path), found=shapes(path))
    if inputs.country_info:
        found = geonames_admin.countries(inputs.country_info, progress)
        yield Feed(source=geonames_source(inputs.country_info), found=found)
    for path in filter(None, (inputs.admin1, inputs.admin2)):
        yield Feed(source=geonames_source(path), found=geonames_admin.units(path, progress))
    if inputs.geonames:
        found = geonames_dump.places(
            inputs.geonames, progress, tally.left_out, with_names=inputs.alternate_names is None
        )
        yield Feed(source=geonames_source(inputs.geonames), found=found)
