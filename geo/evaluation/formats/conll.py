"""Tokens in columns, as IDNER-News-2k and NERGrit have them: CoNLL's format.

A line is a token, its last column the tag (``O``, ``B-LOC``, ``I-PLACE`` …); a blank line ends a document. These
corpora mark entities, and say nothing of where they are. Running text is made from the tokens with the usual spacing.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from gazetteer.errors import GoldError
from geo.article import Span
from geo.evaluation.formats.text import GoldFormat, own_article
from geo.evaluation.gold import GoldDocument, GoldKind, GoldMention, GoldSet

PLACE_TAGS: Final = frozenset({"GPE", "LOC", "LOCATION", "PLACE"})

_TAG: Final = re.compile(r"O|[BI]-\S+")
_TIGHT: Final = frozenset("-/–")
"""Glued to both neighbors."""

_CLOSING: Final = frozenset({*",.;:?!)]}%”’", "...", "''", *_TIGHT})
_OPENING: Final = frozenset({*"([{“‘", "``", *_TIGHT})
_QUOTE: Final = '"'
_NO_PART_OF_A_NAME: Final = "()[]{},.;:?!\"'“”‘’`"


class _Token(NamedTuple):
    text: str
    tag: str


class _Entity(NamedTuple):
    start: int
    end: int
    label: str


def read_conll(path: Path, content: str, _texts: Path | None) -> GoldSet:
    """A corpus of tokens; documents are named by their number in it, from 0000.

    Raises:
        GoldError: a line's last column is no tag.
    """
    documents = []
    for number, tokens in enumerate(_blocks(path, content)):
        text, spans = running_text([token.text for token in tokens])
        article = own_article(text, number, path)
        assert article is not None, "a block has a token at least"
        entities = (_trimmed(entity, text) for entity in _entities(tokens, spans))
        mentions = tuple(_mention(entity, text) for entity in entities if entity.start < entity.end)
        documents.append(GoldDocument(article=article, mentions=mentions))
    return GoldSet(name=path.stem, documents=tuple(documents))


def running_text(tokens: Sequence[str]) -> tuple[str, list[Span]]:
    """Tokens as a writer would set them, and the span of each in that text."""
    text = ""
    spans = []
    is_glued, is_quoted = True, False
    for token in tokens:
        closes, opens = token in _CLOSING, token in _OPENING
        if token == _QUOTE:
            closes, opens = is_quoted, not is_quoted
            is_quoted = not is_quoted
        if not (is_glued or closes):
            text += " "
        spans.append(Span(len(text), len(text) + len(token)))
        text += token
        is_glued = opens
    return text, spans


def _blocks(path: Path, content: str) -> Iterator[list[_Token]]:
    block: list[_Token] = []
    for number, line in enumerate([*content.split("\n"), ""], start=1):
        columns = line.split()
        if len(columns) > 1:
            if not _TAG.fullmatch(columns[-1]):
                raise GoldError(f"{path}:{number}: {columns[-1]!r} is no tag such as O or B-LOC; correct the line")
            block.append(_Token(columns[0], columns[-1]))
        elif not columns and block:
            yield block
            block = []


def _entities(tokens: Sequence[_Token], spans: Sequence[Span]) -> Iterator[_Entity]:
    """Runs of tokens of one label; ``B-`` begins a new one."""
    current: _Entity | None = None
    for token, span in zip(tokens, spans, strict=True):
        prefix, _, label = token.tag.partition("-")
        if current is not None and prefix == "I" and label == current.label:
            current = current._replace(end=span.end)
            continue
        if current is not None:
            yield current
        current = _Entity(span.start, span.end, label) if label else None
    if current is not None:
        yield current


def _trimmed(entity: _Entity, text: str) -> _Entity:
    """An entity without punctuation at its ends."""
    inside = text[entity.start : entity.end]
    start = entity.end - len(inside.lstrip(_NO_PART_OF_A_NAME))
    return entity._replace(start=start, end=start + len(inside.strip(_NO_PART_OF_A_NAME)))


def _mention(entity: _Entity, text: str) -> GoldMention:
    return GoldMention(
        span=Span(entity.start, entity.end),
        text=text[entity.start : entity.end],
        kind=GoldKind.PLACE if entity.label in PLACE_TAGS else GoldKind.OTHER,
        label=entity.label,
    )


def _is_conll(content: str) -> bool:
    """Whether the first line of two columns or more ends in a tag."""
    lines = (line.split() for line in content[:10_000].split("\n"))
    first = next((columns for columns in lines if len(columns) > 1), None)
    return first is not None and _TAG.fullmatch(first[-1]) is not None


CONLL: Final = GoldFormat(name="tokens with tags in columns (CoNLL)", recognizes=_is_conll, read=read_conll)
