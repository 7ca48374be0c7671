"""Paragraphs put together to a text that remembers which was which."""

from dataclasses import dataclass, field

from gazetteer.errors import ArticleError
from geo.article import Part
from geo.readers.draft import Draft


@dataclass(slots=True)
class Paragraphs:
    """Grows by one paragraph at a time; between two stands an empty line."""

    _texts: list[str] = field(default_factory=list)
    _parts: list[Part] = field(default_factory=list)
    _length: int = 0
    _count: int = 0

    def add(self, text: str, part: str | None = None) -> None:
        """Add a paragraph; ``part`` is where it stands, or else its number. An empty one counts and adds nothing."""
        self._count += 1
        text = text.strip()
        if not text:
            return
        name = part or f"paragraph {self._count}"
        if not self._parts or self._parts[-1].name != name:
            self._parts.append(Part(self._length, name))
        self._texts.append(text)
        self._length += len(text) + 2

    def draft(self, source: str, *, title: str | None = None) -> Draft:
        """All of it as one article.

        Raises:
            ArticleError: there is no text.
        """
        if not self._texts:
            raise ArticleError(f"{source}: no text in it; is it the right file?")
        return Draft(text="\n\n".join(self._texts), parts=tuple(self._parts), title=title)
