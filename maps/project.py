"""The project file ``petakan.toml``: which articles, and all that is to be made of them."""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, get_args

from gazetteer.errors import ProjectError
from gazetteer.ranking import Language
from maps.project_outputs import Kind, forms_of, kind_of

FILE_NAME: Final = "petakan.toml"

_LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """One file to be made; paths are as the project has them, relative to its folder."""

    file: str
    kind: Kind
    form: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """What a project file says; paths are relative to its folder.

    Attributes:
        title: of the pages; None for that of the article.
        ui: language of the pages and of place names.
        storyline: what the pages tell, instead of chapters by rule.
    """

    articles: tuple[str, ...]
    outputs: tuple[Output, ...]
    title: str | None = None
    ui: Language = "id"
    corrections: tuple[str, ...] = ()
    storyline: str | None = None
    gazetteer: tuple[str, ...] = ()


def read_project(path: Path) -> Project:
    """Read and check a project file.

    Raises:
        ProjectError: it is not there, not TOML, or says what it cannot; one line that names the key.
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
    keys: dict[str, Callable[[Any, str], Any]] = {
        "articles": _texts,
        "title": _text,
        "ui": _language,
        "corrections": _texts,
        "storyline": _text,
        "gazetteer": _texts,
        "outputs": _outputs,
    }
    values = _checked(table, keys, where)
    for needed in ("articles", "outputs"):
        if not values.get(needed):
            raise ProjectError(f"{where}: {needed}: missing or empty; see petakan build --init for an example")
    return Project(**values)


def _checked(table: Mapping[str, Any], keys: Mapping[str, Callable[[Any, str], Any]], where: str) -> dict[str, Any]:
    """The values of a table, each checked by its key."""
    for key in table:
        if key not in keys:
            raise ProjectError(f"{where}: {key}: no such key; petakan knows {', '.join(keys)}")
    return {key: keys[key](value, f"{where}: {key}") for key, value in table.items()}


def _text(value: Any, where: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ProjectError(f"{where}: must be a text; write it in quotation marks")
    return value


def _texts(value: Any, where: str) -> tuple[str, ...]:
    """A text, or a list of texts."""
    return tuple(_text(one, where) for one in (value if isinstance(value, list) else [value]))


def _language(value: Any, where: str) -> str:
    if value not in _LANGUAGES:
        raise ProjectError(f"{where}: {value!r} is no language of the page; write {' or '.join(_LANGUAGES)}")
    return _text(value, where)


def _outputs(value: Any, where: str) -> tuple[Output, ...]:
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        raise ProjectError(f'{where}: must be tables; write [[outputs]] and below it file = "peta.html"')
    outputs = tuple(_output(one, f"{where}[{number}]") for number, one in enumerate(value, start=1))
    files = [one.file for one in outputs]
    for number, file in enumerate(files, start=1):
        if file in files[: number - 1]:
            raise ProjectError(f"{where}[{number}]: file: {file} is made twice; give each output a name of its own")
    return outputs


def _output(table: Mapping[str, Any], where: str) -> Output:
    values = _checked(table, {"file": _text, "what": _text, "as": _text}, where)
    if "file" not in values:
        raise ProjectError(f'{where}: file: missing; name the file to write, such as file = "peta.html"')
    file, what, form = values["file"], values.get("what"), values.get("as")
    kind = kind_of(file, what, form)
    if kind is None:
        known = "; ".join(f"{one}: {', '.join(forms_of(one))}" for one in Kind)
        asked = ", ".join(f"{key} {value}" for key, value in values.items())
        raise ProjectError(f"{where}: {asked}: nothing that petakan makes; name what and as ({known})")
    return Output(file=file, kind=kind[0], form=kind[1])
