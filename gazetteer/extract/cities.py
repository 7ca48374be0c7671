"""``cldr_cities.tsv``: the towns that time zones are named after, in Indonesian and English (Unicode CLDR).

A table for the tests alone: names that a gazetteer of the world must know. Nothing else is made of it.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from gazetteer.extract.packages import read_json
from gazetteer.extract.tables import clean, write_table

COLUMNS: Final = ("zone", "country", "name_id", "name_en")

_NAMES: Final = "cldr-dates-full"
_ZONES: Final = "cldr-bcp47"


def write_cities(packages: Path, folder: Path) -> tuple[Path, ...]:
    """Write ``cldr_cities.tsv`` into ``folder``.

    Columns: ``zone`` (the id that CLDR uses), ``country`` (ISO 3166-1 alpha-2), ``name_id`` and ``name_en``. Where a
    language has no name of its own for a zone's town, it is the last part of the zone's id, as CLDR defines it. One row
    per zone; zones of no place ("Etc/UTC") are left out.
    """
    indonesian, english = (_cities(packages, language) for language in ("id", "en"))
    rows = (
        (zone, country, indonesian.get(zone, _last_part(zone)), english.get(zone, _last_part(zone)))
        for zone, country in _zones(packages)
    )
    return (write_table(folder / "cldr_cities.tsv", COLUMNS, rows),)


def _zones(packages: Path) -> Iterator[tuple[str, str]]:
    """Zones with their countries."""
    for code, zone in read_json(packages, _ZONES, "bcp47/timezone.json")["keyword"]["u"]["tz"].items():
        # The entries that describe the key itself are no objects, and withdrawn zones have no id
        name = zone.get("_alias", "").partition(" ")[0] if isinstance(zone, dict) else ""
        if "/" in name and not name.startswith("Etc/"):
            # The codes are those of UN/LOCODE, which begin with the country's
            yield name, zone.get("_region", code[:2].upper())


def _last_part(zone: str) -> str:
    return zone.rpartition("/")[2].replace("_", " ")


def _cities(packages: Path, language: str) -> dict[str, str]:
    content = read_json(packages, _NAMES, f"main/{language}/timeZoneNames.json")
    return dict(_exemplars("", content["main"][language]["dates"]["timeZoneNames"]["zone"]))


def _exemplars(prefix: str, zones: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for part, content in zones.items():
        if "exemplarCity" in content:
            yield prefix + part, clean(content["exemplarCity"])
        elif content.get("_type") != "zone":
            yield from _exemplars(f"{prefix}{part}/", content)
