"""What a project can make of its articles, by the same functions as the commands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Final, Literal

from gazetteer.ranking import Language
from geo.geoparsed import GeoparsedArticle
from maps.cli_run import page_title
from maps.export.formats import Subject, by_suffix, formats_for, named
from maps.export.records import Findings


class Kind(StrEnum):
    """What an output shows; the names of the commands."""

    MAP = "map"
    PICTURE = "picture"
    PLACES = "places"
    MENTIONS = "mentions"


_OWN_FORMS: Final[Mapping[Kind, Mapping[str, str]]] = MappingProxyType(
    {Kind.MAP: {".html": "html", ".htm": "html"}, Kind.PICTURE: {".svg": "svg", ".png": "png", ".pdf": "pdf"}}
)
"""Formats by ending, of the kinds that are no exports."""


def forms_of(kind: Kind) -> tuple[str, ...]:
    """The names of the formats that a kind of output can be written in."""
    own = _OWN_FORMS.get(kind)
    return tuple(one.name for one in formats_for(Subject(kind))) if own is None else tuple(dict.fromkeys(own.values()))


def kind_of(file: str, what: str | None, form: str | None) -> tuple[Kind, str] | None:
    """What a file is to show and in which format, from its ending where it is not said; None if nothing fits."""
    fitting = ((kind, _form(kind, Path(file), form)) for kind in Kind if what in {None, kind})
    return next(((kind, found) for kind, found in fitting if found is not None), None)


def _form(kind: Kind, file: Path, form: str | None) -> str | None:
    own = _OWN_FORMS.get(kind)
    if own is not None:
        return (
            own.get(file.suffix.lower()) if form is None else next((one for one in own.values() if one == form), None)
        )
    try:
        return (by_suffix(file, Subject(kind)) if form is None else named(form, Subject(kind))).name
    except ValueError:
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What the outputs of a project share; a storyline's title and credit count where there is no other title."""

    title: str | None
    ui: Language
    storyline: Path | None = None


def write_output(kind: Kind, form: str, parsed: Sequence[GeoparsedArticle], setting: Setting) -> str | bytes:
    """The content of an output: the same as its command would write.

    Raises:
        MissingExtraError: the format needs a library that is not installed.
        StoryError: the storyline cannot be read.
    """
    if kind is Kind.MAP:
        return _page(parsed, setting)
    if kind is Kind.PICTURE:
        return _picture(form, parsed, setting)
    subject = Subject(kind)
    format_ = named(form, subject)
    with_areas = format_.areas_beside_points and subject is Subject.PLACES
    return format_.writer(subject)(Findings.of(parsed, setting.ui, with_areas=with_areas))


def _page(parsed: Sequence[GeoparsedArticle], setting: Setting) -> str:
    from maps.page import render_page  # noqa: PLC0415 - folium takes 0.3 s that only the page pays
    from maps.storyline import read_storyline  # noqa: PLC0415

    own = None if setting.storyline is None else read_storyline(setting.storyline, parsed)
    return render_page(
        parsed,
        title=setting.title or (own.title if own else "") or page_title(parsed, setting.ui),
        ui=setting.ui,
        chapters=own.chapters if own else None,
        view="story" if own else "map",
        credit=own.credit if own else "",
    )


def _picture(form: str, parsed: Sequence[GeoparsedArticle], setting: Setting) -> str | bytes:
    from maps.picture import A4_SIDEWAYS, render_picture  # noqa: PLC0415 - costs time that only a picture pays
    from maps.picture.convert import converted, require  # noqa: PLC0415

    title = setting.title or page_title(parsed, setting.ui)
    if form == "svg":
        return render_picture(parsed, title=title, ui=setting.ui)
    require(form)
    svg = render_picture(parsed, title=title, ui=setting.ui)
    drawn: Literal["png", "pdf"] = "png" if form == "png" else "pdf"
    return converted(svg, drawn, title=title, size=A4_SIDEWAYS, language=setting.ui)
