"""maps/page/reading.py and offsets.py: an article's text comes through unchanged, with its marks where they belong."""

from dataclasses import replace
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st
from page_samples import PLACES, article, geoparsed, resolution

from geo.article import Span
from maps.page import render_page
from maps.page.offsets import Utf16
from maps.page.reading import Mark, article_text


class _Text(HTMLParser):
    """The text of HTML as a browser has it, and the text inside each marked element."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.open: list[tuple[str, dict[str, str | None]]] = []
        self.marked: list[tuple[str, str]] = []
        self.feed(html.replace("\r\n", "\n").replace("\r", "\n"))  # as a browser reads line breaks
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        self.text += data
        tag, attributes = self.open[-1] if self.open else ("", {})
        if tag in {"a", "span"}:
            self.marked.append((attributes.get("data-m") or attributes.get("class") or "", data))


_TEXTS = st.text(st.sampled_from("ab &<>\"'\n\r\t\u2028🌾é"), max_size=40)


@st.composite
def _marked_texts(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    text = draw(_TEXTS)
    edges = st.integers(0, len(text))
    spans = draw(st.lists(st.tuples(edges, edges), max_size=6))
    kinds = ("mention", "withheld", "masked")
    return text, [Mark(Span(*sorted(span)), kinds[n % 3], n, n) for n, span in enumerate(spans)]


@given(_marked_texts())
def test_the_text_between_the_tags_is_that_of_the_file(sample: tuple[str, list[Mark]]) -> None:
    text, marks = sample
    html = article_text(article("satu", text), marks)
    assert _Text(html).text == text
    assert not _Text(html).open


@given(_marked_texts())
def test_the_first_of_marks_that_overlap_is_whole(sample: tuple[str, list[Mark]]) -> None:
    text, marks = sample
    if not marks or marks[0].kind != "mention":
        return
    shown = _Text(article_text(article("satu", text), marks)).marked
    inside = "".join(data for number, data in shown if number == "0")
    span = marks[0].span
    assert inside.split() == text[span.start : span.end].split()


def test_marks_keep_to_their_lines_and_the_title_is_the_headline() -> None:
    text = "\nJudul\n\nDi Jakarta\nRaya.\nJudul\n"
    at = text.index("Jakarta")
    named = article_text(replace(article("satu", text), title="Judul"), [Mark(Span(at, at + 12), "mention", 7, 3)])
    assert named.count('<p dir="auto" class="headline">Judul</p>') == 1
    assert (
        '<a href="#place-3" data-m="7">Jakarta</a></p>\n<p dir="auto"><a href="#place-3" data-m="7">Raya</a>.</p>'
        in named
    )


def test_what_is_not_the_article_is_dimmed_and_kept() -> None:
    text = "Judul\nDi Jakarta.\nBaca juga: Surabaya\nTamat.\n"
    start = text.index("Baca")
    one = article("satu", text, masked=(Span(start, start + 19),))
    at = text.index("Surabaya")
    page = render_page((geoparsed(one, (resolution(one, at, at + 8, PLACES["surabaya"]),)),), title="x")
    assert '<span class="masked">Baca juga: </span><a href="#place-0" data-m="0">Surabaya</a>' in page


def test_a_character_that_html_cannot_hold_is_replaced_by_one() -> None:
    assert _Text(article_text(article("satu", "a\0b"), [])).text == "a\ufffdb"


@given(_TEXTS, st.data())
def test_offsets_in_utf_16(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    assert Utf16(text)(at) == len(text[:at].encode("utf-16-le")) // 2
