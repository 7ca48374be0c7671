"""The command ``petakan evaluate``."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from scripted import Scripted, document
from scripted import gold as written
from test_cli import EXAMPLES, run, run_main

from geo.evaluation import judge_all, summarize
from geo.evaluation.faults import FaultKind
from maps.export.evaluation import ScoredSet, evaluation_record
from maps.export.evaluation_table import write_evaluation

GOLD = Path(__file__).parent / "gold" / "examples.tsv"
ARTICLE = """Banjir Melanda Kudus

SEMARANG - Air naik di Kudus, Jawa Tengah, dan di Desa Karangsukowati. Bandara Ahmad Yani tutup. Ia membaca Paris.
"""


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """A table of one article with a fault of most kinds."""
    text = tmp_path / "kelas" / "banjir.txt"
    text.parent.mkdir()
    text.write_text(ARTICLE, encoding="utf-8")
    rows = [
        ("Kudus", "place\tadm1\tID\tKudus\t-6.80\t110.84\tliteral"),
        ("SEMARANG", "place\tcity\tID\tSemarang\t48.85\t2.35\tassociative"),
        ("Desa Karangsukowati", "unresolved\t\t\t\t\t\t"),
        ("Bandara Ahmad Yani", "facility\t\t\t\t\t\t"),
        ("Ia", "place\tcity\tID\tIa\t-6.80\t110.84\tliteral"),
    ]
    table = tmp_path / "kelas.tsv"
    lines = ["doc\tstart\tend\ttext\tkind\tlevel\tcountry\tname_en\tlat\tlon\tusage"]
    for name, rest in rows:
        start = ARTICLE.index(name)
        lines.append(f"banjir\t{start}\t{start + len(name)}\t{name}\t{rest}")
    table.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return table


def test_a_table_of_figures() -> None:
    output = run("evaluate", str(GOLD), "--texts", str(EXAMPLES)).output
    assert output.startswith("examples: 10 documents, 294 places, 294 with a position\n")
    for part in (
        "exact spans",
        "overlapping spans",
        "end to end",
        "acc@161",
        "continent",
        "literal",
        "withheld",
        "ECE",
    ):
        assert part in output
    assert "missed" not in output


def test_errors_are_shown_on_request_with_their_sentence(gold: Path) -> None:
    output = run("evaluate", str(gold), "--errors", "3").output
    assert "wrong place\n    1 x SEMARANG: as Semarang (city, ID); is Semarang (city, ID, 2.35, 48.85);" in output
    assert "banjir: [SEMARANG] - Air naik di Kudus" in output
    assert "missed\n    1 x Ia: is Ia (city, ID, 110.84, -6.80)\n" in output
    assert "unresolved" in output


def test_json_holds_every_figure(gold: Path, tmp_path: Path) -> None:
    file = tmp_path / "scores.json"
    result = run("evaluate", str(gold), "--as", "json", "--errors", "9", "-o", str(file))
    assert (result.exit_code, result.output) == (0, "")
    record = json.loads(file.read_text("utf-8"))["kelas"]
    assert (record["documents"], record["places"], record["exact"]["wanted"]) == (1, 3, 3)
    assert record["exact"]["recall"] == pytest.approx(2 / 3, abs=1e-4)
    assert record["sites"]["exact"] == {"part": 1, "whole": 1, "value": 1.0}
    assert record["distances"]["recognized"] == 2
    assert record["usages"]["literal"]["taken_for"] == {"literal": 1, "associative": 0}
    assert record["calibration"]["bins"]
    assert record["f1_intervals"] is None
    assert {error["kind"] for error in record["errors"]} <= {kind.value for kind in FaultKind}


def test_several_sets_have_an_overview_and_names_of_their_own(gold: Path) -> None:
    output = run("evaluate", str(gold), str(gold)).output
    assert output.split("\n\n")[0].count("\n") == 2
    assert "\nkelas: 1 documents" in output
    assert "\nkelas-2: 1 documents" in output


def test_a_set_without_positions_has_no_places_put(tmp_path: Path) -> None:
    corpus = tmp_path / "news.txt"
    corpus.write_text("Banjir O\ndi O\nKudus B-LOC\n\nresep O\nmudah O\n", encoding="utf-8")
    output = run("evaluate", str(corpus), str(corpus)).output
    assert "news: 2 documents, 1 places, 0 with a position" in output
    assert "end to end" not in output.split("\n\n", 1)[1]
    assert "acc@161" not in output.split("\n\n", 1)[1]


def test_annotations_left_out_are_told(tmp_path: Path) -> None:
    corpus = tmp_path / "lgl.xml"
    toponym = "<toponym><start>0</start><phrase>Oslo</phrase></toponym>"
    corpus.write_text(f"<articles><article><text>In Kudus.</text>{toponym}</article></articles>", encoding="utf-8")
    assert "1 annotations left out" in run("evaluate", str(corpus)).output


def test_one_language_and_one_usage(gold: Path) -> None:
    both = ["evaluate", str(GOLD), "--texts", str(EXAMPLES), "--as", "json"]
    english = json.loads(run(*both, "--language", "en").output)["examples"]
    assert english["documents"] == 4
    literal = json.loads(run(*both, "--usage", "literal").output)["examples"]
    assert literal["places"] == literal["usages"]["literal"]["found"]["whole"]
    assert list(literal["usages"]) == ["literal"]
    assert run("evaluate", str(gold), "--usage", "figurative").exit_code == 2


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--language", "fr"], "petakan: kelas: no article in fr, but 1 in id"),
        (["--texts", "nowhere"], "petakan: nowhere: no such folder"),
    ],
)
def test_what_cannot_be_scored_is_told_in_one_line(
    gold: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], arguments: list[str], told: str
) -> None:
    assert run_main(monkeypatch, "evaluate", str(gold), *arguments) == 1
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith(told)
    assert shown.err.count("\n") == 1


def test_demonyms_and_what_was_put_nowhere_have_figures_of_their_own() -> None:
    text = "Banjir di Kudus."
    judgments = judge_all(Scripted({"Kudus": None}), [document(text, written(text, "Kudus"))])
    scores = summarize(judgments)
    marked = replace(scores, demonyms=1, without_demonyms=scores.headline)
    table = write_evaluation([ScoredSet(name="kelas", scores=marked, faults=())])
    assert "without 1 demonyms" in table
    assert evaluation_record(ScoredSet(name="kelas", scores=marked, faults=()))["without_demonyms"] is not None
    rows = [line.split() for line in table.splitlines()]
    assert ["overlapping", "spans", "-", "-", "-", "-", "0", "0", "1"] in rows
