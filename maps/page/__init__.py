"""The page: one HTML file with map, story and articles, which works with no network."""

from collections.abc import Sequence
from typing import Literal

from geo.geoparse import GeoparsedArticle
from maps.basemap import Detail, load_base_map
from maps.chapter import Chapter
from maps.page.atlas import Atlas
from maps.page.chapters import chapters as chapters_of
from maps.page.content import Content, content_block
from maps.page.document import Document
from maps.page.markup import joined
from maps.page.words import Language
from maps.tally import tally

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

    Raises:
        PolicyError: a mention has not passed the public-level policy.
        PageError: Leaflet is not the version that petakan was tested with, or is not installed.
    """
    # folium takes 0.3 s to import: only those who draw a map wait for it
    from maps.page.figure import OfflineFigure, PageMap, StoryLayer  # noqa: PLC0415

    atlas = Atlas(load_base_map(detail), ui)
    tallies = tally(mention for one in articles for mention in one.mentions)
    content = Content(articles, tallies, atlas)
    document = Document(content, title, credit)
    story = chapters_of(articles) if chapters is None else chapters
    block = content_block(content, story, {"view": view, "credit": credit})
    figure = OfflineFigure(title=title, language=ui, body=lambda story_map: joined(document.body(story_map), block))
    story_map = PageMap(atlas.words("map.label"))
    story_map.add_child(StoryLayer())
    figure.add_child(story_map)
    return figure.render()
