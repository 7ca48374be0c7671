"""Articles at addresses: one request each, the public internet alone, robots.txt kept."""

import socket
from collections.abc import Iterator

import pytest
from misbehaving_server import MisbehavingServer, Reply

from gazetteer.errors import ArticleError
from geo.readers import visit, web
from geo.readers.address import Address, is_address
from geo.readers.files import article_files, read_articles
from geo.readers.visit import Visitor, fetch
from geo.readers.web import is_public, request

PAGE = b"<html><body><h1>Bakau</h1></body></html>"
NO_ROBOTS = Reply(status=404)


def anyone(_: str) -> bool:
    return True


@pytest.fixture
def visitor() -> Visitor:
    """One that may ask this machine, as the tests must."""
    return Visitor(is_allowed=anyone, most_bytes=1000)


def told(visitor: Visitor, url: str) -> str:
    with pytest.raises(ArticleError) as caught:
        visitor.fetch(Address(url))
    message = str(caught.value)
    assert message.startswith(f"{url}: ")
    assert "\n" not in message
    return message.removeprefix(f"{url}: ")


def test_a_page_takes_one_request_and_its_site_one_more(visitor: Visitor) -> None:
    """robots.txt is asked for once for each site, every page once."""
    with MisbehavingServer(NO_ROBOTS, Reply(body=PAGE)) as server:
        content = visitor.fetch(Address(f"http://{server.address}/berita/bakau.html?a=b"))
        visitor.fetch(Address(f"http://{server.address}/lain"))
        asked = [request.path for request in server.requests]
        agents = {request.user_agent for request in server.requests}
    assert (content.data, content.suffix) == (PAGE, ".html")
    assert asked == ["/robots.txt", "/berita/bakau.html", "/lain"]
    assert agents == {"petakan"}


def test_a_site_may_ask_not_to_be_read(visitor: Visitor) -> None:
    """robots.txt is kept, for all programs and for petakan by name."""
    with MisbehavingServer(Reply(body=b"User-agent: petakan\nDisallow: /arsip\n"), Reply(body=PAGE)) as server:
        message = told(visitor, f"http://{server.address}/arsip/1")
        assert "(robots.txt); save the page in a browser instead" in message
        assert len(server.requests) == 1
        assert visitor.fetch(Address(f"http://{server.address}/berita")).data == PAGE


def test_a_site_in_trouble_is_left_alone(visitor: Visitor) -> None:
    with MisbehavingServer(Reply(status=503)) as server:
        assert "robots.txt" in told(visitor, f"http://{server.address}/")


def test_redirects_are_followed_and_checked(visitor: Visitor) -> None:
    """Five at most, each to an address that may be asked."""
    with MisbehavingServer(NO_ROBOTS, Reply(status=302, headers={"Location": "/b"}), Reply(body=PAGE)) as server:
        content = visitor.fetch(Address(f"http://{server.address}/a"))
        assert content.url == f"http://{server.address}/b"
    with MisbehavingServer(NO_ROBOTS, Reply(status=301, headers={"Location": "/a"})) as server:
        assert told(visitor, f"http://{server.address}/a") == "more than 5 redirects; check the address"
        assert len(server.requests) == 7
    for target, message in [
        ("file:///etc/passwd", "not an http or https"),
        ("http://u:p@x.example/", "name or password"),
    ]:
        with MisbehavingServer(NO_ROBOTS, Reply(status=302, headers={"Location": target})) as server:
            assert message in told(visitor, f"http://{server.address}/a")


def test_a_redirect_to_a_private_address_is_refused() -> None:
    """The site itself may be asked, what it points to may not."""
    with MisbehavingServer(
        NO_ROBOTS, Reply(status=302, headers={"Location": "http://127.0.0.2/"}), NO_ROBOTS
    ) as server:
        visitor = Visitor(is_allowed=lambda ip: ip == "127.0.0.1")
        assert "its own network" in told(visitor, f"http://{server.address}/a")
        assert len(server.requests) == 2


def test_robots_may_be_redirected_too(visitor: Visitor) -> None:
    moved = Reply(status=301, headers={"Location": "/r2"})
    with MisbehavingServer(moved, Reply(body=b"User-agent: *\nDisallow: /"), Reply(body=PAGE)) as server:
        assert "robots.txt" in told(visitor, f"http://{server.address}/a")


def test_encryption_is_not_given_up() -> None:
    with pytest.raises(web.RefusedError, match="not encrypted"):
        visit._next("https://a.example/", "http://a.example/")
    assert visit._next("https://a.example/x", "/y") == "https://a.example/y"


@pytest.mark.parametrize(
    ("reply", "message"),
    [
        (Reply(status=404, body=b"x"), "the site answered 404; check the address"),
        (Reply(body=b" \n"), "an empty page; check the address"),
        (Reply(body=b"x" * 1001), "more than 0 MB, too much for an article"),
        (Reply(body=b"x" * 900, cut=True), "cannot be reached"),
    ],
)
def test_an_answer_that_is_no_page(visitor: Visitor, reply: Reply, message: str) -> None:
    """Errors, emptiness and too much are told."""
    with MisbehavingServer(NO_ROBOTS, reply) as server:
        assert told(visitor, f"http://{server.address}/a").startswith(message)


def test_silence_ends(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "TIMEOUT_S", 0.2)
    with MisbehavingServer(NO_ROBOTS, Reply(silent=True)) as server:
        assert told(visitor, f"http://{server.address}/a") == "no answer in time; try again later"
    monkeypatch.setattr(web, "TIMEOUT_S", -1.0)


def test_an_endless_answer_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    """The whole page has its time, not each piece alone."""
    ticks = iter([0.0, 1000.0])
    monkeypatch.setattr("geo.readers.web.time.monotonic", lambda: next(ticks))
    with MisbehavingServer(Reply(body=PAGE)) as server, pytest.raises(TimeoutError):
        request(f"http://{server.address}/", "petakan", anyone, 1000)


@pytest.mark.parametrize(
    "host", ["localhost", "127.0.0.1", "[::1]", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]", "0.0.0.0"]
)
def test_this_machine_is_never_asked(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """However its address is written."""
    numbers = {"2130706433": "127.0.0.1", "0x7f.1": "127.0.0.1"}

    def look_up(name: str, port: int, **_: object) -> list[tuple[object, ...]]:
        return [(2, 1, 6, "", (numbers.get(name, "127.0.0.1" if name == "localhost" else name), port))]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    assert "an address of this machine or its own network" in told(Visitor(), f"http://{host}/")


@pytest.mark.parametrize(
    ("ip", "expected"),
    [
        ("93.184.215.14", True),
        ("2606:4700::1111", True),
        ("10.0.0.1", False),
        ("172.16.3.4", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("224.0.0.1", False),
        ("0.0.0.0", False),
        ("::", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:10.0.0.1", False),
        ("64:ff9b::a00:1", False),
        ("64:ff9b::5db8:d70e", True),
        ("2002:a00:1::", False),
    ],
)
def test_which_addresses_are_public(ip: str, expected: bool) -> None:
    """Private, local and shared ones are not, nor where they hide in an IPv6 address."""
    assert is_public(ip) is expected


def test_one_private_answer_is_enough_to_refuse(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that leads to a public and a private address is not asked at either."""
    answers = [(2, 1, 6, "", ("93.184.215.14", 80)), (2, 1, 6, "", ("10.0.0.1", 80))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: answers)
    assert "its own network" in told(Visitor(), "http://rebinding.example/")


def test_the_connection_goes_to_the_address_that_was_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    """The name is looked up once; a second answer would not be asked for."""
    with MisbehavingServer(Reply(body=PAGE)) as server:
        port = int(server.address.partition(":")[2])
        answers: Iterator[str] = iter(["127.0.0.1"])
        real = socket.getaddrinfo

        def once(host: str, *rest: object, **named: object) -> object:
            if host == "kabar.example":
                return [(2, 1, 6, "", (next(answers), port))]
            return real(host, *rest, **named)  # type: ignore[arg-type]

        monkeypatch.setattr(socket, "getaddrinfo", once)
        answer = request(f"http://kabar.example:{port}/é?q=a b", "petakan", anyone, 1000)
    assert (answer.status, answer.body) == (200, PAGE)


def test_what_does_not_speak_tls_is_told(visitor: Visitor) -> None:
    with MisbehavingServer(Reply(body=PAGE)) as server:
        assert "cannot be reached" in told(visitor, f"https://{server.address}/")


@pytest.mark.parametrize("url", ["ftp://a.example/x", "https:///x", "http://[broken/"])
def test_other_addresses_are_told(url: str) -> None:
    """Only http and https are asked for, and only where there is a host."""
    assert is_address(url)
    [error] = read_articles(article_files([url]))
    assert isinstance(error, ArticleError)
    assert str(error).startswith(f"{url}: ")


@pytest.mark.parametrize(
    ("url", "stem"),
    [
        ("https://kabar.example/2025/banjir-pati.html", "banjir-pati"),
        ("https://kabar.example/baca/", "baca"),
        ("https://kabar.example/", "kabar.example"),
        ("https://kabar.example/%C3%A9%20x", "é-x"),
    ],
)
def test_an_address_names_its_article(url: str, stem: str) -> None:
    """By the last part of its path, or its host."""
    assert Address(url).stem == stem
    assert not is_address("banjir.txt")


def test_an_article_at_an_address(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is read like a file, and knows its address."""
    text = b"Bakau di Pati\n\nHujan turun."
    with MisbehavingServer(NO_ROBOTS, Reply(body=text)) as server:
        monkeypatch.setattr("geo.readers.visit.fetch", Visitor(is_allowed=anyone).fetch)
        url = f"http://{server.address}/bakau"
        [article] = read_articles(article_files([url]))
    assert not isinstance(article, ArticleError)
    assert (article.id, article.title, article.source, article.text.encode()) == ("bakau", "Bakau di Pati", url, text)


def test_by_default_this_machine_is_not_asked() -> None:
    with pytest.raises(ArticleError, match="its own network"):
        fetch(Address("http://127.0.0.1:9/"))
