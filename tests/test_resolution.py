"""Which place a name is taken for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import article, mention, named, read

from gazetteer.index import Gazetteer
from gazetteer.place import Level
from geo.matches import MatchFinder
from geo.recognition import GazetteerRecognizer
from geo.resolution import ArticleResolver
from geo.weights import weights


@pytest.mark.parametrize(
    ("text", "name", "level", "country"),
    [
        ("Washington menolak usul Moskow.", "Washington", Level.CITY, "US"),
        ("Washington menolak usul Moskow.", "Moskow", Level.CITY, "RU"),
        ("Pasukan tiba di wilayah Kursk.", "Kursk", Level.ADM1, "RU"),
        ("Pasukan tiba di kota Kursk.", "Kursk", Level.CITY, "RU"),
        ("Atlanta, Georgia, dilanda badai.", "Georgia", Level.ADM1, "US"),
        ("Tbilisi, ibu kota Georgia, ramai.", "Georgia", Level.COUNTRY, "GE"),
        ("Festival di Paris, Texas, dibuka.", "Paris", Level.CITY, "US"),
        ("Festival di Paris dibuka.", "Paris", Level.CITY, "FR"),
        ("Ibu kota Chad adalah N'Djamena.", "Chad", Level.COUNTRY, "TD"),
        ("Amerika Serikat (AS) mengirim bantuan.", "AS", Level.COUNTRY, "US"),
        ("Warga Amerika antre di Bali.", "Amerika", Level.COUNTRY, "US"),
    ],
)
def test_the_words_around_choose_the_place(
    gazetteer: Gazetteer, text: str, name: str, level: Level, country: str
) -> None:
    place = mention(read(gazetteer, text), name).place
    assert (place.level, place.country) == (level, country)


def test_one_sense_per_article(gazetteer: Gazetteer) -> None:
    parsed = read(gazetteer, "Banjir di Paris, Texas, surut. Warga Paris membersihkan jalan di Paris.")
    assert {m.place.country for m in parsed.mentions} == {"US"}


def test_the_same_name_for_two_places(gazetteer: Gazetteer) -> None:
    parsed = read(gazetteer, "She moved from Paris, Texas, to Paris, France.", "en")
    first, second = (m for m in parsed.mentions if m.text == "Paris")
    assert (first.place.country, second.place.country) == ("US", "FR")


def test_a_prominent_place_wins_where_nothing_else_speaks(gazetteer: Gazetteer) -> None:
    parsed = read(gazetteer, "Rapat digelar di London.")
    assert mention(parsed, "London").place.country == "GB"


def test_probabilities_are_shares_and_the_chosen_one_is_the_largest(gazetteer: Gazetteer) -> None:
    text = article("Kebakaran terjadi di Victoria, San Jose, dan Cordoba.", "id")
    found = GazetteerRecognizer(MatchFinder(gazetteer)).recognize(text).found
    for resolution in ArticleResolver().resolve(text, found):
        shares = [c.probability for c in resolution.candidates]
        assert sum(shares) <= 1 + 1e-9
        assert shares == sorted(shares, reverse=True)
        assert resolution.chosen is None or resolution.chosen is resolution.candidates[0]


def test_a_town_at_home_is_no_capital_abroad_that_has_its_name_seldom(gazetteer: Gazetteer) -> None:
    """Jerusalem is called Kudus in Turkish, and as a capital would act; the people of Kudus are of Java."""
    assert mention(read(gazetteer, "Warga Kudus ramah."), "Kudus").place.country == "ID"
    assert mention(read(gazetteer, "Kiev menuduh lawannya."), "Kiev").place.name == "Kyiv"


def test_nothing_found_resolves_to_nothing() -> None:
    assert ArticleResolver().resolve(article("Tanpa tempat."), ()) == ()


@pytest.mark.parametrize(
    ("text", "name", "place", "country"),
    [
        ("Ships crossed the Red Sea.", "Red Sea", "Laut Merah", None),
        ("The Black Sea and the Baltic Sea are cold.", "Baltic Sea", "Laut Baltik", None),
        ("Sailors crossed the Strait of Hormuz.", "Strait of Hormuz", "Selat Hormuz", None),
        ("She moved from Portland, Oregon, to Portland, Maine.", "Portland", "Portland", "US"),
        ("A man from Lincoln, Nebraska, won a prize.", "Lincoln", "Lincoln", "US"),
        ("Snow fell in Paris and Lyon.", "Paris", "Paris", "FR"),
    ],
)
def test_english_words_around_choose_the_place(
    gazetteer: Gazetteer, text: str, name: str, place: str, country: str | None
) -> None:
    found = mention(read(gazetteer, text, "en"), name).place
    assert (found.name, found.country) == (place, country)


def test_each_of_two_towns_of_a_name_lies_in_the_state_after_it(gazetteer: Gazetteer) -> None:
    parsed = read(gazetteer, "She moved from Portland, Oregon, to Portland, Maine.", "en")
    towns = [m.place for m in parsed.mentions if m.text == "Portland"]
    states = [m.place for m in parsed.mentions if m.level is Level.ADM1]
    assert [s.name for s in states] == ["Oregon", "Maine"]
    assert all(state.id in town.parents for town, state in zip(towns, states, strict=True))


@pytest.mark.parametrize("name", ["Gorontalo", "Bengkulu", "Jambi", "Yogyakarta", "Semarang", "Kediri"])
def test_where_something_is_a_town_comes_before_the_unit_of_its_name(gazetteer: Gazetteer, name: str) -> None:
    """ "di Bengkulu" is in the town, "di Provinsi Bengkulu" in the province."""
    assert mention(read(gazetteer, f"Hujan turun di {name} kemarin."), name).level is Level.CITY


@pytest.mark.parametrize("name", ["Gorontalo", "Bengkulu", "Jambi"])
def test_a_word_for_the_level_chooses_the_province(gazetteer: Gazetteer, name: str) -> None:
    whole = f"Provinsi {name}"
    assert mention(read(gazetteer, f"Hujan turun di {whole} kemarin."), whole).level is Level.ADM1
    assert mention(read(gazetteer, f"Kemarin gubernur {name} tiba."), name).level is Level.ADM1


def test_the_levels_of_one_name_are_told_apart_in_one_article(gazetteer: Gazetteer) -> None:
    parsed = read(gazetteer, "Provinsi Bengkulu punya ibu kota Bengkulu.")
    assert [m.level for m in parsed.mentions] == [Level.ADM1, Level.CITY]


@given(
    st.lists(st.sampled_from(["Paris", ",", "Texas", "Georgia", "and", "Washington", "in", "Kudus", "."]), max_size=15)
)
def test_the_shares_of_candidates_are_probabilities(gazetteer: Gazetteer, words: list[str]) -> None:
    text = article(" ".join(words), "en")
    found = GazetteerRecognizer(MatchFinder(gazetteer)).recognize(text).found
    for one, resolution in zip(found, ArticleResolver().resolve(text, found), strict=True):
        shares = [candidate.probability for candidate in resolution.candidates]
        assert all(0 <= share <= 1 for share in shares)
        assert sum(shares) <= 1 + 1e-9
        assert resolution.mention is one.mention
        assert len({candidate.place.id for candidate in resolution.candidates}) == len(shares)


def test_where_no_candidate_is_likely_none_is_chosen(gazetteer: Gazetteer) -> None:
    text = article("Hujan turun di Kudus.")
    found = GazetteerRecognizer(MatchFinder(gazetteer)).recognize(text).found

    def of_none(model: str, language: str | None) -> dict[str, float]:
        return {**weights(model, language), "none": 100.0}

    (resolution,) = ArticleResolver(of_none).resolve(text, found)
    assert resolution.chosen is None
    assert resolution.candidates


@pytest.mark.parametrize(
    ("text", "name", "level", "within"),
    [
        ("The governor of New York sent letters.", "New York", Level.ADM1, "United States"),
        ("The mayor of New York sent letters.", "New York", Level.CITY, "New York"),
        ("The town of Lebanon held a fair.", "Lebanon", Level.CITY, "United States"),
        ("The capital of Georgia was quiet, and Armenia watched.", "Georgia", Level.COUNTRY, "Asia"),
        ("Snow closed Floyd, Polk and Bartow counties in Georgia.", "Polk", Level.ADM2, "Georgia"),
        ("Snow closed Polk and Bartow counties in Georgia.", "Bartow", Level.ADM2, "Georgia"),
        ("Rain fell in Athens, Ga., and in Rome, Ga., on Friday.", "Athens", Level.CITY, "Georgia"),
        ("Storms crossed Cherokee County, Ala., at dawn.", "Cherokee County", Level.ADM2, "Alabama"),
        ("It rained in Washington, Pa., and Augusta, Maine.", "Washington", Level.CITY, "Pennsylvania"),
        ("A Buenos Aires hospital took him in.", "Buenos Aires", Level.CITY, "Argentina"),
        ("He was born in Columbus, a village of 200 people in Hickman County, Ky.", "Columbus", Level.CITY, "Kentucky"),
    ],
)
def test_english_words_and_neighbors_choose_the_place(
    gazetteer: Gazetteer, text: str, name: str, level: Level, within: str
) -> None:
    place = mention(read(gazetteer, text, "en"), name).place
    above = [gazetteer.by_id(one) for one in place.parents]
    assert place.level is level
    assert within in [one.name for one in above if one is not None]


def test_a_level_asked_once_is_not_asked_of_the_name_elsewhere(gazetteer: Gazetteer) -> None:
    text = "Katsina, Sokoto and Niger states were hit. In Niger, the junta closed the border with Nigeria."
    levels = [m.level for m in read(gazetteer, text, "en").mentions if m.text == "Niger"]
    assert levels == [Level.ADM1, Level.COUNTRY]


@pytest.mark.parametrize(
    ("text", "name", "level"),
    [
        ("Lalu Bupati Kupang berangkat ke Kudus.", "Kupang", Level.ADM2),
        ("Lalu Wali Kota Kupang berangkat ke Kudus.", "Kupang", Level.CITY),
        ("Banjir merendam Kota Bogor dan Kabupaten Bogor.", "Kabupaten Bogor", Level.ADM2),
        ("Perahu karam di perairan Buton, kata nelayan dari Pulau Muna.", "Buton", Level.REGION),
        ("Lalu Bupati Alor datang.", "Alor", Level.ADM2),
    ],
)
def test_the_words_before_a_name_tell_town_regency_and_island_apart(
    gazetteer: Gazetteer, text: str, name: str, level: Level
) -> None:
    place = mention(read(gazetteer, text), name).place
    assert (place.country, place.level) == ("ID", level)


def test_an_island_that_is_not_known_is_no_town_of_its_name(gazetteer: Gazetteer) -> None:
    assert named(read(gazetteer, "Nelayan di Pulau Panjang mengeluh.")) == []


def test_a_level_word_before_a_list_holds_for_all_of_it(gazetteer: Gazetteer) -> None:
    parsed = read(gazetteer, "Banjir merendam Kabupaten Kudus, Demak, dan Pati.")
    assert [m.place.level for m in parsed.mentions] == [Level.ADM2] * 3


def test_each_county_of_a_list_may_be_one_of_many(gazetteer: Gazetteer) -> None:
    """More places are called Marion than are weighed for the bare name; "counties" asks for counties alone."""
    text = "Farmers in Lamar County, Alabama, and in Fayette and Marion counties planted corn. They met in Vernon."
    parsed = read(gazetteer, text, "en")
    alabama = mention(parsed, "Alabama").place
    assert alabama.id in mention(parsed, "Marion").place.parents
    assert mention(parsed, "Marion").place.level is Level.ADM2
