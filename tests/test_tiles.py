"""maps/tiles.py: which web tiles may lie beneath the map; and the page with them."""

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from page_samples import sample_articles
from typer.testing import CliRunner
from xyzservices import TileProvider, providers

from gazetteer.errors import PageError
from maps import cli
from maps.page import render_page
from maps.page.figure import MAX_ZOOM as PAGE_MAX_ZOOM
from maps.tiles import MAX_ZOOM, STYLES, Tiles, tiles_of

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)  # fmt: skip


@pytest.mark.parametrize("style", STYLES)
def test_every_style_has_one_host_and_a_bounded_zoom(style: str) -> None:
    tiles = tiles_of(style)
    assert tiles.url.startswith(f"https://{tiles.host}/")
    assert all(part in tiles.url for part in ("{z}", "{x}", "{y}"))
    assert tiles.url.count("{") == 3
    assert tiles.max_zoom <= MAX_ZOOM == PAGE_MAX_ZOOM
    assert tiles.attribution


def test_no_style_is_imagery() -> None:
    for style in STYLES:
        words = (style + tiles_of(style).url).lower()
        assert not any(word in words for word in ("imag", "satel", "aerial", "ortho", "photo", "hybrid"))


@pytest.mark.parametrize("name", ["un clearmap", "UN.ClearMap", "UNClearMap"])
def test_the_spelling_is_taken_lightly(name: str) -> None:
    assert tiles_of(name).name == "UN.ClearMap"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("Esri.WorldImagery", "imagery is never shown; use UN.ClearMap"),
        ("USGS.USImagery", "imagery is never shown"),
        ("NASAGIBS.BlueMarble", "imagery is never shown"),
        ("Gaode.Satellite", "imagery is never shown"),
        ("Esri.WorldPhysical", "not one of the drawn maps"),
        ("MapBox", "needs a key"),
        ("Thunderforest.Outdoors", "needs a key"),
        ("OpenStreetMap.Mapnick", r"no such style; did you mean OpenStreetMap\.Mapnik\?"),
        ("q\nq", "--tiles q q: no such style; there are UN.ClearMap, "),
    ],
)
def test_all_else_is_refused_in_one_line(name: str, message: str) -> None:
    with pytest.raises(PageError, match=message) as caught:
        tiles_of(name)
    assert "\n" not in str(caught.value)


def test_whatever_a_provider_becomes_only_the_listed_styles_pass() -> None:
    """All of xyzservices' providers: the list decides."""
    passed = set()
    for name in providers.flatten():
        try:
            passed.add(tiles_of(name).name)
        except PageError:
            continue
    assert passed == set(STYLES)


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"url": "https://{s}.example.org/{z}/{x}/{y}.png?key={apikey}", "apikey": "<insert your key here>"}, "key by"),
        ({"url": "http://example.org/{z}/{x}/{y}.png"}, "do not come by https"),
    ],
)
def test_a_style_that_has_changed_is_refused(
    monkeypatch: pytest.MonkeyPatch, changed: dict[str, str], message: str
) -> None:
    changed = {"name": STYLES[0], "attribution": "x", **changed}
    monkeypatch.setattr(type(providers), "query_name", lambda _self, _name: TileProvider(changed))
    with pytest.raises(PageError, match=message):
        tiles_of(STYLES[0])


def test_the_policy_is_wider_for_that_host_alone() -> None:
    tiles = tiles_of("UN.ClearMap")
    page = render_page(sample_articles(), title="x", tiles=tiles)
    assert f"img-src data: https://{tiles.host}; base-uri 'none'" in page
    assert page.count("default-src 'none'") == 1
    plain = render_page(sample_articles(), title="x")
    assert "img-src data:; base-uri 'none'" in plain
    assert tiles.host not in plain


@pytest.mark.parametrize(("ui", "words"), [("id", "layanan itu melihat alamat"), ("en", "that service sees your")])
def test_the_page_says_what_it_asks_for(ui: Any, words: str) -> None:
    assert words in render_page(sample_articles(), title="x", ui=ui, tiles=tiles_of("OpenStreetMap.Mapnik"))


def test_a_providers_words_cannot_break_out() -> None:
    hostile = Tiles(
        name="x", url="https://tile.example.org/{z}/{x}/{y}.png", host="tile.example.org", max_zoom=8,
        attribution='<img src=x onerror="alert(1)"></script>',
    )  # fmt: skip
    page = render_page(sample_articles(), title="x", tiles=hostile)
    assert "<img src=x" not in page
    assert 'onerror="' not in page


def test_the_command_takes_a_style(tmp_path: Path) -> None:
    news = tmp_path / "banjir.txt"
    news.write_text("Banjir di Demak\n\nAir naik di Kudus.\n", "utf-8")
    page = tmp_path / "peta.html"
    result = CliRunner().invoke(cli.app, ["map", str(news), "-o", str(page), "--tiles", "un.clearmap"])
    assert result.exit_code == 0
    assert "https://geoservices.un.org" in page.read_text("utf-8")


def test_the_command_refuses_imagery_before_any_work(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(
        "sys.argv", ["petakan", "map", "nihil.txt", "-o", str(tmp_path / "x.html"), "--tiles", "Esri.WorldImagery"]
    )
    with pytest.raises(SystemExit) as stopped:
        cli.main()
    assert stopped.value.code == 1
    error = capsys.readouterr().err
    assert error.startswith("petakan: --tiles Esri.WorldImagery: ")
    assert error.count("\n") == 1


@pytest.mark.browser
def test_tiles_are_asked_of_their_host_and_nothing_else(browser: "Browser", tmp_path: Path) -> None:
    tiles = tiles_of("UN.ClearMap")
    path = tmp_path / "peta.html"
    path.write_text(render_page(sample_articles(), title="x", tiles=tiles), "utf-8")
    context = browser.new_context()
    asked: list[str] = []
    problems: list[str] = []

    def answer(route: Any) -> None:
        if route.request.url.startswith(f"https://{tiles.host}/"):
            asked.append(route.request.url)
            route.fulfill(body=PNG, content_type="image/png")
        else:
            problems.append(route.request.url)
            route.abort()

    context.route(re.compile(r"https?:"), answer)
    page = context.new_page()
    page.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
    page.goto(path.as_uri())
    page.locator("img.leaflet-tile-loaded").first.wait_for(state="attached")
    assert asked
    assert problems == []
    assert page.locator("path.land").first.evaluate("(e) => getComputedStyle(e).fillOpacity") == "0"
    assert page.locator("path.symbol").count() >= 19
    assert "geoservices.un.org" in page.locator(".leaflet-control-attribution").inner_text()
    zooms = {int(url.split("/tile/")[1].split("/")[0]) for url in asked}
    assert max(zooms) <= MAX_ZOOM
    context.close()
