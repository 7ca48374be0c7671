"""Sites are found by name so that they are never mapped."""

import pytest
from reading import named, read

from gazetteer.index import Gazetteer
from geo.policy import WithheldReason


@pytest.mark.parametrize(
    ("text", "site"),
    [
        ("Kebakaran terjadi di Pabrik Gula Trangkil pagi ini.", "Pabrik Gula Trangkil"),
        ("Pesawat mendarat di Bandara Internasional Ngurah Rai.", "Bandara Internasional Ngurah Rai"),
        ("Pasien dibawa ke Rumah Sakit Umum Daerah Kudus.", "Rumah Sakit Umum Daerah Kudus"),
        ("Kapal sandar di pelabuhan Merak.", "pelabuhan Merak"),
        ("Rapat digelar di Gedung Merdeka kemarin.", "Gedung Merdeka"),
        ("Macet di Jl. Sudirman sejak pagi.", "Jl. Sudirman"),
        ("Mereka meninjau Pangkalan Udara Halim.", "Pangkalan Udara Halim"),
    ],
)
def test_indonesian_sites_are_withheld_whole(gazetteer: Gazetteer, text: str, site: str) -> None:
    parsed = read(gazetteer, text)
    assert [w.text for w in parsed.withheld] == [site]
    assert named(parsed) == []


@pytest.mark.parametrize(
    ("text", "site"),
    [
        ("Flights from Heathrow Airport were late.", "Heathrow Airport"),
        ("She studied at the University of Texas.", "University of Texas"),
        ("The Sagebrush power plant was shut.", "Sagebrush power plant"),
        ("Soldiers left Fort Bragg.", "Fort Bragg"),
    ],
)
def test_english_sites_are_withheld_whole(gazetteer: Gazetteer, text: str, site: str) -> None:
    parsed = read(gazetteer, text, "en")
    assert [w.text for w in parsed.withheld] == [site]
    assert named(parsed) == []


@pytest.mark.parametrize(
    ("text", "language", "place"),
    [
        ("Pabrik rudal Korea Utara itu diperluas.", "id", "Korea Utara"),
        ("Workers left the Russian factory.", "en", "Russian"),
        ("Rombongan tiba di Pangkalan Bun.", "id", "Pangkalan Bun"),
        ("Kereta tiba di Bandar Lampung.", "id", "Bandar Lampung"),
        ("They moved to Fort Worth last year.", "en", "Fort Worth"),
    ],
)
def test_an_owner_and_a_town_named_like_a_site_stay_places(
    gazetteer: Gazetteer, text: str, language: str, place: str
) -> None:
    parsed = read(gazetteer, text, language)
    assert named(parsed) == [place]
    assert parsed.withheld == ()


@pytest.mark.parametrize(
    ("text", "language", "town"),
    [
        ("Ledakan terdengar di Kompleks Mesin Ryongsong di Hamhung.", "id", "Hamhung"),
        ("Pasien dirawat di Rumah Sakit Mardi Rahayu, Kudus.", "id", "Kudus"),
        ("A strike closed Lakeside Stadium in Dallas.", "en", "Dallas"),
    ],
)
def test_a_site_is_rolled_up_to_the_town_that_the_text_puts_it_in(
    gazetteer: Gazetteer, text: str, language: str, town: str
) -> None:
    parsed = read(gazetteer, text, language)
    (site,) = parsed.withheld
    (host,) = parsed.mentions
    assert site.reason is WithheldReason.ROLLED_UP
    assert host.text == town
    assert host.rolled_up_from == site.text


def test_a_site_that_the_text_puts_nowhere_stays_off_the_map(gazetteer: Gazetteer) -> None:
    (site,) = read(gazetteer, "Kebocoran terjadi di Reaktor Yongbyon.").withheld
    assert site.reason is WithheldReason.FACILITY
    assert site.host is None


def test_two_sites_in_two_sentences_are_two(gazetteer: Gazetteer) -> None:
    parsed = read(gazetteer, "Mereka mendarat di Bandara Batumi. Di Rustavi, warga ke Stadion Poladi.")
    assert [w.text for w in parsed.withheld] == ["Bandara Batumi", "Stadion Poladi"]
