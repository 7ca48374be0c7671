"""maps/cli_picture.py and maps/picture/convert.py: the command, and PNG and PDF."""

import re
import struct
from functools import partial
from importlib import util
from pathlib import Path

import pytest
from page_samples import sample_articles
from typer.testing import CliRunner

from gazetteer.errors import MissingExtraError
from maps import cli
from maps.picture import A4_SIDEWAYS, render_picture
from maps.picture.convert import converted


@pytest.fixture
def berita(tmp_path: Path) -> Path:
    path = tmp_path / "banjir.txt"
    path.write_text("Banjir di Demak\n\nAir naik di Demak dan Kudus.\n", "utf-8")
    return path


def test_svg_by_default(berita: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(berita.parent)
    result = CliRunner().invoke(cli.app, ["picture", str(berita)])
    assert (result.exit_code, result.output) == (0, "petakan.svg\n")
    text = (berita.parent / "petakan.svg").read_text("utf-8")
    assert text.startswith('<svg xmlns="http://www.w3.org/2000/svg" width="1188" height="840"')
    assert '<title id="title">Banjir di Demak</title>' in text


def test_options_reach_the_picture(berita: Path) -> None:
    target = berita.parent / "x.SVG"
    result = CliRunner().invoke(
        cli.app,
        ["picture", str(berita), "-o", str(target), "--title", "Flood", "--ui", "en", "--size", "900x600",
         "--projection", "world"],
    )  # fmt: skip
    assert result.exit_code == 0
    text = target.read_text("utf-8")
    assert 'width="900" height="600"' in text
    assert ">Flood</title>" in text
    assert "Equal Earth projection" in text


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["-o", "x.gif"], "ends in .svg, .png, .pdf"),
        (["--size", "9x9"], "each from 400 to"),
        (["--size", "300x900"], "each from 400 to"),
        (["--size", "900x6000"], "each from 400 to"),
    ],
)
def test_wrong_usage_is_exit_2(berita: Path, arguments: list[str], message: str) -> None:
    result = CliRunner().invoke(cli.app, ["picture", str(berita), *arguments])
    assert result.exit_code == 2
    assert message in " ".join(re.sub(r"[│╭╮╰╯─]", " ", result.output).split())


def test_without_typst_the_extra_is_named_before_any_work(
    berita: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("maps.picture.convert.find_spec", lambda _: None)
    target = berita.parent / "x.png"
    monkeypatch.setattr("sys.argv", ["petakan", "picture", str(berita.parent / "nihil.txt"), "-o", str(target)])
    with pytest.raises(SystemExit) as stopped:
        cli.main()
    assert stopped.value.code == 1
    assert capsys.readouterr().err == (
        'petakan: png: needs Typst, which is not installed; pip install "petakan[picture]", or write an .svg\n'
    )
    assert not target.exists()
    with pytest.raises(MissingExtraError, match="pdf"):
        converted("<svg/>", "pdf", title="x", size=A4_SIDEWAYS, language="id")


needs_typst = pytest.mark.skipif(util.find_spec("typst") is None, reason="Typst is not installed")


@needs_typst
def test_png_has_the_size_of_the_sheet(berita: Path) -> None:
    target = berita.parent / "x.png"
    assert CliRunner().invoke(cli.app, ["picture", str(berita), "-o", str(target)]).exit_code == 0
    content = target.read_bytes()
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", content[16:24])
    assert width == pytest.approx(297 / 25.4 * 220, abs=2)
    assert height == pytest.approx(210 / 25.4 * 220, abs=2)


@needs_typst
def test_a_title_that_no_encoding_has_is_drawn_without_it() -> None:
    """JSON and the shell can give half a surrogate pair; Typst takes no such text."""
    svg = render_picture(sample_articles(), title="Roti")
    assert converted(svg, "pdf", title="Roti\ud800", size=A4_SIDEWAYS, language="id").startswith(b"%PDF-")


@needs_typst
def test_pdf_has_one_page_of_the_sheets_size_and_is_the_same_each_time() -> None:
    svg = render_picture(sample_articles(), title="Roti")
    content = converted(svg, "pdf", title="Roti", size=A4_SIDEWAYS, language="id")
    assert content.startswith(b"%PDF-")
    assert content == converted(svg, "pdf", title="Roti", size=A4_SIDEWAYS, language="id")
    (box,) = re.findall(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]", content)
    assert [float(one) for one in box] == pytest.approx([297 / 25.4 * 72, 210 / 25.4 * 72], abs=0.1)
    assert b"/Subtype/Image" not in content  # it stays a drawing


@needs_typst
def test_text_is_drawn_on_a_machine_without_fonts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Typst brings the font that the picture asks for first."""
    import typst  # noqa: PLC0415 - an extra

    assert "Libertinus Serif" in typst.Fonts(include_system_fonts=False).families()
    svg = render_picture(sample_articles(), title="Roti")
    assert "font-family=\"'Libertinus Serif'," in svg
    drawn = converted(svg, "pdf", title="Roti", size=A4_SIDEWAYS, language="id")
    assert b"Libertinus" in drawn
    monkeypatch.setattr(typst, "compile", partial(typst.compile, ignore_system_fonts=True))
    assert converted(svg, "pdf", title="Roti", size=A4_SIDEWAYS, language="id") == drawn
