"""The commands ``petakan gazetteer build`` and ``petakan gazetteer info``."""

from pathlib import Path

import pytest
from tiny_gazetteer import PLACES, record, write_tiny
from typer.testing import CliRunner, Result

from gazetteer.errors import GazetteerFormatError, GazetteerMissingError, OutputError, PetakanError, SourceError
from gazetteer.index import Gazetteer
from maps import cli_gazetteer
from maps.cli_gazetteer import gazetteer_app

TABLE = "name,lat,lon,level,country\nSukamaju,-6.2,107.1,city,ID\n"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(gazetteer_app, [str(argument) for argument in arguments])


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "desa.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


@pytest.mark.parametrize("command", ["build", "info"])
def test_every_command_has_help_with_examples(command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert f"petakan gazetteer {command}" in result.output


def test_build_over_the_default(tmp_path: Path, table: Path) -> None:
    output = tmp_path / "own.sqlite"
    result = run("build", "--csv", table, "-o", output)
    assert (result.exit_code, result.output) == (0, f"{output}: 3 places, 3 names\n")
    with Gazetteer(output) as gazetteer:
        (village,) = gazetteer.find("Sukamaju")
        assert [place.name for key in village.parents if (place := gazetteer.by_id(key))] == ["Indonesia", "Asia"]


def test_build_to_stand_alone_from_geonames(tmp_path: Path) -> None:
    """What is left out is told by feature class."""
    cells = ["1", "Cilacap", "Cilacap", "", "-7.7", "109", "P", "PPL", "ID", "", "07", *[""] * 7, "2029-01-17"]
    airport = ["2", "Bandara", "Bandara", "", "-7.6", "109", "S", "AIRP", "ID", "", "07", *[""] * 7, "2029-01-17"]
    nothing = [*airport[:6], "", "", *airport[8:]]
    (tmp_path / "ID.txt").write_text("".join("\t".join(row) + "\n" for row in (cells, airport, nothing)), "utf-8")
    output = tmp_path / "own.sqlite"
    result = run("build", "--geonames", tmp_path / "ID.txt", "--only", "-o", output)
    assert result.exit_code == 0
    assert result.output == (
        f"{output}: 1 places, 1 names\nleft out as sites, roads or of no note, by feature class: - 1, S 1\n"
    )


def test_build_of_nothing_is_wrong_usage() -> None:
    result = run("build")
    assert result.exit_code == 2
    assert "give --geonames, --csv or --geojson" in result.output


def test_a_broken_input_is_an_error_of_one_line(tmp_path: Path, table: Path) -> None:
    table.write_text(TABLE.replace("-6.2", "-96.2"), encoding="utf-8")
    result = run("build", "--csv", table, "-o", tmp_path / "own.sqlite")
    assert isinstance(result.exception, SourceError)
    assert str(result.exception) == f"{table}:2: latitude -96.2 is not within -90..90; correct it"
    assert list(tmp_path.iterdir()) == [table]


def test_an_output_that_cannot_be(tmp_path: Path, table: Path) -> None:
    result = run("build", "--csv", table, "--only", "-o", tmp_path / "none" / "own.sqlite")
    assert isinstance(result.exception, OutputError)
    assert "choose another place" in str(result.exception)


def test_progress_on_a_terminal_only(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    progress = cli_gazetteer._Progress()
    progress("allCountries.zip", 0.25)
    progress("sorting", 0.0)
    progress.clear()
    assert capsys.readouterr().err == "\r\x1b[KallCountries.zip  25%\r\x1b[Ksorting \r\x1b[K"
    monkeypatch.setattr("sys.stderr.isatty", lambda: False)
    silent = cli_gazetteer._Progress()
    silent("allCountries.zip", 0.25)
    silent.clear()
    assert capsys.readouterr().err == ""


def test_info(tmp_path: Path) -> None:
    path = write_tiny(tmp_path / "tiny.sqlite")
    with Gazetteer(path) as gazetteer:
        names = gazetteer.facts["names"]
    result = run("info", "--gazetteer", path)
    assert result.exit_code == 0
    first, *lines = result.output.splitlines()
    assert first == f"{path}: 0.0 MB"
    assert lines == [
        "places\t6",
        "  continent\t1\t1 without a position",
        "  region\t0",
        "  country\t1",
        "  adm1\t1\t1 without a position",
        "  adm2\t0",
        "  city\t3\t2 without a position",
        f"names\t{names}",
        "source\tversion\tlicence\trecords",
        "tiny\t1\tMIT\t6",
        "conflicts\t0",
    ]


def test_info_tells_what_was_joined_and_lists_conflicts(tmp_path: Path) -> None:
    path = tmp_path / "tiny.sqlite"
    joined = record("geonames:3 geonames:4", "Both", left_out=("code in capitals",))
    nameless = record("geonames:99", "Nowhere")
    write_tiny(path, *PLACES, joined, nameless)
    printed = run("info", "--gazetteer", path, "--conflicts").output
    assert "joined\ttiny\t1\n" in printed
    assert "left out\tcode in capitals\t1\n" in printed
    assert "  no source brings the place of 'Nowhere' (geonames:99)" in printed
    assert "  no source" not in run("info", "--gazetteer", path).output


def test_info_of_the_default() -> None:
    result = run("info")
    assert result.exit_code == 0
    assert "CC BY 4.0" in result.output


def version_99(path: Path) -> None:
    content = write_tiny(path).read_bytes()
    assert content.count(b"format2") == 1
    path.write_bytes(content.replace(b"format2", b"format9"))


@pytest.mark.parametrize(
    ("make", "error", "message"),
    [
        (lambda _: None, GazetteerMissingError, "no gazetteer here"),
        (Path.touch, GazetteerFormatError, "not a gazetteer file"),
        (version_99, GazetteerFormatError, "format 9, not 2; build it anew"),
    ],
)
def test_info_of_what_is_no_gazetteer(tmp_path: Path, make: object, error: type[PetakanError], message: str) -> None:
    path = tmp_path / "own.sqlite"
    assert callable(make)
    make(path)
    result = run("info", "--gazetteer", path)
    assert isinstance(result.exception, error)
    assert message in str(result.exception)
