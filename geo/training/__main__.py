"""Fits the weights to annotated articles and says how well they do on articles that they have not seen.

    python -m geo.training ../shared/corpora             figures of cross-validation
    python -m geo.training ../shared/corpora --ablate    and what each group of evidence brings
    python -m geo.training ../shared/corpora --held-out  and how well the whole way does on unseen articles
    python -m geo.training ../shared/corpora --write     new weights into geo/data, fitted to all articles

Run by hand; needs the corpora and the project's own articles. Four runs settle it: each weighs the mentions of an
article by each other with the weights of the run before, and goes half of the way to what it finds, as whole steps
would swing to and fro between two sets.
"""

import argparse
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from gazetteer.index import Gazetteer
from geo.evaluation.scores import Scores
from geo.matches import MatchFinder
from geo.recognition import GazetteerRecognizer
from geo.training.fitting import Example, fit
from geo.training.held_out import held_out_scores
from geo.training.recognition import Annotated, recognition_examples, unresolved_examples, usage_examples
from geo.training.resolution import resolution_examples
from geo.training.sets import TrainingSet, training_sets
from geo.training.tables import MODELS, WeightTable
from geo.training.validation import FOLDS, GROUPS, Column, Examples, ablation, cross_validation

STRENGTH: Final = {"recognition": 1.0, "usage": 1.0, "unresolved": 1.0, "resolution": 10.0}
"""How strongly weights are held near their priors: chosen by the log loss of cross-validation."""

SHARED: Final = frozenset({"resolution"})
"""Models of one set of weights for all languages: where places lie is the same in each."""


def main() -> None:
    """Print figures; write weights if asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--ablate", action="store_true")
    parser.add_argument("--held-out", action="store_true")
    options = parser.parse_args()
    sets = list(training_sets(options.corpora, Path(__file__).parents[2]))
    with Gazetteer.open() as gazetteer:
        finder = MatchFinder(gazetteer)
        examples = all_examples(sets, GazetteerRecognizer(finder))
        if options.held_out:
            for name, scores in held_out_scores(sets, finder, partial(weights_without, examples, sets), FOLDS):
                print(f"{name:14} {_headline(scores)}")
    for model in MODELS:
        table = WeightTable(model)
        for column in columns(model, sets):
            report(model, column, examples[model], table.prior, ablate=options.ablate)
            every = [e for name in column.sets for document in examples[model][name] for e in document]
            table.move(column.language, fit(every, table.prior, STRENGTH[model]))
        if model in SHARED:
            for language in ("id", "en"):
                table.set(language, {row["evidence"]: float(row["other"]) for row in table.rows})
        if options.write:
            table.write()


def report(
    model: str, column: Column, examples: dict[str, list[list[Example]]], prior: dict[str, float], *, ablate: bool
) -> None:
    """Print how a column of weights does on articles that it has not seen."""
    print(f"\n{model}, weights for {column.language}: {FOLDS} folds")
    for line in cross_validation(examples, column, prior, STRENGTH[model]):
        print(line)
    if ablate:
        for line in ablation(examples, column, prior, STRENGTH[model], GROUPS[model]):
            print(line)


def weights_without(
    examples: Examples, sets: Sequence[TrainingSet], fold: int
) -> dict[tuple[str, str], dict[str, float]]:
    """Weights by model and language, fitted to all articles but those of a fold."""
    fitted = {}
    for model in MODELS:
        prior = WeightTable(model).prior
        for column in columns(model, sets):
            seen = [
                e for name in column.sets for n, d in enumerate(examples[model][name]) if n % FOLDS != fold for e in d
            ]
            fitted[model, column.language] = fit(seen, prior, STRENGTH[model])
        if model in SHARED:
            fitted |= {(model, language): fitted[model, "other"] for language in ("id", "en")}
    return fitted


def _headline(scores: Scores) -> str:
    exact, end_to_end = scores.headline.exact, scores.headline.end_to_end
    return (
        f"exact {exact.precision:.3f} {exact.recall:.3f} {exact.f1:.3f}, end to end {end_to_end.f1:.3f}, "
        f"calibration error {(scores.calibration.error if scores.calibration else 0.0):.3f}"
    )


def all_examples(sets: Sequence[TrainingSet], recognizer: GazetteerRecognizer) -> Examples:
    """The examples of all models."""
    found: Examples = {model: {one.name: [] for one in sets} for model in MODELS}
    for one in sets:
        for document in one.documents:
            annotated = Annotated(document, one, recognizer)
            found["recognition"][one.name].append(list(recognition_examples(annotated)))
            found["usage"][one.name].append(list(usage_examples(annotated)))
            found["unresolved"][one.name].append(list(unresolved_examples(annotated)))
            found["resolution"][one.name].append(list(resolution_examples(document, recognizer)))
    return found


def columns(model: str, sets: Sequence[TrainingSet]) -> Iterator[Column]:
    """The columns to fit: one per language, and one for other languages from all of them."""
    if model not in SHARED:
        for language in ("id", "en"):
            yield Column(language, tuple(one.name for one in sets if one.language == language))
    yield Column("other", tuple(one.name for one in sets))


if __name__ == "__main__":
    main()
