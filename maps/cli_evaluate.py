"""The command ``petakan evaluate``: how well petakan does on annotated articles."""

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from gazetteer.errors import GoldError
from geo.mention import Usage
from geo.pipeline import Geoparser
from maps.cli_corrections import CorrectionFiles
from maps.cli_reading import Reading
from maps.cli_run import AsTableOrJson, Output, Own, Run
from maps.output import write_atomically

if TYPE_CHECKING:
    from geo.evaluation.gold import GoldSet
    from maps.export.evaluation import ScoredSet


Gold = Annotated[list[Path], typer.Argument(metavar="GOLD...", help="Gold files, or folders with a gold.json.")]
Texts = Annotated[
    Path | None, typer.Option(help="Folder of the annotated articles; without it, the one named like the table.")
]


def evaluate(
    gold: Gold,
    texts: Texts = None,
    form: AsTableOrJson = "table",
    errors: Annotated[int, typer.Option(metavar="N", min=0, help="Show the N worst errors of each kind.")] = 0,
    language: Annotated[str | None, typer.Option(help="Only articles in this language: id, en.")] = None,
    usage: Annotated[Usage | None, typer.Option(help="Only mentions that are used so.")] = None,
    gazetteer: Own = None,
    corrections: CorrectionFiles = None,
    output: Output = None,
) -> None:
    """Measure petakan on articles in which people have annotated the places.

    GOLD is a table (.tsv: doc, start, end, text, kind, level, country, name_en, lat, lon, usage) whose articles
    lie in the folder of the same name or in --texts; or a corpus as it is published: XML of LGL, TR-News, GeoVirus
    and GeoWebNews, tokens with tags (IDNER, NERGrit); or gold.json beside its texts. A file of corrections is gold
    too, for the names that it corrects.

    Figures: precision, recall and F1 of exact and of overlapping spans, and end to end (overlapping, and at most
    161 km off or of the same GeoNames id); acc@161, mean and median error and AUC; by level and by usage; whether
    probabilities mean what they say (ECE); sites withheld. IDNER and NERGrit have no positions, and count sites as
    places, so withheld ones count as found. IDNER marks places that are used literally only: add --usage literal.

    \b
    Examples:
      petakan evaluate kelas.tsv
      petakan evaluate tests/gold/examples.tsv --texts examples --errors 5
      petakan evaluate corrections.csv --texts articles
      petakan evaluate TR-News.xml idner_dev.txt --as json -o scores.json
    """
    from maps.export.evaluation import evaluation_record  # noqa: PLC0415 - geopy takes time that only this command pays
    from maps.export.evaluation_table import write_evaluation  # noqa: PLC0415

    wish = _Wish(errors=errors, language=language, usage=usage)
    run = Run(gazetteer, Reading(), corrections=corrections, explained=False)
    scored = _scored(gold, texts, wish, run)
    if form == "json":
        records = {one.name: evaluation_record(one) for one in scored}
        text = json.dumps(records, ensure_ascii=False, indent=1) + "\n"
    else:
        text = write_evaluation(scored)
    if output is None:
        typer.echo(text, nl=False)
    else:
        write_atomically(output, text)
    run.finish()


class _Wish(NamedTuple):
    """What is to be scored, and how many errors of each kind are to be shown."""

    errors: int
    language: str | None
    usage: Usage | None


def _scored(gold: list[Path], texts: Path | None, wish: _Wish, run: Run) -> list["ScoredSet"]:
    """The scores of each gold set; broken gold is told before the work."""
    from geo.evaluation.formats import read_gold  # noqa: PLC0415 - see above

    sets = _unique_names([_chosen(read_gold(path, texts), wish.language) for path in gold])
    with run.geoparser() as (geoparser, _):
        return [_score(geoparser, one, wish) for one in sets]


def _chosen(gold: "GoldSet", language: str | None) -> "GoldSet":
    """A set with its documents in one language only, where one is asked for."""
    from geo.evaluation import in_language  # noqa: PLC0415 - see above

    documents = gold.documents if language is None else tuple(in_language(gold.documents, language))
    if not documents:
        found = Counter(document.article.language or "another" for document in gold.documents)
        counts = ", ".join(f"{count} in {name}" for name, count in sorted(found.items())) or "none at all"
        raise GoldError(f"{gold.name}: no article in {language or 'any language'}, but {counts}")
    return replace(gold, documents=documents)


def _unique_names(sets: list["GoldSet"]) -> list["GoldSet"]:
    """Sets with names of their own: the second of a name gets "-2", and so on."""
    seen: Counter[str] = Counter()
    named = []
    for one in sets:
        seen[one.name] += 1
        named.append(one if seen[one.name] == 1 else replace(one, name=f"{one.name}-{seen[one.name]}"))
    return named


def _score(geoparser: Geoparser, gold: "GoldSet", wish: _Wish) -> "ScoredSet":
    from geo.evaluation import judge_all, summarize  # noqa: PLC0415 - see above
    from geo.evaluation.faults import faults  # noqa: PLC0415
    from maps.export.evaluation import ScoredSet  # noqa: PLC0415

    judgments = judge_all(geoparser, gold.documents, usage=wish.usage)
    worst = faults(judgments, wish.errors) if wish.errors else []
    return ScoredSet(name=gold.name, scores=summarize(judgments), faults=worst, left_out=gold.left_out)
