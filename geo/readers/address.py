"""Addresses on the web, among the names of files that a person gives."""

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote, urlsplit

_ADDRESS: Final = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Address:
    """An address on the web, as it was named."""

    url: str

    @property
    def host(self) -> str:
        """The host that is asked for it."""
        return urlsplit(self.url).hostname or self.url

    @property
    def stem(self) -> str:
        """A name for its article: the last part of its path, else its host."""
        parts = urlsplit(self.url)
        last = unquote(parts.path).rstrip("/").rpartition("/")[2].partition(".")[0]
        return re.sub(r"[^\w-]+", "-", last).strip("-")[:80] or parts.hostname or "article"


def is_address(name: str) -> bool:
    """Whether a name is an address and no file, of whatever scheme."""
    return _ADDRESS.match(name) is not None
