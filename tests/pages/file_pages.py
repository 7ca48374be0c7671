"""The formats that are no text: made here, so that none need be kept in the repository."""

import io
import json
import zipfile
from collections.abc import Callable
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from html import escape
from typing import Final
from xml.sax.saxutils import escape as xml

import docx
import openpyxl
from pdf_writer import Line, column, pdf

from pages.case import Case
from pages.html_pages import READ_ALSO, portal_with_parallax
from pages.stories import Story

File = Callable[[Story], Case]
_WIDTH: Final = 52


def made(
    name: str, story: Story, data: bytes, *, outlet: str | None = None, byline: bool = False, title: str | None = None
) -> Case:
    return Case(
        name=name, data=data, story=story, day=story.day, outlet=outlet, byline=story.author if byline else None, title=title
    )  # fmt: skip


def wrapped(text: str, width: int = _WIDTH) -> list[str]:
    """Lines of a paragraph, the words at their ends cut with hyphens where they do not fit."""
    lines, line = [], ""
    for word in text.replace("\n", ", ").split():
        room = width - len(line) - 1
        if len(word) <= room:
            line = f"{line} {word}".strip()
        elif len(word) > 9 and room > 5 and word.isalpha() and word.islower():
            lines.append(f"{line} {word[:4]}-".strip())
            line = word[4:]
        else:
            lines.append(line)
            line = word
    return [*lines, line]


def two_columns(story: Story) -> Case:
    """A newspaper's page: two columns whose lines were written across, a header and a number on each page."""
    story = story.dated()
    lines = [line for one in story.paragraphs for line in [*wrapped(one), ""]]
    half = (len(lines) + 1) // 2
    pages = []
    left, right = column(lines[:half], x=50, top=740), column(lines[half:], x=310, top=740)
    across = sorted([*left, *right], key=lambda line: -line.y)
    pages.append(
        [Line(50, 800, "Koran Sekolah Edisi Bontang"), Line(50, 770, story.title), *across, Line(290, 30, "1")]
    )
    pages += [[Line(50, 800, "Koran Sekolah Edisi Bontang"), Line(290, 30, str(n))] for n in (2, 3)]
    return made("two-columns.pdf", story, pdf(pages))


def word(story: Story) -> Case:
    story = story.dated()
    document = docx.Document()
    document.core_properties.author = "Guru Oslo"
    document.add_heading(story.title, 0)
    for one in story.paragraphs:
        document.add_paragraph(one)
    document.add_paragraph(f"Baca juga: {READ_ALSO[0]}")
    file = io.BytesIO()
    document.save(file)
    return made("word.docx", story, file.getvalue())


def writer(story: Story) -> Case:
    story = story.dated()
    text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    body = "".join(f"<text:p>{xml(one).replace(chr(10), '<text:line-break/>')}</text:p>" for one in story.paragraphs)
    content = (
        f'<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="{text}">'
        f'<office:body><office:text><text:h text:outline-level="1">{xml(story.title)}</text:h>{body}</office:text></office:body>'
        "</office:document-content>"
    )
    return made(
        "writer.odt", story, zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})
    )


def zipped(parts: dict[str, str]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return file.getvalue()


def comma_table(story: Story) -> Case:
    story = story.undated()
    row = [
        story.title,
        f"{story.day:%d/%m/%Y}",
        "Kabar Sumba",
        story.author,
        "\n\n".join(story.paragraphs),
        "https://sumba.example/1",
        "2027-01-09",
    ]
    quoted = ",".join('"' + value.replace('"', '""') + '"' for value in row)
    data = f"judul,tanggal,media,penulis,isi,tautan,diunduh\n{quoted}\n"
    return made("table.csv", story, data.encode("utf-8-sig"), outlet="Kabar Sumba", byline=True)


def sheet(story: Story) -> Case:
    story = story.undated()
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["no", "title", "date", "text"])
    book.active.append([1, story.title, story.day, "\n\n".join(story.paragraphs)])
    file = io.BytesIO()
    book.save(file)
    return made("sheet.xlsx", story, file.getvalue())


def json_line(story: Story) -> Case:
    story = story.undated()
    one = {"title": story.title, "published_at": f"{story.day}T23:00:00+07:00", "content": "\n".join(story.paragraphs), "source": {"name": "Pelita"},
           "crawled_at": "2027-01-02"}  # fmt: skip
    return made("lines.jsonl", story, (json.dumps(one) + "\n").encode(), outlet="Pelita")


def rss(story: Story) -> Case:
    """Relative links, the text in full as escaped HTML, a menu of the site in the channel alone."""
    story = story.undated()
    body = "".join(f"<p>{escape(one)}</p>" for one in story.paragraphs) + f"<p>Baca juga: {READ_ALSO[5]}</p>"
    data = (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Kabar Bukit</title><link>https://bukit.example/</link>'
        "<description>Berita dari Manila</description><language>id-ID</language>"
        f"<item><title>{xml(story.title)}</title><link>/baca/1</link><dc:creator>{story.author}</dc:creator>"
        f"<pubDate>{story.day:%a, %d %b %Y} 06:30:00 +0700</pubDate><description>Ringkasan</description>"
        f"<content:encoded><![CDATA[{body}]]></content:encoded></item></channel></rss>"
    )
    return made("feed.xml", story, data.encode(), outlet="Kabar Bukit", byline=True)


def one_file_page(story: Story) -> Case:
    """What a browser saves as a single file."""
    inside = portal_with_parallax(story)
    message = MIMEMultipart("related")
    message["Snapshot-Content-Location"] = f"https://wartapelita.example/{story.id}"
    message.attach(MIMEText(inside.data.decode(), "html", "utf-8"))
    return made("one-file.mhtml", inside.story, message.as_bytes(), outlet="WartaPelita", byline=True)


FILE_PAGES: Final[tuple[tuple[File, str], ...]] = (
    (two_columns, "bakau"),
    (word, "gamelan"),
    (writer, "choir"),
    (comma_table, "jembatan"),
    (sheet, "seeds"),
    (json_line, "layar"),
    (rss, "kopi"),
    (one_file_page, "arsip"),
)
