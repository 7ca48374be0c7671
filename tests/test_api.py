"""petakan in one call: ``from geo import geoparse``."""

import doctest
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from importlib import import_module
from pathlib import Path

import pytest
from export_samples import nasty
from shapely.geometry import shape

import geo
from gazetteer.errors import ArticleError, GazetteerMissingError, MissingExtraError
from gazetteer.index import Gazetteer
from gazetteer.layers import open_gazetteer
from geo import Geoparsed, geoparse
from geo.article import Article
from geo.tally import PlaceTally

TEXT = "Banjir rob merendam Demak, Jawa Tengah, pada 3 Maret 2025. Pabrik Gula Rendeng di Kudus tutup, kata Moskow."


@pytest.fixture(scope="module")
def result() -> Geoparsed:
    return geoparse(TEXT)


def test_import_geo_alone_imports_nothing_else() -> None:
    code = "import sys, geo; assert 'geo.api' not in sys.modules and 'gazetteer' not in sys.modules; geo.geoparse"
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[1])


def test_the_example_of_the_docstring_runs() -> None:
    assert doctest.testmod(import_module("geo.api")).failed == 0


def test_geo_has_no_other_attributes() -> None:
    with pytest.raises(AttributeError, match=r"^module 'geo' has no attribute 'nothing'$"):
        geo.nothing  # noqa: B018


def test_a_text_gives_mentions_places_and_what_is_withheld(result: Geoparsed) -> None:
    assert [mention.text for mention in result.mentions] == ["Demak", "Jawa Tengah", "Kudus", "Moskow"]
    assert all(isinstance(one, PlaceTally) for one in result.places)
    assert {one.place.name for one in result.places} == {"Demak", "Central Java", "Kudus", "Moscow"}
    assert [name.text for name in result.withheld] == ["Pabrik Gula Rendeng"]
    assert result.unresolved == ()


def test_an_unknown_name_is_unresolved() -> None:
    found = Geoparsed(articles=(nasty(),))
    assert [name.text for name in found.unresolved] == ["Qwxyz"]
    assert found.to_records("mentions")[-1]["status"] == "unresolved"


def test_language_title_and_date_are_found_or_given(result: Geoparsed) -> None:
    [found] = result.articles
    assert (found.article.language, found.article.title) == ("id", TEXT.split(". ", maxsplit=1)[0] + ".")
    assert found.article.published is None, "a day in the text need not be that of the report"
    [given] = geoparse(TEXT, language="en", title="Rob", published=date(2024, 1, 1)).articles
    assert (given.article.language, given.article.title, given.article.published) == ("en", "Rob", date(2024, 1, 1))


def test_a_text_is_read_as_a_file_of_it_is() -> None:
    """Headline, dateline and the day of the report are the reader's, not the first line and the first date."""
    text = "Gempa lama dikenang\n\nKUDUS - Warga mengenang gempa 26 Desember 2004, kata bupati, Rabu (7/5/2025).\n"
    [found] = geoparse(text).articles
    assert (found.article.title, found.article.published) == ("Gempa lama dikenang", date(2025, 5, 7))


def test_boilerplate_is_masked() -> None:
    assert geoparse("Banjir di Kudus.\nBaca juga: Gempa di Demak\n").articles[0].article.masked


def test_an_article_is_taken_as_it_is() -> None:
    article = Article(id="a", title="A", text="Banjir di Kudus.", source="a.txt", language="id")
    assert geoparse(article, language="en").articles[0].article is article


def test_several_texts_and_articles_in_one_call() -> None:
    article = Article(id="a", title="A", text="Banjir di Kudus.", source="a.txt", language="id")
    found = geoparse(["Banjir di Demak.", article, "Gempa di Kudus."])
    assert [one.article.id for one in found.articles] == ["text-1", "a", "text-3"]
    assert [(one.place.name, one.count) for one in found.places] == [("Kudus", 2), ("Demak", 1)]


def test_articles_of_the_same_id_are_refused() -> None:
    article = Article(id="a", title="A", text="Banjir di Kudus.", source="a.txt")
    with pytest.raises(ArticleError, match=r"^a: two articles have this id; give each its own$"):
        geoparse([article, article])


@pytest.mark.parametrize("nothing", ["", []])
def test_nothing_gives_nothing(nothing: str | list[str]) -> None:
    found = geoparse(nothing)
    assert (found.mentions, found.places, found.to_records()) == ((), (), [])
    assert found.__geo_interface__ == {"type": "FeatureCollection", "features": []}


def test_the_geo_interface_is_points_of_places(result: Geoparsed) -> None:
    features = {one["properties"]["name"]: one for one in result.__geo_interface__["features"]}
    assert shape(features["Demak"]["geometry"]).coords[0] == (110.64, -6.89)
    assert "Jawa Tengah" in features, "named in the language of the article"


def test_records_are_of_places_or_of_mentions(result: Geoparsed) -> None:
    assert {record["name"] for record in result.to_records(language="en")} >= {"Central Java", "Moscow"}
    statuses = [record["status"] for record in result.to_records("mentions")]
    assert statuses == ["mapped", "mapped", "withheld", "mapped", "mapped"]


def test_a_geodataframe(result: Geoparsed) -> None:
    geopandas = pytest.importorskip("geopandas")
    places = result.to_geodataframe()
    assert isinstance(places, geopandas.GeoDataFrame)
    assert (places.crs, len(places)) == ("EPSG:4326", 4)
    mentions = result.to_geodataframe("mentions", language="en")
    assert mentions.geometry.isna().tolist() == [False, False, True, False, False]
    assert "Central Java" in set(mentions["name"])
    assert len(geoparse("").to_geodataframe()) == 0
    assert len(geopandas.GeoDataFrame.from_features(result)) == 4


def test_a_geodataframe_without_geopandas(result: Geoparsed, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "geopandas", None)
    with pytest.raises(MissingExtraError, match=r'^geopandas is not installed; pip install "petakan\[geopandas\]"$'):
        result.to_geodataframe()


def test_an_open_gazetteer_stays_open(gazetteer: Gazetteer, result: Geoparsed) -> None:
    assert geoparse(TEXT, gazetteer=gazetteer) == result
    assert gazetteer.find("Kudus")


def test_a_gazetteer_file_lies_over_the_default_one(gazetteer: Gazetteer, result: Geoparsed) -> None:
    assert geoparse(TEXT, gazetteer=gazetteer.path).to_records() == result.to_records()
    with pytest.raises(GazetteerMissingError):
        geoparse(TEXT, gazetteer=Path("no-such.sqlite"))


def test_threads_may_share_a_gazetteer(result: Geoparsed) -> None:
    with open_gazetteer([]) as shared, ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: geoparse(TEXT, gazetteer=shared), range(16)))
    assert found == [result] * 16
