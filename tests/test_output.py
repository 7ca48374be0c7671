"""Files are written whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from gazetteer.errors import OutputError
from maps.output import write_atomically


@contextmanager
def umask(mask: int) -> Iterator[None]:
    """A umask for a while."""
    before = os.umask(mask)
    try:
        yield
    finally:
        os.umask(before)


@pytest.mark.parametrize("text", ["", "peta\n", "a\r\nb\n", "Düsseldorf – 東京"])
def test_a_file_holds_the_text_as_utf_8(tmp_path: Path, text: str) -> None:
    """The bytes are the text in UTF-8, line breaks untouched, and nothing else is left in the folder."""
    path = tmp_path / "peta.html"
    write_atomically(path, text)
    assert path.read_bytes() == text.encode()
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_beside_the_caller(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name without a folder is written where one stands."""
    monkeypatch.chdir(tmp_path)
    write_atomically(Path("peta.html"), "peta")
    assert (tmp_path / "peta.html").read_text() == "peta"


def test_what_has_no_utf_8_is_replaced(tmp_path: Path) -> None:
    """Half a character, as from a badly encoded argument, becomes a question mark and no traceback."""
    path = tmp_path / "peta.html"
    write_atomically(path, "caf\udce9")
    assert path.read_text() == "caf?"


def test_the_longest_name_can_be_written(tmp_path: Path) -> None:
    """The file beside needs no longer name than the file itself."""
    path = tmp_path / ("x" * 250 + ".html")
    write_atomically(path, "peta")
    assert path.read_text() == "peta"


@pytest.mark.parametrize(("mask", "mode"), [(0o022, 0o644), (0o002, 0o664), (0o077, 0o600)])
def test_a_file_is_as_open_as_the_umask_says(tmp_path: Path, mask: int, mode: int) -> None:
    """A page is to be shared: it is not private as temporary files are, and the umask stays what it was."""
    path = tmp_path / "peta.html"
    with umask(mask):
        write_atomically(path, "peta")
        assert os.umask(mask) == mask
    assert path.stat().st_mode & 0o777 == mode


def test_an_old_file_is_replaced(tmp_path: Path) -> None:
    """A file that is there gives way to the new one."""
    path = tmp_path / "peta.html"
    path.write_text("lama, dan lebih panjang")
    write_atomically(path, "baru")
    assert path.read_text() == "baru"


@pytest.mark.parametrize("step", ["chmod", "replace"])
def test_an_old_file_stays_when_writing_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    """On a full disk, the old file is whole and the unfinished one is gone."""

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "peta.html"
    path.write_text("lama")
    monkeypatch.setattr(Path, step, fail)
    with pytest.raises(OutputError) as caught:
        write_atomically(path, "baru")
    assert str(caught.value) == f"{path}: cannot be written (No space left on device); choose another place"
    assert path.read_text() == "lama"
    assert list(tmp_path.iterdir()) == [path]


def test_an_old_file_stays_when_the_text_is_cut_short(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever stops the writing, an interrupt too, the old file is whole and no other is left."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    path = tmp_path / "peta.html"
    path.write_text("lama")
    monkeypatch.setattr(Path, "chmod", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_atomically(path, "baru")
    assert path.read_text() == "lama"
    assert list(tmp_path.iterdir()) == [path]


def test_a_symbolic_link_stays_one(tmp_path: Path) -> None:
    """Writing to a link replaces the file that it leads to."""
    (tmp_path / "arsip").mkdir()
    target, path = tmp_path / "arsip" / "peta.html", tmp_path / "peta.html"
    target.write_text("lama")
    path.symlink_to(target)
    write_atomically(path, "baru")
    assert path.is_symlink()
    assert target.read_text() == "baru"


@pytest.mark.parametrize("name", ["tidak-ada/peta.html", "peta.txt/peta.html", "x" * 300])
def test_what_cannot_be_written_is_told(tmp_path: Path, name: str) -> None:
    """A folder that is missing or is a file, and a name too long, are told in one line with the name."""
    (tmp_path / "peta.txt").write_text("berita")
    path = tmp_path / name
    with pytest.raises(OutputError) as caught:
        write_atomically(path, "peta")
    assert str(caught.value).startswith(f"{path}: cannot be written (")
    assert "\n" not in str(caught.value)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    """Nothing is written where a folder is."""
    with pytest.raises(OutputError, match="is a folder or a device; name a file"):
        write_atomically(tmp_path, "peta")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_device_is_never_replaced(tmp_path: Path) -> None:
    """A pipe, or /dev/null, stays what it is."""
    path = tmp_path / "pipa"
    os.mkfifo(path)
    with pytest.raises(OutputError, match="is a folder or a device"):
        write_atomically(path, "peta")
    assert path.is_fifo()
