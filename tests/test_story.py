"""maps/story.py, maps/passages.py, maps/paragraphs.py: which chapters a story has."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from page_samples import PLACES, article, empty_articles, geoparsed, resolution, sample_articles

from gazetteer.index import Gazetteer
from geo.article import Article, Span
from geo.geoparsed import GeoparsedArticle
from geo.mention import Usage
from geo.pipeline import Geoparser
from geo.readers.files import article_files, read_articles
from maps.paragraphs import paragraphs
from maps.passages import passages
from maps.story import MOST_CHAPTERS, MOST_PLACES, chapters

NAMES = {"Kursk": "kursk", "Kyiv": "kyiv", "Jakarta": "jakarta", "Surabaya": "surabaya", "Ankara": "ankara"}


def told(one: Article, usage: Usage = Usage.LITERAL, probability: float = 0.95) -> GeoparsedArticle:
    """The article with every name of ``NAMES`` in it as a mention."""
    found = [
        resolution(one, at, at + len(name), PLACES[id_], usage=usage, probability=probability)
        for name, id_ in NAMES.items()
        for at in _starts(one.text, name)
    ]
    return geoparsed(one, sorted(found, key=lambda r: r.mention.start))


def _starts(text: str, name: str) -> Iterable[int]:
    at = text.find(name)
    while at >= 0:
        yield at
        at = text.find(name, at + 1)


def texts(one: GeoparsedArticle) -> list[tuple[bool, str]]:
    return [(p.is_heading, one.article.text[p.span.start : p.span.end]) for p in paragraphs(one)]


LONG = "Kalimat ini hanya mengisi baris supaya panjangnya cukup bagi sebuah paragraf."


def test_a_line_is_a_paragraph_and_the_title_is_none() -> None:
    one = told(article("a", f"Judul\n{LONG}\n\n{LONG}\n"))
    assert texts(one) == [(False, LONG), (False, LONG)]


def test_lines_broken_at_a_fixed_width_are_one_paragraph() -> None:
    wrapped = "Kapal yang membawa gandum dari pelabuhan di utara itu tiba di\nJakarta pada malam hari dan\nberlabuh."
    one = told(article("a", f"Judul\n\n{wrapped}\n\n{LONG}\n"))
    assert texts(one) == [(False, wrapped), (False, LONG)]


def test_a_short_line_without_full_stop_over_a_paragraph_is_a_heading() -> None:
    one = told(article("a", f"Judul\n{LONG}\nJalan ke Kursk Dibuka\n{LONG}\nPenutup Tanpa Isi\n"))
    assert [is_heading for is_heading, _ in texts(one)] == [False, True, False, False]


def test_the_items_of_a_list_are_one_paragraph_with_what_introduces_them() -> None:
    listed = "Tiga kota ikut serta:\n\n- Jakarta\n- Surabaya\n- Ankara"
    one = told(article("a", f"Judul\n{listed}\n\n{LONG}\n"))
    assert texts(one) == [(False, listed), (False, LONG)]


def test_what_is_masked_and_captions_are_left_out() -> None:
    text = f"Judul\nBaca juga: yang lain\n{LONG} Iklan di sini\nFoto: seorang anak di Kursk.\n"
    ad = text.index(" Iklan")
    masked = (Span(6, 26), Span(ad, ad + len(" Iklan di sini")))
    assert texts(told(article("a", text, masked=masked))) == [(False, LONG)]


def test_the_marks_of_markdown_are_no_part_of_a_paragraph() -> None:
    assert texts(told(article("a", f"Judul\n\n> **{LONG}**\n"))) == [(False, LONG)]


def test_doubtful_mentions_do_not_move_a_story() -> None:
    one = told(article("a", f"Judul\nDi Kursk. {LONG}\n"), probability=0.4)
    assert paragraphs(one)[0].mentions == ()
    assert chapters([one]) == ()


def test_paragraphs_that_stay_with_a_place_are_one_passage() -> None:
    text = "Judul\n" + "".join(
        f"Di {first} dan {second}. {LONG}\n"
        for first, second in [("Kursk", "Kyiv"), ("Kyiv", "Kursk"), ("Jakarta", "Surabaya"), ("Surabaya", "Jakarta")]
    )
    found = passages(told(article("a", text)), 8)
    assert [set(one.weights) for one in found] == [{"kursk", "kyiv"}, {"jakarta", "surabaya"}]


def test_a_passage_has_its_heading_for_a_headline() -> None:
    text = f"Judul\nDi Kursk dan Kyiv. {LONG}\nKabar dari Selatan\nDi Jakarta dan Surabaya. {LONG}\n"
    first, second = chapters([told(article("a", text))])
    assert (first.title, second.title) == ("Judul", "Kabar dari Selatan")


def test_without_a_heading_the_places_are_the_headline() -> None:
    text = f"Judul\nDi Kursk dan Kyiv. {LONG}\nDi Jakarta dan Surabaya. {LONG}\n"
    assert [one.title for one in chapters([told(article("a", text))])] == ["Judul", "Jakarta · Surabaya"]


def test_headlines_differ_where_the_places_let_them() -> None:
    text = "Judul\n" + "".join(
        f"Di {a} dan {b}. {LONG}\n"
        for a, b in [("Kursk", "Kyiv"), ("Jakarta", "Surabaya"), ("Kursk", "Ankara"), ("Jakarta", "Surabaya")]
    )
    titles = [one.title for one in chapters([told(article("a", text))])]
    assert titles[0] == "Judul"
    assert len(titles) == 4


def test_the_quote_is_what_names_the_most_places() -> None:
    best = "Kapal berlayar dari Jakarta ke Surabaya, lalu ke Ankara dan Kyiv."
    one = told(article("a", f"Judul\nDi Kursk. {LONG}\n{best}\nDi Kursk. {LONG}\n"))
    quoted = [one.article.text[c.quote.start : c.quote.end] for c in chapters([one]) if c.quote]
    assert best in quoted


def test_a_heading_over_paragraphs_without_places_makes_no_chapter() -> None:
    text = f"Judul\nTanpa Tempat\n{LONG}\nDi Kursk. {LONG}\nTanpa Tempat Lagi\n{LONG} {LONG}\n"
    (one,) = chapters([told(article("a", text))])
    assert (one.title, one.place_ids) == ("Judul", ("kursk",))


def test_of_a_long_paragraph_sentences_are_quoted() -> None:
    text = f"Judul\n{' '.join([LONG] * 8)} Kapal dari Jakarta tiba di Surabaya.  {' '.join([LONG] * 8)}\n"
    one = told(article("a", text))
    (chapter,) = chapters([one])
    assert chapter.quote is not None
    assert text[chapter.quote.start : chapter.quote.end] == "Kapal dari Jakarta tiba di Surabaya."


def test_several_articles_come_by_date_and_those_without_last() -> None:
    days = {"c": None, "b": date(2026, 2, 1), "a": date(2026, 3, 1)}
    parsed = [told(article(id_, f"Judul {id_}\nDi Kursk. {LONG}\n", published=day)) for id_, day in days.items()]
    assert [(one.article_id, one.day) for one in chapters(parsed)] == [
        ("b", date(2026, 2, 1)),
        ("a", date(2026, 3, 1)),
        ("c", None),
    ]


def test_an_article_without_places_makes_no_chapter() -> None:
    assert chapters(empty_articles()) == ()
    assert chapters([]) == ()


def test_the_samples_make_chapters() -> None:
    found = chapters(sample_articles())
    assert [one.article_id for one in found] == sorted(one.article_id or "" for one in found)
    known = {m.place.id for one in sample_articles() for m in one.mentions}
    for one in found:
        assert one.place_ids
        assert set(one.place_ids) <= known
        assert one.text == one.note == ""


def test_a_chapter_shows_no_more_places_than_a_map_can_tell() -> None:
    lines = "".join(f"Nama{number:02d}x. " for number in range(40))
    one = article("a", f"Judul\n{lines}\n")
    found = [
        resolution(one, at, at + 7, replace(PLACES["kursk"], id=f"p{number}"))
        for number in range(40)
        for at in _starts(one.text, f"Nama{number:02d}x")
    ]
    (chapter,) = chapters([geoparsed(one, found)])
    assert len(chapter.place_ids) == MOST_PLACES


def test_many_articles_have_a_chapter_each_up_to_a_limit() -> None:
    parsed = [told(article(f"a{n:03d}", f"Judul\nDi Kursk. {LONG}\nDi Kyiv. {LONG}\n")) for n in range(80)]
    assert len(chapters(parsed)) == MOST_CHAPTERS
    assert len(chapters(parsed[:13])) == 13


def test_a_very_long_article_is_told_at_once() -> None:
    names = list(NAMES)
    text = "Judul\n" + "".join(f"Di {names[n % 5]} dan {names[n * 3 % 5]}. {LONG}\n" for n in range(3_000))
    assert 1 <= len(chapters([told(article("a", text))])) <= 8


@given(
    st.lists(
        st.tuples(st.sampled_from(["Di Kursk.", "Di Kyiv.", "Jakarta", "Tajuk Tanpa Titik", "- butir", "", LONG]),
                  st.sampled_from(["\n", "\n\n", "\r\n", " "])),
        max_size=30,
    )
)  # fmt: skip
def test_whatever_the_text_chapters_keep_their_promises(pieces: list[tuple[str, str]]) -> None:
    one = told(article("a", "Judul\n" + "".join(a + b for a, b in pieces)))
    found = chapters([one])
    assert len(found) <= 8
    assert bool(found) == any(p.mentions for p in paragraphs(one))
    last = -1
    for chapter in found:
        assert chapter.title
        assert chapter.quote is not None
        assert last < chapter.quote.start < chapter.quote.end <= len(one.article.text)
        last = chapter.quote.start


@pytest.mark.parametrize("folder", ["articles", "examples"])
def test_real_articles_have_a_sensible_number_of_chapters(
    request: pytest.FixtureRequest, gazetteer: Gazetteer, folder: str
) -> None:
    where = request.config.rootpath / "examples" if folder == "examples" else request.getfixturevalue("shared") / folder
    geoparser = Geoparser.over(gazetteer)
    for read in read_articles(article_files([str(where)])):
        assert isinstance(read, Article)
        found = chapters([geoparser.geoparse(read)])
        assert 3 <= len(found) <= 8, read.id
        assert len({one.title for one in found}) == len(found)
        assert all(one.quote and one.quote.end - one.quote.start <= 1_200 for one in found)
