"""The spaCy pipeline component "petakan": places of a text as spans with the ids of the gazetteer.

spaCy finds it by its name once ``petakan[spacy]`` is installed::

    nlp = spacy.blank("id")
    nlp.add_pipe("petakan")
    doc = nlp("Banjir merendam Demak.")
    doc.spans["petakan"][0].kb_id_         # "geonames:1645559"
    doc.spans["petakan"][0]._.petakan      # its MentionRecord: position, usage, probability, sentence ...
    doc._.petakan                          # those of all names, also of what is withheld and unresolved

The spans that do not overlap an entity go into ``doc.ents`` too: as GPE where they are countries, units or towns, as
LOC otherwise.
"""

from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from gazetteer.layers import AnyGazetteer, open_gazetteer
from gazetteer.place import Level
from geo.article import Article
from geo.language import detect_language
from geo.pipeline import Geoparser
from geo.records import MentionRecord, mention_records

NAME: Final = "petakan"
_LANGUAGES: Final = frozenset({"id", "en"})
_REGIONS: Final = frozenset({Level.CONTINENT.value, Level.REGION.value})


@Language.factory(
    NAME,
    assigns=["doc.spans", "doc.ents", "doc._.petakan", "span._.petakan"],
    default_config={"gazetteer": None, "overwrite_ents": False},
)
def make_component(nlp: Language, name: str, gazetteer: str | None, overwrite_ents: bool) -> "PlaceSpans":  # noqa: FBT001
    """The component for a pipeline.

    Args:
        nlp: the pipeline.
        name: what the component is called there.
        gazetteer: file of a gazetteer of your own, over the default one.
        overwrite_ents: let the places take the room of entities that they overlap.
    """
    for owner in (Doc, Span):
        if not owner.has_extension(NAME):
            owner.set_extension(NAME, default=None)
    paths = [] if gazetteer is None else [Path(gazetteer)]
    return PlaceSpans(language=nlp.lang or "", name=name, paths=paths, overwrite_ents=overwrite_ents)


class PlaceSpans:
    """Puts the places of a Doc into ``doc.spans`` under the component's name, and into ``doc.ents``."""

    def __init__(self, *, language: str, name: str, paths: list[Path], overwrite_ents: bool) -> None:
        """Remember what to do; the gazetteer is opened with the first Doc, so that each process opens its own."""
        self._language = language
        self._name = name
        self._paths = paths
        self._overwrite_ents = overwrite_ents
        self._gazetteer: AnyGazetteer | None = None
        self._geoparser: Geoparser | None = None

    def __call__(self, doc: Doc) -> Doc:
        """Find the places of ``doc``."""
        if self._geoparser is None:
            self._gazetteer = open_gazetteer(self._paths)
            self._geoparser = Geoparser.over(self._gazetteer)
        parsed = self._geoparser.geoparse(self._article(doc.text))
        records = mention_records([parsed], self._language)
        doc._.petakan = records
        spans = [_span(doc, record) for record in records if record["status"] == "mapped"]
        doc.spans[self._name] = spans
        doc.ents = self._entities(doc, spans)
        return doc

    def __getstate__(self) -> dict[str, Any]:
        """Without the open gazetteer, which no other process may have."""
        return {**self.__dict__, "_gazetteer": None, "_geoparser": None}

    def close(self) -> None:
        """Close the gazetteer; the next Doc opens it again."""
        if self._gazetteer is not None:
            self._gazetteer.close()
        self._gazetteer = self._geoparser = None

    def _article(self, text: str) -> Article:
        known = self._language if self._language in _LANGUAGES else None
        article = Article(id=self._name, title="", text=text, language=known, source=self._name)
        return article if known else replace(article, language=detect_language(text))

    def _entities(self, doc: Doc, spans: list[Span]) -> list[Span]:
        if self._overwrite_ents:
            spans = filter_spans(spans)
            return spans + [one for one in doc.ents if not any(_overlap(one, span) for span in spans)]
        free = [span for span in spans if not any(_overlap(span, one) for one in doc.ents)]
        return [*doc.ents, *filter_spans(free)]


def _span(doc: Doc, record: MentionRecord) -> Span:
    """The tokens that a mention touches: "Rusia's" is one token in some languages, and a name in it."""
    label = "LOC" if record["level"] in _REGIONS else "GPE"
    span = doc.char_span(record["start"], record["end"], label=label, kb_id=record["id"] or "", alignment_mode="expand")
    assert span is not None  # offsets within the text always have tokens
    span._.petakan = record
    return span


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
