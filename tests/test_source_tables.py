"""Sources that are tables of ours: CLDR, Natural Earth, and what was made by hand."""

import re
from pathlib import Path

import pytest
from tiny_gazetteer import name
from tiny_packages import write_text

from gazetteer.errors import SourceError
from gazetteer.index import Gazetteer
from gazetteer.place import Level, LonLat, NameKind
from gazetteer.sources import census, cldr, hamlets, hand, natural_earth, towns
from gazetteer.sources.record import Record

ADMIN1_HEADER = "ne_id\tgeonameid\tgn_code\tiso\tcountry\tdisputed\ttype\tlon\tlat\tradius_km\tnames\n"


def test_units_of_natural_earth(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A unit has its point, radius and names; the English one is its own, and postal codes are codes."""
    write_text(
        tmp_path / "data" / "admin1.tsv",
        ADMIN1_HEADER
        + "7\t5332921\tUS.CA\tUS-CA\tUS\t0\tState\t-119.6\t37.3\t363.0\t"
        + "alt=CA|alt=Calif.|en=California|gn=Kalif|id=Kalifornia\n"
        + "8\t\t\tUA-43\tUA\t1\tRepublic\t34.4\t45.2\t0\ten=Crimea|woe=Krym\n"
        + "9\t1643012\tID.36\tID-PA\tID\t0\tProvince\t138.5\t-4.2\t300.0\ten=Papua\n",
    )
    monkeypatch.setattr(natural_earth, "files", lambda _: tmp_path)
    california, crimea, papua = natural_earth.records()
    assert california.keys == ("geonames:5332921", "gn:US.CA", "iso2:US-CA", "ne:7")
    assert california.names == (
        name("California", NameKind.OFFICIAL, "en"),
        name("CA", NameKind.CODE),
        name("Calif.", NameKind.CODE),
        name("Kalif"),
        name("Kalifornia", NameKind.OFFICIAL, "id"),
    )
    assert (california.position, california.radius_km, california.disputed) == (
        LonLat(-119.6, 37.3),
        363.0,
        False,
    )
    assert (california.level, california.parents) == (Level.ADM1, ("iso:US",))
    assert (crimea.keys, crimea.disputed, crimea.radius_km) == (("iso2:UA-43", "ne:8"), True, None)
    assert (papua.position, papua.radius_km) == (None, None), "drawn as it was before it was divided"


def test_units_have_no_words_for_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A numeral, a word and half of a name are none that a reader would know a unit by; its own name may be a word."""
    write_text(
        tmp_path / "data" / "admin1.tsv",
        ADMIN1_HEADER
        + "7\t2026639\tRU.89\tRU-YEV\tRU\t0\tOblast\t132.8\t48.6\t200.0\t"
        + "alt=VII|alt=Yahudi|alt=Yevrey|en=Jewish|gn=The 3rd|id=Oblast Otonom Yahudi|woe=The City\n"
        + "8\t1\tGB.X\tGB-X\tGB\t0\tCity\t0.1\t51.5\t3.0\ten=Eastern\n",
    )
    monkeypatch.setattr(natural_earth, "files", lambda _: tmp_path)
    jewish, eastern = natural_earth.records()
    assert [name.text for name in jewish.names] == ["Yevrey", "Oblast Otonom Yahudi"]
    assert [name.text for name in eastern.names] == ["Eastern"]


@pytest.mark.parametrize("text", ["Jewish", "Yahudi", "VII", "City", "Region", "Ibu Kota"])
def test_no_unit_of_the_default_gazetteer_is_called_by_a_word(text: str) -> None:
    with Gazetteer.open() as gazetteer:
        assert all(place.level is not Level.ADM1 for place in gazetteer.find(text))


@pytest.mark.parametrize("text", ["Google", "Hamas", "The City"])
def test_no_town_is_called_what_is_known_as_something_else(text: str) -> None:
    assert towns.why_left_out(text) == "name of something else"
    assert towns.why_left_out(f"{text}burg") is None


def test_hamlets_lie_in_their_county_and_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A hamlet is a town that nothing is known of but where it lies; some have no county."""
    write_text(
        tmp_path / "data" / "hamlets_us.tsv",
        "zip\tname\tstate\tcounty\tlon\tlat\n"
        "42037\tOld Mill\tKY\t055\t-88.18\t37.16\n"
        "99999\tFar End\tAK\t\t-150.00\t61.00\n",
    )
    monkeypatch.setattr(hamlets, "files", lambda _: tmp_path)
    mill, end = hamlets.records()
    assert mill.keys == ("petakan:us-42037-old-mill",)
    assert mill.names == (name("Old Mill", NameKind.OFFICIAL),)
    assert mill.parents == ("gn:US.KY.055", "gn:US.KY", "iso:US")
    assert (mill.level, mill.country, mill.position) == (Level.CITY, "US", LonLat(-88.18, 37.16))
    assert end.parents == ("gn:US.AK", "iso:US")


def test_townships_are_found_by_their_short_names_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A township has its county; of an incorporated town the census tells the state alone."""
    write_text(
        tmp_path / "data" / "census_us.tsv",
        "geoid\tname\tshort\tstate\tcounty\tlon\tlat\n"
        "4200369584\tElm Township\tElm\tPA\t003\t-79.96\t40.52\n"
        "0103724\tBakerhill\t\tAL\t\t-85.30\t31.78\n",
    )
    monkeypatch.setattr(census, "files", lambda _: tmp_path)
    elm, town = census.records()
    assert elm.keys == ("petakan:us-4200369584",)
    assert elm.names == (name("Elm Township", NameKind.OFFICIAL), name("Elm", NameKind.SHORT))
    assert elm.parents == ("gn:US.PA.003", "gn:US.PA", "iso:US")
    assert (elm.level, elm.country, elm.position) == (Level.CITY, "US", LonLat(-79.96, 40.52))
    assert town.names == (name("Bakerhill", NameKind.OFFICIAL),)
    assert town.parents == ("gn:US.AL", "iso:US")


def test_territories(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A country gets names only; a region of M49 gets its position as well."""
    write_text(
        tmp_path / "data" / "territories.tsv",
        "code\tkind\tlanguages\tname\n"
        "ID\tofficial\tde en id\tIndonesia\n"
        "035\tofficial\taf\tSuidoos-Asië\n"
        "035\tofficial\ten\tSoutheast Asia\n"
        "142\tofficial\tid\tAsia\n"
        "US\tshort\tid\tAS\n"
        "019\tvariant\ten\tThe Americas\n",
    )
    monkeypatch.setattr(cldr, "files", lambda _: tmp_path)
    americas, southeast_asia, asia, indonesia, states = cldr.records()
    assert americas.keys == ("m49:019", "cldr:019")
    assert americas.parents == ()
    assert southeast_asia.names[0] == name("Southeast Asia", NameKind.OFFICIAL, "en")
    assert (southeast_asia.level, southeast_asia.parents) == (Level.REGION, ("continent:AS",))
    assert (southeast_asia.position, southeast_asia.radius_km) == (LonLat(108.0, 6.0), 1200)
    assert (asia.keys, asia.level, asia.position) == (("m49:142",), None, None)
    assert indonesia.keys == ("iso:ID",)
    assert [n.language for n in indonesia.names] == ["en", "de", "id"]
    assert states.names == (name("AS", NameKind.SHORT, "id"),)


REGIONS = (
    "id\tcode\tname_id\tname_en\tother_id\tother_en\tlon\tlat\tradius_km\tcountries\tdisputed\tsource\tnote\n"
    "petakan:laut-merah\tSEA\tLaut Merah\tRed Sea\t\tErythraean Sea|Sea of Reeds\t38.0\t20.5\t400\t\t0\t\t\n"
    "petakan:donbas\tRGN\tDonbas\tDonbas\tDonbass\t\t38.0\t48.2\t\tUA\t1\t\t\n"
    "petakan:uni-soviet\tRGNH\tUni Soviet\tSoviet Union\t\t\t60\t58\t2000\tRU UA\t0\t\t\n"
)
PRESS_NAMES = (
    "place\tname\tlanguage\tkind\treason\n"
    "ISO:KP\tKorut\tid\tshort\t\n"
    "ISO2:US-CA\tCalif.\ten\tcode\t\n"
    "M49:142\tBenua Kuning\tid\talternate\t\n"
    "geonames:524901\tMoskwa\t\thistoric\t\n"
    "petakan:donbas\tDonets Basin\ten\talternate\t\n"
)


@pytest.fixture
def by_hand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Record]:
    write_text(tmp_path / "data" / "regions.tsv", REGIONS)
    write_text(tmp_path / "data" / "press_names.tsv", PRESS_NAMES)
    monkeypatch.setattr(hand, "files", lambda _: tmp_path)
    return list(hand.records())


def test_regions_made_by_hand(by_hand: list[Record]) -> None:
    """A region has names in both languages, a point, and the countries it lies in."""
    red_sea, donbas, soviet_union = by_hand[:3]
    assert red_sea.names == (
        name("Laut Merah", NameKind.OFFICIAL, "id"),
        name("Red Sea", NameKind.OFFICIAL, "en"),
        name("Erythraean Sea", language="en"),
        name("Sea of Reeds", language="en"),
    )
    assert (red_sea.level, red_sea.feature_code, red_sea.country) == (Level.REGION, "SEA", None)
    assert (red_sea.position, red_sea.radius_km, red_sea.disputed) == (LonLat(38.0, 20.5), 400.0, False)
    assert (donbas.country, donbas.parents, donbas.radius_km, donbas.disputed) == (
        "UA",
        ("iso:UA",),
        None,
        True,
    )
    assert [n.text for n in donbas.names] == ["Donbas", "Donbas", "Donbass"]
    assert {n.kind for n in soviet_union.names} == {NameKind.HISTORIC}
    assert (soviet_union.country, soviet_union.parents) == (None, ("iso:RU", "iso:UA"))


def test_names_of_the_press(by_hand: list[Record]) -> None:
    """A further name has the key of the place it belongs to, and nothing else."""
    assert by_hand[3:] == [
        Record(keys=("iso:KP",), names=(name("Korut", NameKind.SHORT, "id"),)),
        Record(keys=("iso2:US-CA",), names=(name("Calif.", NameKind.CODE, "en"),), relabels=True),
        Record(keys=("m49:142",), names=(name("Benua Kuning", language="id"),)),
        Record(keys=("geonames:524901",), names=(name("Moskwa", NameKind.HISTORIC),), relabels=True),
        Record(keys=("petakan:donbas",), names=(name("Donets Basin", language="en"),)),
    ]


def test_the_committed_tables_can_be_read() -> None:
    """Each row of the tables that scripts make is a record with a name."""
    for module in (census, cldr, hamlets, natural_earth):
        found = list(module.records())
        assert len(found) > 250
        assert all(record.keys and record.names for record in found)


def test_no_base_or_mine_is_among_the_american_towns() -> None:
    """What the census and the postal service count as if it were a town."""
    names = [record.names[0].text for module in (census, hamlets) for record in module.records()]
    sites = re.compile(r"\b(AFB|Arsenal|Barracks|Naval|Proving Ground|Air Facility|Dog Mine|Light Plant)\b")
    assert list(filter(sites.search, names)) == []


@pytest.mark.parametrize("row", ["WIKIDATA:Q1\tX\tid\tshort\t\n", "ISO:ID\tX\tid\tnickname\t\n"])
def test_a_press_name_of_no_known_scheme_or_kind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, row: str) -> None:
    write_text(tmp_path / "data" / "regions.tsv", REGIONS)
    write_text(tmp_path / "data" / "press_names.tsv", "place\tname\tlanguage\tkind\tnote\n" + row)
    monkeypatch.setattr(hand, "files", lambda _: tmp_path)
    with pytest.raises(SourceError, match=r"press_names\.tsv: .* X: no such scheme or kind of name"):
        list(hand.records())
