"""What pyproject.toml promises, and that no fact stands in two places."""

import re
import tomllib
from importlib.metadata import entry_points, version
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

import pytest

from maps.cli import main

ROOT: Final = Path(__file__).parents[1]
PINNED: Final = re.compile(r"[a-z0-9-]+==[0-9.]+")


def name_of(requirement: str) -> str:
    return re.split(r"[^A-Za-z0-9-]", requirement, maxsplit=1)[0].lower()


@pytest.fixture(scope="module")
def pyproject() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def constraints() -> list[str]:
    lines = (ROOT / ".ci" / "constraints.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


def test_the_version_stands_in_pyproject_alone(pyproject: dict[str, Any]) -> None:
    assert version("petakan") == pyproject["project"]["version"]
    for package in ("gazetteer", "geo", "maps"):
        for path in (ROOT / package).rglob("*.py"):
            assert "__version__" not in path.read_text(encoding="utf-8"), path.name


def test_the_command_is_installed() -> None:
    (script,) = entry_points(group="console_scripts", name="petakan")
    assert script.load() is main


def test_what_the_library_reads_is_installed() -> None:
    assert (files("gazetteer") / "data" / "gazetteer.sqlite").is_file()
    assert (files("gazetteer") / "data" / "admin1.wkb.gz").is_file()
    assert (files("maps") / "data" / "basemap.json").is_file()


def test_the_build_inputs_are_pinned(pyproject: dict[str, Any], constraints: list[str]) -> None:
    inputs = [one for one in pyproject["build-system"]["requires"] if name_of(one) != "hatchling"]
    assert all(PINNED.fullmatch(one) for one in inputs)
    assert set(inputs) <= set(constraints)


def test_every_tool_is_pinned_and_nothing_that_users_install(pyproject: dict[str, Any], constraints: list[str]) -> None:
    assert constraints == sorted(constraints, key=name_of)
    assert all(PINNED.fullmatch(one) for one in constraints)
    pinned = {name_of(one) for one in constraints}
    assert {name_of(one) for one in pyproject["project"]["optional-dependencies"]["dev"]} <= pinned
    assert pinned.isdisjoint(name_of(one) for one in pyproject["project"]["dependencies"])
