"""Libraries that petakan uses for one thing only, and that not everybody installs."""

from importlib import import_module

from gazetteer.errors import MissingExtraError


def require(module: str, *, extra: str) -> None:
    """Import a library of the extra ``petakan[extra]``, so that an import statement after this finds it.

    Raises:
        MissingExtraError: it is not installed.
    """
    try:
        import_module(module)
    except ImportError as error:
        raise MissingExtraError(f'{module} is not installed; pip install "petakan[{extra}]"') from error
