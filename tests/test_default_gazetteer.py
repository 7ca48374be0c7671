"""What the gazetteer that petakan is installed with must know."""

import pytest

from gazetteer.index import Gazetteer
from gazetteer.place import Level, Place


def up(gazetteer: Gazetteer, place: Place) -> list[Place]:
    """The places it lies in, nearest first."""
    found = [gazetteer.by_id(parent) for parent in place.parents]
    return [parent for parent in found if parent is not None]


def test_jakarta_is_the_capital_of_indonesia(gazetteer: Gazetteer) -> None:
    """The capital comes first under its name, where it is."""
    jakarta = gazetteer.find("Jakarta")[0]
    assert (jakarta.id, jakarta.feature_code, jakarta.country) == ("geonames:1642911", "PPLC", "ID")
    assert jakarta.level is Level.CITY
    assert jakarta.position is not None
    assert (jakarta.position.lon, jakarta.position.lat) == pytest.approx((106.8, -6.2), abs=0.1)


@pytest.mark.parametrize(
    ("text", "name_in_english"),
    [
        ("Moskow", "Moscow"),
        ("Moskwa", "Moscow"),
        ("Beijing", "Beijing"),
        ("Pyongyang", "Pyongyang"),
        ("Kairo", "Cairo"),
    ],
)
def test_a_capital_comes_before_its_namesakes(gazetteer: Gazetteer, text: str, name_in_english: str) -> None:
    """Indonesian and English spellings of a capital find it first."""
    first = gazetteer.find(text)[0]
    assert (first.name, first.feature_code) == (name_in_english, "PPLC")


def test_a_town_and_the_unit_around_it_are_both_found(gazetteer: Gazetteer) -> None:
    """A name asks a question that context must answer: Kursk is a city and an oblast."""
    found = [(place.level, place.country) for place in gazetteer.find("Kursk")]
    assert found[:2] == [(Level.CITY, "RU"), (Level.ADM1, "RU")]


@pytest.mark.parametrize(
    ("indonesian", "english", "code"),
    [
        ("Rusia", "Russia", "RU"),
        ("Jepang", "Japan", "JP"),
        ("Korea Utara", "North Korea", "KP"),
        ("Korea Selatan", "South Korea", "KR"),
        ("Amerika Serikat", "United States", "US"),
        ("Inggris Raya", "United Kingdom", "GB"),
        ("Jerman", "Germany", "DE"),
        ("Mesir", "Egypt", "EG"),
        ("Arab Saudi", "Saudi Arabia", "SA"),
        ("Yunani", "Greece", "GR"),
        ("Kosovo", "Kosovo", "XK"),
    ],
)
def test_countries_in_both_languages(gazetteer: Gazetteer, indonesian: str, english: str, code: str) -> None:
    """A country is found first by either name, and labeled with both."""
    for text in (indonesian, english):
        place = gazetteer.find(text)[0]
        assert (place.level, place.country) == (Level.COUNTRY, code)
        assert (place.label("id"), place.label("en")) == (indonesian, english)
        assert place.position is not None


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Москва", "RU"),
        ("Київ", "UA"),
        ("Αθήνα", "GR"),
        ("القاهرة", "EG"),
        ("ירושלים", "IL"),
        ("서울", "KR"),
        ("東京", "JP"),
        ("北京", "CN"),
        ("กรุงเทพมหานคร", "TH"),
        ("ঢাকা", "BD"),
        ("मुंबई", "IN"),
        ("சென்னை", "IN"),
        ("თბილისი", "GE"),
        ("Երևան", "AM"),
        ("ရန်ကုန်", "MM"),
        ("ភ្នំពេញ", "KH"),
        ("አዲስ አበባ", "ET"),
        ("කොළඹ", "LK"),
    ],
)
def test_names_in_many_scripts(gazetteer: Gazetteer, text: str, country: str) -> None:
    """A city is found by its name in its own script."""
    first = gazetteer.find(text)[0]
    assert (first.level, first.country) == (Level.CITY, country)


@pytest.mark.parametrize(
    ("text", "parents"),
    [
        ("Cilacap", ["Kabupaten Cilacap", "Central Java", "Indonesia", "Asia"]),
        ("Hamhung", ["South Hamgyong", "North Korea", "Asia"]),
    ],
)
def test_parents_of_a_town(gazetteer: Gazetteer, text: str, parents: list[str]) -> None:
    """The way up leads over the units to the country and its continent."""
    found = up(gazetteer, gazetteer.find(text)[0])
    assert [place.label("en") for place in found][-len(parents) :] == parents
    order = list(Level)
    levels = [order.index(place.level) for place in found]
    assert levels == sorted(levels, reverse=True)


def test_every_country_has_a_position_but_one(gazetteer: Gazetteer) -> None:
    """The outlying islands of the United States lie in two oceans; no point stands for them."""
    assert [place.country for place in gazetteer.of_level(Level.COUNTRY) if place.position is None] == ["UM"]


def test_a_country_lies_in_its_continent(gazetteer: Gazetteer) -> None:
    """The last step up is a continent, which lies in nothing."""
    (asia,) = up(gazetteer, gazetteer.find("Jepang")[0])
    assert (asia.level, asia.label("id"), asia.parents) == (Level.CONTINENT, "Asia", ())


def test_a_region_of_several_countries(gazetteer: Gazetteer) -> None:
    """Southeast Asia is a region, with a position and a size, in no single country."""
    found = gazetteer.by_id("cldr:035")
    assert found is not None
    assert gazetteer.find("Asia Tenggara")[0] == found
    assert (found.level, found.country) == (Level.REGION, None)
    assert found.position is not None
    assert found.radius_km


def test_the_installed_gazetteer_is_of_the_expected_size(gazetteer: Gazetteer) -> None:
    """A source that went missing would show in the counts."""
    assert int(gazetteer.facts["places"]) >= 290_000
    assert int(gazetteer.facts["names"]) >= 1_100_000
    assert all(int(source["records"]) > 0 for source in gazetteer.sources())
    assert all(source["licence"] for source in gazetteer.sources())


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("uMkhanyakude District", "uMkhanyakude District Municipality"),
        ("uMkhanyakude", "uMkhanyakude District Municipality"),
        ("Ekurhuleni", "Ekurhuleni Metropolitan Municipality"),
        ("KZN", "KwaZulu-Natal"),
        ("Trinidad & Tobago", "Trinidad and Tobago"),
    ],
)
def test_places_have_the_names_that_news_calls_them(gazetteer: Gazetteer, text: str, name: str) -> None:
    assert gazetteer.find(text)[0].label("en") == name
