"""Reads the measured pages and counts what is right."""

import re
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from geo.article import Article
from geo.readers.files import article_files, read_articles
from pages.case import PROBES, Case


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One case as it was read: mentions of probes and of the story's places, words of the story and those lost."""

    case: Case
    article: Article
    probes: int
    mentions: int
    words: int
    lost: tuple[str, ...]


def read(cases: Sequence[Case]) -> Iterator[Measured]:
    """Every case through its file, as a user's would be."""
    with tempfile.TemporaryDirectory() as folder:
        for case in cases:
            path = Path(folder, case.name)
            path.write_bytes(case.data)
            [article] = read_articles(article_files([str(path)]))
            if not isinstance(article, Article):
                raise article
            yield measured(case, article)


def unmasked(article: Article) -> str:
    """The text without what is masked."""
    kept, at = [], 0
    for span in article.masked:
        kept.append(article.text[at : span.start])
        at = span.end
    return " ".join([*kept, article.text[at:]])


def measured(case: Case, article: Article) -> Measured:
    text = unmasked(article)
    gold = [word for one in case.story.paragraphs for word in one.split()]
    return Measured(
        case=case,
        article=article,
        probes=sum(len(re.findall(rf"\b{name}\b", text)) for name in PROBES),
        mentions=sum(len(re.findall(rf"\b{re.escape(name)}\b", text)) for name in case.story.places),
        words=len(gold),
        lost=tuple(_lost(gold, text.split())),
    )


def _lost(gold: list[str], read_words: list[str]) -> Iterator[str]:
    """Words of the story that are not there in its order."""
    for kind, start, end, *_ in SequenceMatcher(None, gold, read_words, autojunk=False).get_opcodes():
        if kind in {"delete", "replace"}:
            yield from gold[start:end]
