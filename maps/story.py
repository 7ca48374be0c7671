"""The story: chapters chosen from the articles by rule, each with a headline, a quote and its places."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import Final

from gazetteer.place import Level, Place
from geo.article import Span
from geo.geoparsed import GeoparsedArticle
from geo.sentences import sentence_at
from maps.chapter import Chapter
from maps.paragraphs import Paragraph
from maps.passages import Passage, passages

MOST_CHAPTERS: Final = 60
"""Of a whole story: nobody turns more pages. The articles that name the most places are told."""

_PER_ARTICLE: Final = ((1, 8), (2, 5), (5, 3), (12, 2))
"""(up to so many articles, at most so many chapters for each); beyond, one each."""

MOST_PLACES: Final = 12
"""Of one chapter: a map of more shows the world and tells nothing."""

_LONGEST_QUOTE: Final = 420
_MOST_NAMES: Final = 3
_NAME_FROM: Final = 0.5
"""A place is named in a headline if it weighs at least this part of what the first does."""

_SHARPNESS: Final = {Level.CITY: 1.4, Level.ADM2: 1.3, Level.ADM1: 1.2, Level.REGION: 1.1, Level.CONTINENT: 0.5}
"""What makes a better headline than a country."""

_LAST_DAY: Final = date.max


def chapters(articles: Sequence[GeoparsedArticle]) -> tuple[Chapter, ...]:
    """The chapters of a story: in the order of the text, and of several articles in that of their dates.

    Articles without a date come last, those that name no place sure enough not at all.

    Args:
        articles: what was found in each; their ids differ.
    """
    told = sorted(_told(articles), key=lambda one: one.article.published or _LAST_DAY)
    most = next((limit for count, limit in _PER_ARTICLE if len(told) <= count), 1)
    return tuple(chapter for one in told for chapter in _chapters_of(one, most))


def _told(articles: Sequence[GeoparsedArticle]) -> list[GeoparsedArticle]:
    ranked = sorted(articles, key=lambda one: -len({mention.place.id for mention in one.mentions}))
    kept = {one.article.id for one in ranked[:MOST_CHAPTERS]}
    return [one for one in articles if one.article.id in kept]


def _chapters_of(parsed: GeoparsedArticle, most: int) -> Iterator[Chapter]:
    article = parsed.article
    places = {mention.place.id: mention.place for mention in parsed.mentions}
    used: set[str] = set()
    for number, passage in enumerate(one for one in passages(parsed, most) if one.weights):
        ids = sorted(passage.weights, key=lambda id_: -passage.weights[id_])
        title = article.title if number == 0 else passage.heading
        title = title or _named(passage, [places[id_] for id_ in ids], article.language or "", used)
        used.add(title)
        yield Chapter(
            title=title,
            text="",
            article_id=article.id,
            quote=_quote(article.text, passage),
            place_ids=tuple(ids[:MOST_PLACES]),
            day=article.published,
        )


def _named(passage: Passage, places: Sequence[Place], language: str, used: set[str]) -> str:
    """A headline of the places that tell the passage from others, with one more where it is used already."""
    ranked = sorted(places, key=lambda one: -passage.weights[one.id] * _SHARPNESS.get(one.level, 1.0))
    least = _NAME_FROM * passage.weights[ranked[0].id]
    chosen: list[Place] = []
    for one in ranked:
        # a place beside its province, or beside another of its name, would say nothing more
        within = any(_says_the_same(one, other, language) for other in chosen)
        is_enough = len(chosen) >= _MOST_NAMES or passage.weights[one.id] < least
        if within or (chosen and is_enough and _joined(chosen, language) not in used):
            continue
        chosen.append(one)
    return _joined(chosen, language)


def _says_the_same(one: Place, other: Place, language: str) -> bool:
    return one.id in other.parents or other.id in one.parents or one.label(language) == other.label(language)


def _joined(places: Sequence[Place], language: str) -> str:
    return " · ".join(place.label(language) for place in places)


def _quote(text: str, passage: Passage) -> Span:
    """The paragraph, or the sentences of a long one, that names the most of what the passage is about."""

    def worth(span: Span, paragraph: Paragraph) -> float:
        within = {m.place.id for m in paragraph.mentions if span.start <= m.span.start and m.span.end <= span.end}
        return sum(passage.weights[id_] for id_ in within) - (span.end - span.start) / 2000

    options = [(span, one) for one in passage.paragraphs for span in _quotable(text, one.span)]
    return max(options, key=lambda option: (worth(*option), -option[0].start))[0]


def _quotable(text: str, paragraph: Span) -> Iterator[Span]:
    """The paragraph if it is short; else its sentences, each alone and with the next."""
    if paragraph.end - paragraph.start <= _LONGEST_QUOTE:
        yield paragraph
        return
    sentences = list(_sentences(text, paragraph))
    yield from sentences
    for first, second in pairwise(sentences):
        if second.end - first.start <= _LONGEST_QUOTE:
            yield Span(first.start, second.end)


def _sentences(text: str, paragraph: Span) -> Iterator[Span]:
    at = paragraph.start
    while at < paragraph.end:
        sentence = sentence_at(text, at)
        yield Span(max(sentence.start, at), min(sentence.end, paragraph.end))
        at = max(sentence.end, at) + 1
        while at < paragraph.end and text[at].isspace():
            at += 1
