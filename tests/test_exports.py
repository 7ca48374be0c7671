"""What is written of places and mentions: CSV, JSON, GeoJSON, JSON lines and tables."""

import csv
import io
import json
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import Point, shape

from gazetteer.place import Level, LonLat, Place
from geo.article import Article, Span
from geo.geoparse import GeoparsedArticle
from geo.mention import Candidate, Facility, Mention, Resolution, Usage
from geo.policy import publish
from maps.export.mentions import MentionsFormat, write_mentions
from maps.export.places import PlacesFormat, write_places
from maps.export.records import PlaceRecord, mention_records, place_records
from maps.tally import tally

TEXT = (
    "Banjir di Pati: warga Jawa\nTengah dan Indonesia pergi dari Pati ke Atlantis. Pabrik Gula Trangkil di Pati tutup."
)
PATI = Place(
    id="geonames:1631992",
    name="Pati",
    level=Level.CITY,
    country="ID",
    position=LonLat(111.03801, -6.75580),
    source="sample",
)
CENTRAL_JAVA = Place(
    id="geonames:1642669",
    name="Central Java",
    labels=(("id", "Jawa Tengah"), ("en", "Central Java")),
    level=Level.ADM1,
    country="ID",
    position=LonLat(110.0, -7.5),
    source="sample",
)
INDONESIA = Place(
    id="iso:ID",
    name="Indonesia",
    level=Level.COUNTRY,
    country="ID",
    position=LonLat(120.0, -5.0),
    source="sample",
)
JAVA_SEA = Place(id="petakan:laut-jawa", name="Java Sea", level=Level.REGION, position=LonLat(110, -5), source="sample")

Named = tuple[str, Place | None, Usage, float]
NAMED: tuple[Named, ...] = (
    ("Pati", PATI, Usage.LITERAL, 0.91234),
    ("Jawa\nTengah", CENTRAL_JAVA, Usage.ASSOCIATIVE, 0.99),
    ("Indonesia", INDONESIA, Usage.ASSOCIATIVE, 0.99),
    ("Pati", PATI, Usage.LITERAL, 0.55),
    ("Atlantis", None, Usage.LITERAL, 0.6),
    ("Pati", PATI, Usage.LITERAL, 0.8),
)

CELLS = st.text(st.sampled_from("=+-@\t\r\n,;\"' aé")) | st.text(st.characters(exclude_categories=["Cs"]))
RECORDS = st.lists(
    st.builds(
        PlaceRecord,
        id=CELLS,
        name=CELLS,
        level=st.sampled_from([level.value for level in Level]),
        country=st.none() | st.just("ID"),
        lon=st.floats(-180, 180),
        lat=st.floats(-90, 90),
        mentions=st.integers(1, 99),
        literal=st.integers(0, 99),
        associative=st.integers(0, 99),
        unsure=st.integers(0, 99),
        corrected=st.booleans(),
        spellings=st.lists(CELLS, max_size=3),
        articles=st.lists(CELLS, max_size=3),
    ),
    max_size=4,
)


def sample(text: str = TEXT, named: Sequence[Named] = NAMED, article_id: str = "banjir") -> GeoparsedArticle:
    """An article, with its names in the order of the text and its factory."""
    article = Article(id=article_id, title="Banjir di Pati", text=text, source="banjir.txt")
    resolutions, at = [], 0
    for name, place, usage, probability in named:
        start = text.index(name, at)
        at = start + len(name)
        mention = Mention(article_id=article_id, start=start, end=at, text=name, usage=usage, probability=probability)
        chosen = None if place is None else Candidate(place=place, probability=probability)
        candidates = () if chosen is None else (chosen,)
        resolutions.append(Resolution(mention=mention, chosen=chosen, candidates=candidates, reason="sample"))
    mentions, withheld = publish(article, resolutions, facilities(article))
    return GeoparsedArticle(article=article, mentions=mentions, withheld=withheld, unresolved=())


def facilities(article: Article) -> list[Facility]:
    """The factory of the sample text, with the town that it is in."""
    name = "Pabrik Gula Trangkil"
    start = article.text.find(name)
    if start < 0:
        return []
    host = article.text.index("Pati", start)
    end = start + len(name)
    return [Facility(article_id=article.id, start=start, end=end, text=name, head="pabrik", host=Span(host, host + 4))]


def records(language: str = "id") -> list[PlaceRecord]:
    """The places of the sample article."""
    return list(place_records(tally(sample().mentions), language))


def read_csv(text: str) -> list[dict[str, str]]:
    """The rows of a CSV text by column, as a spreadsheet program would read them."""
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_place_has_a_record_with_its_counts() -> None:
    """Counts, spellings, articles and the public position of each place, the most mentioned first."""
    pati, *others = records()
    assert pati == {
        "id": "geonames:1631992",
        "name": "Pati",
        "level": "city",
        "country": "ID",
        "lon": 111.04,
        "lat": -6.76,
        "mentions": 3,
        "literal": 3,
        "associative": 0,
        "unsure": 1,
        "corrected": False,
        "spellings": ["Pati"],
        "articles": ["banjir"],
    }
    assert [record["id"] for record in others] == ["iso:ID", "geonames:1642669"]


@pytest.mark.parametrize(("language", "name"), [("id", "Jawa Tengah"), ("en", "Central Java"), ("fr", "Central Java")])
def test_places_are_named_in_the_language_asked_for(language: str, name: str) -> None:
    """A place has its name in the reader's language, or else its own."""
    assert name in {record["name"] for record in records(language)}


def test_articles_and_spellings_come_sorted_and_once() -> None:
    """Whatever the order of the mentions, lists in a record are sorted and hold nothing twice."""
    second = sample("PATI dan Pati", [("PATI", PATI, *NAMED[0][2:]), ("Pati", PATI, *NAMED[0][2:])], "air")
    [pati, *_] = place_records(tally([*sample().mentions, *second.mentions]), "id")
    assert pati["articles"] == ["air", "banjir"]
    assert pati["spellings"] == ["PATI", "Pati"]
    assert pati["mentions"] == 5


def test_mentions_come_in_the_order_of_the_text() -> None:
    """Mapped, unplaced and withheld names stand together, where the text has them."""
    found = mention_records(sample())
    names = ["Pati", "Jawa\nTengah", "Indonesia", "Pati", "Atlantis", "Pabrik Gula Trangkil", "Pati"]
    assert [record["text"] for record in found] == names
    assert [TEXT[record["start"] : record["end"]] for record in found] == names
    assert [record["withheld"] for record in found] == [name.startswith("Pabrik") for name in names]


def test_a_mapped_mention_has_its_place() -> None:
    """A mention has its place with the public position, and the probability to three digits."""
    assert mention_records(sample())[0] == {
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
        "demonym": False,
        "withheld": False,
        "corrected": False,
    }


def test_only_a_geonames_id_is_a_number() -> None:
    """A place of another source has its id, and no GeoNames number."""
    country = mention_records(sample())[2]
    assert (country["id"], country["geonameid"]) == ("iso:ID", None)


@pytest.mark.parametrize(("name", "withheld"), [("Atlantis", False), ("Pabrik Gula Trangkil", True)])
def test_what_is_not_mapped_has_no_position(name: str, withheld: bool) -> None:
    """A site and a name without a place have neither position nor place; only the site is withheld."""
    [record] = [one for one in mention_records(sample()) if one["text"] == name]
    rest = {key: value for key, value in record.items() if key not in {"start", "end", "text", "withheld"}}
    assert set(rest.values()) <= {None, False}
    assert record["withheld"] is withheld


def test_a_json_line_holds_one_article() -> None:
    """One line per article, with its id and its mentions, readable by any JSON parser."""
    line = write_mentions(sample(), MentionsFormat.JSONL)
    assert line.endswith("\n")
    assert line.count("\n") == 1
    assert json.loads(line) == {"doc": "banjir", "mentions": mention_records(sample())}


def test_the_table_of_mentions() -> None:
    """A headed table with a line for each name, even one that the text breaks over two lines."""
    assert write_mentions(sample(), MentionsFormat.TABLE).splitlines() == [
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
    parsed = sample("Ombak di Laut Jawa", [("Laut Jawa", JAVA_SEA, Usage.LITERAL, 0.9)])
    assert "Java Sea (region, -)" in write_mentions(parsed, MentionsFormat.TABLE)
    table = write_places(list(place_records(tally(parsed.mentions), "en")), PlacesFormat.TABLE)
    assert table.splitlines()[1].split() == ["Java", "Sea", "region", "1", "110.00", "-5.00"]


def test_an_article_without_places() -> None:
    """Nothing found is an empty list, and a table of its head alone."""
    parsed = sample("Hujan turun.", [])
    assert json.loads(write_mentions(parsed, MentionsFormat.JSONL)) == {"doc": "banjir", "mentions": []}
    assert write_mentions(parsed, MentionsFormat.TABLE) == "banjir: Banjir di Pati\n"


def test_the_table_of_places() -> None:
    """Columns are aligned, numbers to the right, and no line ends in blanks."""
    assert write_places(records(), PlacesFormat.TABLE).splitlines() == [
        "place        level    country  mentions     lon    lat",
        "Pati         city     ID              3  111.04  -6.76",
        "Indonesia    country  ID              1  120.00  -5.00",
        "Jawa Tengah  adm1     ID              1  110.00  -7.50",
    ]


def test_the_csv_of_places() -> None:
    """A row per place under the names of the columns; lists are joined in their cell."""
    rows = read_csv(write_places(records(), PlacesFormat.CSV))
    assert list(rows[0]) == list(records()[0])
    assert rows[0] == {
        **{key: str(value) for key, value in records()[0].items()},
        "spellings": "Pati",
        "articles": "banjir",
    }
    assert rows[2]["spellings"] == "Jawa Tengah"


def test_several_values_share_a_cell() -> None:
    """The members of a list are parted by semicolons; a value that is not there is an empty cell."""
    record = records()[0] | {"articles": ["air", "banjir"], "spellings": [], "country": None}
    [row] = read_csv(write_places([PlaceRecord(**record)], PlacesFormat.CSV))
    assert (row["articles"], row["spellings"], row["country"]) == ("air; banjir", "", "")


@given(RECORDS)
def test_csv_survives_its_reader(made: list[PlaceRecord]) -> None:
    """Quotes and commas come back from csv.reader, white space as one blank, and no text starts a formula."""
    rows = read_csv(write_places(made, PlacesFormat.CSV))
    assert len(rows) == len(made)
    for row, record in zip(rows, made, strict=True):
        assert (float(row["lon"]), float(row["lat"])) == (record["lon"], record["lat"])
        for column in ("id", "name", "country", "spellings", "articles"):
            value: Any = record[column]
            text = " ".join(("; ".join(value) if isinstance(value, list) else value or "").split())
            assert row[column] == (f"'{text}" if text[:1] in {"=", "+", "-", "@"} else text)
            assert not row[column].startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


@given(RECORDS)
def test_json_is_the_records(made: list[PlaceRecord]) -> None:
    """JSON comes back as the records that went in."""
    assert json.loads(write_places(made, PlacesFormat.JSON)) == made


@given(RECORDS)
def test_geojson_is_valid_with_longitude_first(made: list[PlaceRecord]) -> None:
    """Each place is a Feature with an id and a point (RFC 7946), longitude before latitude."""
    collection = json.loads(write_places(made, PlacesFormat.GEOJSON))
    assert collection.keys() == {"type", "features"}
    assert collection["type"] == "FeatureCollection"
    assert len(collection["features"]) == len(made)
    for feature, record in zip(collection["features"], made, strict=True):
        assert feature.keys() == {"type", "id", "geometry", "properties"}
        assert (feature["type"], feature["geometry"]["type"]) == ("Feature", "Point")
        assert feature["geometry"]["coordinates"] == [record["lon"], record["lat"]]
        point = shape(feature["geometry"])
        assert isinstance(point, Point)
        assert (point.x, point.y) == (record["lon"], record["lat"])
        assert feature["id"] == record["id"]
        assert feature["properties"]["name"] == record["name"]
        assert feature["properties"]["precision"] == "representative point of the place"
        assert not {"id", "lon", "lat"} & feature["properties"].keys()


@given(RECORDS)
def test_the_table_has_a_line_per_place(made: list[PlaceRecord]) -> None:
    """A name with a line break in it does not break the table."""
    lines = write_places(made, PlacesFormat.TABLE).split("\n")
    assert len(lines) == len(made) + 2
    assert lines[-1] == ""


@pytest.mark.parametrize("form", PlacesFormat)
@pytest.mark.parametrize("some", [True, False])
def test_every_format_ends_in_a_line_break_and_is_the_same_each_time(form: PlacesFormat, some: bool) -> None:
    """The same places give the same text, and no places give a text that its readers take."""
    made = records() if some else []
    text = write_places(made, form)
    assert text == write_places(made, form)
    assert text.endswith("\n")
