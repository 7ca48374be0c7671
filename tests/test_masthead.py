"""Who published an article, who wrote it, and from where."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.masthead import read_masthead

LEAD = "Warga menanam bakau di pantai sejak pagi dan menutup jalan ke pelabuhan lama selama tiga jam."


@pytest.mark.parametrize(
    ("opening", "outlet", "place"),
    [
        ("KUDUS, KABARMURIA.com – ", "KABARMURIA.com", "KUDUS"),
        ("Kabarmuria.id - ", "Kabarmuria.id", None),
        ("KABARMURIA.CO, Kudus - ", "KABARMURIA.CO", "Kudus"),
        ("Kudus, Suara Muria - ", "Suara Muria", "Kudus"),
        ("Kudus (NUSANTARA) - ", "NUSANTARA", "Kudus"),
        ("SPOKANE, Washington (Newsroom) — ", "Newsroom", "SPOKANE, Washington"),
        ("**KUDUS, Jawa Tengah** — ", None, "KUDUS, Jawa Tengah"),
        ("Kudus - ", None, "Kudus"),
        ("KUDUS, 7 Mei 2025 – ", None, "KUDUS"),
        ("KUDUS -- ", None, "KUDUS"),
    ],
)
def test_what_stands_before_the_first_sentence(opening: str, outlet: str | None, place: str | None) -> None:
    """The outlet is masked, the place of the dateline is not."""
    text = f"Bakau Ditanam\n\n{opening}{LEAD}"
    found = read_masthead(text)
    assert found.outlet == outlet
    assert (text[found.dateline.start : found.dateline.end] if found.dateline else None) == place
    masked = "".join(text[span.start : span.end] for span in found.spans)
    assert (outlet or "") in masked
    assert (place or "\0") not in masked


@pytest.mark.parametrize(
    "text",
    [
        LEAD,
        "Kim Jong Un yang baru - Pemimpin itu berkata bahwa tidak ada yang berubah di negerinya sejak lama.",
        "Warga Pati - yang menanam bakau sejak pagi di tepi pantai - menutup jalan ke pelabuhan lama hari ini.",
        "Sejak 2019 - Warga menanam bakau di pantai yang sama dan menutup jalan ke pelabuhan lama setiap tahun.",
    ],
)
def test_a_dash_makes_no_dateline(text: str) -> None:
    """A sentence with a dash in it is a sentence."""
    found = read_masthead(text)
    assert (found.dateline, found.outlet, found.spans) == (None, None, ())


@pytest.mark.parametrize(
    ("line", "byline", "outlet"),
    [
        ("Penulis: Rina Sari", "Rina Sari", None),
        ("Penulis : Rina Sari | Editor : Tarakan Wibisono", "Rina Sari", None),
        ("Oleh Rina Sari", "Rina Sari", None),
        ("*By Rina Sari*", "Rina Sari", None),
        ("By Rina Sari, Muria Courier", "Rina Sari", None),
        ("By Rina Sari and Tarakan Wibisono", "Rina Sari", None),
        ("Editor: Tarakan Wibisono", None, None),
        ("Rina Sari - Kabar Muria", "Rina Sari", "Kabar Muria"),
        ("Rina Sari - Kabar Muria Rabu, 07 Mei 2025 10:30 WIB", "Rina Sari", None),
        ("Media: Harian Muria", None, "Harian Muria"),
        ("kabarmuria.com", None, "kabarmuria.com"),
    ],
)
def test_a_line_of_credit_is_masked(line: str, byline: str | None, outlet: str | None) -> None:
    """Lines that name writers, editors and outlets say so and are not read for places."""
    text = f"Bakau Ditanam\n{line}\n\n{LEAD}"
    found = read_masthead(text)
    assert [text[span.start : span.end] for span in found.spans] == [line]
    assert found.byline == byline
    assert outlet is None or found.outlet == outlet


@pytest.mark.parametrize(
    "line",
    ["Oleh karena itu jalan ditutup", "By the river", "By Monday, Kudus", "Sumber: air sungai yang meluap di hulu"],
)
def test_a_line_that_begins_alike_stays(line: str) -> None:
    """Words that begin a credit begin sentences as well."""
    assert read_masthead(f"Bakau Ditanam\n{line}\n\n{LEAD}").spans == ()


def test_fields_above_the_text() -> None:
    """Clippings name title, outlet and address; the title's words stay in sight, its label does not."""
    text = f"Judul: Bakau di Pati\nMedia: Harian Muria\nURL: https://muria.example/1\n\n{LEAD}\n\nSumber: Humas"
    found = read_masthead(text)
    assert (found.title, found.outlet, found.url) == ("Bakau di Pati", "Harian Muria", "https://muria.example/1")
    assert text[found.spans[0].start : found.spans[0].end] == "Judul: "
    assert read_masthead(f"https://muria.example/2\n{LEAD}").url == "https://muria.example/2"


@given(
    st.text()
    | st.lists(st.sampled_from(["Penulis: ", "Rina Sari", " - ", "KUDUS, ", "(", ")", "7 Mei 2025", "\n", LEAD])).map(
        "".join
    )
)
def test_spans_are_inside_any_text(text: str) -> None:
    """Whatever the text, what is found stands in it."""
    found = read_masthead(text)
    assert all(0 <= span.start <= span.end <= len(text) for span in found.spans)
