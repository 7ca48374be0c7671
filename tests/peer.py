"""flashgeotext over a folder of texts: a JSON line per article, as ``petakan mentions --as jsonl`` writes them.

    python tests/peer.py FOLDER

The fastest peer that finds places in running text; it gives no positions and makes no choice among places. Needs
``pip install flashgeotext``, which ``make bench`` does.
"""

import json
import logging
import sys
from pathlib import Path


def main(folder: Path) -> None:
    """Print a line per article, each as soon as it is done."""
    from flashgeotext.geotext import GeoText  # noqa: PLC0415 - not a requirement of the tests

    logging.disable(logging.CRITICAL)
    geotext = GeoText()
    for path in sorted(folder.iterdir()):
        found = geotext.extract(input_text=path.read_text("utf-8"))
        names = [name for kind in found.values() for name in kind.values()]
        mentions = [{"start": start, "end": end} for name in names for start, end in name["span_info"]]
        print(json.dumps({"doc": path.stem, "mentions": mentions}), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
