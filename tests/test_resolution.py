"""Which place a name is taken for."""

import pytest
from reading import article, mention, read

from gazetteer.index import Gazetteer
from gazetteer.place import Level
from geo.matches import MatchFinder
from geo.recognition import GazetteerRecognizer
from geo.resolution import ArticleResolver


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
        assert resolution.reason


def test_a_town_at_home_is_no_capital_abroad_that_has_its_name_seldom(gazetteer: Gazetteer) -> None:
    """Jerusalem is called Kudus in Turkish, and as a capital would act; the people of Kudus are of Java."""
    assert mention(read(gazetteer, "Warga Kudus ramah."), "Kudus").place.country == "ID"
    assert mention(read(gazetteer, "Kiev menuduh lawannya."), "Kiev").place.name == "Kyiv"


def test_nothing_found_resolves_to_nothing() -> None:
    assert ArticleResolver().resolve(article("Tanpa tempat."), ()) == ()
