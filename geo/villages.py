"""Villages and other units finer than a town, as an article's words for them tell: listed, and never mapped."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, pairwise
from typing import Final

from gazetteer.place import Level, NameKind
from geo.context import head_before
from geo.cues import Cues
from geo.matches import Match
from geo.tokens import Shape, Tokens

_UNITS: Final = frozenset({Level.ADM1, Level.ADM2})
_BRACKET: Final = " ("
_COLON: Final = ": "
_DASHES: Final = (" \u2013 ", " \u2014 ", " - ")
_BEFORE_LISTS: Final = frozenset({_BRACKET, _COLON, *_DASHES})
_MOST_COUNTING: Final = 8
"""Words of "131 rumah, terbanyak di" at most."""


def is_village(match: Match, tokens: Tokens, cues: Cues) -> bool:
    """Whether a word before a match or in it says that it is finer than a town: "Desa Wonosobo" is listed only."""
    before, heads = head_before(tokens, cues, match.first), cues.villages
    if match.count > 1 and tokens.folded[match.first] in heads and match.best.kind is not NameKind.PART:
        return True  # some villages stand with the word in the gazetteer, which lacks most of their name
    return before >= 0 and tokens.folded[before] in heads and tokens.gaps[before] == " "


def villages(tokens: Tokens, cues: Cues, runs: list[list[int]]) -> Iterator[str]:
    """The names after a word for a village, wherever it stands: "Desa Gasol", "desa Ranu Bedali, Duren dan Jati"."""
    folded, heads = tokens.folded, cues.villages
    if heads.isdisjoint(folded):
        return
    for number, run in enumerate(runs):
        at = next((n + 1 for n, i in enumerate(run) if folded[i] in heads), 0)
        head = head_before(tokens, cues, run[0])
        if at or (run[0] and folded[head] in heads and tokens.gap(head) == " "):
            for names in (run[at:], *_listed_after(tokens, cues, runs, number)):
                yield " ".join(folded[i] for i in names)


def _listed_after(tokens: Tokens, cues: Cues, runs: list[list[int]], number: int) -> list[list[int]]:
    """The runs listed after run ``number``, up to the last: of "X, Y dan Z" Y and Z; of "X, Y" none, Y may hold X."""
    listed = list[list[int]]()
    for previous, run in pairwise(runs[number:]):
        beside = previous[-1] + 1
        is_last = tokens.folded[beside] in cues.conjunctions and run[0] == beside + 1
        is_next = run[0] == beside and tokens.gap(beside - 1) == ", "
        if tokens.folded[run[0]] in cues.level or not (is_last or is_next):
            return []
        listed.append(run)
        if is_last:
            return listed
    return []


def listed_in_districts(tokens: Tokens, cues: Cues, matches: Mapping[int, Sequence[Match]]) -> Iterator[int]:
    """The words of villages listed by their kecamatan: "Kec. Mersam: Teluk Melintang", "Maro Sebo (Danau Lamo)"."""
    headline, _, _ = tokens.text.partition("\n")
    for last in sorted({*_named_districts(tokens, cues), *_parts(matches)}):
        if tokens.gap(last) != _BRACKET and tokens.starts[last] < len(headline):
            continue  # "Cugenang: Banjir Surut" tells what happened there
        words = _in_list(tokens, cues, _after_count(tokens, last)) if tokens.gap(last) in _BEFORE_LISTS else []
        if words and not (tokens.gap(last) != _COLON and _is_unit(words, tokens, cues, matches)):
            yield from words


def _after_count(tokens: Tokens, last: int) -> int:
    """Where the list after word ``last`` begins, how much there is of what left out: ": 66 rumah, terbanyak di X"."""
    at = last + 1
    if tokens.gap(last) != _COLON or at >= len(tokens) or tokens.shapes[at] is not Shape.NUMBER:
        return at
    for i in range(at + 1, min(at + _MOST_COUNTING, len(tokens))):
        if tokens.is_capital(i):
            return i
        if "\n" in tokens.gap(i) or tokens.gap(i).startswith("."):
            return at
    return at


def _named_districts(tokens: Tokens, cues: Cues) -> Iterator[int]:
    """The last words of names after a word for a kecamatan."""
    for i, word in enumerate(tokens.folded):
        if word in cues.districts and word in cues.level:
            last = i
            while tokens.gap(last) == " " and tokens.is_capital(last + 1):
                last += 1
            if last > i:
                yield last


def _parts(matches: Mapping[int, Sequence[Match]]) -> Iterator[int]:
    """The last words of names that the gazetteer knows as those of kecamatan."""
    return (match.last for match in chain.from_iterable(matches.values()) if match.best.kind is NameKind.PART)


def _in_list(tokens: Tokens, cues: Cues, first: int) -> list[int]:
    """The words from ``first`` to the end of its brackets or its line; none where they are not all names.

    How many are where may follow a name ("Batubulan 61 jiwa, Kawahang 148"), or a dash and the list ("– 604 KK").
    """
    closing = ")" if tokens.gap(first - 1) == _BRACKET else "\n"
    words = list[int]()
    for i in range(first, len(tokens)):
        counts = bool(words) and Shape.NUMBER in tokens.shapes[i - 1 : i + 1]
        if not (
            tokens.is_capital(i) or counts or tokens.folded[i] in cues.conjunctions or tokens.folded[i] in cues.villages
        ):
            return []
        if tokens.is_capital(i) and (not counts or tokens.shapes[i - 1] is not Shape.NUMBER):
            words.append(i)
        if closing in tokens.gap(i):
            return words
        is_last = tokens.gap(i) in _DASHES and i + 1 < len(tokens) and tokens.shapes[i + 1] is Shape.NUMBER
        if tokens.gap(i) not in {" ", ", "} and not is_last:
            return []
    return words if closing == "\n" else []


def _is_unit(words: list[int], tokens: Tokens, cues: Cues, matches: Mapping[int, Sequence[Match]]) -> bool:
    """Whether a bracket or dash holds no villages but what the kecamatan lies in: "Pacet (Kabupaten Cianjur)"."""
    first = words[0]
    if tokens.folded[first] in cues.level and tokens.folded[first] not in cues.villages:
        return True
    whole = (match for match in matches.get(first, ()) if match.last == words[-1])
    return any(sense.level in _UNITS for match in whole for sense in match.senses)
