"""Reads saved web pages with trafilatura; what the page says of itself goes before what can be guessed."""

import re
from collections.abc import Iterator
from typing import Any, Final

from gazetteer.errors import ArticleError
from geo.readers.draft import Content, Draft
from geo.readers.extras import quiet
from geo.readers.old_markup import modernize
from geo.readers.page_metadata import PageMetadata, page_metadata

MOST_BYTES: Final = 20_000_000
_CHARSET: Final = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE
)
_NOT_THE_ARTICLE: Final = """//*[self::div or self::section or self::aside or self::ul or self::p or self::table
    or self::nav or self::form or self::span][{tests}]"""
_CLASSES_NAMES: Final = """
    baca-juga bacajuga lihatjuga lihat-juga linksisip link-sisip read-also readalso related terkait rekomendasi
    recommended terpopuler popular trending sharing share-button sosmed comments komentar comment-form respond
    cookie consent newsletter subscribe breadcrumb advert iklan promo paywall sidebar
"""
_CLASSES: Final = frozenset(_CLASSES_NAMES.split())


def decode_page(data: bytes) -> str:
    """The text of a page's bytes: UTF-8 where they can be, else what the page claims, or else Windows-1252."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        claimed = _CHARSET.search(data[:4096])
    try:
        name = claimed[1].decode("ascii") if claimed else "cp1252"
        return data.decode("cp1252" if name.lower() in {"utf-8", "utf8", "iso-8859-1", "us-ascii"} else name)
    except (LookupError, UnicodeError):  # Python's "undefined" is a charset, too
        return data.decode("cp1252", "replace")


def read_html(content: Content) -> Iterator[Draft]:
    """The article of a page: its headline and, below, the text without menus, notices, links and comments.

    Raises:
        ArticleError: the page is too large, or no article can be made out in it.
    """
    if len(content.data) > MOST_BYTES:
        raise ArticleError(
            f"{content.source}: more than {MOST_BYTES // 10**6} MB, too much for a web page; save its text alone"
        )
    markup = decode_page(content.data)
    tree = _tree(markup)
    if tree is None:
        raise ArticleError(f"{content.source}: an empty web page; is it the right file?")
    known = page_metadata(tree, markup)
    body = _body(tree)
    if not body:
        raise ArticleError(f"{content.source}: no article to be found in this web page; save its text as .txt")
    yield _draft(known, body, content)


def _draft(known: PageMetadata, body: str, content: Content) -> Draft:
    title = known.title
    has_title = title is None or title.casefold() in body[: 2 * len(title) + 200].casefold().split("\n")
    return Draft(
        text=body if has_title else f"{title}\n\n{body}",
        title=title,
        url=content.url or known.url,
        published=known.published,
        outlet=known.outlet,
        byline=known.byline,
        language=known.language,
    )


def _tree(markup: str) -> Any:
    from lxml import etree, html  # noqa: PLC0415 - only those who read pages pay for it

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        return html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:
        return None


def _body(tree: Any) -> str:
    """The paragraphs of the article, with empty lines between them."""
    modernize(tree)
    import trafilatura  # noqa: PLC0415 - it takes a quarter of a second that only pages pay

    quiet("trafilatura")
    text = trafilatura.extract(
        tree,
        output_format="txt",
        include_comments=False,
        include_tables=True,
        include_formatting=False,
        deduplicate=False,
        favor_recall=True,
        prune_xpath=_prune(),
    )
    return "\n\n".join(line.strip() for line in (text or "").split("\n") if line.strip())


def _prune() -> str:
    tests = " or ".join(
        f"contains(concat(' ', translate(concat(@class, ' ', @id), '_ABCDEFGHIJKLMNOPQRSTUVWXYZ', "
        f"'-abcdefghijklmnopqrstuvwxyz'), ' '), ' {name}')"
        for name in sorted(_CLASSES)
    )
    return _NOT_THE_ARTICLE.format(tests=tests)


def read_mhtml(content: Content) -> Iterator[Draft]:
    """The article of a page that a browser saved as one file (.mhtml).

    Raises:
        ArticleError: as :func:`read_html`.
    """
    from email import message_from_bytes, policy  # noqa: PLC0415 - only such pages pay for it

    message = message_from_bytes(content.data, policy=policy.compat32)
    address = message.get("Snapshot-Content-Location")
    for part in message.walk():
        if part.get_content_type() == "text/html":
            page = part.get_payload(decode=True)
            assert isinstance(page, bytes)
            yield from read_html(Content(data=page, source=content.source, url=address or part["Content-Location"]))
            return
    raise ArticleError(f"{content.source}: no web page in this .mhtml file; is it the right file?")
