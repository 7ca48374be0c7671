"""The order of the places of a name, and the words for it."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tiny_gazetteer import PLACES, name, record, write_tiny

from gazetteer.index import Gazetteer
from gazetteer.place import Level, LonLat, Name, NameKind, Place
from gazetteer.ranking import Language, Ranked, by_language, near_spellings, people, rank, reasons

JAKARTA = record(
    "geonames:21", "Jakarta", "Batavia", name("Djakarta", NameKind.HISTORIC), name("yakata", NameKind.ROMANIZED),
    level=Level.CITY, country="ID", feature_code="PPLC", population=8_540_121, parents=("iso:ID",),
)  # fmt: skip
BATAVIAS = (
    record("geonames:22", "Batavia", level=Level.CITY, country="US", population=26_495),
    record("geonames:23", "Batavia", level=Level.CITY, country="US", population=1_648),
    record("geonames:24", "Batavia", level=Level.ADM2, country="SR", population=10),
    record("geonames:25", "Middlefield", name("Batavia", NameKind.HISTORIC), level=Level.CITY, population=26_496),
)


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gazetteer]:
    with Gazetteer(write_tiny(tmp_path_factory.mktemp("r") / "g.sqlite", *PLACES, JAKARTA, *BATAVIAS)) as opened:
        yield opened


def numbers(ranked: list[Ranked]) -> list[int]:
    return [int(one.place.id.removeprefix("geonames:")) for one in ranked]


def test_prominence_first_but_other_names_count_less(tiny: Gazetteer) -> None:
    """A capital's other name still means it; of two towns alike, the one whose own name it is."""
    assert numbers(rank(tiny, "batavia")) == [21, 22, 23, 25, 24]


def test_of_one_country_or_level(tiny: Gazetteer) -> None:
    assert numbers(rank(tiny, "Batavia", country="US")) == [22, 23]
    assert numbers(rank(tiny, "Batavia", level=Level.ADM2)) == [24]
    assert rank(tiny, "Batavia", country="ID", level=Level.ADM2) == []
    assert rank(tiny, "nowhere") == []


def test_nearest_first_and_what_is_nowhere_last(tiny: Gazetteer) -> None:
    """As near means to the kilometre; prominence decides then."""
    distances = {"geonames:23": 12.4, "geonames:22": 12.1, "geonames:25": 0.0}
    ranked = rank(tiny, "Batavia", distance_km=lambda place: distances.get(place.id))
    assert numbers(ranked) == [25, 22, 23, 21, 24]
    assert [one.distance_km for one in ranked] == [0.0, 12.1, 12.4, None, None]


def some_place(**columns: object) -> Place:
    known = {"id": "x:1", "name": "X", "level": Level.CITY, "position": LonLat(0, 0), "source": ""}
    return Place(**(known | columns))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("columns", "kind", "indonesian", "english"),
    [
        (
            {"feature_code": "PPLC", "population": 8_540_121},
            NameKind.OFFICIAL,
            "ibu kota negara; 8,5 juta jiwa; nama resmi",
            "national capital; 8.5 million people; official name",
        ),
        ({}, NameKind.HISTORIC, "nama lama", "former name"),
        ({"level": Level.COUNTRY}, NameKind.SHORT, "negara; nama pendek", "country; short name"),
        (
            {"level": Level.ADM1},
            NameKind.CODE,
            "provinsi atau setingkatnya; singkatan",
            "province, state or the like; abbreviation",
        ),
    ],
)
def test_reasons_in_plain_words(columns: dict[str, object], kind: NameKind, indonesian: str, english: str) -> None:
    ranked = Ranked(place=some_place(**columns), kind=kind)
    assert "; ".join(reasons(ranked, "id")) == indonesian
    assert "; ".join(reasons(ranked, "en")) == english


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("kind", list(NameKind))
@pytest.mark.parametrize("level", list(Level))
def test_every_kind_and_level_has_words(kind: NameKind, level: Level, language: Language) -> None:
    said = reasons(Ranked(place=some_place(level=level), kind=kind), language)
    assert len(said) == (1 if level is Level.CITY else 2)


NEAR = some_place(id="x:2", name="Semarang", parents=("x:3",))


@pytest.mark.parametrize(
    ("columns", "km", "indonesian", "english"),
    [
        ({}, 45.3, "dekat Semarang: 45 km", "near Semarang: 45 km"),
        ({}, 12_345.6, "12.346 km dari Semarang", "12,346 km from Semarang"),
        ({}, 0.0, "di sekitar Semarang", "around Semarang"),
        ({"parents": ("x:2",)}, 3.0, "di Semarang", "in Semarang"),
        ({"id": "x:3"}, 0.0, "memuat Semarang", "contains Semarang"),
        ({"id": "x:2"}, 0.0, None, None),
        ({}, None, None, None),
    ],
)
def test_nearness_in_plain_words(
    columns: dict[str, object], km: float | None, indonesian: str | None, english: str | None
) -> None:
    ranked = Ranked(place=some_place(**columns), kind=NameKind.OFFICIAL, distance_km=km)
    assert reasons(ranked, "id", NEAR)[:-1] == ([indonesian] if indonesian else [])
    assert reasons(ranked, "en", NEAR)[:-1] == ([english] if english else [])


@pytest.mark.parametrize(
    ("population", "indonesian", "english"),
    [
        (932, "932 jiwa", "932 people"),
        (9_870, "9.870 jiwa", "9,870 people"),
        (10_000, "10 ribu jiwa", "10 thousand people"),
        (999_999, "1 juta jiwa", "1 million people"),
        (8_540_121, "8,5 juta jiwa", "8.5 million people"),
        (267_663_435, "270 juta jiwa", "270 million people"),
        (1_411_778_724, "1,4 miliar jiwa", "1.4 billion people"),
    ],
)
def test_populations(population: int, indonesian: str, english: str) -> None:
    assert people(population, "id") == indonesian
    assert people(population, "en") == english


@given(st.integers(1, 10**11))
def test_a_population_in_words_is_right_to_two_digits(population: int) -> None:
    number, *size, _ = people(population, "en").split()
    factor = {"thousand": 1e3, "million": 1e6, "billion": 1e9}[size[0]] if size else 1
    assert float(number.replace(",", "")) * factor == pytest.approx(population, rel=0.051)


def test_names_in_the_readers_language_come_first() -> None:
    names = [
        Name(text="fr", kind=NameKind.OFFICIAL, language="fr"),
        Name(text="none", kind=NameKind.ALTERNATE),
        Name(text="en", kind=NameKind.OFFICIAL, language="en"),
        Name(text="id short", kind=NameKind.SHORT, language="id"),
        Name(text="id", kind=NameKind.OFFICIAL, language="id"),
    ]
    assert [one.text for one in by_language(names, "id")] == ["id", "id short", "en", "none", "fr"]
    assert [one.text for one in by_language(names, "en")] == ["en", "id", "id short", "none", "fr"]


@pytest.mark.parametrize(
    ("misspelt", "meant"),
    [
        ("Jakrta", ["Jakarta"]),  # missing
        ("Jakkarta", ["Jakarta"]),  # needless
        ("Jakarda", ["Jakarta"]),  # wrong
        ("Jkaarta", ["Jakarta"]),  # swapped
        ("Bataviaa", ["Batavia"]),
        ("Central Jaav", ["Central Java"]),
        ("Central Jawwa", ["Central Java"]),
        ("yakatta", []),  # only a machine spells it so
        ("J", []),
        ("", []),
        ("x" * 1000, []),
        ("Zzyzx", []),
    ],
)
def test_near_spellings(tiny: Gazetteer, misspelt: str, meant: list[str]) -> None:
    assert near_spellings(tiny, misspelt) == meant


def test_near_spellings_of_the_most_prominent_places_first(gazetteer: Gazetteer) -> None:
    assert near_spellings(gazetteer, "Semarng")[0] == "Semarang"
    assert near_spellings(gazetteer, "Kurks")[0] == "Kursk"
    assert len(near_spellings(gazetteer, "Kurks", most=2)) == 2


def test_a_name_of_other_languages_ranks_below_one_of_ours(gazetteer: Gazetteer) -> None:
    first = rank(gazetteer, "Papua")[0].place
    assert (first.country, first.level) == ("ID", Level.ADM1)
