"""Likely place names without an entry: listed, never mapped."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import article, context_of, named, read

from gazetteer.index import Gazetteer
from geo.geoparsed import GeoparsedArticle
from geo.matches import MatchFinder
from geo.recognition import GazetteerRecognizer, choose, score_matches
from geo.unknown_names import UnknownName, unknown_names
from geo.unresolved import placed_words, unresolved_features
from geo.weights import weights


def listed(parsed: GeoparsedArticle) -> list[str]:
    """The texts of the unresolved names, in order."""
    return [one.text for one in parsed.unresolved]


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Kebakaran di Desa Sukamajujaya, Kabupaten Kudus, padam.", "id", "Desa Sukamajujaya"),
        ("Kebakaran di Dusun Krajanwetan, Jawa Barat, padam.", "id", "Dusun Krajanwetan"),
        ("Mereka tiba di Balongwatu, Jawa Tengah, kemarin.", "id", "Balongwatu"),
        ("Warga mengungsi ke Balongwatu dan Kudus.", "id", "Balongwatu"),
        ("Di Desa Balongwatu air naik.", "id", "Desa Balongwatu"),
        ("Warga Kampung Balongwatu mengungsi.", "id", "Kampung Balongwatu"),
        ("Tebing di Dusun Balongwatu RT 03/RW 05 runtuh.", "id", "Dusun Balongwatu"),
        ("Warga Gampong Balong Mas mengungsi.", "id", "Gampong Balong Mas"),
        ("Warga Desa Kudus mengungsi.", "id", "Desa Kudus"),
        ("Gempa terasa di Balongwatu Selatan.", "id", "Balongwatu Selatan"),
        ("Hujan turun di Karangwatu kabupaten itu.", "id", "Karangwatu"),
        ("A clinic opened in the village of Brantovik, Ohio.", "en", "Brantovik"),
        ("The fair was in the town of Morvelle, Texas.", "en", "Morvelle"),
        ("Snow fell in Dayton, Morvelle and Toledo.", "en", "Morvelle"),
        ("Skaters met in Morvelle district.", "en", "Morvelle"),
    ],
)
def test_a_place_without_an_entry_is_listed_and_not_mapped(
    gazetteer: Gazetteer, text: str, language: str, name: str
) -> None:
    parsed = read(gazetteer, text, language)
    assert listed(parsed) == [name]
    assert not any(name in mention for mention in named(parsed))
    (one,) = parsed.unresolved
    assert text[one.span.start : one.span.end] == name


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The meeting with President Morvelle was short. Mr. Morvelle left.", "en"),
        ("Morvelle said the bread was good.", "en"),
        ("They met the firm Brantow Vexley there.", "en"),
        ("Ketua BUMNX hadir di Kudus.", "id"),
        ("Hujan turun, kata Brantowo di Kudus.", "id"),
        ("Ia bertemu Siti Brantowo kemarin.", "id"),
        ("Rapat digelar di Gedung Balongwatu.", "id"),
        ("Pada Senin mereka libur.", "id"),
        ("Hujan turun di kota itu.", "id"),
    ],
)
def test_persons_companies_sites_and_days_are_not_listed(gazetteer: Gazetteer, text: str, language: str) -> None:
    assert listed(read(gazetteer, text, language)) == []


def evidence(gazetteer: Gazetteer, text: str, name: str, language: str) -> set[str]:
    """What speaks for or against a name without an entry, without its level words."""
    context, facilities = GazetteerRecognizer(MatchFinder(gazetteer)).read(article(text, language))
    scored = score_matches(context, facilities, weights("recognition", language))
    places = placed_words([one.match for one in choose(scored)])
    words = context.tokens
    found = {
        text[words.starts[one.first] : words.ends[one.last]]: one for one in unknown_names(context, places, facilities)
    }
    return set(unresolved_features(found[name], context, places))


@pytest.mark.parametrize(
    ("text", "name", "language", "expected"),
    [
        ("Hujan di Brantow Vexley kemarin.", "Brantow Vexley", "id", "several_words"),
        ("Hujan di Xqz kemarin.", "Xqz", "id", "short_name"),
        ("Hujan di BRANTOW kemarin.", "BRANTOW", "id", "acronym"),
        ("Hujan, kata Siti Brantowo kemarin.", "Siti Brantowo", "id", "part_of_a_person"),
        ("Hujan, kata Siti Brantowo kemarin.", "Siti Brantowo", "id", "given_name"),
        ("The firm Brantow Vexley closed. They saw Vexley.", "Vexley", "en", "part_of_a_name"),
        ("But today Brantow came, a brantow of old.", "Brantow", "en", "a_word_elsewhere"),
        ("They met the Brantow Russia Ministry there.", "Brantow", "en", "in_organization"),
        ("Brantow is small.", "Brantow", "en", "opens_sentence"),
        ("Hujan di desa Brantow kemarin.", "Brantow", "id", "after_level_word"),
        ("In the village of Brantow it rained.", "Brantow", "en", "after_level_word"),
        ("Hujan di Brantow kemarin.", "Brantow", "id", "after_locative"),
        ("Mereka datang dari Brantow kemarin.", "Brantow", "id", "after_weak_locative"),
        ("Mereka bertemu pak Brantow kemarin.", "Brantow", "id", "after_title"),
        ("Hujan turun, kata Brantow kemarin.", "Brantow", "id", "after_title"),
        ("Mereka bertemu warga Brantow kemarin.", "Brantow", "id", "after_actor_word"),
        ("Hujan di Desa Brantow kemarin.", "Brantow", "id", "level_word_in_name"),
        ("They saw Brantow County there.", "Brantow", "en", "level_word_after"),
        ("Hujan di Kudus, Brantow, kemarin.", "Brantow", "id", "listed_after_place"),
        ("Hujan di Kudus dan Brantow kemarin.", "Brantow", "id", "listed_after_place"),
        ("Hujan di Brantow, Kudus, kemarin.", "Brantow", "id", "before_place"),
        ("Hujan di Brantow dan Kudus kemarin.", "Brantow", "id", "listed_before_place"),
        ("Hujan di Brantow (Kudus) kemarin.", "Brantow", "id", "before_place_in_brackets"),
        ("Mereka bertemu bupati Brantow kemarin.", "Brantow", "id", "after_office_word"),
        ("Hujan di Sidobrantow kemarin.", "Sidobrantow", "id", "like_a_place"),
        ("Hujan di Desa Kudus kemarin.", "Kudus", "id", "known_at_home"),
        ("But today Brantow said so.", "Brantow", "en", "before_saying"),
        ("Skaters saw Brantow district.", "Brantow", "en", "before_level_word"),
    ],
)
def test_the_words_around_a_name_without_an_entry_are_evidence(
    gazetteer: Gazetteer, text: str, name: str, language: str, expected: str
) -> None:
    assert expected in evidence(gazetteer, text, name, language)


@pytest.mark.parametrize(
    ("text", "name", "language", "absent"),
    [
        ("Hujan di Brantow", "Brantow", "id", "before_place"),
        ("Hujan di Brantow kemarin.", "Brantow", "id", "before_saying"),
        ("Hujan turun. Brantow ramai.", "Brantow", "id", "after_locative"),
        ("Mereka melihat (Brantow) kemarin.", "Brantow", "id", "after_locative"),
        ("Mereka melihat Brantow kemarin.", "Brantow", "id", "after_weak_locative"),
    ],
)
def test_what_is_no_evidence_of_it(gazetteer: Gazetteer, text: str, name: str, language: str, absent: str) -> None:
    assert absent not in evidence(gazetteer, text, name, language)


def test_a_name_without_its_level_words_and_the_mention_with_them(gazetteer: Gazetteer) -> None:
    context = context_of(gazetteer, "hujan di Desa Brantow Vexley kemarin", "id")
    assert list(unknown_names(context, frozenset(), ())) == [UnknownName(first=3, last=4, start=2, end=4)]
    context = context_of(gazetteer, "rain in Brantow County today.")
    (name,) = unknown_names(context, frozenset(), ())
    assert (name.first, name.last, name.start, name.end) == (2, 2, 2, 3)


def test_a_name_has_four_words_at_most(gazetteer: Gazetteer) -> None:
    context = context_of(gazetteer, "rain in Brantow Vexley Morvo Zandik Quorl today.")
    assert list(unknown_names(context, frozenset(), ())) == []


def test_places_part_the_names_beside_them(gazetteer: Gazetteer) -> None:
    context = context_of(gazetteer, "rain in Brantow Toledo Vexley today.")
    (at,) = (i for i, word in enumerate(context.tokens.words) if word == "Toledo")
    assert [n.first for n in unknown_names(context, frozenset({at}), ())] == [at - 1, at + 1]


_WORDS = ["Desa", "Brantow", "Kudus", "di", "Pabrik", ",", ".", "dan", "kata", "Siti", "County", "of", "Jakarta", "\n"]


@given(st.lists(st.sampled_from(_WORDS), max_size=20), st.sampled_from(["id", "en", None]))
def test_unresolved_names_overlap_nothing(gazetteer: Gazetteer, words: list[str], language: str | None) -> None:
    parsed = read(gazetteer, " ".join(words), language)
    spans = [m.span for m in parsed.mentions] + [w.span for w in parsed.withheld] + [u.span for u in parsed.unresolved]
    ordered = sorted((span.start, span.end) for span in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(ordered))


def test_a_level_word_of_a_mention_is_in_no_unresolved_name(gazetteer: Gazetteer) -> None:
    parsed = read(gazetteer, "Kudus Kudus Wali of Kudus Distrik Calif.")
    assert "Distrik Calif." in named(parsed)
    assert listed(parsed) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Air naik di Desa Balongwatu, Brantowo, dan Vexlero.", ["Desa Balongwatu", "Brantowo", "Vexlero"]),
        ("Banjir di Desa Balongwatu surut. Nenek datang dari Balongwatu.", ["Desa Balongwatu", "Balongwatu"]),
    ],
)
def test_a_name_that_is_clear_speaks_for_what_is_listed_after_it_and_for_its_other_mentions(
    gazetteer: Gazetteer, text: str, names: list[str]
) -> None:
    assert listed(read(gazetteer, text)) == names


@pytest.mark.parametrize(
    "text", ["Rapat dihadiri Bupati Brantowo kemarin.", "Medali diraih Brantow Vexley (Rusia) kemarin."]
)
def test_a_person_with_an_office_or_a_nation_is_no_village(gazetteer: Gazetteer, text: str) -> None:
    assert listed(read(gazetteer, text)) == []


@pytest.mark.parametrize(
    ("text", "places", "villages"),
    [
        # villages after the colon, up to the end of the line, whether or not the line is all capitals
        (
            "Banjir meluas.\n\n- Kec. Brantow – Lubuk Sela 61 jiwa, Singkawang 37\n- Kec. Morvel: Kudus – 604 KK\n",
            [],
            ["Lubuk Sela", "Singkawang", "Kudus"],
        ),
        (
            "Banjir meluas ke desa-desa.\n\n- Kec. Brantow: Lubuk Sela, Singkawang\n- Kec. Morvel: Kudus\n",
            [],
            ["Lubuk Sela", "Singkawang", "Kudus"],
        ),
        ("Banjir di Kecamatan Brantow (Lubuk Sela, Singkawang) surut.", [], ["Lubuk Sela", "Singkawang"]),
        ("Banjir di Kecamatan Brantow (Desa Lubuk Sela dan Singkawang) surut.", [], ["Desa Lubuk Sela", "Singkawang"]),
        ("Banjir di Cugenang (Gasol, Singkawang) surut.", ["Cugenang"], ["Gasol", "Singkawang"]),
        # what the kecamatan lies in
        ("Banjir di Kecamatan Cugenang (Cianjur) surut.", ["Kecamatan Cugenang", "Cianjur"], []),
        ("Banjir di Kecamatan Cugenang (Kabupaten Cianjur) surut.", ["Kecamatan Cugenang", "Kabupaten Cianjur"], []),
        # a headline, what somebody says, and a list of anything
        (
            "Banjir di Kecamatan Cugenang: Kudus Ikut\n\nHujan turun di Kudus.",
            ["Kecamatan Cugenang", "Kudus"],
            [],
        ),
        (
            "Banjir surut.\n\nLokasi: Kecamatan Cugenang - Kabupaten Cianjur\n",
            ["Kecamatan Cugenang", "Kabupaten Cianjur"],
            [],
        ),
        ("Camat Cugenang: Banjir di Kudus sudah surut.", ["Cugenang", "Kudus"], []),
        ("Banjir di Kecamatan Cugenang (tiga rumah, Kudus) surut.", ["Kecamatan Cugenang", "Kudus"], []),
    ],
)
def test_villages_listed_by_their_kecamatan(
    gazetteer: Gazetteer, text: str, places: list[str], villages: list[str]
) -> None:
    """They are listed as unresolved, also those with the name of a town elsewhere, and never mapped."""
    parsed = read(gazetteer, text, "id")
    assert named(parsed) == places
    assert [name for name in listed(parsed) if "Brantow" not in name and "Morvel" not in name] == villages
