"""Whatever articles, gazetteers and storylines bring along, the page shows it as text and runs none of it."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from browser import watched
from page_samples import PLACES, article, geoparsed, resolution, sample_articles

from geo.article import Span
from geo.geoparsed import GeoparsedArticle, Unresolved
from geo.mention import Facility, Usage
from maps.chapter import Chapter
from maps.page import render_page

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

PAYLOADS: Final = (
    "<script>window.hit=1</script>",
    "</script><script>window.hit=2</script>",
    "<img src=x onerror=window.hit=3>",
    "<svg onload=window.hit=4>",
    "${window.hit=5}",
    "`+(window.hit=6)+`",
    "'-(window.hit=7)-'",
    '"-(window.hit=8)-"',
    "{{constructor.constructor('window.hit=9')()}}",
    "{% raw %}{{ 7*7 }}",
    "<iframe srcdoc='<script>parent.hit=10</script>'>",
    "<a href=javascript:window.hit=11>x</a>",
    "<style>@import 'https://example.org/x.css';</style>",
    "--><script>window.hit=12</script><!--",
    "\u2028window.hit=13;\u2029//",
    "<details open ontoggle=window.hit=14>",
    '" onfocus="window.hit=15" autofocus x="',
    "$& $1 {name} {n} {names}",
    "</title><script>window.hit=16</script>",
    "__proto__",
    "javascript:window.hit=17//https://example.org",
    "\u202egnp.exe\u202c\u200b\u200d\u2066x\u2069",
    "]]><![CDATA[<script>window.hit=18</script>",
    "</textarea></noscript><script>window.hit=19</script>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=window.hit=20>",
    "&lt;script&gt;window.hit=21&lt;/script&gt;&#60;b&#62;",
    "constructor",
    "<template><img src=x onerror=window.hit=22></template>",
    "%3Cscript%3Ewindow.hit=23%3C/script%3E",
    "<base href='https://example.org/'><link rel=stylesheet href=//example.org/y.css>",
    "<meta http-equiv=refresh content='0;url=https://example.org/'>",
    "\\u003cscript\\u003ewindow.hit=24\\u003c/script\\u003e",
)


def _hostile(number: int, payload: str) -> GeoparsedArticle:
    """An article that has the payload in every place where a text can stand."""
    text = f"{payload}\nDi {payload} ada pabrik {payload}, dan {payload} lagi.\nBaca juga: {payload}\n"
    base = article(
        f"jahat-{number}{payload}", text, url=f"https://example.org/{payload}", source=payload, language=payload
    )
    one = replace(base, title=payload, masked=(Span(text.index("Baca juga"), len(text)),))
    at = text.index(payload, len(payload))
    site = text.index("pabrik")
    host = Span(at, at + len(payload))
    kept = {"name": payload, "labels": (), "parents": (f"oblast-{number}{payload}",), "country": payload}
    towns = [replace(PLACES["jakarta"], id=f"{which}-{number}{payload}", **kept) for which in ("satu", "dua")]  # type: ignore[arg-type]
    oblast = replace(PLACES["east-java"], id=f"oblast-{number}{payload}", name=payload, labels=())
    end = site + 7 + len(payload)
    facility = Facility(article_id=one.id, start=site, end=end, text=text[site:end], host=host)
    last = text.index(payload, end)
    span = Span(last, last + len(payload))
    unknown = Unresolved(article_id=one.id, span=span, text=payload, sentence=Span(0, len(text)))
    found = (
        resolution(one, host.start, host.end, *towns, probability=0.5),
        resolution(one, span.start, span.end, oblast, usage=Usage.ASSOCIATIVE),
    )
    return geoparsed(one, found, (facility,), (unknown,))


def _told(number: int, payload: str, one: GeoparsedArticle) -> Chapter:
    ids = tuple(mention.place.id for mention in one.mentions)
    return Chapter(
        title=payload,
        text=f"{payload}\n\n{payload}",
        article_id=one.article.id,
        quote=Span(0, len(one.article.text)),
        place_ids=ids,
        day=date(2026, 1, 1 + number % 28),
        note=payload,
        image=f"data:image/svg+xml;base64,{payload}",
    )


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    articles = [_hostile(number, payload) for number, payload in enumerate(PAYLOADS)]
    chapters = [_told(number, payload, articles[number]) for number, payload in enumerate(PAYLOADS)]
    every = " ".join(PAYLOADS)
    path = tmp_path_factory.mktemp("hostile") / "jahat.html"
    path.write_text(render_page(articles, title=every, chapters=chapters, credit=every), encoding="utf-8")
    return path


def test_every_card_shows_its_name_as_it_is(browser: "Browser", hostile: Path) -> None:
    with watched(browser, hostile) as one:
        shown = one.page.evaluate(
            """[...document.querySelectorAll("#list ol button[data-place]")].map((button) => {
                button.click();
                return document.querySelector("#card h2").textContent;
            })"""
        )
        assert len(shown) == 2 * len(PAYLOADS)
        assert set(shown) == set(PAYLOADS)
        assert one.page.locator("h1").text_content() == " ".join(PAYLOADS)
        assert one.page.evaluate("window.hit") is None
        one.assert_quiet()


def test_every_chapter_and_article_is_text(browser: "Browser", hostile: Path) -> None:
    with watched(browser, hostile, "lang=en") as one:
        for number, payload in enumerate(PAYLOADS):
            one.go(f"lang=en&view=story&chapter={number + 1}")
            assert one.page.locator("#story h2").text_content() == payload
            assert one.page.locator("#story img").count() == 0
            assert [text.strip() for text in one.page.locator(".told, .note").all_text_contents()] == [
                payload.strip()
            ] * 3
            one.go(f"lang=en&view=reader&article={number}")
            text = one.page.locator("#reader .text").evaluate("(text) => text.textContent")
            assert text == _hostile(number, payload).article.text
            one.page.evaluate(
                "document.querySelectorAll('.text [data-m], .text [data-w]').forEach((one) => one.click())"
            )
        assert one.page.evaluate("window.hit") is None
        one.assert_quiet()


def test_what_stands_in_the_address_is_only_looked_for(browser: "Browser", tmp_path: Path) -> None:
    path = tmp_path / "petakan.html"
    path.write_text(render_page(sample_articles(), title="x"), encoding="utf-8")
    with watched(browser, path) as one:
        for payload in PAYLOADS:
            one.page.evaluate(
                """(payload) => {
                    const names = ["view", "lang", "theme", "articles", "from", "to", "levels", "usage", "sure",
                        "q", "sort", "place", "article", "chapter", "__proto__", "constructor"];
                    location.hash = new URLSearchParams(names.map((name) => [name, payload])).toString();
                }""",
                payload,
            )
        one.wait("document.querySelector('.sum').textContent.startsWith('0 ')")
        assert one.page.evaluate("window.hit") is None
        one.go("view=story&chapter=999999")
        one.go("view=reader&article=999999&place=nowhere")
        assert "Harga roti" in one.page.locator("#reader .text").inner_text()
        one.assert_quiet()


def test_hostile_pages_work_in_a_sandboxed_frame(browser: "Browser", hostile: Path, tmp_path: Path) -> None:
    host = tmp_path / "host.html"
    frame = f'<iframe sandbox="allow-scripts" width="1000" height="700" src="{hostile.as_uri()}"></iframe>'
    host.write_text(f"<!DOCTYPE html><title>x</title>{frame}", encoding="utf-8")
    made = browser.new_context(offline=True)
    page = made.new_page()
    problems: list[str] = []
    page.on("console", lambda message: problems.append(message.text))
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("request", lambda request: problems.append(request.url) if "example.org" in request.url else None)
    page.goto(host.as_uri())
    within = page.frame_locator("iframe")
    within.get_by_role("link", name="Cerita").click()
    within.get_by_role("button", name="Mulai").click()
    assert within.locator("#story h2").text_content() == PAYLOADS[0]
    within.get_by_role("link", name="Bacaan").click()
    within.locator("#reader .text a").first.click()
    assert within.locator("#card h2").text_content() == PAYLOADS[0]
    within.get_by_role("button", name="EN: English").click()
    assert within.get_by_role("link", name="Reader").get_attribute("aria-current") == "page"
    assert problems == []
    made.close()
