"""The whole way of an article: recognised, resolved, and passed through the public-level policy."""

from dataclasses import dataclass
from typing import Self

from gazetteer.layers import AnyGazetteer
from geo.article import Article
from geo.geoparsed import GeoparsedArticle, Unresolved
from geo.matches import MatchFinder
from geo.policy import publish
from geo.recognition import GazetteerRecognizer, Recognizer
from geo.resolution import ArticleResolver, Resolver
from geo.sentences import sentence_at


@dataclass(frozen=True, slots=True, kw_only=True)
class Geoparser:
    """Turns articles into what may be shown of them; either half can be exchanged."""

    recognizer: Recognizer
    resolver: Resolver

    @classmethod
    def over(cls, gazetteer: AnyGazetteer) -> Self:
        """The default geoparser over an open gazetteer."""
        return cls(recognizer=GazetteerRecognizer(MatchFinder(gazetteer)), resolver=ArticleResolver())

    def geoparse(self, article: Article) -> GeoparsedArticle:
        """Mentions, withheld and unresolved names of one article."""
        recognition = self.recognizer.recognize(article)
        resolutions = self.resolver.resolve(article, recognition.found)
        mentions, withheld = publish(article, resolutions, recognition.facilities)
        unresolved = tuple(
            Unresolved(
                article_id=article.id,
                span=span,
                text=article.text[span.start : span.end],
                sentence=sentence_at(article.text, span.start),
            )
            for span in recognition.unresolved
        )
        return GeoparsedArticle(article=article, mentions=mentions, withheld=withheld, unresolved=unresolved)
