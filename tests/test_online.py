"""The opt-in online fallback, asked of a server on this machine that misbehaves."""

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from email.utils import formatdate
from pathlib import Path
from typing import Any, Final

import pytest
from misbehaving_server import MisbehavingServer, Reply, reply

from gazetteer.errors import OnlineError, PetakanError
from gazetteer.place import Level, LonLat, Place
from geo.online import INTERVAL_S, OnlineFallback, Pace, Sent
from geo.online_answers import Answer, read_answer
from geo.online_cache import AnswerCache, Question, cache_file

AGENT: Final = "petakan-tests (nobody@example.org)"

WRINGIN: Final[dict[str, Any]] = {
    "place_id": 1,
    "osm_type": "node",
    "osm_id": 4711,
    "lat": "-7.123456",
    "lon": "110.98765",
    "class": "place",
    "type": "village",
    "place_rank": 19,
    "addresstype": "village",
    "name": "Wringin",
    "display_name": "Wringin, Jawa Tengah, Indonesia",
    "address": {"country_code": "id"},
}
PHOTON: Final[dict[str, Any]] = {
    "osm_type": "R",
    "osm_id": 8,
    "osm_key": "place",
    "osm_value": "town",
    "type": "city",
    "name": "Wringin",
    "countrycode": "ID",
}
GEONAMES: Final[dict[str, Any]] = {
    "geonameId": 99,
    "name": "Wringin",
    "fcode": "PPL",
    "countryCode": "ID",
    "lat": "-7.12",
    "lng": "110.99",
}
FOUND: Final = Place(
    id="online:nominatim:N4711",
    name="Wringin",
    level=Level.CITY,
    country="ID",
    position=LonLat(110.99, -7.12),
    source="nominatim (online)",
)


class Clock:
    """Time that passes by sleeping only."""

    def __init__(self) -> None:
        self.now = 100.0
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds

    def pace(self) -> Pace:
        return Pace(lambda: self.now, self.sleep)


Ask = Callable[..., OnlineFallback]


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def ask(tmp_path: Path, clock: Clock) -> Ask:
    """Makes a fallback to a server on this machine."""

    def make(server: MisbehavingServer | str, service: str = "nominatim", **options: Any) -> OnlineFallback:
        domain = server if isinstance(server, str) else server.address
        chosen = {"domain": domain, "scheme": "http", "proxies": {}, "timeout": 5, **options}
        cache = tmp_path / "cache" / "online.sqlite"
        return OnlineFallback(service, user_agent=AGENT, cache=cache, options=chosen, pace=clock.pace())

    return make


def the_error(fallback: OnlineFallback) -> str:
    """The message of the error of a question; it is one line that says what and what next."""
    with pytest.raises(OnlineError) as caught:
        fallback.find("Wringin")
    message = str(caught.value)
    assert message.startswith(f"{fallback.service}: ")
    assert "; " in message
    assert message.isprintable()
    assert len(message) < 300
    return message


def test_a_village_that_the_gazetteer_lacks(ask: Ask) -> None:
    with MisbehavingServer(reply([WRINGIN])) as server:
        fallback = ask(server)
        assert fallback.find("  Dukuh\nWringin ", country="id", language="id") == FOUND
        [request] = server.requests
    assert request.path == "/search"
    assert request.user_agent == AGENT
    assert request.query == {
        "q": "Dukuh Wringin",
        "format": "json",
        "limit": "1",
        "countrycodes": "ID",
        "accept-language": "id",
        "addressdetails": "1",
    }


def test_whatever_is_sent_is_listed(ask: Ask) -> None:
    with MisbehavingServer(reply([WRINGIN]), reply([]), Reply(status=500)) as server:
        fallback = ask(server)
        fallback.find("Wringin", country="ID", language="id")
        fallback.find("Atlantis")
        with pytest.raises(OnlineError):
            fallback.find("Mu")
        assert len(server.requests) == len(fallback.sent)
        assert fallback.sent == [
            Sent(host=server.address, name="Wringin", country="ID", language="id"),
            Sent(host=server.address, name="Atlantis", country="", language=""),
            Sent(host=server.address, name="Mu", country="", language=""),
        ]


def test_no_name_is_not_sent(ask: Ask) -> None:
    with MisbehavingServer(reply([WRINGIN])) as server:
        fallback = ask(server)
        assert fallback.find(" \n ") is None
        assert server.requests == []
        assert fallback.sent == []


def test_photon(ask: Ask) -> None:
    feature = {"geometry": {"coordinates": [110.98765, -7.123456]}, "properties": PHOTON}
    with MisbehavingServer(reply({"features": [feature]})) as server:
        fallback = ask(server, "Photon")
        found = fallback.find("Wringin", country="ID", language="id")
        assert server.requests[0].query == {"q": "Wringin", "limit": "1"}  # it answers "id" with an error
        fallback.find("Wringin", language="en")
        assert server.requests[1].query == {"q": "Wringin", "limit": "1", "lang": "en"}
    assert found == replace(FOUND, id="online:photon:R8", source="photon (online)")


def test_geonames(ask: Ask) -> None:
    with MisbehavingServer(reply({"geonames": [GEONAMES]})) as server:
        found = ask(server, "geonames", username="nobody").find("Wringin", country="ID", language="id")
        assert server.requests[0].query == {"q": "Wringin", "username": "nobody", "country": "ID", "maxRows": "1"}
    assert found == replace(FOUND, id="online:geonames:99", feature_code="PPL", source="geonames (online)")


def test_nothing_found(ask: Ask) -> None:
    with MisbehavingServer(reply([])) as server:
        assert ask(server).ask("Atlantis") == Answer(place=None, reason="nothing of that name")


def test_a_building_is_refused_and_never_kept(ask: Ask, tmp_path: Path) -> None:
    factory = WRINGIN | {"class": "building", "type": "industrial", "addresstype": "building", "place_rank": 30}
    with MisbehavingServer(reply([factory, WRINGIN])) as server:
        answer = ask(server).ask("Pabrik Gula Wringin")
    assert answer == Answer(place=None, reason="finer than a town (building building)")
    content = (tmp_path / "cache" / "online.sqlite").read_bytes()
    assert b"building building" in content
    assert b"110.9" not in content


def test_a_place_in_another_country_is_refused(ask: Ask) -> None:
    with MisbehavingServer(reply([WRINGIN]), reply([WRINGIN | {"address": {}}])) as server:
        fallback = ask(server)
        assert fallback.ask("Wringin", country="MY").reason == "not known to be in MY but in ID"
        assert fallback.ask("Wringin", country="SG").reason == "not known to be in SG but in no country"


# What services answer, and what becomes of it


@pytest.mark.parametrize(
    ("columns", "level"),
    [
        ({"type": "city", "addresstype": "city", "place_rank": 16}, Level.CITY),
        ({"type": "town", "addresstype": None, "place_rank": None}, Level.CITY),
        ({"type": "sea", "addresstype": "sea", "place_rank": 2}, Level.REGION),
        ({"type": "continent", "addresstype": "continent", "place_rank": 2}, Level.CONTINENT),
        ({"type": "island", "addresstype": "island", "place_rank": 17}, Level.REGION),
        ({"class": "natural", "type": "strait", "addresstype": "strait", "place_rank": 18}, Level.REGION),
        ({"class": "boundary", "type": "administrative", "addresstype": "country"}, Level.COUNTRY),
        ({"class": "boundary", "type": "administrative", "addresstype": "state"}, Level.ADM1),
        ({"class": "boundary", "type": "administrative", "addresstype": "county"}, Level.ADM2),
        ({"class": "boundary", "type": "administrative", "addresstype": "city"}, Level.CITY),
        ({"class": "boundary", "type": "administrative", "addresstype": None, "place_rank": 4}, Level.COUNTRY),
        ({"class": "boundary", "type": "administrative", "addresstype": None, "place_rank": 8}, Level.ADM1),
        ({"class": "boundary", "type": "administrative", "addresstype": None, "place_rank": 12}, Level.ADM2),
        ({"class": "boundary", "type": "administrative", "addresstype": None, "place_rank": 16}, Level.CITY),
        ({"class": None, "category": "place"}, Level.CITY),
        # finer than a town, or not known to be coarser
        ({"class": "boundary", "type": "administrative", "addresstype": None, "place_rank": 18}, None),
        ({"class": "boundary", "type": "administrative", "addresstype": None, "place_rank": None}, None),
        ({"class": "boundary", "type": "administrative", "addresstype": "suburb", "place_rank": 16}, None),
        ({"class": "boundary", "type": "military", "addresstype": "city", "place_rank": 16}, None),
        ({"class": "boundary", "type": "administrative", "addresstype": "city", "place_rank": 22}, None),
        ({"type": "village", "addresstype": "village", "place_rank": 20}, None),
        ({"type": "village", "addresstype": "hamlet"}, None),
        ({"type": "suburb", "addresstype": "city"}, None),
        ({"type": "hamlet", "addresstype": "hamlet", "place_rank": 20}, None),
        ({"type": "farm", "addresstype": "farm", "place_rank": 20}, None),
        ({"type": "house", "addresstype": "place", "place_rank": 30}, None),
        ({"class": "amenity", "type": "restaurant", "addresstype": "amenity", "place_rank": 30}, None),
        ({"class": "landuse", "type": "military", "addresstype": "city", "place_rank": 16}, None),
        ({"class": "military", "type": "base", "addresstype": "town", "place_rank": 16}, None),
        ({"class": "highway", "type": "primary", "addresstype": "road", "place_rank": 26}, None),
        ({"class": "natural", "type": "peak", "addresstype": "peak", "place_rank": 18}, None),
    ],
)
def test_levels_of_nominatim(columns: dict[str, Any], level: Level | None) -> None:
    place = read_answer("nominatim", WRINGIN | columns, None).place
    assert (place and place.level) == level


@pytest.mark.parametrize(
    ("columns", "level"),
    [
        ({}, Level.CITY),
        ({"osm_value": "village"}, Level.CITY),
        ({"osm_value": "sea", "type": "other"}, Level.REGION),
        ({"osm_key": "boundary", "osm_value": "administrative", "type": "state"}, Level.ADM1),
        ({"osm_key": "boundary", "osm_value": "administrative", "type": "county"}, Level.ADM2),
        ({"osm_value": "country", "type": "country"}, Level.COUNTRY),
        ({"osm_key": "boundary", "osm_value": "administrative", "type": "other"}, None),
        ({"osm_key": "boundary", "osm_value": "administrative", "type": "district"}, None),
        ({"osm_key": "boundary", "osm_value": "protected_area", "type": "other"}, None),
        ({"osm_value": "village", "type": "district"}, None),
        ({"osm_value": "town", "type": "house"}, None),
        ({"osm_value": "town", "type": None}, None),
        ({"osm_value": "suburb", "type": "city"}, None),
        ({"osm_key": "amenity", "osm_value": "school", "type": "house"}, None),
        ({"osm_key": "landuse", "osm_value": "industrial", "type": "other"}, None),
    ],
)
def test_levels_of_photon(columns: dict[str, Any], level: Level | None) -> None:
    raw = {"geometry": {"coordinates": [110, -7]}, "properties": PHOTON | columns}
    place = read_answer("photon", raw, None).place
    assert (place and place.level) == level


@pytest.mark.parametrize(
    ("code", "level"),
    [
        ("CONT", Level.CONTINENT),
        ("PCLI", Level.COUNTRY),
        ("ADM1", Level.ADM1),
        ("ADM2", Level.ADM2),
        ("PPLC", Level.CITY),
        ("STRT", Level.REGION),
        ("ADM4", None),
        ("PPLX", None),
        ("PPLL", None),
        ("MFG", None),
        ("INSM", None),
        ("AIRP", None),
        ("", None),
        (None, None),
    ],
)
def test_levels_of_geonames(code: str | None, level: Level | None) -> None:
    place = read_answer("geonames", GEONAMES | {"fcode": code}, None).place
    assert (place and place.level) == level


@pytest.mark.parametrize("raw", [{}, {"lat": 1, "lon": 2, "name": "X"}, {"properties": {"layer": "venue"}}])
def test_an_answer_that_says_no_level_is_refused(raw: dict[str, Any]) -> None:
    assert read_answer("pelias", raw, None) == Answer(
        place=None, reason="the answer does not say how large the place is"
    )


# A server that misbehaves


def test_too_many_requests(ask: Ask, clock: Clock) -> None:
    with MisbehavingServer(Reply(status=429)) as server:
        assert "too many requests" in the_error(ask(server))
        assert len(server.requests) == 1
    assert clock.slept == []


def test_retry_after_is_honored(ask: Ask, clock: Clock) -> None:
    with MisbehavingServer(reply([], 429, Retry_After="7"), reply([WRINGIN])) as server:
        fallback = ask(server)
        assert fallback.find("Wringin") == FOUND
        assert len(server.requests) == len(fallback.sent) == 2
    assert clock.slept == [7]


def test_retry_after_may_be_a_date(ask: Ask, clock: Clock) -> None:
    past = formatdate(0, usegmt=True)
    with MisbehavingServer(reply([], 429, Retry_After=past), reply([WRINGIN])) as server:
        assert ask(server).find("Wringin") == FOUND
    assert clock.slept == [0, INTERVAL_S]


def test_retry_after_is_honored_once(ask: Ask, clock: Clock) -> None:
    with MisbehavingServer(reply([], 429, Retry_After="2")) as server:
        assert "too many requests" in the_error(ask(server))
        assert len(server.requests) == 2
    assert clock.slept == [2]


@pytest.mark.parametrize("retry_after", ["3600", "soon"])
def test_nobody_waits_for_hours(ask: Ask, clock: Clock, retry_after: str) -> None:
    with MisbehavingServer(reply([], 429, Retry_After=retry_after)) as server:
        assert "too many requests" in the_error(ask(server))
    assert clock.slept == []


def test_no_answer_in_time(ask: Ask) -> None:
    with MisbehavingServer(Reply(silent=True)) as server:
        assert "no answer in time" in the_error(ask(server, timeout=0.2))
        assert len(server.requests) == 1  # no retries that nobody counts


def test_nobody_there(ask: Ask) -> None:
    with MisbehavingServer(Reply()) as server:
        address = server.address
    assert "failed" in the_error(ask(address))


@pytest.mark.parametrize(
    ("status", "what"),
    [(400, "failed"), (401, "refused"), (402, "quota"), (403, "refused"), (404, "failed"), (500, "failed")],
)
def test_a_status_that_is_an_error(ask: Ask, status: int, what: str) -> None:
    with MisbehavingServer(Reply(status=status, body=b"<html>\nSorry")) as server:
        assert what in the_error(ask(server))
        assert len(server.requests) == 1


def test_a_redirect_is_not_followed(ask: Ask) -> None:
    with MisbehavingServer(reply([WRINGIN])) as elsewhere:
        away = reply([], 302, Location=f"http://{elsewhere.address}/search?q=Wringin")
        with MisbehavingServer(away) as server:
            assert "failed" in the_error(ask(server))
        assert elsewhere.requests == []


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>Sorry",
        b"[",
        b"\xff\xfe\x00",
        b"7",
        b'"x"',
        b"[7]",
        b"[[]]",
        b"[null]",
        b'{"error": "no\\nsuch\\u001b[31m thing"}',
        b"[" * 100_000,
        json.dumps([WRINGIN | {"lat": None}]).encode(),
        json.dumps([WRINGIN | {"lat": None, "lon": None}]).encode(),
        json.dumps([WRINGIN | {"lat": "NaN"}]).encode(),
        json.dumps([WRINGIN | {"lat": "95"}]).encode(),
        json.dumps([WRINGIN | {"lat": "north"}]).encode(),
        json.dumps([WRINGIN | {"lat": []}]).encode(),
        json.dumps([WRINGIN | {"lon": 181}]).encode(),
        json.dumps([WRINGIN | {"osm_id": None}]).encode(),
        json.dumps([WRINGIN | {"osm_type": ""}]).encode(),
        json.dumps([WRINGIN | {"name": 7}]).encode(),
        json.dumps([WRINGIN | {"name": "", "display_name": ""}]).encode(),
        json.dumps([WRINGIN | {"type": []}]).encode(),
        json.dumps([WRINGIN | {"address": None}]).encode(),
        json.dumps([{"lat": 1, "lon": 2}]).encode(),
    ],
    ids=lambda body: body[:20],
)
@pytest.mark.filterwarnings("ignore:Latitude normalization:UserWarning")
def test_garbage(ask: Ask, body: bytes) -> None:
    with MisbehavingServer(Reply(body=body)) as server:
        fallback = ask(server)
        message = the_error(fallback)
        assert "cannot read its answer" in message or "failed" in message
        assert fallback.cache_problem is None


@pytest.mark.parametrize("body", [b"{}", b"null", b"0"])
def test_an_empty_answer(ask: Ask, body: bytes) -> None:
    with MisbehavingServer(Reply(body=body)) as server:
        assert ask(server).find("Wringin") is None


def test_an_answer_cut_short(ask: Ask) -> None:
    with MisbehavingServer(Reply(body=b"[{", cut=True)) as server:
        assert "failed" in the_error(ask(server))


@pytest.mark.parametrize(
    "content",
    [
        {},
        [],
        {"features": [{}]},
        {"features": [{"geometry": {}, "properties": PHOTON}]},
        {"features": [{"geometry": {"coordinates": [1]}, "properties": PHOTON}]},
        {"features": [{"geometry": {"coordinates": [1, 2]}, "properties": None}]},
        {"features": [{"geometry": {"coordinates": [1, 2]}, "properties": PHOTON | {"name": None}}]},
    ],
)
def test_garbage_of_photon(ask: Ask, content: Any) -> None:
    with MisbehavingServer(reply(content)) as server:
        assert "cannot read its answer" in the_error(ask(server, "photon"))


def test_after_an_error_what_was_answered_is_still_there(ask: Ask) -> None:
    with MisbehavingServer(reply([WRINGIN]), Reply(status=500), reply([])) as server:
        fallback = ask(server)
        assert fallback.find("Wringin") == FOUND
        with pytest.raises(OnlineError):
            fallback.find("Atlantis")
        assert fallback.find("Wringin") == FOUND
        assert fallback.find("Atlantis") is None  # an error is no answer: asked again
        assert len(server.requests) == 3


# The pace


def test_one_request_a_second(ask: Ask, clock: Clock) -> None:
    with MisbehavingServer(reply([])) as server:
        fallback = ask(server)
        for name in "abc":
            fallback.find(name)
        clock.now += 0.25
        fallback.find("d")
        clock.now += 5
        fallback.find("e")
        fallback.find("a")  # known
        assert len(server.requests) == 5
    assert clock.slept == [1.0, 1.0, 0.75]


def test_the_pace_is_that_of_the_wall_clock() -> None:
    pace = Pace()
    pace.wait()
    assert 0.9 < pace._next - pace._now() <= INTERVAL_S


# Answers are kept


def test_answers_are_kept_for_the_next_time(ask: Ask) -> None:
    with MisbehavingServer(reply([WRINGIN]), reply([])) as server:
        first = ask(server)
        first.find("Wringin", country="ID")
        first.find("Atlantis")
        again = ask(server)
        assert again.find("Wringin", country="id") == FOUND
        assert again.ask("Atlantis") == Answer(place=None, reason="nothing of that name")
        assert again.sent == []
        assert len(server.requests) == 2


@pytest.mark.parametrize("question", [{"country": "MY"}, {"language": "en"}, {"name": "wringin"}])
def test_another_question_is_asked_anew(ask: Ask, question: dict[str, str]) -> None:
    with MisbehavingServer(reply([WRINGIN])) as server:
        fallback = ask(server)
        fallback.find("Wringin")
        fallback.find(**{"name": "Wringin", **question})
        assert len(server.requests) == 2


QUESTION: Final = Question("nominatim", "Wringin", "ID", "id")


def test_a_cache_gives_back_what_it_was_given(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "c.sqlite"
    for answer in (Answer(place=FOUND), Answer(place=None, reason="finer")):
        AnswerCache(path).put(QUESTION, answer)
        assert AnswerCache(path).get(QUESTION) == answer
    assert AnswerCache(path).get(QUESTION._replace(name="Kudus")) is None


def test_the_folder_of_the_cache_is_the_users_alone(tmp_path: Path) -> None:
    AnswerCache(tmp_path / "petakan" / "online.sqlite").put(QUESTION, Answer(place=FOUND))
    assert (tmp_path / "petakan").stat().st_mode & 0o077 == 0


def broken(path: Path, how: str) -> Path:
    if how == "a folder":
        path.mkdir()
    elif how == "garbage":
        path.write_bytes(b"not a database " * 100)
    elif how == "below a file":
        path.write_bytes(b"")
        path /= "online.sqlite"
    else:
        AnswerCache(path).put(QUESTION, Answer(place=FOUND))
        with closing(sqlite3.connect(path)) as db, db:
            forbid = "BEFORE INSERT ON answer_1 BEGIN SELECT RAISE(FAIL, 'attempt to write a readonly database'); END"
            db.execute(f"CREATE TRIGGER read_only {forbid}")
    return path


@pytest.mark.parametrize("how", ["a folder", "garbage", "below a file", "read-only"])
def test_a_cache_that_cannot_be_written_loses_nothing(tmp_path: Path, clock: Clock, how: str) -> None:
    path = broken(tmp_path / "cache", how)
    before = path.read_bytes() if path.is_file() else None
    with MisbehavingServer(reply([WRINGIN])) as server:
        options = {"domain": server.address, "scheme": "http", "proxies": {}}
        fallback = OnlineFallback("nominatim", user_agent=AGENT, cache=path, options=options, pace=clock.pace())
        for name in ("Wringin", "Wringin", "Kudus", "Kudus"):
            assert fallback.find(name) == FOUND
        assert len(server.requests) == 2
    assert fallback.cache_problem is not None
    assert fallback.cache_problem.startswith(f"{path}: online answers are not kept (")
    assert "choose another file" in fallback.cache_problem
    assert (path.read_bytes() if path.is_file() else None) == before


def test_a_read_only_cache_is_still_read(tmp_path: Path) -> None:
    cache = AnswerCache(broken(tmp_path / "cache", "read-only"))
    cache.put(QUESTION._replace(name="Kudus"), Answer(place=None, reason="none"))
    assert cache.problem is not None
    assert "readonly" in cache.problem
    assert cache.get(QUESTION) == Answer(place=FOUND)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_read_only_folder(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    cache = AnswerCache(tmp_path / "petakan" / "online.sqlite")
    cache.put(QUESTION, Answer(place=FOUND))
    assert cache.problem is not None
    assert cache.get(QUESTION) == Answer(place=FOUND)


@pytest.mark.parametrize("text", ["", "7", "{}", '{"level": "street"}', '{"level": "city", "position": null}', None])
def test_a_spoilt_row_is_asked_anew(tmp_path: Path, text: str | None) -> None:
    path = tmp_path / "online.sqlite"
    AnswerCache(path).put(QUESTION, Answer(place=FOUND))
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("UPDATE answer_1 SET place = ?", (text,))
    expected = None if text is not None else Answer(place=None)
    assert AnswerCache(path).get(QUESTION) == expected
    AnswerCache(path).put(QUESTION, Answer(place=FOUND))
    assert AnswerCache(path).get(QUESTION) == Answer(place=FOUND)


def test_answers_of_another_version_are_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "online.sqlite"
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("CREATE TABLE answer_0 AS SELECT 1")
    cache = AnswerCache(path)
    assert cache.get(QUESTION) is None
    cache.put(QUESTION, Answer(place=FOUND))
    assert cache.problem is None
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("SELECT * FROM answer_0").fetchall() == [(1,)]


@pytest.mark.parametrize(
    ("platform", "environ", "folder"),
    [
        ("linux", {"HOME": "/home/guru"}, "/home/guru/.cache/petakan"),
        ("linux", {"HOME": "/home/guru", "XDG_CACHE_HOME": "/var/guru"}, "/var/guru/petakan"),
        ("linux", {"HOME": "/home/guru", "XDG_CACHE_HOME": "cache"}, "/home/guru/.cache/petakan"),
        ("darwin", {"HOME": "/Users/guru"}, "/Users/guru/Library/Caches/petakan"),
        ("win32", {"USERPROFILE": "/guru"}, "/guru/AppData/Local/petakan/Cache"),
        ("win32", {"USERPROFILE": "/guru", "LOCALAPPDATA": "/local"}, "/local/petakan/Cache"),
    ],
)
def test_the_cache_is_in_the_users_cache_folder(platform: str, environ: dict[str, str], folder: str) -> None:
    assert cache_file(platform, environ) == Path(folder) / "online.sqlite"


def test_the_user_has_a_home_without_its_variable() -> None:
    assert cache_file("linux", {}).is_absolute()


# It is opt-in


@pytest.mark.parametrize("user_agent", ["", "  ", "geopy/2.5.0"])
def test_a_user_agent_is_required(tmp_path: Path, user_agent: str) -> None:
    with pytest.raises(PetakanError, match="user agent"):
        OnlineFallback("photon", user_agent=user_agent, cache=tmp_path / "online.sqlite")


@pytest.mark.parametrize(
    ("service", "options"),
    [
        ("atlantis", {}),
        ("", {}),
        ("nominatim", {"scheme": "gopher"}),
        ("nominatim", {"colour": "red"}),
        ("geonames", {}),
    ],
)
def test_what_cannot_be_asked_is_told_at_once(tmp_path: Path, service: str, options: dict[str, Any]) -> None:
    with pytest.raises(OnlineError, match="; choose another service or other options") as caught:
        OnlineFallback(service, user_agent=AGENT, cache=tmp_path / "online.sqlite", options=options)
    assert str(caught.value).isprintable()


def test_options_do_not_lead_past_the_door(ask: Ask) -> None:
    with MisbehavingServer(reply([WRINGIN])) as server:
        fallback = ask(server, adapter_factory=None, user_agent="somebody else")
        fallback.find("Wringin")
        assert len(fallback.sent) == 1
        assert server.requests[0].user_agent == AGENT


def test_by_default_it_asks_at_its_own_pace_and_keeps_in_the_users_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr("geo.online.cache_file", lambda: cache_file("linux"))
    with MisbehavingServer(reply([WRINGIN])) as server:
        options = {"domain": server.address, "scheme": "http", "proxies": {}}
        assert OnlineFallback("nominatim", user_agent=AGENT, options=options).find("Wringin") == FOUND
    assert (tmp_path / "petakan" / "online.sqlite").is_file()


def test_nothing_imports_it_unasked() -> None:
    program = "import sys, maps.cli, geo.pipeline; sys.exit('geo.online' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
