"""maps/storyline*.py and the command ``petakan story``."""

import base64
import tomllib
import zlib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from page_samples import PLACES, article, geoparsed, resolution, sample_articles
from typer.testing import CliRunner

from gazetteer.errors import StoryError
from geo.geoparsed import GeoparsedArticle
from maps import cli, storyline, storyline_images
from maps.story import chapters
from maps.storyline import Storyline, read_storyline
from maps.storyline_draft import draft_storyline
from maps.storyline_images import picture_type

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def read(folder: Path, text: str, articles: tuple[GeoparsedArticle, ...] | None = None) -> Storyline:
    path = folder / "story.toml"
    path.write_text(text, encoding="utf-8")
    return read_storyline(path, sample_articles() if articles is None else articles)


def refused(folder: Path, text: str) -> str:
    """The message that a storyline is refused with: one line that names the file."""
    with pytest.raises(StoryError) as caught:
        read(folder, text)
    message = str(caught.value)
    assert "\n" not in message
    assert message.startswith(str(folder / "story.toml"))
    return message.removeprefix(str(folder / "story.toml"))


def test_a_storyline_is_read(tmp_path: Path) -> None:
    (tmp_path / "foto.png").write_bytes(PNG)
    found = read(
        tmp_path,
        """
        title = "Roti"
        credit = "Kelas 8B"
        [[chapter]]
        title = "Pasar"
        text = \"\"\"
        Paragraf satu.

        Paragraf dua.
        \"\"\"
        article = "roti.txt"
        quote = "Jakarta  meminta kepastian"
        places = ["Singapore", "Jakarta", "black-sea", "Jakarta"]
        note = "Mengapa?"
        day = 2026-01-02T10:00:00
        image = "foto.png"
        [[chapter]]
        title = "Tanpa artikel"
        """,
    )
    first, second = found.chapters
    assert (found.title, found.credit) == ("Roti", "Kelas 8B")
    text = sample_articles()[1].article.text
    assert first.quote is not None
    assert text[first.quote.start : first.quote.end] == "Jakarta meminta kepastian"
    assert first.place_ids == ("singapore", "jakarta", "black-sea")
    assert (first.article_id, first.note, first.day) == ("roti", "Mengapa?", date(2026, 1, 2))
    assert "\n\n" in first.text
    assert first.image == "data:image/png;base64," + base64.b64encode(PNG).decode()
    assert (second.quote, second.place_ids, second.article_id, second.day, second.image) == (None, (), None, None, None)


def test_without_title_and_places_they_are_those_of_the_article_and_the_quote(tmp_path: Path) -> None:
    (one,) = read(tmp_path, '[[chapter]]\narticle = "roti"\nparagraph = [2, 3]\n').chapters
    assert one.title == "Harga roti naik di Surabaya"
    assert one.place_ids == ("east-java", "jakarta", "indonesia", "asia", "singapore")
    assert one.day == date(2026, 11, 22)
    (whole,) = read(tmp_path, '[[chapter]]\narticle = "roti"\n').chapters
    assert whole.quote is None
    assert set(one.place_ids) < set(whole.place_ids)


def test_a_quote_within_a_paragraph(tmp_path: Path) -> None:
    row = '[[chapter]]\narticle = "roti"\nparagraph = {}\nquote = "Surabaya"\n'
    text = sample_articles()[1].article.text
    (one,) = read(tmp_path, row.format(4)).chapters
    assert one.quote is not None
    assert one.quote.start == text.index("Surabaya menampung")
    assert "is not in these paragraphs" in refused(tmp_path, row.format(3))


def test_straight_and_round_quotation_marks_are_the_same(tmp_path: Path) -> None:
    (one,) = read(tmp_path, '[[chapter]]\narticle = "gandum"\nquote = "“Kami hanya ingin panen,” kata"\n').chapters
    assert one.quote is not None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("titel = 'x'\n", ': unknown key "titel"; did you mean "title"?'),
        ("xyz = 'x'\n", ': unknown key "xyz"; there are title, credit, chapter'),
        ("title = 3\n", ": title is a number, not a text"),
        ("title = 'x'\n", ": no chapter; begin each with a line [[chapter]]"),
        ("chapter = [1]\n", ": no chapter; begin each with a line [[chapter]]"),
        ("\ntitle = x\n", ":2: not TOML: Invalid value; mend the line"),
        ("[[chapter]]\n", ":1: chapter 1, title: this chapter says nothing"),
        ("\n[[chapter]]\ntitle = 'x'\nimages = 'x'\n", ':4: chapter 1, images: unknown key; did you mean "image"?'),
        ("[[chapter]]\ntitle = 'x'\nplaces = 'Kursk'\n", ":3: chapter 1, places: is a text, not a list"),
        ("[[chapter]]\narticle='roti'\nparagraph = true\n", ":3: chapter 1, paragraph: is true or false, not a number"),
        ("[[chapter]]\ntitle='x'\nday = 7.5\n", ":3: chapter 1, day: is a fraction, not a day such as 2025-03-08"),
        ("[[chapter]]\ntitle='x'\nday = 07:00:00\n", ":3: chapter 1, day: is something else, not a day"),
        ("[[chapter]]\nparagraph = 1\n", ":2: chapter 1, paragraph: which article?"),
        ("[[chapter]]\nquote = 'x'\n", ":2: chapter 1, quote: which article?"),
        ("[[chapter]]\narticle = 'rotti'\n", ':2: chapter 1, article: no article "rotti"; there are roti'),
        ("[[chapter]]\narticle = 'qqq'\n", ':2: chapter 1, article: no article "qqq"; there are gandum, roti'),
        ("[[chapter]]\narticle='roti'\nparagraph = 9\n", ':3: chapter 1, paragraph: article "roti" has paragraphs'),
        ("[[chapter]]\narticle='roti'\nparagraph = [3, 2]\n", "1 to 7, not 3 to 2"),
        ("[[chapter]]\narticle='roti'\nparagraph = [1, 2, 3]\n", "is neither a number nor two, as in [2, 4]"),
        ("[[chapter]]\narticle='roti'\nquote = 'Tidak ada di sini'\n", 'is not in article "roti"; copy it from'),
        ("[[chapter]]\ntitle='x'\nplaces = ['Kurks']\n", ':3: chapter 1, places: no article names a place "Kurks"; di'),
        ("[[chapter]]\ntitle='x'\nplaces = ['Reykjavik']\n", "a chapter can show only places of its articles"),
        ("[[chapter]]\ntitle='x'\nplaces = [1]\n", 'is no list of names, as in ["Kudus", "Demak"]'),
        ("[[chapter]]\ntitle='x'\nimage = 'nihil.png'\n", ":3: chapter 1, image: nihil.png cannot be read (No such"),
        ("[[chapter]]\ntitle='x'\nimage = 'nihil\\u0000'\n", "nihil\\u0000 cannot be read"),
        ('[[chapter]]\ntitle="x"\nimage = "a\\u0000"\n', "cannot be read (not a path)"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_in_one_line(tmp_path: Path, text: str, message: str) -> None:
    assert message in refused(tmp_path, text)


def test_without_sure_line_numbers_none_is_named(tmp_path: Path) -> None:
    text = "[[chapter]]\ntitle = 'x'\ntext = '''\n[[chapter]]\n'''\nplaces = ['Kurks']\n"
    assert refused(tmp_path, text).startswith(": chapter 1, places: no article names")


def test_a_name_of_several_places_asks_for_the_id_or_the_article(tmp_path: Path) -> None:
    def named(id_: str, place: str) -> GeoparsedArticle:
        one = article(id_, "Judul\nDi Kursk.\n")
        return geoparsed(one, [resolution(one, 9, 14, PLACES[place])])

    both = (named("kota", "kursk"), named("desa", "kursk-village"))
    with pytest.raises(StoryError, match=r"may be kursk \(city, RU\) or kursk-village \(city, RU\); write the id"):
        read(tmp_path, "[[chapter]]\ntitle='x'\nplaces=['Kursk']\n", both)
    (one,) = read(tmp_path, "[[chapter]]\narticle='desa'\nplaces=['Kursk']\n", both).chapters
    assert one.place_ids == ("kursk-village",)


def test_a_file_that_is_no_storyline_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "story.toml"
    with pytest.raises(StoryError, match=r"cannot be read.*petakan story"):
        read_storyline(path, ())
    path.write_bytes(b"title = '\xff'")
    with pytest.raises(StoryError, match="byte 9 is not UTF-8"):
        read_storyline(path, ())
    monkeypatch.setattr(storyline, "MOST_BYTES", 5)
    with pytest.raises(StoryError, match="too much for a storyline"):
        read_storyline(path, ())


def test_too_many_chapters_are_refused(tmp_path: Path) -> None:
    assert "201 chapters; a story has at most 200" in refused(tmp_path, "[[chapter]]\ntitle='x'\n" * 201)


def test_windows_line_ends_and_a_byte_order_mark_do_not_matter(tmp_path: Path) -> None:
    path = tmp_path / "story.toml"
    path.write_bytes(b"\xef\xbb\xbf[[chapter]]\r\ntitle = 'x'\r\n")
    assert read_storyline(path, ()).chapters[0].title == "x"


class TestPictures:
    @pytest.mark.parametrize(
        ("content", "kind"),
        [
            (PNG, "image/png"),
            (b"\xff\xd8\xff\xe0", "image/jpeg"),
            (b"GIF89a", "image/gif"),
            (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "image/webp"),
            (b"RIFF\x00\x00\x00\x00WAVE", None),
            (b"<svg xmlns='http://www.w3.org/2000/svg'/>", None),
            (b"<html>", None),
            (b"", None),
        ],
    )
    def test_the_kind_is_told_by_content(self, content: bytes, kind: str | None) -> None:
        assert picture_type(content) == kind

    def test_svg_is_refused_whatever_its_name(self, tmp_path: Path) -> None:
        (tmp_path / "x.png").write_bytes(b"<svg onload='x()'/>")
        assert "is no PNG, JPEG, WebP or GIF" in refused(tmp_path, "[[chapter]]\ntitle='x'\nimage='x.png'\n")

    def test_a_large_picture_is_refused(self, tmp_path: Path) -> None:
        (tmp_path / "x.png").write_bytes(PNG + b"\0" * storyline_images.MOST_BYTES)
        assert "has more than 1 MB; make it smaller" in refused(tmp_path, "[[chapter]]\ntitle='x'\nimage='x.png'\n")

    def test_a_damaged_picture_is_refused(self, tmp_path: Path) -> None:
        (tmp_path / "x.png").write_bytes(PNG[:-3])
        assert "x.png is damaged: a part of it" in refused(tmp_path, "[[chapter]]\ntitle='x'\nimage='x.png'\n")

    def test_what_a_camera_noted_is_left_out(self, tmp_path: Path) -> None:
        note = b"\0\0\0\x03tEXta\0b"
        (tmp_path / "x.png").write_bytes(PNG[:33] + note + zlib.crc32(note[4:]).to_bytes(4, "big") + PNG[33:])
        (one,) = read(tmp_path, "[[chapter]]\ntitle='x'\nimage='x.png'\n").chapters
        assert one.image == "data:image/png;base64," + base64.b64encode(PNG).decode()

    def test_pictures_are_bounded_together(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(storyline_images, "MOST_BYTES_TOGETHER", len(PNG) + 10)
        (tmp_path / "x.png").write_bytes(PNG)
        text = "[[chapter]]\ntitle='x'\nimage='x.png'\n[[chapter]]\ntitle='y'\nimage='x.png'\n"
        assert ":6: chapter 2, image: the pictures have more" in refused(tmp_path, text)

    @pytest.mark.parametrize("name", ["../secret.png", "/etc/hostname", "sub/../../secret.png", "link.png"])
    def test_a_picture_outside_the_folder_is_refused(self, tmp_path: Path, name: str) -> None:
        (tmp_path / "secret.png").write_bytes(PNG)
        folder = tmp_path / "story"
        (folder / "sub").mkdir(parents=True)
        (folder / "link.png").symlink_to(tmp_path / "secret.png")
        assert "is outside the storyline's folder" in refused(folder, f"[[chapter]]\ntitle='x'\nimage='{name}'\n")

    def test_a_picture_in_a_folder_below_is_embedded(self, tmp_path: Path) -> None:
        (tmp_path / "sub").mkdir()
        (tmp_path / "sub" / "x.png").write_bytes(PNG)
        (one,) = read(tmp_path, "[[chapter]]\ntitle='x'\nimage='sub/x.png'\n").chapters
        assert (one.image or "").startswith("data:image/png;base64,")


class TestDraft:
    def test_reading_a_draft_gives_its_chapters_back(self, tmp_path: Path) -> None:
        found = chapters(sample_articles())
        for language in ("id", "en"):
            text = draft_storyline(sample_articles(), found, title='Roti "putih"', language=language)
            again = read(tmp_path, text)
            assert again.chapters == found
            assert again.title == 'Roti "putih"'

    @given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
    def test_no_text_breaks_out_of_a_draft(self, words: str) -> None:
        first, second = sample_articles()
        hostile = replace(first, article=replace(first.article, title=words))
        found = [replace(one, title=words, note=words) for one in chapters((hostile, second))]
        text = draft_storyline((hostile, second), found, title=words, file=words)
        content = tomllib.loads(text)
        assert content["title"] == words
        assert [one["note"] for one in content["chapter"]] == [words] * len(found)

    def test_a_place_whose_name_is_not_its_alone_is_called_by_its_id(self) -> None:
        text = "Judul\nDi Kursk, bukan desa Kursk.\n"
        one = article("a", text)
        found = [
            resolution(one, 9, 14, PLACES["kursk"]),
            resolution(one, text.rindex("Kursk"), text.rindex("Kursk") + 5, PLACES["kursk-village"]),
        ]
        parsed = (geoparsed(one, found),)
        draft = draft_storyline(parsed, chapters(parsed), title="x")
        assert 'places = ["kursk", "kursk-village"]' in draft
        assert "# kursk = Kursk, city, RU; kursk-village = Kursk, city, RU" in draft

    def test_paragraphs_are_listed_with_their_numbers(self) -> None:
        draft = draft_storyline(sample_articles(), (), title="x", language="en")
        assert '# Paragraphs of article "roti":' in draft
        assert "#   3  Singapura menjadi tempat transit. Jakarta meminta kepastian." in draft


class TestCommand:
    @pytest.fixture
    def berita(self, tmp_path: Path) -> Path:
        path = tmp_path / "banjir.txt"
        path.write_text(
            "Banjir di Demak\n\nAir naik di Demak dan Kudus.\n\nBantuan dari Semarang tiba di Pati.\n", "utf-8"
        )
        return path

    def test_a_first_storyline_is_written_and_can_be_read(self, berita: Path) -> None:
        target = berita.parent / "story.toml"
        result = CliRunner().invoke(cli.app, ["story", str(berita), "--init", str(target)])
        assert (result.exit_code, result.output) == (0, f"{target}\n")
        text = target.read_text("utf-8")
        assert text.startswith("# Alur cerita untuk: petakan map ARTIKEL... --story story.toml\n")
        assert 'title = "Banjir di Demak"' in text
        assert '"Kudus"' in text

    def test_without_init_it_is_printed(self, berita: Path) -> None:
        result = CliRunner().invoke(cli.app, ["story", str(berita), "--ui", "en", "--title", "Flood"])
        assert result.output.startswith("# A storyline for")
        assert 'title = "Flood"' in result.output

    def test_what_was_written_is_never_overwritten(
        self, berita: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        target = berita.parent / "story.toml"
        target.write_text("mine", "utf-8")
        monkeypatch.setattr("sys.argv", ["petakan", "story", str(berita), "--init", str(target)])
        with pytest.raises(SystemExit) as stopped:
            cli.main()
        assert stopped.value.code == 1
        assert "is there already" in capsys.readouterr().err
        assert target.read_text("utf-8") == "mine"
