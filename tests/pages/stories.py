"""The invented stories of stories.toml, dated as each page needs them."""

import tomllib
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).parent
DAYS_ID: Final = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
DAYS_EN: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS_ID: Final = tuple(
    "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()  # noqa: SIM905
)
MONTHS_EN: Final = tuple(
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """An article as it was written, before anything was put around it."""

    id: str
    language: str
    title: str
    author: str
    places: tuple[str, ...]
    paragraphs: tuple[str, ...]
    day: date

    @property
    def when(self) -> str:
        """The day as its language's news gives it: "Rabu (7/5/2025)", "Wednesday, May 7, 2025"."""
        day = self.day
        if self.language == "id":
            return f"{DAYS_ID[day.weekday()]} ({day.day}/{day.month}/{day.year})"
        return f"{DAYS_EN[day.weekday()]}, {MONTHS_EN[day.month - 1]} {day.day}, {day.year}"

    @property
    def long_day(self) -> str:
        """ "Rabu, 7 Mei 2025", "7 May 2025"."""
        day = self.day
        if self.language == "id":
            return f"{DAYS_ID[day.weekday()]}, {day.day} {MONTHS_ID[day.month - 1]} {day.year}"
        return f"{day.day} {MONTHS_EN[day.month - 1]} {day.year}"

    def dated(self) -> "Story":
        """With the day in the text."""
        link = ", " if self.language == "id" else " on "
        return self._filled(link + self.when)

    def undated(self) -> "Story":
        """Without it."""
        return self._filled("")

    def _filled(self, when: str) -> "Story":
        return replace(self, paragraphs=tuple(one.replace("{when}", when) for one in self.paragraphs))


def stories() -> dict[str, Story]:
    """All stories by their ids, each of a day of its own."""
    table = tomllib.loads((HERE / "stories.toml").read_text("utf-8"))["story"]
    found = {}
    for number, row in enumerate(table):
        day = date(2024 + number % 3, 1 + (5 * number) % 12, 3 + (7 * number) % 25)
        places, paragraphs = tuple(row.pop("places")), tuple(row.pop("paragraphs"))
        found[row["id"]] = Story(**row, places=places, paragraphs=paragraphs, day=day)
    return found
