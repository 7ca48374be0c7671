"""The three figures that stand first, and how far they would vary with other articles."""

import random
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from geo.evaluation.judging import Judgment, judge
from geo.evaluation.metrics import Retrieval
from geo.evaluation.scores import Headline, Interval, Intervals

RESAMPLES: Final = 1000
"""Draws of articles for the confidence intervals."""


class _Counts(NamedTuple):
    """Counts of an article; the last three are of those with a position."""

    exact: int
    overlap: int
    found: int
    wanted: int
    near: int
    placed: int
    positioned: int


def headline(judgments: Iterable[Judgment]) -> Headline:
    """Precision, recall and F1 over all articles."""
    return _summed([_counts(one) for one in judgments])


def headline_without_demonyms(judgments: Iterable[Judgment]) -> Headline:
    """The same as if adjectives and peoples were not found; the gold stays as it is."""
    return headline(judge(one.document, one.parsed, replace(one.counting, demonyms=False)) for one in judgments)


def intervals(judgments: Sequence[Judgment], *, seed: int) -> Intervals:
    """Confidence intervals of the F1s: a percentile bootstrap over articles, drawn with replacement."""
    counts = [_counts(one) for one in judgments]
    chance = random.Random(seed)  # noqa: S311 - a statistic, no secret
    drawn = [_summed(chance.choices(counts, k=len(counts))) for _ in range(RESAMPLES)]
    return Intervals(
        exact=_middle(one.exact.f1 for one in drawn),
        overlap=_middle(one.overlap.f1 for one in drawn),
        end_to_end=_middle(one.end_to_end.f1 for one in drawn),
    )


def _counts(judgment: Judgment) -> _Counts:
    placed = [pair for pair in judgment.pairs if pair.error_km is not None]
    wanted = [*judgment.missed, *(pair.gold for pair in judgment.pairs)]
    return _Counts(
        exact=len(judgment.exact),
        overlap=len(judgment.pairs),
        found=len(judgment.pairs) + len(judgment.false),
        wanted=len(wanted),
        near=sum(pair.is_near for pair in placed),
        placed=len(placed) + sum(one.mention is not None for one in judgment.false),
        positioned=sum(gold.position is not None for gold in wanted),
    )


def _summed(counts: Sequence[_Counts]) -> Headline:
    total = _Counts(*map(sum, zip(*counts, strict=True))) if counts else _Counts(0, 0, 0, 0, 0, 0, 0)
    return Headline(
        exact=Retrieval(right=total.exact, found=total.found, wanted=total.wanted),
        overlap=Retrieval(right=total.overlap, found=total.found, wanted=total.wanted),
        end_to_end=Retrieval(right=total.near, found=total.placed, wanted=total.positioned),
    )


def _middle(values: Iterable[float]) -> Interval:
    ordered = sorted(values)
    cut = len(ordered) // 40  # 2.5 % at either end
    return Interval(ordered[cut], ordered[-1 - cut])
