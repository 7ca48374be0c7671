"""Scores as a table to read in a terminal; shares in percent."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final

from geo.evaluation.faults import Fault
from geo.evaluation.metrics import Calibration, Distances, Retrieval, Share
from geo.evaluation.scores import Headline, Interval, LevelScore, Scores, SiteScore, UsageScore
from maps.export.evaluation import ScoredSet

_WIDTH: Final = 26


def write_evaluation(sets: Sequence[ScoredSet]) -> str:
    """Each set with all its figures and errors; of several sets first the headlines, a line each."""
    blocks = [_block(scored) for scored in sets]
    if len(sets) > 1:
        blocks.insert(0, _overview(sets))
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def _overview(sets: Sequence[ScoredSet]) -> list[str]:
    heads = ("F1 exact", "F1 overlap", "end to end", "acc@161", "ECE")
    rows = [_row("", heads)]
    for scored in sets:
        scores = scored.scores
        first = scores.headline
        placed = scores.distances is not None
        cells = (
            _percent(first.exact.f1),
            _percent(first.overlap.f1),
            _percent(first.end_to_end.f1 if placed else None),
            _percent(scores.distances.accuracy if scores.distances else None),
            _number(scores.calibration.error if scores.calibration else None, 3),
        )
        rows.append(_row(scored.name, cells))
    return rows


def _block(scored: ScoredSet) -> list[str]:
    scores = scored.scores
    lines = [
        f"{scored.name}: {scores.documents} documents, {scores.places} places, {scores.positioned} with a position"
    ]
    if scored.left_out:
        lines.append(f"  {scored.left_out} annotations left out: their text stands nowhere near their offsets")
    lines += ["", *_headline(scores)]
    for part in (
        _without_demonyms(scores),
        _distances(scores.distances, scores.same_place),
        _levels(scores.levels),
        _usages(scores.usages),
        _sites(scores.sites),
        _unresolved(scores.unresolved),
        _calibration(scores.calibration),
        *map(_faults, _by_kind(scored.faults)),
    ):
        lines += ["", *part] if part else []
    return lines


def _headline(scores: Scores) -> Iterator[str]:
    yield _row("", ("precision", "recall", "F1", "95 % of F1", "right", "found", "gold"))
    for name, retrieval, interval in _three(scores.headline, scores):
        between = "" if interval is None else f"{100 * interval.low:.1f}-{100 * interval.high:.1f}"
        yield _row(name, (*_prf(retrieval), between, *_counts(retrieval)))


def _three(headline: Headline, scores: Scores) -> Iterator[tuple[str, Retrieval, Interval | None]]:
    drawn = scores.intervals
    yield "exact spans", headline.exact, drawn.exact if drawn else None
    yield "overlapping spans", headline.overlap, drawn.overlap if drawn else None
    if scores.positioned:
        yield "end to end", headline.end_to_end, drawn.end_to_end if drawn else None


def _without_demonyms(scores: Scores) -> list[str]:
    if scores.without_demonyms is None:
        return []
    rows = [_row(f"without {scores.demonyms} demonyms", ("precision", "recall", "F1", "", "right", "found", "gold"))]
    for name, retrieval, _ in _three(scores.without_demonyms, scores):
        rows.append(_row(name, (*_prf(retrieval), "", *_counts(retrieval))))
    return rows


def _distances(one: Distances | None, same_place: Share) -> list[str]:
    if one is None:
        return []
    return [
        _row("placed", ("acc@161", "mean km", "median km", "AUC", "near", "placed", "found")),
        _row(
            "overlapping spans",
            (
                _percent(one.accuracy),
                _number(one.mean_km, 0),
                _number(one.median_km, 1),
                _number(one.auc, 3),
                *map(str, (one.near, one.placed, one.recognized)),
            ),
        ),
        _row("of right level, country", (_percent(same_place.value), "", "", "", *_both(same_place))),
    ]


def _levels(levels: Sequence[LevelScore]) -> list[str]:
    if not levels:
        return []
    rows = [_row("level", ("found %", "right %", "of gold", "precise %", "of put"))]
    for one in levels:
        shares = _percent(one.found.value), _percent(one.right.value), str(one.found.whole)
        rows.append(_row(one.level, (*shares, _percent(one.precise.value), str(one.precise.whole))))
    return rows


def _usages(usages: Sequence[UsageScore]) -> list[str]:
    if not usages:
        return []
    rows = [_row("usage", ("found %", "right %", "of gold", "told %", *(f"as {u[:5]}." for u in usages[0].taken_for)))]
    for one in usages:
        shares = _percent(one.found.value), _percent(one.right.value), str(one.found.whole)
        rows.append(_row(one.usage, (*shares, _percent(one.told.value), *map(str, one.taken_for.values()))))
    return rows


def _sites(sites: SiteScore | None) -> list[str]:
    if sites is None:
        return []
    return [
        _row("sites", ("exact %", "overlap %", "of gold", "mapped")),
        _row(
            "withheld",
            (*map(_percent, (sites.exact.value, sites.overlap.value)), *_both(sites.exact)[1:], str(sites.mapped)),
        ),
    ]


def _unresolved(one: Retrieval | None) -> list[str]:
    if one is None:
        return []
    heads = ("precision", "recall", "F1", "", "right", "listed", "gold")
    return [_row("unresolved", heads), _row("listed", (*_prf(one), "", *_counts(one)))]


def _calibration(one: Calibration | None) -> list[str]:
    if one is None:
        return []
    rows = [_row(f"calibration: ECE {one.error:.3f}", ("said %", "right %", "mentions"))]
    for part in one.bins:
        cells = _percent(part.probability), _percent(part.right), str(part.count)
        rows.append(_row(f"{part.low:.1f}-{part.high:.1f}", cells))
    return rows


def _by_kind(faults: Iterable[Fault]) -> Iterator[list[Fault]]:
    for _, group in groupby(faults, key=lambda fault: fault.kind):
        yield list(group)


def _faults(faults: Sequence[Fault]) -> list[str]:
    return [faults[0].kind.value, *(line for fault in faults for line in _fault(fault))]


def _fault(fault: Fault) -> Iterator[str]:
    about = [
        f"as {fault.chosen}" if fault.chosen else "",
        f"is {fault.gold}" if fault.gold else "",
        f"{fault.distance_km:.0f} km" if fault.distance_km is not None else "",
        f"p {fault.probability:.2f}" if fault.probability is not None else "",
    ]
    yield f"  {fault.count:>3} x {fault.text}: {'; '.join(filter(None, about))}".rstrip(": ")
    yield f"        {fault.article_id}: {fault.sentence}"


def _row(name: str, cells: Iterable[str]) -> str:
    return f"  {name:{_WIDTH}}{''.join(f'{cell:>11}' for cell in cells)}".rstrip()


def _prf(one: Retrieval) -> tuple[str, str, str]:
    return _percent(one.precision), _percent(one.recall), _percent(one.f1)


def _counts(one: Retrieval) -> tuple[str, str, str]:
    return str(one.right), str(one.found), str(one.wanted)


def _both(share: Share) -> tuple[str, str]:
    return str(share.part), str(share.whole)


def _percent(share: float | None) -> str:
    return "-" if share is None else f"{100 * share:.1f}"


def _number(value: float | None, digits: int) -> str:
    return "-" if value is None else f"{value:.{digits}f}"
