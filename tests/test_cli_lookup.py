"""``petakan lookup``, as it is asked."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer
from tiny_gazetteer import PLACES, name, record, write_tiny
from typer.testing import CliRunner, Result

from gazetteer.errors import GazetteerError, GazetteerMissingError
from gazetteer.index import Gazetteer
from gazetteer.place import Level, LonLat, NameKind
from maps.cli_lookup import lookup

KUDUS = record(
    "geonames:31", "Kudus", name("Koedoes", NameKind.HISTORIC), name("Kudus", language="id"), name("聖城"),
    parents=("gn:ID.07", "iso:ID"), level=Level.CITY, country="ID", position=LonLat(110.84, -6.8), population=95_000,
)  # fmt: skip
FAR_KUDUS = record("geonames:32", "Kudus", level=Level.CITY, country="MY", population=250_000)
LONG = record("geonames:33", "Llan" * 12, *("Nama lain ke-" + "x" * n for n in range(9)), level=Level.REGION)
MANY = tuple(record(f"geonames:{n}", "San", level=Level.CITY, country="PH", population=n) for n in range(100, 112))
PEOPLE = record("geonames:4", name("Cilacapers", NameKind.DEMONYM, "en"))
RECORDS = (*PLACES, PEOPLE, KUDUS, FAR_KUDUS, LONG, *MANY)


@pytest.fixture(autouse=True)
def _tiny(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The command opens a small gazetteer, whose places have no outlines."""
    path = write_tiny(tmp_path_factory.mktemp("lookup") / "g.sqlite", *RECORDS)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Gazetteer, "open", lambda: Gazetteer(path))
        yield


def run(*arguments: str) -> Result:
    app = typer.Typer()
    app.command()(lookup)
    return CliRunner().invoke(app, arguments)


def candidates(*arguments: str) -> list[dict[str, Any]]:
    result = run(*arguments, "--as", "json")
    assert result.exit_code == 0
    found: list[dict[str, Any]] = json.loads(result.output)
    return found


def test_the_table_in_indonesian() -> None:
    result = run("koedoes")
    assert result.exit_code == 0
    assert result.output == (
        "    tempat                                 tingkat     bujur lintang      penduduk  id\n"
        " 1  Kudus                                  city       110.84   -6.80        95.000  geonames:31\n"
        "    mengapa  95 ribu jiwa; nama lama\n"
        "    di       Jawa Tengah, Indonesia, Asia\n"
        "    nama     Kudus, 聖城, Koedoes\n"
        "    sumber   tiny\n"
    )


def test_the_table_in_english_says_what_is_unknown_or_disputed() -> None:
    lines = run("Jawa Tengah", "--ui", "en").output.splitlines()
    assert lines[0].split() == ["place", "level", "lon", "lat", "population", "id"]
    assert lines[1].split() == ["1", "Central", "Java", "adm1", "-", "-", "1,845,000", "geonames:3"]
    assert lines[3].split() == ["in", "Indonesia,", "Asia", "(disputed)"]
    assert not lines[-1].startswith("    source"), "no source gave a position"


def test_the_table_is_readable_at_100_columns() -> None:
    lines = run("llan" * 12).output.splitlines()
    assert max(map(len, lines)) <= 100
    assert f"{('Llan' * 12)[:37]}… region" in lines[1]
    assert lines[-1].startswith(" " * 13), "what is too long goes on below where it began"


def test_the_table_shows_the_likeliest_and_says_how_many_more() -> None:
    lines = run("San").output.splitlines()
    assert sum(line.endswith(tuple(f"geonames:{n}" for n in range(100, 112))) for line in lines) == 10
    assert lines[-1].startswith("… dan 2 lagi:")
    assert len(candidates("San")) == 12


def test_json_has_everything() -> None:
    (kudus,) = candidates("koedoes", "--ui", "en")
    assert kudus == {
        "id": "geonames:31",
        "name": "Kudus",
        "level": "city",
        "country": "ID",
        "disputed": False,
        "parents": [
            {"id": "geonames:3", "name": "Central Java", "level": "adm1"},
            {"id": "geonames:2", "name": "Indonesia", "level": "country"},
            {"id": "geonames:1", "name": "Asia", "level": "continent"},
        ],
        "lon": 110.84,
        "lat": -6.8,
        "radius_km": None,
        "population": 95_000,
        "prominence": kudus["prominence"],
        "matched": "historic",
        "why": ["95 thousand people", "former name"],
        "names": [
            {"text": "Kudus", "kind": "alternate", "language": "id"},
            {"text": "Kudus", "kind": "official", "language": None},
            {"text": "聖城", "kind": "alternate", "language": None},
            {"text": "Koedoes", "kind": "historic", "language": None},
        ],
        "source": "tiny",
    }


def test_a_gazetteer_of_ones_own_lies_over_the_default_one(tmp_path: Path) -> None:
    wringin = record("user:wringin", "Dukuh Wringin", level=Level.CITY, country="ID", position=LonLat(110.5, -7.0))
    own = write_tiny(tmp_path / "own.sqlite", wringin)
    (found,) = candidates("dukuh wringin", "--gazetteer", str(own), "--near", "Cilacap")
    assert found["id"] == "user:wringin"
    assert found["distance_km"] == pytest.approx(183, abs=2)
    assert candidates("Koedoes", "--gazetteer", str(own))[0]["id"] == "geonames:31"
    assert isinstance(run("Kudus", "--gazetteer", str(tmp_path / "none.sqlite")).exception, GazetteerMissingError)


def test_words_for_its_people_are_no_names_in_the_table() -> None:
    assert "Cilacapers" not in run("Cilacap").output
    assert {"text": "Cilacapers", "kind": "demonym", "language": "en"} in candidates("Cilacap")[0]["names"]


def test_near_a_place() -> None:
    assert [one["id"] for one in candidates("Kudus")] == ["geonames:32", "geonames:31"]
    near, nowhere = candidates("Kudus", "--near", "Cilacap")
    assert (near["id"], near["near"], near["why"][0]) == ("geonames:31", "geonames:4", "227 km dari Cilacap")
    assert near["distance_km"] == pytest.approx(227, abs=1)
    assert (nowhere["distance_km"], nowhere["why"]) == (None, ["250 ribu jiwa", "nama resmi"])


@pytest.mark.parametrize("country", ["ID", "id", "Indonesia", "RI"])
def test_of_a_country(country: str) -> None:
    assert [one["id"] for one in candidates("Kudus", "--country", country)] == ["geonames:31"]


def test_of_a_level() -> None:
    assert [one["id"] for one in candidates("Indonesia", "--level", "country")] == ["geonames:2"]


@pytest.mark.parametrize(
    "options", [("--country", "ZZ"), ("--country", "Kudus"), ("--level", "village"), ("--ui", "fr"), ("--as", "csv")]
)
def test_wrong_options_are_wrong_usage(options: tuple[str, str]) -> None:
    assert run("Kudus", *options).exit_code == 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("Kuduss",), "Kuduss: no place of this name in the gazetteer; did you mean Kudus?"),
        (("Qwxyzzy",), "Qwxyzzy: no place of this name in the gazetteer; try another spelling"),
        (("a\nb",), "a b: no place of this name in the gazetteer; try another spelling"),
        (
            ("Kudus", "--near", "Qwxyzzy"),
            "--near Qwxyzzy: no place of this name in the gazetteer; try another spelling",
        ),
        (("Kudus", "--near", "Semarang"), "--near Semarang: the gazetteer has no position of it; name another place"),
        (
            ("Kudus", "--level", "adm1"),
            "Kudus: none of the 2 places of this name is what the options ask for; leave one out",
        ),
    ],
)
def test_what_cannot_be_answered_is_one_line(arguments: tuple[str, ...], message: str) -> None:
    result = run(*arguments)
    assert isinstance(result.exception, GazetteerError)
    assert str(result.exception) == message


def test_an_unreadable_gazetteer_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(Gazetteer, "open", lambda: Gazetteer(tmp_path / "none.sqlite"))
    assert isinstance(run("Kudus").exception, GazetteerError)
