"""Mentions as JSON lines, one line per article, or as a table to read."""

import json
from collections.abc import Sequence
from enum import StrEnum

from geo.geoparse import GeoparsedArticle
from maps.export.records import MentionRecord, mention_records, one_line


class MentionsFormat(StrEnum):
    """How ``petakan mentions`` writes."""

    TABLE = "table"
    JSONL = "jsonl"


def write_mentions(parsed: GeoparsedArticle, form: MentionsFormat) -> str:
    """One article's mentions: a JSON line ``{"doc": ..., "mentions": [...]}``, or a headed table."""
    records = mention_records(parsed)
    if form is MentionsFormat.JSONL:
        return json.dumps({"doc": parsed.article.id, "mentions": records}, ensure_ascii=False) + "\n"
    return f"{parsed.article.id}: {parsed.article.title}\n{_table(records)}"


def _table(records: Sequence[MentionRecord]) -> str:
    return "".join(f"  {r['start']:>6}-{r['end']:<6} {one_line(r['text']):<28} {_meaning(r)}\n" for r in records)


def _meaning(record: MentionRecord) -> str:
    if record["withheld"]:
        return "withheld: a site, never mapped"
    if record["lon"] is None:
        return "unsure: no place chosen"
    where = f"{record['name']} ({record['level']}, {record['country'] or '-'})"
    by_hand = "  corrected" if record["corrected"] else ""
    return f"{where}  {record['usage']}  {record['probability']:.2f}{by_hand}"
