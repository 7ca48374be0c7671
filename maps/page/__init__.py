"""The page: one HTML file with the map, the places and the articles, which works with no network."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from geo.geoparsed import GeoparsedArticle
from geo.tally import tally
from maps.basemap import load_base_map
from maps.page.content import Atlas, content_block
from maps.page.document import Document
from maps.page.markup import joined
from maps.page.words import Language, Words
from maps.tiles import Tiles

if TYPE_CHECKING:
    from maps.page.figure import PageMap


def render_page(
    articles: Sequence[GeoparsedArticle], *, title: str, ui: Language = "id", tiles: Tiles | None = None
) -> str:
    """The whole page as HTML; the same articles give the same text, byte for byte.

    Args:
        articles: what was found in each article; their ids differ.
        title: the heading of the page.
        ui: the language of the page's own words: Indonesian or English.
        tiles: web tiles beneath the map; they are the only thing that the page then asks for.

    Raises:
        PolicyError: a mention has not passed the public-level policy.
        PageError: Leaflet is not the version that petakan was tested with, or is not installed.
    """
    return page_map(articles, title=title, ui=ui, tiles=tiles).get_root().render()


def page_map(
    articles: Sequence[GeoparsedArticle],
    *,
    title: str,
    ui: Language = "id",
    tiles: Tiles | None = None,
    map_class: "type[PageMap] | None" = None,
) -> "PageMap":
    """The map of a page as folium's object: its root renders the page. See :func:`render_page`."""
    # folium takes 0.3 s to import: only those who draw a map wait for it
    from maps.page.figure import MAX_ZOOM, OfflineFigure, PageMap, StoryLayer  # noqa: PLC0415

    atlas = Atlas(load_base_map(), Words(ui))
    tallies = tally(mention for one in articles for mention in one.mentions)
    document = Document(articles, tallies, title, atlas)
    content = content_block(articles, tallies, atlas)
    figure = OfflineFigure(title=title, language=ui, body=lambda story_map: joined(document.body(story_map), content))
    story_map = (map_class or PageMap)(atlas.words("map.label"))
    story_map.add_child(StoryLayer())
    if tiles is not None:
        from maps.page.tiles_layer import TilesLayer  # noqa: PLC0415 - as above

        figure.image_host = tiles.host
        story_map.add_child(TilesLayer(tiles, ui, MAX_ZOOM))
    figure.add_child(story_map)
    return story_map
