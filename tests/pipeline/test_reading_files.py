"""Many returns are read in workers: the same as one after another, and no file takes another with it."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Generator, Iterator
from datetime import date
from pathlib import Path

import pytest

from kh_docs.facts.offering import chosen
from kh_docs.i18n import set_language
from kh_docs.model.book import Book
from kh_docs.pipeline import reading_files
from kh_docs.pipeline.pool import Pace
from kh_docs.pipeline.reading_files import ALONE, WORTH_A_PROCESS, read_files
from kh_docs.pipeline.returning import request_for
from kh_docs.reading.workspace import find_workspace
from kh_docs.returns.found import Found
from kh_docs.returns.ground import Ground
from kh_docs.returns.request import Request
from kh_docs.returns.returned import FileRead

from ..returns.clerk import Form

ROOT = Path(__file__).parents[2]
KIND = "bao-cao-6-thang"
MANY = ALONE + WORTH_A_PROCESS + 8
FORKS = pytest.mark.skipif(sys.platform != "linux", reason="only a forked worker reads as this test says")


@pytest.fixture(scope="module")
def request_(whole_book: Book) -> Request:
    workspace = find_workspace(ROOT)
    (recipe,) = chosen(whole_book, [KIND])
    return request_for(workspace, whole_book, recipe, (), date(2024, 6, 20))


@pytest.fixture(scope="module")
def whole_book() -> Book:
    from kh_docs.reading.kept import load_kept

    return load_kept(find_workspace(ROOT), "104-kh-ubnd-2024")


@pytest.fixture
def files(request_: Request, tmp_path: Path) -> Path:
    """Files that are quickly read: what is said of each names it."""
    for number in range(MANY):
        tmp_path.joinpath(f"{number:03d}.docx").write_bytes(b"%d" % number)
    return tmp_path


def names_of(reads: Iterator[object]) -> list[str]:
    return [Path(read.path).name for read in reads if isinstance(read, FileRead)]


def told_by(what: str) -> object:
    """A reader that says of each file what is asked for, and dies of one, hangs in another."""

    def read(found: Found, _ground: Ground) -> Iterator[FileRead]:
        if found.content == b"dies":
            os.kill(os.getpid(), signal.SIGKILL)
        if found.content == b"hangs":
            time.sleep(60)
        told = {"worker": str(os.getpid()), "bytes": found.content.decode()}[what]
        yield FileRead(found.path, None, "foreign", told)

    return read


def test_what_is_read_in_workers_comes_in_the_order_of_files(request_: Request, files: Path) -> None:
    done: list[None] = []
    reads = read_files(request_._replace(paths=(files,)), lambda: done.append(None))
    assert names_of(reads) == [f"{number:03d}.docx" for number in range(MANY)]
    assert len(done) == MANY


@FORKS
def test_few_are_read_without_workers(
    request_: Request, files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading_files, "read_file", told_by("worker"))
    for file in sorted(files.iterdir())[ALONE + WORTH_A_PROCESS - 1 :]:
        file.unlink()
    assert {
        read.reason for read in read_files(request_._replace(paths=(files,))) if isinstance(read, FileRead)
    } == {str(os.getpid())}


@FORKS
def test_a_worker_reads_so_many_and_gives_its_memory_back(
    request_: Request, files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading_files, "read_file", told_by("worker"))
    monkeypatch.setattr(reading_files, "PACE", Pace(batch=1, ahead=24, most=3))
    reads = list(read_files(request_._replace(paths=(files,))))
    by = [read.reason for read in reads if isinstance(read, FileRead)]
    of_workers = by[ALONE:]
    assert by[:ALONE] == [str(os.getpid())] * ALONE
    assert str(os.getpid()) not in of_workers
    assert max(of_workers.count(worker) for worker in of_workers) <= 3


@FORKS
def test_a_file_that_kills_or_holds_its_reader_is_told_of_and_no_other_is_lost(
    request_: Request, files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading_files, "read_file", told_by("bytes"))
    monkeypatch.setattr(reading_files, "PACE", Pace(batch=1, ahead=24, limit=1.0, most=100))
    files.joinpath("020.docx").write_bytes(b"dies")
    files.joinpath("nam-dan.docx").write_bytes(b"hangs")
    reads = {Path(read.path).name: read for read in read_files(request_._replace(paths=(files,)))}
    assert len(reads) == MANY + 1
    assert reads["020.docx"].status == "unreadable"
    assert "bị hệ điều hành dừng" in reads["020.docx"].reason
    assert reads["nam-dan.docx"][1:3] == ("nam-dan", "unreadable")
    assert "quá giờ" in reads["nam-dan.docx"].reason
    assert all(
        read.status == "foreign" for name, read in reads.items() if name not in ("020.docx", "nam-dan.docx")
    )


@FORKS
def test_old_formats_are_converted_in_this_process_one_at_a_time(
    request_: Request, files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading_files, "read_file", told_by("worker"))
    files.joinpath("020.docx").rename(files / "020.doc")
    asked = request_._replace(paths=(files,), convert=lambda content, _suffix: content)
    reads = {Path(read.path).name: read.reason for read in read_files(asked) if isinstance(read, FileRead)}
    assert reads["020.doc"] == str(os.getpid())
    assert reads["019.docx"] != str(os.getpid())
    assert list(reads) == sorted(reads)


def test_workers_that_are_not_forked_read_the_same_and_speak_the_language_set(
    request_: Request, files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows and macOS, where what a worker gets is pickled."""
    for number, unit in enumerate(("nam-dan", "vinh")):
        files.joinpath(f"010-{number}.docx").write_bytes(request_.blank(unit))
    asked = request_._replace(paths=(files,))
    set_language("en")
    try:
        monkeypatch.setattr(reading_files, "WORTH_A_PROCESS", 1000)
        alone = list(read_files(asked))
        monkeypatch.undo()
        monkeypatch.setattr(threading, "active_count", lambda: 2)
        assert list(read_files(asked)) == alone
    finally:
        set_language("vi")


# Reads a folder, and says how much memory its process had taken after 60 and after 260 files.
READER = """
import resource, sys
from datetime import date
from pathlib import Path
from kh_docs.facts.offering import chosen
from kh_docs.pipeline import reading_files
from kh_docs.pipeline.returning import request_for
from kh_docs.reading.kept import load_kept
from kh_docs.reading.workspace import find_workspace

workspace = find_workspace(Path(sys.argv[1]))
book = load_kept(workspace, "104-kh-ubnd-2024")
(recipe,) = chosen(book, ["bao-cao-6-thang"])
request = request_for(workspace, book, recipe, (Path(sys.argv[2]),), date(2024, 6, 20))
reading_files.WORTH_A_PROCESS = int(sys.argv[3])
for number, read in enumerate(reading_files.read_files(request), 1):
    assert read.unit, read
    if number in (60, 260):
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""
MORE_FILES, MORE_MB = 200, 1


def grown_mb(folder: Path, worth_a_process: int = WORTH_A_PROCESS) -> int:
    command = [sys.executable, "-c", READER, str(ROOT), str(folder), str(worth_a_process)]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    first, last = map(int, told)
    return last - first


@FORKS
def test_memory_does_not_grow_with_the_files(request_: Request, tmp_path: Path) -> None:
    """Read in one process, 200 files more took 2 MB more."""
    forms = []
    for unit in ("nam-dan", "nghi-loc", "ky-son", "tan-ky"):
        form = Form(request_.blank(unit))
        for number, tag in enumerate(form.tags()):
            if tag.endswith(".ky_nay"):
                form.fill(tag, str(number))
        forms.append(form.saved())
    for number in range(60 + MORE_FILES):
        tmp_path.joinpath(f"{number:03d}.docx").write_bytes(forms[number % len(forms)])
    assert grown_mb(tmp_path) <= MORE_MB


def test_whoever_stops_listening_leaves_no_worker(request_: Request, files: Path) -> None:
    reads = read_files(request_._replace(paths=(files,)))
    assert isinstance(reads, Generator)
    for _number in range(ALONE + 3):
        next(reads)
    assert multiprocessing.active_children()
    reads.close()
    assert not multiprocessing.active_children()
