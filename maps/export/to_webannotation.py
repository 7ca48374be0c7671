"""W3C Web Annotations (JSON-LD): each name in a text, by its words and by its position, tied to its place."""

import json
from collections.abc import Iterator
from typing import Any, Final
from uuid import NAMESPACE_URL, uuid5

from geo.article import Article
from maps.export import wording
from maps.export.records import CREDIT, Findings, MentionRecord, article_uri, uri

_CONTEXT: Final = "http://www.w3.org/ns/anno.jsonld"
_AROUND: Final = 32
"""Code points before and after a name by which it is found again in a text that has changed."""


def write_mentions(found: Findings) -> str:
    """An AnnotationCollection with one page that holds them all."""
    articles = {one.article.id: one.article for one in found.articles}
    items = [_annotation(mention, articles[mention["article"]], found) for mention in found.mentions]
    collection_id = _id(*(item["id"] for item in items))
    page = {"id": _id(collection_id, "page"), "type": "AnnotationPage", "startIndex": 0, "items": items}
    whole = {
        "@context": _CONTEXT,
        "id": collection_id,
        "type": "AnnotationCollection",
        "label": found.title,
        "rights": "https://creativecommons.org/licenses/by/4.0/",
        "generator": {"type": "Software", "name": "petakan"},
        "attribution": CREDIT,
        "total": len(items),
        "first": page,
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _annotation(mention: MentionRecord, article: Article, found: Findings) -> dict[str, Any]:
    start, end = mention["start"], mention["end"]
    source = article_uri(article.id, article.url)
    place = mention["id"] or mention["reason"] or mention["status"]
    language = {"language": article.language} if article.language else {}
    return {
        "id": _id(source, str(start), str(end), place),
        "type": "Annotation",
        "motivation": "commenting" if mention["id"] is None else "identifying",
        "body": list(_bodies(mention, found)),
        "target": {
            "type": "SpecificResource",
            "source": {"id": source, "type": "Text", "format": "text/plain", **language},
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": article.text[start:end],
                    "prefix": article.text[max(0, start - _AROUND) : start],
                    "suffix": article.text[end : end + _AROUND],
                },
                {"type": "TextPositionSelector", "start": start, "end": end},
            ],
        },
    }


def _bodies(mention: MentionRecord, found: Findings) -> Iterator[dict[str, Any]]:
    if mention["id"] is None:
        why = mention["reason"] or "not in the gazetteer"
        yield {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": f"not mapped: {why}"}
        return
    level, usage, certainty = mention["level"], mention["usage"], mention["certainty"]
    assert level and usage and certainty  # a mapped one has them  # noqa: PT018
    where = f"{mention['name']} ({wording.level(level, found.language)}), lon {mention['lon']}, lat {mention['lat']}"
    yield {"type": "SpecificResource", "purpose": "identifying", "source": uri(mention["id"])}
    yield {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": where}
    for tag in (level, usage, certainty, *(["corrected"] if mention["corrected"] else [])):
        yield {"type": "TextualBody", "purpose": "tagging", "format": "text/plain", "value": tag}


def _id(*parts: str) -> str:
    """The same for the same parts: a second run gives the same annotations."""
    return uuid5(NAMESPACE_URL, "\n".join(parts)).urn
