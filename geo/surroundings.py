"""Reads the context of an article's matches from its text."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from geo.ages import aged
from geo.context import Context, is_joined
from geo.cues import cues
from geo.matches import Match
from geo.neighbors import is_dateline
from geo.offices import held_by_offices
from geo.organizations import organizations
from geo.persons import initials, is_family_name, is_given_name, is_person, located, titled, unexplained, with_particles
from geo.tokens import LineStyle, Tokens
from geo.villages import listed_in_districts, villages
from geo.words import common_words
from geo.works import words_in_titles

_SPORT_WORDS: Final = 4
"""Different words of sport that make an article one about sport, where they are this share of its words and more."""

_SPORT_SHARE: Final = 0.01

_SUBHEADING: Final = 3
_ORDINARY: Final = 0.75
"""A line of at most three words is a subheading if one of them is at least so often no name, or is none in the text."""


def read_context(tokens: Tokens, language: str | None, matches: dict[int, list[Match]]) -> Context:
    """Work out the context of an article's matches."""
    context = Context(tokens=tokens, cues=cues(language), language=language, matches=matches)
    context.covered = frozenset(i for found in matches.values() for m in found for i in range(m.first, m.last + 1))
    context.strong = _strong(context)
    opening = (match for first, found in matches.items() if tokens.opens[first] for match in found)
    context.datelines = frozenset(m.folded for m in opening if m.count == 1 and is_dateline(m, context))
    context.aged = frozenset(aged(tokens, context.cues))
    given = {m.first for m in context.strong.values() if is_given_name(context, m)}
    context.strong = {i: m for i, m in context.strong.items() if m.first not in given and m.first - 1 not in given}
    family = {m.first for m in context.strong.values() if is_family_name(context, m)}
    context.strong = {i: m for i, m in context.strong.items() if m.first not in family}
    context.named = frozenset(tokens.folded[i] for i in given | family) - frozenset(located(context))
    context.initials = initials(context)
    context.strong = {i: m for i, m in context.strong.items() if m.folded not in context.initials}
    context.held = frozenset(held_by_offices(tokens, context.cues, matches))
    context.in_titles = frozenset(words_in_titles(tokens))
    context.is_sport = _is_sport(context)
    context.runs = runs = _runs(tokens, (i for i in tokens.capitals if tokens.styles[i] is LineStyle.NORMAL))
    state, proper = organizations(context, runs)
    context.state_org, context.proper_org = frozenset(state), frozenset(proper)
    context.villages = frozenset(villages(tokens, context.cues, runs))
    context.in_districts = frozenset(listed_in_districts(tokens, context.cues, matches))
    lines = (i for i in sorted(context.in_districts) if tokens.styles[i] is not LineStyle.NORMAL)
    context.runs = sorted([*runs, *_runs(tokens, filter(tokens.is_capital, lines))])
    segments = list(unexplained(context, runs))
    subheadings = frozenset(_in_subheadings(context))
    telling = (i for segment in segments for i in segment if i not in subheadings and not tokens.masked[i])
    context.name_parts = frozenset(tokens.folded[i] for i in telling)
    persons = (segment for segment in segments if is_person(context, segment))
    context.persons = frozenset(
        [*(tokens.folded[i] for segment in persons for i in segment), *titled(context, runs), *with_particles(context)]
        + [tokens.folded[i] for i in context.aged if not context.neighbor_is_name(i - 1, i)]
    )
    return context


def _is_sport(context: Context) -> bool:
    tokens = context.tokens
    used = (i for i, word in enumerate(tokens.folded) if word in context.cues.sport and not tokens.masked[i])
    words = [
        tokens.folded[i]
        for i in used
        if tokens.opens[i] or not tokens.is_capital(i) or tokens.styles[i] is not LineStyle.NORMAL  # "to Homer"
    ]
    return len(set(words)) >= _SPORT_WORDS and len(words) >= _SPORT_SHARE * len(context.tokens)


def _in_subheadings(context: Context) -> Iterator[int]:
    """Words of lines of a few capitals with an ordinary word among them, too short to tell a title: "Listrik Padam"."""
    tokens, ordinary = context.tokens, common_words(context.language)
    grammar = context.cues.function_words | context.cues.prepositions
    starts = [i for i, gap in enumerate(["\n", *tokens.gaps[:-1]]) if "\n" in gap]
    for first, after in pairwise([*starts, len(tokens)]):
        words, gaps = tokens.folded[first:after], tokens.gaps[first : after - 1]
        is_run = all(map(tokens.is_capital, range(first, after))) and all(gap == " " for gap in gaps)
        if not 1 < len(words) <= _SUBHEADING or not is_run:
            continue
        is_name = any(match.last == after - 1 for match in context.matches.get(first, ()))
        said = (word for word in words if word not in grammar)  # "By Karen Houston" is no subheading
        if not is_name and any(word in tokens.lowered or ordinary.get(word, 0.0) >= _ORDINARY for word in said):
            yield from range(first, after)


def _strong(context: Context) -> dict[int, Match]:
    covered: dict[int, Match] = {}
    for first in sorted(context.matches):
        if first in covered:
            continue
        strong = next((m for m in context.matches[first] if m.is_strong), None)
        if strong is not None:
            covered.update(dict.fromkeys(range(first, strong.last + 1), strong))
    return covered


def _runs(tokens: Tokens, words: Iterable[int]) -> list[list[int]]:
    """Runs of capitalised ``words`` with nothing but a space (or an initial's full stop) between them."""
    runs: list[list[int]] = []
    previous = -2
    for i in words:
        if previous == i - 1 and is_joined(tokens, previous):
            runs[-1].append(i)
        else:
            runs.append([i])
        previous = i
    return runs
