"""The files that a page is made of: Leaflet from its installed package, and petakan's own."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Final

from gazetteer.errors import NotVendoredError, PageError


@dataclass(frozen=True, slots=True, kw_only=True)
class VendoredFile:
    """A file of an installed package; ``sha256`` is None for petakan's own."""

    package: str
    path: str
    sha256: str | None = None


OWN_SCRIPTS: Final = (
    "content.js",
    "data.js",
    "state.js",
    "filter.js",
    "basemap.js",
    "symbols.js",
    "room.js",
    "labels.js",
    "camera.js",
    "inset.js",
    "legend.js",
    "card.js",
    "marks.js",
    "list.js",
    "filters.js",
    "timeline.js",
    "table.js",
    "reader.js",
    "chapters.js",
    "tools.js",
    "page.js",
)
"""petakan's scripts, each after those it needs."""

OWN_STYLES: Final = ("colors.css", "map.css", "page.css", "panels.css", "print.css")

FILES: Final[Mapping[str, VendoredFile]] = {
    "leaflet.js": VendoredFile(
        package="js_lib_leaflet",
        path="static/js_lib_leaflet/leaflet.js",
        sha256="db49d009c841f5ca34a888c96511ae936fd9f5533e90d8b2c4d57596f4e5641a",
    ),
    "leaflet.css": VendoredFile(
        package="js_lib_leaflet",
        path="static/js_lib_leaflet/leaflet.css",
        sha256="a7837102824184820dfa198d1ebcd109ff6d0ff9a2672a074b9a1b4d147d04c6",
    ),
    "tiles.css": VendoredFile(package="maps.page", path="assets/tiles.css"),
    **{name: VendoredFile(package="maps.page", path=f"assets/{name}") for name in (*OWN_SCRIPTS, *OWN_STYLES)},
}
"""What a page may hold, by the name that a folium element asks for."""

_SOURCE_MAP: Final = "//# sourceMappingURL=leaflet.js.map"


def read_vendored(name: str) -> str:
    """The text of a file that is shipped.

    Raises:
        NotVendoredError: the file is not shipped, or its package is not installed.
        PageError: the file is not the one that petakan was tested with.
    """
    try:
        file = FILES[name]
        content = files(file.package).joinpath(file.path).read_bytes()
    except KeyError as error:
        known = ", ".join(FILES)
        raise NotVendoredError(f"{name}: petakan does not ship this file; a page may hold {known}") from error
    except (ModuleNotFoundError, FileNotFoundError) as error:
        raise NotVendoredError(f"{name}: not found ({error}); install petakan anew") from error
    if file.sha256 is not None and hashlib.sha256(content).hexdigest() != file.sha256:
        raise PageError(f"{name} of {file.package} is not the tested version; install petakan anew")
    # A parser of HTML reads CR LF as LF, and the hash in the policy is of what it reads. The source map is
    # not shipped, so a browser's tools must not be sent to look for it.
    text = content.decode("utf-8").replace("\r\n", "\n").rstrip().removesuffix(_SOURCE_MAP)
    if "</script" in text.lower() or "</style" in text.lower():
        raise PageError(f"{name}: it holds a closing tag and cannot stand inside a page")
    return text
