"""Speed and memory of the commands, on copies of the example articles, each command in a process of its own.

    make bench

Wall times vary from machine to machine; compare figures of one run with each other only.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Final, NamedTuple

import scoring

COPIES: Final = 50
PEER: Final = Path(__file__).parent / "peer.py"
PETAKAN: Final = str(Path(sys.executable).parent / "petakan")


class Run(NamedTuple):
    """One run of a command: seconds to its first line and to its end, and its peak memory in MiB."""

    first_s: float
    wall_s: float
    peak_mib: float


def run(*command: str) -> Run:
    """Run a command and measure it from outside."""
    start = time.monotonic()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdout is not None
        process.stdout.readline()
        first = time.monotonic() - start
        process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, command
    return Run(first, time.monotonic() - start, usage.ru_maxrss / 1024)


def copies(folder: Path) -> int:
    """Fill a folder with copies of the examples; their size in bytes."""
    for number in range(COPIES):
        for path in scoring.EXAMPLES.iterdir():
            shutil.copy(path, folder / f"{number:03}-{path.name}")
    return sum(path.stat().st_size for path in folder.iterdir())


def main() -> None:
    """Print one line per figure."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "articles"
        folder.mkdir()
        size = copies(folder)
        count = len(list(folder.iterdir()))
        page = str(Path(name) / "page.html")
        one = run(PETAKAN, "mentions", str(scoring.EXAMPLES), "--as", "jsonl")
        many = run(PETAKAN, "mentions", str(folder), "--as", "jsonl")
        drawn = run(PETAKAN, "map", str(scoring.EXAMPLES), "-o", page)
        per_s = (count - 1) / (many.wall_s - many.first_s)
        peer = run(sys.executable, str(PEER), str(folder))
        peer_per_s = (count - 1) / (peer.wall_s - peer.first_s)
        print(f"mentions: first result {one.first_s:.2f} s, peak {one.peak_mib:.0f} MiB")
        print(
            f"mentions: {per_s:.0f} articles/s after it, {size / count / 1e3:.1f} kB each, peak {many.peak_mib:.0f} MiB"
        )
        print(f"flashgeotext: first result {peer.first_s:.2f} s")
        print(f"flashgeotext: {peer_per_s:.0f} articles/s, peak {peer.peak_mib:.0f} MiB")
        print(
            f"petakan to flashgeotext: {per_s / peer_per_s:.2f} of its articles/s, "
            f"{one.first_s / peer.first_s:.2f} of its time to a first result"
        )
        print(f"map: ten articles in {drawn.wall_s:.2f} s, {Path(page).stat().st_size / 1e3:.0f} kB")
    for name, kept in scoring.read_floors().items():
        print(f"{name}: {kept.floors}")


if __name__ == "__main__":
    main()
