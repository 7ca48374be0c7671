"""Places on their way into a gazetteer file, kept on disk: what a user brings may be too much for memory.

SQLite joins and sorts; only the keys of units and countries (55,000 in all of GeoNames) are held in memory.
"""

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Any, Final, NamedTuple

from gazetteer.errors import SourceError
from gazetteer.layout import KINDS, LEVELS, POSTING
from gazetteer.merge import Draft
from gazetteer.place import Level, LonLat, Name
from gazetteer.sources.found import Found
from gazetteer.sources.record import Record

SCHEMA: Final = """
CREATE TABLE staging.draft (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, level INTEGER NOT NULL, feature_code TEXT, country TEXT,
    parents TEXT NOT NULL, lon REAL, lat REAL, radius_km REAL, population INTEGER NOT NULL, disputed INTEGER NOT NULL,
    source INTEGER, seen_in INTEGER NOT NULL);
CREATE TABLE staging.given (place INTEGER NOT NULL, text TEXT NOT NULL, kind INTEGER NOT NULL, language TEXT);
CREATE TABLE staging.ranked (number INTEGER PRIMARY KEY, place INTEGER NOT NULL, prominence INTEGER NOT NULL);
CREATE TABLE staging.posting (fold TEXT NOT NULL, number INTEGER NOT NULL, kind INTEGER, languages INTEGER);
"""

# What came first stays. Twice in one source is an error, which "seen_in" being NULL makes of it.
_ADD: Final = """
INSERT INTO draft VALUES (NULL, ?,?,?,?,?,?,?,?,?,?,?,?)
ON CONFLICT (id) DO UPDATE SET
    feature_code = coalesce(feature_code, excluded.feature_code),
    country = coalesce(country, excluded.country),
    parents = CASE parents WHEN '' THEN excluded.parents ELSE parents END,
    radius_km = coalesce(radius_km, excluded.radius_km),
    population = CASE population WHEN 0 THEN excluded.population ELSE population END,
    disputed = max(disputed, excluded.disputed),
    source = CASE WHEN lon IS NULL THEN excluded.source ELSE source END,
    lat = coalesce(lat, excluded.lat),
    lon = coalesce(lon, excluded.lon),
    seen_in = CASE seen_in WHEN excluded.seen_in THEN NULL ELSE excluded.seen_in END
RETURNING number
"""

# Lists of units and countries bring those of the whole world; of a country nothing else is said of, none is wanted
_DROP_UNPLACED: Final = """
DELETE FROM draft WHERE lon IS NULL AND country NOT IN (SELECT country FROM draft WHERE lon IS NOT NULL
                                                        AND country IS NOT NULL)
"""
_NAMES_AT_ONCE: Final = 20_000
_CACHED_PARENTS: Final = 100_000

Weight = Callable[[str, Level, str | None, int], float]
"""Prominence of a place by id, level, feature code and population."""


class Above(NamedTuple):
    """A place that others lie in; ``number`` is that in the file, once it has one."""

    place: int
    level: Level
    parents: str
    number: int | None


class Staged(NamedTuple):
    """A place with its numbers in the file: its own, those of what it lies in (one text), and its source's."""

    number: int
    prominence: int
    draft: Draft
    above: str
    source: int | None


class Staging:
    """The tables of a build, in the database that is attached as ``staging``."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        db.executescript(SCHEMA)
        self._claims: dict[str, str] = {}
        self._names: list[tuple[int, str, int, str | None]] = []
        self.conflicts = 0
        self._above = lru_cache(_CACHED_PARENTS)(self._read_above)

    def add(self, found: Found, source: int) -> None:
        """Add a record: a place of its first key, or what is not yet known of it.

        Raises:
            SourceError: the same source has brought it before.
        """
        record = found.record
        assert record.level is not None
        place_id = self._claims.get(record.keys[0], record.keys[0])
        at = record.position
        row = (
            *(place_id, LEVELS.index(record.level), record.feature_code, record.country, "\t".join(record.parents)),
            *((None, None) if at is None else (at.lon, at.lat)),
            *(record.radius_km, record.population, record.disputed, None if at is None else source, source),
        )
        try:
            (number,) = self._db.execute(_ADD, row).fetchone()
        except sqlite3.IntegrityError as error:
            raise SourceError(f"{found.where}: {place_id} is there twice; remove one of the two") from error
        for key in record.keys[1:]:
            self.conflicts += self._claims.setdefault(key, place_id) != place_id
        self._names += ((number, n.text, KINDS.index(n.kind), n.language) for n in record.names)
        if len(self._names) >= _NAMES_AT_ONCE:
            self._flush()

    def claim(self, key: str, place_id: str) -> None:
        """Let ``key`` stand for the place with this id."""
        self._claims[key] = place_id

    def meant_by(self, key: str) -> str | None:
        """Id of the unit or country that this key stands for."""
        return self._claims.get(key)

    def add_names(self, names: Iterable[tuple[str, Name]]) -> int:
        """Add names to the places of their keys; the number of those whose place is there."""
        self._flush()
        before = self._count("given")
        rows = ((n.text, KINDS.index(n.kind), n.language, self._claims.get(key, key)) for key, n in names)
        self._db.executemany("INSERT INTO given SELECT number, ?, ?, ? FROM draft WHERE id = ?", rows)
        return self._count("given") - before

    def rank(self, weight: Weight, parts: int) -> int:
        """Number all places by prominence, stored as whole ``parts``; the number of places."""
        self._flush()
        self._db.execute(_DROP_UNPLACED)
        self._sum_populations()

        def prominence(place_id: str, level: int, feature_code: str | None, population: int) -> int:
            return round(weight(place_id, LEVELS[level], feature_code, population) * parts)

        self._db.create_function("prominence", 4, prominence, deterministic=True)
        self._db.execute(
            "INSERT INTO ranked (place, prominence) SELECT number, prominence(id, level, feature_code, population)"
            " FROM draft ORDER BY 2 DESC, id"
        )
        self._db.execute("CREATE UNIQUE INDEX staging.rank_of_place ON ranked (place)")
        self._above.cache_clear()  # they have numbers now
        return self._count("ranked")

    def drafts(self) -> Iterator[Staged]:
        """All places by number."""
        places = self._db.execute(
            "SELECT ranked.number, prominence, place, id, level, feature_code, country, lon, lat, radius_km,"
            " population, disputed, parents, source FROM ranked JOIN draft ON draft.number = place"
            " ORDER BY ranked.number"
        )
        given = self._db.execute(
            "SELECT ranked.number, text, kind, language FROM given JOIN ranked ON ranked.place = given.place"
            " ORDER BY ranked.number, given.rowid"
        )
        for row, (_, names) in zip(places, groupby(given, key=itemgetter(0)), strict=True):
            number, prominence, place, *columns, parents, source = row
            above = " ".join(str(a.number) for a in self.ancestors(place, parents))
            yield Staged(number, prominence, _draft(columns, names), above, source)

    def post(self, postings: Iterable[tuple[str, int, int, int]]) -> None:
        """Put down folded names: name, number of the place, index of the kind, languages."""
        self._db.executemany("INSERT INTO posting VALUES (?,?,?,?)", postings)

    def postings(self) -> Iterator[tuple[str, bytes]]:
        """Each folded name with its places as the file holds them, in order."""
        rows = self._db.execute("SELECT fold, number, kind, languages FROM posting ORDER BY fold, number")
        for folded, places in groupby(rows, key=itemgetter(0)):
            yield folded, b"".join(POSTING.pack(*place[1:]) for place in places)

    def ancestors(self, place: int, parents: str) -> list[Above]:
        """What a place lies in, nearest first, and last the continent of its country where it has just one."""
        direct = self._known(parents)
        states = [above for above in direct if above.level is Level.COUNTRY]
        if len(states) == 1:
            direct += self._known(states[0].parents)
        return [above for above in dict.fromkeys(direct) if above.place != place]

    def _known(self, keys: str) -> list[Above]:
        return [above for key in keys.split("\t") if (above := self._above(key)) is not None]

    def _read_above(self, key: str) -> Above | None:
        row = self._db.execute(
            "SELECT draft.number, level, parents, ranked.number FROM draft LEFT JOIN ranked ON place = draft.number"
            " WHERE id = ?",
            (self._claims.get(key, key),),
        ).fetchone()
        return None if row is None else Above(row[0], LEVELS[row[1]], row[2], row[3])

    def _sum_populations(self) -> None:
        """A unit without a population of its own has that of its towns."""
        totals: Counter[int] = Counter()
        towns = "SELECT number, parents, population FROM draft WHERE level = ? AND population > 0"
        for place, parents, population in self._db.execute(towns, (LEVELS.index(Level.CITY),)):
            for above in self.ancestors(place, parents):
                if above.level in {Level.ADM1, Level.ADM2}:
                    totals[above.place] += population
        rows = ((population, place) for place, population in totals.items())
        self._db.executemany("UPDATE draft SET population = ? WHERE number = ? AND population = 0", rows)

    def _flush(self) -> None:
        self._db.executemany("INSERT INTO given VALUES (?,?,?,?)", self._names)
        self._names.clear()

    def _count(self, table: str) -> int:
        return int(self._db.execute(f"SELECT count(*) FROM staging.{table}").fetchone()[0])  # noqa: S608 - ours


def _draft(columns: list[Any], names: Iterable[tuple[int, str, int, str | None]]) -> Draft:
    place_id, level, code, country, lon, lat, radius_km, population, disputed = columns
    draft = Draft(
        keys=[place_id],
        level=LEVELS[level],
        feature_code=code,
        country=country,
        position=None if lon is None else LonLat(lon, lat),
        radius_km=radius_km,
        population=population,
        disputed=bool(disputed),
    )
    spelt = (Name(text=text, kind=KINDS[kind], language=language) for _, text, kind, language in names)
    draft.absorb(Record(keys=(), names=tuple(spelt)), "")
    return draft
