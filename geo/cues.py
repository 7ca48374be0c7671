"""The words of a language that speak for or against a place name beside them (geo/data/cues_*.toml)."""

import tomllib
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from typing import Final

from gazetteer.place import Level
from geo.cue_tables import Table, fields_of
from geo.words import function_words

LANGUAGES: Final = ("id", "en")
"""Those that the weights are fitted for."""

OTHERS: Final = (
    "ar", "da", "de", "es", "fr", "it", "nl", "no", "pl", "pt", "ro", "ru", "sv", "sw", "tl", "tr", "vi",
)  # fmt: skip
"""Those that have the cues that matter most: where, who, what level, which sites."""

_IN_ALL_LANGUAGES: Final = (
    "facility_before",
    "facility_after",
    "facility_second",
    "facility_first",
    "facility_phrases",
    "departments",
    "conjunctions",
    "facility_modifiers",
    "facility_described",
    "facility_names",
    "town_heads",
    "base_names",
    "facility_plurals",
    "school_levels",
    "school_words",
    "state_organizations",
    "proper_organizations",
    "naming_organizations",
    "directions",
    "things_after",
    "villages",
    "wards",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """Cue words of one language, or of several together; all folded.

    ``beside_names`` are all the words that stand beside place names without being part of a person's name.

    Of sites: ``facility_second`` gives the second words of two-word heads ("rumah sakit"), ``facility_first`` the
    first ones of those whose name stands before ("funeral home"); without one of them such a head is none, and none
    is with one of its ``facility_phrases`` after it ("pasar modal") or one of ``departments`` before it ("Menteri
    Perumahan"). ``facility_stops`` end a site's name ("Jalan Ijen Nomor 3"). ``facility_in_capitals`` are heads
    only where they are written so. ``facility_described`` are the heads that in lower case describe and do not name
    ("a Buenos Aires hospital"): what stands beside them is where they are. ``facility_names`` are sites known
    without a head ("from Heathrow", with a second word "the White House"). ``town_heads`` begin the names of towns
    as well ("Fort Payne"), but not with one of ``base_names`` ("Fort Bragg"); ``facility_plurals`` begin lists of them
    ("Airports: …"), ``plural_markers`` stand before the head of one; ``school_levels`` stand for a school before one of
    ``school_words`` ("a Dayton High graduate"); ``roads`` are heads that may join towns.

    Of what is finer than a town: what is named after one of ``villages`` is listed, and no map has it; ``wards``
    are the numbered parts of one ("RT 03"). ``districts`` are larger: parts of a regency, for which it or a small
    town may stand. Many names of villages begin like ``place_starts`` or end like ``place_ends``.

    Of the rest: ``conjunctions`` join the names of a list, in all languages. ``verb_starts`` and ``verb_ends`` are
    how the language's verbs begin or end, ``noun_ends`` how nouns end that are no names though they open a
    sentence. ``dishes`` are called after a place, wherever they are eaten. ``offices`` stand before their place,
    and the name of who holds them after it ("Bupati Kudus Hartopo"). ``kin`` are somebody's family ("his wife,
    Geneva"); ``auxiliaries`` follow the subject of a sentence. ``prepositions_like`` are those of other languages,
    each with the English one of which the weight is known. ``name_endings`` and ``name_starts`` are how names end
    and begin otherwise than in the gazetteer, and with what they do there: "Kataloniens", Polish "Gdyni" of
    "Gdynia". ``linking`` words stand between a head and the name that it is of ("provincia de", "aeroporto da");
    English and Indonesian have none here. ``elided`` are articles and prepositions before an apostrophe
    ("l'aéroport"), ``case_endings`` what follows one in a language of cases ("Bursa'da"), ``locative_endings``
    those of them that say where. ``police_parts`` are of the name of a ``police`` force that stands before them
    ("Polres Metro Bekasi"); ``local_offices`` stand with a capital after the town or county that they are of
    ("Lovell Police"). ``origins_after`` say after a hyphen where somebody is from ("X-born").
    The names of clubs begin like ``club_starts`` ("Persebaya Surabaya"). What is directly before one of
    ``where_after`` is where that is ("the Smith County line"), clauses begin with ``relatives``, and
    ``articles`` stand between a preposition and a name. With ``going_on`` a sentence goes on after a name that is
    neither who acts nor whose something is.

    Of what is from a place, in languages that tell it by words before ``origin_words`` ("from"): ``people`` and words
    that end like ``people_ends`` are of it ("a grower from X"), and so is what follows ``being`` ("both are from X");
    what follows ``moving`` left it, ``measures`` are from it to something else, as are ``destinations`` after it.
    ``whole_words`` ("of") stand between what is a place's and its name.
    """

    function_words: frozenset[str]
    conjunctions: frozenset[str]
    locative: frozenset[str]
    strictly_locative: frozenset[str]
    prepositions: frozenset[str]
    associative: frozenset[str]
    actors_after: frozenset[str]
    auxiliaries: frozenset[str]
    local_actors: frozenset[str]
    things_after: frozenset[str]
    dishes: frozenset[str]
    offices: frozenset[str]
    attacks: frozenset[str]
    languages_after: frozenset[str]
    sport: frozenset[str]
    verb_starts: tuple[str, ...]
    verb_ends: tuple[str, ...]
    noun_ends: tuple[str, ...]
    level: dict[str, frozenset[Level]]
    level_plural: dict[str, frozenset[Level]]
    level_not_after: frozenset[str]
    linking: frozenset[str]
    prepositions_like: dict[str, str]
    name_endings: dict[str, tuple[str, ...]]
    name_starts: dict[str, tuple[str, ...]]
    elided: frozenset[str]
    case_endings: frozenset[str]
    locative_endings: frozenset[str]
    villages: frozenset[str]
    wards: frozenset[str]
    districts: frozenset[str]
    place_starts: tuple[str, ...]
    place_ends: tuple[str, ...]
    in_name_before: frozenset[str]
    in_name_after: frozenset[str]
    in_name_last: frozenset[str]
    in_name_not_after: frozenset[str]
    facility_before: frozenset[str]
    facility_after: frozenset[str]
    facility_in_capitals: frozenset[str]
    school_levels: frozenset[str]
    school_words: frozenset[str]
    facility_second: dict[str, frozenset[str]]
    facility_first: dict[str, frozenset[str]]
    facility_phrases: dict[str, frozenset[str]]
    departments: frozenset[str]
    facility_modifiers: frozenset[str]
    facility_described: frozenset[str]
    facility_host: frozenset[str]
    facility_stops: frozenset[str]
    roads: frozenset[str]
    facility_names: frozenset[str]
    town_heads: frozenset[str]
    base_names: frozenset[str]
    facility_plurals: frozenset[str]
    plural_markers: frozenset[str]
    titles: frozenset[str]
    kin: frozenset[str]
    saying: frozenset[str]
    state_organizations: frozenset[str]
    proper_organizations: frozenset[str]
    naming_organizations: frozenset[str]
    police: frozenset[str]
    police_parts: frozenset[str]
    local_offices: frozenset[str]
    origins_after: frozenset[str]
    where_after: frozenset[str]
    relatives: frozenset[str]
    articles: frozenset[str]
    going_on: frozenset[str]
    origin_words: frozenset[str]
    whole_words: frozenset[str]
    destinations: frozenset[str]
    measures: frozenset[str]
    being: frozenset[str]
    moving: frozenset[str]
    people: frozenset[str]
    people_ends: tuple[str, ...]
    club_starts: tuple[str, ...]
    calendar: frozenset[str]
    directions: frozenset[str]
    beside_names: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        beside = self.in_name_before.union(
            self.in_name_after, self.level, self.associative, self.locative, self.directions, self.calendar,
            self.facility_before, self.facility_after, self.state_organizations, self.function_words,
            self.local_offices,
        )  # fmt: skip
        object.__setattr__(self, "beside_names", beside)


@cache
def cues(language: str | None) -> Cues:
    """Cues of a language; those of Indonesian and English together for None or a language without any.

    Names of sites, organisations and directions are cued in both, whatever the language: an Indonesian article has a
    "Korean Central News Agency", an English one a "Universitas Indonesia".
    """
    tables = [_table(tag) for tag in LANGUAGES]
    if language not in LANGUAGES and language not in OTHERS:
        return _joined(tables)
    own = _table(language)
    together = _joined(tables if language in LANGUAGES else [*tables, own])
    return replace(_joined([own]), **{name: getattr(together, name) for name in _IN_ALL_LANGUAGES})


@cache
def _table(language: str) -> Table:
    table = tomllib.loads((files("geo") / "data" / f"cues_{language}.toml").read_text("utf-8"))
    if language in LANGUAGES:
        return table
    # there are no ordinary words of these languages: a title is at least no town ("Vali")
    return {**table, "function_words": function_words()[language].union(table.get("person", {}).get("titles", []))}


def _joined(tables: list[Table]) -> Cues:
    return Cues(**fields_of(tables))
