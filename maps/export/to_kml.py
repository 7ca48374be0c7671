"""KML 2.2 for Google Earth: names without pins, the sentences beside them, and no flight lower than a region.

A name is drawn without an icon: a pin would say that something happened at that very spot, and an icon's picture would
have to be loaded from somewhere.
"""

from collections.abc import Iterator
from html import escape
from typing import Final

from gazetteer.place import Level
from geo.tally import Certainty
from maps.export import wording
from maps.export.cells import cells
from maps.export.elements import DECLARATION, Xml, element, joined
from maps.export.records import CREDIT, Area, Findings, PlaceRecord, uri

_COLORS: Final = {
    Certainty.SURE: "ffb27200", Certainty.LIKELY: "ff009fe6", Certainty.UNSURE: "ffa779cc",
}  # fmt: skip
"""Blue, orange and purple of Okabe and Ito, as KML has it: alpha, blue, green, red."""

_SCALES: Final = {
    Level.CONTINENT: 1.3, Level.REGION: 1.1, Level.COUNTRY: 1.2, Level.ADM1: 1.0, Level.ADM2: 0.9, Level.CITY: 0.9,
}  # fmt: skip
_SEEN_FROM_M: Final = {
    Level.CONTINENT: 8_000_000, Level.REGION: 2_500_000, Level.COUNTRY: 2_500_000, Level.ADM1: 500_000,
    Level.ADM2: 200_000, Level.CITY: 150_000,
}  # fmt: skip
"""How far from the ground a viewer stops that flies to a place: a map of a region, not of a street."""

_MOST_QUOTES: Final = 25
_SHOWN: Final = (
    "level",
    "country",
    "mentions",
    "literal",
    "associative",
    "unsure",
    "corrected",
    "first_published",
    "last_published",
)


def write_places(found: Findings) -> str:
    """A folder for each level, in it a placemark for each place."""
    styles = [_style(level, one) for level in Level for one in Certainty]
    folders = [_folder(level, found) for level in Level if any(one["level"] == level for one in found.places)]
    document = element(
        "Document", element("name", found.title), element("description", escape(CREDIT)), *styles, *folders
    )
    return DECLARATION + element("kml", document, xmlns="http://www.opengis.net/kml/2.2") + "\n"


def _style(level: Level, certainty: Certainty) -> Xml:
    color = _COLORS[certainty]
    return element(
        "Style",
        element("IconStyle", element("scale", "0")),
        element("LabelStyle", element("color", color), element("scale", f"{_SCALES[level]}")),
        element("LineStyle", element("color", color), element("width", "2")),
        element("PolyStyle", element("color", f"33{color[2:]}")),
        id=f"{level}-{certainty}",
    )


def _folder(level: Level, found: Findings) -> Xml:
    placemarks = (_placemark(one, found) for one in found.places if one["level"] == level)
    return element("Folder", element("name", wording.level(level, found.language)), *placemarks)


def _placemark(record: PlaceRecord, found: Findings) -> Xml:
    level, lonlat = Level(record["level"]), f"{record['lon']},{record['lat']}"
    values = zip(_SHOWN, cells(record, _SHOWN), strict=True)
    area = found.areas.get(record["id"])
    where = element("Point", element("coordinates", lonlat))
    return element(
        "Placemark",
        element("name", record["name"]),
        element("Snippet", wording.summary(record, found.language), maxLines=1),
        element("description", _description(record, found)),
        element(
            "LookAt",
            element("longitude", f"{record['lon']}"),
            element("latitude", f"{record['lat']}"),
            element("range", f"{_SEEN_FROM_M[level]}"),
        ),
        element("styleUrl", f"#{level}-{record['certainty']}"),
        element("ExtendedData", _data("id", uri(record["id"])), *(_data(name, value) for name, value in values)),
        where if area is None else element("MultiGeometry", where, *_polygons(area)),
    )


def _data(name: str, value: object) -> Xml:
    return element("Data", element("value", "" if value is None else str(value)), name=name)


def _description(record: PlaceRecord, found: Findings) -> str:
    """HTML for the balloon. It is text to KML, so it is escaped once more on its way into the file."""
    quotes = "".join(
        f"<p><b>{escape(source)}</b></p>{''.join(f'<p>{escape(one)}</p>' for one in sentences)}"
        for source, sentences in wording.sentences_by_source(record["quotes"], _MOST_QUOTES)
    )
    summary = escape(wording.summary(record, found.language))
    return f"<p>{summary}</p>{quotes}<p>{escape(wording.position_note(found.language))}</p>"


def _polygons(area: Area) -> Iterator[Xml]:
    for outer, *holes in area:
        rings = [_ring("outerBoundaryIs", outer), *(_ring("innerBoundaryIs", hole) for hole in holes)]
        yield element("Polygon", *rings)


def _ring(name: str, ring: list[tuple[float, float]]) -> Xml:
    coordinates = " ".join(f"{lon},{lat}" for lon, lat in ring)
    return element(name, element("LinearRing", element("coordinates", joined(coordinates))))
