"""The command ``petakan story``."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from gazetteer.errors import OutputError

Articles = Annotated[
    list[str],
    typer.Argument(metavar="ARTICLES...", help="Files (.txt, .md), folders of them, or - for standard input."),
]
Own = Annotated[
    list[Path] | None,
    typer.Option("--gazetteer", help="A gazetteer of your own (petakan gazetteer build), over the default one."),
]


def story(
    articles: Articles,
    init: Annotated[
        Path | None, typer.Option("--init", help="The storyline to write; without it, standard output.")
    ] = None,
    title: Annotated[str | None, typer.Option(help="Title of the story; without it, that of the article.")] = None,
    ui: Annotated[Literal["id", "en"], typer.Option(help="Language of the comments and of place names.")] = "id",
    gazetteer: Own = None,
) -> None:
    """Write a first storyline to edit: the chapters chosen from the articles, as commented TOML.

    \b
    Examples:
      petakan story articles/ --init story.toml
      petakan map articles/ --story story.toml
    """
    from maps.cli import _page_title, _Run  # noqa: PLC0415 - maps.cli imports this module
    from maps.output import write_atomically  # noqa: PLC0415 - costs time that only this command pays
    from maps.story import chapters  # noqa: PLC0415
    from maps.storyline_draft import draft_storyline  # noqa: PLC0415

    if init is not None and init.exists():
        raise OutputError(f"{init}: is there already; name another file, so that nothing you wrote is lost")
    run = _Run(gazetteer)
    parsed = list(run.geoparse(articles))
    text = draft_storyline(
        parsed,
        chapters(parsed),
        title=title or _page_title(parsed, ui),
        file="story.toml" if init is None else init.name,
        language=ui,
    )
    if init is None:
        typer.echo(text, nl=False)
    else:
        write_atomically(init, text)
        typer.echo(str(init))
    run.finish()
