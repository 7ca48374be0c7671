"""The commands ``petakan gazetteer build`` and ``petakan gazetteer info``."""

import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gazetteer.index import Gazetteer

if TYPE_CHECKING:
    from gazetteer.user_inputs import Tally

gazetteer_app = typer.Typer(
    name="gazetteer", no_args_is_help=True, rich_markup_mode=None, help="Build a gazetteer of your own, or look at one."
)


@gazetteer_app.command()
def build(
    geonames: Annotated[
        Path | None, typer.Option(help="GeoNames' allCountries.zip, or a country's file (ID.zip, ID.txt).")
    ] = None,
    alternate_names: Annotated[Path | None, typer.Option(help="GeoNames' alternateNamesV2.zip.")] = None,
    admin1: Annotated[Path | None, typer.Option(help="GeoNames' admin1CodesASCII.txt.")] = None,
    admin2: Annotated[Path | None, typer.Option(help="GeoNames' admin2Codes.txt.")] = None,
    country_info: Annotated[Path | None, typer.Option(help="GeoNames' countryInfo.txt.")] = None,
    csv: Annotated[
        list[Path] | None,
        typer.Option(help="A table: name, lat, lon, level[, id, country, names, population, radius_km]."),
    ] = None,
    geojson: Annotated[list[Path] | None, typer.Option(help="Points or areas with the same properties.")] = None,
    output: Annotated[Path, typer.Option("--output", "-o", help="The file to write.")] = Path("gazetteer.sqlite"),
    only: Annotated[bool, typer.Option("--only", help="To be used alone, not over the default gazetteer.")] = False,
) -> None:
    """Build a gazetteer file from GeoNames, CSV or GeoJSON: countries, units, towns, seas, ranges; never sites.

    The small files of GeoNames and the alternate names are taken from the folder of --geonames if they lie there.

    \b
    Examples:
      petakan gazetteer build --geonames allCountries.zip -o world.sqlite
      petakan gazetteer build --csv desa.csv --geojson laut.geojson
      petakan gazetteer build --geonames ID.zip --only
    """
    from gazetteer.user_build import build_user_gazetteer  # noqa: PLC0415 - costs time that only this command pays
    from gazetteer.user_inputs import Inputs  # noqa: PLC0415

    if geonames is None and not csv and not geojson:
        raise typer.BadParameter("give --geonames, --csv or --geojson")
    inputs = Inputs(
        geonames=geonames,
        alternate_names=alternate_names,
        admin1=admin1,
        admin2=admin2,
        country_info=country_info,
        csv=tuple(csv or ()),
        geojson=tuple(geojson or ()),
    ).with_companions()
    progress = _Progress()
    with ExitStack() as opened:
        base = None if only else opened.enter_context(Gazetteer.open())
        try:
            tally = build_user_gazetteer(output, inputs, base=base, progress=progress)
        finally:
            progress.clear()
    _tell(output, tally)


def _tell(output: Path, tally: "Tally") -> None:
    typer.echo(f"{output}: {tally.places:,} places, {tally.names:,} names")
    if tally.left_out:
        left_out = ", ".join(f"{letter or '-'} {count:,}" for letter, count in sorted(tally.left_out.items()))
        typer.echo(f"left out as sites, roads or of no note, by feature class: {left_out}")


@gazetteer_app.command()
def info(
    gazetteer: Annotated[list[Path] | None, typer.Option(help="A gazetteer file; without it, the default one.")] = None,
    conflicts: Annotated[bool, typer.Option("--conflicts", help="List every conflict between the sources.")] = False,
) -> None:
    """Show what a gazetteer holds: places by level, names, size, and its sources with version, licence and records.

    \b
    Examples:
      petakan gazetteer info
      petakan gazetteer info --gazetteer world.sqlite
    """
    paths: list[Path | None] = [*(gazetteer or ())]
    for path in paths or [None]:
        with Gazetteer.open() if path is None else Gazetteer(path) as opened:
            _show(opened, list_conflicts=conflicts)


def _show(gazetteer: Gazetteer, *, list_conflicts: bool) -> None:
    typer.echo(f"{gazetteer.path}: {gazetteer.path.stat().st_size / 1e6:.1f} MB")
    typer.echo(f"places\t{int(gazetteer.facts['places']):,}")
    unplaced = gazetteer.unplaced()
    for level, count in gazetteer.counts().items():
        without = f"\t{unplaced[level]:,} without a position" if level in unplaced else ""
        typer.echo(f"  {level.value}\t{count:,}{without}")
    typer.echo(f"names\t{int(gazetteer.facts['names']):,}")
    typer.echo("source\tversion\tlicence\trecords")
    for source in gazetteer.sources():
        typer.echo("\t".join((source["name"], source["version"], source["licence"], f"{int(source['records']):,}")))
    notes = gazetteer.notes()
    for kind, about, number in notes:
        if kind != "conflict":
            typer.echo(f"{kind}\t{about}\t{number:,}")
    typer.echo(f"conflicts\t{int(gazetteer.facts['conflicts']):,}")
    for kind, about, _ in notes if list_conflicts else ():
        if kind == "conflict":
            typer.echo(f"  {about}")


class _Progress:
    """One line on a terminal that tells how far the build is; nothing where nobody watches."""

    def __init__(self) -> None:
        self._is_shown = sys.stderr.isatty()

    def __call__(self, what: str, share: float) -> None:
        """Show what is being done, and the share of it that is done (0 to 1; 0 where it cannot be told)."""
        if self._is_shown:
            done = f"{share:4.0%}" if share else ""
            sys.stderr.write(f"\r\x1b[K{what} {done}")
            sys.stderr.flush()

    def clear(self) -> None:
        """Leave the line empty."""
        if self._is_shown:
            sys.stderr.write("\r\x1b[K")
