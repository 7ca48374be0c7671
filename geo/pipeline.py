"""The whole way of an article: recognised, resolved, corrected by a person, and let through the policy."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from gazetteer.layers import AnyGazetteer
from geo.article import Article
from geo.details import Details
from geo.geoparsed import GeoparsedArticle, Unresolved
from geo.matches import MatchFinder
from geo.multilingual import MultilingualRecognizer
from geo.policy import LEAST, publish
from geo.recognition import GazetteerRecognizer, Recognizer
from geo.resolution import ArticleResolver, Resolver
from geo.sentences import sentence_at

if TYPE_CHECKING:
    from geo.corrections import Corrector  # costs time that only corrections pay


@dataclass(frozen=True, slots=True, kw_only=True)
class Geoparser:
    """Turns articles into what may be shown of them; either half can be exchanged.

    Without ``details`` explanations say less; a ``corrector`` has the last word before the policy. Mentions
    of less probability than ``least`` (0..1) are withheld.
    """

    recognizer: Recognizer
    resolver: Resolver
    details: Details | None = None
    corrector: "Corrector | None" = None
    least: float = LEAST

    @classmethod
    def over(cls, gazetteer: AnyGazetteer, corrector: "Corrector | None" = None, *, explained: bool = True) -> Self:
        """The default geoparser over an open gazetteer.

        With ``explained`` False it takes a fifth less time, and nothing found has evidence.
        """
        recognizer = MultilingualRecognizer(GazetteerRecognizer(MatchFinder(gazetteer), explained=explained))
        return cls(
            recognizer=recognizer,
            resolver=ArticleResolver(explained=explained),
            details=Details(gazetteer) if explained else None,
            corrector=corrector,
        )

    def geoparse(self, article: Article) -> GeoparsedArticle:
        """Mentions, withheld and unresolved names of one article."""
        recognition = self.recognizer.recognize(article)
        resolutions, names = self.resolver.resolve(article, recognition.found), recognition.unresolved
        if self.details is not None:
            resolutions = self.details.fill(article, recognition.found, resolutions)
        if self.corrector is not None:
            resolutions, names = self.corrector.correct(article, resolutions, recognition.facilities, names)
        mentions, withheld = publish(article, resolutions, recognition.facilities, least=self.least)
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
