"""Corrections as gold: what a person has decided, beside a folder of the articles.

A place is to be found as the correction has it, what is not a place is to be left alone. The rest of an article is
neither right nor wrong, because nobody has said anything of it; so precision is about the corrected names alone.
Articles without a correction are left out. See :data:`geo.corrections.COLUMNS` for the columns of the file.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import Final

from gazetteer.errors import CorrectionError, GoldError
from gazetteer.names import fold_word
from geo.article import Article, Span
from geo.corrections import Correction, Scope, Verdict, decisions, parse_corrections
from geo.corrections.files import holds_corrections
from geo.corrections.spans import Decision
from geo.cues import cues
from geo.evaluation.formats.table import WIDE_KM
from geo.evaluation.formats.text import GoldFormat, articles_in, texts_beside
from geo.evaluation.gold import GoldDocument, GoldKind, GoldMention, GoldSet

_GEONAMES: Final = "geonames:"
_LONGEST_WORD: Final = 30
_WORD_BEFORE: Final = re.compile(r"(\w+) $")
_WORD_AFTER: Final = re.compile(r" (\w+)")


def read_as_gold(path: Path, content: str, texts: Path | None) -> GoldSet:
    """A file of corrections and its articles; ``left_out`` counts the corrections that match nothing.

    Raises:
        GoldError: a row cannot be read, or the articles are missing.
        ArticleError: an article cannot be read.
    """
    try:
        file = parse_corrections(path, content)
    except CorrectionError as error:
        raise GoldError(str(error)) from error
    if file.problems:
        raise GoldError(file.problems[0].message)
    articles = articles_in(texts_beside(path, texts, path.with_suffix("")))
    decided = {key: decisions(article, file.corrections) for key, article in articles.items()}
    met = {one.where for found in decided.values() for decision in found for one in decision.by}
    return GoldSet(
        name=path.stem,
        documents=tuple(_document(articles[key], found) for key, found in decided.items() if found),
        left_out=_without(file.corrections, met),
    )


def _without(corrections: Sequence[Correction], met: set[str]) -> int:
    return sum(one.where not in met for one in corrections)


def _document(article: Article, decided: Sequence[Decision]) -> GoldDocument:
    mentions = [*(_mention(article, one) for one in decided), *_gaps(article, [one.span for one in decided])]
    return GoldDocument(article=article, mentions=tuple(sorted(mentions, key=lambda one: one.span.start)))


def _mention(article: Article, decision: Decision) -> GoldMention:
    span, place = decision.span, decision.place
    text = article.text[span.start : span.end]
    if decision.scope < Scope.MENTION and _is_in_longer_name(article, span):
        return GoldMention(span=span, text=text, kind=GoldKind.IGNORE)
    if decision.verdict is Verdict.NOT_A_PLACE:
        return GoldMention(span=span, text=text, kind=GoldKind.OTHER)
    if place is None:
        return GoldMention(span=span, text=text, usage=decision.usage)
    number = (place.id or "").removeprefix(_GEONAMES)
    return GoldMention(
        span=span,
        text=text,
        level=place.level,
        country=place.country,
        name=place.name,
        position=place.position,
        geonames_id=int(number) if number.isdecimal() and place.id != number else None,
        radius_km=None if place.level is None else WIDE_KM.get(place.level),
        usage=decision.usage,
    )


def _is_in_longer_name(article: Article, span: Span) -> bool:
    """Whether a word beside it makes it another name ("Kabupaten Kudus"), which was not corrected with it."""
    words = cues(article.language)
    before = _WORD_BEFORE.search(article.text[max(0, span.start - _LONGEST_WORD) : span.start])
    after = _WORD_AFTER.match(article.text, span.end)
    is_before = before is not None and _is_level(before[1], words.in_name_before)
    return is_before or (after is not None and _is_level(after[1], words.in_name_after))


def _is_level(word: str, levels: Collection[str]) -> bool:
    return word[0].isupper() and fold_word(word) in levels


def _gaps(article: Article, spans: Sequence[Span]) -> Iterator[GoldMention]:
    """What lies between the spans, to be ignored."""
    starts = [0, *(span.end for span in spans)]
    ends = [*(span.start for span in spans), len(article.text)]
    for start, end in zip(starts, ends, strict=True):
        if start < end:
            yield GoldMention(span=Span(start, end), text=article.text[start:end], kind=GoldKind.IGNORE)


CORRECTIONS: Final = GoldFormat(
    name="corrections (columns text, is, …) beside their articles", recognizes=holds_corrections, read=read_as_gold
)
