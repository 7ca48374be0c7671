"""One article's judgment: what was found, matched with what is annotated."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gazetteer.place import Level
from geo.article import Span
from geo.distance import km_between
from geo.evaluation.gold import GoldDocument, GoldKind, GoldMention
from geo.evaluation.matching import SpanMode, match, touches_any
from geo.geoparsed import GeoparsedArticle
from geo.mention import Usage
from geo.policy import SITE_REASONS, PublicMention


@dataclass(frozen=True, slots=True, kw_only=True)
class Counting:
    """What counts as found.

    Attributes:
        usage: only mentions of this usage count; annotated places of another one are then neither right nor wrong.
        demonyms: whether adjectives and peoples ("Russian") count.
        sites: whether names of sites that were withheld count, as the gold has buildings among its places.
    """

    usage: Usage | None = None
    demonyms: bool = True
    sites: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Prediction:
    """A stretch of text that a geoparser takes for a place name; ``mention`` is None where it put it nowhere."""

    span: Span
    text: str
    mention: PublicMention | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """An annotated place and the prediction that answers to it.

    ``error_km`` is how far apart they are, 0 for the same GeoNames id or the same country; None where one of
    them has no position.
    """

    gold: GoldMention
    prediction: Prediction
    error_km: float | None

    @property
    def is_near(self) -> bool:
        """Whether it was put near enough."""
        return self.error_km is not None and self.error_km <= self.gold.tolerance_km

    @property
    def is_same_place(self) -> bool:
        """Whether it is near, of the level that the gold says (or a unit for its seat), and in its country."""
        gold, mention = self.gold, self.prediction.mention
        if mention is None or not self.is_near:
            return False
        return gold.allows(mention.place)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgment:
    """One article's outcome.

    Attributes:
        exact: annotated places and predictions with the same span.
        pairs: those that overlap; the other attributes are about these.
        missed: annotated places without a prediction.
        false: predictions that answer to no annotated place; those on what is to be ignored are left out.
    """

    document: GoldDocument
    parsed: GeoparsedArticle
    counting: Counting
    exact: tuple[Pair, ...]
    pairs: tuple[Pair, ...]
    missed: tuple[GoldMention, ...]
    false: tuple[Prediction, ...]

    def annotated(self, kind: GoldKind) -> list[Span]:
        """Spans of that kind."""
        return [gold.span for gold in self.document.mentions if gold.kind is kind]


def sites_are_places(documents: Sequence[GoldDocument]) -> bool:
    """Whether the gold is of named entities, which have no positions: buildings are among its places then."""
    places = [m for document in documents for m in document.mentions if m.kind is GoldKind.PLACE]
    return bool(places) and all(place.position is None for place in places)


def judge(document: GoldDocument, parsed: GeoparsedArticle, counting: Counting) -> Judgment:
    """Match what was found in an article with what is annotated in it."""
    gold = [m for m in document.mentions if _is_wanted(m, counting)]
    others = [m for m in document.mentions if not _is_wanted(m, counting)]
    found = _counted(list(_predictions(parsed, counting)), gold, others)
    spans = [m.span for m in gold], [p.span for p in found]
    overlapping = match(*spans, SpanMode.OVERLAP)
    matched, answering = {i for i, _ in overlapping}, {j for _, j in overlapping}
    return Judgment(
        document=document,
        parsed=parsed,
        counting=counting,
        exact=tuple(_pair(gold[i], found[j]) for i, j in match(*spans, SpanMode.EXACT)),
        pairs=tuple(_pair(gold[i], found[j]) for i, j in sorted(overlapping)),
        missed=tuple(m for i, m in enumerate(gold) if i not in matched),
        false=tuple(p for j, p in enumerate(found) if j not in answering),
    )


def _is_wanted(gold: GoldMention, counting: Counting) -> bool:
    return gold.kind is GoldKind.PLACE and (None in {counting.usage, gold.usage} or gold.usage is counting.usage)


def _predictions(parsed: GeoparsedArticle, counting: Counting) -> Iterator[Prediction]:
    """All that counts as found, each span once.

    What was put nowhere has no usage, and counts where none is asked for.
    """
    seen: set[Span] = set()
    for mention in parsed.mentions:
        is_asked_for = counting.usage in {None, mention.usage}
        is_demonym = getattr(mention, "demonym", False)
        if is_asked_for and (counting.demonyms or not is_demonym) and mention.span not in seen:
            seen.add(mention.span)
            yield Prediction(span=mention.span, text=mention.text, mention=mention)
    for withheld in parsed.withheld:
        counts = counting.sites if withheld.reason in SITE_REASONS else counting.usage is None
        if counts and withheld.span not in seen:
            seen.add(withheld.span)
            yield Prediction(span=withheld.span, text=withheld.text, mention=None)


def _counted(
    found: Sequence[Prediction], gold: Sequence[GoldMention], others: Sequence[GoldMention]
) -> list[Prediction]:
    """Predictions without those on what is to be ignored; a place that the gazetteer lacks may be put nowhere."""
    places = [m.span for m in gold]
    ignored = [m.span for m in others if m.kind in {GoldKind.IGNORE, GoldKind.PLACE}]
    lacking = [m.span for m in others if m.kind is GoldKind.UNRESOLVED]
    return [
        one
        for one in found
        if touches_any(one.span, places) or not touches_any(one.span, ignored if one.mention else [*ignored, *lacking])
    ]


def _pair(gold: GoldMention, prediction: Prediction) -> Pair:
    return Pair(gold=gold, prediction=prediction, error_km=_error_km(gold, prediction.mention))


def _error_km(gold: GoldMention, mention: PublicMention | None) -> float | None:
    if gold.position is None or mention is None:
        return None
    is_same_id = gold.geonames_id is not None and mention.place.id == f"geonames:{gold.geonames_id}"
    is_same_country = gold.level is mention.level is Level.COUNTRY and gold.country == mention.place.country is not None
    return 0.0 if is_same_id or is_same_country else km_between(gold.position, mention.position)
