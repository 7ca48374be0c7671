"""Reads JSON and JSON Lines: each object with a text is an article."""

import json
from collections.abc import Iterator
from typing import Any, Final

from gazetteer.errors import ArticleError
from geo.readers.draft import Content, Draft
from geo.readers.fields import known_fields, named_fields
from geo.readers.table import MOST_BYTES
from geo.readers.text import decode

_SHOWN: Final = 6


def read_json(content: Content) -> Iterator[Draft | ArticleError]:
    """The article of a JSON object, or those of a list of objects, also one level down ({"articles": [...]}).

    Raises:
        ArticleError: the file is no JSON, or nothing in it is an article.
    """
    text = decode(content.data, content.source, most_bytes=MOST_BYTES)
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        where = f":{error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
        raise ArticleError(f"{content.source}{where}: not valid JSON ({_first_words(error)})") from error
    if isinstance(found, dict) and not _has_text(found):
        found = next((value for value in found.values() if isinstance(value, list) and value), found)
    if isinstance(found, dict):
        article = _article(found, content.source, key="", origin=None)
        if isinstance(article, ArticleError):
            raise article
        yield article
        return
    if not isinstance(found, list) or not found:
        raise ArticleError(f'{content.source}: no article in this JSON; petakan reads a list of objects with a "text"')
    for number, one in enumerate(found, start=1):
        yield _article(one, f"{content.source}:{number}", key=str(number), origin=f"item {number}")


def read_json_lines(content: Content) -> Iterator[Draft | ArticleError]:
    """Each line as an article; a broken line is told and left out.

    Raises:
        ArticleError: the file is no text.
    """
    text = decode(content.data, content.source, most_bytes=MOST_BYTES)
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        where = f"{content.source}:{number}"
        try:
            one = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield ArticleError(f"{where}: not valid JSON ({_first_words(error)}); left out")
            continue
        yield _article(one, where, key=str(number), origin=f"line {number}")


def _article(one: Any, where: str, *, key: str, origin: str | None) -> Draft | ArticleError:
    if not isinstance(one, dict):
        return ArticleError(f'{where}: not an object with a "text"; left out')
    values = dict(_values(one))
    text = named_fields(values.items()).get("text")
    if text is None:
        return ArticleError(f'{where}: no "text" field (its fields: {", ".join(list(one)[:_SHOWN])[:120]}); left out')
    return Draft(text=text, key=key, origin=origin, **known_fields(values.items()))


def _has_text(found: dict[str, Any]) -> bool:
    return "text" in named_fields(_values(found))


def _values(found: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Names and values, as strings; a list of strings is joined, of an object its name is taken."""
    for name, value in found.items():
        if isinstance(value, str):
            yield name, value
        elif isinstance(value, list) and value and all(isinstance(one, str) for one in value):
            yield name, "\n\n".join(value) if len(max(value, key=len)) > 60 else ", ".join(value)
        elif isinstance(value, dict) and isinstance(value.get("name"), str):
            yield name, value["name"]
        elif isinstance(value, int) and not isinstance(value, bool):
            yield name, str(value)


def _first_words(error: Exception) -> str:
    return str(error).partition(":")[0] or type(error).__name__
