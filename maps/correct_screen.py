"""What ``petakan correct`` shows, in Indonesian or English."""

from collections.abc import Iterator
from typing import Final

from gazetteer.ranking import Language
from geo.corrections import Scope
from geo.mention import Usage
from maps.correct_items import Item, Option
from maps.export.records import one_line

_REVERSED, _PLAIN = "\x1b[7m", "\x1b[0m"
_WIDTH: Final = 26

_WORDS: Final = {
    "id": {
        "of": "{n} dari {all}",
        "no_option": "tidak ada tempat dengan nama ini di gazetir; cari dengan /",
        "usage": "dipakai sebagai: {usage}",
        "literal": "harfiah (lokasinya)",
        "associative": "asosiatif (pelaku atau asal)",
        "keys": (
            "1-9 tempat · n bukan tempat · l harfiah · a asosiatif · /nama cari tempat lain · w berlaku untuk: {scope}"
            " · s lewati · u batalkan · q simpan dan keluar"
        ),
        "scope_2": "sebutan ini",
        "scope_1": "artikel ini",
        "scope_0": "semua artikel",
        "unknown": "tombol itu tidak dikenal",
        "nothing_to_undo": "tidak ada yang bisa dibatalkan",
        "not_found": "{name}: tidak ada tempat dengan nama ini di gazetir",
        "none": "Tidak ada sebutan yang meragukan.",
        "done": "{n} koreksi baru di {file}",
        "none_new": "tidak ada koreksi baru",
    },
    "en": {
        "of": "{n} of {all}",
        "no_option": "no place of this name in the gazetteer; search with /",
        "usage": "used as: {usage}",
        "literal": "literal (the location)",
        "associative": "associative (an actor or origin)",
        "keys": (
            "1-9 the place · n not a place · l literal · a associative · /name search another · w holds for: {scope}"
            " · s skip · u undo · q save and quit"
        ),
        "scope_2": "this mention",
        "scope_1": "this article",
        "scope_0": "all articles",
        "unknown": "there is no such key",
        "nothing_to_undo": "there is nothing to undo",
        "not_found": "{name}: no place of this name in the gazetteer",
        "none": "No mention is unsure.",
        "done": "{n} new corrections in {file}",
        "none_new": "no new corrections",
    },
}


class Screen:
    """Makes the texts; ``is_terminal`` tells whether a name can be highlighted."""

    def __init__(self, ui: Language, *, is_terminal: bool) -> None:
        self._ui = ui
        self._words = _WORDS[ui]
        self._marks = (_REVERSED, _PLAIN) if is_terminal else ("[", "]")

    def say(self, key: str, **values: object) -> str:
        """The words under a key, filled in."""
        return self._words[key].format(**values)

    def question(self, item: Item, scope: Scope, number: int, of: int) -> str:
        """The whole question: the sentence with its name highlighted, the places, the keys."""
        return "\n".join(["", *self._lines(item, scope, number, of), ""])

    def _lines(self, item: Item, scope: Scope, number: int, of: int) -> Iterator[str]:
        yield f"{self.say('of', n=number, all=of)} · {item.article.id} · {one_line(item.article.title)}"
        yield f"  {self._sentence(item)}"
        if item.usage is not None:
            yield f"  {self.say('usage', usage=self._usage(item.usage))}"
        if not item.options:
            yield f"  {self.say('no_option')}"
        for key, option in enumerate(item.options, start=1):
            yield self._option(key, option)
        yield self.say("keys", scope=self.say(f"scope_{scope.value}"))

    def _sentence(self, item: Item) -> str:
        text, span = item.article.text, item.span
        before = text[item.sentence.start : span.start]
        after = text[span.end : max(span.end, item.sentence.end)]
        opening, closing = self._marks
        return one_line(f"{before}{opening}{text[span.start : span.end]}{closing}{after}")

    def _usage(self, usage: Usage) -> str:
        return self.say(usage.value)

    def _option(self, key: int, option: Option) -> str:
        place = option.place
        probability = "    " if option.probability is None else f"{option.probability:.2f}"
        about = " · ".join(filter(None, (option.within, option.why)))
        name = f"{one_line(place.label(self._ui)):{_WIDTH}}"
        return f"  {key}  {name} {place.level.value:9} {place.country or '-':2}  {probability}  {about}".rstrip()
