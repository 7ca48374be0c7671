"""A web server on this machine that answers as it is told: wrongly, late, or not at all."""

import json
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from types import TracebackType
from typing import Any, Final, Self
from urllib.parse import parse_qs, urlsplit

LONGEST_SILENCE_S: Final = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What the server sends; a ``silent`` one does so only when the server is stopped."""

    status: int = 200
    body: bytes = b"[]"
    headers: Mapping[str, str] = field(default_factory=dict)
    silent: bool = False
    cut: bool = False  # ends in the middle of what it announced


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    path: str
    query: dict[str, str]
    user_agent: str


def reply(content: Any, status: int = 200, **headers: str) -> Reply:
    """A reply of JSON; underscores in the names of headers stand for hyphens."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Reply(status=status, body=json.dumps(content).encode(), headers=named)


class MisbehavingServer:
    """Gives the replies in order, and the last of them to all requests after."""

    def __init__(self, *replies: Reply) -> None:
        self.replies = deque(replies)
        self.requests: list[Request] = []
        self.stopping = Event()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._answerer())
        self._server.daemon_threads = False  # so that closing waits for them
        self._thread = Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01})

    @property
    def address(self) -> str:
        return f"127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stopping.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def _answerer(self) -> type[BaseHTTPRequestHandler]:
        owner = self

        class Answerer(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                url = urlsplit(self.path)
                query = {key: values[0] for key, values in parse_qs(url.query).items()}
                agent = self.headers.get("User-Agent", "")
                owner.requests.append(Request(path=url.path, query=query, user_agent=agent))
                given = owner.replies.popleft() if len(owner.replies) > 1 else owner.replies[0]
                if given.silent:
                    owner.stopping.wait(LONGEST_SILENCE_S)
                    return
                self.send_response(given.status)
                for name, value in given.headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(given.body) + given.cut))
                self.end_headers()
                self.wfile.write(given.body)

            def log_message(self, *_: object) -> None:
                pass

        return Answerer
