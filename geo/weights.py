"""Weights of evidence: readable tables, one row per piece of evidence, a column per language."""

from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Final

from geo.mention import Evidence

LANGUAGES: Final = ("id", "en", "other")
"""Columns of weights: Indonesian, English, and any other or unknown language."""


Weights = Callable[[str, str | None], Mapping[str, float]]
"""Gives the weights of a model ("recognition") in a language, in log-odds by the name of the evidence."""


@cache
def weights(model: str, language: str | None) -> Mapping[str, float]:
    """Weights in log-odds by the name of the evidence, from ``geo/data/weights_<model>.tsv``.

    ``language`` is the article's; one that no weights were trained for gets those for any other language.
    """
    text = (files("geo") / "data" / f"weights_{model}.tsv").read_text("utf-8")
    head, *rows = (line.split("\t") for line in text.splitlines() if line)
    column = head.index(language if language in LANGUAGES else "other")
    return MappingProxyType({row[0]: float(row[column]) for row in rows})


def weigh(table: Mapping[str, float], features: Mapping[str, float]) -> tuple[Evidence, ...]:
    """The evidence of features (name -> value) under a table of weights; those of no weight are left out.

    Raises:
        KeyError: a feature that the table does not know.
    """
    return tuple([Evidence(name, weight) for name, value in features.items() if (weight := table[name] * value)])
