"""JSON for StoryMapJS of Knight Lab: a slide for each place, in the order in which the articles come to it.

Its viewer puts headlines and texts into the page as HTML, so all words are escaped here. It loads its maps from the
network, which petakan's own page does not.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any, Final

from gazetteer.place import Level
from maps.export import wording
from maps.export.records import CREDIT, Findings, PlaceRecord

_ZOOMS: Final = {
    Level.CONTINENT: 3, Level.REGION: 5, Level.COUNTRY: 5, Level.ADM1: 7, Level.ADM2: 8, Level.CITY: 8,
}  # fmt: skip
"""The zoom at each level: at 8, a pixel is 600 m."""

_LANGUAGE: Final = "en"
"""Of the viewer's few buttons: versions before 2026 have no Indonesian, and fail on a language they lack."""

_MOST_QUOTES: Final = 5
_NO_MEDIA: Final = {"url": "", "caption": "", "credit": ""}


@dataclass(frozen=True, slots=True, kw_only=True)
class Slide:
    """A slide: a headline and paragraphs, as text; it flies to its place, if it has one."""

    headline: str
    paragraphs: Sequence[str]
    place: PlaceRecord | None = None


def write_places(found: Findings) -> str:
    """An overview, then a slide for each place with its sentences."""
    in_order = dict.fromkeys(mention["id"] for mention in found.mentions if mention["id"] is not None)
    places = {record["id"]: record for record in found.places}
    slides = [_slide(places[place_id], found) for place_id in in_order]
    return storymap(Slide(headline=found.title, paragraphs=[CREDIT]), slides)


def storymap(overview: Slide, slides: Iterable[Slide]) -> str:
    """The file that a viewer loads."""
    story = {
        "language": _LANGUAGE,
        "map_type": "osm:standard",
        "map_as_image": False,
        "calculate_zoom": False,  # or the viewer would choose its own, as near as it likes
        "slides": [_object(overview) | {"type": "overview"}, *(_object(slide) for slide in slides)],
    }
    return json.dumps({"storymap": story}, ensure_ascii=False, indent=1) + "\n"


def _slide(record: PlaceRecord, found: Findings) -> Slide:
    quotes = [
        paragraph
        for source, sentences in wording.sentences_by_source(record["quotes"], _MOST_QUOTES)
        for paragraph in (f"{source}:", *(f"“{one}”" for one in sentences))
    ]
    return Slide(
        headline=record["name"],
        paragraphs=[wording.summary(record, found.language), *quotes, wording.position_note(found.language)],
        place=record,
    )


def _object(slide: Slide) -> dict[str, Any]:
    paragraphs = "".join(f"<p>{escape(one)}</p>" for one in slide.paragraphs)
    made: dict[str, Any] = {"text": {"headline": escape(slide.headline), "text": paragraphs}, "media": _NO_MEDIA}
    if slide.place is None:
        made["location"] = {"line": False}
    else:
        made["location"] = {
            "name": escape(slide.place["name"]),
            "lat": slide.place["lat"],
            "lon": slide.place["lon"],
            "zoom": _ZOOMS[Level(slide.place["level"])],
            "line": True,
        }
    return made
