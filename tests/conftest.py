"""What all tests share: no network, the default gazetteer."""

import ipaddress
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from browser import chromium
from hypothesis import settings

from gazetteer.index import Gazetteer

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# The same examples in every run: a check that passed must not fail because of chance, or of a slow machine
settings.register_profile("petakan", derandomize=True, deadline=None, print_blob=True)
settings.load_profile("petakan")


class NetworkUsedError(RuntimeError):
    """A test wants to leave this machine. Not an OSError, which code under test may rightly catch."""


def _check_is_here(host: object) -> None:
    try:
        here = host in {None, "", b"", "localhost"} or ipaddress.ip_address(str(host)).is_loopback
    except ValueError:
        here = False
    if not here:
        raise NetworkUsedError(f"{host}: petakan works without a network, and so do its tests")


@pytest.fixture(autouse=True, scope="session")
def _no_network() -> Iterator[None]:
    """Only this machine can be reached."""
    originals = {"connect": socket.socket.connect, "connect_ex": socket.socket.connect_ex}
    look_up = socket.getaddrinfo

    def guarded(name: str) -> Any:
        def connect(self: socket.socket, address: Any) -> Any:
            if self.family in {socket.AF_INET, socket.AF_INET6}:
                _check_is_here(address[0])
            return originals[name](self, address)

        return connect

    def getaddrinfo(host: Any, *args: Any, **kwargs: Any) -> Any:
        _check_is_here(host)
        return look_up(host, *args, **kwargs)

    with pytest.MonkeyPatch.context() as patch:
        for name in originals:
            patch.setattr(socket.socket, name, guarded(name))
        patch.setattr(socket, "getaddrinfo", getaddrinfo)
        yield


@pytest.fixture(scope="session")
def gazetteer() -> Iterator[Gazetteer]:
    """The gazetteer that petakan is installed with."""
    with Gazetteer.open() as opened:
        yield opened


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    """Chromium, for the pages of one module."""
    with chromium() as one:
        yield one


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of articles and corpora beside the repository, which not everybody has."""
    folder = Path(__file__).parents[2] / "shared"
    if not folder.is_dir():
        pytest.skip(f"{folder} is not here")
    return folder
