"""How wide text is, near enough to keep names from running into each other."""

import unicodedata
from typing import Final

FONTS: Final = "'Libertinus Serif', 'Linux Libertine O', 'Times New Roman', 'Liberation Serif', Times, serif"
"""Typst brings the first, so that PNG and PDF are the same everywhere; the others are as wide, within a few percent."""

_ASCII: Final = (
    250, 288, 336, 465, 465, 637, 705, 190, 298, 298, 369, 550, 220, 338, 220, 323, 465, 465, 465, 465, 465, 465, 465,
    465, 465, 465, 236, 236, 550, 550, 550, 435, 895, 695, 588, 646, 701, 557, 485, 685, 730, 297, 322, 637, 528, 839,
    699, 702, 541, 702, 587, 485, 597, 661, 652, 951, 660, 575, 604, 356, 287, 356, 518, 486, 392, 457, 493, 428, 506,
    447, 310, 500, 538, 271, 272, 512, 264, 790, 542, 504, 519, 503, 372, 390, 316, 531, 497, 747, 490, 515, 424, 277,
    205, 277, 449,
)  # fmt: skip
"""Widths of the characters from space to tilde in Libertinus Serif, in thousandths of the size."""

_BOLD: Final = 1.08
_OTHER: Final = 0.6
_WIDE: Final = 1.0


def width_of(text: str, size: float, *, is_bold: bool = False, spacing: float = 0.0) -> float:
    """Width of a text in pixels; ``spacing`` is what is added after each letter."""
    plain = unicodedata.normalize("NFD", text)
    widths = (_width(character) for character in plain if not unicodedata.combining(character))
    return size * sum(widths) * (_BOLD if is_bold else 1) + spacing * len(text)


def _width(character: str) -> float:
    if " " <= character <= "~":
        return _ASCII[ord(character) - ord(" ")] / 1000
    return _WIDE if unicodedata.east_asian_width(character) in "WF" else _OTHER


def lines_of(text: str, size: float, width: float) -> list[str]:
    """Break a text into lines that are no wider than ``width``; a word that is wider has a line of its own."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and width_of(longer, size) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def printable(text: str) -> str:
    """A text on one line without the characters that XML or a drawing cannot hold."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
