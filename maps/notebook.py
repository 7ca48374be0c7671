"""The page in a notebook: an ordinary ``folium.Map`` that shows itself."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from html import escape
from itertools import chain, count
from pathlib import Path
from typing import Any, Final

from branca.element import Element, MacroElement
from folium.map import Icon, Popup
from folium.raster_layers import ImageOverlay, TileLayer, VideoOverlay, WmsTileLayer
from folium.template import Template

from gazetteer.errors import ArticleError, PageError
from gazetteer.layers import open_gazetteer
from geo.article import Article
from geo.geoparsed import GeoparsedArticle
from geo.pipeline import Geoparser
from geo.readers.draft import Draft, to_article
from geo.readers.files import article_files, read_articles
from geo.readers.formats import SUFFIXES
from maps.page import page_map
from maps.page.figure import PageMap
from maps.page.words import Language

Told = str | Path | Article | GeoparsedArticle
"""An article as :func:`story_map` takes it."""

HEIGHT_PX: Final = 720

_NEEDS: Final[tuple[tuple[type[Element], str], ...]] = (
    (Popup, "needs jQuery, which a page without network does not have; use folium.Tooltip"),
    (Icon, "needs pins that the page does not have; leave the icon out, or use folium.CircleMarker"),
    (TileLayer, "needs the network; the page has outlines of its own"),
    (WmsTileLayer, "needs the network; the page has outlines of its own"),
    (ImageOverlay, "shows pictures of the ground, which a page at public level does not"),
    (VideoOverlay, "shows pictures of the ground, which a page at public level does not"),
)
"""Layers that would fail in a reader's browser, and what to say where they are made."""


class PlainMarkers(MacroElement):
    """Markers without an icon of their own are small squares: Leaflet's pins are files that the page lacks."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
        L.Marker.prototype.options.icon = L.divIcon({ iconSize: [10, 10] });
        {% endmacro %}
        """
    )

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # folium's own lacks a return type
        self._name = "PlainMarkers"

    @classmethod
    def _generate_id(cls) -> str:
        """The same each time, as the page's own are."""
        return "petakan"


class StoryMap(PageMap):
    """A ``folium.Map`` whose page tells the articles; Jupyter shows it in a frame that can reach nothing.

    Vector layers can be added: circles, lines, polygons, GeoJSON, markers (drawn as small squares), tooltips. The
    zoom ends where the page's does. What needs files from elsewhere is refused when the page is rendered.
    """

    def __init__(self, label: str) -> None:
        super().__init__(label)
        self.add_child(PlainMarkers())

    def render(self, **kwargs: Any) -> str:
        """Put the map into its page.

        Raises:
            PageError: a layer needs what a page without network does not have.
        """
        for layer in _layers(self):
            for kind, reason in _NEEDS:
                if isinstance(layer, kind):
                    raise PageError(f"{kind.__name__}: {reason}")
        rendered: str = super().render(**kwargs)  # type: ignore[no-untyped-call]  # as above
        return rendered

    def _repr_html_(self, **kwargs: Any) -> str:
        """The whole page in a frame of its own, which neither the notebook nor the network can be reached from."""
        page = escape(self.get_root().render(**kwargs))
        return (
            f'<iframe srcdoc="{page}" sandbox="allow-scripts" title="{escape(self.label)}" '
            f'style="border:0;width:100%;height:{HEIGHT_PX}px"></iframe>'
        )


def _layers(parent: Element) -> Iterator[Element]:
    for child in parent._children.values():  # noqa: SLF001 - branca offers no other way
        yield child
        yield from _layers(child)


def story_map(
    articles: Told | Iterable[Told],
    *,
    title: str | None = None,
    ui: Language = "id",
    gazetteers: Sequence[Path] = (),
) -> StoryMap:
    """Map one article or several; in Jupyter the result shows itself.

    Args:
        articles: texts, paths of files and folders, articles, or geoparsed articles, in any mixture. A line that
            ends in .txt or .md, or that is the path of something that exists, is taken for a path.
        title: the heading; without it, that of the first article.
        ui: the language of the page: "id" or "en".
        gazetteers: files of your own, over the default gazetteer.

    Raises:
        ArticleError: something cannot be read, or there is nothing to read.
        PageError: on rendering, if a layer was added that a page without network cannot show.
    """
    told = [articles] if isinstance(articles, Told) else list(articles)
    if not told:
        raise ArticleError("story_map: no article; give a text, a path or a list of them")
    with open_gazetteer(gazetteers) as gazetteer:
        geoparser = Geoparser.over(gazetteer)
        parsed = [
            one if isinstance(one, GeoparsedArticle) else geoparser.geoparse(one)
            for one in _with_own_ids([found for one in told for found in _read(one)])
        ]
    made = page_map(parsed, title=title or parsed[0].article.title, ui=ui, map_class=StoryMap)
    assert isinstance(made, StoryMap)
    return made


def _read(one: Told) -> Iterator[Article | GeoparsedArticle]:
    if isinstance(one, Article | GeoparsedArticle):
        yield one
    elif isinstance(one, Path) or _is_path(one):
        for found in read_articles(article_files([str(one)])):
            if isinstance(found, ArticleError):
                raise found
            yield found
    else:
        if not one.strip():
            raise ArticleError("story_map: an empty text; is it the right one?")
        yield to_article(Draft(text=one), article_id="teks", source="notebook")


def _is_path(text: str) -> bool:
    if "\n" in text or not text.strip():
        return False
    try:
        return Path(text).suffix.lower() in SUFFIXES or Path(text).exists()
    except OSError:  # a long line is no path
        return False


def _with_own_ids(
    found: Sequence[Article | GeoparsedArticle],
) -> Iterator[Article | GeoparsedArticle]:
    """See that no two articles have the same id.

    Raises:
        ArticleError: two geoparsed articles have, or one has that of an article: it stands in its mentions.
    """
    seen: set[str] = set()
    for one in found:
        article = one.article if isinstance(one, GeoparsedArticle) else one
        numbered = (f"{article.id}-{number}" for number in count(2))
        id_ = next(id_ for id_ in chain([article.id], numbered) if id_ not in seen)
        seen.add(id_)
        if id_ == article.id:
            yield one
        elif isinstance(one, GeoparsedArticle):
            raise ArticleError(f"story_map: two articles have the id {article.id}; give each one of its own")
        else:
            yield replace(one, id=id_)
