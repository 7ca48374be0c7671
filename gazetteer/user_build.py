"""Makes a gazetteer file of a user's own data, in bounded memory, to be laid over the default one or used alone."""

import os
import sqlite3
import tempfile
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import Final

from gazetteer.build import place_row, prominence, spelling_rows
from gazetteer.errors import OutputError, SourceError
from gazetteer.index import Gazetteer
from gazetteer.layout import FORMAT, KINDS, PER_PROMINENCE, SCHEMA, STANDS_ALONE
from gazetteer.merge import Draft
from gazetteer.place import Level
from gazetteer.sources.found import Progress
from gazetteer.sources.geonames_dump import region_weight
from gazetteer.sources.geonames_files import geonames_source
from gazetteer.sources.geonames_names import names as alternate_names
from gazetteer.sources.record import Source
from gazetteer.staging import Staged, Staging
from gazetteer.user_base import BASE_SOURCE, KnownRegions, countries
from gazetteer.user_inputs import Feed, Inputs, Tally, feeds

_PLACES_AT_ONCE: Final = 10_000
# Nothing is rolled back: a build that fails is thrown away. 64 MB of cache is also what a sort may hold in memory
_PRAGMAS: Final = """
PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;
PRAGMA staging.journal_mode = OFF; PRAGMA staging.synchronous = OFF;
PRAGMA cache_size = -32000; PRAGMA staging.cache_size = -64000;
"""


def build_user_gazetteer(
    path: Path, inputs: Inputs, *, base: Gazetteer | None = None, progress: Progress = lambda _what, _share: None
) -> Tally:
    """Build a gazetteer file from a user's data; an old file at ``path`` stays until the new one is whole.

    Args:
        path: the file to write.
        inputs: what to build from; see :meth:`Inputs.with_companions` for files that lie together.
        base: the gazetteer that the file is to be laid over: it brings the countries and continents of the user's
            places, and its regions keep their ids. Without one the file stands alone.
        progress: is told what is being done, and the share of it that is done.

    Raises:
        SourceError: an input is missing or broken; the message names file and line.
        OutputError: the file cannot be written.
    """
    target = Path(os.path.realpath(path))
    if target.exists() and not target.is_file():
        raise OutputError(f"{path}: is a folder or a device; name a file, such as gazetteer.sqlite")
    try:
        with tempfile.TemporaryDirectory(dir=target.parent, prefix=f".{target.name}.") as folder:
            part = Path(folder) / "part.sqlite"
            with closing(sqlite3.connect(part)) as db:
                db.execute("ATTACH ? AS staging", (str(Path(folder) / "staging.sqlite"),))
                db.executescript(_PRAGMAS + SCHEMA)
                with db:
                    tally = _Build(db, base, progress).run(inputs)
            part.replace(target)
    except OSError as error:
        raise OutputError(f"{path}: cannot be written ({error.strerror}); choose another place with -o") from error
    except sqlite3.OperationalError as error:
        raise OutputError(f"{path}: cannot be written ({error}); make room, or choose another place with -o") from error
    return tally


class _Build:
    """One build: sources into the staging tables, and from them into the file."""

    def __init__(self, db: sqlite3.Connection, base: Gazetteer | None, progress: Progress) -> None:
        self._db = db
        self._base = base
        self._progress = progress
        self._staging = Staging(db)
        self._sources: list[tuple[Source, int]] = []
        self._codes: set[str] = set()
        self._tally = Tally()

    def run(self, inputs: Inputs) -> Tally:
        """Read all inputs and write the file."""
        regions = None if self._base is None else KnownRegions(self._base)
        for feed in feeds(inputs, self._progress, self._tally):
            self._take(feed, regions)
        if self._base is not None:
            self._take_base(self._base)
        if inputs.alternate_names is not None:
            source = geonames_source(inputs.alternate_names)
            count = self._staging.add_names(alternate_names(inputs.alternate_names, self._progress))
            self._sources.append((source, count))
        self._progress("sorting", 0.0)
        self._tally.places = self._staging.rank(_weight, PER_PROMINENCE)
        if not self._tally.places:
            raise SourceError(f"{self._sources[0][0].name}: no public place in it; is it the right file?")
        self._write_places()
        self._write_names()
        self._write_facts()
        return self._tally

    def _take(self, feed: Feed, regions: KnownRegions | None) -> None:
        number, count = len(self._sources), 0
        for found in feed.found:
            record = found.record
            count += 1
            if regions is not None and record.keys[0].startswith("geonames:"):
                known = regions.same_as(record)
                if known is not None:
                    self._staging.claim(record.keys[0], known)
            self._codes.update(key[4:] for key in record.parents if key.startswith("iso:"))
            self._staging.add(found, number)
        self._sources.append((feed.source, count))

    def _take_base(self, base: Gazetteer) -> None:
        number, count = len(self._sources), 0
        for found in countries(base, self._codes):
            place_id, claim = found.record.keys
            if self._staging.meant_by(claim) in {None, place_id}:  # a user may bring a country under another id
                self._staging.add(found, number)
                count += 1
        self._sources.append((BASE_SOURCE, count))

    def _write_places(self) -> None:
        drafts = self._staging.drafts()
        while batch := list(islice(drafts, _PLACES_AT_ONCE)):
            self._db.executemany("INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)", map(_place_row, batch))
            self._db.executemany("INSERT INTO spelling VALUES (?,?)", spelling_rows((s.number, s.draft) for s in batch))
            self._staging.post(
                (folded, staged.number, KINDS.index(kind), languages)
                for staged in batch
                for folded, kind, languages in staged.draft.folded()
            )
            self._progress("writing places", batch[-1].number / self._tally.places)

    def _write_names(self) -> None:
        self._progress("writing names", 0.0)
        written = self._db.executemany("INSERT INTO name VALUES (?,?)", self._staging.postings())
        self._tally.names = written.rowcount

    def _write_facts(self) -> None:
        rows = ((number, s.name, s.version, s.licence, s.url, count) for number, (s, count) in enumerate(self._sources))
        self._db.executemany("INSERT INTO source VALUES (?,?,?,?,?,?)", rows)
        facts = {
            "format": FORMAT,
            "places": str(self._tally.places),
            "names": str(self._tally.names),
            "conflicts": str(self._staging.conflicts),
        }
        if self._base is None:
            facts[STANDS_ALONE] = "1"
        self._db.executemany("INSERT INTO meta VALUES (?,?)", sorted(facts.items()))


def _weight(place_id: str, level: Level, feature_code: str | None, population: int) -> float:
    if level is Level.REGION and place_id.startswith("geonames:"):
        return region_weight(feature_code, population)
    return prominence(Draft(level=level, feature_code=feature_code), population)


def _place_row(staged: Staged) -> tuple[object, ...]:
    return place_row(
        staged.draft,
        staged.number,
        above=staged.above,
        population=staged.draft.population,
        prominence=staged.prominence,
        source=staged.source,
    )
