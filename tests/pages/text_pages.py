"""Text that people copied out of pages and programs, with what came along."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from pages.case import Case
from pages.html_pages import READ_ALSO
from pages.stories import Story

Text = Callable[[Story], Case]


def made(
    name: str, story: Story, lines: list[str], *, outlet: str | None = None, byline: bool = False, dated: bool = True,
    line_break: str = "\n", encoding: str = "utf-8",
) -> Case:  # fmt: skip
    return Case(
        name=name,
        data=line_break.join(lines).encode(encoding),
        story=story,
        day=story.day if dated else None,
        outlet=outlet,
        byline=story.author if byline else None,
    )


def portal_copy(story: Story) -> Case:
    """All of a portal's page, selected and copied."""
    story = story.dated()
    first, *rest = story.paragraphs
    menu = ["Beranda", "Nasional", "Daerah", "Bontang", "Sorong", "Olahraga", "Indeks", ""]
    lines = [
        *menu, "Home > Daerah > Bontang", story.title, "", f"{story.author} - WartaPelita", f"{story.long_day} 10:30 WIB", "",
        "Bagikan:", "Facebook Twitter WhatsApp Telegram Copy Link", "", first, "", "ADVERTISEMENT",
        "SCROLL TO CONTINUE WITH CONTENT", "", *rest[:2], f"Baca juga: {READ_ALSO[0]}", *rest[2:], "",
        "Simak Video 'Karnaval Bitung dari Udara':", "[Gambas:Video 20pelita]", "(lrs/dmg)", "", "Berita Terkait", *READ_ALSO[:4],
        "", "Copyright @ 2027 WartaPelita, Tarakan. All right reserved",
    ]  # fmt: skip
    return made("portal-copy.txt", story, lines, outlet="WartaPelita", byline=True)


def time_line(story: Story) -> Case:
    story = story.undated()
    first, *rest = story.paragraphs
    day = story.day
    lines = [
        story.title, f"KabarMuria.com - {day.day:02}/{day.month:02}/{day.year}, 08:15 WIB", "", f"Penulis: {story.author}",
        "Editor: Tarakan Wibisono", "", f"{story.places[0].upper()}, KABARMURIA.com - {first}", "", *rest, "",
        f"Baca juga: {READ_ALSO[1]}", "",
        "Dapatkan update berita pilihan dan breaking news setiap hari dari KabarMuria.com. Mari bergabung di Grup Telegram kami.",
        "Tag:", "Bontang", "Ternate",
    ]  # fmt: skip
    return made("time-line.txt", story, lines, outlet="KabarMuria.com", byline=True)


def agency_copy(story: Story) -> Case:
    story = story.dated()
    first, *rest = story.paragraphs
    lines = [
        f"{story.places[0]} (NUSANTARA) - {first}", *rest, f"Pewarta: {story.author}", "Editor: Budi Sorong",
        "COPYRIGHT © NUSANTARA 2027", "Dilarang keras mengambil konten tanpa izin tertulis dari Kantor Berita NUSANTARA di Palopo.",
    ]  # fmt: skip
    case = made("agency-copy.txt", story, lines, outlet="NUSANTARA", byline=True)
    title = "Warga dua kampung di Sumba Timur, Nusa Tenggara Timur, kini menyeberang lewat jembatan…"
    return Case(
        name=case.name, data=case.data, story=story, day=case.day, outlet=case.outlet, byline=case.byline, title=title
    )


def weblog_copy(story: Story) -> Case:
    story = story.undated()
    lines = [
        story.title, "", f"Diposting pada {story.long_day} oleh admin", "", *story.paragraphs, "", "Bagikan ini:", "Twitter", "Facebook", "",
        "Leave a Reply", "", "Your email address will not be published. Required fields are marked *", "", "Comment *", "Name *", "Email *",
        "Save my name, email, and website in this browser for the next time I comment.", "", "Recent Posts", *READ_ALSO[:3],
    ]  # fmt: skip
    return made("weblog-copy.txt", story, lines)


def glued(story: Story) -> Case:
    """Boilerplate at the ends of lines, without a space."""
    story = story.dated()
    first, second, *rest = story.paragraphs
    lines = [
        story.title,
        "",
        f"{first}ADVERTISEMENT",
        f"{second}Baca juga: {READ_ALSO[2]}",
        *rest[:-1],
        f"{rest[-1]}Top of Form",
    ]
    return made("glued.txt", story, lines)


def bare(story: Story) -> Case:
    """The paragraphs and no more, by Windows."""
    story = story.dated()
    return made("bare.txt", story, [story.title, "", *story.paragraphs, ""], line_break="\r\n")


def bare_undated(story: Story) -> Case:
    """No date but those of other events."""
    story = story.undated()
    return made("bare-undated.txt", story, [story.title, "", *story.paragraphs], dated=False, encoding="utf-16")


def fetched(story: Story) -> Case:
    """The day of the download at both ends, the day of the report in the lead."""
    story = story.dated()
    lines = [
        "Diunduh pada 5 Januari 2027 dari kliping sekolah",
        "",
        story.title,
        "",
        *story.paragraphs,
        "",
        "Diakses: 6 Januari 2027",
    ]
    return Case(name="fetched.txt", data="\n".join(lines).encode(), story=story, day=story.day, title=None)


def labelled(story: Story) -> Case:
    """Fields before the text, as clipping services give them."""
    story = story.undated()
    day = story.day
    lines = [
        f"Judul: {story.title}", f"Tanggal: {day.day:02}-{day.month:02}-{day.year}", "Media: Harian Sumenep Raya", f"Penulis: {story.author}",
        "URL: https://harian.example/berita/1", "", *story.paragraphs,
    ]  # fmt: skip
    return made("labelled.txt", story, lines, outlet="Harian Sumenep Raya", byline=True)


def front_matter(story: Story) -> Case:
    story = story.undated()
    first, *rest = story.paragraphs
    lines = [
        "---", f'title: "{story.title}"', f"date: {story.day.isoformat()}", f"author: {story.author}", "source: Buletin Palopo", "tags: [Bontang, Oslo]",
        "---", "", first, "", f"[Baca juga](https://bontang.example): {READ_ALSO[3]}", "", *rest,
    ]  # fmt: skip
    return made("front-matter.md", story, lines, outlet="Buletin Palopo", byline=True)


def markdown(story: Story) -> Case:
    story = story.dated()
    first, *rest = story.paragraphs
    lines = [f"# {story.title}", "", f"*By {story.author}*", "", first, "", *rest, "", f"[Read more: {READ_ALSO[4]}](https://manila.example/a)",
             "", "<!-- draft from Caracas -->"]  # fmt: skip
    return made("markdown.md", story, lines, byline=True)


def updated(story: Story) -> Case:
    """Published and updated in one line; comments in prose below."""
    story = story.undated()
    lines = [
        story.title, "", f"By {story.author}", f"Published: {story.long_day} | Updated: 9 January 2028", "", *story.paragraphs, "",
        "2 Comments", "", "Nora writes: I love this. We should do the same here in Oslo one day.", "", "Pat: Wonderful.",
    ]  # fmt: skip
    return made("updated.txt", story, lines, byline=True)


def newswire(story: Story) -> Case:
    """An English dateline with the day in it."""
    story = story.undated()
    first, *rest = story.paragraphs
    day = story.long_day.partition(" ")
    month, _, year = day[2].partition(" ")
    lines = [story.title.upper(), "", f"{story.places[0].upper()}, {month} {day[0]}, {year} (Harbour News) — {first}", "", *rest, "",
             "Follow us on social media", "Related:", *READ_ALSO[:2]]  # fmt: skip
    case = made("newswire.txt", story, lines, outlet="Harbour News")
    return Case(
        name=case.name, data=case.data, story=story, day=case.day, outlet=case.outlet, title=story.title.upper()
    )


def cookies(story: Story) -> Case:
    story = story.dated()
    lines = [
        "We use cookies to improve your experience in Oslo, Manila and elsewhere. By continuing you accept them.", "Accept all cookies",
        "Skip to main content", "Home | World | Business | Sport | Nairobi", "", story.title, "", "3 min read", "", *story.paragraphs, "",
        "Sign up for our newsletter from Caracas", "Share this article", "You may also like", "Oslo opens a library on a tram",
        "A lighthouse in Manila sings", "© 2027 The Tram Times",
    ]  # fmt: skip
    return made("cookies.txt", story, lines)


def press_release(story: Story) -> Case:
    """Signed with place and day below the text, as letters are."""
    story = story.undated()
    lines = [
        "SIARAN PERS",
        "",
        story.title,
        "",
        *story.paragraphs,
        "",
        f"{story.places[0]}, {story.long_day.partition(', ')[2]}",
        "",
        story.author,
    ]
    return Case(
        name="press-release.txt", data="\n\n".join(lines).encode(), story=story, day=story.day, title="SIARAN PERS"
    )


def western(story: Story) -> Case:
    """Windows-1252, with curly quotation marks, links at the end."""
    story = story.dated()
    paragraphs = [one.replace(' "', " “").replace('"', "”") for one in story.paragraphs]

    story = replace(story, paragraphs=tuple(paragraphs))
    lines = [story.title, "", *paragraphs, "", "Most read", "1. Night train to Oslo", "2. Bread from Manila"]
    return made("western.txt", story, lines, encoding="cp1252")


def labels_above(story: Story) -> Case:
    """Labels on lines of their own, each above its name; the outlet of the dateline on a line of its own as well."""
    story = story.dated()
    first, *rest = story.paragraphs
    lines = [
        "Beranda", "Daerah", story.title, "Reporter", story.author, "Editor", "Sorong Wibowo", "Lentera Bontang", f"{story.long_day} | 10.30 WIB",
        "", "Bagikan", "", f"{story.places[0]}, Lentera Bontang -- {first}", "", *rest, "", "Lihat Juga :", *READ_ALSO[:2], "", "(lar/sur)", "TOPIK TERKAIT",
        "bontang", "Sorong", "Promosi 1",
    ]  # fmt: skip
    return made("labels-above.txt", story, lines, outlet="Lentera Bontang", byline=True)


def broadcaster(story: Story) -> Case:
    """An English broadcaster's page: "Published" above its day, captions, topics."""
    story = story.undated()
    lines = [
        story.title, "", "Published", story.long_day, "", "Share", "close panel", "", f"By {story.author}", "", "Image source, Oslo Images", "",
        *story.paragraphs, "", "Sign up to Morning Manila", "Free newsletter", "", "More on this story", "Train to Manila stops", "Related Topics",
        "Oslo", "Explore more on these topics", "Caracas",
    ]  # fmt: skip
    return made("broadcaster.txt", story, lines, byline=True)


TEXT_PAGES: Final[tuple[tuple[Text, str], ...]] = (
    (portal_copy, "bakau"),
    (time_line, "kopi"),
    (agency_copy, "jembatan"),
    (weblog_copy, "layar"),
    (glued, "arsip"),
    (bare, "kereta"),
    (bare_undated, "gamelan"),
    (fetched, "bintang"),
    (labelled, "layar"),
    (front_matter, "arsip"),
    (markdown, "seeds"),
    (updated, "choir"),
    (newswire, "ferry"),
    (cookies, "lake"),
    (press_release, "kopi"),
    (western, "ferry"),
    (labels_above, "gamelan"),
    (broadcaster, "lake"),
)
