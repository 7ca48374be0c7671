"""The layout of the gazetteer file."""

from hypothesis import given
from hypothesis import strategies as st

from gazetteer.layout import FORMAT, KINDS, LEVELS, POSTING


@given(st.integers(0, 2**32 - 1), st.integers(0, len(KINDS) - 1), st.integers(0, 7))
def test_a_posting_comes_back(number: int, kind: int, languages: int) -> None:
    """Six bytes hold a place under a name."""
    packed = POSTING.pack(number, kind, languages)
    assert len(packed) == POSTING.size == 6
    assert list(POSTING.iter_unpack(packed * 2)) == [(number, kind, languages)] * 2


def test_the_layout_numbers_kinds_and_levels_as_format_2_does() -> None:
    """Stored numbers mean what they meant: to reorder them needs a new format version."""
    assert FORMAT == "2"
    assert KINDS == ("official", "short", "alternate", "historic", "code", "demonym", "romanized", "part")
    assert LEVELS == ("continent", "region", "country", "adm1", "adm2", "city")
