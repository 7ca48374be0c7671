"""A second reading of an article: names that were not taken for places, and the evidence of unresolved ones."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from gazetteer.layers import AnyGazetteer
from gazetteer.place import Place
from geo.article import Article, Span
from geo.context import Context
from geo.details import Details
from geo.explain import recognition_probability
from geo.matches import MatchFinder
from geo.mention import Evidence, Facility
from geo.multilingual import Kept, merged, readings_of
from geo.quoted import quoting
from geo.recognition import GazetteerRecognizer, Scored, choose, score_matches
from geo.sentences import sentence_at
from geo.spans import span_of
from geo.unresolved import placed_words, weigh_names
from geo.weights import weigh, weights


@dataclass(frozen=True, slots=True, kw_only=True)
class NotPlace:
    """A name of the gazetteer that is no place in this article, as far as can be told.

    Attributes:
        place: the best-known place of the name; without its position, as nothing of it is shown on a map.
        within: the unit and the country that it lies in.
        probability: that it is a place name after all, 0..1.
        evidence: what speaks for and against that.
    """

    article_id: str
    span: Span
    text: str
    sentence: Span
    place: Place
    within: tuple[Place, ...]
    probability: float
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondReading:
    """Names that are no places, in the order of the text, and the evidence of unresolved names by their spans."""

    not_places: tuple[NotPlace, ...]
    unresolved: Mapping[Span, tuple[Evidence, ...]]


class SecondReader:
    """Reads articles again for what the first reading left out; for explanations only."""

    def __init__(self, gazetteer: AnyGazetteer) -> None:
        self._recognizer = GazetteerRecognizer(MatchFinder(gazetteer))
        self._details = Details(gazetteer)

    def read(self, article: Article) -> SecondReading:
        """What was not taken for a place, and why unresolved names were."""
        left_out: list[tuple[list[NotPlace], Kept]] = []
        unresolved: dict[Span, tuple[Evidence, ...]] = {}
        for one, kept in readings_of(article):
            context, facilities = self._recognizer.read(one)
            scored = score_matches(context, facilities, weights("recognition", one.language))
            taken = placed_words([chosen.match for chosen in choose(scored)])
            left_out.append(([self._not_place(one, context, match) for match in _left_out(scored, taken)], kept))
            names = _unresolved(one, context, facilities, taken)
            unresolved |= {span: evidence for span, evidence in names.items() if kept(span.start)}
        not_places = merged(left_out, lambda name: name.span.start)
        return SecondReading(not_places=tuple(not_places), unresolved=unresolved)

    def _not_place(self, article: Article, context: Context, scored: Scored) -> NotPlace:
        match, span = scored.match, span_of(scored.match, context)
        evidence = weigh(weights("recognition", article.language), scored.features)
        place = match.best.place
        return NotPlace(
            article_id=article.id,
            span=span,
            text=article.text[span.start : span.end],
            sentence=sentence_at(article.text, span.start),
            place=replace(place, position=None),
            within=tuple(replace(above, position=None) for above in self._details.within(place)),
            probability=recognition_probability(evidence),
            evidence=quoting(evidence, match.first, match.last, context),
        )


def _left_out(scored: Mapping[int, list[Scored]], taken: frozenset[int]) -> Iterator[Scored]:
    """From left to right the likeliest match at each word that no mention takes, none overlapping another."""
    done = -1
    for first in sorted(scored):
        free = [one for one in scored[first] if taken.isdisjoint(range(first, one.match.last + 1))]
        if first <= done or not free:
            continue
        best = max(free, key=lambda one: one.log_odds)
        done = best.match.last
        yield best


def _unresolved(
    article: Article, context: Context, facilities: list[Facility], taken: frozenset[int]
) -> dict[Span, tuple[Evidence, ...]]:
    tokens, table = context.tokens, weights("unresolved", article.language)
    found = {}
    for one in weigh_names(context, taken, facilities, table):
        name = one.name
        span = Span(tokens.starts[name.start], tokens.ends[name.end])
        evidence = weigh(table, one.features)
        found[span] = quoting(evidence, name.first, name.last, context)
    return found
