"""The English corpora in XML: LGL and TR-News, GeoVirus, GeoWebNews. Their articles stand in the file itself.

Annotations whose name stands within a few characters of its offsets are put right, others are left out and counted.
"""

from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType
from typing import Final
from xml.etree import ElementTree as ET

from gazetteer.errors import GoldError
from gazetteer.place import Level, LonLat
from geo.article import Span
from geo.evaluation.formats.text import GoldFormat, nearest_span, own_article, whole_number
from geo.evaluation.gold import GoldDocument, GoldKind, GoldMention, GoldSet
from geo.mention import Usage

Element = ET.Element

_LEVELS: Final = MappingProxyType(
    {"ADM1": Level.ADM1, "ADM2": Level.ADM2, "CONT": Level.CONTINENT, "TERR": Level.COUNTRY}
)
_NATURE: Final = frozenset({"H", "T"})
_REGIONS: Final = frozenset({"RGN", "RGNE", "RGNH"})

_NO_PLACES: Final = frozenset({"Non_Toponym", "Literal_Expression", "Non_Lit_Expression", "Homonym"})
_IGNORED: Final = frozenset({"Demonym", "Language"})
_USAGES: Final = MappingProxyType(
    {
        **dict.fromkeys(("Literal", "Literal_Modifier", "Mixed", "Coercion", "Embedded_Literal"), Usage.LITERAL),
        **dict.fromkeys(("Metonymic", "Non_Literal_Modifier", "Embedded_Non_Lit"), Usage.ASSOCIATIVE),
    }
)
"""GeoWebNews' types of toponyms (Gritta et al. 2019)."""


def read_corpus(path: Path, content: str, _texts: Path | None) -> GoldSet:
    """A corpus; articles are named by their number in it, from 0000.

    Raises:
        GoldError: the file is no well-formed XML, has no article, or an annotation lacks something.
    """
    try:
        root = ET.fromstring(content)  # noqa: S314 - a file of one's own; expat bounds what entities grow to
    except ET.ParseError as error:
        line, column = error.position
        raise GoldError(f"{path}:{line}: not well-formed XML at column {column}; mend or download it again") from error
    documents = []
    left_out = 0
    for number, element in enumerate(root.iter("article")):
        text = element.findtext("text") or ""
        article = own_article(text, number, path)
        if article is None:
            continue
        found = list(_annotations(element, text, f"{path}: article {number}"))
        mentions = [mention for mention in found if mention is not None]
        left_out += len(found) - len(mentions)
        documents.append(GoldDocument(article=article, mentions=tuple(sorted(mentions, key=lambda m: m.span.start))))
    if not documents:
        raise GoldError(f"{path}: no <article> with a <text>; is it a corpus of annotated articles?")
    return GoldSet(name=path.stem, documents=tuple(documents), left_out=left_out)


def _annotations(article: Element, text: str, where: str) -> Iterator[GoldMention | None]:
    for toponym in article.iter("toponym"):
        if toponym.find("extractedName") is None:
            yield _lgl(toponym, text, where)
        elif toponym.findtext("type") not in _NO_PLACES:
            yield _geowebnews(toponym, text, where)
    for location in article.iter("location"):
        yield _geovirus(location, text, where)


def _lgl(toponym: Element, text: str, where: str) -> GoldMention | None:
    """LGL and TR-News: the place is in ``gaztag``; some of TR-News' have a bare position instead."""
    span = _span(toponym, "phrase", text, where)
    if span is None:
        return None
    tag = toponym.find("gaztag")
    place = toponym if tag is None else tag
    return GoldMention(
        span=span,
        text=text[span.start : span.end],
        level=_level(place.findtext("fclass"), place.findtext("fcode") or ""),
        name=place.findtext("name"),
        position=_position(place.findtext("lon"), place.findtext("lat")),
        geonames_id=_id(place.get("geonameid")),
    )


def _geovirus(location: Element, text: str, where: str) -> GoldMention | None:
    """GeoVirus counts from 1, and its positions are Wikipedia's."""
    span = _span(location, "name", text, where, first=1)
    if span is None:
        return None
    return GoldMention(
        span=span,
        text=text[span.start : span.end],
        position=_position(location.findtext("lon"), location.findtext("lat")),
    )


def _geowebnews(toponym: Element, text: str, where: str) -> GoldMention | None:
    """GeoWebNews: demonyms, languages and what has no position are to be ignored."""
    span = _span(toponym, "extractedName", text, where)
    if span is None:
        return None
    kind = toponym.findtext("type") or ""
    position = _position(toponym.findtext("longitude"), toponym.findtext("latitude"))
    is_place = position is not None and kind not in _IGNORED
    return GoldMention(
        span=span,
        text=text[span.start : span.end],
        kind=GoldKind.PLACE if is_place else GoldKind.IGNORE,
        position=position if is_place else None,
        geonames_id=_id(toponym.findtext("geonamesID")) if is_place else None,
        usage=_USAGES.get(kind) if is_place else None,
    )


def _span(annotation: Element, name: str, text: str, where: str, *, first: int = 0) -> Span | None:
    """Where an annotation's name stands; None where it stands nowhere near."""
    start = whole_number(annotation.findtext("start"), "start", where) - first
    return nearest_span(text, start, annotation.findtext(name) or "")


def _position(lon: str | None, lat: str | None) -> LonLat | None:
    """A position; None where the corpus has none, or none that can be."""
    try:
        return LonLat(float(lon or ""), float(lat or ""))
    except ValueError:
        return None


def _id(number: str | None) -> int | None:
    return int(number) if number and number.isdecimal() else None


def _level(feature_class: str | None, feature_code: str) -> Level | None:
    """Level of GeoNames' feature class and code; None for what is finer than a town or between two levels."""
    if feature_code.startswith("PCL"):
        return Level.COUNTRY
    if feature_code in _LEVELS:
        return _LEVELS[feature_code]
    if feature_class == "P":
        return Level.CITY
    return Level.REGION if feature_class in _NATURE or feature_code in _REGIONS else None


def _is_xml(content: str) -> bool:
    return content.lstrip().startswith(("<?xml", "<articles"))


XML: Final = GoldFormat(name="XML of LGL, TR-News, GeoVirus and GeoWebNews", recognizes=_is_xml, read=read_corpus)
