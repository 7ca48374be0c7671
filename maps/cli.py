"""The command ``petakan``. It imports the library, never the reverse; what is heavy only when it is needed."""

import io
import os
import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from gazetteer.errors import PetakanError
from geo.policy import LEAST
from maps import (
    cli_build,
    cli_correct,
    cli_evaluate,
    cli_explain,
    cli_exports,
    cli_gazetteer,
    cli_lookup,
    cli_picture,
    cli_story,
)
from maps.cli_corrections import CorrectionFiles
from maps.cli_reading import Once, Reading, Strict
from maps.cli_run import Articles, Least, Output, Own, Run, Ui, UsedAs
from maps.export.formats import Subject
from maps.making import made_page
from maps.output import write_atomically
from maps.tiles import tiles_of

app = typer.Typer(
    name="petakan",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="""Map the places that news articles report: offline, at public level, in one file.

\b
Examples:
  petakan map berita.txt                     the map of one article: petakan.html
  petakan map articles/ -o kelas.html        of a whole folder
  petakan picture berita.txt -o peta.svg     one map for print: SVG, PNG, PDF
  petakan story articles/ --init story.toml  a storyline to edit
  petakan places articles/ --as csv          its places as a table
  petakan mentions berita.txt                every place name, and where it was put
  petakan explain berita.txt                 why each name was put where it was
  petakan correct berita.txt                 put right what petakan is not sure of
  petakan build                              all outputs of petakan.toml
  petakan lookup Kursk                       what the gazetteer knows of a name
  petakan evaluate kelas.tsv                 how well petakan does on annotated articles
  petakan gazetteer info                     what the gazetteer holds, and from whom

Nothing finer than a town is ever mapped, and nothing is sent anywhere.""",
)


@app.callback(invoke_without_command=True)
def petakan(version: Annotated[bool, typer.Option("--version", help="Show the version and exit.")] = False) -> None:
    """See the help of the application above; a callback only so that --version works."""
    if version:
        from importlib.metadata import version as installed  # noqa: PLC0415 - costs time that only --version pays

        typer.echo(f"petakan {installed('petakan')}")
        raise typer.Exit


@app.command("map")
def map_(
    articles: Articles,
    output: Annotated[Path, typer.Option("--output", "-o", help="The page to write.")] = Path("petakan.html"),
    title: Annotated[str | None, typer.Option(help="Title of the page; without it, that of the article.")] = None,
    ui: Ui = "id",
    tiles: Annotated[
        str | None,
        typer.Option(help="Web tiles beneath the map, such as UN.ClearMap; the page then needs the network for them."),
    ] = None,
    gazetteer: Own = None,
    least: Least = LEAST,
    corrections: CorrectionFiles = None,
    view: Annotated[Literal["map", "story", "reader"] | None, typer.Option(help="What the page shows first.")] = None,
    credit: Annotated[str, typer.Option(help="Who made the page; shown on the map and at its foot.")] = "",
    story: Annotated[
        Path | None, typer.Option(help="A storyline of your own (petakan story --init), instead of chapters by rule.")
    ] = None,
    basemap: Annotated[Literal["110m", "50m"], typer.Option(help="Outlines: 110m is smaller, 50m finer.")] = "50m",
    strict: Strict = False,
    once: Once = False,
) -> None:
    """Write one HTML page with the map, the story and the articles themselves; it works without a network.

    \b
    Examples:
      petakan map berita.txt
      petakan map articles/ --title "Pemilu 2029" --ui id -o pemilu.html
      petakan map berita.txt --tiles UN.ClearMap
      petakan map - < berita.txt
    """
    chosen = None if tiles is None else tiles_of(tiles)
    run = Run(gazetteer, Reading(strict=strict, once=once), corrections=corrections, least=least)
    parsed = list(run.geoparse(articles))
    page = made_page(parsed, title=title, ui=ui, story=story, view=view, credit=credit, basemap=basemap, tiles=chosen)
    write_atomically(output, page)
    typer.echo(str(output))
    run.finish()


@app.command(epilog=cli_exports.formats_help(Subject.PLACES))
def places(
    articles: Articles,
    form: cli_exports.PlacesForm = None,
    output: Output = None,
    areas: cli_exports.WithAreas = False,
    usage: UsedAs = None,
    ui: Ui = "id",
    gazetteer: Own = None,
    least: Least = LEAST,
    corrections: CorrectionFiles = None,
    strict: Strict = False,
    once: Once = False,
) -> None:
    """List the places of all articles with their counts.

    \b
    Examples:
      petakan places berita.txt
      petakan places articles/ -o places.xlsx
      petakan places articles/ --areas -o places.geojson
    """
    export = cli_exports.Export.chosen(Subject.PLACES, form, output, ui, with_areas=areas)
    run = Run(gazetteer, Reading(strict=strict, once=once), explained=False, corrections=corrections, least=least)
    export.write(one.used(usage) for one in run.geoparse(articles))
    run.finish()


@app.command(epilog=cli_exports.formats_help(Subject.MENTIONS))
def mentions(
    articles: Articles,
    form: cli_exports.MentionsForm = None,
    output: Output = None,
    usage: UsedAs = None,
    ui: Ui = "id",
    gazetteer: Own = None,
    least: Least = LEAST,
    corrections: CorrectionFiles = None,
    strict: Strict = False,
    once: Once = False,
) -> None:
    """List every name in the articles with its sentence and its place.

    A table and JSON lines are written article by article, each as soon as it is done, with the names that the
    gazetteer gives; the other formats name places in the language of --ui.

    \b
    Examples:
      petakan mentions berita.txt
      petakan mentions articles/ --as jsonl > mentions.jsonl
      petakan mentions articles/ --as tei -o articles.xml
    """
    export = cli_exports.Export.chosen(Subject.MENTIONS, form, output, ui)
    run = Run(gazetteer, Reading(strict=strict, once=once), explained=False, corrections=corrections, least=least)
    export.write(one.used(usage) for one in run.geoparse(articles))
    run.finish()


lookup = app.command()(cli_lookup.lookup)
evaluate = app.command()(cli_evaluate.evaluate)
explain = app.command()(cli_explain.explain)
app.add_typer(cli_gazetteer.gazetteer_app)
story = app.command()(cli_story.story)
picture = app.command()(cli_picture.picture)
correct = app.command()(cli_correct.correct)
build = app.command()(cli_build.build)


def _tell(error: PetakanError) -> None:
    typer.echo(f"petakan: {error}", err=True)


def main() -> None:
    """Run the command: an error of petakan's is one line on standard error and exit code 1."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # what its encoding lacks is shown as a question mark
    try:
        app()
    except PetakanError as error:
        _tell(error)
        sys.exit(1)
    except BrokenPipeError:  # the reader has gone, as in "petakan mentions x | head": nothing to tell anyone
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)


if __name__ == "__main__":
    main()
