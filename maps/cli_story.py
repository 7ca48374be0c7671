"""The command ``petakan story``."""

from pathlib import Path
from typing import Annotated

import typer

from gazetteer.errors import OutputError
from geo.policy import LEAST
from maps.cli_corrections import CorrectionFiles
from maps.cli_reading import Once, Reading, Strict
from maps.cli_run import Articles, Least, Own, Run, Ui
from maps.making import made_storyline
from maps.output import write_atomically


def story(
    articles: Articles,
    init: Annotated[
        Path | None, typer.Option("--init", help="The storyline to write; without it, standard output.")
    ] = None,
    title: Annotated[str | None, typer.Option(help="Title of the story; without it, that of the article.")] = None,
    ui: Ui = "id",
    gazetteer: Own = None,
    corrections: CorrectionFiles = None,
    least: Least = LEAST,
    strict: Strict = False,
    once: Once = False,
) -> None:
    """Write a first storyline to edit: the chapters chosen from the articles, as commented TOML.

    \b
    Examples:
      petakan story articles/ --init story.toml
      petakan map articles/ --story story.toml
    """
    if init is not None and init.exists():
        raise OutputError(f"{init}: is there already; name another file, so that nothing you wrote is lost")
    run = Run(gazetteer, Reading(strict=strict, once=once), corrections=corrections, least=least)
    parsed = list(run.geoparse(articles))
    text = made_storyline(parsed, title=title, ui=ui, file="story.toml" if init is None else init.name)
    if init is None:
        typer.echo(text, nl=False)
    else:
        write_atomically(init, text)
        typer.echo(str(init))
    run.finish()
