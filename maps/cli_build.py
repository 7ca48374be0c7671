"""The command ``petakan build``: remake all outputs of a project file."""

from contextlib import chdir
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from gazetteer.errors import OutputError
from gazetteer.ranking import Language

if TYPE_CHECKING:
    from maps.project import Output, Project

_FIRST: Final = {
    "id": """\
# Proyek petakan: jalankan "petakan build" di folder ini untuk membuat semua berkas di bawah.
# Baris yang diawali tanda # tidak dibaca. Nama berkas dihitung dari folder berkas ini.

articles = {articles}      # berkas atau folder artikel
# title = "Judul peta"
ui = "id"                    # bahasa halaman dan nama tempat: id atau en
# corrections = "corrections.csv"      # dibuat dengan: petakan correct ARTIKEL
# storyline = "story.toml"             # dibuat dengan: petakan story ARTIKEL --init story.toml
# gazetteer = "desa.sqlite"            # dibuat dengan: petakan gazetteer build

[[outputs]]
file = "peta.html"

[[outputs]]
file = "tempat.csv"          # tempat-tempatnya: .csv, .xlsx, .geojson, .kml dan lain-lain

# [[outputs]]
# file = "sebutan.jsonl"
# what = "mentions"          # map, picture, places atau mentions; tanpa baris ini: menurut akhiran nama
# as = "jsonl"               # formatnya; tanpa baris ini: menurut akhiran nama
""",
    "en": """\
# A project of petakan: run "petakan build" in this folder to make all the files below.
# Lines that begin with # are not read. Files are named from the folder of this file.

articles = {articles}      # files or folders of articles
# title = "Title of the map"
ui = "en"                    # language of the page and of place names: id or en
# corrections = "corrections.csv"      # made with: petakan correct ARTICLES
# storyline = "story.toml"             # made with: petakan story ARTICLES --init story.toml
# gazetteer = "villages.sqlite"        # made with: petakan gazetteer build

[[outputs]]
file = "map.html"

[[outputs]]
file = "places.csv"          # the places: .csv, .xlsx, .geojson, .kml and more

# [[outputs]]
# file = "mentions.jsonl"
# what = "mentions"          # map, picture, places or mentions; without it, by the ending of the name
# as = "jsonl"               # the format; without it, by the ending of the name
""",
}


def build(
    project: Annotated[Path, typer.Argument(metavar="PROJECT", help="The project file.")] = Path("petakan.toml"),
    init: Annotated[bool, typer.Option("--init", help="Write a first project file, with comments.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Remake what has not changed, too.")] = False,
    ui: Annotated[Language, typer.Option(help="Language of the comments that --init writes.")] = "id",
) -> None:
    """Make all outputs that a project file names; what would come out the same is left as it is.

    The project names the articles, title, ui, corrections, storyline, gazetteer, and the outputs: each a file, and
    if need be what it shows (map, picture, places, mentions) and in which format. What was made from what is kept in
    .petakan-state.json beside it.

    \b
    Examples:
      petakan build --init
      petakan build
      petakan build kelas/petakan.toml --force
    """
    from maps.output import write_atomically  # noqa: PLC0415 - costs time that only this command pays
    from maps.project import read_project  # noqa: PLC0415

    if init:
        if project.exists():
            raise OutputError(f"{project}: is there already; name another file, so that nothing you wrote is lost")
        write_atomically(project, _FIRST[ui].format(articles=_articles_beside(project.parent)))
        typer.echo(str(project))
        return
    wanted = read_project(project)
    with chdir(project.parent):  # so that all files are named alike, wherever it is run from
        _build(wanted, force=force)


def _articles_beside(folder: Path) -> str:
    """Where the articles seem to be: in the folder itself, beside what is made of them, or in one of its own."""
    return '["*.txt"]' if any(folder.glob("*.txt")) else '["articles"]'


def _build(project: "Project", *, force: bool) -> None:
    from geo.readers.files import article_files  # noqa: PLC0415 - see above
    from maps.project_state import STATE_NAME, State, digest_of, inputs_of  # noqa: PLC0415

    path = Path(STATE_NAME)
    state = State.read(path)
    inputs = inputs_of(project, article_files(project.articles))
    digests = {output: digest_of(inputs, output) for output in project.outputs}
    stale = [one for one in project.outputs if force or not state.is_current(one, digests[one])]
    failed = bool(stale) and _make(project, stale)
    for output in project.outputs:
        if output in stale and not failed:  # else it is made again, so that what is wrong is told again
            state.note(output, digests[output])
        typer.echo(f"{output.file}: {'written' if output in stale else 'unchanged'}")
    if failed:
        raise typer.Exit(1)
    state.write(path, project.outputs)


def _make(project: "Project", outputs: "list[Output]") -> bool:
    """Write the outputs; whether an article or a correction failed."""
    from maps.cli_reading import Reading  # noqa: PLC0415 - see above
    from maps.cli_run import Run  # noqa: PLC0415
    from maps.output import write_atomically  # noqa: PLC0415
    from maps.project_outputs import Setting, write_output  # noqa: PLC0415

    gazetteers, corrections = ([Path(one) for one in named] for named in (project.gazetteer, project.corrections))
    run = Run(gazetteers, Reading(), corrections=corrections)
    parsed = list(run.geoparse(list(project.articles)))
    storyline = None if project.storyline is None else Path(project.storyline)
    setting = Setting(title=project.title, ui=project.ui, storyline=storyline)
    for output in outputs:
        target = Path(output.file)
        content = write_output(output.kind, output.form, parsed, setting)
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise OutputError(f"{target.parent}: no folder can be made here ({error.strerror})") from error
        write_atomically(target, content)
    return run.failed
