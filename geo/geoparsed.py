"""The whole way from an article to what may be shown."""

from dataclasses import dataclass, replace
from typing import Self

from geo.article import Article, Span
from geo.mention import Usage
from geo.policy import PublicMention, Withheld


@dataclass(frozen=True, slots=True, kw_only=True)
class Unresolved:
    """A likely place name that the gazetteer lacks, with the span of its sentence."""

    article_id: str
    span: Span
    text: str
    sentence: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class GeoparsedArticle:
    """An article and all that was found in it, each in the order of the text."""

    article: Article
    mentions: tuple[PublicMention, ...]
    withheld: tuple[Withheld, ...]
    unresolved: tuple[Unresolved, ...]

    def used(self, usage: Usage | None) -> Self:
        """The same with the mentions of one usage only, or of any for None; what has no usage stays."""
        if usage is None:
            return self
        return replace(self, mentions=tuple(mention for mention in self.mentions if mention.usage is usage))
