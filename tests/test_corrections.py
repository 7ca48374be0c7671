"""Corrections: what a row says, which mentions it is about, and what becomes of them."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scripted import span_of
from tiny_gazetteer import record, write_tiny

from gazetteer.errors import CorrectionError
from gazetteer.index import Gazetteer
from gazetteer.place import Level, LonLat
from geo.article import Article, Span
from geo.corrections import (
    COLUMNS,
    Correction,
    CorrectionFile,
    Corrector,
    PlaceKey,
    Scope,
    Verdict,
    decisions,
    find_place,
    mentions_of,
    parse_corrections,
    read_corrections,
    with_corrections,
)
from geo.corrections.files import holds_corrections
from geo.corrections.rows import read_row, write_row
from geo.explain import reasons
from geo.geoparsed import GeoparsedArticle
from geo.mention import Usage
from geo.pipeline import Geoparser
from geo.policy import PublicMention

TEXT = """Kereta Baru ke Kudus

Warga Kudus dan Demak menunggu. Kudus diam, kata Paris Hasan di Kabupaten Kudus.
Menu: Kudus
Mesin dibuat di pabrik Trangkil di Pati. Warga Wanasepi menonton di Demak.
"""
MASKED = span_of(TEXT, "Menu: Kudus")
CSV = Path("corrections.csv")


def article(text: str = TEXT, id_: str = "kereta") -> Article:
    masked = (MASKED,) if text == TEXT else ()
    return Article(id=id_, title="K", text=text, language="id", source="test", masked=masked)


def parsed_csv(
    *rows: str, head: str = "text,article,sentence,nth,start,is,usage,id,name,level,country,lat,lon"
) -> CorrectionFile:
    return parse_corrections(CSV, "\n".join([head, *rows]) + "\n")


def correction(text: str, **more: object) -> Correction:
    return Correction(where="c.csv:2", text=text, **more)  # type: ignore[arg-type]


def starts(text: str, one: Correction) -> list[int]:
    return [span.start for span in mentions_of(article(text), one)]


def geoparse(
    gazetteer: Gazetteer, *rows: str, text: str = TEXT, head: str = "text,is,usage,id,level,country,article"
) -> tuple[GeoparsedArticle, list[str]]:
    """What becomes of an article under the rows of a file, and what is told of them."""
    corrector = Corrector([parsed_csv(*rows, head=head)], gazetteer)
    parsed = Geoparser.over(gazetteer, corrector).geoparse(article(text))
    return parsed, [problem.message for problem in corrector.problems()]


def named(parsed: GeoparsedArticle, name: str) -> list[PublicMention]:
    return [one for one in parsed.mentions if one.text == name]


# What a row says


def test_a_row_needs_a_text_and_something_said_of_it() -> None:
    minimal = read_row({"text": "Korut", "is": "place"}, "c.csv:2")
    assert (minimal.verdict, minimal.place, minimal.scope) == (Verdict.PLACE, PlaceKey(), Scope.EVERYWHERE)
    assert read_row({"text": "Kudus", "id": "geonames:1"}, "w").verdict is Verdict.PLACE
    assert read_row({"text": "Kudus", "usage": "Literal"}, "w") == Correction(
        where="w", text="Kudus", usage=Usage.LITERAL
    )
    for spelling in ("not a place", "NOT_A_PLACE", " not  a place "):
        assert read_row({"text": "Paris Hasan", "is": spelling}, "w").verdict is Verdict.NOT_A_PLACE


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        ({"text": " - ", "is": "place"}, "w: no text"),
        ({"text": "Kudus"}, "w: nothing is said of 'Kudus'"),
        ({"text": "Kudus", "is": "town"}, "w: is 'town' is none of: place, not a place"),
        ({"text": "Kudus", "usage": "metonymic"}, "w: usage 'metonymic' is none of: literal, associative"),
        ({"text": "Kudus", "is": "not a place", "id": "geonames:1"}, "w: 'Kudus' is not a place, and yet"),
        ({"text": "Kudus", "is": "place", "level": "village"}, "w: level 'village' is none of: continent"),
        ({"text": "Kudus", "is": "place", "article": "a", "nth": "0"}, "w: nth '0' is no whole number from 1 on"),
        ({"text": "Kudus", "is": "place", "article": "a", "start": "-3"}, "w: start '-3' is no whole number from 0 on"),
        ({"text": "Kudus", "is": "place", "nth": "2"}, "w: a mention is counted (nth, start) within an article"),
        ({"text": "Kudus", "is": "place", "lat": "1", "lon": "x"}, "w: lat '1', lon 'x' are no numbers"),
        ({"text": "Kudus", "is": "place", "lat": "110", "lon": "6"}, "w: latitude 110.0 is not within"),
    ],
)
def test_a_row_that_cannot_be_is_told_in_one_line(cells: dict[str, str], message: str) -> None:
    with pytest.raises(CorrectionError) as told:
        read_row(cells, "w")
    assert str(told.value).startswith(message)
    assert "\n" not in str(told.value)


words = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=8)
phrases = st.lists(words, min_size=1, max_size=3).map(" ".join)
keys = st.builds(
    PlaceKey,
    name=st.none() | phrases,
    id=st.none() | words,
    level=st.none() | st.sampled_from(Level),
    country=st.none() | st.sampled_from(["ID", "US"]),
    position=st.none() | st.builds(LonLat, st.integers(-180, 180), st.integers(-90, 90)),
)
corrections = st.builds(
    Correction,
    where=st.just(""),
    text=phrases,
    verdict=st.just(Verdict.PLACE),
    place=keys,
    usage=st.none() | st.sampled_from(Usage),
    article=phrases,
    sentence=st.none() | phrases,
    nth=st.none() | st.integers(1, 9),
    start=st.none() | st.integers(0, 999),
) | st.builds(Correction, where=st.just(""), text=phrases, verdict=st.just(Verdict.NOT_A_PLACE))


@given(one=corrections)
def test_a_row_is_read_as_it_was_written(one: Correction) -> None:
    assert read_row(write_row(one), "") == one


@given(added=st.lists(corrections, min_size=1, max_size=4), path=st.sampled_from([CSV, Path("corrections.toml")]))
def test_a_file_is_read_as_it_was_written(added: list[Correction], path: Path) -> None:
    content = with_corrections(CorrectionFile(path=path, content=""), added)
    read = parse_corrections(path, content)
    assert [replace(one, where="") for one in read.corrections] == added
    assert read.problems == ()
    again = with_corrections(read, added)
    assert again.startswith(content)
    assert len(parse_corrections(path, again).corrections) == 2 * len(added)


# Files


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_is_read_as_any_spreadsheet_writes_it(delimiter: str) -> None:
    lines = [
        ["text", "is", "note"],
        ["Paris Hasan", "not a place", '"penyanyi, bukan kota"'],
        ["# todo"],
        ["", "", ""],
        ["Kudus", "place"],
    ]
    content = "\ufeff" + "\r\n".join(delimiter.join(line) for line in lines)
    read = parse_corrections(CSV, content)
    assert [(one.where, one.text, one.verdict) for one in read.corrections] == [
        ("corrections.csv:2", "Paris Hasan", Verdict.NOT_A_PLACE),
        ("corrections.csv:5", "Kudus", Verdict.PLACE),
    ]


def test_a_broken_row_is_told_and_the_others_count() -> None:
    read = parsed_csv("Kudus,place", "Demak,town", "Pati,place,satu,dua", head="text,is")
    assert [one.text for one in read.corrections] == ["Kudus"]
    assert [problem.failed for problem in read.problems] == [True, True]
    assert read.problems[0].message.startswith("corrections.csv:3: is 'town'")
    assert read.problems[1].message.startswith("corrections.csv:4: more than the columns hold ('satu')")


def test_toml_is_read_and_its_lines_are_known() -> None:
    first = '[[correction]]\ntext = "Kudus"\nis = "place"\nnth = 2\narticle = "a"\n'
    content = f'# kelas 8\n\n{first}\n[[correction]]\ntext = "X"\n'
    read = parse_corrections(Path("c.toml"), content)
    assert [(one.where, one.nth) for one in read.corrections] == [("c.toml:3", 2)]
    assert [problem.message[:40] for problem in read.problems] == ["c.toml:9: nothing is said of 'X'; fill i"]


def test_lines_of_toml_that_cannot_be_told_are_numbers() -> None:
    content = '[[correction]]\ntext = "Kudus"\nis = "place"\nnote = """\n[[correction]]\n"""\n'
    (one,) = parse_corrections(Path("c.toml"), content).corrections
    assert one.where == "c.toml: correction 1"


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("c.csv", "", "c.csv: no column 'text'"),
        ("c.csv", "name;is\nKudus;place\n", "c.csv: no column 'text'"),
        ("c.csv", "text;is;usge\n", "c.csv:1: unknown column 'usge'"),
        ("c.csv", 'text,is\nKudus,"place\n', "c.csv:2: unexpected end of data; is a quotation mark missing?"),
        ("c.toml", "[[correction]\n", "c.toml: not TOML: "),
        ("c.toml", 'title = "x"\n', "c.toml: a file of corrections holds tables"),
        ("c.toml", "correction = 3\n", "c.toml: a file of corrections holds tables"),
    ],
)
def test_a_file_that_is_none_is_told_in_one_line(name: str, content: str, message: str) -> None:
    with pytest.raises(CorrectionError) as told:
        parse_corrections(Path(name), content)
    assert str(told.value).startswith(message)


def test_a_value_of_toml_is_a_text_or_a_number() -> None:
    (problem,) = parse_corrections(Path("c.toml"), '[[correction]]\ntext = ["Kudus"]\n').problems
    assert problem.message == "c.toml:1: text must be a text or a number"


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(CorrectionError, match=r"none\.csv: cannot be read \(No such file or directory\)"):
        read_corrections(tmp_path / "none.csv")
    (tmp_path / "old.csv").write_bytes(b"text,is\nK\xfcdus,place\n")
    with pytest.raises(CorrectionError, match=r"old\.csv: not UTF-8 at offset 9; save it as CSV UTF-8"):
        read_corrections(tmp_path / "old.csv")


def test_what_a_person_wrote_is_kept_and_columns_are_added_as_needed() -> None:
    file = parse_corrections(CSV, "text;is\n# oleh Bu Rini\nKudus;place")
    content = with_corrections(
        file, [correction("Demak", usage=Usage.LITERAL), correction("X", verdict=Verdict.NOT_A_PLACE)]
    )
    assert content == "text;is;usage\n# oleh Bu Rini\nKudus;place\nDemak;;literal\nX;not a place;\n"
    assert len(parse_corrections(CSV, content).corrections) == 3
    assert with_corrections(file, []) == file.content


def test_no_column_is_added_where_a_row_has_too_many_cells() -> None:
    file = parse_corrections(CSV, "text,is\nKudus,place,benar\n")
    with pytest.raises(CorrectionError, match=r"csv:2: more than the columns hold"):
        with_corrections(file, [correction("Demak", usage=Usage.LITERAL)])


@pytest.mark.parametrize(
    ("content", "holds"),
    [
        ("text,is\n", True),
        ("text;id;note\r\nKudus;geonames:1;\r\n", True),
        ('[[correction]]\ntext = "x"\n', True),
        ("doc\tstart\tend\ttext\tkind\n", False),
        ("text O\n", False),
        ('{"docs": {}}', False),
        ("<articles/>", False),
    ],
)
def test_a_file_of_corrections_is_known_by_its_columns(content: str, holds: bool) -> None:
    assert holds_corrections(content) is holds


# Which mentions


def test_whole_words_outside_what_is_masked() -> None:
    found = mentions_of(article(), correction("Kudus"))
    assert [TEXT[span.start : span.end] for span in found] == ["Kudus"] * 4
    assert not any(MASKED.start <= span.start < MASKED.end for span in found)
    assert starts("Kudusan Kudus-an Kudus", correction("Kudus")) == [8, 17]


def test_line_breaks_and_capitals_make_no_other_name() -> None:
    assert starts("JAWA TENGAH Jawa\nTengah jawa tengah", correction("Jawa Tengah")) == [0, 12]
    assert starts("US us Us", correction("Us")) == [6]


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({"article": "lain"}, []),
        ({"nth": 2}, ["Warga Kudus"]),
        ({"nth": 9}, []),
        ({"sentence": "Kudus diam"}, ["unggu. Kudus"]),
        ({"sentence": "di Kabupaten Kudus"}, ["paten Kudus"]),
        ({"sentence": "menunggu"}, ["Warga Kudus"]),
        ({"sentence": "tidak ada"}, []),
        ({"sentence": "Warga Kudus dan Demak menunggu. Kudus diam", "nth": 2}, ["unggu. Kudus"]),
        ({"start": TEXT.index("Kudus diam")}, ["unggu. Kudus"]),
        ({"start": TEXT.index("Kudus diam") + 6}, ["unggu. Kudus"]),
        ({"start": 5000}, []),
    ],
)
def test_one_mention_is_found_by_words_number_or_offset(more: dict[str, object], expected: list[str]) -> None:
    found = mentions_of(article(), correction("Kudus", **{"article": "kereta", **more}))
    assert [
        TEXT[span.end - len("Warga Kudus") - (0 if "." not in e else 1) : span.end][-len(e) :]
        for span, e in zip(found, expected, strict=True)
    ] == expected


def test_an_offset_finds_a_name_in_a_script_without_spaces() -> None:
    text = "他在北京出生。"
    assert mentions_of(article(text), correction("北京")) == []
    assert mentions_of(article(text), correction("北京", article="kereta", start=2)) == [Span(2, 4)]


def test_words_around_a_mention_find_it_when_the_text_shifts() -> None:
    one = correction("Kudus", article="kereta", sentence="Kudus diam, kata Paris")
    shifted = "Paragraf baru tentang Kudus.\n" * 40 + TEXT.replace("Kudus diam, kata", "Kudus  diam,\nkata")
    (span,) = mentions_of(article(shifted), one)
    assert shifted[span.start : span.end + 6] == "Kudus  diam"


# Which correction has the last word


def test_a_narrower_correction_goes_before_a_wider_and_a_later_before_an_earlier() -> None:
    everywhere = correction("Kudus", verdict=Verdict.NOT_A_PLACE)
    one = correction("Kudus", article="kereta", nth=2, verdict=Verdict.PLACE, place=PlaceKey(name="A"))
    two = correction("Kudus", article="kereta", verdict=Verdict.PLACE, place=PlaceKey(name="B"))
    used = correction("Kudus", usage=Usage.ASSOCIATIVE)
    decided = decisions(article(), [one, two, everywhere, used])
    assert [d.place and d.place.name for d in decided] == ["B", "A", "B", "B"]
    assert {d.usage for d in decided} == {Usage.ASSOCIATIVE}
    later = correction("Kudus", article="kereta", verdict=Verdict.NOT_A_PLACE)
    assert [d.verdict for d in decisions(article(), [two, later])] == [Verdict.NOT_A_PLACE] * 4
    assert decisions(article(), [two, later])[0].placed_by == later


def test_of_names_inside_each_other_the_longer_counts_unless_one_mention_is_meant() -> None:
    short, long = (correction(text, verdict=Verdict.NOT_A_PLACE) for text in ("Paris", "Paris Hasan"))
    for order in ([short, long], [long, short]):
        assert [d.span for d in decisions(article(), order)] == [span_of(TEXT, "Paris Hasan")]
    narrow = replace(short, sentence="kata Paris")
    assert [d.span for d in decisions(article(), [long, narrow])] == [span_of(TEXT, "Paris")]


@given(text=st.text("AB \n", max_size=40), names=st.lists(st.sampled_from(["A", "B", "A B", "B A", "AB"]), max_size=5))
def test_decisions_never_overlap_and_come_in_order(text: str, names: list[str]) -> None:
    decided = decisions(article(text), [correction(name, verdict=Verdict.NOT_A_PLACE) for name in names])
    for one, following in pairwise(decided):
        assert one.span.end <= following.span.start
    for one in decided:
        assert " ".join(text[one.span.start : one.span.end].split()) in names


# What becomes of mentions


def test_without_corrections_nothing_changes(gazetteer: Gazetteer) -> None:
    plain = Geoparser.over(gazetteer).geoparse(article())
    corrected, told = geoparse(gazetteer)
    assert (corrected, told) == (plain, [])
    assert not any(one.corrected for one in plain.mentions)


def test_this_text_is_this_place(gazetteer: Gazetteer) -> None:
    parsed, told = geoparse(gazetteer, "Kudus,place,associative,geonames:4717560,,,")
    found = named(parsed, "Kudus")
    assert {(one.place.id, one.probability, one.usage, one.corrected) for one in found} == {
        ("geonames:4717560", 1.0, Usage.ASSOCIATIVE, True)
    }
    assert found[0].evidence[0].name == "corrected"
    assert found[0].evidence[0].detail == "corrections.csv:2"
    assert all(other.probability == 0 for one in found for other in one.alternatives)
    # the longer name is another one, and stays as it was
    (longer,) = named(parsed, "Kabupaten Kudus")
    assert not longer.corrected
    assert told == []


@pytest.mark.parametrize(
    ("language", "expected"),
    [("en", "in Texas, the United States: a person chose it."), ("id", "dipilih dengan tangan.")],
)
def test_the_reason_is_that_a_person_chose_it(gazetteer: Gazetteer, language: str, expected: str) -> None:
    parsed, _ = geoparse(gazetteer, "Kudus,place,,geonames:4717560,,,")
    (reason,) = reasons(named(parsed, "Kudus")[0], language)
    assert reason.endswith(expected)


def test_this_text_is_not_a_place(gazetteer: Gazetteer) -> None:
    parsed, told = geoparse(gazetteer, "Demak,not a place,,,,,kereta", "Wanasepi,not a place,,,,,")
    assert named(parsed, "Demak") == []
    assert told == []
    assert not any("Demak" in one.text for one in parsed.withheld)
    assert not any("Demak" in one.text for one in parsed.unresolved)


def test_a_place_is_put_where_nothing_was_recognised(gazetteer: Gazetteer) -> None:
    plain = Geoparser.over(gazetteer).geoparse(article())
    assert named(plain, "Wanasepi") == []
    parsed, told = geoparse(gazetteer, "Wanasepi,place,,geonames:1631992,,,")
    (one,) = named(parsed, "Wanasepi")
    assert (one.place.name, one.usage, one.corrected, one.span) == (
        "Pati",
        Usage.LITERAL,
        True,
        span_of(TEXT, "Wanasepi"),
    )
    assert not any(name.text == "Wanasepi" for name in parsed.unresolved)
    assert told == []


def test_a_longer_text_takes_the_place_of_what_was_found_in_it(gazetteer: Gazetteer) -> None:
    parsed, _ = geoparse(gazetteer, "Kudus dan Demak,place,,,adm1,ID,", head="text,is,usage,name,level,country,article")
    assert named(parsed, "Kudus dan Demak") == []  # there is no such place
    parsed, _ = geoparse(gazetteer, "Kudus dan Demak,place,,geonames:1642669,,,")
    (one,) = named(parsed, "Kudus dan Demak")
    assert one.place.level is Level.ADM1
    assert not any(m.span.start == TEXT.index("Kudus dan") for m in named(parsed, "Kudus"))


def test_only_the_usage(gazetteer: Gazetteer) -> None:
    plain = Geoparser.over(gazetteer).geoparse(article())
    other = {Usage.LITERAL: Usage.ASSOCIATIVE, Usage.ASSOCIATIVE: Usage.LITERAL}[named(plain, "Demak")[0].usage]
    parsed, told = geoparse(gazetteer, f"Demak,,{other},,,,", f"menonton,,{other},,,,")
    before, after = named(plain, "Demak")[0], named(parsed, "Demak")[0]
    assert (after.usage, after.corrected) == (other, True)
    assert (after.place, after.probability) == (before.place, before.probability)
    assert told == ["corrections.csv:3: 'menonton' is no place that petakan finds in these articles; mend or remove it"]


def test_what_is_corrected_goes_through_the_door_of_the_policy(gazetteer: Gazetteer) -> None:
    plain = Geoparser.over(gazetteer).geoparse(article())
    for text in ("Trangkil", "pabrik Trangkil", "dibuat di pabrik"):
        parsed, told = geoparse(gazetteer, f"{text},place,,geonames:1631992,,,")
        assert (parsed.mentions, parsed.withheld) == (plain.mentions, plain.withheld)
        (message,) = told
        assert message == (
            f"corrections.csv:2: '{text}' stands in the name of a site in kereta ('pabrik Trangkil'); "
            "sites are never located"
        )


def test_a_name_in_a_longer_one_is_told(gazetteer: Gazetteer) -> None:
    _, told = geoparse(gazetteer, "Paris,place,,,city,FR,", "Paris Hasan,not a place,,,,,")
    (message,) = told
    assert message.startswith("corrections.csv:2: 'Paris' is in other corrected names or longer ones only in these")


def test_a_position_in_the_file_is_never_used_as_one(gazetteer: Gazetteer) -> None:
    head = "text,is,id,name,lat,lon"
    parsed, told = geoparse(gazetteer, "Demak,place,geonames:1631992,Pati,-6.123456,110.654321", head=head)
    found = named(parsed, "Demak")
    assert {one.position for one in found} == {LonLat(111.04, -6.76)}
    assert told == []


def test_what_has_no_effect_is_told(gazetteer: Gazetteer) -> None:
    rows = [
        "Tulungagung,not a place,,,,,",
        "Demak,not a place,,,,,lain",
        "Nusa Demak,place,,geonames:0,,,",
        "Kudus,place,,,city,,",
    ]
    corrector = Corrector([parsed_csv(*rows, head="text,is,usage,id,level,country,article")], gazetteer)
    parsed = Geoparser.over(gazetteer, corrector).geoparse(article())
    assert not any(one.corrected for one in parsed.mentions)
    about = {problem.message.split(":")[1]: problem for problem in corrector.problems()[:-1]}
    assert about["2"].message.startswith("corrections.csv:2: 'Tulungagung' matches nothing in these articles")
    assert not about["2"].failed
    assert about["4"].failed
    assert "no place 'Nusa Demak' (geonames:0) in the gazetteer" in about["4"].message
    assert "'Kudus' may be Kudus (city, ID) geonames:" in about["5"].message
    assert corrector.problems()[-1].message == "corrections for articles that are not among these: lain"


def test_a_place_without_a_position_is_told(tmp_path: Path) -> None:
    with Gazetteer(write_tiny(tmp_path / "tiny.sqlite")) as tiny:
        _, told = geoparse(tiny, "Semarang,place,,geonames:5,,,", text="Di Semarang hujan.")
    assert told == ["corrections.csv:2: the gazetteer has no position of Semarang geonames:5; name another place"]


# Another gazetteer


def test_a_place_is_found_again_where_its_id_has_gone_or_means_another(tmp_path: Path) -> None:
    kota = record(
        "geonames:70", "Cilacap", level=Level.CITY, country="ID", position=LonLat(109.02, -7.72), population=9
    )
    twin = record("geonames:71", "Cilacap", level=Level.CITY, country="ID", position=LonLat(100.0, 1.0), population=99)
    java = record("geonames:4", "Central Java", level=Level.ADM1, country="ID", position=LonLat(110.0, -7.5))
    key = PlaceKey(id="geonames:9", name="Cilacap", level=Level.CITY, country="ID", position=LonLat(109.01, -7.73))
    with Gazetteer(write_tiny(tmp_path / "new.sqlite", kota, twin, java)) as new:
        assert (found := find_place(new, key, "X").place) is not None
        assert found.id == "geonames:70"
        moved = find_place(new, replace(key, id="geonames:4"), "X")
        assert (moved.place and moved.place.id) == "geonames:70"
        assert (
            moved.problem == "geonames:4 is Central Java (adm1, ID), not Cilacap; took Cilacap (city, ID) geonames:70"
        )
        unsure = find_place(new, replace(key, position=None), "X")
        assert unsure.place is None
        assert (
            unsure.problem == "'Cilacap' may be Cilacap (city, ID) geonames:71, Cilacap (city, ID) geonames:70; "
            "write the id of the one you mean"
        )
        far = find_place(new, replace(key, position=LonLat(0, 0)), "X")
        assert far.problem.startswith("no place 'Cilacap' (city, ID, geonames:9) in the gazetteer")
        wrong = find_place(new, PlaceKey(id="geonames:4", name="Bali"), "X")
        assert wrong.problem == "geonames:4 is Central Java (adm1, ID), not Bali; correct the id or the name"
        province = PlaceKey(name="Central Java", level=Level.ADM1, position=LonLat(112.0, -7.0))
        assert (found := find_place(new, province, "X").place) is not None
        assert find_place(new, PlaceKey(), "Nusa Entah").problem.startswith("no place 'Nusa Entah' in the gazetteer")


def test_a_country_is_told_by_its_name_wherever_its_point_is(tmp_path: Path) -> None:
    with Gazetteer(write_tiny(tmp_path / "tiny.sqlite")) as tiny:
        key = PlaceKey(id="iso:ID", name="Indonesia", level=Level.COUNTRY, country="ID", position=LonLat(100.0, 5.0))
        assert (found := find_place(tiny, key, "X").place) is not None
        assert found.id == "geonames:2"
        assert find_place(tiny, PlaceKey(level=Level.COUNTRY), "Indonesian").place is None  # the people, not the place


def test_spans_are_those_of_the_unchanged_text(gazetteer: Gazetteer) -> None:
    parsed, _ = geoparse(gazetteer, "Kudus,place,,geonames:1639900,,,")
    spans = [one.span for one in parsed.mentions]
    assert spans == sorted(spans, key=lambda span: span.start)
    assert all(TEXT[one.span.start : one.span.end] == one.text for one in parsed.mentions)
    assert Span(0, 0) not in spans


def test_the_columns_are_documented() -> None:
    assert all(COLUMNS.values())


def test_a_corrected_mention_is_certain_and_lies_where_its_place_lies(gazetteer: Gazetteer) -> None:
    """Both that it is a place name and that this is the place; a usage alone says neither."""
    rows = parsed_csv("Kudus,place,geonames:2988507,", "Demak,,,associative", head="text,is,id,usage")
    found = Geoparser.over(gazetteer, Corrector([rows], gazetteer)).geoparse(article())
    by_hand = {one.text: one for one in found.mentions if one.corrected}
    plain = {one.text: one for one in Geoparser.over(gazetteer).geoparse(article()).mentions}
    assert by_hand["Kudus"].probability == 1.0
    assert [one.name for one in by_hand["Kudus"].within] == ["Île-de-France", "France"]
    assert {one.probability for one in by_hand["Kudus"].alternatives} <= {0.0}
    assert by_hand["Demak"].probability == plain["Demak"].probability
    assert by_hand["Demak"].within == plain["Demak"].within
