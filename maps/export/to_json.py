"""JSON: a list of records."""

import json
from collections.abc import Sequence

from maps.export.records import Findings, MentionRecord, PlaceRecord


def write_places(found: Findings) -> str:
    """The places with their sentences."""
    return _json(found.places)


def write_mentions(found: Findings) -> str:
    """All names in the articles."""
    return _json(found.mentions)


def _json(records: Sequence[PlaceRecord] | Sequence[MentionRecord]) -> str:
    return json.dumps(records, ensure_ascii=False, indent=1) + "\n"
