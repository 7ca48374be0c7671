"""The date that an article gives for itself."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.dates import dates_in, first_date


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Kudus, Rabu (7/5/2025) - Hujan turun.", date(2025, 5, 7)),
        ("Diperbarui 07.05.2025 pukul 08.30 WIB", date(2025, 5, 7)),
        ("07-05-2025", date(2025, 5, 7)),
        ("Ditulis 15 Mei 2024.", date(2024, 5, 15)),
        ("Ditulis 15-Mei-2024", date(2024, 5, 15)),
        ("15 MEI 2024", date(2024, 5, 15)),
        ("15\u00a0Mei 2024", date(2024, 5, 15)),
        ("Jumat, 9 Agt. 2024 08:30", date(2024, 8, 9)),
        ("1 Pebruari 2024", date(2024, 2, 1)),
        ("2 Nopember 2024", date(2024, 11, 2)),
        ("Posted on March 3, 2025 by Rina", date(2025, 3, 3)),
        ("Mar. 3rd, 2025", date(2025, 3, 3)),
        ("May 7 2025", date(2025, 5, 7)),
        ("3 March 2025", date(2025, 3, 3)),
        ("the 3rd of March 2025", date(2025, 3, 3)),
        ("date: 2025-05-07", date(2025, 5, 7)),
        ("date: 2025-05-07T10:00:00+07:00", date(2025, 5, 7)),
        ("29/2/2024", date(2024, 2, 29)),
    ],
)
def test_a_date_is_read_in_the_forms_of_news(text: str, day: date) -> None:
    """Indonesian, English and ISO dates are read, the day before the month where both are numbers."""
    assert first_date(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Tidak ada tanggal di sini.",
        "Rabu (7/5) malam",
        "Mei 2024",
        "15 Mei",
        "29/2/2025",
        "31 April 2025",
        "0/0/2025",
        "5/13/2025",
        "7-5/2025",
        "7 Mei 1850",
        "versi 10.1.2025.3",
        "kode 12025-05-07",
        "7/5/20251",
        "15 Meı 2024",
        "15 ſeptember 2024",
        "x" * 20_000 + " 7/5/2025",
    ],
)
def test_what_is_no_full_date_is_none(text: str) -> None:
    """A date without its year, an impossible one, a version number or one far down the text is no date."""
    assert first_date(text) is None


def test_the_first_possible_date_wins() -> None:
    """A date that cannot be is passed over for the next one."""
    assert first_date("Sejak 31/2/2025, lalu 1/3/2025 dan 2/3/2025") == date(2025, 3, 1)


@given(st.dates(min_value=date(1900, 1, 1)), st.sampled_from(["{0.day}/{0.month}/{0.year:04}", "{0:%Y-%m-%d}"]))
def test_any_day_since_1900_is_read_back(day: date, form: str) -> None:
    """Whatever the day, the forms of numbers give it back."""
    assert first_date(f"Semarang ({form.format(day)})") == day


@given(st.text() | st.from_regex(r"[0-9٣²]{1,4}[ /.-](Mei|mar|[0-9]{1,2}|ſep)[ /.,-]{1,2}[0-9]{4}"))
def test_no_text_makes_it_raise(text: str) -> None:
    """Whatever the text, the answer is a date since 1900 or None."""
    day = first_date(text)
    assert day is None or day.year >= 1900


@given(st.lists(st.sampled_from(["2025-05-07", "7 Mei 2025", "on the 3rd of March, 2025", "x" * 60, " 1998 ", " "])))
def test_dates_are_found_wherever_they_stand(parts: list[str]) -> None:
    """A text is read around its years only; a date beside another, or far from it, is read all the same."""
    text = " . ".join(parts)
    expected = [date(2025, 3, 3) if "March" in part else date(2025, 5, 7) for part in parts if "2025" in part]
    found = list(dates_in(text))
    assert [dated.day for dated in found] == expected
    assert all("2025" in text[dated.start : dated.end] for dated in found)
