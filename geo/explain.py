"""Evidence in plain sentences: why a name is a place, why this one, and why not another."""

import math
from collections.abc import Iterable
from typing import Final

from geo.clauses import clauses_against, clauses_for, lead_in_prominence, spoken
from geo.mention import Candidate, Evidence
from geo.phrases import LANGUAGES, full, joined, phrases, sentence, written
from geo.policy import PublicMention

CERTAINTY: Final = (
    (0.98, "certain"),
    (0.90, "very_likely"),
    (0.60, "likely"),
    (0.35, "unsure"),
    (0.00, "doubtful"),
)
"""Least probability for each word on how sure a choice is."""

_SURE_PLACE: Final = 0.8
"""Probability of being a place name at all from which that is not worth a sentence."""

_LIKELY: Final = 0.6
_BETTER_KNOWN: Final = 1.5
"""Log-odds from which a place is so much better known that it has to be owned."""

_WORTH_NAMING: Final = 0.001
_KNOWN: Final = 5.0
"""Probability, or prominence (about 100,000 inhabitants), from which a runner-up is spoken of unasked."""

_BY_HAND: Final = "corrected"
"""Evidence of :mod:`geo.corrections`: a person chose the place."""

_MOST_SENTENCES: Final = 4
_MOST_AGAINST: Final = 2


def certainty(probability: float, language: str) -> str:
    """A probability in one or two words ("sangat mungkin", "very likely"), see :data:`CERTAINTY`."""
    key = next(key for least, key in CERTAINTY if probability >= least)
    return str(phrases(language)["certainty"][key])


def reasons(mention: PublicMention, language: str) -> tuple[str, ...]:
    """Up to four sentences: what the place is and why it is meant, whether that is unsure, and why it is no other.

    ``language`` is "id" or "en"; any other gets English. The same mention always gets the same sentences, and as many
    in each language: of two places that are called alike in any of them, one is spoken of.
    """
    said, (_, other) = list(why(mention, language)), _unsure(mention, language)
    if _is_placed_by_hand(mention):
        return tuple(said)
    rivals = (c for c in mention.alternatives if c.probability >= _WORTH_NAMING or c.place.prominence >= _KNOWN)
    told = set() if other is None else _names(mention, other)
    for rival in list(rivals)[:_MOST_AGAINST]:
        if told.isdisjoint(names := _names(mention, rival)):
            told |= names
            said.append(against(mention, rival, language))
    return tuple(said)[:_MOST_SENTENCES]


def why(mention: PublicMention, language: str) -> tuple[str, ...]:
    """The sentences of :func:`reasons` that are not about the runners-up."""
    unsure, _ = _unsure(mention, language)
    said = (_chosen(mention, language), unsure, _doubt(mention, language), _rolled_up(mention, language))
    return tuple(text for text in said if text)


def against(mention: PublicMention, alternative: Candidate, language: str) -> str:
    """One sentence: why an alternative of the mention is not the place meant."""
    other = _named(mention, alternative, language)
    if _is_placed_by_hand(mention):
        return sentence("against", language, other=other)
    clauses = clauses_against(mention, alternative, language)
    if not clauses:
        return sentence("against_because", language, other=other, clauses=phrases(language)["sentence"]["weaker"])
    is_better_known = lead_in_prominence(alternative, mention) >= _BETTER_KNOWN
    key = "against_although" if is_better_known else "against_because"
    return sentence(key, language, other=other, clauses=joined(clauses, language))


def recognition_probability(evidence: Iterable[Evidence]) -> float:
    """Probability, 0..1, of being a place name at all, from the evidence of recognition."""
    return 1 / (1 + math.exp(-sum(one.weight for one in evidence)))


def _chosen(mention: PublicMention, language: str) -> str:
    """What the place is, and what speaks for it most."""
    head, clauses = full(mention.place, mention.within, language), clauses_for(mention, language)
    if _is_placed_by_hand(mention):
        clauses = [str(phrases(language)["sentence"]["by_hand"])]
    return f"{head}: {joined(clauses, language)}." if clauses else f"{head}."


def _is_placed_by_hand(mention: PublicMention) -> bool:
    return any(one.name == _BY_HAND for one in mention.evidence)


def _doubt(mention: PublicMention, language: str) -> str:
    """Whether it is a place name at all, where that is unsure; else nothing."""
    if not mention.recognition or recognition_probability(mention.recognition) >= _SURE_PLACE:
        return ""
    cons = spoken("recognition", mention.recognition, mention.text, language, speaking_for=False)
    pros = spoken("recognition", mention.recognition, mention.text, language, speaking_for=True)
    if not cons:
        return ""
    key = "taken_unsure" if pros else "taken_doubted"
    return sentence(key, language, against=cons[0], clauses=joined(pros[:1], language))


def _rolled_up(mention: PublicMention, language: str) -> str:
    if mention.rolled_up_from is None:
        return ""
    site = written(mention.rolled_up_from)
    return sentence("rolled_up", language, site=site, place=mention.place.label(language))


def _unsure(mention: PublicMention, language: str) -> tuple[str, Candidate | None]:
    """The sentence on what else it may be, where that is likely enough, and the candidate that it speaks of."""
    if mention.probability >= _LIKELY:
        return "", None
    nearest = max(mention.alternatives, key=lambda one: one.probability, default=None)
    share = recognition_probability(mention.recognition) if mention.recognition else 1.0
    rest = share - mention.probability - sum(one.probability for one in mention.alternatives)
    if nearest is None or rest > nearest.probability:
        return sentence("unsure_none", language), None
    other, clauses = _named(mention, nearest, language), clauses_against(mention, nearest, language)
    key = "unsure_other_because" if clauses else "unsure_other"
    return sentence(key, language, other=other, clauses=joined(clauses[:1], language)), nearest


def _names(mention: PublicMention, other: Candidate) -> set[tuple[str, str]]:
    """What another candidate is called, by language."""
    return {(language, _named(mention, other, language)) for language in LANGUAGES}


def _named(mention: PublicMention, other: Candidate, language: str) -> str:
    """Another candidate with its description; "Pesisir lain, ..." where both have the same."""
    text = full(other.place, other.within, language)
    if text != full(mention.place, mention.within, language):
        return text
    name = sentence("other", language, place=other.place.label(language))
    return full(other.place, other.within, language, name)
