"""Why a mention is put where it is, in both languages of the page, in pieces that many sentences share."""

import re
from collections.abc import Iterator
from typing import Final

from geo.explain import reasons as reasons_for
from geo.explain import why
from geo.mention import Candidate
from geo.phrases import full, sentence
from geo.policy import PublicMention
from geo.tally import Certainty, certainty
from maps.page.atlas import Both
from maps.page.words import LANGUAGES

MOST_OTHERS: Final = 3
LEAST_OTHER: Final = 0.05
"""Probability from which another place is worth a reader's doubt: with less it is not even one in ten."""

LEAST_NONE: Final = 0.15
"""Likewise for what none of the places known may be."""

_CUT: Final = re.compile(r"(?<=[:;,] )|(?<=[(“])|(?=[)”])")
"""A piece ends where a sentence names something, and where its next clause begins."""


def pieces(both: Both) -> tuple[Both, ...]:
    """A sentence cut where it names something, so that its parts can be kept once; joined they are the sentence."""
    indonesian, english = (list(filter(None, _CUT.split(text))) for text in both)
    if len(indonesian) != len(english):
        return (both,)
    return tuple(zip(indonesian, english, strict=True))


def rolled_up(mention: PublicMention) -> Both | None:
    """What became of the site that the text puts in the place; None where there is none."""
    if mention.rolled_up_from is None:
        return None
    indonesian, english = (why(mention, language)[-1] for language in LANGUAGES)
    return indonesian, english


def told(mention: PublicMention) -> Iterator[Both]:
    """The reasons for the place and against the runners-up, without that of :func:`rolled_up`."""
    site = rolled_up(mention)
    for indonesian, english in zip(*(reasons_for(mention, language) for language in LANGUAGES), strict=True):
        if (indonesian, english) != site:
            yield indonesian, english


def others(mention: PublicMention) -> Iterator[tuple[Both | None, float]]:
    """What else a mention that is not sure may mean, and how probable that is, 0..1; the most probable first.

    None stands for no place that is known, or no place at all.
    """
    if certainty(mention.probability) is Certainty.SURE:
        return
    for other in mention.alternatives[:MOST_OTHERS]:
        if other.probability >= LEAST_OTHER:
            yield (_named(mention, other, "id"), _named(mention, other, "en")), other.probability
    rest = 1 - mention.probability - sum(other.probability for other in mention.alternatives)
    if rest >= LEAST_NONE:
        yield None, rest


def _named(mention: PublicMention, other: Candidate, language: str) -> str:
    """The other place with what and where it is; "Kursk lain, kota" where the one chosen is described alike."""
    name = full(other.place, other.within, language)
    if name != full(mention.place, mention.within, language):
        return name
    another = sentence("other", language, place=other.place.label(language))
    return full(other.place, other.within, language, another)
