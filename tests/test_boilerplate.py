"""What a news page has around its article."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.boilerplate import boilerplate
from geo.boilerplate_lines import FIXED, FIXED_HINTS

LINES = st.sampled_from(
    [
        "Baca juga: Pasar pindah",
        "Hujan turun.",
        "---",
        "```",
        "<!-- x",
        "-->",
        "[a](b)",
        "https://x.org",
        "title: x",
        "",
    ]
)


def masked(text: str, *, markdown: bool = False) -> list[str]:
    """The stretches of a text that are not the article."""
    return [text[span.start : span.end] for span in boilerplate(text, markdown=markdown)]


@pytest.mark.parametrize(
    "line",
    [
        "Baca juga: Pasar Lama Pindah ke Tegal",
        "  > BACA JUGA Pasar Lama Pindah",
        "**Baca Selengkapnya** di halaman lain",
        "Lihat juga video banjir",
        "Simak Video: Ombak di Tuban",
        "Tonton juga",
        "SCROLL TO CONTINUE WITH CONTENT",
        "Gulir untuk melanjutkan",
        "ADVERTISEMENT",
        "Iklan",
        "Diposting pada 8 Juni 2025",
        "Tinggalkan Balasan",
        "Alamat email Anda tidak akan dipublikasikan.",
        "Bagikan",
        "Bagikan:",
        "Bagikan ke teman",
        "Artikel terkait",
        "Leave a Reply",
        "Read more: Rivers of the north",
        "See also",
        "Share this article",
        "Sign up for our newsletter",
        "Copyright 2025",
        "Video: Ombak di Tuban",
    ],
)
@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
def test_a_line_around_the_article_is_masked(line: str, line_break: str) -> None:
    """Lines that lead to other pages are masked to their ends, and those beside them are not."""
    text = f"Hujan turun di Pati.{line_break}{line}{line_break}Air naik di Juwana."
    assert [stretch.strip() for stretch in masked(text)] == [line.strip()]


@pytest.mark.parametrize(
    "line",
    [
        "Bagikan 500 Paket Sembako, Polisi Datangi Warga Kudus",
        "Iklan rokok dilarang di Bogor",
        "Pembaca juga menulis dari Solo",
        "Readers in Leeds wrote to us.",
        "Videographers in Leeds wrote to us.",
        "Warga membaca. Baca juga ada di tengah baris.",
        "Baca juga " + "kabar dari Pati dan " * 20,
    ],
)
def test_a_line_of_the_article_stays(line: str) -> None:
    """A line that merely begins alike, or is a long paragraph, is the article."""
    assert masked(f"Hujan turun.\n{line}\nAir naik.") == []


def test_what_markdown_hides_is_masked() -> None:
    """Front matter, targets, addresses, code and comments are masked; the words of a reference are not."""
    text = (
        "---\ntitle: Banjir\n---\nHujan di [Pati](https://pati.example) dan https://kudus.example/a turun.\n"
        "<!-- Solo\nRaya -->\n```\nBali = 1\n```\nSelesai."
    )
    expected = [
        "---\ntitle: Banjir\n---\n",
        "(https://pati.example)",
        "https://kudus.example/a",
        "<!-- Solo\nRaya -->",
        "```\nBali = 1\n```",
    ]
    assert masked(text, markdown=True) == expected
    assert masked(text) == []


def test_front_matter_of_windows_is_masked() -> None:
    """Line breaks of Windows do not hide where front matter ends."""
    text = "---\r\ntitle: Banjir\r\n---\r\nHujan turun."
    assert masked(text, markdown=True) == ["---\r\ntitle: Banjir\r\n---\r\n"]


@pytest.mark.parametrize("text", ["---\nHujan turun di Pati.\n---\nAir naik.", "Hujan.\n---\ntitle: Banjir\n---\n"])
def test_a_rule_is_no_front_matter(text: str) -> None:
    """Text between two horizontal rules is the article."""
    assert masked(text, markdown=True) == []


def test_overlapping_spans_are_joined() -> None:
    """A masked line that holds an address and code is one span."""
    text = "Baca juga https://pati.example\n<!-- a ``` https://b.example --> c"
    assert masked(text, markdown=True) == [
        "Baca juga https://pati.example",
        "<!-- a ``` https://b.example -->",
    ]


@given(st.text() | st.lists(LINES).map("\n".join), st.booleans())
def test_spans_are_in_order_disjoint_and_inside(text: str, markdown: bool) -> None:
    """For any text the spans are stretches of it, one after the other."""
    spans = boilerplate(text, markdown=markdown)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(span.end <= after.start for span, after in pairwise(spans))


@given(st.from_regex(FIXED))
def test_all_that_is_glued_to_a_line_holds_a_hint_of_it(text: str) -> None:
    """A text without a hint is not searched at all."""
    assert any(hint in text for hint in FIXED_HINTS)
