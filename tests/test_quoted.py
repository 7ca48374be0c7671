"""The words of the text that evidence speaks of."""

import pytest
from reading import mention, read
from scripted import article

from gazetteer.index import Gazetteer
from geo.article import Span
from geo.not_places import SecondReader


def details(gazetteer: Gazetteer, text: str, name: str, language: str = "id") -> dict[str, str]:
    """Details of the evidence of recognition for a name, taken for a place or not."""
    parsed = read(gazetteer, text, language)
    if any(one.text == name for one in parsed.mentions):
        return {e.name: e.detail for e in mention(parsed, name).recognition}
    reading = SecondReader(gazetteer).read(article(text, language))
    found = next(one for one in reading.not_places if one.text == name)
    return {e.name: e.detail for e in found.evidence}


@pytest.mark.parametrize(
    ("text", "name", "evidence", "quoted"),
    [
        ("Hujan turun di Demak kemarin.", "Demak", "after_locative", "di"),
        ("Warga di provinsi Jambi resah.", "Jambi", "after_level_word", "provinsi"),
        ("Kesepakatan AS-Jepang ditunda.", "AS", "in_chain", "AS-Jepang"),
        ("Kesepakatan AS-Jepang ditunda.", "Jepang", "in_chain", "AS-Jepang"),
        ("Pasukan tiba di Demak, Jawa Tengah.", "Demak", "before_strong", "Jawa Tengah"),
        ("Wali kota Intan Bali Saputri hadir.", "Bali", "name_after", "Saputri"),
        ("Menteri bertemu Kim Jong Un di Hanoi.", "Kim", "part_of_a_person", "Kim Jong Un"),
    ],
)
def test_evidence_quotes_the_text(gazetteer: Gazetteer, text: str, name: str, evidence: str, quoted: str) -> None:
    assert details(gazetteer, text, name)[evidence] == quoted


def test_whose_town_it_is_is_quoted(gazetteer: Gazetteer) -> None:
    said = details(gazetteer, "Jack Brantow of Toledo met a Dayton man on Monday.", "Toledo", "en")
    assert said["person_from"] == "Brantow"
    said = details(gazetteer, "Jack Brantow of Toledo met a Dayton man on Monday.", "Dayton", "en")
    assert said["article_and_local_actor"] == "man"


def test_an_organization_is_quoted_without_the_word_that_opens_the_sentence(gazetteer: Gazetteer) -> None:
    said = details(gazetteer, "Menurut Bank Medan Sejahtera, laba naik.", "Medan")
    assert said.get("in_proper_organization", "Bank Medan Sejahtera") == "Bank Medan Sejahtera"
    assert said.get("name_before", "") in {"", "Bank"}


def test_what_a_name_ends_is_quoted_whole(gazetteer: Gazetteer) -> None:
    said = details(gazetteer, "The recall was made by the Peanut Corporation of America on Monday.", "America", "en")
    assert said.get("after_named_of") == "Peanut Corporation of America"


def test_unresolved_names_quote_too(gazetteer: Gazetteer) -> None:
    text = "Warga mengungsi ke Desa Sukamakmurjaya, lalu ke Kudus dan Wirosabarjaya."
    unresolved = SecondReader(gazetteer).read(article(text)).unresolved
    at = text.index("Wirosabarjaya")
    evidence = unresolved[Span(at, at + len("Wirosabarjaya"))]
    assert {e.name: e.detail for e in evidence}["listed_after_place"] == "Kudus"
