"""Scores of a geoparser on the gold annotations of tests/gold, as tests and the benchmark need them.

python tests/scoring.py                 the figures, and what is wrong
python tests/scoring.py --update        new floors; lowering one takes --allow-regression as well
"""

import argparse
import csv
import hashlib
import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from geopy.distance import great_circle

from gazetteer.index import Gazetteer
from geo.article import Article
from geo.geoparsed import GeoparsedArticle
from geo.pipeline import Geoparser
from geo.policy import PublicMention
from geo.readers.files import article_files, read_articles

GOLD: Final = Path(__file__).parent / "gold"
FLOORS: Final = GOLD / "floors.json"
EXAMPLES: Final = Path(__file__).parents[1] / "examples"
NEAR_KM: Final = 161.0
"""The field's bound of a right place: 100 miles."""

WIDE_KM: Final = 1500.0
"""Bound for seas, continents and other regions, whose points differ from table to table."""

UNIT_OR_SEAT: Final = {"city", "adm2", "adm1"}
"""Levels that are taken for each other: a unit and its seat mostly share a name, and lie close together."""

Row = dict[str, str]


@dataclass(slots=True)
class Score:
    """Counts over a gold table, and the worst of them as lines to read."""

    found: int = 0
    false: int = 0
    missed: int = 0
    right_place: int = 0
    right_usage: int = 0
    sites: int = 0
    sites_withheld: int = 0
    faults: list[str] = field(default_factory=list)

    def figures(self) -> dict[str, float]:
        """Precision and recall of exact spans; of the found ones, the share of right places and usages; sites."""
        shares = {
            "precision": (self.found, self.found + self.false),
            "recall": (self.found, self.found + self.missed),
            "place": (self.right_place, self.found),
            "usage": (self.right_usage, self.found),
            "sites_withheld": (self.sites_withheld, self.sites),
        }
        return {name: round(part / whole, 4) if whole else 1.0 for name, (part, whole) in shares.items()}


def read_gold(table: str) -> dict[str, list[Row]]:
    """Rows of a gold table by document."""
    rows: defaultdict[str, list[Row]] = defaultdict(list)
    with (GOLD / f"{table}.tsv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            rows[row["doc"]].append(row)
    return rows


def articles_in(folder: Path) -> Iterator[Article]:
    """The articles of a folder, all of which can be read."""
    for article in read_articles(article_files([str(folder)])):
        assert isinstance(article, Article), article
        yield article


def score(geoparser: Geoparser, folder: Path, table: str) -> Score:
    """Score all articles of a folder against a gold table."""
    total = Score()
    gold = read_gold(table)
    for article in articles_in(folder):
        _score_article(total, geoparser.geoparse(article), gold[article.id])
    return total


def _score_article(total: Score, parsed: GeoparsedArticle, rows: list[Row]) -> None:
    by_span = {(int(row["start"]), int(row["end"])): row for row in rows}
    ignored = [span for span, row in by_span.items() if row["kind"] == "ignore"]
    found = {(m.span.start, m.span.end): m for m in parsed.mentions}
    for span, mention in found.items():
        row = by_span.get(span)
        if row is not None and row["kind"] == "place":
            _score_mention(total, parsed, mention, row)
        elif not any(start < span[1] and span[0] < end for start, end in ignored):
            total.false += 1
            total.faults.append(f"false    {_line(parsed, span)}")
    withheld = {(w.span.start, w.span.end) for w in parsed.withheld}
    for span, row in by_span.items():
        if row["kind"] == "place" and span not in found:
            total.missed += 1
            total.faults.append(f"missed   {_line(parsed, span)}")
        if row["kind"] == "facility":
            total.sites += 1
            total.sites_withheld += span in withheld


def _score_mention(total: Score, parsed: GeoparsedArticle, mention: PublicMention, row: Row) -> None:
    span = (mention.span.start, mention.span.end)
    total.found += 1
    if _is_right(mention, row):
        total.right_place += 1
    else:
        chosen = f"{mention.place.name} ({mention.level}, {mention.place.country})"
        total.faults.append(f"place    {_line(parsed, span)}: {chosen}, not {row['name_en']} ({row['level']})")
    if mention.usage == row["usage"]:
        total.right_usage += 1
    else:
        total.faults.append(f"usage    {_line(parsed, span)}: {mention.usage}")


def _is_right(mention: PublicMention, row: Row) -> bool:
    """The same level (units and their seats share names) and the same country or a near point."""
    levels = {mention.level.value, row["level"]}
    if len(levels) > 1 and not levels <= UNIT_OR_SEAT:
        return False
    if row["level"] == "country":
        return mention.place.country == row["country"]
    apart = great_circle((mention.position.lat, mention.position.lon), (float(row["lat"]), float(row["lon"]))).km
    if row["level"] in {"region", "continent"}:
        return bool(apart <= WIDE_KM)
    same_country = mention.place.country == row["country"]
    return bool(same_country and apart <= (WIDE_KM if row["level"] == "adm1" else NEAR_KM))


def _line(parsed: GeoparsedArticle, span: tuple[int, int]) -> str:
    text = parsed.article.text
    around = text[max(0, span[0] - 30) : span[0]] + "[" + text[span[0] : span[1]] + "]" + text[span[1] : span[1] + 20]
    return f"{parsed.article.id}: …{' '.join(around.split())}…"


def digest() -> str:
    """SHA-256 of the example articles and their gold: floors hold for these inputs alone."""
    total = hashlib.sha256()
    for path in [*sorted(EXAMPLES.iterdir()), GOLD / "examples.tsv"]:
        total.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()


def main() -> int:
    """Print the figures and faults of the examples; write them as floors if asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--allow-regression", action="store_true")
    options = parser.parse_args()
    with Gazetteer.open() as gazetteer:
        result = score(Geoparser.over(gazetteer), EXAMPLES, "examples")
    figures = result.figures()
    print("\n".join(sorted(result.faults)))
    print(json.dumps(figures))
    if options.update:
        old = json.loads(FLOORS.read_text("utf-8"))["floors"] if FLOORS.exists() else {}
        lower = [name for name, value in old.items() if figures[name] < value]
        if lower and not options.allow_regression:
            print(f"lower than before: {', '.join(lower)}; add --allow-regression if that is meant", file=sys.stderr)
            return 1
        FLOORS.write_text(json.dumps({"inputs": digest(), "floors": figures}, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
