"""The tables of weights, and evidence weighed by them."""

import math
from pathlib import Path

import pytest

import geo
from geo.mention import Evidence
from geo.weights import LANGUAGES, weigh, weights

MODELS = ("recognition", "resolution", "unresolved", "usage")
DATA = Path(geo.__file__).parent / "data"


@pytest.mark.parametrize("model", MODELS)
def test_a_table_names_each_piece_of_evidence_once(model: str) -> None:
    """Every row has a name of its own, a finite weight and a column for the reason."""
    rows = [line.split("\t") for line in (DATA / f"weights_{model}.tsv").read_text("utf-8").splitlines()]
    assert rows[0] == ["evidence", "prior", *LANGUAGES, "why"]
    assert {len(row) for row in rows} == {6}
    names = [row[0] for row in rows[1:]]
    assert len(names) == len(set(names))
    for language in LANGUAGES:
        table = weights(model, language)
        assert list(table) == names
        assert all(math.isfinite(weight) for weight in table.values())


def test_a_language_that_was_not_trained_has_weights_too() -> None:
    assert weights("recognition", None) == weights("recognition", "fr") == weights("recognition", "other")
    assert weights("recognition", "id") != weights("recognition", "en")


def test_a_prior_stands_in_each_table() -> None:
    """Recognition has a bias, resolution a weight for none of the candidates."""
    assert "bias" in weights("recognition", "id")
    assert "none" in weights("resolution", "id")


def test_an_unknown_model_has_no_table() -> None:
    """A model without a table is a mistake in the code and raises."""
    with pytest.raises(FileNotFoundError):
        weights("translation", "id")


def test_evidence_is_weighed() -> None:
    """Weight times value, in the order of the features; what weighs nothing is left out."""
    table = {"near": 2.0, "far": -1.0, "odd": 0.0}
    assert weigh(table, {"far": 1.0, "near": 0.5, "odd": 1.0}) == (
        Evidence(name="far", weight=-1.0),
        Evidence(name="near", weight=1.0),
    )
    assert weigh(table, {"near": 0.0}) == ()


@pytest.mark.parametrize("value", [0.0, 1.0])
def test_an_unknown_feature_is_a_mistake(value: float) -> None:
    """A feature without a weight raises, whatever its value, so that none is forgotten in the table."""
    with pytest.raises(KeyError, match="unheard"):
        weigh({"near": 2.0}, {"unheard": value})
