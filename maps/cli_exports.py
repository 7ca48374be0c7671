"""What the commands ``petakan places`` and ``petakan mentions`` share: which format, and where it goes."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Self

import typer

from gazetteer.ranking import Language
from geo.geoparsed import GeoparsedArticle
from maps.export.formats import TABLE, Format, Subject, by_suffix, formats_for, named
from maps.export.records import Findings
from maps.output import show, write_atomically

_AS = "Format of the output; without it, that of the file's ending, or a table."

PlacesForm = Annotated[
    str | None, typer.Option("--as", metavar="|".join(one.name for one in formats_for(Subject.PLACES)), help=_AS)
]
MentionsForm = Annotated[
    str | None, typer.Option("--as", metavar="|".join(one.name for one in formats_for(Subject.MENTIONS)), help=_AS)
]
WithAreas = Annotated[
    bool,
    typer.Option("--areas", help="Countries and provinces as areas instead of points (geojson, kml, gpkg, parquet)."),
]


def formats_help(subject: Subject) -> str:
    """A line for the help that names the endings of files and what they mean."""
    endings = (f"{suffix} {one.name}" for one in formats_for(subject) for suffix in one.suffixes[:1])
    return f"Endings that -o knows: {', '.join(endings)}."


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """An export as it was asked for."""

    subject: Subject
    form: Format
    output: Path | None
    language: Language
    with_areas: bool

    @classmethod
    def chosen(
        cls,
        subject: Subject,
        form: str | None,
        output: Path | None,
        language: Language,
        *,
        with_areas: bool = False,
    ) -> Self:
        """Make sense of what was asked for, before any article is read.

        Raises:
            typer.BadParameter: there is no such format of the subject, or it cannot do what is asked.
            MissingExtraError: it needs a library that is not installed.
        """
        format_ = _format(subject, form, output)
        if format_.is_binary and output is None:
            raise typer.BadParameter(
                f"{format_.name} is no text; name a file, such as -o {subject}{format_.suffixes[0]}", param_hint="--as"
            )
        if with_areas and not format_.has_areas:
            able = ", ".join(one.name for one in formats_for(subject) if one.has_areas)
            raise typer.BadParameter(f"{format_.name} has no areas; those that have are {able}", param_hint="--areas")
        format_.writer(subject)
        return cls(subject=subject, form=format_, output=output, language=language, with_areas=with_areas)

    def write(self, articles: Iterable[GeoparsedArticle]) -> None:
        """Write what was found: to the file whole or not at all, else to standard output."""
        writer = self.form.writer(self.subject)
        if self.output is None and self.form.by_article and self.subject is Subject.MENTIONS:
            for one in articles:
                show(str(writer(self._findings([one]))))
            return
        content = writer(self._findings(list(articles)))
        if self.output is not None:
            write_atomically(self.output, content)
        else:
            show(str(content))

    def _findings(self, articles: list[GeoparsedArticle]) -> Findings:
        with_areas = self.with_areas or (self.form.areas_beside_points and self.subject is Subject.PLACES)
        return Findings(articles=tuple(articles), language=self.language, with_areas=with_areas)


def _format(subject: Subject, form: str | None, output: Path | None) -> Format:
    try:
        if form is not None:
            return named(form, subject)
        return TABLE if output is None else by_suffix(output, subject)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--as" if form else "--output") from error
