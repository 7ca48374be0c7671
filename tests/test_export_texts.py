"""Exports for stories and annotated texts: StoryMapJS, Linked Places, Web Annotation and TEI."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from export_readers import TEI
from export_samples import JAVA_SEA, NAMED, NASTY_TEXT, PATI, SITE, TEXT, findings, nasty, sample
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from outside_tools import run

from gazetteer.place import Level, Place
from geo.article import Span
from geo.geoparsed import GeoparsedArticle
from geo.mention import Usage
from maps.export import to_lpf, to_storymapjs, to_tei, to_webannotation
from maps.export.elements import element
from maps.export.records import Findings, article_uri, uri
from maps.export.to_storymapjs import Slide, storymap

SCHEMAS = Path(__file__).parent / "schemas"


def faults(schema: str, document: object) -> list[str]:
    """What a JSON schema of ours finds wrong."""
    known = json.loads((SCHEMAS / f"{schema}.json").read_text("utf-8"))
    Draft202012Validator.check_schema(known)
    return [error.message for error in Draft202012Validator(known).iter_errors(document)]


def storymapjs(found: Findings) -> list[dict[str, Any]]:
    document = json.loads(to_storymapjs.write_places(found))
    assert faults("storymapjs", document) == []
    slides: list[dict[str, Any]] = document["storymap"]["slides"]
    return slides


def test_a_story_map_tells_the_places_in_the_order_of_the_articles() -> None:
    overview, *slides = storymapjs(findings())
    assert (overview["type"], overview["text"]["headline"]) == ("overview", "Tempat dalam 2 artikel")
    assert [slide["text"]["headline"] for slide in slides] == ["Pati", "Jawa Tengah", "Indonesia", "Java Sea"]
    assert [slide["location"]["zoom"] for slide in slides] == [8, 7, 5, 5]
    assert (slides[0]["location"]["lat"], slides[0]["location"]["lon"]) == (-6.76, 111.04)
    assert "<p>Banjir di Pati, 2025-05-07:</p><p>“Banjir di Pati: warga Jawa”</p>" in slides[0]["text"]["text"]


def test_a_viewer_of_story_maps_gets_no_markup_of_an_article() -> None:
    *_, sea = storymapjs(findings())
    assert "&lt;b onclick=alert(1)&gt;Laut Jawa&lt;/b&gt; &amp; ${x}" in sea["text"]["text"]
    assert "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;" in sea["text"]["text"]


def test_a_story_map_can_be_made_of_other_slides() -> None:
    chapter = Slide(headline="Bab <1>", paragraphs=["Air & api"], place=findings().places[0])
    document = json.loads(storymap(Slide(headline="Buku", paragraphs=[]), [chapter]))
    assert faults("storymapjs", document) == []
    assert document["storymap"]["slides"][1]["text"] == {"headline": "Bab &lt;1&gt;", "text": "<p>Air &amp; api</p>"}


@pytest.mark.parametrize(
    "fault",
    [
        {"storymap": {"slides": []}},
        {"storymap": {"slides": [{"type": "overview", "text": {"headline": "", "text": ""}, "location": {}}]}},
    ],
)
def test_the_schema_of_story_maps_finds_faults(fault: object) -> None:
    assert faults("storymapjs", fault)


def lpf(found: Findings) -> dict[str, dict[str, Any]]:
    document = json.loads(to_lpf.write_places(found))
    assert faults("lpf", document) == []
    return {feature["properties"]["title"]: feature for feature in document["features"]}


def test_linked_places_have_names_attested_by_articles_and_days() -> None:
    pati = lpf(findings())["Pati"]
    assert pati["@id"] == "https://sws.geonames.org/1631992/"
    assert pati["properties"] == {"title": "Pati", "ccodes": ["ID"], "fclasses": ["P"]}
    assert pati["when"] == {"timespans": [{"start": {"in": "2025-05-07"}}]}
    citation = {"label": "Banjir di Pati", "@id": "urn:petakan:article:banjir", "year": 2025}
    assert pati["names"] == [{"toponym": "Pati", "citations": [citation]}]
    assert pati["geometry"] == {"type": "Point", "coordinates": [111.04, -6.76], "certainty": "less-certain"}
    assert pati["links"] == [{"type": "closeMatch", "identifier": "gn:1631992"}]


def test_linked_places_of_an_undated_article_are_those_of_today() -> None:
    sea = lpf(findings(nasty()))["Java Sea"]
    assert sea["when"] == {"timespans": [{"start": {"latest": "2026"}}], "label": "the articles give no date"}
    assert (sea["@id"], sea["links"]) == ("petakan:laut-jawa", [])
    assert sea["names"][0]["citations"][0]["@id"] == "https://example.org/?a=1&b=%3C2%3E"


def test_linked_places_between_two_days() -> None:
    later = sample("Di Pati.", NAMED[:1], "dua")
    later = replace(later, article=replace(later.article, published=date(2025, 6, 1)))
    pati = lpf(findings(later, sample()))["Pati"]
    assert pati["when"] == {"timespans": [{"start": {"in": "2025-05-07"}, "end": {"in": "2025-06-01"}}]}


@pytest.mark.parametrize(
    ("level", "code", "fclass"),
    [
        (Level.CITY, "PPL", "P"),
        (Level.COUNTRY, "PCLI", "A"),
        (Level.ADM2, None, "A"),
        (Level.REGION, "SEA", "H"),
        (Level.REGION, "PEN", "T"),
        (Level.REGION, "RGN", "L"),
        (Level.CONTINENT, "CONT", "L"),
    ],
)
def test_linked_places_are_never_of_the_class_of_sites(level: Level, code: str | None, fclass: str) -> None:
    place = Place(id="x:1", name="Pati", level=level, feature_code=code, position=PATI.position, source="sample")
    found = findings(sample("Pati", [("Pati", place, Usage.LITERAL, 0.9)]))
    assert lpf(found)["Pati"]["properties"]["fclasses"] == [fclass]


def test_the_schema_of_linked_places_finds_faults() -> None:
    document = json.loads(to_lpf.write_places(findings()))
    document["features"][0]["properties"]["fclasses"] = ["S"]
    del document["features"][1]["when"]
    assert len(faults("lpf", document)) == 2


def annotations(found: Findings) -> list[dict[str, Any]]:
    document = json.loads(to_webannotation.write_mentions(found))
    assert faults("webannotation", document) == []
    items: list[dict[str, Any]] = document["first"]["items"]
    assert document["total"] == len(items)
    return items


def test_an_annotation_is_found_by_its_words_and_by_its_position() -> None:
    for item, mention in zip(annotations(findings()), findings().mentions, strict=True):
        text = TEXT if mention["article"] == "banjir" else NASTY_TEXT
        quote, position = item["target"]["selector"]
        assert text[position["start"] : position["end"]] == quote["exact"] == mention["text"]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in text


def test_an_annotation_identifies_its_place() -> None:
    first, *_ = annotations(findings())
    assert first["motivation"] == "identifying"
    assert first["body"][0]["source"] == "https://sws.geonames.org/1631992/"
    assert first["body"][1]["value"] == "Pati (kota), lon 111.04, lat -6.76"
    assert [body["value"] for body in first["body"][2:]] == ["city", "literal", "sure"]
    assert first["target"]["source"] == {
        "id": "urn:petakan:article:banjir", "type": "Text", "format": "text/plain", "language": "id",
    }  # fmt: skip


def test_what_is_not_mapped_is_annotated_with_the_reason() -> None:
    found = [item for item in annotations(findings()) if item["motivation"] == "commenting"]
    values = [(item["target"]["selector"][0]["exact"], item["body"][0]["value"]) for item in found]
    assert values == [
        ("Atlantis", "not mapped: no_place_chosen"),
        (SITE, "not mapped: rolled_up"),
        ("Qwxyz", "not mapped: not in the gazetteer"),
    ]


def test_the_schema_of_annotations_finds_faults() -> None:
    document = json.loads(to_webannotation.write_mentions(findings()))
    document["first"]["items"][0]["target"]["selector"].pop(0)
    document["first"]["items"][1]["id"] = "no address"
    assert len(faults("webannotation", document)) >= 2


@pytest.mark.parametrize(
    ("url", "uri"),
    [
        ("https://example.org/a%20b?c=d&e", "https://example.org/a%20b?c=d&e"),
        ("https://example.org/é <x>", "https://example.org/%C3%A9%20%3Cx%3E"),
        ("javascript:alert(1)", "urn:petakan:article:a%20b"),
        (None, "urn:petakan:article:a%20b"),
    ],
)
def test_an_article_has_an_address_in_any_case(url: str | None, uri: str) -> None:
    assert article_uri("a b", url) == uri


@pytest.mark.parametrize(
    ("place_id", "expected"),
    [
        ("geonames:1", "https://sws.geonames.org/1/"),
        ("petakan:laut-jawa", "petakan:laut-jawa"),
        ("desa:Suka Maju", "desa:Suka%20Maju"),
        ("Suka Maju", "urn:petakan:place:Suka%20Maju"),
    ],
)
def test_a_place_has_an_address_in_any_case(place_id: str, expected: str) -> None:
    assert uri(place_id) == expected


def bodies(text: str) -> list[ET.Element]:
    return list(ET.fromstring(text).iter(f"{TEI}body"))


def words(body: ET.Element) -> str:
    return "".join(body.itertext())


def test_tei_keeps_the_text_and_marks_its_names(tmp_path: Path) -> None:
    text = to_tei.write_mentions(findings(sample()))
    path = tmp_path / "banjir.xml"
    path.write_text(text, encoding="utf-8")
    run("xmllint", "--nonet", "--noout", path)
    [body] = bodies(text)
    assert words(body) == TEXT
    assert len(body) == 1, "a name over two lines does not break its paragraph"
    pati, java, *_ = body.iter(f"{TEI}placeName")
    assert pati.attrib == {"ref": "#place-1", "cert": "high", "type": "city", "subtype": "literal"}
    assert (java.text, java.get("subtype")) == ("Jawa\nTengah", "associative")
    [site] = body.iter(f"{TEI}name")
    assert (site.text, site.attrib) == (SITE, {"type": "site", "subtype": "withheld"})
    unplaced = [name for name in body.iter(f"{TEI}placeName") if not name.attrib]
    assert [name.text for name in unplaced] == ["Atlantis"]


def test_tei_lists_the_places_latitude_first() -> None:
    root = ET.fromstring(to_tei.write_mentions(findings(sample())))
    assert root.tag == f"{TEI}TEI"
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "id"
    first, *_ = root.iter(f"{TEI}place")
    assert first.findtext(f"{TEI}location/{TEI}geo") == "-6.76 111.04"
    assert first.findtext(f"{TEI}idno") == "https://sws.geonames.org/1631992/"
    assert root.findtext(f".//{TEI}bibl/{TEI}date") == "2025-05-07"


def test_several_articles_are_a_corpus_with_the_places_once() -> None:
    root = ET.fromstring(to_tei.write_mentions(findings()))
    assert [child.tag.removeprefix(TEI) for child in root] == ["teiHeader", "standOff", "TEI", "TEI"]
    assert len(list(root.iter(f"{TEI}listPlace"))) == 1
    assert root.findtext(f".//{TEI}ref") == "https://example.org/?a=1&b=<2>"


def test_tei_marks_boilerplate_and_survives_what_xml_cannot_hold() -> None:
    [body] = bodies(to_tei.write_mentions(findings(nasty())))
    assert words(body) == NASTY_TEXT.replace("\x0c", "\ufffd")
    [masked] = body.iter(f"{TEI}seg")
    assert (masked.text, masked.get("type")) == ("Baca juga: Pati", "boilerplate")
    assert len(body) == 3


def test_an_article_without_a_letter_is_an_empty_paragraph() -> None:
    [body] = bodies(to_tei.write_mentions(findings(sample(" \n", []))))
    assert [child.tag for child in body] == [f"{TEI}p"]


def test_no_place_is_no_list_of_places() -> None:
    assert "standOff" not in to_tei.write_mentions(findings(sample("Hujan turun.", [])))


def test_of_names_that_overlap_the_first_is_marked() -> None:
    parsed = sample("Di Laut Jawa", [("Laut Jawa", JAVA_SEA, Usage.LITERAL, 0.9)])
    masked = replace(parsed, article=replace(parsed.article, masked=(Span(0, 7),)))
    [body] = bodies(to_tei.write_mentions(findings(masked)))
    assert words(body) == "Di Laut Jawa"
    assert [child.text for child in body[0]] == ["Di Laut"]


LEGAL = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff", include_characters="\t\n\r")


@given(
    before=st.text(LEGAL | st.sampled_from(" \n\r\t&<]>"), max_size=30),
    name=st.sampled_from(["Pati", "Jawa\nTengah", "A & B", "<p>"]),
    after=st.text(LEGAL | st.sampled_from(" \n\r\t&<]>"), max_size=30),
    masked=st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)), max_size=3),
)
def test_whatever_the_text_tei_keeps_it(before: str, name: str, after: str, masked: list[tuple[int, int]]) -> None:
    text = f"{before} {name} {after}"
    parsed = sample(text, [(name, PATI, Usage.LITERAL, 0.9)])
    spans = tuple(Span(start, min(start + length, len(text))) for start, length in sorted(masked) if start < len(text))
    marked: GeoparsedArticle = replace(parsed, article=replace(parsed.article, masked=spans))
    [body] = bodies(to_tei.write_mentions(findings(marked)))
    assert words(body) == text


def test_an_attribute_keeps_its_line_breaks() -> None:
    made = ET.fromstring(element("x", y='a\n"b"\t<&\r'))
    assert made.get("y") == 'a\n"b"\t<&\r'
