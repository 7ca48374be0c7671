"""Web tiles on the page, and the words that say so."""

from html import escape
from typing import Final

from folium.elements import JSCSSMixin
from folium.template import Template

from maps.page.words import Language
from maps.tiles import Tiles

_NOTES: Final = {
    "id": "Latar peta diambil daring dari {host}; layanan itu melihat alamat internet Anda.",
    "en": "The background is fetched online from {host}; that service sees your address.",
}


class TilesLayer(JSCSSMixin):
    """Draws tiles beneath the outlines, which then have no fill; credit and note stand on the map.

    The texts are ours or the provider's, and are escaped: Leaflet takes attributions for HTML.
    """

    default_css = [("tiles.css", "tiles.css")]  # noqa: RUF012 (folium reads a list)
    _template = Template(
        """
        {% macro script(this, kwargs) %}
        {{ this._parent.get_name() }}.getContainer().classList.add("has-tiles");
        L.tileLayer({{ this.tiles.url|tojson }}, {
            maxZoom: {{ this.max_zoom }},
            maxNativeZoom: {{ this.tiles.max_zoom }},
            noWrap: false,
            attribution: {{ this.credit|tojson }},
        }).addTo({{ this._parent.get_name() }});
        {% endmacro %}
        """
    )

    def __init__(self, tiles: Tiles, language: Language, max_zoom: int) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # folium's own lacks a return type
        self._name = "Tiles"
        self.tiles = tiles
        self.max_zoom = max_zoom
        self.credit = f"{escape(tiles.attribution)} · {escape(_NOTES[language].format(host=tiles.host))}"

    @classmethod
    def _generate_id(cls) -> str:
        """The same each time, as the page's own are."""
        return "petakan"
