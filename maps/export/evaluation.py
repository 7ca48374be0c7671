"""Scores as a table to read, or as records for JSON."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

from geo.evaluation.faults import Fault
from geo.evaluation.metrics import Retrieval, Share
from geo.evaluation.scores import Headline, Scores, UsageScore

_HEADLINE: Final = ("exact", "overlap", "end_to_end")
_DIGITS: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoredSet:
    """A gold set by its name, its scores and the errors to show; see ``geo.evaluation.gold.GoldSet``."""

    name: str
    scores: Scores
    faults: Sequence[Fault]
    left_out: int = 0


def evaluation_record(scored: ScoredSet) -> dict[str, Any]:
    """A set for JSON: shares as 0..1 with their counts, distances in km, None where there is nothing to say."""
    scores = scored.scores
    without = scores.without_demonyms
    return {
        "documents": scores.documents,
        "places": scores.places,
        "positioned": scores.positioned,
        "left_out": scored.left_out,
        **_headline_record(scores.headline),
        "f1_intervals": None if scores.intervals is None else _rounded(asdict(scores.intervals)),
        "demonyms": scores.demonyms,
        "without_demonyms": without and _headline_record(without),
        "distances": scores.distances
        and _rounded({**asdict(scores.distances), "acc161": scores.distances.accuracy, "near_km": 161}),
        "same_place": _share_record(scores.same_place),
        "levels": {
            one.level.value: {name: _share_record(getattr(one, name)) for name in ("found", "right", "precise")}
            for one in scores.levels
        },
        "usages": {one.usage.value: _usage_record(one) for one in scores.usages},
        "calibration": scores.calibration and _rounded(asdict(scores.calibration)),
        "sites": scores.sites
        and {
            "exact": _share_record(scores.sites.exact),
            "overlap": _share_record(scores.sites.overlap),
            "mapped": scores.sites.mapped,
        },
        "unresolved": scores.unresolved and _retrieval_record(scores.unresolved),
        "errors": [_rounded(asdict(fault)) for fault in scored.faults],
    }


def _headline_record(one: Headline) -> dict[str, Any]:
    return {name: _retrieval_record(getattr(one, name)) for name in _HEADLINE}


def _retrieval_record(one: Retrieval) -> dict[str, Any]:
    return _rounded_record({**asdict(one), "precision": one.precision, "recall": one.recall, "f1": one.f1})


def _share_record(share: Share) -> dict[str, Any]:
    return _rounded_record({**asdict(share), "value": share.value})


def _usage_record(one: UsageScore) -> dict[str, Any]:
    return {
        "found": _share_record(one.found),
        "right": _share_record(one.right),
        "told": _share_record(one.told),
        "taken_for": {usage.value: count for usage, count in one.taken_for.items()},
    }


def _rounded_record(record: dict[str, Any]) -> dict[str, Any]:
    return {key: _rounded(one) for key, one in record.items()}


def _rounded(value: Any) -> Any:
    """Numbers of a record to four decimals, wherever they stand."""
    if isinstance(value, float):
        return round(value, _DIGITS)
    if isinstance(value, dict):
        return _rounded_record(value)
    return [_rounded(one) for one in value] if isinstance(value, list | tuple) else value
