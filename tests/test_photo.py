"""maps/photo.py: a picture without what a camera wrote into it."""

import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maps.photo import _orientation, without_notes

SCAN = b"\xff\xda\x00\x04\x01\x02pixels\xff\xd9"


def segment(marker: int, body: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def exif(order: str, orientation: int) -> bytes:
    """Exif with an orientation and a position."""
    mark = b"MM" if order == ">" else b"II"
    tags = struct.pack(f"{order}HHIHH", 0x0112, 3, 1, orientation, 0) + struct.pack(f"{order}HHII", 0x8825, 4, 1, 38)
    return b"Exif\0\0" + struct.pack(f"{order}2sHIH", mark, 42, 8, 2) + tags + b"\0\0\0\0GPS 6.9932 S 110.4203 E"


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


PNG = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", b"size") + chunk(b"IDAT", b"pixels") + chunk(b"IEND", b"")


def riff(*chunks: tuple[bytes, bytes]) -> bytes:
    body = b"WEBP" + b"".join(
        struct.pack("<4sI", name, len(data)) + data + b"\0" * (len(data) % 2) for name, data in chunks
    )
    return struct.pack("<4sI", b"RIFF", len(body)) + body


class TestJpeg:
    @pytest.mark.parametrize("order", ["<", ">"])
    def test_the_position_goes_and_the_orientation_stays(self, order: str) -> None:
        jfif, colors, table = segment(0xE0, b"JFIF\0"), segment(0xE2, b"ICC_PROFILE\0"), segment(0xDB, b"table")
        notes = segment(0xE1, exif(order, 6)) + segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x/>")
        notes += segment(0xED, b"Photoshop 3.0\0") + segment(0xFE, b"a comment")
        stripped = without_notes(b"\xff\xd8" + jfif + notes + colors + table + SCAN, "image/jpeg")
        assert b"GPS" not in stripped
        assert b"adobe" not in stripped
        assert b"comment" not in stripped
        turn = stripped[len(b"\xff\xd8" + jfif) : stripped.index(colors)]
        assert _orientation(turn[10:]) == 6
        assert stripped == b"\xff\xd8" + jfif + turn + colors + table + SCAN
        assert without_notes(stripped, "image/jpeg") == stripped

    def test_an_upright_picture_needs_no_note(self) -> None:
        assert without_notes(b"\xff\xd8" + segment(0xE1, exif(">", 1)) + SCAN, "image/jpeg") == b"\xff\xd8" + SCAN

    def test_fill_bytes_are_passed_over(self) -> None:
        assert without_notes(b"\xff\xd8\xff\xff" + SCAN[1:], "image/jpeg") == b"\xff\xd8" + SCAN

    @pytest.mark.parametrize("tiff", [b"", b"XX*\0", b"II*\0\x08", b"II*\0\x08\0\0\0\x05\0", exif("<", 9)[6:]])
    def test_without_a_readable_orientation_it_is_upright(self, tiff: bytes) -> None:
        assert _orientation(tiff) == 1

    @pytest.mark.parametrize(
        "content", [b"\xff\xd8", b"\xff\xd8\xff", b"\xff\xd8ab", b"\xff\xd8\xff\xdb\0\0", b"\xff\xd8\xff\xdb\0\x09a"]
    )
    def test_a_damaged_one_is_told(self, content: bytes) -> None:
        with pytest.raises(ValueError, match=r"ends too early|begins wrongly|wrong length"):
            without_notes(content, "image/jpeg")


class TestPng:
    def test_notes_go(self) -> None:
        noted = PNG[:8] + chunk(b"tEXt", b"GPS\0x") + PNG[8:-12] + chunk(b"eXIf", exif("<", 1)) + PNG[-12:] + b"tail"
        assert without_notes(noted, "image/png") == PNG

    @pytest.mark.parametrize("content", [PNG[:8], PNG[:11], PNG[:-1], PNG[:-12], PNG.replace(b"pixels", b"pixelz")])
    def test_a_damaged_one_is_told(self, content: bytes) -> None:
        with pytest.raises(ValueError, match=r"no end|damaged|too early"):
            without_notes(content, "image/png")


class TestWebp:
    def test_notes_go_and_their_flags(self) -> None:
        noted = riff((b"VP8X", b"\x1c\0\0\0abcdef"), (b"VP8 ", b"pixel"), (b"EXIF", b"GPS"), (b"XMP ", b"<x/>"))
        plain = riff((b"VP8X", b"\x10\0\0\0abcdef"), (b"VP8 ", b"pixel"))
        assert without_notes(noted, "image/webp") == plain
        assert without_notes(plain, "image/webp") == plain

    def test_a_damaged_one_is_told(self) -> None:
        whole = riff((b"VP8 ", b"pixels"))
        for content in (whole[:-1], whole[:6], struct.pack("<4sI", b"RIFF", 8) + b"WEBPVP8 "):
            with pytest.raises(ValueError, match="too early"):
                without_notes(content, "image/webp")


def test_others_stay_as_they_are() -> None:
    assert without_notes(b"GIF89a...", "image/gif") == b"GIF89a..."


@given(st.sampled_from([b"\xff\xd8", PNG[:8], b"RIFF"]), st.binary(max_size=60))
def test_any_bytes_are_stripped_or_told_as_damaged(start: bytes, rest: bytes) -> None:
    for kind in ("image/jpeg", "image/png", "image/webp"):
        try:
            without_notes(start + rest, kind)
        except ValueError as error:
            assert str(error)  # noqa: PT017 - either way is right
