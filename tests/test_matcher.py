"""Finding names in a sequence of words."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tiny_gazetteer import record, write_tiny

from gazetteer import matcher
from gazetteer.index import Gazetteer
from gazetteer.matcher import NameMatcher
from gazetteer.place import Level

WORDS = ("san", "jose", "de", "sana", "la")
NAMES = (
    "San José",
    "San",
    "San Jose de la San",
    "De la",
    "Sana",
    "Sana de",
    "La",
    "Jose san jose",
    "San de san de san",
)
FOLDED = {text.lower().replace("é", "e") for text in NAMES}


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gazetteer]:
    path: Path = tmp_path_factory.mktemp("matcher") / "g.sqlite"
    places = (record(f"geonames:{n}", text, level=Level.CITY) for n, text in enumerate(NAMES, start=1))
    with Gazetteer(write_tiny(path, *places)) as opened:
        yield opened


def by_brute_force(words: list[str], start: int) -> list[int]:
    """Every n-gram from the start, looked up in the plain list of names."""
    return [n for n in range(len(words) - start, 0, -1) if " ".join(words[start : start + n]) in FOLDED]


@given(words=st.lists(st.sampled_from((*WORDS, "", "x", "sa")), min_size=1, max_size=8))
def test_lengths_are_those_of_brute_force(tiny: Gazetteer, words: list[str]) -> None:
    """The matcher finds just the names that a look-up of every n-gram finds, longest first."""
    found = NameMatcher(tiny)
    for start in range(len(words)):
        assert found.lengths(words, start) == by_brute_force(words, start)


@pytest.mark.parametrize("limit", ["_MAX_NAMES", "_MAX_REMEMBERED"])
@given(words=st.lists(st.sampled_from((*WORDS, "x")), min_size=1, max_size=8))
def test_lengths_do_not_depend_on_the_limits_of_memory(limit: str, tiny: Gazetteer, words: list[str]) -> None:
    """A first word with too many names, and a memory that is full, cost time and nothing else."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(matcher, limit, 1)
        found = NameMatcher(tiny)
        for start in range(len(words)):
            assert found.lengths(words, start) == by_brute_force(words, start)


class CountingGazetteer:
    """Counts the questions that reach the file."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self.asked: list[str] = []

    def names_starting_with(self, word: str, limit: int) -> list[str]:
        self.asked.append(word)
        return self._gazetteer.names_starting_with(word, limit)


def test_a_first_word_is_asked_for_once(tiny: Gazetteer) -> None:
    """The second time a word comes, known or unknown, it is answered from memory."""
    counting = CountingGazetteer(tiny)
    found = NameMatcher(counting)  # type: ignore[arg-type]
    for _ in range(3):
        assert found.lengths(["san", "jose"], 0) == [2, 1]
        assert found.lengths(["x"], 0) == []
    assert counting.asked == ["san", "x"]


def test_a_match_ends_with_the_words(tiny: Gazetteer) -> None:
    """A name that would go on after the last word is none."""
    assert NameMatcher(tiny).lengths(["san", "jose", "de"], 0) == [2, 1]


def test_a_common_first_word_in_the_real_gazetteer(gazetteer: Gazetteer) -> None:
    """ "San" begins more names than are remembered, and its names are found all the same."""
    assert len(gazetteer.names_starting_with("san", 2000)) > matcher._MAX_NAMES
    assert NameMatcher(gazetteer).lengths(["san", "jose", "de", "costa", "rica"], 0)[-1] == 1
    assert 2 in NameMatcher(gazetteer).lengths(["san", "francisco", "hari", "ini"], 0)
