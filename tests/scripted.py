"""A geoparser that finds what a test tells it to, through the real policy."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from gazetteer.place import Level, LonLat, Place
from geo.article import Article, Span
from geo.evaluation.gold import GoldDocument, GoldKind, GoldMention
from geo.geoparsed import GeoparsedArticle, Unresolved
from geo.mention import Candidate, Facility, Mention, Resolution, Usage
from geo.policy import publish

KUDUS = LonLat(110.84, -6.80)
DEMAK = LonLat(110.64, -6.89)
PARIS = LonLat(2.35, 48.85)


def article(text: str, language: str = "id") -> Article:
    return Article(id="a", title="A", text=text, language=language, source="test")


def place(position: LonLat | None, number: int = 1, level: Level = Level.CITY, country: str = "ID") -> Place:
    name = f"Place {number}"
    return Place(id=f"geonames:{number}", name=name, level=level, country=country, position=position, source="test")


def span_of(text: str, name: str) -> Span:
    start = text.index(name)
    return Span(start, start + len(name))


def gold(text: str, written: str, position: LonLat | None = KUDUS, **more: object) -> GoldMention:
    """A gold mention of the first stretch of a text that is written so."""
    return GoldMention(span=span_of(text, written), text=written, position=position, **more)  # type: ignore[arg-type]


def of_kind(text: str, name: str, kind: GoldKind) -> GoldMention:
    return gold(text, name, None, kind=kind)


@dataclass(frozen=True)
class Scripted:
    """Finds names, each with its place (None: put nowhere), sites and unresolved names."""

    places: Mapping[str, Place | None] = field(default_factory=dict)
    sites: Sequence[str] = ()
    unresolved: Sequence[str] = ()
    usage: Usage = Usage.LITERAL
    probability: float = 0.9

    def geoparse(self, article: Article) -> GeoparsedArticle:
        text = article.text
        resolutions = [self._resolution(article, name, found) for name, found in self.places.items() if name in text]
        facilities = [
            Facility(article_id=article.id, start=at.start, end=at.end, text=name)
            for name, at in ((name, span_of(text, name)) for name in self.sites)
        ]
        mentions, withheld = publish(article, resolutions, facilities)
        unresolved = tuple(
            Unresolved(article_id=article.id, span=span_of(text, name), text=name, sentence=Span(0, len(text)))
            for name in self.unresolved
        )
        return GeoparsedArticle(article=article, mentions=mentions, withheld=withheld, unresolved=unresolved)

    def _resolution(self, article: Article, name: str, found: Place | None) -> Resolution:
        at = span_of(article.text, name)
        mention = Mention(
            article_id=article.id, start=at.start, end=at.end, text=name, usage=self.usage, probability=1.0
        )
        candidates = () if found is None else (Candidate(place=found, probability=self.probability),)
        return Resolution(mention=mention, chosen=next(iter(candidates), None), candidates=candidates)


def document(text: str, *mentions: GoldMention, language: str = "id") -> GoldDocument:
    return GoldDocument(article=article(text, language), mentions=mentions)
