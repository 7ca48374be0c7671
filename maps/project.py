"""The project file ``petakan.toml``: which articles, and all that is to be made of them."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from gazetteer.errors import ProjectError
from gazetteer.ranking import Language
from geo.policy import LEAST
from geo.readers.walk import STANDARD_INPUT, Named, walk
from maps.project_keys import Check, checked, flag, one_of, share, text, texts
from maps.project_outputs import Output, read_output


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """What a project file says; paths are relative to its folder.

    Attributes:
        title: of pages and pictures; None for that of the article.
        ui: language of the pages and of place names.
        credit: who made the pages.
        least: mentions less probable than this are left out.
        storyline: what the pages tell, instead of chapters by rule.
        once: of articles that are nearly the same, only the first is taken.
    """

    file: str
    articles: tuple[str, ...]
    outputs: tuple[Output, ...]
    title: str | None = None
    ui: Language = "id"
    credit: str = ""
    corrections: tuple[str, ...] = ()
    storyline: str | None = None
    gazetteer: tuple[str, ...] = ()
    least: float = LEAST
    once: bool = False

    def article_files(self) -> tuple[Path, ...]:
        """The files of the articles, without those of the project that lie among them.

        Raises:
            ArticleError: something named is not there, or a folder holds no article.
            ProjectError: an article may be another one each time, or all are what belongs to the project.
        """
        others = {Path(one).resolve() for one in (*self.corrections, *self.gazetteer)}
        others |= {Path(one.file).resolve() for one in self.outputs}
        named = map(self._file, walk(self.articles).files)
        files = tuple(one for one in named if one.resolve() not in others)
        if not files:
            raise ProjectError(f"{self.file}: articles: these are outputs of the project; name the articles")
        return files

    def _file(self, named: Named) -> Path:
        if isinstance(named, Path) and str(named) != STANDARD_INPUT:
            return named
        source = STANDARD_INPUT if isinstance(named, Path) else named.url
        raise ProjectError(f"{self.file}: articles: {source}: may be another one each time; save it and name the file")


def read_project(path: Path) -> Project:
    """Read and check a project file.

    Raises:
        ProjectError: it is not there, not TOML, or says what it cannot; one line that names the key.
        MissingExtraError: an output needs a library that is not installed.
    """
    try:
        content = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise ProjectError(
            f"{path}: cannot be read ({error.strerror}); write a first one with petakan build --init"
        ) from error
    except UnicodeDecodeError as error:
        raise ProjectError(f"{path}: not UTF-8 at offset {error.start}; save the file as UTF-8") from error
    try:
        return _project(tomllib.loads(content), str(path))
    except tomllib.TOMLDecodeError as error:
        raise ProjectError(f"{path}: not TOML: {error}; texts stand in quotation marks") from error


def _project(table: Mapping[str, Any], where: str) -> Project:
    keys: dict[str, Check] = {
        "articles": texts,
        "title": text,
        "ui": one_of(*get_args(Language)),
        "credit": text,
        "corrections": texts,
        "storyline": text,
        "gazetteer": texts,
        "least": share,
        "once": flag,
        "outputs": _outputs,
    }
    values = checked(table, keys, where)
    for needed in ("articles", "outputs"):
        if not values.get(needed):
            raise ProjectError(f"{where}: {needed}: missing or empty; see petakan build --init for an example")
    return Project(file=where, **values)


def _outputs(value: Any, where: str) -> tuple[Output, ...]:
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        raise ProjectError(f'{where}: must be tables; write [[outputs]] and below it file = "peta.html"')
    outputs = tuple(read_output(one, f"{where}[{number}]") for number, one in enumerate(value, start=1))
    files = [one.file for one in outputs]
    for number, file in enumerate(files, start=1):
        if file in files[: number - 1]:
            raise ProjectError(f"{where}[{number}]: file: {file} is made twice; give each output a name of its own")
    return outputs
