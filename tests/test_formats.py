"""Every format by its content, and what is bad about files told in one line."""

import io
import json
import sys
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages.file_pages import zipped
from pdf_writer import Line, column
from pdf_writer import pdf as made_pdf

from gazetteer.errors import ArticleError
from geo.article import Article
from geo.readers import archive, files, pdf
from geo.readers.draft import Content, Draft
from geo.readers.fields import language_tag
from geo.readers.files import read_articles
from geo.readers.formats import reader_of
from geo.readers.html import decode_page, read_html
from geo.readers.markup import text_of_markup

LONG = "Warga menanam bakau di pantai Kudus sejak pagi dan menutup jalan ke pelabuhan lama selama tiga jam penuh. "
ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


def all_of(data: bytes, name: str, folder: Path) -> list[Article | ArticleError]:
    path = folder / name
    path.write_bytes(data)
    found = list(read_articles([path]))
    for one in found:
        if isinstance(one, ArticleError):
            assert str(one).startswith(str(path))
            assert "\n" not in str(one)
    return found


def articles(data: bytes, name: str, folder: Path) -> list[Article]:
    found = all_of(data, name, folder)
    assert all(isinstance(one, Article) for one in found)
    return [one for one in found if isinstance(one, Article)]


def the_error(data: bytes, name: str, folder: Path) -> str:
    [error] = all_of(data, name, folder)
    assert isinstance(error, ArticleError)
    return str(error).removeprefix(f"{folder / name}").lstrip(":0123456789").strip()


def a_document(*paragraphs: str) -> bytes:
    document = docx.Document()
    for one in paragraphs:
        document.add_paragraph(one)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def changed(data: bytes, **parts: bytes) -> bytes:
    """An archive with some of its parts exchanged; underscores stand for slashes."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, parts.get(name.replace("/", "_").partition(".")[0], old.read(name)))
    return file.getvalue()


@pytest.mark.parametrize("name", ["a.txt", "a", "a.html", "a.pdf"])
def test_content_tells_the_format_and_not_the_name(tmp_path: Path, name: str) -> None:
    """Whatever a file is called, it is read as what it is."""
    page = f"<html><body><h1>Bakau</h1><article><p>{LONG * 3}</p></article></body></html>".encode()
    assert articles(page, name, tmp_path)[0].title == "Bakau"
    assert LONG.strip() in articles(made_pdf([column([LONG])]), name, tmp_path)[0].text
    assert articles(a_document("Bakau", LONG), name, tmp_path)[0].title == "Bakau"
    assert articles(b"Bakau di Pati", name, tmp_path)[0].text == "Bakau di Pati"
    table = f"judul,isi\nBakau,{LONG}\n".encode()
    assert articles(table, name, tmp_path)[0].origin == "row 2"


def test_a_document_gives_paragraphs_tables_and_where_they_stand(tmp_path: Path) -> None:
    """Paragraphs and rows come in order, and each offset leads back to its paragraph."""
    document = docx.Document()
    document.add_heading("Bakau di Pati", 1)
    document.add_paragraph("")
    document.add_paragraph("Hujan turun.")
    row = document.add_table(1, 2).rows[0]
    row.cells[0].text, row.cells[1].text = "Kudus", "12"
    file = io.BytesIO()
    document.save(file)
    [article] = articles(file.getvalue(), "a.docx", tmp_path)
    assert article.text == "Bakau di Pati\n\nHujan turun.\n\nKudus | 12"
    assert article.title == "Bakau di Pati"
    assert article.origin_at(article.text.index("Hujan")) == "paragraph 3"
    assert article.origin_at(len(article.text) - 1) == "paragraph 4"


def test_a_pdf_is_put_together_again(tmp_path: Path) -> None:
    """Hyphens at the ends of lines go where they are no part of the word; pages are joined, their numbers left out."""
    first = ["Banjir di Kudus melanda per-", "mukiman, dan anak-", "anak pergi ke Indonesia-", "Malaysia bersama"]
    pages = [
        [Line(60, 810, "Kabar Bontang"), *column(first, top=700), Line(290, 30, "1")],
        [Line(60, 810, "Kabar Bontang"), *column(["orang tua mereka."], top=700), Line(290, 30, "2")],
        [Line(60, 810, "Kabar Bontang"), *column(["Air surut."], top=700), Line(290, 30, "Halaman 3 dari 3")],
    ]
    [article] = articles(made_pdf(pages), "a.pdf", tmp_path)
    whole = "Banjir di Kudus melanda permukiman, dan anak-anak pergi ke Indonesia-Malaysia bersama orang tua mereka."
    assert article.text == f"{whole}\n\nAir surut."
    assert article.origin_at(0) == "page 1"
    assert article.origin_at(article.text.index("Air surut")) == "page 3"


def test_a_book_gives_its_chapters(tmp_path: Path) -> None:
    """Each chapter of an EPUB is an article; covers are passed over."""
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf"><metadata><language>id</language></metadata><manifest>'
        '<item id="c" href="cover.xhtml"/><item id="a" href="a%201.xhtml"/></manifest>'
        '<spine><itemref idref="c"/><itemref idref="a"/></spine></package>'
    )
    parts = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container><rootfiles><rootfile full-path="x/book.opf"/></rootfiles></container>',
        "x/book.opf": package,
        "x/cover.xhtml": "<html><body>Sampul</body></html>",
        "x/a 1.xhtml": f"<html><head><title>t</title></head><body><h1>Bakau</h1><p>{LONG * 3}</p></body></html>",
    }
    [article] = articles(zipped(parts), "a.epub", tmp_path)
    assert (article.id, article.title, article.origin, article.language) == ("a-1", "Bakau", "chapter 1", "id")
    assert "damaged" in the_error(zipped({**parts, "x/book.opf": "<"}), "b.epub", tmp_path)
    assert "no text" in the_error(zipped({**parts, "x/a 1.xhtml": "<p>x</p>"}), "c.epub", tmp_path)
    assert "DRM" in the_error(zipped({**parts, "META-INF/rights.xml": "<x/>"}), "d.epub", tmp_path)


def test_the_middle_row_of_a_table_may_be_broken(tmp_path: Path) -> None:
    """Row 17 is told with its number, and every other row is read."""
    rows = [f'Judul {i},"Hujan turun di Pati, {i}."' for i in range(2, 31)]
    rows[15] = 'Judul 17,"Hujan turun'
    table = "\n".join(["judul,isi", *rows]).encode()
    found = all_of(table, "a.csv", tmp_path)
    assert [type(one) for one in found].count(ArticleError) == 1
    [error] = [one for one in found if isinstance(one, ArticleError)]
    assert str(error).startswith(f"{tmp_path / 'a.csv'}:17: broken row")
    assert [one.origin for one in found if isinstance(one, Article)] == [f"row {i}" for i in range(2, 31) if i != 17]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("a,b,c", "3 columns where the first row has 2; left out"),
        ("a", "1 columns where the first row has 2; left out"),
        ("a,", 'no text in column "isi"; left out'),
        ('a,"b"c', "broken row (a quotation mark too many or too few); left out"),
    ],
)
def test_a_bad_row_is_told(tmp_path: Path, row: str, message: str) -> None:
    """What is wrong with a row stands in its message."""
    found = all_of(f"judul,isi\n{row}\nx,Hujan turun di Pati.\n".encode(), "a.csv", tmp_path)
    assert [type(one) for one in found] == [ArticleError, Article]
    assert str(found[0]) == f"{tmp_path / 'a.csv'}:2: {message}"


def test_what_columns_say_of_an_article(tmp_path: Path) -> None:
    """Indonesian and English names of columns are known; a date of download is no date."""
    table = (
        "Judul;Tanggal Terbit;Media;Penulis;Isi Berita;Tautan;Bahasa;diunduh\n"
        f'Bakau;7/5/2025;Kabar Muria;Rina;"{LONG}\n{LONG}";https://muria.example/1;Indonesia;2027-01-01\n'
    )
    [article] = articles(table.encode("utf-16"), "a.csv", tmp_path)
    assert (article.title, article.published, article.outlet) == ("Bakau", date(2025, 5, 7), "Kabar Muria")
    assert (article.byline, article.url, article.language) == ("Rina", "https://muria.example/1", "id")
    assert article.text == f"{LONG}\n{LONG}"
    [article] = articles(f"a\tb\n1\t{LONG}\n".encode(), "b.tsv", tmp_path)
    assert (article.text, article.published) == (LONG, None)
    assert the_error(b"a,b\n1,2\n", "c.csv", tmp_path) == 'no column of texts (its columns: a, b); name one "text"'


def test_sheets_of_a_workbook(tmp_path: Path) -> None:
    """Every sheet with texts is read; another is passed over unless it is the only one."""
    book = openpyxl.Workbook()
    sheet: Any = book.active
    for row in [["text", "tanggal"], [LONG, date(2025, 5, 7)], [None, None], ["", "x"]]:
        sheet.append(row)
    book.create_sheet("Angka").append([1, 2])
    file = io.BytesIO()
    book.save(file)
    found = all_of(file.getvalue(), "a.xlsx", tmp_path)
    article = found[0]
    assert isinstance(article, Article)
    assert (article.id, article.origin, article.published) == ("a-1-2", "sheet Sheet, row 2", date(2025, 5, 7))
    assert 'no text in column "text"' in str(found[1])
    assert len(found) == 2
    del book["Sheet"]
    file = io.BytesIO()
    book.save(file)
    assert "no column of texts" in the_error(file.getvalue(), "b.xlsx", tmp_path)


def test_json_of_several_shapes(tmp_path: Path) -> None:
    """One object, a list, a list one level down, and lines; texts may come in pieces."""
    one = {"title": "Bakau", "content": [LONG.strip(), LONG.strip()], "author": ["Rina", "Budi"], "id": 7, "ok": True}
    [article] = articles(json.dumps(one).encode(), "a.json", tmp_path)
    assert (article.id, article.text, article.byline) == ("a", f"{LONG.strip()}\n\n{LONG.strip()}", "Rina, Budi")
    assert [a.id for a in articles(json.dumps([one, one]).encode(), "b.json", tmp_path)] == ["b-1", "b-2"]
    assert len(articles(json.dumps({"n": 2, "articles": [one, one]}).encode(), "c.json", tmp_path)) == 2
    lines = "\n".join([json.dumps(one), "", '{"text": ', '{"judul": "x"}', "[1]", json.dumps(one)]).encode()
    found = all_of(lines, "d.jsonl", tmp_path)
    assert [str(e).removeprefix(str(tmp_path)) for e in found if isinstance(e, ArticleError)] == [
        "/d.jsonl:3: not valid JSON (Expecting value); left out",
        '/d.jsonl:4: no "text" field (its fields: judul); left out',
        '/d.jsonl:5: not an object with a "text"; left out',
    ]
    assert [a.origin for a in found if isinstance(a, Article)] == ["line 1", "line 6"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "not valid JSON (Expecting property name enclosed in double quotes)"),
        ("[" * 100_000, "not valid JSON"),
        ("[]", "no article in this JSON"),
        ('{"a": 1}', 'no "text" field (its fields: a)'),
    ],
)
def test_json_that_holds_no_article(tmp_path: Path, text: str, message: str) -> None:
    """Broken, bottomless or empty JSON is told in one line."""
    assert the_error(text.encode(), "a.json", tmp_path).startswith(message)


def a_feed(items: str, link: str = "https://bukit.example/x/") -> bytes:
    channel = f"<channel><title>Bukit</title><link>{link}</link>{items}</channel>"
    return f'<?xml version="1.0"?><rss version="2.0">{channel}</rss>'.encode()


def test_relative_links_of_a_feed_are_those_of_its_site(tmp_path: Path) -> None:
    """They are put together with the feed's own address, or left out where it has none."""
    body = f"<description>&lt;p&gt;{LONG}&lt;/p&gt;</description>"
    item = f"<item><title>Bakau &amp; pasir</title><link>../baca/1</link>{body}</item>"
    [article] = articles(a_feed(item), "a.xml", tmp_path)
    assert (article.url, article.title, article.outlet) == ("https://bukit.example/baca/1", "Bakau & pasir", "Bukit")
    assert article.text == f"Bakau & pasir\n\n{LONG.strip()}"
    assert articles(a_feed(item, link=""), "b.xml", tmp_path)[0].url is None


def test_entries_of_feeds(tmp_path: Path) -> None:
    """An entry without text is told, dates are read in the forms of both kinds of feed."""
    items = (
        f"<item><title>Kosong</title></item><item><description>{LONG}</description><pubDate>7 May 2025</pubDate></item>"
    )
    found = all_of(a_feed(items), "a.rss", tmp_path)
    assert "entry 1 (Kosong) has no text; left out" in str(found[0])
    assert isinstance(found[1], Article)
    assert (found[1].published, found[1].origin) == (date(2025, 5, 7), "entry 2")
    atom = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Bukit</title><entry><title>Bakau</title><published>2025-05-07T01:00:00+07:00'
        f"</published><content type='html'>&lt;p&gt;{LONG}&lt;/p&gt;</content></entry></feed>"
    )
    assert articles(atom.encode(), "a.atom", tmp_path)[0].published == date(2025, 5, 7)
    assert "without entries" in the_error(a_feed(""), "b.xml", tmp_path)


def test_an_entry_of_nothing_but_a_comment_does_not_end_the_feed(tmp_path: Path) -> None:
    items = "<item><description><![CDATA[<!-- iklan -->]]></description></item>"
    found = all_of(a_feed(f"{items}<item><description>{LONG}</description></item>"), "a.rss", tmp_path)
    assert "entry 1" in str(found[0])
    assert "has no text" in str(found[0])
    assert isinstance(found[1], Article)


def test_a_web_archive(tmp_path: Path) -> None:
    """Pages that were found are read; everything else in the archive is passed over."""
    page = f"<html><body><h1>Bakau</h1><p>{LONG * 3}</p></body></html>"

    def record(
        body: str, *, kind: str = "text/html", status: str = "200 OK", address: str = "https://x.example/a"
    ) -> bytes:
        http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n{body}".encode()
        head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\n"
        head += "Content-Type: application/http; msgtype=response\r\n"
        return f"{head}Content-Length: {len(http)}\r\n\r\n".encode() + http + b"\r\n\r\n"

    whole = record(page) + record("x", kind="image/png") + record("gone", status="404 Not Found") + record("<p></p>")
    found = all_of(whole, "a.warc", tmp_path)
    assert isinstance(found[0], Article)
    assert (found[0].url, found[0].title, found[0].origin) == ("https://x.example/a", "Bakau", "page 1")
    assert [type(one) for one in found] == [Article, ArticleError]
    assert "no web page" in the_error(record("x", kind="image/png"), "b.warc", tmp_path)
    assert "damaged web archive" in the_error(whole[:4] + b"/9.9\r\n", "c.warc", tmp_path)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ('<meta charset="iso-8859-1">Édisi “x”'.encode(), "Édisi “x”"),
        ('<meta charset="utf-8">café –'.encode("cp1252"), "café –"),
        ('<meta charset="windows-1251">Москва'.encode("cp1251"), "Москва"),
        ("<p>Édisi".encode("utf-16"), "Édisi"),
        ('<meta charset="no-such">caf\xe9'.encode("latin-1"), "café"),
        (b'<meta charset="shift_jis">\x81', "\ufffd"),
        ('<meta charset="undefined">caf\xe9'.encode("latin-1"), "café"),
        ("\ufeff<p>Édisi".encode(), "<p>Édisi"),
    ],
)
def test_a_page_may_claim_the_wrong_charset(data: bytes, expected: str) -> None:
    """The bytes decide; the claim counts where they leave it open."""
    assert decode_page(data).endswith(expected)


@given(st.binary())
def test_any_bytes_of_a_page_are_decoded(data: bytes) -> None:
    """No page makes the decoder raise."""
    assert isinstance(decode_page(data), str)


@given(
    st.binary()
    | st.sampled_from([b"%PDF-1.4", b"PK\x03\x04", b"WARC/1.0", b"{", b"<rss>", b"<html>", b"a,isi\n"]).flatmap(
        lambda head: st.binary().map(lambda tail: head + tail)
    )
)
def test_any_bytes_are_articles_or_an_article_error(data: bytes) -> None:
    """No content makes a reader raise anything but its own error."""
    content = Content(data=data, source="x")
    try:
        for one in reader_of(content)(content):
            assert isinstance(one, Draft | ArticleError)
    except ArticleError as error:
        assert str(error).startswith("x")  # noqa: PT017 - either outcome is right


def test_deep_markup_is_read() -> None:
    """Markup nested deeper than functions can call each other."""
    assert text_of_markup("<div>" * 3000 + "Hujan" + "</div>" * 3000) in {"Hujan", ""}
    assert text_of_markup("<p>a<br>b</p><script>c</script>d") == "a\n\nb\n\nd"
    assert text_of_markup(" ") == ""
    assert text_of_markup("<!-- iklan -->") == text_of_markup("<?xml version='1.0'?>") == ""


def locked_pdf() -> bytes:
    locked = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >> /ID [<00> <00>]" % (
        b"11" * 32,
        b"22" * 32,
    )
    return made_pdf([column(["Rahasia"])]).replace(b"/Root 1 0 R", b"/Root 1 0 R " + locked)


MHTML = b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x--"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ODT = "application/vnd.oasis.opendocument.text"
SITEMAP = b'<?xml version="1.0"?><urlset></urlset>'


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("scan.pdf", made_pdf([[], []]), "no text in its 2 pages, so it is a scan; run text recognition (OCR) first"),
        ("locked.pdf", locked_pdf(), "encrypted; save a copy without a password"),
        ("broken.pdf", b"%PDF-1.4 and nothing", "a damaged PDF; open it and save it again"),
        ("old.doc", OLE + bytes(600), "an Office file of the old kind; save it as .docx or .xlsx"),
        (
            "locked.docx",
            OLE + "EncryptedPackage".encode("utf-16-le"),
            "an encrypted Office file; save a copy without a password",
        ),
        ("a.rtf", b"{\\rtf1 Hujan}", "an RTF file; save it as .docx or .txt"),
        ("a.png", b"\x89PNG\r\n\x1a\n", "not a text file but a picture; run text recognition (OCR) first"),
        ("a.zip", zipped({"a.txt": "x"}), "a zip archive and no document; unpack it and give the folder"),
        ("a.docx", b"PK\x03\x04 and nothing", "a damaged file; open it and save it again"),
        ("b.docx", zipped({"word/document.xml": "<x/>"}), "a damaged Word file; open it and save it again"),
        ("b.xlsx", zipped({"xl/workbook.xml": "<x/>"}), "a damaged Excel file; open it and save it again"),
        ("c.odt", zipped({"mimetype": ODT}), "a damaged ODT file; open it and save it again"),
        ("c.docx", a_document(""), "no text in it; is it the right file?"),
        ("map.xml", SITEMAP, "XML of a kind that petakan does not read; of XML it reads RSS and Atom feeds"),
        ("a.html", b"<html><body></body></html>", "no article to be found in this web page; save its text as .txt"),
        ("a.mhtml", MHTML, "no web page in this .mhtml file; is it the right file?"),
        ("a.gz", b"\x1f\x8b\x08\x00broken", "no web page in this archive; is it the right file?"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_file(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    """One line says what is wrong and what to do."""
    assert the_error(data, name, tmp_path) == message


def test_an_encrypted_odt_is_told(tmp_path: Path) -> None:
    parts = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "META-INF/manifest.xml": "<x><encryption-data/></x>",
    }
    assert the_error(zipped(parts), "a.odt", tmp_path) == "encrypted; save a copy without a password"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_bombs_of_entities_are_not_opened(tmp_path: Path, encoding: str) -> None:
    """XML that defines entities is refused in feeds and in the parts of documents."""
    assert "defines entities" in the_error(
        f"<?xml version='1.0'?>{ENTITIES}<rss><x>&b;</x></rss>".encode(encoding), "a.xml", tmp_path
    )
    bomb = changed(a_document("x"), word_document=f"{ENTITIES}<x>&b;</x>".encode(encoding))
    assert "defines entities (word/document.xml)" in the_error(bomb, "a.docx", tmp_path)


@pytest.mark.parametrize(("name", "part"), [("a.docx", "word/document.xml"), ("a.xlsx", "xl/workbook.xml")])
def test_a_zip_bomb_is_not_opened(tmp_path: Path, name: str, part: str) -> None:
    """A small file that unpacks to hundreds of megabytes is told by what it announces."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as made, made.open(part, "w") as inside:
        for _ in range(31):
            inside.write(bytes(10_000_000))
    assert len(file.getvalue()) < 5_000_000
    assert (
        the_error(file.getvalue(), name, tmp_path)
        == "unpacks to more than 300 MB, which no article does; it is not opened"
    )


def test_too_many_parts_are_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_PARTS", 2)
    assert "it is not opened" in the_error(a_document("x"), "a.docx", tmp_path)


def test_a_file_of_2_gb_is_refused_unread(tmp_path: Path) -> None:
    """The size is enough to know."""
    path = tmp_path / "besar.html"
    with path.open("wb") as file:
        file.truncate(2_000_000_000)
    [error] = read_articles([path])
    assert str(error) == f"{path}: more than 100 MB; petakan reads no larger file, so split it"


def test_a_large_page_or_feed_is_refused(tmp_path: Path) -> None:
    page = b"<html>" + b"<p>Hujan turun.</p>" * 1_200_000
    assert the_error(page, "a.html", tmp_path) == "more than 20 MB, too much for a web page; save its text alone"
    assert (
        the_error(b"<rss>" + b"x" * 50_000_001, "a.xml", tmp_path) == "more than 50 MB, too much for a feed; split it"
    )


def test_standard_input_may_be_any_format(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stdin:
        buffer = io.BytesIO(a_document("Bakau di Pati", LONG))

    monkeypatch.setattr(sys, "stdin", Stdin())
    [article] = read_articles([Path("-")])
    assert isinstance(article, Article)
    assert (article.id, article.title, article.source) == ("stdin", "Bakau di Pati", "standard input")
    Stdin.buffer = io.BytesIO(b"x" * 9)
    monkeypatch.setattr(files, "MOST_BYTES", 3)
    [error] = read_articles([Path("-")])
    assert str(error).startswith("standard input: more than 0 MB")


def test_a_pdf_of_many_pages_is_no_article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MOST_PAGES", 1)
    assert "more than 1 pages" in the_error(made_pdf([column(["a"]), column(["b"])]), "a.pdf", tmp_path)


def test_a_missing_library_is_named_with_its_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pdfminer", None)
    assert the_error(made_pdf([[]]), "a.pdf", tmp_path) == 'a PDF; to read it: pip install "petakan[documents]"'


def test_what_only_some_files_of_writer_hold(tmp_path: Path) -> None:
    """Spaces, tabs and breaks are elements of their own; notes and deleted text are not read; empty files are told."""
    text = 'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    body = (
        "<text:tracked-changes><text:p>Dihapus</text:p></text:tracked-changes>"
        "<text:p>Hujan<text:s/>di<text:tab/><text:span>Pati</text:span><text:note><text:p>Catatan</text:p></text:note>"
        "<text:line-break/>turun.</text:p>"
    )
    content = f"<x {text}>{body}</x>"
    [article] = articles(zipped({"mimetype": ODT, "content.xml": content}), "a.odt", tmp_path)
    assert article.text == "Hujan di\tPati\nturun."
    assert "no text" in the_error(zipped({"mimetype": ODT, "content.xml": f"<x {text}/>"}), "b.odt", tmp_path)


def test_parts_that_are_encrypted_or_damaged(tmp_path: Path) -> None:
    """An archive whose parts are locked or cut is told, and not read in part."""
    data = bytearray(a_document("Bakau"))
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    assert the_error(bytes(data), "a.docx", tmp_path) == "encrypted; save a copy without a password"
    cut = bytearray(a_document(LONG * 50))
    at = cut.index(b"word/document.xml") + 40
    cut[at : at + 40] = bytes(40)
    assert the_error(bytes(cut), "b.docx", tmp_path).startswith("a damaged ")
    assert the_error(zipped({"mimetype": "text/plain"}), "c.odt", tmp_path).startswith("a zip archive and no document")


LD = '<script type="application/ld+json">'
DESCRIBED = (
    '[{"@type": ["NewsArticle"], "headline": "A B", "author": [{"name": "R S"}, "T U"], "datePublished": "2025-05-07"}]'
)
ADDRESS_AS_AUTHOR = (
    '<meta name="author" content="https://x.example/r"><meta property="article:published_time" content="x">'
)


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        (f"{LD}{DESCRIBED}</script>", "", ("A B", date(2025, 5, 7), "R S, T U")),
        (
            f"{LD}{{broken</script><title>A B | K C</title><meta name='publisher' content='K C'>",
            "",
            ("A B", None, None),
        ),
        (
            "<title>K - A B</title>",
            "<h1>A B</h1><time datetime='2025-05-07'>kini</time>",
            ("A B", date(2025, 5, 7), None),
        ),
        (ADDRESS_AS_AUTHOR, "<h1>A B</h1><h1>C</h1>", ("A B", None, None)),
        ("<title>A B — Edisi Sore</title>", "", ("A B — Edisi Sore", None, None)),
        ("", "<h1>A B</h1><p>Rabu, 7 Mei 2025 10:00 WIB</p><p>Arsip: 1 Mei 2020</p>", ("A B", date(2025, 5, 7), None)),
    ],
)
def test_what_a_page_says_of_its_article(head: str, body: str, expected: tuple[str, date | None, str | None]) -> None:
    """Structured data first, then meta elements, then the headline and what stands beside it."""
    text = f"<article><p>{LONG * 2}</p></article>"
    page = f"<html lang='in-ID'><head>{head}</head><body>{body}{text}</body></html>"
    [draft] = read_html(Content(data=page.encode(), source="x"))
    assert isinstance(draft, Draft)
    assert (draft.title, draft.published, draft.byline) == expected
    assert draft.language == "id"


@pytest.mark.parametrize(
    ("value", "tag"),
    [
        ("id-ID", "id"),
        ("in", "id"),
        ("Bahasa Indonesia", "id"),
        ("en_US", "en"),
        ("eng", "en"),
        ("", None),
        ("?", None),
        ("jv", "jv"),
    ],
)
def test_how_languages_are_written(value: str, tag: str | None) -> None:
    """Tags of several standards, and plain names."""
    assert language_tag(value) == tag


def test_odd_tables(tmp_path: Path) -> None:
    """Blank lines part nothing, only line breaks end a row, a quotation of many lines is one, no rows are told."""
    table = f'judul,isi\n\nA,"Hujan\u2028{LONG}\nPanas"\n\nB,Angin\x0b.\n'
    found = articles(table.encode(), "a.csv", tmp_path)
    assert [(one.origin, one.text) for one in found] == [
        ("row 3", f"Hujan\u2028{LONG}\nPanas"),
        ("row 6", "Angin\x0b."),
    ]
    assert the_error(b"judul,isi\n", "b.csv", tmp_path) == "no article in it; is it the right file?"
    assert "broken row" in the_error(b'"judul,isi\n', "c.csv", tmp_path)
