"""Files that are zip archives of XML (DOCX, XLSX, ODT, EPUB), opened with care."""

import io
import re
import zipfile
import zlib
from typing import Final

from gazetteer.errors import ArticleError

MOST_UNPACKED: Final = 300_000_000
MOST_PARTS: Final = 20_000
_XML: Final = (".xml", ".rels", ".opf", ".xhtml", ".html", ".htm", ".ncx")
ENTITY: Final = re.compile(rb"<!ENTITY|<\x00!\x00E\x00N\x00T\x00I\x00T\x00Y|\x00<\x00!\x00E\x00N\x00T\x00I\x00T\x00Y")


def open_archive(data: bytes, source: str) -> zipfile.ZipFile:
    """The archive, once it is known to be no bomb: neither huge when unpacked, nor with XML that defines entities.

    Raises:
        ArticleError: it is damaged, encrypted, or a bomb.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        parts = archive.infolist()
        trouble = _trouble(archive, parts)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, OSError, RuntimeError, ValueError, zlib.error) as error:
        raise broken(source) from error
    if trouble:
        raise ArticleError(f"{source}: {trouble}")
    return archive


def _trouble(archive: zipfile.ZipFile, parts: list[zipfile.ZipInfo]) -> str | None:
    """Why an archive is not opened, None if nothing speaks against it."""
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        return f"unpacks to more than {MOST_UNPACKED // 10**6} MB, which no article does; it is not opened"
    if any(part.flag_bits & 1 for part in parts):
        return "encrypted; save a copy without a password"
    for part in parts:
        if part.filename.lower().endswith(_XML) and ENTITY.search(archive.read(part)):
            return f"its XML defines entities ({part.filename}), as bombs do; it is not opened"
    return None


def broken(source: str, what: str = "file") -> ArticleError:
    """The error of a file that is not what it says it is."""
    return ArticleError(f"{source}: a damaged {what}; open it and save it again")
