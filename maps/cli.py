"""The command ``petakan``. It imports the library, never the reverse; what is heavy only when it is needed."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal

import typer

from gazetteer.errors import ArticleError, PetakanError
from gazetteer.layers import open_gazetteer
from geo.geoparse import GeoparsedArticle
from geo.pipeline import Geoparser
from geo.readers.files import article_files, read_articles
from maps import cli_build, cli_correct, cli_evaluate, cli_gazetteer, cli_lookup
from maps.cli_corrections import CorrectionFiles, corrector_over, tell_problems
from maps.export.mentions import MentionsFormat, write_mentions
from maps.export.places import PlacesFormat, write_places
from maps.export.records import place_records
from maps.output import write_atomically
from maps.tally import tally

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
  petakan correct berita.txt                 put right what petakan is not sure of
  petakan build                              all outputs of petakan.toml
  petakan lookup Kursk                       what the gazetteer knows of a name
  petakan evaluate kelas.tsv                 how well petakan does on annotated articles
  petakan gazetteer info                     what the gazetteer holds, and from whom

Nothing finer than a town is ever mapped, and nothing is sent anywhere.""",
)

Articles = Annotated[
    list[str],
    typer.Argument(metavar="ARTICLES...", help="Files (.txt, .md), folders of them, or - for standard input."),
]
Ui = Annotated[Literal["id", "en"], typer.Option(help="Language of the page and of place names.")]
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
    corrections: CorrectionFiles = None,
) -> None:
    """Write one HTML page with the map, the sentences and the table of places; it works without a network.

    \b
    Examples:
      petakan map berita.txt
      petakan map articles/ --title "Pemilu 2029" --ui id -o pemilu.html
      petakan map - < berita.txt
    """
    from maps.page import render_page  # noqa: PLC0415 - folium takes 0.3 s that only the page pays

    run = Run(gazetteer, corrections)
    parsed = list(run.geoparse(articles))
    write_atomically(output, render_page(parsed, title=title or page_title(parsed, ui), ui=ui))
    typer.echo(str(output))
    run.finish()


@app.command()
def places(
    articles: Articles,
    form: Annotated[PlacesFormat, typer.Option("--as", help="Format of the output.")] = PlacesFormat.TABLE,
    output: Output = None,
    ui: Ui = "id",
    gazetteer: Own = None,
    corrections: CorrectionFiles = None,
) -> None:
    """List the places of all articles with their counts.

    \b
    Examples:
      petakan places berita.txt
      petakan places articles/ --as geojson -o places.geojson
    """
    run = Run(gazetteer, corrections)
    found = (mention for parsed in run.geoparse(articles) for mention in parsed.mentions)
    text = write_places(list(place_records(tally(found), ui)), form)
    if output is None:
        typer.echo(text, nl=False)
    else:
        write_atomically(output, text)
    run.finish()


@app.command()
def mentions(
    articles: Articles,
    form: Annotated[MentionsFormat, typer.Option("--as", help="Format of the output.")] = MentionsFormat.TABLE,
    gazetteer: Own = None,
    corrections: CorrectionFiles = None,
) -> None:
    """List every mention with its place, article by article, each as soon as it is done.

    \b
    Examples:
      petakan mentions berita.txt
      petakan mentions articles/ --as jsonl > mentions.jsonl
    """
    run = Run(gazetteer, corrections)
    for parsed in run.geoparse(articles):
        sys.stdout.write(write_mentions(parsed, form))
        sys.stdout.flush()
    run.finish()


lookup = app.command()(cli_lookup.lookup)
evaluate = app.command()(cli_evaluate.evaluate)
correct = app.command()(cli_correct.correct)
build = app.command()(cli_build.build)
app.add_typer(cli_gazetteer.gazetteer_app)


class Run:
    """One pass over the articles of a command: errors are told as they come, and the last word is the exit code."""

    def __init__(self, own_gazetteers: list[Path] | None, corrections: list[Path] | None = None) -> None:
        self.failed = False
        self._own_gazetteers = own_gazetteers or []
        self._corrections = corrections or []

    def geoparse(self, named: list[str]) -> Iterator[GeoparsedArticle]:
        """Geoparse what is named; a file that cannot be read is told on standard error, and the rest goes on."""
        files = article_files(named)
        done = 0
        with open_gazetteer(self._own_gazetteers) as gazetteer:
            corrector = corrector_over(gazetteer, self._corrections)
            geoparser = Geoparser.over(gazetteer, corrector)
            for number, article in enumerate(read_articles(files), start=1):
                _show_progress(number, len(files))
                if isinstance(article, ArticleError):
                    self.failed = True
                    _tell(article)
                else:
                    done += 1
                    yield geoparser.geoparse(article)
        self.failed |= tell_problems(corrector)
        if not done:
            raise typer.Exit(1)

    def finish(self) -> None:
        """End the command: exit code 1 if any file could not be read, or a correction not be done."""
        if self.failed:
            raise typer.Exit(1)


def _show_progress(number: int, total: int) -> None:
    """A line that counts, for a person who waits; on a terminal only, and not for a handful of articles."""
    if total > 20 and sys.stderr.isatty():
        end = "\n" if number == total else ""
        sys.stderr.write(f"\r{number}/{total} {'█' * (30 * number // total):30}{end}")


def page_title(parsed: list[GeoparsedArticle], ui: str) -> str:
    """What a page is called that nobody has given a title."""
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
