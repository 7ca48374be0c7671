"""Write a table, and clean what goes into it."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

_INVISIBLE: Final = re.compile("[\u00ad\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def clean(name: str) -> str:
    """NFC, single spaces, no soft hyphens and no marks of writing direction."""
    return " ".join(_INVISIBLE.sub("", unicodedata.normalize("NFC", name)).split())


def write_table(path: Path, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Path:
    """Write a header and the sorted ``rows``, tab-separated (UTF-8, LF), through a temporary file."""
    lines = sorted("\t".join(row) for row in rows)
    part = path.with_name(path.name + ".part")
    part.write_text("\n".join(("\t".join(columns), *lines, "")), encoding="utf-8", newline="\n")
    return part.replace(path)
