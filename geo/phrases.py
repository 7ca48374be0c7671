"""The words of explanations (geo/data/reasons_*.toml), and places described in them."""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any, Final

from gazetteer.names import fold
from gazetteer.place import Level, Place

LANGUAGES: Final = ("id", "en")

_CAPITAL: Final = "PPLC"
_SEAS: Final = frozenset({"SEA", "SEAS", "OCN"})
_SMALL: Final = 50_000
"""Inhabitants below which a town is called small; one whose inhabitants are unknown is not."""

_STATES: Final = frozenset({"PCLI", "PCL", None})
_UNITS: Final = frozenset({Level.ADM1, Level.ADM2})
_HOME: Final = {"id": "ID"}
"""The country that readers of a language need not be told, where the province is named."""

_LONGEST_CODE: Final = 4
_NEEDED: Final = frozenset({"detail", "country"})


@cache
def phrases(language: str) -> dict[str, Any]:
    """The table of a language; English for one that has none."""
    known = language if language in LANGUAGES else "en"
    return tomllib.loads((files("geo") / "data" / f"reasons_{known}.toml").read_text("utf-8"))


def sentence(key: str, language: str, **values: str) -> str:
    """A whole sentence."""
    return str(phrases(language)["sentence"][key]).format_map(values)


def clause(table: Mapping[str, str], name: str, values: Mapping[str, str]) -> str | None:
    """The clause of a piece of evidence; None where there is none or the words that it speaks of are not known."""
    text = table.get(name)
    if text is None and name.startswith("after_") and "after_*" in table:
        text, values = table["after_*"], {**values, "word": name.removeprefix("after_")}
    if text is None or any(not values.get(key) and f"{{{key}}}" in text for key in _NEEDED):
        return None
    return text.format_map(values)


def joined(clauses: Sequence[str], language: str) -> str:
    """Clauses one after the other."""
    return str(phrases(language)["sentence"]["and"]).join(clauses)


def written(text: str) -> str:
    """A text on one line, without the capitals of a dateline: "SEMARANG" is "Semarang", "AS" stays."""
    line = " ".join(text.split())
    return line.title() if line.isupper() and len(line) > _LONGEST_CODE else line


def kind_of(place: Place, language: str) -> str:
    """What sort of place it is, as a bare noun: "provinsi", "county"; for units only, else nothing."""
    return _unit_word(place, phrases(language)) if place.level in _UNITS else ""


def level_words(place: Place, language: str) -> str:
    """What sort of place it is, as it stands in a sentence: "provinsi", "a town"."""
    kind = kind_of(place, language)
    if kind:
        return kind if language == "id" else f"a {kind}"
    return str(phrases(language)["level"][place.level.value])


def full(place: Place, within: Sequence[Place], language: str, name: str | None = None) -> str:
    """A place with what and where it is: "Paris, ibu kota Prancis", "Lamar County in Texas, United States"."""
    label = place.label(language) if name is None else name
    said = described(place, within, language)
    if not said:
        return label
    return f"{label}{' ' if said.startswith(('di ', 'in ')) else ', '}{said}"


def described(place: Place, within: Sequence[Place], language: str) -> str:
    """What and where a place is, without its name: "ibu kota Prancis", "a city in Texas"; "" if the name says it."""
    said = phrases(language)["described"]
    key = _key(place, within, language)
    if key == "capital":
        return str(said[key].format(country=country_of(within, language)))
    text = str(said[key])
    where = said["and"].join(_units(place, within, language)) if "{within}" in text else ""
    if not where:
        text = text.replace(" di {within}", "").replace(" in {within}", "").replace("in {within}", "")
        text = text.replace("di {within}", "")
    text = text.format(within=where, level=kind_of(place, language))
    return "" if not where and _names_it(place, text, language) else text


def country_of(within: Sequence[Place], language: str) -> str:
    """The name of the country among the places that a place lies in, or nothing."""
    return next((_in_sentence(p, language) for p in within if p.level is Level.COUNTRY), "")


def _key(place: Place, within: Sequence[Place], language: str) -> str:
    if place.feature_code == _CAPITAL and country_of(within, language):
        return "capital"
    if place.level in _UNITS and _names_its_level(place, language):
        return "in"
    if place.level is Level.CITY:
        return "small" if 0 < place.population < _SMALL else "city"
    if place.level is Level.REGION and place.feature_code in _SEAS:
        return "sea"
    if place.level is Level.COUNTRY and place.feature_code not in _STATES:
        return "territory"
    return place.level.value


def _units(place: Place, within: Sequence[Place], language: str) -> list[str]:
    """Names of what it lies in; without the reader's own country where the province is named."""
    own = place.country is not None and place.country == _HOME.get(language) and len(within) > 1
    return [_in_sentence(p, language) for p in within if not (own and p.level is Level.COUNTRY)]


def _in_sentence(place: Place, language: str) -> str:
    """Its name as it stands in a sentence: "the United States"."""
    name = place.label(language)
    return f"the {name}" if name in phrases(language)["described"]["the"] else name


def _unit_word(place: Place, table: Mapping[str, Any]) -> str:
    words: Mapping[str, list[str]] = table[place.level.value]
    own = (word for word, countries in words.items() if place.country in countries)
    return next(own, None) or next(word for word, countries in words.items() if "" in countries)


def _names_its_level(place: Place, language: str) -> bool:
    words = {fold(word) for word in phrases(language)["unit_words"]["words"]}
    return not words.isdisjoint(fold(place.label(language)).split())


def _names_it(place: Place, text: str, language: str) -> bool:
    """Whether the name says what the place is, as "Laut Jawa" does."""
    return bool(text) and fold(text.rsplit(maxsplit=1)[-1]) in fold(place.label(language)).split()
