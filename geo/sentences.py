"""Sentence bounds, good enough to show a mention in its sentence."""

import re
from bisect import bisect_right
from typing import Final

from geo.article import Span

MAX_SENTENCE: Final = 600
"""Code points on either side of a mention beyond which a "sentence" is cut (lists, tables, broken text)."""

_BREAK: Final = re.compile(
    # begins with one set of characters, which the engine skims a text for
    r"""[\n.!?…。！？।](?:
      (?<=\n)(?P<lines>\s*)               # a line break ends a sentence: headlines have no full stop
    | (?<=[.!?…])(?:[\"'”’»)\]*_]|\*\*)?  # a full stop, inside closing quotes too
      (?P<gap>\s+)(?=[\"'“‘«(\[*_]*\w)    # before the next word
    | (?<=[。！？।])(?P<none>)
    )""",
    re.VERBOSE,
)
_ABBREVIATION: Final = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|dr|drg|Prof|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|Maj|Adm|Hon|Rev|St|Mt|Ft|vs"
    r"|Jl|Ir|Drs|Dra|Hj|KH|Tn|Ny|Kab|Kec|Kel|Ds|Dsn|Kp|Prov|PT|CV|Pol|Inf|Kol|Letkol|Letjen|Mayjen|Brigjen|Irjen|Komjen"
    r"|Kombes|Kompol|a\.n|[^\W\d_a-z])\.\Z"
)
_BEFORE_NUMBER: Final = re.compile(r"\b(?:Rp|No|hlm|Jan|Feb|Mar|Apr|Aug|Agt|Sept?|Oct|Okt|Nov|Dec|Des)\.\Z")
_LIST_NUMBER: Final = re.compile(r"^\W*\d{1,2}\.\Z", re.MULTILINE)
_LOOKBACK: Final = 12


def sentence_at(text: str, offset: int) -> Span:
    """Span of the sentence of ``text`` that holds ``offset``; for many of one text see :class:`Sentences`."""
    offset = min(max(0, offset), len(text))
    return Sentences(text, max(0, offset - MAX_SENTENCE), offset + MAX_SENTENCE).at(offset)


class Sentences:
    """The sentences of a text, or of the part ``start`` .. ``end`` of it."""

    def __init__(self, text: str, start: int = 0, end: int | None = None) -> None:
        self._text = text
        breaks = map(_gap_of, _BREAK.finditer(text, start, len(text) if end is None else end))
        self._breaks = [(start, end) for start, end in breaks if _ends_sentence(text, start, end)]
        self._ends = [end for _, end in self._breaks]

    def at(self, offset: int) -> Span:
        """Span of the sentence that holds ``offset``, without white space at its ends.

        White space between two sentences counts to the first; an offset outside the text is moved to its end.
        """
        text = self._text
        offset = min(max(0, offset), len(text))
        number = bisect_right(self._ends, offset)
        start, end = max(0, offset - MAX_SENTENCE), min(len(text), offset + MAX_SENTENCE)
        if number:
            start = max(start, self._ends[number - 1])
        if number < len(self._breaks):
            end = min(end, self._breaks[number][0])
        start += len(text[start:end]) - len(text[start:end].lstrip())
        return Span(start, start + len(text[start:end].rstrip()))


def _gap_of(found: re.Match[str]) -> tuple[int, int]:
    """Start and end of the white space, if any, between two sentences; a line break is part of it."""
    start, end = found.span(found.lastgroup or 0)
    return (start - 1 if found.lastgroup == "lines" else start), end


def _ends_sentence(text: str, start: int, end: int) -> bool:
    """Whether the gap start .. end parts two sentences; a small letter goes on with the first, but for a blank line."""
    following = text[end : end + 1]
    breaks = text.count("\n", start, end)
    if breaks:
        return breaks > 1 or not following.islower()
    earliest = max(0, start - _LOOKBACK)
    if following.islower() or _ABBREVIATION.search(text, earliest, start):
        return False
    pattern = _BEFORE_NUMBER if following.isdigit() else _LIST_NUMBER
    return pattern.search(text, earliest, start) is None
