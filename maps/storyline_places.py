"""The places that a storyline may name: those that some article names, and so at public level only."""

from collections import defaultdict
from collections.abc import Sequence
from difflib import get_close_matches
from typing import Final

from gazetteer.names import fold
from gazetteer.place import Place
from geo.geoparsed import GeoparsedArticle
from geo.tally import tally
from maps.storyline_row import Row, shortened

_MOST_NEAR: Final = 3


class PlaceNames:
    """The places of some articles by id, by name in any language they are known in, and by their spellings there.

    The gazetteer is not asked for others: a place that no article names has not passed the public-level policy.
    """

    def __init__(self, articles: Sequence[GeoparsedArticle]) -> None:
        self._places: dict[str, Place] = {}
        self._by_name: dict[str, dict[str, None]] = defaultdict(dict)
        self._spelled: dict[str, str] = {}
        for one in tally(mention for parsed in articles for mention in parsed.mentions):
            self._places[one.place.id] = one.place
            names = [one.place.name, *(label for _, label in one.place.labels), *(m.text for m in one.mentions)]
            for name in names:
                self._by_name[fold(name)][one.place.id] = None
                self._spelled.setdefault(fold(name), " ".join(name.split()))

    def place_id(self, row: Row, name: object, within: GeoparsedArticle | None) -> str:
        """The id of the place that ``name`` means, of several those that the chapter's article names.

        Raises:
            StoryError: no article names such a place, or the name may mean several.
        """
        if not isinstance(name, str):
            raise row.error("places", 'is no list of names, as in ["Kudus", "Demak"]')
        if name.strip() in self._places:
            return name.strip()
        ids = list(self._by_name.get(fold(name), ()))
        if len(ids) > 1 and within is not None:
            here = {mention.place.id for mention in within.mentions}
            ids = [id_ for id_ in ids if id_ in here] or ids
        if not ids:
            raise row.error("places", f'no article names a place "{shortened(name)}"{self._near(name)}')
        if len(ids) > 1:
            options = " or ".join(f"{id_} ({self._described(id_)})" for id_ in ids)
            raise row.error("places", f'"{shortened(name)}" may be {options}; write the id')
        return ids[0]

    def shortest(self, id_: str, language: str) -> str:
        """What a storyline calls a place: its name, or its id where the name means several."""
        label = self._places[id_].label(language)
        return label if list(self._by_name[fold(label)]) == [id_] else id_

    def described(self, id_: str, language: str) -> str:
        """Name, level and country of a place."""
        place = self._places[id_]
        return ", ".join(filter(None, (place.label(language), place.level.value, place.country)))

    def _described(self, id_: str) -> str:
        place = self._places[id_]
        return ", ".join(filter(None, (place.level.value, place.country)))

    def _near(self, name: str) -> str:
        near = get_close_matches(fold(name), self._by_name, n=_MOST_NEAR)
        if near:
            return f"; did you mean {' or '.join(self._spelled[one] for one in near)}?"
        return "; a chapter can show only places of its articles"
