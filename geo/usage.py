"""Literal or associative: is the name where something is, or who acts?"""

from collections.abc import Iterator, Mapping
from typing import Final

from gazetteer.place import NameKind
from geo.context import HOME, Context
from geo.cues import Cues
from geo.matches import Match
from geo.mention import Usage
from geo.neighbors import PARTIES, is_dateline
from geo.origins import origin_features, whole_features
from geo.tokens import LineStyle, Shape

_CAPITAL: Final = "PPLC"
_SAME_PHRASE: Final = frozenset({", ", " (", "/"})
_AND: Final = frozenset({" dan ", ", dan ", " and ", ", and ", " serta ", " atau ", " or "})
_LONGEST_ADDRESS: Final = 10
_LONG: Final = 6
"""Letters from which an Indonesian word that begins like a verb is one: "menuduh", but not "meja"."""

_SPACES: Final = frozenset({" ", "\u00a0", "\n"})


def usage_of(match: Match, context: Context, previous: tuple[int, Usage] | None, table: Mapping[str, float]) -> Usage:
    """The usage of a match; ``previous`` is the last word of the mention before it and that mention's usage."""
    total = sum([table[name] * value for name, value in usage_features(match, context, previous).items()])
    return Usage.ASSOCIATIVE if total > 0 else Usage.LITERAL


def usage_features(match: Match, context: Context, previous: tuple[int, Usage] | None) -> dict[str, float]:
    """Features of a match, name -> 1.0; positive weights speak for an actor, negative ones for a location."""
    found = [
        "bias",
        *_of_place(match, context.language),
        *_of_words(match, context),
        *_of_list(match, context, previous),
    ]
    if "capital" in found and not any(name.startswith(("after_", "dateline")) for name in found):
        found.append("bare_capital")
    return dict.fromkeys(found, 1.0)


def _of_place(match: Match, language: str | None) -> Iterator[str]:
    best = match.best
    if best.kind is NameKind.DEMONYM:
        yield "demonym"
    elif best.place.feature_code == _CAPITAL:
        yield "home_capital" if best.place.country == HOME.get(language or "") else "capital"
    else:
        yield best.level.value


def _of_words(match: Match, context: Context) -> Iterator[str]:
    tokens, first, last = context.tokens, match.first, match.last
    if any(i in context.proper_org or i in context.state_org for i in range(first, last + 1)):
        yield "in_organization"
    if is_dateline(match, context):
        yield "dateline"
    elif tokens.styles[first] is not LineStyle.NORMAL:
        yield "headline"
    if tokens.opens[first]:
        yield "opens_sentence"
    elif first and match.best.kind is not NameKind.DEMONYM:  # "in Brazilian towns": "in" is of the towns
        before = first - 1
        if tokens.folded[before] in context.cues.articles and before and tokens.gaps[before] == " ":
            before -= 1  # "in the Netherlands"
        yield from _of_words_before(before, context)
        yield from origin_features(before, _end_of_list(last, context), context)
        yield from whole_features(before, context)
    last = _end_of_list(last, context)
    if last + 1 < len(tokens):
        yield from _of_words_after(last, context)


def _of_words_before(before: int, context: Context) -> Iterator[str]:
    tokens, cues = context.tokens, context.cues
    gap, word = tokens.gap(before), tokens.folded[before]
    if gap == "-":
        yield "of_party" if tokens.words[before] in PARTIES else "in_chain"
    if gap == ", ":
        yield from _of_governor(before, context)
    if gap == "/" and tokens.shapes[before] is Shape.NUMBER:  # "Kodim 0410/Bandar Lampung"
        yield from _of_word(tokens.folded[max(0, before - 1)], cues)
    if gap in _SPACES:
        yield from _of_words_beside(before, word, context)


def _of_words_beside(before: int, word: str, context: Context) -> Iterator[str]:
    tokens, cues = context.tokens, context.cues
    if word in cues.level and (word in cues.in_name_before or word not in cues.associative):
        # "di Kota Semarang", "gubernur Provinsi X": the word before the level word decides, if it says anything
        yield "after_level_word"
        before -= 1
        if before >= 0 and tokens.gaps[before] == ", ":
            yield from _of_governor(before, context)
        if before < 0 or tokens.gaps[before] not in _SPACES:
            return
        word = tokens.folded[before]
    if tokens.is_capital(before) and before not in context.covered:
        yield "after_capital"
    if word == "of" and before and tokens.is_capital(before - 1) and tokens.folded[before - 1] in context.persons:
        yield "person_from"
    elif word == "of" and before and tokens.gaps[before - 1] == ", ":
        yield "after_comma_of"
    else:
        head = context.tokens.folded[context.head_before(before + 1)]
        says_where = word in cues.prepositions_like or word in cues.locative  # not "der" of "in der Ukraine"
        yield from _of_word(word if says_where and head not in cues.associative else head, cues)


def _of_governor(before: int, context: Context) -> Iterator[str]:
    """What the word before an address says of its last part: "warga Desa Karama, Kec. Tinambung, Polman"."""
    tokens, cues = context.tokens, context.cues
    for i in range(before, max(-1, before - _LONGEST_ADDRESS), -1):
        word = tokens.folded[i]
        if word in cues.associative:
            yield "governed_by_actor"
        elif word in cues.locative:
            yield "governed_by_locative"
        is_of_address = tokens.is_capital(i) or word in cues.level or tokens.shapes[i] is Shape.NUMBER
        if not is_of_address or (i and tokens.gaps[i - 1] not in {" ", ", ", ". "}):
            return


def _of_word(word: str, cues: Cues) -> Iterator[str]:
    """What the word directly before a name, or before its level word, says by itself."""
    if word in cues.prepositions:
        yield f"after_{word}"
    elif word in cues.prepositions_like:
        yield f"after_{cues.prepositions_like[word]}"
    elif word in cues.attacks:
        yield "after_attack"
    elif word in cues.associative:
        yield "after_actor_word"
    elif word in cues.locative:
        yield "after_locative"
    elif word in cues.titles:
        yield "after_title"


def _end_of_list(last: int, context: Context) -> int:
    """The last word of the list that a name is in: what follows "Moskow dan Pyongyang" is said of both."""
    tokens = context.tokens
    while (
        last + 2 < len(tokens) and tokens.folded[last + 1] in context.cues.conjunctions and last + 2 in context.matches
    ):
        last = context.matches[last + 2][0].last
    return last


def _of_words_after(last: int, context: Context) -> Iterator[str]:
    tokens = context.tokens
    gap = tokens.gap(last)
    if gap == "-":
        yield "in_chain"
    elif tokens.endings.get(last) in context.cues.locative_endings:
        yield "after_locative"
    elif gap.startswith(("'", "\N{RIGHT SINGLE QUOTATION MARK}")):
        yield "possessive"
    elif gap in _SPACES:
        if tokens.is_capital(last + 1) and last + 1 not in context.covered:
            yield "name_after"
        else:
            yield from _of_word_after(last + 1, context)
            if tokens.folded[last + 1] in context.cues.where_after:
                yield "before_where"
    elif gap.startswith(", ") and tokens.folded[last + 1] in context.cues.relatives:
        yield "before_relative"
    elif gap.startswith("."):
        yield "before_stop"


def _of_word_after(after: int, context: Context) -> Iterator[str]:
    """What the word directly after a name, or after the list that it is in, says of it."""
    cues, word = context.cues, context.tokens.folded[after]
    if word in cues.actors_after or word in cues.saying:
        yield "before_actor_word"
    elif word in cues.auxiliaries:
        yield "before_auxiliary"
    elif word in cues.level:
        yield "before_level_word"
    elif word in cues.locative:
        yield "before_locative"
    elif word in cues.facility_described:
        yield "before_actor_word" if _is_run(after, context) else "before_site"
    elif context.tokens.shapes[after] is Shape.LOWER and word not in cues.function_words and word not in cues.going_on:
        is_verb = (len(word) >= _LONG and word.startswith(cues.verb_starts)) or word.endswith(cues.verb_ends)
        yield "before_verb" if is_verb else "before_word"


def _is_run(site: int, context: Context) -> bool:
    """Whether who runs a site stands after it: "the Salem school board", "the Clarion school district"."""
    tokens, cues = context.tokens, context.cues
    is_followed = site + 1 < len(tokens) and tokens.gap(site) == " "
    return is_followed and (tokens.folded[site + 1] in cues.actors_after or tokens.folded[site + 1] in cues.level)


def _of_list(match: Match, context: Context, previous: tuple[int, Usage] | None) -> Iterator[str]:
    """In "X, Y" and in lists a mention is mostly used as the one before."""
    if previous is None:
        return
    between = context.tokens.text[context.tokens.ends[previous[0]] : context.tokens.starts[match.first]]
    if between in _SAME_PHRASE or between in _AND:
        yield f"after_{previous[1].value}"
