"""GeoJSON (RFC 7946)."""

import json
from collections.abc import Iterable
from typing import Any

from geo.features import collection, mention_features, place_features
from maps.export.records import CREDIT, Findings


def write_places(found: Findings) -> str:
    """A feature for each place: a point, or its area."""
    return _geojson(place_features(found.places, found.areas))


def write_mentions(found: Findings) -> str:
    """A feature for each name in the articles; what is not mapped has no geometry."""
    return _geojson(mention_features(found.mentions))


def _geojson(features: Iterable[dict[str, Any]]) -> str:
    # a member of our own, as section 6.1 allows
    return json.dumps(collection(features) | {"attribution": CREDIT}, ensure_ascii=False, indent=1) + "\n"
