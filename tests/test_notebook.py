"""maps/notebook.py: a folium.Map that tells articles."""

import subprocess
import sys
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any

import folium
import pytest
from branca.colormap import LinearColormap
from browser import watched
from page_samples import article, geoparsed, sample_articles

import maps
from gazetteer.errors import ArticleError, NotVendoredError, PageError
from maps import story_map
from maps.notebook import StoryMap
from maps.page import render_page

if TYPE_CHECKING:
    from playwright.sync_api import Browser

NEWS = "Banjir di Demak\n\nAir naik di Demak dan Kudus.\n"
BERLIN = (52.52, 13.4)


def page_of(made: StoryMap) -> str:
    """The page that the frame shows."""
    frame = made._repr_html_()
    assert frame.startswith('<iframe srcdoc="')
    return unescape(frame.removeprefix('<iframe srcdoc="').partition('"')[0])


def test_maps_is_imported_without_folium() -> None:
    code = "import maps, sys; assert 'folium' not in sys.modules; maps.story_map; assert 'folium' in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        maps.nothing  # noqa: B018 - the access is the test


def test_a_text_is_mapped() -> None:
    made = story_map(NEWS)
    assert isinstance(made, folium.Map)
    page = page_of(made)
    assert "<title>Banjir di Demak</title>" in page
    assert ">Kudus</th>" in page


def test_the_frame_can_reach_nothing() -> None:
    frame = story_map(NEWS)._repr_html_()
    assert 'sandbox="allow-scripts"' in frame
    assert "default-src &#x27;none&#x27;" in frame
    assert "https://cdn" not in frame


def test_it_shows_itself_the_same_each_time() -> None:
    made = story_map(sample_articles(), title="Roti", ui="en")
    assert made._repr_html_() == made._repr_html_()
    assert '<html lang="en">' in page_of(made)


def test_without_layers_it_is_the_page_but_for_the_markers() -> None:
    made = page_of(story_map(sample_articles(), title="Roti"))
    page = render_page(sample_articles(), title="Roti")
    assert made.count("L.divIcon({") == 1
    assert made.partition("<body>")[2].partition("<script>")[0] == page.partition("<body>")[2].partition("<script>")[0]


def test_paths_folders_texts_and_articles_together(tmp_path: Path) -> None:
    (tmp_path / "satu.txt").write_text(NEWS, "utf-8")
    folder = tmp_path / "lain"
    folder.mkdir()
    (folder / "satu.txt").write_text("Hujan\n\nHujan turun di Pati.\n", "utf-8")
    told: list[Any] = [tmp_path / "satu.txt", str(folder), NEWS, "Hujan turun di Semarang.", *sample_articles()]
    page = page_of(story_map(told))
    for name in ("Kudus", "Pati", "Semarang", "Surabaya"):
        assert f">{name}</th>" in page


def test_what_cannot_be_told_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="no article"):
        story_map([])
    with pytest.raises(ArticleError, match=r"nihil\.txt: no such file"):
        story_map("nihil.txt")
    (tmp_path / "kosong.txt").write_bytes(b"")
    with pytest.raises(ArticleError, match="empty"):
        story_map(tmp_path)
    with pytest.raises(ArticleError, match="empty"):
        story_map("")


def test_a_long_line_is_a_text() -> None:
    assert "Semarang" in page_of(story_map("Hujan turun di Semarang. " * 400))


def test_two_geoparsed_articles_with_one_id_are_refused() -> None:
    first, _ = sample_articles()
    with pytest.raises(ArticleError, match="two articles have the id gandum"):
        story_map([first, first])
    other = geoparsed(article("lain", "Lain\nTanpa tempat.\n"), ())
    renamed = replace(other.article, id="gandum")
    assert "Lain" in page_of(story_map([first, renamed]))


@pytest.mark.parametrize(
    ("layer", "message"),
    [
        (folium.Marker(BERLIN, popup="x"), "Popup: needs jQuery"),
        (folium.Marker(BERLIN, icon=folium.Icon(color="red")), "Icon: needs pins"),
        (folium.TileLayer("OpenStreetMap"), "TileLayer: needs the network"),
        (folium.raster_layers.ImageOverlay("https://example.org/x.png", [[0, 0], [1, 1]]), "ImageOverlay: shows"),
    ],
)  # fmt: skip
def test_layers_that_would_fail_are_refused_with_a_reason(layer: Any, message: str) -> None:
    made = story_map(NEWS)
    group = folium.FeatureGroup("kelompok").add_to(made)
    layer.add_to(group)
    with pytest.raises(PageError, match=message):
        made._repr_html_()


def test_scripts_that_are_not_shipped_are_refused() -> None:
    made = story_map(NEWS)
    LinearColormap(["white", "black"]).add_to(made)  # asks for d3
    with pytest.raises(NotVendoredError):
        made._repr_html_()


@pytest.mark.browser
def test_own_layers_are_drawn_and_ask_for_nothing(browser: "Browser", tmp_path: Path) -> None:
    made = story_map(NEWS)
    folium.Marker(BERLIN, tooltip="Kelas kami").add_to(made)
    folium.CircleMarker((-7, 110), radius=9, color="#7a3300").add_to(made)
    folium.Polygon([(-7, 110), (-6, 112), (-6, 110)]).add_to(made)
    folium.GeoJson({"type": "Point", "coordinates": [110, -7]}).add_to(made)
    path = tmp_path / "peta.html"
    made.save(str(path))
    with watched(browser, path) as one:
        assert one.page.locator(".leaflet-marker-icon").count() == 2
        assert one.page.locator(".leaflet-marker-icon").first.evaluate("(e) => e.tagName") == "DIV"
        assert one.page.locator("path.leaflet-interactive:not(.symbol)").count() == 2
        assert one.page.locator("path.symbol").count() >= 2
        one.assert_quiet()


@pytest.mark.browser
def test_it_is_drawn_in_its_frame(browser: "Browser", tmp_path: Path) -> None:
    path = tmp_path / "notebook.html"
    html = story_map(NEWS)._repr_html_()
    path.write_text(f"<!DOCTYPE html><meta charset=utf-8><title>Notebook</title>{html}", "utf-8")
    with watched(browser, path) as one:
        frame = one.page.frame_locator("iframe")
        frame.locator("path.symbol").first.wait_for(state="attached")
        assert frame.locator("path.symbol").count() >= 2
        assert [problem for problem in one.problems if "about:srcdoc" not in problem] == []
