"""Several gazetteer files asked as one: a user's own over the default."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from functools import lru_cache
from heapq import merge
from pathlib import Path
from typing import Final, Protocol, Self

from gazetteer.errors import GazetteerMissingError
from gazetteer.index import Gazetteer, Hit
from gazetteer.layout import KIND_ORDER, STANDS_ALONE
from gazetteer.names import fold
from gazetteer.place import Level, Name, Place

_CACHED: Final = 65_536


class AnyGazetteer(Protocol):
    """What a gazetteer answers, be it one file or several; see :class:`gazetteer.index.Gazetteer`."""

    facts: dict[str, str]

    @property
    def place(self) -> "_ByNumber":
        """The place with the number of a :class:`gazetteer.index.Hit`."""

    def hits(self, folded: str) -> tuple[Hit, ...]:
        """Places of a folded name, most prominent first."""

    def names_starting_with(self, word: str, limit: int) -> list[str]:
        """Up to ``limit`` folded names whose first word is the folded ``word``, in order."""

    def find(self, name: str) -> list[Place]:
        """All places of that name, most prominent first."""

    def by_id(self, place_id: str) -> Place | None:
        """The place with this id, or None."""

    def names(self, place: Place) -> list[Name]:
        """All names of a place."""

    def sources(self) -> Iterator[dict[str, str]]:
        """The sources it was built from."""

    def close(self) -> None:
        """Close its files."""

    def __enter__(self) -> Self:
        """Close it at the end of the block."""

    def __exit__(self, *_: object) -> None:
        """Close it."""


class _ByNumber(Protocol):
    def __call__(self, number: int, /) -> Place: ...


def open_gazetteer(paths: Sequence[Path], *, default: bool = True) -> AnyGazetteer:
    """Open gazetteer files as one, the first over the others, and all over the default one.

    The default one is left out where ``default`` is False, and where a file was built to stand alone.

    Raises:
        GazetteerMissingError: there is no such file, or none is named and ``default`` is False.
        GazetteerFormatError: one is damaged or of another version.
    """
    with ExitStack() as opened:
        layers = [opened.enter_context(Gazetteer(path)) for path in paths]
        if default and not any(STANDS_ALONE in layer.facts for layer in layers):
            layers.append(opened.enter_context(Gazetteer.open()))
        if not layers:
            raise GazetteerMissingError("no gazetteer is named; name a file, or use the default one")
        opened.pop_all()
    return layers[0] if len(layers) == 1 else LayeredGazetteer(layers)


class LayeredGazetteer:
    """Gazetteers one over the other: what an upper one says of a place goes before what a lower one says.

    A place that several know (by its id) is that of the uppermost, with the names of all; what the uppermost does
    not know of it (labels, parents, population, extent) is taken from below. Places of a name stand in order of
    prominence as ever, not layer by layer: a hamlet of the user's layer does not hide a capital of its name.
    """

    def __init__(self, layers: Iterable[Gazetteer]) -> None:
        """Lay the gazetteers over each other, the uppermost first; they are closed with this one."""
        self._layers = tuple(layers)
        # places that several layers know are counted in each
        self.facts: dict[str, str] = {
            **self._layers[0].facts,
            **{key: str(sum(int(each.facts[key]) for each in self._layers)) for key in ("places", "names")},
        }
        self.place = lru_cache(_CACHED)(self._place)
        self._uppermost = lru_cache(_CACHED)(self._find_uppermost)

    def close(self) -> None:
        """Close all layers."""
        for layer in self._layers:
            layer.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def hits(self, folded: str) -> tuple[Hit, ...]:
        """Places of a folded name in any layer, most prominent first; of equal ones the uppermost layer's."""
        found: dict[int, Hit] = {}
        depths = set()
        for depth, layer in enumerate(self._layers):
            for hit in layer.hits(folded):
                number = self._uppermost(depth, hit.number)
                depths.add(number % len(self._layers))
                known = found.get(number, hit)
                # GeoNames' dumps name no languages; those that the other layer knows keep foreign names foreign
                kind = min(known.kind, hit.kind, key=KIND_ORDER.index)
                found[number] = Hit(number, kind, known.languages | hit.languages)
        if depths <= {len(self._layers) - 1}:
            return tuple(found.values())  # all of the lowest layer, which has them in order
        return tuple(sorted(found.values(), key=lambda hit: -self.place(hit.number).prominence))

    def names_starting_with(self, word: str, limit: int) -> list[str]:
        """Up to ``limit`` folded names of any layer whose first word is the folded ``word``, in order."""
        found = merge(*(layer.names_starting_with(word, limit) for layer in self._layers))
        return list(dict.fromkeys(found))[:limit]

    def find(self, name: str) -> list[Place]:
        """All places of that name, however it is spelt, most prominent first."""
        return [self.place(hit.number) for hit in self.hits(fold(name))]

    def by_id(self, place_id: str) -> Place | None:
        """The place with this id, or None."""
        return _completed(place for layer in self._layers if (place := layer.by_id(place_id)) is not None)

    def names(self, place: Place) -> list[Name]:
        """All names of a place, those of the uppermost layer first."""
        return list(dict.fromkeys(name for layer in self._layers for name in layer.names(place)))

    def sources(self) -> Iterator[dict[str, str]]:
        """The sources of all layers, the uppermost layer's first."""
        for layer in self._layers:
            yield from layer.sources()

    def _place(self, number: int) -> Place:
        """The place with this number: that in its layer, and which layer it is."""
        in_layer, depth = divmod(number, len(self._layers))
        place = self._layers[depth].place(in_layer)
        below = (other for layer in self._layers[depth + 1 :] if (other := layer.by_id(place.id)) is not None)
        whole = _completed(iter((place, *below)))
        assert whole is not None
        return whole

    def _find_uppermost(self, depth: int, in_layer: int) -> int:
        """Number of a place as the uppermost layer knows it that knows it at all."""
        if depth:
            place_id = self._layers[depth].place(in_layer).id
            for above in range(depth):
                number = self._layers[above].number_of(place_id)
                if number is not None:
                    return number * len(self._layers) + above
        return in_layer * len(self._layers) + depth


def _completed(places: Iterator[Place]) -> Place | None:
    """The first of several accounts of a place, uppermost first, with what the lower ones know and it does not."""
    place = next(places, None)
    if place is None:
        return None
    for lower in places:
        labels = dict(lower.labels) | dict(place.labels)
        place = replace(
            place,
            labels=tuple(labels.items()),
            parents=lower.parents if set(place.parents) <= set(lower.parents) else place.parents,
            position=place.position or lower.position,
            source=place.source if place.position else lower.source,
            radius_km=place.radius_km or lower.radius_km,
            feature_code=place.feature_code or lower.feature_code,
            population=place.population or lower.population,
            # a region's is of its size rather than its people, and the upper layer may not know the size
            prominence=place.prominence
            if place.population and place.level is not Level.REGION
            else max(place.prominence, lower.prominence),
        )
    return place
