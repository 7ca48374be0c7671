"""What petakan makes of articles besides tables: the page, the picture, the first storyline.

The commands and ``petakan build`` make them here alike. What draws is imported when it is used: folium takes 0.3 s.
"""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from gazetteer.ranking import Language
from geo.geoparsed import GeoparsedArticle

if TYPE_CHECKING:
    from maps.basemap import Detail
    from maps.page import View
    from maps.picture.view import Extent
    from maps.tiles import Tiles

PictureForm = Literal["svg", "png", "pdf"]

PICTURE_FORMS: Final[tuple[PictureForm, ...]] = ("svg", "png", "pdf")
DEFAULT_SIZE: Final = "1188x840"
"""Of a picture: A4 sideways."""

_SIZE: Final = re.compile(r"(\d{3,4})x(\d{3,4})")
_LEAST, _MOST = 400, 5000


def page_title(parsed: Sequence[GeoparsedArticle], ui: str) -> str:
    """The title of a page of the articles."""
    if len(parsed) == 1:
        return parsed[0].article.title
    return f"Peta {len(parsed)} artikel" if ui == "id" else f"Map of {len(parsed)} articles"


def made_page(  # noqa: PLR0913 - the options of petakan map
    parsed: Sequence[GeoparsedArticle],
    *,
    title: str | None,
    ui: Language,
    story: Path | None = None,
    view: "View | None" = None,
    credit: str = "",
    basemap: "Detail" = "50m",
    tiles: "Tiles | None" = None,
) -> str:
    """The page, told by the storyline in ``story`` if there is one; what is not said is as that has it.

    Raises:
        StoryError: the storyline cannot be read, or does not fit the articles.
    """
    from maps.page import render_page  # noqa: PLC0415 - see above
    from maps.storyline import read_storyline  # noqa: PLC0415

    own = None if story is None else read_storyline(story, parsed)
    return render_page(
        parsed,
        title=title or (own.title if own else "") or page_title(parsed, ui),
        ui=ui,
        chapters=own.chapters if own else None,
        view=view or ("story" if own else "map"),
        credit=credit or (own.credit if own else ""),
        detail=basemap,
        tiles=tiles,
    )


def made_picture(
    parsed: Sequence[GeoparsedArticle],
    *,
    title: str | None,
    ui: Language,
    form: PictureForm = "svg",
    size: tuple[int, int],
    projection: "Extent" = "auto",
) -> str | bytes:
    """The picture.

    Raises:
        MissingExtraError: it is to be PNG or PDF, and Typst is not installed.
    """
    from maps.picture import render_picture  # noqa: PLC0415 - see above
    from maps.picture.convert import converted  # noqa: PLC0415

    heading = title or page_title(parsed, ui)
    svg = render_picture(parsed, title=heading, ui=ui, size=size, extent=projection)
    return svg if form == "svg" else converted(svg, form, title=heading, size=size, language=ui)


def made_storyline(parsed: Sequence[GeoparsedArticle], *, title: str | None, ui: Language, file: str) -> str:
    """A first storyline to edit, which will be called ``file``."""
    from maps.story import chapters  # noqa: PLC0415 - see above
    from maps.storyline_draft import draft_storyline  # noqa: PLC0415

    heading = title or page_title(parsed, ui)
    return draft_storyline(parsed, chapters(parsed), title=heading, file=file, language=ui)


def pixels(size: str) -> tuple[int, int]:
    """Width and height of a picture in quarters of a millimeter, from "1188x840".

    Raises:
        ValueError: it is no size that a picture can have; the message says which are.
    """
    found = _SIZE.fullmatch(size)
    width, height = (int(found[1]), int(found[2])) if found else (0, 0)
    if not (_LEAST <= width <= _MOST and _LEAST <= height <= _MOST):
        raise ValueError(f"{size}: width x height, each from {_LEAST} to {_MOST}, as in {DEFAULT_SIZE}")
    return width, height
