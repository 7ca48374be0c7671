"""What was made of a project, and from what: so that nothing is made again that would come out the same."""

import hashlib
import json
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from gazetteer.errors import ProjectError
from maps.output import write_atomically
from maps.project import Project
from maps.project_outputs import Output

STATE_NAME: Final = ".petakan-state.json"

_DEFAULT_GAZETTEER: Final = Path("data") / "gazetteer.sqlite"


@dataclass(slots=True)
class State:
    """Digests (SHA-256) of each output and of what it was made from, by the output's file name."""

    made: dict[str, dict[str, str]] = field(default_factory=dict)

    @classmethod
    def read(cls, path: Path) -> "State":
        """The state in a file; an empty one where there is none, or none that can be read."""
        try:
            made = json.loads(path.read_text(encoding="utf-8"))["outputs"]
            return cls({str(file): {"from": str(one["from"]), "file": str(one["file"])} for file, one in made.items()})
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return cls()

    def is_current(self, output: Output, inputs: str) -> bool:
        """Whether the output is there, was made from these inputs, and has not been touched since."""
        file = Path(output.file)
        known = self.made.get(output.file)
        return known is not None and known["from"] == inputs and file.is_file() and known["file"] == _of_file(file)

    def note(self, output: Output, inputs: str) -> None:
        """Remember that the output was made from these inputs."""
        self.made[output.file] = {"from": inputs, "file": _of_file(Path(output.file))}

    def write(self, path: Path, outputs: Iterable[Output]) -> None:
        """Write what is known of these outputs, if it is news.

        Raises:
            OutputError: it cannot be written.
        """
        kept = {one.file: self.made[one.file] for one in outputs if one.file in self.made}
        if kept != State.read(path).made:
            write_atomically(path, json.dumps({"outputs": kept}, ensure_ascii=False, indent=1) + "\n")


def inputs_of(project: Project, articles: Iterable[Path]) -> dict[str, Any]:
    """What all outputs of a project are made from, files as digests.

    Raises:
        ProjectError: a file that the project names is not there.
    """
    default = Path(str(files("gazetteer"))) / _DEFAULT_GAZETTEER
    file = project.file
    return {
        "petakan": version("petakan"),
        "gazetteer": [
            _of_file(default),
            *_of_files(project.gazetteer, f"{file}: gazetteer", "petakan gazetteer build"),
        ],
        "corrections": _of_files(project.corrections, f"{file}: corrections", "petakan correct"),
        "articles": [[str(one), _of_file(one)] for one in articles],
        "storyline": _of_storyline(project),
        "title": project.title,
        "ui": project.ui,
        "credit": project.credit,
        "least": project.least,
        "once": project.once,
    }


def digest_of(inputs: Mapping[str, Any], output: Output) -> str:
    """One digest of all that an output is made from."""
    whole = json.dumps({**inputs, "output": asdict(output)}, sort_keys=True)
    return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()


def _of_files(named: Iterable[str], where: str, maker: str) -> list[str]:
    digests = []
    for name in named:
        path = Path(name)
        if not path.is_file():
            raise ProjectError(f"{where}: {name}: no such file; correct the name, or make it with {maker}")
        digests.append(_of_file(path))
    return digests


def _of_storyline(project: Project) -> list[str]:
    """Digests of a storyline and of the pictures beside it that it shows."""
    named = project.storyline
    if named is None:
        return []
    digests = _of_files([named], f"{project.file}: storyline", "petakan story --init")
    folder = Path(named).parent
    try:
        chapters = tomllib.loads(Path(named).read_text("utf-8-sig")).get("chapter", [])
        pictures = [folder / chapter["image"] for chapter in chapters if "image" in chapter]
    except (OSError, ValueError, TypeError, AttributeError):
        pictures = []  # its reader tells what is wrong
    return [*digests, *map(_of_file, pictures)]


def _of_file(path: Path) -> str:
    """Digest of a file; "" for one that cannot be read, which its reader tells."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (OSError, ValueError):
        return ""
