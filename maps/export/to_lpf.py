"""Linked Places Format 1.3, the GeoJSON-LD of the World Historical Gazetteer and of Peripleo."""

import json
from collections.abc import Iterable, Iterator
from typing import Any, Final

from gazetteer.place import Level
from geo.tally import Certainty
from maps.export.records import CREDIT, Findings, MentionRecord, PlaceRecord, QuoteRecord, article_uri, uri

_CONTEXT: Final = "https://raw.githubusercontent.com/LinkedPasts/linked-places/master/linkedplaces-context-v1.1.jsonld"
_CERTAINTY: Final = {
    Certainty.SURE: "certain", Certainty.LIKELY: "less-certain", Certainty.UNSURE: "uncertain",
}  # fmt: skip
_GEONAMES: Final = "geonames:"
_GAZETTEER_YEAR: Final = "2026"
_WATERS: Final = frozenset({
    "BAY", "CHN", "CNL", "DEPU", "FLLS", "GLCR", "GULF", "LK", "LKS", "OCN", "RFC", "RSV", "SEA", "SHOL", "STM", "STRT",
    "TRGU", "TRNU", "WTLD",
})  # fmt: skip
_LANDFORMS: Final = frozenset({
    "ATOL", "CAPE", "CNYN", "DLTA", "DPR", "DSRT", "GRGE", "ISL", "ISLS", "ISTH", "KRST", "MT", "MTS", "PASS", "PEN",
    "PLAT", "PLN", "VAL", "VLC",
})  # fmt: skip
"""GeoNames' feature codes of regions that are water or relief; the rest are regions as such."""


def write_places(found: Findings) -> str:
    """A feature for each place, with the spellings that the articles attest."""
    mentions = found.mentions_by("id")
    features = [_feature(record, mentions[record["id"]]) for record in found.places]
    whole = {"type": "FeatureCollection", "@context": _CONTEXT, "attribution": CREDIT, "features": features}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _feature(record: PlaceRecord, mentions: Iterable[MentionRecord]) -> dict[str, Any]:
    return {
        "@id": uri(record["id"]),
        "type": "Feature",
        "properties": {
            "title": record["name"],
            "ccodes": [record["country"]] if record["country"] else [],
            "fclasses": [_fclass(record)],
        },
        "when": _when(record),
        "names": list(_names(record, mentions)),
        "geometry": {
            "type": "Point",
            "coordinates": [record["lon"], record["lat"]],
            "certainty": _CERTAINTY[Certainty(record["certainty"])],
        },
        "links": list(_links(record)),
        "descriptions": [_description(quote) for quote in record["quotes"][:1]],
    }


def _description(quote: QuoteRecord) -> dict[str, str]:
    return {"value": quote["sentence"], "@id": article_uri(quote["article"], quote["url"])}


def _fclass(record: PlaceRecord) -> str:
    """One of GeoNames' classes: A, P, L, H or T. None is ever S, a site."""
    match record["level"]:
        case Level.CITY:
            return "P"
        case Level.COUNTRY | Level.ADM1 | Level.ADM2:
            return "A"
    return "H" if record["feature_code"] in _WATERS else "T" if record["feature_code"] in _LANDFORMS else "L"


def _when(record: PlaceRecord) -> dict[str, Any]:
    """The days of the articles that attest it; where they give none, that it is a place of today's gazetteer."""
    first, last = record["first_published"], record["last_published"]
    if first is None:
        return {"timespans": [{"start": {"latest": _GAZETTEER_YEAR}}], "label": "the articles give no date"}
    return {"timespans": [{"start": {"in": first}, **({"end": {"in": last}} if last != first else {})}]}


def _names(record: PlaceRecord, mentions: Iterable[MentionRecord]) -> Iterator[dict[str, Any]]:
    attested: dict[str, dict[str, dict[str, Any]]] = {spelling: {} for spelling in record["spellings"]}
    for mention in mentions:
        year = {"year": int(mention["published"][:4])} if mention["published"] else {}
        citation = {"label": mention["title"], "@id": article_uri(mention["article"], mention["url"]), **year}
        attested[" ".join(mention["text"].split())][mention["article"]] = citation
    for spelling, citations in attested.items():
        yield {"toponym": spelling, "citations": list(citations.values())}


def _links(record: PlaceRecord) -> Iterator[dict[str, str]]:
    if record["id"].startswith(_GEONAMES):
        yield {"type": "closeMatch", "identifier": f"gn:{record['id'].removeprefix(_GEONAMES)}"}
