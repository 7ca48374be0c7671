"""Writing the gazetteer file."""

import math
import sqlite3
import types
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tiny_gazetteer import (
    ASIA,
    CILACAP,
    INDONESIA,
    JAVA,
    PLACES,
    SEMARANG,
    SOURCE,
    merged,
    record,
    write_tiny,
)

from gazetteer import build
from gazetteer.errors import SourceError
from gazetteer.index import Gazetteer
from gazetteer.layout import FORMAT
from gazetteer.place import Level, LonLat, Place
from gazetteer.sources.record import Record


def place_in(path: Path, place_id: str) -> Place:
    with Gazetteer(path) as gazetteer:
        found = gazetteer.by_id(place_id)
    assert found is not None
    return found


def test_every_column_of_a_place_comes_back(tmp_path: Path) -> None:
    """What the sources say of a place is what the gazetteer answers."""
    path = write_tiny(tmp_path / "g.sqlite")
    assert place_in(path, "geonames:3") == Place(
        id="geonames:3",
        name="Central Java",
        labels=(("id", "Jawa Tengah"),),
        level=Level.ADM1,
        feature_code=None,
        country="ID",
        parents=("geonames:2", "geonames:1"),
        position=None,
        radius_km=100.5,
        population=1_750_000,
        prominence=round(math.log10(1_750_100) - 0.5, 3),
        disputed=True,
        source="",
    )
    cilacap = place_in(path, "geonames:4")
    assert (cilacap.position, cilacap.source) == (LonLat(109.01, -7.73), "tiny")


def test_parents_lead_up_to_the_continent(tmp_path: Path) -> None:
    """A town's parents are its units, its country and the continent of that, nearest first."""
    path = write_tiny(tmp_path / "g.sqlite")
    assert place_in(path, "geonames:4").parents == ("geonames:3", "geonames:2", "geonames:1")


def test_parents_that_no_source_brings_are_left_out(tmp_path: Path) -> None:
    """A key that leads nowhere is no parent."""
    path = write_tiny(tmp_path / "g.sqlite", ASIA, CILACAP)
    assert place_in(path, "geonames:4").parents == ()


def test_what_lies_in_two_countries_lies_in_no_continent_of_one(tmp_path: Path) -> None:
    """The continent is added only where there is one country to take it from."""
    malaysia = record("geonames:9 iso:MY", "Malaysia", parents=("continent:AS",), level=Level.COUNTRY)
    strait = record("petakan:selat", "Selat", parents=("iso:ID", "iso:MY"), level=Level.REGION)
    path = write_tiny(tmp_path / "g.sqlite", ASIA, INDONESIA, malaysia, strait)
    assert place_in(path, "petakan:selat").parents == ("geonames:2", "geonames:9")


def test_a_place_is_no_parent_of_itself(tmp_path: Path) -> None:
    """Keys of the place itself, and two keys of one parent, count once or not at all."""
    town = record("geonames:7 gn:ID.07.1", "Kota", parents=("gn:ID.07.1", "gn:ID.07", "geonames:3"), level=Level.CITY)
    path = write_tiny(tmp_path / "g.sqlite", JAVA, town)
    assert place_in(path, "geonames:7").parents == ("geonames:3",)


@given(st.lists(st.integers(0, 10_000_000), max_size=5), st.booleans())
def test_the_population_of_a_unit_is_that_of_its_towns(populations: list[int], twice: bool) -> None:
    """It is their sum, even where a town names the unit by two keys."""
    parents = ("gn:ID.07", "geonames:3") if twice else ("gn:ID.07",)
    towns = [
        record(f"geonames:{number}", "Kota", parents=parents, level=Level.CITY, population=population)
        for number, population in enumerate(populations, start=10)
    ]
    found = merged(JAVA, *towns)
    assert build._populations(found)[id(found.by_key["geonames:3"])] == sum(populations)


def test_a_population_of_its_own_stands(tmp_path: Path) -> None:
    """A unit with a population keeps it; countries and continents never get the sum."""
    java = record("geonames:3 gn:ID.07", "Jawa", parents=("iso:ID",), level=Level.ADM1, population=7)
    country = record("geonames:2 iso:ID", "Indonesia", level=Level.COUNTRY)
    path = write_tiny(tmp_path / "g.sqlite", country, java, CILACAP, SEMARANG)
    assert place_in(path, "geonames:3").population == 7
    assert place_in(path, "geonames:2").population == 0


def test_places_of_a_name_stand_in_order_of_prominence(tmp_path: Path) -> None:
    """The country comes before a hamlet of its name; places alike stand in order of their ids."""
    twins = [record(f"geonames:{number}", "Indonesia", level=Level.CITY) for number in (72, 71)]
    path = write_tiny(tmp_path / "g.sqlite", *twins, *PLACES)
    with Gazetteer(path) as gazetteer:
        found = gazetteer.find("Indonesia")
    assert [place.id for place in found] == ["geonames:2", "geonames:6", "geonames:71", "geonames:72"]
    assert [p.prominence for p in found] == sorted((p.prominence for p in found), reverse=True)


def test_the_same_records_give_the_same_bytes(tmp_path: Path) -> None:
    """A build is deterministic, so that a checksum can be published."""
    first = write_tiny(tmp_path / "first.sqlite").read_bytes()
    assert write_tiny(tmp_path / "second.sqlite").read_bytes() == first
    assert write_tiny(tmp_path / "first.sqlite").read_bytes() == first, "nor does an old file matter"


class DiskFullError(Exception):
    """Stands for whatever may go wrong while a file is written."""


def test_an_old_file_stays_whole_when_a_build_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A failure while writing leaves the old file as it was, and nothing beside it."""
    path = write_tiny(tmp_path / "g.sqlite")
    before = path.read_bytes()

    def fail(_: object) -> str:
        raise DiskFullError

    monkeypatch.setattr(build, "spellings", fail)
    with pytest.raises(DiskFullError):
        write_tiny(path, ASIA)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_failed_first_build_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no file was, none is after a failure."""

    def fail(*_: object) -> None:
        raise DiskFullError

    monkeypatch.setattr(build, "_fill", fail)
    with pytest.raises(DiskFullError):
        write_tiny(tmp_path / "g.sqlite")
    assert list(tmp_path.iterdir()) == []


def test_the_rest_of_an_interrupted_build_is_no_obstacle(tmp_path: Path) -> None:
    """A part file that was left behind is replaced."""
    (tmp_path / "g.sqlite.part").write_bytes(b"half a file")
    path = write_tiny(tmp_path / "g.sqlite")
    assert list(tmp_path.iterdir()) == [path]


def test_the_file_is_whole_for_sqlite(tmp_path: Path) -> None:
    """SQLite finds no fault in the file, and its counts are those of its facts."""
    path = write_tiny(tmp_path / "g.sqlite")
    db = sqlite3.connect(path)
    try:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        facts = dict(db.execute("SELECT key, value FROM meta"))
        counts = [str(db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]) for table in ("place", "name")]
    finally:
        db.close()
    assert facts == {"format": FORMAT, "places": counts[0], "names": counts[1], "conflicts": "0"}


def test_romanized_names_are_found_but_not_shown(tmp_path: Path) -> None:
    """A machine's transliteration can be looked up; it is no spelling that people use."""
    with Gazetteer(write_tiny(tmp_path / "g.sqlite")) as gazetteer:
        (semarang,) = gazetteer.find("San Bao Long")
        assert [n.text for n in gazetteer.names(semarang)] == ["Semarang"]


def test_the_sources_are_written_down(tmp_path: Path) -> None:
    """The file tells whom it is from, under which licence, and how much came from each."""
    with Gazetteer(write_tiny(tmp_path / "g.sqlite")) as gazetteer:
        (source,) = gazetteer.sources()
    assert source == {
        "name": SOURCE.name,
        "version": SOURCE.version,
        "licence": SOURCE.licence,
        "url": SOURCE.url,
        "records": str(len(PLACES)),
    }


def fake_source(monkeypatch: pytest.MonkeyPatch, *found: Record) -> None:
    """Make the default gazetteer one of these records."""
    module = types.SimpleNamespace(source=lambda: SOURCE, records=lambda: iter(found))
    monkeypatch.setattr(build, "SOURCES", ("tiny",))
    monkeypatch.setattr(build, "import_module", {"gazetteer.sources.tiny": module}.__getitem__)


def test_the_default_gazetteer_is_made_of_all_sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Building asks each source module for its description and its records."""
    fake_source(monkeypatch, *PLACES)
    build.build_default(tmp_path / "g.sqlite")
    assert (tmp_path / "g.sqlite").read_bytes() == write_tiny(tmp_path / "other.sqlite").read_bytes()


def test_a_broken_source_stops_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its error reaches the caller, and the old file stays."""

    def broken() -> Iterator[Record]:
        yield ASIA
        raise SourceError("cities500.json: no JSON; restore it")

    path = write_tiny(tmp_path / "g.sqlite")
    before = path.read_bytes()
    module: Any = types.SimpleNamespace(source=lambda: SOURCE, records=broken)
    monkeypatch.setattr(build, "import_module", lambda _: module)
    with pytest.raises(SourceError, match=r"cities500\.json"):
        build.build_default(path)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_every_default_source_is_a_module() -> None:
    """Each name in the list of sources is a module with the two functions that the build asks for."""
    for source in build.SOURCES:
        module = import_module(f"gazetteer.sources.{source}")
        assert callable(module.source)
        assert callable(module.records)
