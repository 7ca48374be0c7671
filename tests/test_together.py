"""What the places of an article say of each other."""

from collections.abc import Iterator

import pytest
from reading import article, mention, read

from gazetteer.index import Gazetteer
from gazetteer.place import Level
from geo.matches import MatchFinder
from geo.recognition import GazetteerRecognizer
from geo.resolution import candidate_features
from geo.weights import weights


def features(
    gazetteer: Gazetteer, text: str, number: int, level: Level, country: str | None, language: str = "en"
) -> dict[str, float]:
    """Features of the most prominent candidate of a level and country of one of the mentions of a text."""
    words = article(text, language)
    found = GazetteerRecognizer(MatchFinder(gazetteer)).recognize(words).found
    every = candidate_features(words, found, weights("resolution", language))
    pairs = zip(found[number].senses, every[number], strict=True)
    return next(mine for s, mine in pairs if (s.place.level, s.place.country) == (level, country))


def chosen(gazetteer: Gazetteer, text: str, language: str = "en") -> Iterator[tuple[str, str, str | None]]:
    """Name, level and country of each mention."""
    return ((m.text, m.level.value, m.place.country) for m in read(gazetteer, text, language).mentions)


def test_a_town_before_the_state_that_holds_it(gazetteer: Gazetteer) -> None:
    text = "The fair in Paris, Texas, was small."
    assert features(gazetteer, text, 0, Level.CITY, "US")["inside_next"] == 1.0
    assert "inside_next" not in features(gazetteer, text, 0, Level.CITY, "FR")
    assert features(gazetteer, text, 1, Level.ADM1, "US")["holds_previous"] == 1.0


@pytest.mark.parametrize("gap", [", ", " (", ","])
def test_containment_is_told_by_a_comma_or_a_bracket(gazetteer: Gazetteer, gap: str) -> None:
    text = f"The fair in Paris{gap}Texas was small."
    assert "inside_next" in features(gazetteer, text, 0, Level.CITY, "US")
    other = "The fair in Paris and Texas was small."
    assert "inside_next" not in features(gazetteer, other, 0, Level.CITY, "US")


@pytest.mark.parametrize("end", ["and", "or"])
def test_in_a_list_of_three_the_comma_says_less(gazetteer: Gazetteer, end: str) -> None:
    text = f"Rain fell in Portland, Oregon, Dayton {end} Toledo."
    mine = features(gazetteer, text, 0, Level.CITY, "US")
    assert "inside_next" not in mine
    assert mine["inside_next_listed"] == 1.0


def test_neighbors_in_a_list_are_of_one_level(gazetteer: Gazetteer) -> None:
    text = "Flights to Tennessee, Utah, Washington and Wisconsin were canceled."
    assert "level_of_list" in features(gazetteer, text, 2, Level.ADM1, "US")
    assert "level_not_of_list" in features(gazetteer, text, 2, Level.CITY, "US")
    alone = features(gazetteer, "Flights to Washington were canceled.", 0, Level.ADM1, "US")
    assert not {"level_of_list", "level_not_of_list"} & alone.keys()


@pytest.mark.parametrize(
    ("text", "language", "level", "country"),
    [
        ("The team flew to Georgia, Armenia and Azerbaijan.", "en", "country", "GE"),
        ("The team drove to Georgia, Alabama and Tennessee.", "en", "adm1", "US"),
        ("Farmers of Georgia and Alabama met.", "en", "adm1", "US"),
        ("Mereka singgah di Georgia, Armenia, dan Azerbaijan.", "id", "country", "GE"),
        ("Mereka singgah di Georgia, Alabama, dan Tennessee.", "id", "adm1", "US"),
    ],
)
def test_the_neighbors_choose_between_a_country_and_a_state(
    gazetteer: Gazetteer, text: str, language: str, level: str, country: str
) -> None:
    assert ("Georgia", level, country) in chosen(gazetteer, text, language)


def test_other_places_of_a_country_and_of_a_province_support_each_other(gazetteer: Gazetteer) -> None:
    text = "Hujan di Demak. Angin di Kudus. Panas di Jepara. Rapat di Indonesia."
    mine = features(gazetteer, text, 1, Level.CITY, "ID", "id")
    assert mine["same_country"] == mine["same_unit"] == pytest.approx(1.585, abs=0.01)  # log2 of 1 + Demak, Jepara
    assert mine["country_named"] == 1.0
    assert mine["share_of_country"] == mine["share_of_unit"] == pytest.approx(2 / 3)
    far = features(gazetteer, text, 1, Level.CITY, "IN", "id")
    assert not {"same_country", "same_unit", "country_named", "share_of_country"} & far.keys()


def test_a_name_does_not_support_itself(gazetteer: Gazetteer) -> None:
    mine = features(gazetteer, "Hujan di Kudus. Angin di Kudus. Panas di Kudus.", 0, Level.CITY, "ID", "id")
    assert not {"same_country", "same_unit"} & mine.keys()


def test_a_sea_has_no_country_to_be_supported_by(gazetteer: Gazetteer) -> None:
    mine = features(gazetteer, "Kapal di Laut Merah. Hujan di Kudus.", 0, Level.REGION, None, "id")
    assert not {"same_country", "same_unit", "country_named"} & mine.keys()


def test_what_is_said_first_holds_for_the_rest(gazetteer: Gazetteer) -> None:
    text = "Rain fell in Paris, Texas. Later a baker in Paris sold bread."
    assert features(gazetteer, text, 2, Level.CITY, "US")["said_before"] == 1.0
    assert "said_before" not in features(gazetteer, text, 2, Level.CITY, "FR")
    assert [c for n, _, c in chosen(gazetteer, text) if n == "Paris"] == ["US", "US"]


def test_a_headline_before_it_does_not_hide_what_is_said_first(gazetteer: Gazetteer) -> None:
    text = "Rain Falls Again on the Bakers of Paris\n\nRain fell in Paris, Texas. A baker in Paris sold bread."
    assert [c for n, _, c in chosen(gazetteer, text) if n == "Paris"] == ["US", "US", "US"]


def test_what_is_said_late_says_less(gazetteer: Gazetteer) -> None:
    text = "A baker in Paris sold bread. Snow fell in Paris. He drove to Paris. She lives in Paris, Texas."
    mine = features(gazetteer, text, 0, Level.CITY, "US")
    assert "said_before" not in mine
    assert mine["said_otherwise"] == 1.0


def test_two_places_of_one_name_that_are_both_said_stay_two(gazetteer: Gazetteer) -> None:
    text = "She moved from Paris, Texas, to Paris, France. Later she left Paris."
    assert [c for n, _, c in chosen(gazetteer, text) if n == "Paris"][:2] == ["US", "FR"]
    for country in ("US", "FR"):
        late = features(gazetteer, text, 4, Level.CITY, country)
        assert not {"said_before", "said_otherwise"} & late.keys()


def test_the_town_of_a_province_of_its_name_is_in_it(gazetteer: Gazetteer) -> None:
    parsed = read(gazetteer, "Panen di Bengkulu, Bengkulu, melimpah.")
    assert parsed.mentions[0].level is Level.CITY


def test_a_county_named_before_its_state_is_that_states(gazetteer: Gazetteer) -> None:
    parsed = read(gazetteer, "Farms in Orange County, Florida, flooded.", "en")
    county = mention(parsed, "Orange County")
    assert mention(parsed, "Florida").place.id in county.place.parents


@pytest.mark.parametrize("gap", [" in ", ", a village of 200 people in ", " in rural ", ", in ", ", a town of "])
def test_the_text_says_what_a_town_is_in(gazetteer: Gazetteer, gap: str) -> None:
    text = f"The fair in Paris{gap}Texas was small."
    assert features(gazetteer, text, 0, Level.CITY, "US")["inside_next_in"] == 1.0
    assert features(gazetteer, text, 1, Level.ADM1, "US")["holds_previous_in"] == 1.0
    assert "inside_next_in" not in features(gazetteer, text, 0, Level.CITY, "FR")
    other = "The fair in Paris was small. In Texas it rained."
    assert "inside_next_in" not in features(gazetteer, other, 0, Level.CITY, "US")


def test_a_state_that_does_not_hold_a_town_speaks_against_it(gazetteer: Gazetteer) -> None:
    text = "The fair in Paris, Texas, was small."
    assert features(gazetteer, text, 0, Level.CITY, "FR")["outside_next"] == 1.0
    assert "outside_next" not in features(gazetteer, text, 0, Level.CITY, "US")
    open_ended = "At the fair in Paris, Texas farmers sold corn."
    assert "outside_next" not in features(gazetteer, open_ended, 0, Level.CITY, "FR")


def test_places_near_each_other_and_of_one_county_support_each_other(gazetteer: Gazetteer) -> None:
    text = "Rain in Paris, Texas. Wind in Blossom. Hail in Honey Grove. Sun in Powderly."
    mine = features(gazetteer, text, 0, Level.CITY, "US")
    assert mine["near_others"] >= 1.0
    assert mine["same_county"] >= 1.0
    far = features(gazetteer, text, 0, Level.CITY, "FR")
    assert not {"near_others", "same_county"} & far.keys()


def test_capitals_are_named_with_capitals(gazetteer: Gazetteer) -> None:
    text = "Paris and Berlin urged restraint, and Washington agreed."
    assert features(gazetteer, text, 2, Level.CITY, "US")["other_capitals"] == pytest.approx(1.585, abs=0.01)
    assert "other_capitals" not in features(gazetteer, text, 2, Level.CITY, "GB")


def test_names_that_may_lie_together_are_counted(gazetteer: Gazetteer) -> None:
    """Before anything is chosen: each namesake has the other names that may mean a place near it."""
    text = "They live in Lebanon. She is from Hartland. He works in Enfield."
    found = GazetteerRecognizer(MatchFinder(gazetteer)).recognize(article(text, "en")).found
    every = candidate_features(article(text, "en"), found, weights("resolution", "en"))
    around = {
        sense.place.id: features.get("names_around", 0.0)
        for one, mine in zip(found, every, strict=True)
        for sense, features in zip(one.senses, mine, strict=True)
    }
    new_hampshire, lebanon = "geonames:5088597", "geonames:272103"
    assert around[new_hampshire] > around[lebanon] == 0.0
