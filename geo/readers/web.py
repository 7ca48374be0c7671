"""One request to the public internet, over a connection to the very IP address that was checked.

The name is looked up once and the answer checked and connected to, so that no second answer (DNS rebinding) can lead
elsewhere. No proxy is used, no cookie kept, no redirect followed.
"""

import ipaddress
import re
import socket
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPSConnection, IncompleteRead
from typing import Final
from urllib.parse import quote, urlsplit

TIMEOUT_S: Final = 15.0
"""How long any one answer of the network is waited for; the whole page may take four times as long."""

_CHUNK: Final = 65_536
_NAT64: Final = ipaddress.ip_network("64:ff9b::/96")


class RefusedError(Exception):
    """An address that may not be asked; the message says why and what next."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server answered; ``is_cut`` where it had more to say than was asked for."""

    status: int
    location: str | None
    body: bytes
    is_cut: bool


def is_public(ip: str) -> bool:
    """Whether an IP address is one of the public internet, also as the IPv4 address inside an IPv6 one."""
    address = ipaddress.ip_address(ip.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        inner = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
        if address in _NAT64:
            inner.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
        if any(one is not None and not one.is_global for one in inner):
            return False
    return address.is_global and not address.is_multicast


def request(url: str, user_agent: str, is_allowed: Callable[[str], bool], most_bytes: int) -> Answer:
    """Ask for ``url``, reading at most ``most_bytes`` of the answer.

    Raises:
        RefusedError: the address is none that may be asked.
        OSError, HTTPException, ValueError: it does not answer as it should.
    """
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"}:
        raise RefusedError("not an http or https address; save the page and give the file")
    if parts.username is not None or parts.password is not None:
        raise RefusedError("holds a name or password; give the address without it")
    if not parts.hostname:
        raise RefusedError("no address; check the spelling")
    port = parts.port or (443 if parts.scheme == "https" else 80)
    ip = _checked_ip(parts.hostname, port, is_allowed)
    connection = _connection(parts.scheme, parts.hostname, ip, port)
    try:
        headers = {"User-Agent": user_agent, "Accept-Encoding": "identity", "Accept": "text/html,*/*;q=0.5"}
        connection.request("GET", _target(parts.path, parts.query), headers=headers)
        response = connection.getresponse()
        body = bytearray()
        deadline = time.monotonic() + 4 * TIMEOUT_S
        while len(body) <= most_bytes and (chunk := response.read(_CHUNK)):
            body += chunk
            if time.monotonic() > deadline:
                raise TimeoutError
        is_cut = len(body) > most_bytes
        if response.length and not is_cut:
            raise IncompleteRead(bytes(body), response.length)
        return Answer(status=response.status, location=response.getheader("Location"), body=bytes(body), is_cut=is_cut)
    finally:
        connection.close()


def _target(path: str, query: str) -> str:
    """Path and query with what may not stand in a request escaped."""
    whole = f"{path or '/'}?{query}" if query else path or "/"
    return re.sub(r"[^\x21-\x7e]+", lambda found: quote(found[0]), whole)


def _checked_ip(host: str, port: int, is_allowed: Callable[[str], bool]) -> str:
    """The first IP address of a host, all of which must be allowed."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    ips = [str(sockaddr[0]) for *_, sockaddr in found]
    if not ips or not all(is_allowed(ip) for ip in ips):
        raise RefusedError("an address of this machine or its own network; petakan asks the public internet only")
    return ips[0]


def _connection(scheme: str, host: str, ip: str, port: int) -> HTTPConnection:
    """A connection to an IP address under the host's name."""
    connection: HTTPConnection
    if scheme == "https":
        connection = HTTPSConnection(host, port, timeout=TIMEOUT_S)
        opened = socket.create_connection((ip, port), TIMEOUT_S)
        try:
            connection.sock = ssl.create_default_context().wrap_socket(opened, server_hostname=host)
        except OSError:
            opened.close()
            raise
    else:
        connection = HTTPConnection(host, port, timeout=TIMEOUT_S)
        connection.sock = socket.create_connection((ip, port), TIMEOUT_S)
    return connection
