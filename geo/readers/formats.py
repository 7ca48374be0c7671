"""Which reader reads a content: told by its bytes; its name is asked only where these leave it open."""

import io
import re
import zipfile
from typing import Final

from gazetteer.errors import ArticleError
from geo.readers.archive import broken
from geo.readers.docx import read_docx
from geo.readers.draft import Content, Reader
from geo.readers.epub import read_epub
from geo.readers.feed import read_feed
from geo.readers.html import read_html, read_mhtml
from geo.readers.odt import read_odt
from geo.readers.pdf import read_pdf
from geo.readers.records import read_json, read_json_lines
from geo.readers.table import looks_like_table, read_table
from geo.readers.text import read_markdown, read_text
from geo.readers.warc import read_warc
from geo.readers.xlsx import read_xlsx

_SUFFIXES_NAMES: Final = """
    .txt .text .md .markdown .html .htm .xhtml .mhtml .mht .pdf .docx .odt .epub .csv .tsv .xlsx .json .jsonl
    .ndjson .xml .rss .atom .warc .gz
"""
SUFFIXES: Final = frozenset(_SUFFIXES_NAMES.split())
"""How the names of files end that are taken from a folder."""

_HEAD: Final = 4096
_IN_ZIP: Final = {"word/document.xml": read_docx, "xl/workbook.xml": read_xlsx}
_MIMETYPES: Final = {b"application/vnd.oasis.opendocument.text": read_odt, b"application/epub+zip": read_epub}
_BEFORE_ROOT: Final = re.compile(rb"\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>\s*)*", re.DOTALL)
_ROOT: Final = re.compile(rb"<(?:[A-Za-z]+:)?([A-Za-z]+)")
_HTML_TAG: Final = re.compile(rb"<(?:p|div|body|head|article|h1|br|table|meta|title|section|main)\b", re.IGNORECASE)
_FEEDS: Final = {b"rss", b"feed", b"rdf"}
_MHTML: Final = re.compile(
    rb"(?:From|MIME-Version|Subject|Snapshot-Content-Location|Date|Content-Type):", re.IGNORECASE
)
_PICTURES: Final = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*")
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")


def reader_of(content: Content) -> Reader:
    """The reader for a content.

    Raises:
        ArticleError: it is of a kind that petakan does not read; the message says which.
    """
    head = content.data[:_HEAD]
    if b"%PDF-" in head[:1024]:
        return read_pdf
    if head.startswith(b"PK\x03\x04"):
        return _reader_of_zip(content)
    if head.startswith((b"\x1f\x8b", b"WARC/")):
        return read_warc
    if refusal := _refusal(content):
        raise ArticleError(f"{content.source}: {refusal}")
    return _reader_of_text(content, head)


def _refusal(content: Content) -> str | None:
    """Why a content of a well-known kind cannot be read, None if it is of none of them."""
    head = content.data[:_HEAD]
    if head.startswith(_OLE):
        if _ENCRYPTED in content.data:
            return "an encrypted Office file; save a copy without a password"
        return "an Office file of the old kind; save it as .docx or .xlsx"
    if head.startswith(b"{\\rtf"):
        return "an RTF file; save it as .docx or .txt"
    if head.startswith(_PICTURES) or head[8:12] == b"WEBP":
        return "not a text file but a picture; run text recognition (OCR) first"
    return None


def _reader_of_zip(content: Content) -> Reader:
    try:
        with zipfile.ZipFile(io.BytesIO(content.data)) as archive:
            names = set(archive.namelist())
            if "mimetype" in names and archive.getinfo("mimetype").file_size < _HEAD:
                kind = archive.read("mimetype").strip()
                if kind in _MIMETYPES:
                    return _MIMETYPES[kind]
    except (zipfile.BadZipFile, NotImplementedError, OSError, RuntimeError, ValueError) as error:
        raise broken(content.source) from error
    for name, reader in _IN_ZIP.items():
        if name in names:
            return reader
    raise ArticleError(f"{content.source}: a zip archive and no document; unpack it and give the folder")


def _reader_of_text(content: Content, head: bytes) -> Reader:
    plain = head.removeprefix(b"\xef\xbb\xbf").replace(b"\x00", b"").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    if plain.lstrip().startswith(b"<") and (reader := _reader_of_markup(plain, content.source)):
        return reader
    if _MHTML.match(plain) and b"multipart/related" in plain:
        return read_mhtml
    if plain.lstrip()[:1] in {b"{", b"["} and (reader := _reader_of_json(plain.lstrip(), content)):
        return reader
    if content.suffix in {".csv", ".tsv"} or looks_like_table(plain.decode("utf-8", "replace")):
        return read_table
    if content.suffix in {".md", ".markdown"}:
        return read_markdown
    return read_text


def _reader_of_markup(head: bytes, source: str) -> Reader | None:
    before = _BEFORE_ROOT.match(head)
    root = _ROOT.match(head, before.end() if before else 0)
    name = root[1].lower() if root else b""
    if name in _FEEDS:
        return read_feed
    if name == b"html" or _HTML_TAG.search(head):
        return read_html
    if head.lstrip().startswith(b"<?xml"):
        raise ArticleError(f"{source}: XML of a kind that petakan does not read; of XML it reads RSS and Atom feeds")
    return None


def _reader_of_json(head: bytes, content: Content) -> Reader | None:
    """JSON Lines have a whole object in their first line; text may begin with a bracket too."""
    if content.suffix in {".jsonl", ".ndjson"}:
        return read_json_lines
    first, _, rest = head.partition(b"\n")
    if first.rstrip().endswith(b"}") and first.startswith(b"{") and rest.lstrip().startswith(b"{"):
        return read_json_lines
    looks_like = re.match(rb'\{\s*["}]|\[\s*[\[{"\]]', head)
    return read_json if looks_like or content.suffix == ".json" else None
