"""A correction: what a person says of a name in the articles, and of which of its mentions."""

import enum
from dataclasses import dataclass

from gazetteer.place import Level, LonLat
from geo.mention import Usage


class Verdict(enum.StrEnum):
    """What the text is."""

    PLACE = "place"
    NOT_A_PLACE = "not a place"


class Scope(enum.IntEnum):
    """Which mentions of the text are meant; a narrower correction goes before a wider one."""

    EVERYWHERE = 0
    ARTICLE = 1
    MENTION = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceKey:
    """Names a place so that it is found again in another gazetteer, where its id may be gone.

    ``position`` (decimal degrees, longitude first) only tells places of a name apart: nothing is ever put there.
    What is None is not known; a place without a name has that of the corrected text.
    """

    name: str | None = None
    id: str | None = None
    level: Level | None = None
    country: str | None = None
    position: LonLat | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One row of a file of corrections.

    Attributes:
        where: file and line, for messages: ``corrections.csv:7``.
        text: the name as it is written in the articles.
        verdict: what it is; None where only its usage is said.
        place: the place it means, where it is one.
        usage: how it is used; None where that is not said.
        article: id of the article it is about; None for all.
        sentence: words around the mention that is meant, or its sentence; None for any.
        nth: which of the mentions that the rest leaves, from 1; None for all.
        start: where it stood in the article, in code points; None where not said.
    """

    where: str
    text: str
    verdict: Verdict | None = None
    place: PlaceKey | None = None
    usage: Usage | None = None
    article: str | None = None
    sentence: str | None = None
    nth: int | None = None
    start: int | None = None

    @property
    def scope(self) -> Scope:
        """Which mentions of the text are meant."""
        if self.sentence is not None or self.nth is not None or self.start is not None:
            return Scope.MENTION
        return Scope.EVERYWHERE if self.article is None else Scope.ARTICLE


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something to be told of a correction; ``failed`` where it could not do what it asks for."""

    message: str
    failed: bool
