"""Articles of a batch that are nearly the same: an agency's report in several papers, an article saved twice.

Two articles are near-duplicates when of all runs of four words that either holds, 60 % stand in both. Which pairs to
compare is told by min-hashes, so that a large batch takes no longer than its length asks for.
"""

import zlib
from collections.abc import Iterator, Sequence
from typing import Final

from gazetteer.names import WORD
from geo.article import Article

ALIKE: Final = 0.6
"""Share of the runs of words of two near-duplicates that both hold (Jaccard)."""

_RUN: Final = 4
_BINS: Final = 120
_BAND: Final = 2
_LEAST_RUNS: Final = 15
"""An article of fewer runs of words is too short to say that another is like it."""


class Originals:
    """The articles seen so far that are no near-duplicates of earlier ones."""

    def __init__(self) -> None:
        self._runs: list[frozenset[int]] = []
        self._buckets: dict[tuple[int, ...], list[int]] = {}

    def like(self, article: Article) -> int | None:
        """Number (from 0, in the order asked) of the earlier original that the article is like; None for a new one."""
        own = _runs(article)
        number = len(self._runs)
        self._runs.append(own)
        if len(own) < _LEAST_RUNS:
            return None
        bands = list(_bands(own))
        known = (j for band in bands for j in self._buckets.get(band, ()))
        like = next((j for j in known if _alike(own, self._runs[j])), None)
        if like is None:
            for band in bands:
                self._buckets.setdefault(band, []).append(number)
        return like


def near_duplicates(articles: Sequence[Article]) -> list[list[Article]]:
    """Groups of two or more articles that are nearly the same, in the order given; what is masked does not count."""
    originals = Originals()
    groups: dict[int, list[Article]] = {}
    for number, article in enumerate(articles):
        like = originals.like(article)
        groups.setdefault(number if like is None else like, []).append(article)
    return [group for group in groups.values() if len(group) > 1]


def unmasked(article: Article) -> Iterator[str]:
    """The stretches of an article's text that are not masked."""
    at = 0
    for span in article.masked:
        if at < span.start:
            yield article.text[at : span.start]
        at = max(at, span.end)
    yield article.text[at:]


def _runs(article: Article) -> frozenset[int]:
    """Hashes of all runs of words, capitals and punctuation left out of account."""
    words = [word for text in unmasked(article) for word in WORD.findall(text.casefold())]
    runs = zip(*(words[start:] for start in range(_RUN)), strict=False)
    return frozenset([zlib.crc32(" ".join(run).encode()) for run in runs])


def _alike(one: frozenset[int], other: frozenset[int]) -> bool:
    both = len(one & other)
    return both >= ALIKE * (len(one) + len(other) - both)


def _bands(runs: frozenset[int]) -> Iterator[tuple[int, ...]]:
    """Keys of which two alike articles almost surely share one: minima of the runs' hashes, two at a time."""
    least = [-1] * _BINS
    for run in runs:
        place, value = run % _BINS, run // _BINS
        if least[place] < 0 or value < least[place]:
            least[place] = value
    for start in range(0, _BINS, _BAND):
        values = least[start : start + _BAND]
        if min(values) >= 0:
            yield (start, *values)
