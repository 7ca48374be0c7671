"""Writes small PDF files for tests: lines of text at places on pages, and nothing else of the format."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Line(NamedTuple):
    """A line of text; ``x`` and ``y`` in points from the lower left corner of an A4 page (595 x 842)."""

    x: float
    y: float
    text: str


def pdf(pages: Iterable[Sequence[Line]]) -> bytes:
    """A PDF with a page for each of ``pages``, in Helvetica 10; a page of no lines is like a scan."""
    streams = [_stream(lines) for lines in pages]
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(streams)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(streams)} /Kids [{kids}] >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, stream in enumerate(streams):
        page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
        objects += [
            f"{page}/Contents {5 + 2 * number} 0 R >>".encode(),
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        ]
    return _file(objects)


def column(lines: Sequence[str], *, x: float = 60, top: float = 780, leading: float = 13) -> list[Line]:
    """Lines below each other."""
    return [Line(x, top - leading * number, text) for number, text in enumerate(lines)]


def _stream(lines: Sequence[Line]) -> bytes:
    shown = [b"BT /F1 10 Tf %.1f %.1f Td (%s) Tj ET" % (line.x, line.y, _escaped(line.text)) for line in lines]
    return b"\n".join(shown)


def _escaped(text: str) -> bytes:
    for mark in "\\()":
        text = text.replace(mark, f"\\{mark}")
    return text.encode("cp1252")


def _file(objects: Sequence[bytes]) -> bytes:
    content = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(content)
    content += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    content += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    content += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(content)
