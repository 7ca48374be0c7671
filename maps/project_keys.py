"""Values of a project file, each checked by its key; errors name the key."""

from collections.abc import Callable, Mapping
from typing import Any

from gazetteer.errors import ProjectError

Check = Callable[[Any, str], Any]
"""Gives the value of a key, which the second argument names in messages."""


def checked(table: Mapping[str, Any], keys: Mapping[str, Check], where: str) -> dict[str, Any]:
    """The values of a table, each as the check of its key gives it.

    Raises:
        ProjectError: it has another key, or a value that its check refuses.
    """
    for key in table:
        if key not in keys:
            raise ProjectError(f"{where}: {key}: no such key; petakan knows {', '.join(keys)}")
    return {key: keys[key](value, f"{where}: {key}") for key, value in table.items()}


def text(value: Any, where: str) -> str:
    """A text that is not empty, and may be the name of a file."""
    if not isinstance(value, str) or not value.strip() or "\0" in value:
        raise ProjectError(f"{where}: must be a text; write it in quotation marks")
    return value


def texts(value: Any, where: str) -> tuple[str, ...]:
    """A text, or a list of texts."""
    return tuple(text(one, where) for one in (value if isinstance(value, list) else [value]))


def flag(value: Any, where: str) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise ProjectError(f"{where}: write true or false, without quotation marks")
    return value


def share(value: Any, where: str) -> float:
    """A number from 0 to 1."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise ProjectError(f"{where}: must be a number from 0 to 1, such as 0.6")
    return float(value)


def one_of(*choices: str) -> Check:
    """One of these texts."""

    def check(value: Any, where: str) -> str:
        if value not in choices:
            raise ProjectError(f"{where}: {value!r} is not known here; write {' or '.join(choices)}")
        return text(value, where)

    return check
