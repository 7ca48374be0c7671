"""The JSON block of the page: every word that the script shows travels in it, and is shown as text only."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from gazetteer.place import Level, Place
from geo.article import Article
from geo.geoparsed import GeoparsedArticle
from geo.mention import Usage
from geo.policy import PublicMention
from geo.tally import UNSURE_BELOW, PlaceTally
from maps.basemap import BaseMap
from maps.page.markup import Markup
from maps.page.words import Words

SURE_FROM: Final = 0.9
"""A mention counts as sure from this probability on; below it as likely, down to UNSURE_BELOW."""

MAX_ALTERNATIVES: Final = 3
LEAST_ALTERNATIVE: Final = 0.02
"""Probability from which another place is worth a reader's doubt."""

WATERS: Final = frozenset({"BAY", "CHN", "GULF", "OCN", "SEA", "STRT"})
"""GeoNames' feature codes of regions that are water."""

_ESCAPES: Final = str.maketrans(
    {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
)


class Atlas:
    """What the page calls places: names, levels and countries, in one language."""

    def __init__(self, base_map: BaseMap, words: Words) -> None:
        self.base_map = base_map
        self.words = words

    def name(self, place: Place) -> str:
        """The place's name for readers."""
        return place.label(self.words.language)

    def level(self, place: Place) -> str:
        """The word for how large it is."""
        is_water = place.level is Level.REGION and place.feature_code in WATERS
        return self.words("level.sea" if is_water else f"level.{place.level}")

    def country(self, place: Place) -> str:
        """The name of its country; its code where the code is unknown, empty where it has none."""
        if place.country is None:
            return ""
        found = self.base_map.countries.get(place.country)
        return place.country if found is None else found.name(self.words.language)

    def described(self, place: Place) -> str:
        """Name, level and country: "Kursk (kota, Rusia)"."""
        country = "" if place.level is Level.COUNTRY else self.country(place)
        return f"{self.name(place)} ({', '.join(filter(None, (self.level(place), country)))})"


class _Table:
    """Values that are used again and again, each kept once and named by its number."""

    def __init__(self) -> None:
        self.numbers: dict[Any, int] = {}

    def number(self, value: Any) -> int:
        return self.numbers.setdefault(value, len(self.numbers))


class _Content:
    def __init__(self, articles: Sequence[GeoparsedArticle], atlas: Atlas) -> None:
        self.articles: Mapping[str, tuple[int, Article]] = {
            one.article.id: (number, one.article) for number, one in enumerate(articles)
        }
        self.atlas = atlas
        self.sentences = _Table()
        self.names = _Table()

    def place(self, one: PlaceTally, known: Mapping[str, Place]) -> dict[str, Any]:
        place, atlas = one.place, self.atlas
        assert place.position is not None  # a PublicMention has one
        return {
            "name": atlas.name(place),
            "level": place.level.value,
            "word": atlas.level(place),
            "within": _within(place, known, atlas),
            "iso": place.country if place.level is Level.COUNTRY else None,
            "lon": place.position.lon,
            "lat": place.position.lat,
            "radius": place.radius_km,
            "disputed": place.disputed,
            "count": one.count,
            "literal": one.literal,
            "associative": one.associative,
            "unsure": one.unsure,
            "mentions": [self.mention(mention) for mention in one.mentions],
        }

    def mention(self, mention: PublicMention) -> list[Any]:
        """[sentence, start, end, associative, certainty, rolled-up name or -1, alternatives]."""
        number, article = self.articles[mention.article_id]
        sentence = mention.sentence
        shown = article.text[sentence.start : sentence.end]
        start, end = (_utf16(shown, at - sentence.start) for at in (mention.span.start, mention.span.end))
        others = [a for a in mention.alternatives if a.probability >= LEAST_ALTERNATIVE][:MAX_ALTERNATIVES]
        return [
            self.sentences.number((number, sentence)),
            start,
            end,
            int(mention.usage is Usage.ASSOCIATIVE),
            certainty(mention.probability),
            -1 if mention.rolled_up_from is None else self.names.number(mention.rolled_up_from),
            [self.names.number(self.atlas.described(other.place)) for other in others],
        ]

    def sentence_texts(self) -> list[list[Any]]:
        texts = {number: article.text for number, article in self.articles.values()}
        return [[number, texts[number][span.start : span.end]] for number, span in self.sentences.numbers]


def certainty(probability: float) -> int:
    """0 sure, 1 likely, 2 unsure."""
    return 2 if probability < UNSURE_BELOW else 1 if probability < SURE_FROM else 0


def _within(place: Place, known: Mapping[str, Place], atlas: Atlas) -> list[str]:
    larger = (known[id_] for id_ in place.parents if id_ in known)
    names = [atlas.name(one) for one in larger if one.level not in (Level.COUNTRY, Level.CONTINENT)]
    return [*names, *filter(None, ["" if place.level is Level.COUNTRY else atlas.country(place)])]


def _utf16(text: str, at: int) -> int:
    """An offset in code points as JavaScript counts it, within ``text``."""
    return len(text[: max(at, 0)].encode("utf-16-le", "surrogatepass")) // 2


def _article(article: Article, words: Words) -> dict[str, Any]:
    return {"title": article.title, "day": words.day(article.published), "source": article.source}


def _base_map(base_map: BaseMap, language: str) -> dict[str, Any]:
    drawn = (base_map.countries[o.iso] for o in base_map.outlines if o.iso)
    return {
        "arcs": base_map.arcs,
        "outlines": {outline.iso: outline.rings for outline in base_map.outlines},
        "names": {
            country.iso: [country.name(language), country.name_at.lat, country.name_at.lon]
            for country in drawn
            if country.name_at is not None
        },
        "disputed": ["", *(country.iso for country in base_map.countries.values() if country.disputed)],
    }


def content_block(articles: Sequence[GeoparsedArticle], tallies: Iterable[PlaceTally], atlas: Atlas) -> Markup:
    """The JSON block, safe to stand inside HTML: no character in it can end the block."""
    found = tuple(tallies)
    known = {one.place.id: one.place for one in found}
    content = _Content(articles, atlas)
    places = [content.place(one, known) for one in found]
    block = {
        "language": atlas.words.language,
        "words": atlas.words.all,
        "articles": [_article(one.article, atlas.words) for one in articles],
        "places": places,
        "sentences": content.sentence_texts(),
        "names": list(content.names.numbers),
        "base": _base_map(atlas.base_map, atlas.words.language),
    }
    text = json.dumps(block, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)
    return Markup(f'<script type="application/json" id="petakan-content">{text}</script>')
