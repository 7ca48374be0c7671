"""Web tiles beneath the map: opt-in, cartographic styles of known providers only, and never imagery."""

import warnings
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, Final
from urllib.parse import urlsplit

from gazetteer.errors import PageError

MAX_ZOOM: Final = 8
"""The page's own: tiles that show more are not asked for."""

STYLES: Final = (
    "UN.ClearMap",
    "OpenStreetMap.Mapnik",
    "OpenStreetMap.DE",
    "OpenStreetMap.France",
    "OpenStreetMap.HOT",
    "OpenTopoMap",
    "Esri.NatGeoWorldMap",
    "Esri.OceanBasemap",
    "Esri.WorldGrayCanvas",
    "Esri.WorldStreetMap",
    "Esri.WorldTopoMap",
)
"""What may lie beneath the map, by xyzservices' names: drawn maps of the whole world that ask for no key.

A list of what is allowed, and not of what is refused: a new provider of satellite pictures is not in it.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tiles:
    """Tiles of one provider.

    Attributes:
        name: xyzservices' name of the style.
        url: address of a tile on ``host`` by https, with ``{z}``, ``{x}`` and ``{y}`` to be filled in.
        attribution: whom to credit, as plain text.
        host: the one host that a reader's browser asks.
        max_zoom: the finest tiles that are asked for.
    """

    name: str
    url: str
    attribution: str
    host: str
    max_zoom: int


def tiles_of(name: str) -> Tiles:
    """The tiles of a style, such as "UN.ClearMap"; case, dots and spaces in the name do not matter.

    Raises:
        PageError: there is no such style, it needs a key, or it is not a drawn map.
    """
    provider = _provider(name)
    style = provider["name"]
    if style not in STYLES:
        if _needs_key(provider):
            raise PageError(f"--tiles {style}: needs a key, and petakan has none; use {STYLES[0]} or {STYLES[1]}")
        raise PageError(
            f"--tiles {style}: not one of the drawn maps that petakan shows, and imagery is never shown; "
            f"use {STYLES[0]} or {STYLES[1]}"
        )
    if _needs_key(provider):
        raise PageError(f"--tiles {style}: asks for a key by now; use another of {', '.join(STYLES)}")
    url = provider.build_url(x="{x}", y="{y}", z="{z}", scale_factor="")
    address = urlsplit(url)
    if address.scheme != "https" or not address.hostname:
        raise PageError(f"--tiles {style}: its tiles do not come by https; use another style")
    return Tiles(
        name=style,
        url=url,
        attribution=" ".join(provider["attribution"].replace("(C)", "©").split()),
        host=address.hostname,
        max_zoom=min(MAX_ZOOM, int(provider.get("max_zoom", MAX_ZOOM))),
    )


def _provider(name: str) -> Any:
    # its table of 900 providers takes 0.1 s to read, which only --tiles pays
    from xyzservices import providers  # noqa: PLC0415

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # advice on where to get a key: those are refused anyway
        try:
            return providers.query_name(name)
        except ValueError as error:
            near = get_close_matches(name, STYLES, n=1, cutoff=0.4)
            raise PageError(
                f"--tiles {' '.join(name.split())[:60]}: no such style; "
                + (f"did you mean {near[0]}?" if near else f"there are {', '.join(STYLES)}")
            ) from error


def _needs_key(provider: Any) -> bool:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return bool(provider.requires_token())
