"""What every export is made of: the articles, the records of their places and mentions, and whose data it is."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal
from urllib.parse import quote

from gazetteer.ranking import Language
from geo.features import Area
from geo.geoparsed import GeoparsedArticle
from geo.records import MentionRecord, PlaceRecord, QuoteRecord, mention_records, one_line, place_records

__all__ = [
    "CREDIT", "Area", "Findings", "MentionRecord", "PlaceRecord", "QuoteRecord", "article_uri", "one_line", "uri",
    "writable",
]  # fmt: skip

CREDIT: Final = (
    "Places: GeoNames (https://www.geonames.org/), CC BY 4.0, and others, by petakan. A position stands for a whole "
    "place, never for where something happened. Areas: Natural Earth, simplified; disputed ones as the United Nations "
    "see them."
)

_GEONAMES: Final = "geonames:"
_SCHEME: Final = re.compile("[A-Za-z][A-Za-z0-9+.-]*:")
_IN_ADDRESSES: Final = "%/:?#[]@!$&'()*+,;=~"


@dataclass(frozen=True, kw_only=True)
class Findings:
    """What an export may tell: public level only.

    Attributes:
        articles: the articles with what was found in them, for the formats that hold their text.
        language: of the names of places, and of words for people.
        with_areas: whether areas are wanted.
    """

    articles: tuple[GeoparsedArticle, ...]
    language: Language
    with_areas: bool = False

    @property
    def title(self) -> str:
        """Title of the whole."""
        return _title(self.articles, self.language)

    @cached_property
    def places(self) -> tuple[PlaceRecord, ...]:
        """The places, the most mentioned first."""
        return tuple(place_records(self.articles, self.language))

    @cached_property
    def mentions(self) -> tuple[MentionRecord, ...]:
        """The mentions in the order of the articles and of their text, with what is withheld and unresolved."""
        return tuple(mention_records(self.articles, self.language))

    @cached_property
    def areas(self) -> Mapping[str, Area]:
        """Areas of countries and first-level units by the id of the place, where they are wanted."""
        if not self.with_areas:
            return {}
        from maps.export.areas import areas_of  # noqa: PLC0415 - shapely takes 0.2 s that only areas pay

        return areas_of(self.places)

    def mentions_by(self, key: Literal["id", "article"]) -> dict[str | None, list[MentionRecord]]:
        """The mentions of each place, or of each article."""
        found: defaultdict[str | None, list[MentionRecord]] = defaultdict(list)
        for mention in self.mentions:
            found[mention[key]].append(mention)
        return found


def _title(articles: Sequence[GeoparsedArticle], language: Language) -> str:
    if len(articles) == 1:
        return one_line(articles[0].article.title)
    return f"Tempat dalam {len(articles)} artikel" if language == "id" else f"Places in {len(articles)} articles"


def uri(place_id: str) -> str:
    """The address of a place at GeoNames; an id of another source is a URI as it is, or becomes one."""
    if place_id.startswith(_GEONAMES):
        return f"https://sws.geonames.org/{place_id.removeprefix(_GEONAMES)}/"
    return _legal(place_id) if _SCHEME.match(place_id) else f"urn:petakan:place:{quote(writable(place_id), safe='')}"


def article_uri(article_id: str, url: str | None) -> str:
    """The address of an article; for a file without one, a URI of its name."""
    if url is not None and url.startswith(("http://", "https://")):
        return _legal(url)
    return f"urn:petakan:article:{quote(writable(article_id), safe='')}"


def _legal(address: str) -> str:
    """An address with what none may hold (blanks, <, letters beyond ASCII) in percent form."""
    return quote(writable(address), safe=_IN_ADDRESSES)


def writable(text: str) -> str:
    """Text that can be written as UTF-8: half of a surrogate pair, as JSON may hold one, becomes a question mark."""
    return text.encode("utf-8", "replace").decode("utf-8")
