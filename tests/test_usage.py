"""Literal or associative."""

import pytest
from reading import mention, read

from gazetteer.index import Gazetteer
from geo.mention import Usage


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Banjir melanda pesisir utara di Semarang.", "Semarang"),
        ("Mereka terbang ke Rusia kemarin.", "Rusia"),
        ("Panen di Kota Kediri melimpah.", "Kota Kediri"),
        ("JAKARTA, Kabarkita - Hujan turun.", "JAKARTA"),
        ("Gempa terasa di Kudus, Jawa Tengah.", "Jawa Tengah"),
        ("Mereka singgah di Kupang, Ende, dan Maumere.", "Maumere"),
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
    ],
)
def test_an_actor_is_associative(gazetteer: Gazetteer, text: str, name: str) -> None:
    assert mention(read(gazetteer, text), name).usage is Usage.ASSOCIATIVE


def test_an_adjective_is_associative(gazetteer: Gazetteer) -> None:
    assert mention(read(gazetteer, "In Brazilian towns, rain fell.", "en"), "Brazilian").usage is Usage.ASSOCIATIVE
