"""Every word of the page, in Indonesian and English: the table ``assets/words.tsv``."""

import csv
from collections.abc import Mapping
from datetime import date
from importlib.resources import files
from typing import Final, Literal

Language = Literal["id", "en"]
LANGUAGES: Final[tuple[Language, ...]] = ("id", "en")

_COLUMNS: Final[Mapping[Language, str]] = {"id": "indonesian", "en": "english"}
_MONTHS: Final[Mapping[Language, str]] = {
    "id": "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember",
    "en": "January February March April May June July August September October November December",
}


class Words:
    """The words of one language.

    Attributes:
        all: what to say, by key. ``{n}`` and other names in braces are to be filled in. A key that ends in
            ``.one`` stands beside one without, for one of something.
    """

    def __init__(self, language: Language) -> None:
        table = (files("maps.page") / "assets" / "words.tsv").read_text(encoding="utf-8")
        rows = csv.DictReader(table.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
        self.language: Language = language
        self.all: Mapping[str, str] = {row["key"]: row[_COLUMNS[language]] for row in rows}

    def __call__(self, key: str, **values: str) -> str:
        """The words under ``key``, with its ``{...}`` filled in."""
        return self.all[key].format(**values) if values else self.all[key]

    def number(self, key: str, n: int) -> str:
        """The words under ``key`` for ``n`` of something."""
        chosen = f"{key}.one" if n == 1 and f"{key}.one" in self.all else key
        written = f"{n:,}" if self.language == "en" else f"{n:,}".replace(",", ".")
        return self.all[chosen].format(n=written)

    def day(self, day: date | None) -> str:
        """A date as it is written, "22 November 2026"; empty for None."""
        return "" if day is None else f"{day.day} {_MONTHS[self.language].split()[day.month - 1]} {day.year}"
