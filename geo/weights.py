"""Weights of evidence: readable tables, one row per piece of evidence."""

from functools import cache
from importlib.resources import files

from geo.mention import Evidence


@cache
def weights(model: str) -> dict[str, float]:
    """Weights in log-odds by the name of the evidence, from ``geo/data/weights_<model>.tsv``."""
    text = (files("geo") / "data" / f"weights_{model}.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines()[1:] if line)
    return {row[0]: float(row[1]) for row in rows}


def weigh(table: dict[str, float], features: dict[str, float]) -> tuple[Evidence, ...]:
    """The evidence of features (name -> value) under a table of weights; those of no weight are left out.

    Raises:
        KeyError: a feature that the table does not know.
    """
    weighed = (Evidence(name=name, weight=table[name] * value) for name, value in features.items())
    return tuple(evidence for evidence in weighed if evidence.weight)
