"""Literal or associative."""

import pytest
from reading import mention, read

from gazetteer.index import Gazetteer
from gazetteer.place import Level
from geo.mention import Usage


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Banjir melanda pesisir utara di Semarang.", "Semarang"),
        ("Mereka terbang ke Rusia kemarin.", "Rusia"),
        ("Panen di Kota Kediri melimpah.", "Kota Kediri"),
        ("Pusat gempa 18 km barat laut Lombok Timur.", "Lombok Timur"),
        ("JAKARTA, Kabarkita - Hujan turun.", "JAKARTA"),
        ("Gempa terasa di Kudus, Jawa Tengah.", "Jawa Tengah"),
        ("Mereka singgah di Kupang, Ende, dan Maumere.", "Maumere"),
        ("Banjir melanda Desa Brantow, Kab. Kudus.", "Kab. Kudus"),
    ],
)
def test_a_location_is_literal(gazetteer: Gazetteer, text: str, name: str) -> None:
    assert mention(read(gazetteer, text), name).usage is Usage.LITERAL


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Moskow menuduh lawannya berbohong.", "Moskow"),
        ("Presiden Rusia berpidato.", "Rusia"),
        ("Warga Jepang antre sejak pagi.", "Jepang"),
        ("Latihan AS-Jepang dimulai.", "Jepang"),
        ("Kementerian Luar Negeri Jepang menyampaikan salam.", "Jepang"),
        ("Gubernur Provinsi Jawa Barat hadir.", "Provinsi Jawa Barat"),
        ("Pihak Polres Garut menutup jalan.", "Garut"),
        ("Pegawai Pemkab Banyuwangi libur.", "Banyuwangi"),
        ("Lalu Wali Kota Tegal datang.", "Tegal"),
        ("Dua nelayan Kudus melaut.", "Kudus"),
        ("Ia bertemu warga Desa Brantow, Kab. Kudus.", "Kab. Kudus"),
        ("Pada hari itu Rusia akan menanam gandum.", "Rusia"),
    ],
)
def test_an_actor_is_associative(gazetteer: Gazetteer, text: str, name: str) -> None:
    assert mention(read(gazetteer, text), name).usage is Usage.ASSOCIATIVE


def test_an_adjective_is_associative(gazetteer: Gazetteer) -> None:
    assert mention(read(gazetteer, "In Brazilian towns, rain fell.", "en"), "Brazilian").usage is Usage.ASSOCIATIVE


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Laporan itu menyebut tuduhan Washington terhadap Beijing.", "id", "Washington"),
        ("Laporan itu menyebut tuduhan Washington terhadap Beijing.", "id", "Beijing"),
        ("Menurut Moskow, Washington menolak usul itu.", "id", "Washington"),
        ("Tuduhan Washington dibantah Beijing.", "id", "Washington"),
        ("Warga Kudus dan Demak ramah.", "id", "Demak"),
        ("Moscow and Beijing signed the pact.", "en", "Moscow"),
        ("Moscow and Beijing signed the pact.", "en", "Beijing"),
        ("Officials say Moscow has denied it.", "en", "Moscow"),
        ("They heard Moscow's plan.", "en", "Moscow"),
        ("London police closed the bridge.", "en", "London"),
        ("They met Ohio's governor.", "en", "Ohio"),
        ("The Ministry of Defense of Russia denied it.", "en", "Russia"),
        ("The Kentucky State Police closed the highway.", "en", "Kentucky"),
        ("The work went to Brantow Paving, of Latrobe, for a song.", "en", "Latrobe"),
        ("The bill of Rep. Jack Brantow, R-Toledo, failed.", "en", "Toledo"),
        ("In May Russia will plant wheat.", "en", "Russia"),
        ("They say both growers are from Latrobe.", "en", "Latrobe"),
        ("They saw a grower from Latrobe, whose farm is small.", "en", "Latrobe"),
    ],
)
def test_who_acts_accuses_or_is_accused_is_associative(
    gazetteer: Gazetteer, text: str, language: str, name: str
) -> None:
    assert mention(read(gazetteer, text, language), name).usage is Usage.ASSOCIATIVE


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Snow fell in Paris and Lyon.", "Lyon"),
        ("BERLIN (Kabar) — The museum was opened.", "BERLIN"),
        ("She was born in the city of Toledo.", "Toledo"),
        ("The road runs across Ohio.", "Ohio"),
        ("The mayor spoke in Toledo, Ohio, on Monday.", "Ohio"),
        ("Snow fell near Toledo (Ohio) on Monday.", "Ohio"),
        # it left there, or is a part of it
        ("Late on Monday the trucks arrived from Latrobe.", "Latrobe"),
        ("It is ten miles from Latrobe.", "Latrobe"),
        ("It is one kilometer from Latrobe.", "Latrobe"),
        ("The bus runs from Latrobe and Solon to Dayton.", "Latrobe"),
        ("The bus runs from Latrobe and Solon to Dayton.", "Solon"),
        ("Rain fell on parts of Toledo.", "Toledo"),
        ("Guards stood at the Ohio border.", "Ohio"),
        ("He robbed a Toledo store.", "Toledo"),
        ("Rain fell in the Netherlands.", "Netherlands"),
        ("The teams came from Toledo a day late.", "Toledo"),
    ],
)
def test_where_something_is_in_english_is_literal(gazetteer: Gazetteer, text: str, name: str) -> None:
    assert mention(read(gazetteer, text, "en"), name).usage is Usage.LITERAL


@pytest.mark.parametrize(
    ("text", "language", "name", "country"),
    [
        ("The Dutch king and the Mexican baker met.", "en", "Dutch", "NL"),
        ("The Dutch king and the Mexican baker met.", "en", "Mexican", "MX"),
        ("Russian troops left.", "en", "Russian", "RU"),
        ("The Georgian government met.", "en", "Georgian", "GE"),
        ("The West African market is old.", "en", "West African", None),
    ],
)
def test_peoples_and_adjectives_are_flagged_and_mean_their_country(
    gazetteer: Gazetteer, text: str, language: str, name: str, country: str | None
) -> None:
    found = mention(read(gazetteer, text, language), name)
    assert found.demonym
    assert found.usage is Usage.ASSOCIATIVE
    assert found.place.country == country


def test_the_name_of_a_country_is_no_demonym(gazetteer: Gazetteer) -> None:
    parsed = read(gazetteer, "The Netherlands and Mexico agreed.", "en")
    assert [m.demonym for m in parsed.mentions] == [False, False]


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Washington accused its rivals of lying.", "en", "Washington"),
        ("Laporan itu menyebut tuduhan Washington terhadap Beijing.", "id", "Washington"),
        ("Menurut Moskow, Washington menolak usul itu.", "id", "Washington"),
    ],
)
def test_a_government_that_acts_is_the_capital(gazetteer: Gazetteer, text: str, language: str, name: str) -> None:
    place = mention(read(gazetteer, text, language), name).place
    assert (place.level, place.country, place.feature_code) == (Level.CITY, "US", "PPLC")


@pytest.mark.parametrize(
    ("text", "name"),
    [("The Lima prison holds 9,000 people.", "Lima"), ("A Buenos Aires hospital took him in.", "Buenos Aires")],
)
def test_where_a_site_is_is_literal(gazetteer: Gazetteer, text: str, name: str) -> None:
    assert mention(read(gazetteer, text, "en"), name).usage is Usage.LITERAL


@pytest.mark.parametrize("text", ["The Lima school board met.", "The Lima road crews are out of salt."])
def test_who_runs_a_site_acts(gazetteer: Gazetteer, text: str) -> None:
    """A site is where it is, but its board is an actor."""
    assert mention(read(gazetteer, text, "en"), "Lima").usage is Usage.ASSOCIATIVE


@pytest.mark.parametrize(
    "text",
    ["Truk Kodim 0718/Kudus tiba pagi itu.", "Menurut BMKG Kudus, hujan turun.", "Rapat dihadiri Kantor SAR Kudus."],
)
def test_a_body_named_before_its_place_acts(gazetteer: Gazetteer, text: str) -> None:
    assert mention(read(gazetteer, text), "Kudus").usage is Usage.ASSOCIATIVE
