"""Reading packages and tables, before anything is known of what they hold."""

import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tiny_packages import write_text

from gazetteer.errors import SourceError
from gazetteer.sources.record import (
    circle_radius_km,
    package_folder,
    package_version,
    read_json,
    read_text,
    table_rows,
)


@pytest.mark.parametrize("package", ["no_such_package_of_places", "json.decoder"])
def test_a_package_that_is_not_there(package: str) -> None:
    """A missing package, or a mere module, is an error that names it and says what next."""
    with pytest.raises(SourceError, match=rf"^{package}: not installed; install this build input$"):
        package_folder(package)


def test_a_distribution_that_is_not_there() -> None:
    """The version of what is not installed is an error of the same sort."""
    with pytest.raises(SourceError, match=r"^no-such-distribution: not installed; install this build input$"):
        package_version("no-such-distribution")


def test_a_table(tmp_path: Path) -> None:
    """A row is its cells by the names in the header; a separator that is no line feed ends no row."""
    path = tmp_path / "table.tsv"
    write_text(path, 'place\tname\nISO:ID\tRI "x"\nISO:KP\t\nISO:KR\tKor\u2028sel\n')
    assert list(table_rows(path)) == [
        {"place": "ISO:ID", "name": 'RI "x"'},
        {"place": "ISO:KP", "name": ""},
        {"place": "ISO:KR", "name": "Kor\u2028sel"},
    ]


def test_a_table_without_rows(tmp_path: Path) -> None:
    """A header alone is a table of nothing, and so is an empty file."""
    for content in ("place\tname\n", ""):
        write_text(tmp_path / "table.tsv", content)
        assert list(table_rows(tmp_path / "table.tsv")) == []


@pytest.mark.parametrize("line", ["one", "one\ttwo\tthree", ""])
def test_a_table_with_a_broken_row(tmp_path: Path, line: str) -> None:
    """The message tells the file and the line."""
    path = tmp_path / "table.tsv"
    write_text(path, f"place\tname\na\tb\n{line}\nc\td\n")
    with pytest.raises(SourceError, match=r"table\.tsv:3: [13] columns, the header has 2; correct it"):
        list(table_rows(path))


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    """A missing file and one in another encoding are told by path."""
    with pytest.raises(SourceError, match=r"none\.tsv: cannot be read \(No such file or directory\)"):
        list(table_rows(tmp_path / "none.tsv"))
    (tmp_path / "latin.tsv").write_bytes("Côte".encode("latin-1"))
    with pytest.raises(SourceError, match=r"latin\.tsv: not UTF-8"):
        read_text(tmp_path / "latin.tsv")


def test_a_file_that_is_no_json(tmp_path: Path) -> None:
    """Half a JSON file is told by path and place."""
    write_text(tmp_path / "half.json", '{"AD": ')
    with pytest.raises(SourceError, match=r"half\.json: no JSON \(.*line 1 column 8"):
        read_json(tmp_path / "half.json")


@given(st.floats(0.1, 1e8))
def test_the_circle_has_the_area(area_km2: float) -> None:
    """The radius is that of a circle of the area, to 0.1 km."""
    radius_km = circle_radius_km(area_km2)
    assert radius_km is not None
    assert radius_km == pytest.approx(math.sqrt(area_km2 / math.pi), abs=0.05001)


@pytest.mark.parametrize("area_km2", [0.0, -1.0])
def test_no_area_has_no_circle(area_km2: float) -> None:
    """An unknown area gives no radius."""
    assert circle_radius_km(area_km2) is None
