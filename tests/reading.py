"""Short articles for tests of recognition and resolution."""

from gazetteer.index import Gazetteer
from geo.article import Article
from geo.geoparsed import GeoparsedArticle
from geo.pipeline import Geoparser
from geo.policy import PublicMention


def article(text: str, language: str | None = "id") -> Article:
    """An article of a text, in a language."""
    return Article(id="a", title="A", text=text, language=language, source="test")


def read(gazetteer: Gazetteer, text: str, language: str | None = "id") -> GeoparsedArticle:
    """All that is found in a text."""
    return Geoparser.over(gazetteer).geoparse(article(text, language))


def named(parsed: GeoparsedArticle) -> list[str]:
    """The texts of the mentions, in order."""
    return [m.text for m in parsed.mentions]


def mention(parsed: GeoparsedArticle, text: str) -> PublicMention:
    """The first mention of that text."""
    return next(m for m in parsed.mentions if m.text == text)
