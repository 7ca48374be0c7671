"""Makes the pictures of the README from the example articles, in Chromium without a network.

    python tests/pictures.py

Run by hand when the page has changed; needs Chromium. The pictures are in tests/pictures.
"""

import tempfile
from pathlib import Path
from typing import Final, NamedTuple

from browser import chromium, watched
from scoring import EXAMPLES

from gazetteer.index import Gazetteer
from geo.article import Article
from geo.pipeline import Geoparser
from geo.readers.files import article_files, read_articles
from maps.page import render_page

PICTURES: Final = Path(__file__).parent / "pictures"


class Shot(NamedTuple):
    """A picture: its name, the part of the address after #, and the size of the window in CSS pixels."""

    name: str
    address: str
    size: tuple[int, int]


SHOTS: Final = (
    Shot("map", "view=map", (1120, 700)),
    Shot("story", "view=story&chapter=2", (1120, 700)),
    Shot("reader", "view=reader&article=2", (390, 780)),
)


def main() -> None:
    """Write the pictures."""
    with Gazetteer.open() as gazetteer:
        geoparser = Geoparser.over(gazetteer)
        read = read_articles(article_files([str(EXAMPLES)]))
        articles = [geoparser.geoparse(one) for one in read if isinstance(one, Article)]
    page = render_page(articles, title="Ten articles on one map", ui="en")
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        path = Path(folder) / "page.html"
        path.write_text(page, encoding="utf-8")
        for shot in SHOTS:
            width, height = shot.size
            with watched(browser, path, shot.address, viewport={"width": width, "height": height}) as one:
                one.page.wait_for_timeout(500)
                one.page.screenshot(path=PICTURES / f"{shot.name}.png")
                one.assert_quiet()


if __name__ == "__main__":
    main()
