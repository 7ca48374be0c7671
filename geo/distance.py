"""How far positions are from each other.

geopy takes latitude first, petakan longitude: they are swapped here and nowhere else.
"""

from geopy.distance import great_circle

from gazetteer.place import LonLat


def km_between(one: LonLat, other: LonLat) -> float:
    """Kilometres from one position to another along the great circle (a sphere of 6371.009 km)."""
    return float(great_circle((one.lat, one.lon), (other.lat, other.lon)).km)
