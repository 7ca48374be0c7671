"""The names that the evidence of resolution speaks of, and where each candidate lies: what explanations are made of."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Final

from gazetteer.layers import AnyGazetteer
from gazetteer.names import fold
from gazetteer.place import Level, Place
from geo.article import Article
from geo.mention import Candidate, Evidence, Mention, Resolution
from geo.phrases import written
from geo.recognition import Found

_CACHED: Final = 10_000
_MOST_NAMES: Final = 3
_MOST_CANDIDATES: Final = 4
_LONGEST_LIST_GAP: Final = 7
_INSIDE: Final = frozenset({"inside_next", "inside_next_listed"})
_OF_ARTICLE: Final = frozenset({"country_named", "same_country", "same_unit", "share_of_country", "share_of_unit"})
_ASKED: Final = frozenset({"level_asked", "part_asked"})
_LEVEL_WORDS: Final = ("after_level_word", "before_level_word")


@dataclass(slots=True)
class _Named:
    """The article's places by what they are in: id of a unit or code of a country -> id -> the name as written."""

    countries: defaultdict[str, dict[str, str]]
    in_country: defaultdict[str, dict[str, str]]
    in_unit: defaultdict[str, dict[str, str]]


class Details:
    """Fills what explanations need into resolutions; asks the gazetteer for the units that hold a place."""

    def __init__(self, gazetteer: AnyGazetteer) -> None:
        self._place = lru_cache(_CACHED)(gazetteer.by_id)
        self._within: dict[str, tuple[Place, ...]] = {}

    def fill(
        self, article: Article, found: Sequence[Found], resolutions: Sequence[Resolution]
    ) -> tuple[Resolution, ...]:
        """The same resolutions, with ``Evidence.detail`` and ``Candidate.within`` of the likeliest candidates."""
        named = _named(found, resolutions)
        words = _Words(article, found, resolutions, named)
        filled = []
        for number, resolution in enumerate(resolutions):
            words.number = number
            shown = [self._candidate(c, words) for c in resolution.candidates[:_MOST_CANDIDATES]]
            shown += resolution.candidates[_MOST_CANDIDATES:]
            chosen = resolution.chosen
            same = next((c for c in shown if chosen is not None and c.place.id == chosen.place.id), chosen)
            filled.append(replace(resolution, chosen=same, candidates=tuple(shown)))
        return tuple(filled)

    def _candidate(self, candidate: Candidate, words: "_Words") -> Candidate:
        place = candidate.place
        evidence = tuple([words.detailed(one, place) if one.name in _DETAILS else one for one in candidate.evidence])
        return Candidate(place=place, probability=candidate.probability, evidence=evidence, within=self.within(place))

    def within(self, place: Place) -> tuple[Place, ...]:
        """The first unit of another name that a place lies in, and its country; of a country its continent."""
        known = self._within.get(place.id)
        if known is None:
            if len(self._within) >= _CACHED:
                self._within.clear()
            known = self._within[place.id] = tuple(self._read_within(place))
        return known

    def _read_within(self, place: Place) -> Iterator[Place]:
        if place.country is None:
            return
        above = [parent for parent in map(self._place, place.parents) if parent is not None]
        if place.level is Level.COUNTRY:
            yield from [p for p in above if p.level is Level.CONTINENT][:1]
            return
        if place.level is not Level.ADM1:
            yield from [p for p in above if p.level is Level.ADM1 and p.name != place.name][:1]
        yield from [p for p in above if p.level is Level.COUNTRY and p.country == place.country][:1]


@dataclass(slots=True)
class _Words:
    """The mentions of an article, and the number of the one that is explained.

    ``told`` are the details that are the same for all mentions: by the name of the evidence and the id of the place.
    """

    article: Article
    found: Sequence[Found]
    resolutions: Sequence[Resolution]
    named: _Named
    number: int = 0
    told: dict[tuple[str, str], str] = field(default_factory=dict)

    @property
    def mention(self) -> Mention:
        return self.found[self.number].mention

    def detailed(self, evidence: Evidence, place: Place) -> Evidence:
        """The evidence with what it speaks of."""
        name = evidence.name
        if name in _OF_ARTICLE:
            detail = self.told.get((name, place.id))
            if detail is None:
                detail = self.told[name, place.id] = _DETAILS[name](place, self)
        else:
            detail = _DETAILS[name](place, self)
        return Evidence(name=name, weight=evidence.weight, detail=detail) if detail else evidence

    def beside(self, step: int) -> Mention | None:
        """The mention before (-1) or after it (1), or None."""
        at = self.number + step
        return self.found[at].mention if 0 <= at < len(self.found) else None


def _named(found: Sequence[Found], resolutions: Sequence[Resolution]) -> _Named:
    named = _Named(defaultdict(dict), defaultdict(dict), defaultdict(dict))
    for one, resolution in zip(found, resolutions, strict=True):
        if resolution.chosen is None:
            continue
        place, mention = resolution.chosen.place, one.mention
        into = [named.in_unit[parent] for parent in (place.id, *place.parents[:-2])]
        if place.country is not None:
            into.append((named.countries if place.level is Level.COUNTRY else named.in_country)[place.country])
        for names in into:
            names.setdefault(place.id, _text(mention))
    return named


def _of_country(place: Place, words: _Words) -> str:
    return _listed(words.named.countries.get(place.country or "", {}), place)


def _in_country(place: Place, words: _Words) -> str:
    return _listed(words.named.in_country.get(place.country or "", {}), place)


def _in_unit(place: Place, words: _Words) -> str:
    """Names of the one unit, of those that the place is or lies in, of which the article names the most places."""
    units = (words.named.in_unit.get(unit, {}) for unit in (place.id, *place.parents[:-2]))
    return _listed(max(units, key=lambda names: len(names.keys() - {place.id})), place)


def _asked(_: Place, words: _Words) -> str:
    found = words.found[words.number]
    return _level_word(words.mention, found.folded) if found.asked else ""  # no word beside it


def _text(mention: Mention | None) -> str:
    return "" if mention is None else written(mention.text)


def _listed(names: Mapping[str, str], place: Place) -> str:
    """Up to three names of places other than this one, in the order of the article."""
    return ", ".join([text for other, text in names.items() if other != place.id][:_MOST_NAMES])


def _level_word(mention: Mention, folded: str) -> str:
    """The word that asks for a level: "Provinsi" of "Provinsi X", "region" of "X region"."""
    words = mention.text.split()
    if fold(mention.text) != folded and len(words) > 1:
        return words[-1] if fold(words[0]) == folded.split(maxsplit=1)[0] else words[0]
    said = {one.name: one.detail for one in mention.evidence}
    beside = next((said[name] for name in _LEVEL_WORDS if said.get(name)), "")
    return beside or (words[0] if len(words) > 1 else "")  # the "Laut" of "Laut Merah"


def _said(place: Place, words: _Words) -> str:
    """Where the article says which place it means by the name: "Paris, Texas"."""
    own = words.found[words.number].folded
    for number, (one, resolution) in enumerate(zip(words.found, words.resolutions, strict=True)):
        chosen = resolution.chosen
        if one.folded != own or number == words.number or chosen is None or chosen.place.id != place.id:
            continue
        names = {evidence.name for evidence in chosen.evidence}
        if names & _INSIDE:
            return _pair(words, number)
        if "holds_previous" in names and number:
            return _pair(words, number - 1)
        if names & _ASKED:
            return f"{_level_word(one.mention, own)} {_text(one.mention)}" if _is_bare(one) else _text(one.mention)
    return ""


def _pair(words: _Words, number: int) -> str:
    """Mention ``number`` and the next with what stands between them."""
    first, second = words.found[number].mention, words.found[number + 1].mention
    between = words.article.text[first.end : second.start]
    return f"{_text(first)}{between}{_text(second)}{')' if '(' in between else ''}"


def _is_bare(found: Found) -> bool:
    """Whether the level word before a mention is not part of it."""
    before = next((e.detail for e in found.mention.evidence if e.name == "after_level_word"), "")
    return bool(before) and not found.mention.text.startswith(before)


def _neighbors(place: Place, words: _Words, *, same: bool = True) -> str:
    """The mentions beside it in a list, those whose places are of the same level or those whose are not."""
    mention, near = words.mention, []
    for step in (-1, 1):
        other = words.beside(step)
        if other is None or max(mention.start - other.end, other.start - mention.end) > _LONGEST_LIST_GAP:
            continue
        chosen = words.resolutions[words.number + step].chosen
        if chosen is not None and (chosen.place.level is place.level) is same:
            near.append(_text(other))
    return ", ".join(near)


def _unlike_neighbors(place: Place, words: _Words) -> str:
    return _neighbors(place, words, same=False)


def _following(_: Place, words: _Words) -> str:
    return _text(words.beside(1))


def _preceding(_: Place, words: _Words) -> str:
    return _text(words.beside(-1))


_DETAILS: Final[Mapping[str, Callable[[Place, _Words], str]]] = {
    "inside_next": _following,
    "inside_next_listed": _following,
    "inside_next_in": _following,
    "outside_next": _following,
    "holds_previous": _preceding,
    "holds_previous_in": _preceding,
    "level_asked": _asked,
    "part_asked": _asked,
    "level_other": _asked,
    "said_before": _said,
    "said_otherwise": _said,
    "level_of_list": _neighbors,
    "level_not_of_list": _unlike_neighbors,
    "country_named": _of_country,
    "same_country": _in_country,
    "same_unit": _in_unit,
    "share_of_country": _in_country,
    "share_of_unit": _in_unit,
}
