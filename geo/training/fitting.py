"""Log-linear models fitted by maximum a posteriori: weights stay near those set by hand unless data say otherwise.

The prior of each weight is a normal distribution around the hand-set one, with ``1 / strength`` as its variance.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Features = dict[str, float]

_ROUNDS: Final = 200
_LEAST_GAIN: Final = 1e-6
_LEAST_STEP: Final = 1e-6


@dataclass(frozen=True, slots=True)
class Example:
    """Alternatives by their features, and which of them are right: exactly what is chosen from.

    A yes-or-no example has one alternative with features and a second without any, "no".
    """

    alternatives: tuple[Features, ...]
    right: tuple[bool, ...]
    weight: float = 1.0


def yes_or_no(features: Features, *, yes: bool, weight: float = 1.0) -> Example:
    """An example of a binary decision, whose log-odds are the sum of the features' weights."""
    return Example((features, {}), (yes, not yes), weight)


class Problem:
    """Examples as one matrix: rows are alternatives, in groups of one example each."""

    def __init__(self, examples: Sequence[Example], names: Sequence[str]) -> None:
        columns = {name: number for number, name in enumerate(names)}
        sizes = [len(example.alternatives) for example in examples]
        self.starts = np.cumsum([0, *sizes])[:-1]
        self.sizes = np.array(sizes)
        self.matrix = np.zeros((sum(sizes), len(names)))
        rows = (features for example in examples for features in example.alternatives)
        for row, features in enumerate(rows):
            for name, value in features.items():
                self.matrix[row, columns[name]] = value
        self.right = np.array([r for example in examples for r in example.right], dtype=bool)
        self.weights = np.array([example.weight for example in examples])

    def probabilities(self, weights: Floats) -> Floats:
        """Probability of each alternative within its example."""
        scores = self.matrix @ weights
        return np.exp(scores - np.repeat(self._log_sums(scores), self.sizes))

    def loss(self, weights: Floats, prior: Floats, strength: float) -> float:
        """Negative log posterior, up to a constant."""
        scores = self.matrix @ weights
        likelihood = self._log_sums(np.where(self.right, scores, -np.inf)) - self._log_sums(scores)
        return float(-(self.weights * likelihood).sum() + strength / 2 * ((weights - prior) ** 2).sum())

    def step(self, weights: Floats, prior: Floats, strength: float) -> Floats:
        """Newton's step, with the curvature of the model's own expectation (which is never negative)."""
        scores = self.matrix @ weights
        each = np.repeat(self.weights, self.sizes)
        given = np.exp(scores - np.repeat(self._log_sums(scores), self.sizes))
        right = np.where(self.right, scores, -np.inf)
        wanted = np.exp(right - np.repeat(self._log_sums(right), self.sizes))
        gradient = self.matrix.T @ (each * (given - wanted)) + strength * (weights - prior)
        weighed = self.matrix * given[:, None]
        means = np.add.reduceat(weighed, self.starts, axis=0)
        curvature = (self.matrix * each[:, None]).T @ weighed - (means * self.weights[:, None]).T @ means
        solved: Floats = np.linalg.solve(curvature + strength * np.eye(len(weights)), gradient)
        return solved

    def _log_sums(self, scores: Floats) -> Floats:
        """Logarithm of the sum of exponentials within each example."""
        highest = np.maximum.reduceat(scores, self.starts)
        total = np.add.reduceat(np.exp(scores - np.repeat(highest, self.sizes)), self.starts)
        sums: Floats = highest + np.log(total)
        return sums


def fit(examples: Sequence[Example], prior: dict[str, float], strength: float) -> dict[str, float]:
    """The most probable weights, by damped Newton steps; every feature of the examples has a prior."""
    names = list(prior)
    around = np.array([prior[name] for name in names])
    problem = Problem(examples, names)
    weights, loss = around.copy(), problem.loss(around, around, strength)
    for _ in range(_ROUNDS):
        step, size = problem.step(weights, around, strength), 1.0
        while (new := problem.loss(weights - size * step, around, strength)) > loss and size > _LEAST_STEP:
            size /= 2
        if loss - new < _LEAST_GAIN:
            break
        weights, loss = weights - size * step, new
    return dict(zip(names, map(float, weights), strict=True))


@dataclass(frozen=True, slots=True)
class Fit:
    """How weights do on examples: share of right first choices, mean log loss in nats, calibration error (0..1)."""

    examples: int
    accuracy: float
    log_loss: float
    calibration_error: float


def measure(examples: Sequence[Example], weights: dict[str, float]) -> Fit:
    """Figures of weights on examples, the expected calibration error in ten bins of equal width."""
    problem = Problem(examples, list(weights))
    shares = problem.probabilities(np.array(list(weights.values())))
    chosen, correct, losses = [], [], []
    for start, size in zip(problem.starts, problem.sizes, strict=True):
        mine, right = shares[start : start + size], problem.right[start : start + size]
        best = int(mine.argmax())
        chosen.append(mine[best])
        correct.append(bool(right[best]))
        losses.append(-np.log(max(mine[right].sum(), 1e-12)))
    return Fit(len(examples), float(np.mean(correct)), float(np.mean(losses)), _calibration(chosen, correct))


def _calibration(chosen: Sequence[Any], correct: Sequence[bool], bins: int = 10) -> float:
    sure, right = np.array(chosen), np.array(correct, dtype=float)
    number = np.minimum((sure * bins).astype(int), bins - 1)
    inside = (number == each for each in range(bins))
    return float(sum(abs(sure[m].sum() - right[m].sum()) for m in inside) / len(sure))
