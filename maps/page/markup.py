"""HTML that is safe by construction: whatever is not markup already is escaped."""

from html import escape


class Markup(str):
    """HTML that may stand in the page as it is."""

    __slots__ = ()


def element(name: str, *children: str, **attributes: str | int | None) -> Markup:
    """An element. Text among its children is escaped, and so are all its attributes.

    An attribute that is None is left out. Its name loses an underscore at its end, and others become hyphens:
    ``class_``, ``aria_label``.
    """
    pairs = ((key.rstrip("_").replace("_", "-"), value) for key, value in attributes.items())
    within = "".join(f' {key}="{escape(str(value))}"' for key, value in pairs if value is not None)
    return Markup(f"<{name}{within}>{joined(*children)}</{name}>")


def joined(*children: str) -> Markup:
    """Markup and text, one after the other; the text is escaped."""
    return Markup("".join(child if isinstance(child, Markup) else escape(child) for child in children))
