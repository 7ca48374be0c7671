"""Where each list of cues stands in the tables of words (geo/data/cues_*.toml), and how several are joined."""

from collections.abc import Sequence
from typing import Any, Final

from gazetteer.place import Level

Table = dict[str, Any]
"""The words of a language, as in its file."""

_AT_TOP: Final = (
    "function_words", "conjunctions", "locative", "strictly_locative", "prepositions", "associative", "actors_after",
    "auxiliaries", "local_actors", "things_after", "dishes", "offices", "attacks", "languages_after", "sport",
    "verb_starts", "verb_ends", "noun_ends", "level_not_after", "linking", "elided", "case_endings",
    "locative_endings", "origins_after", "where_after", "relatives", "articles", "going_on",
)  # fmt: skip
_INSIDE: Final = {
    "villages": ("village", "heads"),
    "wards": ("village", "numbered"),
    "districts": ("village", "districts"),
    "place_starts": ("village", "starts"),
    "place_ends": ("village", "ends"),
    "in_name_before": ("in_name", "before"),
    "in_name_after": ("in_name", "after"),
    "in_name_last": ("in_name", "last"),
    "in_name_not_after": ("in_name", "not_after"),
    "facility_before": ("facility", "heads_before"),
    "facility_after": ("facility", "heads_after"),
    "school_levels": ("facility", "school_levels"),
    "school_words": ("facility", "school_words"),
    "facility_in_capitals": ("facility", "heads_in_capitals"),
    "facility_modifiers": ("facility", "modifiers"),
    "facility_described": ("facility", "described"),
    "facility_host": ("facility", "host"),
    "departments": ("facility", "departments"),
    "facility_stops": ("facility", "stops"),
    "roads": ("facility", "roads"),
    "facility_names": ("facility", "names"),
    "town_heads": ("facility", "town_heads"),
    "base_names": ("facility", "bases"),
    "facility_plurals": ("facility", "plurals"),
    "plural_markers": ("facility", "plural_markers"),
    "titles": ("person", "titles"),
    "kin": ("person", "kin"),
    "saying": ("person", "saying"),
    "state_organizations": ("organization", "state"),
    "proper_organizations": ("organization", "proper"),
    "naming_organizations": ("organization", "naming"),
    "police": ("organization", "police"),
    "police_parts": ("organization", "police_parts"),
    "local_offices": ("organization", "local"),
    "club_starts": ("organization", "club_starts"),
    "origin_words": ("origin", "words"),
    "whole_words": ("origin", "whole"),
    "destinations": ("origin", "destinations"),
    "measures": ("origin", "measures"),
    "being": ("origin", "being"),
    "moving": ("origin", "moving"),
    "people": ("origin", "people"),
    "people_ends": ("origin", "people_ends"),
    "calendar": ("calendar", "words"),
    "directions": ("direction", "words"),
}
"""Where each list of cues stands in the file of a language."""

_AFFIXES: Final = ("verb_starts", "verb_ends", "noun_ends", "place_starts", "place_ends", "club_starts", "people_ends")
"""How words begin or end: a tuple, as ``str.startswith`` takes it."""


def fields_of(tables: Sequence[Table]) -> dict[str, Any]:
    """The cues of several tables together, by name: what :class:`geo.cues.Cues` is made of."""
    words: dict[str, Any] = {name: _words(tables, (name,)) for name in _AT_TOP}
    words |= {name: _words(tables, path) for name, path in _INSIDE.items()}
    words |= {name: tuple(sorted(words[name])) for name in _AFFIXES}
    words["proper_organizations"] |= words["naming_organizations"]
    words["facility_modifiers"] |= words["linking"]
    return words | {
        "level": _levels(tables, "level"),
        "level_plural": _levels(tables, "level_plural"),
        "facility_second": _by_head(tables, "second"),
        "facility_first": _by_head(tables, "first"),
        "facility_phrases": _by_head(tables, "phrases"),
        "prepositions_like": {one: like for like, ones in _forms(tables, "prepositions_like").items() for one in ones},
        "name_endings": _forms(tables, "name_endings"),
        "name_starts": _forms(tables, "name_starts"),
    }


def _levels(tables: Sequence[Table], name: str) -> dict[str, frozenset[Level]]:
    levels: dict[str, frozenset[Level]] = {}
    for table in tables:
        for level, words in table.get(name, {}).items():  # not every language has a plural
            for word in words:
                levels[word] = levels.get(word, frozenset()) | {Level(level)}
    return levels


def _by_head(tables: Sequence[Table], name: str) -> dict[str, frozenset[str]]:
    """Words that may follow each head of a site, of all ``tables``."""
    found: dict[str, frozenset[str]] = {}
    for table in tables:
        for head, words in table["facility"].get(name, {}).items():
            found[head] = found.get(head, frozenset()).union(words)
    return found


def _forms(tables: Sequence[Table], name: str) -> dict[str, tuple[str, ...]]:
    return {form: tuple(others) for table in tables for form, others in table.get(name, {}).items()}


def _words(tables: Sequence[Table], path: tuple[str, ...]) -> frozenset[str]:
    found: set[str] = set()
    for table in tables:
        at: Any = table
        for step in path:
            at = at.get(step, {})
        found.update(at)
    return frozenset(found)
