"""Makes a synthetic ``allCountries.zip`` to measure with: ``python tests/synthetic_geonames.py FILE ROWS``.

The rows have the shape of GeoNames' own (classes, alternate names, admin codes), their content is made up.
"""

import argparse
import io
import random
import zipfile
from collections.abc import Iterator
from functools import partial
from itertools import accumulate, count
from pathlib import Path
from typing import Final

COUNTRIES: Final = ("ID", "US", "CN", "IN", "RU", "FR", "DE", "BR", "MX", "NO", "IR", "PK", "TH", "PH", "AU", "UA")
UNITS: Final = 30  # of the first level in a country, and of the second in each of those

# Class and code with their share of the rows, after the class mix of the real file as far as it is published
SHARES: Final = {
    ("P", "PPL"): 38.0, ("P", "PPLX"): 1.0, ("P", "PPLA3"): 0.4, ("P", "PPLQ"): 0.6,
    ("H", "STM"): 11.0, ("H", "LK"): 4.0, ("H", "BAY"): 1.0,
    ("T", "MT"): 5.0, ("T", "HLL"): 5.0, ("T", "ISL"): 2.0, ("T", "MTS"): 0.5,
    ("S", "SCH"): 8.0, ("S", "FRM"): 8.0, ("S", "HTL"): 4.0, ("S", "AIRP"): 0.5,
    ("R", "RD"): 1.0, ("L", "LCTY"): 5.0, ("L", "PRK"): 1.0, ("L", "RGN"): 0.2, ("V", "FRST"): 0.3, ("A", "ADM3"): 3.5,
}  # fmt: skip
_SYLLABLES: Final = (
    *("ka", "ran", "ga", "nyar", "su", "ka", "bu", "mi", "pur", "wo", "ban", "dar", "lam", "pung"),
    *("si", "la", "wang", "teng", "gar", "ra", "me", "dan", "ku", "ta", "ba", "to", "jo", "vo"),
    *("gra", "do", "mos", "nov", "pet", "rov", "ber", "lin", "dorf", "stadt", "ville", "mont", "saint", "clair"),
    *("ton", "ham", "ford", "field", "chi", "hua", "ta", "shan", "xi", "éa", "ö", "ñu", "ş"),
)


def rows(number: int, seed: int = 1) -> Iterator[str]:
    """Lines of the table: first countries and units, then ``number`` lines in all."""
    chance = random.Random(seed)
    heads = list(_units())
    yield from heads[:number]
    kinds, weights = list(SHARES), list(accumulate(SHARES.values()))
    for geonameid in range(1_000_000, 1_000_000 + max(0, number - len(heads))):
        ((letter, code),) = chance.choices(kinds, cum_weights=weights)
        country = chance.choice(COUNTRIES)
        others = [_name(chance) for _ in range(min(12, int(chance.expovariate(0.6))))]
        admin1, admin2 = f"{chance.randrange(UNITS):02}", f"{chance.randrange(UNITS):02}"
        people = int(10 ** chance.uniform(1, 6)) if letter == "P" and chance.random() < 0.12 else 0
        yield line(
            geonameid,
            _name(chance),
            letter=letter,
            code=code,
            country=country,
            others=",".join(others),
            admin1=admin1,
            admin2=admin2,
            people=people,
            at=(chance.uniform(-60, 75), chance.uniform(-180, 180)),
        )


def line(
    geonameid: int,
    name: str,
    *,
    letter: str = "P",
    code: str = "PPL",
    country: str = "ID",
    others: str = "",
    admin1: str = "07",
    admin2: str = "01",
    people: int = 0,
    at: tuple[float, float] = (-7.0, 110.0),
) -> str:
    """One line of the table; ``at`` is latitude and longitude, as GeoNames orders them."""
    lat, lon = at
    ascii_name = name.encode("ascii", "ignore").decode()
    cells = [geonameid, name, ascii_name, others, f"{lat:.5f}", f"{lon:.5f}", letter, code, country, ""]
    cells += [admin1, admin2, "", "", people, "", 10, "Asia/Jakarta", "2029-01-17"]
    return "\t".join(map(str, cells)) + "\n"


def write_zip(path: Path, number: int, seed: int = 1) -> None:
    """Write a zip file that holds the table under its own name."""
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open(f"{path.stem}.txt", "w", force_zip64=True) as packed,
        io.TextIOWrapper(packed, encoding="utf-8", newline="") as file,
    ):
        file.writelines(rows(number, seed))


def _units() -> Iterator[str]:
    ids = count(1)
    for country in COUNTRIES:
        unit = partial(line, letter="A", country=country)
        yield unit(next(ids), f"State {country}", code="PCLI", admin1="00", admin2="")
        for first in range(UNITS):
            admin1 = f"{first:02}"
            yield unit(next(ids), f"Province {country} {first}", code="ADM1", admin1=admin1, admin2="")
            for second in range(UNITS):
                name = f"District {country} {first} {second}"
                yield unit(next(ids), name, code="ADM2", admin1=admin1, admin2=f"{second:02}")


def _name(chance: random.Random) -> str:
    return "".join(chance.choices(_SYLLABLES, k=chance.choice((2, 3, 3, 4)))).capitalize()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path, help="zip file to write, such as allCountries.zip")
    parser.add_argument("number", type=int, nargs="?", default=2_000_000, help="rows")
    asked = parser.parse_args()
    write_zip(asked.path, asked.number)
