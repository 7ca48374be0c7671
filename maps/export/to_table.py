"""Places and mentions as tables to read in a terminal."""

from collections.abc import Sequence
from typing import Final

from maps.export.records import Findings, PlaceRecord, one_line
from maps.export.to_jsonl import HarnessRecord, harness_records

_FIRST_NUMBER: Final = 3
"""Index of the first column of the table of places that is aligned to the right."""


def write_places(found: Findings) -> str:
    """A line for each place, the most mentioned first."""
    rows = [("place", "level", "country", "mentions", "lon", "lat")]
    rows += (_row(record) for record in found.places)
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    return "".join(_line(row, widths) for row in rows)


def _row(record: PlaceRecord) -> tuple[str, str, str, str, str, str]:
    lon, lat = f"{record['lon']:.2f}", f"{record['lat']:.2f}"
    name, country = one_line(record["name"]), record["country"] or ""
    return name, record["level"], country, str(record["mentions"]), lon, lat


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    cells = enumerate(zip(row, widths, strict=True))
    aligned = (cell.ljust(width) if i < _FIRST_NUMBER else cell.rjust(width) for i, (cell, width) in cells)
    return "  ".join(aligned).rstrip() + "\n"


def write_mentions(found: Findings) -> str:
    """A headed block for each article, with a line for each name under the name that its source gives it."""
    blocks = []
    for parsed in found.articles:
        lines = (
            f"  {one['start']:>6}-{one['end']:<6} {one_line(one['text']):<28} {_meaning(one)}\n"
            for one in harness_records(parsed)
        )
        blocks.append(f"{parsed.article.id}: {one_line(parsed.article.title)}\n{''.join(lines)}")
    return "".join(blocks)


def _meaning(record: HarnessRecord) -> str:
    if record["withheld"]:
        return "withheld: a site, never mapped"
    if record["unresolved"]:
        return "unresolved: not in the gazetteer"
    if record["lon"] is None:
        return "unsure: no place chosen"
    where = f"{record['name']} ({record['level']}, {record['country'] or '-'})"
    by_hand = "  corrected" if record["corrected"] else ""
    return f"{where}  {record['usage']}  {record['probability']:.2f}{by_hand}"
