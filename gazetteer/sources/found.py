"""What the readers of a user's files have in common."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, NamedTuple

from gazetteer.errors import SourceError
from gazetteer.sources.record import Record

Progress = Callable[[str, float], None]
"""Is told what is being done, and the share of it that is done (0 to 1)."""


class Found(NamedTuple):
    """A record, and where it stands: ``ID.txt:12`` or ``laut.geojson: feature 3``."""

    where: str
    record: Record


_MOST_PEOPLE: Final = 20_000_000_000


def people(text: str) -> int:
    """A population; none given is 0.

    Raises:
        ValueError: it is no number, or more than the world holds.
    """
    population = float(text or 0)
    if not 0 <= population <= _MOST_PEOPLE:  # nor is "inf" or "nan"
        raise ValueError(f'population "{text}" cannot be')
    return int(population)


def day_of(path: Path) -> str:
    """The day a file was last changed, as 2029-05-17.

    Raises:
        SourceError: there is no such file.
    """
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC).date().isoformat()
    except OSError as error:
        raise SourceError(f"{path}: cannot be read ({error.strerror}); name another file") from error
