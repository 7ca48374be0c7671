"""The gazetteer as it is asked: by name, by id, upwards."""

import sqlite3
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Final, NamedTuple, Self

from gazetteer.errors import GazetteerFormatError, GazetteerMissingError
from gazetteer.layout import FORMAT, KINDS, LEVELS, PER_DEGREE, PER_KM, PER_PROMINENCE, POSTING, SELECT_PLACE
from gazetteer.names import fold
from gazetteer.place import Level, LonLat, Name, NameKind, Place

_CACHED_PLACES: Final = 65_536


class Hit(NamedTuple):
    """A place under a name: its number in the file, the sort of name, and its languages.

    ``languages`` is a sum of bits, see :data:`gazetteer.layout.LANGUAGE_BITS`; 0 where no source says.
    """

    number: int
    kind: NameKind
    languages: int


class Gazetteer:
    """A gazetteer file, opened read-only; use as a context manager or :meth:`close` it.

    >>> with Gazetteer.open() as gazetteer:
    ...     gazetteer.find("Korut")[0].name
    'North Korea'
    """

    def __init__(self, path: Path) -> None:
        """Open the file at ``path``.

        Raises:
            GazetteerMissingError: there is no such file.
            GazetteerFormatError: it is damaged or of another version.
        """
        if not path.is_file():
            raise GazetteerMissingError(f"{path}: no gazetteer here; install petakan anew, or build one")
        if not path.stat().st_size:
            raise GazetteerFormatError(f"{path}: not a gazetteer file (it is empty); build it anew")
        self.path = path
        uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        self._db = sqlite3.connect(uri, uri=True, check_same_thread=False)
        try:
            found = dict(self._db.execute("SELECT key, value FROM meta"))
        except sqlite3.DatabaseError as error:
            self._db.close()
            raise GazetteerFormatError(f"{path}: not a gazetteer file ({error}); build it anew") from error
        if found.get("format") != FORMAT:
            self._db.close()
            raise GazetteerFormatError(f"{path}: format {found.get('format')}, not {FORMAT}; build it anew")
        self.facts: dict[str, str] = found
        self._db.execute("PRAGMA mmap_size = 268435456")
        # the instance's own caches: no module-level state, and closed with it
        self.place = lru_cache(_CACHED_PLACES)(self._place)
        self._id = lru_cache(_CACHED_PLACES)(self._read_id)
        self._source_names = dict(self._db.execute("SELECT number, name FROM source"))

    @classmethod
    def open(cls) -> Self:
        """Open the gazetteer that petakan was installed with."""
        return cls(Path(str(files("gazetteer") / "data" / "gazetteer.sqlite")))

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def hits(self, folded: str) -> tuple[Hit, ...]:
        """Places of a folded name, most prominent first; empty if there is none."""
        row = self._db.execute("SELECT places FROM name WHERE fold = ?", (folded,)).fetchone()
        if row is None:
            return ()
        return tuple(Hit(number, KINDS[kind], bits) for number, kind, bits in POSTING.iter_unpack(row[0]))

    def names_starting_with(self, word: str, limit: int) -> list[str]:
        """Up to ``limit`` folded names whose first word is the folded ``word``, in order."""
        query = "SELECT fold FROM name WHERE fold >= ? AND fold < ? ORDER BY fold LIMIT ?"
        # "!" follows the space in Unicode, so the range holds the word itself and "word ..." alone
        return [row[0] for row in self._db.execute(query, (word, word + "!", limit))]

    def _place(self, number: int) -> Place:
        """The place with this number in the file."""
        row = self._db.execute(f"{SELECT_PLACE} WHERE number = ?", (number,)).fetchone()
        return self._from_row(row)

    def find(self, name: str) -> list[Place]:
        """All places of that name, however it is spelt, most prominent first."""
        return [self.place(hit.number) for hit in self.hits(fold(name))]

    def by_id(self, place_id: str) -> Place | None:
        """The place with this id, or None."""
        row = self._db.execute(f"{SELECT_PLACE} WHERE id = ?", (place_id,)).fetchone()
        return None if row is None else self._from_row(row)

    def number_of(self, place_id: str) -> int | None:
        """Number of the place with this id in the file, or None."""
        row = self._db.execute("SELECT number FROM place WHERE id = ?", (place_id,)).fetchone()
        return None if row is None else int(row[0])

    def of_level(self, level: Level) -> Iterator[Place]:
        """All places of a level, most prominent first; reads the whole table."""
        query = f"{SELECT_PLACE} WHERE level = ? ORDER BY number"
        return (self._from_row(row) for row in self._db.execute(query, (LEVELS.index(level),)))

    def counts(self) -> dict[Level, int]:
        """How many places of each level there are; reads the whole table."""
        found = dict(self._db.execute("SELECT level, count(*) FROM place GROUP BY level"))
        return {level: found.get(number, 0) for number, level in enumerate(LEVELS)}

    def unplaced(self) -> dict[Level, int]:
        """How many places of each level have no position, for levels where any has none; reads the whole table."""
        query = "SELECT level, count(*) FROM place WHERE lon IS NULL GROUP BY level ORDER BY level"
        return {LEVELS[number]: count for number, count in self._db.execute(query)}

    def notes(self) -> list[tuple[str, str, int]]:
        """What the build met: kind ("joined", "left out", "conflict"), what about, and how many."""
        return list(self._db.execute("SELECT kind, about, number FROM note"))

    def names(self, place: Place) -> list[Name]:
        """All names of a place as its sources spell them."""
        number = self.number_of(place.id)
        row = self._db.execute("SELECT names FROM spelling WHERE place = ?", (number,)).fetchone()
        if row is None:
            return [] if number is None else [Name(text=place.name, kind=NameKind.OFFICIAL)]
        lines = row[0].split("\n") if row[0] else []
        cells = (line.split("\t", 2) for line in lines)
        return [Name(text=text, kind=KINDS[int(kind)], language=tag or None) for kind, tag, text in cells]

    def sources(self) -> Iterator[dict[str, str]]:
        """The sources that the file was built from: name, version, licence, url, records."""
        cursor = self._db.execute("SELECT name, version, licence, url, records FROM source ORDER BY name")
        for row in cursor:
            yield {column[0]: str(value) for column, value in zip(cursor.description, row, strict=True)}

    def _read_id(self, number: str) -> str:
        return str(self._db.execute("SELECT id FROM place WHERE number = ?", (int(number),)).fetchone()[0])

    def _from_row(self, row: tuple[Any, ...]) -> Place:
        id_, name, label_id, label_en, level, code, country, parents, *rest = row
        lon, lat, radius, population, prominence, disputed, source = rest
        return Place(
            id=id_,
            name=name,
            labels=tuple((tag, label) for tag, label in (("id", label_id), ("en", label_en)) if label),
            level=LEVELS[level],
            feature_code=code,
            country=country,
            parents=tuple(map(self._id, parents.split())),
            position=None if lon is None else LonLat(lon / PER_DEGREE, lat / PER_DEGREE),
            radius_km=None if radius is None else radius / PER_KM,
            population=population,
            prominence=prominence / PER_PROMINENCE,
            disputed=bool(disputed),
            source=self._source_names.get(source, ""),
        )
