"""The tables of cue words and of ordinary words."""

import tomllib
from collections.abc import Iterator
from dataclasses import fields
from importlib.resources import files
from typing import Any

import pytest

from gazetteer.names import fold
from gazetteer.place import Level
from geo.cues import LANGUAGES, OTHERS, Cues, cues
from geo.words import common_words, given_names


def all_words(table: Cues) -> Iterator[str]:
    """Each word of a table of cues."""
    for field in fields(table):
        value = getattr(table, field.name)
        yield from value
        if isinstance(value, dict):
            for inner in value.values():
                yield from (word for word in inner if not isinstance(word, Level))


def lists(table: dict[str, Any] | list[str]) -> Iterator[list[str]]:
    """Each list of a table of cues, as it is written."""
    if isinstance(table, list):
        yield table
    else:
        for inner in table.values():
            yield from lists(inner)


@pytest.mark.parametrize("language", [*LANGUAGES, *OTHERS])
def test_each_cue_is_one_word_and_stands_once_in_its_list(language: str) -> None:
    """Words are compared one by one: a cue of two would never be met."""
    table = tomllib.loads((files("geo") / "data" / f"cues_{language}.toml").read_text("utf-8"))
    wrong = [word for words in lists(table) for word in words if " " in word or words.count(word) > 1]
    assert wrong == []


@pytest.mark.parametrize("language", [*LANGUAGES, *OTHERS])
def test_cues_are_folded(language: str) -> None:
    """A cue is compared with folded words, so one that is not folded would never be met."""
    wrong = [word for word in all_words(cues(language)) if fold(word) != word]
    assert wrong == []


@pytest.mark.parametrize(
    ("language", "word"),
    [
        ("id", "di"),
        ("id", "dekat"),
        ("en", "in"),
        ("en", "near"),
        ("nl", "naar"),
        ("ar", "في"),
        (None, "di"),
        (None, "in"),
    ],
)
def test_words_of_place(language: str | None, word: str) -> None:
    """The words of place of a language are among its cues, and those of all without one."""
    assert word in cues(language).locative


def test_a_language_has_its_own_cues() -> None:
    """ "in" is no word of place in Indonesian, nor "di" in English."""
    assert "in" not in cues("id").locative
    assert "di" not in cues("en").locative


@pytest.mark.parametrize("language", [None, "fi", ""])
def test_another_language_has_those_of_all(language: str | None) -> None:
    """Without a table of its own, a language is read with the cues of all."""
    every = cues(language)
    for field in fields(every):
        together = set().union(*(getattr(cues(tag), field.name) for tag in LANGUAGES))
        assert set(getattr(every, field.name)) == together


@pytest.mark.parametrize(
    ("language", "word", "level"),
    [
        ("id", "provinsi", Level.ADM1),
        ("id", "kabupaten", Level.ADM2),
        ("id", "kota", Level.CITY),
        ("id", "laut", Level.REGION),
        ("en", "county", Level.ADM2),
        ("en", "sea", Level.REGION),
    ],
)
def test_level_words_ask_for_their_level(language: str, word: str, level: Level) -> None:
    """A word such as "Kabupaten" asks for a place of its level."""
    assert level in cues(language).level[word]


@pytest.mark.parametrize("language", [*LANGUAGES, None])
def test_every_second_word_has_a_facility_head(language: str | None) -> None:
    """The second words of a facility's head ("rumah sakit") or name ("White House") belong to one of the table."""
    table = cues(language)
    assert table.facility_second.keys() <= table.facility_before | table.facility_names
    assert all(table.facility_second.values())


@pytest.mark.parametrize(("language", "word"), [("id", "yang"), ("en", "reading"), (None, "yang"), (None, "reading")])
def test_ordinary_words_that_are_names_too(language: str | None, word: str) -> None:
    """A word that is a name somewhere and common in the language has a share of ordinary uses."""
    assert 0.3 <= common_words(language)[word] <= 1


def test_shares_of_ordinary_words() -> None:
    """Shares are between 0 and 1, words are folded, and all languages together have the larger share."""
    tables = [common_words(tag) for tag in (*LANGUAGES, *OTHERS, "other")]
    every = common_words(None)
    assert every.keys() == set().union(*tables)
    for word, share in every.items():
        assert 0 < share <= 1
        assert fold(word) == word
        assert share == max(table.get(word, 0.0) for table in tables)


def test_a_language_without_ordinary_words() -> None:
    """For a language that nothing is known of, no word is said to be ordinary."""
    assert common_words("fi") == {}


def test_given_names_are_folded() -> None:
    """Given names are compared with folded words."""
    names = given_names()
    assert names
    assert all(fold(name) == name for name in names)
