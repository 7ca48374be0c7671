"""The registry of export formats: what each is called, what it is for, and who writes it.

Each format is a module ``to_<name>`` of this package with the functions ``write_places`` and ``write_mentions``, or one
of them. It is imported when it is used.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import Final, cast

from gazetteer.extras import require
from maps.export.records import Findings

Writer = Callable[[Findings], str | bytes]


class Subject(StrEnum):
    """What an export is about."""

    PLACES = "places"
    MENTIONS = "mentions"


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """An export format.

    Attributes:
        name: what it is called.
        about: the subjects that it can be written of.
        suffixes: ends of file names that mean it, where it is not named otherwise.
        is_binary: it is bytes for a file, not text for a terminal.
        has_areas: it can hold the areas of places instead of their points.
        areas_beside_points: it holds both, so always has them.
        by_article: its mentions are written article by article, each as soon as it is done.
        library: what it needs beyond what petakan always brings.
        extra: the extra that brings it.
    """

    name: str
    about: frozenset[Subject]
    suffixes: tuple[str, ...] = ()
    is_binary: bool = False
    has_areas: bool = False
    areas_beside_points: bool = False
    by_article: bool = False
    library: str | None = None
    extra: str | None = None

    def writer(self, subject: Subject) -> Writer:
        """The function that writes it.

        Raises:
            MissingExtraError: it needs a library that is not installed.
        """
        if self.library is not None and self.extra is not None:
            require(self.library, extra=self.extra)
        return cast(Writer, getattr(import_module(f"maps.export.to_{self.name}"), f"write_{subject}"))


_PLACES: Final = frozenset({Subject.PLACES})
_MENTIONS: Final = frozenset({Subject.MENTIONS})
_BOTH: Final = _PLACES | _MENTIONS

TABLE: Final = Format(name="table", about=_BOTH, suffixes=(".txt",), by_article=True)

FORMATS: Final = (
    TABLE,
    Format(name="csv", about=_BOTH, suffixes=(".csv",)),
    Format(name="xlsx", about=_BOTH, suffixes=(".xlsx",), is_binary=True, library="openpyxl", extra="xlsx"),
    Format(name="storymapjs", about=_PLACES, suffixes=(".storymap.json",)),
    Format(name="json", about=_BOTH, suffixes=(".json",)),
    Format(name="jsonl", about=_BOTH, suffixes=(".jsonl", ".ndjson"), by_article=True),
    Format(name="geojson", about=_BOTH, suffixes=(".geojson",), has_areas=True),
    Format(name="kml", about=_PLACES, suffixes=(".kml",), has_areas=True),
    Format(name="gpkg", about=_BOTH, suffixes=(".gpkg",), is_binary=True, has_areas=True, areas_beside_points=True),
    Format(
        name="parquet",
        about=_BOTH,
        suffixes=(".parquet", ".geoparquet"),
        is_binary=True,
        has_areas=True,
        library="pyarrow",
        extra="parquet",
    ),
    Format(name="lpf", about=_PLACES, suffixes=(".jsonld", ".lpf")),
    Format(name="webannotation", about=_MENTIONS, suffixes=(".jsonld",)),
    Format(name="tei", about=_MENTIONS, suffixes=(".xml", ".tei")),
)


def formats_for(subject: Subject) -> Iterator[Format]:
    """The formats that a subject can be written in."""
    return (one for one in FORMATS if subject in one.about)


def named(name: str, subject: Subject) -> Format:
    """The format of this name.

    Raises:
        ValueError: there is none, or it is not for this subject; the message lists those that are.
    """
    possible = ", ".join(one.name for one in formats_for(subject))
    found = next((one for one in FORMATS if one.name == name), None)
    if found is None:
        raise ValueError(f"{name!r} is no format of petakan; {subject} can be written as {possible}")
    if subject not in found.about:
        (other,) = found.about
        raise ValueError(f"{name} is a format of {other} (petakan {other}); {subject} can be written as {possible}")
    return found


def by_suffix(path: Path, subject: Subject) -> Format:
    """The format that the end of a file's name means.

    Raises:
        ValueError: it means none that is for this subject; the message lists those that are.
    """
    name = path.name.lower()
    for one in formats_for(subject):
        if name.endswith(one.suffixes):
            return one
    known = ", ".join(suffix for one in formats_for(subject) for suffix in one.suffixes)
    raise ValueError(f"{path.name}: no format of {subject} has this ending; known are {known}; or name one with --as")
