"""The spaCy component, in blank pipelines: no model is needed."""

import tomllib
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from gazetteer.index import Gazetteer

spacy = pytest.importorskip("spacy")
component = import_module("geo.spacy_component")

TEXT = "Rob merendam Demak, Jawa Tengah. Pabrik Gula Rendeng di Kudus tutup, kata Moskow. Laut Merah tenang."


@pytest.fixture(scope="module")
def nlp() -> Iterator[Any]:
    pipeline = spacy.blank("id")
    pipeline.add_pipe("petakan")
    yield pipeline
    pipeline.get_pipe("petakan").close()


def test_places_are_spans_with_ids(nlp: Any) -> None:
    doc = nlp(TEXT)
    found = [(span.text, span.label_, span.kb_id_) for span in doc.spans["petakan"]]
    assert found == [
        ("Demak", "GPE", "geonames:1645559"),
        ("Jawa Tengah", "GPE", "geonames:1642669"),
        ("Kudus", "GPE", "geonames:1639215"),
        ("Moskow", "GPE", "geonames:524901"),
        ("Laut Merah", "LOC", "petakan:laut-merah"),
    ]
    assert [entity.text for entity in doc.ents] == [text for text, *_ in found]


def test_a_span_knows_its_record(nlp: Any) -> None:
    doc = nlp(TEXT)
    demak = doc.spans["petakan"][0]._.petakan
    assert (demak["lon"], demak["lat"], demak["usage"], demak["status"]) == (110.64, -6.89, "literal", "mapped")
    [site] = [record for record in doc._.petakan if record["status"] == "withheld"]
    assert (site["text"], site["lon"]) == ("Pabrik Gula Rendeng", None)
    assert not any("Rendeng" in span.text for span in doc.spans["petakan"])


def test_a_doc_survives_being_written(nlp: Any) -> None:
    doc = spacy.tokens.Doc(nlp.vocab).from_bytes(nlp(TEXT).to_bytes())
    assert doc.spans["petakan"][0].kb_id_ == "geonames:1645559"
    assert doc.spans["petakan"][0]._.petakan["lon"] == 110.64
    assert len(doc._.petakan) == 6


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "There were floods in Semarang on Monday."), ("xx", "Banjir di Semarang itu surut pada hari Senin.")],
)
def test_other_languages(language: str, text: str) -> None:
    pipeline = spacy.blank(language)
    places = pipeline.add_pipe("petakan")
    doc = pipeline(text)
    assert [span.text for span in doc.spans["petakan"]] == ["Semarang"]
    places.close()


def test_the_entities_of_others_stay_unless_told_otherwise() -> None:
    for overwrite, expected in ((False, ["Banjir di Semarang", "Jakarta"]), (True, ["Semarang", "Jakarta"])):
        pipeline = spacy.blank("id")
        ruler = pipeline.add_pipe("entity_ruler")
        ruler.add_patterns([{"label": "EVENT", "pattern": "Banjir di Semarang"}])
        places = pipeline.add_pipe("petakan", config={"overwrite_ents": overwrite})
        doc = pipeline("Banjir di Semarang sampai ke Jakarta.")
        assert [entity.text for entity in doc.ents] == expected
        assert [span.text for span in doc.spans["petakan"]] == ["Semarang", "Jakarta"]
        places.close()


def test_another_name_and_another_gazetteer(tmp_path: Path, gazetteer: Gazetteer) -> None:
    pipeline = spacy.blank("id")
    places = pipeline.add_pipe("petakan", name="tempat", config={"gazetteer": str(gazetteer.path)})
    pipeline.to_disk(tmp_path / "pipeline")
    loaded = spacy.load(tmp_path / "pipeline")
    for each in (pipeline, loaded):
        doc = each("Banjir di Semarang.")
        assert [span.text for span in doc.spans["tempat"]] == ["Semarang"]
    places.close()
    loaded.get_pipe("tempat").close()


def test_each_process_opens_its_own_gazetteer(nlp: Any) -> None:
    places = nlp.get_pipe("petakan")
    nlp(TEXT)
    state = places.__getstate__()
    assert (state["_gazetteer"], state["_geoparser"]) == (None, None)
    assert [doc.ents[0].text for doc in nlp.pipe([TEXT, "Banjir di Semarang."], n_process=2)] == ["Demak", "Semarang"]


def test_a_closed_component_opens_again(nlp: Any) -> None:
    places = nlp.get_pipe("petakan")
    places.close()
    places.close()
    assert nlp(TEXT).ents


def test_spacy_is_told_where_the_component_is() -> None:
    project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text("utf-8"))["project"]
    module, _, name = project["entry-points"]["spacy_factories"]["petakan"].partition(":")
    assert getattr(import_module(module), name) is component.make_component
