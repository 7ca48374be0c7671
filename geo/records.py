"""What is told of a place or of a mention outside the library: plain records, public level only.

Every export and the Python interface are made of these two. Positions are those of public places, in decimal degrees
(WGS 84) rounded to 0.01; what is withheld or unresolved has none.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, Literal, TypedDict

from gazetteer.place import Place
from geo.article import Article, Span
from geo.geoparsed import GeoparsedArticle, Unresolved
from geo.mention import Candidate
from geo.policy import PublicMention, Withheld
from geo.tally import PlaceTally, certainty, checked, tally

MAX_ALTERNATIVES: Final = 3
LEAST_ALTERNATIVE: Final = 0.02
"""Probability from which another place is worth a reader's doubt."""


class QuoteRecord(TypedDict):
    """A sentence that mentions a place, on one line, and the article that it is from; the date is ISO 8601."""

    article: str
    title: str
    published: str | None
    url: str | None
    sentence: str


class PlaceRecord(TypedDict):
    """One place with its counts; the dates (ISO 8601) are those of the first and the last article that mention it."""

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
    certainty: str
    disputed: bool
    feature_code: str | None
    first_published: str | None
    last_published: str | None
    spellings: list[str]
    articles: list[str]
    quotes: list[QuoteRecord]


class MentionRecord(TypedDict):
    """One name in an article's text, in code points, and what became of it.

    ``status`` is "mapped"; "withheld" (``reason`` says why); or "unresolved", a likely name that the gazetteer lacks.
    """

    article: str
    title: str
    published: str | None
    url: str | None
    start: int
    end: int
    text: str
    sentence: str
    status: Literal["mapped", "withheld", "unresolved"]
    reason: str | None
    id: str | None
    name: str | None
    level: str | None
    country: str | None
    lon: float | None
    lat: float | None
    usage: str | None
    demonym: bool
    probability: float | None
    certainty: str | None
    rolled_up_from: str | None
    corrected: bool
    alternatives: list[str]


PLACE_COLUMNS: Final = tuple(column for column in PlaceRecord.__annotations__ if column != "quotes")
"""What a table of places holds: all but the sentences, which a table of mentions has."""

MENTION_COLUMNS: Final = tuple(MentionRecord.__annotations__)


def one_line(text: str) -> str:
    """A text with a single space for all white space: a name can be broken over two lines of its article."""
    return " ".join(text.split())


def place_records(parsed: Sequence[GeoparsedArticle], language: str) -> list[PlaceRecord]:
    """Records of the places of all articles, the most mentioned first, named in ``language`` where they have a name."""
    articles = {one.article.id: one.article for one in parsed}
    tallies = tally(mention for one in parsed for mention in one.mentions)
    return [_place(one, articles, language) for one in tallies]


def _place(one: PlaceTally, articles: Mapping[str, Article], language: str) -> PlaceRecord:
    position = one.mentions[0].position
    quotes = list(_quotes(one.mentions, articles))
    days = sorted(quote["published"] for quote in quotes if quote["published"])
    return PlaceRecord(
        id=one.place.id,
        name=one.place.label(language),
        level=one.place.level.value,
        country=one.place.country,
        lon=position.lon,
        lat=position.lat,
        mentions=one.count,
        literal=one.literal,
        associative=one.associative,
        unsure=one.unsure,
        corrected=one.corrected > 0,
        certainty=one.certainty.value,
        disputed=one.place.disputed,
        feature_code=one.place.feature_code,
        first_published=days[0] if days else None,
        last_published=days[-1] if days else None,
        spellings=sorted({one_line(m.text) for m in one.mentions}),
        articles=sorted({m.article_id for m in one.mentions}),
        quotes=quotes,
    )


def _quotes(mentions: Iterable[PublicMention], articles: Mapping[str, Article]) -> Iterator[QuoteRecord]:
    """Each sentence once, in the order of the articles and of their text."""
    for article_id, sentence in dict.fromkeys((m.article_id, m.sentence) for m in mentions):
        article = articles[article_id]
        yield QuoteRecord(
            article=article.id,
            title=article.title,
            published=_iso(article),
            url=article.url,
            sentence=_sentence(article, sentence),
        )


def mention_records(parsed: Iterable[GeoparsedArticle], language: str) -> list[MentionRecord]:
    """Records of all names in the articles, in the order of the articles and of their text."""
    return [record for one in parsed for record in _of_article(one, language)]


def _of_article(one: GeoparsedArticle, language: str) -> list[MentionRecord]:
    records = [
        *(_mapped(one.article, checked(mention), language) for mention in one.mentions),
        *(_unmapped(one.article, name) for name in one.withheld),
        *(_unmapped(one.article, name) for name in one.unresolved),
    ]
    return sorted(records, key=lambda record: (record["start"], record["end"]))


def _mapped(article: Article, mention: PublicMention, language: str) -> MentionRecord:
    others = [a for a in mention.alternatives if a.probability >= LEAST_ALTERNATIVE][:MAX_ALTERNATIVES]
    site = mention.rolled_up_from
    return {
        **_bare(article, mention.span, mention.text, mention.sentence),
        "status": "mapped",
        "id": mention.place.id,
        "name": mention.place.label(language),
        "level": mention.level.value,
        "country": mention.place.country,
        "lon": mention.position.lon,
        "lat": mention.position.lat,
        "usage": mention.usage.value,
        "demonym": mention.demonym,
        "probability": round(mention.probability, 3),
        "certainty": certainty(mention.probability).value,
        "rolled_up_from": None if site is None else one_line(site),
        "corrected": mention.corrected,
        "alternatives": [_alternative(other, language) for other in others],
    }


def _unmapped(article: Article, name: Withheld | Unresolved) -> MentionRecord:
    record = _bare(article, name.span, name.text, name.sentence)
    if isinstance(name, Withheld):
        return {**record, "status": "withheld", "reason": name.reason.value}
    return record


def _bare(article: Article, span: Span, text: str, sentence: Span) -> MentionRecord:
    """A name in the text and nothing more: as it is where the gazetteer lacks it."""
    return {
        "article": article.id,
        "title": article.title,
        "published": _iso(article),
        "url": article.url,
        "start": span.start,
        "end": span.end,
        "text": text,
        "sentence": _sentence(article, sentence),
        "status": "unresolved",
        "reason": None,
        "id": None,
        "name": None,
        "level": None,
        "country": None,
        "lon": None,
        "lat": None,
        "usage": None,
        "demonym": False,
        "probability": None,
        "certainty": None,
        "rolled_up_from": None,
        "corrected": False,
        "alternatives": [],
    }


def _iso(article: Article) -> str | None:
    return None if article.published is None else article.published.isoformat()


def _sentence(article: Article, span: Span) -> str:
    return one_line(article.text[span.start : span.end])


def _alternative(other: Candidate, language: str) -> str:
    return f"{described(other.place, language)} {other.probability:.2f}"


def described(place: Place, language: str) -> str:
    """Name, level and country code: "Georgia (adm1, US)"."""
    return f"{place.label(language)} ({', '.join(filter(None, (place.level.value, place.country)))})"
