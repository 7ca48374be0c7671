"""Takes out of a picture what a camera wrote into it: a photograph can hold the position where it was taken."""

import struct
import zlib
from collections.abc import Callable, Iterator, Mapping
from typing import Final

_JPEG_START: Final = b"\xff\xd8"
_SCAN: Final = 0xDA
_EXIF: Final = b"Exif\x00\x00"
_ORIENTATION: Final = 0x0112
_KEPT_APPS: Final = frozenset({0xE0, 0xE2, 0xEE})
"""Of a JPEG's application segments: JFIF, color profile, Adobe's color transform."""

_PNG_MARK: Final = b"\x89PNG\r\n\x1a\n"
_PNG_NOTES: Final = frozenset({b"eXIf", b"iTXt", b"tEXt", b"tIME", b"zTXt"})
_WEBP_NOTES: Final = frozenset({b"EXIF", b"XMP "})
_WEBP_NOTE_FLAGS: Final = 0x08 | 0x04


def without_notes(content: bytes, kind: str) -> bytes:
    """A picture without its metadata: its pixels, colors and orientation stay as they are.

    Args:
        content: the file.
        kind: its media type: "image/png", "image/jpeg", "image/webp"; others hold no positions and stay as they are.

    Raises:
        ValueError: it is damaged.
    """
    strip = _STRIPPERS.get(kind)
    try:
        return content if strip is None else strip(content)
    except (struct.error, IndexError) as error:
        raise ValueError("it ends too early") from error


def _jpeg(content: bytes) -> bytes:
    parts = [_JPEG_START]
    for marker, segment in _jpeg_segments(content):
        is_note = 0xE0 <= marker <= 0xEF and marker not in _KEPT_APPS
        if marker == 0xE1 and segment[4:].startswith(_EXIF):
            parts.append(_turned(_orientation(segment[4 + len(_EXIF) :])))
        elif not is_note and marker != 0xFE:
            parts.append(segment)
    return b"".join(parts)


def _jpeg_segments(content: bytes) -> Iterator[tuple[int, bytes]]:
    """(marker, whole segment); the last is the scan with all that follows."""
    at = len(_JPEG_START)
    while True:
        if content[at] != 0xFF:
            raise ValueError("a segment of it begins wrongly")
        marker = content[at + 1]
        if marker == 0xFF:  # a fill byte
            at += 1
            continue
        if marker == _SCAN:
            yield marker, content[at:]
            return
        (length,) = struct.unpack_from(">H", content, at + 2)
        if length < 2 or at + 2 + length > len(content):
            raise ValueError("a segment of it has a wrong length")
        yield marker, content[at : at + 2 + length]
        at += 2 + length


def _orientation(tiff: bytes) -> int:
    """How a camera was held, 1 to 8; 1 where that cannot be told."""
    order = {b"II*\x00": "<", b"MM\x00*": ">"}.get(tiff[:4])
    if order is None:
        return 1
    try:
        (at,) = struct.unpack_from(f"{order}I", tiff, 4)
        (count,) = struct.unpack_from(f"{order}H", tiff, at)
        for number in range(count):
            tag, kind, _, value = struct.unpack_from(f"{order}HHIH", tiff, at + 2 + 12 * number)
            if (tag, kind) == (_ORIENTATION, 3) and 1 <= value <= 8:
                return int(value)
    except struct.error:
        pass
    return 1


def _turned(orientation: int) -> bytes:
    """An Exif segment that says how the picture is to be turned and nothing else; none for an upright one."""
    if orientation == 1:
        return b""
    tiff = struct.pack(">2sHIHHHIHHI", b"MM", 42, 8, 1, _ORIENTATION, 3, 1, orientation, 0, 0)
    return struct.pack(">HH", 0xFFE1, 2 + len(_EXIF) + len(tiff)) + _EXIF + tiff


def _png(content: bytes) -> bytes:
    parts, at = [_PNG_MARK], len(_PNG_MARK)
    while at < len(content):
        (length,) = struct.unpack_from(">I", content, at)
        name, end = content[at + 4 : at + 8], at + 12 + length
        chunk = content[at:end]
        if len(chunk) != 12 + length or zlib.crc32(chunk[4:-4]) != struct.unpack(">I", chunk[-4:])[0]:
            raise ValueError("a part of it is damaged")
        if name not in _PNG_NOTES:
            parts.append(chunk)
        if name == b"IEND":
            return b"".join(parts)
        at = end
    raise ValueError("it has no end")


def _webp(content: bytes) -> bytes:
    parts: list[bytes] = []
    (size,) = struct.unpack_from("<I", content, 4)
    at, end = 12, size + 8
    if end > len(content):
        raise ValueError("it ends too early")
    while at < end:
        name, length = struct.unpack_from("<4sI", content, at)
        after = at + 8 + length + length % 2
        chunk = content[at:after]
        if name == b"VP8X":
            chunk = chunk[:8] + bytes([chunk[8] & ~_WEBP_NOTE_FLAGS]) + chunk[9:]
        if name not in _WEBP_NOTES:
            parts.append(chunk)
        at = after
    body = b"WEBP" + b"".join(parts)
    return struct.pack("<4sI", b"RIFF", len(body)) + body


_STRIPPERS: Final[Mapping[str, Callable[[bytes], bytes]]] = {
    "image/png": _png,
    "image/jpeg": _jpeg,
    "image/webp": _webp,
}
