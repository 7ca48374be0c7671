"""How far positions and places are from each other.

geopy takes latitude first, petakan longitude: they are swapped here and nowhere else.
"""

from geopy.distance import great_circle

from gazetteer.place import LonLat, Place


def km_between(one: LonLat, other: LonLat) -> float:
    """Kilometres from one position to another along the great circle (a sphere of 6371.009 km)."""
    return float(great_circle((one.lat, one.lon), (other.lat, other.lon)).km)


def km_between_places(one: Place, other: Place) -> float | None:
    """Kilometres between the positions of two places; None where one has no position."""
    if one.position is None or other.position is None:
        return None
    return km_between(one.position, other.position)
