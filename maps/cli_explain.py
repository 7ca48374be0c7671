"""The command ``petakan explain``: why each name was put where it was, and why others were not."""

import json
import sys
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from gazetteer.errors import ArticleError
from gazetteer.names import fold
from geo.article import Article
from geo.pipeline import Geoparser
from maps.cli_corrections import CorrectionFiles
from maps.cli_reading import Reading
from maps.cli_run import AsTableOrJson, Own, Run

if TYPE_CHECKING:
    from geo.not_places import SecondReader
    from maps.export.explanation import ExplanationRecord, NameRecord


def explain(
    article: Annotated[
        str, typer.Argument(metavar="ARTICLE", help="An article in any format that petakan reads, or -.")
    ],
    mention: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Only the names with these words, taken for a place or not.")
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Also the names that were not taken for places.")] = False,
    ui: Annotated[Literal["id", "en"], typer.Option(help="Language of the sentences and of place names.")] = "id",
    form: AsTableOrJson = "table",
    gazetteer: Own = None,
    corrections: CorrectionFiles = None,
) -> None:
    """Explain each place name of an article: the place, how sure that is, why, and why no other.

    \b
    Examples:
      petakan explain berita.txt
      petakan explain berita.txt --mention Washington
      petakan explain berita.txt --all --ui en --as json
    """
    from geo.not_places import SecondReader  # noqa: PLC0415 - start-up of the other commands
    from maps.export.explanation_table import explanation_table  # noqa: PLC0415

    reading = Reading()
    run = Run(gazetteer, reading, corrections=corrections)
    with run.geoparser() as (geoparser, places):
        second = SecondReader(places)
        records = [_explained(one, geoparser, second, ui) for one in reading.articles([article])]
    if mention is not None:
        records = _with_words(records, mention)
    elif not everything:
        records = [{**record, "not_places": []} for record in records]
    if form == "json":
        sys.stdout.write(json.dumps(records, ensure_ascii=False, indent=1) + "\n")
    else:
        sys.stdout.write("\n".join(map(explanation_table, records)))
    run.finish()


def _explained(article: Article, geoparser: Geoparser, second: "SecondReader", ui: str) -> "ExplanationRecord":
    from maps.export.explanation import explanation  # noqa: PLC0415

    parsed = geoparser.geoparse(article)
    unresolved = [one.span for one in parsed.unresolved]
    return explanation(article, parsed.mentions, parsed.withheld, unresolved, second.read(article), ui)


def _with_words(records: "list[ExplanationRecord]", wanted: str) -> "list[ExplanationRecord]":
    """The records with only the names that hold the words ``wanted``, however they are spelt.

    Raises:
        ArticleError: there is no such name in any of the articles.
    """
    words = f" {fold(wanted)} "
    kept: list[ExplanationRecord] = []
    for record in records:
        chosen: ExplanationRecord = {
            **record,
            "mentions": [one for one in record["mentions"] if _holds(one, words)],
            "withheld": [one for one in record["withheld"] if _holds(one, words)],
            "unresolved": [one for one in record["unresolved"] if _holds(one, words)],
            "not_places": [one for one in record["not_places"] if _holds(one, words)],
        }
        if chosen["mentions"] or chosen["withheld"] or chosen["unresolved"] or chosen["not_places"]:
            kept.append(chosen)
    if not kept:
        articles = ", ".join(record["article"] for record in records)
        name = " ".join(wanted.split())
        raise ArticleError(f"{articles}: no name with the words {name!r}; see all with --all, without --mention")
    return kept


def _holds(name: "NameRecord", words: str) -> bool:
    return words in f" {fold(name['text'])} "
