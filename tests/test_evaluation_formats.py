"""Readers of gold annotations."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer.errors import ArticleError, GoldError
from gazetteer.place import Level, LonLat
from geo.article import Span
from geo.evaluation.formats import FORMATS, read_gold
from geo.evaluation.formats.conll import running_text
from geo.evaluation.formats.text import GoldFormat
from geo.evaluation.gold import GoldKind, GoldMention, GoldSet
from geo.mention import Usage

TEXT = "Banjir di Kudus, Jawa Tengah.\n"
HEAD = "doc\tstart\tend\ttext\tkind\tlevel\tcountry\tname_en\tlat\tlon\tusage"
ROW = "satu\t10\t15\tKudus\tplace\tcity\tID\tKudus\t-6.80\t110.84\tliteral"


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    return write(tmp_path / "kelas" / "satu.txt", TEXT).parent


def table(tmp_path: Path, *rows: str, head: str = HEAD) -> Path:
    return write(tmp_path / "kelas.tsv", "\n".join([head, *rows]) + "\n")


@pytest.mark.usefixtures("texts")
def test_a_table_with_its_texts_in_the_folder_of_its_name(tmp_path: Path) -> None:
    gold = read_gold(table(tmp_path, ROW))
    assert gold.name == "kelas"
    (document,) = gold.documents
    assert document.article.text == TEXT
    assert document.mentions == (
        GoldMention(
            span=Span(10, 15), text="Kudus", level=Level.CITY, country="ID", name="Kudus",
            position=LonLat(110.84, -6.8), usage=Usage.LITERAL,
        ),
    )  # fmt: skip


def test_a_table_with_its_texts_elsewhere(tmp_path: Path, texts: Path) -> None:
    elsewhere = texts.rename(tmp_path / "lain")
    write(elsewhere / "dua.txt", "Tidak ada apa-apa.\n")
    gold = read_gold(table(tmp_path, ROW), elsewhere)
    assert [(d.article.id, len(d.mentions)) for d in gold.documents] == [("dua", 0), ("satu", 1)]


@pytest.mark.usefixtures("texts")
def test_four_columns_are_enough_and_two_more_are_known(tmp_path: Path) -> None:
    plain = read_gold(table(tmp_path, "satu\t10\t15\tKudus", head="doc\tstart\tend\ttext"))
    assert plain.documents[0].mentions == (GoldMention(span=Span(10, 15), text="Kudus"),)
    wide = table(tmp_path, f"{ROW}\tluas", head=f"{HEAD}\tradius_km")
    with pytest.raises(GoldError, match=r"kelas\.tsv:2: radius 'luas' is no number of kilometers"):
        read_gold(wide)
    more = read_gold(table(tmp_path, f"{ROW}\t1627896\t300", head=f"{HEAD}\tgeonameid\tradius_km"))
    (mention,) = more.documents[0].mentions
    assert (mention.geonames_id, mention.tolerance_km) == (1627896, 300)


@pytest.mark.usefixtures("texts")
@pytest.mark.parametrize(("level", "km"), [("region", 1500), ("adm1", 500), ("country", 161), ("", 161)])
def test_large_places_have_a_wider_tolerance(tmp_path: Path, level: str, km: float) -> None:
    (mention,) = read_gold(table(tmp_path, ROW.replace("city", level))).documents[0].mentions
    assert mention.tolerance_km == km


@pytest.mark.usefixtures("texts")
@pytest.mark.parametrize(
    ("row", "told"),
    [
        (ROW.replace("10\t15", "11\t16"), "kelas.tsv:2: at 11-16 of satu stands 'udus,', not 'Kudus'; correct"),
        (ROW.replace("10\t15", "900\t905"), "at 900-905 of satu stands nothing, not 'Kudus'"),
        (ROW.replace("10\t15", "15\t10"), "at 15-10 of satu stands nothing"),
        (ROW.replace("10\t15", "-3\t15"), "at -3-15 of satu stands"),
        (ROW.replace("\t10", "\tsepuluh"), "kelas.tsv:2: start 'sepuluh' is no whole number"),
        (ROW.replace("satu", "dua"), "kelas.tsv:2: no text 'dua' in "),
        (ROW.replace("place", "tempat"), "kind 'tempat' is none of place, facility, other, ignore, unresolved"),
        (ROW.replace("city", "desa"), "level 'desa' is none of continent,"),
        (ROW.replace("literal", "nyata"), "usage 'nyata' is none of literal, associative"),
        (ROW.replace("-6.80\t110.84", "110.84\t-6.80"), "kelas.tsv:2: latitude 110.84 is not within -90..90"),
        (ROW.replace("-6.80", "selatan"), "position '110.84', 'selatan' is no pair of numbers"),
        (f"{ROW}\tlebih", "kelas.tsv:2: 12 columns where the first line names 11; check the tabs"),
        ("satu\t10\t15\tKudus", "kelas.tsv:2: 4 columns where the first line names 11"),
    ],
)
def test_a_wrong_row_is_told_in_one_line(tmp_path: Path, row: str, told: str) -> None:
    with pytest.raises(GoldError) as error:
        read_gold(table(tmp_path, row))
    assert told in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.usefixtures("texts")
def test_a_huge_cell_is_told(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"kelas\.tsv:2: field larger"):
        read_gold(table(tmp_path, "x" * 200_000))


def test_missing_texts_are_told(tmp_path: Path, texts: Path) -> None:
    gold = table(tmp_path, ROW)
    with pytest.raises(GoldError, match="lain: no such folder"):
        read_gold(gold, tmp_path / "lain")
    (texts / "satu.txt").unlink()
    with pytest.raises(ArticleError, match=r"no \.txt or \.md file"):
        read_gold(gold)
    texts.rmdir()
    with pytest.raises(GoldError, match=r"kelas\.tsv: no texts in .*kelas/; name their folder with --texts"):
        read_gold(gold)


def test_a_text_that_cannot_be_read_is_told(tmp_path: Path, texts: Path) -> None:
    (texts / "kosong.txt").write_bytes(b"")
    with pytest.raises(ArticleError, match=r"kosong\.txt: empty"):
        read_gold(table(tmp_path, ROW))


LGL = """<?xml version="1.0" encoding="utf-8"?><articles><article docid="1">
<text><![CDATA[In Kudus & Demak of Java, near the X Bay.]]></text>
<toponyms>
<toponym><start>5</start><end>10</end><phrase>Kudus</phrase><gaztag geonameid="11"><name>Kudus</name>
 <fclass>P</fclass><fcode>PPL</fcode><lat>-6.8</lat><lon>110.84</lon></gaztag></toponym>
<toponym><start>11</start><end>16</end><phrase>Demak</phrase><lat>-6.89</lat><lon>110.64</lon></toponym>
<toponym><start>20</start><end>24</end><phrase>Java</phrase></toponym>
<toponym><start>36</start><end>41</end><phrase>X Bay</phrase>
 <gaztag><fclass>S</fclass><lat>x</lat><lon>1</lon></gaztag></toponym>
<toponym><start>0</start><end>4</end><phrase>Oslo</phrase></toponym>
</toponyms></article><article><text></text></article></articles>"""


def test_lgl_and_tr_news(tmp_path: Path) -> None:
    gold = read_gold(write(tmp_path / "lgl.xml", LGL))
    (document,) = gold.documents
    assert (gold.left_out, document.article.id) == (1, "0000")
    assert [(m.span.start, m.text, m.level, m.geonames_id, m.position) for m in document.mentions] == [
        (3, "Kudus", Level.CITY, 11, LonLat(110.84, -6.8)),
        (11, "Demak", None, None, LonLat(110.64, -6.89)),
        (20, "Java", None, None, None),
        (35, "X Bay", None, None, None),
    ]


@pytest.mark.parametrize(
    ("feature_class", "code", "level"),
    [
        ("A", "PCLI", Level.COUNTRY), ("A", "ADM1", Level.ADM1), ("A", "ADM2", Level.ADM2), ("A", "ADM3", None),
        ("P", "PPLA", Level.CITY), ("L", "CONT", Level.CONTINENT), ("L", "RGN", Level.REGION),
        ("H", "SEA", Level.REGION), ("S", "AIRP", None),
    ],
)  # fmt: skip
def test_levels_of_geonames_features(tmp_path: Path, feature_class: str, code: str, level: Level | None) -> None:
    changed = LGL.replace("<fclass>P</fclass><fcode>PPL<", f"<fclass>{feature_class}</fclass><fcode>{code}<")
    assert read_gold(write(tmp_path / "lgl.xml", changed)).documents[0].mentions[0].level is level


def test_geovirus_counts_from_one(tmp_path: Path) -> None:
    xml = (
        "<articles><article><source>x</source><text>In Kudus.</text><locations><location><name>Kudus</name>"
        "<start>4</start><end>9</end><lat>-6.8</lat><lon>110.84</lon></location></locations></article></articles>"
    )
    (mention,) = read_gold(write(tmp_path / "virus.xml", xml)).documents[0].mentions
    assert (mention.span, mention.position) == (Span(3, 8), LonLat(110.84, -6.8))


def geowebnews(kind: str, lat: str = "-6.8") -> str:
    return (
        "<articles><article><text>In Kudus.</text><toponyms><toponym><start>3</start><end>8</end><type>"
        f"{kind}</type><extractedName>Kudus</extractedName><latitude>{lat}</latitude><longitude>110.84</longitude>"
        "<geonamesID>11</geonamesID></toponym></toponyms></article></articles>"
    )


@pytest.mark.parametrize(
    ("kind", "lat", "as_kind", "usage"),
    [
        ("Literal", "-6.8", GoldKind.PLACE, Usage.LITERAL),
        ("Metonymic", "-6.8", GoldKind.PLACE, Usage.ASSOCIATIVE),
        ("Demonym", "-6.8", GoldKind.IGNORE, None),
        ("Literal", "", GoldKind.IGNORE, None),
    ],
)
def test_geowebnews(tmp_path: Path, kind: str, lat: str, as_kind: GoldKind, usage: Usage | None) -> None:
    (mention,) = read_gold(write(tmp_path / "GWN.xml", geowebnews(kind, lat))).documents[0].mentions
    assert (mention.kind, mention.usage) == (as_kind, usage)
    assert mention.geonames_id == (11 if as_kind is GoldKind.PLACE else None)


def test_geowebnews_has_toponyms_that_are_none_and_offsets_that_fit_nowhere(tmp_path: Path) -> None:
    gold = read_gold(write(tmp_path / "GWN.xml", geowebnews("Homonym")))
    assert (gold.documents[0].mentions, gold.left_out) == ((), 0)
    for xml in (geowebnews("Literal").replace("In Kudus.", "In Demak."), LGL.replace("In Kudus &", "In Kadas &")):
        assert read_gold(write(tmp_path / "GWN.xml", xml)).left_out >= 1
    oslo = "<location><name>Oslo</name><start>1</start></location>"
    virus = f"<articles><article><text>In.</text>{oslo}</article></articles>"
    assert read_gold(write(tmp_path / "v.xml", virus)).left_out == 1


@pytest.mark.parametrize(
    ("xml", "told"),
    [
        ("<?xml version='1.0'?>\n<articles>\n<article></articles>", "c.xml:3: not well-formed XML at column"),
        ("<articles></articles>", "c.xml: no <article> with a <text>"),
        (LGL.replace("<start>5<", "<start>lima<"), "c.xml: article 0: start 'lima' is no whole number"),
        (LGL.replace("<start>5</start>", ""), "c.xml: article 0: start '' is no whole number"),
    ],
)
def test_a_broken_corpus_is_told_in_one_line(tmp_path: Path, xml: str, told: str) -> None:
    with pytest.raises(GoldError) as error:
        read_gold(write(tmp_path / "c.xml", xml))
    assert told in str(error.value)
    assert "\n" not in str(error.value)


CONLL = """Banjir NN O
di IN O
Kudus NNP B-LOC
, , I-LOC
Demak NNP B-LOC
Bank NNP B-ORG
Jawa NNP I-ORG
lalu VB I-LOC

satu

Paris NNP I-PLACE
"""


def test_conll(tmp_path: Path) -> None:
    one, two = read_gold(write(tmp_path / "news.txt", CONLL)).documents
    assert one.article.text == "Banjir di Kudus, Demak Bank Jawa lalu"
    assert [(m.text, m.kind) for m in one.mentions] == [
        ("Kudus", GoldKind.PLACE), ("Demak", GoldKind.PLACE), ("Bank Jawa", GoldKind.OTHER), ("lalu", GoldKind.PLACE),
    ]  # fmt: skip
    assert [m.text for m in two.mentions] == ["Paris"]
    assert all(d.article.text[m.span.start : m.span.end] == m.text for d in (one, two) for m in d.mentions)


def test_a_line_of_conll_without_a_tag_is_told(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"news\.txt:2: 'x' is no tag such as O or B-LOC"):
        read_gold(write(tmp_path / "news.txt", "di IN O\nKudus NNP x\n"))


def test_punctuation_alone_is_no_mention(tmp_path: Path) -> None:
    (document,) = read_gold(write(tmp_path / "news.txt", "di O\n, B-LOC\n")).documents
    assert document.mentions == ()


@pytest.mark.parametrize(
    ("tokens", "text"),
    [
        ('Ia bilang : " Ya , benar " .', 'Ia bilang: "Ya, benar".'),
        ("( AS - Jepang ) / Korsel …", "(AS-Jepang)/Korsel …"),
        ("“ Ya ” kata `` dia ''", "“Ya” kata ``dia''"),
    ],
)
def test_tokens_become_running_text(tokens: str, text: str) -> None:
    assert running_text(tokens.split())[0] == text


@given(st.lists(st.text(st.characters(exclude_categories=["Z", "C"]), min_size=1)))
def test_every_token_stands_in_the_running_text(tokens: list[str]) -> None:
    text, spans = running_text(tokens)
    assert [text[span.start : span.end] for span in spans] == tokens


MENTION = {"start": 10, "end": 15, "text": "Kudus", "lat": -6.8, "lon": 110.84, "geonameid": 11, "level": "admin1"}


def gold_json(folder: Path, docs: object) -> Path:
    return write(folder / "gold.json", json.dumps(docs))


def test_a_gold_json_beside_its_texts(tmp_path: Path) -> None:
    folder = tmp_path / "berita"
    write(folder / "txt" / "satu.txt", TEXT)
    write(folder / "txt" / "tiga.txt", TEXT)
    others = [{"start": 0, "end": 6, "optional": True}, {"start": 7, "end": 9, "forbidden": True}]
    gold_json(folder, {"docs": {"satu.txt": [MENTION, *others], "dua": []}})
    for named in (folder, folder / "gold.json"):
        gold = read_gold(named)
        assert gold.name == "berita"
        (document,) = gold.documents
        first, ignored, other = document.mentions
        assert (first.level, first.geonames_id, first.position) == (Level.ADM1, 11, LonLat(110.84, -6.8))
        assert (ignored.kind, other.kind, ignored.text) == (GoldKind.IGNORE, GoldKind.OTHER, "Banjir")


def test_a_gold_json_among_its_texts_in_the_short_form(tmp_path: Path) -> None:
    write(tmp_path / "satu.txt", TEXT)
    path = write(tmp_path / "kelas.json", json.dumps({"satu": [{"start": 10, "end": 15, "kind": "person"}]}))
    gold = read_gold(path)
    assert (gold.name, gold.documents[0].mentions[0].kind) == ("kelas", GoldKind.OTHER)


@pytest.mark.parametrize(
    ("docs", "told"),
    [
        ({"docs": {"dua": [MENTION]}}, "gold.json: no text 'dua' in "),
        ({"docs": ["satu"]}, 'gold.json: "docs" must name documents'),
        ({"docs": {"satu": ["Kudus"]}}, 'gold.json: satu, mention 1: must be an object with "start"'),
        (
            {"docs": {"satu": [{**MENTION, "start": 9}]}},
            "satu, mention 1: at 9-15 of satu stands ' Kudus', not 'Kudus'",
        ),
        ({"docs": {"satu": [{"text": "Kudus"}]}}, "satu, mention 1: start '' is no whole number"),
        ({"docs": {"satu": [{**MENTION, "radius": "luas"}]}}, "satu, mention 1: radius 'luas' is no number"),
    ],
)
def test_a_wrong_gold_json_is_told(tmp_path: Path, docs: object, told: str) -> None:
    write(tmp_path / "satu.txt", TEXT)
    with pytest.raises(GoldError) as error:
        read_gold(gold_json(tmp_path, docs))
    assert told in str(error.value)


def test_broken_json_is_told(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"gold\.json:2: not JSON"):
        read_gold(write(tmp_path / "gold.json", "{\n,}"))


def test_what_is_no_gold_is_told(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"berita\.txt: not a gold file; petakan reads tables"):
        read_gold(write(tmp_path / "berita.txt", TEXT))
    with pytest.raises(GoldError, match=r"tiada\.tsv: cannot be read \(No such file"):
        read_gold(tmp_path / "tiada.tsv")
    with pytest.raises(GoldError, match=r"no gold\.json in this folder"):
        read_gold(tmp_path)
    (tmp_path / "latin.tsv").write_bytes(b"doc\xe9")
    with pytest.raises(GoldError, match=r"latin\.tsv: not UTF-8 at offset 3"):
        read_gold(tmp_path / "latin.tsv")


def test_a_format_of_ones_own_can_be_added(tmp_path: Path) -> None:
    def read(path: Path, content: str, _texts: Path | None) -> GoldSet:
        return GoldSet(name=f"{path.stem}: {content}", documents=())

    own = GoldFormat(name="own", recognizes=lambda content: content == "own", read=read)
    assert read_gold(write(tmp_path / "x", "own"), formats=(*FORMATS, own)) == GoldSet(name="x: own", documents=())


CORRECTED = "Banjir di Kudus dan Kabupaten Kudus, kata Paris Hasan. Air naik di Jawa Tengah dan Kudus Barat.\n"
CORRECTIONS_FILE = """text,is,usage,id,name,level,country,lat,lon
Kudus,place,literal,geonames:1639215,Kudus,city,ID,-6.80,110.84
Paris Hasan,not a place,,,,,,,
Jawa Tengah,,literal,,,,,,
Atlantis,not a place,,,,,,,
"""


def test_corrections_are_gold_for_the_names_that_they_correct(tmp_path: Path) -> None:
    write(tmp_path / "artikel" / "satu.txt", CORRECTED)
    write(tmp_path / "artikel" / "dua.txt", "Tidak ada apa-apa.\n")
    gold = read_gold(write(tmp_path / "koreksi.csv", CORRECTIONS_FILE), tmp_path / "artikel")
    assert (gold.name, gold.left_out) == ("koreksi", 1)
    (document,) = gold.documents
    assert "".join(mention.text for mention in document.mentions) == CORRECTED
    told = [
        (m.text, m.kind, m.level, m.geonames_id, m.usage) for m in document.mentions if m.kind is not GoldKind.IGNORE
    ]
    assert told == [
        ("Kudus", GoldKind.PLACE, Level.CITY, 1639215, Usage.LITERAL),
        ("Paris Hasan", GoldKind.OTHER, None, None, None),
        ("Jawa Tengah", GoldKind.PLACE, None, None, Usage.LITERAL),
        ("Kudus", GoldKind.PLACE, Level.CITY, 1639215, Usage.LITERAL),
    ]
    assert document.mentions[1].position == LonLat(110.84, -6.8)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("text,is\nKudus,town\n", r"koreksi\.csv:2: is 'town' is none of"),
        ("text,is\nKudus,'place\"\n", r"koreksi\.csv:2: is "),
        ('text,is\nKudus,"place\n', r"koreksi\.csv:2: unexpected end of data"),
    ],
)
def test_broken_corrections_are_no_gold(tmp_path: Path, content: str, message: str) -> None:
    write(tmp_path / "artikel" / "satu.txt", CORRECTED)
    with pytest.raises(GoldError, match=message):
        read_gold(write(tmp_path / "koreksi.csv", content), tmp_path / "artikel")
