"""Records: what is told of places and mentions outside the library."""

import pytest
from export_samples import NAMED, PATI, TEXT, nasty, sample

from geo.mention import Usage
from geo.records import PLACE_COLUMNS, PlaceRecord, described, mention_records, place_records
from geo.tally import Certainty, certainty, tally


def places(language: str = "id") -> list[PlaceRecord]:
    return place_records([sample()], language)


def test_a_place_has_a_record_with_its_counts() -> None:
    """Counts, spellings, articles and the public position of each place, the most mentioned first."""
    pati, *others = places()
    quotes = pati.pop("quotes")  # type: ignore[misc]
    assert pati == {
        "id": "geonames:1631992",
        "name": "Pati",
        "level": "city",
        "country": "ID",
        "lon": 111.04,
        "lat": -6.76,
        "mentions": 3,
        "literal": 3,
        "associative": 0,
        "unsure": 1,
        "corrected": False,
        "certainty": "likely",
        "disputed": False,
        "feature_code": None,
        "first_published": "2025-05-07",
        "last_published": "2025-05-07",
        "spellings": ["Pati"],
        "articles": ["banjir"],
    }
    assert tuple(pati) == PLACE_COLUMNS
    assert [quote["sentence"][:20] for quote in quotes] == [
        "Banjir di Pati: warg",
        "Tengah dan Indonesia",
        "Pabrik Gula Trangkil",
    ]
    assert [record["id"] for record in others] == ["geonames:1643084", "geonames:1642669"]
    assert [record["disputed"] for record in others] == [True, False]


@pytest.mark.parametrize(("language", "name"), [("id", "Jawa Tengah"), ("en", "Central Java"), ("fr", "Central Java")])
def test_places_are_named_in_the_language_asked_for(language: str, name: str) -> None:
    assert name in {record["name"] for record in places(language)}
    assert name in {record["name"] for record in mention_records([sample()], language)}


def test_articles_spellings_and_days_come_sorted_and_once() -> None:
    """Whatever the order of the mentions, lists in a record are sorted and hold nothing twice."""
    second = sample("PATI dan Pati", [("PATI", PATI, *NAMED[0][2:]), ("Pati", PATI, *NAMED[0][2:])], "air")
    [pati, *_] = place_records([sample(), second], "id")
    assert pati["articles"] == ["air", "banjir"]
    assert pati["spellings"] == ["PATI", "Pati"]
    assert pati["mentions"] == 5


def test_an_undated_article_gives_no_days() -> None:
    [sea] = place_records([nasty()], "id")
    assert (sea["first_published"], sea["last_published"], sea["feature_code"]) == (None, None, "SEA")
    assert sea["quotes"][0]["url"] == "https://example.org/?a=1&b=<2>"


def test_mentions_come_in_the_order_of_the_text() -> None:
    """Mapped, unplaced, withheld and unresolved names stand together, where the text has them."""
    found = mention_records([sample(), nasty()], "id")
    names = ["Pati", "Jawa\nTengah", "Indonesia", "Pati", "Atlantis", "Pabrik Gula Trangkil", "Pati"]
    assert [record["text"] for record in found] == [*names, "Laut Jawa", "Laut Jawa", "Qwxyz"]
    assert [TEXT[record["start"] : record["end"]] for record in found[:7]] == names
    assert [record["status"] for record in found[4:]] == [
        "withheld", "withheld", "mapped", "mapped", "mapped", "unresolved",
    ]  # fmt: skip
    assert [record["reason"] for record in found[4:6]] == ["no_place_chosen", "rolled_up"]


def test_a_mapped_mention_says_where_why_and_what_else() -> None:
    last = mention_records([sample()], "id")[-1]
    assert last["rolled_up_from"] == "Pabrik Gula Trangkil"
    assert last["sentence"] == "Pabrik Gula Trangkil di Pati tutup."
    assert (last["probability"], last["certainty"], last["usage"]) == (0.8, "likely", "literal")
    assert last["alternatives"] == ["Trangkil (city, ID) 0.20"]


def test_an_alternative_of_no_weight_is_left_out() -> None:
    parsed = sample("Di Pati.", [("Pati", PATI, Usage.LITERAL, 0.99)])
    assert mention_records([parsed], "id")[0]["alternatives"] == []


def test_a_place_is_described_by_name_level_and_country() -> None:
    assert described(PATI, "id") == "Pati (city, ID)"


@pytest.mark.parametrize(
    ("probability", "expected"),
    [(0.59, Certainty.UNSURE), (0.6, Certainty.LIKELY), (0.89, Certainty.LIKELY), (0.9, Certainty.SURE)],
)
def test_certainty_has_two_bounds(probability: float, expected: Certainty) -> None:
    assert certainty(probability) is expected


def test_a_place_is_sure_where_all_its_mentions_are() -> None:
    named = [("Pati", PATI, Usage.LITERAL, probability) for probability in (0.95, 0.92)]
    [sure] = tally(sample("Pati Pati", named).mentions)
    assert sure.certainty is Certainty.SURE
