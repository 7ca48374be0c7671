"""What a name may be instead of a place: an ordinary word, a given name (by geo.extract_words), a word of grammar."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final

_TABLE: Final = ".tsv"
_MADE_FOR: Final = frozenset({"id", "en"})


@cache
def common_words(language: str | None) -> Mapping[str, float]:
    """Folded words and the share of their uses (0..1) that are no name; all languages together where none is known."""
    tables = [table for table in (files("geo") / "data" / "common_words").iterdir() if table.name.endswith(_TABLE)]
    own = [table for table in tables if table.name == f"{language}{_TABLE}"]
    shares: dict[str, float] = {}
    for table in own if own or language else tables:
        for line in table.read_text("utf-8").splitlines()[1:]:
            word, share = line.split("\t")
            shares[word] = max(float(share), shares.get(word, 0.0))
    return shares


@cache
def given_names(language: str | None = None) -> frozenset[str]:
    """Folded given names: English ones but for ordinary words that are in no gazetteer, Indonesian and a language's."""
    if language in _MADE_FOR:
        language = None
    data = files("geo") / "data"
    if language is not None:
        rows = (data / "given_names_others.tsv").read_text("utf-8").splitlines()[1:]
        own = (names.split() for tag, names in (row.split("\t") for row in rows) if tag == language)
        return given_names().union(*own) - function_words().get(language, frozenset())
    tables = ("given_names.tsv", "given_names_id.tsv")
    return frozenset(name for table in tables for name in (data / table).read_text("utf-8").split()[1:])


@cache
def family_names() -> Mapping[str, float]:
    """Folded English family names that are also names in the gazetteer, with weights from 1 (frequent) to 0 (rare)."""
    rows = (files("geo") / "data" / "family_names.tsv").read_text("utf-8").splitlines()[1:]
    return {name: float(weight) for name, weight in (row.split("\t") for row in rows)}


@cache
def function_words() -> Mapping[str, frozenset[str]]:
    """Folded words of grammar, by language, of the languages that have few other cues (see :mod:`geo.cues`).

    Some of German are nouns that are towns too: there they say nothing, since all nouns have capitals.
    """
    rows = (files("geo") / "data" / "function_words.tsv").read_text("utf-8").splitlines()[1:]
    return {tag: frozenset(words.split()) for tag, words in (row.split("\t") for row in rows)}
