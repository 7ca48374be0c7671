"""``python -m gazetteer.extract``: fetch the packages, write the tables."""

import argparse
import sys
import tempfile
from pathlib import Path

from gazetteer.errors import PetakanError
from gazetteer.extract.admin1 import write_admin1
from gazetteer.extract.packages import fetch_packages
from gazetteer.extract.territories import write_territories

DATA = Path(__file__).parent.parent / "data"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m gazetteer.extract", description=__doc__)
    source = parser.add_mutually_exclusive_group()
    source.add_argument("--cache", type=Path, metavar="FOLDER", help="keep the packages here for another time")
    source.add_argument("--packages", type=Path, metavar="FOLDER", help="a node_modules folder that has them")
    parser.add_argument("--output", type=Path, metavar="FOLDER", default=DATA, help="default: gazetteer/data")
    return parser.parse_args()


def _write(packages: Path, output: Path) -> None:
    output.mkdir(parents=True, exist_ok=True)
    for path in (*write_territories(packages, output), *write_admin1(packages, output)):
        sys.stdout.write(f"{path.name}: {path.stat().st_size:,} bytes\n")


def main() -> int:
    """Write the tables; 0 when done, 1 when a package cannot be had or read."""
    arguments = _arguments()
    try:
        if arguments.packages is not None:
            _write(arguments.packages, arguments.output)
        elif arguments.cache is not None:
            _write(fetch_packages(arguments.cache), arguments.output)
        else:
            with tempfile.TemporaryDirectory() as folder:
                _write(fetch_packages(Path(folder)), arguments.output)
    except PetakanError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
