"""GeoPackage 1.3 for QGIS: a SQLite file with a layer of points and, for places, one of areas."""

import sqlite3
import struct
from collections.abc import Iterator, Sequence
from contextlib import closing
from typing import Final

from geo.records import MENTION_COLUMNS, PLACE_COLUMNS
from maps.export.cells import cells
from maps.export.records import CREDIT, Findings, MentionRecord, PlaceRecord
from maps.export.wkb import bounds, multi_polygon, point

Bounds = tuple[float, float, float, float]
Row = tuple[bytes | None, PlaceRecord | MentionRecord]

_APPLICATION_ID: Final = int.from_bytes(b"GPKG", "big")
_VERSION: Final = 10_300
_WGS_84: Final = 4326
_NO_DAY: Final = "1970-01-01T00:00:00.000Z"
"""When it was made is not said: equal input gives equal bytes."""

_TYPES: Final = (
    dict.fromkeys(("lon", "lat", "probability"), "REAL")
    | dict.fromkeys(("mentions", "literal", "associative", "unsure", "start", "end"), "INTEGER")
    | dict.fromkeys(("corrected", "disputed", "demonym"), "BOOLEAN")
)
_SCHEMA: Final = """
CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT
);
CREATE TABLE gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '',
  last_change DATETIME NOT NULL, min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id)
);
CREATE TABLE gpkg_geometry_columns (
  table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL,
  z TINYINT NOT NULL, m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
  CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id)
);
"""
_DEFINITION: Final = (
    'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],'
    'AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,'
    'AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]'
)
_SYSTEMS: Final = (
    ("Undefined cartesian SRS", -1, "NONE", -1, "undefined", None),
    ("Undefined geographic SRS", 0, "NONE", 0, "undefined", None),
    ("WGS 84 geodetic", _WGS_84, "EPSG", _WGS_84, _DEFINITION, "longitude/latitude in decimal degrees"),
)


def write_places(found: Findings) -> bytes:
    """The layers "places" (points) and, where there are any, "areas" (of countries and first-level units)."""
    areas: list[Row] = [(_area(found, record), record) for record in found.places if record["id"] in found.areas]
    with closing(_database()) as db:
        _add_layer(db, "places", "POINT", PLACE_COLUMNS, list(_points(found.places)))
        if areas:
            _add_layer(db, "areas", "MULTIPOLYGON", PLACE_COLUMNS, areas)
        return db.serialize()


def write_mentions(found: Findings) -> bytes:
    """The layer "mentions"; what is withheld or unresolved has no geometry."""
    with closing(_database()) as db:
        _add_layer(db, "mentions", "POINT", MENTION_COLUMNS, list(_points(found.mentions)))
        return db.serialize()


def _points(records: Sequence[PlaceRecord | MentionRecord]) -> Iterator[Row]:
    for record in records:
        lon, lat = record["lon"], record["lat"]
        where = None if lon is None or lat is None else _geometry(point(lon, lat), (lon, lat, lon, lat))
        yield where, record


def _area(found: Findings, record: PlaceRecord) -> bytes:
    area = found.areas[record["id"]]
    return _geometry(multi_polygon(area), bounds(area))


def _geometry(wkb: bytes, around: Bounds) -> bytes:
    """A geometry as the format keeps it: a head with its bounds, then its well-known binary."""
    west, south, east, north = around
    little_endian_with_bounds = 0b0000_0011
    return struct.pack("<2sBBi4d", b"GP", 0, little_endian_with_bounds, _WGS_84, west, east, south, north) + wkb


def _database() -> sqlite3.Connection:
    db = sqlite3.connect(":memory:", isolation_level=None)
    db.execute(f"PRAGMA application_id = {_APPLICATION_ID}")
    db.execute(f"PRAGMA user_version = {_VERSION}")
    db.executescript(_SCHEMA)
    db.executemany("INSERT INTO gpkg_spatial_ref_sys VALUES (?,?,?,?,?,?)", _SYSTEMS)
    return db


def _add_layer(db: sqlite3.Connection, name: str, shape: str, columns: tuple[str, ...], rows: Sequence[Row]) -> None:
    # "id" is the place's here, and the layer's own key is "fid", as QGIS expects it
    typed = ", ".join(f'"{column}" {_TYPES.get(column, "TEXT")}' for column in columns)
    db.execute(f'CREATE TABLE "{name}" (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom {shape}, {typed})')
    marks = ",".join("?" * (len(columns) + 1))
    names = ", ".join(f'"{column}"' for column in ("geom", *columns))
    db.executemany(
        f'INSERT INTO "{name}" ({names}) VALUES ({marks})',
        ([where, *cells(record, columns)] for where, record in rows),
    )
    west, south, east, north = _bounds_of([where for where, _ in rows if where is not None])
    db.execute(
        "INSERT INTO gpkg_contents VALUES (?,'features',?,?,?,?,?,?,?,?)",
        (name, name, CREDIT, _NO_DAY, west, south, east, north, _WGS_84),
    )
    db.execute("INSERT INTO gpkg_geometry_columns VALUES (?,'geom',?,?,0,0)", (name, shape, _WGS_84))


def _bounds_of(geometries: Sequence[bytes]) -> tuple[float | None, float | None, float | None, float | None]:
    if not geometries:
        return None, None, None, None
    heads = [struct.unpack_from("<4d", geometry, 8) for geometry in geometries]
    west, east, south, north = zip(*heads, strict=True)
    return min(west), min(south), max(east), max(north)
