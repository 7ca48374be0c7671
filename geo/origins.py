"""What is from a place or of it: somebody, something that left there, or a part of it?"""

from collections.abc import Iterator
from typing import Final

from geo.context import Context
from geo.tokens import Shape

_FURTHER: Final = 3
"""Words after a name in which "to" makes a route of it: "from Carlton and Lafayette down to"."""


def origin_features(before: int, last: int, context: Context) -> Iterator[str]:
    """What the words around "from X" say of X; ``before`` is "from", ``last`` the last word of X's list.

    Nothing in languages of which no such words are known.
    """
    tokens, cues = context.tokens, context.cues
    if tokens.folded[before] not in cues.origin_words or not _stands_between(before, context):
        return
    head = tokens.folded[before - 1]
    if head in cues.measures or (before > 1 and tokens.folded[before - 2] in cues.measures):  # "10 miles north from X"
        yield "from_afar"
    elif head in cues.being:
        yield "from_being"
    elif head in cues.moving:
        yield "from_moving"
    elif head in cues.people or (tokens.shapes[before - 1] is Shape.LOWER and head.endswith(cues.people_ends)):
        yield "from_person"
    after = tokens.folded[last + 1 : last + 1 + _FURTHER]
    if any(word in cues.destinations for word in after):
        yield "from_to"


def whole_features(before: int, context: Context) -> Iterator[str]:
    """What is of X, where ``before`` is "of": who acts for it, a part of it, or something with a name."""
    tokens, cues = context.tokens, context.cues
    if tokens.folded[before] not in cues.whole_words or not _stands_between(before, context):
        return
    head = tokens.folded[before - 1]
    if head in cues.associative or head in cues.actors_after or head in cues.people:
        yield "of_actor"
    elif head in cues.level:
        return  # "the city of X" may be there or act
    elif head in cues.where_after or head in cues.measures or head in cues.locative:
        yield "of_part"
    elif tokens.is_capital(before - 1) and before - 1 not in context.covered:
        yield "of_capital"


def _stands_between(i: int, context: Context) -> bool:
    """Whether nothing but spaces parts word i from the words beside it."""
    gaps = context.tokens.gaps
    return i > 0 and gaps[i - 1] == " " and gaps[i] == " "
