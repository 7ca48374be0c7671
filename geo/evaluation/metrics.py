"""The field's figures (Gritta et al. 2019), from counts, distances and probabilities."""

import math
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

FARTHEST_KM: Final = 20039.0
"""Half the way around the Earth as the field has it: where the error curve ends."""

BINS: Final = 10


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole."""

    part: int
    whole: int

    @property
    def value(self) -> float | None:
        """The part as 0..1; None where there is no whole."""
        return self.part / self.whole if self.whole else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Retrieval:
    """How many are right of those found and of those wanted; 0 where there are none."""

    right: int
    found: int
    wanted: int

    @property
    def precision(self) -> float:
        """Share of right ones among those found."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of right ones among those wanted."""
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        both = self.found + self.wanted
        return 2 * self.right / both if both else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Distances:
    """How far off places are put that were recognized and have a gold position.

    Attributes:
        recognized: how many there are; ``placed`` of them were put anywhere, ``near`` of these near enough.
        mean_km: mean error, and the median; None where nothing was placed.
        auc: area under the curve of the logarithms of the sorted errors, 0 (best) to 1; None for fewer than two.
    """

    recognized: int
    placed: int
    near: int
    mean_km: float | None
    median_km: float | None
    auc: float | None

    @property
    def accuracy(self) -> float | None:
        """acc@161: share of those placed that are near enough."""
        return Share(self.near, self.placed).value


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """The mentions with a probability from ``low`` to ``high``: their mean probability, and how many are right."""

    low: float
    high: float
    count: int
    probability: float
    right: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """Whether probabilities mean what they say.

    ``error`` is the expected calibration error: the mean gap between probability and share of right ones over
    the bins, by their counts. ``bins`` are those of equal width that are not empty.
    """

    error: float
    bins: tuple[Bin, ...]


def area_under_errors(errors_km: Iterable[float]) -> float | None:
    """AUC of the errors: ln(1 + error) over that of the farthest, trapezoids of equal width."""
    logs = [math.log1p(error) / math.log(FARTHEST_KM) for error in sorted(errors_km)]
    if len(logs) < 2:
        return None
    return math.fsum((low + high) / 2 for low, high in pairwise(logs)) / (len(logs) - 1)


def distances(errors_km: Sequence[float], *, recognized: int, near: int) -> Distances:
    """Sum up the errors of what was placed."""
    return Distances(
        recognized=recognized,
        placed=len(errors_km),
        near=near,
        mean_km=statistics.fmean(errors_km) if errors_km else None,
        median_km=statistics.median(errors_km) if errors_km else None,
        auc=area_under_errors(errors_km),
    )


def calibration(outcomes: Iterable[tuple[float, bool]]) -> Calibration | None:
    """Compare probabilities (0..1) with whether each was right; None where there are none."""
    binned: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for probability, right in outcomes:
        binned[min(BINS - 1, int(probability * BINS))].append((probability, right))
    bins = tuple(_bin(number, inside) for number, inside in enumerate(binned) if inside)
    if not bins:
        return None
    total = sum(one.count for one in bins)
    return Calibration(error=math.fsum(one.count * abs(one.probability - one.right) for one in bins) / total, bins=bins)


def _bin(number: int, inside: Sequence[tuple[float, bool]]) -> Bin:
    return Bin(
        low=number / BINS,
        high=(number + 1) / BINS,
        count=len(inside),
        probability=statistics.fmean(probability for probability, _ in inside),
        right=statistics.fmean(right for _, right in inside),
    )
