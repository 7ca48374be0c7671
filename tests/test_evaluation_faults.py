"""The list of errors to work from."""

import pytest
from scripted import DEMAK, KUDUS, PARIS, Scripted, document, gold, of_kind, place

from gazetteer.place import Level
from geo.article import Span
from geo.evaluation import judge_all
from geo.evaluation.faults import Fault, FaultKind, faults, shortened
from geo.evaluation.gold import GoldDocument, GoldKind
from geo.mention import Usage

TEXT = "Banjir di Kudus dan Demak, bukan di Paris; Bandara Ahmad Yani tutup. Warga Desa Karangsuko mengungsi."


def faults_of(found: Scripted, *documents: GoldDocument, most: int | None = None) -> list[Fault]:
    return faults(judge_all(found, documents), most)


def kinds(found: Scripted, *documents: GoldDocument) -> list[FaultKind]:
    return [fault.kind for fault in faults_of(found, *documents)]


def test_a_perfect_geoparser_has_no_faults() -> None:
    wanted = gold(TEXT, "Kudus", level=Level.CITY, usage=Usage.LITERAL)
    site = of_kind(TEXT, "Bandara Ahmad Yani", GoldKind.FACILITY)
    found = Scripted({"Kudus": place(KUDUS)}, sites=["Bandara Ahmad Yani"])
    assert faults_of(found, document(TEXT, wanted, site)) == []


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (Scripted(), [FaultKind.MISSED]),
        (Scripted({"Kudus": place(KUDUS), "Demak": place(DEMAK)}, probability=0.5), [FaultKind.FALSE]),
        (Scripted({"Kudus": place(KUDUS), "Demak": place(DEMAK)}), [FaultKind.FALSE, FaultKind.OVERCONFIDENT]),
        (Scripted({"di Kudus": place(KUDUS)}), [FaultKind.SPAN]),
        (Scripted({"Kudus": place(PARIS)}, probability=0.5), [FaultKind.PLACE]),
        (Scripted({"Kudus": place(PARIS)}), [FaultKind.PLACE, FaultKind.OVERCONFIDENT]),
        (Scripted({"Kudus": None}), [FaultKind.NOWHERE]),
        (Scripted({"Kudus": place(KUDUS)}, usage=Usage.ASSOCIATIVE), [FaultKind.USAGE]),
    ],
)
def test_kinds_of_faults(found: Scripted, expected: list[FaultKind]) -> None:
    assert kinds(found, document(TEXT, gold(TEXT, "Kudus", usage=Usage.LITERAL))) == expected


def test_faults_about_sites_and_unresolved_names() -> None:
    site = of_kind(TEXT, "Bandara Ahmad Yani", GoldKind.FACILITY)
    assert kinds(Scripted({"Ahmad Yani": place(KUDUS)}, probability=0.5), document(TEXT, site)) == [
        FaultKind.SITE_MAPPED, FaultKind.SITE_MISSED, FaultKind.FALSE,
    ]  # fmt: skip
    lacking = document(TEXT, of_kind(TEXT, "Karangsuko", GoldKind.UNRESOLVED))
    assert kinds(Scripted(), lacking) == [FaultKind.UNLISTED]
    assert kinds(Scripted(unresolved=["Karangsuko"]), lacking) == []


def test_a_place_found_in_gold_without_positions_is_no_fault_when_put_nowhere() -> None:
    assert kinds(Scripted({"Kudus": None}), document(TEXT, gold(TEXT, "Kudus", None))) == []


def test_a_fault_says_what_was_chosen_and_what_it_is() -> None:
    wanted = gold(TEXT, "Kudus", level=Level.CITY, country="ID", name="Kudus")
    (fault,) = faults_of(Scripted({"Kudus": place(PARIS, country="FR")}, probability=0.5), document(TEXT, wanted))
    assert (fault.text, fault.chosen, fault.gold) == ("Kudus", "Place 1 (city, FR)", "Kudus (city, ID, 110.84, -6.80)")
    assert fault.distance_km == pytest.approx(11_700, abs=300)
    assert (fault.probability, fault.article_id, fault.count) == (0.5, "a", 1)
    assert fault.sentence.startswith("Banjir di [Kudus] dan Demak")
    usage = gold(TEXT, "Kudus", usage=Usage.ASSOCIATIVE)
    (wrong,) = faults_of(Scripted({"Kudus": place(KUDUS)}), document(TEXT, usage))
    assert (wrong.chosen, wrong.gold, wrong.distance_km) == ("literal", "associative", None)


def test_like_faults_are_one_and_the_most_frequent_come_first() -> None:
    wanted = document(TEXT, gold(TEXT, "Kudus"), gold(TEXT, "Demak", DEMAK))
    again = document(TEXT.replace("Kudus", "KUDUS"), gold(TEXT.replace("Kudus", "KUDUS"), "KUDUS", name="Kudus"))
    both = faults_of(Scripted(), wanted, document(TEXT, gold(TEXT, "Demak", DEMAK)), again)
    assert [(fault.text, fault.count) for fault in both] == [("Demak", 2), ("KUDUS", 2)]
    assert [fault.text for fault in faults_of(Scripted(), wanted, again, most=1)] == ["KUDUS"]


def test_the_farthest_of_equally_frequent_faults_comes_first() -> None:
    wanted = document(TEXT, gold(TEXT, "Kudus"), gold(TEXT, "Demak", DEMAK))
    far = Scripted({"Kudus": place(PARIS, 1), "Demak": place(KUDUS, 2)}, probability=0.5)
    assert [fault.text for fault in faults_of(far, wanted)] == ["Kudus"]
    farther = Scripted({"Kudus": place(PARIS, 1), "Demak": place(None, 2)}, probability=0.5)
    assert kinds(farther, wanted) == [FaultKind.PLACE, FaultKind.NOWHERE]


def test_a_long_sentence_is_cut_on_both_sides() -> None:
    text = f"{'kata ' * 40}Kudus\nJaya{' kata' * 40}."
    short = shortened(text, Span(text.index("Kudus"), text.index("Kudus") + 10))
    assert "[Kudus Jaya]" in short
    assert short.startswith("…")
    assert short.endswith("…")
    assert len(short) < 140
