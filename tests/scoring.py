"""Floors under the scores on the gold annotations of tests/gold, as tests and the benchmark need them.

python tests/scoring.py                 the figures beside their floors, and what is wrong
python tests/scoring.py --update        new floors; lowering one takes --allow-regression as well

A set whose articles are not here keeps the floors that it has.
"""

import argparse
import hashlib
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from gazetteer.index import Gazetteer
from geo.evaluation import judge_all, summarize
from geo.evaluation.faults import Fault, FaultKind, faults
from geo.evaluation.formats import read_gold
from geo.evaluation.metrics import Share
from geo.evaluation.scores import Scores
from geo.pipeline import Geoparser

ROOT: Final = Path(__file__).parents[1]
GOLD: Final = ROOT / "tests" / "gold"
FLOORS: Final = GOLD / "floors.json"
EXAMPLES: Final = ROOT / "examples"
TEXTS: Final[Mapping[str, Path]] = {
    "articles": GOLD / "articles",
    "examples": EXAMPLES,
    "languages": GOLD / "languages",
    "news5": ROOT.parent / "shared" / "articles",
}
"""The folder of each set's texts; its table is ``tests/gold/SET.tsv``."""

Figures = dict[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Floor:
    """The least that a set's figures may be, and the digest of the inputs that they hold for."""

    inputs: str
    floors: Figures


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A set's figures, and what is wrong."""

    scores: Scores
    faults: Sequence[Fault]

    def figures(self) -> Figures:
        """Exact precision and recall, end to end F1; shares of right places, usages and withheld sites, 0..1.

        What the gold does not say has no figure.
        """
        scores = self.scores
        told = [usage.told for usage in scores.usages]
        shares = {
            "precision": scores.headline.exact.precision,
            "recall": scores.headline.exact.recall,
            "end_to_end_f1": scores.headline.end_to_end.f1,
            "place": scores.same_place.value,
            "usage": Share(sum(one.part for one in told), sum(one.whole for one in told)).value,
            "sites_withheld": None if scores.sites is None else scores.sites.exact.value,
            "unresolved": None if scores.unresolved is None else scores.unresolved.recall,
        }
        return {name: round(value, 4) for name, value in shares.items() if value is not None}

    def lines(self) -> str:
        """The faults as lines to read, those told already by another kind left out."""
        return "\n".join(
            f"{one.kind}  {one.count} x {one.text}: {one.chosen}, is {one.gold}  {one.article_id}: {one.sentence}"
            for one in self.faults
            if one.kind is not FaultKind.OVERCONFIDENT
        )


def is_here(name: str) -> bool:
    """Whether a set's table and texts are on this machine."""
    return TEXTS[name].is_dir() and (GOLD / f"{name}.tsv").exists()


def score(geoparser: Geoparser, name: str) -> Outcome:
    """Score a set."""
    documents = read_gold(GOLD / f"{name}.tsv", TEXTS[name]).documents
    judgments = judge_all(geoparser, documents)
    return Outcome(scores=summarize(judgments), faults=faults(judgments))


def digest(name: str) -> str:
    """SHA-256 of a set's articles and gold: floors hold for these inputs alone."""
    total = hashlib.sha256()
    for path in [*sorted(TEXTS[name].iterdir()), GOLD / f"{name}.tsv"]:
        total.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()


def read_floors() -> dict[str, Floor]:
    """The floors of each set."""
    kept = json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
    return {name: Floor(**one) for name, one in kept.items()}


def lower(figures: Figures, floor: Floor | None) -> dict[str, tuple[float, float]]:
    """Figures below their floors, each with its floor; a figure that is gone counts as 0."""
    floors = {} if floor is None else floor.floors
    return {name: (figures.get(name, 0.0), least) for name, least in floors.items() if figures.get(name, 0.0) < least}


def main() -> int:
    """Print the figures and faults of all sets that are here; write the figures as floors if asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--allow-regression", action="store_true")
    options = parser.parse_args()
    kept = read_floors()
    floors = dict(kept)
    regressed = False
    with Gazetteer.open() as gazetteer:
        geoparser = Geoparser.over(gazetteer)
        for name in filter(is_here, TEXTS):
            outcome = score(geoparser, name)
            figures = outcome.figures()
            below = lower(figures, kept.get(name))
            regressed |= bool(below)
            floors[name] = Floor(inputs=digest(name), floors=figures)
            print(f"{outcome.lines()}\n{name}: {json.dumps(figures)}")
            for figure, (value, least) in below.items():
                print(f"{name}: {figure} is {value}, below its floor of {least}", file=sys.stderr)
    if not options.update:
        return 0
    if regressed and not options.allow_regression:
        print("not written; add --allow-regression if the lower floors are meant", file=sys.stderr)
        return 1
    written = {name: {"inputs": one.inputs, "floors": one.floors} for name, one in sorted(floors.items())}
    FLOORS.write_text(json.dumps(written, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
