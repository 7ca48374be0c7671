"""The whole way of an article: recognised, resolved, corrected by a person, and let through the policy."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from gazetteer.layers import AnyGazetteer
from geo.article import Article
from geo.geoparse import GeoparsedArticle, Unresolved
from geo.matches import MatchFinder
from geo.policy import publish
from geo.recognition import GazetteerRecognizer, Recognizer
from geo.resolution import ArticleResolver, Resolver
from geo.sentences import sentence_at

if TYPE_CHECKING:
    from geo.corrections import Corrector  # costs time that only corrections pay


@dataclass(frozen=True, slots=True, kw_only=True)
class Geoparser:
    """Turns articles into what may be shown of them; either half can be exchanged, and a person's corrections added."""

    recognizer: Recognizer
    resolver: Resolver
    corrector: "Corrector | None" = None

    @classmethod
    def over(cls, gazetteer: AnyGazetteer, corrector: "Corrector | None" = None) -> Self:
        """The default geoparser over an open gazetteer."""
        recognizer = GazetteerRecognizer(MatchFinder(gazetteer))
        return cls(recognizer=recognizer, resolver=ArticleResolver(), corrector=corrector)

    def geoparse(self, article: Article) -> GeoparsedArticle:
        """Mentions, withheld and unresolved names of one article."""
        recognition = self.recognizer.recognize(article)
        resolutions, names = self.resolver.resolve(article, recognition.found), recognition.unresolved
        if self.corrector is not None:
            resolutions, names = self.corrector.correct(article, resolutions, recognition.facilities, names)
        mentions, withheld = publish(article, resolutions, recognition.facilities)
        unresolved = tuple(
            Unresolved(
                article_id=article.id,
                span=span,
                text=article.text[span.start : span.end],
                sentence=sentence_at(article.text, span.start),
            )
            for span in names
        )
        return GeoparsedArticle(article=article, mentions=mentions, withheld=withheld, unresolved=unresolved)
