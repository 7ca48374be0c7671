"""What in a text speaks for and against a name being a place."""

import pytest
from reading import evidence, named, read

from gazetteer.index import Gazetteer


@pytest.mark.parametrize(
    ("text", "name", "language", "expected"),
    [
        ("They flew to Rusia.", "Rusia", "id", "country"),
        ("They live in Asia today.", "Asia", "en", "country"),
        ("Kapal di Laut Merah.", "Laut Merah", "id", "region"),
        ("Panen di Jawa Tengah.", "Jawa Tengah", "id", "adm1"),
        ("The farms of Cuyahoga County are small.", "Cuyahoga County", "en", "adm2"),
        ("Hujan di Kudus.", "Kudus", "id", "city"),
        ("Hujan di Kudus.", "Kudus", "id", "home_country"),
        ("Hujan di Kudus.", "Kudus", "id", "prominence"),
        ("Panen di Jawa Tengah.", "Jawa Tengah", "id", "several_words"),
        ("The French baker came.", "French", "en", "name_demonym"),
        ("Bread from San Jose, Calif., is good.", "Calif", "en", "name_code"),
        ("Hujan di Ede.", "Ede", "id", "short_name"),
        ("SEMARANG DILANDA BANJIR", "SEMARANG", "id", "no_case"),
        ("Kudus dilanda banjir.", "Kudus", "id", "opens_sentence"),
        ("Reading is fun.", "Reading", "en", "common_word_opening"),
        ("The town of Reading is small.", "Reading", "en", "common_word"),
        ("Reading is fun, and reading is good.", "Reading", "en", "in_lower_case_elsewhere"),
        ("In Reading they like reading.", "Reading", "en", "a_word_elsewhere"),
        ("They met in May there.", "May", "en", "calendar"),
        ("Panen di Kota kemarin.", "Kota", "id", "function_word"),
        ("The new KUDUS is a box.", "KUDUS", "en", "acronym"),
        ("In winter the Toledo Orchestra sang.", "Toledo", "en", "in_proper_organization"),
        ("Orchestra of Toledo Plays in the Rain", "Toledo", "en", "in_proper_organization"),
        ("Rain Delays Great Toledo Orchestra", "Toledo", "en", "in_proper_organization"),
        ("Kementerian Agama Kudus tutup.", "Kudus", "id", "in_state_organization"),
        ("Demak, Kudus, dan Pati tergenang.", "Demak", "id", "in_list"),
        ("Demak, Kudus, dan Pati tergenang.", "Kudus", "id", "in_list"),
        ("Demak, Kudus, dan Pati tergenang.", "Pati", "id", "in_list"),
        ("Karen Lincoln bakes. The school likes Lincoln.", "Lincoln", "en", "part_of_a_person"),
        ("The school likes Lincoln.", "Lincoln", "en", "family_name"),
        ("The firm Brantow Toledo closed.", "Toledo", "en", "part_of_a_name"),
        ("Striker, kiper, gol, dan klub: Kudus menang.", "Kudus", "id", "in_sport"),
        ("Striker, kiper, gol, dan klub: Kudus menang.", "Kudus", "id", "plays"),
        ("Lalu Taman itu tutup.", "Taman", "id", "site_word"),
        ("Camat Kudus Barat hadir.", "Kudus", "id", "direction_after"),
        ("Warga Desa Kudus panen. Nenek suka Kudus.", "Kudus", "id", "named_as_village"),
        ("Warga desa Kudus panen. Nenek suka Kudus.", "Kudus", "id", "named_as_village"),
        ("Relawan Palang Merah Indonesia tiba.", "Indonesia", "id", "home_in_organization"),
        ("Adiknya, Kudus (10), suka hujan.", "Kudus", "id", "before_age"),
        ("Adiknya, Kudus (10), suka hujan.", "Kudus", "id", "part_of_a_person"),
        ("The cook, Toledo, 34, likes rain.", "Toledo", "en", "before_age"),
        ("They saw \u201cToledo,\u201d and slept.", "Toledo", "en", "quoted_alone"),
        ('Mereka menonton "Kudus" semalam.', "Kudus", "id", "quoted_alone"),
        ("Jordan Brantow bakes. The school likes Jordan.", "Jordan", "en", "somebodys_given_name"),
        ("Lalu Pesisir itu ramai.", "Pesisir", "id", "function_word"),
        ("She wrote to the Herald again.", "Herald", "en", "function_word"),
        ("Those at Bank of Montreal slept.", "Bank", "en", "function_word"),
        ("She sleeps at Lenox & Hamilton Funeral Home.", "Lenox", "en", "beside_ampersand"),
        ("Ia pulang, lalu Surya tidur.", "Surya", "id", "foreign_country"),
        ("Adiknya, Kenya Larasati (31), tertawa. Lalu Kenya pulang.", "Kenya", "id", "named_like_a_place"),
        ("Lalu kata Oman Nurjaman begitu. Oman diam.", "Oman", "id", "named_like_a_place"),
        ("Doctor Dana Holland baked. Later Holland slept.", "Holland", "en", "named_like_a_place"),
        ("He leaves his wife, Geneva, and a cat.", "Geneva", "en", "after_kin"),
        ("Ia ditemani istrinya Kudus kemarin.", "Kudus", "id", "after_kin"),
        ("She was a daughter of Geneva and Ethel Brantow.", "Geneva", "en", "after_kin"),
        ("They were children of the late Geneva and Ethel Brantow.", "Geneva", "en", "after_kin"),
        ("He leaves two sons, Gary (Geneva) of Erie.", "Geneva", "en", "after_kin"),
        ("Trucks went over U.S. 27 today.", "U.S", "en", "before_number"),
        ("Rain fell on Polk and northern Bartow counties.", "Polk", "en", "in_list_of_level"),
        ("Beras cukup, kata Oman, bulan ini.", "Oman", "id", "said_by"),
        ("Beras cukup, kata Medan, bulan ini.", "Medan", "id", "after_saying"),
        ('Ia membintangi film "Senja di Ternate" itu.', "Ternate", "id", "in_title_of_work"),
        ("They sang \u201cGoing to Memphis\u201d twice.", "Memphis", "en", "in_title_of_work"),
        ("He works at Lenox & Brantow in town.", "Lenox", "en", "beside_ampersand"),
        ("He works at Brantow & Lenox in town.", "Lenox", "en", "beside_ampersand"),
        ("She left Victoria, the capital of Seychelles.", "Victoria", "en", "said_to_be"),
        ("Ia tiba di Victoria, ibu kota Seychelles.", "Victoria", "id", "said_to_be"),
        ("Ia tiba di Kudus (sebuah kabupaten kecil).", "Kudus", "id", "said_to_be"),
        ("Menteri Energi dan Sumber Daya Mineral hadir.", "Sumber", "id", "before_thing"),
        ("Panen di Jawa Tengah.", "Jawa Tengah", "id", "unit_prominence"),
        ("Coach, league, season and cup: Toledo 58, Dayton 41.", "Toledo", "en", "has_score"),
        ("Coach, league, season and cup: they met Toledo-Dayton 58.", "Toledo", "en", "has_score"),
        ("Coach, league, season and cup: they met Toledo (10-3) first.", "Toledo", "en", "has_score"),
        ("Liga, gol, klub, striker: Persetoledo Kudus menang.", "Kudus", "id", "in_proper_organization"),
        (
            "Liga, Gol, Klub, Bek: Persetoledo Kudus Menang Lagi\n\nIa tidur.",
            "Kudus",
            "id",
            "in_proper_organization",
        ),
        ("He leaves two sons, Norris of Erie and Geneva of Salem; a cat.", "Geneva", "en", "after_kin"),
        ("They met on the U.S. 13 Bridge.", "U.S", "en", "before_number"),
    ],
)
def test_the_name_its_case_and_the_article_are_evidence(
    gazetteer: Gazetteer, text: str, name: str, language: str, expected: str
) -> None:
    assert expected in evidence(gazetteer, text, name, language)


@pytest.mark.parametrize(
    ("text", "name", "language", "absent"),
    [
        ("Hujan di Kudus.", "Kudus", "id", "opens_sentence"),
        ("Hujan di Kudus.", "Kudus", "id", "no_case"),
        ("Rain in Dayton.", "Dayton", "en", "home_country"),
        ("In winter the Toledo Bakery sang.", "Toledo", "en", "in_proper_organization"),
        ("Kementerian Pertahanan Rusia rapat.", "Rusia", "id", "in_state_organization"),
        ("Delegasi AS tiba.", "AS", "id", "acronym"),
        ("SEOUL, Kabarkita - Hujan turun.", "SEOUL", "id", "acronym"),
        ("Panen di Jawa Tengah.", "Jawa Tengah", "id", "prominence"),
        ("Striker, kiper, gol, dan klub di Kudus.", "Kudus", "id", "plays"),
        ("Relawan Palang Merah Jepang tiba.", "Jepang", "id", "home_in_organization"),
        ("Hujan di Jawa Tengah bagian Barat.", "Jawa Tengah", "id", "direction_after"),
        ("Hujan turun. Kudus ramai. Pati sepi.", "Kudus", "id", "in_list"),
        ("Striker, kiper, gol, dan klub: Rusia menang.", "Rusia", "id", "in_sport"),
        ("The king of Jakarta bakes.", "Jakarta", "en", "family_name"),
        ("The farms of Early County are small.", "Early County", "en", "common_words"),
        ("Snow fell.\nToledo 11\nDayton 12\n", "Toledo", "en", "before_number"),
        ("Last year in Japan 12 people slept.", "Japan", "en", "before_number"),
        ("Rain fell in GLENDALE HEIGHTS today.", "GLENDALE", "en", "acronym"),
        ("Korban ada di Kudus (12).", "Kudus", "id", "before_age"),
        ("Korban: Kudus (12), Pati (7).", "Kudus", "id", "before_age"),
        ("Korban: Kudus (12), Pati (7).", "Pati", "id", "before_age"),
        ("Rain fell in Toledo, 340 miles away.", "Toledo", "en", "before_age"),
        ('They said "Toledo is wet" there.', "Toledo", "en", "quoted_alone"),
        ('Toledo", they said, is the name of "a ship and "', "Toledo", "en", "quoted_alone"),
        ("Rain fell on Toledo. They like Jordan.", "Jordan", "en", "somebodys_given_name"),
        ("Panen di Rusia.", "Rusia", "id", "foreign_country"),
        ("Bus Victory For Standing Rocks (N.D.)\n\nThey slept.", "N.D", "en", "no_case"),
        ("Coach, league, season and cup: they live in Toledo.", "Toledo", "en", "has_score"),
        (
            "Liga, gol, klub, bek: persetoledo tiba. Persetoledo Kudus tidur.",
            "Kudus",
            "id",
            "in_proper_organization",
        ),
        ("Persetoledo Kudus menang.", "Kudus", "id", "in_proper_organization"),
        ("They gave the U.S. 13 days.", "U.S", "en", "before_number"),
        ("She saw Norris of Erie and Geneva of Salem.", "Geneva", "en", "after_kin"),
        ("He leaves two sons, Norris of Erie; Geneva of Salem.", "Geneva", "en", "after_kin"),
        ("Kejaksaan Tinggi Jawa Tengah rapat.", "Jawa Tengah", "id", "in_state_organization"),
        ("Coach, league, season and cup: the Toledo-born cook slept.", "Toledo", "en", "plays"),
        ("Liga, gol, klub, striker: pemain kelahiran Kudus tidur.", "Kudus", "id", "plays"),
        ("Kenya Larasati (31) pulang dari Kenya. Ia suka di Kenya.", "Kenya", "id", "named_like_a_place"),
        ("Presiden Rusia Vladimir Brantow (70) tiba. Rusia diam.", "Rusia", "id", "named_like_a_place"),
        ("Pemerintah siap, kata Rusia kemarin.", "Rusia", "id", "said_by"),
        ("Moscow said so.", "Moscow", "en", "before_saying"),
        ('Ia berkata "saya tiba di Ternate" tadi.', "Ternate", "id", "in_title_of_work"),
        (
            'Ia berkata "Saya dari Ternate, lalu hujan turun lama sekali di sana" tadi.',
            "Ternate",
            "id",
            "in_title_of_work",
        ),
        ("She left Victoria, a cat beside her.", "Victoria", "en", "said_to_be"),
        ("She left Victoria, where the capital is.", "Victoria", "en", "said_to_be"),
        ("She left Victoria, Texas.", "Victoria", "en", "said_to_be"),
        ("The US-Canada treaty holds.", "Canada", "en", "before_thing"),
        ("She moved to Post, Texas.", "Post", "en", "function_word"),
        ("For their parents, Italy was home.", "Italy", "en", "after_kin"),
        ("Putra Aceh itu menang.", "Aceh", "id", "after_kin"),
        ("Flights join Paris & London daily.", "London", "en", "beside_ampersand"),
        ("The farms of Ottawa County Undersheriff Jack Brantow.", "Ottawa County", "en", "name_after"),
    ],
)
def test_what_is_no_evidence(gazetteer: Gazetteer, text: str, name: str, language: str, absent: str) -> None:
    assert absent not in evidence(gazetteer, text, name, language)


def test_a_frequent_family_name_weighs_more_than_a_rare_one(gazetteer: Gazetteer) -> None:
    """Only a name of one word, and no country."""
    assert "family_name" in evidence(gazetteer, "They like Houghton there.", "Houghton")
    assert "family_name" not in evidence(gazetteer, "They like Rusia there.", "Rusia", "id")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The ticket costs US$ 20 there.", "en"),
        ("The ticket costs US$20 there.", "en"),
        ("Harga tiketnya US$ 20 per orang.", "id"),
        ("Harga tiketnya US$20 per orang.", "id"),
        ("A case of West Nile virus was found.", "en"),
        ("They speak Russian at home.", "en"),
        ("She speaks Arabic and taught Japanese.", "en"),
        ("Read it at kabar.id or paris.com today.", "en"),
        ("Baca di kabar.id atau paris.com hari ini.", "id"),
        ("Rapat digelar pada Senin, 4 Mei.", "id"),
        ("The march in March was nice, and Reading is fun.", "en"),
        ("Wisatawan itu membaca Red Cross Journal.", "id"),
    ],
)
def test_money_diseases_languages_addresses_and_days_are_no_places(
    gazetteer: Gazetteer, text: str, language: str
) -> None:
    assert named(read(gazetteer, text, language)) == []


def test_cattle_of_a_county_are_no_place_and_where_they_graze_is(gazetteer: Gazetteer) -> None:
    assert named(read(gazetteer, "Angus cattle graze in Scotland.", "en")) == ["Scotland"]
    assert named(read(gazetteer, "Doctors treat Ebola virus patients in Guinea.", "en")) == ["Guinea"]


def test_the_name_of_a_language_is_no_country_in_indonesian(gazetteer: Gazetteer) -> None:
    assert named(read(gazetteer, "Kursus bahasa Inggris dibuka di Kudus.")) == ["Kudus"]
    assert named(read(gazetteer, "Mereka belajar bahasa Indonesia di Kudus.")) == ["Kudus"]


LOWER_EN = (
    "the mayor of chicago said on monday that the train from boston would stop in cleveland and that the bridge near"
    " pittsburgh would be closed for the whole summer"
)
LOWER_ID = (
    "hujan deras turun di semarang dan kudus sejak pagi sehingga warga mengungsi ke demak dan sebagian lagi tinggal di"
    " rumah kerabat yang berada di jepara sampai air surut"
)


@pytest.mark.parametrize(
    ("text", "language", "places"),
    [
        (LOWER_EN, "en", ["chicago", "boston", "cleveland", "pittsburgh"]),
        (LOWER_ID, "id", ["semarang", "kudus", "demak", "jepara"]),
        (LOWER_EN.upper(), "en", ["CHICAGO", "BOSTON", "CLEVELAND", "PITTSBURGH"]),
        (LOWER_ID.upper(), "id", ["SEMARANG", "KUDUS", "DEMAK", "JEPARA"]),
        ("Banjir Melanda Semarang dan Kudus Sejak Pagi", "id", ["Semarang", "Kudus"]),
        ("Farmers Count Losses as Rivers Rise in Ohio and Kentucky", "en", ["Ohio", "Kentucky"]),
    ],
)
def test_places_are_found_where_case_says_nothing(
    gazetteer: Gazetteer, text: str, language: str, places: list[str]
) -> None:
    assert named(read(gazetteer, text, language)) == places


def test_in_a_text_with_capitals_a_word_in_lower_case_is_no_place(gazetteer: Gazetteer) -> None:
    text = LOWER_ID.replace("hujan", "Hujan").replace("semarang", "Semarang")
    assert named(read(gazetteer, text)) == ["Semarang"]


@pytest.mark.parametrize(
    ("text", "name", "wanted"),
    [
        ("Rain fell in Kentucky. Deputies in Paducah said so.", "Paducah", "in_named_unit"),
        ("Rain fell in Kentucky. Deputies in Louisville and in Shelbyville said so.", "Shelbyville", "near_clear"),
        ("A levee near New Madrid held.", "Madrid", "in_longer_name"),
        ("Bourbon County Fiscal Court met.", "Bourbon County", "says_its_level"),
        ("Snow closed Floyd, Polk and Bartow counties.", "Polk", "in_list_of_level"),
    ],
)
def test_what_other_names_say_of_a_name(gazetteer: Gazetteer, text: str, name: str, wanted: str) -> None:
    parsed = read(gazetteer, text, "en")
    accepted = {e.name for m in parsed.mentions if m.text == name for e in m.recognition}
    assert wanted in accepted | evidence(gazetteer, text, name)


@pytest.mark.parametrize(
    ("text", "name", "plays"),
    [
        ("Chelsea, Milan and Marseille are watching.", "Milan", True),
        ("Games in Chelsea, Milan and Marseille were fine.", "Marseille", False),
        ("The team met in Milan.", "Milan", False),
        ("Fans love Milan.", "Milan", True),
        ("MILAN (AP) — The team met.", "MILAN", False),
    ],
)
def test_in_sport_a_town_plays_unless_something_is_there(
    gazetteer: Gazetteer, text: str, name: str, *, plays: bool
) -> None:
    sport = "The coach praised the striker, the goalkeeper and the midfielder after the match."
    assert ("plays" in evidence(gazetteer, f"{text}\n\n{sport}", name)) is plays
