"""The README says what petakan prints."""

import doctest
import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from maps import cli

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
EXAMPLES = re.findall(r"```console\n\$ petakan ([^\n]+)\n(.*?)```", README, re.DOTALL)


def test_the_readme_has_examples() -> None:
    assert len(EXAMPLES) >= 3


@pytest.mark.parametrize(("command", "expected"), EXAMPLES, ids=[command for command, _ in EXAMPLES])
def test_an_example_prints_what_the_readme_shows(command: str, expected: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """An ellipsis in a line of its own stands for the lines that are left out."""
    monkeypatch.chdir(ROOT)
    printed = CliRunner().invoke(cli.app, shlex.split(command)).output
    at = 0
    for part in expected.split("…\n"):
        found = printed.find(part, at)
        assert found >= 0, f"not printed:\n{part}\nbut:\n{printed}"
        at = found + len(part)


def test_the_python_of_the_readme_runs() -> None:
    assert doctest.testfile(str(ROOT / "README.md"), module_relative=False).failed == 0
