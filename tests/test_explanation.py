"""``petakan explain``: records with fixed keys, a table to read, and the command."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner, Result

from gazetteer.errors import ArticleError
from maps.cli import app
from maps.export.explanation import NameRecord
from maps.export.explanation_table import marked, percent

ARTICLE = """Banjir di Jateng Surut

SEMARANG, KABARKITA - Warga Demak pulang dari Kudus pada Juli lalu. Bandara Ahmad Yani di Semarang dibuka.
Pos didirikan di Desa Sukamakmurjaya. "Kami siap," kata Intan Bali Saputri. Ia tiba dari Paris, Texas.
Demak sudah kering, dan Demak bersih.
"""


@pytest.fixture
def berita(tmp_path: Path) -> str:
    path = tmp_path / "berita.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return str(path)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["explain", *arguments])


def explained(*arguments: str) -> dict[str, Any]:
    result = run(*arguments, "--as", "json")
    assert result.exit_code == 0, result.output
    (record,) = json.loads(result.output)
    return dict(record)


def test_the_keys_of_the_json(berita: str) -> None:
    record = explained(berita, "--all")
    assert list(record) == ["article", "title", "ui", "mentions", "withheld", "unresolved", "not_places"]
    name = ["start", "end", "text", "sentence", "at"]
    assert list(record["mentions"][0]) == [
        *name, "place", "usage", "probability", "certainty", "reasons", "evidence", "recognition", "alternatives",
        "rolled_up_from",
    ]  # fmt: skip
    assert list(record["mentions"][0]["place"]) == ["id", "name", "description", "level", "country", "lon", "lat"]
    assert list(record["mentions"][0]["evidence"][0]) == ["name", "weight", "detail", "text"]
    assert list(record["mentions"][0]["recognition"]) == ["probability", "evidence"]
    alternatives = [one for mention in record["mentions"] for one in mention["alternatives"]]
    assert list(alternatives[0]) == ["place", "probability", "against", "evidence"]
    assert list(record["withheld"][0]) == [*name, "reason", "host", "why"]
    assert list(record["unresolved"][0]) == [*name, "why", "evidence"]
    assert list(record["not_places"][0]) == [*name, "kind", "probability", "why", "evidence"]


def test_the_json_fits_the_text(berita: str) -> None:
    record = explained(berita, "--all")
    for key in ("mentions", "withheld", "unresolved", "not_places"):
        for one in record[key]:
            assert ARTICLE[one["start"] : one["end"]] == one["text"]
            assert one["sentence"][one["at"] :].startswith(one["text"])
    assert {one["text"] for one in record["withheld"]} == {"Bandara Ahmad Yani"}
    assert {one["text"] for one in record["unresolved"]} == {"Desa Sukamakmurjaya"}
    assert {"Juli", "Bali"} <= {one["text"] for one in record["not_places"]}


def test_what_is_no_place_is_told_when_asked_only(berita: str) -> None:
    assert explained(berita)["not_places"] == []
    assert "– Juli" not in run(berita).output
    assert "– Juli: Rupanya kata biasa" in run(berita, "--all").output


def test_the_table_marks_the_name_and_gives_place_certainty_and_reasons(berita: str) -> None:
    output = run(berita).output
    assert "»Paris«, Texas" in output
    assert "→ Paris: " in output
    assert "• Paris, kota kecil di Texas, Amerika Serikat: tepat sesudahnya disebut “Texas”" in output
    assert " Bukan Paris, ibu kota Prancis, walaupun lebih dikenal" in output
    assert "alasannya sama dengan nomor" in output
    assert max(map(len, output.splitlines())) <= 100


def test_the_table_in_english(berita: str) -> None:
    output = run(berita, "--ui", "en", "--mention", "paris").output
    assert "Place names and where they were put" in output
    assert "Paris, a small town in Texas, the United States: " in output
    assert "Demak" not in output


def test_a_mention_is_found_however_it_is_spelt_and_among_what_is_no_place_too(berita: str) -> None:
    assert [one["text"] for one in explained(berita, "--mention", "bali")["not_places"]] == ["Bali"]
    assert [one["text"] for one in explained(berita, "--mention", "ahmad  yani")["withheld"]] == ["Bandara Ahmad Yani"]
    demak = explained(berita, "--mention", "DEMAK")
    assert len(demak["mentions"]) == 3
    assert demak["withheld"] == []


def test_a_name_that_is_not_there_is_one_line(berita: str) -> None:
    result = run(berita, "--mention", "Atlantis")
    assert isinstance(result.exception, ArticleError)
    assert "berita: no name with the words 'Atlantis'" in str(result.exception)


def test_a_file_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    empty = tmp_path / "kosong.txt"
    empty.write_bytes(b"")
    result = run(str(empty))
    assert result.exit_code == 1
    assert result.stderr.startswith("petakan: ")
    assert result.stderr.count("\n") == 1
    assert isinstance(run(str(tmp_path / "tidak-ada.txt")).exception, ArticleError)


def test_of_a_folder_what_can_be_read_is_explained_and_the_exit_code_tells_of_the_rest(berita: str) -> None:
    folder = Path(berita).parent
    (folder / "kosong.txt").write_bytes(b"")
    result = run(str(folder), "--as", "json")
    assert result.exit_code == 1
    assert [record["article"] for record in json.loads(result.stdout)] == ["berita"]


def test_an_article_without_places_says_so(tmp_path: Path) -> None:
    path = tmp_path / "kosong.txt"
    path.write_text("harga cabai naik lagi pekan ini.\n", encoding="utf-8")
    assert "Tidak ada nama tempat di sini." in run(str(path)).output


@given(st.floats(0, 1))
def test_percent_is_never_quite_0_or_100(probability: float) -> None:
    text = percent(probability)
    assert text not in {"0%", "100%"}
    assert text.endswith("%")


@given(st.text("ab \n", max_size=400), st.text("ab \n", max_size=400))
def test_the_mark_is_on_the_name_and_not_on_its_double(before: str, after: str) -> None:
    sentence, at = f"Kudus {before}Kudus{after}", len(f"Kudus {before}")
    shown = marked(NameRecord(start=0, end=5, text="Kudus", sentence=sentence, at=at))
    head, _, rest = shown.partition("»Kudus«")
    assert sentence[:at].endswith(head.removeprefix("…"))
    assert sentence[at + 5 :].startswith(rest.removesuffix("…"))
    assert len(shown) < 200


def test_of_a_long_sentence_the_words_around_the_name_are_shown() -> None:
    before, after = "kata " * 60, " kata" * 60
    shown = marked(NameRecord(start=0, end=5, text="Kudus", sentence=f"{before}Kudus{after}", at=len(before)))
    assert shown.startswith("…kata ")
    assert shown.endswith(" kata…")
    assert "kata »Kudus« kata" in shown
