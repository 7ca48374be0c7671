"""Sentence bounds, good enough to show a mention in its sentence."""

import re
from typing import Final

from geo.article import Span

MAX_SENTENCE: Final = 600
"""Code points on either side of a mention beyond which a "sentence" is cut (lists, tables, broken text)."""

_BREAK: Final = re.compile(
    r"""
      \n\s*                                # a line break ends a sentence: headlines have no full stop
    | (?<=[.!?…][\"'”’»)\]])\s+            # a full stop inside closing quotes
    | (?<=[.!?…])\s+(?=[\"'“‘«(\[]?\w)     # a full stop before the next word
    | (?<=[。！？।])
    """,
    re.VERBOSE,
)
_ABBREVIATION: Final = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Lt|Col|Sgt|St|Mt|Ft|Jr|Sr|No|Jl|Ir|Drs|H|Hj|KH|Kab|Kec|Prov|vs|hlm"
    r"|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec|dll|dsb|a\.n)|\b[A-Z])\.$"
)


def sentence_at(text: str, offset: int) -> Span:
    """Span of the sentence of ``text`` that holds ``offset``, without white space at its ends."""
    low = max(0, offset - MAX_SENTENCE)
    high = min(len(text), offset + MAX_SENTENCE)
    start, end = low, high
    for found in _BREAK.finditer(text, low, high):
        if "\n" not in found.group() and _ABBREVIATION.search(text, max(low, found.start() - 12), found.start()):
            continue
        if found.end() <= offset:
            start = found.end()
        elif found.start() > offset:
            end = found.start()
            break
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
