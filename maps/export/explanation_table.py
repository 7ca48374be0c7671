"""Explanations to read: each name in its sentence, where it was put, how sure that is, and why."""

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from maps.export.explanation import (
    AlternativeRecord,
    ExplainedMention,
    ExplainedNotPlace,
    ExplanationRecord,
    NameRecord,
)

_WIDTH: Final = 100
_INDENT: Final = "    "
_MOST_SENTENCE: Final = 160
"""Characters of a sentence that are shown around a name."""

_WORDS: Final = {
    "id": {
        "mentions": "Nama tempat dan letaknya", "withheld": "Tidak dipetakan", "unresolved": "Tidak dikenal",
        "not_places": "Tidak dibaca sebagai nama tempat", "literal": "sebagai letak", "associative": "sebagai pelaku",
        "same": "alasannya sama dengan nomor {}", "nothing": "Tidak ada nama tempat di sini.", "times": " ({} kali)",
    },
    "en": {
        "mentions": "Place names and where they were put", "withheld": "Not mapped", "unresolved": "Not known",
        "not_places": "Not read as place names", "literal": "as a location", "associative": "as an actor",
        "same": "for the reasons of number {}", "nothing": "No place name here.", "times": " ({} times)",
    },
}  # fmt: skip


def explanation_table(record: ExplanationRecord) -> str:
    """One article's explanation as lines to read, at most 100 characters wide."""
    words = _WORDS["id" if record["ui"] == "id" else "en"]
    lines = [f"{record['article']}: {record['title']}"]
    parts: Sequence[tuple[str, Iterable[str]]] = (
        ("mentions", _mentions(record["mentions"], words)),
        ("withheld", _listed(record["withheld"])),
        ("unresolved", _listed(record["unresolved"])),
        ("not_places", _not_places(record["not_places"], words)),
    )
    for title, inside in parts:
        block = list(inside)
        lines += ["", words[title], *block] if block else []
    return "\n".join(lines if len(lines) > 1 else [*lines, words["nothing"]]) + "\n"


def percent(probability: float) -> str:
    """A probability in whole percent; never quite 0 or 100."""
    whole = round(100 * probability)
    return {0: "<1%", 100: ">99%"}.get(whole, f"{whole}%")


def marked(name: NameRecord) -> str:
    """The sentence with the name in » «; of a long one the stretch around it."""
    sentence, text = name["sentence"], name["text"]
    before, after = sentence[: name["at"]], sentence[name["at"] + len(text) :]
    room = max(0, _MOST_SENTENCE - len(text)) // 2
    if len(before) > room:
        before = "…" + before[-room:].partition(" ")[2]
    if len(after) > room:
        after = after[:room].rpartition(" ")[0] + "…"
    return f"{before}»{text}«{after}"


def _mentions(mentions: Sequence[ExplainedMention], words: dict[str, str]) -> Iterator[str]:
    told: dict[tuple[str, ...], int] = {}
    for number, mention in enumerate(mentions, start=1):
        said = (mention["place"]["id"], mention["certainty"], *mention["reasons"])
        before = told.setdefault(said, number)
        yield from _wrapped(f"{number:>3} ", marked(mention))
        sure = f"{mention['certainty']} ({percent(mention['probability'])})"
        head = f"→ {mention['place']['name']}: {sure}, {words[mention['usage']]}"
        if before != number:
            yield from _wrapped(_INDENT, f"{head}; {words['same'].format(before)}")
            continue
        yield from _wrapped(_INDENT, head)
        yield from _reasons(mention)


def _reasons(mention: ExplainedMention) -> Iterator[str]:
    """Why this place, then each runner-up with why not."""
    others = {other["against"]: other for other in mention["alternatives"]}
    for reason in mention["reasons"]:
        if reason not in others:
            yield from _wrapped(f"{_INDENT}• ", reason)
    for other in others.values():
        yield from _wrapped(f"{_INDENT}× ", _runner_up(other))


def _runner_up(other: AlternativeRecord) -> str:
    return f"{percent(other['probability'])} {other['against']}"


def _listed(names: Iterable[NameRecord]) -> Iterator[str]:
    """Names with why they are not on the map; a sentence that was just told is not told again."""
    for name in names:
        yield from _wrapped("  – ", marked(name))
        yield from _wrapped(f"{_INDENT}• ", str(name["why"]))  # type: ignore[typeddict-item]


def _not_places(names: Sequence[ExplainedNotPlace], words: dict[str, str]) -> Iterator[str]:
    """Each name once for each reason, with how often it stands so; the likeliest to be a place after all first."""
    grouped: dict[tuple[str, str], list[ExplainedNotPlace]] = {}
    for name in names:
        grouped.setdefault((name["text"], name["why"]), []).append(name)
    for (text, why), same in sorted(grouped.items(), key=lambda pair: -max(n["probability"] for n in pair[1])):
        times = words["times"].format(len(same)) if len(same) > 1 else ""
        yield from _wrapped("  – ", f"{text}{times}: {why}")


def _wrapped(lead: str, text: str) -> list[str]:
    """A text over lines that stand under its first word."""
    return textwrap.wrap(text, _WIDTH, initial_indent=lead, subsequent_indent=" " * len(lead), break_long_words=False)
