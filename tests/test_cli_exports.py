"""The commands that export: formats by name and by ending, and what they say when that cannot be."""

import json
import re
import sqlite3
import sys
from pathlib import Path

import pytest
from export_readers import csv_rows, xlsx_rows
from typer.testing import CliRunner, Result

from maps import cli
from maps.cli_exports import formats_help
from maps.export.formats import Subject, formats_for

TEXT = """Banjir Melanda Kudus

Air naik di Kudus, Jawa Tengah, dan di Demak, kata Indonesia. Pabrik Gula Rendeng tutup.
"""


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli.app, [str(one) for one in arguments])


def said(result: Result) -> str:
    """What went to standard error, on one line and without the frame around it."""
    return " ".join(re.sub("[│╭╮╰╯─]", " ", result.stderr).split())


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "banjir.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.mark.parametrize("subject", Subject)
def test_every_ending_gives_its_format(article: Path, tmp_path: Path, subject: Subject) -> None:
    for form in formats_for(subject):
        for suffix in form.suffixes:
            target = tmp_path / f"out{suffix.upper()}"
            result = run(subject.value, article, "-o", target)
            assert (result.exit_code, result.output) == (0, "")
            named = tmp_path / "named"
            assert run(subject.value, article, "--as", form.name, "-o", named).exit_code == 0
            assert target.read_bytes() == named.read_bytes(), suffix


def test_the_ending_gives_way_to_as(article: Path, tmp_path: Path) -> None:
    target = tmp_path / "places.json"
    assert run("places", article, "--as", "geojson", "-o", target).exit_code == 0
    assert json.loads(target.read_text("utf-8"))["type"] == "FeatureCollection"


def test_places_go_into_a_workbook(article: Path, tmp_path: Path) -> None:
    target = tmp_path / "places.xlsx"
    assert run("places", article, "-o", target).exit_code == 0
    names = {row["name"] for row in xlsx_rows(target.read_bytes())}
    assert {"Kudus", "Demak", "Jawa Tengah", "Indonesia"} <= names


def test_mentions_are_named_in_the_language_of_the_page(article: Path) -> None:
    for ui, name in (("id", "Jawa Tengah"), ("en", "Central Java")):
        rows = csv_rows(run("mentions", article, "--as", "csv", "--ui", ui).output.encode())
        assert name in {row["name"] for row in rows}
    assert "Central Java" in run("mentions", article, "--as", "jsonl").output, "the harness's lines stay as they are"


def test_areas_are_areas(article: Path, tmp_path: Path) -> None:
    target = tmp_path / "places.geojson"
    assert run("places", article, "--areas", "-o", target).exit_code == 0
    kinds = {
        feature["properties"]["name"]: feature["geometry"]["type"]
        for feature in json.loads(target.read_text("utf-8"))["features"]
    }
    assert (kinds["Kudus"], kinds["Jawa Tengah"], kinds["Indonesia"]) == ("Point", "MultiPolygon", "MultiPolygon")


def test_a_geopackage_has_points_and_areas_without_being_asked(article: Path, tmp_path: Path) -> None:
    target = tmp_path / "places.gpkg"
    assert run("places", article, "-o", target).exit_code == 0
    db = sqlite3.connect(target)
    layers = [name for (name,) in db.execute("SELECT table_name FROM gpkg_contents ORDER BY rowid")]
    db.close()
    assert layers == ["places", "areas"]


def test_json_lines_into_a_file_are_those_of_the_terminal(article: Path, tmp_path: Path) -> None:
    target = tmp_path / "mentions.jsonl"
    assert run("mentions", article, "-o", target).exit_code == 0
    assert target.read_text("utf-8") == run("mentions", article, "--as", "jsonl").output


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (
            ["places", "--as", "tei"],
            "tei is a format of mentions (petakan mentions); places can be written as",
        ),
        (
            ["mentions", "--as", "kml"],
            "kml is a format of places (petakan places); mentions can be written as",
        ),
        (["places", "--as", "papyrus"], "'papyrus' is no format of petakan; places can be written as table, csv"),
        (["places", "-o", "x.doc"], "x.doc: no format of places has this ending; known are .txt, .csv"),
        (["mentions", "-o", "x.kml"], "x.kml: no format of mentions has this ending"),
        (["places", "--as", "xlsx"], "xlsx is no text; name a file, such as -o places.xlsx"),
        (["mentions", "--as", "gpkg"], "gpkg is no text; name a file, such as -o mentions.gpkg"),
        (["places", "--areas", "--as", "csv"], "csv has no areas; those that have are geojson, kml, gpkg, parquet"),
    ],
)
def test_what_cannot_be_is_wrong_usage_before_anything_is_read(arguments: list[str], words: str) -> None:
    command, *options = arguments
    result = run(command, "no-such-file.txt", *options)
    assert result.exit_code == 2
    assert words in said(result)


def test_a_missing_library_is_told_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], article: Path, tmp_path: Path
) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    monkeypatch.setattr(sys, "argv", ["petakan", "places", str(article), "-o", str(tmp_path / "x.xlsx")])
    with pytest.raises(SystemExit) as stopped:
        cli.main()
    assert stopped.value.code == 1
    assert capsys.readouterr().err == 'petakan: openpyxl is not installed; pip install "petakan[xlsx]"\n'
    assert not (tmp_path / "x.xlsx").exists()


@pytest.mark.parametrize("subject", Subject)
def test_the_help_lists_the_formats(subject: Subject) -> None:
    helped = run(subject.value, "--help").output
    for form in formats_for(subject):
        assert form.name in helped
    assert formats_help(subject).startswith("Endings that -o knows: .txt table, .csv csv, ")
