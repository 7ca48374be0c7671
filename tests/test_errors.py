"""The tree of errors."""

import inspect
import re

import pytest

from gazetteer import errors
from gazetteer.errors import PetakanError

ERRORS = [found for _, found in inspect.getmembers(errors, inspect.isclass) if issubclass(found, PetakanError)]
TREE = re.findall(r"^([ │├└─]+)(\w+Error)\b[^(\n]*(?:\(also (\w+)\))?", errors.__doc__ or "", re.MULTILINE)
STEP = 4  # columns that the tree moves right from a class to its children


def test_the_tree_in_the_docstring_is_whole() -> None:
    """Every error stands in the tree once, and nothing else does."""
    assert sorted(name for _, name, _ in TREE) == sorted(error.__name__ for error in ERRORS)


def test_the_tree_in_the_docstring_is_true() -> None:
    """Each error inherits from the one above it in the tree and from the builtin that the tree names."""
    above: list[type] = []
    for indent, name, builtin in TREE:
        error: type[PetakanError] = getattr(errors, name)
        depth = len(indent) // STEP - 1
        bases = [above[depth - 1]] if depth else [Exception]
        if builtin:
            bases.append(getattr(__import__("builtins"), builtin))
        assert list(error.__bases__) == bases
        above[depth:] = [error]


@pytest.mark.parametrize("error", ERRORS)
def test_an_error_shows_its_message(error: type[PetakanError]) -> None:
    """The builtin side does not turn the message into something else, as KeyError would."""
    message = "berita.txt: no text; is it the right file?"
    assert str(error(message)) == message


@pytest.mark.parametrize("error", ERRORS)
def test_one_except_catches_all(error: type[PetakanError]) -> None:
    """PetakanError is enough to catch what petakan raises on purpose."""
    with pytest.raises(PetakanError):
        raise error("where: what; what next")
