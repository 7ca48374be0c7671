"""Our figures are those of the benchmark that all geoparsers are compared with, where it is beside the repository."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from gazetteer.index import Gazetteer
from geo.evaluation import judge_all, summarize
from geo.evaluation.formats import read_gold
from geo.evaluation.judging import Judgment
from geo.evaluation.metrics import Retrieval
from geo.pipeline import Geoparser
from maps.export.to_jsonl import harness_records

CORPORA = {"trnews": "TR-News.xml", "geovirus": "GeoVirus.xml", "idner-dev": "idner_dev.txt"}


@pytest.fixture(scope="module")
def bench(shared: Path) -> ModuleType:
    path = shared / "bench" / "geobench.py"
    if not path.exists():
        pytest.skip(f"{path} is not here")
    spec = importlib.util.spec_from_file_location("geobench", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def predictions(judgments: list[Judgment], *, sites: bool) -> dict[str, list[dict[str, object]]]:
    """What ``petakan mentions --as jsonl`` writes of each article."""
    return {
        one.parsed.article.id: [
            dict(r) for r in harness_records(one.parsed) if (sites or not r["withheld"]) and not r["unresolved"]
        ]
        for one in judgments
    }


def agrees(ours: Retrieval, theirs: dict[str, float]) -> bool:
    return (ours.right, ours.found, ours.wanted) == (theirs["tp"], theirs["pred"], theirs["gold"])


@pytest.mark.parametrize("name", CORPORA)
def test_counts_and_distances_agree(gazetteer: Gazetteer, shared: Path, bench: ModuleType, name: str) -> None:
    file, load, has_positions = bench.CORPORA[name]
    path = shared / "corpora" / file
    gold = read_gold(path)
    their_gold = load(path)
    assert [document.article.text for document in gold.documents] == [text for text, _, _ in their_gold.values()]
    judgments = judge_all(Geoparser.over(gazetteer), gold.documents)
    scores = summarize(judgments)
    theirs = bench.score_corpus(
        {document: mentions for document, (_, mentions, _) in their_gold.items()},
        predictions(judgments, sites=not has_positions),
    )
    assert agrees(scores.headline.exact, theirs["exact"]["recognition"])
    assert agrees(scores.headline.overlap, theirs["overlap"]["recognition"])
    assert (scores.distances is not None) == has_positions
    if scores.distances is not None:
        assert agrees(scores.headline.end_to_end, theirs["overlap"]["end_to_end"])
        resolution = theirs["overlap"]["resolution"]
        ours = scores.distances
        assert ours.recognized == resolution["recognised"]
        assert ours.accuracy == pytest.approx(resolution["acc161"], abs=1e-4)
        assert ours.mean_km == pytest.approx(resolution["mean_km"], abs=0.1)
        assert ours.median_km == pytest.approx(resolution["median_km"], abs=0.1)
        assert ours.auc == pytest.approx(resolution["auc"], abs=1e-4)
