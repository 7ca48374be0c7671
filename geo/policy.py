"""The public-level policy: the one door between what was found and what may be shown.

Nothing finer than a town is ever published, and no option changes that. :class:`PublicMention` can be
made by :func:`publish` only; :mod:`maps` accepts nothing else. What the policy keeps off the map is
listed as :class:`Withheld`, with the reason.
"""

import enum
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import InitVar, dataclass, replace
from itertools import accumulate
from typing import Final, NoReturn, Self

from gazetteer.errors import PolicyError
from gazetteer.place import Level, LonLat, Place
from geo.article import Article, Span
from geo.mention import Candidate, Evidence, Facility, Mention, Resolution, Usage
from geo.sentences import Sentences

LEAST: Final = 0.3
"""Probability under which a mention is withheld unless asked otherwise: of those below it that petakan would have put
somewhere in its own 223 articles, one in five was put right (``petakan evaluate``, calibration)."""

PUBLIC_DIGITS: Final = 2
"""Decimals of a published position: 0.01 degree, about 1.1 km."""

_DOOR: Final = object()


class WithheldReason(enum.StrEnum):
    """Why something that was found is not on the map."""

    FACILITY = "facility"
    ROLLED_UP = "rolled_up"
    NO_PLACE_CHOSEN = "no_place_chosen"
    NO_POSITION = "no_position"


SITE_REASONS: Final = frozenset({WithheldReason.FACILITY, WithheldReason.ROLLED_UP})
"""Those of sites, which are never located."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicMention:
    """A mention that may be shown, at public level.

    Only :func:`publish` makes one: the constructor, ``dataclasses.replace`` and a subclass all raise.

    Attributes:
        span: where it stands in its article's text, in code points.
        place: the public place, its position rounded to :data:`PUBLIC_DIGITS`.
        level: the place's level.
        position: the place's own position, rounded; never that of an event or a site.
        usage: literal or associative.
        probability: that it is a place name, and this the place meant, 0..1.
        demonym: whether it is the name of a people or its adjective ("Russian").
        sentence: the span of the sentence it stands in.
        evidence: why this place.
        recognition: why it is taken for a place name at all.
        within: the unit and the country that the place lies in, to tell it from others of its name.
        alternatives: the other places it might have been, most probable first, rounded likewise; what is left of the
            probabilities is for none of these places, and for no place at all.
        rolled_up_from: name of the site that the text puts in this place, or None.
        corrected: whether a person decided its place or its usage.
    """

    article_id: str
    span: Span
    text: str
    place: Place
    level: Level
    position: LonLat
    usage: Usage
    probability: float
    demonym: bool
    sentence: Span
    evidence: tuple[Evidence, ...] = ()
    recognition: tuple[Evidence, ...] = ()
    within: tuple[Place, ...] = ()
    alternatives: tuple[Candidate, ...] = ()
    rolled_up_from: str | None = None
    corrected: bool = False
    door: InitVar[object] = None

    def __post_init__(self, door: object) -> None:
        if door is not _DOOR:
            raise PolicyError("a PublicMention is made by geo.policy.publish only")

    def __init_subclass__(cls) -> None:
        raise PolicyError("a PublicMention has no subclasses: one could leave the door open")

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: object) -> Self:
        return self

    def __setstate__(self, state: object) -> NoReturn:
        raise PolicyError("a PublicMention cannot be unpickled; pickle what it was published from")


@dataclass(frozen=True, slots=True, kw_only=True)
class Withheld:
    """Something that was found and is not shown on the map, and why.

    ``host`` names the public place it was rolled up to where the reason is ROLLED_UP. ``candidates`` are the places
    that a name which was put nowhere might mean.
    """

    article_id: str
    span: Span
    text: str
    reason: WithheldReason
    sentence: Span
    host: str | None = None
    candidates: tuple[Candidate, ...] = ()


class _PublicPlaces:
    """Places as they may be shown, each made once."""

    def __init__(self) -> None:
        self._places: dict[str, Place] = {}

    def of(self, place: Place) -> Place:
        """The place with its position rounded."""
        known = self._places.get(place.id)
        if known is None:
            position = None if place.position is None else place.position.rounded(PUBLIC_DIGITS)
            known = self._places[place.id] = replace(place, position=position)
        return known

    def candidate(self, candidate: Candidate, share: float) -> Candidate:
        """A candidate of a mention that is a place name with probability ``share``."""
        return Candidate(
            place=self.of(candidate.place),
            probability=share * candidate.probability,
            evidence=candidate.evidence,
            within=tuple(map(self.of, candidate.within)),
        )


def _publish_one(
    article: Article, resolution: Resolution, sentence: Span, places: _PublicPlaces, rolled_up_from: str | None
) -> PublicMention | Withheld:
    mention = resolution.mention
    span = Span(mention.start, mention.end)
    chosen = resolution.chosen
    if chosen is None or chosen.place.position is None:
        reason = WithheldReason.NO_PLACE_CHOSEN if chosen is None else WithheldReason.NO_POSITION
        candidates = tuple(places.candidate(c, mention.probability) for c in resolution.candidates)
        return Withheld(
            article_id=article.id,
            span=span,
            text=mention.text,
            reason=reason,
            sentence=sentence,
            candidates=candidates,
        )
    place = places.of(chosen.place)
    assert place.position is not None
    others = (c for c in resolution.candidates if c.place.id != place.id)
    return PublicMention(
        article_id=article.id,
        span=span,
        text=mention.text,
        place=place,
        level=place.level,
        position=place.position,
        usage=mention.usage,
        probability=mention.probability * chosen.probability,
        demonym=mention.demonym,
        sentence=sentence,
        evidence=chosen.evidence,
        recognition=mention.evidence,
        within=tuple(map(places.of, chosen.within)),
        alternatives=tuple(places.candidate(c, mention.probability) for c in others),
        rolled_up_from=rolled_up_from,
        corrected=resolution.corrected,
        door=_DOOR,
    )


def _too_unsure(mention: PublicMention) -> Withheld:
    chosen = Candidate(place=mention.place, probability=mention.probability, evidence=mention.evidence)
    return Withheld(
        article_id=mention.article_id,
        span=mention.span,
        text=mention.text,
        reason=WithheldReason.NO_PLACE_CHOSEN,
        sentence=mention.sentence,
        candidates=(chosen, *mention.alternatives),
    )


class _Sites:
    """The names of sites in an article, asked by span; they may overlap each other."""

    def __init__(self, sites: Sequence[Facility]) -> None:
        ordered = sorted(sites, key=lambda site: site.start)
        self._starts = [site.start for site in ordered]
        self._farthest = list(accumulate((site.end for site in ordered), max))

    def touch(self, mention: Mention) -> bool:
        """Whether any site shares a character with the mention."""
        before = bisect_left(self._starts, mention.end)
        return before > 0 and self._farthest[before - 1] > mention.start


def publish(
    article: Article,
    resolutions: Iterable[Resolution],
    facilities: Iterable[Facility] = (),
    *,
    least: float = 0.0,
) -> tuple[tuple[PublicMention, ...], tuple[Withheld, ...]]:
    """Let through what is public; list the rest with its reason. Both in the order of the text.

    A mention inside the name of a site is dropped with the site, whatever it was resolved to. A site that
    the text puts in a published place is *rolled up* to it. A mention of less probability than ``least`` (0..1) is
    withheld, unless a person has corrected it.
    """
    sites = tuple(facilities)
    closed = _Sites(sites)
    hosted: Mapping[Span, str] = {f.host: f.text for f in sites if f.host is not None}
    sentences, places = Sentences(article.text), _PublicPlaces()
    published: list[PublicMention] = []
    withheld: list[Withheld] = []
    for resolution in resolutions:
        mention = resolution.mention
        if closed.touch(mention):
            continue
        host = hosted.get(Span(mention.start, mention.end))
        one = _publish_one(article, resolution, sentences.at(mention.start), places, host)
        if isinstance(one, PublicMention) and (one.corrected or one.probability >= least):
            published.append(one)
        else:
            withheld.append(one if isinstance(one, Withheld) else _too_unsure(one))
    hosts = {m.span: m.place.name for m in published}
    for site in sites:
        town = None if site.host is None else hosts.get(site.host)
        withheld.append(
            Withheld(
                article_id=article.id,
                span=Span(site.start, site.end),
                text=site.text,
                reason=WithheldReason.FACILITY if town is None else WithheldReason.ROLLED_UP,
                sentence=sentences.at(site.start),
                host=town,
            )
        )
    return tuple(published), tuple(sorted(withheld, key=lambda w: (w.span.start, w.span.end)))
