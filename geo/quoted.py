"""The words of the text that evidence speaks of: the "di" of "didahului di"."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from geo.context import Context
from geo.mention import Evidence

_BEFORE: Final = frozenset({
    "after_level_word", "after_locative", "after_weak_locative", "after_actor_word", "after_saying", "after_title",
    "name_before", "opener_before", "given_name_before", "after_article", "language_name", "after_strong",
    "listed_after_place",
})  # fmt: skip
_AFTER: Final = frozenset({
    "name_after", "strong_with_name_after", "person_name_after", "given_name", "before_thing", "before_saying",
    "before_level_word", "before_actor_word", "before_strong", "before_place", "level_word_after",
})  # fmt: skip
_IN_NAMES: Final = frozenset({"in_proper_organization", "in_state_organization"})
_ELSEWHERE: Final = frozenset({"part_of_a_name", "part_of_a_person"})
_AND: Final = frozenset({"dan", "and", "serta", "or", "atau"})


def quoting(evidence: Iterable[Evidence], first: int, last: int, context: Context) -> tuple[Evidence, ...]:
    """The evidence of words ``first``..``last`` (both included), each with the words of the text that it speaks of."""
    return tuple(replace(one, detail=_words(one.name, first, last, context)) for one in evidence)


def _words(name: str, first: int, last: int, context: Context) -> str:
    tokens = context.tokens
    if name in _BEFORE and first:
        before = first - 1
        return _place_or_word(context, before - 1 if before and tokens.folded[before] in _AND else before)
    if name in _AFTER and last + 1 < len(tokens):
        return _place_or_word(context, last + 1)
    if name == "in_chain":
        return _chain(first, last, context)
    if name == "after_named_of" and first > 1:
        return _run(context, first - 2, last)
    if name in _IN_NAMES:
        return _run(context, first, last)
    if name in _ELSEWHERE:
        return _longer_name(context, first)
    return ""


def _place_or_word(context: Context, i: int) -> str:
    """The word, or the whole of the strong place that it is of ("Jawa Tengah")."""
    tokens, strong = context.tokens, context.strong.get(i)
    return tokens.words[i] if strong is None else _text(context, strong.first, strong.last)


def _text(context: Context, first: int, last: int) -> str:
    tokens = context.tokens
    return " ".join(tokens.text[tokens.starts[first] : tokens.ends[last]].split())


def _chain(first: int, last: int, context: Context) -> str:
    tokens = context.tokens
    while first and tokens.gap(first - 1) == "-":
        first -= 1
    while last + 1 < len(tokens) and tokens.gap(last) == "-":
        last += 1
    return _text(context, first, last)


def _run(context: Context, first: int, last: int) -> str:
    """The run of capitals around words first..last: the organisation's name."""
    tokens = context.tokens
    run = next((run for run in context.runs if run[0] <= first <= run[-1]), [first])
    return _text(context, run[0], min(max(last, run[-1]), len(tokens) - 1))


def _longer_name(context: Context, i: int) -> str:
    """The first run of capitals elsewhere that holds the word."""
    folded = context.tokens.folded[i]
    others = (
        run for run in context.runs if len(run) > 1 and i not in run and any(context.tokens.folded[j] == folded for j in run)
    )
    run = next(others, None)
    return "" if run is None else _text(context, run[0], run[-1])
