"""What an evaluation says of a set of articles: plain figures."""

from collections.abc import Mapping
from dataclasses import dataclass

from gazetteer.place import Level
from geo.evaluation.metrics import Calibration, Distances, Retrieval, Share
from geo.mention import Usage


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """Recognition with exact and with overlapping spans, and the way end to end.

    End to end, right is what overlaps and was put near enough (or has the same GeoNames id); only places with a
    gold position and mentions with a position count.
    """

    exact: Retrieval
    overlap: Retrieval
    end_to_end: Retrieval


@dataclass(frozen=True, slots=True)
class Interval:
    """The middle 95 % of the draws."""

    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Intervals:
    """Confidence intervals of the three F1s, by a percentile bootstrap over articles."""

    exact: Interval
    overlap: Interval
    end_to_end: Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelScore:
    """How a level does.

    Attributes:
        found: of the gold's places of this level, those found (overlap); ``right``: those put near enough.
        precise: of the mentions put on this level, those that are right.
    """

    level: Level
    found: Share
    right: Share
    precise: Share


@dataclass(frozen=True, slots=True, kw_only=True)
class UsageScore:
    """A usage in the gold: how many of its places were found, put right, and taken for each usage."""

    usage: Usage
    found: Share
    right: Share
    taken_for: Mapping[Usage, int]

    @property
    def told(self) -> Share:
        """Of those found, how many were told right."""
        return Share(self.taken_for[self.usage], sum(self.taken_for.values()))


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteScore:
    """Annotated sites that were withheld, by exact and by overlapping span; ``mapped``: mentions inside one."""

    exact: Share
    overlap: Share
    mapped: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """All figures of a set. None means that the gold does not say, or that nothing was found.

    Attributes:
        places: annotated places; ``positioned`` of them have a position.
        without_demonyms: the headline without adjectives and peoples, where any were found (``demonyms`` of them).
        distances: of overlapping mentions.
        same_place: near, and of the right level and country too, of those that were put anywhere.
        levels: those that the gold has.
        calibration: probabilities against being right: an annotated place, near enough where it has a position.
        unresolved: names listed as unresolved, or found and put nowhere, where the gold has such.
    """

    documents: int
    places: int
    positioned: int
    headline: Headline
    intervals: Intervals | None
    demonyms: int
    without_demonyms: Headline | None
    distances: Distances | None
    same_place: Share
    levels: tuple[LevelScore, ...]
    usages: tuple[UsageScore, ...]
    calibration: Calibration | None
    sites: SiteScore | None
    unresolved: Retrieval | None
