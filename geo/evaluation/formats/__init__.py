"""Readers of gold annotations, told from each other by what a file holds.

A new format is a module with a :class:`~geo.evaluation.formats.text.GoldFormat`, added to :data:`FORMATS`.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from gazetteer.errors import GoldError
from geo.evaluation.formats.conll import CONLL
from geo.evaluation.formats.corpora import XML
from geo.evaluation.formats.corrections import CORRECTIONS
from geo.evaluation.formats.harness import HARNESS
from geo.evaluation.formats.table import TABLE
from geo.evaluation.formats.text import GoldFormat, read_utf8
from geo.evaluation.gold import GoldSet

FORMATS: Final[tuple[GoldFormat, ...]] = (TABLE, XML, HARNESS, CORRECTIONS, CONLL)

_GOLD_IN_FOLDER: Final = "gold.json"


def read_gold(path: Path, texts: Path | None = None, *, formats: Sequence[GoldFormat] = FORMATS) -> GoldSet:
    """Read a gold file, or the ``gold.json`` of a folder; ``texts`` is the folder of its articles, if it has any.

    Raises:
        GoldError: the file is not there, in no known format, or broken, or does not fit its texts.
        ArticleError: an article cannot be read.
    """
    if path.is_dir():
        path /= _GOLD_IN_FOLDER
        if not path.exists():
            raise GoldError(f"{path.parent}: no {_GOLD_IN_FOLDER} in this folder; name the gold file itself")
    content = read_utf8(path)
    for form in formats:
        if form.recognizes(content):
            return form.read(path, content, texts)
    known = "; ".join(form.name for form in formats)
    raise GoldError(f"{path}: not a gold file; petakan reads {known}")
