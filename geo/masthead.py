"""Who published a text, who wrote it, and from where it was reported, as the lines around the article say it.

What says so is masked, since an outlet's name is no place of the article ("KUDUS, Kabar Jepara – …"); the place of a
dateline is the article's and stays.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from geo.article import Span
from geo.boilerplate import Line, lines_of
from geo.dates import dates_in
from geo.published import TIME, line_dates, outer_lines

_WRITER: Final = r"penulis|reporter|pewarta|wartawan|jurnalis|kontributor|author|writer|written\s+by|laporan"
_EDITOR: Final = r"editor|redaktur|penyunting|uploader|pengunggah|produser|penerjemah|foto(?:grafer)?|sumber\s+foto"
_OUTLET: Final = r"media|outlet|sumber|source|publisher|penerbit|situs|surat\s+kabar|koran"
_URL: Final = r"url|link|tautan|laman"
_TITLE: Final = r"judul|title|headline"
_DATE: Final = r"tanggal|tgl|date|terbit|published"
FIELD: Final = re.compile(
    rf"[>*_\s]*(?:(?P<writer>{_WRITER})|(?P<editor>{_EDITOR})|(?P<outlet>{_OUTLET})|(?P<url>{_URL})|(?P<title>{_TITLE})"
    rf"|(?P<date>{_DATE}))[*_]*\s*:[*_]*\s*(?P<value>\S.*)",
    re.IGNORECASE,
)
_BY: Final = re.compile(r"[*_]*(?:[Oo]leh|OLEH|[Bb]y|BY)\s*:?\s+(?P<value>[^\W\d_a-z].*)")
_URL_LINE: Final = re.compile(r"<?(https?://[^\s<>]+)>?")
_MEDIA: Final = re.compile(
    r"""\b(?:\w[\w-]*\.(?:com|co|id|net|org|news|tv|info)(?:\.\w\w)?\b|\w*(?:news|warta|kabar|berita|tribun|detik|jurnal)\w*
    |suara\w*|radar\w*|(?:kompas|tempo|antara|republika|merdeka|liputan6|okezone|viva|sindonews|kumparan|solopos|tirto)\b
    |(?:pos|post|media|harian|koran|times|herald|daily|gazette|chronicle|tribune|journal|press|agency|tv|radio|online|rri)\b
    |(?:cnn|cnbc|bbc|voa|reuters|afp|ap|xinhua|bernama|kyodo|yonhap|dw|idn)\b)""",
    re.IGNORECASE | re.VERBOSE,
)
_LEAD: Final = re.compile(
    r"""[*_]*(?P<places>[^\n–—]{2,80}?)[*_]*(?P<dash>\s*(?:–|—|--)\s*|\s+-\s+|(?<=\))-\s+)[*_]*(?=["“‘'«(\[]*[^\W\da-z_])""",
    re.VERBOSE,
)
_PART: Final = re.compile(r"\((?P<inside>[^()]*)\)|[^,/|()]+")
_NAME: Final = re.compile(
    r"(?:[^\W\d_a-z][\w.'’-]*|\d[\w.]*|(?:di|of|bin|binti|van|de|al)(?=\s))(?:\s+(?:[^\W\d_a-z][\w.'’-]*|\d\w*|bin|of|de))*"
)
_SPLIT: Final = re.compile(r"\s+[-–—|•·/]\s+|\s*[|•·]\s*|,\s+|\t+")
_DOMAIN: Final = re.compile(r"[\w-]+\.(?:com|co|id|net|org|news|tv|info)(?:\.\w\w)?", re.IGNORECASE)
_NAMES: Final = re.compile(r"\s*[|•·/,;]\s*|\s+[-–—]\s+|\t+")
_WRITERS: Final = re.compile(r",\s+|\s+(?:and|dan|&)\s+")
_LABEL: Final = re.compile(rf"(?:{_WRITER}|{_EDITOR})", re.IGNORECASE)
_MOST_WORDS: Final = 5
_LONGEST_CREDIT: Final = 60
_MOST_PLACES: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Masthead:
    """What the lines around an article say of it; None where they say nothing. ``spans`` hold what is to be masked.

    ``opening`` is all that stands before the first sentence: dateline, outlet and dash.
    """

    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    url: str | None = None
    dateline: Span | None = None
    opening: Span | None = None
    spans: tuple[Span, ...] = ()


def read_masthead(text: str, masked: Iterable[Span] = ()) -> Masthead:
    """Find outlet, byline, dateline and named fields in the first and last lines of a text."""
    spans = tuple(masked)
    lines = [line for line in lines_of(text) if not any(s.start <= line.start and line.end <= s.end for s in spans)]
    found = Masthead()
    outer = list(outer_lines(lines))
    for number, line, is_head in outer:
        found = _with(found, _of_line(line, is_head=is_head, is_first=number == 0))
    for (_, label, is_head), (_, value, _) in pairwise(outer):
        if is_head and _LABEL.fullmatch(label.text):
            found = _with(found, _of_label(label, value))
    return _with(found, _of_lead(lines))


def _with(known: Masthead, new: Masthead) -> Masthead:
    """Both; what is known is not changed."""
    return Masthead(
        title=known.title or new.title,
        outlet=known.outlet or new.outlet,
        byline=known.byline or new.byline,
        url=known.url or new.url,
        dateline=known.dateline or new.dateline,
        opening=known.opening or new.opening,
        spans=known.spans + new.spans,
    )


def _of_line(line: Line, *, is_head: bool, is_first: bool) -> Masthead:
    """What one line says, if it is of those that speak of the article and are no part of it."""
    whole = (Span(line.start, line.end),)
    if is_head and (address := _URL_LINE.fullmatch(line.text)):
        return Masthead(url=address[1], spans=whole)
    if (by := _BY.fullmatch(line.text)) and (name := _person(by["value"]) or _first_writer(by["value"])):
        return Masthead(byline=name, spans=whole)
    if field := FIELD.match(line.text):
        return _of_field(line, field, is_head=is_head)
    if is_head and (credit := _of_credit(line, is_first=is_first)):
        return credit
    labels = {label for _, label in line_dates(line.text, is_first=is_first, is_head=is_head)} - {None}
    if is_head and labels:
        return _of_date_line(line)
    return Masthead(spans=whole if "fetched" in labels else ())


def _of_label(label: Line, value: Line) -> Masthead:
    """A label on a line of its own, with the name that it is of on the next."""
    name = _person(value.text)
    if name is None:
        return Masthead()
    is_writer = re.fullmatch(_WRITER, label.text, re.IGNORECASE) is not None
    return Masthead(
        byline=name if is_writer else None, spans=(Span(label.start, label.end), Span(value.start, value.end))
    )


def _of_field(line: Line, field: re.Match[str], *, is_head: bool) -> Masthead:
    """A line such as "Penulis: Rina Sari | Editor: Budi"; a headline of that form stays in sight."""
    value = field["value"].strip(" *_")
    kind = next(name for name in ("writer", "editor", "outlet", "url", "title", "date") if field[name])
    whole = (Span(line.start, line.end),)
    if kind == "title":
        label = Span(line.start, line.start + field.start("value"))
        return Masthead(title=value, spans=(label,)) if is_head else Masthead()
    if kind == "url" or (kind == "outlet" and _URL_LINE.fullmatch(value)):
        address = _URL_LINE.match(value)
        return Masthead(url=address[1], spans=whole) if address else Masthead()
    if kind == "date":
        return Masthead(spans=whole) if is_head and next(dates_in(value), None) else Masthead()
    name = _person(_NAMES.split(value)[0])
    if name is None:
        return Masthead()
    if kind == "outlet":  # below the text, a source may be anyone who gave the news
        return Masthead(outlet=name if is_head or _MEDIA.search(name) else None, spans=whole)
    return Masthead(byline=name if kind == "writer" else None, spans=whole)


def _person(value: str) -> str | None:
    """A name of a few capitalised words, None if ``value`` is something else, such as a sentence."""
    name = value.strip(" *_.,")
    return name if _NAME.fullmatch(name) and len(name.split()) <= _MOST_WORDS else None


def _first_writer(value: str) -> str | None:
    """The first of several writers, or the one before an outlet or a post: "Rina Sari, Kabar Muria", "A B and C D"."""
    first, *others = map(_person, _WRITERS.split(value))
    return first if first and len(first.split()) > 1 and others and all(others) else None


def _of_credit(line: Line, *, is_first: bool) -> Masthead | None:
    """A line of a writer and an outlet, "Rina Sari - Kabar Muria", or of an outlet alone with its address."""
    parts = [part.strip() for part in _SPLIT.split(line.text)]
    if len(line.text) > _LONGEST_CREDIT or len(parts) > 2 or not all(parts) or line.is_prose:
        return None
    outlets = [part for part in parts if _MEDIA.search(part) and _person(part)]
    writers = [part for part in parts if part not in outlets and _person(part)]
    whole = (Span(line.start, line.end),)
    if len(parts) == 2 and len(outlets) == len(writers) == 1 and 1 < len(writers[0].split()) < _MOST_WORDS:
        return Masthead(outlet=outlets[0], byline=writers[0], spans=whole)
    if len(parts) == 1 and not is_first and _DOMAIN.fullmatch(line.text):
        return Masthead(outlet=line.text, spans=whole)
    return None


def _of_date_line(line: Line) -> Masthead:
    """A line that gives the date: an outlet and a writer may stand beside it."""
    rest = line.text
    for dated in reversed(list(dates_in(rest))):
        rest = f"{rest[: dated.start]} | {rest[dated.end :]}"
    found = Masthead(spans=(Span(line.start, line.end),))
    for part in _SPLIT.split(TIME.sub(" | ", rest)):
        name = _person(re.sub(r"^(?:[Oo]leh|[Bb]y)\s+", "", part.strip(" :()")))
        if name and _MEDIA.search(name):
            found = replace(found, outlet=found.outlet or name)
        elif name and len(name.split()) > 1 and not FIELD.match(f"{name}: x"):
            found = replace(found, byline=found.byline or name)
    return found


def _of_lead(lines: list[Line]) -> Masthead:
    """Place and outlet before the first sentence: "KUDUS, KabarMuria.com – ", "TBILISI (Newsroom) - "."""
    alone: dict[str, Span] = {}
    for _, line, _ in outer_lines(lines):
        opening = _LEAD.match(line.text)
        if opening and (line.is_prose or opening["places"].isupper()) and (found := _of_opening(line, opening, alone)):
            return found
        alone[line.text.casefold()] = Span(line.start, line.end)
        if line.is_prose:
            break
    return Masthead()


def _of_opening(line: Line, opening: re.Match[str], alone: dict[str, Span]) -> Masthead | None:
    """Places and outlet of an opening; an outlet is known as such, or by the line of its own that it has above."""
    base = line.start + opening.start("places")
    places: list[Span] = []
    spans: list[Span] = []
    outlet = None
    told = opening["places"]
    for dated in dates_in(told):
        told = told[: dated.start] + " " * (dated.end - dated.start) + told[dated.end :]
    for part in _PART.finditer(told):
        name = (part["inside"] or part.group()).strip(" *_")
        if not name or re.fullmatch(r"\W*\d[\d/ ]*\w*\W*", name):
            continue
        if _person(name) is None or not name.rpartition(" ")[2][0].isalpha():
            return None
        if part["inside"] or _MEDIA.search(name) or (places and name.casefold() in alone):
            spans += [alone[name.casefold()]] if name.casefold() in alone else []
            outlet = outlet or name
            start = base + part.start() + len(part.group()) - len(part.group().lstrip())
            spans.append(Span(start, base + part.end()))
        elif len(places) < _MOST_PLACES and (name.isupper() or len(name.split()) < _MOST_PLACES):
            start = base + part.start() + part.group().index(name)
            places.append(Span(start, start + len(name)))
        else:
            return None
    if outlet is None and not places:
        return None
    if not places:  # an outlet alone goes with its dash
        spans = [Span(base, line.start + opening.end())]
    return Masthead(
        outlet=outlet,
        dateline=Span(places[0].start, places[-1].end) if places else None,
        opening=Span(line.start, line.start + opening.end()),
        spans=tuple(spans),
    )
