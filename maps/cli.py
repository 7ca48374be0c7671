"""The command ``petakan``. It imports the library, never the reverse; what is heavy only when it is needed."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal

import typer

from gazetteer.errors import PetakanError
from gazetteer.layers import open_gazetteer
from geo.geoparsed import GeoparsedArticle
from geo.mention import Usage
from geo.pipeline import Geoparser
from maps import cli_evaluate, cli_exports, cli_gazetteer, cli_lookup
from maps.cli_reading import ARTICLES_HELP, Once, Reading, Strict
from maps.export.formats import Subject
from maps.output import write_atomically

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
  petakan places articles/ --as csv          its places as a table
  petakan mentions berita.txt                every place name, and where it was put
  petakan lookup Kursk                       what the gazetteer knows of a name
  petakan evaluate kelas.tsv                 how well petakan does on annotated articles
  petakan gazetteer info                     what the gazetteer holds, and from whom

Nothing finer than a town is ever mapped, and nothing is sent anywhere.""",
)

Articles = Annotated[
    list[str],
    typer.Argument(metavar="ARTICLES...", help=ARTICLES_HELP),
]
Ui = Annotated[Literal["id", "en"], typer.Option(help="Language of the page and of place names.")]
UsedAs = Annotated[Usage | None, typer.Option("--usage", help="Only mentions that are used so.")]
Own = Annotated[
    list[Path] | None,
    typer.Option("--gazetteer", help="A gazetteer of your own (petakan gazetteer build), over the default one."),
]
Output = Annotated[Path | None, typer.Option("--output", "-o", help="File to write; without it, standard output.")]


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
    gazetteer: Own = None,
    strict: Strict = False,
    once: Once = False,
) -> None:
    """Write one HTML page with the map, the sentences and the table of places; it works without a network.

    \b
    Examples:
      petakan map berita.txt
      petakan map articles/ --title "Pemilu 2029" --ui id -o pemilu.html
      petakan map - < berita.txt
    """
    from maps.page import render_page  # noqa: PLC0415 - folium takes 0.3 s that only the page pays

    run = _Run(gazetteer, Reading(strict=strict, once=once))
    parsed = list(run.geoparse(articles))
    write_atomically(output, render_page(parsed, title=title or _page_title(parsed, ui), ui=ui))
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
    run = _Run(gazetteer, Reading(strict=strict, once=once))
    export.write(one if usage is None else one.used(usage) for one in run.geoparse(articles))
    run.finish()


@app.command(epilog=cli_exports.formats_help(Subject.MENTIONS))
def mentions(
    articles: Articles,
    form: cli_exports.MentionsForm = None,
    output: Output = None,
    usage: UsedAs = None,
    ui: Ui = "id",
    gazetteer: Own = None,
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
    run = _Run(gazetteer, Reading(strict=strict, once=once))
    export.write(one if usage is None else one.used(usage) for one in run.geoparse(articles))
    run.finish()


lookup = app.command()(cli_lookup.lookup)
evaluate = app.command()(cli_evaluate.evaluate)
app.add_typer(cli_gazetteer.gazetteer_app)


class _Run:
    """One pass over the articles of a command: errors are told as they come, and the last word is the exit code."""

    def __init__(self, own_gazetteers: list[Path] | None, reading: Reading) -> None:
        self._reading = reading
        self._own_gazetteers = own_gazetteers or []

    def geoparse(self, named: list[str]) -> Iterator[GeoparsedArticle]:
        """Geoparse what is named; a file that cannot be read is told on standard error, and the rest goes on."""
        articles = self._reading.articles(named)
        with open_gazetteer(self._own_gazetteers) as gazetteer:
            geoparser = Geoparser.over(gazetteer)
            for number, article in enumerate(articles, start=1):
                _show_progress(number, max(number, self._reading.files))
                yield geoparser.geoparse(article)

    def finish(self) -> None:
        """End the command: exit code 1 if any file could not be read."""
        if self._reading.failed:
            raise typer.Exit(1)


def _show_progress(number: int, total: int) -> None:
    """A line that counts, for a person who waits; on a terminal only, and not for a handful of articles."""
    if total > 20 and sys.stderr.isatty():
        end = "\n" if number == total else ""
        sys.stderr.write(f"\r{number}/{total} {'█' * (30 * number // total):30}{end}")


def _page_title(parsed: list[GeoparsedArticle], ui: str) -> str:
    if len(parsed) == 1:
        return parsed[0].article.title
    return f"Peta {len(parsed)} artikel" if ui == "id" else f"Map of {len(parsed)} articles"


def _tell(error: PetakanError) -> None:
    typer.echo(f"petakan: {error}", err=True)


def main() -> None:
    """Run the command: an error of petakan's is one line on standard error and exit code 1."""
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
