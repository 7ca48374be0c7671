"""Reads EPUB: each chapter is an article."""

import posixpath
from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import unquote

from gazetteer.errors import ArticleError
from geo.readers.archive import broken, open_archive
from geo.readers.draft import Content, Draft
from geo.readers.markup import text_of_markup

_LEAST: Final = 200
"""Code points; a chapter of less is a cover or a title page."""


def read_epub(content: Content) -> Iterator[Draft]:
    """The chapters of a book, in the order that it is read in, each an article of its own.

    Raises:
        ArticleError: the file is damaged, encrypted, a bomb, or without text.
    """
    from lxml import etree  # noqa: PLC0415 - only those who read such files pay for it

    count = 0
    with open_archive(content.data, content.source) as archive:
        try:
            if "META-INF/rights.xml" in archive.namelist():
                raise ArticleError(f"{content.source}: protected against copying (DRM); petakan cannot read it")
            parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
            container = etree.fromstring(archive.read("META-INF/container.xml"), parser)
            package = str(container.xpath("string(//*[local-name()='rootfile']/@full-path)"))
            book = etree.fromstring(archive.read(package), parser)
            for name in _chapters(book, posixpath.dirname(package)):
                text = text_of_markup(archive.read(name))
                if len(text) >= _LEAST:
                    count += 1
                    yield Draft(text=text, key=str(count), origin=f"chapter {count}", language=_language(book))
        except (KeyError, etree.XMLSyntaxError) as error:
            raise broken(content.source, "EPUB file") from error
    if not count:
        raise ArticleError(f"{content.source}: no text in it; is it the right file?")


def _chapters(book: Any, folder: str) -> Iterator[str]:
    items = {item.get("id"): item.get("href", "") for item in book.xpath("//*[local-name()='manifest']/*")}
    for reference in book.xpath("//*[local-name()='spine']/*/@idref"):
        yield posixpath.normpath(posixpath.join(folder, unquote(items[str(reference)])))


def _language(book: Any) -> str | None:
    tag = str(book.xpath("string(//*[local-name()='language'])")).strip().partition("-")[0].lower()
    return tag or None
