"""Explanations as records: what became of every name in an article, and why; see :class:`ExplanationRecord`."""

from collections.abc import Iterable, Sequence
from typing import Final, TypedDict

from gazetteer.place import Place
from geo.article import Article, Span
from geo.clauses import candidate_phrase, chosen_candidate, phrase
from geo.explain import against, certainty, reasons, recognition_probability
from geo.explain_rest import kind_instead, why_no_place, why_unresolved, why_withheld
from geo.mention import Candidate, Evidence
from geo.not_places import NotPlace, SecondReading
from geo.phrases import described
from geo.policy import PublicMention, Withheld
from geo.records import one_line
from geo.sentences import sentence_at

MOST_ALTERNATIVES: Final = 3
"""Runners-up that are told of."""

_DIGITS: Final = 3


class EvidenceRecord(TypedDict):
    """One piece of evidence: its name and weight (log-odds) in the tables of weights, and what it says, if anything.

    ``detail`` are the words of the article that it speaks of, "" where none.
    """

    name: str
    weight: float
    detail: str
    text: str | None


class ExplainedPlace(TypedDict):
    """A place in words; position in decimal degrees, rounded to 0.01, None where no source has one."""

    id: str
    name: str
    description: str
    level: str
    country: str | None
    lon: float | None
    lat: float | None


class AlternativeRecord(TypedDict):
    """A runner-up, its probability 0..1, and a sentence on why it is not the one meant."""

    place: ExplainedPlace
    probability: float
    against: str
    evidence: list[EvidenceRecord]


class RecognitionRecord(TypedDict):
    """How likely it is a place name at all (0..1), and what speaks for and against that."""

    probability: float
    evidence: list[EvidenceRecord]


class NameRecord(TypedDict):
    """A name in code points of the article's text, half-open, its sentence, and where in that it begins."""

    start: int
    end: int
    text: str
    sentence: str
    at: int


class ExplainedMention(NameRecord):
    """A name on the map: ``certainty`` is the probability in words, ``reasons`` are sentences, weightiest first."""

    place: ExplainedPlace
    usage: str
    probability: float
    certainty: str
    reasons: list[str]
    evidence: list[EvidenceRecord]
    recognition: RecognitionRecord
    alternatives: list[AlternativeRecord]
    rolled_up_from: str | None


class ExplainedWithheld(NameRecord):
    """A name that is kept off the map: the reason (:class:`geo.policy.WithheldReason`), and in a sentence."""

    reason: str
    host: str | None
    why: str


class ExplainedUnresolved(NameRecord):
    """A likely place name that the gazetteer lacks."""

    why: str
    evidence: list[EvidenceRecord]


class ExplainedNotPlace(NameRecord):
    """A name of the gazetteer that was not taken for a place: what it is instead, and in a sentence."""

    kind: str
    probability: float
    why: str
    evidence: list[EvidenceRecord]


class ExplanationRecord(TypedDict):
    """One article: its names in four lists, each in the order of the text; ``ui`` is the language of the sentences."""

    article: str
    title: str
    ui: str
    mentions: list[ExplainedMention]
    withheld: list[ExplainedWithheld]
    unresolved: list[ExplainedUnresolved]
    not_places: list[ExplainedNotPlace]


def explanation(
    article: Article,
    mentions: Sequence[PublicMention],
    withheld: Sequence[Withheld],
    unresolved: Iterable[Span],
    reading: SecondReading,
    ui: str,
) -> ExplanationRecord:
    """The record of one article; ``unresolved`` are the spans of its unresolved names."""
    listed = list(unresolved)
    named = [*listed, *(one.span for one in mentions if one.corrected)]  # a person may know better than the reading
    return ExplanationRecord(
        article=article.id,
        title=article.title,
        ui=ui,
        mentions=[_mention(article, one, ui) for one in mentions],
        withheld=[_withheld(article, one, ui) for one in withheld],
        unresolved=[_unresolved(article, span, reading, ui) for span in listed],
        not_places=[
            _not_place(article, one, ui)
            for one in reading.not_places
            if not any(span.start < one.span.end and one.span.start < span.end for span in named)
        ],
    )


def _mention(article: Article, mention: PublicMention, ui: str) -> ExplainedMention:
    chosen = chosen_candidate(mention)
    return ExplainedMention(
        **_name(article, mention.span, mention.sentence),
        place=_place(chosen, ui),
        usage=mention.usage.value,
        probability=round(mention.probability, _DIGITS),
        certainty=certainty(mention.probability, ui),
        reasons=list(reasons(mention, ui)),
        evidence=_of_candidate(mention.text, chosen, ui),
        recognition=RecognitionRecord(
            probability=round(recognition_probability(mention.recognition), _DIGITS),
            evidence=_of_name("recognition", mention.text, mention.recognition, ui),
        ),
        alternatives=[
            AlternativeRecord(
                place=_place(other, ui),
                probability=round(other.probability, _DIGITS),
                against=against(mention, other, ui),
                evidence=_of_candidate(mention.text, other, ui),
            )
            for other in mention.alternatives[:MOST_ALTERNATIVES]
        ],
        rolled_up_from=mention.rolled_up_from,
    )


def _withheld(article: Article, withheld: Withheld, ui: str) -> ExplainedWithheld:
    return ExplainedWithheld(
        **_name(article, withheld.span, withheld.sentence),
        reason=withheld.reason.value,
        host=withheld.host,
        why=why_withheld(withheld, ui),
    )


def _unresolved(article: Article, span: Span, reading: SecondReading, ui: str) -> ExplainedUnresolved:
    evidence, name = reading.unresolved.get(span, ()), article.text[span.start : span.end]
    return ExplainedUnresolved(
        **_name(article, span, sentence_at(article.text, span.start)),
        why=why_unresolved(name, evidence, ui),
        evidence=_of_name("unresolved", name, evidence, ui),
    )


def _not_place(article: Article, found: NotPlace, ui: str) -> ExplainedNotPlace:
    return ExplainedNotPlace(
        **_name(article, found.span, found.sentence),
        kind=kind_instead(found.evidence),
        probability=round(found.probability, _DIGITS),
        why=why_no_place(found, ui),
        evidence=_of_name("recognition", found.text, found.evidence, ui),
    )


def _place(candidate: Candidate, ui: str) -> ExplainedPlace:
    place: Place = candidate.place
    return ExplainedPlace(
        id=place.id,
        name=place.label(ui),
        description=described(place, candidate.within, ui),
        level=place.level.value,
        country=place.country,
        lon=None if place.position is None else place.position.lon,
        lat=None if place.position is None else place.position.lat,
    )


def _of_candidate(name: str, candidate: Candidate, ui: str) -> list[EvidenceRecord]:
    return [_evidence(one, candidate_phrase(name, one, candidate, ui)) for one in candidate.evidence]


def _of_name(model: str, name: str, evidence: Iterable[Evidence], ui: str) -> list[EvidenceRecord]:
    return [_evidence(one, phrase(model, one, name, ui)) for one in evidence]


def _evidence(evidence: Evidence, text: str | None) -> EvidenceRecord:
    return EvidenceRecord(name=evidence.name, weight=round(evidence.weight, _DIGITS), detail=evidence.detail, text=text)


def _name(article: Article, span: Span, sentence: Span) -> NameRecord:
    text = article.text
    return NameRecord(
        start=span.start,
        end=span.end,
        text=one_line(text[span.start : span.end]),
        sentence=one_line(text[sentence.start : sentence.end]),
        at=len(one_line(text[sentence.start : span.start] + "x")) - 1,
    )
