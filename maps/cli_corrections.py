"""The option ``--corrections`` that several commands have."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gazetteer.layers import AnyGazetteer

if TYPE_CHECKING:
    from geo.corrections import Corrector

CorrectionFiles = Annotated[
    list[Path] | None,
    typer.Option(
        "--corrections", metavar="FILE", help="Corrections to apply (petakan correct, or a table of your own)."
    ),
]


def corrector_over(gazetteer: AnyGazetteer, paths: Sequence[Path]) -> "Corrector | None":
    """The corrections of these files over a gazetteer; None where there is no file.

    Raises:
        CorrectionError: a file is no file of corrections.
    """
    from geo.corrections import Corrector, read_corrections  # noqa: PLC0415 - costs time that only corrections pay

    return Corrector([read_corrections(path) for path in paths], gazetteer) if paths else None


def tell_problems(corrector: "Corrector | None") -> bool:
    """Tell on standard error what the corrections could not do; whether one of them failed."""
    problems = () if corrector is None else corrector.problems()
    for problem in problems:
        typer.echo(f"petakan: {problem.message}", err=True)
    return any(problem.failed for problem in problems)
