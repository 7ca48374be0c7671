"""The tables of weights: the hand-set prior, the fitted columns, and the reasons."""

import csv
from importlib.resources import files
from pathlib import Path
from typing import Final

from geo.weights import LANGUAGES

MODELS: Final = ("recognition", "usage", "unresolved", "resolution")
_DIGITS: Final = 2


class WeightTable:
    """One table of ``geo/data``: a row per piece of evidence, with its prior, weights and reason."""

    def __init__(self, model: str) -> None:
        self.path = Path(str(files("geo") / "data" / f"weights_{model}.tsv"))
        with self.path.open(encoding="utf-8", newline="") as lines:
            self.rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))

    @property
    def prior(self) -> dict[str, float]:
        """Hand-set weights by the name of the evidence."""
        return {row["evidence"]: float(row["prior"]) for row in self.rows}

    def move(self, language: str, weights: dict[str, float]) -> None:
        """Move the weights of a language half of the way to fitted ones."""
        self.set(
            language, {row["evidence"]: (float(row[language]) + weights[row["evidence"]]) / 2 for row in self.rows}
        )

    def set(self, language: str, weights: dict[str, float]) -> None:
        """Take over weights of a language."""
        for row in self.rows:
            row[language] = f"{weights[row['evidence']]:.{_DIGITS}f}"

    def write(self) -> None:
        """Write the table where it was read from."""
        columns = ["evidence", "prior", *LANGUAGES, "why"]
        lines = ["\t".join(columns), *("\t".join(row[column] for column in columns) for row in self.rows)]
        self.path.write_text("\n".join(lines) + "\n", encoding="utf-8")
