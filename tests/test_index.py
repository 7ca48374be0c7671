"""Asking the gazetteer."""

import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from tiny_gazetteer import SOURCE, name, record, write_tiny

from gazetteer.errors import GazetteerError, GazetteerFormatError, GazetteerMissingError
from gazetteer.index import Gazetteer, Hit
from gazetteer.layout import LANGUAGE_BITS
from gazetteer.place import Level, NameKind, Place


@pytest.fixture
def tiny(tmp_path: Path) -> Iterator[Gazetteer]:
    with Gazetteer(write_tiny(tmp_path / "tiny.sqlite")) as opened:
        yield opened


def test_a_missing_file(tmp_path: Path) -> None:
    """The message names the path; a folder is no file either."""
    for path in (tmp_path / "none.sqlite", tmp_path):
        with pytest.raises(GazetteerMissingError, match="no gazetteer here") as caught:
            Gazetteer(path)
        assert str(caught.value).startswith(f"{path}: ")
        assert isinstance(caught.value, FileNotFoundError)


def truncated(tmp_path: Path) -> bytes:
    whole = write_tiny(tmp_path / "whole.sqlite").read_bytes()
    return whole[: len(whole) // 2]


@pytest.mark.parametrize("content", [b"", b"not a gazetteer " * 100, b"SQLite format 3\0" + bytes(4000), None])
def test_a_damaged_file(tmp_path: Path, content: bytes | None) -> None:
    """An empty file, garbage and the first half of a gazetteer are refused when opened, by path."""
    path = tmp_path / "damaged.sqlite"
    path.write_bytes(truncated(tmp_path) if content is None else content)
    with pytest.raises(GazetteerFormatError, match=r"not a gazetteer file \(.*\); build it anew") as caught:
        Gazetteer(path)
    assert str(caught.value).startswith(f"{path}: ")
    assert isinstance(caught.value, ValueError)
    assert isinstance(caught.value, GazetteerError)


@pytest.mark.parametrize("version", ["0", "1", None])
def test_a_file_of_another_version(tmp_path: Path, version: str | None) -> None:
    """A file of another format, or of none, is refused; the message tells both versions."""
    path = write_tiny(tmp_path / "old.sqlite")
    db = sqlite3.connect(path)
    with db:
        db.execute("DELETE FROM meta WHERE key = 'format'")
        if version:
            db.execute("INSERT INTO meta VALUES ('format', ?)", (version,))
    db.close()
    with pytest.raises(GazetteerFormatError, match=f"format {version}, not 2; build it anew") as caught:
        Gazetteer(path)
    assert str(caught.value).startswith(f"{path}: ")


def test_a_path_may_hold_any_character(tmp_path: Path) -> None:
    """Blanks, "#", "?" and "%" in a path are no part of an address."""
    folder = tmp_path / "my maps #1 100%41?x=y"
    folder.mkdir()
    with Gazetteer(write_tiny(folder / "g.sqlite")) as gazetteer:
        assert gazetteer.find("Cilacap")
        assert gazetteer.path == folder / "g.sqlite"


def test_the_file_is_not_written_to(tmp_path: Path) -> None:
    """Opened, asked and closed, the file is as it was, and nothing stands beside it."""
    path = write_tiny(tmp_path / "g.sqlite")
    before = path.read_bytes()
    path.chmod(0o444)
    with Gazetteer(path) as gazetteer:
        gazetteer.find("Cilacap")
        assert list(tmp_path.iterdir()) == [path]
    assert path.read_bytes() == before


def test_a_closed_gazetteer_gives_its_file_free(tmp_path: Path) -> None:
    """After the with block the file can be removed, and no question is answered."""
    folder = tmp_path / "folder"
    folder.mkdir()
    with Gazetteer(write_tiny(folder / "g.sqlite")) as gazetteer:
        pass
    shutil.rmtree(folder)
    with pytest.raises(sqlite3.ProgrammingError):
        gazetteer.hits("cilacap")


def test_facts(tiny: Gazetteer) -> None:
    """The numbers of the build can be read."""
    assert tiny.facts["places"] == "6"


def test_find_takes_any_spelling(tiny: Gazetteer) -> None:
    """A name is found however it is written; what is none is not."""
    for spelling in ("Cilacap", "CILACAP", " cilácap!", "Tjilatjap"):
        assert [place.id for place in tiny.find(spelling)] == ["geonames:4"]
    assert tiny.find("Cila") == tiny.find("") == tiny.find("Nowhere") == []


def test_hits_tell_kind_and_languages(tiny: Gazetteer) -> None:
    """A hit holds the sort of name and the languages it is used in."""
    both = LANGUAGE_BITS["id"] | LANGUAGE_BITS["en"]
    country, village = tiny.hits("indonesia")
    assert country == Hit(country.number, NameKind.OFFICIAL, both)
    assert village == Hit(village.number, NameKind.OFFICIAL, 0)
    (demonym,) = tiny.hits("indonesian")
    assert (demonym.kind, demonym.languages) == (NameKind.DEMONYM, LANGUAGE_BITS["en"])
    assert tiny.place(demonym.number) == tiny.place(country.number) == tiny.by_id("geonames:2")


def test_hits_want_a_folded_name(tiny: Gazetteer) -> None:
    """Folding is the caller's, who folds once and asks often."""
    assert tiny.hits("Cilacap") == ()


def test_by_id(tiny: Gazetteer) -> None:
    """An id finds its place; an unknown one finds none."""
    found = tiny.by_id("geonames:5")
    assert found is not None
    assert found.name == "Semarang"
    assert tiny.by_id("geonames:999") is None


def test_names_are_those_of_the_sources(tiny: Gazetteer) -> None:
    """All names of a place come back as written, with kind and language."""
    assert tiny.names(tiny.find("Indonesia")[0]) == [
        name("Indonesia", NameKind.OFFICIAL, "en"),
        name("Indonesia", NameKind.OFFICIAL, "id"),
        name("RI", NameKind.SHORT, "id"),
        name("Indonesian", NameKind.DEMONYM, "en"),
    ]


def test_names_may_hold_odd_characters(tmp_path: Path) -> None:
    """A tab or a separator within a name does not break the list."""
    odd = record("geonames:1", "Odd\tname", "line\u2028separator", "next\u0085line", level=Level.CITY)
    with Gazetteer(write_tiny(tmp_path / "g.sqlite", odd)) as gazetteer:
        (place,) = gazetteer.find("odd name")
        assert [n.text for n in gazetteer.names(place)] == [
            "Odd\tname",
            "line\u2028separator",
            "next\u0085line",
        ]


def test_a_place_of_another_gazetteer_has_no_names(tiny: Gazetteer) -> None:
    """A place that this file does not hold has none, rather than those of another."""
    foreign = Place(id="geonames:999", name="x", level=Level.CITY, position=None, source="")
    assert tiny.names(foreign) == []


def test_names_of_a_place_with_romanized_names_only(tmp_path: Path) -> None:
    """Where no spelling is kept the list is empty."""
    only = record("geonames:1", name("wu jiao wei", NameKind.ROMANIZED), level=Level.CITY)
    with Gazetteer(write_tiny(tmp_path / "g.sqlite", only)) as gazetteer:
        (place,) = gazetteer.find("wu jiao wei")
        assert gazetteer.names(place) == []


def test_names_starting_with(tmp_path: Path) -> None:
    """The word must be whole; the names stand in order, and no more than asked for."""
    texts = [
        "San Marino",
        "San",
        "San José",
        "Sanaa",
        "Santa Fe",
        "Sa",
        "San Marino Tengah",
        "サン",
        "San\u0e31x",
    ]
    places = [record(f"geonames:{n}", text, level=Level.CITY) for n, text in enumerate(texts, start=1)]
    with Gazetteer(write_tiny(tmp_path / "g.sqlite", *places)) as gazetteer:
        assert gazetteer.names_starting_with("san", 10) == [
            "san",
            "san jose",
            "san marino",
            "san marino tengah",
        ]
        assert gazetteer.names_starting_with("san", 2) == ["san", "san jose"]
        assert gazetteer.names_starting_with("s", 10) == gazetteer.names_starting_with("", 10) == []


def test_two_gazetteers_do_not_mix(tmp_path: Path) -> None:
    """Each remembers its own places only."""
    one = write_tiny(tmp_path / "one.sqlite", record("geonames:1", "One", level=Level.CITY))
    two = write_tiny(tmp_path / "two.sqlite", record("geonames:2", "Two", level=Level.CITY))
    with Gazetteer(one) as first, Gazetteer(two) as second:
        assert first.place(0).name == "One"
        assert second.place(0).name == "Two"


def test_sources_of_the_file(tiny: Gazetteer) -> None:
    """The sources can be named to a reader."""
    assert [source["name"] for source in tiny.sources()] == [SOURCE.name]
