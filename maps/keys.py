"""Keys that a person presses: one at a time on a terminal, one line each where the input is something else."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final, NamedTuple

SEARCH: Final = "/"
"""The key that a line of text follows."""

_ESCAPE: Final = "\x1b"
_ENDS: Final = frozenset({"\x03", "\x04"})
_MOST_BYTES: Final = 64


class Key(NamedTuple):
    """A key in lower case, "" where the input has ended, and the text after :data:`SEARCH`."""

    name: str
    text: str = ""


class Keys:
    """Reads keys from standard input."""

    def __init__(self) -> None:
        self._pressed = ""

    def next(self) -> Key:
        """The next key; waits for it."""
        return self._from_terminal() if _is_terminal() else _from_line(sys.stdin.readline())

    def _from_terminal(self) -> Key:
        while not self._pressed:
            with _without_line_input() as descriptor:
                pressed = _read(descriptor)
            if not pressed:
                return Key("")
            # an arrow or a function key is a sequence, none of whose letters was pressed
            self._pressed = "" if pressed.startswith(_ESCAPE) else pressed
        first, self._pressed = self._pressed[0], self._pressed[1:]
        if first in _ENDS:
            return Key("")
        if first == SEARCH:
            sys.stdout.write(SEARCH)
            sys.stdout.flush()
            return Key(SEARCH, sys.stdin.readline().strip())
        return Key(first.lower())


def _from_line(line: str) -> Key:
    """The first character of a line; an empty line is the Enter key."""
    if not line:
        return Key("")
    text = line.strip()
    return Key(text[:1].lower() or "\n", text[1:].strip() if text.startswith(SEARCH) else "")


def _is_terminal() -> bool:
    try:
        import termios  # noqa: F401, PLC0415 - not on Windows, where a line is read
    except ImportError:
        return False
    return sys.stdin.isatty()


@contextmanager
def _without_line_input() -> Iterator[int]:
    """The terminal's descriptor, while it passes on each key at once."""
    import termios  # noqa: PLC0415 - see above
    import tty  # noqa: PLC0415

    descriptor = sys.stdin.fileno()
    before = termios.tcgetattr(descriptor)
    tty.setcbreak(descriptor, termios.TCSANOW)  # the usual way would lose what is typed ahead
    try:
        yield descriptor
    finally:
        termios.tcsetattr(descriptor, termios.TCSANOW, before)


def _read(descriptor: int) -> str:
    return os.read(descriptor, _MOST_BYTES).decode("utf-8", "ignore")
