"""JSON lines: a place on each, or an article with its mentions, as harnesses that score geoparsers read them.

Names of peoples and their adjectives ("Russian") stand apart, as ``demonyms``: they are found and placed like place
names, but some take them for place names and some do not.
"""

import json
from typing import Any, Final, TypedDict

from geo.geoparsed import GeoparsedArticle, Unresolved
from geo.policy import SITE_REASONS, PublicMention, Withheld
from geo.tally import checked
from maps.export.records import Findings

_GEONAMES: Final = "geonames:"


class HarnessRecord(TypedDict):
    """One mention, in code points of its article's text; what is withheld, unplaced or unresolved has no position."""

    start: int
    end: int
    text: str
    lat: float | None
    lon: float | None
    geonameid: int | None
    id: str | None
    name: str | None
    level: str | None
    country: str | None
    usage: str | None
    probability: float | None
    withheld: bool
    unresolved: bool
    corrected: bool


def write_places(found: Findings) -> str:
    """A record on each line."""
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in found.places)


def write_mentions(found: Findings) -> str:
    """A line ``{"doc": ..., "mentions": [...], "demonyms": [...]}`` for each article."""
    return "".join(json.dumps(_line(parsed), ensure_ascii=False) + "\n" for parsed in found.articles)


def _line(parsed: GeoparsedArticle) -> dict[str, Any]:
    records = harness_records(parsed)
    demonyms = {(one.span.start, one.span.end) for one in parsed.mentions if one.demonym}
    return {
        "doc": parsed.article.id,
        "mentions": [record for record in records if (record["start"], record["end"]) not in demonyms],
        "demonyms": [record for record in records if (record["start"], record["end"]) in demonyms],
    }


def harness_records(parsed: GeoparsedArticle) -> list[HarnessRecord]:
    """Records of all that was recognized in an article, in the order of its text.

    Raises:
        PolicyError: a mention has not passed the public-level policy.
    """
    records = [_mention(checked(m)) for m in parsed.mentions]
    records += (_unplaced(w, withheld=w.reason in SITE_REASONS) for w in parsed.withheld)
    records += (_unplaced(u, unresolved=True) for u in parsed.unresolved)
    return sorted(records, key=lambda r: (r["start"], r["end"]))


def _mention(mention: PublicMention) -> HarnessRecord:
    place = mention.place
    return HarnessRecord(
        start=mention.span.start,
        end=mention.span.end,
        text=mention.text,
        lat=mention.position.lat,
        lon=mention.position.lon,
        geonameid=int(place.id.removeprefix(_GEONAMES)) if place.id.startswith(_GEONAMES) else None,
        id=place.id,
        name=place.name,
        level=place.level.value,
        country=place.country,
        usage=mention.usage.value,
        probability=round(mention.probability, 3),
        withheld=False,
        unresolved=False,
        corrected=mention.corrected,
    )


def _unplaced(name: Withheld | Unresolved, *, withheld: bool = False, unresolved: bool = False) -> HarnessRecord:
    return HarnessRecord(
        start=name.span.start,
        end=name.span.end,
        text=name.text,
        lat=None,
        lon=None,
        geonameid=None,
        id=None,
        name=None,
        level=None,
        country=None,
        usage=None,
        probability=None,
        withheld=withheld,
        unresolved=unresolved,
        corrected=False,
    )
