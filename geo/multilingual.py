"""Articles that quote another language: each paragraph is read with the words of the language that it is in."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from geo.article import Article, Span
from geo.language import foreign_paragraphs
from geo.recognition import Recognition, Recognizer

_Item = TypeVar("_Item")


class MultilingualRecognizer:
    """Has a recognizer read an article once in each of its languages, and takes each paragraph from its own reading."""

    def __init__(self, recognizer: Recognizer) -> None:
        self._recognizer = recognizer

    def recognize(self, article: Article) -> Recognition:
        """See :class:`geo.recognition.Recognizer`."""
        readings = [(self._recognizer.recognize(one), kept) for one, kept in readings_of(article)]
        if len(readings) == 1:
            return readings[0][0]
        return Recognition(
            found=tuple(merged(((r.found, kept) for r, kept in readings), lambda one: one.mention.start)),
            facilities=tuple(merged(((r.facilities, kept) for r, kept in readings), lambda one: one.start)),
            unresolved=tuple(merged(((r.unresolved, kept) for r, kept in readings), lambda span: span.start)),
        )


Kept = Callable[[int], bool]
"""Whether what begins at an offset is taken from a reading."""


def readings_of(article: Article) -> list[tuple[Article, Kept]]:
    """The article as it is to be read in each of its languages, and what is taken from each reading."""
    foreign = foreign_paragraphs(article.text, article.language)
    others = [span for spans in foreign.values() for span in spans]
    own: tuple[Article, Kept] = article, lambda start: not _holds(others, start)
    return [own, *((replace(article, language=tag), _within(spans)) for tag, spans in foreign.items())]


def _within(spans: Sequence[Span]) -> Kept:
    return lambda start: _holds(spans, start)


def _holds(spans: Sequence[Span], offset: int) -> bool:
    return any(span.start <= offset < span.end for span in spans)


def merged(readings: Iterable[tuple[Iterable[_Item], Kept]], start: Callable[[_Item], int]) -> list[_Item]:
    """What is taken from each reading, in the order of the text."""
    return sorted((item for items, kept in readings for item in items if kept(start(item))), key=start)
