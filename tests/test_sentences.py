"""The sentence in which a mention is shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.sentences import MAX_SENTENCE, sentence_at

PIECES = st.sampled_from([*"aB1é東.!?…\"”')*_ \n\r\t。", ". ", "Dr. ", "\n\n", "No. 5", "lalu ", "Kota "])


def sentences(text: str) -> list[str]:
    """All sentences of a text, in order, each once."""
    spans = [sentence_at(text, i) for i in range(len(text))]
    return [text[span.start : span.end] for span in dict.fromkeys(spans)]


@pytest.mark.parametrize(
    "expected",
    [
        ["Hujan turun.", "Air naik!", "Mengapa?", "Entah…", "Warga pergi."],
        ["Tebal lapisan 0,001 mm.", "Harga naik 3.5 persen untuk 2.000 orang.", "Lalu turun."],
        ["Toko buka pukul 07.30 WIB.", "Antrean panjang."],
        ["Harga Rp. 5.000 per kilogram.", "Murah."],
        ["“Kami pulang,” kata H. M. Siregar.", "Hujan turun."],
        ['Rina berkata, "Kami pulang."', "Hujan turun."],
        ['Rina berkata "ya".', '"Kami pulang," katanya.'],
        ['"Kami pulang!" katanya.', "Hujan turun."],
        ["Air surut (Senin, 5/5/2025.)", "Warga kembali."],
        ["**Banjir surut.**", "_Warga kembali._", "Sekolah dibuka."],
        ["Dr. Ani dan Prof. Dr. Budi tiba.", "Mereka makan."],
        ["Brigjen. Pol. Ani dan Kol. Inf. Budi tiba.", "Mereka makan."],
        ["Rumahnya di Jl. Melati No. 5.", "Ramai."],
        ["PT. Maju Jaya Tbk. berdiri lama.", "Kini tutup."],
        ["Beras, gula, dll. dibagikan.", "Ada teh, kopi, dsb.", "Semua habis."],
        ["Kepala Dinas a.n. Gubernur hadir.", "Acara usai."],
        ["Mr. Hill met Gov. Stone of St. Louis on Jan. 5.", "They ate."],
        ["It began in Sept. 2024, not in Oct. 2023.", "He said no.", "She said yes."],
        ["The U.S. Army left Ft. Hill.", "It was late."],
        ["1. Siapkan tas.", "Lalu pergi."],
        ["Jumlahnya 12.", "Semua selamat."],
        ["Tunggu... lalu pergi.", "Ya."],
        ["水が引いた。", "人々は戻った。"],
        ["बारिश हुई।", "पानी उतरा।"],
    ],
)
def test_a_text_falls_into_its_sentences(expected: list[str]) -> None:
    """Full stops end sentences, but not in numbers, times, initials, titles and other abbreviations."""
    join = "" if "。" in expected[0] else " "
    assert sentences(join.join(expected)) == expected


@pytest.mark.parametrize("line_break", ["\n", "\r\n", " \n\t", "\n\n"])
def test_a_line_break_ends_a_headline(line_break: str) -> None:
    """A headline has no full stop, and its sentence ends with its line all the same."""
    assert sentences(f"Banjir di Pati{line_break}Hujan turun.") == ["Banjir di Pati", "Hujan turun."]


def test_a_wrapped_sentence_is_whole() -> None:
    """A line that begins with a small letter goes on with the sentence, but for a blank line between."""
    assert sentences("Air laut naik ke\njalan raya.") == ["Air laut naik ke\njalan raya."]
    assert sentences("Air laut naik\n\njalan raya") == ["Air laut naik", "jalan raya"]


@pytest.mark.parametrize("offset", [4, 5, 6])
def test_white_space_counts_to_the_sentence_before(offset: int) -> None:
    """Between two sentences, the answer is one of them and never both."""
    span = sentence_at("Ya.\n \n Baik.", offset)
    assert (span.start, span.end) == (0, 3)


@pytest.mark.parametrize(("offset", "sentence"), [(-1, "Ya."), (-10_000, "Ya."), (7, "Tidak."), (10_000, "Tidak.")])
def test_an_offset_outside_is_moved_to_the_end(offset: int, sentence: str) -> None:
    """Before the text is its first sentence, after it the last."""
    text = "Ya. Tidak."
    span = sentence_at(text, offset)
    assert text[span.start : span.end] == sentence


@pytest.mark.parametrize("text", ["", " ", "\n \n\t"])
def test_a_text_without_words_has_an_empty_sentence(text: str) -> None:
    """White space holds no sentence."""
    span = sentence_at(text, len(text) // 2)
    assert text[span.start : span.end] == ""


def test_a_sentence_without_end_is_cut() -> None:
    """What has no full stop for pages is shown as far as the limit on either side."""
    span = sentence_at("x" * 5000, 2500)
    assert (span.start, span.end) == (2500 - MAX_SENTENCE, 2500 + MAX_SENTENCE)


@given(st.text() | st.lists(PIECES).map("".join), st.integers(-50, 200))
def test_a_sentence_holds_its_offset(text: str, offset: int) -> None:
    """For any text and offset: a trimmed span of the text that holds it unless it is white space."""
    span = sentence_at(text, offset)
    assert 0 <= span.start <= span.end <= len(text)
    assert span.end - span.start <= 2 * MAX_SENTENCE
    sentence = text[span.start : span.end]
    assert sentence == sentence.strip()
    if 0 <= offset < len(text) and not text[offset].isspace():
        assert span.start <= offset < span.end


@given(st.lists(PIECES, max_size=60).map("".join))
def test_all_offsets_of_a_sentence_agree(text: str) -> None:
    """In a text shorter than the limit, each offset inside a sentence gives that same sentence."""
    for offset in range(len(text)):
        span = sentence_at(text, offset)
        assert all(sentence_at(text, inside) == span for inside in range(span.start, span.end))
