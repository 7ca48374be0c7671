"""The command, as a newcomer runs it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from maps import cli, cli_run

EXAMPLES = Path(__file__).parents[1] / "examples"


def run(*arguments: str, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(cli.app, arguments, input=stdin)


def run_main(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    """The exit code of the whole command, as the console script calls it."""
    monkeypatch.setattr(sys, "argv", ["petakan", *arguments])
    with pytest.raises(SystemExit) as stopped:
        cli.main()
    return int(stopped.value.code or 0)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "banjir.txt"
    path.write_text("Banjir Melanda Kudus\n\nAir naik di Kudus, Jawa Tengah, dan di Demak.\n", encoding="utf-8")
    return path


def test_petakan_alone_teaches_by_example() -> None:
    result = run()
    assert "petakan map berita.txt" in result.output


@pytest.mark.parametrize("command", ["map", "places", "mentions", "correct", "build", "lookup", "evaluate"])
def test_every_command_has_help_with_examples(command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert f"petakan {command} " in result.output


def test_version() -> None:
    assert run("--version").output.startswith("petakan ")


def test_map_writes_one_page_and_says_where(article: Path, tmp_path: Path) -> None:
    page = tmp_path / "peta.html"
    result = run("map", str(article), "-o", str(page))
    assert (result.exit_code, result.output.strip()) == (0, str(page))
    assert "Banjir Melanda Kudus" in page.read_text("utf-8")


def test_map_can_start_with_the_story_under_a_name_on_a_coarser_base_map(article: Path, tmp_path: Path) -> None:
    pages = [tmp_path / "fine.html", tmp_path / "coarse.html"]
    assert run("map", str(article), "-o", str(pages[0])).exit_code == 0
    options = ("--view", "story", "--credit", "Kelas 9 Geografi", "--basemap", "110m")
    assert run("map", str(article), "-o", str(pages[1]), *options).exit_code == 0
    fine, coarse = (page.read_text("utf-8") for page in pages)
    assert '"view":"story","credit":"Kelas 9 Geografi"' in coarse
    assert "Kelas 9 Geografi" in coarse[coarse.index("<footer") :]
    assert len(coarse) < len(fine) - 80_000
    assert run("map", str(article), "--view", "globe").exit_code == 2


def test_map_is_byte_identical_on_a_second_run(tmp_path: Path) -> None:
    pages = [tmp_path / "one.html", tmp_path / "two.html"]
    for page in pages:
        assert run("map", str(EXAMPLES), "-o", str(page)).exit_code == 0
    assert pages[0].read_bytes() == pages[1].read_bytes()


@pytest.mark.parametrize(("ui", "title"), [("id", "Peta 10 artikel"), ("en", "Map of 10 articles")])
def test_map_of_several_articles_has_a_title_of_its_own(tmp_path: Path, ui: str, title: str) -> None:
    page = tmp_path / "peta.html"
    assert run("map", str(EXAMPLES), "--ui", ui, "-o", str(page)).exit_code == 0
    assert f"<title>{title}</title>" in page.read_text("utf-8")


def test_map_without_any_place_is_a_page_that_says_so(tmp_path: Path) -> None:
    article = tmp_path / "resep.txt"
    article.write_text("Resep ini mudah dan murah.", encoding="utf-8")
    page = tmp_path / "peta.html"
    assert run("map", str(article), "--title", "Resep", "-o", str(page)).exit_code == 0
    assert "<h1" in page.read_text("utf-8")


def test_places_as_csv(article: Path) -> None:
    lines = run("places", str(article), "--as", "csv").output.splitlines()
    assert lines[0].startswith("\ufeffid,name,level,country,lon,lat,mentions")
    assert any(",Jawa Tengah,adm1,ID," in line for line in lines)


def test_places_as_geojson_into_a_file(article: Path, tmp_path: Path) -> None:
    target = tmp_path / "places.geojson"
    result = run("places", str(article), "--as", "geojson", "-o", str(target))
    assert (result.exit_code, result.output) == (0, "")
    features = json.loads(target.read_text("utf-8"))["features"]
    lon, lat = next(f["geometry"]["coordinates"] for f in features if f["properties"]["name"] == "Demak")
    assert 110 < lon < 111
    assert -8 < lat < -6


def test_places_as_table_in_english(article: Path) -> None:
    assert "Central Java" in run("places", str(article), "--ui", "en").output


def test_mentions_as_json_lines_has_offsets_and_ids(article: Path) -> None:
    line = json.loads(run("mentions", str(article), "--as", "jsonl").output)
    text = article.read_text("utf-8")
    assert line["doc"] == "banjir"
    assert [text[m["start"] : m["end"]] for m in line["mentions"]] == [m["text"] for m in line["mentions"]]
    assert all(isinstance(m["geonameid"], int) for m in line["mentions"])


def test_mentions_as_table(article: Path) -> None:
    assert "Demak (city, ID)" in run("mentions", str(article)).output


def test_standard_input_is_an_article() -> None:
    result = run("mentions", "-", "--as", "jsonl", stdin="Hujan turun di Semarang.")
    assert json.loads(result.output)["mentions"][0]["text"] == "Semarang"


def test_lookup_shows_level_parents_and_position() -> None:
    output = run("lookup", "Semarang").output
    assert " city       110.42   -6.99 " in output
    assert "Jawa Tengah, Indonesia, Asia" in output


def test_an_unknown_name_is_one_line_and_exit_1(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_main(monkeypatch, "lookup", "Qwxyzzy") == 1
    captured = capsys.readouterr()
    assert captured.err.count("\n") == 1
    assert captured.err.startswith("petakan: Qwxyzzy: no place")


@pytest.mark.parametrize("command", ["map", "places", "mentions"])
def test_a_missing_file_is_one_line_and_exit_1(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    assert run_main(monkeypatch, command, "nowhere.txt") == 1
    assert capsys.readouterr().err == "petakan: nowhere.txt: no such file or folder; check the spelling\n"


def test_wrong_usage_is_exit_2(monkeypatch: pytest.MonkeyPatch) -> None:
    assert run_main(monkeypatch, "places", "x", "--as", "papyrus") == 2


def test_one_bad_file_is_told_and_the_rest_goes_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], article: Path
) -> None:
    bad = article.parent / "rusak.txt"
    bad.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(32)) * 40)
    assert run_main(monkeypatch, "places", str(article.parent)) == 1
    captured = capsys.readouterr()
    assert "rusak.txt" in captured.err
    assert "Demak" in captured.out


def test_no_readable_article_writes_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    empty = tmp_path / "kosong.txt"
    empty.write_bytes(b"")
    page = tmp_path / "peta.html"
    assert run_main(monkeypatch, "map", str(empty), "-o", str(page)) == 1
    assert not page.exists()


def test_an_output_that_cannot_be_written_is_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], article: Path
) -> None:
    assert run_main(monkeypatch, "map", str(article), "-o", str(article.parent / "no" / "peta.html")) == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_a_reader_that_has_gone_is_no_traceback(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def gone() -> None:
        raise BrokenPipeError

    with (tmp_path / "out").open("w", encoding="utf-8") as target:
        monkeypatch.setattr(sys, "stdout", target)
        monkeypatch.setattr(cli, "app", gone)
        with pytest.raises(SystemExit) as stopped:
            cli.main()
    assert stopped.value.code == 1


def test_progress_is_shown_on_a_terminal_only(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    cli_run._show_progress(3, 30)
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    cli_run._show_progress(30, 30)
    assert capsys.readouterr().err.endswith("\n")


def test_a_gazetteer_of_ones_own_lies_over_the_default_one(tmp_path: Path) -> None:
    table = tmp_path / "desa.csv"
    table.write_text("name,lat,lon,level,country\nSukamakmurjaya,-7.5,110.5,city,ID\n", encoding="utf-8")
    own = tmp_path / "own.sqlite"
    assert run("gazetteer", "build", "--csv", str(table), "-o", str(own)).exit_code == 0
    text = "Panen raya di Sukamakmurjaya dan Semarang."
    printed = run("mentions", "-", "--as", "jsonl", "--gazetteer", str(own), stdin=text).output
    assert [m["text"] for m in json.loads(printed)["mentions"]] == ["Sukamakmurjaya", "Semarang"]
    plain = json.loads(run("mentions", "-", "--as", "jsonl", stdin=text).output)["mentions"]
    assert [(m["text"], m["unresolved"]) for m in plain] == [("Sukamakmurjaya", True), ("Semarang", False)]


def test_what_is_less_probable_than_asked_for_is_left_out() -> None:
    text = "Kapal itu berlayar dari Surabaya ke Ternate. Warga Batu menonton."
    every = json.loads(run("mentions", "-", "--as", "jsonl", stdin=text).stdout)["mentions"]
    less, more = sorted({m["probability"] for m in every})[:2]
    least = (less + more) / 2
    sure = json.loads(run("mentions", "-", "--as", "jsonl", "--least", str(least), stdin=text).stdout)["mentions"]
    assert [m["text"] for m in sure] == [m["text"] for m in every], "what is left out is listed without a place"
    assert all((m["lat"] is None) == (old["probability"] < least) for m, old in zip(sure, every, strict=True))


@pytest.mark.parametrize("arguments", [["lookup", "Lodz"], ["explain", "a.txt"], ["story", "a.txt"]])
def test_what_the_encoding_of_the_output_lacks_is_a_question_mark(tmp_path: Path, arguments: list[str]) -> None:
    """Windows writes to a file in the code page of the country."""
    (tmp_path / "a.txt").write_text("Banjir di Kudus dan “Łódź” → kata warga.", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "maps.cli", *arguments],
        cwd=tmp_path, env={**os.environ, "PYTHONIOENCODING": "cp1252"}, capture_output=True, check=True,
    )  # fmt: skip
    assert b"?" in done.stdout
