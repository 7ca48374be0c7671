"""Sites that sources count as towns are in no gazetteer, so that nothing can put one on a map."""

from collections import Counter
from pathlib import Path

import pytest
from synthetic_geonames import line
from test_user_build import COUNTRY, dump

from gazetteer.index import Gazetteer
from gazetteer.names import fold
from gazetteer.place import Level
from gazetteer.sources import geonames_dump
from gazetteer.sources.sites import is_site, is_site_name

SITES = [
    "Edwards Air Force Base", "Vandenberg Space Force Base", "McGuire AFB", "Joint Base Lewis McChord",
    "Naval Station Guantanamo Bay", "Wheeler Army Airfield", "King Khalid Military City", "Kings Bay Base",
    "Dover Base Housing", "Aberdeen Proving Ground", "Redstone Arsenal", "Schofield Barracks", "Malir Cantonment",
    "Melbourne Airport", "Tufts University", "University of Texas", "Kriel Power Station", "Ordnance Factory Itarsi",
    "Elsburg Gold Mine", "Karratha Industrial Estate",
]  # fmt: skip

TOWNS = [
    "Base", "Cantonment", "University", "University Park", "Garrison", "Airport West", "Arsenal", "Navy Yard City",
    "Campus", "Atlantic Mine", "Thetford-Mines", "Fort Bragg", "College Station", "Naval", "Basel",
]  # fmt: skip


@pytest.mark.parametrize("name", SITES)
def test_a_site_says_so_by_its_name(name: str) -> None:
    assert is_site_name(name)
    assert is_site(name, 1)


@pytest.mark.parametrize("name", TOWNS)
def test_a_town_that_is_called_like_a_part_of_it_is_none(name: str) -> None:
    assert not is_site(name, 1)


def test_a_base_that_is_called_like_a_town_is_known_by_its_number() -> None:
    assert is_site("Fort Bragg", 6941080)
    assert not is_site("Fort Bragg", 5350039)


def test_a_file_of_geonames_is_read_without_sites(tmp_path: Path) -> None:
    path = dump(tmp_path, COUNTRY, line(1, "Kudus"), line(2, "Kudus Air Force Base"), line(6941080, "Fort Bragg"))
    left_out = Counter[str]()
    found = list(geonames_dump.places(path, lambda *_: None, left_out))
    assert [one.record.keys[0] for one in found][1:] == ["geonames:1"]
    assert left_out == Counter({"P": 2})


def test_no_town_of_the_default_gazetteer_is_a_site(gazetteer: Gazetteer) -> None:
    assert [p.name for p in gazetteer.of_level(Level.CITY) if is_site_name(p.name)] == []
    for name in SITES:
        assert [p.name for p in gazetteer.find(name) if p.level is Level.CITY and fold(p.name) == fold(name)] == []
    (bragg,) = (p for p in gazetteer.find("Fort Bragg") if p.country == "US")
    assert bragg.id == "geonames:5350039"
