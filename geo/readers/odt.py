"""Reads ODT, the files of LibreOffice Writer and others."""

from collections.abc import Iterator
from typing import Any, Final

from gazetteer.errors import ArticleError
from geo.readers.archive import broken, open_archive
from geo.readers.draft import Content, Draft
from geo.readers.paragraphs import Paragraphs

_TEXT: Final = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_SPACES: Final = {f"{_TEXT}s": " ", f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}
_LEFT_OUT: Final = (f"{_TEXT}note", f"{_TEXT}tracked-changes")


def read_odt(content: Content) -> Iterator[Draft]:
    """The headings and paragraphs of a document, in order.

    Raises:
        ArticleError: the file is damaged, encrypted, a bomb, or without text.
    """
    from lxml import etree  # noqa: PLC0415 - only those who read such files pay for it

    with open_archive(content.data, content.source) as archive:
        names = archive.namelist()
        if "META-INF/manifest.xml" in names and b"encryption-data" in archive.read("META-INF/manifest.xml"):
            raise ArticleError(f"{content.source}: encrypted; save a copy without a password")
        try:
            parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
            root = etree.fromstring(archive.read("content.xml"), parser)
        except (KeyError, etree.XMLSyntaxError) as error:
            raise broken(content.source, "ODT file") from error
    paragraphs = Paragraphs()
    title = None
    for node in root.iter(f"{_TEXT}h", f"{_TEXT}p"):
        if next(node.iterancestors(*_LEFT_OUT), None) is not None:
            continue
        text = "".join(_pieces(node))
        if title is None and node.tag == f"{_TEXT}h" and text.strip():
            title = " ".join(text.split())
        paragraphs.add(text)
    yield paragraphs.draft(content.source, title=title)


def _pieces(node: Any) -> Iterator[str]:
    yield node.text or ""
    for child in node:
        if child.tag in _SPACES:
            yield _SPACES[child.tag]
        elif child.tag not in _LEFT_OUT and isinstance(child.tag, str):
            yield from _pieces(child)
        yield child.tail or ""
