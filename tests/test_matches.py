"""Where names of the gazetteer stand in an article."""

from dataclasses import replace

import pytest
from reading import article, mention, named, read

from gazetteer.index import Gazetteer
from gazetteer.place import Level, NameKind
from geo.article import Span
from geo.matches import Match, MatchFinder
from geo.tokens import Tokens


def matches_of(gazetteer: Gazetteer, text: str, language: str | None = "en") -> list[Match]:
    """All matches of a text."""
    found = MatchFinder(gazetteer).find(Tokens(article(text, language)), language)
    return [match for matches in found.values() for match in matches]


def folded(gazetteer: Gazetteer, text: str, language: str | None = "en") -> set[str]:
    """The folded names found in a text."""
    return {match.folded for match in matches_of(gazetteer, text, language)}


@pytest.mark.parametrize(
    ("text", "name", "level", "country"),
    [
        ("The People's Republic of China sent grain.", "People's Republic of China", Level.COUNTRY, "CN"),
        ("The People’s Republic of China sent grain.", "People’s Republic of China", Level.COUNTRY, "CN"),
        ("A road was closed near St. John's on Monday.", "St. John's", Level.CITY, "AG"),
        ("Farmers in Queen Anne's County sold corn.", "Queen Anne's County", Level.ADM2, "US"),
        ("The farms of Prince George's County are small.", "Prince George's County", Level.ADM2, "US"),
        ("Waves hit Martha's Vineyard at dawn.", "Martha's Vineyard", Level.REGION, "US"),
        ("Snow fell on Hawke's Bay at dawn.", "Hawke's Bay", Level.ADM1, "NZ"),
        ("Ohio's governor visited a bakery.", "Ohio", Level.ADM1, "US"),
        ("They met Poland’s president in Warsaw.", "Poland", Level.COUNTRY, "PL"),
    ],
)
def test_a_possessive_is_part_of_a_name_only_where_the_name_has_it(
    gazetteer: Gazetteer, text: str, name: str, level: Level, country: str
) -> None:
    found = mention(read(gazetteer, text, "en"), name)
    assert (found.level, found.place.country) == (level, country)
    assert text[found.span.start : found.span.end] == name


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("Rain fell on Gadsden, Ala., and on Troy, Mo., at noon.", {"Ala.": "Alabama", "Mo.": "Missouri"}),
        ("Snow fell on Ontario, Ore., and on Erie, Pa., at noon.", {"Ore.": "Oregon", "Pa.": "Pennsylvania"}),
        ("Hail fell on Salina, Kan., and on Erie, Colo., at noon.", {"Kan.": "Kansas", "Colo.": "Colorado"}),
        ("Rep. Kevin Brantow, R-Texas, met Sen. Zoe Brantow (R-Pa.) there.", {"Texas": "Texas", "Pa.": "Pennsylvania"}),
        ("Ridgeley, W.Va., is small, and so is Troy, N.Y.", {"W.Va.": "West Virginia", "N.Y.": "New York"}),
        ("The parcel went to Tupelo, MS, and to Erie, PA, on Friday.", {"MS": "Mississippi", "PA": "Pennsylvania"}),
    ],
)
def test_an_abbreviated_state_is_no_town_of_these_letters(
    gazetteer: Gazetteer, text: str, states: dict[str, str]
) -> None:
    parsed = read(gazetteer, text, "en")
    assert {short: mention(parsed, short).place.name for short in states} == states


def test_the_town_of_a_saint_is_a_namesake_by_its_short_name_too(gazetteer: Gazetteer) -> None:
    """More than thirty places are called St. Paul; the one in Kansas is Saint Paul in the gazetteer."""
    text = "Water stood in Chanute and Parsons. In Neosho County, Erie and Thayer were cut off. They slept in St. Paul."
    parsed = read(gazetteer, text, "en")
    above = [gazetteer.by_id(one) for one in mention(parsed, "St. Paul").place.parents]
    assert "Kansas" in {place.name for place in above if place is not None}


def test_the_least_of_many_namesakes_is_found_where_its_state_is_named(gazetteer: Gazetteer) -> None:
    """There are more than thirty towns called Cambridge, and few are smaller."""
    parsed = read(gazetteer, "A barn burned down in Cambridge, Idaho, on Sunday.", "en")
    above = [gazetteer.by_id(one) for one in mention(parsed, "Cambridge").place.parents]
    assert "Idaho" in [one.name for one in above if one is not None]


def test_an_owner_and_the_county_it_owns_are_two_places(gazetteer: Gazetteer) -> None:
    parsed = read(gazetteer, "Prosecutors in Ohio's Cuyahoga County met Ohio's governor.", "en")
    assert named(parsed) == ["Ohio", "Cuyahoga County", "Ohio"]


def test_a_name_with_a_possessive_ends_where_its_words_do(gazetteer: Gazetteer) -> None:
    (whole,) = (m for m in matches_of(gazetteer, "In St. John's, it rained.") if m.folded == "st johns")
    assert (whole.first, whole.count, whole.last) == (1, 2, 2)
    assert whole.end == len("In St. John's")
    (county,) = (m for m in matches_of(gazetteer, "In Queen Anne's County.") if m.count == 3)
    assert county.end is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Hujan turun di Kudusnya sendiri sejak pagi.", "Kudus"),
        ("Ia merindukan Semarangnya yang dulu.", "Semarang"),
        ("Ia merindukan Semarang-nya yang dulu.", "Semarang"),
    ],
)
def test_an_indonesian_clitic_is_no_part_of_the_name(gazetteer: Gazetteer, text: str, name: str) -> None:
    (found,) = read(gazetteer, text).mentions
    assert found.text == name
    assert found.place.name == name


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Kudusnya sendiri tenang.", "id"),  # the first word of a sentence may be any noun with -nya
        ("They saw Kudusnya there.", "en"),
        ("Ia melihat Linya kemarin.", "id"),  # too little is left
        ("Ia melihat Xyzzynya kemarin.", "id"),
    ],
)
def test_a_word_in_nya_is_not_always_a_name_with_a_clitic(gazetteer: Gazetteer, text: str, language: str) -> None:
    assert all(match.end is None for match in matches_of(gazetteer, text, language))


def test_a_name_that_ends_in_nya_itself_is_whole(gazetteer: Gazetteer) -> None:
    (found,) = read(gazetteer, "Mereka terbang ke Kenya kemarin.").mentions
    assert (found.text, found.place.country) == ("Kenya", "KE")


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        ("She moved to San Jose, Calif., last spring.", "Calif.", "California"),
        ("The train from Albany, N.Y., was late.", "N.Y.", "New York"),
        ("The U.S. and Canada agreed.", "U.S.", "United States"),
        ("He flew to Washington, D.C., on Friday.", "Washington, D.C.", "Washington"),
    ],
)
def test_the_full_stop_of_an_abbreviation_is_in_its_span(
    gazetteer: Gazetteer, text: str, name: str, place: str
) -> None:
    found = mention(read(gazetteer, text, "en"), name)
    assert found.place.name == place


def test_a_short_abbreviation_of_a_state_is_known_after_a_town(gazetteer: Gazetteer) -> None:
    parsed = read(gazetteer, "A barn burned in Springfield, Ill., overnight.", "en")
    assert mention(parsed, "Ill.").place.name == "Illinois"


@pytest.mark.parametrize(
    ("text", "joined", "apart"),
    [
        ("in Port-au-Prince today", "port au prince", ""),
        ("in New\nYork today", "new york", ""),
        ("in New\n\nYork today", "", "new york"),
        ("in New, York today", "", "new york"),
        ("in St. Louis today", "st louis", ""),
        ("in New York today", "new york", ""),
        ("in Washington, D.C. today", "washington d c", ""),
        ("in Salt Lake city today", "", "salt lake city"),
        ("in Trinidad & Tobago today", "trinidad tobago", ""),
    ],
)
def test_what_may_stand_between_the_words_of_a_name(gazetteer: Gazetteer, text: str, joined: str, apart: str) -> None:
    found = folded(gazetteer, text)
    assert not joined or joined in found
    assert not apart or apart not in found


def test_codes_are_names_in_capitals_and_in_their_language_only(gazetteer: Gazetteer) -> None:
    assert "as" in folded(gazetteer, "Kapal AS berlabuh", "id")
    assert "as" not in {m.folded for m in matches_of(gazetteer, "Kapal As", "id") if m.best.place.country == "US"}
    assert not any(m.best.kind is NameKind.SHORT for m in matches_of(gazetteer, "ships of AS here") if m.folded == "as")


def test_masked_words_are_in_no_name(gazetteer: Gazetteer) -> None:
    text = "Hujan di New York kemarin"
    masked = replace(article(text), masked=(Span(text.index("York"), len(text)),))
    found = MatchFinder(gazetteer).find(Tokens(masked), "id")
    assert "new york" not in {m.folded for matches in found.values() for m in matches}
    whole = replace(article(text), masked=(Span(0, len(text)),))
    assert MatchFinder(gazetteer).find(Tokens(whole), "id") == {}


def test_longer_names_come_first(gazetteer: Gazetteer) -> None:
    found = MatchFinder(gazetteer).find(Tokens(article("in New York City today", "en")), "en")
    counts = [m.count for m in found[1]]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] == 3


@pytest.mark.parametrize(
    ("name", "language", "is_strong"),
    [
        ("Rusia", "id", True),
        ("Jawa Tengah", "id", True),
        ("Jakarta", "id", True),
        ("Laut Merah", "id", True),
        ("Kudus", "id", False),
        ("Springfield", "en", False),
        ("California", "en", True),
    ],
)
def test_well_known_places_are_strong(gazetteer: Gazetteer, name: str, language: str, is_strong: bool) -> None:
    match = max(matches_of(gazetteer, f"x {name} x", language), key=lambda m: m.count)
    assert match.is_strong is is_strong


def test_senses_are_led_by_a_plain_name(gazetteer: Gazetteer) -> None:
    """ "Kudus" is Jerusalem's in Turkish, and a larger place: the best sense is the town that is called so."""
    (kudus,) = (m for m in matches_of(gazetteer, "di Kudus", "id") if m.folded == "kudus")
    assert kudus.best.place.country == "ID"
    prominences = [sense.place.prominence for sense in kudus.senses]
    assert prominences == sorted(prominences, reverse=True)
