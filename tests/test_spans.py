"""From where to where a mention stands."""

import pytest
from reading import context_of

from gazetteer.index import Gazetteer
from geo.spans import span_of, spans_of

TEXT = "Rain fell on Toledo County Cork."


def spans(gazetteer: Gazetteer, text: str, *folded: str, closed: frozenset[int] = frozenset()) -> list[str]:
    """The texts of the mentions of matches, by their folded names."""
    context = context_of(gazetteer, text)
    matches = [m for name in folded for found in context.matches.values() for m in found if m.folded == name]
    assert [m.folded for m in matches] == list(folded)
    return [text[span.start : span.end] for span in spans_of(matches, context, closed)]


@pytest.mark.parametrize(
    ("text", "folded", "whole"),
    [
        ("Rain fell on Toledo District.", "toledo", "Toledo District"),
        ("Rain fell on Toledo District Police.", "toledo", "Toledo"),
        ("Rain fell on the Republic Kenya.", "kenya", "Republic Kenya"),
        ("Rain fell in Kenya's north.", "kenya", "Kenya"),
        ("Rain fell near St. John's today.", "st johns", "St. John's"),
        ("The U.S. is large.", "u s", "U.S."),
        ("Bread from Peoria, Calif., is good.", "calif", "Calif."),
        ("ROANOKE, VA. \u2014 Rain fell.", "va", "VA."),
        ("Rain fell in NSW. It was wet.", "nsw", "NSW"),
        ("Rain fell in NSW.", "nsw", "NSW"),
    ],
)
def test_a_mention_has_its_level_word_and_its_full_stop(
    gazetteer: Gazetteer, text: str, folded: str, whole: str
) -> None:
    assert spans(gazetteer, text, folded) == [whole]


def test_a_level_word_that_begins_the_next_name_is_that_names(gazetteer: Gazetteer) -> None:
    assert spans(gazetteer, TEXT, "toledo") == ["Toledo County"]
    assert spans(gazetteer, TEXT, "toledo", "county cork") == ["Toledo", "County Cork"]


def test_a_level_word_of_two_names_is_the_first_ones(gazetteer: Gazetteer) -> None:
    assert spans(gazetteer, "Rain on Toledo Republic Kenya.", "toledo", "kenya") == ["Toledo Republic", "Kenya"]


def test_a_level_word_of_a_site_is_no_mentions(gazetteer: Gazetteer) -> None:
    context = context_of(gazetteer, TEXT)
    (county,) = (i for i, word in enumerate(context.tokens.words) if word == "County")
    assert spans(gazetteer, TEXT, "toledo", closed=frozenset({county})) == ["Toledo"]


def test_one_span_is_as_in_a_list_of_one(gazetteer: Gazetteer) -> None:
    context = context_of(gazetteer, TEXT)
    (match,) = (m for found in context.matches.values() for m in found if m.folded == "toledo")
    assert spans_of([match], context, frozenset()) == [span_of(match, context)]
    assert spans_of([], context, frozenset()) == []
