"""What a source says of one place, before the sources are merged."""

import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Protocol

from gazetteer.errors import SourceError
from gazetteer.place import Level, LonLat, Name


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where records come from; written into the gazetteer file."""

    name: str
    version: str
    licence: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One row of a source.

    Attributes:
        keys: identities, any of which joins this record to others of the same place:
            ``geonames:1642669``, ``iso:ID``, ``iso2:ID-JT``, ``gn:ID.07``, ``m49:035``,
            ``petakan:laut-merah``.
        names: all names; the first is the place's own.
        parents: keys of the places it lies in, nearest first.
        left_out: for each name of the source that is no name of a place, the reason it was left out.
        relabels: its official names are what readers are shown, whatever other sources call the place.
        level: None where the record only adds names to a place that another source brings.
        Other attributes as in :class:`gazetteer.place.Place`.
    """

    keys: tuple[str, ...]
    names: tuple[Name, ...]
    parents: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    relabels: bool = False
    level: Level | None = None
    feature_code: str | None = None
    country: str | None = None
    position: LonLat | None = None
    radius_km: float | None = None
    population: int = 0
    disputed: bool = False


class SourceModule(Protocol):
    """What every module of :mod:`gazetteer.sources` offers."""

    def source(self) -> Source:
        """Name, version, licence and address of the source."""

    def records(self) -> Iterator[Record]:
        """All its records.

        Raises:
            SourceError: the source is not installed or not readable.
        """


def package_folder(package: str) -> Path:
    """Folder of an installed package, found without importing it.

    Raises:
        SourceError: it is not installed.
    """
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise SourceError(f"{package}: not installed; install this build input")
    return Path(next(iter(spec.submodule_search_locations)))


def package_version(distribution: str) -> str:
    """Version of an installed distribution.

    Raises:
        SourceError: it is not installed.
    """
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 - slow, and only the build asks

    try:
        return version(distribution)
    except PackageNotFoundError as error:
        raise SourceError(f"{distribution}: not installed; install this build input") from error


def read_text(path: Path) -> str:
    """Text of a file of a source, which is UTF-8.

    Raises:
        SourceError: it cannot be read.
    """
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise SourceError(f"{path}: cannot be read ({error.strerror}); restore it") from error
    except UnicodeError as error:
        raise SourceError(f"{path}: not UTF-8 ({error}); restore it") from error


def read_json(path: Path) -> Any:
    """What a JSON file of a source holds.

    Raises:
        SourceError: it cannot be read, or is no JSON.
    """
    try:
        return json.loads(read_text(path))
    except json.JSONDecodeError as error:
        raise SourceError(f"{path}: no JSON ({error}); restore it") from error


def table_rows(path: Path) -> Iterator[dict[str, str]]:
    """Rows of a tab-separated table of ours: UTF-8, one header line, no quoting.

    Raises:
        SourceError: the file cannot be read, or a line has another number of columns.
    """
    first, *lines = read_text(path).removesuffix("\n").split("\n")
    header = first.split("\t")
    for number, line in enumerate(lines, start=2):
        cells = line.split("\t")
        if len(cells) != len(header):
            found, expected = len(cells), len(header)
            raise SourceError(f"{path}:{number}: {found} columns, the header has {expected}; correct it")
        yield dict(zip(header, cells, strict=True))


def circle_radius_km(area_km2: float) -> float | None:
    """Radius of the circle with this area, None for no area."""
    return round(math.sqrt(area_km2 / math.pi), 1) if area_km2 > 0 else None
