"""The page: one HTML file with map, story and articles, which works with no network."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from geo.geoparsed import GeoparsedArticle
from geo.tally import tally
from maps.basemap import Detail, load_base_map
from maps.chapter import Chapter
from maps.page.atlas import Atlas
from maps.page.content import Content, content_block
from maps.page.document import Document
from maps.page.markup import joined
from maps.page.words import Language
from maps.story import chapters as chapters_of
from maps.tiles import Tiles

if TYPE_CHECKING:
    from maps.page.figure import PageMap

View = Literal["map", "story", "reader"]


def render_page(  # noqa: PLR0913 - what a page is made of, all but two with a default
    articles: Sequence[GeoparsedArticle],
    *,
    title: str,
    ui: Language = "id",
    chapters: Sequence[Chapter] | None = None,
    view: View = "map",
    credit: str = "",
    detail: Detail = "50m",
    tiles: Tiles | None = None,
) -> str:
    """The whole page as HTML; the same articles give the same text, byte for byte.

    Args:
        articles: what was found in each article; their ids differ.
        title: the heading of the page.
        ui: the language that the page starts in: Indonesian or English. A reader can switch.
        chapters: the story; None lets it be told by the articles themselves.
        view: what the page shows first.
        credit: who made the page, shown at its foot; plain text.
        detail: how fine the outlines of the base map are.
        tiles: web tiles beneath the map; they are the only thing that the page then asks for.

    Raises:
        PolicyError: a mention has not passed the public-level policy.
        PageError: Leaflet is not the version that petakan was tested with, or is not installed.
    """
    page = page_map(
        articles, title=title, ui=ui, chapters=chapters, view=view, credit=credit, detail=detail, tiles=tiles
    )
    return page.get_root().render()


def page_map(  # noqa: PLR0913 - see render_page
    articles: Sequence[GeoparsedArticle],
    *,
    title: str,
    ui: Language = "id",
    chapters: Sequence[Chapter] | None = None,
    view: View = "map",
    credit: str = "",
    detail: Detail = "50m",
    tiles: Tiles | None = None,
    map_class: "type[PageMap] | None" = None,
) -> "PageMap":
    """The map of a page as folium's object: its root renders the page. See :func:`render_page`."""
    # folium takes 0.3 s to import: only those who draw a map wait for it
    from maps.page.figure import MAX_ZOOM, OfflineFigure, PageMap, StoryLayer  # noqa: PLC0415

    atlas = Atlas(load_base_map(detail), ui)
    tallies = tally(mention for one in articles for mention in one.mentions)
    content = Content(articles, tallies, atlas)
    document = Document(content, title, credit)
    story = chapters_of(articles) if chapters is None else chapters
    block = content_block(content, story, {"view": view, "credit": credit})
    figure = OfflineFigure(title=title, language=ui, body=lambda story_map: joined(document.body(story_map), block))
    story_map = (map_class or PageMap)(atlas.words("map.label"))
    story_map.add_child(StoryLayer())
    if tiles is not None:
        from maps.page.tiles_layer import TilesLayer  # noqa: PLC0415 - as above

        figure.image_host = tiles.host
        story_map.add_child(TilesLayer(tiles, ui, MAX_ZOOM))
    figure.add_child(story_map)
    return story_map
