"""The clauses of explanations: what evidence says for the place chosen, and against another."""

from collections.abc import Iterable, Iterator
from typing import Final

from gazetteer.names import fold
from gazetteer.place import Place
from gazetteer.ranking import people
from geo.mention import Candidate, Evidence
from geo.phrases import clause, country_of, kind_of, level_words, phrases, written
from geo.policy import PublicMention

LEAST_WEIGHT: Final = 0.3
"""Log-odds from which a piece of evidence is worth saying."""

_MUCH: Final = 1.0
"""Powers of ten of inhabitants between two places from which one is much larger."""

_MOST_CLAUSES: Final = 2
_MOST_RIVALS: Final = 3
_PROMINENCE: Final = "prominence"
_OF_NAMES: Final = "name_"
_AROUND: Final = frozenset({
    "same_unit", "same_county", "same_country", "share_of_unit", "share_of_country", "country_named", "near_others",
    "names_around",
})  # fmt: skip
"""Say much the same: that the article is about that part of the world."""

_WITHOUT_SAYING: Final = frozenset({
    "level_continent", "level_region", "level_country", "level_adm1", "level_adm2", "level_city", "none",
    "county_prominence",
})  # fmt: skip
_OF_PLACE: Final = frozenset({
    "country", "foreign_country", "region", "adm1", "adm2", "city", "prominence", "unit_prominence",
    "short_name", "name_alternate", "name_romanized", "name_historic", "name_part", "other_language", "home_country",
})  # fmt: skip
"""What recognition makes of the place itself and of its name: nothing that the text says."""


def phrase(model: str, evidence: Evidence, name: str, language: str) -> str | None:
    """What a piece of evidence says of the written ``name``; None where there is nothing to say.

    ``model`` is the table of weights that the evidence is from: "recognition" or "unresolved".
    """
    table = phrases(language)[model]
    opposite = f"{evidence.name}-"
    key = opposite if evidence.weight < 0 and opposite in table else evidence.name
    return clause(table, key, {"name": written(name), "detail": evidence.detail})


def spoken(model: str, evidence: Iterable[Evidence], name: str, language: str, *, speaking_for: bool) -> list[str]:
    """The two strongest clauses for, or against, ``name`` being a place; what the text says goes first."""
    sign = 1 if speaking_for else -1
    # that a place is in the reader's own country speaks for it, whatever the weights of a language say
    left_out = {"bias"} if speaking_for else {"bias", "home_country"}
    strong = (one for one in evidence if one.weight * sign >= LEAST_WEIGHT and one.name not in left_out)
    ordered = sorted(strong, key=lambda one: (one.name in _OF_PLACE, -one.weight * sign, one.name))
    return _distinct(phrase(model, one, name, language) for one in ordered)


def candidate_phrase(name: str, evidence: Evidence, candidate: Candidate, language: str) -> str | None:
    """What a piece of evidence says of a candidate for the written ``name``; None where there is nothing to say."""
    if evidence.name == _PROMINENCE:  # not that it is the best known: another candidate may be that
        return _said("fact", evidence, name, candidate, language) if candidate.place.population else None
    return _favorable(evidence, name, candidate, language)


def _favorable(evidence: Evidence, name: str, candidate: Candidate, language: str) -> str | None:
    form = "own" if evidence.name.startswith(_OF_NAMES) else "has"
    return _said(form, evidence, name, candidate, language)


def chosen_candidate(mention: PublicMention) -> Candidate:
    """The place of a mention as a candidate."""
    return Candidate(
        place=mention.place, probability=mention.probability, evidence=mention.evidence, within=mention.within
    )


def clauses_for(mention: PublicMention, language: str) -> list[str]:
    """The two things that speak most for the place chosen, compared with the nearest others."""
    chosen, rivals = chosen_candidate(mention), mention.alternatives[:_MOST_RIVALS]
    scored: list[tuple[float, Evidence]] = []
    for one in mention.evidence:
        others = [weights_of(rival).get(one.name, 0.0) for rival in rivals]
        nearest = max(others, default=0.0) if one.name == _PROMINENCE else sum(others) / max(1, len(others))
        is_left_out = one.name in _WITHOUT_SAYING or one.name.startswith(_OF_NAMES)
        if one.weight > 0 and one.weight - nearest >= LEAST_WEIGHT and not is_left_out:
            scored.append((one.weight - nearest, one))
    scored.sort(key=lambda pair: (-pair[0], pair[1].name))
    said = [one for _, one in scored if rivals or one.name != _PROMINENCE]
    clauses = [
        *_clauses_of_name(mention, chosen, language),
        *_once_around((one.name, _favorable(one, mention.text, chosen, language)) for one in said),
    ]
    if not rivals and not mention.demonym:
        clauses.append(str(phrases(language)["sentence"]["only"]))
    return _distinct(clauses)


def clauses_against(mention: PublicMention, other: Candidate, language: str) -> list[str]:
    """The two things that speak most against another place, compared with the one chosen."""
    own, theirs = ({one.name: one for one in evidence} for evidence in (mention.evidence, other.evidence))
    is_other_name = fold(other.place.label(language)) != fold(mention.text)
    found: list[tuple[bool, float, str, str | None]] = []
    for name in (own.keys() | theirs.keys()) - _WITHOUT_SAYING:
        mine, its = own.get(name), theirs.get(name)
        contrast = (mine.weight if mine else 0.0) - (its.weight if its else 0.0)
        if contrast < LEAST_WEIGHT:
            continue
        if its is not None and its.weight < 0:
            text = _said("has", its, mention.text, other, language)
        else:
            assert mine is not None  # else nothing would speak against the other
            text = _said("lacks", mine, mention.text, other, language, than=mention.place)
        # that "Kudus" is a name of Jerusalem too is the first thing to say of Jerusalem
        found.append((not (is_other_name and name.startswith(_OF_NAMES)), -contrast, name, text))
    found.sort(key=lambda one: one[:3])
    return _distinct(_once_around((name, text) for _, _, name, text in found))


def weights_of(candidate: Candidate) -> dict[str, float]:
    """Weights of a candidate's evidence by name."""
    return {one.name: one.weight for one in candidate.evidence}


def lead_in_prominence(other: Candidate, mention: PublicMention) -> float:
    """How much better known another place is than the one chosen, in log-odds; negative where it is less so."""
    chosen = chosen_candidate(mention)
    return weights_of(other).get(_PROMINENCE, 0.0) - weights_of(chosen).get(_PROMINENCE, 0.0)


def _clauses_of_name(mention: PublicMention, chosen: Candidate, language: str) -> Iterator[str]:
    """What the name is to the place, where it is not simply its name."""
    names = [one for one in mention.evidence if one.name.startswith(_OF_NAMES)]
    if mention.demonym:
        names = [Evidence(name="name_demonym", weight=0.0)]
    if fold(mention.text) != fold(mention.place.label(language)):
        yield from filter(None, (_favorable(one, mention.text, chosen, language) for one in names))


def _once_around(clauses: Iterable[tuple[str, str | None]]) -> Iterator[str]:
    """The clauses that are known; of those on the rest of the article the first only."""
    around = False
    for name, text in clauses:
        if text is not None and not (around and name in _AROUND):
            around = around or name in _AROUND
            yield text


def _said(
    form: str, evidence: Evidence, name: str, candidate: Candidate, language: str, *, than: Place | None = None
) -> str | None:
    key, place = evidence.name, candidate.place
    if key == _PROMINENCE and than is not None and not 0 < place.population < than.population:
        key = "less_known"  # the larger of the two may be the less known
    table = {row: forms[form] for row, forms in phrases(language)["resolution"].items() if form in forms}
    much = than is not None and than.prominence - place.prominence >= _MUCH
    values = {
        "name": written(name),
        "place": place.label(language),
        "country": country_of(candidate.within, language),
        "detail": evidence.detail,
        "level": level_words(place, language),
        "kind": kind_of(place, language),
        "much": str(phrases(language)["described"]["much"]) if much else "",
        "people": f" ({people(place.population, 'id' if language == 'id' else 'en')})" if place.population else "",
    }
    return clause(table, key, values)


def _distinct(clauses: Iterable[str | None]) -> list[str]:
    """The first two clauses that are known and different."""
    return list(dict.fromkeys(text for text in clauses if text))[:_MOST_CLAUSES]
