"""Made-up articles and places to draw pages from: every sort of symbol is among them."""

from collections.abc import Iterable
from datetime import date

from gazetteer.place import Level, LonLat, Place
from geo.article import Article, Span
from geo.geoparsed import GeoparsedArticle, Unresolved
from geo.mention import Candidate, Evidence, Facility, Mention, Resolution, Usage
from geo.policy import publish
from geo.sentences import sentence_at


def place(
    id_: str,
    name: str,
    level: Level,
    lon: float,
    lat: float,
    *,
    id_label: str | None = None,
    country: str | None = None,
    radius_km: float | None = None,
    parents: tuple[str, ...] = (),
    feature_code: str | None = None,
    disputed: bool = False,
) -> Place:
    """A place of the sample gazetteer; ``id_label`` is its Indonesian name."""
    return Place(
        id=id_,
        name=name,
        labels=(("id", id_label or name), ("en", name)),
        level=level,
        feature_code=feature_code,
        country=country,
        parents=parents,
        position=LonLat(lon, lat),
        radius_km=radius_km,
        disputed=disputed,
        source="sample",
    )


PLACES = {
    one.id: one
    for one in (
        place("asia", "Asia", Level.CONTINENT, 89.3, 29.84, radius_km=3768),
        place("indonesia", "Indonesia", Level.COUNTRY, 120, -5, country="ID", radius_km=779),
        place("russia", "Russia", Level.COUNTRY, 100, 60, id_label="Rusia", country="RU", radius_km=2333),
        place("ukraine", "Ukraine", Level.COUNTRY, 32, 49, id_label="Ukraina", country="UA", radius_km=438),
        place(
            "singapore",
            "Singapore",
            Level.COUNTRY,
            103.8,
            1.37,
            id_label="Singapura",
            country="SG",
            radius_km=14.8,
        ),
        place("turkey", "Türkiye", Level.COUNTRY, 35, 39, id_label="Turki", country="TR", radius_km=499),
        place(
            "vatican",
            "Vatican City",
            Level.COUNTRY,
            12.45,
            41.9,
            id_label="Vatikan",
            country="VA",
            radius_km=0.6,
        ),
        place(
            "kursk-oblast",
            "Kursk Oblast",
            Level.ADM1,
            36.2,
            51.8,
            id_label="Oblast Kursk",
            country="RU",
            radius_km=98,
            parents=("russia",),
            feature_code="ADM1",
        ),
        place("kursk", "Kursk", Level.CITY, 36.19, 51.73, country="RU", parents=("kursk-oblast", "russia")),
        place("kursk-village", "Kursk", Level.CITY, 44.0, 44.05, country="RU", parents=("russia",)),
        place("sudzha", "Sudzha", Level.CITY, 35.27, 51.19, country="RU", parents=("kursk-oblast", "russia")),
        place("sudzha-river", "Sudzha", Level.CITY, 40.1, 57.2, country="RU", parents=("russia",)),
        place("moscow", "Moscow", Level.CITY, 37.62, 55.75, id_label="Moskwa", country="RU", parents=("russia",)),
        place("kyiv", "Kyiv", Level.CITY, 30.52, 50.45, country="UA", parents=("ukraine",)),
        place("ankara", "Ankara", Level.CITY, 32.85, 39.92, country="TR", parents=("turkey",)),
        place("jakarta", "Jakarta", Level.CITY, 106.85, -6.21, country="ID", parents=("indonesia", "asia")),
        place(
            "surabaya",
            "Surabaya",
            Level.CITY,
            112.75,
            -7.25,
            country="ID",
            parents=("east-java", "indonesia"),
        ),
        place(
            "east-java",
            "East Java",
            Level.ADM1,
            112.7,
            -7.7,
            id_label="Jawa Timur",
            country="ID",
            radius_km=124,
            parents=("indonesia",),
        ),
        place(
            "red-sea",
            "Red Sea",
            Level.REGION,
            38.5,
            20.3,
            id_label="Laut Merah",
            radius_km=373,
            feature_code="SEA",
        ),
        place(
            "black-sea",
            "Black Sea",
            Level.REGION,
            34.5,
            43.3,
            id_label="Laut Hitam",
            radius_km=373,
            feature_code="SEA",
        ),
        place(
            "crimea",
            "Crimea",
            Level.ADM1,
            34.3,
            45.3,
            id_label="Krimea",
            country="UA",
            radius_km=92,
            disputed=True,
            parents=("ukraine",),
        ),
    )
}

_FIRST = """Gandum dan garam: jalur yang berubah
Kapal-kapal gandum dari Laut Hitam kembali berlayar. Di Ankara, para juru runding bertemu selama dua hari.
Moskwa menuduh pasukan Ukraina melanggar kesepakatan.
Ukraina membantah tuduhan itu, dan Turki menawarkan jalan tengah.
Warga di Oblast Kursk menunggu kabar. "Kami hanya ingin panen," kata seorang petani di Kursk.
Pemerintah daerah Kursk diam. Seorang saksi dari Sudzha mengiyakan.
Sebuah pabrik pupuk, Kompleks Agrokimia Timur di Kursk, menghentikan produksi.
Krimea belum disebut dalam naskah akhir.
Rusia akan mengirim utusan ke Kyiv. Rusia juga mengundang pengamat dari Vatikan.
"""

_SECOND = """Harga roti naik di Surabaya
Harga tepung di Surabaya naik sejak kapal memutar lewat Laut Merah.
Pedagang di Jawa Timur mengurangi ukuran roti. Di Jakarta, pemerintah Indonesia membahas impor dari Asia.
Singapura menjadi tempat transit. Jakarta meminta kepastian.
Surabaya menampung kapal yang antre. Di Surabaya pula gudang baru dibuka.
Menurut Jakarta, stok cukup untuk tiga bulan.
Seorang pedagang dari Wonolelo Kidul mengaku menutup kiosnya.
Di Indonesia, roti bukan makanan pokok, tetapi Indonesia tetap mengimpor gandum.
"""

# (name in the text, place, usage, probability); each is looked for after the one before
_Named = tuple[str, str, Usage, float]
_L, _A = Usage.LITERAL, Usage.ASSOCIATIVE
_FIRST_NAMED: tuple[_Named, ...] = (
    ("Laut Hitam", "black-sea", _L, 0.98),
    ("Ankara", "ankara", _L, 0.97),
    ("Moskwa", "moscow", _A, 0.96),
    ("Ukraina", "ukraine", _A, 0.99),
    ("Ukraina", "ukraine", _A, 0.99),
    ("Turki", "turkey", _A, 0.95),
    ("Oblast Kursk", "kursk-oblast", _L, 0.93),
    ("Kursk", "kursk", _L, 0.72),
    ("Kursk", "kursk", _A, 0.55),
    ("Sudzha", "sudzha", _L, 0.48),
    ("Kompleks", "kursk", _L, 0.8),
    ("Krimea", "crimea", _L, 0.52),
    ("Rusia", "russia", _A, 0.99),
    ("Kyiv", "kyiv", _L, 0.98),
    ("Rusia", "russia", _A, 0.99),
    ("Vatikan", "vatican", _A, 0.9),
)
_SECOND_NAMED: tuple[_Named, ...] = (
    ("Surabaya", "surabaya", _L, 0.99),
    ("Laut Merah", "red-sea", _L, 0.97),
    ("Jawa Timur", "east-java", _L, 0.98),
    ("Jakarta", "jakarta", _L, 0.99),
    ("Indonesia", "indonesia", _A, 0.99),
    ("Asia", "asia", _L, 0.9),
    ("Singapura", "singapore", _L, 0.95),
    ("Jakarta", "jakarta", _A, 0.97),
    ("Surabaya", "surabaya", _L, 0.99),
    ("Surabaya", "surabaya", _L, 0.99),
    ("Jakarta", "jakarta", _A, 0.97),
    ("Indonesia", "indonesia", _L, 0.99),
    ("Indonesia", "indonesia", _A, 0.99),
)


def article(id_: str, text: str, **fields: object) -> Article:
    """An article whose title is its first line."""
    title = text.split("\n", 1)[0]
    known = {"published": date(2026, 11, 20), "language": "id", "source": f"{id_}.txt", **fields}
    return Article(id=id_, title=title, text=text, **known)  # type: ignore[arg-type]


def resolution(
    one: Article,
    start: int,
    end: int,
    chosen: Place,
    *others: Place,
    usage: Usage = _L,
    probability: float = 0.95,
    evidence: tuple[Evidence, ...] = (),
    within: tuple[Place, ...] = (),
) -> Resolution:
    """A mention of ``one`` that was taken to mean ``chosen``, which lies in ``within``, by the ``evidence``."""
    mention = Mention(
        article_id=one.id,
        start=start,
        end=end,
        text=one.text[start:end],
        usage=usage,
        probability=1.0,
    )
    first = Candidate(place=chosen, probability=probability, evidence=evidence, within=within)
    rest = tuple(Candidate(place=other, probability=(1 - probability) / len(others)) for other in others)
    return Resolution(mention=mention, chosen=first, candidates=(first, *rest))


def geoparsed(
    one: Article,
    resolutions: Iterable[Resolution],
    facilities: Iterable[Facility] = (),
    unresolved: tuple[Unresolved, ...] = (),
) -> GeoparsedArticle:
    """What the pipeline would make of the article."""
    mentions, withheld = publish(one, resolutions, facilities)
    return GeoparsedArticle(article=one, mentions=mentions, withheld=withheld, unresolved=unresolved)


_ALTERNATIVES = {"kursk": ("kursk-village",), "sudzha": ("sudzha-river",)}


def _found(one: Article, named: Iterable[_Named]) -> Iterable[Resolution]:
    at = len(one.title)
    for name, id_, usage, probability in named:
        word = "Kursk" if name == "Kompleks" else name
        at = one.text.index(word, one.text.index(name, at))
        others = tuple(PLACES[other] for other in _ALTERNATIVES.get(id_, ()))
        yield resolution(one, at, at + len(word), PLACES[id_], *others, usage=usage, probability=probability)
        at += len(word)


def sample_articles() -> tuple[GeoparsedArticle, ...]:
    """Two short articles with 19 places between them."""
    first = article("gandum", _FIRST, url="https://example.org/gandum")
    second = article("roti", _SECOND, published=date(2026, 11, 22))
    site = "Kompleks Agrokimia Timur"
    start = first.text.index(site)
    host = first.text.index("Kursk", start)
    plant = Facility(
        article_id=first.id,
        start=start,
        end=start + len(site),
        text=site,
        host=Span(host, host + 5),
    )
    lone = first.text.index("pabrik pupuk")
    other = Facility(article_id=first.id, start=lone, end=lone + 12, text="pabrik pupuk")
    at = second.text.index("Wonolelo Kidul")
    unknown = Unresolved(
        article_id=second.id,
        span=Span(at, at + 14),
        text="Wonolelo Kidul",
        sentence=sentence_at(second.text, at),
    )
    return (
        geoparsed(first, _found(first, _FIRST_NAMED), (other, plant)),
        geoparsed(second, _found(second, _SECOND_NAMED), (), (unknown,)),
    )


def empty_articles() -> tuple[GeoparsedArticle, ...]:
    """An article in which no place was found."""
    return (
        geoparsed(article("sunyi", "Tanpa tempat\nHujan turun semalaman dan tidak ada yang mencatat di mana.\n"), ()),
    )
