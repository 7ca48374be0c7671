"""Building a gazetteer of a user's own data."""

import json
import os
import zipfile
from collections import Counter
from pathlib import Path

import pytest
import synthetic_geonames
from synthetic_geonames import line
from tiny_gazetteer import CILACAP, name, record, write_tiny

from gazetteer import user_build
from gazetteer.errors import GazetteerFormatError, OutputError, PetakanError, SourceError
from gazetteer.index import Gazetteer
from gazetteer.layers import open_gazetteer
from gazetteer.layout import SCHEMA
from gazetteer.place import Level, LonLat, Name, NameKind, Place
from gazetteer.sources import geonames_dump
from gazetteer.user_build import build_user_gazetteer
from gazetteer.user_inputs import Inputs, Tally

COUNTRY = line(1643084, "Republic of Indonesia", letter="A", code="PCLI", admin1="00", admin2="")
JAVA = line(1642669, "Jawa Tengah", letter="A", code="ADM1", admin2="", at=(-7.5, 110.0))
DISTRICT = line(1646168, "Kabupaten Cilacap", letter="A", code="ADM2", others="Cilacap", at=(-7.5, 109.0))
TOWN = line(1646170, "Cilacap", others="Tjilatjap,CXP,qilacap", people=250_000, at=(-7.72, 109.01))
VILLAGE = line(9000001, "Adipala", people=100)
PLACES = (COUNTRY, JAVA, DISTRICT, TOWN, VILLAGE)


def dump(folder: Path, *lines: str, name: str = "ID.txt") -> Path:
    path = folder / name
    path.write_text("".join(lines or PLACES), encoding="utf-8")
    return path


def built(folder: Path, inputs: Inputs, base: Gazetteer | None = None) -> tuple[Gazetteer, Tally]:
    path = folder / "user.sqlite"
    tally = build_user_gazetteer(path, inputs, base=base)
    return Gazetteer(path), tally


def place_of(gazetteer: Gazetteer, place_id: str) -> Place:
    found = gazetteer.by_id(place_id)
    assert found is not None
    return found


def refused(tmp_path: Path, inputs: Inputs) -> str:
    """The message of the error that the inputs give; an old file stays, and nothing beside it."""
    folder = tmp_path / "out"
    folder.mkdir()
    path = write_tiny(folder / "user.sqlite")
    before = path.read_bytes()
    with pytest.raises(SourceError) as caught:
        build_user_gazetteer(path, inputs)
    assert path.read_bytes() == before
    assert list(folder.iterdir()) == [path]
    message = str(caught.value)
    assert "\n" not in message
    assert "; " in message, "what next"
    return message


def test_a_country_file_becomes_places_with_parents(tmp_path: Path) -> None:
    gazetteer, tally = built(tmp_path, Inputs(geonames=dump(tmp_path)))
    with gazetteer:
        assert (tally.places, tally.left_out) == (5, Counter())
        town = place_of(gazetteer, "geonames:1646170")
        assert (town.level, town.country, town.population) == (Level.CITY, "ID", 250_000)
        assert town.position == LonLat(109.01, -7.72)
        assert town.parents == ("geonames:1646168", "geonames:1642669", "geonames:1643084")
        assert town.source == "GeoNames ID.txt"
        assert place_of(gazetteer, "geonames:1642669").population == 250_100, "the sum of its towns"
        assert [p.level for p in gazetteer.find("Cilacap")] == [Level.CITY, Level.ADM2]
        assert gazetteer.find("qilacap") == [town]
        assert gazetteer.find("CXP") == []
        assert gazetteer.facts["stands_alone"] == "1"
        assert gazetteer.counts()[Level.CITY] == 2
        (source,) = gazetteer.sources()
        assert (source["licence"], source["records"]) == ("CC BY 4.0", "5")


def test_a_zipped_file_gives_the_same_bytes(tmp_path: Path) -> None:
    """The readme beside the table is passed over; a second build gives the same file."""
    path = tmp_path / "ID.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "GeoNames")
        archive.writestr(zipfile.ZipInfo("ID.txt", (2029, 5, 17, 0, 0, 0)), "".join(PLACES))
    gazetteer, tally = built(tmp_path, Inputs(geonames=path))
    with gazetteer:
        assert next(gazetteer.sources())["version"] == "2029-05-17"
    before = (tmp_path / "user.sqlite").read_bytes()
    again = build_user_gazetteer(tmp_path / "user.sqlite", Inputs(geonames=path))
    assert (tmp_path / "user.sqlite").read_bytes() == before
    assert (again.places, tally.places) == (5, 5)


def test_nothing_of_spots_and_roads_is_public() -> None:
    assert {code.partition(".")[0] for code in geonames_dump.PUBLIC_CODES} == set("APHTLV")
    assert not {"P.PPLX", "P.PPLQ", "P.PPLH", "P.PPLW", "P.PPLR", "L.MILB", "L.INDS"} & geonames_dump.PUBLIC_CODES


@pytest.mark.parametrize(
    ("letter", "code", "others", "level"),
    [
        ("S", "AIRB", "Pangkalan,Airbase,Base", None),
        ("R", "RD", "Jalan,Road,Route", None),
        ("P", "PPLX", "", None),
        ("P", "PPLQ", "", None),
        ("L", "MILB", "", None),
        ("P", "PPLA2", "", Level.CITY),
        ("H", "SEA", "", Level.REGION),
        ("H", "STM", "Kali,River", None),
        ("H", "STM", "Kali,River,Fluss", Level.REGION),
        ("H", "STM", "KAL,RIV,Fluss", None),
        ("A", "PCLH", "", Level.REGION),
        ("A", "PCLIX", "", Level.COUNTRY),
        ("A", "ADM3", "", None),
        ("L", "CONT", "", Level.CONTINENT),
    ],
)
def test_only_public_kinds_are_read(tmp_path: Path, letter: str, code: str, others: str, level: Level | None) -> None:
    """Of the many rivers only those that are talked about, and never a site."""
    path = dump(tmp_path, COUNTRY, line(7, "Contoh", letter=letter, code=code, others=others))
    gazetteer, tally = built(tmp_path, Inputs(geonames=path))
    with gazetteer:
        found = gazetteer.by_id("geonames:7")
    assert (None if found is None else found.level) == level
    assert tally.left_out == (Counter({letter: 1}) if level is None else Counter())


def test_regions_of_geonames_weigh_less_than_chosen_ones() -> None:
    lake, sea, island = (
        geonames_dump.region_weight(code, people) for code, people in (("LK", 0), ("SEA", 0), ("ISL", 10**9))
    )
    assert lake < sea < island <= 6.0


def test_a_region_of_several_countries_lies_in_all_of_them(tmp_path: Path) -> None:
    strait = line(8, "Selat", letter="H", code="STRT", country="ID").replace("\tID\t\t", "\tID\tMY,SG\t")
    gazetteer, _ = built(tmp_path, Inputs(geonames=dump(tmp_path, COUNTRY, strait)))
    with gazetteer:
        found = place_of(gazetteer, "geonames:8")
    assert (found.country, found.parents) == (None, ("geonames:1643084",))


def companions(folder: Path) -> None:
    (folder / "countryInfo.txt").write_text(
        "# a comment\n"
        "ID\tIDN\t360\tID\tIndonesia\tJakarta\t1919440\t267663435\tAS\t\t\t\t\t\t\t\t1643084\t\t\n"
        "MY\tMYS\t458\tMY\tMalaysia\tKuala Lumpur\t329750\t31528585\tAS\t\t\t\t\t\t\t\t1733045\t\t\n"
        "CS\tSCG\t891\tYI\tSerbia and Montenegro\tBelgrade\t102350\t10829175\tEU\t\t\t\t\t\t\t\t0\t\t\n",
        encoding="utf-8",
    )
    (folder / "admin1CodesASCII.txt").write_text(
        "ID.07\tJawa Tengah\tCentral Java\t1642669\nMY.01\tJohor\tJohor\t1733049\n", encoding="utf-8"
    )
    (folder / "admin2Codes.txt").write_text("ID.07.99\tKabupaten Kudus\tKabupaten Kudus\t42\n", encoding="utf-8")
    rows = [
        ("1642669", "en", "Central Java", "1", "", "", ""),
        ("1642669", "id", "Jawa Tengah", "1", "", "", ""),
        ("1642669", "id", "Jateng", "", "1", "", ""),
        ("1646170", "", "Tjilatjap", "", "", "", "1"),
        ("1646170", "", "Clp", "", "", "", ""),
        ("1646170", "abbr", "CLP", "", "", "", ""),
        ("1646170", "iata", "CXP", "", "", "", ""),
        ("1646170", "fr_1793", "Ville", "", "", "", ""),
        ("1646170", "wkdt", "Q5092", "", "", "", ""),
        ("1646170", "link", "https://example.org/", "", "", "", ""),
        ("1646170", "id", "CIL", "", "1", "", ""),
        ("1646170", "id", "XY", "", "", "", ""),
        ("1646170", "12", "Nol", "", "", "", ""),
        ("1646170", "piny", "xi la zha", "", "", "", ""),
        ("1646170", "id", "0123", "", "", "", ""),
        ("77", "id", "Entah", "", "", "", ""),
    ]
    text = "".join("\t".join((str(n), *row, "", "")) + "\n" for n, row in enumerate(rows))
    (folder / "alternateNamesV2.txt").write_text(text, encoding="utf-8")


def test_what_lies_beside_the_dump_is_read_too(tmp_path: Path) -> None:
    """Names with languages, areas of countries, units without a point; of no other country than the dump's."""
    companions(tmp_path)
    inputs = Inputs(geonames=dump(tmp_path)).with_companions()
    assert inputs.alternate_names == tmp_path / "alternateNamesV2.txt"
    gazetteer, _ = built(tmp_path, inputs)
    with gazetteer:
        java = place_of(gazetteer, "geonames:1642669")
        assert dict(java.labels) == {"id": "Jawa Tengah", "en": "Central Java"}
        assert Name(text="Jateng", kind=NameKind.SHORT, language="id") in gazetteer.names(java)
        state = place_of(gazetteer, "geonames:1643084")
        assert (state.name, state.population, state.radius_km) == ("Indonesia", 267_663_435, 781.7)
        assert place_of(gazetteer, "geonames:42").position is None
        assert gazetteer.find("Kudus")[0].id == "geonames:42"
        assert gazetteer.find("Johor") == gazetteer.find("Malaysia") == []
        names = {(n.text, n.kind) for n in gazetteer.names(place_of(gazetteer, "geonames:1646170"))}
        assert names == {
            ("Cilacap", NameKind.OFFICIAL),
            ("Tjilatjap", NameKind.HISTORIC),
            ("Clp", NameKind.ALTERNATE),
            ("CLP", NameKind.CODE),
            ("Ville", NameKind.HISTORIC),
            ("CIL", NameKind.SHORT),
        }
        counts = {source["name"]: source["records"] for source in gazetteer.sources()}
        assert counts["GeoNames alternateNamesV2.txt"] == "9"
        assert counts["GeoNames countryInfo.txt"] == "2"


def test_companions_need_a_dump() -> None:
    assert Inputs(csv=(Path("a.csv"),)).with_companions() == Inputs(csv=(Path("a.csv"),))


CSV = """name,lat,lon,level,country,names,population,id,radius_km
Sukamaju,-6.2,107.1,city,id,Suka Maju|en=Happy Village,1200,,
Sukamaju,-7.2,107.1,city,ID,,,,
Teluk Kami,-5,110,region,,,,kami,12.5
Cilacap,-7.7,109.0,city,ID,,,geonames:1646170,
Negeriku,1,1,country,XX,,5,iso-xx,
"""


def table(folder: Path, text: str = CSV, encoding: str = "utf-8") -> Path:
    path = folder / "desa.csv"
    path.write_text(text, encoding=encoding)
    return path


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_a_table_becomes_places(tmp_path: Path, separator: str, encoding: str) -> None:
    gazetteer, tally = built(tmp_path, Inputs(csv=(table(tmp_path, CSV.replace(",", separator), encoding),)))
    with gazetteer:
        assert tally.places == 5
        first, second = gazetteer.find("sukamaju")
        assert (first.population, first.country, first.id) == (1200, "ID", "user:sukamaju@-6.20,107.10")
        assert first.labels == (("en", "Happy Village"),)
        assert second.position == LonLat(107.1, -7.2)
        bay = place_of(gazetteer, "user:kami")
        assert (bay.radius_km, bay.level, bay.prominence) == (12.5, Level.REGION, 6.5)
        assert place_of(gazetteer, "user:iso-xx").country == "XX"


def test_what_a_user_says_goes_before_geonames(tmp_path: Path) -> None:
    """A row under GeoNames' id corrects the place and keeps the names and the rest."""
    inputs = Inputs(geonames=dump(tmp_path), csv=(table(tmp_path),))
    gazetteer, _ = built(tmp_path, inputs)
    with gazetteer:
        town = place_of(gazetteer, "geonames:1646170")
        assert (town.position, town.source) == (LonLat(109.0, -7.7), "desa.csv")
        assert town.population == 250_000
        assert gazetteer.find("Tjilatjap") == [town]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", ":1: no header; the first line must name the columns: name, lat, lon, level"),
        ("Sukamaju,-6.2,107.1,city\n", ":1: no header; "),
        ("name,lat,lon\nA,1,2\n", ':1: no column "level"; add it'),
        ("name,lat,lon,level\nA,1,2\n", ":2: 3 columns, the header has 4; correct it"),
        ("name,lat,lon,level\nA,1,2,city,x\n", ":2: 5 columns, the header has 4; correct it"),
        ("name,lat,lon,level\nA,1,2,desa\n", ':2: level "desa" is none of continent, region'),
        ("name,lat,lon,level\nKudus Air Force Base,1,2,city\n", ':2: "Kudus Air Force Base" is a site, which no map'),
        ("name,lat,lon,level\nA,95,200,city\n", ":2: latitude 95.0 is not within -90..90; correct it"),
        ("name,lat,lon,level\nA,110.4,-7,city\n", ":2: lat 110.4 is not within -90..90; are lat and lon swapped?"),
        ('name,lat,lon,level\nA,"1,5",2,city\n', ':2: lat "1,5" is no number'),
        ("name,lat,lon,level\n--,1,2,city\n", ':2: name "--" holds no word'),
        ("name,lat,lon,level,country\nA,1,2,city,Indonesia\n", ':2: country "INDONESIA" is no code'),
        ("name,lat,lon,level,population\nA,1,2,city,-5\n", ':2: population "-5" cannot be'),
        ("name,lat,lon,level,population\nA,1,2,city,inf\n", ':2: population "inf" cannot be'),
        ("name,lat,lon,level,population\nA,1,2,city,nan\n", ':2: population "nan" cannot be'),
        ("name,lat,lon,level,radius_km\nA,1,2,city,0\n", ":2: radius_km 0 is not within 0..10000"),
        ("name,lat,lon,level\nA,1,2,city\nA,1,2,city\n", ":3: user:a@1.00,2.00 is there twice; remove"),
        ('name,lat,lon,level\n"A"b,1,2,city\n', ":2: not CSV ("),
        ("name,lat,lon,level\n", "no public place in it"),
    ],
)
def test_a_broken_table(tmp_path: Path, text: str, message: str) -> None:
    path = table(tmp_path, text)
    told = refused(tmp_path, Inputs(csv=(path,)))
    assert message in told
    assert path.name in told


def test_a_table_in_another_encoding_or_nowhere(tmp_path: Path) -> None:
    path = tmp_path / "desa.csv"
    path.write_bytes("name,lat,lon,level\nSão,1,2,city\n".encode("latin-1"))
    assert "not UTF-8" in refused(tmp_path, Inputs(csv=(path,)))
    with pytest.raises(SourceError, match=r"none\.csv: cannot be read .*; name another file"):
        build_user_gazetteer(tmp_path / "x", Inputs(csv=(tmp_path / "none.csv",)))
    with pytest.raises(SourceError, match=r"cannot be read .*; name another file"):
        build_user_gazetteer(tmp_path / "x", Inputs(csv=(tmp_path,)))


def feature(geometry: object, **properties: object) -> dict[str, object]:
    return {"type": "Feature", "geometry": geometry, "properties": properties}


def geojson(folder: Path, *features: object) -> Path:
    path = folder / "laut.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    return path


POINT = {"type": "Point", "coordinates": [110.0, -5.0, 3.0]}
SQUARE = {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]]}


def test_points_and_areas_become_places(tmp_path: Path) -> None:
    """An area becomes a point inside it and the radius of a circle of its size."""
    path = geojson(
        tmp_path,
        feature(POINT, name="Kota Baru", level="city", population=10, names=["id=Kobar", "New Town"], country=None),
        feature(SQUARE, name="Teluk Kecil", level="region"),
        feature(SQUARE, name="Teluk Besar", level="region", radius_km=300),
    )
    gazetteer, _ = built(tmp_path, Inputs(geojson=(path,)))
    with gazetteer:
        (town,) = gazetteer.find("new town")
        assert (town.position, town.label("id"), town.population) == (LonLat(110.0, -5.0), "Kobar", 10)
        small, large = (gazetteer.find(text)[0] for text in ("Teluk Kecil", "Teluk Besar"))
        assert small.position == LonLat(0.5, 0.5)
        assert small.radius_km == pytest.approx(62.7, abs=0.1)
        assert large.radius_km == 300


def test_a_lone_feature_is_a_file_too(tmp_path: Path) -> None:
    path = tmp_path / "one.geojson"
    path.write_text("\ufeff" + json.dumps(feature(POINT, name="Kota", level="city")), encoding="utf-8")
    gazetteer, tally = built(tmp_path, Inputs(geojson=(path,)))
    gazetteer.close()
    assert tally.places == 1


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('{"type":\n "FeatureCollection"', ":2: no JSON ("),
        ("[" * 100_000, "nested too deeply"),
        ("[" + "1" * 5_000 + "]", "cannot be read"),
        ("[]", "not GeoJSON (no FeatureCollection)"),
        (feature(None, name="A", level="city"), "feature 1: no properties or no geometry"),
        (feature({"type": "LineString", "coordinates": []}, name="A", level="city"), "LineString is neither a point"),
        (feature({"type": "Point", "coordinates": [1]}, name="A", level="city"), "feature 1: "),
        (feature({"type": "Point", "coordinates": [None, 2]}, name="A", level="city"), "broken coordinates of a Point"),
        (feature({"type": "Point"}, name="A", level="city"), "broken coordinates of a Point"),
        (feature({"type": "Point", "coordinates": [5, 95]}, name="A", level="city"), "latitude 95.0"),
        (feature({"type": "Polygon", "coordinates": [[[0, 0], [1, 1]]]}, name="A", level="region"), "broken outline ("),
        (feature({"type": "Polygon", "coordinates": []}, name="A", level="region"), "feature 1: "),
        (
            feature({"type": "Point", "coordinates": [10**400, 2]}, name="A", level="city"),
            "broken coordinates of a Point",
        ),
        (
            feature(
                {"type": "Polygon", "coordinates": [[[10**400, 0], [1, 1], [0, 1], [0, 0]]]}, name="A", level="region"
            ),
            "broken outline (",
        ),
        (feature(POINT, name="A\ud800", level="city"), "feature 1: "),
        (feature(POINT, name="A", level="desa"), 'level "desa" is none of'),
        (feature(POINT, name="Kudus Air Force Base", level="city"), '"Kudus Air Force Base" is a site'),
        (feature(POINT, level="city"), 'name "" holds no word'),
    ],
)
def test_broken_geojson(tmp_path: Path, content: str | dict[str, object], message: str) -> None:
    path = tmp_path / "laut.geojson"
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    assert message in refused(tmp_path, Inputs(geojson=(path,)))


def changed(row: str, column: int, value: str) -> str:
    cells = row.split("\t")
    cells[column] = value
    return "\t".join(cells)


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (["\t".join(TOWN.split("\t")[:18]) + "\n"], ":1: 18 columns, not the 19 of this table; "),
        ([COUNTRY, changed(TOWN, 4, "95")], ":2: latitude 95.0 is not within -90..90"),
        ([COUNTRY, changed(TOWN, 4, "")], ":2: could not convert string to float"),
        ([COUNTRY, changed(TOWN, 0, "x1")], ":2: id 'x1' is no number; "),
        ([COUNTRY, changed(TOWN, 14, "9" * 30)], "cannot be; correct or remove the line"),
        ([COUNTRY, TOWN, TOWN], ":3: geonames:1646170 is there twice; remove one of the two"),
        ([line(1, "Bandara", letter="S", code="AIRP")], "no public place in it; is it the right file?"),
        (["\n", ""], "no public place in it"),
    ],
)
def test_a_broken_dump(tmp_path: Path, lines: list[str], message: str) -> None:
    assert message in refused(tmp_path, Inputs(geonames=dump(tmp_path, *lines)))


def test_an_empty_dump(tmp_path: Path) -> None:
    path = tmp_path / "ID.txt"
    path.touch()
    assert refused(tmp_path, Inputs(geonames=path)) == f"{path}: empty; download it anew"


def test_a_dump_that_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "ID.txt"
    path.write_bytes(TOWN.encode() + b"\xff\xfe\n")
    assert f"{path}:2: not UTF-8" in refused(tmp_path, Inputs(geonames=path))


def zipped(folder: Path, rows: int = 3000) -> Path:
    path = folder / "allCountries.zip"
    synthetic_geonames.write_zip(path, rows)
    return path


def truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-2000])


def garbled(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[200:260] = bytes(60)
    path.write_bytes(content)


def with_other_content(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("photo.jpg", b"")


def no_zip(path: Path) -> None:
    path.write_text("<html>404</html>")


@pytest.mark.parametrize(
    ("harm", "message"),
    [
        (truncated, "cannot be read (File is not a zip file); download it anew"),
        (garbled, "cannot be read"),
        (with_other_content, "does not hold one table (allCountries.txt); is it the right file?"),
        (no_zip, "cannot be read (File is not a zip file); download it anew"),
    ],
)
def test_a_broken_zip(tmp_path: Path, harm: object, message: str) -> None:
    path = zipped(tmp_path)
    assert callable(harm)
    harm(path)
    assert f"{path}: {message}" in refused(tmp_path, Inputs(geonames=path))


def test_missing_files(tmp_path: Path) -> None:
    for name_ in ("none.zip", "none.txt"):
        with pytest.raises(SourceError, match=r"none\.(zip: no such file|txt: .*); "):
            build_user_gazetteer(tmp_path / "x.sqlite", Inputs(geonames=tmp_path / name_))
    with pytest.raises(SourceError, match="no such file"):
        list(geonames_dump.places(tmp_path / "none.txt", lambda *_: None, Counter()))
    with pytest.raises(SourceError, match="nothing to build from; give a file"):
        build_user_gazetteer(tmp_path / "x.sqlite", Inputs())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("file", "content", "message"),
    [
        ("admin1CodesASCII.txt", "ID\tIndonesia\tIndonesia\t1\n", ":1: code 'ID' or id '1' is of no unit; "),
        ("admin2Codes.txt", "ID.07.99\tKudus\tKudus\t\n", ":1: code 'ID.07.99' or id '' is of no unit; "),
        ("admin2Codes.txt", "ID.07.99\tKudus\n", ":1: 2 columns, not the 4"),
        ("countryInfo.txt", "\t".join(["ID"] * 19) + "\n", "; correct or remove the line"),
        ("alternateNamesV2.txt", "1\t2\tid\tA\t\t\t\t\n", ":1: 8 columns, not the 10"),
    ],
)
def test_broken_companions(tmp_path: Path, file: str, content: str, message: str) -> None:
    (tmp_path / file).write_text(content, encoding="utf-8")
    told = refused(tmp_path, Inputs(geonames=dump(tmp_path)).with_companions())
    assert file in told
    assert message in told


@pytest.fixture
def base(tmp_path: Path) -> Gazetteer:
    """A default gazetteer of a few places, with the Java Sea under an id of petakan's."""
    sea = record(
        "petakan:laut-jawa", name("Laut Jawa", NameKind.OFFICIAL, "id"), name("Java Sea", NameKind.OFFICIAL, "en"),
        level=Level.REGION, position=LonLat(111, -5), radius_km=400.0,
    )  # fmt: skip
    town = record("petakan:kota", "Java Sea", level=Level.CITY, position=LonLat(111, -5))
    far = record("petakan:jauh", "Laut Jawa", level=Level.REGION, position=LonLat(0, 50))
    asia = record("geonames:6255147 continent:AS", "Asia", level=Level.CONTINENT)
    country = record(
        "geonames:1643084 iso:ID", "Indonesia", parents=("continent:AS",), level=Level.COUNTRY, country="ID",
        position=LonLat(120.0, -5.0), population=280_000_000,
    )  # fmt: skip
    state = record("geonames:5 iso:XX", "Atlantis", level=Level.COUNTRY, country="XX")
    path = tmp_path / "base.sqlite"
    return Gazetteer(write_tiny(path, asia, country, state, sea, town, far, CILACAP))


def test_the_gazetteer_below_brings_countries_and_continents(tmp_path: Path, base: Gazetteer) -> None:
    """A table of villages has its country and continent above; a country that the user brings stays the user's."""
    with base:
        gazetteer, _ = built(tmp_path, Inputs(csv=(table(tmp_path),)), base)
    with gazetteer:
        village = gazetteer.find("Sukamaju")[0]
        assert village.parents == ("geonames:1643084", "geonames:6255147")
        assert [p.id for p in gazetteer.find("Negeriku")] == ["user:iso-xx"]
        assert gazetteer.find("Atlantis") == []
        assert "stands_alone" not in gazetteer.facts


def test_a_region_that_is_known_keeps_its_id(tmp_path: Path, base: Gazetteer) -> None:
    """GeoNames' Java Sea is the one that the default gazetteer has; a second of the name is another."""
    companions(tmp_path)
    with (tmp_path / "alternateNamesV2.txt").open("a", encoding="utf-8") as file:
        file.write("99\t70\tde\tJavasee\t\t\t\t\t\t\n")
    rows = [line(number, "Java Sea", letter="H", code="SEA", country="", at=(-5.2, 111.5)) for number in (70, 71)]
    with base:
        gazetteer, _ = built(tmp_path, Inputs(geonames=dump(tmp_path, COUNTRY, *rows)).with_companions(), base)
    with gazetteer:
        first, second = gazetteer.find("Java Sea")
        assert [first.id, second.id] == ["petakan:laut-jawa", "geonames:71"]
        assert first.prominence == 6.5
        assert second.prominence == 4.5
        assert gazetteer.find("Javasee") == [first]
        assert first.position == LonLat(111.5, -5.2)


def test_a_continent_lies_above_its_countries(tmp_path: Path) -> None:
    """The file of all countries has the continents, and countryInfo.txt says which is whose."""
    companions(tmp_path)
    asia = line(6255147, "Asia", letter="L", code="CONT", country="", admin1="", admin2="")
    gazetteer, _ = built(tmp_path, Inputs(geonames=dump(tmp_path, asia, *PLACES)).with_companions())
    with gazetteer:
        assert place_of(gazetteer, "geonames:1643084").parents == ("geonames:6255147",)
        assert place_of(gazetteer, "geonames:1646170").parents[-1] == "geonames:6255147"


def test_two_places_that_claim_one_country_are_counted(tmp_path: Path) -> None:
    path = dump(tmp_path, COUNTRY, line(5, "Lain", letter="A", code="PCLD", admin1="00", admin2=""))
    gazetteer, _ = built(tmp_path, Inputs(geonames=path))
    with gazetteer:
        assert gazetteer.facts["conflicts"] == "1"


def test_progress_is_told(tmp_path: Path) -> None:
    told: list[tuple[str, float]] = []
    path = zipped(tmp_path, 45_000)
    build_user_gazetteer(tmp_path / "x.sqlite", Inputs(geonames=path), progress=lambda *step: told.append(step))
    assert {what for what, _ in told} == {"allCountries.zip", "sorting", "writing places", "writing names"}
    assert all(0 <= share <= 1 for _, share in told)


def test_an_interrupted_build_leaves_the_old_file(tmp_path: Path) -> None:
    """Control-C in the midst of it."""
    path = write_tiny(tmp_path / "user.sqlite")
    before = path.read_bytes()

    def interrupt(what: str, _: float) -> None:
        if what == "writing names":
            raise KeyboardInterrupt

    source = dump(tmp_path)
    with pytest.raises(KeyboardInterrupt):
        build_user_gazetteer(path, Inputs(geonames=source), progress=interrupt)
    assert path.read_bytes() == before
    assert sorted(tmp_path.iterdir()) == [source, path]


def test_where_nothing_can_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = Inputs(geonames=dump(tmp_path))
    with pytest.raises(OutputError, match="is a folder or a device; name a file"):
        build_user_gazetteer(tmp_path, source)
    with pytest.raises(OutputError, match=r"none/x\.sqlite: cannot be written \(No such file .*\); choose another"):
        build_user_gazetteer(tmp_path / "none" / "x.sqlite", source)
    with pytest.raises(OutputError, match=r"cannot be written \(Not a directory\); choose another"):
        build_user_gazetteer(tmp_path / "ID.txt" / "x.sqlite", source)
    monkeypatch.setattr(user_build, "SCHEMA", SCHEMA + "PRAGMA max_page_count = 12;")
    with pytest.raises(OutputError, match=r"cannot be written \(database or disk is full\); make room"):
        build_user_gazetteer(tmp_path / "x.sqlite", Inputs(geonames=zipped(tmp_path)))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is closed to root")
def test_a_folder_that_cannot_be_written_to(tmp_path: Path) -> None:
    source = Inputs(geonames=dump(tmp_path))
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    with pytest.raises(OutputError, match="Permission denied"):
        build_user_gazetteer(closed / "x.sqlite", source)


def test_a_symbolic_link_stays_one(tmp_path: Path) -> None:
    real, alias = tmp_path / "real.sqlite", tmp_path / "alias.sqlite"
    alias.symlink_to(real)
    build_user_gazetteer(alias, Inputs(geonames=dump(tmp_path)))
    assert alias.is_symlink()
    assert real.is_file()


@pytest.mark.parametrize("content", [b"", b"no gazetteer"])
def test_a_gazetteer_file_that_is_none(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "user.sqlite"
    path.write_bytes(content)
    with pytest.raises(GazetteerFormatError, match=r"user\.sqlite: not a gazetteer file .*; build it anew") as caught:
        open_gazetteer([path])
    assert isinstance(caught.value, PetakanError)
