"""Articles that quote another language: each paragraph is read in its own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import article, named, read

from gazetteer.index import Gazetteer
from geo.language import foreign_paragraphs
from geo.mention import Usage
from geo.not_places import SecondReader

INDONESIAN = (
    "Kami berterima kasih kepada warga Kudus dan kepada pemerintah Jerman yang telah mengirim bantuan dari Surabaya, "
    "dan kami akan tetap berada di Desa Wqzxtani selama air belum surut."
)
ENGLISH = (
    "The regent of Demak said that the water in the village was still too high for the school to open, and that it "
    "would be closed until the dike is mended."
)


def test_a_paragraph_tells_its_language() -> None:
    text = f"{ENGLISH}\n\n{INDONESIAN}\n\n{ENGLISH}"
    ((tag, (span,)),) = foreign_paragraphs(text, "en").items()
    assert (tag, text[span.start : span.end]) == ("id", INDONESIAN)


def test_a_short_paragraph_follows_a_long_one_of_its_language() -> None:
    """A headline alone may be in another language by chance ("Dan Brown …")."""
    headline = "Air belum surut di Demak"
    alone = f"{headline}\n\n{ENGLISH}"
    assert foreign_paragraphs(alone, "en") == {}
    spans = foreign_paragraphs(f"{headline}\n\n{ENGLISH}\n\n{INDONESIAN}", "en")["id"]
    assert [span.start for span in spans] == [0, len(headline) + len(ENGLISH) + 4]


@pytest.mark.parametrize(("text", "language"), [(ENGLISH, "en"), (INDONESIAN, "id"), ("", None)])
def test_an_article_in_one_language_has_no_foreign_paragraph(text: str, language: str | None) -> None:
    assert foreign_paragraphs(text, language) == {}


@given(st.text(), st.sampled_from(["id", "en", None]))
def test_foreign_paragraphs_are_whole_lines_of_the_text(text: str, language: str | None) -> None:
    spans = [span for spans in foreign_paragraphs(text, language).values() for span in spans]
    assert all("\n" not in text[span.start : span.end] and text[span.start : span.end].strip() for span in spans)
    assert len({span.start for span in spans}) == len(spans)


def test_each_paragraph_is_read_with_the_words_of_its_language(gazetteer: Gazetteer) -> None:
    """In English "Jerman" is no name of Germany, and "di" no word of place."""
    parsed = read(gazetteer, f"{ENGLISH}\n\n{INDONESIAN}", "en")
    assert named(parsed) == ["Demak", "Kudus", "Jerman", "Surabaya"]
    assert parsed.mentions[-1].usage is Usage.LITERAL
    assert [one.text for one in parsed.unresolved] == ["Desa Wqzxtani"]
    assert "Jerman" not in named(read(gazetteer, f"{ENGLISH}\n\nJerman mengirim bantuan.", "en"))


def test_explanations_are_of_the_same_readings(gazetteer: Gazetteer) -> None:
    text = f"{ENGLISH}\n\n{INDONESIAN}"
    parsed = read(gazetteer, text, "en")
    second = SecondReader(gazetteer).read(article(text, "en"))
    assert {one.span for one in parsed.unresolved} <= second.unresolved.keys()
    taken = [one.span for one in parsed.mentions]
    assert not [
        name for name in second.not_places if any(s.start < name.span.end and name.span.start < s.end for s in taken)
    ]
