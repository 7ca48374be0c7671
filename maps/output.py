"""Writes a file whole or not at all, and text to the terminal whatever it can show."""

import os
import sys
import tempfile
from pathlib import Path

from gazetteer.errors import OutputError


def write_atomically(path: Path, content: str | bytes) -> None:
    """Write ``content`` to ``path``, text as UTF-8: first beside it, then in its place, so an old file stays whole.

    A symbolic link stays one; the file that it leads to is replaced.

    Raises:
        OutputError: the path is a folder or a device, or its folder is missing or cannot be written to.
    """
    target = Path(os.path.realpath(path))
    try:
        is_writable = target.is_file() or not target.exists()
        if is_writable:
            _replace(target, content if isinstance(content, bytes) else content.encode("utf-8", "replace"))
    except OSError as error:
        reason = error.strerror
        raise OutputError(f"{path}: cannot be written ({reason}); choose another place") from error
    if not is_writable:
        raise OutputError(f"{path}: is a folder or a device; name a file, such as petakan.html")


def show(text: str) -> None:
    """Write ``text`` to standard output at once; what its encoding lacks becomes a question mark."""
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(text.encode(encoding, "replace").decode(encoding))
    sys.stdout.flush()


def _replace(path: Path, content: bytes) -> None:
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".petakan-")
    beside = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        beside.chmod(0o666 & ~_umask())  # mkstemp makes it private, a page is to be shared
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
