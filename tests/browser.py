"""Chromium for tests: offline, and with a record of everything that a page may not do."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

_NAMES: Final = ("chromium", "chromium-browser", "google-chrome")
DESK: Final[dict[str, Any]] = {"viewport": {"width": 1280, "height": 800}}
PHONE: Final[dict[str, Any]] = {
    "viewport": {"width": 390, "height": 844},
    "is_mobile": True,
    "has_touch": True,
    "device_scale_factor": 2,
}

_RECORD_VIOLATIONS: Final = """
    window.violations = [];
    document.addEventListener("securitypolicyviolation", (event) => {
        window.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
"""


def require(condition: object, what: str) -> None:
    """Skip the test where ``what`` is missing; in CI, where it must be there, fail."""
    if condition:
        return
    if os.environ.get("CI"):
        pytest.fail(f"{what} is missing")
    pytest.skip(f"{what} is missing")


@contextmanager
def chromium() -> Iterator["Browser"]:
    """The system's Chromium, headless."""
    path = next(filter(None, map(shutil.which, _NAMES)), None)
    require(path, "Chromium (Debian: package chromium)")
    require(find_spec("playwright"), "the Python package playwright")
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 (only where it is installed)

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


class WatchedPage:
    """An open page, and what it tried to do."""

    def __init__(self, page: "Page", path: Path, state: str = "") -> None:
        self.page = page
        self.path = path
        self.problems: list[str] = []
        page.add_init_script(_RECORD_VIOLATIONS)
        page.on("console", lambda message: self._note(message.type in {"error", "warning"}, message.text))
        page.on("pageerror", lambda error: self._note(True, str(error)))
        page.on(
            "request",
            lambda request: self._note(request.url.partition("#")[0] != path.as_uri(), f"request {request.url}"),
        )
        page.on("dialog", lambda dialog: self._note(True, f"dialog {dialog.message}"))
        page.goto(f"{path.as_uri()}#{state}" if state else path.as_uri())
        page.wait_for_load_state()

    def _note(self, condition: bool, problem: str) -> None:
        if condition:
            self.problems.append(problem)

    def go(self, state: str) -> None:
        """Show another state of the page, as a link to it would, without loading it anew."""
        self.page.evaluate(
            """(state) => new Promise((done) => {
                addEventListener("hashchange", () => done(), { once: true });
                setTimeout(done, 200);
                location.hash = state || "view=map";
            })""",
            state,
        )

    def wait(self, condition: str) -> None:
        """Wait until a condition in JavaScript holds. (Playwright's own way is one that the page's policy forbids.)"""
        for _ in range(600):  # half a minute: other processes may have the machine
            if self.page.evaluate(condition):
                return
            self.page.wait_for_timeout(50)
        pytest.fail(f"never came true: {condition}")

    def hash(self) -> str:
        """What stands behind the # of the address, which is written once the page is drawn."""
        self.page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(() => setTimeout(done))))")
        return str(self.page.evaluate("location.hash.slice(1)"))

    def texts(self, selector: str) -> list[str]:
        """The texts of all elements that can be seen."""
        return [one.strip() for one in self.page.locator(f"{selector}:visible").all_inner_texts()]

    def assert_quiet(self) -> None:
        """No request, no error, no violation of the content security policy."""
        assert self.problems == []
        assert self.page.evaluate("window.violations") == []


@contextmanager
def watched(browser: "Browser", path: Path, state: str = "", **context: Any) -> Iterator[WatchedPage]:
    """The file at ``path``, open in a context of its own without a network; ``state`` stands behind its #."""
    made = browser.new_context(**{"viewport": {"width": 1280, "height": 800}, "reduced_motion": "reduce", **context})
    made.set_offline(True)
    try:
        yield WatchedPage(made.new_page(), path, state)
    finally:
        made.close()
