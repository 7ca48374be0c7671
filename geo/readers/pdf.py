"""Reads PDF with pdfminer.six, which keeps columns apart whatever the order they were written in."""

import io
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

from gazetteer.errors import ArticleError
from geo.readers.archive import broken
from geo.readers.draft import Content, Draft
from geo.readers.extras import needed, quiet
from geo.readers.paragraphs import Paragraphs

MOST_PAGES: Final = 400
_HYPHEN: Final = re.compile(r"(\w+)[-‐\u00ad]\Z")
_STARTS_SMALL: Final = re.compile(r"[^\W\d_A-Z]")
_ENDS_SENTENCE: Final = re.compile(r"[.!?…][\"'”’)\]]*\Z")
_SHORT_LINE: Final = 0.8
_FEW_PAGES: Final = 3


def read_pdf(content: Content) -> Iterator[Draft]:
    """The paragraphs of all pages, put together again where lines, columns or pages cut them.

    Lines that stand at the top or bottom of most pages, and the numbers of pages, are left out.

    Raises:
        ArticleError: the file is encrypted, damaged, too long, or a scan without text.
    """
    needed("pdfminer", extra="documents", what="a PDF", source=content.source)
    pages = _pages(content)
    if not any(pages):
        count = f"{len(pages)} page{'s' if len(pages) != 1 else ''}"
        raise ArticleError(
            f"{content.source}: no text in its {count}, so it is a scan; run text recognition (OCR) first"
        )
    repeated = _repeated(pages)
    paragraphs = Paragraphs()
    text, page = "", 1
    for number, boxes in enumerate(pages, start=1):
        for paragraph in (p for box in boxes if _key(box) not in repeated for p in _paragraphs(box)):
            if text and _goes_on(text, paragraph):
                text = _joined(text, paragraph)
            else:
                paragraphs.add(text, f"page {page}")
                text, page = paragraph, number
    paragraphs.add(text, f"page {page}")
    yield paragraphs.draft(content.source)


def _pages(content: Content) -> list[list[str]]:
    """The boxes of text of each page, in the order that they are read in."""
    from pdfminer.high_level import extract_pages  # noqa: PLC0415 - only those who read PDF pay for it
    from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect  # noqa: PLC0415

    quiet("pdfminer")
    try:
        found = extract_pages(io.BytesIO(content.data), maxpages=MOST_PAGES + 1)
        pages = [[text for box in page if (text := _text(box).strip())] for page in found]
    except (PDFPasswordIncorrect, PDFEncryptionError) as error:
        raise ArticleError(f"{content.source}: encrypted; save a copy without a password") from error
    except Exception as error:  # whatever pdfminer says of files that are not as they should be
        raise broken(content.source, "PDF") from error
    if not pages:
        raise broken(content.source, "PDF")
    if len(pages) > MOST_PAGES:
        raise ArticleError(f"{content.source}: more than {MOST_PAGES} pages, no article; take its pages out of it")
    return pages


def _text(box: Any) -> str:
    return str(box.get_text()) if hasattr(box, "get_text") else ""


def _key(box: str) -> str:
    return re.sub(r"\d+", "0", " ".join(box.split()))


def _repeated(pages: list[list[str]]) -> set[str]:
    """What stands on most pages, and is no paragraph, with any number in it taken for any other."""
    counts = Counter(key for boxes in pages for key in {_key(box) for box in boxes} if len(key) < 120)
    enough = max(_FEW_PAGES, (len(pages) + 1) // 2)
    numbers = {
        key
        for key in counts
        if re.fullmatch(r"\W*(?:(?:halaman|page|hal\.?)\s*)?0(?:\s*(?:/|dari|of)\s*0)?\W*", key, re.IGNORECASE)
    }
    return {key for key, count in counts.items() if count >= enough} | numbers


def _paragraphs(box: str) -> Iterator[str]:
    """A box's lines as paragraphs: one ends at a short line that ends a sentence."""
    lines = [" ".join(line.split()) for line in box.split("\n") if line.strip()]
    width = max(map(len, lines), default=0)
    text = ""
    for line in lines:
        text = _joined(text, line) if text else line
        if _ENDS_SENTENCE.search(line) and len(line) < _SHORT_LINE * width:
            yield text
            text = ""
    if text:
        yield text


def _goes_on(text: str, following: str) -> bool:
    """Whether a paragraph is cut by the end of its column or page."""
    return not _ENDS_SENTENCE.search(text) and _STARTS_SMALL.match(following) is not None


def _joined(text: str, line: str) -> str:
    """Both with a space between, or without the hyphen that only the line's end asked for."""
    cut = _HYPHEN.search(text)
    if not cut:
        return f"{text} {line}"
    if not _STARTS_SMALL.match(line) or line.casefold().startswith(cut[1].casefold()):
        return text + line  # "Indonesia-Malaysia", "anak-anak"
    return text[: cut.end(1)] + line
