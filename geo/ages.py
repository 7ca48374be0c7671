"""Ages: what stands before one is a person."""

from collections.abc import Iterator
from typing import Final

from geo.cues import Cues
from geo.tokens import Shape, Tokens

_DIGITS: Final = 2
_NEXT_NAME: Final = 9
"""Words from a number in brackets within which the next of a list has its own."""


def aged(tokens: Tokens, cues: Cues) -> Iterator[int]:
    """The last words of names that an age follows: "Bima (10)", "Holland, 34,".

    Numbers of a list count what is in each place ("Kudus (12), Pati (7)"), as one after "di" does ("di Kudus (12)").
    """
    for i, shape in enumerate(tokens.shapes[1:], 1):
        if shape is not Shape.NUMBER or len(tokens.words[i]) > _DIGITS or not tokens.is_capital(i - 1):
            continue
        opening, closing = tokens.gap(i - 1), tokens.gap(i)
        if opening == ", ":
            is_age = closing.startswith(",")
        else:
            is_age = opening == " (" and closing.startswith(")") and not _is_counted(tokens, i)
        if is_age and not _is_where(tokens, cues, i - 1):
            yield i - 1


def _is_where(tokens: Tokens, cues: Cues, last: int) -> bool:
    """Whether a word before the name that ends with word ``last`` says that something is there."""
    first = last
    while first and tokens.is_capital(first - 1) and tokens.gap(first - 1) == " ":
        first -= 1
    return any(tokens.folded[i] in cues.locative for i in (first - 1, first) if i >= 0)


def _is_counted(tokens: Tokens, number: int) -> bool:
    """Whether a number in brackets stands close before or after too, as in a list of how many where."""
    beside = (*range(max(1, number - _NEXT_NAME), number), *range(number + 1, min(number + _NEXT_NAME, len(tokens))))
    return any(tokens.shapes[i] is Shape.NUMBER and tokens.gaps[i - 1] == " (" for i in beside)
