"""Which found spans answer to which annotated ones."""

import enum
from collections.abc import Sequence

from geo.article import Span


class SpanMode(enum.StrEnum):
    """EXACT: the same span. OVERLAP: at least one code point in common."""

    EXACT = "exact"
    OVERLAP = "overlap"


def shared(one: Span, other: Span) -> int:
    """Code points that two spans have in common; 0 where they only touch."""
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def touches_any(span: Span, others: Sequence[Span]) -> bool:
    """Whether a span has a code point in common with any of the others."""
    return any(shared(span, other) for other in others)


def match(gold: Sequence[Span], found: Sequence[Span], mode: SpanMode) -> list[tuple[int, int]]:
    """One-to-one pairs of indices (into ``gold``, into ``found``); the pairs that share most of their span first.

    Pairs that share as much as each other go by the order of the two lists, so the result is the same
    whichever of the two is called gold.
    """
    ranked = sorted(
        (-_likeness(one, other), i, j)
        for i, one in enumerate(gold)
        for j, other in enumerate(found)
        if (one == other if mode is SpanMode.EXACT else shared(one, other))
    )
    free_gold, free_found = set(range(len(gold))), set(range(len(found)))
    pairs = []
    for _, i, j in ranked:
        if i in free_gold and j in free_found:
            free_gold.remove(i)
            free_found.remove(j)
            pairs.append((i, j))
    return pairs


def _likeness(one: Span, other: Span) -> float:
    """Share of the stretch from the first start to the last end that lies in both: 1 for the same span."""
    return shared(one, other) / (max(one.end, other.end) - min(one.start, other.start))
