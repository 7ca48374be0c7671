"""``gold.json``: annotations by document, beside a folder ``txt`` of texts or the texts themselves.

``{"docs": {"berita": [{"start": 0, "end": 7, "text": "Jakarta", "lat": -6.2, "lon": 106.8, "geonameid": 1642911,
"level": "city", "radius": 161, "kind": "place"}]}}``; all but the first three may be missing. Kinds are ``place``,
``ignore`` (or ``"optional": true``) and ``other`` (or ``"forbidden": true``); levels are ours or ``admin1``.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from gazetteer.errors import GoldError
from gazetteer.place import Level
from geo.article import Article
from geo.evaluation.formats.text import (
    GoldFormat,
    articles_in,
    checked_span,
    position_of,
    radius_of,
    texts_beside,
    whole_number,
)
from geo.evaluation.gold import GoldDocument, GoldKind, GoldMention, GoldSet
from geo.mention import Usage

_LEVELS: Final[Mapping[str, Level]] = MappingProxyType({"admin1": Level.ADM1, **{one.value: one for one in Level}})
_KINDS: Final = MappingProxyType({kind.value: kind for kind in GoldKind})
_USAGES: Final = MappingProxyType({usage.value: usage for usage in Usage})
_SHORT: Final = "gold"


def read_harness(path: Path, content: str, texts: Path | None) -> GoldSet:
    """A gold file and the texts of the documents that it names.

    Raises:
        GoldError: the file is no JSON of that shape, texts are missing, or an annotation does not fit its text.
        ArticleError: an article cannot be read.
    """
    documents = _documents(path, content)
    folder = texts_beside(path, texts, path.parent / "txt", path.parent)
    articles = articles_in(folder)
    read = []
    for name, mentions in documents.items():
        article = articles.get(name.removesuffix(".txt"))
        if article is not None:
            gold = tuple(_mention(m, article, f"{path}: {name}, mention {n}") for n, m in enumerate(mentions, start=1))
            read.append(GoldDocument(article=article, mentions=gold))
        elif mentions:
            raise GoldError(f"{path}: no text {name!r} in {folder}/; add it or correct the name")
    return GoldSet(name=path.parent.name if path.stem == _SHORT else path.stem, documents=tuple(read))


def _documents(path: Path, content: str) -> dict[str, list[Any]]:
    try:
        parsed = json.loads(content)
    except json.JSONDecodeError as error:
        raise GoldError(f"{path}:{error.lineno}: not JSON ({error.msg}); correct the line") from error
    documents = parsed.get("docs", parsed)
    if not isinstance(documents, dict) or not all(isinstance(mentions, list) for mentions in documents.values()):
        raise GoldError(f'{path}: "docs" must name documents, each with a list of mentions')
    return documents


def _mention(mention: Any, article: Article, where: str) -> GoldMention:
    if not isinstance(mention, dict):
        raise GoldError(f'{where}: must be an object with "start", "end" and "text"')
    start, end = (whole_number(str(mention.get(key, "")), key, where) for key in ("start", "end"))
    text = str(mention.get("text", article.text[start:end]))
    number = mention.get("geonameid")
    return GoldMention(
        span=checked_span(article, start, end, text, where),
        text=text,
        kind=_kind(mention),
        level=_LEVELS.get(mention.get("level", "")),
        country=mention.get("country"),
        name=mention.get("name"),
        position=position_of(mention.get("lon"), mention.get("lat"), where),
        geonames_id=whole_number(str(number), "geonameid", where) if number else None,
        radius_km=radius_of(mention.get("radius"), where),
        usage=_USAGES.get(mention.get("usage", "")),
    )


def _kind(mention: Mapping[str, Any]) -> GoldKind:
    if mention.get("optional"):
        return GoldKind.IGNORE
    if mention.get("forbidden"):
        return GoldKind.OTHER
    return _KINDS.get(mention.get("kind", "place"), GoldKind.OTHER)


def _is_json(content: str) -> bool:
    return content.lstrip().startswith("{")


HARNESS: Final = GoldFormat(name="gold.json beside its texts", recognizes=_is_json, read=read_harness)
