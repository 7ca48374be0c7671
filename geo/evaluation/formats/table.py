"""petakan's own gold: a table of annotations beside a folder of texts.

``kelas.tsv``, tab-separated UTF-8 with a line of names at the top, annotates the articles (.txt, .md) of the
folder ``kelas/``, or of the one named by ``--texts``. A row is a span; spans do not overlap. Columns:

===============  =====================================================================================
``doc``          name of the article's file, without its suffix
``start, end``   code points of the unchanged text, half-open: ``text[start:end]``
``text``         what stands there
``kind``         ``place`` (the default), ``facility``, ``other``, ``ignore`` or ``unresolved``
``level``        of a place: ``continent``, ``region``, ``country``, ``adm1``, ``adm2`` or ``city``
``country``      its ISO 3166-1 alpha-2 code
``name_en``      its name, for the reader
``lat, lon``     its position in decimal degrees
``usage``        ``literal`` or ``associative``
``geonameid``    its number in GeoNames
``radius_km``    error that is still right, where it is more than 161
===============  =====================================================================================

The first four are needed; what is empty or missing is not known, and not scored. Articles without a row count too:
whatever is found in them is false.
"""

import csv
import io
from collections import defaultdict
from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, TypeVar

from gazetteer.errors import GoldError
from gazetteer.place import Level
from geo.article import Article
from geo.evaluation.formats.text import (
    GoldFormat,
    articles_in,
    checked_span,
    position_of,
    radius_of,
    texts_beside,
    whole_number,
)
from geo.evaluation.gold import GoldDocument, GoldKind, GoldMention, GoldSet
from geo.mention import Usage

NEEDED: Final = ("doc", "start", "end", "text")

WIDE_KM: Final[Mapping[Level, float]] = MappingProxyType(
    {Level.CONTINENT: 1500.0, Level.REGION: 1500.0, Level.ADM1: 500.0}
)
"""Radius of places of a level whose row has none: the points of areas differ from table to table.

Countries need none, as the same code is the same place.
"""

_Choice = TypeVar("_Choice", bound=StrEnum)


def read_table(path: Path, content: str, texts: Path | None) -> GoldSet:
    """A table and its texts.

    Raises:
        GoldError: a column or the texts are missing, or a row is wrong or does not fit its text.
        ArticleError: an article cannot be read.
    """
    folder = texts_beside(path, texts, path.with_suffix(""))
    articles = articles_in(folder)
    mentions: defaultdict[str, list[GoldMention]] = defaultdict(list)
    for where, row in _rows(path, content):
        article = articles.get(row["doc"])
        if article is None:
            raise GoldError(f"{where}: no text {row['doc']!r} in {folder}/; add it or correct the name")
        mentions[article.id].append(_mention(row, article, where))
    return GoldSet(
        name=path.stem,
        documents=tuple(
            GoldDocument(article=article, mentions=tuple(sorted(mentions[name], key=lambda m: m.span.start)))
            for name, article in articles.items()
        ),
    )


def _is_table(content: str) -> bool:
    return set(NEEDED) <= set(content.partition("\n")[0].strip().split("\t"))


def _rows(path: Path, content: str) -> Iterator[tuple[str, dict[str, str]]]:
    reader = csv.DictReader(io.StringIO(content), delimiter="\t", quoting=csv.QUOTE_NONE)
    width = len(reader.fieldnames or ())
    for row in _told(reader, path):
        where = f"{path}:{reader.line_num}"
        if None in row or None in row.values():
            cells = sum(cell is not None for name, cell in row.items() if name is not None) + len(row.get(None, ()))
            raise GoldError(f"{where}: {cells} columns where the first line names {width}; check the tabs")
        yield where, row


def _told(reader: "csv.DictReader[str]", path: Path) -> Iterator[dict[str | Any, str | Any]]:
    try:
        yield from reader
    except csv.Error as error:
        raise GoldError(f"{path}:{reader.line_num + 1}: {error}; correct the line") from error


def _mention(row: Mapping[str, str], article: Article, where: str) -> GoldMention:
    start, end = (whole_number(row[column], column, where) for column in ("start", "end"))
    level = _choice(Level, row, "level", where)
    radius = radius_of(row.get("radius_km"), where)
    return GoldMention(
        span=checked_span(article, start, end, row["text"], where),
        text=row["text"],
        kind=_choice(GoldKind, row, "kind", where) or GoldKind.PLACE,
        level=level,
        country=row.get("country") or None,
        name=row.get("name_en") or None,
        position=position_of(row.get("lon"), row.get("lat"), where),
        geonames_id=whole_number(row["geonameid"], "geonameid", where) if row.get("geonameid") else None,
        radius_km=_usual_radius(level) if radius is None else radius,
        usage=_choice(Usage, row, "usage", where),
    )


def _usual_radius(level: Level | None) -> float | None:
    return None if level is None else WIDE_KM.get(level)


def _choice(choices: type[_Choice], row: Mapping[str, str], column: str, where: str) -> _Choice | None:
    """The value of a column that takes a few words only; None where it is empty or missing."""
    word = row.get(column)
    if not word:
        return None
    try:
        return choices(word)
    except ValueError as error:
        raise GoldError(f"{where}: {column} {word!r} is none of {', '.join(choices)}") from error


TABLE: Final = GoldFormat(
    name="tables with the columns doc, start, end and text", recognizes=_is_table, read=read_table
)
