"""Mentions counted by place: what a map draws, and an export lists."""

import enum
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from gazetteer.errors import PolicyError
from gazetteer.place import Level, Place
from geo.mention import Usage
from geo.policy import PublicMention

UNSURE_BELOW: Final = 0.6
"""A mention is unsure below this probability.

Up to here the other places together are at least two thirds as likely as the one chosen: too many for a class
to take it as fact.
"""

SURE_FROM: Final = 0.9
"""A mention is sure from this probability on, and likely from here down to :data:`UNSURE_BELOW`."""

_LEVEL_ORDER: Final = {level: number for number, level in enumerate(Level)}


class Certainty(enum.StrEnum):
    """How far a mention, or all mentions of a place, may be taken to mean it."""

    SURE = "sure"
    LIKELY = "likely"
    UNSURE = "unsure"


def certainty(probability: float) -> Certainty:
    """What a mention's probability (0..1) comes to."""
    if probability < UNSURE_BELOW:
        return Certainty.UNSURE
    return Certainty.SURE if probability >= SURE_FROM else Certainty.LIKELY


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceTally:
    """A place and its mentions, in the order they were given."""

    place: Place
    mentions: tuple[PublicMention, ...]

    @property
    def count(self) -> int:
        """How often the place is mentioned."""
        return len(self.mentions)

    @property
    def literal(self) -> int:
        """How many mentions mean the place itself."""
        return sum(mention.usage is Usage.LITERAL for mention in self.mentions)

    @property
    def associative(self) -> int:
        """How many mentions mean an actor or an origin."""
        return self.count - self.literal

    @property
    def unsure(self) -> int:
        """How many mentions have a probability below :data:`UNSURE_BELOW`."""
        return sum(mention.probability < UNSURE_BELOW for mention in self.mentions)

    @property
    def corrected(self) -> int:
        """How many mentions a person has corrected."""
        return sum(mention.corrected for mention in self.mentions)

    @property
    def certainty(self) -> Certainty:
        """SURE or UNSURE where all of its mentions are, else LIKELY."""
        found = {certainty(mention.probability) for mention in self.mentions}
        return found.pop() if len(found) == 1 else Certainty.LIKELY


def checked(mention: PublicMention) -> PublicMention:
    """The mention itself.

    Raises:
        PolicyError: it is no PublicMention, so has not passed the public-level policy.
    """
    if not isinstance(mention, PublicMention):
        raise PolicyError(f"{type(mention).__name__} on its way to the map; pass it through geo.policy.publish first")
    return mention


def tally(mentions: Iterable[PublicMention]) -> tuple[PlaceTally, ...]:
    """Count mentions by place: the most mentioned first, then the larger level, then by name.

    Raises:
        PolicyError: something is not a PublicMention, so has not passed the public-level policy.
    """
    places: dict[str, Place] = {}
    grouped: dict[str, list[PublicMention]] = {}
    for mention in mentions:
        places.setdefault(checked(mention).place.id, mention.place)
        grouped.setdefault(mention.place.id, []).append(mention)
    tallies = (PlaceTally(place=places[id_], mentions=tuple(found)) for id_, found in grouped.items())
    return tuple(sorted(tallies, key=_order))


def _order(one: PlaceTally) -> tuple[int, int, str, str]:
    return -one.count, _LEVEL_ORDER[one.place.level], one.place.name, one.place.id
