"""What ``petakan correct`` asks about: the mentions that petakan is not sure of, each with the places it may mean."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from gazetteer.layers import AnyGazetteer
from gazetteer.place import Place
from gazetteer.ranking import Language, people
from geo.article import Article, Span
from geo.geoparsed import GeoparsedArticle, Unresolved
from geo.mention import Candidate, Evidence, Usage
from geo.policy import PublicMention, Withheld, WithheldReason

MOST_OPTIONS: Final = 9
"""As many as have a key of their own."""

_NOWHERE: Final = WithheldReason.NO_PLACE_CHOSEN
_MOST_REASONS: Final = 3
_REASONS: Final = {
    "level_asked": {"id": "tingkat yang disebut", "en": "level that is named"},
    "inside_next": {"id": "di dalam tempat berikutnya", "en": "within the next place"},
    "inside_next_listed": {"id": "di dalam tempat berikutnya", "en": "within the next place"},
    "holds_previous": {"id": "memuat tempat sebelumnya", "en": "holds the place before"},
    "home_country": {"id": "negara bahasa artikel", "en": "country of the article's language"},
    "same_country": {"id": "tempat lain di negara itu", "en": "other places of that country"},
    "same_unit": {"id": "tempat lain di wilayah itu", "en": "other places of that unit"},
    "country_named": {"id": "negaranya disebut", "en": "its country is named"},
    "said_before": {"id": "disebut jelas sebelumnya", "en": "said clearly before"},
    "capital_acts": {"id": "ibu kota yang bertindak", "en": "a capital that acts"},
    "level_of_list": {"id": "setingkat dengan daftarnya", "en": "of the level of its list"},
}
"""What speaks for a place, by evidence; what is not here goes without saying."""


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
        return tuple(self._option(place, ()) for place in list(places)[:MOST_OPTIONS])

    def _of_mention(self, article: Article, mention: PublicMention) -> Item:
        chosen = Candidate(place=mention.place, probability=mention.probability, evidence=mention.evidence)
        candidates = (chosen, *mention.alternatives)[:MOST_OPTIONS]
        return Item(
            article=article,
            span=mention.span,
            text=mention.text,
            sentence=mention.sentence,
            options=tuple(self._option(one.place, one.evidence, one.probability) for one in candidates),
            usage=mention.usage,
        )

    def _of_name(self, article: Article, name: Withheld | Unresolved) -> Item:
        return Item(
            article=article,
            span=name.span,
            text=name.text,
            sentence=name.sentence,
            options=self.named(name.text),
            usage=None,
        )

    def _option(self, place: Place, evidence: Sequence[Evidence], probability: float | None = None) -> Option:
        parents = [one for one in map(self._gazetteer.by_id, place.parents[:-1]) if one is not None]
        return Option(
            place=place,
            within=", ".join(one.label(self._ui) for one in parents),
            why="; ".join(self._reasons(place, evidence)),
            probability=probability,
        )

    def _reasons(self, place: Place, evidence: Sequence[Evidence]) -> Iterator[str]:
        if place.population:
            yield people(place.population, self._ui)
        weighty = sorted((one for one in evidence if one.weight > 0), key=lambda one: -one.weight)
        said = dict.fromkeys(_REASONS[one.name][self._ui] for one in weighty if one.name in _REASONS)
        yield from list(said)[:_MOST_REASONS]
