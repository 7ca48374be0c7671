"""Villages and other units finer than a town, as an article's words for them tell: listed, and never mapped."""

from collections.abc import Iterator
from itertools import pairwise

from gazetteer.place import NameKind
from geo.cues import AND_WORDS, Cues
from geo.matches import Match
from geo.tokens import Tokens


def is_village(match: Match, tokens: Tokens, cues: Cues) -> bool:
    """Whether a word before a match or in it says that it is finer than a town: "Desa Wonosobo" is listed only."""
    before, heads = match.first - 1, cues.villages
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
        if at or (run[0] and folded[run[0] - 1] in heads and tokens.gap(run[0] - 1) == " "):
            for names in (run[at:], *_listed_after(tokens, cues, runs, number)):
                yield " ".join(folded[i] for i in names)


def _listed_after(tokens: Tokens, cues: Cues, runs: list[list[int]], number: int) -> list[list[int]]:
    """The runs listed after run ``number``, up to the last: of "X, Y dan Z" Y and Z; of "X, Y" none, Y may hold X."""
    listed = list[list[int]]()
    for previous, run in pairwise(runs[number:]):
        beside = previous[-1] + 1
        is_last = tokens.folded[beside] in AND_WORDS and run[0] == beside + 1
        is_next = run[0] == beside and tokens.gap(beside - 1) == ", "
        if tokens.folded[run[0]] in cues.level or not (is_last or is_next):
            return []
        listed.append(run)
        if is_last:
            return listed
    return []
