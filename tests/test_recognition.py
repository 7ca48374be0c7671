"""What is taken for a place in running text, and what is not."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from reading import article, mention, named, read

from gazetteer.index import Gazetteer
from gazetteer.place import Level
from geo.boilerplate import boilerplate
from geo.explain import recognition_probability
from geo.matches import MatchFinder
from geo.mention import Usage
from geo.pipeline import Geoparser
from geo.recognition import THRESHOLD, GazetteerRecognizer, choose, score_matches
from geo.weights import weights


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hujan deras turun di Semarang dan Kudus sejak pagi.", ["Semarang", "Kudus"]),
        ("Delegasi AS bertemu utusan Rusia.", ["AS", "Rusia"]),
        ("Korut dan Korsel sepakat membuka jalur telepon.", ["Korut", "Korsel"]),
        ("Latihan AS-Jepang-Korsel dimulai.", ["AS", "Jepang", "Korsel"]),
        ("Pyongyang-nya sendiri tenang.", ["Pyongyang"]),
        ("Panen raya di Provinsi Jawa Barat.", ["Provinsi Jawa Barat"]),
        ("Pasukan tiba di wilayah Kursk.", ["Kursk"]),
        ("Pasukan tiba di Oblast Kursk.", ["Oblast Kursk"]),
        ("Wali Kota Batu membuka pasar malam.", ["Batu"]),
        ("Kapal itu melintasi Selat Malaka menuju Laut Merah.", ["Selat Malaka", "Laut Merah"]),
        ("Konflik di Timur Tengah dan Jalur Gaza.", ["Timur Tengah", "Jalur Gaza"]),
    ],
)
def test_places_in_indonesian_sentences(gazetteer: Gazetteer, text: str, expected: list[str]) -> None:
    assert named(read(gazetteer, text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Officials in Jakarta met a delegation from South Korea.", ["Jakarta", "South Korea"]),
        ("Russia's neighbors and Poland’s president.", ["Russia", "Poland"]),
        ("The U.S. ambassador left for Kyiv.", ["U.S.", "Kyiv"]),
        ("Floods reached Orange County and St. Louis.", ["Orange County", "St. Louis"]),
        ("French and Kenyan teams trained together.", ["French", "Kenyan"]),
        ("Growers in Côte d’Ivoire and in Coeur d'Alene, Idaho.", ["Côte d’Ivoire", "Coeur d'Alene", "Idaho"]),
        ("He flew from Port-au-Prince to Washington, D.C., on Friday.", ["Port-au-Prince", "Washington, D.C."]),
    ],
)
def test_places_in_english_sentences(gazetteer: Gazetteer, text: str, expected: list[str]) -> None:
    assert named(read(gazetteer, text, "en")) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Dalam rapat itu, para guru membahas roda dan as kendaraan.",
        "Nasibnya malang, tutur Pak Batu.",
        "Presiden Vladimir Putin berpidato.",
        "Petani itu, Kurt Campbell, menanam jagung.",
        "Kabar itu dimuat Kantor Berita Pusat Korea.",
        "Rapat digelar pada Senin, 4 Mei, lalu dilanjutkan Selasa.",
        "Laporan keuangan Bank Indonesia terbit hari ini.",
        "Dosen Universitas Indonesia meneliti ikan.",
    ],
)
def test_no_place_in_indonesian_words_persons_and_organisations(gazetteer: Gazetteer, text: str) -> None:
    assert named(read(gazetteer, text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "The march in March was nice, and Reading is fun.",
        "Actor Jordan Whitfield and singer Chad Lindqvist arrived.",
        "A note of the Bank of England was found.",
        "Mr. Lincoln told us to wait.",
    ],
)
def test_no_place_in_english_words_and_persons(gazetteer: Gazetteer, text: str) -> None:
    assert named(read(gazetteer, text, "en")) == []


def test_an_abbreviation_is_a_country_in_capitals_only(gazetteer: Gazetteer) -> None:
    parsed = read(gazetteer, "Montir mengganti as roda. As roda itu patah. Kapal AS berlabuh.")
    assert named(parsed) == ["AS"]
    assert mention(parsed, "AS").place.country == "US"


def test_an_english_article_does_not_read_indonesian_abbreviations(gazetteer: Gazetteer) -> None:
    assert named(read(gazetteer, "FARMERS COUNT LOSSES AS RIVERS RISE", "en")) == []


def test_a_name_clear_once_is_recognised_in_a_headline(gazetteer: Gazetteer) -> None:
    text = "Warga Kudus Gotong Royong Perbaiki Tanggul\n\nTanggul jebol di Kudus, Jawa Tengah, pada Rabu malam."
    assert named(read(gazetteer, text)) == ["Kudus", "Kudus", "Jawa Tengah"]


def test_a_dateline_is_a_place(gazetteer: Gazetteer) -> None:
    text = "BERLIN (Reuters) — Pemerintah setempat membuka museum.\nSEOUL, Kabarkita.com - Hujan turun."
    assert named(read(gazetteer, text)) == ["BERLIN", "SEOUL"]


def test_masked_spans_are_not_read(gazetteer: Gazetteer) -> None:
    text = "Baca juga: Banjir di Jakarta\nGempa terasa di Bandung.\n"
    plain = article(text)
    masked = replace(plain, masked=boilerplate(text))
    assert named(Geoparser.over(gazetteer).geoparse(masked)) == ["Bandung"]


def test_evidence_adds_up_to_the_probability(gazetteer: Gazetteer) -> None:
    recognizer = GazetteerRecognizer(MatchFinder(gazetteer))
    found = recognizer.recognize(article("Banjir melanda Kudus dan Demak.")).found
    assert found
    for one in found:
        odds = one.mention.probability / (1 - one.mention.probability)
        total = sum(e.weight for e in one.mention.evidence)
        assert odds == pytest.approx(2.718281828**total, rel=1e-6)
        assert one.mention.probability >= THRESHOLD


@given(st.text(max_size=300), st.sampled_from(["id", "en", None]))
def test_any_text_is_read_without_an_error_and_offsets_fit(
    gazetteer: Gazetteer, text: str, language: str | None
) -> None:
    parsed = read(gazetteer, text, language)
    spans = [(m.span, m.text) for m in parsed.mentions] + [(w.span, w.text) for w in parsed.withheld]
    assert all(text[span.start : span.end] == found for span, found in spans)


_WORDS = [
    "Kim",
    "Jakarta",
    "di",
    "AS",
    "Korea",
    "Selatan",
    "Pabrik",
    "(",
    ")",
    ",",
    "-",
    ".",
    "\n",
    "Bandara",
    "of",
    "Texas",
    "Paris",
    "University",
]


@given(st.lists(st.sampled_from(_WORDS), max_size=25), st.sampled_from(["id", "en", None]))
def test_mentions_never_overlap_each_other_or_a_site(
    gazetteer: Gazetteer, words: list[str], language: str | None
) -> None:
    parsed = read(gazetteer, " ".join(words), language)
    found = [m.span for m in parsed.mentions] + [w.span for w in parsed.withheld]
    spans = sorted((span.start, span.end) for span in found)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))


_PARTS = [
    "Kudus",
    "nya",
    "St.",
    "John's",
    "Queen",
    "Anne's",
    "County",
    "Calif.",
    "N.Y.",
    "U.S.",
    "Wali",
    "Kota",
    "Batu",
    "Washington,",
    "D.C.",
    "Bank",
    "of",
    "England",
    "naval",
    "base",
    "pangkalan",
    "militer",
    "Wonsan",
    "hospital",
    "Boston",
    "Russian",
    "di",
    "the",
    "Desa",
    "Sukamajujaya",
    "Toba",
    "Lake",
    "Pabrik",
    "\n",
]
_TEXTS = st.lists(st.sampled_from(_PARTS), max_size=25).map(" ".join)


@given(_TEXTS | _TEXTS.map(str.lower), st.sampled_from(["id", "en", None]))
@example("Kudus Kudus Wali of Kudus Desa Calif.", "id")
def test_no_mention_touches_another_or_a_site_and_all_stand_where_they_say(
    gazetteer: Gazetteer, text: str, language: str | None
) -> None:
    recognition = GazetteerRecognizer(MatchFinder(gazetteer)).recognize(article(text, language))
    named_spans = [(one.mention.start, one.mention.end, one.mention.text) for one in recognition.found]
    named_spans += [(site.start, site.end, site.text) for site in recognition.facilities]
    assert all(text[start:end] == found for start, end, found in named_spans)
    spans = [(start, end) for start, end, _ in named_spans]
    spans += [(span.start, span.end) for span in recognition.unresolved]
    assert all(start < end for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(sorted(spans)))


@given(_TEXTS, st.sampled_from(["id", "en", None]))
def test_no_place_is_surer_than_that_there_is_one(gazetteer: Gazetteer, text: str, language: str | None) -> None:
    """Probabilities are shares: of a name that is likely a place, each candidate has one."""
    for one in read(gazetteer, text, language).mentions:
        is_place = recognition_probability(one.recognition)
        assert 0 <= one.probability <= is_place + 1e-9 <= 1 + 1e-9
        others = [other.probability for other in one.alternatives]
        assert all(0 <= share <= one.probability + 1e-9 for share in others)
        assert one.probability + sum(others) <= is_place + 1e-9


@pytest.mark.parametrize(
    ("text", "language", "places"),
    [
        ("Panen di Provinsi Jawa Barat dan provinsi Jawa Tengah.", "id", ["Provinsi Jawa Barat", "Jawa Tengah"]),
        ("The Kentucky State Police came.", "en", ["Kentucky"]),
        ("Farms in Orange County flooded.", "en", ["Orange County"]),
        ("Snow fell on Lake Toba.", "en", ["Lake Toba"]),
        ("Wilayah Kursk ramai.", "id", ["Kursk"]),
    ],
)
def test_a_level_word_in_capitals_is_in_the_span(
    gazetteer: Gazetteer, text: str, language: str, places: list[str]
) -> None:
    """Unless the sentence has it in capitals, or a longer name goes on."""
    assert named(read(gazetteer, text, language)) == places


@pytest.mark.parametrize("name", ["Semarang", "Malang", "Kediri", "Batu"])
def test_a_mayor_is_of_a_town_and_no_town_of_his_title(gazetteer: Gazetteer, name: str) -> None:
    (found,) = read(gazetteer, f"Kemarin Wali Kota {name} hadir.").mentions
    assert (found.text, found.level) == (name, Level.CITY)
    assert found.usage is Usage.ASSOCIATIVE
    assert named(read(gazetteer, f"Hujan turun di Kota {name} kemarin.")) == [f"Kota {name}"]


def test_of_two_mentions_that_ask_for_a_level_word_one_has_it(gazetteer: Gazetteer) -> None:
    assert named(read(gazetteer, "State Kota Kota Texas.", None)) == ["Kota Kota", "Texas"]


def test_a_city_of_a_name_may_be_told_from_a_county_by_its_level_word(gazetteer: Gazetteer) -> None:
    assert mention(read(gazetteer, "Snow fell in New York City.", "en"), "New York City").level is Level.CITY
    assert mention(read(gazetteer, "Hujan di Kabupaten Kediri."), "Kabupaten Kediri").level is Level.ADM2
    assert mention(read(gazetteer, "Hujan di Kota Kediri."), "Kota Kediri").level is Level.CITY


def test_a_mention_clear_once_speaks_for_its_name_elsewhere_not_for_itself(gazetteer: Gazetteer) -> None:
    context, sites = GazetteerRecognizer(MatchFinder(gazetteer)).read(
        article("Petani Toledo menari. Hujan turun di Kota Semarang. Semarang ramai. Di Semarang hujan.")
    )
    scored = score_matches(context, sites, weights("recognition", "id"))
    again = {
        (context.tokens.words[n], n): "accepted_elsewhere" in ones[0].features for n, ones in scored.items() if ones
    }
    of_semarang = [said for (word, _), said in again.items() if word == "Semarang"]
    assert True in of_semarang
    assert False in of_semarang
    assert not any(said for (word, _), said in again.items() if word == "Toledo")


def test_matches_in_a_site_are_not_weighed(gazetteer: Gazetteer) -> None:
    context, sites = GazetteerRecognizer(MatchFinder(gazetteer)).read(article("Macet di Jalan Semarang kemarin."))
    assert [site.text for site in sites] == ["Jalan Semarang"]
    scored = score_matches(context, sites, weights("recognition", "id"))
    assert not any(ones for first, ones in scored.items() if context.tokens.words[first] == "Semarang")


def test_of_likely_matches_the_longest_is_taken_from_left_to_right(gazetteer: Gazetteer) -> None:
    context, sites = GazetteerRecognizer(MatchFinder(gazetteer)).read(article("Snow in New York City today.", "en"))
    scored = score_matches(context, sites, weights("recognition", "en"))
    (taken,) = choose(scored)
    assert taken.match.count == 3
    assert next(iter(choose({2: scored[2][1:]}))).match.count < 3
    assert list(choose({})) == []
