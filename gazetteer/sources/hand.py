"""The hand-made tables: regions that no source has, and names that the press uses."""

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from gazetteer.errors import SourceError
from gazetteer.place import Level, LonLat, Name, NameKind
from gazetteer.sources.record import Record, Source, table_rows

_SCHEMES = {"ISO": "iso", "ISO2": "iso2", "M49": "m49", "geonames": "geonames", "petakan": "petakan"}

# An official name of a country is its long form, which readers do not want on a map
_RELABELED = frozenset({"ISO2", "geonames"})


def source() -> Source:
    """petakan's own tables."""
    return Source(name="petakan, hand-made tables", version="1", licence="MIT", url="")


def records() -> Iterator[Record]:
    """Regions first, then the further names of places of all sources."""
    folder = Path(str(files("gazetteer") / "data"))
    yield from (_region(row) for row in table_rows(folder / "regions.tsv"))
    yield from (_press_name(row) for row in table_rows(folder / "press_names.tsv"))


def _region(row: dict[str, str]) -> Record:
    kind = NameKind.HISTORIC if row["code"] == "RGNH" else NameKind.OFFICIAL
    names = [Name(text=row[f"name_{language}"], kind=kind, language=language) for language in ("id", "en")]
    for language in ("id", "en"):
        names += (Name(text=text, language=language) for text in row[f"other_{language}"].split("|") if text)
    countries = row["countries"].split()
    return Record(
        keys=(row["id"],),
        names=tuple(names),
        parents=tuple(f"iso:{code}" for code in countries),
        level=Level.REGION,
        feature_code=row["code"],
        country=countries[0] if len(countries) == 1 else None,
        position=LonLat(float(row["lon"]), float(row["lat"])),
        radius_km=float(row["radius_km"]) if row["radius_km"] else None,
        disputed=row["disputed"] == "1",
    )


def _press_name(row: dict[str, str]) -> Record:
    scheme, _, value = row["place"].partition(":")
    if scheme not in _SCHEMES or row["kind"] not in set(NameKind):
        raise SourceError(f"press_names.tsv: {row['place']} {row['name']}: no such scheme or kind of name")
    name = Name(text=row["name"], kind=NameKind(row["kind"]), language=row["language"] or None)
    return Record(keys=(f"{_SCHEMES[scheme]}:{value}",), names=(name,), relabels=scheme in _RELABELED)
