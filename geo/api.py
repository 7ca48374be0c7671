"""petakan in one call, for scripts and notebooks."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal, overload

from gazetteer.errors import ArticleError
from gazetteer.extras import require
from gazetteer.layers import AnyGazetteer, open_gazetteer
from geo.article import Article
from geo.features import collection, place_features
from geo.geoparsed import GeoparsedArticle, Unresolved
from geo.pipeline import Geoparser
from geo.policy import PublicMention, Withheld
from geo.readers.draft import Draft, to_article
from geo.records import MENTION_COLUMNS, PLACE_COLUMNS, MentionRecord, PlaceRecord, mention_records, place_records
from geo.tally import PlaceTally, tally

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

Of = Literal["places", "mentions"]

_WGS_84: Final = "EPSG:4326"
_NAMED_IN: Final = "id"


def geoparse(
    text: str | Article | Sequence[str | Article],
    language: str | None = None,
    title: str | None = None,
    published: date | None = None,
    gazetteer: AnyGazetteer | Path | None = None,
) -> "Geoparsed":
    """Find the places that a text, an article, or several of them report: offline, and at public level.

    >>> from geo import geoparse
    >>> result = geoparse("Banjir rob merendam Semarang, Jawa Tengah.")
    >>> [(mention.text, mention.place.id, mention.position) for mention in result.mentions][0]
    ('Semarang', 'geonames:1627896', LonLat(lon=110.42, lat=-6.99))

    Args:
        text: the text of an article, an :class:`~geo.article.Article`, or a sequence of either.
        language: BCP 47 tag ("id", "en") of texts; found out where None. An Article has its own.
        title: of texts; where None, the headline that the text has. An Article has its own.
        published: date of texts; where None, the day of publication that the text gives, if any.
        gazetteer: an open gazetteer (to be left open), the file of your own (it lies over the default one), or None
            for the default one. It takes 15 ms to open: for many calls open it once.

    Any number of threads may share one open gazetteer. A process of its own opens its own.

    Raises:
        ArticleError: two articles have the same id.
        GazetteerError: the gazetteer cannot be opened.
    """
    given = [text] if isinstance(text, str | Article) else list(text)
    articles = [
        one if isinstance(one, Article) else _article(one, _id(number, len(given)), language, title, published)
        for number, one in enumerate(given, start=1)
    ]
    ids = [one.id for one in articles]
    if len(set(ids)) < len(ids):
        twice = next(one for one in ids if ids.count(one) > 1)
        raise ArticleError(f"{twice}: two articles have this id; give each its own")
    with _opened(gazetteer) as opened:
        geoparser = Geoparser.over(opened)
        return Geoparsed(articles=tuple(geoparser.geoparse(one) for one in articles))


def _id(number: int, of: int) -> str:
    return "text" if of == 1 else f"text-{number}"


def _article(text: str, key: str, language: str | None, title: str | None, published: date | None) -> Article:
    draft = Draft(text=text, title=title, language=language)
    article = to_article(draft, article_id=key, source=key)
    return article if published is None else replace(article, published=published)


@contextmanager
def _opened(gazetteer: AnyGazetteer | Path | None) -> Iterator[AnyGazetteer]:
    if gazetteer is None or isinstance(gazetteer, Path):
        with open_gazetteer([] if gazetteer is None else [gazetteer]) as opened:
            yield opened
    else:
        yield gazetteer


@dataclass(frozen=True, slots=True, kw_only=True)
class Geoparsed:
    """What was found, at public level: nothing in it is finer than a town.

    It has a ``__geo_interface__``: geopandas, shapely and folium take it as it is, as the points of its places.
    """

    articles: tuple[GeoparsedArticle, ...]

    @property
    def mentions(self) -> tuple[PublicMention, ...]:
        """All mapped mentions, in the order of the articles and of their text."""
        return tuple(mention for one in self.articles for mention in one.mentions)

    @property
    def places(self) -> tuple[PlaceTally, ...]:
        """The places with their mentions, the most mentioned first."""
        return tally(self.mentions)

    @property
    def withheld(self) -> tuple[Withheld, ...]:
        """What was found and is not shown on a map: sites, and names that no place was chosen for."""
        return tuple(name for one in self.articles for name in one.withheld)

    @property
    def unresolved(self) -> tuple[Unresolved, ...]:
        """Likely place names that the gazetteer lacks."""
        return tuple(name for one in self.articles for name in one.unresolved)

    @property
    def __geo_interface__(self) -> dict[str, Any]:
        """A FeatureCollection of the places, as points (lon, lat) of WGS 84."""
        return collection(place_features(place_records(self.articles, self._language(None)), {}))

    @overload
    def to_records(self, of: Literal["places"] = ..., language: str | None = ...) -> list[PlaceRecord]: ...

    @overload
    def to_records(self, of: Literal["mentions"], language: str | None = ...) -> list[MentionRecord]: ...

    @overload
    def to_records(self, of: Of, language: str | None = ...) -> list[PlaceRecord] | list[MentionRecord]: ...

    def to_records(self, of: Of = "places", language: str | None = None) -> list[PlaceRecord] | list[MentionRecord]:
        """Plain dictionaries, for pandas or JSON; the mentions with what is withheld and unresolved.

        Places are named in ``language`` ("id", "en"), or else in that of the first article.
        """
        named_in = self._language(language)
        return place_records(self.articles, named_in) if of == "places" else mention_records(self.articles, named_in)

    def to_geodataframe(self, of: Of = "places", language: str | None = None) -> "GeoDataFrame":
        """A GeoDataFrame (EPSG:4326) of :meth:`to_records`; what is not mapped has no geometry.

        Raises:
            MissingExtraError: geopandas is not installed.
        """
        require("geopandas", extra="geopandas")
        from geopandas import GeoDataFrame  # noqa: PLC0415 - an extra, and slow to import
        from shapely import Point  # noqa: PLC0415 - likewise

        records = self.to_records(of, language)
        lonlats = ((one["lon"], one["lat"]) for one in records)
        points = [None if lon is None or lat is None else Point(lon, lat) for lon, lat in lonlats]
        columns = list(PLACE_COLUMNS if of == "places" else MENTION_COLUMNS)
        return GeoDataFrame(records, columns=columns, geometry=points, crs=_WGS_84)

    def _language(self, asked: str | None) -> str:
        first = self.articles[0].article.language if self.articles else None
        return asked or first or _NAMED_IN
