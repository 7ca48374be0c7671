"""The JSON block of the page: all that its scripts show, in both languages, and shown as text only.

The texts of the articles are not in it: they stand in the HTML, and offsets here count UTF-16 units of them.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from gazetteer.place import Level, Place
from geo.article import Article
from geo.geoparsed import GeoparsedArticle
from geo.mention import Usage
from geo.policy import PublicMention
from geo.tally import Certainty, PlaceTally, certainty
from maps.basemap import BaseMap
from maps.chapter import Chapter
from maps.page.atlas import Atlas, Both
from maps.page.markup import Markup
from maps.page.offsets import Utf16
from maps.page.reasons import others, pieces, rolled_up, told
from maps.page.words import LANGUAGES

_CERTAINTY: Final = {one: number for number, one in enumerate((Certainty.SURE, Certainty.LIKELY, Certainty.UNSURE))}
"""What the scripts call them by."""

_PICTURE: Final = re.compile(r"data:image/(png|jpeg|webp|gif);base64,[A-Za-z0-9+/]+={0,2}\Z")
"""Pictures that cannot hold a script."""

_ESCAPES: Final = str.maketrans(
    {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
)


class Table:
    """Values that are used again and again, each kept once and named by its number."""

    def __init__(self) -> None:
        self.numbers: dict[Any, int] = {}

    def number(self, value: Any) -> int:
        """The number of a value, new or known."""
        return self.numbers.setdefault(value, len(self.numbers))

    def __iter__(self) -> Any:
        return iter(self.numbers)


class Content:
    """What goes into the block, as far as it is counted."""

    def __init__(self, articles: Sequence[GeoparsedArticle], tallies: Sequence[PlaceTally], atlas: Atlas) -> None:
        self.articles = articles
        self.tallies = tallies
        self.atlas = atlas
        self.offsets = [Utf16(one.article.text) for one in articles]
        self.place_numbers = {one.place.id: number for number, one in enumerate(tallies)}
        self.sentences = Table()
        self.said = Table()
        self.reasons = Table()
        self.extras = Table()
        self.known = {one.place.id: one.place for one in tallies}

    def place(self, place: Place) -> dict[str, Any]:
        """What is known of a place; what it is called in both languages is in ``said``."""
        position = place.position
        assert position is not None  # a PublicMention has one
        return {
            "id": place.id,
            "name": self._say(self.atlas.names(place)),
            "own": self._say((place.name, place.name)),
            "level": place.level.value,
            "word": self.atlas.level_key(place),
            "within": [self._say(names) for names in self.atlas.within(place, self.known)],
            "country": self._say((self.atlas.country(place, "id"), self.atlas.country(place, "en"))),
            "iso": place.country if place.level is Level.COUNTRY else None,
            "lon": position.lon,
            "lat": position.lat,
            "radius": place.radius_km,
            "disputed": place.disputed,
        }

    def mentions(self) -> list[list[int]]:
        """All mentions in the order of the articles and of their texts, see :meth:`_mention`."""
        return [
            self._mention(number, mention)
            for number, one in enumerate(self.articles)
            for mention in one.mentions
            if mention.place.id in self.place_numbers
        ]

    def _mention(self, article: int, mention: PublicMention) -> list[int]:
        """[place, sentence, start, length, how, extra]; ``how`` holds usage, certainty, hand and tenths, bit by bit."""
        offset = self.offsets[article]
        start, end = offset(mention.span.start), offset(mention.span.end)
        sentence = (article, offset(mention.sentence.start), offset(mention.sentence.end))
        how = (
            int(mention.usage is Usage.ASSOCIATIVE)
            + 2 * _CERTAINTY[certainty(mention.probability)]
            + 8 * mention.corrected
            + 16 * _tenths(mention.probability)
        )
        place = self.place_numbers[mention.place.id]
        return [place, self.sentences.number(sentence), start, end - start, how, self._extra(mention)]

    def _extra(self, mention: PublicMention) -> int:
        """The number of [what became of a site or -1, reasons, [other place or -1, tenths] of each]; -1 for none."""
        site = rolled_up(mention)
        said = tuple(self.reasons.number(tuple(map(self._say, pieces(reason)))) for reason in told(mention))
        other = tuple((self._say_or_not(both), _tenths(probability)) for both, probability in others(mention))
        if site is None and not said and not other:
            return -1
        return self.extras.number((self._say_or_not(site), said, other))

    def _say(self, both: Both) -> int:
        return self.said.number(both)

    def _say_or_not(self, both: Both | None) -> int:
        return -1 if both is None else self._say(both)

    def chapter(self, chapter: Chapter) -> dict[str, Any]:
        """A chapter; what an article or a place of it is that the page lacks is left out."""
        number = next((n for n, one in enumerate(self.articles) if one.article.id == chapter.article_id), None)
        quote = None
        if number is not None and chapter.quote is not None:
            quote = [self.offsets[number](at) for at in (chapter.quote.start, chapter.quote.end)]
        filled = {
            "title": chapter.title,
            "text": chapter.text,
            "article": number,
            "quote": quote,
            "places": [self.place_numbers[id_] for id_ in chapter.place_ids if id_ in self.place_numbers],
            "day": None if chapter.day is None else chapter.day.isoformat(),
            "note": chapter.note,
            "image": chapter.image if _PICTURE.match(chapter.image or "") else None,
        }
        return {key: value for key, value in filled.items() if value not in (None, "")}


def _tenths(probability: float) -> int:
    return min(10, round(10 * probability))


def shown_source(source: str) -> str:
    """Where an article is from, without the folders of the computer it was read on."""
    return source if "://" in source else source.replace("\\", "/").rsplit("/", 1)[-1]


def _article(article: Article) -> dict[str, Any]:
    day = None if article.published is None else article.published.isoformat()
    return {"title": article.title, "day": day, "source": shown_source(article.source), "language": article.language}


def _base_map(base_map: BaseMap) -> dict[str, Any]:
    drawn = (base_map.countries[o.iso] for o in base_map.outlines if o.iso)
    return {
        "arcs": base_map.arcs,
        "outlines": {outline.iso: outline.rings for outline in base_map.outlines},
        "names": {
            country.iso: [[country.indonesian, country.english], country.name_at.lat, country.name_at.lon]
            for country in drawn
            if country.name_at is not None
        },
        "disputed": ["", *(country.iso for country in base_map.countries.values() if country.disputed)],
    }


def content_block(content: Content, chapters: Iterable[Chapter], settings: Mapping[str, str]) -> Markup:
    """The JSON block, safe to stand inside HTML: no character in it can end the block."""
    atlas = content.atlas
    places = [content.place(one.place) for one in content.tallies]
    mentions = content.mentions()
    block = {
        "language": atlas.words.language,
        **settings,
        "words": {language: atlas.all_words[language].all for language in LANGUAGES},
        "articles": [_article(one.article) for one in content.articles],
        "places": places,
        "mentions": mentions,
        "sentences": list(content.sentences),
        "extras": list(content.extras),
        "reasons": list(content.reasons),
        "said": [one if one[0] != one[1] else one[0] for one in content.said],
        "chapters": [content.chapter(chapter) for chapter in chapters],
        "base": _base_map(atlas.base_map),
    }
    text = json.dumps(block, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)
    return Markup(f'<script type="application/json" id="petakan-content">{text}</script>')
