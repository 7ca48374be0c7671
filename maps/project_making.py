"""Writes the outputs of a project: the same as their commands would."""

from collections.abc import Sequence
from pathlib import Path

from geo.geoparsed import GeoparsedArticle
from maps.cli_exports import Export
from maps.export.formats import Subject
from maps.making import made_page, made_picture, made_storyline, pixels
from maps.output import write_atomically
from maps.project import Project
from maps.project_outputs import Kind, Output
from maps.tiles import tiles_of


def write_output(output: Output, project: Project, parsed: Sequence[GeoparsedArticle]) -> None:
    """Write one output of a project, from what was found in its articles.

    Raises:
        OutputError: it cannot be written.
        StoryError: the storyline of a page cannot be read, or does not fit the articles.
    """
    target = Path(output.file)
    if output.kind in {Kind.PLACES, Kind.MENTIONS}:
        export = Export(
            subject=Subject(output.kind),
            form=output.format,
            output=target,
            language=project.ui,
            with_areas=output.areas,
        )
        export.write(one.used(output.usage) for one in parsed)
    else:
        write_atomically(target, _drawn(output, project, parsed))


def _drawn(output: Output, project: Project, parsed: Sequence[GeoparsedArticle]) -> str | bytes:
    if output.kind is Kind.STORY:
        return made_storyline(parsed, title=project.title, ui=project.ui, file=Path(output.file).name)
    if output.kind is Kind.PICTURE:
        return made_picture(
            parsed,
            title=project.title,
            ui=project.ui,
            form=output.picture_form,
            size=pixels(output.size),
            projection=output.projection,
        )
    return made_page(
        parsed,
        title=project.title,
        ui=project.ui,
        story=None if project.storyline is None else Path(project.storyline),
        view=output.view,
        credit=project.credit,
        basemap=output.basemap,
        tiles=None if output.tiles is None else tiles_of(output.tiles),
    )
