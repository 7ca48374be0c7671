"""The command ``petakan build``: remake all outputs of a project file."""

import json
from collections.abc import Sequence
from contextlib import chdir
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from gazetteer.errors import OutputError
from gazetteer.ranking import Language
from geo.geoparsed import GeoparsedArticle
from maps.cli_reading import Reading
from maps.cli_run import Run
from maps.output import write_atomically

if TYPE_CHECKING:
    from maps.project import Project
    from maps.project_outputs import Output

_TEXTS: Final = frozenset({".txt", ".md", ".docx", ".odt", ".pdf", ".epub"})
"""Endings of files that are more likely articles than anything made of them."""

_FIRST: Final = {
    "id": """\
# Proyek petakan: jalankan "petakan build" di folder ini untuk membuat semua berkas di bawah.
# Baris yang diawali tanda # tidak dibaca. Nama berkas dihitung dari folder berkas ini.

articles = {articles}      # berkas atau folder artikel
# title = "Judul peta"
# credit = "Kelas 8B"        # siapa yang membuat halaman ini
ui = "id"                    # bahasa halaman dan nama tempat: id atau en
# corrections = "corrections.csv"      # dibuat dengan: petakan correct ARTIKEL
# storyline = "story.toml"             # dibuat dengan: petakan story ARTIKEL --init story.toml
# gazetteer = "desa.sqlite"            # dibuat dengan: petakan gazetteer build
# least = 0.6                # sebutan yang kurang pasti dari ini tidak dipetakan

[[outputs]]
file = "peta.html"

[[outputs]]
file = "tempat.csv"          # .csv, .xlsx, .geojson, .kml, …: tempat-tempatnya

# [[outputs]]
# file = "peta.svg"          # .svg, .png, .pdf: peta untuk dicetak

# [[outputs]]
# file = "sebutan.jsonl"
# what = "mentions"          # map, picture, story, places atau mentions; tanpa baris ini: menurut akhiran nama
# as = "jsonl"               # formatnya; tanpa baris ini: menurut akhiran nama
""",
    "en": """\
# A project of petakan: run "petakan build" in this folder to make all the files below.
# Lines that begin with # are not read. Files are named from the folder of this file.

articles = {articles}      # files or folders of articles
# title = "Title of the map"
# credit = "Class 8B"        # who made the page
ui = "en"                    # language of the page and of place names: id or en
# corrections = "corrections.csv"      # made with: petakan correct ARTICLES
# storyline = "story.toml"             # made with: petakan story ARTICLES --init story.toml
# gazetteer = "villages.sqlite"        # made with: petakan gazetteer build
# least = 0.6                # mentions less probable than this are left out

[[outputs]]
file = "map.html"

[[outputs]]
file = "places.csv"          # .csv, .xlsx, .geojson, .kml, …: the places

# [[outputs]]
# file = "map.svg"           # .svg, .png, .pdf: a map for print

# [[outputs]]
# file = "mentions.jsonl"
# what = "mentions"          # map, picture, story, places or mentions; without it, by the ending of the name
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

    The project names the articles, title, ui, credit, corrections, storyline, gazetteer, least, once, and the outputs:
    each a file, and if need be what it shows (map, picture, places, mentions, story), as which format, and the options
    of that command: view, basemap, tiles; size, projection; areas, usage. A story is only drafted where there is none.
    What was made from what is kept in .petakan-state.json beside it.

    \b
    Examples:
      petakan build --init
      petakan build
      petakan build kelas/petakan.toml --force
    """
    from maps.project import read_project  # noqa: PLC0415 - costs time that only this command pays

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
    beside = sorted(path.name for path in folder.glob("*") if path.suffix.lower() in _TEXTS)
    return json.dumps(beside or ["articles"], ensure_ascii=False)


def _build(project: "Project", *, force: bool) -> None:
    from maps.project_state import STATE_NAME, State, digest_of, inputs_of  # noqa: PLC0415 - see above

    path = Path(STATE_NAME)
    state = State.read(path)
    files = project.article_files()
    work = _Work(project, files)
    for story in (output for output in project.outputs if output.is_kept):
        if not Path(story.file).exists():  # never over what a person has edited; and a page may tell it
            work.make(story)
    inputs = inputs_of(project, files)
    digests = {output: digest_of(inputs, output) for output in project.outputs if not output.is_kept}
    for output, digest in digests.items():
        if force or not state.is_current(output, digest):
            work.make(output)
    for output in project.outputs:
        if output in work.made & digests.keys() and not work.failed:  # else it is made, and what is wrong told, again
            state.note(output, digests[output])
        typer.echo(f"{output.file}: {'written' if output in work.made else 'unchanged'}")
    if work.failed:
        raise typer.Exit(1)
    state.write(path, project.outputs)


class _Work:
    """What is made of a project's articles; they are read once, when the first output needs them."""

    def __init__(self, project: "Project", files: Sequence[Path]) -> None:
        self.made: set[Output] = set()
        self._project = project
        self._files = files
        self._run: Run | None = None

    @property
    def failed(self) -> bool:
        """Whether an article could not be read, or a correction not be done."""
        return self._run is not None and self._run.failed

    def make(self, output: "Output") -> None:
        """Write an output."""
        from maps.project_making import write_output  # noqa: PLC0415 - see above

        target = Path(output.file)
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise OutputError(f"{target.parent}: no folder can be made here ({error.strerror})") from error
        write_output(output, self._project, self._parsed)
        self.made.add(output)

    @cached_property
    def _parsed(self) -> list[GeoparsedArticle]:
        project = self._project
        self._run = Run(
            [Path(one) for one in project.gazetteer],
            Reading(once=project.once),
            corrections=[Path(one) for one in project.corrections],
            explained=any(output.tells_reasons for output in project.outputs),
            least=project.least,
        )
        return list(self._run.geoparse([str(one) for one in self._files]))
