"""How long a reader of a page waits: for the page to open, and for each filter to be drawn.

    python tests/page_bulk.py arsip.html
    python tests/page_speed.py arsip.html [RUNS]

Times are from a change of the filter (or from a letter that is typed) until the next frame is drawn. For each filter and
for each way back from one: the median and the longest of so many runs, on a desk and on a phone.
"""

import statistics
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from browser import DESK, PHONE, WatchedPage, chromium, watched

if TYPE_CHECKING:
    from playwright.sync_api import Browser

RUNS: Final = 7
REST_MS: Final = 3000
"""A reader looks at a page first; the browser gets ready for a search meanwhile."""
PAUSE_MS: Final = 250
FILTERS: Final[Mapping[str, Mapping[str, str]]] = {
    "search of texts": {"q": "kereta"},
    "search of names": {"q": "bada"},
    "search of nothing": {"q": "xyzxyz"},
    "dates": {"from": "2024-05-01", "to": "2024-09-30"},
    "article": {"articles": "17"},
    "towns": {"levels": "city"},
    "countries": {"levels": "country"},
    "literal": {"usage": "literal"},
    "associative": {"usage": "associative"},
    "sure": {"sure": "sure"},
    "unsure": {"sure": "unsure"},
    "several": {"levels": "city", "usage": "literal", "from": "2024-03-01"},
}
TYPED: Final = "pasar"

_DRAWN: Final = """
    window.drawn = () => new Promise((done) => requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel(); // a task of its own, right after the frame
        port1.onmessage = () => done(performance.now());
        port2.postMessage(null);
    }));
"""
_CHANGE: Final = """async (changes) => {
    const start = performance.now();
    petakan.state.set(changes);
    const script = performance.now() - start;
    return [script, await drawn() - start];
}"""
_HEED_LETTERS: Final = """() => {
    const input = document.getElementById("search");
    window.typed = [];
    let at = 0;
    input.addEventListener("input", () => { at = performance.now(); });
    petakan.state.watch(["q"], async () => typed.push(await drawn() - at));
}"""
_OPENED: Final = """new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now()))))"""


@dataclass(frozen=True)
class Wait:
    """How long something took, in ms: the script alone, and until it was drawn."""

    what: str
    script: list[float]
    drawn: list[float]

    @property
    def median(self) -> float:
        """The middle of the runs."""
        return statistics.median(self.drawn)

    @property
    def longest(self) -> float:
        """The slowest run."""
        return max(self.drawn)

    def __str__(self) -> str:
        script = statistics.median(self.script) if self.script else 0
        return f"{self.what:<28} script {script:4.0f}  drawn: median {self.median:4.0f}  longest {self.longest:4.0f}"


def _filters(one: WatchedPage, runs: int) -> Iterator[Wait]:
    one.page.evaluate(_DRAWN)
    for name, changes in FILTERS.items():
        clear = dict.fromkeys(changes, "")
        there, back = list[list[float]](), list[list[float]]()
        for _ in range(runs):
            for change, times in ((changes, there), (clear, back)):
                times.append(one.page.evaluate(_CHANGE, dict(change)))
                one.page.wait_for_timeout(PAUSE_MS)
        for what, times in ((name, there), (f"{name}, cleared", back)):
            yield Wait(what, *map(list, zip(*times, strict=True)))


def _letters(one: WatchedPage, runs: int) -> Wait:
    """From each letter of a word until what it finds is drawn; then the word is taken away again."""
    one.page.evaluate(_HEED_LETTERS)
    one.page.locator("#search").focus()
    for _ in range(runs):
        for key in [*TYPED, *["Backspace"] * len(TYPED)]:
            one.page.keyboard.press(key)
            one.page.wait_for_timeout(2 * PAUSE_MS)
    return Wait("letter by letter", [], one.page.evaluate("typed"))


def waits(browser: "Browser", path: Path, runs: int = RUNS, size: Mapping[str, Any] = DESK) -> Iterator[Wait]:
    """Each filter of the page at ``path``, and the way back from it."""
    with watched(browser, path, **size) as one:
        one.page.wait_for_timeout(REST_MS)
        yield from _filters(one, runs)
        yield _letters(one, runs)


def opened(browser: "Browser", path: Path, runs: int = RUNS) -> Wait:
    """Until the first frame with the map is drawn."""
    times = list[float]()
    for _ in range(runs):
        with watched(browser, path) as one:
            times.append(one.page.evaluate(_OPENED))
    return Wait("opened", [], times)


def main() -> None:
    """Measure the page that is named."""
    path, runs = Path(sys.argv[1]).resolve(), int(sys.argv[2]) if len(sys.argv) > 2 else RUNS  # noqa: PLR2004
    with chromium() as browser:
        sys.stdout.write(f"{opened(browser, path, runs)}\n")
        for name, size in (("desk", DESK), ("phone", PHONE)):
            found = []
            for wait in waits(browser, path, runs, size):
                found.append(wait)
                sys.stdout.write(f"{name:<6}{wait}\n")
                sys.stdout.flush()
            worst = max(found, key=lambda wait: wait.longest)
            sys.stdout.write(f"{name}: no wait longer than {worst.longest:.0f} ms ({worst.what})\n")


if __name__ == "__main__":
    main()
