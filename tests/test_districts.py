"""Kecamatan: names of parts of a regency or city, which are shown as the whole."""

import re
from pathlib import Path

import pytest
from reading import evidence, mention, named, read
from tiny_packages import write_text

from gazetteer.index import Gazetteer
from gazetteer.names import fold
from gazetteer.place import Level, Name, NameKind
from gazetteer.sources import districts
from geo.explain import why
from geo.mention import Usage

DATA = Path(districts.__file__).parents[1] / "data"


def rows() -> list[list[str]]:
    lines = (DATA / "districts_id.tsv").read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines[1:]]


def test_the_table_has_a_row_per_regency_and_city_of_indonesia() -> None:
    units = [unit for unit, _, _ in rows()]
    assert units == sorted(set(units))
    assert len(units) == 514
    assert all(re.fullmatch(r"geonames:\d+", unit) for unit in units)


def test_a_name_stands_once_in_its_unit_and_is_not_the_units_own() -> None:
    for _, unit, joined in rows():
        names = [fold(name) for name in joined.split("|")] if joined else []
        own = unit.removeprefix("Kabupaten ").removeprefix("Kota ").removesuffix(" Regency")
        assert len(names) == len(set(names))
        assert fold(own) not in names
        assert all(names)


def test_every_name_of_the_table_is_one_of_a_part_in_the_gazetteer(gazetteer: Gazetteer) -> None:
    names = {fold(name) for _, _, joined in rows() for name in joined.split("|") if name}
    others = [name for name in names if all(hit.kind is not NameKind.PART for hit in gazetteer.hits(name))]
    assert len(names) > 5000
    # a few are other names of their own regency or city ("Fak Fak")
    assert len(others) < 10
    assert all(any(place.level in {Level.ADM2, Level.CITY} for place in gazetteer.find(name)) for name in others)


def test_a_record_adds_names_to_a_unit_that_others_bring(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    named = "Timur Laut|Muara|Air Gegas"
    text = f"unit\tname\tdistricts\ngeonames:1\tKabupaten Satu\t{named}\ngeonames:2\tKota Dua\t\n"
    write_text(tmp_path / "data" / "districts_id.tsv", text)
    monkeypatch.setattr(districts, "files", lambda _: tmp_path)
    first, second = districts.records()
    assert (first.keys, first.level, first.position) == (("geonames:1",), None, None)
    assert first.names == tuple(
        Name(text=n, kind=NameKind.PART, language="id") for n in (*named.split("|"), "Airgegas")
    )
    assert second.names == ()
    assert districts.source().licence == "MIT"


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        ("Banjir merendam Kecamatan Cugenang, Kabupaten Cianjur.", "Kecamatan Cugenang", "Kabupaten Cianjur"),
        ("Banjir merendam Kec. Cugenang, Kab. Cianjur.", "Kec. Cugenang", "Kabupaten Cianjur"),
        ("Rumah di Cugenang rusak, kata Bupati Cianjur.", "Cugenang", "Kabupaten Cianjur"),
        ("Longsor di Kecamatan Pacet, Kabupaten Cianjur.", "Kecamatan Pacet", "Kabupaten Cianjur"),
        ("Longsor di Kecamatan Pacet, Kabupaten Bandung.", "Kecamatan Pacet", "Kabupaten Bandung"),
        ("Api di Kecamatan Coblong, Bandung, padam.", "Kecamatan Coblong", "Bandung"),
        ("Warga Kemantren Umbulharjo, Yogyakarta, berkumpul.", "Kemantren Umbulharjo", "Yogyakarta"),
        ("Pemotor dari Kramat Jati ke Jakarta Timur.", "Kramat Jati", "Kota Administrasi Jakarta Timur"),
    ],
)
def test_a_kecamatan_is_shown_as_its_regency_or_city(gazetteer: Gazetteer, text: str, name: str, place: str) -> None:
    found = mention(read(gazetteer, text), name)
    assert found.place.name == place
    assert found.level is found.place.level is not Level.REGION


def test_a_list_of_kecamatan_lies_in_the_regency_that_ends_it(gazetteer: Gazetteer) -> None:
    parsed = read(gazetteer, "Air naik di Kecamatan Sajira dan Muncang, Kabupaten Lebak.")
    assert {m.place.name for m in parsed.mentions} >= {"Kabupaten Lebak"}
    assert all("geonames:1638238" in {m.place.id, *m.place.parents} for m in parsed.mentions)


def test_a_town_of_the_name_is_the_town(gazetteer: Gazetteer) -> None:
    """Cibinong is a town and a kecamatan of Bogor: the town says more of where."""
    assert mention(read(gazetteer, "Pasar di Cibinong, Kabupaten Bogor, ramai."), "Cibinong").level is Level.CITY


def test_a_police_station_of_a_kecamatan_acts_for_it(gazetteer: Gazetteer) -> None:
    found = mention(read(gazetteer, "Kapolsek Cugenang menahan dua orang di Cianjur."), "Cugenang")
    assert found.usage is Usage.ASSOCIATIVE


def test_the_reason_says_that_the_whole_is_shown(gazetteer: Gazetteer) -> None:
    found = mention(read(gazetteer, "Banjir merendam Kecamatan Cugenang, Kabupaten Cianjur."), "Kecamatan Cugenang")
    indonesian, english = (" ".join(why(found, language)) for language in ("id", "en"))
    assert "“Kecamatan Cugenang” bagian dari" in indonesian
    assert "shown as a whole" in english


def test_in_english_the_name_is_of_another_language(gazetteer: Gazetteer) -> None:
    assert {"name_part", "other_language"} <= evidence(gazetteer, "The rain in Cugenang stopped.", "Cugenang", "en")


@pytest.mark.parametrize(
    ("text", "villages"),
    [
        ("Banjir di Desa Balongwatu, Krajanwetan, dan Karangmojo surut.", ["Krajanwetan", "Karangmojo"]),
        ("Warga Ds. Sukamaju, Kec. Cugenang, mengungsi.", ["Ds. Sukamaju"]),
        ("Warga Kel. Sukamaju, Kec. Cugenang, mengungsi.", ["Kel. Sukamaju"]),
        ("Data:\n* Kec. Cugenang: 31 rumah (Bogor Baru, Pekalongan)\nHujan.", ["Bogor Baru", "Pekalongan"]),
        ("Data:\n* Kec. Cugenang: 6 rumah, terbanyak di Cirebon Baru dan Tebat\nHujan.", ["Cirebon Baru", "Tebat"]),
        ("Warga Desa Sukamaju, Kecamatan Cugenang, Kabupaten Cianjur, mengungsi.", ["Desa Sukamaju"]),
    ],
)
def test_villages_are_listed_and_not_mapped(gazetteer: Gazetteer, text: str, villages: list[str]) -> None:
    parsed = read(gazetteer, text)
    listed = [one.text for one in parsed.unresolved]
    assert set(villages) <= set(listed)
    assert not set(villages) & set(named(parsed))


def test_what_is_only_counted_is_no_list(gazetteer: Gazetteer) -> None:
    text = "Data:\n* Kec. Cugenang: 31 rumah rusak\n* Kec. Pacet: 6 rumah. Lalu Bandung hujan.\n"
    assert named(read(gazetteer, text)) == ["Kec. Cugenang", "Kec. Pacet", "Bandung"]


def test_what_holds_a_village_is_no_village(gazetteer: Gazetteer) -> None:
    assert "Kudus" in named(read(gazetteer, "Warga Desa Balongwatu, Kudus, mengungsi."))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Polres Metro Bekasi menahan dua orang.", ["Bekasi"]),
        ("Kapolres Metro Jakarta Utara Kombes Budi Santoso hadir.", ["Jakarta Utara"]),
        ("Warga Metro, Lampung, panen.", ["Metro", "Lampung"]),
        ("Jalan nasional Tegal-Purwokerto ditutup.", ["Tegal", "Purwokerto"]),
        ("Atap pasar Kecamatan Cugenang di Cianjur terbang.", ["Kecamatan Cugenang", "Cianjur"]),
    ],
)
def test_what_stands_beside_a_name_is_no_part_of_it(gazetteer: Gazetteer, text: str, names: list[str]) -> None:
    assert named(read(gazetteer, text)) == names


def test_a_hospital_has_a_doctors_name(gazetteer: Gazetteer) -> None:
    parsed = read(gazetteer, "Korban dirawat di RSUD dr. Soebandi, Jember.")
    assert [w.text for w in parsed.withheld] == ["RSUD dr. Soebandi"]
    assert named(parsed) == ["Jember"]


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        ("Bupati Kudus Hartopo hadir di sana.", "Kudus", "Kabupaten Kudus"),
        ("Bupati Kabupaten Kudus Hartopo hadir di sana.", "Kabupaten Kudus", "Kabupaten Kudus"),
        ("Wali Kota Semarang Hendrar Prihadi hadir di sana.", "Semarang", "Semarang"),
        ("Camat Cugenang Deden Hidayat hadir di Cianjur.", "Cugenang", "Kabupaten Cianjur"),
        ("Kapolsek Cugenang Deden Hidayat hadir di Cianjur.", "Cugenang", "Kabupaten Cianjur"),
        ("Kepala BPBD Pacitan Erwin Andriatmoko hadir di sana.", "Pacitan", "Kabupaten Pacitan"),
    ],
)
def test_an_office_has_its_place_before_who_holds_it(gazetteer: Gazetteer, text: str, name: str, place: str) -> None:
    parsed = read(gazetteer, text)
    assert mention(parsed, name).place.name == place
    assert not {"Deden", "Erwin"} & set(named(parsed))


def test_a_mayor_of_a_given_name_has_no_place(gazetteer: Gazetteer) -> None:
    assert named(read(gazetteer, "Wali Kota Bima Arya hadir di sana.")) == []
