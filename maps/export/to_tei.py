"""TEI P5: the whole text of each article, unchanged, with its place names marked, and a list of the places."""

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from geo.article import Article, Span
from geo.policy import SITE_REASONS
from geo.tally import Certainty
from maps.export.elements import DECLARATION, Xml, element, text
from maps.export.records import CREDIT, Findings, MentionRecord, PlaceRecord, article_uri, uri

_NAMESPACE: Final = "http://www.tei-c.org/ns/1.0"
_CERT: Final = {Certainty.SURE: "high", Certainty.LIKELY: "medium", Certainty.UNSURE: "low"}
_WHITE: Final = "\t\n\r "
"""White space as XML has it; a no-break space is a character of the text."""

_BREAK: Final = re.compile(r"[\t ]*[\n\r][\t\n\r ]*")
_LINE: Final = re.compile(r"[^\t\n\r ](?:[^\n\r]*[^\t\n\r ])?")


def write_mentions(found: Findings) -> str:
    """One TEI document, or a corpus of several, with the places once."""
    keys = {record["id"]: f"place-{number}" for number, record in enumerate(found.places, start=1)}
    places = _places(found.places, keys)
    if len(found.articles) == 1:
        root = _document(found.articles[0].article, found.mentions, keys, places, xmlns=_NAMESPACE)
    else:
        mentions = found.mentions_by("article")
        texts = (_document(one.article, mentions.get(one.article.id, []), keys, Xml()) for one in found.articles)
        head = _header(found.title, element("p", found.title))
        root = element("teiCorpus", head, places, *texts, xmlns=_NAMESPACE)
    return DECLARATION + root + "\n"


def _places(records: Iterable[PlaceRecord], keys: Mapping[str, str]) -> Xml:
    listed = [_place(record, keys[record["id"]]) for record in records]
    return element("standOff", element("listPlace", *listed)) if listed else Xml()


def _place(record: PlaceRecord, key: str) -> Xml:
    return element(
        "place",
        element("placeName", record["name"]),
        element("location", element("geo", f"{record['lat']} {record['lon']}")),  # TEI puts latitude first
        element("idno", uri(record["id"]), _type="URI"),
        xml_id=key,
        _type=record["level"],
    )


def _document(
    article: Article, mentions: Iterable[MentionRecord], keys: Mapping[str, str], places: Xml, xmlns: str | None = None
) -> Xml:
    header = _header(article.title, element("bibl", *_source(article)))
    body = element("body", *(_paragraphs(article, mentions, keys) if article.text.strip(_WHITE) else [element("p")]))
    return element("TEI", header, places, element("text", body), xmlns=xmlns, xml_lang=article.language)


def _source(article: Article) -> Iterator[Xml]:
    yield element("title", article.title)
    if article.published is not None:
        day = article.published.isoformat()
        yield element("date", day, when=day)
    if article.url is not None:
        yield element("ref", article.url, target=article_uri(article.id, article.url))
    yield element("idno", article.id)


def _header(title: str, source: Xml) -> Xml:
    statement = element("titleStmt", element("title", title))
    publication = element("publicationStmt", element("p", CREDIT))
    return element("teiHeader", element("fileDesc", statement, publication, element("sourceDesc", source)))


def _paragraphs(article: Article, mentions: Iterable[MentionRecord], keys: Mapping[str, str]) -> Iterator[Xml]:
    """A paragraph for each line; the white space between them stands between the paragraphs."""
    waiting = deque(_apart([*_names(mentions, keys), *_boilerplate(article)]))
    at = 0
    for line in _lines(article.text, waiting):
        yield text(article.text[at : line.start])
        marked = []
        at = line.start
        while waiting and waiting[0].end <= line.end:
            piece = waiting.popleft()
            marked += [text(article.text[at : piece.start]), piece.marked(article.text)]
            at = piece.end
        yield element("p", *marked, article.text[at : line.end])
        at = line.end
    yield text(article.text[at:])


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    """A stretch of the text that stands in an element of its own."""

    start: int
    end: int
    name: str
    attributes: Mapping[str, str | None]

    def marked(self, whole: str) -> Xml:
        return element(self.name, whole[self.start : self.end], **self.attributes)


def _names(mentions: Iterable[MentionRecord], keys: Mapping[str, str]) -> Iterator[_Piece]:
    for mention in mentions:
        name, attributes = "placeName", dict[str, str | None]()
        if mention["id"] is not None:
            cert = _CERT[Certainty(mention["certainty"] or Certainty.UNSURE)]
            attributes = {"ref": f"#{keys[mention['id']]}", "cert": cert}
            attributes |= {"_type": mention["level"], "subtype": mention["usage"]}
        elif mention["reason"] in SITE_REASONS:
            name, attributes = "name", {"_type": "site", "subtype": "withheld"}
        yield _Piece(start=mention["start"], end=mention["end"], name=name, attributes=attributes)


def _boilerplate(article: Article) -> Iterator[_Piece]:
    """What is not the article, line by line."""
    for span in article.masked:
        for line in _LINE.finditer(article.text, span.start, span.end):
            yield _Piece(start=line.start(), end=line.end(), name="seg", attributes={"_type": "boilerplate"})


def _apart(pieces: Iterable[_Piece]) -> Iterator[_Piece]:
    """The pieces in order, without those that overlap one before them: names of sites may."""
    at = 0
    for piece in sorted(pieces, key=lambda piece: (piece.start, -piece.end)):
        if piece.start >= at:
            yield piece
            at = piece.end


def _lines(whole: str, pieces: Iterable[_Piece]) -> Iterator[Span]:
    """The lines of a text without the white space around them; a break within a piece is none."""
    ends = {piece.start: piece.end for piece in pieces}
    starts = sorted(ends)
    at = len(whole) - len(whole.lstrip(_WHITE))
    for found in _BREAK.finditer(whole, at):
        before = bisect_left(starts, found.start()) - 1
        if before < 0 or ends[starts[before]] <= found.start():
            yield Span(at, found.start())
            at = found.end()
    if at < len(whole):
        yield Span(at, len(whole.rstrip(_WHITE)))
