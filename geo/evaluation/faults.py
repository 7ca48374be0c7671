"""What went wrong, to work from: like errors together, the most frequent and worst of each kind first."""

import enum
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from geo.article import Article, Span
from geo.evaluation.gold import GoldKind, GoldMention
from geo.evaluation.judging import Judgment, Pair
from geo.evaluation.matching import touches_any
from geo.policy import SITE_REASONS, PublicMention
from geo.sentences import sentence_at

CONFIDENT: Final = 0.9
"""Probability from which a wrong mention is over-confident."""

_AROUND: Final = 60
"""Code points of the sentence that are shown on either side of a name."""


class FaultKind(enum.StrEnum):
    """What sort of error it is. OVERCONFIDENT ones are FALSE or PLACE too, with a high probability."""

    SITE_MAPPED = "mapped within a site"
    SITE_MISSED = "site not withheld"
    FALSE = "false"
    MISSED = "missed"
    SPAN = "other span"
    PLACE = "wrong place"
    NOWHERE = "found, put nowhere"
    USAGE = "wrong usage"
    UNLISTED = "not listed as unresolved"
    OVERCONFIDENT = "over-confident"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One error, or several of the same names and places.

    Attributes:
        text: the name as the article has it (for another span, as it was found).
        count: how many errors are like this one; the other attributes are those of the worst.
        chosen: what it was taken for, and ``gold`` what it is; None where there is none.
        distance_km: from one to the other.
        probability: of the mention.
        sentence: its sentence, shortened, with the name in brackets.
    """

    kind: FaultKind
    text: str
    chosen: str | None = None
    gold: str | None = None
    distance_km: float | None = None
    probability: float | None = None
    article_id: str
    sentence: str
    count: int = 1


def faults(judgments: Iterable[Judgment], most: int | None = None) -> list[Fault]:
    """Errors by kind: those of the same name and places as one, at most ``most`` of a kind.

    Within a kind the most frequent come first, then those farthest off, then the most probable.
    """
    alike: defaultdict[tuple[str | None, ...], list[Fault]] = defaultdict(list)
    for judgment in judgments:
        for fault in _faults(judgment):
            alike[fault.kind, fault.text.casefold(), fault.chosen, fault.gold].append(fault)
    merged = sorted((replace(min(group, key=_badness), count=len(group)) for group in alike.values()), key=_badness)
    by_kind = {kind: [fault for fault in merged if fault.kind is kind] for kind in FaultKind}
    return [fault for kind in FaultKind for fault in by_kind[kind][:most]]


def _badness(fault: Fault) -> tuple[float | str, ...]:
    """Sorts the worst first."""
    return -fault.count, -(fault.distance_km or 0.0), -(fault.probability or 0.0), fault.article_id, fault.sentence


def _faults(judgment: Judgment) -> Iterator[Fault]:
    article = judgment.document.article
    for gold in judgment.missed:
        yield _fault(FaultKind.MISSED, article, gold.span, gold=gold)
    for false in judgment.false:
        yield _fault(FaultKind.FALSE, article, false.span, mention=false.mention)
        if false.mention is not None and false.mention.probability >= CONFIDENT:
            yield _fault(FaultKind.OVERCONFIDENT, article, false.span, mention=false.mention)
    for pair in judgment.pairs:
        for kind in _wrong(pair):
            yield _fault(kind, article, pair.prediction.span, mention=pair.prediction.mention, pair=pair)
    yield from _about_sites(judgment)
    listed = [u.span for u in judgment.parsed.unresolved] + [
        w.span for w in judgment.parsed.withheld if w.reason not in SITE_REASONS
    ]
    for span in judgment.annotated(GoldKind.UNRESOLVED):
        if not touches_any(span, listed):
            yield _fault(FaultKind.UNLISTED, article, span)


def _wrong(pair: Pair) -> Iterator[FaultKind]:
    """All that is wrong with a mention that answers to an annotated place."""
    gold, mention = pair.gold, pair.prediction.mention
    if pair.prediction.span != gold.span:
        yield FaultKind.SPAN
    if mention is None:
        if gold.position is not None:
            yield FaultKind.NOWHERE
        return
    if pair.error_km is not None and not pair.is_same_place:
        yield FaultKind.PLACE
        if mention.probability >= CONFIDENT:
            yield FaultKind.OVERCONFIDENT
    if gold.usage not in {None, mention.usage}:
        yield FaultKind.USAGE


def _about_sites(judgment: Judgment) -> Iterator[Fault]:
    article = judgment.document.article
    sites = judgment.annotated(GoldKind.FACILITY)
    withheld = [w.span for w in judgment.parsed.withheld if w.reason in SITE_REASONS]
    for mention in judgment.parsed.mentions:
        if touches_any(mention.span, sites):
            yield _fault(FaultKind.SITE_MAPPED, article, mention.span, mention=mention)
    for site in sites:
        if not touches_any(site, withheld):
            yield _fault(FaultKind.SITE_MISSED, article, site)


def _fault(
    kind: FaultKind,
    article: Article,
    span: Span,
    *,
    mention: PublicMention | None = None,
    gold: GoldMention | None = None,
    pair: Pair | None = None,
) -> Fault:
    is_usage = kind is FaultKind.USAGE
    wanted = gold if pair is None else pair.gold
    return Fault(
        kind=kind,
        text=_one_line(article.text[span.start : span.end]),
        chosen=None if mention is None else str(mention.usage) if is_usage else _chosen(mention),
        gold=None if wanted is None else str(wanted.usage) if is_usage else _wanted(wanted),
        distance_km=None if pair is None or is_usage else pair.error_km,
        probability=None if mention is None else mention.probability,
        article_id=article.id,
        sentence=shortened(article.text, span),
    )


def _chosen(mention: PublicMention) -> str:
    return f"{mention.place.label('en')} ({_joined(mention.level, mention.place.country)})"


def _wanted(gold: GoldMention) -> str:
    where = "" if gold.position is None else f"{gold.position.lon:.2f}, {gold.position.lat:.2f}"
    about = _joined(gold.level, gold.country, where)
    return _one_line(f"{gold.name or gold.text} ({about})" if about else gold.name or gold.text)


def _joined(*parts: str | None) -> str:
    return ", ".join(part for part in parts if part)


def shortened(text: str, span: Span) -> str:
    """The sentence around a span on one line: the span in brackets, at most 60 code points on either side."""
    start, end = sentence_at(text, span.start).start, sentence_at(text, span.end - 1).end
    before = _one_line(text[max(start, span.start - _AROUND) : span.start], keep_end=True)
    after = _one_line(text[span.end : min(end, span.end + _AROUND)], keep_start=True)
    opening = "…" if span.start - _AROUND > start else ""
    closing = "…" if span.end + _AROUND < end else ""
    return f"{opening}{before}[{_one_line(text[span.start : span.end])}]{after}{closing}"


def _one_line(text: str, *, keep_start: bool = False, keep_end: bool = False) -> str:
    """A text with single spaces; where asked, one at an end that had white space."""
    line = " ".join(text.split())
    first = " " if keep_start and text[:1].isspace() else ""
    last = " " if keep_end and line and text[-1:].isspace() else ""
    return f"{first}{line}{last}"
