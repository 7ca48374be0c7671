"""Finds the names of sites, so that no place inside them is ever mapped.

In Indonesian the name follows the head ("Bandara Ngurah Rai", "pabrik Ciptajaya"), in English it mostly precedes it
("Heathrow Airport", "Ciptajaya machine complex"). A country or nationality beside a head in lower case is an
owner ("pabrik rudal Korea Utara", "Russian factories") and stays a place.
"""

from collections.abc import Iterator

from geo.article import Span
from geo.context import Context
from geo.mention import Facility
from geo.site_words import SiteWords, follows, is_told_town
from geo.sites_named_after import name_after
from geo.sites_named_before import name_before


def find_facilities(article_id: str, context: Context) -> list[Facility]:
    """The facilities of an article, in order, none overlapping another."""
    found: list[Facility] = []
    taken = -1
    cues = context.cues
    heads = cues.facility_before | cues.facility_after | cues.facility_in_capitals
    words_of_sites = heads | cues.facility_names | cues.facility_plurals | cues.school_levels
    for i in [i for i, word in enumerate(context.tokens.folded) if word in words_of_sites]:
        if i <= taken or context.tokens.masked[i]:
            continue
        one = name_after(context, i) or name_before(context, i) or _name_alone(context, i)
        for words in _listed_after(context, i) if one is None else (one, *_listed_with(context, one)):
            if words.first > taken:
                found.append(_facility(article_id, context, words))
                taken = words.last
    return found


def _listed_after(context: Context, i: int) -> Iterator[SiteWords]:
    """The sites of a list that the plural of a head begins: "Nearest airports: Otopeni and Vienna-Schwechat"."""
    if context.tokens.folded[i] in context.cues.facility_plurals and context.tokens.gap(i) == ": ":
        yield from _names_from(context, i + 1)


def _listed_with(context: Context, one: SiteWords) -> Iterator[SiteWords]:
    """The sites that follow one in a list of which a word before it says that it is of several: Vietnamese "các"."""
    tokens = context.tokens
    is_plural = one.first > 0 and tokens.folded[one.first - 1] in context.cues.plural_markers
    if is_plural and tokens.gap(one.last) == ", ":
        yield from _names_from(context, one.last + 1)


def _names_from(context: Context, at: int) -> Iterator[SiteWords]:
    """The names of a list that begins at word ``at``."""
    tokens = context.tokens
    while tokens.is_capital(at):
        last = at
        while follows(context, last + 1) and tokens.is_capital(last + 1):
            last += 1
        yield SiteWords(at, last)
        is_last = tokens.gap(last) != ", "
        at = last + 1
        if at < len(tokens) and tokens.folded[at] in context.cues.conjunctions:
            at += 1
        elif is_last:
            return


def _name_alone(context: Context, i: int) -> SiteWords | None:
    """A site known without a head: "from Heathrow", "the White House".

    Before a head it is part of a longer name; "White House, Tennessee" is the town.
    """
    tokens, cues = context.tokens, context.cues
    second = cues.facility_second.get(tokens.folded[i])
    last = i if second is None else i + 1
    is_written = tokens.is_caseless or all(map(tokens.is_capital, range(i, last + 1)))
    if tokens.folded[i] not in cues.facility_names or not is_written:
        return None
    if second is not None and not (follows(context, last) and tokens.folded[last] in second):
        return None
    heads = cues.facility_modifiers | cues.facility_after
    if follows(context, last + 1) and tokens.folded[last + 1] in heads:
        return None
    return None if is_told_town(context, i, last) else SiteWords(i, last)


def _facility(article_id: str, context: Context, words: SiteWords) -> Facility:
    tokens = context.tokens
    start, end = tokens.starts[words.first], tokens.ends[words.last]
    return Facility(
        article_id=article_id,
        start=start,
        end=end,
        text=tokens.text[start:end],
        host=_host(context, words.last),
    )


def _host(context: Context, last: int) -> Span | None:
    """The place that the text puts the facility in: "... di Hamhung", "..., Hamhung"."""
    tokens, cues = context.tokens, context.cues
    at = last + 1
    if at >= len(tokens) or tokens.gap(last) not in {" ", ", "}:
        return None
    joined_by_comma = tokens.gap(last) == ", "
    steps = 0
    while at < len(tokens) - 1 and steps < 2 and tokens.folded[at] in cues.facility_host and tokens.gap(at) == " ":
        at += 1
        steps += 1
    if not steps and not joined_by_comma:
        return None
    matches = context.matches.get(at)
    if not matches:
        return None
    return Span(tokens.starts[at], tokens.ends[matches[0].last])
