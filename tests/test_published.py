"""When an article says that it was published."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.boilerplate import boilerplate
from geo.published import publication_date

MAY_7 = date(2025, 5, 7)
LEAD = "Warga menanam bakau di pantai sejak pagi dan menutup jalan ke pelabuhan lama selama tiga jam."


def told(text: str) -> date | None:
    return publication_date(text, boilerplate(text))


@pytest.mark.parametrize(
    "line",
    [
        "Kabar Muria - 07/05/2025, 10:30 WIB",
        "KabarMuria.com - 7/5/2025, 10:30 WIB",
        "Rabu, 7 Mei 2025",
        "Rabu, 07 Mei 2025 | 10.30 WIB",
        "7 Mei 2025",
        "Laras Widya - Kabar Muria Rabu, 07 Mei 2025 10:30 WIB",
        "Diposting pada 7 Mei 2025",
        "Diterbitkan: 7 Mei 2025 | Dibaca 1.204 kali",
        "Published: May 7, 2025 | Updated: May 9, 2025",
        "Terbit 7 Mei 2025, diperbarui 9 Mei 2025",
        "By Rina Sari, Wednesday, May 7, 2025",
        "Tanggal: 07-05-2025",
    ],
)
@pytest.mark.parametrize("of_lead", ["", " Demikian kata bupati, Kamis (1/5/2025)."])
def test_a_line_of_its_own_gives_the_day(line: str, of_lead: str) -> None:
    """A line above the text that is there for the date goes before the text itself."""
    assert told(f"Warga Pati Tanam Bakau\n{line}\n\n{LEAD}{of_lead}") == MAY_7


@pytest.mark.parametrize(
    "sentence",
    [
        "Bupati datang, kata juru bicaranya, Rabu (7/5/2025).",
        "Hal itu diumumkan pada Rabu, 7 Mei 2025.",
        "Inspeksi itu diungkapkan pada 7 Mei 2025.",
        "Kebakaran terjadi pada Senin (5/5/2025). Api padam, ujar lurah, Rabu (7/5/2025).",
        "Pasar akan dibuka Jumat (9/5/2025), kata lurah, Rabu (7/5/2025).",
        "The mayor said on Wednesday, May 7, 2025, that it would stay.",
        "Officials announced the plan on 7 May 2025.",
    ],
)
def test_the_lead_gives_the_day_of_its_report(sentence: str) -> None:
    """What somebody said on a day was reported on it; what happened before or is to come was not."""
    assert told(f"Warga Pati Tanam Bakau\n\n{LEAD} {sentence}") == MAY_7


@pytest.mark.parametrize(
    "opening",
    ["KUDUS, 7 Mei 2025 – Warga", "LONDON, May 7, 2025 (Harbour News) — The", "BOYOLALI (7/5/2025) - Warga"],
)
def test_a_dateline_gives_the_day(opening: str) -> None:
    """A day that stands with the place before the first sentence is that of the report."""
    assert told(f"{opening} {LEAD}") == MAY_7


@pytest.mark.parametrize(
    "text",
    [
        f"{LEAD} Kebun itu disemai sejak 12 Maret 2019.",
        f"{LEAD} Pasar akan digelar pada 20 Desember 2027.",
        f"{LEAD} Sanggar itu didirikan pada 4 Mei 1996.",
        f"{LEAD} The group was founded on 4 May 1996. Entries close by June 30, 2031.",
        f"Diunduh pada 7 Mei 2025\n\n{LEAD}",
        f"{LEAD}\n\nDiakses: 7 Mei 2025",
        f"Retrieved 7 May 2025\n\n{LEAD}",
        f"Foto: Warga di pantai, 7 Mei 2025\n\n{LEAD}",
        f"{LEAD}\n\nBaca juga: Pasar Pindah (7/5/2025)",
        f"{LEAD}\n\n© 7 Mei 2025 Kabar Muria",
        f"{LEAD} {'Kalimat lain yang panjang. ' * 60}Kirab itu digelar pada 7 Mei 2025 dan dilaporkan ramai.",
        "Peristiwa 7 Mei 2025 Dikenang Warga\n\n" + LEAD,
        "",
    ],
)
def test_the_date_of_something_else_is_not_taken(text: str) -> None:
    """Dates of history, of plans, of downloads, photographs and other articles leave the day unknown."""
    assert told(text) is None


def test_the_day_of_an_update_is_the_last_resort() -> None:
    """Where nothing else is known it says at least that the article is not older."""
    assert told(f"Judul\nDiperbarui 9 Mei 2025\n\n{LEAD}") == date(2025, 5, 9)
    assert told(f"Judul\nDiperbarui 9 Mei 2025\n\n{LEAD} Demikian kata bupati, Rabu (7/5/2025).") == MAY_7


def test_a_signature_gives_the_day() -> None:
    """Letters and releases are signed with place and day."""
    assert told(f"{LEAD}\n\nKudus, 7 Mei 2025\n\nRina Sari") == MAY_7


@given(
    st.text() | st.lists(st.sampled_from([LEAD, "7 Mei 2025", "Rabu (7/5/2025)", "\n", " - ", "diunduh "])).map("".join)
)
def test_any_text_has_an_answer(text: str) -> None:
    """No text makes it raise."""
    day = told(text)
    assert day is None or day.year >= 1900
