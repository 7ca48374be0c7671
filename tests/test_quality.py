"""Floors under the quality of recognition, resolution and usage."""

import json
from pathlib import Path

import pytest
import scoring

from gazetteer.index import Gazetteer
from geo.pipeline import Geoparser
from geo.policy import WithheldReason


@pytest.fixture(scope="module")
def geoparser(gazetteer: Gazetteer) -> Geoparser:
    return Geoparser.over(gazetteer)


def test_the_examples_score_no_less_than_their_floors(geoparser: Geoparser) -> None:
    kept = json.loads(scoring.FLOORS.read_text("utf-8"))
    assert kept["inputs"] == scoring.digest(), "examples or gold changed: python tests/scoring.py --update"
    result = scoring.score(geoparser, scoring.EXAMPLES, "examples")
    figures = result.figures()
    lower = {name: (figures[name], floor) for name, floor in kept["floors"].items() if figures[name] < floor}
    assert not lower, "\n".join(result.faults)


def test_five_published_articles_are_mapped_as_annotated(geoparser: Geoparser, shared: Path) -> None:
    result = scoring.score(geoparser, shared / "articles", "news5")
    figures = result.figures()
    assert figures["precision"] >= 0.97, result.faults
    assert figures["recall"] >= 0.97, result.faults
    assert figures["place"] == 1.0, result.faults
    assert figures["usage"] >= 0.9, result.faults


def test_no_site_of_the_five_articles_is_mapped_and_its_town_is(geoparser: Geoparser, shared: Path) -> None:
    parsed = {a.id: geoparser.geoparse(a) for a in scoring.articles_in(shared / "articles")}
    article = parsed["003_7817096d7709afe3"]
    rolled = [w for w in article.withheld if w.reason is WithheldReason.ROLLED_UP]
    assert [w.text for w in rolled] == ["Kompleks Mesin Ryongsong"]
    assert [m.text for m in article.mentions if m.rolled_up_from] == ["Hamhung"]
