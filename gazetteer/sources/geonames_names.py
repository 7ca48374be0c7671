"""Names of GeoNames' ``alternateNamesV2``, with their languages."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from gazetteer.place import Name, NameKind
from gazetteer.sources.found import Progress
from gazetteer.sources.geonames_files import table_rows
from gazetteer.sources.towns import name_kind

_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_KINDS: Final = {"abbr": NameKind.CODE, "fr_1793": NameKind.HISTORIC, "piny": NameKind.ROMANIZED}
"""Names that GeoNames marks by a code that is no language; its others are postal and airport codes, links, ids."""


class Line(NamedTuple):
    """One line of the table, in GeoNames' order."""

    number: str
    geonameid: str
    language: str
    text: str
    is_preferred: str
    is_short: str
    is_colloquial: str
    is_historic: str
    since: str
    until: str


def names(path: Path, progress: Progress) -> Iterator[tuple[str, Name]]:
    """Keys of places and a name of each, as ``geonames:1642911``; also of places that no other file brings.

    Raises:
        SourceError: the file or a line of it is broken.
    """
    for _, cells in table_rows(path, len(Line._fields), progress):
        line = Line._make(cells)
        name = _name(line)
        if name is not None:
            yield f"geonames:{line.geonameid}", name


def _name(line: Line) -> Name | None:
    if line.language in _KINDS:
        return Name(text=line.text, kind=_KINDS[line.language])
    if line.language and not _LANGUAGE.fullmatch(line.language):  # "link", "iata", "wkdt": four letters
        return None
    kind = _kind(line)
    return None if kind is None else Name(text=line.text, kind=kind, language=line.language or None)


def _kind(line: Line) -> NameKind | None:
    plain = name_kind(line.text)
    if plain is not NameKind.ALTERNATE:  # also drops "JKT"; a short form in capitals is marked as short
        return NameKind.SHORT if plain is None and line.is_short and line.text.isalpha() else plain
    if line.is_historic:
        return NameKind.HISTORIC
    if line.is_short:
        return NameKind.SHORT
    return NameKind.OFFICIAL if line.is_preferred and line.language else plain
