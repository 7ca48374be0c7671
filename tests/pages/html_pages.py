"""Saved web pages in the shapes that news sites give them; sites, people and words are invented."""

import json
from collections.abc import Callable
from html import escape
from typing import Final

from pages.case import Case
from pages.stories import Story

Page = Callable[[Story], Case]
_LINK: Final = '<a href="https://warta.example/{0}">{1}</a>'
READ_ALSO: Final = (
    "Pasar Terapung Bontang Pindah ke Dermaga Lama",
    "Hujan Abu Tipis Sampai ke Sorong dan Ternate",
    "Festival Layang-Layang Tarakan Diundur Sepekan",
    "Pelabuhan Dumai Buka Jalur Sepeda",
    "Sekolah Terapung Gorontalo Kedatangan Guru dari Oslo",
    "Warga Singkawang Belajar Membuat Lampion dari Manila",
)


def p(story: Story, *, attributes: str = "", between: str = "", every: int = 2) -> str:
    """The paragraphs of a story, with something else after every so many."""
    pieces = []
    for number, text in enumerate(story.paragraphs, start=1):
        if "\n" in text:
            items = "".join(f"<li>{escape(line)}</li>" for line in text.split("\n"))
            pieces.append(f"<ul>{items}</ul>")
        elif len(text.split()) < 5:
            pieces.append(f"<h2>{escape(text)}</h2>")
        else:
            pieces.append(f"<p{attributes}>{escape(text)}</p>")
        if between and number % every == 0 and number < len(story.paragraphs):
            pieces.append(between)
    return "\n".join(pieces)


def links(count: int = 5, kind: str = "li") -> str:
    return "".join(f"<{kind}>{_LINK.format(i, READ_ALSO[i % len(READ_ALSO)])}</{kind}>" for i in range(count))


def menu(*more: str) -> str:
    words = ("Beranda", "Nasional", "Daerah", "Bontang", "Sorong", "Ekonomi", "Olahraga", "Opini", *more)
    return (
        "<nav class='main-nav'><ul>"
        + "".join(f"<li><a href='/{w.lower()}'>{w}</a></li>" for w in words)
        + "</ul></nav>"
    )


def ld(story: Story, outlet: str, *, kind: str = "NewsArticle", zone: str = "T09:30:00+07:00", **more: object) -> str:
    data = {
        "@context": "https://schema.org",
        "@type": kind,
        "headline": story.title,
        "datePublished": f"{story.day.isoformat()}{zone}",
        "dateModified": "2027-01-05T08:00:00+07:00",
        "author": {"@type": "Person", "name": story.author},
        "publisher": {"@type": "Organization", "name": outlet},
        **more,
    }
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def page(head: str, body: str, *, lang: str = "id") -> str:
    return f'<!DOCTYPE html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n{head}\n</head>\n<body>\n{body}\n</body>\n</html>\n'


def case(name: str, story: Story, content: str, *, outlet: str | None, byline: bool = True, dated: bool = True) -> Case:
    return Case(
        name=f"{name}.html",
        data=content.encode(),
        story=story,
        day=story.day if dated else None,
        outlet=outlet,
        byline=story.author if byline else None,
    )


def portal_with_parallax(story: Story) -> Case:
    """Body cut by advertisements, videos and boxes of links."""
    story = story.dated()
    ad = (
        "<div class='parallaxindetail'>ADVERTISEMENT</div><p>SCROLL TO CONTINUE WITH CONTENT</p>"
        "<table class='linksisip'><tr><td><b>Baca juga:</b> " + READ_ALSO[0] + "</td></tr></table>"
    )
    body = (
        menu() + f"<article class='detail'><h1 class='detail__title'>{escape(story.title)}</h1>"
        f"<div class='detail__author'>{story.author} - <span>WartaPelita</span></div>"
        f"<div class='detail__date'>{story.long_day} 10:30 WIB</div>"
        f"<div class='detail__body-text itp_bodycontent'><strong>{story.places[0]}</strong> - " + p(story, between=ad) +
        "<p><b>[Gambas:Video 20pelita]</b></p><p>Simak Video 'Karnaval Bitung dari Udara':</p>"
        "<div class='detail__body-tag'><a>karnaval</a><a>bontang</a><a>sorong</a></div></div></article>"
        f"<aside><h3>Berita Terkait</h3><ul>{links()}</ul></aside><footer>Copyright @ 2027 WartaPelita, Tarakan</footer>"
    )  # fmt: skip
    head = f"<title>{escape(story.title)} - WartaPelita</title>" + ld(story, "WartaPelita")
    return case("portal-parallax", story, page(head, body), outlet="WartaPelita")


def portal_with_time_line(story: Story) -> Case:
    """No metadata: outlet and time in a line under the headline, "Baca juga" in bold paragraphs."""
    story = story.undated()
    also = f"<p><strong>Baca juga: {_LINK.format(7, READ_ALSO[1])}</strong></p>"
    day = story.day
    body = (
        menu() + f"<div class='container'><h1 class='read__title'>{escape(story.title)}</h1>"
        f"<div class='read__time'>KabarMuria.com - {day.day:02}/{day.month:02}/{day.year}, 10:30 WIB</div>"
        f"<div class='credit'><div>{story.author}</div><div>Tim Redaksi</div></div>"
        f"<div class='photo'><img src='a.jpg'><div class='photo__caption'>Suasana acara.</div></div>"
        f"<div class='read__content'><div class='clearfix'>{p(story, between=also)}</div>"
        "<p>Simak breaking news dan berita pilihan kami langsung di ponselmu. Pilih saluran andalanmu akses berita "
        "KabarMuria.com WhatsApp Channel</p></div>"
        f"<div class='tag'>Tag <a>Bontang</a> <a>Ternate</a></div><div class='terpopuler'><h2>Terpopuler</h2>{links(6, 'div')}</div></div>"
        "<footer><p>© 2027 KabarMuria.com. Kantor: Jalan Melati 3, Kendari.</p></footer>"
    )
    return case(
        "portal-time-line",
        story,
        page(f"<title>{escape(story.title)}</title>", body),
        outlet="KabarMuria.com",
        byline=False,
    )


def agency(story: Story) -> Case:
    """A news agency: dateline with its name in brackets, credits and copyright at the end."""
    story = story.dated()
    body = (
        f"<div id='header'>{menu('Foto', 'Video')}</div><main><article><h1>{escape(story.title)}</h1>"
        f"<p class='simple-share'><span>{story.long_day} 14:05 WIB</span></p><div class='post-content'>"
        f"<p>{story.places[0]} (NUSANTARA) - {escape(story.paragraphs[0])}</p>"
        + p(story).split("</p>", 1)[1] +
        f"<p class='text-muted'>Pewarta: {story.author}<br>Editor: Budi Sorong<br>COPYRIGHT © NUSANTARA 2027</p>"
        "<p>Dilarang keras mengambil konten, melakukan crawling atau pengindeksan otomatis untuk AI di situs web ini "
        "tanpa izin tertulis dari Kantor Berita NUSANTARA.</p></div>"
        f"<div class='related-posts'><h4>Berita Terkait</h4>{links(4, 'p')}</div></article></main>"
    )  # fmt: skip
    head = (
        f"<title>{escape(story.title)} - Nusantara News</title><meta property='og:site_name' content='Nusantara News'>"
    )
    return case("agency", story, page(head, body), outlet="Nusantara News")


def weblog(story: Story) -> Case:
    """WordPress: entry-date, navigation between posts, comment form and two comments, widgets."""
    story = story.undated()
    body = (
        f"<a class='skip-link' href='#content'>Skip to content</a>{menu()}<div id='content'><article class='post hentry'>"
        f"<header><h1 class='entry-title'>{escape(story.title)}</h1><span class='posted-on'>Diposting pada "
        f"<time class='entry-date published' datetime='{story.day}T08:00:00+07:00'>{story.long_day}</time></span></header>"
        f"<div class='entry-content'>{p(story)}</div><footer class='entry-meta'>Ditulis dalam Kabar Bontang</footer></article>"
        "<nav class='post-navigation'><h2>Navigasi pos</h2><a>Lomba Perahu di Bitung</a><a>Pasar Malam Palopo</a></nav>"
        "<div id='comments' class='comments-area'><h2>2 komentar pada “acara ini”</h2><ol class='comment-list'>"
        "<li><p>Di Kendari juga ada acara seperti ini, datanglah ke sana bulan depan bersama keluarga.</p></li>"
        "<li><p>Salam dari Sumenep!</p></li></ol><div id='respond'><h3>Tinggalkan Balasan</h3><form><p>Alamat email Anda "
        "tidak akan dipublikasikan. Ruas yang wajib ditandai *</p><label>Nama *</label></form></div></div></div>"
        f"<aside class='widget-area sidebar'><h2>Pos-pos Terbaru</h2><ul>{links(4)}</ul></aside>"
    )
    head = f"<title>{escape(story.title)} – Catatan Desa</title><meta property='og:site_name' content='Catatan Desa'>"
    return case("weblog", story, page(head, body), outlet="Catatan Desa", byline=False)


def accelerated(story: Story) -> Case:
    """AMP: own elements for pictures and menus, JSON-LD in a graph."""
    story = story.dated()
    graph = json.dumps(
        {"@graph": [{"@type": "WebSite", "name": "Suara Pesisir"}, json.loads(ld(story, "Suara Pesisir")[35:-9])]}
    )
    head = (
        f"<title>{escape(story.title)}</title><link rel='canonical' href='https://suarapesisir.example/{story.id}'>"
        f"<script async src='https://cdn.example/v0.js'></script><script type='application/ld+json'>{graph}</script>"
    )
    body = (
        f"<amp-sidebar id='s'><ul><li>Beranda</li><li>Palopo</li><li>Kendari</li></ul></amp-sidebar><article><h1>{escape(story.title)}</h1>"
        f"<amp-img src='x.jpg' width=1 height=1></amp-img>{p(story)}<amp-ad width=300 height=250>Iklan Hotel Ternate</amp-ad>"
        f"<section class='related'><h3>Baca Juga</h3>{links(4, 'div')}</section></article><amp-consent><div>Kami menggunakan cookie. "
        "Dengan melanjutkan, Anda setuju.</div></amp-consent>"
    )
    return case("accelerated", story, page(head, body), outlet="Suara Pesisir")


def with_clock(story: Story) -> Case:
    """Today's date at the top of the page, which is the day it was saved on; the report's own is in its lead."""
    story = story.dated()
    body = (
        "<div class='topbar'><span class='date'>Kamis, 20 November 2026</span> <span>Cuaca Bontang 31°</span></div>"
        f"{menu()}<div class='content'><h1>{escape(story.title)}</h1><div class='isi'>{p(story)}</div>"
        f"<div class='share-button'>Bagikan: <a>Facebook</a> <a>Twitter</a> <a>WhatsApp</a></div></div>"
        f"<div class='footer'>Redaksi: Jalan Cendana 5, Bitung. Diakses 20 November 2026</div>"
    )
    return case("with-clock", story, page(f"<title>{escape(story.title)}</title>", body), outlet=None, byline=False)


def undated_page(story: Story) -> Case:
    """Nothing gives a date: neither page nor text, but for those of other events and of the page's copyright."""
    story = story.undated()
    body = (
        f"{menu()}<div class='content'><h1>{escape(story.title)}</h1>{p(story)}</div>"
        "<div class='footer'>© 2019-2027 Kabar Sorong. Halaman ini diunduh pada 3 Januari 2027.</div>"
    )
    return case(
        "undated", story, page(f"<title>{escape(story.title)}</title>", body), outlet=None, byline=False, dated=False
    )


def meta_elements(story: Story) -> Case:
    """Open Graph and article: properties, in English; cookie banner first in the page."""
    story = story.undated()
    head = (
        f"<title>{escape(story.title)} | The Harbour Ledger</title><meta property='og:title' content='{escape(story.title, quote=True)}'>"
        "<meta property='og:site_name' content='The Harbour Ledger'>"
        f"<meta property='article:published_time' content='{story.day}T07:00:00Z'><meta name='author' content='{story.author}'>"
        f"<meta property='og:url' content='https://ledger.example/{story.id}'>"
    )
    body = (
        "<div id='cookie-consent' class='cookie'><p>We use cookies to improve your experience and to show offers in Oslo and "
        "Manila. By continuing you accept our cookies.</p><button>Accept all cookies</button></div>"
        "<header><a href='#main'>Skip to main content</a><nav><a>Home</a><a>World</a><a>Oslo</a><a>Sport</a></nav></header>"
        f"<main id='main'><h1>{escape(story.title)}</h1><p class='byline'>By {story.author}</p>{p(story)}"
        "<div class='newsletter'><h3>Get our morning newsletter</h3><p>Sign up for stories from Caracas and Manila.</p></div>"
        f"<section class='more'><h2>Related stories</h2>{links(3, 'div')}</section></main>"
    )
    return case("meta-elements", story, page(head, body, lang="en"), outlet="The Harbour Ledger")


def microdata(story: Story) -> Case:
    """schema.org microdata in the body, and no other metadata."""
    story = story.undated()
    body = (
        f"{menu()}<article itemscope itemtype='https://schema.org/NewsArticle'><h1 itemprop='headline'>{escape(story.title)}</h1>"
        f"<div>By <span itemprop='author'>{story.author}</span> <time itemprop='datePublished' datetime='{story.day}'>"
        f"{story.long_day}</time></div><div itemprop='articleBody'>{p(story)}</div></article>"
        f"<div class='recommended'><h3>Recommended for you</h3>{links(5, 'p')}</div>"
    )
    head = f"<title>{escape(story.title)}</title>"
    return case("microdata", story, page(head, body, lang=story.language), outlet=None, byline=False)


def old_table(story: Story) -> Case:
    """A page of 2004: tables, fonts and line breaks instead of paragraphs."""
    story = story.dated()
    text = "<br><br>\n".join(escape(one).replace("\n", "<br>\n") for one in story.paragraphs)
    body = (
        "<table width=900><tr><td colspan=3 bgcolor=navy><font color=white>Home | Daerah | Palopo | Kendari | Kontak</font></td></tr>"
        f"<tr><td width=150 valign=top><a>Bontang</a><br><a>Sorong</a><br><a>Ternate</a></td><td valign=top><h1>{escape(story.title)}</h1>"
        f"<font face=arial size=2>{text}</font></td><td valign=top><b>Berita lain</b><br><a>{READ_ALSO[2]}</a><br><a>{READ_ALSO[3]}</a>"
        "</td></tr></table>"
    )
    return case("old-table", story, page(f"<title>{escape(story.title)}</title>", body), outlet=None, byline=False)


def wrong_charset(story: Story) -> Case:
    """UTF-8 that claims to be ISO-8859-1."""
    made = microdata(story)
    story = made.story
    html = made.data.decode().replace('charset="utf-8"', 'charset="iso-8859-1"').replace("</h1>", " — “Édisi”</h1>")
    return Case(
        name="wrong-charset.html", data=html.encode(), story=story, day=story.day, title=f"{story.title} — “Édisi”"
    )


def old_charset(story: Story) -> Case:
    """Windows-1252 that claims to be UTF-8."""
    made = microdata(story)
    story = made.story
    html = made.data.decode().replace("</h1>", " – café</h1>")
    return Case(
        name="old-charset.html", data=html.encode("cp1252"), story=story, day=story.day, title=f"{story.title} – café"
    )


def next_article_below(story: Story) -> Case:
    """Endless scrolling: the beginning of the next article stands below this one."""
    story = story.undated()
    other = "<p>Warga Bontang mengecat perahu dengan warna yang dipilih anak-anak mereka sejak pagi hingga petang di dermaga.</p>"
    body = (
        f"{menu()}<article><h1>{escape(story.title)}</h1><time datetime='{story.day}T10:00:00+07:00'>{story.long_day}</time>"
        f"{p(story)}</article><div class='related infinite-next'><h2>Baca artikel berikutnya</h2><h3>Perahu Bontang Berwarna</h3>{other}</div>"
    )
    return case(
        "next-below",
        story,
        page(f"<title>{escape(story.title)}</title>" + ld(story, "Pena Rimba"), body),
        outlet="Pena Rimba",
    )


def script_page(story: Story) -> Case:
    """A page of a JavaScript framework: all text twice, once as data in a script."""
    story = story.dated()
    data = json.dumps({"props": {"article": {"title": story.title, "body": story.paragraphs, "city": "Nairobi"}}})
    body = (
        f"<div id='__next'><div class='css-1x'>{menu()}</div><div class='css-2y'><h1>{escape(story.title)}</h1>"
        f"<div class='css-3z'>{p(story, attributes=' class=css-9q')}</div></div><div class='css-4a trending'>{links(4, 'div')}</div></div>"
        f"<script id='__NEXT_DATA__' type='application/json'>{data}</script>"
    )
    head = f"<title>{escape(story.title)}</title><meta name='publishdate' content='{story.day.strftime('%Y/%m/%d')} 10:00:00'>"
    return case("script-page", story, page(head, body), outlet=None, byline=False)


def saved_by_browser(story: Story) -> Case:
    """The address it was saved from in a comment; blog in English with author box."""
    story = story.dated()
    content = page(
        f"<title>{escape(story.title)} - Tidewater Notes</title><meta property='og:site_name' content='Tidewater Notes'>"
        f"<meta property='article:published_time' content='{story.day}'>",
        f"<header class='site-header'>Tidewater Notes</header><main><h1>{escape(story.title)}</h1>{p(story)}"
        "<div class='author-box'><h4>About the author</h4><p>She lives in Oslo.</p></div>"
        "<div class='social'>Share on Facebook Share on Twitter</div></main>",
        lang="en",
    )
    saved = content.replace("<html", f"<!-- saved from url=(0040)https://tidewater.example/{story.id} -->\n<html", 1)
    return case("saved-by-browser", story, saved, outlet="Tidewater Notes", byline=False)


def government(story: Story) -> Case:
    """A regency's own site: breadcrumbs, font buttons, counters, no paragraphs' own class."""
    story = story.undated()
    body = (
        f"<div class='breadcrumb'>Beranda / Berita / Kabar Bontang</div>{menu('PPID')}<section><h1>{escape(story.title)}</h1>"
        f"<div class='info'>Diterbitkan: {story.long_day} | Dibaca 1.204 kali | A+ A-</div><div>{p(story)}</div>"
        "<div>Sumber: Humas</div></section><section class='sidebar'><h3>Agenda</h3><p>Rapat di Kendari, 3 Maret 2028</p></section>"
    )
    return case("government", story, page(f"<title>{escape(story.title)}</title>", body), outlet=None, byline=False)


def utc_night(story: Story) -> Case:
    """Metadata in UTC of a report of the next morning in Indonesia."""
    story = story.dated()
    before = story.day.toordinal() - 1
    night = f"{type(story.day).fromordinal(before)}T22:40:00Z"
    body = f"{menu()}<article><h1>{escape(story.title)}</h1>{p(story)}</article>"
    head = f"<title>{escape(story.title)}</title>" + ld(story, "Lentera Timur", datePublished=night)
    return case("utc-night", story, page(head, body), outlet="Lentera Timur")


def broken_markup(story: Story) -> Case:
    """Elements that are never closed, JSON-LD that is cut, entities that are unknown."""
    story = story.undated()
    paragraphs = "".join(f"<p>{escape(one)}" for one in story.paragraphs)
    body = f"{menu()}<div class=post><h1>{escape(story.title)}</h1><div class=tgl>{story.long_day}<div class=isi>{paragraphs}<div class=related><p>{READ_ALSO[4]}"
    head = f'<title>{escape(story.title)}</title><script type=\'application/ld+json\'>{{"@type": "NewsArticle", "datePub</script>'
    return case("broken-markup", story, page(head, body), outlet=None, byline=False)


def prose_comments(story: Story) -> Case:
    """Readers' comments as long as the article, in a list of their own."""
    story = story.dated()
    comment = "<div class='comment'><p>Saya membaca ini di Palopo dan ingin bercerita panjang tentang kampung kami di dekat Kendari.</p></div>"
    body = f"{menu()}<article><h1>{escape(story.title)}</h1>{p(story)}</article><section id='comments' class='comments'><h3>Komentar (6)</h3>{comment * 6}</section>"
    head = f"<title>{escape(story.title)}</title><meta name='dc.date.issued' content='{story.day}'>"
    return case("prose-comments", story, page(head, body), outlet=None, byline=False)


def paged(story: Story) -> Case:
    """The first of two pages, with links to the rest and numbers of pages."""
    story = story.dated()
    body = (
        f"{menu()}<article><h1>{escape(story.title)}</h1>{p(story)}<p>Simak berita selengkapnya di halaman berikutnya.</p>"
        "<div class='paging'>Halaman: <a>1</a> <a>2</a> <a>Selanjutnya</a></div></article>"
        f"<div class='terkait'><p>Berita Terkait</p>{links(3, 'p')}</div>"
    )
    return case(
        "paged",
        story,
        page(f"<title>{escape(story.title)}</title>" + ld(story, "Kabar Randu"), body),
        outlet="Kabar Randu",
    )


HTML_PAGES: Final[tuple[tuple[Page, str], ...]] = (
    (portal_with_parallax, "bakau"),
    (portal_with_time_line, "kopi"),
    (agency, "jembatan"),
    (weblog, "layar"),
    (accelerated, "arsip"),
    (with_clock, "gamelan"),
    (undated_page, "bakau"),
    (meta_elements, "ferry"),
    (microdata, "seeds"),
    (old_table, "bintang"),
    (wrong_charset, "choir"),
    (old_charset, "lake"),
    (next_article_below, "kereta"),
    (script_page, "kopi"),
    (saved_by_browser, "choir"),
    (government, "kereta"),
    (utc_night, "layar"),
    (broken_markup, "jembatan"),
    (prose_comments, "arsip"),
    (paged, "gamelan"),
)
