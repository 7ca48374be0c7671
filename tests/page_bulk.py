"""A made-up archive of any size, to see that a page stays small and quick: run it to write one.

    python tests/page_bulk.py arsip.html

1,000 articles of 45 to 55 mentions each, of 2,000 places on all levels; the same in every run.
"""

import random
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from page_samples import article, geoparsed, place, resolution

from gazetteer.place import Level, Place
from geo.article import Article
from geo.geoparsed import GeoparsedArticle
from geo.mention import Evidence, Resolution, Usage
from maps.basemap import load_base_map
from maps.page import render_page

_SYLLABLES: Final = tuple("ba da ka la ma na pa ra sa ta wa ga ri lo nu te si ku mo pe".split())  # noqa: SIM905
_PHRASES: Final = (
    "Di {} pasar dibuka lagi sejak pagi.",
    "Warga {} menunggu kabar dari pemerintah daerah tentang jalan yang rusak.",
    "Menurut {}, jumlah pengunjung naik dua kali lipat dalam sebulan terakhir.",
    "Kereta ke {} terlambat karena hujan deras sepanjang malam.",
    "Kelompok tani dari {} membawa benih padi yang tahan kering.",
)
_FIRST_DAY: Final = date(2024, 1, 1)


def places(count: int, chance: random.Random) -> list[Place]:
    """Countries of the base map first, then a region in ten, a province in five, and towns."""
    named = [(one, one.name_at) for one in load_base_map().countries.values() if one.name_at][: count // 20]
    countries = [one.iso for one, _ in named]
    found = [
        place(f"c-{one.iso}", one.english, Level.COUNTRY, at.lon, at.lat, id_label=one.indonesian, country=one.iso)
        for one, at in named
    ]
    while len(found) < count:
        number = len(found)
        name = "".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4))).capitalize() + f" {number}"
        level = Level.REGION if number % 10 == 0 else Level.ADM1 if number % 5 == 0 else Level.CITY
        lon, lat = chance.uniform(-170, 175), chance.uniform(-50, 68)
        radius = None if level is Level.CITY else 60.0
        country = chance.choice(countries)
        found.append(place(f"geonames:{number}", name, level, lon, lat, country=country, radius_km=radius))
    return found


def _evidence(one: Place, named: Sequence[Place]) -> Iterator[Evidence]:
    """Why it is this place: that it is well known, and the other places of its country, as an article would have it."""
    yield Evidence(name="prominence", weight=2.0)
    others = list(dict.fromkeys(other.name for other in named if other.country == one.country and other is not one))
    if others:
        yield Evidence(name="same_country", weight=1.0, detail=", ".join(others[:3]))


def _articles(known: Sequence[Place], count: int, mentions: int, chance: random.Random) -> Iterator[GeoparsedArticle]:
    countries = {one.country: one for one in known if one.level is Level.COUNTRY}
    weights = [1 / (rank + 1) ** 0.7 for rank in range(len(known))]
    for number in range(count):
        named = chance.choices(known, weights, k=mentions + chance.randint(-5, 5))
        lines, found = [f"Berita ke-{number} dari arsip"], list[tuple[int, Place]]()
        at = len(lines[0]) + 1
        for one in named:
            before, after = chance.choice(_PHRASES).split("{}")
            found.append((at + len(before), one))
            lines.append(f"{before}{one.name}{after}")
            at += len(lines[-1]) + 1
        day = _FIRST_DAY + timedelta(days=chance.randrange(700))
        base = article(f"arsip-{number}", "\n".join(lines), published=None if number % 40 == 0 else day)

        def resolved(
            found: list[tuple[int, Place]] = found, base: Article = base, named: Sequence[Place] = named
        ) -> Iterator[Resolution]:
            for start, one in found:
                usage = chance.choice((Usage.LITERAL, Usage.LITERAL, Usage.ASSOCIATIVE))
                others = (chance.choice(known),) if chance.random() < 0.1 else ()
                probability = chance.choice((0.99, 0.95, 0.8, 0.5))
                yield resolution(
                    base,
                    start,
                    start + len(one.name),
                    one,
                    *others,
                    usage=usage,
                    probability=probability,
                    evidence=tuple(_evidence(one, named)),
                    within=() if one.level is Level.COUNTRY else (countries[one.country],),
                )

        yield geoparsed(base, resolved())


def archive(articles: int = 1000, mentions: int = 50, count: int = 2000) -> list[GeoparsedArticle]:
    """Articles with about ``mentions`` mentions each, of ``count`` places."""
    chance = random.Random(1945)
    return list(_articles(places(count, chance), articles, mentions, chance))


def main() -> None:
    """Write the page of the archive to the path that is named."""
    articles = archive()
    start = time.perf_counter()
    page = render_page(articles, title="Arsip seribu berita")
    sys.stdout.write(f"{len(page.encode()):,} bytes in {time.perf_counter() - start:.1f} s\n")
    Path(sys.argv[1]).write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
