"""What an export says of a place or of a mention: plain records, public level only."""

from collections.abc import Iterable, Iterator
from typing import TypedDict

from geo.geoparse import GeoparsedArticle
from geo.policy import PublicMention, Withheld, WithheldReason
from maps.tally import PlaceTally

_GEONAMES = "geonames:"
_ABOUT_SITES = frozenset({WithheldReason.FACILITY, WithheldReason.ROLLED_UP})


class PlaceRecord(TypedDict):
    """One place with its counts; position in decimal degrees."""

    id: str
    name: str
    level: str
    country: str | None
    lon: float
    lat: float
    mentions: int
    literal: int
    associative: int
    unsure: int
    corrected: bool
    spellings: list[str]
    articles: list[str]


class MentionRecord(TypedDict):
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
    demonym: bool
    withheld: bool
    corrected: bool


def one_line(text: str) -> str:
    """A text with a single space for all white space: a name can be broken over two lines of its article."""
    return " ".join(text.split())


def place_records(tallies: Iterable[PlaceTally], language: str) -> Iterator[PlaceRecord]:
    """Records of places, named in ``language`` where they have a name in it."""
    for tally in tallies:
        position = tally.mentions[0].position
        yield PlaceRecord(
            id=tally.place.id,
            name=tally.place.label(language),
            level=tally.place.level.value,
            country=tally.place.country,
            lon=position.lon,
            lat=position.lat,
            mentions=tally.count,
            literal=tally.literal,
            associative=tally.associative,
            unsure=tally.unsure,
            corrected=tally.corrected > 0,
            spellings=sorted({one_line(m.text) for m in tally.mentions}),
            articles=sorted({m.article_id for m in tally.mentions}),
        )


def mention_records(parsed: GeoparsedArticle) -> list[MentionRecord]:
    """Records of all that was recognised in an article, in the order of its text."""
    records = [_mention(m) for m in parsed.mentions] + [_withheld(w) for w in parsed.withheld]
    return sorted(records, key=lambda r: (r["start"], r["end"]))


def _mention(mention: PublicMention) -> MentionRecord:
    place = mention.place
    return MentionRecord(
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
        demonym=mention.demonym,
        withheld=False,
        corrected=mention.corrected,
    )


def _withheld(withheld: Withheld) -> MentionRecord:
    return MentionRecord(
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
        demonym=False,
        withheld=withheld.reason in _ABOUT_SITES,
        corrected=False,
    )
