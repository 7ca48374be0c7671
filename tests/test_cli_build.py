"""The command ``petakan build``, and the project file that it reads."""

import base64
import json
import os
import re
from pathlib import Path

import pytest
from test_cli import run, run_main
from tiny_gazetteer import write_tiny

from gazetteer.errors import ProjectError, StoryError
from maps.project import Project, read_project
from maps.project_outputs import Kind, Output, kind_of

PROJECT = """
articles = ["articles"]
title = "Banjir di Kudus"
corrections = "c.csv"

[[outputs]]
file = "peta.html"

[[outputs]]
file = "out/tempat.csv"

[[outputs]]
file = "sebutan.txt"
what = "mentions"
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a project, to work in."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "banjir.txt").write_text("Banjir di Kudus\n\nAir naik di Demak.\n", encoding="utf-8")
    (tmp_path / "c.csv").write_text("text,is\nDemak,not a place\n", encoding="utf-8")
    (tmp_path / "petakan.toml").write_text(PROJECT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def build(*more: str) -> list[str]:
    result = run("build", *more)
    assert result.exit_code == 0, result.output
    return result.stdout.splitlines()


def written(*files: str) -> list[str]:
    """What is told where these are written and the others of the project are not."""
    return [
        f"{file}: {'written' if file in files else 'unchanged'}"
        for file in ("peta.html", "out/tempat.csv", "sebutan.txt")
    ]


ALL = written("peta.html", "out/tempat.csv", "sebutan.txt")


def test_all_outputs_are_made_as_their_commands_make_them(folder: Path) -> None:
    assert build() == ALL
    assert "<title>Banjir di Kudus</title>" in Path("peta.html").read_text("utf-8")
    options = ("articles", "--corrections", "c.csv")
    assert Path("out/tempat.csv").read_text("utf-8") == run("places", *options, "--as", "csv").stdout
    assert Path("sebutan.txt").read_text("utf-8") == run("mentions", *options).stdout
    assert run("map", *options, "--title", "Banjir di Kudus", "-o", "other.html").exit_code == 0
    assert Path("peta.html").read_bytes() == (folder / "other.html").read_bytes()


@pytest.mark.usefixtures("folder")
def test_what_has_not_changed_is_left_as_it_is() -> None:
    build()
    before = {path: path.stat().st_mtime_ns for path in Path().rglob("*.*")}
    assert build() == written()
    assert {path: path.stat().st_mtime_ns for path in before} == before
    assert build("--force") == ALL


@pytest.mark.usefixtures("folder")
def test_whatever_goes_into_an_output_makes_it_anew() -> None:
    build()
    for change in (
        lambda: Path("articles/banjir.txt").write_text("Air naik di Pati dan Demak.\n", encoding="utf-8"),
        lambda: Path("articles/dua.txt").write_text("Air naik di Jepara dan Demak.\n", encoding="utf-8"),
        lambda: Path("articles/dua.txt").rename("articles/tiga.txt"),
        lambda: Path("c.csv").write_text("text,is\nDemak,not a place\nPati,not a place\n", encoding="utf-8"),
        lambda: Path("petakan.toml").write_text(PROJECT.replace("title", 'ui = "en"\ntitle'), encoding="utf-8"),
    ):
        change()
        assert build() == ALL
        assert build() == written()


@pytest.mark.usefixtures("folder")
def test_a_gazetteer_of_ones_own_makes_outputs_anew() -> None:
    write_tiny(Path("tiny.sqlite"))
    Path("petakan.toml").write_text(f'gazetteer = "tiny.sqlite"\n{PROJECT}', encoding="utf-8")
    build()
    assert build() == written()
    write_tiny(Path("tiny.sqlite"), *())
    os.utime("tiny.sqlite")
    assert build() == written()  # the same content, however old
    with Path("tiny.sqlite").open("ab") as file:
        file.write(b"\0" * 4096)
    assert build() == ALL


@pytest.mark.usefixtures("folder")
def test_an_output_that_is_gone_or_was_changed_or_is_new_is_made() -> None:
    build()
    Path("peta.html").unlink()
    assert build() == written("peta.html")
    Path("out/tempat.csv").write_text("x", encoding="utf-8")
    assert build() == written("out/tempat.csv")
    Path(".petakan-state.json").write_text("[]", encoding="utf-8")
    assert build() == ALL
    Path("petakan.toml").write_text(f'{PROJECT}\n[[outputs]]\nfile = "t.json"\n', encoding="utf-8")
    assert build() == [*written(), "t.json: written"]
    Path("petakan.toml").write_text(PROJECT, encoding="utf-8")
    build()
    assert "t.json" not in json.loads(Path(".petakan-state.json").read_text("utf-8"))["outputs"]


def test_it_gives_the_same_from_wherever_it_is_run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build()
    monkeypatch.chdir(folder.parent)
    assert build(str(folder / "petakan.toml")) == written()


@pytest.mark.usefixtures("folder")
def test_what_failed_is_told_again_the_next_time() -> None:
    Path("articles/rusak.txt").write_bytes(b"")
    for _ in range(2):
        result = run("build")
        assert result.exit_code == 1
        assert "rusak.txt: empty" in result.output
        assert Path("peta.html").exists()
    Path("articles/rusak.txt").unlink()
    Path("c.csv").write_text("text,is,name\nDemak,place,Nusa Entah\n", encoding="utf-8")
    result = run("build")
    assert result.exit_code == 1
    assert "c.csv:2: no place 'Nusa Entah' in the gazetteer" in result.output
    Path("c.csv").write_text("text,is\nKudus,not a place\n", encoding="utf-8")
    assert build() == ALL


@pytest.mark.parametrize("ui", ["id", "en"])
@pytest.mark.parametrize("in_folder", [True, False])
def test_a_first_project_file_can_be_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ui: str, in_folder: bool
) -> None:
    monkeypatch.chdir(tmp_path)
    article = tmp_path / ("banjir.txt" if in_folder else "articles/banjir.txt")
    article.parent.mkdir(exist_ok=True)
    article.write_text("Air naik di Demak.\n", encoding="utf-8")
    assert build("--init", "--ui", ui) == ["petakan.toml"]
    assert [line.endswith(": written") for line in build()] == [True, True]
    assert run_main(monkeypatch, "build", "--init") == 1


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("articles = [", "petakan.toml: not TOML: "),
        ('articles = "a"\n', "petakan.toml: outputs: missing or empty; see petakan build --init"),
        ("outputs = []\n", "petakan.toml: articles: missing or empty"),
        ('artikel = "a"\n', "petakan.toml: artikel: no such key; petakan knows articles, title, ui"),
        ("articles = [3]\n", "petakan.toml: articles: must be a text"),
        ('articles = "a\\u0000b"\n', "petakan.toml: articles: must be a text"),
        ('title = ""\n', "petakan.toml: title: must be a text"),
        ("least = 2\n", "petakan.toml: least: must be a number from 0 to 1"),
        ("once = 1\n", "petakan.toml: once: write true or false"),
        ('[[outputs]]\nfile = "a.html"\nsize = "1x1"\n', 'petakan.toml: outputs[1]: size: no such key of what = "map"'),
        ('[[outputs]]\nfile = "a.svg"\nsize = "1x1"\n', "petakan.toml: outputs[1]: size: 1x1: width x height, each"),
        (
            '[[outputs]]\nfile = "a.html"\ntiles = "Mars"\n',
            "petakan.toml: outputs[1]: tiles: Mars: no such",
        ),
        ('[[outputs]]\nfile = "a.csv"\nareas = true\n', "petakan.toml: outputs[1]: areas: csv has no areas"),
        ('[[outputs]]\nfile = "a.csv"\nusage = "x"\n', "petakan.toml: outputs[1]: usage: 'x' is not known here"),
        ('ui = "fr"\n', "petakan.toml: ui: 'fr' is not known here; write id or en"),
        ('outputs = "peta.html"\n', "petakan.toml: outputs: must be tables"),
        ('[[outputs]]\nas = "csv"\n', "petakan.toml: outputs[1]: file: missing"),
        (
            '[[outputs]]\nfile = "a.html"\n[[outputs]]\nfile = "a.html"\n',
            "petakan.toml: outputs[2]: file: a.html is made",
        ),
        ('[[outputs]]\nfile = "a.xyz"\n', "petakan.toml: outputs[1]: a.xyz: nothing that petakan makes"),
        (
            '[[outputs]]\nfile = "a.csv"\nas = "html"\nwhat = "places"\n',
            "petakan.toml: outputs[1]: 'html' is no format of petakan; places can",
        ),
    ],
)
def test_a_project_that_cannot_be_is_told_by_its_key(content: str, message: str) -> None:
    Path("petakan.toml").write_text(content, encoding="utf-8")
    with pytest.raises(ProjectError) as told:
        read_project(Path("petakan.toml"))
    assert str(told.value).startswith(message)
    assert "\n" not in str(told.value)


def test_a_project_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match="petakan build --init"):
        read_project(tmp_path / "petakan.toml")
    (tmp_path / "petakan.toml").write_bytes(b'title = "\xff"\n')
    with pytest.raises(ProjectError, match="not UTF-8 at offset 9"):
        read_project(tmp_path / "petakan.toml")


@pytest.mark.usefixtures("folder")
def test_files_that_the_project_names_must_be_there(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("c.csv").unlink()
    assert run_main(monkeypatch, "build") == 1
    assert "petakan: petakan.toml: corrections: c.csv: no such file; correct the name, or" in capsys.readouterr().err
    Path("out").write_text("", encoding="utf-8")
    Path("petakan.toml").write_text(PROJECT.replace('corrections = "c.csv"', ""), encoding="utf-8")
    assert run_main(monkeypatch, "build") == 1
    assert "out: no folder can be made here (File exists)" in capsys.readouterr().err


def test_a_project_is_what_its_file_says(folder: Path) -> None:
    assert read_project(folder / "petakan.toml") == Project(
        file=str(folder / "petakan.toml"),
        articles=("articles",),
        title="Banjir di Kudus",
        corrections=("c.csv",),
        outputs=(
            Output(file="peta.html", kind=Kind.MAP, form="html"),
            Output(file="out/tempat.csv", kind=Kind.PLACES, form="csv"),
            Output(file="sebutan.txt", kind=Kind.MENTIONS, form="table"),
        ),
    )


@pytest.mark.parametrize(
    ("file", "what", "form", "expected"),
    [
        ("PETA.HTM", None, None, (Kind.MAP, "html")),
        ("a.json", None, None, (Kind.PLACES, "json")),
        ("a.jsonl", None, None, (Kind.PLACES, "jsonl")),
        ("a.dat", None, "geojson", (Kind.PLACES, "geojson")),
        ("a.txt", "mentions", None, (Kind.MENTIONS, "table")),
        ("a.csv", "mentions", None, (Kind.MENTIONS, "csv")),
        ("a.tei", None, None, (Kind.MENTIONS, "tei")),
        ("a.dat", None, "tei", (Kind.MENTIONS, "tei")),
        ("a.storymap.json", None, None, (Kind.PLACES, "storymapjs")),
        ("a.PDF", None, None, (Kind.PICTURE, "pdf")),
        ("story.toml", None, None, (Kind.STORY, "toml")),
    ],
)
def test_what_a_file_shows_is_told_by_its_ending(
    file: str, what: str | None, form: str | None, expected: tuple[Kind, str]
) -> None:
    assert kind_of(file, what, form) == expected


@pytest.mark.parametrize(
    ("file", "what", "form", "message"),
    [
        ("a", None, None, "a: nothing that petakan makes has this ending; name what and as"),
        ("a.csv", None, "docx", "docx: nothing that petakan makes is called so; places: table, csv"),
        ("a.csv", "picture", None, "a.csv: picture can be written as svg, png, pdf, and not as csv"),
        ("a.tei", "places", None, "a.tei: no format of places has this ending"),
    ],
)
def test_what_a_file_cannot_show(file: str, what: str | None, form: str | None, message: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(message)}"):
        kind_of(file, what, form)


PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII="


@pytest.mark.usefixtures("folder")
def test_a_storyline_and_its_pictures_go_into_the_page_and_the_picture_is_drawn() -> None:
    Path("foto.png").write_bytes(base64.b64decode(PIXEL))
    story = 'title = "Alur Bu Rini"\n[[chapter]]\ntitle = "Air naik"\nplaces = ["Kudus"]\nimage = "foto.png"\n'
    Path("story.toml").write_text(story, encoding="utf-8")
    outputs = '[[outputs]]\nfile = "peta.html"\n[[outputs]]\nfile = "peta.svg"\n'
    Path("petakan.toml").write_text(f'articles = "articles"\nstoryline = "story.toml"\n{outputs}', encoding="utf-8")
    made, left = ([f"{file}: {done}" for file in ("peta.html", "peta.svg")] for done in ("written", "unchanged"))
    assert build() == made
    page = Path("peta.html").read_text("utf-8")
    assert "<title>Alur Bu Rini</title>" in page
    assert run("map", "articles", "--story", "story.toml", "-o", "other.html").exit_code == 0
    assert Path("other.html").read_text("utf-8") == page
    assert run("picture", "articles", "-o", "other.svg").exit_code == 0
    assert Path("other.svg").read_bytes() == Path("peta.svg").read_bytes()
    assert build() == left
    Path("foto.png").write_bytes(base64.b64decode(PIXEL) + b"\0")
    assert build() == made
    Path("story.toml").write_text("title = [", encoding="utf-8")
    result = run("build")
    assert result.exit_code == 1
    assert isinstance(result.exception, StoryError)


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("article", ["https://example.org/a", "-"])
def test_articles_that_may_be_others_each_time_are_refused(article: str) -> None:
    Path("petakan.toml").write_text(PROJECT.replace('"articles"', f'"{article}"'), encoding="utf-8")
    result = run("build")
    assert isinstance(result.exception, ProjectError)
    assert f"articles: {article}: may be another one each time" in str(result.exception)


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("form", ["png", "pdf"])
def test_pictures_for_print(form: str) -> None:
    pytest.importorskip("typst")
    outputs = f'articles = "articles"\n[[outputs]]\nfile = "peta.{form}"\n'
    Path("petakan.toml").write_text(outputs, encoding="utf-8")
    assert build() == [f"peta.{form}: written"]
    assert Path(f"peta.{form}").read_bytes()[:4] in {b"\x89PNG", b"%PDF"}


def outputs_of(more: str) -> list[str]:
    """What is told when these lines stand in the project after its articles."""
    Path("petakan.toml").write_text(f'articles = "articles"\ncredit = "Kelas 8B"\n{more}', encoding="utf-8")
    return build()


@pytest.mark.usefixtures("folder")
def test_the_options_of_an_output_are_those_of_its_command() -> None:
    told = outputs_of("""
        [[outputs]]
        file = "p.html"
        view = "reader"
        basemap = "110m"
        tiles = "un clearmap"
        [[outputs]]
        file = "p.svg"
        size = "800x600"
        projection = "world"
        [[outputs]]
        file = "p.geojson"
        areas = true
        usage = "literal"
        [[outputs]]
        file = "m.csv"
        what = "mentions"
        usage = "associative"
    """)
    assert told == [f"{file}: written" for file in ("p.html", "p.svg", "p.geojson", "m.csv")]
    for made, command, *options in (
        ("p.html", "map", "--view", "reader", "--basemap", "110m", "--tiles", "UN.ClearMap", "--credit", "Kelas 8B"),
        ("p.svg", "picture", "--size", "800x600", "--projection", "world"),
        ("p.geojson", "places", "--areas", "--usage", "literal"),
        ("m.csv", "mentions", "--usage", "associative"),
    ):
        assert run(command, "articles", *options, "-o", f"other.{made}").exit_code == 0
        assert Path(made).read_bytes() == Path(f"other.{made}").read_bytes()


@pytest.mark.usefixtures("folder")
def test_a_story_is_drafted_once_and_told_by_its_page() -> None:
    project = 'storyline = "s.toml"\n[[outputs]]\nfile = "p.html"\n[[outputs]]\nfile = "s.toml"\n'
    assert outputs_of(project) == ["p.html: written", "s.toml: written"]
    assert outputs_of(project) == ["p.html: unchanged", "s.toml: unchanged"]
    story = Path("s.toml")
    edited = story.read_text("utf-8") + '\n[[chapter]]\ntitle = "Rawa Entah"\n'
    story.write_text(edited, encoding="utf-8")
    assert build("--force") == ["p.html: written", "s.toml: unchanged"]
    story.write_text(f"# x\n{edited}", encoding="utf-8")
    assert build() == ["p.html: written", "s.toml: unchanged"]
    assert "Rawa Entah" in Path("p.html").read_text("utf-8")
    story.unlink()
    assert build() == ["p.html: written", "s.toml: written"]


@pytest.mark.usefixtures("folder")
def test_what_is_unsure_and_what_is_told_twice_can_be_left_out() -> None:
    for name in ("banjir", "salinan"):
        text = f"Banjir di Kudus\n\nAir naik di Demak dan di Jepara {'sejak hujan deras turun di hulu sungai ' * 9}.\n"
        Path(f"articles/{name}.txt").write_text(text, encoding="utf-8")
    table = '[[outputs]]\nfile = "p.json"\n'
    outputs_of(table)
    twice = json.loads(Path("p.json").read_text("utf-8"))
    outputs_of(f"once = true\n{table}")
    once = json.loads(Path("p.json").read_text("utf-8"))
    assert [one["mentions"] for one in twice] == [2 * one["mentions"] for one in once] != []
    outputs_of(f"least = 1\n{table}")
    assert json.loads(Path("p.json").read_text("utf-8")) == []


@pytest.mark.usefixtures("folder")
def test_what_a_project_makes_is_no_article_of_its_own() -> None:
    Path("articles/tanah.txt").write_text("Tanah longsor di Jepara.\n", encoding="utf-8")
    outputs = '[[outputs]]\nfile = "articles/peta.html"\n[[outputs]]\nfile = "articles/tanah.csv"\n'
    outputs_of(outputs)
    assert outputs_of(outputs) == ["articles/peta.html: unchanged", "articles/tanah.csv: unchanged"]
    Path("petakan.toml").write_text(f'articles = "articles/peta.html"\n{outputs}', encoding="utf-8")
    result = run("build")
    assert isinstance(result.exception, ProjectError)
    assert "articles: these are outputs of the project; name the articles" in str(result.exception)
