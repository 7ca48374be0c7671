"""Full dates in a text, in Indonesian, English and ISO forms."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

_MONTHS: Final = {
    **dict.fromkeys(("januari", "january", "jan"), 1),
    **dict.fromkeys(("februari", "pebruari", "february", "feb"), 2),
    **dict.fromkeys(("maret", "march", "mar"), 3),
    **dict.fromkeys(("april", "apr"), 4),
    **dict.fromkeys(("mei", "may"), 5),
    **dict.fromkeys(("juni", "june", "jun"), 6),
    **dict.fromkeys(("juli", "july", "jul"), 7),
    **dict.fromkeys(("agustus", "august", "agu", "agt", "aug"), 8),
    **dict.fromkeys(("september", "sept", "sep"), 9),
    **dict.fromkeys(("oktober", "october", "okt", "oct"), 10),
    **dict.fromkeys(("november", "nopember", "nov"), 11),
    **dict.fromkeys(("desember", "december", "des", "dec"), 12),
}
# ASCII: a dotless i would match an i without being a key of the table
_MONTH: Final = f"(?a:{'|'.join(sorted(_MONTHS, key=len, reverse=True))})"
_DATE: Final = re.compile(
    rf"""(?<!\w)(?<!\d\.)(?:
      # 2025-05-07, 2025/05/07
      (?P<y1>\d{{4}})(?P<iso>[/-])(?P<m1>\d{{1,2}})(?P=iso)(?P<d1>\d{{1,2}})
      # 7/5/2025: the day comes first
    | (?P<d2>\d{{1,2}})(?P<by>[/.-])(?P<m2>\d{{1,2}})(?P=by)(?P<y2>\d{{4}})
      # 15 Mei 2024, 3rd of March 2025
    | (?P<d3>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s-]\s*(?P<m3>{_MONTH})[.,]*[\s-]\s*(?P<y3>\d{{4}})
      # March 3, 2025
    | (?P<m4>{_MONTH})\.?\s+(?P<d4>\d{{1,2}})(?:st|nd|rd|th)?[,\s]\s*(?P<y4>\d{{4}})
      # the time may follow in ISO form; 1.2.2025.3 is no date
    )(?:(?=T\d)|(?!\w|\.\d))
    """,
    re.VERBOSE | re.IGNORECASE,
)
_YEAR: Final = re.compile(r"\d{4}")
_EARLIEST_YEAR: Final = 1900
_LONGEST_BEFORE: Final = 40
_LONGEST_AFTER: Final = 8
"""Code points of a date before and after its year, with what must not follow it."""
_SEARCHED: Final = 20_000


@dataclass(frozen=True, slots=True)
class Dated:
    """A day and where a text names it: ``text[start:end]`` in code points."""

    day: date
    start: int
    end: int


def dates_in(text: str) -> Iterator[Dated]:
    """The full dates that a text names in its first 20,000 code points; the day comes before the month."""
    searched = text[:_SEARCHED]
    for start, end in _around_years(searched):
        for found in _DATE.finditer(searched, start, end):
            dated = _dated(found)
            if dated is not None:
                yield dated


def _around_years(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of a text that may hold dates: those around a year, which asks for much less time."""
    begin = until = 0
    for year in _YEAR.finditer(text):
        start = max(0, year.start() - _LONGEST_BEFORE)
        if start > until:
            if until:
                yield begin, until
            begin = start
        until = min(len(text), year.end() + _LONGEST_AFTER)
    if until:
        yield begin, until


def _dated(found: re.Match[str]) -> Dated | None:
    """The day of what looks like a date; None for 31 February, and for a day before news was on the web."""
    parts = {name[0]: value for name, value in found.groupdict().items() if value and name[-1].isdigit()}
    month = int(parts["m"]) if parts["m"].isdigit() else _MONTHS[parts["m"].lower()]
    try:
        day = date(int(parts["y"]), month, int(parts["d"]))
    except ValueError:
        return None
    return Dated(day, found.start(), found.end()) if day.year >= _EARLIEST_YEAR else None


def first_date(text: str) -> date | None:
    """The first full date near the beginning of a text, None if there is none."""
    return next((dated.day for dated in dates_in(text)), None)
