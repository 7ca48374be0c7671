"""Why a name is not on the map: withheld, unresolved, or not taken for a place; in plain sentences."""

from collections.abc import Iterable, Mapping
from typing import Final

from geo.clauses import LEAST_WEIGHT, spoken
from geo.mention import Evidence
from geo.not_places import NotPlace
from geo.phrases import full, joined, phrases, sentence, written
from geo.policy import Withheld, WithheldReason

_MOST_NAMED: Final = 2

KINDS: Final[Mapping[str, frozenset[str]]] = {
    "person": frozenset({
        "after_saying", "after_title", "before_saying", "family_name", "given_name", "given_name_before",
        "part_of_a_person", "person_name_after", "before_age", "somebodys_given_name",
    }),
    "organization": frozenset({
        "after_named_of", "after_organization_head", "in_proper_organization", "in_sport", "in_state_organization",
        "plays",
        "has_score",
    }),
    "name": frozenset({
        "between_names", "name_after", "name_before", "opener_before", "part_of_a_name", "strong_with_name_after",
        "in_longer_name",
    }),
    "word": frozenset({
        "a_word_elsewhere", "calendar", "common_word", "common_word_opening", "common_words", "function_word",
        "in_lower_case_elsewhere",
    }),
    "thing": frozenset({"quoted_alone", "before_number", "before_thing", "currency", "in_address", "language_name"}),
}  # fmt: skip
"""What a name is rather than a place, by the evidence against it."""


def why_withheld(withheld: Withheld, language: str) -> str:
    """One sentence: why something that was found is not on the map."""
    name = written(withheld.text)
    if withheld.reason is WithheldReason.FACILITY:
        return sentence("facility", language, name=name)
    if withheld.reason is WithheldReason.ROLLED_UP:
        return sentence("rolled_up_withheld", language, name=name, host=withheld.host or "")
    others = [full(one.place, one.within, language) for one in withheld.candidates]
    if withheld.reason is WithheldReason.NO_POSITION and others:
        return sentence("no_position", language, name=name, place=others[0])
    key = "no_place_chosen_others" if others else "no_place_chosen"
    return sentence(key, language, name=name, others="; ".join(others[:_MOST_NAMED]))


def why_unresolved(name: str, evidence: Iterable[Evidence], language: str) -> str:
    """One sentence: why a name without an entry is thought to be a place."""
    clauses = spoken("unresolved", evidence, name, language, speaking_for=True)
    if not clauses:
        return sentence("unresolved", language)
    return sentence("unresolved_because", language, clauses=joined(clauses, language))


def kind_instead(evidence: Iterable[Evidence]) -> str:
    """What a name is rather than a place, by the strongest evidence against it: a key of :data:`KINDS`, or "other"."""
    known = [
        (one.weight, kind)
        for one in evidence
        for kind, names in KINDS.items()
        if one.name in names and one.weight <= -LEAST_WEIGHT
    ]
    return min(known)[1] if known else "other"


def why_no_place(found: NotPlace, language: str) -> str:
    """One sentence: why a name of the gazetteer was not taken for a place here."""
    kind = kind_instead(found.evidence)
    # what says that it is of this kind; the rest says little more
    telling = [one for one in found.evidence if kind == "other" or one.name in KINDS[kind]]
    clauses = spoken("recognition", telling, found.text, language, speaking_for=False)
    if not clauses:
        return sentence("not_place_alone", language)
    said = clauses[:1] if kind == "word" else clauses
    return sentence("not_place", language, kind=phrases(language)["kind"][kind], clauses=joined(said, language))
