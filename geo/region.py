"""How far positions and places are from each other's areas.

The area of a place is its outline; where it has none, the circle of its radius; else its position alone.
"""

from gazetteer.areas import Areas
from gazetteer.place import LonLat, Place
from geo.distance import km_between


def distance_km(areas: Areas, place: Place, at: LonLat) -> float | None:
    """Kilometres from a position to the area of a place, 0.0 inside; None where nothing says where that is."""
    to_outline = areas.distance_km(place, at)
    if to_outline is not None:
        return to_outline
    if place.position is None:
        return None
    return max(0.0, km_between(place.position, at) - (place.radius_km or 0.0))


def km_apart(areas: Areas, one: Place, other: Place) -> float | None:
    """Kilometres between two places, of which one may lie in the other: 0.0 then; None where nothing says."""
    ways = [(one, other.position), (other, one.position)]
    distances = [distance_km(areas, place, at) for place, at in ways if at is not None]
    return min((km for km in distances if km is not None), default=None)
