"""Opt-in: asks an online geocoder for names that the gazetteer lacks. Nothing imports this module unless asked to.

Sent are the name, and the country and language asked for; never the text it stands in. Whatever is sent is listed,
at most one request goes out in a second, and an answer finer than a town is refused.
"""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from inspect import signature
from pathlib import Path
from threading import Lock
from typing import Any, Final
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, HTTPSHandler, ProxyHandler, build_opener

from geopy.adapters import URLLibAdapter
from geopy.exc import (
    GeocoderAuthenticationFailure,
    GeocoderInsufficientPrivileges,
    GeocoderParseError,
    GeocoderQuotaExceeded,
    GeocoderRateLimited,
    GeocoderTimedOut,
    GeopyError,
)
from geopy.geocoders import get_geocoder_for_service

from gazetteer.errors import OnlineError
from gazetteer.place import Place
from geo.online_answers import Answer, read_answer
from geo.online_cache import AnswerCache, Question, cache_file

INTERVAL_S: Final = 1.0
"""Least time between two requests, as the terms of Nominatim ask."""

TIMEOUT_S: Final = 10.0
"""How long an answer is waited for, unless the options say otherwise."""

PATIENCE_S: Final = 60.0
"""The longest that a service may tell petakan to wait (Retry-After) and be waited for."""

_COUNTRY_ARGUMENTS: Final = ("country_codes", "country")
_LANGUAGE_ARGUMENTS: Final = ("language", "lang")
_LANGUAGES: Final = {"photon": frozenset({"de", "en", "fr"})}
"""Languages of services that answer any other with an error."""

_TROUBLES: Final = (
    (GeocoderRateLimited, "too many requests", "wait a while and run again, what was answered so far is kept"),
    (GeocoderQuotaExceeded, "the quota is used up", "run again when it is renewed, or choose another service"),
    (GeocoderAuthenticationFailure, "refused", "check the user agent, the key and the service's terms"),
    (GeocoderInsufficientPrivileges, "refused", "check the user agent, the key and the service's terms"),
    (GeocoderTimedOut, "no answer in time", "run again later, or with a longer timeout"),
    (GeopyError, "failed", "check the network, and run again later"),
)
"""What geopy's errors mean and what next; the first that fits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A request that went out: to which host, and what was asked."""

    host: str
    name: str
    country: str
    language: str


class Pace:
    """Keeps requests :data:`INTERVAL_S` apart; the clock can be exchanged, the interval cannot."""

    def __init__(self, now: Callable[[], float] = time.monotonic, sleep: Callable[[float], None] = time.sleep) -> None:
        self.sleep = sleep
        self._now = now
        self._next = now()

    def wait(self) -> None:
        """Wait until a request may go out."""
        early_s = self._next - self._now()
        if early_s > 0:
            self.sleep(early_s)
        self._next = self._now() + INTERVAL_S


class OnlineFallback:
    """One of geopy's geocoders, asked politely.

    Attributes:
        sent: every request that went out, in order.

    >>> fallback = OnlineFallback("nominatim", user_agent="geography-class (teacher@example.org)")
    >>> fallback.find("Dukuh Wringin", country="ID")  # doctest: +SKIP
    """

    def __init__(
        self,
        service: str,
        *,
        user_agent: str,
        cache: Path | None = None,
        options: Mapping[str, Any] | None = None,
        pace: Pace | None = None,
    ) -> None:
        """Prepare to ask; nothing is sent yet.

        Args:
            service: geopy's name of it: "nominatim", "photon", "geonames"…
            user_agent: says who asks, with an address to complain to; most services demand it.
            cache: file in which answers are kept; else one in the user's cache folder.
            options: of the service's geocoder in geopy: domain, scheme, timeout (seconds), username, api_key…
            pace: to be shared with other fallbacks of the same service.

        Raises:
            OnlineError: there is no such service, no user agent, or an option is missing or unknown.
        """
        if not user_agent.strip() or user_agent.startswith("geopy/"):  # its default, which says nothing
            raise OnlineError(f"{service}: no user agent; give one that says who asks, such as a name and an e-mail")
        self.service = service.lower()
        self.sent: list[Sent] = []
        self._cache = AnswerCache(cache or cache_file())
        self._pace = pace or Pace()
        self._lock = Lock()
        self._question = Question(service="", name="", country="", language="")
        chosen = {"timeout": TIMEOUT_S, **(options or {})}
        self._cache_name = f"{self.service} {chosen.get('domain', '')}".strip()
        try:
            self._geocode: Callable[..., Any] = get_geocoder_for_service(service)(
                **chosen | {"user_agent": user_agent, "adapter_factory": partial(_Door, before=self._before_request)}
            ).geocode
        except (GeopyError, TypeError) as error:
            raise OnlineError(f"{service}: {_one_line(error)}; choose another service or other options") from error

    @property
    def cache_problem(self) -> str | None:
        """Why answers are not kept beyond this object, where, and what next, in one line; None if they are."""
        return self._cache.problem

    def find(self, name: str, *, country: str | None = None, language: str | None = None) -> Place | None:
        """The public place of that name, or None; see :meth:`ask`."""
        return self.ask(name, country=country, language=language).place

    def ask(self, name: str, *, country: str | None = None, language: str | None = None) -> Answer:
        """Ask for a name, or remember the answer; of several places the service's first alone counts.

        Args:
            name: as the text has it. It is sent to the service: never pass the name of a site.
            country: ISO 3166-1 alpha-2 code of where it must be.
            language: BCP 47 tag of the language that the place's name is wanted in.

        Returns:
            The place, its position rounded to 2 decimals, or the reason why there is none.

        Raises:
            OnlineError: the service does not answer, or not as it should. What it answered before is kept.
        """
        name = " ".join(name.split())
        if not name:
            return Answer(place=None, reason="no name")
        with self._lock:
            question = Question(self._cache_name, name, (country or "").upper(), language or "")
            answer = self._cache.get(question)
            if answer is None:
                self._question = question
                answer = self._answer(question)
                self._cache.put(question, answer)
            return answer

    def _answer(self, question: Question, *, again: bool = False) -> Answer:
        try:
            found = self._geocode(question.name, **self._arguments(question))
            if found is None:
                return Answer(place=None, reason="nothing of that name")
            return read_answer(self.service, found.raw, question.country or None)
        except GeocoderRateLimited as error:
            if again or error.retry_after is None or error.retry_after > PATIENCE_S:
                raise self._error(error) from error
            self._pace.sleep(error.retry_after)
        except GeocoderParseError as error:  # its message is the whole answer
            raise self._garbage("it is no JSON") from error
        except GeopyError as error:
            raise self._error(error) from error
        except (AttributeError, LookupError, RecursionError, TypeError, ValueError) as error:
            raise self._garbage(_one_line(error)) from error
        return self._answer(question, again=True)

    def _arguments(self, question: Question) -> dict[str, Any]:
        """What the service's geocoder understands of country and language."""
        known = signature(self._geocode).parameters
        arguments: dict[str, Any] = {"addressdetails": True} if "addressdetails" in known else {}
        if question.country:
            arguments |= {key: question.country for key in _COUNTRY_ARGUMENTS if key in known}
        if question.language and question.language in _LANGUAGES.get(self.service, {question.language}):
            arguments |= {key: question.language for key in _LANGUAGE_ARGUMENTS if key in known}
        return arguments

    def _before_request(self, url: str) -> None:
        self._pace.wait()
        asked = self._question
        host = urlsplit(url).netloc.rpartition("@")[2]
        self.sent.append(Sent(host=host, name=asked.name, country=asked.country, language=asked.language))

    def _error(self, error: GeopyError) -> OnlineError:
        what, then = next((what, then) for kind, what, then in _TROUBLES if isinstance(error, kind))
        return OnlineError(f"{self.service}: {what} ({_one_line(error)}); {then}")

    def _garbage(self, why: str) -> OnlineError:
        return OnlineError(
            f"{self.service}: cannot read its answer ({why}); run again later, or choose another service"
        )


def _one_line(error: Exception) -> str:
    """The message of an error, as far as it can be shown: some hold what a server sent."""
    shown = "".join(character if character.isprintable() else " " for character in str(error))
    return " ".join(shown.split())[:120]


class _Door(URLLibAdapter):  # type: ignore[misc]  # geopy ships no types
    """The one way out. It follows no redirect: what is sent would go where nobody chose, and unlisted."""

    def __init__(self, *, proxies: Any, ssl_context: Any, before: Callable[[str], None]) -> None:
        super().__init__(proxies=proxies, ssl_context=ssl_context)
        self._before = before
        self.urlopen = build_opener(HTTPSHandler(context=ssl_context), ProxyHandler(proxies), _NoRedirect()).open

    def get_text(self, url: str, *, timeout: Any, headers: Any) -> Any:
        self._before(url)
        return super().get_text(url, timeout=timeout, headers=headers)


class _NoRedirect(HTTPRedirectHandler):
    def redirect_request(self, *_: Any) -> None:
        return None
