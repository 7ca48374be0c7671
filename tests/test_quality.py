"""Floors under the quality of recognition, resolution and usage."""

import json
from pathlib import Path

import pytest
import scoring

from gazetteer.index import Gazetteer
from geo.article import Article
from geo.pipeline import Geoparser
from geo.policy import WithheldReason
from geo.readers.files import article_files, read_articles


@pytest.fixture(scope="module")
def geoparser(gazetteer: Gazetteer) -> Geoparser:
    return Geoparser.over(gazetteer)


@pytest.fixture(scope="module", params=scoring.TEXTS)
def name(request: pytest.FixtureRequest) -> str:
    if not scoring.is_here(request.param):
        pytest.skip(f"the articles of {request.param} are not here")
    return str(request.param)


@pytest.fixture(scope="module")
def outcome(geoparser: Geoparser, name: str) -> scoring.Outcome:
    return scoring.score(geoparser, name)


def test_a_set_scores_no_less_than_its_floors(outcome: scoring.Outcome, name: str) -> None:
    kept = scoring.read_floors()[name]
    assert kept.inputs == scoring.digest(name), f"{name} or its gold changed: python tests/scoring.py --update"
    assert not scoring.lower(outcome.figures(), kept), outcome.lines()


def test_no_mention_is_mapped_within_a_site(outcome: scoring.Outcome) -> None:
    assert outcome.scores.sites is not None
    assert outcome.scores.sites.mapped == 0, outcome.lines()


def test_no_site_of_the_five_articles_is_mapped_and_its_town_is(geoparser: Geoparser, shared: Path) -> None:
    files = article_files([str(shared / "articles")])
    parsed = {a.id: geoparser.geoparse(a) for a in read_articles(files) if isinstance(a, Article)}
    article = parsed["003_7817096d7709afe3"]
    rolled = [w for w in article.withheld if w.reason is WithheldReason.ROLLED_UP]
    assert [w.text for w in rolled] == ["Kompleks Mesin Ryongsong"]
    assert [m.text for m in article.mentions if m.rolled_up_from] == ["Hamhung"]


@pytest.fixture
def floors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The floors of the examples alone, in a file of the test's own."""
    path = tmp_path / "floors.json"
    monkeypatch.setattr(scoring, "FLOORS", path)
    monkeypatch.setattr(scoring, "TEXTS", {"examples": scoring.EXAMPLES})
    return path


def update(monkeypatch: pytest.MonkeyPatch, *options: str) -> int:
    monkeypatch.setattr("sys.argv", ["scoring.py", "--update", *options])
    return scoring.main()


def test_a_floor_is_lowered_on_request_only(floors: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    higher = {"examples": {"inputs": "", "floors": {"recall": 1.01}}, "elsewhere": {"inputs": "x", "floors": {}}}
    floors.write_text(json.dumps(higher), encoding="utf-8")
    assert update(monkeypatch) == 1
    assert json.loads(floors.read_text("utf-8")) == higher
    assert update(monkeypatch, "--allow-regression") == 0
    written = json.loads(floors.read_text("utf-8"))
    assert written["examples"]["inputs"] == scoring.digest("examples")
    assert written["examples"]["floors"]["recall"] <= 1
    assert written["elsewhere"] == higher["elsewhere"]
    assert update(monkeypatch) == 0
