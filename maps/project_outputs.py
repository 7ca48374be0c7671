"""What a project can make of its articles, by the same functions as the commands."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import PurePath
from types import MappingProxyType
from typing import Final

from gazetteer.ranking import Language
from geo.geoparse import GeoparsedArticle
from maps.export.mentions import MentionsFormat, write_mentions
from maps.export.places import PlacesFormat, write_places
from maps.export.records import place_records
from maps.tally import tally


class Kind(StrEnum):
    """What an output shows; the names of the commands."""

    MAP = "map"
    PLACES = "places"
    MENTIONS = "mentions"


KINDS: Final[Mapping[Kind, tuple[str, ...]]] = MappingProxyType(
    {Kind.MAP: ("html",), Kind.PLACES: tuple(PlacesFormat), Kind.MENTIONS: tuple(MentionsFormat)}
)
"""The formats of each kind."""

_FORM_OF_ENDING: Final = MappingProxyType({"txt": "table", "htm": "html"})


def kind_of(file: str, what: str | None, form: str | None) -> tuple[Kind, str] | None:
    """What a file is to show and in which format, from its ending where it is not said; None if nothing fits."""
    ending = PurePath(file).suffix.lower().removeprefix(".")
    form = form or _FORM_OF_ENDING.get(ending, ending)
    return next(((kind, form) for kind, forms in KINDS.items() if what in {None, kind} and form in forms), None)


def write_output(kind: Kind, form: str, parsed: Sequence[GeoparsedArticle], *, title: str, ui: Language) -> str:
    """The content of an output: the same as its command would write."""
    if kind is Kind.MAP:
        from maps.page import render_page  # noqa: PLC0415 - folium takes 0.3 s that only the page pays

        return render_page(parsed, title=title, ui=ui)
    if kind is Kind.PLACES:
        found = (mention for one in parsed for mention in one.mentions)
        return write_places(list(place_records(tally(found), ui)), PlacesFormat(form))
    return "".join(write_mentions(one, MentionsFormat(form)) for one in parsed)
