"""The command ``petakan picture``."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from geo.policy import LEAST
from maps.cli_corrections import CorrectionFiles
from maps.cli_reading import Once, Reading, Strict
from maps.cli_run import Articles, Least, Own, Run, Ui
from maps.making import DEFAULT_SIZE, PICTURE_FORMS, PictureForm, made_picture, pixels
from maps.output import write_atomically


def picture(
    articles: Articles,
    output: Annotated[Path, typer.Option("--output", "-o", help="The picture to write: .svg, .png or .pdf.")] = Path(
        "petakan.svg"
    ),
    title: Annotated[str | None, typer.Option(help="Title of the picture; without it, that of the article.")] = None,
    ui: Ui = "id",
    size: Annotated[
        str, typer.Option(help="Width x height in quarters of a millimeter; the default is A4 sideways.")
    ] = DEFAULT_SIZE,
    projection: Annotated[
        Literal["auto", "world", "region"],
        typer.Option(help="The world, the region of the main places, or whichever shows the places best."),
    ] = "auto",
    gazetteer: Own = None,
    corrections: CorrectionFiles = None,
    least: Least = LEAST,
    strict: Strict = False,
    once: Once = False,
) -> None:
    """Draw one map for print: SVG, or PNG and PDF with the extra petakan[picture]; no browser is needed.

    \b
    Examples:
      petakan picture berita.txt -o peta.svg
      petakan picture articles/ --title "Banjir 2025" -o peta.pdf
      petakan picture articles/ --projection world --size 1600x900 -o peta.png
    """
    from maps.picture.convert import require  # noqa: PLC0415 - costs time that only this command pays

    form, wanted = _form(output), _pixels(size)
    if form != "svg":
        require(form)  # before the work, and not after it
    run = Run(gazetteer, Reading(strict=strict, once=once), corrections=corrections, least=least)
    parsed = list(run.geoparse(articles))
    write_atomically(output, made_picture(parsed, title=title, ui=ui, form=form, size=wanted, projection=projection))
    typer.echo(str(output))
    run.finish()


def _form(output: Path) -> PictureForm:
    suffix = output.suffix.lower()
    for form in PICTURE_FORMS:
        if suffix == f".{form}":
            return form
    forms = ", ".join(f".{form}" for form in PICTURE_FORMS)
    raise typer.BadParameter(f"{output}: a picture ends in {forms}", param_hint="--output")


def _pixels(size: str) -> tuple[int, int]:
    try:
        return pixels(size)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--size") from error
