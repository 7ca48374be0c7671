"""Lines that recur in many articles of a batch: headers and footers of their site that no pattern knows."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from geo.article import Article, Span
from geo.boilerplate import Line, disjoint, lines_of
from geo.headline import headline
from geo.published import publication_date
from geo.readers.duplicates import near_duplicates

_LEAST_ARTICLES: Final = 4
_LEAST_SHARE: Final = 0.3
_OUTER_LINES: Final = 6
_LONGEST: Final = 160


def mask_repeated(articles: Sequence[Article]) -> list[Article]:
    """The articles with such lines masked as well, and told anew whatever had been told by one of them.

    A line counts that stands among the first or last six of at least four articles, and of three in ten,
    near-duplicates counted once: these share all their lines, and none of them for being boilerplate.
    """
    if not _repeated(articles, _LEAST_ARTICLES):
        return list(articles)
    copies = {id(one) for group in near_duplicates(articles) for one in group[1:]}
    originals = [article for article in articles if id(article) not in copies]
    repeated = _repeated(originals, max(_LEAST_ARTICLES, _LEAST_SHARE * len(originals)))
    return [_masked(article, repeated) if repeated else article for article in articles]


def _repeated(articles: Sequence[Article], enough: float) -> set[str]:
    """The outer lines that stand in so many of the articles."""
    counts: Counter[str] = Counter()
    for article in articles:
        counts.update({_key(line) for line in _outer(article)})
    return {key for key, count in counts.items() if count >= enough}


def _outer(article: Article) -> Iterator[Line]:
    """The first and last lines that are not masked and no long paragraphs."""
    lines = [line for line in lines_of(article.text) if not _is_masked(line, article)]
    outer = lines if len(lines) <= 2 * _OUTER_LINES else [*lines[:_OUTER_LINES], *lines[-_OUTER_LINES:]]
    return (line for line in outer if len(line.text) <= _LONGEST)


def _is_masked(line: Line, article: Article) -> bool:
    return any(span.start <= line.start and line.end <= span.end for span in article.masked)


def _key(line: Line) -> str:
    return " ".join(line.text.casefold().split())


def _masked(article: Article, repeated: set[str]) -> Article:
    spans = [Span(line.start, line.end) for line in _outer(article) if _key(line) in repeated]
    if not spans or len(spans) == sum(not _is_masked(line, article) for line in lines_of(article.text)):
        return article  # an article is never masked as a whole
    masked = disjoint([*article.masked, *spans])
    was_told = article.title == headline(article.text, article.masked)
    was_dated = article.published == publication_date(article.text, article.masked)
    return replace(
        article,
        masked=masked,
        title=headline(article.text, masked) or article.title if was_told else article.title,
        published=publication_date(article.text, masked) if was_dated else article.published,
    )
