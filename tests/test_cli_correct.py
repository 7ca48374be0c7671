"""The command ``petakan correct``, and that what it writes changes everything that is made of the articles."""

import csv
import io
import json
import os
import sqlite3
import sys
import tomllib
from pathlib import Path

import pytest
from test_cli import run, run_main
from tiny_gazetteer import record, write_tiny

from gazetteer.errors import CorrectionError
from gazetteer.layout import STANDS_ALONE
from gazetteer.place import Level, LonLat
from geo.corrections import read_corrections
from maps import keys
from maps.keys import Key, Keys

TEXT = """Kereta Baru

Warga Paris menonton di Demak. Kereta itu lewat Paris lagi, lalu Paris sepi.
Mesin dibuat di pabrik Trangkil. Ia pulang ke Desa Wanasepi Entah.
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with one article."""
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "kereta.txt").write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def correct(pressed: str, *more: str) -> str:
    """What is shown when these keys are pressed; all mentions are asked about."""
    options = ("--below", "1", "--ui", "en", *more)
    result = run("correct", "articles", *options, stdin="".join(f"{key}\n" for key in pressed.split("|")))
    assert result.exit_code == 0, result.output
    return result.output


def rows(file: str = "corrections.csv") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(Path(file).read_text("utf-8-sig"))))


def mentions(*more: str) -> list[tuple[str, str | None, bool]]:
    """Text, id and whether it was corrected, of all that is found."""
    found = json.loads(run("mentions", "articles", "--as", "jsonl", *more).stdout)["mentions"]
    return [(one["text"], one["id"], one["corrected"]) for one in found if not (one["withheld"] or one["unresolved"])]


@pytest.mark.usefixtures("folder")
def test_a_question_shows_the_sentence_and_the_places_with_reasons() -> None:
    output = correct("q")
    assert "1 of 4 · kereta · Kereta Baru\n  Warga [Paris] menonton di Demak.\n  used as:" in output
    assert "Paris                      city      FR  " in output
    assert "Paris, Île-de-France, France · 2.1 million people" in output
    assert "w holds for: this mention · s skip · u undo · q save and quit" in output
    assert output.endswith("no new corrections\n")
    assert not Path("corrections.csv").exists()


@pytest.mark.usefixtures("folder")
def test_the_questions_are_asked_in_indonesian_too() -> None:
    result = run("correct", "articles", "--below", "1", stdin="n\n")
    assert "tempat · n bukan tempat · l harfiah" in result.output
    assert result.output.endswith("1 koreksi baru di corrections.csv\n")


@pytest.mark.usefixtures("folder")
def test_each_key_does_what_it_says() -> None:
    output = correct("/Paris, Entah|/Kudus|1|s|n|a|1")
    assert "Paris, Entah: no place of this name in the gazetteer" in output
    kudus, no_place, paris = rows()
    assert (kudus["text"], kudus["sentence"], kudus["nth"], kudus["is"]) == (
        "Paris",
        "Warga Paris menonton di Demak.",
        "",
        "place",
    )
    assert (no_place["text"], no_place["is"], no_place["id"]) == ("Paris", "not a place", "")
    assert (paris["text"], paris["usage"], paris["name"], paris["country"]) == ("Paris", "associative", "Paris", "FR")
    assert no_place["nth"] == "1"
    assert paris["nth"] == "2"
    assert output.endswith("3 new corrections in corrections.csv\n")


@pytest.mark.usefixtures("folder")
def test_what_is_decided_is_not_asked_again() -> None:
    assert "4 of 4" in correct("1|s|1|1")
    assert "1 of 1" in correct("s")
    correct("1")
    assert "No mention is unsure." in correct("")


@pytest.mark.usefixtures("folder")
def test_an_answer_may_hold_for_the_article_or_everywhere() -> None:
    output = correct("w|1|w|1")
    assert "holds for: this article" in output
    assert [(row["text"], row["article"], row["sentence"]) for row in rows()] == [
        ("Paris", "kereta", ""),
        ("Demak", "", ""),
    ]
    assert all(corrected for _, _, corrected in mentions("--corrections", "corrections.csv"))


@pytest.mark.usefixtures("folder")
def test_a_usage_stays_with_its_mention_when_the_place_is_meant_for_all() -> None:
    correct("a|w|1|q")
    assert [(row["usage"], row["is"], row["sentence"]) for row in rows()] == [
        ("associative", "", "Warga Paris menonton di Demak."),
        ("", "place", ""),
    ]


@pytest.mark.usefixtures("folder")
def test_of_a_long_sentence_whole_words_on_either_side_are_kept() -> None:
    long = f"Sejak {'hujan turun ' * 9}warga menonton di Demak bersama {'teman lama ' * 9}kemarin.\n"
    Path("articles/kereta.txt").write_text(long, encoding="utf-8")
    correct("1|q")
    (row,) = rows()
    assert row["sentence"] == "turun hujan turun warga menonton di Demak bersama teman lama teman lama teman"
    Path("articles/kereta.txt").write_text(f"Baru.\n\n{long.replace('Sejak', 'Ketika')}", encoding="utf-8")
    assert ("Demak", row["id"], True) in mentions("--corrections", "corrections.csv")


@pytest.mark.usefixtures("folder")
def test_undo_takes_back_step_by_step_what_is_in_the_file_too() -> None:
    output = correct("u|1|n|u|u|x|q")
    assert "there is nothing to undo" in output
    assert "there is no such key" in output
    assert output.count("1 of 4") == 4
    assert not Path("corrections.csv").exists()
    Path("corrections.csv").write_text("text,is\nPati,not a place\n", encoding="utf-8")
    correct("n|u|q")
    assert Path("corrections.csv").read_text("utf-8") == "text,is\nPati,not a place\n"


@pytest.mark.usefixtures("folder")
def test_each_answer_is_written_before_the_next_question(monkeypatch: pytest.MonkeyPatch) -> None:
    pressed = iter([Key("1")])

    def press(_: Keys) -> Key:
        for key in pressed:
            return key
        assert len(rows()) == 1
        raise KeyboardInterrupt

    monkeypatch.setattr(Keys, "next", press)
    assert run("correct", "articles", "--below", "1").exit_code == 0


@pytest.mark.usefixtures("folder")
def test_toml_is_added_to_and_its_comments_stay() -> None:
    Path("c.toml").write_text('# kelas 8\n[[correction]]\ntext = "Demak"\nis = "not a place"\n', encoding="utf-8")
    correct("1|q", "-c", "c.toml")
    content = Path("c.toml").read_text("utf-8")
    assert content.startswith("# kelas 8\n")
    _, added = tomllib.loads(content)["correction"]
    assert (added["text"], added["country"], added["lat"]) == ("Paris", "FR", 48.85)


@pytest.mark.usefixtures("folder")
def test_names_that_the_gazetteer_lacks_can_be_given_a_place() -> None:
    output = correct("s|s|s|s|/Pati|1", "--unresolved")
    assert "no place of this name in the gazetteer; search with /" in output
    (row,) = rows()
    assert (row["text"], row["name"]) == ("Desa Wanasepi Entah", "Pati")
    found = {text: (place, corrected) for text, place, corrected in mentions("--corrections", "corrections.csv")}
    assert found["Desa Wanasepi Entah"] == (row["id"], True)


def test_what_cannot_be_read_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("correct", "-", stdin="q\n").exit_code == 2
    (folder / "articles" / "rusak.txt").write_bytes(b"")
    result = run("correct", "articles", "--below", "1", stdin="q\n")
    assert result.exit_code == 1
    assert "rusak.txt: empty" in result.output
    (folder / "corrections.csv").write_text("name\nKudus\n", encoding="utf-8")
    assert run_main(monkeypatch, "correct", "articles") == 1
    with pytest.raises(CorrectionError):
        read_corrections(folder / "corrections.csv")


# Keys of a terminal


def test_keys_of_a_terminal_come_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    if sys.platform == "win32":
        pytest.skip("terminals are read line by line there")
    controller, terminal = os.openpty()
    with os.fdopen(terminal, "r", encoding="utf-8") as stdin, os.fdopen(controller, "wb", buffering=0) as person:
        monkeypatch.setattr(sys, "stdin", stdin)
        reader = Keys()
        pressed = iter([b"A1", b"\x1b[A", b"/", b"\x04"])
        read = keys._read

        def press(descriptor: int) -> str:
            person.write(next(pressed))
            return read(descriptor)

        monkeypatch.setattr(keys, "_read", press)
        assert (reader.next(), reader.next()) == (Key("a"), Key("1"))  # the arrow that follows presses no "a"
        person.write(b"Kudus\n")
        monkeypatch.setattr(keys, "_read", lambda _: "/")
        assert reader.next() == Key("/", "Kudus")
        monkeypatch.setattr(keys, "_read", lambda _: "\x04")
        assert reader.next() == Key("")
        sequence = iter(["\x1b[A", ""])
        monkeypatch.setattr(keys, "_read", lambda _: next(sequence))
        assert reader.next() == Key("")


# The acceptance point


def test_a_correction_changes_all_that_is_made_and_survives_a_rerun_and_an_upgrade(folder: Path) -> None:
    old = write_tiny(
        folder / "old.sqlite",
        record(
            "geonames:1", "Paris", level=Level.CITY, country="FR", position=LonLat(2.35, 48.85), population=2_000_000
        ),
        record(
            "geonames:2", "Paris", level=Level.CITY, country="US", position=LonLat(-95.56, 33.66), population=25_000
        ),
        record(
            "geonames:3", "Demak", level=Level.CITY, country="ID", position=LonLat(110.64, -6.89), population=90_000
        ),
    )
    # ids are gone or mean other places, positions have moved a little, and there is a third Paris
    new = write_tiny(
        folder / "new.sqlite",
        record("new:7", "Paris", level=Level.CITY, country="FR", position=LonLat(2.34, 48.86), population=2_000_000),
        record("new:8", "Paris", level=Level.CITY, country="US", position=LonLat(-95.55, 33.67), population=26_000),
        record("new:9", "Paris", level=Level.CITY, country="US", position=LonLat(-88.33, 36.3), population=10_000),
        record(
            "geonames:2", "Demak", level=Level.CITY, country="ID", position=LonLat(110.64, -6.89), population=90_000
        ),
    )
    walked = run("correct", "articles", "--below", "1", "--gazetteer", str(alone(old)), stdin="w\n2\nq\n")
    assert walked.exit_code == 0, walked.output
    (row,) = rows()
    assert (row["text"], row["id"], row["country"], row["lat"], row["lon"]) == (
        "Paris",
        "geonames:2",
        "US",
        "33.66",
        "-95.56",
    )

    for gazetteer, texan in ((alone(old), "geonames:2"), (alone(old), "geonames:2"), (alone(new), "new:8")):
        options = ("--corrections", "corrections.csv", "--gazetteer", str(gazetteer))
        found = [(place, corrected) for text, place, corrected in mentions(*options) if text == "Paris"]
        assert found == [(texan, True)] * 3
        places = json.loads(run("places", "articles", "--as", "json", *options).stdout)
        (paris,) = [one for one in places if one["name"] == "Paris"]
        assert (paris["id"], paris["country"], paris["corrected"]) == (texan, "US", True)
        geojson = json.loads(run("places", "articles", "--as", "geojson", *options).stdout)
        assert texan in {feature["id"] for feature in geojson["features"]}
        assert f"{texan},Paris,city,US," in run("places", "articles", "--as", "csv", *options).stdout
        assert run("map", "articles", "-o", "peta.html", *options).exit_code == 0
        assert f'"lon":{paris["lon"]:g}' in Path("peta.html").read_text("utf-8")
        scores = json.loads(run("evaluate", "corrections.csv", "--texts", "articles", "--as", "json", *options).stdout)
        assert scores["corrections"]["end_to_end"]["f1"] == 1.0
    without = ("--gazetteer", str(alone(new)))
    scores = json.loads(run("evaluate", "corrections.csv", "--texts", "articles", "--as", "json", *without).stdout)
    assert scores["corrections"]["end_to_end"]["f1"] == 0.0


def alone(gazetteer: Path) -> Path:
    """The gazetteer, marked to be used without the default one."""
    copy = gazetteer.with_name(f"only-{gazetteer.name}")
    if not copy.exists():
        copy.write_bytes(gazetteer.read_bytes())
        with sqlite3.connect(copy) as db:
            db.execute("INSERT INTO meta VALUES (?, '1')", (STANDS_ALONE,))
        db.close()
    return copy


@pytest.mark.usefixtures("folder")
def test_every_command_with_articles_takes_corrections() -> None:
    Path("c.csv").write_text("text,is,id\nParis,place,geonames:1639215\n", encoding="utf-8")
    options = ("articles", "--corrections", "c.csv")
    places = json.loads(run("places", *options, "--as", "json").stdout)
    assert [(one["name"], one["mentions"], one["corrected"], one["certainty"]) for one in places] == [
        ("Kudus", 3, True, "sure"),
        ("Demak", 1, False, places[1]["certainty"]),
    ]
    for command, file in (("map", "p.html"), ("picture", "p.svg")):
        assert run(command, *options, "-o", file).exit_code == 0
        assert "Kudus" in Path(file).read_text("utf-8")
    assert "Kudus" in run("story", *options).stdout
    told = run("explain", "articles/kereta.txt", "--corrections", "c.csv", "--ui", "en")
    assert "Kudus, a" in told.stdout
    assert ": a person chose it." in told.stdout
    for command in ("map", "places", "mentions", "story", "picture", "explain"):
        result = run(command, "articles/kereta.txt", "--corrections", "gone.csv")
        assert isinstance(result.exception, CorrectionError), command


@pytest.mark.usefixtures("folder")
def test_a_name_that_a_person_knows_to_be_a_place_is_not_told_as_none() -> None:
    Path("articles/kereta.txt").write_text("Warga melihat Paris Hasan di Demak.\n", encoding="utf-8")
    Path("c.csv").write_text("text,is,id\nParis,place,geonames:2988507\n", encoding="utf-8")
    explain = ("explain", "articles/kereta.txt", "--all", "--as", "json")
    (before,) = json.loads(run(*explain).stdout)
    (after,) = json.loads(run(*explain, "--corrections", "c.csv").stdout)
    assert "Paris" in {one["text"] for one in before["not_places"]}
    assert "Paris" not in {one["text"] for one in after["not_places"]}
    (paris,) = [one for one in after["mentions"] if one["text"] == "Paris"]
    assert (paris["probability"], paris["place"]["description"]) == (1.0, "ibu kota Prancis")
    assert all(one["against"].count(":") == 0 for one in paris["alternatives"])


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("command", ["map", "places", "mentions", "story", "picture"])
def test_what_is_less_probable_than_asked_for_is_left_out(command: str) -> None:
    Path("c.csv").write_text("text,is,id\nParis,place,geonames:2988507\n", encoding="utf-8")
    file = {"map": "x.html", "picture": "x.svg", "story": "--init=x.toml"}.get(command, "x.csv")
    output = (file,) if command == "story" else ("-o", file)
    result = run(command, "articles", "--least", "1", "--corrections", "c.csv", *output)
    assert result.exit_code == 0, result.output
    (made,) = Path().glob("x.*")
    assert "Paris" in made.read_text("utf-8")
    rows = json.loads(run("mentions", "articles", "--least", "1", "--corrections", "c.csv", "--as", "json").stdout)
    assert {one["status"] for one in rows if one["text"] == "Paris"} == {"mapped"}
    assert {one["reason"] for one in rows if one["text"] == "Demak"} == {"no_place_chosen"}
    assert "Leave out mentions less probable than this" in " ".join(run(command, "--help").output.split())
    assert run(command, "articles", "--least", "1.1").exit_code == 2
