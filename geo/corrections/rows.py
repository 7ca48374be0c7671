"""The columns of a file of corrections, and a row of it as a correction and back."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final, TypeVar

from gazetteer.errors import CoordinateError, CorrectionError
from gazetteer.place import Level, LonLat
from geo.corrections.correction import Correction, PlaceKey, Verdict
from geo.mention import Usage
from geo.policy import PUBLIC_DIGITS

COLUMNS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "text": "the name as the article writes it",
        "article": "the article's file name without its ending; empty: every article",
        "sentence": "words around the name, or its sentence; empty: any",
        "nth": "which of these mentions, from 1; empty: all",
        "start": "offset of the mention in code points, as petakan mentions --as jsonl tells it; mostly empty",
        "is": "place, or: not a place; empty: as petakan finds it",
        "usage": "literal or associative; empty: as petakan finds it",
        "id": "the place's id, as petakan lookup tells it",
        "name": "the place's name; empty: the text",
        "level": "continent, region, country, adm1, adm2 or city",
        "country": "the place's country, as ISO code (ID)",
        "lat": "tells places of one name apart; nothing is ever put there",
        "lon": "likewise",
        "note": "your own remark",
    }
)
"""The columns, in the order in which they are written, and what stands in them."""

NEEDED: Final = ("text",)

_Choice = TypeVar("_Choice", bound=StrEnum)


def read_row(cells: Mapping[str, str], where: str) -> Correction:
    """The correction in a row, whose cells may be missing or empty.

    Raises:
        CorrectionError: a cell holds what it cannot, or the row says nothing.
    """
    row = {column: " ".join(cell.split()) for column, cell in cells.items()}
    text = row.get("text", "")
    if not any(c.isalnum() for c in text):
        raise CorrectionError(f"{where}: no text; write the name as the article has it")
    row["is"] = row.get("is", "").replace("_", " ").casefold()
    verdict, usage = _choice(Verdict, row, "is", where), _choice(Usage, row, "usage", where)
    place = _place(row, where)
    if verdict is None and usage is None and place is None:
        raise CorrectionError(f"{where}: nothing is said of {text!r}; fill in one of the columns is, usage, id, name")
    if place is not None:
        if verdict is Verdict.NOT_A_PLACE:
            raise CorrectionError(f"{where}: {text!r} is not a place, and yet is given one; empty one of the two")
        verdict = Verdict.PLACE
    correction = Correction(
        where=where,
        text=text,
        verdict=verdict,
        place=(place or PlaceKey()) if verdict is Verdict.PLACE else None,
        usage=usage,
        article=row.get("article") or None,
        sentence=row.get("sentence") or None,
        nth=_number(row, "nth", where, least=1),
        start=_number(row, "start", where, least=0),
    )
    is_counted = correction.nth is not None or correction.start is not None
    if is_counted and correction.article is None:
        raise CorrectionError(
            f"{where}: a mention is counted (nth, start) within an article; fill in the column article"
        )
    return correction


def write_row(correction: Correction) -> dict[str, str]:
    """The cells of a correction: what :func:`read_row` makes it from."""
    place = correction.place
    position = None if place is None or place.position is None else place.position.rounded(PUBLIC_DIGITS)
    cells = {
        "text": correction.text,
        "article": correction.article,
        "sentence": correction.sentence,
        "nth": correction.nth,
        "start": correction.start,
        "is": correction.verdict,
        "usage": correction.usage,
        "id": place and place.id,
        "name": place and place.name,
        "level": place and place.level,
        "country": place and place.country,
        "lat": position and position.lat,
        "lon": position and position.lon,
        "note": None,
    }
    return {column: "" if cell is None else str(cell) for column, cell in cells.items()}


def _place(row: Mapping[str, str], where: str) -> PlaceKey | None:
    columns = ("id", "name", "level", "country", "lat", "lon")
    if not any(row.get(column) for column in columns):
        return None
    return PlaceKey(
        name=row.get("name") or None,
        id=row.get("id") or None,
        level=_choice(Level, row, "level", where),
        country=row.get("country", "").upper() or None,
        position=_position(row, where),
    )


def _position(row: Mapping[str, str], where: str) -> LonLat | None:
    lon, lat = row.get("lon"), row.get("lat")
    if not lon or not lat:
        return None
    try:
        return LonLat(float(lon), float(lat))
    except CoordinateError as error:
        raise CorrectionError(f"{where}: {error}") from error
    except ValueError as error:
        raise CorrectionError(f"{where}: lat {lat!r}, lon {lon!r} are no numbers in decimal degrees") from error


def _number(row: Mapping[str, str], column: str, where: str, *, least: int) -> int | None:
    cell = row.get(column)
    if not cell:
        return None
    if not (cell.isdecimal() and int(cell) >= least):
        raise CorrectionError(f"{where}: {column} {cell!r} is no whole number from {least} on")
    return int(cell)


def _choice(choices: type[_Choice], row: Mapping[str, str], column: str, where: str) -> _Choice | None:
    word = row.get(column)
    if not word:
        return None
    try:
        return choices(word.casefold())
    except ValueError as error:
        raise CorrectionError(f"{where}: {column} {word!r} is none of: {', '.join(choices)}") from error
