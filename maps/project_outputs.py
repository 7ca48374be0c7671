"""What a project makes of its articles: each output's file, what it shows, and how."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, get_args

from gazetteer.errors import PageError, ProjectError
from geo.mention import Usage
from maps.basemap import Detail
from maps.export.formats import Format, Subject, by_suffix, formats_for, named
from maps.making import DEFAULT_SIZE, PICTURE_FORMS, PictureForm, pixels
from maps.page import View
from maps.picture.convert import require
from maps.picture.view import Extent
from maps.project_keys import Check, checked, flag, one_of, text
from maps.tiles import tiles_of


class Kind(StrEnum):
    """What an output shows; the names of the commands."""

    MAP = "map"
    PICTURE = "picture"
    STORY = "story"
    PLACES = "places"
    MENTIONS = "mentions"


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """One file to be made; paths are as the project has them, relative to its folder.

    Attributes:
        form: the format; of a page "html", of a storyline "toml".
        view: what a page shows first; None for what suits the project's storyline.
        tiles: web tiles beneath a page's map, None for none.
        size: of a picture, "1188x840".
        areas: whether countries and provinces are areas instead of points.
        usage: only mentions that are used so, None for all.
    """

    file: str
    kind: Kind
    form: str
    view: View | None = None
    basemap: Detail = "50m"
    tiles: str | None = None
    size: str = DEFAULT_SIZE
    projection: Extent = "auto"
    areas: bool = False
    usage: Usage | None = None

    @property
    def is_kept(self) -> bool:
        """Whether it is a first version for a person to edit, which is never written over."""
        return self.kind is Kind.STORY

    @property
    def tells_reasons(self) -> bool:
        """Whether it says why places were chosen."""
        return self.kind is Kind.MAP

    @property
    def format(self) -> Format:
        """The format of a table."""
        return named(self.form, Subject(self.kind))

    @property
    def picture_form(self) -> PictureForm:
        """The format of a picture."""
        return next(form for form in PICTURE_FORMS if form == self.form)


def _size(value: Any, where: str) -> str:
    try:
        pixels(text(value, where))
    except ValueError as error:
        raise ProjectError(f"{where}: {error}") from error
    return str(value)


def _tiles(value: Any, where: str) -> str:
    try:
        return tiles_of(text(value, where)).name
    except PageError as error:
        raise ProjectError(f"{where}: {str(error).removeprefix('--tiles ')}") from error


def _usage(value: Any, where: str) -> Usage:
    return Usage(one_of(*Usage)(value, where))


_OF_ALL: Final[Mapping[str, Check]] = MappingProxyType({"file": text, "what": one_of(*Kind), "as": text})
_OF_KIND: Final[Mapping[Kind, Mapping[str, Check]]] = MappingProxyType(
    {
        Kind.MAP: {
            "view": one_of(*get_args(View)),
            "basemap": one_of(*get_args(Detail)),
            "tiles": _tiles,
        },
        Kind.PICTURE: {"size": _size, "projection": one_of(*get_args(Extent))},
        Kind.STORY: {},
        Kind.PLACES: {"areas": flag, "usage": _usage},
        Kind.MENTIONS: {"usage": _usage},
    }
)
_FORMS: Final[Mapping[Kind, tuple[str, ...]]] = MappingProxyType(
    {Kind.MAP: ("html",), Kind.PICTURE: PICTURE_FORMS, Kind.STORY: ("toml",)}
)
"""What is no table, and its formats."""


def read_output(table: Mapping[str, Any], where: str) -> Output:
    """Read and check the table of one output.

    Raises:
        ProjectError: it is nothing that petakan makes, or has a key that does not suit what it makes.
        MissingExtraError: its format needs a library that is not installed.
    """
    named_here = checked({key: value for key, value in table.items() if key in _OF_ALL}, _OF_ALL, where)
    if "file" not in named_here:
        raise ProjectError(f'{where}: file: missing; name the file to write, such as file = "peta.html"')
    try:
        kind, form = kind_of(named_here["file"], named_here.get("what"), named_here.get("as"))
    except ValueError as error:
        raise ProjectError(f"{where}: {error}") from error
    keys = {**_OF_ALL, **_OF_KIND[kind]}
    for key in table:
        if key not in keys:
            raise ProjectError(f'{where}: {key}: no such key of what = "{kind}"; it has {", ".join(keys)}')
    options = checked({key: value for key, value in table.items() if key not in _OF_ALL}, keys, where)
    output = Output(file=named_here["file"], kind=kind, form=form, **options)
    _check_form(output, where)
    return output


def _check_form(output: Output, where: str) -> None:
    """See that the format can be written here, and can do what is asked."""
    if output.kind is Kind.PICTURE and output.form != "svg":
        require(output.form)
    if output.kind in _FORMS:
        return
    output.format.writer(Subject(output.kind))
    if output.areas and not output.format.has_areas:
        raise ProjectError(f"{where}: areas: {output.form} has no areas; geojson, kml, gpkg and parquet have")


def kind_of(file: str, what: str | None, form: str | None) -> tuple[Kind, str]:
    """What a file shows and in which format, from its ending where it is not said.

    Raises:
        ValueError: there is no such format; the message lists those that are.
    """
    ending = Path(file).suffix.lower().removeprefix(".")
    ending = "html" if ending == "htm" else ending
    for kind, forms in _FORMS.items():
        if what in {None, kind} and (form or ending) in forms:
            return kind, form or ending
        if what == kind:
            raise ValueError(f"{file}: {kind} can be written as {', '.join(forms)}, and not as {form or ending}")
    if what is not None:
        return Kind(what), _format(file, Subject(what), form).name
    for subject in Subject:
        with suppress(ValueError):
            return Kind(subject), _format(file, subject, form).name
    raise ValueError(_unknown(file, form))


def _format(file: str, subject: Subject, form: str | None) -> Format:
    return by_suffix(Path(file), subject) if form is None else named(form, subject)


def _unknown(file: str, form: str | None) -> str:
    if form is None:
        return f"{file}: nothing that petakan makes has this ending; name what and as"
    forms: dict[Kind, Iterable[str]] = {Kind(one): [form.name for form in formats_for(one)] for one in Subject}
    forms |= _FORMS
    known = "; ".join(f"{kind}: {', '.join(names)}" for kind, names in forms.items())
    return f"{form}: nothing that petakan makes is called so; {known}"
