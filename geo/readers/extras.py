"""Libraries that not every installation has."""

import logging
from importlib import import_module
from types import ModuleType

from gazetteer.errors import ArticleError


def needed(module: str, *, extra: str, what: str, source: str) -> ModuleType:
    """Import a library that reads ``what``.

    Raises:
        ArticleError: it is not installed; the message says how to install it.
    """
    try:
        return import_module(module)
    except ImportError as error:
        raise ArticleError(f'{source}: {what}; to read it: pip install "petakan[{extra}]"') from error


def quiet(logger: str) -> None:
    """Keep a library's own warnings from standard error, where nobody has asked for them: petakan's errors say it."""
    found = logging.getLogger(logger)
    if not found.handlers:
        found.addHandler(logging.NullHandler())
