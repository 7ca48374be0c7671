"""Text of a piece of HTML whose every word counts: a chapter, an entry of a feed."""

import re
from typing import Any, Final

_BLOCKS_NAMES: Final = """
    address article aside blockquote br caption dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li
    main nav ol p pre section table td th tr ul
"""
_BLOCKS: Final = frozenset(_BLOCKS_NAMES.split())
_UNSEEN: Final = frozenset(["script", "style", "template", "noscript", "iframe", "object", "svg", "head", "title"])
_LINES: Final = re.compile(r"\n[\n ]*")


def text_of_markup(markup: str | bytes) -> str:
    """The text of a piece of HTML, a paragraph for each block, with empty lines between them."""
    from lxml import etree, html  # noqa: PLC0415 - only those who read such files pay for it

    data = markup.encode("utf-8", "replace") if isinstance(markup, str) else markup
    if not data.strip():
        return ""
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(data, parser=parser)
    except etree.ParserError:  # nothing but a comment or a declaration
        return ""
    pieces: list[str] = []
    _collect(root, pieces)
    return _LINES.sub("\n\n", re.sub(r"[^\S\n]+", " ", "".join(pieces))).strip()


def _collect(root: Any, pieces: list[str]) -> None:
    """Texts in the order of the page; a stack, since markup may be nested deeper than Python calls."""
    stack: list[Any] = [root]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            pieces.append(node)
            continue
        edge = "\n" if node.tag in _BLOCKS else ""
        stack.append(edge + _flat(node.tail))
        if node.tag not in _UNSEEN:
            stack.extend(reversed(node))
            stack.append(edge + _flat(node.text))


def _flat(text: str | None) -> str:
    return (text or "").replace("\n", " ").replace("\r", " ")
