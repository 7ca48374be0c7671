"""XML that is well-formed by construction: whatever is not an element already is escaped."""

import re
from html import escape
from typing import Final

_ILLEGAL: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'


class Xml(str):
    """XML that may stand in a document as it is."""

    __slots__ = ()


def text(value: str) -> Xml:
    """Text as XML: of as many characters, with U+FFFD for those that XML cannot hold."""
    legal = _ILLEGAL.sub("\ufffd", value)
    return Xml(escape(legal, quote=False).replace("\r", "&#13;"))  # or a parser would make it a line feed


def element(name: str, /, *children: str, **attributes: str | int | None) -> Xml:
    """An element; text among its children is escaped, and an attribute that is None is left out.

    An underscore before an attribute's name is taken off, another one is a colon: ``_type``, ``xml_id``.
    """
    pairs = ((key.removeprefix("_").replace("_", ":"), value) for key, value in attributes.items())
    within = "".join(f' {key}="{_attribute(str(value))}"' for key, value in pairs if value is not None)
    content = joined(*children)
    return Xml(f"<{name}{within}>{content}</{name}>" if content else f"<{name}{within}/>")


def joined(*children: str) -> Xml:
    """Elements and text, one after the other; the text is escaped."""
    return Xml("".join(child if isinstance(child, Xml) else text(child) for child in children))


def _attribute(value: str) -> str:
    return escape(_ILLEGAL.sub("\ufffd", value)).translate({9: "&#9;", 10: "&#10;", 13: "&#13;"})
