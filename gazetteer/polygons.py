"""Read the outlines of first-level administrative units.

The file is one gzip stream of records without a header, sorted by their first number:

    int32   Natural Earth's id of the unit (``ne_id`` in ``admin1.tsv``), little-endian
    int32   length of what follows, in bytes, little-endian
    bytes   a polygon or multipolygon as WKB, lon/lat in degrees (WGS 84)
"""

import gzip
import struct
from pathlib import Path
from typing import TYPE_CHECKING, Final

from gazetteer.errors import GazetteerFormatError, GazetteerMissingError

if TYPE_CHECKING:
    from shapely import Geometry

RECORD: Final = struct.Struct("<ii")
"""What stands before each outline: Natural Earth's id and the length of the WKB in bytes."""


def read_polygons(path: Path) -> dict[int, "Geometry"]:
    """The outlines in ``path`` by Natural Earth's id, as shapely geometries (lon/lat in degrees).

    Raises:
        GazetteerMissingError: there is no such file.
        GazetteerFormatError: the file is damaged.
    """
    # Imported here because it takes 0.14 s, and most runs need no outline.
    import shapely  # noqa: PLC0415

    try:
        records = _records(gzip.decompress(path.read_bytes()))
        return dict(zip(records, shapely.from_wkb(list(records.values())), strict=True))
    except FileNotFoundError as error:
        raise GazetteerMissingError(f"{path}: no such file; run python -m gazetteer.extract") from error
    except (EOFError, OSError, struct.error, shapely.GEOSException) as error:
        raise GazetteerFormatError(f"{path}: damaged ({error}); run python -m gazetteer.extract") from error


def _records(content: bytes) -> dict[int, bytes]:
    records: dict[int, bytes] = {}
    start = 0
    while start < len(content):
        ne_id, length = RECORD.unpack_from(content, start)
        start += RECORD.size
        records[ne_id] = content[start : start + length]
        start += length
    return records
