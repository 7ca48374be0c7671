"""What the commands that take articles share: their options, and one pass over the articles."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Literal

import typer

from gazetteer.layers import AnyGazetteer, open_gazetteer
from geo.geoparsed import GeoparsedArticle
from geo.mention import Usage
from geo.pipeline import Geoparser
from geo.policy import LEAST
from maps.cli_corrections import corrector_over, tell_problems
from maps.cli_reading import ARTICLES_HELP, Reading

Articles = Annotated[
    list[str],
    typer.Argument(metavar="ARTICLES...", help=ARTICLES_HELP),
]
Ui = Annotated[Literal["id", "en"], typer.Option(help="Language of the words and of place names.")]
AsTableOrJson = Annotated[Literal["table", "json"], typer.Option("--as", help="Format of the output.")]
UsedAs = Annotated[Usage | None, typer.Option("--usage", help="Only mentions that are used so.")]
Own = Annotated[
    list[Path] | None,
    typer.Option("--gazetteer", help="A gazetteer of your own (petakan gazetteer build), over the default one."),
]
Output = Annotated[Path | None, typer.Option("--output", "-o", help="File to write; without it, standard output.")]
Least = Annotated[
    float,
    typer.Option(
        metavar="P", min=0, max=1, help="Leave out mentions less probable than this; unsure ones are below 0.6."
    ),
]


class Run:
    """One pass over the articles of a command: errors are told as they come, and the last word is the exit code."""

    def __init__(
        self,
        own_gazetteers: list[Path] | None,
        reading: Reading,
        *,
        corrections: list[Path] | None = None,
        explained: bool = True,
        least: float = LEAST,
    ) -> None:
        """Of ``explained`` see :meth:`geo.pipeline.Geoparser.over`: what tells no reasons needs none."""
        self._reading = reading
        self._explained = explained
        self._own_gazetteers = own_gazetteers or []
        self._corrections = corrections or []
        self._least = least
        self._is_uncorrected = False

    @property
    def failed(self) -> bool:
        """Whether a file could not be read so far, or a correction not be done."""
        return self._reading.failed > 0 or self._is_uncorrected

    @contextmanager
    def geoparser(self) -> Iterator[tuple[Geoparser, AnyGazetteer]]:
        """The geoparser and the gazetteers it is over; at the end, what corrections could not do is told."""
        with open_gazetteer(self._own_gazetteers) as gazetteer:
            corrector = corrector_over(gazetteer, self._corrections)
            geoparser = Geoparser.over(gazetteer, corrector, explained=self._explained)
            yield replace(geoparser, least=self._least), gazetteer
        self._is_uncorrected |= tell_problems(corrector)

    def geoparse(self, named: list[str]) -> Iterator[GeoparsedArticle]:
        """Geoparse what is named; a file that cannot be read is told on standard error, and the rest goes on."""
        articles = self._reading.articles(named)
        with self.geoparser() as (geoparser, _):
            for number, article in enumerate(articles, start=1):
                _show_progress(number, max(number, self._reading.files))
                yield geoparser.geoparse(article)

    def finish(self) -> None:
        """End the command: exit code 1 if any file could not be read, or a correction not be done."""
        if self.failed:
            raise typer.Exit(1)


def _show_progress(number: int, total: int) -> None:
    """A line that counts, for a person who waits; on a terminal only, and not for a handful of articles."""
    if total > 20 and sys.stderr.isatty():
        end = "\n" if number == total else ""
        sys.stderr.write(f"\r{number}/{total} {'█' * (30 * number // total):30}{end}")
