"""Writes a first storyline to edit: the chapters that petakan chose, as commented TOML."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, Literal

from geo.geoparsed import GeoparsedArticle
from maps.chapter import Chapter
from maps.paragraphs import paragraphs
from maps.picture.text import printable
from maps.storyline_places import PlaceNames

_SHOWN: Final = 70
_MOST_LISTED: Final = 20
"""Of so many articles the paragraphs are listed."""

_HEAD: Final[Mapping[str, str]] = {
    "id": """\
# Alur cerita untuk: petakan map ARTIKEL... --story {file}
# Ubah, hapus, tambah, atau tukar urutan bab sesuka Anda. Baris yang diawali tanda # tidak dibaca.
#
# Setiap bab dimulai dengan baris [[chapter]]; semua isinya boleh dikosongkan:
#   title      judul bab
#   text       teks Anda sendiri; baris kosong memisahkan paragraf
#   article    nama artikel yang dikutip (nama berkas tanpa .txt)
#   quote      kata-kata yang dikutip, disalin dari artikel; atau:
#   paragraph  nomor paragraf yang dikutip, misalnya 3 atau [3, 4] (lihat daftar di bawah)
#   places     tempat yang ditunjukkan peta; tanpa baris ini: tempat dalam kutipan
#   note       catatan kecil, misalnya pertanyaan untuk siswa
#   image      gambar di folder ini (PNG, JPEG, WebP, GIF; paling besar 1 MB)
""",
    "en": """\
# A storyline for: petakan map ARTICLES... --story {file}
# Change, remove, add or reorder chapters as you like. Lines that begin with # are not read.
#
# Each chapter begins with a line [[chapter]]; you may leave out any of the rest:
#   title      headline of the chapter
#   text       your own text; blank lines part paragraphs
#   article    name of the article that it quotes (its file's name without .txt)
#   quote      the words it quotes, copied from the article; or:
#   paragraph  number of the paragraph it quotes, such as 3 or [3, 4] (listed below)
#   places     places that the map shows; without it, those in the quote
#   note       a small remark, such as a question for the class
#   image      a picture in this folder (PNG, JPEG, WebP, GIF; 1 MB at most)
""",
}
_LISTED: Final[Mapping[str, str]] = {"id": "Paragraf artikel", "en": "Paragraphs of article"}


def draft_storyline(
    articles: Sequence[GeoparsedArticle],
    chapters: Sequence[Chapter],
    *,
    title: str,
    file: str = "story.toml",
    language: Literal["id", "en"] = "id",
) -> str:
    """The text of a storyline that tells ``chapters``; reading it gives them back.

    Args:
        articles: those the chapters quote.
        chapters: such as :func:`maps.story.chapters` chooses.
        title: title of the story.
        file: name that the storyline will have, for its first comment.
        language: of the comments and of the names of places.
    """
    names = PlaceNames(articles)
    texts = {one.article.id: one.article.text for one in articles}
    parts = [
        _HEAD[language].format(file=printable(file)),
        f'title = {_string(title)}\ncredit = ""\n',
        *("\n".join(_lines(one, texts, names, language)) + "\n" for one in chapters),
        *(_listing(one, language) for one in articles[:_MOST_LISTED]),
    ]
    return "\n".join(parts)


def _lines(chapter: Chapter, texts: Mapping[str, str], names: PlaceNames, language: str) -> Iterator[str]:
    yield "[[chapter]]"
    yield f"title = {_string(chapter.title)}"
    yield f"text = {_string(chapter.text)}"
    if chapter.article_id is not None:
        yield f"article = {_string(chapter.article_id)}"
    if chapter.article_id is not None and chapter.quote is not None:
        quoted = texts[chapter.article_id][chapter.quote.start : chapter.quote.end]
        yield f"quote = {_string(' '.join(quoted.split()))}"
    called = [(id_, names.shortest(id_, language)) for id_ in chapter.place_ids]
    unclear = [f"{id_} = {names.described(id_, language)}" for id_, name in called if name == id_]
    if unclear:
        yield f"# {printable('; '.join(unclear))}"
    yield f"places = [{', '.join(_string(name) for _, name in called)}]"
    yield f"note = {_string(chapter.note)}"
    yield '# image = "foto.jpg"'


def _listing(parsed: GeoparsedArticle, language: str) -> str:
    """The paragraphs of an article with their numbers, as comments."""
    lines = [f'# {_LISTED[language]} "{printable(parsed.article.id)}":']
    for number, one in enumerate(paragraphs(parsed), start=1):
        words = printable(parsed.article.text[one.span.start : one.span.end])
        lines.append(f"# {number:>3}  {words[:_SHOWN]}{'…' if len(words) > _SHOWN else ''}")
    return "\n".join(lines) + "\n"


def _string(text: str) -> str:
    """A basic string of TOML. JSON's escapes are TOML's, but TOML wants one more character escaped."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
