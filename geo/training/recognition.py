"""Examples for recognition, usage and unresolved names: every candidate that recognition would weigh."""

from collections.abc import Collection, Iterator
from typing import Final

from gazetteer.place import Level, NameKind
from geo.article import Span
from geo.evaluation.gold import GoldDocument, GoldKind, GoldMention
from geo.evaluation.matching import touches_any
from geo.matches import Match
from geo.mention import Usage
from geo.recognition import GazetteerRecognizer, Scored, score_matches
from geo.spans import span_of
from geo.training.fitting import Example, yes_or_no
from geo.training.sets import TrainingSet
from geo.unresolved import placed_words, weigh_names
from geo.usage import usage_features
from geo.weights import weights

_PERSONS: Final = frozenset({"PER", "PERSON"})
_ORGANIZATIONS: Final = frozenset({"ORG", "ORGANISATION"})
_WHOLE: Final = frozenset({Level.COUNTRY, Level.CONTINENT, Level.REGION, Level.ADM1})
_OURS: Final = frozenset({"language_name", "named_as_village"})
"""Entities mark "bahasa Inggris" and villages as places: what that means for a map our own articles say alone."""


class Annotated:
    """A document's annotations by kind, and its candidates in context."""

    def __init__(self, document: GoldDocument, source: TrainingSet, recognizer: GazetteerRecognizer) -> None:
        self.source = source
        self.language = document.article.language
        self.places = {m.span: m for m in document.mentions if m.kind is GoldKind.PLACE}
        self.open = [m.span for m in document.mentions if m.kind in {GoldKind.IGNORE, GoldKind.UNRESOLVED}]
        self.lacking = {m.span for m in document.mentions if m.kind is GoldKind.UNRESOLVED}
        self.persons = _spans(document.mentions, _PERSONS)
        self.organizations = _spans(document.mentions, _ORGANIZATIONS)
        self.context, self.facilities = recognizer.read(document.article)
        self.scored = score_matches(self.context, self.facilities, weights("recognition", document.article.language))

    def place_at(self, match: Match) -> GoldMention | None:
        """The annotated place with the span of the match, with or without its level word."""
        tokens = self.context.tokens
        tight = Span(tokens.starts[match.first], match.end or tokens.ends[match.last])
        return self.places.get(span_of(match, self.context)) or self.places.get(tight)


def _spans(mentions: Collection[GoldMention], labels: frozenset[str]) -> list[Span]:
    return [m.span for m in mentions if m.label in labels]


def recognition_examples(one: Annotated) -> Iterator[Example]:
    """Is the match a place? From left to right, past the words of each place, as recognition goes."""
    taken = -1
    for first in sorted(one.scored):
        if first <= taken:
            continue
        for scored in one.scored[first]:
            if one.place_at(scored.match) is not None:
                taken = scored.match.last
                if not (one.source.entities and _OURS.intersection(scored.features)):
                    yield yes_or_no(scored.features, yes=True)
                break
            is_told, goes_on = _is_no_place(one, scored)
            if is_told:
                yield yes_or_no(scored.features, yes=False)
            if not goes_on:
                break


def _is_no_place(one: Annotated, scored: Scored) -> tuple[bool, bool]:
    """Whether the annotations say that a match is no place, and whether a shorter match at its start may be one."""
    match, span = scored.match, span_of(scored.match, one.context)
    if touches_any(span, one.open) or (match.best.kind is NameKind.DEMONYM and not one.source.demonyms):
        return False, False
    touched = [place for place in one.places if place.start < span.end and span.start < place.end]
    if touched:
        holds_one = any(span.start <= place.start and place.end <= span.end for place in touched)
        return holds_one and not one.source.entities, holds_one and not one.source.entities
    if one.source.entities and not _is_inside(span, one.persons):
        if touches_any(span, one.organizations):  # of "Bank Indonesia" we say so, of "Kementerian Pertahanan Rusia" not
            return "in_proper_organization" in scored.features, False
        return match.best.place.level not in _WHOLE and not match.is_strong, False
    return True, False


def _is_inside(span: Span, others: Collection[Span]) -> bool:
    return any(other.start <= span.start and span.end <= other.end for other in others)


def usage_examples(one: Annotated) -> Iterator[Example]:
    """Is the place an actor? From annotations; of named entities, what is marked is where something is."""
    weight = one.source.usage_weight
    if not weight:
        return
    previous: tuple[int, Usage] | None = None
    taken = -1
    for first in sorted(one.scored):
        if first <= taken:
            continue
        for scored in one.scored[first]:
            usage = _usage(one, scored.match)
            if usage is not None:
                features = usage_features(scored.match, one.context, previous)
                yield yes_or_no(features, yes=usage is Usage.ASSOCIATIVE, weight=weight)
                previous, taken = (scored.match.last, usage), scored.match.last
                break


def _usage(one: Annotated, match: Match) -> Usage | None:
    place = one.place_at(match)
    if not one.source.entities:
        return None if place is None else place.usage
    if place is not None:
        return Usage.LITERAL
    span = span_of(match, one.context)
    is_plain = match.is_strong and match.best.place.level in _WHOLE
    touches_place = any(p.start < span.end and span.start < p.end for p in one.places)
    return Usage.ASSOCIATIVE if is_plain and not touches_place and not _is_inside(span, one.persons) else None


def unresolved_examples(one: Annotated) -> Iterator[Example]:
    """Is the name without an entry a place? All names that no annotated place with an entry takes."""
    chosen = [s.match for found in one.scored.values() for s in found if one.place_at(s.match) is not None]
    places = placed_words(chosen)
    table = weights("unresolved", one.language)
    for weighed in weigh_names(one.context, places, one.facilities, table):
        name, tokens = weighed.name, one.context.tokens
        whole = Span(tokens.starts[name.start], tokens.ends[name.end])
        tight = Span(tokens.starts[name.first], tokens.ends[name.last])
        is_place = not {whole, tight}.isdisjoint(one.places.keys() | one.lacking)
        if is_place or not touches_any(whole, [*one.places, *one.open]):
            yield yes_or_no(weighed.features, yes=is_place)
