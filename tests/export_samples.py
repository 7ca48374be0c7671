"""Articles as exports meet them: a factory in a town, a name over two lines, markup and formulas among the words."""

import io
import json
import sqlite3
import struct
from collections.abc import Sequence
from datetime import date
from typing import Any
from zipfile import ZipFile

from gazetteer.place import Level, LonLat, Place
from geo.article import Article, Span
from geo.geoparsed import GeoparsedArticle, Unresolved
from geo.mention import Candidate, Facility, Mention, Resolution, Usage
from geo.policy import publish
from geo.sentences import sentence_at
from maps.export.formats import Format, Subject, formats_for
from maps.export.records import Findings

TEXT = (
    "Banjir di Pati: warga Jawa\nTengah dan Indonesia pergi dari Pati ke Atlantis. Pabrik Gula Trangkil di Pati tutup."
)
SITE = "Pabrik Gula Trangkil"

PATI = Place(
    id="geonames:1631992",
    name="Pati",
    level=Level.CITY,
    country="ID",
    position=LonLat(111.03801, -6.75580),
    source="sample",
)
CENTRAL_JAVA = Place(
    id="geonames:1642669",
    name="Central Java",
    labels=(("id", "Jawa Tengah"), ("en", "Central Java")),
    level=Level.ADM1,
    country="ID",
    position=LonLat(110.0, -7.5),
    source="sample",
)
INDONESIA = Place(
    id="geonames:1643084",
    name="Indonesia",
    level=Level.COUNTRY,
    country="ID",
    position=LonLat(120.0, -5.0),
    disputed=True,
    source="sample",
)
JAVA_SEA = Place(
    id="petakan:laut-jawa",
    name="Java Sea",
    level=Level.REGION,
    feature_code="SEA",
    position=LonLat(110, -5),
    source="sample",
)
TRANGKIL = Place(
    id="geonames:999",
    name="Trangkil",
    level=Level.CITY,
    country="ID",
    position=LonLat(111.07712, -6.64123),
    source="sample",
)
FINER = (111.03801, -6.75580, 111.07712, -6.64123)
"""Coordinates finer than public ones, and those of a place that has its name from a site."""

Named = tuple[str, Place | None, Usage, float]
NAMED: tuple[Named, ...] = (
    ("Pati", PATI, Usage.LITERAL, 0.91234),
    ("Jawa\nTengah", CENTRAL_JAVA, Usage.ASSOCIATIVE, 0.99),
    ("Indonesia", INDONESIA, Usage.ASSOCIATIVE, 0.99),
    ("Pati", PATI, Usage.LITERAL, 0.55),
    ("Atlantis", None, Usage.LITERAL, 0.6),
    ("Trangkil", TRANGKIL, Usage.LITERAL, 0.99),
    ("Pati", PATI, Usage.LITERAL, 0.8),
)

NASTY_TEXT = (
    '=HYPERLINK("x") <b onclick=alert(1)>Laut Jawa</b> & ${x} \x0c]]>\r\n\r\n'
    "-1+1 'Laut Jawa' bersama Qwxyz 🌊.\n\tBaca juga: Pati"
)


def sample(
    text: str = TEXT,
    named: Sequence[Named] = NAMED,
    article_id: str = "banjir",
    title: str = "Banjir di Pati",
    *,
    corrected: bool = False,
) -> GeoparsedArticle:
    """An article, with its names in the order of the text and its factory; ``corrected`` by a person or not."""
    article = Article(
        id=article_id, title=title, text=text, source="banjir.txt", published=date(2025, 5, 7), language="id"
    )
    resolutions, at = [], 0
    for name, place, usage, probability in named:
        start = text.index(name, at)
        at = start + len(name)
        mention = Mention(article_id=article_id, start=start, end=at, text=name, usage=usage, probability=1.0)
        chosen = None if place is None else Candidate(place=place, probability=probability)
        other = Candidate(place=TRANGKIL, probability=1 - probability)
        candidates = () if chosen is None else (chosen, other)
        resolutions.append(Resolution(mention=mention, chosen=chosen, candidates=candidates, corrected=corrected))
    mentions, withheld = publish(article, resolutions, facilities(article))
    return GeoparsedArticle(article=article, mentions=mentions, withheld=withheld, unresolved=())


def facilities(article: Article) -> list[Facility]:
    """The factory of the sample text, with the town that it is in."""
    start = article.text.find(SITE)
    if start < 0:
        return []
    host = article.text.index("Pati", start)
    end = start + len(SITE)
    return [Facility(article_id=article.id, start=start, end=end, text=SITE, host=Span(host, host + 4))]


def nasty() -> GeoparsedArticle:
    """An article full of what formats have to escape, undated, with an address, a masked line and an unknown name."""
    named = [("Laut Jawa", JAVA_SEA, Usage.LITERAL, 0.7), ("Laut Jawa", JAVA_SEA, Usage.ASSOCIATIVE, 0.3)]
    parsed = sample(NASTY_TEXT, named, "+nasty/1", '@<script>alert("x")</script> & co')
    unknown, masked = NASTY_TEXT.index("Qwxyz"), NASTY_TEXT.index("Baca")
    article = Article(
        id=parsed.article.id,
        title=parsed.article.title,
        text=NASTY_TEXT,
        url="https://example.org/?a=1&b=<2>",
        source="nasty.txt",
        masked=(Span(masked, len(NASTY_TEXT)),),
    )
    name = Unresolved(
        article_id=article.id, span=Span(unknown, unknown + 5), text="Qwxyz", sentence=sentence_at(NASTY_TEXT, unknown)
    )
    return GeoparsedArticle(article=article, mentions=parsed.mentions, withheld=parsed.withheld, unresolved=(name,))


def findings(*articles: GeoparsedArticle, areas: bool = False) -> Findings:
    """What an export gets; of the sample and the nasty article where none is given."""
    return Findings(articles=tuple(articles) or (sample(), nasty()), language="id", with_areas=areas)


EVERY_EXPORT = [(form, subject) for subject in Subject for form in formats_for(subject)]
"""Each format with each subject that it is for."""


def written(form: Format, subject: Subject, found: Findings) -> bytes:
    """The bytes of an export, as they would stand in a file."""
    content = form.writer(subject)(found)
    assert isinstance(content, bytes) is form.is_binary
    return content if isinstance(content, bytes) else content.encode()


def shown(form: Format, content: bytes) -> str:
    """An export as text, with the numbers of its geometries."""
    if form.name == "xlsx":
        with ZipFile(io.BytesIO(content)) as book:
            return "".join(book.read(name).decode() for name in book.namelist() if "sheet" in name)
    if form.name == "gpkg":
        return json.dumps([[_spoken(value) for value in row] for row in gpkg_rows(content)])
    if form.name == "parquet":
        return json.dumps([[_spoken(value) for value in row.values()] for row in parquet_rows(content)])
    return content.decode()


def parquet_rows(content: bytes) -> list[dict[str, Any]]:
    """The rows of a Parquet file."""
    from pyarrow import BufferReader, parquet  # noqa: PLC0415 - only where there is a file of it

    rows: list[dict[str, Any]] = parquet.read_table(BufferReader(content)).to_pylist()
    return rows


def gpkg_rows(content: bytes) -> list[tuple[object, ...]]:
    """The rows of all layers of a GeoPackage."""
    db = sqlite3.connect(":memory:")
    db.deserialize(content)
    layers = [name for (name,) in db.execute("SELECT table_name FROM gpkg_contents")]
    rows = [row for layer in layers for row in db.execute(f"SELECT * FROM {layer}")]
    db.close()
    return rows


def _spoken(value: object) -> object:
    """A geometry as the numbers in it, whether it has the head of a GeoPackage or not; other values as they are."""
    if not isinstance(value, bytes):
        return value
    wkb = value[40:] if value.startswith(b"GP") else value
    bounds = list(struct.unpack_from("<4d", value, 8)) if value.startswith(b"GP") else []
    (kind,) = struct.unpack_from("<I", wkb, 1)
    return bounds + (list(struct.unpack_from("<2d", wkb, 5)) if kind == 1 else _multi_polygon(wkb))


def _multi_polygon(wkb: bytes) -> list[float]:
    numbers: list[float] = []
    at = 9
    for _ in range(struct.unpack_from("<I", wkb, 5)[0]):
        (rings,) = struct.unpack_from("<I", wkb, at + 5)
        at += 9
        for _ in range(rings):
            (points,) = struct.unpack_from("<I", wkb, at)
            numbers += struct.unpack_from(f"<{2 * points}d", wkb, at + 4)
            at += 4 + 16 * points
    return numbers
