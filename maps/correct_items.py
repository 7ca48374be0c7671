"""What ``petakan correct`` asks about: the mentions that petakan is not sure of, each with the places it may mean."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from gazetteer.layers import AnyGazetteer
from gazetteer.place import Place
from gazetteer.ranking import Language, people
from geo.article import Article, Span
from geo.clauses import candidate_phrase, chosen_candidate
from geo.geoparsed import GeoparsedArticle, Unresolved
from geo.mention import Candidate, Usage
from geo.policy import PublicMention, Withheld, WithheldReason

MOST_OPTIONS: Final = 9
"""As many as have a key of their own."""

_NOWHERE: Final = WithheldReason.NO_PLACE_CHOSEN
_MOST_REASONS: Final = 2
_PROMINENCE: Final = "prominence"


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """A place that a mention may mean; ``within`` names what it lies in, ``why`` says what speaks for it."""

    place: Place
    within: str
    why: str
    probability: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A mention to be asked about, with the span of its sentence; ``usage`` is None where no place was found."""

    article: Article
    span: Span
    text: str
    sentence: Span
    options: tuple[Option, ...]
    usage: Usage | None


class Items:
    """Makes the questions of articles, with what the gazetteer knows of the places."""

    def __init__(self, gazetteer: AnyGazetteer, ui: Language) -> None:
        self._gazetteer = gazetteer
        self._ui = ui

    def unsure(self, parsed: GeoparsedArticle, *, below: float, with_unresolved: bool) -> list[Item]:
        """Mentions less probable than ``below``, or put nowhere, and if asked names that the gazetteer lacks.

        Both in the order of the text.
        """
        items = [self._of_mention(parsed.article, one) for one in parsed.mentions if one.probability < below]
        items += [self._of_name(parsed.article, one) for one in parsed.withheld if one.reason is _NOWHERE]
        if with_unresolved:
            items += [self._of_name(parsed.article, one) for one in parsed.unresolved]
        return sorted(items, key=lambda item: item.span.start)

    def named(self, name: str) -> tuple[Option, ...]:
        """The places of a name that have a position, the most prominent first."""
        places = (place for place in self._gazetteer.find(name) if place.position is not None)
        return tuple(self._option(place) for place in list(places)[:MOST_OPTIONS])

    def _of_mention(self, article: Article, mention: PublicMention) -> Item:
        chosen = chosen_candidate(mention)
        return Item(
            article=article,
            span=mention.span,
            text=mention.text,
            sentence=mention.sentence,
            options=self._options(mention.text, (chosen, *mention.alternatives)),
            usage=mention.usage,
        )

    def _of_name(self, article: Article, name: Withheld | Unresolved) -> Item:
        candidates = name.candidates if isinstance(name, Withheld) else ()
        return Item(
            article=article,
            span=name.span,
            text=name.text,
            sentence=name.sentence,
            options=self._options(name.text, candidates) or self.named(name.text),
            usage=None,
        )

    def _options(self, name: str, candidates: Sequence[Candidate]) -> tuple[Option, ...]:
        return tuple(
            self._option(one.place, self._reasons(name, one), one.probability) for one in candidates[:MOST_OPTIONS]
        )

    def _option(self, place: Place, why: Iterable[str] = (), probability: float | None = None) -> Option:
        parents = [one for one in map(self._gazetteer.by_id, place.parents[:-1]) if one is not None]
        population = [people(place.population, self._ui)] if place.population else []
        return Option(
            place=place,
            within=", ".join(one.label(self._ui) for one in parents),
            why="; ".join([*population, *why]),
            probability=probability,
        )

    def _reasons(self, name: str, candidate: Candidate) -> list[str]:
        """What speaks most for a candidate, but for its size, which is said anyway."""
        weighty = sorted((one for one in candidate.evidence if one.weight > 0), key=lambda one: -one.weight)
        said = (candidate_phrase(name, one, candidate, self._ui) for one in weighty if one.name != _PROMINENCE)
        return list(dict.fromkeys(text for text in said if text))[:_MOST_REASONS]
