"""One ``[[chapter]]`` of a storyline, and where in the file it stands."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

from gazetteer.errors import StoryError

_LONGEST: Final = 60
_KINDS: Final[Mapping[type, str]] = {
    str: "a text",
    bool: "true or false",
    int: "a number",
    float: "a fraction",
    list: "a list",
    dict: "a table",
    date: "a day such as 2025-03-08",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A chapter as the file has it.

    Attributes:
        path: the storyline.
        number: of the chapter, from 1.
        line: that it begins at, from 1; 0 where it cannot be told.
        block: its text, "" likewise.
        values: what TOML makes of it.
    """

    path: Path
    number: int
    line: int
    block: str
    values: Mapping[str, Any]

    def text(self, key: str) -> str:
        """A text without white space at its ends, "" where there is none."""
        value: str = self.values.get(key, "")
        return value.strip()

    def error(self, key: str, message: str) -> StoryError:
        """What is wrong with ``key``, in one line: ``story.toml:12: chapter 3, places: ...``."""
        where = str(self.path)
        if self.line:
            found = re.search(rf"^[ \t]*{re.escape(key)}[ \t]*=", self.block, re.MULTILINE)
            where += f":{self.line + (self.block.count(chr(10), 0, found.start()) if found else 0)}"
        return StoryError(f"{where}: chapter {self.number}, {shortened(key)}: {message}")


def shortened(text: str) -> str:
    """A text of the file on one line and not too long, to stand in a message."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"


def kind_of(value: object) -> str:
    """What a value of TOML is, in words."""
    return kind_name(type(value))


def kind_name(kind: type) -> str:
    """What values of a type are, in words."""
    return _KINDS.get(kind, "something else")
