"""The ceiling that the gazetteer sets: what share of gold toponyms an always right choice could place.

    python tests/oracle.py FOLDER        a folder with CORPUS/gold.json, and CORPUS/txt where text is needed

A toponym with a position counts where an entry of the same folded name lies within 161 km or carries the gold id;
one without a position (the Indonesian corpora) where there is an entry of its name, sites left out by their heads.
"""

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any, Final

from geopy.distance import great_circle

from gazetteer.index import Gazetteer
from gazetteer.names import fold
from geo.cues import cues

NEAR_KM: Final = 161.0


def spellings(text: str) -> list[str]:
    """The folded name as it stands, and without what recognition takes off: level words, "se-", directions."""
    heads = cues(None)
    words = fold(text).split()
    found = [" ".join(words)]
    before = heads.in_name_before | set(heads.level) | {"se", "administrasi", "kerajaan"} | heads.directions
    while len(words) > 1 and words[0] in before:
        words = words[1:]
        found.append(" ".join(words))
    while len(words) > 1 and (words[-1] in heads.directions or words[-1] in heads.in_name_after):
        words = words[:-1]
        found.append(" ".join(words))
    return found


def is_site(text: str) -> bool:
    """Whether a name begins or ends like a site's."""
    words = fold(text).split()
    heads = cues(None)
    return bool(words) and (words[0] in heads.facility_before or words[-1] in heads.facility_after)


def is_reached(gazetteer: Gazetteer, mention: dict[str, Any]) -> bool:
    """Whether some entry of the mention's name is the place meant."""
    places = [place for name in spellings(mention["text"]) for place in gazetteer.find(name)]
    if mention.get("lat") is None:
        return bool(places)
    at = (mention["lat"], mention["lon"])
    return any(
        place.id == f"geonames:{mention.get('geonameid')}"
        or (place.position is not None and great_circle(at, (place.position.lat, place.position.lon)).km <= NEAR_KM)
        for place in places
    )


def main(folder: Path) -> None:
    """Print the share and the most frequent misses of each corpus in the folder."""
    with Gazetteer.open() as gazetteer:
        for gold in sorted(folder.glob("*/gold.json")):
            documents = json.loads(gold.read_text("utf-8"))["docs"].values()
            places = [m for ms in documents for m in ms if m.get("kind", "place") == "place"]
            positioned = [m for m in places if m.get("lat") is not None]
            wanted = positioned or [m for m in places if not is_site(m["text"])]
            missed = Counter(m["text"] for m in wanted if not is_reached(gazetteer, m))
            share = 1 - sum(missed.values()) / len(wanted)
            print(f"{gold.parent.name}: {share:.1%} of {len(wanted)};", ", ".join(n for n, _ in missed.most_common(25)))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
