"""The command ``petakan picture``."""

import re
from pathlib import Path
from typing import Annotated, Final, Literal

import typer

from maps.cli_corrections import CorrectionFiles
from maps.cli_reading import Once, Reading, Strict
from maps.cli_run import Articles, Least, Own, Run, Ui, page_title

_SIZE: Final = re.compile(r"(\d{3,4})x(\d{3,4})")
_LEAST, _MOST = 400, 5000
_FORMS: Final = (".svg", ".png", ".pdf")


def picture(
    articles: Articles,
    output: Annotated[Path, typer.Option("--output", "-o", help="The picture to write: .svg, .png or .pdf.")] = Path(
        "petakan.svg"
    ),
    title: Annotated[str | None, typer.Option(help="Title of the picture; without it, that of the article.")] = None,
    ui: Ui = "id",
    size: Annotated[
        str, typer.Option(help="Width x height in quarters of a millimeter; the default is A4 sideways.")
    ] = "1188x840",
    projection: Annotated[
        Literal["auto", "world", "region"],
        typer.Option(help="The world, the region of the main places, or whichever shows the places best."),
    ] = "auto",
    gazetteer: Own = None,
    least: Least = 0.0,
    corrections: CorrectionFiles = None,
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
    from maps.output import write_atomically  # noqa: PLC0415 - costs time that only this command pays
    from maps.picture import render_picture  # noqa: PLC0415
    from maps.picture.convert import converted, require  # noqa: PLC0415

    form, pixels = _form(output), _pixels(size)
    if form != "svg":
        require(form)  # before the work, and not after it
    run = Run(gazetteer, Reading(strict=strict, once=once), corrections=corrections, least=least)
    parsed = list(run.geoparse(articles))
    heading = title or page_title(parsed, ui)
    svg = render_picture(parsed, title=heading, ui=ui, size=pixels, extent=projection)
    drawn = svg if form == "svg" else converted(svg, form, title=heading, size=pixels, language=ui)
    write_atomically(output, drawn)
    typer.echo(str(output))
    run.finish()


def _form(output: Path) -> Literal["svg", "png", "pdf"]:
    suffix = output.suffix.lower()
    if suffix == ".png":
        return "png"
    if suffix == ".pdf":
        return "pdf"
    if suffix == ".svg":
        return "svg"
    raise typer.BadParameter(f"{output}: a picture ends in {', '.join(_FORMS)}", param_hint="--output")


def _pixels(size: str) -> tuple[int, int]:
    found = _SIZE.fullmatch(size)
    width, height = (int(found[1]), int(found[2])) if found else (0, 0)
    if not (_LEAST <= width <= _MOST and _LEAST <= height <= _MOST):
        raise typer.BadParameter(
            f"{size}: width x height, each from {_LEAST} to {_MOST}, as in 1188x840", param_hint="--size"
        )
    return width, height
