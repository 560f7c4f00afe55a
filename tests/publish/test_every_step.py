"""Something happens at each call to the system in turn, a failure, Ctrl-C, a kill, an edit: nothing is lost.

Each case publishes a new file (anh), a changed one (vinh) and one that somebody edited (yen).
"""

import contextlib
import errno
import os
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kh_docs.errors import EnvironmentFault

if TYPE_CHECKING:
    from .conftest import Desk

CALLS = [
    "open", "write", "fsync", "close", "link", "rename", "replace", "unlink", "mkdir", "ftruncate",
]  # fmt: skip
ANH, VINH, YEN = (f"{unit}/ke-hoach-{unit}-2024.docx" for unit in ("anh", "vinh", "yen"))
WANTED = {"anh": b"new", "vinh": b"new", "yen": b"new"}


class Trap:
    """Acts just before or just after the n-th call of one os function."""

    def __init__(self, call: str, nth: int, act: Callable[[], object], *, after: bool) -> None:
        self._real = getattr(os, call)
        self._nth, self._act, self._after = nth, act, after
        self._patch = pytest.MonkeyPatch()
        self._patch.setattr(os, call, self)
        self.sprung = False

    def __call__(self, *arguments: Any, **options: Any) -> Any:
        self._nth -= 1
        if self._nth:
            return self._real(*arguments, **options)
        self.sprung = True
        if not self._after:
            self._act()
        try:
            return self._real(*arguments, **options)
        finally:
            if self._after:
                self._act()

    def __enter__(self) -> "Trap":
        return self

    def __exit__(self, *_error: object) -> None:
        self._patch.undo()


def laid_out(desks: "Iterator[Desk]") -> "Iterator[tuple[int, Desk]]":
    """Yield desks with an old file and an edited one, numbered from 1."""
    for nth, desk in zip(range(1, 200), desks, strict=False):
        desk.run(vinh=b"old", yen=b"old")
        desk.path("yen").write_bytes(b"edited")
        yield nth, desk
    raise AssertionError("called without end")


def recovers(desk: "Desk") -> None:
    """The next run finishes the work, keeps the edit and leaves nothing lying about."""
    anh, vinh, yen = desk.run(**WANTED)
    assert anh.status in ("written", "unchanged")
    assert vinh.status in ("written", "unchanged")
    assert yen.status == "kept"
    assert desk.files() == {ANH: b"new", VINH: b"new", YEN: b"edited"}
    assert desk.notes == []


def whole(desk: "Desk") -> None:
    """Under its own name every file is old or new; the edited one is as it was."""
    seen = {name: content for name, content in desk.files().items() if "/." not in f"/{name}"}
    assert seen.pop(YEN) == b"edited"
    assert seen.pop(ANH, b"new") == b"new"
    assert seen.pop(VINH, b"old") in (b"old", b"new")
    assert seen == {}


@pytest.mark.parametrize("fault", [errno.EIO, errno.ENOSPC])
@pytest.mark.parametrize("call", CALLS)
def test_a_failing_call(desks: "Iterator[Desk]", call: str, fault: int) -> None:
    def fail() -> None:
        raise OSError(fault, os.strerror(fault))

    for nth, desk in laid_out(desks):
        # A close that fails has closed all the same.
        with Trap(call, nth, fail, after=call == "close") as trap:
            try:
                results = desk.run(**WANTED)
            except EnvironmentFault:
                results = []
        whole(desk)
        for result in results:
            if result.status == "written":
                assert result.path.read_bytes() == b"new"
            else:
                assert result.reason
        recovers(desk)
        if not trap.sprung:
            return


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("call", CALLS)
def test_ctrl_c(desks: "Iterator[Desk]", call: str, after: bool) -> None:
    def interrupt() -> None:
        raise KeyboardInterrupt

    for nth, desk in laid_out(desks):
        with Trap(call, nth, interrupt, after=after) as trap, contextlib.suppress(KeyboardInterrupt):
            desk.run(**WANTED)
        whole(desk)
        recovers(desk)
        if not trap.sprung:
            return


@pytest.mark.skipif(os.name == "nt", reason="NOT RUN: killing at a chosen call needs fork")
@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("call", CALLS)
def test_a_kill(desks: "Iterator[Desk]", call: str, after: bool) -> None:
    for nth, desk in laid_out(desks):
        child = os.fork()
        if child == 0:
            with Trap(call, nth, lambda: os._exit(9), after=after):
                desk.run(**WANTED)
            os._exit(0)
        _pid, status = os.waitpid(child, 0)
        whole(desk)
        recovers(desk)
        if status == 0:
            return


def save_over(path: Path) -> None:
    """Write into the file, as simple editors do."""
    path.write_bytes(b"her words")


def save_beside(path: Path, replace: Callable[[Path, Path], None] = os.replace) -> None:
    """Write a new file and give it the old one's name, as Word does."""
    path.with_name("saved").write_bytes(b"her words")
    replace(path.with_name("saved"), path)


@pytest.mark.parametrize("save", [save_over, save_beside])
@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("call", CALLS)
def test_an_edit(desks: "Iterator[Desk]", call: str, after: bool, save: Callable[[Path], None]) -> None:
    """Whenever a clerk saves her document, her words stand in a file that she can see."""
    for nth, desk in laid_out(desks):
        with Trap(call, nth, partial(save, desk.path("vinh")), after=after) as trap:
            results = desk.run(**WANTED)
        if not trap.sprung:
            return
        assert desk.path("vinh").read_bytes() == b"her words"
        assert all(result.reason for result in results if result.status in ("kept", "refused"))
        desk.run(**WANTED)
        assert desk.path("vinh").read_bytes() == b"her words"
        assert not [name for name in desk.files() if "/." in f"/{name}"]


@pytest.mark.skipif(os.name == "nt", reason="NOT RUN: SIGKILL is not known here")
def test_kills_at_random_moments(desk: "Desk") -> None:
    """A long run that is killed again and again never takes its own files for edits, and finishes."""
    units = {f"u{number}": b"%d" % number * 5000 for number in range(300)}
    for pause in [0.01, 0.02, 0.03, 0.05, 0.07, 0.02, 0.04, 0.06, 0.01, 0.08]:
        child = os.fork()
        if child == 0:
            desk.run(**units)
            os._exit(0)
        time.sleep(pause)
        os.kill(child, 9)
        os.waitpid(child, 0)
        for name, content in desk.files().items():
            assert "/." in f"/{name}" or content == units[name.split("/")[0]]
    assert set(desk.statuses(**units)) <= {"written", "unchanged"}
    assert len(desk.files()) == 300
