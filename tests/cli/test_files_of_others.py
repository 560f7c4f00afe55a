"""No command writes over a file that it did not write itself, or that somebody changed since."""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
import threading
import time
from collections.abc import Callable
from io import FileIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from kh_docs.cli.main import main
from kh_docs.publish import (
    Changed,
    Output,
    Publisher,
    files,
    recover_changed,
    syncing,
    write_changed,
    write_named,
    write_over,
)
from kh_docs.reading.workspace import shipped_root

Run = Callable[..., int]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    assert main(["init", "ws"]) == 0
    monkeypatch.chdir(tmp_path / "ws")
    return tmp_path / "ws"


EXPORT = ["data", "export", "so-lieu.xlsx", "--unit", "Nam Đàn"]
WRITERS = {
    "export": (EXPORT, "so-lieu.xlsx"),
    "ics": (["deadlines", "--ics", "lich.ics"], "lich.ics"),
    "xlsx": (["coverage", "--xlsx", "doi-chieu.xlsx"], "doi-chieu.xlsx"),
}


@pytest.mark.parametrize("name", WRITERS)
def test_what_others_wrote_stays_and_what_we_wrote_is_replaced(here: Path, name: str) -> None:
    arguments, file = WRITERS[name]
    path = here / file
    path.write_bytes(b"somebody's own")
    assert main(arguments) == 3
    assert path.read_bytes() == b"somebody's own"
    path.unlink()
    assert main(arguments) == 0
    ours = path.read_bytes()
    assert main(arguments) == 0
    assert path.read_bytes() == ours
    path.write_bytes(ours + b" and a word of hers")
    assert main(arguments) == 3
    assert path.read_bytes() == ours + b" and a word of hers"


@pytest.mark.parametrize("name", WRITERS)
def test_only_regular_files_with_the_right_ending(here: Path, name: str) -> None:
    arguments, file = WRITERS[name]
    os.mkfifo(here / file)
    assert main(arguments) == 2
    assert stat.S_ISFIFO(os.lstat(here / file).st_mode)
    (here / file).unlink()
    (here / file).symlink_to("elsewhere")
    assert main(arguments) == 2
    (here / file).unlink()
    (here / file).mkdir()
    assert main(arguments) == 2
    assert main([each.replace(file, "other.txt") for each in arguments]) == 2
    assert main([each.replace(file, "/dev/null") for each in arguments]) == 2
    assert not (here / "other.txt").exists()
    (here / "README.md").write_text("mine")
    assert main([each.replace(file, "README.md") for each in arguments]) == 3
    assert (here / "README.md").read_text() == "mine"


def test_a_filled_workbook_is_replaced_by_force_only_and_kept_beside(here: Path) -> None:
    """C1: her figures were gone without a word."""
    assert main(EXPORT) == 0
    book = load_workbook("so-lieu.xlsx")
    book.worksheets[1]["H20"] = "của chị"
    book.save("so-lieu.xlsx")
    hers = Path("so-lieu.xlsx").read_bytes()
    assert main(EXPORT) == 3
    assert Path("so-lieu.xlsx").read_bytes() == hers
    assert main([*EXPORT, "--force"]) == 0
    assert Path("so-lieu.xlsx").read_bytes() != hers
    assert Path("so-lieu.ban-cu-1.xlsx").read_bytes() == hers


def test_data_that_changed_since_the_export_are_exported_anew(here: Path) -> None:
    assert main(EXPORT) == 0
    (here / "data/districts").mkdir(exist_ok=True)
    (here / "data/districts/nam-dan.yaml").write_text("signer:\n  name: Nguyễn Văn A\n", encoding="utf-8")
    assert main(EXPORT) == 0
    names = {str(cell.value) for sheet in load_workbook("so-lieu.xlsx") for row in sheet for cell in row}
    assert "Nguyễn Văn A" in names


def test_a_workbook_is_not_imported_into_the_package(
    here: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """C2."""
    assert main(EXPORT) == 0
    outside = tmp_path / "outside"
    outside.mkdir()
    shutil.copy("so-lieu.xlsx", outside)
    monkeypatch.chdir(outside)
    before = sorted((shipped_root() / "data").rglob("*"))
    assert main(["data", "import", "so-lieu.xlsx"]) == 2
    assert main(["data", "import", "so-lieu.xlsx", "--dry-run"]) == 2
    assert "kh-docs init" in capsys.readouterr().err
    assert sorted((shipped_root() / "data").rglob("*")) == before


def test_modes_are_kept_and_read_only_files_stay(here: Path) -> None:
    """E21."""
    path = here / "lich.ics"
    assert write_named(path, b"one", ".ics").status == "written"
    path.chmod(0o600)
    assert write_named(path, b"two", ".ics").status == "written"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    path.chmod(0o444)
    result = write_named(path, b"three", ".ics")
    assert (result.status, path.read_bytes()) == ("kept", b"two")
    assert "chỉ cho đọc" in result.reason


def test_a_file_saved_after_it_was_read_is_kept(tmp_path: Path) -> None:
    """E3: her YAML saved while `data import` runs, in place and by a rename."""
    for save in (Path.write_bytes, _save_by_rename):
        path = tmp_path / "nam-dan.yaml"
        path.write_bytes(b"as read")
        save(path, b"hers")
        (result,) = write_changed(tmp_path, [Changed(path, b"as read", b"ours")])
        assert (result.status, path.read_bytes()) == ("kept", b"hers")
    path.unlink()
    path.write_bytes(b"hers")
    (result,) = write_changed(tmp_path, [Changed(path, None, b"ours")])
    assert (result.status, path.read_bytes()) == ("kept", b"hers")
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["nam-dan.yaml"]


def _save_by_rename(path: Path, content: bytes) -> None:
    path.with_suffix(".new").write_bytes(content)
    path.with_suffix(".new").rename(path)


TRIES = int(os.environ.get("KH_DOCS_RACES", "60"))


@pytest.mark.parametrize("save", [Path.write_bytes, _save_by_rename])
def test_no_race_loses_a_word(tmp_path: Path, save: Callable[[Path, bytes], object]) -> None:
    """Somebody saves at any moment while we replace: hers are there or beside."""
    path = tmp_path / "nam-dan.yaml"
    for number in range(TRIES):
        for left in tmp_path.iterdir():
            left.unlink()
        path.write_bytes(b"as read")
        hers, pause = b"hers %d" % number, (number % 50) * 0.00004
        saver = threading.Thread(target=_save_after, args=(save, path, hers, pause))
        saver.start()
        write_changed(tmp_path, [Changed(path, b"as read", b"ours")])
        saver.join()
        found = {entry.name: entry.read_bytes() for entry in tmp_path.iterdir()}
        assert hers in found.values(), (number, found)


@pytest.mark.parametrize("save", [Path.write_bytes, _save_by_rename])
@pytest.mark.parametrize("write", [write_named, write_over])
def test_no_race_for_a_named_file_loses_a_word(
    tmp_path: Path, write: Callable[..., object], save: Callable[[Path, bytes], object]
) -> None:
    """C1, E1: somebody saves at any moment while a table, a calendar is written again, by --force as well."""
    path = tmp_path / "lich.ics"
    for number in range(TRIES):
        for left in tmp_path.iterdir():
            left.unlink()
        write_named(path, b"one", ".ics")
        hers, pause = b"hers %d" % number, (number % 50) * 0.0001
        saver = threading.Thread(target=_save_after, args=(save, path, hers, pause))
        saver.start()
        write(path, b"two", ".ics")
        saver.join()
        found = {entry.name: entry.read_bytes() for entry in tmp_path.iterdir()}
        assert hers in found.values(), (number, found)


def _save_after(save: Callable[[Path, bytes], object], path: Path, content: bytes, pause: float) -> None:
    time.sleep(pause)
    save(path, content)


@pytest.mark.parametrize("early", [True, False], ids=["open before", "opened meanwhile"])
def test_no_race_with_an_open_document_loses_a_word(tmp_path: Path, *, early: bool) -> None:
    """E3: a program that has the .docx open, or opens it at any moment, writes while we replace it."""
    place = Path("plan", "nam-dan", "ke-hoach-nam-dan-2024.docx")
    for number in range(TRIES):
        out = tmp_path / str(number % 8)
        shutil.rmtree(out, ignore_errors=True)
        _published(out, place, b"one")
        hers, pause = b"hers %d" % number, (number % 60) * 0.0001
        held = (out / place).open("r+b", buffering=0) if early else None
        saver = threading.Thread(target=_write_into, args=(held, out / place, hers, pause))
        saver.start()
        _published(out, place, b"two")
        saver.join()
        found = {entry.name: entry.read_bytes() for entry in (out / place).parent.iterdir()}
        assert any(content.startswith(hers) for content in found.values()), (number, found)


def _published(out: Path, place: Path, content: bytes) -> None:
    with Publisher(out, place.parts[0]) as publisher:
        publisher.publish(Output(place, content, place.parts[1], "ke-hoach", content.decode(), lasting=True))


def _write_into(held: FileIO | None, path: Path, content: bytes, pause: float) -> None:
    """As a program does that keeps one file open: no new file, no rename."""
    time.sleep(pause)
    while held is None:
        with contextlib.suppress(FileNotFoundError):
            held = path.open("r+b", buffering=0)
    with held:
        held.write(content)


def test_who_holds_the_file_open_keeps_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """E3: a program that has the file open writes just after it was moved aside."""
    path = tmp_path / "lich.ics"
    assert write_named(path, b"one", ".ics").status == "written"
    with path.open("r+b") as held:
        result = write_named(path, b"two", ".ics")
        assert (result.status, path.read_bytes()) == ("kept", b"one")
        # Opened after the first look: the look at what waits aside still finds it.
        monkeypatch.setattr("kh_docs.publish.job.opened", lambda _path: "")
        result = write_named(path, b"two", ".ics")
        held.write(b"hers")
    assert (result.status, path.read_bytes()) == ("kept", b"hers")


def test_words_that_come_in_where_no_lease_is_known_are_given_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kh_docs.publish.held._lease", lambda _descriptor: True)
    path = tmp_path / "lich.ics"
    write_named(path, b"one", ".ics")
    real = syncing.sync_folders
    with path.open("r+b", buffering=0) as held:

        def late(folders: list[Path]) -> OSError | None:
            held.seek(0)
            held.write(b"hers")
            return real(folders)

        monkeypatch.setattr("kh_docs.publish.syncing.sync_folders", late)
        result = write_named(path, b"two", ".ics")
    assert (result.status, path.read_bytes()) == ("kept", b"two")
    assert (tmp_path / "lich.ban-cu-1.ics").read_bytes() == b"hers"


def test_a_killed_import_is_told_of_and_put_right(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = here / "data/districts"
    folder.mkdir(exist_ok=True)
    files.aside_of(folder / "nam-dan.yaml").write_text("signer:\n  name: Nguyễn Văn A\n", encoding="utf-8")
    (folder / ".kh-docs-journal").touch()
    assert main(["generate", "--unit", "Nam Đàn", "--kind", "ke-hoach"]) == 1
    assert "bị ngắt giữa chừng" in capsys.readouterr().err
    assert recover_changed(folder) == []
    assert "Nguyễn Văn A" in (folder / "nam-dan.yaml").read_text(encoding="utf-8")
