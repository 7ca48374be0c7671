"""What is written of places and mentions as tables: CSV, XLSX, JSON, JSON lines and text."""

import csv
import io
import json
from typing import Any, Final

import pytest
from export_readers import csv_rows, xlsx_rows
from export_samples import (
    EVERY_EXPORT,
    JAVA_SEA,
    NAMED,
    PATI,
    TEXT,
    findings,
    nasty,
    parquet_rows,
    sample,
    shown,
    written,
)
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from gazetteer.place import Level
from geo.mention import Usage
from geo.records import MENTION_COLUMNS, PLACE_COLUMNS, PlaceRecord
from maps.export import to_csv, to_json, to_jsonl, to_parquet, to_table, to_xlsx
from maps.export.formats import Format, Subject
from maps.export.records import CREDIT, Findings
from maps.export.to_jsonl import harness_records

CELLS = st.text(st.sampled_from("=+-@\t\r\n,;\"' aé")) | st.text(st.characters(exclude_categories=["Cs"]))
RECORDS = st.lists(
    st.builds(
        PlaceRecord,
        id=CELLS,
        name=CELLS,
        level=st.sampled_from([level.value for level in Level]),
        feature_code=st.none(),
        country=st.none() | st.just("ID"),
        lon=st.floats(-180, 180),
        lat=st.floats(-90, 90),
        mentions=st.integers(1, 99),
        literal=st.integers(0, 99),
        associative=st.integers(0, 99),
        unsure=st.integers(0, 99),
        corrected=st.booleans(),
        certainty=st.just("sure"),
        disputed=st.booleans(),
        first_published=st.none(),
        last_published=st.just("2025-05-07"),
        spellings=st.lists(CELLS, max_size=3),
        articles=st.lists(CELLS, max_size=3),
        quotes=st.just([]),
    ),
    max_size=4,
)


def of_records(records: list[PlaceRecord]) -> Findings:
    """Findings whose places are known beforehand."""
    found = findings(sample())
    vars(found)["places"] = tuple(records)
    return found


def test_the_csv_of_places() -> None:
    rows = csv_rows(to_csv.write_places(findings(sample())).encode())
    assert tuple(rows[0]) == PLACE_COLUMNS
    assert rows[0] == {
        "id": "geonames:1631992",
        "name": "Pati",
        "level": "city",
        "country": "ID",
        "lon": "111.04",
        "lat": "-6.76",
        "mentions": "3",
        "literal": "3",
        "associative": "0",
        "unsure": "1",
        "corrected": "False",
        "certainty": "likely",
        "disputed": "False",
        "feature_code": "",
        "first_published": "2025-05-07",
        "last_published": "2025-05-07",
        "spellings": "Pati",
        "articles": "banjir",
    }
    assert rows[2]["spellings"] == "Jawa Tengah"


def test_the_csv_of_mentions() -> None:
    rows = csv_rows(to_csv.write_mentions(findings()).encode())
    assert tuple(rows[0]) == MENTION_COLUMNS
    pati = rows[0]
    assert (pati["article"], pati["title"], pati["published"]) == ("banjir", "Banjir di Pati", "2025-05-07")
    assert (pati["start"], pati["end"], pati["text"], pati["status"]) == ("10", "14", "Pati", "mapped")
    assert (pati["usage"], pati["probability"], pati["certainty"]) == ("literal", "0.912", "sure")
    assert pati["sentence"].startswith("Banjir di Pati: warga Jawa")
    assert pati["alternatives"] == "Trangkil (city, ID) 0.09"
    assert [row["rolled_up_from"] for row in rows if row["rolled_up_from"]] == ["Pabrik Gula Trangkil"]


def test_excel_is_told_that_a_csv_is_utf_8() -> None:
    assert to_csv.write_places(findings()).startswith("\ufeffid,name,")


def test_no_cell_of_an_article_is_a_formula() -> None:
    for row in csv_rows(to_csv.write_mentions(findings(nasty())).encode()):
        assert (row["article"], row["title"][:9]) == ("'+nasty/1", "'@<script")
        assert row["sentence"][:2] in {"'=", "'-"}


@given(RECORDS)
def test_csv_survives_its_reader(made: list[PlaceRecord]) -> None:
    """Quotes and commas come back from csv.reader, white space as one blank, and no text starts a formula."""
    text = to_csv.write_places(of_records(made)).removeprefix("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert len(rows) == len(made)
    for row, record in zip(rows, made, strict=True):
        assert (float(row["lon"]), float(row["lat"])) == (record["lon"], record["lat"])
        for column in ("id", "name", "country", "spellings", "articles"):
            value: Any = record[column]
            words = " ".join(("; ".join(value) if isinstance(value, list) else value or "").split())
            assert row[column] == (f"'{words}" if words[:1] in set("=+-@＝＋－＠") - {""} else words)
            assert not row[column].startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


def test_a_workbook_has_a_sheet_of_rows_and_one_of_sources() -> None:
    book = load_workbook(io.BytesIO(to_xlsx.write_places(findings())))
    assert book.sheetnames == ["places", "about"]
    assert (book["places"].freeze_panes, book["places"].auto_filter.ref) == ("A2", "A1:R5")
    assert book["places"]["A1"].font.bold
    assert [cell.value for cell in book["about"]["A"]] == ["Tempat dalam 2 artikel", CREDIT]


def test_a_workbook_keeps_numbers_and_text_apart() -> None:
    content = to_xlsx.write_mentions(findings(nasty()))
    sheet = load_workbook(io.BytesIO(content))["mentions"]
    assert "f" not in {cell.data_type for row in sheet.iter_rows() for cell in row}, "no formula"
    row = xlsx_rows(content)[0]
    assert (row["lon"], row["lat"], row["probability"]) == (110, -5, 0.7)
    assert str(row["sentence"]).startswith('=HYPERLINK("x") <b onclick')
    assert row["article"] == "+nasty/1"


def test_a_text_longer_than_a_cell_is_cut() -> None:
    long = sample("Pati " + "a" * 40_000, NAMED[:1], title="b" * 40_000)
    [row] = xlsx_rows(to_xlsx.write_mentions(findings(long)))
    assert len(str(row["title"])) == 32_767


@given(RECORDS)
def test_json_is_the_records(made: list[PlaceRecord]) -> None:
    assert json.loads(to_json.write_places(of_records(made))) == made
    lines = to_jsonl.write_places(of_records(made)).split("\n")[:-1]
    assert [json.loads(line) for line in lines] == made


def test_json_of_mentions_is_the_records() -> None:
    found = findings()
    assert json.loads(to_json.write_mentions(found)) == list(found.mentions)


def test_a_json_line_holds_one_article() -> None:
    """One line per article, with its id and its mentions, as the harness reads them."""
    text = to_jsonl.write_mentions(findings())
    first, second = map(json.loads, text.splitlines())
    assert first == {"doc": "banjir", "mentions": harness_records(sample()), "demonyms": []}
    assert second["doc"] == "+nasty/1"
    assert text.endswith("\n")


def test_a_mapped_mention_of_the_harness() -> None:
    """The public position, and the probability to three digits."""
    assert harness_records(sample())[0] == {
        "start": 10,
        "end": 14,
        "text": "Pati",
        "lat": -6.76,
        "lon": 111.04,
        "geonameid": 1631992,
        "id": "geonames:1631992",
        "name": "Pati",
        "level": "city",
        "country": "ID",
        "usage": "literal",
        "probability": 0.912,
        "withheld": False,
        "unresolved": False,
        "corrected": False,
    }
    assert harness_records(nasty())[0]["geonameid"] is None, "only an id of GeoNames is a number"


@pytest.mark.parametrize(("name", "withheld"), [("Atlantis", False), ("Pabrik Gula Trangkil", True)])
def test_what_is_not_mapped_has_no_position_for_the_harness(name: str, withheld: bool) -> None:
    """A site and a name without a place have neither position nor place; only the site is withheld."""
    [record] = [one for one in harness_records(sample()) if one["text"] == name]
    told = {"start", "end", "text", "withheld", "unresolved", "corrected"}
    assert {value for key, value in record.items() if key not in told} == {None}
    assert not record["corrected"]
    assert record["withheld"] is withheld
    assert TEXT[record["start"] : record["end"]] == name


def test_the_table_of_mentions() -> None:
    """A headed table with a line for each name, even one that the text breaks over two lines."""
    assert to_table.write_mentions(findings(sample())).splitlines() == [
        "banjir: Banjir di Pati",
        "      10-14     Pati                         Pati (city, ID)  literal  0.91",
        "      22-33     Jawa Tengah                  Central Java (adm1, ID)  associative  0.99",
        "      38-47     Indonesia                    Indonesia (country, ID)  associative  0.99",
        "      59-63     Pati                         Pati (city, ID)  literal  0.55",
        "      67-75     Atlantis                     unsure: no place chosen",
        "      77-97     Pabrik Gula Trangkil         withheld: a site, never mapped",
        "     101-105    Pati                         Pati (city, ID)  literal  0.80",
    ]


def test_a_place_in_no_country_has_a_dash() -> None:
    """A sea is in no country, and says so in both tables."""
    found = findings(sample("Ombak di Laut Jawa", [("Laut Jawa", JAVA_SEA, Usage.LITERAL, 0.9)]))
    assert "Java Sea (region, -)" in to_table.write_mentions(found)
    assert to_table.write_places(found).splitlines()[1].split() == ["Java", "Sea", "region", "1", "110.00", "-5.00"]


def test_an_article_without_places() -> None:
    found = findings(sample("Hujan turun.", []))
    assert json.loads(to_jsonl.write_mentions(found)) == {"doc": "banjir", "mentions": [], "demonyms": []}
    assert to_table.write_mentions(found) == "banjir: Banjir di Pati\n"


def test_the_table_of_places() -> None:
    """Columns are aligned, numbers to the right, and no line ends in blanks."""
    assert to_table.write_places(findings(sample())).splitlines() == [
        "place        level    country  mentions     lon    lat",
        "Pati         city     ID              3  111.04  -6.76",
        "Indonesia    country  ID              1  120.00  -5.00",
        "Jawa Tengah  adm1     ID              1  110.00  -7.50",
    ]


@given(RECORDS)
def test_the_table_has_a_line_per_place(made: list[PlaceRecord]) -> None:
    """A name with a line break in it does not break the table."""
    lines = to_table.write_places(of_records(made)).split("\n")
    assert len(lines) == len(made) + 2
    assert lines[-1] == ""


def test_the_title_of_the_whole() -> None:
    parsed = sample(), sample("Di Pati.", [("Pati", PATI, Usage.LITERAL, 0.9)], "dua")
    assert Findings(articles=parsed[:1], language="id").title == "Banjir di Pati"
    assert Findings(articles=parsed, language="id").title == "Tempat dalam 2 artikel"
    assert Findings(articles=parsed, language="en").title == "Places in 2 articles"


SAYS_NOTHING: Final = {("table", Subject.PLACES), ("lpf", Subject.PLACES), ("tei", Subject.MENTIONS)}
"""Formats that have no room for what a person corrected."""


@pytest.mark.parametrize(("form", "subject"), EVERY_EXPORT)
def test_what_a_person_corrected_is_marked_in_every_format_with_room_for_it(form: Format, subject: Subject) -> None:
    plain, corrected = (shown(form, written(form, subject, findings(sample(corrected=one)))) for one in (False, True))
    assert (plain == corrected) is ((form.name, subject) in SAYS_NOTHING)


def test_the_mark_is_a_yes_or_no_for_programs() -> None:
    found = findings(sample(corrected=True))
    assert {row["corrected"] for row in parquet_rows(to_parquet.write_places(found))} == {True}
    by_hand = [record["corrected"] for record in found.mentions]
    assert [row["corrected"] for row in parquet_rows(to_parquet.write_mentions(found))] == by_hand
    assert [one["corrected"] for one in harness_records(sample(corrected=True))] == by_hand
    assert by_hand == [record["status"] == "mapped" for record in found.mentions]
    assert "  literal  0.91  corrected\n" in to_table.write_mentions(found)
