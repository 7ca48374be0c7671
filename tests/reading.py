"""Short articles for tests of recognition and resolution."""

from dataclasses import replace

from gazetteer.index import Gazetteer
from geo.article import Article
from geo.context import Context
from geo.evidence import recognition_features
from geo.geoparsed import GeoparsedArticle
from geo.matches import MatchFinder
from geo.pipeline import Geoparser
from geo.policy import PublicMention
from geo.recognition import GazetteerRecognizer
from geo.words import common_words


def article(text: str, language: str | None = "id") -> Article:
    """An article of a text, in a language."""
    return Article(id="a", title="A", text=text, language=language, source="test")


def read(gazetteer: Gazetteer, text: str, language: str | None = "id") -> GeoparsedArticle:
    """All that is found in a text, however unsure: a sentence says little of which Toledo is meant."""
    return replace(Geoparser.over(gazetteer), least=0.0).geoparse(article(text, language))


def named(parsed: GeoparsedArticle) -> list[str]:
    """The texts of the mentions, in order."""
    return [m.text for m in parsed.mentions]


def mention(parsed: GeoparsedArticle, text: str) -> PublicMention:
    """The first mention of that text."""
    return next(m for m in parsed.mentions if m.text == text)


def context_of(gazetteer: Gazetteer, text: str, language: str | None = "en") -> Context:
    """The context of a text's matches."""
    return GazetteerRecognizer(MatchFinder(gazetteer)).read(article(text, language))[0]


def evidence(gazetteer: Gazetteer, text: str, name: str, language: str | None = "en") -> set[str]:
    """What speaks for or against the first match of exactly that text being a place."""
    context = context_of(gazetteer, text, language)
    words = context.tokens
    matches = (m for found in context.matches.values() for m in found)
    match = next(m for m in matches if text[words.starts[m.first] : m.end or words.ends[m.last]] == name)
    return set(recognition_features(match, context, common_words(language)))
