"""When an article was published, as far as it says so itself: in the lines around it, or in its lead.

A date that the text tells of something else (a war that began, a meeting to come) is not the day of publication.
Where nothing speaks for a date, there is none: unknown stays unknown.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final

from geo.article import Span
from geo.boilerplate import Line, lines_of
from geo.dates import Dated, dates_in
from geo.sentences import sentence_at

_FLAGS: Final = re.VERBOSE | re.IGNORECASE
_DAY: Final = r"""(?:senin|selasa|rabu|kamis|jum['’]?at|sabtu|minggu|ahad
    |(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun)"""
_PUBLISHED: Final = re.compile(
    r"""(?:di)?(?:terbit(?:kan)?|posting|publikasi(?:kan)?|rilis|unggah|tayang(?:kan)?)\b|\b(?:posted|published|released)\b
    |\b(?:tanggal|tgl|date|waktu)\s*:""",
    _FLAGS,
)
_UPDATED: Final = re.compile(r"\b(?:di)?(?:perbarui|mutakhirkan|update)|\bupdated?\b|\bmodified|terakhir\s+di", _FLAGS)
_FETCHED: Final = re.compile(
    r"\b(?:di)?(?:unduh|akses|cetak|simpan|arsip(?:kan)?)\b|\b(?:retrieved|accessed|downloaded|printed|saved|archived)\b",
    _FLAGS,
)
_NOT_OF_THE_ARTICLE: Final = re.compile(
    r"\b(?:foto|photo|gambar|image|ilustrasi|file|dok\.?|dokumen|copyright|hak\s+cipta)\b|©|\(c\)", _FLAGS
)
TIME: Final = re.compile(
    rf"\b\d{{1,2}}[.:]\d{{2}}(?:[.:]\d{{2}})?(?:\s*(?:am|pm))?\b|\b(?:wib|wita|wit|gmt|utc)\b|\b{_DAY}\b", _FLAGS
)
_PLACE_AND_DATE: Final = re.compile(r"[^\W\d_][\w' -]{2,30},\s*")
_REPORTED: Final = re.compile(
    r"""\b(?:kata|ujar|ucap|tutur|ungkap|jelas|sebut|imbuh|tambah|terang|papar|tegas|kutip|lansir|lapor|rilis|umum)(?:nya|kan)?\b
    |\b(?:di|me[mn]?g?)(?:kata|ungkap|umum|lapor|sampai|lansir|kutip|sebut|beri?ta|jelas|nyata|rilis)\w*\b
    |\b(?:menyampaikan|menyatakan|menyebut\w*|keterangan|siaran\s+pers|hari\s+ini)\b
    |\b(?:said|says|told|announced|reported|according|statement|revealed|released|disclosed|today)\b""",
    _FLAGS,
)
_PAST: Final = re.compile(
    r"""\b(?:sejak|semenjak|pada\s+tahun|tahun\s+lalu|lahir|kelahiran|didirikan|sebelumnya|peringatan|mengenang
    |since|born|founded|in\s+the\s+year|anniversary|earlier|back\s+on|dated|tertanggal)\b[^.;(]{0,60}$""",
    _FLAGS,
)
_TO_COME: Final = re.compile(
    r"""\b(?:akan|mendatang|hingga|sampai|s/d|depan|rencana\w*|dijadwalkan|dimulai|berlaku|paling\s+lambat|batas
    |will|until|next|scheduled|due|planned|by|deadline|through|begins?|starts?)\b[^.;(]{0,60}$""",
    _FLAGS,
)
_IN_DATELINE: Final = re.compile(r"\W*[^\W\d_][\w', ]{2,40}[,(]\s*\Z")
_DATELINE: Final = re.compile(r"\W*[^\W\d_a-z]{3,}[^.\n]{0,60}?\W[–—-]{1,2}\s")
_DASH: Final = re.compile(r"\W{0,3}(?:\([^()\n]{1,40}\)\W{0,3})?[–—-]")
_HEAD_LINES: Final = 14
_TAIL_LINES: Final = 8
_OTHER_WORDS: Final = 5
_LONGEST_LINE: Final = 140
_LABEL: Final = 40
_LEAD: Final = 900
_FAR: Final = 4_000
_ENOUGH: Final = 2


def publication_date(text: str, masked: Iterable[Span] = ()) -> date | None:
    """The day of publication that ``text`` gives for itself, None where it gives none.

    A line of its own comes first ("Kabar Muria - 25/11/2024, 10:30 WIB"); then what the lead says of its report
    ("kata bupati, Rabu (7/5/2025)"); then a line that says when the article was updated.
    """
    spans = tuple(masked)
    lines = lines_of(text)
    updated: list[date] = []
    for number, line, is_head in outer_lines(lines):
        is_masked = any(span.start < line.end and line.start < span.end for span in spans)
        for dated, label in line_dates(line.text, is_first=number == 0, is_head=is_head and not is_masked):
            if label == "published":
                return dated.day
            if label == "updated":
                updated.append(dated.day)
    return _of_lead(text, spans) or next(iter(updated), None)


def outer_lines(lines: Sequence[Line]) -> Iterator[tuple[int, Line, bool]]:
    """The first and last lines of a text, with their numbers and whether they are of the first: before its prose."""
    prose = [number for number, line in enumerate(lines) if line.is_prose][:2]
    head = min([_HEAD_LINES, *(number + 1 for number in prose[1:])])
    for number, line in enumerate(lines):
        if number < head or number >= len(lines) - _TAIL_LINES:
            yield number, line, number < head


def line_dates(line: str, *, is_first: bool, is_head: bool) -> Iterator[tuple[Dated, str | None]]:
    """The dates of a line, each with what the line makes of it: "published", "updated", "fetched", or None."""
    for dated in dates_in(line):
        yield dated, _label(line, dated, is_first=is_first, is_head=is_head)


def _label(line: str, dated: Dated, *, is_first: bool, is_head: bool) -> str | None:
    """What a short line says of its date: "published", "updated", "fetched", or nothing."""
    if len(line) > _LONGEST_LINE or _NOT_OF_THE_ARTICLE.search(line):
        return None
    before = line[max(0, dated.start - _LABEL) : dated.start]
    if _FETCHED.search(before):
        return "fetched"
    published, updated = (max((m.end() for m in p.finditer(before)), default=0) for p in (_PUBLISHED, _UPDATED))
    if updated > published:
        return "updated"
    is_labelled = published and len(line[: dated.start].split()) <= _OTHER_WORDS
    is_signature = _PLACE_AND_DATE.fullmatch(line[: dated.start]) and not line[dated.end :].strip(" .")
    if is_labelled or is_signature or (is_head and _is_of_date(line, dated, is_first=is_first)):
        return "published"
    return None


def _is_of_date(line: str, dated: Dated, *, is_first: bool) -> bool:
    """Whether a line among the first is there for its date: it holds little else; in a headline, a time at least."""
    if line.endswith((".", "?", "!", ":")):
        return False
    others = f"{line[: dated.start]} {line[dated.end :]}"
    words = len(re.findall(r"[^\W\d_][^\W_]+", TIME.sub(" ", others)))
    has_time = TIME.search(others) is not None
    return words == 0 or (words <= _OTHER_WORDS and (has_time or (not is_first and words < _OTHER_WORDS)))


def _of_lead(text: str, masked: tuple[Span, ...]) -> date | None:
    """The date near the beginning that most speaks for the day of the report; the first of equals."""
    best, best_score = None, _ENOUGH - 1
    begin = _start_of_prose(lines_of(text))
    for dated in dates_in(text):
        if any(span.start < dated.end and dated.start < span.end for span in masked):
            continue
        score = _score(text, dated, begin=begin)
        if score > best_score:
            best, best_score = dated.day, score
    return best


def _start_of_prose(lines: list[Line]) -> int:
    return next((line.start for line in lines if line.is_prose), 0)


def _tells_of_another_day(before: str) -> bool:
    """Whether words of the past or of plans stand before a date, and nobody's saying so between them and it."""
    found = _PAST.search(before) or _TO_COME.search(before)
    return found is not None and _REPORTED.search(found.group()) is None


def _score(text: str, dated: Dated, *, begin: int) -> int:
    """How much speaks for a date as that of the report; 2 is enough. The article's prose begins at ``begin``."""
    at = dated.start - begin
    if at > _FAR:
        return 0
    sentence = sentence_at(text, dated.start)
    before = text[sentence.start : dated.start]
    if _tells_of_another_day(before.rstrip("(")):
        return 0
    has_day = re.search(rf"\b{_DAY}\W{{1,3}}$", before, re.IGNORECASE | re.VERBOSE) is not None
    in_brackets = before.endswith("(") and text[dated.end : dated.end + 1] in {")", ","}
    in_dateline = _IN_DATELINE.match(before) and _DASH.match(text, dated.end)
    score = 2 * (has_day and in_brackets) + (has_day or in_brackets) + 4 * bool(in_dateline)
    score += 2 * (_REPORTED.search(text, sentence.start, sentence.end) is not None)
    if sentence.start <= begin:  # the opening sentence tells what is new
        score += has_day or 2 * (_DATELINE.match(before) is not None)
    if at > _LEAD and not (has_day and in_brackets):
        return 0
    return score
