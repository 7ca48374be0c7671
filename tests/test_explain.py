"""Explanations in plain sentences: complete in both languages, and true of the text."""

import string
from dataclasses import replace
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import mention as the_mention
from reading import read
from scripted import DEMAK, KUDUS, article, place

from gazetteer.index import Gazetteer
from gazetteer.place import Level, LonLat, NameKind, Place
from geo.article import Span
from geo.clauses import candidate_phrase, phrase
from geo.explain import CERTAINTY, against, certainty, reasons, recognition_probability, why
from geo.explain_rest import KINDS, kind_instead, why_no_place, why_unresolved, why_withheld
from geo.mention import Candidate, Evidence, Mention, Resolution, Usage
from geo.not_places import SecondReader
from geo.phrases import clause, described, full, level_words, phrases, written
from geo.pipeline import Geoparser
from geo.policy import PublicMention, Withheld, WithheldReason, publish

BOTH = pytest.mark.parametrize("language", ["id", "en"])
TEXT = "Rapat di Kudus selesai."
EUROPE = Place(id="c", name="Europe", labels=(("id", "Eropa"),), level=Level.CONTINENT, position=None, source="t")
FRANCE = Place(
    id="f", name="France", labels=(("id", "Prancis"),), level=Level.COUNTRY, country="FR", position=None, source="t"
)
STATES = Place(
    id="u", name="United States", labels=(("id", "Amerika Serikat"),), level=Level.COUNTRY, country="US",
    position=None, source="t",
)  # fmt: skip
TEXAS = Place(id="x", name="Texas", level=Level.ADM1, country="US", position=None, source="t")
INDONESIA = Place(id="i", name="Indonesia", level=Level.COUNTRY, country="ID", position=None, source="t")
JAVA = Place(id="j", name="Jawa Tengah", level=Level.ADM1, country="ID", position=None, source="t")


def rows(model: str) -> list[str]:
    text = (files("geo") / "data" / f"weights_{model}.tsv").read_text("utf-8")
    return [line.split("\t")[0] for line in text.splitlines()[1:]]


def a_mention(
    *evidence: Evidence,
    others: tuple[Candidate, ...] = (),
    probability: float = 0.99,
    recognition: tuple[Evidence, ...] = (),
    demonym: bool = False,
) -> PublicMention:
    span = Span(9, 14)
    found = Mention(
        article_id="a", start=span.start, end=span.end, text="Kudus", usage=Usage.LITERAL, probability=1.0,
        demonym=demonym, evidence=recognition,
    )  # fmt: skip
    here = replace(place(KUDUS), name="Kudus", population=100_000, prominence=5.0)
    chosen = Candidate(place=here, probability=probability, evidence=evidence, within=(JAVA, INDONESIA))
    resolution = Resolution(mention=found, chosen=chosen, candidates=(chosen, *others))
    (mention,), _ = publish(article(TEXT), [resolution])
    return mention


def other(*evidence: Evidence, probability: float = 0.01, name: str = "Kudus", **columns: Any) -> Candidate:
    there = replace(place(DEMAK, 2), name=name, **{"population": 2_000, "prominence": 3.0, "country": "US", **columns})
    return Candidate(place=there, probability=probability, evidence=evidence, within=(TEXAS, STATES))


def weighed(name: str, weight: float = 2.0, detail: str = "") -> Evidence:
    return Evidence(name=name, weight=weight, detail=detail)


@BOTH
@pytest.mark.parametrize("model", ["recognition", "resolution", "usage", "unresolved"])
def test_every_row_of_every_table_of_weights_has_a_phrase(model: str, language: str) -> None:
    table = phrases(language)[model]
    if model == "resolution":
        table = {name: forms["has"] for name, forms in table.items() if "has" in forms}
    patterned = {name for name in rows(model) if model == "usage" and name.startswith("after_")}
    missing = [name for name in rows(model) if not table.get(name) and name not in patterned]
    assert missing == [], f"geo/data/reasons_{language}.toml lacks a phrase for these rows of weights_{model}.tsv"


@pytest.mark.parametrize("table", ["resolution", "recognition", "usage", "unresolved", "sentence", "described", "kind"])
def test_both_languages_say_the_same_things(table: str) -> None:
    ours, english = phrases("id")[table], phrases("en")[table]
    assert ours.keys() == english.keys()
    for name, said in ours.items():
        if isinstance(said, dict):
            assert said.keys() == english[name].keys()


@BOTH
def test_clauses_use_only_what_they_are_given(language: str) -> None:
    known = {"name", "place", "country", "detail", "much", "people", "level", "kind", "word"}
    said = phrases(language)
    texts = [t for table in ("recognition", "usage", "unresolved") for t in said[table].values()]
    texts += [text for forms in said["resolution"].values() for text in forms.values()]
    used = {name for text in texts for _, name, _, _ in string.Formatter().parse(text) if name}
    assert used <= known


@given(st.floats(0, 1))
def test_every_probability_has_a_word_and_a_larger_one_no_weaker(probability: float) -> None:
    order = list(phrases("id")["certainty"].values())
    assert order.index(certainty(probability, "id")) >= order.index(certainty(1.0, "id"))
    assert certainty(probability, "en") in phrases("en")["certainty"].values()
    least = next(least for least, key in CERTAINTY if phrases("id")["certainty"][key] == certainty(probability, "id"))
    assert probability >= least


def test_a_phrase_whose_words_are_not_known_is_left_out() -> None:
    table = {"a": "sesudah “{detail}”", "after_*": "sesudah “{word}”"}
    assert clause(table, "a", {"detail": ""}) is None
    assert clause(table, "a", {"detail": "di"}) == "sesudah “di”"
    assert clause(table, "b", {}) is None
    assert clause(table, "after_oleh", {}) == "sesudah “oleh”"


@pytest.mark.parametrize(
    ("text", "name", "first"),
    [
        ("Ia pindah ke Paris, Texas.", "Paris", "Paris, kota kecil di Texas, Amerika Serikat: tepat sesudahnya"),
        ("Washington menuduh Beijing.", "Washington", "Washington, ibu kota Amerika Serikat: "),
        ("Pertempuran di wilayah Kursk, Rusia, berlanjut.", "Kursk", "Kursk, wilayah di Rusia: "),
        ("Banjir melanda Jateng.", "Jateng", "Jawa Tengah, provinsi di Indonesia: “Jateng” nama pendek Jawa Tengah"),
        ("Perahu melintasi Laut Jawa.", "Laut Jawa", "Laut Jawa"),
    ],
)  # fmt: skip
def test_the_first_sentence_says_what_the_place_is_and_why(
    gazetteer: Gazetteer, text: str, name: str, first: str
) -> None:
    said = reasons(the_mention(read(gazetteer, text), name), "id")
    assert said[0].startswith(first)
    assert 1 <= len(said) <= 4
    assert all(sentence.endswith(".") and "{" not in sentence for sentence in said)


def test_the_runner_up_is_told_with_what_it_lacks(gazetteer: Gazetteer) -> None:
    found = the_mention(read(gazetteer, "She moved from Paris, Texas, last year.", "en"), "Paris")
    france = next(c for c in found.alternatives if c.place.feature_code == "PPLC")
    said = against(found, france, "en")
    assert said.startswith("Not Paris, the capital of France, although that is better known: ")
    assert "that place does not lie in Texas" in said
    assert said in reasons(found, "en")
    assert said not in why(found, "en")


def test_the_word_for_a_level_speaks_against_the_town(gazetteer: Gazetteer) -> None:
    found = the_mention(read(gazetteer, "Pertempuran di wilayah Kursk, Rusia, berlanjut."), "Kursk")
    town = next(c for c in found.alternatives if c.place.level is Level.CITY)
    assert against(found, town, "id").startswith("Bukan Kursk, kota di Rusia: kata “wilayah” tidak cocok untuk kota")


def test_a_name_said_once_is_told_to_have_been_said(gazetteer: Gazetteer) -> None:
    parsed = read(gazetteer, "Banjir di Paris, Texas, surut. Warga membersihkan jalan di Paris.")
    assert {e.name: e.detail for e in parsed.mentions[-1].evidence}["said_before"] == "Paris, Texas"


@pytest.mark.parametrize(
    ("text", "language", "name", "evidence", "detail"),
    [
        ("Ia dari Atlanta, Georgia. Ia suka Georgia.", "id", "Georgia", "said_before", "Atlanta, Georgia"),
        ("Provinsi Kursk sepi. Warga Kursk pergi.", "id", "Kursk", "said_before", "Provinsi Kursk"),
        ("The Kursk region is quiet. People left Kursk.", "en", "Kursk", "level_asked", "region"),
        ("The Tula Province is quiet.", "en", "Tula Province", "level_asked", "Province"),
        ("Kapal melintasi Laut Merah.", "id", "Laut Merah", "level_asked", "Laut"),
        ("Ia singgah di Paris, Texas.", "id", "Texas", "holds_previous", "Paris"),
        ("Ia singgah di Demak, Kudus, dan Pati.", "id", "Kudus", "level_of_list", "Demak, Pati"),
        ("Jalan antara Demak dan Kudus, Jawa Tengah, putus.", "id", "Kudus", "level_of_list", "Demak"),
        ("Tim dari Vancouver, Kanada, menang.", "id", "Vancouver", "country_named", "Kanada"),
        ("Kota Surabaya dan Malang di Indonesia ramai.", "id", "Indonesia", "same_country", "Kota Surabaya, Malang"),
    ],
)
def test_evidence_names_what_it_speaks_of(
    gazetteer: Gazetteer, text: str, language: str, name: str, evidence: str, detail: str
) -> None:
    found = [m for m in read(gazetteer, text, language).mentions if m.text == name]
    said = [{e.name: e.detail for e in m.evidence} for m in found]
    assert detail in [one[evidence] for one in said if evidence in one]


def test_the_other_places_are_named_and_not_in_the_capitals_of_a_dateline(gazetteer: Gazetteer) -> None:
    parsed = read(gazetteer, "SEMARANG, KABAR.id - Warga Demak mengungsi ke Kudus dan Pati, Jawa Tengah.")
    unit = {e.name: e.detail for e in the_mention(parsed, "Demak").evidence}["same_unit"]
    assert "Semarang" in unit
    assert "Demak" not in unit


def test_a_place_without_rivals_is_the_only_one() -> None:
    assert reasons(a_mention(), "id") == (
        "Kudus, kota di Jawa Tengah: petakan hanya mengenal satu tempat dengan nama ini.",
    )


def test_a_peoples_name_is_told_to_be_one() -> None:
    assert "only one place" not in reasons(a_mention(demonym=True), "en")[0]
    span_text = replace(place(KUDUS), name="Indonesia", level=Level.COUNTRY)
    chosen = Candidate(place=span_text, probability=1.0)
    found = Mention(
        article_id="a", start=9, end=14, text="Kudus", usage=Usage.LITERAL, probability=1.0, demonym=True
    )  # fmt: skip
    (mention,), _ = publish(article(TEXT), [Resolution(mention=found, chosen=chosen, candidates=(chosen,))])
    assert "“Kudus” is the word for the people or things of Indonesia" in reasons(mention, "en")[0]


def test_an_unsure_choice_says_what_else_it_may_be() -> None:
    rival = other(weighed("name_historic", -1.0), probability=0.4)
    said = reasons(a_mention(others=(rival,), probability=0.5), "id")
    assert said[1].startswith(
        "Belum pasti: bisa juga Kudus, kota kecil di Texas, Amerika Serikat, tetapi “Kudus” hanya"
    )
    assert not any(sentence.startswith("Bukan") for sentence in said)
    plain = reasons(a_mention(others=(other(probability=0.4),), probability=0.5), "id")
    assert plain[1] == "Belum pasti: bisa juga Kudus, kota kecil di Texas, Amerika Serikat."


def test_an_unsure_choice_without_a_near_rival_may_be_an_unknown_place() -> None:
    assert "one that petakan does not know" in reasons(a_mention(probability=0.5), "en")[1]


def test_a_doubtful_name_says_what_speaks_against_it() -> None:
    cons, pros = weighed("after_title", -2.0, "Pak"), weighed("after_locative", 1.0, "di")
    said = reasons(a_mention(recognition=(cons, pros)), "id")
    assert said[1] == "Bisa jadi bukan nama tempat: didahului “Pak”, seperti nama orang; namun didahului “di”."
    alone = reasons(a_mention(recognition=(cons,)), "id")
    assert alone[1] == "Bisa jadi bukan nama tempat: didahului “Pak”, seperti nama orang."
    assert len(reasons(a_mention(recognition=(weighed("bias", -1.0), pros)), "id")) == 1


def test_a_larger_runner_up_is_owned_to_be_so_and_a_small_one_is_called_small() -> None:
    mine = (weighed("prominence", 7.5), weighed("inside_next", 5.0, "Jawa Tengah"))
    larger = other(weighed("prominence", 10.0), population=9_000_000, prominence=7.0)
    assert "walaupun lebih dikenal: tempat itu tidak terletak di Jawa Tengah" in against(
        a_mention(*mine, others=(larger,)), larger, "id"
    )
    small = other(weighed("prominence", 4.5))
    assert "tempat itu jauh lebih kecil (2.000 jiwa)" in against(a_mention(mine[0], others=(small,)), small, "id")
    unknown = other(weighed("prominence", 4.5), population=0)
    assert "lebih jarang berarti tempat itu" in against(a_mention(mine[0], others=(unknown,)), unknown, "id")
    equal = other(weighed("prominence", 7.5))
    assert "less in the article points to it" in against(a_mention(mine[0], others=(equal,)), equal, "en")


def test_the_name_of_another_place_comes_first_against_it() -> None:
    rival = other(weighed("name_alternate", -0.5), weighed("level_other", -3.0, "kota"), name="Yerusalem")
    assert against(a_mention(others=(rival,)), rival, "id").partition(": ")[2].startswith("“Kudus” hanya sesekali")


def test_two_places_of_one_description_are_told_apart() -> None:
    rival = replace(other(population=100_000, country="ID"), within=(JAVA, INDONESIA))
    assert against(a_mention(others=(rival,)), rival, "id").startswith("Bukan Kudus lain, kota di Jawa Tengah: ")
    twins = (rival, replace(rival, place=replace(rival.place, id="third")))
    assert len([s for s in reasons(a_mention(others=twins), "id") if s.startswith("Bukan Kudus lain")]) == 1


@BOTH
def test_the_same_mention_always_gets_the_same_sentences(language: str) -> None:
    rival = other(weighed("country_named", -1.0), weighed("level_other", -1.0, "kota"))
    found = a_mention(weighed("same_unit", 1.0, "Pati"), weighed("home_country", 1.0), others=(rival,))
    assert len({reasons(found, language) for _ in range(20)}) == 1


def test_any_other_language_gets_english() -> None:
    assert reasons(a_mention(), "ban") == reasons(a_mention(), "en")


@pytest.mark.parametrize(
    ("columns", "within", "ours", "english"),
    [
        ({"feature_code": "PPLC"}, (FRANCE,), "P, ibu kota Prancis", "P, the capital of France"),
        ({}, (TEXAS, STATES), "P, kota di Texas, Amerika Serikat", "P, a city in Texas, the United States"),
        ({"population": 9}, (INDONESIA,), "P, kota kecil di Indonesia", "P, a small town in Indonesia"),
        ({}, (), "P, kota", "P, a city"),
        ({"level": Level.ADM1, "country": "JP"}, (), "P, prefektur", "P, a prefecture"),
        ({"level": Level.ADM2, "name": "Lamar County"}, (TEXAS,), "Lamar County di Texas", "Lamar County in Texas"),
        ({"level": Level.ADM2, "country": "ID", "name": "Kabupaten P"}, (), "Kabupaten P", "Kabupaten P"),
        ({"level": Level.COUNTRY, "country": "FR"}, (EUROPE,), "P, negara di Eropa", "P, a country in Europe"),
        ({"level": Level.COUNTRY, "feature_code": "PCLD"}, (), "P, wilayah", "P, a territory"),
        ({"level": Level.REGION, "feature_code": "SEA", "name": "Laut P"}, (), "Laut P", "Laut P, a sea"),
        ({"level": Level.REGION}, (), "P, kawasan", "P, a region"),
        ({"level": Level.CONTINENT}, (), "P, benua", "P, a continent"),
    ],
)  # fmt: skip
def test_places_in_words(columns: dict[str, Any], within: tuple[Place, ...], ours: str, english: str) -> None:
    here = Place(**{
        "id": "p", "name": "P", "level": Level.CITY, "country": within[-1].country if within else None,
        "position": LonLat(1.0, 2.0), "source": "t", **columns,
    })  # fmt: skip
    assert full(here, within, "id") == ours
    assert full(here, within, "en") == english
    assert described(here, within, "en") in english
    assert level_words(here, "id") != ""


def test_names_are_written_without_the_capitals_of_a_dateline() -> None:
    assert written("SEMARANG") == "Semarang"
    assert written("AS") == "AS"
    assert written("Jawa\nTengah") == "Jawa Tengah"


def test_what_was_withheld_is_explained() -> None:
    def withheld(reason: WithheldReason, *candidates: Candidate, host: str | None = None) -> Withheld:
        return Withheld(
            article_id="a", span=Span(0, 1), text="Kudus", reason=reason, sentence=Span(0, 1), host=host,
            candidates=candidates,
        )  # fmt: skip

    assert "never mapped" in why_withheld(withheld(WithheldReason.FACILITY), "en")
    assert "the map shows Demak" in why_withheld(withheld(WithheldReason.ROLLED_UP, host="Demak"), "en")
    none = WithheldReason.NO_PLACE_CHOSEN
    assert why_withheld(withheld(none), "en").endswith("likely enough to be meant.")
    assert "the nearest: Kudus, a small town in Texas" in why_withheld(withheld(none, other()), "en")
    assert "no source says where it lies" in why_withheld(withheld(WithheldReason.NO_POSITION, other()), "en")


def test_what_is_unresolved_is_explained() -> None:
    assert why_unresolved("Sukamaju", (), "id") == "Tampaknya nama tempat, tetapi petakan tidak mengenalnya."
    said = why_unresolved("Sukamaju", (weighed("after_locative", 2.0, "di"),), "id")
    assert said == "Tampaknya nama tempat (didahului “di”), tetapi petakan tidak mengenalnya."


def test_every_kind_is_of_known_evidence_and_has_a_name() -> None:
    known = set(rows("recognition")) | {"after_organization_head"}
    for kind, names in KINDS.items():
        assert names <= known
        assert phrases("id")["kind"][kind]
        assert phrases("en")["kind"][kind]
    assert "other" in phrases("id")["kind"]
    assert kind_instead((weighed("name_before", -1.0), weighed("after_title", -2.0))) == "person"
    assert kind_instead((weighed("after_title", 2.0),)) == "other"


@pytest.mark.parametrize(
    ("text", "language", "name", "said"),
    [
        ("Wali kota Intan Bali Saputri hadir.", "id", "Bali", "Rupanya nama orang: "),
        ("A report by Lincoln Adeyemi, who teaches in Ohio.", "en", "Lincoln", "“Lincoln Adeyemi”"),
        ("Harga naik pada Juli lalu di Demak.", "id", "Juli", "Rupanya kata biasa: “Juli” nama hari atau bulan."),
    ],
)
def test_names_that_are_no_places_say_what_they_are(
    gazetteer: Gazetteer, text: str, language: str, name: str, said: str
) -> None:
    reading = SecondReader(gazetteer).read(article(text, language))
    found = next(one for one in reading.not_places if one.text == name)
    assert said in why_no_place(found, language)
    assert found.probability < 0.5
    assert found.place.position is None
    assert text[found.span.start : found.span.end] == found.text


def test_a_name_that_nothing_speaks_against_is_just_not_taken(gazetteer: Gazetteer) -> None:
    reading = SecondReader(gazetteer).read(article("Harga naik pada Juli lalu di Demak."))
    bare = replace(reading.not_places[-1], evidence=(weighed("bias", -1.0),))
    assert why_no_place(bare, "en") == "Not read as a place name: too little in the text says that it is one."


def test_a_second_reading_leaves_out_what_is_mapped(gazetteer: Gazetteer) -> None:
    text = "Gubernur Jawa Tengah Ganjar bertemu warga Demak pada Juli di Desa Sukamakmurjaya."
    parsed = read(gazetteer, text)
    reading = SecondReader(gazetteer).read(parsed.article)
    taken = {i for m in parsed.mentions for i in range(m.span.start, m.span.end)}
    assert all(taken.isdisjoint(range(one.span.start, one.span.end)) for one in reading.not_places)
    assert {one.span for one in parsed.unresolved} <= reading.unresolved.keys()


def test_the_probability_of_being_a_place_is_that_of_recognition() -> None:
    assert recognition_probability(()) == 0.5
    assert recognition_probability((weighed("bias", 3.0),)) > 0.95


@BOTH
def test_evidence_of_a_candidate_in_words(language: str) -> None:
    one = other()
    assert candidate_phrase("Kudus", weighed("prominence"), one, language) is not None
    assert candidate_phrase("Kudus", weighed("prominence"), other(population=0), language) is None
    assert candidate_phrase("Kudus", weighed("inside_next"), one, language) is None
    assert "Texas" in str(candidate_phrase("Kudus", weighed("inside_next", 5.0, "Texas"), one, language))
    assert phrase("recognition", weighed("prominence", -1.0), "Kudus", language) != phrase(
        "recognition", weighed("prominence", 1.0), "Kudus", language
    )
    assert candidate_phrase("AS", weighed(f"name_{NameKind.SHORT}"), one, language) is not None


def test_without_details_less_is_said_and_nothing_breaks(gazetteer: Gazetteer) -> None:
    text = article("Ia singgah di Paris, Texas.")
    whole = Geoparser.over(gazetteer)
    bare, full_ = (the_mention(one.geoparse(text), "Paris") for one in (replace(whole, details=None), whole))
    assert bare.place == full_.place
    assert not any(one.detail for one in bare.evidence)
    assert bare.within == ()
    assert 0 < len(reasons(bare, "id")[0]) < len(reasons(full_, "id")[0])


def test_what_is_not_to_be_explained_is_the_same_without_evidence(gazetteer: Gazetteer) -> None:
    text = article("Ia singgah di Paris, Texas, lalu Brantow Toledo tutup.")
    bare, full_ = (Geoparser.over(gazetteer, explained=explained).geoparse(text) for explained in (False, True))
    assert [(m.span, m.place, m.probability) for m in bare.mentions] == [
        (m.span, m.place, m.probability) for m in full_.mentions
    ]
    assert not any(m.evidence or m.recognition for m in bare.mentions)
    assert all(m.evidence and m.recognition for m in full_.mentions)


def test_a_level_that_no_word_beside_it_asks_for_is_not_quoted(gazetteer: Gazetteer) -> None:
    parsed = read(gazetteer, "The governor of New York sent letters.", "en")
    (said,) = (e for e in parsed.mentions[0].evidence if e.name == "level_asked_around")
    assert not said.detail
    assert "“New”" not in " ".join(reasons(parsed.mentions[0], "en"))


@pytest.mark.parametrize("name", ["Madrid", "Hsinchu", "Sofia", "Tashkent", "Sanaa"])
def test_as_much_is_said_in_each_language(gazetteer: Gazetteer, name: str) -> None:
    """Provinces of a capital's name are called alike in one language and apart in the other."""
    (one,) = read(gazetteer, f"They flew to {name}.", "en").mentions
    assert len(reasons(one, "id")) == len(reasons(one, "en"))
