"""Layout of the gazetteer file, shared by what writes it and what reads it."""

import struct
from typing import Final

from gazetteer.place import Level, NameKind

FORMAT: Final = "2"
"""Version of the layout; a file of another version is not read."""

STANDS_ALONE: Final = "stands_alone"
"""Fact of a file that is not to be laid over the default gazetteer."""

KINDS: Final = tuple(NameKind)
LEVELS: Final = tuple(Level)
"""Kinds and levels are stored as their index here: append, never reorder, or raise :data:`FORMAT`."""

# The sort of a name that several sources give: the first of these that any of them says
KIND_ORDER: Final = (
    NameKind.OFFICIAL,
    NameKind.SHORT,
    NameKind.CODE,
    NameKind.DEMONYM,
    NameKind.HISTORIC,
    NameKind.ALTERNATE,
    NameKind.ROMANIZED,
    NameKind.PART,
)

POSTING: Final = struct.Struct("<IBB")
"""One place under a name: its number, the index of the name's kind in :data:`KINDS`, and its languages.

The languages are a sum of the bits of :data:`LANGUAGE_BITS`; 0 where no source says.
"""

LANGUAGE_BITS: Final = {"id": 1, "en": 2}
OTHER_LANGUAGE: Final = 4

PER_DEGREE: Final = 100_000
PER_KM: Final = 10
PER_PROMINENCE: Final = 1000
"""Degrees, kilometres and prominences are stored as whole numbers of these parts: half the size of floats."""

SELECT_PLACE: Final = (
    "SELECT id, name, label_id, label_en, level, feature_code, country, parents, lon, lat, radius_km,"
    " population, prominence, disputed, source FROM place"
)

ONLY_NAME: Final = f"{KINDS.index(NameKind.OFFICIAL)}\t\t"
"""Kind and language of a place's own name where it is all that is known; it has no row in "spelling" then."""

SCHEMA: Final = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE source (
    number INTEGER PRIMARY KEY, name TEXT NOT NULL, version TEXT, licence TEXT, url TEXT, records INTEGER);
CREATE TABLE place (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, label_id TEXT, label_en TEXT,
    level INTEGER NOT NULL, feature_code TEXT, country TEXT, parents TEXT NOT NULL, lon INTEGER, lat INTEGER,
    radius_km INTEGER, population INTEGER NOT NULL, prominence INTEGER NOT NULL, disputed INTEGER NOT NULL,
    source INTEGER);
CREATE TABLE note (kind TEXT NOT NULL, about TEXT NOT NULL, number INTEGER NOT NULL);
CREATE TABLE name (fold TEXT PRIMARY KEY, places BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE spelling (place INTEGER PRIMARY KEY, names TEXT NOT NULL);
CREATE TABLE area (ne_id INTEGER PRIMARY KEY, unit TEXT, country TEXT);
"""
