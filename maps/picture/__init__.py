"""The picture: one map as SVG, for print and for pages without scripts; PNG and PDF are made of it."""

from collections.abc import Sequence
from typing import Final

from geo.geoparsed import GeoparsedArticle
from geo.tally import tally
from maps.basemap import load_base_map
from maps.page.atlas import Atlas
from maps.page.words import Language
from maps.picture.sheet import Sheet
from maps.picture.view import Extent

A4_SIDEWAYS: Final = (1188, 840)
"""Pixels: 297 by 210 mm, a pixel being a quarter of a millimeter."""


def render_picture(
    articles: Sequence[GeoparsedArticle],
    *,
    title: str,
    ui: Language = "id",
    size: tuple[int, int] = A4_SIDEWAYS,
    extent: Extent = "auto",
) -> str:
    """The places of some articles on one map, as SVG; the same articles give the same text, byte for byte.

    Args:
        articles: what was found in each.
        title: the heading.
        ui: language of the picture's words and of the names of places.
        size: width and height in pixels of a quarter of a millimeter.
        extent: "world", "region" around the main places, or "auto": whichever shows them best.

    Raises:
        PolicyError: a mention has not passed the public-level policy.
    """
    tallies = tally(mention for one in articles for mention in one.mentions)
    return Sheet(tallies, articles, title, Atlas(load_base_map(), ui), size).render(extent)
