"""The whole way of an article: recognised, resolved, corrected by a person, and let through the policy."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Self

from gazetteer.layers import AnyGazetteer
from geo.article import Article
from geo.details import Details
from geo.geoparsed import GeoparsedArticle, Unresolved
from geo.matches import MatchFinder
from geo.mention import Resolution
from geo.policy import publish
from geo.recognition import GazetteerRecognizer, Recognizer
from geo.resolution import ArticleResolver, Resolver
from geo.sentences import sentence_at

if TYPE_CHECKING:
    from geo.corrections import Corrector  # costs time that only corrections pay


@dataclass(frozen=True, slots=True, kw_only=True)
class Geoparser:
    """Turns articles into what may be shown of them; either half can be exchanged.

    Without ``details`` explanations say less. A ``corrector`` adds a person's corrections. Mentions less probable than
    ``least`` are withheld.
    """

    recognizer: Recognizer
    resolver: Resolver
    details: Details | None = None
    corrector: "Corrector | None" = None
    least: float = 0.0

    @classmethod
    def over(
        cls,
        gazetteer: AnyGazetteer,
        *,
        corrector: "Corrector | None" = None,
        explained: bool = True,
        least: float = 0.0,
    ) -> Self:
        """The default geoparser over an open gazetteer.

        With ``explained`` False it is about a tenth faster, and what evidence speaks of is left out.
        """
        recognizer = GazetteerRecognizer(MatchFinder(gazetteer))
        details = Details(gazetteer) if explained else None
        return cls(recognizer=recognizer, resolver=ArticleResolver(), details=details, corrector=corrector, least=least)

    def geoparse(self, article: Article) -> GeoparsedArticle:
        """Mentions, withheld and unresolved names of one article."""
        recognition = self.recognizer.recognize(article)
        resolutions, names = self.resolver.resolve(article, recognition.found), recognition.unresolved
        if self.details is not None:
            resolutions = self.details.fill(article, recognition.found, resolutions)
        if self.corrector is not None:
            resolutions, names = self.corrector.correct(article, resolutions, recognition.facilities, names)
            if self.details is not None:
                resolutions = tuple(_located(one, self.details) for one in resolutions)
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


def _located(one: Resolution, details: Details) -> Resolution:
    """A resolution with what the place that a person chose lies in."""
    if one.chosen is None or not one.corrected:
        return one
    chosen = replace(one.chosen, within=details.within(one.chosen.place))
    return replace(one, chosen=chosen, candidates=tuple(chosen if c is one.chosen else c for c in one.candidates))
