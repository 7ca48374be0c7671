"""The headline of a text that nothing names apart from the text itself."""

from collections.abc import Iterable
from typing import Final

from geo.article import Span
from geo.sentences import sentence_at

_LONGEST_TITLE: Final = 160
_LONGEST_LEAD: Final = 90


def headline(text: str, masked: Iterable[Span]) -> str:
    """A short first line without a full stop; else the lead, shortened; empty where all is masked."""
    spans = tuple(masked)
    start = _opening(text, spans)
    first = _unmasked(text, start, text.find("\n", start) if "\n" in text[start:] else len(text), spans)
    if first and len(first) <= _LONGEST_TITLE and first[-1] not in ".,;:":
        return first
    sentence = sentence_at(text, start)
    short = ""
    for word in _unmasked(text, start, sentence.end, spans).split():
        if len(short) + len(word) >= _LONGEST_LEAD:
            return short + "…"
        short = f"{short} {word}".strip()
    return short


def _unmasked(text: str, start: int, end: int, masked: tuple[Span, ...]) -> str:
    kept = []
    for span in masked:
        if span.start < end and start < span.end:
            kept.append(text[start : max(start, span.start)])
            start = span.end
    kept.append(text[start:end])
    return " ".join("".join(kept).split())


def _opening(text: str, masked: tuple[Span, ...]) -> int:
    """Where the article begins: past white space and what is masked."""
    start = 0
    for span in masked:
        if text[start : span.start].strip():
            break
        start = max(start, span.end)
    return start + len(text[start:]) - len(text[start:].lstrip())
