"""``territories.tsv``: what every language calls the countries, continents and UN regions (Unicode CLDR)."""

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from gazetteer.extract.packages import read_json
from gazetteer.extract.tables import clean, write_table

COLUMNS: Final = ("code", "kind", "languages", "name")

NO_PLACES: Final = frozenset({"001", "EZ", "QO", "UN", "XA", "XB", "ZZ"})
"""The world, the euro zone, outlying Oceania, the United Nations, two test locales, "unknown"."""

_PACKAGE: Final = "cldr-localenames-full"
_CODE: Final = re.compile(r"[A-Z]{2}|[0-9]{3}")


def write_territories(packages: Path, folder: Path) -> tuple[Path, ...]:
    """Write ``territories.tsv`` into ``folder``.

    Columns: ``code`` (ISO 3166-1 alpha-2, with its exceptional reservations and XK, or a UN M49 number),
    ``kind`` (official, short or variant), ``languages`` (the locales that use the name in this way,
    space-joined; a regional one only where its base language does not), ``name``. One row per code, kind and
    name.
    """
    users: defaultdict[tuple[str, str, str], set[str]] = defaultdict(set)
    for locale, code, kind, name in _entries(packages):
        users[code, kind, name].add(locale)
    rows = [(code, kind, " ".join(_bases(locales)), name) for (code, kind, name), locales in users.items()]
    return (write_table(folder / "territories.tsv", COLUMNS, rows),)


def _entries(packages: Path) -> Iterator[tuple[str, str, str, str]]:
    for path in sorted((packages / _PACKAGE / "main").glob("*/territories.json")):
        locale = path.parent.name
        content = read_json(packages, _PACKAGE, f"main/{locale}/territories.json")
        for key, value in content["main"][locale]["localeDisplayNames"]["territories"].items():
            code, _, alternative = key.partition("-alt-")
            name = clean(value).strip(" :/")
            if _CODE.fullmatch(code) and code not in NO_PLACES and _is_name(name, code, alternative):
                yield locale, code, _kind(alternative), name


def _is_name(name: str, code: str, alternative: str) -> bool:
    # Locales without a translation repeat a code or the key; "US" as a short form is a real one.
    copied = name == f"{code}-{alternative}" or (alternative != "short" and _CODE.fullmatch(name) is not None)
    return bool(name) and not copied


def _kind(alternative: str) -> str:
    return {"": "official", "short": "short"}.get(alternative, "variant")


def _bases(locales: set[str]) -> list[str]:
    return sorted(one for one in locales if not any(one.startswith(f"{base}-") for base in locales))
