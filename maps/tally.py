"""Mentions counted by place: what a map draws."""

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

_LEVEL_ORDER: Final = {level: number for number, level in enumerate(Level)}


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


def tally(mentions: Iterable[PublicMention]) -> tuple[PlaceTally, ...]:
    """Count mentions by place: the most mentioned first, then the larger level, then by name.

    Raises:
        PolicyError: something is not a PublicMention, so has not passed the public-level policy.
    """
    places: dict[str, Place] = {}
    grouped: dict[str, list[PublicMention]] = {}
    for mention in mentions:
        if not isinstance(mention, PublicMention):
            raise PolicyError(
                f"{type(mention).__name__} on its way to the map; pass it through geo.policy.publish first"
            )
        places.setdefault(mention.place.id, mention.place)
        grouped.setdefault(mention.place.id, []).append(mention)
    tallies = (PlaceTally(place=places[id_], mentions=tuple(found)) for id_, found in grouped.items())
    return tuple(sorted(tallies, key=_order))


def _order(one: PlaceTally) -> tuple[int, int, str, str]:
    return -one.count, _LEVEL_ORDER[one.place.level], one.place.name, one.place.id
