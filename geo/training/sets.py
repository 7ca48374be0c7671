"""The annotated articles that weights are fitted to, and what the annotations of each leave out."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from geo.article import Article
from geo.cues import LANGUAGES
from geo.evaluation.formats import read_gold
from geo.evaluation.gold import GoldDocument

_CORPORA: Final = (
    ("TR-News.xml", "en", 0.0),
    ("GeoVirus.xml", "en", 0.0),
    ("idner_train.txt", "id", 0.3),  # a country that acts is not marked there; other things go unmarked as well
    ("nergrit_train.txt", "id", 0.0),
)
"""File, language, weight for usage."""

_OWN: Final = (
    ("examples.tsv", "examples"),
    ("articles.tsv", "tests/gold/articles"),
    ("languages.tsv", "tests/gold/languages"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingSet:
    """A set of annotated articles.

    Attributes:
        entities: places are marked as named entities: only where something is, with no positions; countries that act
            and towns that play are left out, so nothing can be learnt from what is not marked there.
        demonyms: whether adjectives and peoples are marked.
        usage_weight: weight of its examples of usage; 0 where an entity's being marked says nothing of its usage.
    """

    name: str
    language: str
    documents: tuple[GoldDocument, ...]
    entities: bool = False
    demonyms: bool = False
    usage_weight: float = 1.0


def training_sets(corpora: Path, root: Path) -> Iterator[TrainingSet]:
    """The corpora in a folder, and the project's own articles by language; those that are not there are left out."""
    for name, language, usage_weight in _CORPORA:
        if (corpora / name).exists():
            yield TrainingSet(
                name=name.partition(".")[0],
                language=language,
                documents=tuple(_spoken(d, language) for d in read_gold(corpora / name).documents),
                entities=language == "id",
                usage_weight=usage_weight,
            )
    own = [
        document
        for table, texts in _OWN
        if (root / "tests" / "gold" / table).exists()
        for document in read_gold(root / "tests" / "gold" / table, root / texts).documents
    ]
    for language in ("id", "en", "other"):
        documents = tuple(
            d for d in own if (d.article.language if d.article.language in LANGUAGES else "other") == language
        )
        is_main = language in LANGUAGES  # of others, adjectives are not marked, and their usage is of few examples
        yield TrainingSet(
            name=f"own-{language}",
            language=language,
            documents=documents,
            demonyms=is_main,
            usage_weight=1.0 if is_main else 3.0,
        )


def _spoken(document: GoldDocument, language: str) -> GoldDocument:
    """A document in the language of its corpus, which is known; some are a single sentence, too short to tell."""
    article: Article = replace(document.article, language=language)
    return replace(document, article=article)
