"""Articles at addresses that a person names: one request for each page, where robots.txt allows it, and nothing else.

Nothing is followed from within a page. Only the public internet is asked: no address of this machine or its network,
however it is written, resolved or redirected to.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from http.client import HTTPException
from typing import Final
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

from gazetteer.errors import ArticleError
from geo.readers.address import Address
from geo.readers.draft import Content
from geo.readers.web import Answer, RefusedError, is_public, request

MOST_BYTES: Final = 20_000_000
MOST_REDIRECTS: Final = 5
USER_AGENT: Final = "petakan"
_ROBOTS_BYTES: Final = 500_000
_REDIRECTS: Final = {301, 302, 303, 307, 308}


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """Asks for pages. ``is_allowed`` says which IP addresses may be asked; robots.txt is read once for each host."""

    is_allowed: Callable[[str], bool] = is_public
    most_bytes: int = MOST_BYTES
    _robots: dict[str, RobotFileParser] = field(default_factory=dict)

    def fetch(self, address: Address) -> Content:
        """The page at an address, after at most 5 redirects, each of which is checked like the address itself.

        Raises:
            ArticleError: the address may not be asked, or does not answer with a page.
        """
        try:
            url, answer = self._ask(address.url)
        except RefusedError as error:
            raise ArticleError(f"{address.url}: {error}") from error
        except TimeoutError as error:
            raise ArticleError(f"{address.url}: no answer in time; try again later") from error
        except (OSError, HTTPException, ValueError) as error:
            raise ArticleError(f"{address.url}: cannot be reached ({_reason(error)}); check the address") from error
        return self._content(address, url, answer)

    def _ask(self, url: str) -> tuple[str, Answer]:
        """The address that answers at last, and what it answers."""
        for _ in range(MOST_REDIRECTS + 1):
            self._check(url)
            answer = request(url, USER_AGENT, self.is_allowed, self.most_bytes)
            if answer.status not in _REDIRECTS or not answer.location:
                return url, answer
            url = _next(url, answer.location)
        raise RefusedError(f"more than {MOST_REDIRECTS} redirects; check the address")

    def _content(self, address: Address, url: str, answer: Answer) -> Content:
        if answer.status != 200:
            raise ArticleError(f"{address.url}: the site answered {answer.status}; check the address")
        if answer.is_cut:
            raise ArticleError(f"{address.url}: more than {self.most_bytes // 10**6} MB, too much for an article")
        if not answer.body.strip():
            raise ArticleError(f"{address.url}: an empty page; check the address")
        suffix = re.search(r"\.\w{1,5}$", urlsplit(url).path)
        return Content(data=answer.body, source=address.url, url=url, suffix=suffix[0].lower() if suffix else "")

    def _check(self, url: str) -> None:
        """Raise unless the host's robots.txt lets petakan read the page; without the file, all is allowed."""
        parts = urlsplit(url)
        host = f"{parts.scheme}://{parts.netloc}"
        if host not in self._robots:
            self._robots[host] = self._read_robots(f"{host}/robots.txt")
        if not self._robots[host].can_fetch(USER_AGENT, url):
            raise RefusedError("its site asks programs not to read it (robots.txt); save the page in a browser instead")

    def _read_robots(self, url: str) -> RobotFileParser:
        rules = RobotFileParser(url)
        answer = request(url, USER_AGENT, self.is_allowed, _ROBOTS_BYTES)
        for _ in range(MOST_REDIRECTS):
            if answer.status not in _REDIRECTS or not answer.location:
                break
            url = _next(url, answer.location)
            answer = request(url, USER_AGENT, self.is_allowed, _ROBOTS_BYTES)
        if answer.status == 200:
            rules.parse(answer.body.decode("utf-8", "replace").splitlines())
        elif answer.status >= 500:  # a site in trouble is left alone
            rules.parse(["User-agent: *", "Disallow: /"])
        else:
            rules.parse([])
        return rules


def fetch(address: Address) -> Content:
    """The page at an address; see :meth:`Visitor.fetch`."""
    return Visitor().fetch(address)


def _next(url: str, location: str) -> str:
    following = urljoin(url, location)
    if url.startswith("https:") and not following.startswith("https:"):
        raise RefusedError("it redirects from https to an address that is not encrypted; check the address")
    return following


def _reason(error: Exception) -> str:
    reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return " ".join(str(reason).split())[:120]
