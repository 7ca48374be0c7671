"""A walk through unsure mentions: each answer becomes a correction, is written at once, and can be undone."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from gazetteer.place import Place
from geo.article import Article, Span
from geo.corrections import (
    Correction,
    CorrectionFile,
    PlaceKey,
    Scope,
    Verdict,
    decisions,
    mentions_of,
    with_corrections,
)
from geo.corrections.spans import contains, overlap
from geo.mention import Usage
from maps.correct_items import Item, Option

_AROUND: Final = 40
"""Code points on either side of a mention by which it is found again, whatever happens to the rest of the text."""

_NEXT_SCOPE: Final = {
    Scope.MENTION: Scope.ARTICLE,
    Scope.ARTICLE: Scope.EVERYWHERE,
    Scope.EVERYWHERE: Scope.MENTION,
}


@dataclass(frozen=True, slots=True)
class _State:
    at: int = 0
    added: tuple[Correction, ...] = ()
    options: tuple[Option, ...] | None = None


class Session:
    """The state of a walk.

    Attributes:
        scope: what the next answer is to hold for.
        skipped: how many mentions were passed over.
    """

    def __init__(self, items: Sequence[Item], file: CorrectionFile, save: Callable[[str], None]) -> None:
        """Walk through ``items``; ``save`` is given the file's whole content after each answer."""
        self.scope = Scope.MENTION
        self._items = tuple(items)
        self._file = file
        self._save = save
        self._state = _State()
        self._past: list[_State] = []

    @property
    def item(self) -> Item | None:
        """What is to be asked now, with the places that were searched for last; None at the end."""
        if self._state.at >= len(self._items):
            return None
        item = self._items[self._state.at]
        usage = next((one.usage for one in reversed(self._own(item)) if one.usage is not None), item.usage)
        options = item.options if self._state.options is None else self._state.options
        return replace(item, options=options, usage=usage)

    @property
    def progress(self) -> tuple[int, int]:
        """Number of what is asked now, from 1, and of how many."""
        return self._state.at + 1, len(self._items)

    @property
    def added(self) -> tuple[Correction, ...]:
        """The corrections of this walk."""
        return self._state.added

    def choose(self, place: Place) -> None:
        """The mention means this place."""
        key = PlaceKey(id=place.id, name=place.name, level=place.level, country=place.country, position=place.position)
        self._answer(verdict=Verdict.PLACE, place=key)

    def reject(self) -> None:
        """The mention is not a place."""
        self._answer(verdict=Verdict.NOT_A_PLACE)

    def use(self, usage: Usage) -> None:
        """The mention is used so; which place it means is still asked."""
        item = self.item
        assert item is not None
        kept = tuple(one for one in self._state.added if one not in self._own(item))
        one = _correction(item, Scope.MENTION, usage=usage)
        self._go(replace(self._state, added=(*kept, one)))

    def skip(self) -> None:
        """Leave the mention as it is, to be asked again another time."""
        self._go(_State(at=self._next(self._state.at + 1, self._state.added), added=self._state.added))

    def offer(self, options: Sequence[Option]) -> None:
        """Let the mention mean one of these places instead."""
        self._go(replace(self._state, options=tuple(options)))

    def widen(self) -> None:
        """Let the answers hold for this mention, for this article, or everywhere: each time the next of these."""
        self.scope = _NEXT_SCOPE[self.scope]

    def undo(self) -> bool:
        """Take the last step back; whether there was one."""
        if not self._past:
            return False
        before, self._state = self._state, self._past.pop()
        self._write(before)
        return True

    def _answer(self, *, verdict: Verdict, place: PlaceKey | None = None) -> None:
        item = self.item
        assert item is not None
        own = self._own(item)
        usage = next((one.usage for one in own), None) if verdict is Verdict.PLACE else None
        kept = self._state.added
        if self.scope is Scope.MENTION or verdict is Verdict.NOT_A_PLACE:
            kept = tuple(one for one in kept if one not in own)
            one = _correction(item, self.scope, verdict=verdict, place=place, usage=usage)
        else:  # the usage is this mention's alone, and keeps a row of its own
            one = _correction(item, self.scope, verdict=verdict, place=place)
        added = (*kept, one)
        self._go(_State(at=self._next(self._state.at + 1, added), added=added))

    def _own(self, item: Item) -> tuple[Correction, ...]:
        """The corrections of this walk that say only how the mention is used."""
        usages = (one for one in self._state.added if one.verdict is None)
        return tuple(one for one in usages if item.span in mentions_of(item.article, one))

    def _next(self, at: int, added: Sequence[Correction]) -> int:
        """Number of the next item that no correction of this walk has decided."""
        while at < len(self._items) and _is_decided(self._items[at], added):
            at += 1
        return at

    def _go(self, state: _State) -> None:
        before = self._state
        self._past.append(before)
        self._state = state
        self._write(before)

    def _write(self, before: _State) -> None:
        if self._state.added != before.added:
            self._save(with_corrections(self._file, self._state.added))


def _is_decided(item: Item, added: Sequence[Correction]) -> bool:
    return any(
        one.verdict is not None
        and overlap(one.span, item.span)
        and (one.scope is Scope.MENTION or contains(one.span, item.span))
        for one in decisions(item.article, added)
    )


def _correction(
    item: Item,
    scope: Scope,
    *,
    verdict: Verdict | None = None,
    place: PlaceKey | None = None,
    usage: Usage | None = None,
) -> Correction:
    one = Correction(
        where="",
        text=" ".join(item.text.split()),
        verdict=verdict,
        place=place,
        usage=usage,
        article=None if scope is Scope.EVERYWHERE else item.article.id,
    )
    return one if scope < Scope.MENTION else _of_mention(one, item.article, item.span, item.sentence)


def _of_mention(one: Correction, article: Article, span: Span, sentence: Span) -> Correction:
    """A correction narrowed to one mention: by the words around it and, where they recur, by number."""
    narrowed = replace(one, sentence=_words_around(article.text, span, sentence))
    found = mentions_of(article, narrowed)
    if found == [span]:
        return narrowed
    if span in found:
        return replace(narrowed, nth=found.index(span) + 1)
    return replace(one, start=span.start)


def _words_around(text: str, span: Span, sentence: Span) -> str:
    """Whole words of the sentence on either side of a mention, on one line."""
    before = text[max(sentence.start, span.start - _AROUND) : span.start]
    after = text[span.end : min(sentence.end, span.end + _AROUND)]
    if span.start - _AROUND > sentence.start:
        before = before.partition(" ")[2]
    if span.end + _AROUND < sentence.end:
        after = after.rpartition(" ")[0]
    # no cell may begin as a formula does
    words = before.lstrip(" \n\t=+-@–—•*\"'“‘(") + text[span.start : span.end] + after
    return " ".join(words.split())
