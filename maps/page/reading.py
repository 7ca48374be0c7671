"""The text of an article with a way from each mention to its place."""

from collections.abc import Iterator, Mapping

from geo.article import Article, Span
from geo.geoparsed import GeoparsedArticle
from maps.page.markup import Markup, element, joined


def paragraphs(one: GeoparsedArticle, numbers: Mapping[str, int]) -> Iterator[Markup]:
    """Each paragraph of the article itself: no masked spans, and no first line that repeats the title.

    ``numbers`` gives the number on the page of each place by its id.
    """
    for line in joined(*_pieces(one, numbers)).split("\n"):
        if line.strip():
            yield Markup(line.strip())


def _pieces(one: GeoparsedArticle, numbers: Mapping[str, int]) -> Iterator[str]:
    text = one.article.text
    mentions = sorted(one.mentions, key=lambda mention: mention.span.start, reverse=True)
    for span in _shown(one.article):
        at = span.start
        while mentions and mentions[-1].span.end <= span.end:
            mention = mentions.pop()
            if mention.span.start < at:
                continue
            number = numbers[mention.place.id]
            # a line break in a name must not break the paragraph inside its element
            words = " ".join(text[mention.span.start : mention.span.end].split())
            yield text[at : mention.span.start]
            yield element("a", words, class_="mention", href=f"#place-{number}", data_place=number)
            at = mention.span.end
        yield text[at : span.end]


def _shown(article: Article) -> Iterator[Span]:
    """The spans of the text that are the article and are not its title."""
    first = article.text.lstrip()
    at = 0
    if first.startswith(f"{article.title}\n"):
        at = len(article.text) - len(first) + len(article.title)
    for masked in article.masked:
        if at < masked.start:
            yield Span(at, masked.start)
        at = max(at, masked.end)
    if at < len(article.text):
        yield Span(at, len(article.text))
