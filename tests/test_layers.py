"""What may know of what; read from the source, so that code that no test runs is checked too."""

import ast
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

import pytest

ROOT: Final = Path(__file__).parents[1]
LIBRARY: Final = ("gazetteer", "geo")

# Run by hand, or by the build: what they print is their result
SCRIPTS: Final = ("gazetteer.build_hook", "gazetteer.extract", "geo.extract_words", "maps.extract_basemap")

# What maps may know of geo. Each gives public mentions only, or holds no place at all
OPEN_TO_MAPS: Final = {
    "geo.article",
    "geo.clauses",
    "geo.corrections",
    "geo.evaluation",
    "geo.explain",
    "geo.explain_rest",
    "geo.features",
    "geo.geoparsed",
    "geo.not_places",  # names that are none, and no positions
    "geo.phrases",
    "geo.pipeline",
    "geo.policy",
    "geo.readers",
    "geo.records",
    "geo.region",
    "geo.sentences",
    "geo.tally",
}
OPEN_NAMES: Final = {"geo.mention": {"Candidate", "Evidence", "Usage"}}

READS_OR_RUNS: Final = {
    "Gazetteer",
    "connect",
    "getenv",
    "open",
    "popen",
    "read_bytes",
    "read_text",
    "run",
    "system",
}


class Module(NamedTuple):
    name: str
    tree: ast.Module

    @property
    def is_script(self) -> bool:
        return any(self.name == script or self.name.startswith(f"{script}.") for script in SCRIPTS)


def modules(*packages: str) -> Iterator[Module]:
    for package in packages:
        for path in sorted((ROOT / package).rglob("*.py")):
            name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
            yield Module(name, ast.parse(path.read_text(encoding="utf-8")))


def imported(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Modules and the names taken from them; the name is empty where the whole module is imported."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative imports hide what is imported"
            yield from ((node.module or "", alias.name) for alias in node.names)


def called(node: ast.AST) -> Iterator[str]:
    """Names of what is called within ``node``, without what they are attributes of."""
    for call in (found for found in ast.walk(node) if isinstance(found, ast.Call)):
        if isinstance(call.func, ast.Name):
            yield call.func.id
        elif isinstance(call.func, ast.Attribute):
            yield call.func.attr


def is_open_to_maps(module: str, name: str) -> bool:
    if module in OPEN_NAMES:
        return name in OPEN_NAMES[module]
    # "from geo import policy" names a module, "from geo.policy import publish" something in it
    whole = f"{module}.{name}" if module == "geo" else module
    return any(whole == one or whole.startswith(f"{one}.") for one in OPEN_TO_MAPS)


def test_only_the_policy_makes_a_public_mention() -> None:
    makers = {
        module.name for module in modules("gazetteer", "geo", "maps") if "PublicMention" in set(called(module.tree))
    }
    assert makers == {"geo.policy"}


def test_nobody_else_has_the_key_to_the_door() -> None:
    for module in modules("gazetteer", "geo", "maps"):
        names = {node.id for node in ast.walk(module.tree) if isinstance(node, ast.Name)}
        names |= {node.attr for node in ast.walk(module.tree) if isinstance(node, ast.Attribute)}
        names |= {name for _, name in imported(module.tree)}
        assert "_DOOR" not in names or module.name == "geo.policy", module.name


def test_maps_knows_nothing_that_is_not_public() -> None:
    for module in modules("maps"):
        of_geo = [(source, name) for source, name in imported(module.tree) if source.split(".")[0] == "geo"]
        assert [one for one in of_geo if not is_open_to_maps(*one)] == [], module.name


@pytest.mark.parametrize(
    ("source", "name", "is_open"),
    [
        ("geo.policy", "PublicMention", True),
        ("geo.readers.files", "read_articles", True),
        ("geo", "pipeline", True),
        ("geo.mention", "Usage", True),
        ("geo.mention", "Facility", False),
        ("geo.mention", "", False),
        ("geo", "mention", False),
        ("geo.resolution", "ArticleResolver", False),
        ("geo.policymaking", "x", False),
        ("geo", "", False),
    ],
)
def test_how_the_check_of_maps_reads_an_import(source: str, name: str, is_open: bool) -> None:
    assert is_open_to_maps(source, name) is is_open


def test_the_library_never_prints() -> None:
    for module in modules(*LIBRARY):
        if module.is_script or module.name.endswith(".__main__"):
            continue
        assert "print" not in set(called(module.tree)), module.name
        streams = {node.attr for node in ast.walk(module.tree) if isinstance(node, ast.Attribute)}
        assert streams.isdisjoint({"stdout", "stderr"}), module.name


def test_an_import_does_no_work() -> None:
    allowed = (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.ClassDef, ast.Assign, ast.AnnAssign, ast.If)
    for module in modules("gazetteer", "geo", "maps"):
        for node in module.tree.body:
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
                continue  # a docstring
            if isinstance(node, ast.Expr) and ast.unparse(node.value).startswith("app.add_typer("):
                continue  # a command is registered, as the decorators of the others do
            assert isinstance(node, allowed), f"{module.name}:{node.lineno}"
            if isinstance(node, ast.Assign | ast.AnnAssign):
                assert READS_OR_RUNS.isdisjoint(called(node)), f"{module.name}:{node.lineno}"
            if isinstance(node, ast.If):
                assert ast.unparse(node.test) in {"TYPE_CHECKING", "__name__ == '__main__'"}, module.name


def test_no_module_has_state_that_functions_change() -> None:
    for module in modules("gazetteer", "geo", "maps"):
        assert not any(isinstance(node, ast.Global) for node in ast.walk(module.tree)), module.name


@pytest.mark.parametrize("host", ["example.org", "192.0.2.1", "2001:db8::1"])
def test_tests_cannot_reach_the_network(host: str) -> None:
    with pytest.raises(RuntimeError, match="works without a network"):
        socket.create_connection((host, 80), timeout=1)
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as stranger, pytest.raises(RuntimeError):
        stranger.connect((host, 80))


def test_tests_can_reach_this_machine() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname(), timeout=5).close()
