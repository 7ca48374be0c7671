"""A user's gazetteer over the default one."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tiny_gazetteer import ASIA, INDONESIA, JAVA, SOURCE, name, record, write_tiny

from gazetteer.errors import GazetteerFormatError, GazetteerMissingError
from gazetteer.index import Gazetteer
from gazetteer.layers import AnyGazetteer, LayeredGazetteer, open_gazetteer
from gazetteer.layout import LANGUAGE_BITS, OTHER_LANGUAGE, STANDS_ALONE
from gazetteer.matcher import NameMatcher
from gazetteer.place import Level, LonLat, Name, NameKind

# the user's: a corrected Cilacap, a province without people or parents, and a village of its own
OWN = (
    record(
        "geonames:4", "Cilacap", name("Tjilatjap", language="nl"), "Kota Cilacap", level=Level.CITY, country="ID",
        position=LonLat(109.5, -7.5), population=300_000,
    ),
    record("geonames:3", "Jawa Tengah", name("Jateng", NameKind.SHORT, "id"), level=Level.ADM1, country="ID"),
    record("user:adipala", "Adipala", "Indonesia", level=Level.CITY, country="ID", position=LonLat(109.1, -7.6)),
)  # fmt: skip
DEFAULT = (
    ASIA, INDONESIA, JAVA,
    record(
        "geonames:4", "Tjilatjap", name("Cilacap", NameKind.SHORT, "id"), name("Chilachap", language="ru"),
        parents=("gn:ID.07", "iso:ID"), level=Level.CITY, country="ID", position=LonLat(109.01, -7.73),
        population=250_000,
    ),
    record("geonames:5", "Semarang", parents=("gn:ID.07", "iso:ID"), level=Level.CITY, population=1_500_000),
    record("geonames:6", "Indonesia", level=Level.CITY, country="FR", population=600),
)  # fmt: skip


@pytest.fixture
def layered(tmp_path: Path) -> Iterator[LayeredGazetteer]:
    upper = write_tiny(tmp_path / "own.sqlite", *OWN)
    lower = write_tiny(tmp_path / "default.sqlite", *DEFAULT)
    with LayeredGazetteer([Gazetteer(upper), Gazetteer(lower)]) as opened:
        yield opened


def test_what_the_user_says_of_a_place_stands(layered: LayeredGazetteer) -> None:
    """Position and population are the user's, by whichever layer's name it is found."""
    town = layered.by_id("geonames:4")
    assert town is not None
    assert (town.name, town.position, town.population) == ("Cilacap", LonLat(109.5, -7.5), 300_000)
    for text in ("Cilacap", "Tjilatjap", "Kota Cilacap", "Chilachap"):
        assert layered.find(text) == [town]


def test_what_the_user_does_not_say_comes_from_below(layered: LayeredGazetteer) -> None:
    java = layered.by_id("geonames:3")
    assert java is not None
    assert java.name == "Jawa Tengah"
    assert java.label("id") == "Jawa Tengah"
    assert java.parents == ("geonames:2", "geonames:1")
    assert (java.radius_km, java.population) == (100.5, 1_750_000)
    assert java.prominence == pytest.approx(5.743)
    town = layered.by_id("geonames:4")
    assert town is not None
    assert town.parents == ("geonames:3", "geonames:2", "geonames:1")


def test_a_region_is_no_less_for_a_layer_that_does_not_know_its_size(tmp_path: Path) -> None:
    """A user's file of GeoNames has the people of an island, and not the size that makes it prominent."""
    known = record("petakan:x", "Pulau X", level=Level.REGION, feature_code="ISL", radius_km=500.0)
    own = record("petakan:x", "Pulau X", level=Level.REGION, feature_code="ISL", population=50_000_000)
    lower, upper = write_tiny(tmp_path / "default.sqlite", known), write_tiny(tmp_path / "own.sqlite", own)
    with Gazetteer(lower) as alone:
        of_size = alone.find("Pulau X")[0].prominence
    with LayeredGazetteer([Gazetteer(upper), Gazetteer(lower)]) as opened:
        assert opened.find("Pulau X")[0].prominence == of_size


def test_parents_that_only_the_user_knows_stand(tmp_path: Path) -> None:
    own = record("geonames:5", "Semarang", parents=("geonames:7",), level=Level.CITY)
    unit = record("geonames:7", "Kota Semarang", level=Level.ADM2)
    files = [write_tiny(tmp_path / "a", own, unit), write_tiny(tmp_path / "b", *DEFAULT)]
    with LayeredGazetteer(map(Gazetteer, files)) as gazetteer:
        (found,) = gazetteer.find("Semarang")
    assert found.parents == ("geonames:7",)


def test_names_are_those_of_all_layers(layered: LayeredGazetteer) -> None:
    town = layered.by_id("geonames:4")
    assert town is not None
    assert layered.names(town) == [
        Name(text="Cilacap", kind=NameKind.OFFICIAL),
        Name(text="Tjilatjap", language="nl"),
        Name(text="Kota Cilacap"),
        Name(text="Tjilatjap", kind=NameKind.OFFICIAL),
        Name(text="Cilacap", kind=NameKind.SHORT, language="id"),
        Name(text="Chilachap", language="ru"),
    ]


def test_a_hit_is_one_place_with_the_best_kind_and_all_languages(layered: LayeredGazetteer) -> None:
    (hit,) = layered.hits("cilacap")
    assert (hit.kind, hit.languages) == (NameKind.OFFICIAL, LANGUAGE_BITS["id"])
    (hit,) = layered.hits("tjilatjap")
    assert (hit.kind, hit.languages) == (NameKind.OFFICIAL, OTHER_LANGUAGE)
    assert layered.hits("nowhere") == ()


def test_places_stand_in_order_of_prominence_whatever_their_layer(layered: LayeredGazetteer) -> None:
    """A village of the user's does not hide the country of its name."""
    assert [p.id for p in layered.find("Indonesia")] == ["geonames:2", "geonames:6", "user:adipala"]
    assert layered.place(layered.hits("indonesia")[0].number).id == "geonames:2"


def test_names_that_start_with_a_word(layered: LayeredGazetteer) -> None:
    assert layered.names_starting_with("cilacap", 5) == ["cilacap"]
    assert layered.names_starting_with("jawa", 5) == ["jawa tengah"]
    assert layered.names_starting_with("kota", 0) == []
    assert NameMatcher(layered).lengths(["kota", "cilacap"], 0) == [2]


def test_unknown_ids(layered: LayeredGazetteer) -> None:
    assert layered.by_id("geonames:999") is None


def test_sources_and_facts_are_those_of_all_layers(layered: LayeredGazetteer) -> None:
    assert [source["name"] for source in layered.sources()] == [SOURCE.name] * 2
    assert layered.facts["places"] == "9"
    assert layered.facts["format"] == "2"


def test_closing_closes_all(layered: LayeredGazetteer) -> None:
    layered.close()
    with pytest.raises(sqlite3.ProgrammingError):
        layered.hits("cilacap")


def opened_names(gazetteer: AnyGazetteer, text: str) -> list[str]:
    with gazetteer:
        return [place.id for place in gazetteer.find(text)]


def test_open_over_the_default(tmp_path: Path) -> None:
    """No file named is the default; a file lies over it, unless it stands alone or alone is asked for."""
    own = write_tiny(tmp_path / "own.sqlite", record("user:ruritania", "Ruritania", level=Level.COUNTRY))
    assert "geonames:1642911" in opened_names(open_gazetteer([]), "Jakarta")
    both = open_gazetteer([own])
    assert isinstance(both, LayeredGazetteer)
    assert both.find("Ruritania")
    assert "geonames:1642911" in opened_names(both, "Jakarta")
    assert opened_names(open_gazetteer([own], default=False), "Jakarta") == []
    with closing(sqlite3.connect(own)) as db, db:
        db.execute("INSERT INTO meta VALUES (?, '1')", (STANDS_ALONE,))
    assert opened_names(open_gazetteer([own]), "Jakarta") == []


def test_nothing_to_open(tmp_path: Path) -> None:
    with pytest.raises(GazetteerMissingError, match="no gazetteer is named; name a file"):
        open_gazetteer([], default=False)
    with pytest.raises(GazetteerMissingError, match=r"none\.sqlite: no gazetteer here"):
        open_gazetteer([tmp_path / "none.sqlite"])


def test_a_broken_layer_closes_the_others(tmp_path: Path) -> None:
    """An empty file and one of another version are told by path."""
    whole, empty = write_tiny(tmp_path / "whole.sqlite"), tmp_path / "empty.sqlite"
    empty.touch()
    with pytest.raises(GazetteerFormatError, match=r"empty\.sqlite: not a gazetteer file .*; build it anew"):
        open_gazetteer([whole, empty])
    with closing(sqlite3.connect(whole)) as db, db:
        db.execute("UPDATE meta SET value = '99' WHERE key = 'format'")
    with pytest.raises(GazetteerFormatError, match=r"whole\.sqlite: format 99, not 2; build it anew"):
        open_gazetteer([whole])
