"""The words of the text that evidence speaks of: the "di" of "didahului di"."""

from collections.abc import Iterable
from typing import Final

from geo.context import Context
from geo.mention import Evidence

_BEFORE: Final = frozenset({
    "after_level_word", "after_locative", "after_weak_locative", "after_actor_word", "after_saying", "after_title",
    "name_before", "opener_before", "given_name_before", "after_article", "language_name", "after_strong",
    "listed_after_place", "after_organization_head", "person_from", "listed_after_unknown", "after_office_word",
    "after_dish", "after_kin", "said_by",
})  # fmt: skip
_AFTER: Final = frozenset({
    "name_after", "strong_with_name_after", "person_name_after", "given_name", "before_thing", "before_saying",
    "before_level_word", "before_actor_word", "before_strong", "before_place", "level_word_after", "before_local_actor",
    "article_and_local_actor", "direction_after", "before_place_in_brackets", "before_local_office",
})  # fmt: skip
_IN_NAMES: Final = frozenset({"in_proper_organization", "in_state_organization"})
_ELSEWHERE: Final = frozenset({"part_of_a_name", "part_of_a_person"})
_QUOTING: Final = _BEFORE | _AFTER | _IN_NAMES | _ELSEWHERE | {"in_chain", "after_named_of"}


def quoting(evidence: Iterable[Evidence], first: int, last: int, context: Context) -> tuple[Evidence, ...]:
    """The evidence of words ``first``..``last`` (both included), each with the words of the text that it speaks of."""
    return tuple(
        [
            Evidence(name=one.name, weight=one.weight, detail=_words(one.name, first, last, context))
            if one.name in _QUOTING
            else one
            for one in evidence
        ]
    )


def _words(name: str, first: int, last: int, context: Context) -> str:
    tokens, text = context.tokens, ""
    if name in _BEFORE and first:
        before = first - (2 if name == "person_from" else 1)
        text = _place_or_word(
            context, before - 1 if before and tokens.folded[before] in context.cues.conjunctions else before
        )
    elif name in _AFTER and last + 1 < len(tokens):
        text = _place_or_word(context, last + 1)
    elif name == "in_chain":
        text = _chain(first, last, context)
    elif name == "after_named_of" and first > 1:
        text = _run(context, first - 2, last)
    elif name in _IN_NAMES:
        text = _run(context, first, last)
    elif name in _ELSEWHERE:
        text = _longer_name(context, first)
    return text


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
    """The run of capitals around words first..last, the organization's name; without a word that opens the sentence."""
    tokens = context.tokens
    run = next((run for run in context.runs if run[0] <= first <= run[-1]), [first])
    start = run[0]
    if start < first and tokens.opens[start] and _is_word(context, start):
        start += 1
    return _text(context, start, max(last, run[-1]))


def _is_word(context: Context, i: int) -> bool:
    folded, cues = context.tokens.folded[i], context.cues
    return folded in context.tokens.lowered or any(
        folded in words for words in (cues.function_words, cues.prepositions, cues.saying)
    )


def _longer_name(context: Context, i: int) -> str:
    """The longest name that the word is part of anywhere in the article: "Kim Jong Un" of "Pemimpin Kim Jong Un"."""
    folded = context.tokens.folded
    names = [
        _unexplained(context, run, j) for run in context.runs if len(run) > 1 for j in run if folded[j] == folded[i]
    ]
    first, last = max(names, key=lambda name: name[1] - name[0], default=(i, i))
    return _text(context, first, last) if last > first else ""


def _unexplained(context: Context, run: list[int], at: int) -> tuple[int, int]:
    """First and last of the words around word ``at`` in its run that are no place's and no cue's."""
    first = last = at
    while first > run[0] and not context.known(first - 1):
        first -= 1
    while last < run[-1] and not context.known(last + 1):
        last += 1
    return first, last
