"""What of a news text is not the article: "read also", "scroll to continue", menus, notices, comment forms."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from geo.article import Span
from geo.boilerplate_lines import COMMENTS, FIXED, FIXED_HINTS, HEADING, MENU_WORDS, SHARING, STRONG, WEAK

_LINE: Final = re.compile(r"[^\n]*\S[^\n]*")
FRONT_MATTER: Final = re.compile(r"\A---\r?\n(?=\w+:).*?\n---\r?\n", re.DOTALL)
_MARKDOWN: Final = re.compile(r"(?<=\])\([^)\s]*\)|^```.*?^```|<!--.*?-->|https?://\S+", re.DOTALL | re.MULTILINE)
_SEPARATOR: Final = re.compile(r"\s+[|›»>•·/]\s+|\t+")
_BULLET: Final = re.compile(r"[-*•▪»›>]\s|\d{1,2}[.)]\s")
_END: Final = re.compile(r"[.!?…:;,][\"'”’»)\]*_]*$")
_LONGEST: Final = 300
"""A line of more code points is the article, however it begins."""
_LONGEST_WEAK: Final = 100
_PROSE: Final = 140
"""A line of so many code points is no headline and no entry of a menu."""
_MENU_LINES = 4
_MENU_LINE_WORDS = 3
_MENU_PARTS = 3
_MENU_SHARE = 0.3
_FORM_SHARE = 0.25
"""What readers have written under an article is less than this share of its text; else it is left."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, with its place in the text, its white space at both ends left out."""

    start: int
    end: int
    text: str
    after_blank: bool

    @property
    def is_prose(self) -> bool:
        """Whether it reads like a sentence or more of the article."""
        return len(self.text) >= _PROSE or (_END.search(self.text) is not None and len(self.text.split()) > 3)


def lines_of(text: str) -> list[Line]:
    """The lines of a text that are not blank."""
    lines: list[Line] = []
    for found in _LINE.finditer(text):
        words = found.group().strip()
        start = found.start() + found.group().index(words[0])
        gap = text[lines[-1].end : start] if lines else "\n\n"
        lines.append(Line(start, start + len(words), words, gap.count("\n") > 1))
    return lines


def boilerplate(text: str, *, markdown: bool = False) -> tuple[Span, ...]:
    """Spans of ``text`` that are not the article, in order and disjoint; Markdown's targets and code too."""
    lines = lines_of(text)
    spans = [Span(lines[i].start, lines[i].end) for i in sorted(_masked_lines(lines))]
    if any(hint in text for hint in FIXED_HINTS):
        spans += (Span(found.start(), found.end()) for found in FIXED.finditer(text))
    if markdown:
        spans += (Span(m.start(), m.end()) for p in (FRONT_MATTER, _MARKDOWN) for m in p.finditer(text))
    return disjoint(spans)


def disjoint(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The same stretches in order, those that overlap joined."""
    joined: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, s.end)):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)


def _masked_lines(lines: list[Line]) -> set[int]:
    masked = {i for i, line in enumerate(lines) if _is_furniture(line)}
    masked |= {i for run in _menu_runs(lines) for i in run}
    masked |= set(takewhile(lambda i: i + 1 < len(lines) and _is_of_menu(lines[i].text), range(len(lines))))
    masked |= {i for at in range(len(lines)) if HEADING.fullmatch(lines[at].text) for i in _links(lines, at)}
    return masked | _comment_form(lines, masked)


def _is_furniture(line: Line) -> bool:
    """Whether the line alone says that it is not the article."""
    text = line.text
    if len(text) > _LONGEST:
        return False
    if STRONG.match(text) or SHARING.fullmatch(text):
        return True
    if len(text) > _LONGEST_WEAK or text.endswith("."):
        return False
    return WEAK.match(text) is not None or _is_menu_line(text)


def _is_menu_line(text: str) -> bool:
    """Whether a line is a menu, or the path of the page: "Home > Daerah > Kudus"."""
    parts = [part.split() for part in _SEPARATOR.split(text)]
    if len(parts) >= _MENU_PARTS and all(len(part) <= _MENU_PARTS + 1 for part in parts):
        return any(part and _is_menu_word(part[0]) for part in parts)
    words = text.split()
    known = sum(_is_menu_word(word) for word in words)
    return known >= _MENU_PARTS and known >= _MENU_SHARE * len(words) and all(word[0].isupper() for word in words)


def _is_of_menu(text: str) -> bool:
    return all(map(_is_menu_word, text.split()))


def _is_menu_word(word: str) -> bool:
    return word.strip("|>&,").casefold() in MENU_WORDS


def _menu_runs(lines: list[Line]) -> Iterator[range]:
    """Runs of short lines, some of which are words of menus; a list of towns alone is the article."""
    start = 0
    for i in range(len(lines) + 1):
        if i < len(lines) and _could_be_in_menu(lines[i]) and not (i > start and _is_cut_off(lines, i)):
            continue
        run = range(start, i)
        known = sum(_is_of_menu(lines[j].text) for j in run)
        if len(run) >= _MENU_LINES and known > 1 and known >= _MENU_SHARE * len(run):
            yield run
        start = i if i < len(lines) and _could_be_in_menu(lines[i]) else i + 1


def _could_be_in_menu(line: Line) -> bool:
    words = _BULLET.sub("", line.text, count=1).split()
    return 0 < len(words) <= _MENU_LINE_WORDS and len(line.text) <= 30 and _END.search(line.text) is None


def _is_cut_off(lines: list[Line], i: int) -> bool:
    """Whether a blank line parts this one from a menu whose own lines stand close together."""
    return lines[i].after_blank and not lines[i - 1].after_blank


def _links(lines: list[Line], heading: int) -> Iterator[int]:
    """A heading and the links below it: to the first blank line or sentence, or to the end of the text."""
    yield heading
    several = not re.match(r"\W*(?:baca|lihat|simak|read|see)\b", lines[heading].text, re.IGNORECASE)
    to_the_end = several and not any(line.is_prose for line in lines[heading + 1 :])
    stands_apart = _next_break(lines, heading)
    for i in range(heading + 1, len(lines)):
        line = lines[i]
        is_item = _BULLET.match(line.text) is not None
        if line.is_prose or (line.after_blank and not is_item and not to_the_end):
            return
        if not (several or is_item or stands_apart or i == heading + 1):
            return
        yield i


def _next_break(lines: list[Line], heading: int) -> bool:
    """Whether the lines below a heading end at a blank line, before any sentence."""
    following = next((line for line in lines[heading + 1 :] if line.after_blank or line.is_prose), None)
    return following is None or following.after_blank


def _comment_form(lines: list[Line], masked: set[int]) -> set[int]:
    """All from the heading of the comments to the end, where nothing but a little follows."""
    total = sum(len(line.text) for line in lines)
    left = 0
    for i in reversed(range(len(lines))):
        left += 0 if i in masked else len(lines[i].text)
        if left > _FORM_SHARE * total:
            return set()
        if COMMENTS.fullmatch(lines[i].text) and _is_first_heading(lines, i):
            return set(range(i, len(lines)))
    return set()


def _is_first_heading(lines: list[Line], i: int) -> bool:
    """Whether no other heading of comments stands within a few lines before this one."""
    return not any(COMMENTS.fullmatch(line.text) for line in lines[max(0, i - 4) : i])
