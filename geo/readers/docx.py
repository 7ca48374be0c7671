"""Reads DOCX, the files of Word and others, with python-docx."""

import io
from collections.abc import Iterator
from typing import Any, Final

from gazetteer.errors import ArticleError
from geo.readers.archive import broken, open_archive
from geo.readers.draft import Content, Draft
from geo.readers.extras import needed
from geo.readers.paragraphs import Paragraphs

_TITLE_STYLES: Final = ("Title", "Heading 1")


def read_docx(content: Content) -> Iterator[Draft]:
    """The paragraphs and tables of a document, in order.

    Who wrote or saved the file, and when, is not taken for the article's: it is mostly the reader's own name.

    Raises:
        ArticleError: the file is damaged, a bomb, or without text.
    """
    docx = needed("docx", extra="documents", what="a Word file", source=content.source)
    open_archive(content.data, content.source).close()
    try:
        document = docx.Document(io.BytesIO(content.data))
        paragraphs = Paragraphs()
        title = None
        for text, style in _paragraphs(document):
            if title is None and style in _TITLE_STYLES and text.strip():
                title = " ".join(text.split())
            paragraphs.add(text)
    except ArticleError:
        raise
    except Exception as error:  # whatever python-docx and lxml say of files that are not as they should be
        raise broken(content.source, "Word file") from error
    yield paragraphs.draft(content.source, title=title)


def _paragraphs(container: Any) -> Iterator[tuple[str, str]]:
    """Text and style of each paragraph; each row of a table is one."""
    for block in container.iter_inner_content():
        if hasattr(block, "rows"):
            for row in block.rows:
                cells = dict.fromkeys(" ".join(cell.text.split()) for cell in row.cells)
                yield " | ".join(filter(None, cells)), ""
        else:
            yield block.text, (block.style.name or "") if block.style is not None else ""
