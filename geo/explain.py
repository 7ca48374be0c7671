"""Evidence in plain sentences: why a name is a place, why this one, and why not another."""

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from gazetteer.names import fold
from gazetteer.place import Place
from gazetteer.ranking import people
from geo.mention import Candidate, Evidence
from geo.phrases import clause, country_of, full, joined, kind_of, level_words, phrases, sentence
from geo.policy import PublicMention

CERTAINTY: Final = (
    (0.98, "certain"),
    (0.90, "very_likely"),
    (0.70, "likely"),
    (0.50, "unsure"),
    (0.00, "doubtful"),
)
"""Least probability for each word on how sure a choice is."""

LEAST_WEIGHT: Final = 0.3
"""Log-odds from which a piece of evidence is worth saying."""

_SURE_PLACE: Final = 0.8
"""Probability of being a place name at all from which that is not worth a sentence."""

_LIKELY: Final = 0.7
_MUCH: Final = 1.0
"""Powers of ten of inhabitants between two places from which one is much larger."""

_MUCH_BETTER_KNOWN: Final = 1.5
_WORTH_NAMING: Final = 0.001
_KNOWN: Final = 5.0
"""Probability, or prominence (about 100,000 inhabitants), from which a runner-up is spoken of unasked."""

_MOST_SENTENCES: Final = 4
_MOST_CLAUSES: Final = 2
_MOST_AGAINST: Final = 2
_MOST_RIVALS: Final = 3
_PROMINENCE: Final = "prominence"
_AROUND: Final = frozenset({"same_unit", "same_country", "country_named"})
"""Say much the same: that the article is about that part of the world."""

_WITHOUT_SAYING: Final = frozenset({
    "level_continent", "level_region", "level_country", "level_adm1", "level_adm2", "level_city", "none", "bias",
})  # fmt: skip
_OF_NAMES: Final = "name_"
_SEEN: Final = frozenset({"bias", "country", "region", "adm1", "adm2", "city"})
"""What recognition makes of the place itself: nothing that the text says."""


def certainty(probability: float, language: str) -> str:
    """A probability in one or two words ("sangat mungkin", "very likely"), see :data:`CERTAINTY`."""
    key = next(key for least, key in CERTAINTY if probability >= least)
    return str(phrases(language)["certainty"][key])


def reasons(mention: PublicMention, language: str) -> tuple[str, ...]:
    """Up to four sentences: what the place is and why it is meant, whether that is unsure, and why it is no other.

    ``language`` is "id" or "en"; any other gets English. The same mention always gets the same sentences.
    """
    said = [_chosen(mention, language), _doubt(mention, language), _rolled_up(mention, language)]
    unsure, other = _unsure(mention, language)
    said.insert(1, unsure)
    rivals = (c for c in mention.alternatives if c.probability >= _WORTH_NAMING or c.place.prominence >= _KNOWN)
    said += [against(mention, rival, language) for rival in list(rivals)[:_MOST_AGAINST] if rival is not other]
    return tuple(text for text in said if text)[:_MOST_SENTENCES]


def against(mention: PublicMention, alternative: Candidate, language: str) -> str:
    """One sentence: why an alternative of the mention is not the place meant."""
    other, clauses = _named(mention, alternative, language), _clauses_against(mention, alternative, language)
    if not clauses:
        return sentence("against_because", language, other=other, clauses=phrases(language)["sentence"]["weaker"])
    key = "against_although" if _is_better_known(alternative, mention) else "against_because"
    return sentence(key, language, other=other, clauses=joined(clauses, language))


def recognition_probability(evidence: Iterable[Evidence]) -> float:
    """Probability, 0..1, of being a place name at all, from the evidence of recognition."""
    return 1 / (1 + math.exp(-sum(one.weight for one in evidence)))


def phrase(model: str, evidence: Evidence, name: str, language: str) -> str | None:
    """What a piece of evidence says of the written ``name``, as a clause; None where there is nothing to say.

    ``model`` is the table that the evidence is from: "recognition" or "unresolved".
    """
    table = phrases(language)[model]
    opposite = f"{evidence.name}-"
    key = opposite if evidence.weight < 0 and opposite in table else evidence.name
    return clause(table, key, {"name": _line(name), "detail": evidence.detail})


def spoken(model: str, evidence: Iterable[Evidence], name: str, language: str, *, speaking_for: bool) -> list[str]:
    """The two strongest clauses of evidence that speaks for, or against, ``name`` being a place; the text's words first."""
    sign = 1 if speaking_for else -1
    strong = (one for one in evidence if one.weight * sign >= LEAST_WEIGHT and one.name != "bias")
    ordered = sorted(strong, key=lambda one: (one.name in _SEEN or one.name == _PROMINENCE, -one.weight * sign, one.name))
    return _distinct(phrase(model, one, name, language) for one in ordered)


def candidate_phrase(name: str, evidence: Evidence, candidate: Candidate, language: str) -> str | None:
    """What a piece of evidence says of a candidate for the written ``name``, as a clause; None where nothing."""
    form = "own" if evidence.name.startswith(_OF_NAMES) else "has"
    return _said(form, evidence, name, candidate.place, candidate.within, language)


def _chosen(mention: PublicMention, language: str) -> str:
    """What the place is, and what speaks for it most."""
    head, clauses = full(mention.place, mention.within, language), list(_clauses_for(mention, language))
    return f"{head}: {joined(clauses[:_MOST_CLAUSES], language)}." if clauses else f"{head}."


def _clauses_for(mention: PublicMention, language: str) -> Iterator[str]:
    chosen = Candidate(
        place=mention.place, probability=mention.probability, evidence=mention.evidence, within=mention.within
    )
    yield from _clauses_of_name(mention, chosen, language)
    rivals = mention.alternatives[:_MOST_RIVALS]
    scored: list[tuple[float, Evidence]] = []
    for one in mention.evidence:
        others = [_weights(rival).get(one.name, 0.0) for rival in rivals]
        nearest = max(others, default=0.0) if one.name == _PROMINENCE else sum(others) / max(1, len(others))
        lead = one.weight - nearest
        is_said = one.name in _WITHOUT_SAYING or one.name.startswith(_OF_NAMES)
        if one.weight > 0 and lead >= LEAST_WEIGHT and not is_said and (rivals or one.name != _PROMINENCE):
            scored.append((lead, one))
    scored.sort(key=lambda pair: (-pair[0], pair[1].name))
    yield from _once_around((one.name, candidate_phrase(mention.text, one, chosen, language)) for _, one in scored)
    if not rivals and not mention.demonym:
        yield str(phrases(language)["sentence"]["only"])


def _clauses_of_name(mention: PublicMention, chosen: Candidate, language: str) -> Iterator[str]:
    """What the name is to the place, where it is not simply its name."""
    names = [one for one in mention.evidence if one.name.startswith(_OF_NAMES)]
    if mention.demonym:
        names = [Evidence(name="name_demonym", weight=0.0)]
    label = fold(mention.place.label(language))
    if fold(mention.text) != label:
        yield from filter(None, (candidate_phrase(mention.text, one, chosen, language) for one in names))


def _clauses_against(mention: PublicMention, other: Candidate, language: str) -> list[str]:
    own = {one.name: one for one in mention.evidence}
    theirs = {one.name: one for one in other.evidence}
    is_other_name = fold(other.place.label(language)) != fold(mention.text)
    found: list[tuple[bool, float, str, str | None]] = []
    for name in own.keys() | theirs.keys():
        mine, its = own.get(name), theirs.get(name)
        contrast = (mine.weight if mine else 0.0) - (its.weight if its else 0.0)
        if contrast < LEAST_WEIGHT or name in _WITHOUT_SAYING:
            continue
        if its is not None and its.weight < 0:
            text = _said("has", its, mention.text, other.place, other.within, language)
        elif mine is not None and mine.weight > 0:
            text = _said("lacks", mine, mention.text, other.place, other.within, language, than=mention.place)
        else:
            text = None
        # that "Kudus" is a name of Jerusalem too is the first thing to say of Jerusalem
        found.append((not (is_other_name and name.startswith(_OF_NAMES)), -contrast, name, text))
    found.sort(key=lambda one: one[:3])
    return _distinct(_once_around((name, text) for _, _, name, text in found))


def _once_around(clauses: Iterable[tuple[str, str | None]]) -> Iterator[str]:
    """The clauses that are known; of those on the rest of the article the first only."""
    around = False
    for name, text in clauses:
        if text is None or (around and name in _AROUND):
            continue
        around = around or name in _AROUND
        yield text


def _said(
    form: str,
    evidence: Evidence,
    name: str,
    place: Place,
    within: Sequence[Place],
    language: str,
    *,
    than: Place | None = None,
) -> str | None:
    key = evidence.name
    if key == _PROMINENCE and than is not None and not 0 < place.population < than.population:
        key = "less_known"  # the larger of the two may be the less known
    table = {row: forms[form] for row, forms in phrases(language)["resolution"].items() if form in forms}
    much = than is not None and than.prominence - place.prominence >= _MUCH
    values = {
        "name": _line(name),
        "place": place.label(language),
        "country": country_of(within, language),
        "detail": evidence.detail,
        "level": level_words(place, language),
        "kind": kind_of(place, language),
        "much": str(phrases(language)["described"]["much"]) if much else "",
        "people": f" ({people(place.population, 'id' if language == 'id' else 'en')})" if place.population else "",
    }
    return clause(table, key, values)


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
    site = _line(mention.rolled_up_from)
    return sentence("rolled_up", language, site=site, place=mention.place.label(language))


def _unsure(mention: PublicMention, language: str) -> tuple[str, Candidate | None]:
    """The sentence on what else it may be, where that is likely enough, and the candidate that it speaks of."""
    if mention.probability >= _LIKELY:
        return "", None
    nearest = max(mention.alternatives, key=lambda one: one.probability, default=None)
    rest = 1 - mention.probability - sum(one.probability for one in mention.alternatives)
    if nearest is None or rest > nearest.probability:
        return sentence("unsure_none", language), None
    other, clauses = _named(mention, nearest, language), _clauses_against(mention, nearest, language)
    key = "unsure_other_because" if clauses else "unsure_other"
    return sentence(key, language, other=other, clauses=joined(clauses[:1], language)), nearest


def _named(mention: PublicMention, other: Candidate, language: str) -> str:
    """Another candidate with its description; "Pesisir lain, ..." where both have the same."""
    text = full(other.place, other.within, language)
    if text != full(mention.place, mention.within, language):
        return text
    name = sentence("other", language, place=other.place.label(language))
    return full(other.place, other.within, language, name)


def _is_better_known(other: Candidate, mention: PublicMention) -> bool:
    own = {one.name: one.weight for one in mention.evidence}
    return _weights(other).get(_PROMINENCE, 0.0) - own.get(_PROMINENCE, 0.0) >= _MUCH_BETTER_KNOWN


def _weights(candidate: Candidate) -> dict[str, float]:
    return {one.name: one.weight for one in candidate.evidence}


def _distinct(clauses: Iterable[str | None]) -> list[str]:
    """The first two clauses that are known and different."""
    return list(dict.fromkeys(text for text in clauses if text))[:_MOST_CLAUSES]


def _line(text: str) -> str:
    return " ".join(text.split())
