"""Pictures of a storyline, embedded as ``data:`` addresses."""

import base64
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from gazetteer.errors import StoryError
from maps.photo import without_notes
from maps.storyline_row import Row, shortened

MOST_BYTES: Final = 1_000_000
"""Of one picture: a photograph 1,600 px wide has less."""

MOST_BYTES_TOGETHER: Final = 10_000_000

_MARKS: Final[Mapping[str, bytes]] = {
    "image/png": b"\x89PNG\r\n\x1a\n",
    "image/jpeg": b"\xff\xd8\xff",
    "image/gif": b"GIF8",
}


class Album:
    """Embeds the pictures of one storyline; ``folder`` is the one that they must lie in."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._bytes = 0

    def embedded(self, row: Row) -> str | None:
        """The picture of a row as a ``data:`` address, None where it has none; what a camera noted in it is left out.

        Raises:
            StoryError: it is missing, too large, damaged, no picture, or outside the storyline's folder.
        """
        name = row.text("image")
        if not name:
            return None
        content = self._content(row, name)
        kind = picture_type(content)
        if kind is None:
            raise row.error("image", f"{shortened(name)} is no PNG, JPEG, WebP or GIF picture; save it as one")
        try:
            content = without_notes(content, kind)
        except ValueError as error:
            raise row.error("image", f"{shortened(name)} is damaged: {error}; save it anew") from error
        self._bytes += len(content)
        if self._bytes > MOST_BYTES_TOGETHER:
            raise row.error("image", f"the pictures have more than {MOST_BYTES_TOGETHER // 10**6} MB together")
        return f"data:{kind};base64,{base64.b64encode(content).decode('ascii')}"

    def _content(self, row: Row, name: str) -> bytes:
        try:
            path = (self._folder / name).resolve()
            if not path.is_relative_to(self._folder.resolve()):
                raise row.error("image", f"{shortened(name)} is outside the storyline's folder; copy it there")
            with path.open("rb") as file:
                content = file.read(MOST_BYTES + 1)
        except StoryError:
            raise
        except (OSError, ValueError) as error:  # a ValueError is a path with a null character
            reason = getattr(error, "strerror", None) or "not a path"
            raise row.error("image", f"{shortened(name)} cannot be read ({reason})") from error
        if len(content) > MOST_BYTES:
            raise row.error("image", f"{shortened(name)} has more than {MOST_BYTES // 10**6} MB; make it smaller")
        return content


def picture_type(content: bytes) -> str | None:
    """The media type of a picture by its first bytes, None if they are of no kind that may be shown.

    SVG is none of them: it can hold scripts and ask for files.
    """
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "image/webp"
    return next((kind for kind, mark in _MARKS.items() if content.startswith(mark)), None)
