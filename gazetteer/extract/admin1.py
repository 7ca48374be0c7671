"""``admin1.tsv`` and ``admin1.wkb.gz``: provinces, states and their like (Natural Earth 1:10 million)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from gazetteer.extract.corrections import NOT_ALTERNATES
from gazetteer.extract.shapes import point_inside, radius_km, write_polygons
from gazetteer.extract.tables import write_table
from gazetteer.extract.units import Unit, read_units

COLUMNS: Final = (
    "ne_id",
    "geonameid",
    "gn_code",
    "iso",
    "country",
    "disputed",
    "type",
    "lon",
    "lat",
    "radius_km",
    "names",
)


def write_admin1(packages: Path, folder: Path) -> tuple[Path, ...]:
    """Write ``admin1.tsv`` and ``admin1.wkb.gz`` into ``folder``.

    Columns: ``ne_id`` (Natural Earth's), ``geonameid`` and ``gn_code`` (GeoNames'; the code as of about
    2012), ``iso`` (ISO 3166-2), ``country`` (ISO 3166-1 alpha-2), ``disputed`` (0 or 1), ``type``, ``lon``
    and ``lat`` (degrees, a point inside the unit), ``radius_km`` (of a circle of its area), ``names``.

    ``names`` holds key=name pairs joined with "|". A key is a language (BCP 47), or ``alt`` (any language),
    ``gn`` (GeoNames) or ``woe`` (Where On Earth). All units have ``en``, and ``id`` where known; the other
    pairs give only names not yet given.

    The units are those of about 2012: Indonesia has 33, so Kalimantan Timur holds Kalimantan Utara, and Papua
    and Papua Barat the four provinces of 2022.
    """
    units = read_units(packages)
    owners = _owners(units)
    table = write_table(folder / "admin1.tsv", COLUMNS, (_row(unit, owners) for unit in units))
    return table, write_polygons(folder / "admin1.wkb.gz", {unit.ne_id: unit.shape for unit in units})


Owners = Mapping[tuple[str, str], set[int]]


def _owners(units: Iterable[Unit]) -> Owners:
    """(country, casefolded name) -> ids of the units it names, or all that list it where it names none."""
    named: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    listed: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    for unit in units:
        for name in (unit.name, unit.translations.get("en", "")):
            named[unit.country, name.casefold()].add(unit.ne_id)
        for _, name in _more_names(unit):
            listed[unit.country, name.casefold()].add(unit.ne_id)
    return {**listed, **named}


def _more_names(unit: Unit) -> Iterator[tuple[str, str]]:
    yield from (("alt", name) for name in sorted(unit.alternates) if (unit.ne_id, name) not in NOT_ALTERNATES)
    yield from (("alt", name) for name in sorted(unit.local_names))
    yield "gn", unit.geonames_name
    yield "woe", unit.woe_name


def _names(unit: Unit, owners: Owners) -> str:
    english = unit.translations.get("en", "") or unit.name
    pairs = [(key, name) for key, name in (("en", english), ("id", unit.translations.get("id"))) if name]
    given = {"", *(name for _, name in pairs)}
    # What several units list is the name of a larger area around them; what names another unit is an error.
    own = [(key, name) for key, name in _more_names(unit) if unit.ne_id in _only(owners, unit.country, name)]
    for key, name in (*sorted(unit.translations.items()), ("alt", unit.name), *own):
        if name not in given:
            given.add(name)
            pairs.append((key, name))
    return "|".join(f"{key}={name}" for key, name in sorted(pairs))


def _only(owners: Owners, country: str, name: str) -> set[int]:
    found = owners.get((country, name.casefold()), set())
    return found if len(found) == 1 else set()


def _row(unit: Unit, owners: Owners) -> tuple[str, ...]:
    lon, lat = point_inside(unit.shape, unit.label)
    return (
        str(unit.ne_id),
        str(unit.geonameid or ""),
        unit.geonames_code,
        unit.iso,
        unit.country,
        str(int(unit.disputed)),
        unit.kind,
        f"{lon:.4f}",
        f"{lat:.4f}",
        f"{radius_km(unit.shape):.1f}",
        _names(unit, owners),
    )
