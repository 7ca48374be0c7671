"""How well a geoparser does on annotated articles, in the field's own figures."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from geo.article import Article
from geo.evaluation.gold import GoldDocument
from geo.evaluation.judging import Counting, Judgment, judge, sites_are_places
from geo.evaluation.scores import Scores
from geo.evaluation.summary import summarize
from geo.geoparsed import GeoparsedArticle
from geo.mention import Usage


class AnyGeoparser(Protocol):
    """Whatever turns an article into what may be shown of it."""

    def geoparse(self, article: Article) -> GeoparsedArticle:
        """Mentions, withheld and unresolved names of one article."""
        ...


def evaluate(geoparser: AnyGeoparser, documents: Sequence[GoldDocument], *, usage: Usage | None = None) -> Scores:
    """Geoparse annotated articles and score what was found.

    With ``usage``, only mentions that are used so count as found, and only places annotated so (or without a
    usage) as wanted.
    """
    return summarize(judge_all(geoparser, documents, usage=usage))


def judge_all(
    geoparser: AnyGeoparser, documents: Sequence[GoldDocument], *, usage: Usage | None = None
) -> list[Judgment]:
    """The judgment of each article: what :func:`summarize` and ``geo.evaluation.faults`` are made from."""
    counting = Counting(usage=usage, sites=sites_are_places(documents))
    return [judge(document, geoparser.geoparse(document.article), counting) for document in documents]


def in_language(documents: Iterable[GoldDocument], language: str) -> list[GoldDocument]:
    """The documents in a language (BCP 47 tag)."""
    return [document for document in documents if document.article.language == language]


__all__ = ["AnyGeoparser", "evaluate", "in_language", "judge_all", "summarize"]
