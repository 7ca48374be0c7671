"""What columns, keys and headers are called that say something of an article."""

from collections.abc import Iterable
from datetime import date
from typing import Final, TypedDict

from geo.dates import first_date

NAMES: Final = {
    "text": "text teks isi isi_berita isi_artikel content konten body article_body articlebody fulltext full_text "
    "artikel article berita naskah paragraf",
    "title": "title judul headline judul_berita judul_artikel",
    "published": "published date tanggal tgl published_at publishedat date_published datepublished publication_date "
    "pubdate pub_date tanggal_terbit tanggal_publikasi tanggal_berita waktu terbit publish_date",
    "outlet": "outlet media publisher penerbit site sitename site_name nama_media portal koran surat_kabar "
    "source sumber",
    "byline": "byline author authors penulis wartawan reporter oleh pewarta jurnalis",
    "url": "url link tautan alamat permalink canonical",
    "language": "language lang bahasa",
    "key": "id no nomor article_id id_artikel",
}
"""The names of each field, the most telling first; a date of download is the date of no article."""
_LANGUAGES: Final = {"indonesia": "id", "indonesian": "id", "bahasa indonesia": "id", "english": "en", "inggris": "en"}


class Known(TypedDict, total=False):
    """What is known of an article apart from its text."""

    title: str
    published: date
    outlet: str
    byline: str
    url: str
    language: str


def field_of(name: str) -> str | None:
    """The field that a column or key is, None where its name says nothing."""
    return next((field for field, names in NAMES.items() if _folded(name) in names.split()), None)


def _folded(name: str) -> str:
    return "_".join(name.strip("\ufeff\"' ").casefold().replace("-", " ").split())


def named_fields(values: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Values by field; of two columns of one field, the one with the more telling name that has a value."""
    best: dict[str, tuple[int, str]] = {}
    for name, value in values:
        field = field_of(name)
        if field is None or not value.strip():
            continue
        rank = NAMES[field].split().index(_folded(name))
        if field not in best or rank < best[field][0]:
            best[field] = (rank, value)
    return {field: value for field, (_, value) in best.items()}


def known_fields(values: Iterable[tuple[str, str]]) -> Known:
    """What names and values say of an article; a value that cannot be what it is called is left out."""
    named = {field: " ".join(value.split()) for field, value in named_fields(values).items()}
    known: Known = {}
    if title := named.get("title"):
        known["title"] = title
    if day := first_date(named.get("published", "")):
        known["published"] = day
    if outlet := named.get("outlet"):
        known["outlet"] = outlet
    if byline := named.get("byline"):
        known["byline"] = byline
    if (url := named.get("url", "")).startswith(("https://", "http://")):
        known["url"] = url
    if language := language_tag(named.get("language", "")):
        known["language"] = language
    return known


def language_tag(value: str) -> str | None:
    """The language, as in BCP 47 and without region: "id" of "id-ID" or "in_ID"; None where it is none."""
    value = value.strip().casefold()
    if value in _LANGUAGES:
        return _LANGUAGES[value]
    tag = value.replace("_", "-").partition("-")[0]
    if tag in {"in", "ind"}:  # what Indonesian was called before 1989, and still is by some software
        return "id"
    return {"eng": "en"}.get(tag, tag) if tag.isascii() and tag.isalpha() and len(tag) in {2, 3} else None
