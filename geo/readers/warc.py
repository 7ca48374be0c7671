"""Reads WARC, the archives of web crawlers, with warcio: each page is an article."""

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from gazetteer.errors import ArticleError
from geo.readers.archive import broken
from geo.readers.draft import Content, Draft
from geo.readers.extras import needed
from geo.readers.html import MOST_BYTES, read_html

_FOUND: Final = "200"


def read_warc(content: Content) -> Iterator[Draft | ArticleError]:
    """Each web page of an archive that was found (status 200); pictures, scripts and other records are passed over.

    Raises:
        ArticleError: the archive is damaged, or holds no web page.
    """
    archive = needed("warcio.archiveiterator", extra="warc", what="a web archive", source=content.source)
    errors = needed("warcio.exceptions", extra="warc", what="a web archive", source=content.source)
    count = 0
    try:
        for record in archive.ArchiveIterator(io.BytesIO(content.data)):
            if not _is_page(record):
                continue
            count += 1
            address = record.rec_headers.get_header("WARC-Target-URI")
            page = Content(
                data=record.content_stream().read(MOST_BYTES + 1),
                source=f"{content.source} ({address})",
                url=address,
            )
            yield from _page(page, count)
    except (errors.ArchiveLoadFailed, EOFError, OSError, UnicodeError) as error:
        raise broken(content.source, "web archive") from error
    if not count:
        raise ArticleError(f"{content.source}: no web page in this archive; is it the right file?")


def _is_page(record: Any) -> bool:
    if record.rec_type != "response" or record.http_headers is None:
        return False
    kind = record.http_headers.get_header("Content-Type") or ""
    return record.http_headers.get_statuscode() == _FOUND and "html" in kind.lower()


def _page(page: Content, number: int) -> Iterator[Draft | ArticleError]:
    try:
        for draft in read_html(page):
            yield replace(draft, key=str(number), origin=f"page {number}")
    except ArticleError as error:
        yield error
