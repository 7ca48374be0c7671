"""Points of first level units that Natural Earth lacks: PyPI's iso3166-2 (read as a file, never imported)."""

from collections.abc import Iterator

from gazetteer.place import LonLat, Name, NameKind
from gazetteer.sources.record import Record, Source, package_folder, package_version, read_json


def source() -> Source:
    """ISO 3166-2 units with coordinates."""
    return Source(
        name="iso3166-2",
        version=package_version("iso3166-2"),
        licence="MIT",
        url="https://github.com/amckenna41/iso3166-2",
    )


def records() -> Iterator[Record]:
    """One record per unit with a point; it only completes units that another source brings."""
    path = package_folder("iso3166_2") / "iso3166-2.json"
    for country, units in sorted(read_json(path).items()):
        for code, unit in sorted(units.items()):
            point = unit.get("latLng")
            if point:
                yield Record(
                    keys=(f"iso2:{code}",),
                    names=(Name(text=unit["name"], kind=NameKind.OFFICIAL),),
                    country=country,
                    position=LonLat(float(point[1]), float(point[0])),
                )
