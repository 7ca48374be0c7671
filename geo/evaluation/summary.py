"""The figures of a whole set, from the judgments of its articles."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain

from gazetteer.place import Level
from geo.article import Span
from geo.evaluation.gold import GoldKind
from geo.evaluation.headline import headline, headline_without_demonyms, intervals
from geo.evaluation.judging import Judgment, Pair
from geo.evaluation.matching import SpanMode, match, touches_any
from geo.evaluation.metrics import Distances, Retrieval, Share, calibration, distances
from geo.evaluation.scores import LevelScore, Scores, SiteScore, UsageScore
from geo.mention import Usage
from geo.policy import SITE_REASONS


def summarize(judgments: Sequence[Judgment], *, seed: int = 0) -> Scores:
    """The figures of all articles; ``seed`` draws the articles of the confidence intervals."""
    pairs = [pair for one in judgments for pair in one.pairs]
    first = headline(judgments)
    positioned = first.end_to_end.wanted
    placed = [pair for pair in pairs if pair.error_km is not None]
    demonyms = sum(getattr(m, "demonym", False) for one in judgments for m in one.parsed.mentions)
    return Scores(
        documents=len(judgments),
        places=first.exact.wanted,
        positioned=positioned,
        headline=first,
        intervals=intervals(judgments, seed=seed) if len(judgments) > 1 else None,
        demonyms=demonyms,
        without_demonyms=headline_without_demonyms(judgments) if demonyms else None,
        distances=_distances(pairs) if positioned else None,
        same_place=Share(sum(pair.is_same_place for pair in placed), len(placed)),
        levels=tuple(filter(None, (_level(level, judgments) for level in Level))),
        usages=tuple(filter(None, (_usage(usage, judgments) for usage in Usage))),
        calibration=calibration(chain.from_iterable(map(_outcomes, judgments))),
        sites=_sites(judgments),
        unresolved=_unresolved(judgments),
    )


def _distances(pairs: Iterable[Pair]) -> Distances:
    recognized = [pair for pair in pairs if pair.gold.position is not None]
    errors = [pair.error_km for pair in recognized if pair.error_km is not None]
    return distances(errors, recognized=len(recognized), near=sum(pair.is_near for pair in recognized))


def _level(level: Level, judgments: Sequence[Judgment]) -> LevelScore | None:
    pairs = [pair for one in judgments for pair in one.pairs]
    missed = sum(gold.level is level for one in judgments for gold in one.missed)
    found = [pair for pair in pairs if pair.gold.level is level]
    if not found and not missed:
        return None
    false = [p.mention for one in judgments for p in one.false if p.mention is not None]
    put = [pair for pair in pairs if pair.error_km is not None and _level_of(pair) is level]
    return LevelScore(
        level=level,
        found=Share(len(found), len(found) + missed),
        right=Share(sum(pair.is_near for pair in found), len(found) + missed),
        precise=Share(sum(pair.is_near for pair in put), len(put) + sum(m.level is level for m in false)),
    )


def _level_of(pair: Pair) -> Level | None:
    return None if pair.prediction.mention is None else pair.prediction.mention.level


def _usage(usage: Usage, judgments: Sequence[Judgment]) -> UsageScore | None:
    found = [pair for one in judgments for pair in one.pairs if pair.gold.usage is usage]
    missed = sum(gold.usage is usage for one in judgments for gold in one.missed)
    if not found and not missed:
        return None
    told = Counter(pair.prediction.mention.usage for pair in found if pair.prediction.mention is not None)
    return UsageScore(
        usage=usage,
        found=Share(len(found), len(found) + missed),
        right=Share(sum(pair.is_near for pair in found), len(found) + missed),
        taken_for={one: told[one] for one in Usage},
    )


def _outcomes(judgment: Judgment) -> Iterable[tuple[float, bool]]:
    """Probability and rightness of each mention; in gold with positions, those of places without one are left out."""
    for pair in judgment.pairs:
        if pair.prediction.mention is not None and (pair.gold.position is not None or judgment.counting.sites):
            yield pair.prediction.mention.probability, pair.is_near or judgment.counting.sites
    for false in judgment.false:
        if false.mention is not None:
            yield false.mention.probability, False


def _sites(judgments: Sequence[Judgment]) -> SiteScore | None:
    total = exact = overlap = mapped = 0
    for one in judgments:
        sites = one.annotated(GoldKind.FACILITY)
        withheld = [w.span for w in one.parsed.withheld if w.reason in SITE_REASONS]
        total += len(sites)
        exact += sum(site in withheld for site in sites)
        overlap += sum(touches_any(site, withheld) for site in sites)
        mapped += sum(touches_any(m.span, sites) for m in one.parsed.mentions)
    return SiteScore(exact=Share(exact, total), overlap=Share(overlap, total), mapped=mapped) if total else None


def _unresolved(judgments: Sequence[Judgment]) -> Retrieval | None:
    right = found = wanted = 0
    for one in judgments:
        lacking = one.annotated(GoldKind.UNRESOLVED)
        listed = _listed(one)
        right += len(match(lacking, listed, SpanMode.OVERLAP))
        found += len(listed)
        wanted += len(lacking)
    return Retrieval(right=right, found=found, wanted=wanted) if wanted else None


def _listed(judgment: Judgment) -> list[Span]:
    """Names listed without a place, but for those that are annotated as places, sites or as to be ignored."""
    nowhere = [w.span for w in judgment.parsed.withheld if w.reason not in SITE_REASONS]
    listed = [u.span for u in judgment.parsed.unresolved] + nowhere
    known = {kind: judgment.annotated(kind) for kind in (GoldKind.PLACE, GoldKind.FACILITY, GoldKind.IGNORE)}
    settled = list(chain.from_iterable(known.values()))
    return [span for span in dict.fromkeys(listed) if not touches_any(span, settled)]
