"""The words of an article: where they stand, and what their capitals say."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.article import Article, Span
from geo.tokens import LineStyle, Shape, Tokens, shape_of

PIECES = st.sampled_from(
    ["Pati", "di", "AS", "’s", "'", " ", "-", ".", "\n", ", ", "3,5", "é", "市", "Ma'rib", "\u0301"]
)
TEXTS = st.text() | st.lists(PIECES).map("".join)


def tokens_of(text: str, *masked: Span) -> Tokens:
    """The tokens of a text."""
    return Tokens(Article(id="berita", title="Berita", text=text, source="berita.txt", masked=masked))


def styles(text: str) -> list[LineStyle]:
    """The style of each line of a text."""
    tokens = tokens_of(text)
    return [tokens.styles[i] for i in range(len(tokens)) if i == 0 or "\n" in tokens.before(i)]


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("hujan", Shape.LOWER),
        ("éclair", Shape.LOWER),
        ("Pati", Shape.CAPITAL),
        ("A", Shape.CAPITAL),
        ("McAllen", Shape.CAPITAL),
        ("d'Ivoire", Shape.CAPITAL),
        ("uMhlanga", Shape.CAPITAL),
        ("pH", Shape.LOWER),
        ("d’accord", Shape.LOWER),
        ("Österreich", Shape.CAPITAL),
        ("AS", Shape.UPPER),
        ("G20", Shape.UPPER),
        ("2025", Shape.NUMBER),
        ("3a", Shape.NUMBER),
        ("東京", Shape.UNCASED),
        ("القاهرة", Shape.UNCASED),
    ],
)
def test_the_shape_of_a_word(word: str, shape: Shape) -> None:
    """Case is told by the first letter; a single capital is no acronym; some scripts have none."""
    assert shape_of(word) is shape


def test_words_stand_where_they_say() -> None:
    """Words are cut at what is no letter; an apostrophe stays inside a word, a possessive does not."""
    tokens = tokens_of("Kota Ma'rib, AS-Rusia; Japan's 3.5 km")
    assert tokens.words == ["Kota", "Ma'rib", "AS", "Rusia", "Japan", "3", "5", "km"]
    assert tokens.folded == ["kota", "marib", "as", "rusia", "japan", "3", "5", "km"]
    assert [tokens.gap(i) for i in range(len(tokens))] == [" ", ", ", "-", "; ", "'s ", ".", " ", ""]
    assert tokens.before(0) == ""


@given(TEXTS)
def test_the_lists_are_parallel_and_fit_the_text(text: str) -> None:
    """For any text: words and gaps together are the text, and each list has an item per word."""
    tokens = tokens_of(text)
    lists = (
        tokens.starts,
        tokens.ends,
        tokens.folded,
        tokens.shapes,
        tokens.styles,
        tokens.opens,
        tokens.masked,
    )
    assert {len(one) for one in lists} == {len(tokens)}
    assert all(text[s:e] == w for s, e, w in zip(tokens.starts, tokens.ends, tokens.words, strict=True))
    assert all(end <= start for end, start in zip(tokens.ends, tokens.starts[1:], strict=False))
    assert all(tokens.gap(i) == tokens.before(j) for i, j in pairwise(range(len(tokens))))
    if tokens.words:
        rest = (word + tokens.gap(i) for i, word in enumerate(tokens.words))
        assert tokens.before(0) + "".join(rest) == text


@given(TEXTS, st.lists(st.tuples(st.integers(0, 40), st.integers(1, 20)), max_size=4))
def test_words_are_masked_that_begin_in_a_span(text: str, lengths: list[tuple[int, int]]) -> None:
    """A word is no part of the article exactly where it begins in a masked span."""
    spans, at = [], 0
    for gap, length in lengths:
        spans.append(Span(at + gap, at + gap + length))
        at += gap + length
    tokens = tokens_of(text, *spans)
    assert tokens.masked == [any(s.start <= start < s.end for s in spans) for start in tokens.starts]


def test_many_masked_spans_take_no_time() -> None:
    """A page of 20,000 addresses is done in seconds: the spans are looked up, not tried one by one."""
    text = "Pati [a](b) " * 20_000
    spans = (Span(12 * n + 8, 12 * n + 11) for n in range(20_000))
    begun = time.process_time()
    tokens = tokens_of(text, *spans)
    assert sum(tokens.masked) == 20_000
    assert time.process_time() - begun < 10


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        (
            "Hujan turun. Air naik! Mengapa? Entah… Begitulah",
            ["Hujan", "Air", "Mengapa", "Entah", "Begitulah"],
        ),
        ("Rina berkata: “Kami pulang.” “Ya,” jawabnya.", ["Rina", "Kami", "Ya"]),
        ('Kata "Pati" dan (Juwana) itu', ["Kata", "Pati", "itu"]),
        ("Air naik.) Warga", ["Air", "Warga"]),
        ("Banjir Pati\n\n* Hujan\n– Rob", ["Banjir", "Hujan", "Rob"]),
        ("PATI — Hujan turun di Jawa-Bali", ["PATI", "Hujan"]),
        ("Tebal 3.5 mm, kata Rina", ["Tebal"]),
        ("Hujan di Pati" + " " * 40 + "Kudus", ["Hujan"]),
    ],
)
def test_words_that_open_a_sentence(text: str, opening: list[str]) -> None:
    """The first word of a text, a sentence, a quotation, a line or an item opens one; others do not."""
    tokens = tokens_of(text)
    found = [word for word, opens in zip(tokens.words, tokens.opens, strict=True) if opens]
    assert [word for word in found if word != "itu"] == [word for word in opening if word != "itu"]


@pytest.mark.parametrize(
    ("line", "style"),
    [
        ("Hujan turun sejak pagi di Pati dan Kudus.", LineStyle.NORMAL),
        ("Banjir Besar Melanda Pati dan Kudus", LineStyle.TITLE),
        ("“Banjir Besar Melanda Pati dan Kudus”", LineStyle.TITLE),
        ("Banjir besar melanda pesisir utara Pati", LineStyle.NORMAL),
        ("Banjir Besar Melanda Pati dan Kudus.", LineStyle.NORMAL),
        ("Banjir Besar Melanda Pati dan Kudus,", LineStyle.NORMAL),
        ("Banjir Besar. Rob Melanda Pati Kudus", LineStyle.NORMAL),
        ("Pati Kudus", LineStyle.NORMAL),
        ("BANJIR MELANDA PATI", LineStyle.UPPER),
        ("BANJIR MELANDA PATI DAN Kudus", LineStyle.UPPER),
        ("BANJIR PATI", LineStyle.NORMAL),
        ("AS dan Rusia", LineStyle.NORMAL),
        ("Di Ke Se An Un", LineStyle.NORMAL),
        ("Banjir Melanda " * 20 + "Pati", LineStyle.NORMAL),
        ("12 345 678", LineStyle.NORMAL),
    ],
)
def test_the_style_of_a_line(line: str, style: LineStyle) -> None:
    """Headlines in Title Case or ALL CAPS are told from lines whose capitals mean something."""
    assert styles(line) == [style]


def test_each_line_has_its_own_style() -> None:
    """A headline says nothing of the capitals of the text below it."""
    text = "BANJIR MELANDA PATI\nWarga Desa Pergi ke Kudus Kemarin\n\nHujan turun sejak pagi di Pati."
    assert styles(text) == [LineStyle.UPPER, LineStyle.TITLE, LineStyle.NORMAL]


def test_capitals_and_lower_case_words() -> None:
    """Capitals are asked for by any index; words seen in lower case are gathered in folded form."""
    tokens = tokens_of("Pati dan AS, 12 é")
    assert [tokens.is_capital(i) for i in range(-1, 6)] == [False, True, False, True, False, False, False]
    assert tokens.lowered == {"dan", "e"}


def test_a_text_without_words() -> None:
    """No words, no items."""
    tokens = tokens_of(" …\n")
    assert len(tokens) == 0
    assert tokens.lowered == frozenset()


def test_possessives_are_kept_beside_the_words_that_had_them() -> None:
    """The word stands without its 's; where it ends with it, and what it folds to, is kept."""
    text = "Queen Anne's and Ohio’s, not Ma'rib or Juwana"
    tokens = tokens_of(text)
    assert tokens.words[:4] == ["Queen", "Anne", "and", "Ohio"]
    assert tokens.possessives == {
        1: (len("Queen Anne's"), "annes"),
        3: (len("Queen Anne's and Ohio’s"), "ohios"),
    }


LONG = (
    "hujan deras turun sangat lama sejak pagi hari di pati dan kudus sehingga warga pergi ke rumah kerabat di desa lain"
)


@pytest.mark.parametrize(
    ("text", "is_caseless"),
    [
        (LONG, True),
        (LONG.replace("hujan", "Hujan"), False),
        (LONG.upper(), False),
        (" ".join(LONG.split()[:12]), False),
        (f"{LONG} " * 12 + "Hujan", True),
    ],
)
def test_a_long_text_without_capitals_has_no_case(text: str, is_caseless: bool) -> None:
    """A short one may be a phrase; a single capital in hundreds of words is a slip."""
    tokens = tokens_of(text)
    assert tokens.is_caseless is is_caseless
    assert (Shape.UNCASED in tokens.shapes) is is_caseless
    if is_caseless:
        assert tokens.lowered == frozenset()
        assert set(tokens.styles) == {LineStyle.UPPER}


def test_words_of_a_stretch_are_those_that_begin_in_it() -> None:
    tokens = tokens_of("Hujan di Pati dan Kudus")
    assert list(tokens.between(0, 5)) == [0]
    assert list(tokens.between(1, 13)) == [1, 2]
    assert list(tokens.between(0, 100)) == [0, 1, 2, 3, 4]
    assert list(tokens.between(30, 40)) == []
