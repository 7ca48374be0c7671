"""Names of countries, continents and UN regions in every language of Unicode CLDR (see gazetteer/extract)."""

from collections.abc import Iterator
from importlib.resources import files
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from gazetteer.place import Level, LonLat, Name, NameKind
from gazetteer.sources.record import Record, Source, table_rows

_KINDS = {"official": NameKind.OFFICIAL, "short": NameKind.SHORT, "variant": NameKind.ALTERNATE}
# Regions of UN M49 that are no continent: a point in their middle, the radius of a circle of their size in
# km, and the continent. Set by hand from the countries they hold; CLDR has names but no positions.
_REGIONS: dict[str, tuple[float, float, float, str]] = {
    "011": (-3.0, 13.0, 1400, "AF"),
    "013": (-86.0, 14.5, 420, "NA"),
    "014": (36.0, -3.0, 1500, "AF"),
    "015": (12.0, 27.0, 1600, "AF"),
    "017": (18.0, 2.0, 1450, "AF"),
    "018": (22.5, -26.5, 920, "AF"),
    "019": (-85.0, 15.0, 3650, ""),
    "021": (-100.0, 48.0, 2600, "NA"),
    "029": (-70.0, 18.5, 900, "NA"),
    "030": (110.0, 37.0, 1950, "AS"),
    "034": (76.0, 23.0, 1450, "AS"),
    "035": (108.0, 6.0, 1200, "AS"),
    "039": (14.0, 42.0, 650, "EU"),
    "053": (140.0, -28.0, 1600, "OC"),
    "054": (155.0, -9.0, 420, "OC"),
    "057": (155.0, 8.0, 900, "OC"),
    "061": (-155.0, -15.0, 1700, "OC"),
    "143": (66.0, 44.0, 1130, "AS"),
    "145": (44.0, 29.0, 1240, "AS"),
    "151": (45.0, 56.0, 2450, "EU"),
    "154": (12.0, 60.0, 760, "EU"),
    "155": (7.0, 48.5, 590, "EU"),
    "202": (20.0, -3.0, 2600, "AF"),
    "419": (-65.0, -10.0, 2500, ""),
    "EU": (10.0, 50.0, 1150, "EU"),
}

# Islands with a code of their own in CLDR alone
_ISLANDS = {
    "AC": "petakan:pulau-ascension",
    "CP": "iso2:FR-CP",
    "IC": "petakan:kepulauan-canary",
    "TA": "iso2:SH-TA",
}


def source() -> Source:
    """CLDR territory names."""
    return Source(
        name="Unicode CLDR territory names (npm cldr-localenames-full)",
        version="48",
        licence="Unicode-3.0",
        url="https://cldr.unicode.org/",
    )


def records() -> Iterator[Record]:
    """One record per territory; a region also gets its position."""
    rows = sorted(table_rows(Path(str(files("gazetteer") / "data" / "territories.tsv"))), key=itemgetter("code"))
    for code, group in groupby(rows, key=itemgetter("code")):
        given = [
            Name(text=row["name"], kind=_KINDS[row["kind"]], language=language)
            for row in group
            for language in row["languages"].split()
        ]
        # the English name first, so that it is a region's own as it is a country's
        names = tuple(sorted(given, key=lambda name: name.language != "en"))
        if code in _REGIONS:
            lon, lat, radius_km, continent = _REGIONS[code]
            yield Record(
                keys=(f"m49:{code}", f"cldr:{code}"),
                names=names,
                parents=(f"continent:{continent}",) if continent else (),
                level=Level.REGION,
                feature_code="RGN",
                position=LonLat(lon, lat),
                radius_km=radius_km,
            )
        else:
            key = _ISLANDS.get(code) or (f"m49:{code}" if code.isdigit() else f"iso:{code}")
            yield Record(keys=(key,), names=names)
