"""The whole way on articles that the weights have not seen: each fifth with weights fitted to the other four."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from geo.evaluation import judge_all, summarize
from geo.evaluation.judging import Judgment
from geo.evaluation.scores import Scores
from geo.matches import MatchFinder
from geo.pipeline import Geoparser
from geo.recognition import GazetteerRecognizer
from geo.resolution import ArticleResolver
from geo.training.sets import TrainingSet
from geo.weights import LANGUAGES, Weights

WeightsOfFold = Callable[[int], Mapping[tuple[str, str], Mapping[str, float]]]
"""Gives the weights that were fitted without a fold, by model and language."""


def held_out_scores(
    sets: Sequence[TrainingSet], finder: MatchFinder, weights_of: WeightsOfFold, folds: int
) -> Iterator[tuple[str, Scores]]:
    """Scores of each set, article by article with weights that have not seen it."""
    judgments: dict[str, list[Judgment]] = {one.name: [] for one in sets}
    for fold in range(folds):
        looked_up = _lookup(weights_of(fold))
        recognizer = GazetteerRecognizer(finder, looked_up)
        geoparser = Geoparser(recognizer=recognizer, resolver=ArticleResolver(looked_up))
        for one in sets:
            documents = [document for n, document in enumerate(one.documents) if n % folds == fold]
            judgments[one.name] += judge_all(geoparser, documents)
    return ((name, summarize(found)) for name, found in judgments.items())


def _lookup(fitted: Mapping[tuple[str, str], Mapping[str, float]]) -> Weights:
    def weights(model: str, language: str | None) -> Mapping[str, float]:
        return fitted[model, language if language in LANGUAGES else "other"]

    return weights
