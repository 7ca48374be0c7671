"""The figure that every script and style sheet of the page must pass, and the map on it."""

import base64
import hashlib
from collections.abc import Callable, Iterable
from typing import Any, Final

import folium
from branca.element import CssLink, Element, Figure, JavascriptLink
from folium.elements import JSCSSMixin
from folium.template import Template

from gazetteer.errors import NotVendoredError
from maps.page.markup import Markup, element
from maps.page.vendored import OWN_SCRIPTS, OWN_STYLES, read_vendored

MAX_ZOOM: Final = 8
"""611 m a pixel at the equator: a town is a dot, and nothing smaller can be told."""

_SOUTH_WEST: Final = (-72, -200)
_NORTH_EAST: Final = (85, 200)


class OfflineHeader(Element):
    """A header that takes in only what petakan ships, as text.

    Attributes:
        scripts: text of each script by the name it was added under, in that order.
        styles: text of each style sheet, likewise.
    """

    def __init__(self) -> None:
        super().__init__()
        self.scripts: dict[str, str] = {}
        self.styles: dict[str, str] = {}

    def add_child(self, child: Element, name: str | None = None, index: int | None = None) -> Element:
        """Take in a script or a style sheet; ``index`` is not heeded.

        Raises:
            NotVendoredError: it is not shipped, or is markup of another kind.
        """
        del index
        if isinstance(child, JavascriptLink):
            self.scripts[name or child.url] = f"\n{read_vendored(child.url)}\n"
        elif isinstance(child, CssLink):
            self.styles[name or child.url] = f"\n{read_vendored(child.url)}\n"
        else:
            raise NotVendoredError(f"{name or child.get_name()}: markup for the page's head; make it a file")
        return self


class OfflineFigure(Figure):
    """A page that asks for nothing from outside, and forbids itself to.

    ``body`` is given the HTML of the map and gives that of the whole body, but for the scripts.

    Attributes:
        image_host: the one host that images may come from, or None.
    """

    header: OfflineHeader

    def __init__(self, *, title: str, language: str, body: Callable[[Markup], Markup]) -> None:
        super().__init__(title=title)
        self.header = OfflineHeader()
        self.language = language
        self.body = body
        self.image_host: str | None = None

    def render(self, **kwargs: Any) -> str:
        """The whole page. The content security policy names each script and style by its hash."""
        for child in self._children.values():
            child.render(**kwargs)
        scripts, styles = self.header.scripts.values(), self.header.styles.values()
        start = f"\n{self.script.render(**kwargs)}\n"
        policy = (
            f"default-src 'none'; script-src {_hashes([*scripts, start])}; style-src {_hashes(styles)}; "
            f"img-src data:{f' https://{self.image_host}' if self.image_host else ''}; "
            "base-uri 'none'; form-action 'none'"
        )
        page = (
            f'<!DOCTYPE html>\n<html lang="{self.language}">\n<head>\n<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            element("title", self.title or ""),
            '<link rel="icon" href="data:,">',
            *(f"<style>{text}</style>" for text in styles),
            *(f"<script>{text}</script>" for text in scripts),
            "</head>\n<body>",
            self.body(Markup(self.html.render(**kwargs))),
            f"<script>{start}</script>\n</body>\n</html>\n",
        )
        return "\n".join(page)


def _hashes(texts: Iterable[str]) -> str:
    digests = (hashlib.sha256(text.encode("utf-8")).digest() for text in texts)
    return " ".join(f"'sha256-{base64.b64encode(digest).decode('ascii')}'" for digest in digests)


class PageMap(folium.Map):
    """folium's map without tiles, and without the files and the viewport that folium adds."""

    default_js = [("leaflet", "leaflet.js")]  # noqa: RUF012 (folium reads a list)
    default_css = [("leaflet_css", "leaflet.css")]  # noqa: RUF012
    _template = Template(
        """
        {% macro html(this, kwargs) %}
        <div class="map" id="{{ this.get_name() }}" role="region" aria-label="{{ this.label|e }}"></div>
        {% endmacro %}
        {% macro script(this, kwargs) %}
        const {{ this.get_name() }} = L.map({{ this.get_name()|tojson }}, {
            center: {{ this.location|tojson }},
            ...{{ this.options|tojavascript }}
        });
        {% endmacro %}
        """
    )

    def __init__(self, label: str) -> None:
        # "max_zoom" does nothing on a map without tiles: Leaflet's own name for it does
        super().__init__(
            location=(20, 20),
            zoom_start=2,
            tiles=None,
            zoom_control=False,
            maxZoom=MAX_ZOOM,
            minZoom=1,
            zoomSnap=0.25,
            scrollWheelZoom=False,
            maxBounds=[list(_SOUTH_WEST), list(_NORTH_EAST)],
            maxBoundsViscosity=0.8,
        )
        self.label = label

    @classmethod
    def _generate_id(cls) -> str:
        """The same on every page, so that the same articles make the same bytes; folium's are random."""
        return "petakan"


class StoryLayer(JSCSSMixin):
    """What petakan draws on the map, and around it: see ``assets/page.js``."""

    default_js = [(name, name) for name in OWN_SCRIPTS]  # noqa: RUF012 (as above)
    default_css = [(name, name) for name in OWN_STYLES]  # noqa: RUF012
    _template = Template(
        """
        {% macro script(this, kwargs) %}
        petakan.page.start({{ this._parent.get_name() }});
        {% endmacro %}
        """
    )

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # folium's own lacks a return type
        self._name = "Story"

    @classmethod
    def _generate_id(cls) -> str:
        return "petakan"
