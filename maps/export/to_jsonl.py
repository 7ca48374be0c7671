"""JSON lines: a place on each, or an article with its mentions, as harnesses that score geoparsers read them."""

import json
from typing import Final, TypedDict

from geo.geoparsed import GeoparsedArticle
from geo.policy import PublicMention, Withheld, WithheldReason
from maps.export.records import Findings

_GEONAMES: Final = "geonames:"
_ABOUT_SITES: Final = frozenset({WithheldReason.FACILITY, WithheldReason.ROLLED_UP})


class HarnessRecord(TypedDict):
    """One mention, in code points of its article's text; what is withheld or unplaced has no position."""

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


def write_places(found: Findings) -> str:
    """A record on each line."""
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in found.places)


def write_mentions(found: Findings) -> str:
    """A line ``{"doc": ..., "mentions": [...]}`` for each article."""
    lines = ({"doc": parsed.article.id, "mentions": harness_records(parsed)} for parsed in found.articles)
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


def harness_records(parsed: GeoparsedArticle) -> list[HarnessRecord]:
    """Records of all that was recognized in an article, in the order of its text."""
    records = [_mention(m) for m in parsed.mentions] + [_withheld(w) for w in parsed.withheld]
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
    )


def _withheld(withheld: Withheld) -> HarnessRecord:
    return HarnessRecord(
        start=withheld.span.start,
        end=withheld.span.end,
        text=withheld.text,
        lat=None,
        lon=None,
        geonameid=None,
        id=None,
        name=None,
        level=None,
        country=None,
        usage=None,
        probability=None,
        withheld=withheld.reason in _ABOUT_SITES,
    )
