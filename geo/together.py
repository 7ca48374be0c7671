"""What the places of an article say of each other: containment, repeated names, lists, common countries and units."""

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from gazetteer.place import Level, NameKind, Place
from geo.article import Article
from geo.cells import Cell
from geo.company import names_around
from geo.context import HOME
from geo.meanings import Sense
from geo.recognition import Found
from geo.support import Features, Support

_LIST_ENDS: Final = frozenset({
    " and ", ", and ", " dan ", ", dan ", " or ", " atau ", " serta ", ", serta ",
    " und ", " et ", " y ", " e ", " en ",
})  # fmt: skip
_INSIDE_GAPS: Final = frozenset({", ", " (", ","})
_IN: Final = re.compile(
    r"(?:, (?:an?|the) [^.;:!?,\n]{1,60}|,)? (?:in|di)(?: [a-z-]+){0,3} "
    r"|(?:, | \(| [\u2013\u2014] )(?:(?:an?|the) )?(?:[a-z-]+ ){0,2}(?:capital|city|town|village|suburb|seat) of "
    r"|(?:, | \(| [\u2013\u2014] )ibu ?kota (?:negara |provinsi )?"
)
"""Between the names of "Rome, a town in Georgia", "Rome in rural Georgia" and "Victoria, capital of Seychelles"."""

_CLOSED: Final = re.compile(r"[,;)]| ?\(|\s*[-\u2013\u2014]|\.\s")
"""What follows "X, Y" where Y says where X is; in "In X, Y said" nothing of it does."""

_CLOSING: Final = frozenset({Level.ADM1, Level.ADM2})
_NATIONAL: Final = frozenset({Level.ADM1, Level.COUNTRY})
_FAR: Final = 200
"""Code points after a state within which a town is rather one of its own."""

_CLEAR: Final = frozenset({"inside_next", "holds_previous", "level_asked", "part_asked"})
_HOLDERS: Final = frozenset({Level.ADM1, Level.COUNTRY, Level.ADM2, Level.CITY})
"""What may be said to hold the place before it; a town holds its parts: "Kecamatan Coblong, Bandung"."""


@dataclass(slots=True)
class Choice:
    """A mention while it is being resolved: own features and scores per sense, and the sense chosen so far."""

    found: Found
    features: list[Features]
    own_scores: list[float] = field(default_factory=list)
    chosen: int = 0

    @property
    def senses(self) -> tuple[Sense, ...]:
        """The places that the name may mean."""
        return self.found.senses

    @property
    def sense(self) -> Sense:
        """The sense chosen so far."""
        return self.senses[self.chosen]

    @property
    def place(self) -> Place:
        """The place chosen so far."""
        return self.sense.place


def score(features: Mapping[str, float], table: Mapping[str, float]) -> float:
    """The weighted sum of features, in log-odds."""
    return sum([table[name] * value for name, value in features.items()])


class Together:
    """The choices of one article, in the order of its text, weighed by each other."""

    def __init__(self, article: Article, choices: Sequence[Choice], table: Mapping[str, float]) -> None:
        self._choices = choices
        self._table = table
        self._has_level_first = article.language in HOME
        pairs = pairwise(choices)
        self._gaps = [article.text[a.found.mention.end : b.found.mention.start] for a, b in pairs]
        self._text = article.text
        self._headline = max(0, article.text.find("\n"))
        self._supported_by: list[int] = []
        self._support: list[tuple[Choice, tuple[str, int], list[Features]]] = []
        listed = self._listed()
        self._neighbors = self._list_neighbors(listed)
        self._add_containment(listed)
        self._add_last_unit()
        self._add_same_name()
        self._add_names_around()
        for choice in choices:
            choice.own_scores = [score(features, table) for features in choice.features]
            choice.chosen = _best(choice.own_scores)

    def choose(self) -> bool:
        """Choose anew what each mention means, by the choices so far; whether any choice has changed."""
        scores: dict[tuple[str, int], list[float]] = {}
        chosen = []
        for n, (choice, key, more) in enumerate(self._supported()):
            if key not in scores:
                scores[key] = [score(features, self._table) for features in more]
            totals = list(map(sum, zip(choice.own_scores, scores[key], strict=True)))
            for at, names in enumerate(self._of_list(n)):
                totals[at] += sum([self._table[name] for name in names])
            chosen.append(_best(totals))
        before = [choice.chosen for choice in self._choices]
        for choice, best in zip(self._choices, chosen, strict=True):
            choice.chosen = best
        return chosen != before

    def features(self) -> list[list[Features]]:
        """All features of each sense of each mention, with what the other places, as chosen so far, say of it."""
        found = []
        for n, (choice, _, more) in enumerate(self._supported()):
            mine = [own | other for own, other in zip(choice.features, more, strict=True)]
            for features, names in zip(mine, self._of_list(n), strict=False):
                features.update(dict.fromkeys(names, 1.0))
            found.append(mine)
        return found

    def _supported(self) -> list[tuple[Choice, tuple[str, int], list[Features]]]:
        """Each choice with the features that its senses have of the others; its key is that of its name's senses."""
        chosen = [choice.chosen for choice in self._choices]
        if chosen == self._supported_by:
            return self._support
        support = Support((choice.found.folded, choice.sense) for choice in self._choices)
        known: dict[tuple[str, int], list[Features]] = {}
        supported = []
        for choice in self._choices:
            key = choice.found.folded, id(choice.senses)  # one name may have fewer senses where its case says so
            if key not in known:
                known[key] = support.of(choice.found.folded, choice.senses)
            supported.append((choice, key, known[key]))
        self._supported_by, self._support = chosen, supported
        return supported

    def _of_list(self, n: int) -> Iterator[list[str]]:
        """What a list that a mention stands in says of each of its senses; nothing at all outside lists."""
        levels = {self._choices[other].sense.level for other in self._neighbors.get(n, ())}
        asked = self._asked_of_list(n)
        for sense in self._choices[n].senses if levels or asked else ():
            names = []
            if asked:
                names.append("level_asked_of_list" if sense.level in asked else "level_other_of_list")
            if levels:
                names.append("level_of_list" if sense.level in levels else "level_not_of_list")
            yield names

    def _listed(self) -> set[int]:
        """Numbers of choices in a list of three and more ("Ohio, Utah, Washington and Maine"), but for its last."""
        found: set[int] = set()
        for n, (gap, following) in enumerate(pairwise(self._gaps)):
            if gap == ", " and (following == ", " or following in _LIST_ENDS) and not self._is_code(n + 1):
                found.update((n, n + 1))
        return found

    def _is_code(self, number: int) -> bool:
        """Whether a choice is an abbreviated state: "Tupelo, Miss., and Mobile" is no list of three."""
        found = self._choices[number].found
        return found.mention.text.endswith(".") and any(s.kind is NameKind.CODE for s in found.senses)

    def _list_neighbors(self, listed: set[int]) -> dict[int, list[int]]:
        """For each choice in a list, the numbers of the ones beside it."""
        neighbors: defaultdict[int, list[int]] = defaultdict(list)
        for n, gap in enumerate(self._gaps):
            if gap in _LIST_ENDS or (gap == ", " and n in listed):
                neighbors[n].append(n + 1)
                neighbors[n + 1].append(n)
        return neighbors

    def _asked_of_list(self, n: int) -> frozenset[Level]:
        """The levels that the word before a list asks for, which hold for all of it: "Kecamatan X dan Y"."""
        if not self._has_level_first:
            return frozenset()
        first = n
        while first - 1 in self._neighbors.get(first, ()) and not self._choices[first].found.asked:
            first -= 1
        return self._choices[first].found.asked if first < n else frozenset()

    def _add_containment(self, listed: set[int]) -> None:
        """Find containment in words: of "Paris, Texas" a Paris that lies in a Texas, and the Texas that holds it."""
        for n, gap in enumerate(self._gaps):
            is_in = gap not in _INSIDE_GAPS
            if is_in and not _IN.fullmatch(gap):
                continue
            choice, following = self._choices[n], self._choices[n + 1]
            feature = "inside_next_in" if is_in else "inside_next_listed" if n in listed else "inside_next"
            containers = {s.place.id for s in following.senses if s.place.level in _HOLDERS}
            contained: set[str] = set()
            for features, sense in zip(choice.features, choice.senses, strict=True):
                if containers.intersection(sense.within):
                    features[feature] = 1.0
                    contained.update(sense.within)
            for features, sense in zip(following.features, following.senses, strict=True):
                if sense.place.id in contained:
                    features["holds_previous_in" if is_in else "holds_previous"] = 1.0
            if not is_in and n not in listed and self._is_closed_unit(following):
                for features in choice.features:
                    if "inside_next" not in features:
                        features["outside_next"] = 1.0

    def _add_last_unit(self) -> None:
        """Find the towns of the state or country that the paragraph has just named: "flew to Georgia, to Savannah"."""
        units: frozenset[str] = frozenset()
        named_at = 0
        for choice in self._choices:
            start = choice.found.mention.start
            is_near = start - named_at <= _FAR and "\n" not in self._text[named_at:start]
            if units and is_near:
                for features, sense in zip(choice.features, choice.senses, strict=True):
                    if not units.isdisjoint(sense.within):
                        features["in_last_unit"] = 1.0
            if choice.found.meaning.best.level in _NATIONAL:
                units = frozenset(s.place.id for s in choice.senses if s.level in _NATIONAL)
                named_at = choice.found.mention.end

    def _add_names_around(self) -> None:
        """Count the article's other names that may mean a place near each sense."""
        cells: defaultdict[str, dict[str, Cell]] = defaultdict(dict)
        for choice in self._choices:  # one name may have fewer senses where its case says so
            own = cells[choice.found.folded]
            own.update({s.place.id: s.small_cell for s in choice.senses if s.small_cell is not None})
        around = names_around(cells)
        for choice in self._choices:
            counts = around[choice.found.folded]
            for features, sense in zip(choice.features, choice.senses, strict=True):
                if count := counts.get(sense.place.id):
                    features["names_around"] = math.log2(1 + count)

    def _is_closed_unit(self, choice: Choice) -> bool:
        """Whether a choice is a unit, and ends what it stands in: the Idaho of "Cambridge, Idaho, "."""
        is_unit = choice.found.meaning.best.level in _CLOSING
        return is_unit and _CLOSED.match(self._text, choice.found.mention.end) is not None

    def _add_same_name(self) -> None:
        """One sense per article: what an early mention says clearly, the later ones of its name mean too.

        Early is the first or, after a headline, the second mention of the name, of which the headline speaks too; a
        later one may as well set its own place apart from what the article means by the name.
        """
        by_name: defaultdict[str, list[Choice]] = defaultdict(list)
        for choice in self._choices:
            by_name[choice.found.folded].append(choice)
        for namesakes in by_name.values():
            clear = [_clear_senses(choice) for choice in namesakes] if len(namesakes) > 1 else []
            said = {place_id: n for n, ids in reversed(list(enumerate(clear))) for place_id in ids}
            if len(said) != 1:
                continue
            ((place_id, at),) = said.items()
            for number, choice in enumerate(namesakes):
                if clear[number]:
                    continue
                for features, sense in zip(choice.features, choice.senses, strict=True):
                    if sense.place.id == place_id:
                        is_early = at <= 1 and (at < number or choice.found.mention.start < self._headline)
                        features["said_before" if is_early else "said_otherwise"] = 1.0


def _best(scores: Sequence[float]) -> int:
    return scores.index(max(scores))


def _clear_senses(choice: Choice) -> list[str]:
    """Ids of the places that the mention's own words ask for."""
    pairs = zip(choice.features, choice.senses, strict=True)
    return [sense.place.id for features, sense in pairs if not _CLEAR.isdisjoint(features)]
