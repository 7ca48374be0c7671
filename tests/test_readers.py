"""From what a person names to articles: files, encodings, titles."""

import codecs
import io
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gazetteer.errors import ArticleError, EncodingError
from geo.article import Article
from geo.readers.draft import Content, to_article
from geo.readers.files import article_files, read_articles
from geo.readers.text import MOST_BYTES, decode, read_markdown, read_text
from geo.readers.walk import Named, walk

TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n\r\t"), min_size=1)
WESTERN = st.text(st.characters(max_codepoint=0xFF, exclude_categories=["Cc"]) | st.sampled_from("\n\r\t"))
WINDOWS = st.text(st.characters(codec="cp1252", exclude_categories=["Cc"]))
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00\x00\x00\x01\x00\x08\x06\x00\x00\x00\x5c\x72\xa8\x66"


class _Stdin:
    """Standard input that holds bytes."""

    def __init__(self, content: bytes) -> None:
        self.buffer = io.BytesIO(content)


def read(text: str, *, markdown: bool = False) -> Article:
    """An article of a text."""
    reader = read_markdown if markdown else read_text
    [draft] = reader(Content(data=text.encode(), source="berita.txt"))
    return to_article(draft, article_id="berita", source="berita.txt")


def ids(files: Sequence[Named]) -> list[str]:
    """The ids of the articles of files, all of them readable."""
    articles = [article for article in read_articles(files) if isinstance(article, Article)]
    assert len(articles) == len(files)
    return [article.id for article in articles]


def the_error(path: Path) -> str:
    """The message of the error that a file gives; it is one line."""
    [error] = read_articles([path])
    assert isinstance(error, ArticleError)
    assert "\n" not in str(error)
    return str(error)


@given(TEXTS, st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_unicode_comes_back_as_it_was(text: str, encoding: str) -> None:
    """Text in UTF-8, with a mark or without, and in UTF-16 with one, is decoded unchanged."""
    assume(text.strip() and not text.startswith("\ufeff"))
    assert decode(text.encode(encoding), "berita.txt") == text


@given(TEXTS)
def test_the_mark_of_utf_16_tells_the_byte_order(text: str) -> None:
    """UTF-16 of either byte order is known by its mark, which is no part of the text."""
    assume(text.strip() and not text.startswith("\ufeff"))
    assert decode(codecs.BOM_UTF16_BE + text.encode("utf-16-be"), "berita.txt") == text
    assert decode(codecs.BOM_UTF16_LE + text.encode("utf-16-le"), "berita.txt") == text


@given(WESTERN, st.sampled_from(["utf-16-le", "utf-16-be"]))
def test_utf_16_without_a_mark_is_known_by_its_zeros(text: str, encoding: str) -> None:
    """Latin text in UTF-16 needs no mark."""
    assume(text.strip())
    assert decode(text.encode(encoding), "berita.txt") == text


@given(WINDOWS)
def test_what_is_not_utf_8_is_windows_1252(text: str) -> None:
    """A byte that cannot be UTF-8 makes the whole file Windows-1252."""
    text = f"Café {text}"
    assert decode(text.encode("cp1252"), "berita.txt") == text


@given(st.binary(), st.sampled_from([b"", codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE]))
def test_any_bytes_are_text_or_an_article_error(content: bytes, mark: bytes) -> None:
    """No bytes make it raise anything but an error that names the file."""
    try:
        assert decode(mark + content, "berita.txt").strip()
    except ArticleError as error:
        assert str(error).startswith("berita.txt: ")  # noqa: PT017 - either outcome is right


@pytest.mark.parametrize(
    "content", [b"", b" \n\t\r\n ", "\u00a0\u2003".encode(), codecs.BOM_UTF8, " \n".encode("utf-16")]
)
def test_an_empty_file_is_no_article(content: bytes) -> None:
    """Nothing but white space or a byte order mark is called empty."""
    with pytest.raises(ArticleError, match=r"kosong\.txt: empty"):
        decode(content, "kosong.txt")


@pytest.mark.parametrize(
    "content",
    [
        PNG,
        bytes(100),
        b"abc\x00\xff\x81",
        b"\x01\x02\x03 berita",
        b"\x00\xd8a\x00b\x00c\x00",
        b"a\0b" * 50,
    ],
)
def test_a_binary_file_is_no_article(content: bytes) -> None:
    """Pictures and other bytes with zeros or control characters are called no text."""
    with pytest.raises(ArticleError, match=r"gambar\.txt: not a text file") as caught:
        decode(content, "gambar.txt")
    assert not isinstance(caught.value, EncodingError)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"caf\xe9 \x81", "byte 0x81 at offset 5 is not UTF-8 or Windows-1252"),
        (codecs.BOM_UTF8 + b"abc\xff", "byte 0xff at offset 6 is not UTF-8;"),
        (codecs.BOM_UTF16_LE + b"a\x00b", "byte 0x62 at offset 4 is not UTF-16-LE;"),
    ],
)
def test_a_wrong_byte_is_named_with_its_offset(content: bytes, message: str) -> None:
    """The message gives the file, the byte and its offset in the file, a mark included."""
    with pytest.raises(EncodingError) as caught:
        decode(content, "aneh.txt")
    assert str(caught.value).startswith(f"aneh.txt: {message}")
    assert isinstance(caught.value, UnicodeError)


def test_a_stray_control_character_is_borne() -> None:
    """One odd byte among thousands does not make a text binary."""
    text = "Hujan turun di Pati. " * 50 + "\x0b"
    assert decode(text.encode(), "berita.txt") == text


def test_a_file_of_6_mb_is_refused(tmp_path: Path) -> None:
    """A file that no article fills is refused with the limit, and no more than the limit is read."""
    path = tmp_path / "arsip.txt"
    path.write_bytes(b"Hujan. " * (6_000_000 // 7))
    assert the_error(path) == f"{path}: more than 5 MB, too much for an article; split it"
    assert decode(b"x" * MOST_BYTES, "berita.txt")


def test_an_article_says_what_its_file_says() -> None:
    """Text unchanged, title, date, language, source and masked lines come from the file."""
    text = "Banjir Melanda Pati\r\n\r\nRabu (7/5/2025) - Hujan yang turun di Pati.\r\nBaca juga: Rob\r\n"
    article = read(text)
    assert article.text == text
    assert (article.id, article.source) == ("berita", "berita.txt")
    assert article.title == "Banjir Melanda Pati"
    assert article.published == date(2025, 5, 7)
    assert article.language == "id"
    assert article.url is None
    assert [text[span.start : span.end].strip() for span in article.masked] == ["Baca juga: Rob"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("\n\n  Banjir Melanda Pati  \nHujan turun.", "Banjir Melanda Pati"),
        ("Mengapa Pati banjir?\nHujan turun.", "Mengapa Pati banjir?"),
        ("Hujan turun di Pati. Air naik.\nWarga pergi.", "Hujan turun di Pati."),
        ("Iklan\n\nBanjir Melanda Pati\nHujan turun.", "Banjir Melanda Pati"),
        ("Banjir Melanda Pati\nIklan\nHujan turun.", "Banjir Melanda Pati"),
        ("Iklan\n", "berita"),
        ("# Bukan Markdown", "# Bukan Markdown"),
        ("kata " * 50 + ".", "kata " * 16 + "kata kata…"),
        ("x" * 200 + ".", "…"),
    ],
)
def test_the_title_of_a_text(text: str, title: str) -> None:
    """A short first line without a full stop is the headline; else the lead is, shortened at a word."""
    assert read(text).title == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Pengantar\n\n# Banjir Pati\n\nHujan.", "Banjir Pati"),
        ("## Banjir Pati ##\r\nHujan.", "Banjir Pati"),
        ("# Belajar C#\nHujan.", "Belajar C#"),
        ("#\n# Banjir Pati", "Banjir Pati"),
        ("---\ntitle: 'Banjir Pati'\n---\nHujan.", "Banjir Pati"),
        ("---\r\ndate: 2025-05-07\r\n---\r\nBanjir Pati\r\nHujan.", "Banjir Pati"),
        ("### Bagian\nHujan.", "### Bagian"),
        (f"# a{' ' * 20_000}b", f"a{' ' * 20_000}b"),
    ],
)
def test_the_title_of_markdown(text: str, title: str) -> None:
    """A heading, or the title in the front matter, is the headline, however long its line."""
    assert read(text, markdown=True).title == title


@given(TEXTS, st.booleans())
def test_every_text_gives_an_article(text: str, markdown: bool) -> None:
    """Any text has a title on one line, and stays as it is."""
    assume(text.strip() and not text.startswith("\ufeff"))
    article = read(text, markdown=markdown)
    assert article.text == text
    assert article.title.strip()
    assert "\n" not in article.title


def test_a_folder_gives_its_visible_articles_in_order(tmp_path: Path) -> None:
    """Articles in folders of the folder count; hidden ones, other suffixes and what is saved beside a page do not."""
    saved = ["d.html", "d_files/iklan.html", "d_files/a.css"]
    for name in ["b.txt", "a/c.MD", "a/b.txt", ".rahasia.txt", ".git/x.txt", "foto.png", "tanpa", *saved]:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Hujan turun.")
    (tmp_path / "folder.txt").mkdir()
    found = walk([str(tmp_path)])
    assert [Path(str(file)).relative_to(tmp_path).as_posix() for file in found.files] == [
        "a/b.txt",
        "a/c.MD",
        "b.txt",
        "d.html",
    ]
    assert [path.name for path in found.skipped] == ["foto.png", "tanpa"]


def test_what_is_named_comes_once_and_in_the_order_given(tmp_path: Path) -> None:
    """A hidden file or one of another suffix is taken when it is named; a file named twice comes once."""
    for name in ["a.txt", ".b.txt", "c.pdf"]:
        (tmp_path / name).write_text("Hujan turun.")
    named = [str(tmp_path / name) for name in ["c.pdf", ".b.txt", "a.txt", "c.pdf"]]
    assert article_files([*named, str(tmp_path), "-"]) == [*map(Path, named[:3]), Path("-")]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("tidak-ada.txt", "no such file or folder; check the spelling"),
        ("kosong", "no article in this folder"),
        ("x" * 100, "no such file"),
    ],
)
def test_what_is_not_there_is_told(tmp_path: Path, name: str, message: str) -> None:
    """A missing file and a folder without articles are told by name."""
    (tmp_path / "kosong").mkdir()
    with pytest.raises(ArticleError, match=f"{name}: {message}"):
        article_files([str(tmp_path / name)])


@pytest.mark.parametrize("times", [1, 20])
def test_a_text_in_place_of_a_file_is_told_on_one_line(times: int) -> None:
    """An article itself, given in place of its file's name, is shown in part."""
    with pytest.raises(ArticleError) as caught:
        article_files(["Banjir melanda Pati\nHujan turun.\n" * times])
    assert str(caught.value).startswith("Banjir melanda Pati Hujan turun.")
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 350


def test_ids_are_unique(tmp_path: Path) -> None:
    """Files of one name in two folders get numbers, and never the name of a third file."""
    files = [tmp_path / name for name in ["a/banjir.txt", "b/banjir.txt", "c/banjir.md", "banjir-2.txt", "banjir.txt"]]
    for path in files:
        path.parent.mkdir(exist_ok=True)
        path.write_text("Hujan turun.")
    assert ids(files) == ["banjir", "banjir-2", "banjir-3", "banjir-2-2", "banjir-4"]
    assert ids(files[:1]) == ["banjir"]


def test_a_bad_file_does_not_stop_the_rest(tmp_path: Path) -> None:
    """Each file gives an article or its own error, in order."""
    for name, content in [("a.txt", b"Hujan."), ("b.txt", b""), ("c.txt", b"\x81\x8d"), ("d.txt", b"Panas.")]:
        (tmp_path / name).write_bytes(content)
    found = list(read_articles(article_files([str(tmp_path)])))
    assert [type(one) for one in found] == [Article, ArticleError, EncodingError, Article]


def test_a_pattern_names_the_files_that_match(tmp_path: Path) -> None:
    """A shell that leaves patterns to the command gets the same files; a folder among them is walked."""
    for name in ["a.txt", "b.txt", "c.md", "x/d.txt"]:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Hujan turun.")
    assert article_files([f"{tmp_path}/*.txt"]) == [tmp_path / "a.txt", tmp_path / "b.txt"]
    assert article_files([f"{tmp_path}/**/d.txt"]) == [tmp_path / "x" / "d.txt"]
    assert article_files([f"{tmp_path}/[x]"]) == [tmp_path / "x" / "d.txt"]
    with pytest.raises(ArticleError, match="no such file"):
        article_files([f"{tmp_path}/*.pdf"])


def test_a_file_without_suffix_is_text(tmp_path: Path) -> None:
    """A file without suffix is read as plain text, one in .md as Markdown."""
    for name in ["berita", "berita.md"]:
        (tmp_path / name).write_text("# Banjir")
    articles = read_articles([tmp_path / "berita", tmp_path / "berita.md"])
    assert [one.title for one in articles if isinstance(one, Article)] == ["# Banjir", "Banjir"]


def test_a_file_that_has_gone_is_told(tmp_path: Path) -> None:
    """A file deleted since it was listed is an error and not a traceback."""
    assert the_error(tmp_path / "hilang.txt").startswith(f"{tmp_path / 'hilang.txt'}: cannot be read (No such file")


def test_a_file_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that belongs to somebody else is an error and not a traceback."""

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "rahasia.txt"
    path.write_text("Hujan turun.")
    monkeypatch.setattr(Path, "open", refuse)
    assert the_error(path) == f"{path}: cannot be read (Permission denied)"


@pytest.mark.skipif(sys.platform != "linux", reason="only there may a file's name be any bytes")
def test_a_name_that_is_not_utf_8_can_be_written(tmp_path: Path) -> None:
    """The id and the source of a file with a wrongly encoded name are text that any output can hold."""
    path = tmp_path / os.fsdecode(b"caf\xe9.txt")
    path.write_text("Hujan turun.")
    [article] = read_articles(article_files([str(tmp_path)]))
    assert isinstance(article, Article)
    assert article.id == "caf\ufffd"
    assert article.source.encode().endswith("caf\ufffd.txt".encode())


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_with_a_name_is_taken(tmp_path: Path) -> None:
    """What a shell puts in place of "<(…)" is no regular file, and is an article all the same."""
    os.mkfifo(tmp_path / "63")
    assert article_files([str(tmp_path / "63")]) == [tmp_path / "63"]


def test_standard_input_is_an_article(monkeypatch: pytest.MonkeyPatch) -> None:
    """ "-" reads standard input; its id is "stdin"."""
    monkeypatch.setattr(sys, "stdin", _Stdin(b"Banjir Pati\nHujan turun."))
    [article] = read_articles(article_files(["-"]))
    assert isinstance(article, Article)
    assert (article.id, article.title, article.source) == ("stdin", "Banjir Pati", "standard input")


@pytest.mark.parametrize(
    ("content", "message"), [(lambda: b"", "empty"), (lambda: b"x" * (MOST_BYTES + 9), "more than 5 MB")]
)
def test_standard_input_can_be_no_article(
    monkeypatch: pytest.MonkeyPatch, content: Callable[[], bytes], message: str
) -> None:
    """Errors of standard input name it as such."""
    monkeypatch.setattr(sys, "stdin", _Stdin(content()))
    assert the_error(Path("-")).startswith(f"standard input: {message}")


def test_a_title_is_made_without_what_is_masked() -> None:
    """Boilerplate glued to the headline, or standing before the first sentence, is no part of the title."""
    assert (
        read("Banjir Melanda Pati ADVERTISEMENTSCROLL TO CONTINUE WITH CONTENT\nHujan.").title == "Banjir Melanda Pati"
    )
    sentence = "Air sungai naik dan warga pergi ke sekolah terdekat bersama anak mereka."
    assert read(f"KUDUS, KabarMuria.com – {sentence}\nHujan turun.").title == sentence
