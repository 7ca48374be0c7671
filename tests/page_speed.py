"""How long a reader of a page waits: for the page to open, and for each filter to be drawn.

    python tests/page_bulk.py arsip.html
    python tests/page_speed.py arsip.html [RUNS]

Times are from the key or the letter that changes what is shown until the next frame is drawn (the page's own work:
script, styles, layout), and until it is seen (what the browser paints of it elsewhere, and puts on the screen). For
each filter and for each way back from one: the median and the longest of so many runs, on a desk and on a phone.
"""

import statistics
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from browser import DESK, PHONE, WatchedPage, chromium, watched

if TYPE_CHECKING:
    from playwright.sync_api import Browser

RUNS: Final = 7
REST_MS: Final = 3000
"""A reader looks at a page first; the browser gets ready for a search meanwhile."""
PAUSE_MS: Final = 400
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

_HEED: Final = """() => {
    const drawn = () => new Promise((done) => requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel(); // a task of its own, right after the frame
        port1.onmessage = () => done(performance.now());
        port2.postMessage(null);
    }));
    window.wanted = null;
    window.waited = [];
    const input = document.getElementById("search");
    addEventListener("keydown", async (event) => {
        if (wanted === null) return;
        const one = { start: event.timeStamp };
        const changes = wanted;
        wanted = null;
        waited.push(one);
        petakan.state.set(changes);
        one.script = performance.now() - one.start;
        one.drawn = await drawn() - one.start;
    });
    // a letter is seen at once, what it finds comes with the frame after
    let typed = 0;
    input.addEventListener("input", (event) => { typed = event.timeStamp; });
    petakan.state.watch(["q"], async () => {
        if (document.activeElement !== input) return;
        const one = { start: typed, changed: performance.now() };
        waited.push(one);
        setTimeout(() => { one.script = performance.now() - typed; });
        one.drawn = await drawn() - typed;
    });
    const seen = (entry, isIt) => waited.filter(isIt).forEach((one) => { one.seen = entry.end - one.start; });
    new PerformanceObserver((list) => list.getEntriesByName("keydown").forEach(({ startTime, duration }) => (
        seen({ end: startTime + duration }, ({ start, changed }) => changed === undefined && start === startTime)
    ))).observe({ type: "event", durationThreshold: 16 });
    new PerformanceObserver((list) => list.getEntries().forEach(({ startTime, duration, presentationTime }) => (
        seen({ end: presentationTime }, ({ changed }) => changed >= startTime && changed <= startTime + duration)
    ))).observe({ type: "long-animation-frame" });
}"""
_OPENED: Final = """new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now()))))"""


@dataclass(frozen=True)
class Wait:
    """How long something took in each run, in ms: its script, until it was drawn, and until it was seen."""

    what: str
    script: list[float]
    drawn: list[float]
    seen: list[float]

    def __str__(self) -> str:
        return f"{self.what:<28}" + "".join(
            f"  {name} {statistics.median(times):4.0f} (longest {max(times):4.0f})"
            for name, times in (("script", self.script), ("drawn", self.drawn), ("seen", self.seen))
        )


def _wait(what: str, found: Sequence[Mapping[str, float]]) -> Wait:
    """A frame that was done too soon for the browser to note it was seen when it was drawn."""
    seen = [max(one["drawn"], one.get("seen", 0)) for one in found]
    return Wait(what, [one["script"] for one in found], [one["drawn"] for one in found], seen)


def _filters(one: WatchedPage, runs: int) -> Iterator[Wait]:
    for name, changes in FILTERS.items():
        clear = dict.fromkeys(changes, "")
        for _ in range(runs):
            for change in (changes, clear):
                one.page.evaluate("(changes) => { wanted = changes; }", dict(change))
                one.page.keyboard.press("F9")
                one.page.wait_for_timeout(PAUSE_MS)
        found = one.page.evaluate("waited.splice(0)")
        yield _wait(name, found[::2])
        yield _wait(f"{name}, cleared", found[1::2])


def _letters(one: WatchedPage, runs: int) -> Wait:
    """From each letter of a word until what it finds is there; then the word is taken away again."""
    one.page.locator("#search").focus()
    for _ in range(runs):
        for key in [*TYPED, *["Backspace"] * len(TYPED)]:
            one.page.keyboard.press(key)
            one.page.wait_for_timeout(PAUSE_MS)
    return _wait("letter by letter", one.page.evaluate("waited.splice(0)"))


def waits(browser: "Browser", path: Path, runs: int = RUNS, size: Mapping[str, Any] = DESK) -> Iterator[Wait]:
    """Each filter of the page at ``path``, the way back from it, and a word that is typed."""
    with watched(browser, path, **size) as one:
        one.page.wait_for_timeout(REST_MS)
        one.page.evaluate(_HEED)
        yield from _filters(one, runs)
        yield _letters(one, runs)


def opened(browser: "Browser", path: Path, runs: int = RUNS) -> list[float]:
    """Until the first frame with the map was drawn, in ms."""
    times = list[float]()
    for _ in range(runs):
        with watched(browser, path) as one:
            times.append(one.page.evaluate(_OPENED))
    return times


def main() -> None:
    """Measure the page that is named."""
    path, runs = Path(sys.argv[1]).resolve(), int([*sys.argv, str(RUNS)][2])
    with chromium() as browser:
        times = opened(browser, path, runs)
        sys.stdout.write(f"opened after {statistics.median(times):.0f} ms (longest {max(times):.0f})\n")
        for name, size in (("desk", DESK), ("phone", PHONE)):
            found = []
            for wait in waits(browser, path, runs, size):
                found.append(wait)
                sys.stdout.write(f"{name:<6}{wait}\n")
                sys.stdout.flush()
            drawn, seen = (max(max(getattr(wait, kind)) for wait in found) for kind in ("drawn", "seen"))
            sys.stdout.write(f"{name}: all drawn within {drawn:.0f} ms, seen within {seen:.0f} ms\n")


if __name__ == "__main__":
    main()
