"""What the words directly beside a name say of it."""

import pytest
from reading import article, evidence, mention, named, read

from gazetteer.index import Gazetteer
from geo.matches import MatchFinder
from geo.neighbors import is_dateline
from geo.recognition import GazetteerRecognizer


@pytest.mark.parametrize(
    ("text", "name", "language", "expected"),
    [
        ("SEOUL, Kabarkita - Hujan turun.", "SEOUL", "id", "dateline"),
        ("Panen di Provinsi Jambi melimpah.", "Jambi", "id", "after_level_word"),
        ("Hujan turun di Kudus.", "Kudus", "id", "after_locative"),
        ("Kemarin presiden Rusia tiba.", "Rusia", "id", "after_actor_word"),
        ("Hujan turun, kata Kudus.", "Kudus", "id", "after_saying"),
        ("Kemarin pak Batu tiba.", "Batu", "id", "after_title"),
        ("Then Mr. Lincoln came.", "Lincoln", "en", "after_title"),
        ("They sued Peanut Society of Toledo today.", "Toledo", "en", "after_named_of"),
        ("They saw the Congo.", "Congo", "en", "after_article"),
        ("They saw Bank Indonesia there.", "Indonesia", "id", "after_organization_head"),
        ("Ia meraih Penghargaan Kudus kemarin.", "Kudus", "id", "after_organization_head"),
        ("They speak Russian there.", "Russian", "en", "language_name"),
        ("Buka kabar.London di sana.", "London", "id", "in_address"),
        ("The firm Brantow Toledo closed.", "Toledo", "en", "name_before"),
        ("Brantow Toledo closed.", "Toledo", "en", "opener_before"),
        ("They met Victor Toledo there.", "Toledo", "en", "given_name_before"),
        ("They met Toledo Brantow there.", "Toledo", "en", "name_after"),
        ("The farm of Rusia Vladimirov closed.", "Rusia", "id", "strong_with_name_after"),
        ("They met Medan Lubis there.", "Medan", "en", "name_after"),
        ("They met Austin Campbell there.", "Austin", "en", "person_name_after"),
        ("They met Austin Brantow there.", "Austin", "en", "given_name"),
        ("They met Intan Kudus Saputri there.", "Kudus", "en", "between_names"),
        ("The road to Rusia, Kudus closed.", "Kudus", "id", "after_strong"),
        ("The road to Kudus, Jawa Tengah closed.", "Kudus", "id", "before_strong"),
        ("Latihan AS-Kudus dimulai.", "Kudus", "id", "in_chain"),
        ("Latihan Kudus-AS dimulai.", "Kudus", "id", "in_chain"),
        ("It costs US$ 20.", "US", "en", "currency"),
        ("They met Ohio's governor.", "Ohio", "en", "possessive"),
        ("The West Nile virus came.", "Nile", "en", "before_thing"),
        ("Skaters came to Toledo district.", "Toledo", "en", "before_level_word"),
        ("The Cairns police came.", "Cairns", "en", "before_actor_word"),
        ("Then Lincoln said so.", "Lincoln", "en", "before_saying"),
        ("Warta.com, KUDUS - Hujan turun.", "KUDUS", "id", "dateline"),
        ("Kabar Pagi Kita, Kudus — Hujan turun.", "Kudus", "id", "dateline"),
        ("Ia tiba di Muara Aman kemarin.", "Aman", "id", "name_before"),
        ("The Toledo Police came.", "Toledo", "en", "before_local_office"),
        ("The Toledo Magistrate's Court sat.", "Toledo", "en", "before_local_office"),
        ("The Toledo-born cook came.", "Toledo", "en", "before_actor_word"),
        ("Jack Brantow had two sons, Norris of Toledo and Earl.", "Toledo", "en", "person_from"),
    ],
)
def test_a_neighbor_is_evidence(gazetteer: Gazetteer, text: str, name: str, language: str, expected: str) -> None:
    assert expected in evidence(gazetteer, text, name, language)


@pytest.mark.parametrize(
    ("text", "name", "language", "absent"),
    [
        ("Governor of Ohio came. The Governor of Ohio left.", "Ohio", "en", "after_named_of"),
        ("Ia tinggal di Solo, Kudus - dulu sekali.", "Kudus", "id", "dateline"),
        ("Warta.com, Kudus-Pati ramai.", "Kudus", "id", "dateline"),
        ("Ia tiba di muara Kudus kemarin.", "Kudus", "id", "name_before"),
        ("It rains, said Toledo sugar farmer Jack Brantow.", "Toledo", "en", "after_saying"),
        ("The Ohio Police came.", "Ohio", "en", "before_local_office"),
        ("The Toledo police came.", "Toledo", "en", "before_local_office"),
        ("Then the governor of Ohio came.", "Ohio", "en", "after_named_of"),
        ("They saw the Mayor of Toledo.", "Toledo", "en", "after_named_of"),
        ("Hujan turun. Kudus ramai.", "Kudus", "id", "after_locative"),
        ("They said so. Lincoln came.", "Lincoln", "en", "after_saying"),
        ("They met the general. Lincoln came.", "Lincoln", "en", "after_title"),
        ("Then Moscow said so.", "Moscow", "en", "before_saying"),
        ("In St. John's County it rained.", "St. John's", "en", "possessive"),
        ("They met in Toledo. Brantow left.", "Toledo", "en", "name_after"),
        ("They met in Toledo, Brantow and all.", "Toledo", "en", "name_after"),
        ("They met Toledo", "Toledo", "en", "before_level_word"),
        ("Farmers of Toledo District Farms met.", "Toledo", "en", "before_level_word"),
    ],
)
def test_a_neighbor_that_is_no_evidence(gazetteer: Gazetteer, text: str, name: str, language: str, absent: str) -> None:
    assert absent not in evidence(gazetteer, text, name, language)


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("SEOUL, Kabarkita - Hujan turun.", True),
        ("Hujan.\n\nSEOUL (Kabarkita) — Hujan turun.", True),
        ("**SEOUL** - Hujan turun.", False),
        ("“SEOUL – Hujan turun.", True),
        ("SEOUL - Hujan turun.", True),
        ("SEOUL hujan, dan ramai sekali.", False),
        ("SEOUL, hujan turun di sana sejak pagi hari dan - kata warga - lama.", False),
        ("Warga SEOUL, kemarin - ramai.", False),
        ("Hujan. SEOUL, Kabarkita - Hujan turun.", False),
    ],
)
def test_a_dateline_opens_a_line_and_has_a_dash(gazetteer: Gazetteer, text: str, is_one: bool) -> None:
    context, _ = GazetteerRecognizer(MatchFinder(gazetteer)).read(article(text))
    (match,) = (m for found in context.matches.values() for m in found if m.folded == "seoul")
    assert is_dateline(match, context) is is_one


def test_a_list_of_one_level_is_of_states(gazetteer: Gazetteer) -> None:
    text = "Flights to Tennessee, Utah, Washington and Wisconsin were canceled."
    parsed = read(gazetteer, text, "en")
    assert [(m.text, m.level.value) for m in parsed.mentions] == [
        ("Tennessee", "adm1"),
        ("Utah", "adm1"),
        ("Washington", "adm1"),
        ("Wisconsin", "adm1"),
    ]


def test_a_name_between_a_comma_and_a_state_is_in_that_state(gazetteer: Gazetteer) -> None:
    parsed = read(gazetteer, "A barn burned in Springfield, Illinois, overnight.", "en")
    assert named(parsed) == ["Springfield", "Illinois"]
    assert mention(parsed, "Illinois").place.id in mention(parsed, "Springfield").place.parents
