"""What is found in an article, from span to chosen place."""

import enum
from dataclasses import dataclass
from typing import NamedTuple

from gazetteer.place import Place
from geo.article import Span


class Usage(enum.StrEnum):
    """How a place name is used (terms of Gritta et al. 2019).

    LITERAL: a location ("di Kursk"). ASSOCIATIVE: an actor, an origin, an adjective ("Moskow menuduh").
    """

    LITERAL = "literal"
    ASSOCIATIVE = "associative"


class Evidence(NamedTuple):
    """One reason for or against, with its weight in the log-odds (positive speaks for)."""

    name: str
    weight: float
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A place name in an article, in code points: ``article.text[start:end] == text``.

    ``demonym`` tells that it is the name of a people or its adjective ("Russian"), and ``probability`` how likely it is
    a place name at all.
    """

    article_id: str
    start: int
    end: int
    text: str
    usage: Usage
    probability: float
    demonym: bool = False
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Facility:
    """The name of a site ("Kompleks Mesin Ciptajaya"): known so that it is never mapped.

    ``host`` is the span of the place that the text itself puts it in ("... di Hamhung"), or None.
    """

    article_id: str
    start: int
    end: int
    text: str
    host: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A place that a mention may mean, with its probability among all candidates.

    ``within`` are the unit and the country that the place lies in, as far as they are needed to tell it from others.
    """

    place: Place
    probability: float
    evidence: tuple[Evidence, ...] = ()
    within: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """What a mention was taken to mean; ``chosen`` is None where no candidate is good enough.

    ``corrected`` tells that a person decided its place or its usage.
    """

    mention: Mention
    chosen: Candidate | None
    candidates: tuple[Candidate, ...]
    corrected: bool = False
