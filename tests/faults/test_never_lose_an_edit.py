"""In whatever order data, runs, crashes and a clerk's own work come: nothing that she saved is ever lost."""

from __future__ import annotations

import contextlib
import hashlib
import itertools
import os
import shutil
import tempfile
import warnings
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from kh_docs.errors import EnvironmentFault
from kh_docs.publish import Output, Publisher, Result

from ..publish.test_every_step import CALLS
from .bench import WHOLE

PLAN = "104-kh"
UNITS = ("anh", "vinh", "yen")
units = st.sampled_from(UNITS)
# Where a run is stopped or disturbed: at which of its calls to the system, just before or just after it.
moments = st.tuples(st.integers(1, 40), st.booleans())
# In memory where there is such a disk: what is tried here is the order of steps, not the disk.
FAST_DISK = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


class Moment:
    """Acts just before or just after the n-th of a run's calls to the system, whatever it is."""

    def __init__(self, moment: tuple[int, bool], act: Callable[[], object]) -> None:
        self._left, self._after = moment
        self._act = act
        self._patch = pytest.MonkeyPatch()

    def __enter__(self) -> None:
        for name in CALLS:
            self._patch.setattr(os, name, partial(self._call, getattr(os, name)))

    def __exit__(self, *_error: object) -> None:
        self._patch.undo()

    def _call(self, real: Callable[..., Any], *arguments: Any, **options: Any) -> Any:
        self._left -= 1
        if self._left:
            return real(*arguments, **options)
        if not self._after:
            self._act()
        try:
            return real(*arguments, **options)
        finally:
            if self._after:
                self._act()


class Desk(RuleBasedStateMachine):
    """One out folder, its data by unit, and all that the clerk has saved there and not herself taken away."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="kh-docs-desk-", dir=FAST_DISK))
        self.out = self.folder / "out"
        self.data = dict.fromkeys(UNITS, b"data 0")
        self.hers: set[bytes] = set()
        self.numbers = itertools.count(1)
        self.whole = True  # whether the last run came to its end
        self.strange: set[str] = (
            set()
        )  # whose files may be ours without our knowing, since the manifest broke

    def teardown(self) -> None:
        try:
            self.generate()
            self.nothing_of_hers_is_lost()
        finally:
            shutil.rmtree(self.folder)

    # --- what happens to the data and the files -----------------------------------------------------------

    @rule(unit=units)
    def data_changes(self, unit: str) -> None:
        self.data[unit] = b"data %d" % next(self.numbers)

    @rule(unit=units, beside=st.booleans())
    def she_saves(self, unit: str, beside: bool) -> None:
        self.save(unit, beside)

    @rule(unit=units)
    def she_deletes(self, unit: str) -> None:
        self.forget(self.path(unit))
        self.path(unit).unlink(missing_ok=True)

    @rule(unit=units)
    def she_renames(self, unit: str) -> None:
        if self.path(unit).exists():
            mine = self.path(unit).with_name(f"của tôi {next(self.numbers)}.docx")
            self.path(unit).rename(mine)
            self.hers.add(mine.read_bytes())

    @rule(unit=units, opened=st.booleans())
    def word_opens_or_closes(self, unit: str, opened: bool) -> None:
        mark = self.mark(unit)
        mark.parent.mkdir(parents=True, exist_ok=True)
        if opened:
            mark.write_bytes(b"")
        else:
            mark.unlink(missing_ok=True)

    @precondition(lambda self: (self.out / PLAN).exists())
    @rule(keep=st.integers(0, 200))
    def the_manifest_breaks(self, keep: int) -> None:
        manifest = self.out / PLAN / ".kh-docs-manifest.json"
        if manifest.exists():
            manifest.write_bytes(manifest.read_bytes()[:keep])
            self.strange = set(UNITS)

    # --- runs ---------------------------------------------------------------------------------------------

    @rule()
    def generate(self) -> None:
        self.judge(self.run())

    @rule(moment=moments, unit=units, beside=st.booleans())
    def she_saves_while_it_runs(self, moment: tuple[int, bool], unit: str, beside: bool) -> None:
        self.data_changes(unit)
        with Moment(moment, lambda: self.save(unit, beside)), contextlib.suppress(EnvironmentFault):
            self.run()
        self.whole = False  # she may have saved after a file was judged: the next run tells

    @rule(moment=moments, unit=units)
    def ctrl_c(self, moment: tuple[int, bool], unit: str) -> None:
        def interrupt() -> None:
            raise KeyboardInterrupt

        self.data_changes(unit)
        with Moment(moment, interrupt), contextlib.suppress(KeyboardInterrupt, EnvironmentFault):
            self.run()
        self.whole = False

    @precondition(lambda _self: hasattr(os, "fork"))
    @rule(moment=moments, unit=units, saved=st.none() | moments)
    def crash(self, moment: tuple[int, bool], unit: str, saved: tuple[int, bool] | None) -> None:
        """A run is killed; she may have saved while it ran, and her words are hers all the same."""
        self.data_changes(unit)
        words, witness = b"her words %d" % next(self.numbers), self.folder / "overwritten"

        def save() -> None:
            old = self.path(unit).read_bytes() if self.path(unit).exists() else b""
            self.put(unit, words, beside=False)
            witness.write_bytes(old)

        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # of fork beside threads
            child = os.fork()
        if child == 0:
            with (
                contextlib.suppress(BaseException),
                Moment(moment, lambda: os._exit(9)),
                Moment(saved, save) if saved else contextlib.nullcontext(),
            ):
                self.run()
            os._exit(0)
        os.waitpid(child, 0)
        if witness.exists():
            self.hers.discard(witness.read_bytes())
            self.hers.add(words)
            witness.unlink()
        self.whole = False

    # --- what must hold -----------------------------------------------------------------------------------

    @invariant()
    def nothing_of_hers_is_lost(self) -> None:
        seen = {path.read_bytes() for path in self.out.rglob("*") if path.is_file() and self.visible(path)}
        assert self.hers <= seen

    def judge(self, results: list[Result]) -> None:
        """After a run to its end: what it says is so, and nothing of ours lies about."""
        for result in results:
            content = result.path.read_bytes() if result.path.exists() else None
            if result.status in ("written", "unchanged"):
                assert content == self.content(result.unit)
                self.strange.discard(result.unit)
            else:
                assert result.status == "kept"
                assert result.reason
                mark = self.mark(result.unit)
                assert content in self.hers or mark.exists() or result.unit in self.strange
        # A manifest that could not be read is kept for whoever can.
        manifests = {".kh-docs-manifest.json", ".kh-docs-manifest.old.json"}
        assert not {path.name for path in self.out.rglob(".kh-docs-*")} - manifests

    def visible(self, path: Path) -> bool:
        """After a run to its end only what a clerk sees counts; a crash may leave files for the next run."""
        return not (self.whole and path.name.startswith("."))

    # --- how it is done -----------------------------------------------------------------------------------

    def path(self, unit: str) -> Path:
        return self.out / PLAN / unit / f"ke-hoach-{unit}-2024.docx"

    def mark(self, unit: str) -> Path:
        """What Word leaves beside an open document."""
        return self.path(unit).with_name(f"~$-hoach-{unit}-2024.docx")

    def content(self, unit: str) -> bytes:
        return b"%s of %s" % (self.data[unit], unit.encode())

    def run(self) -> list[Result]:
        outputs = [
            Output(
                self.path(unit).relative_to(self.out), self.content(unit), unit, "ke-hoach",
                hashlib.sha256(self.content(unit)).hexdigest(),
            )
            for unit in UNITS
        ]  # fmt: skip
        with Publisher(self.out, PLAN) as publisher:
            results = list(publisher.publish_all(outputs))
        self.whole = True
        return results

    def save(self, unit: str, beside: bool) -> None:
        words = b"her words %d" % next(self.numbers)
        self.forget(self.path(unit))
        self.hers.add(words)
        self.put(unit, words, beside)

    def put(self, unit: str, words: bytes, beside: bool) -> None:
        """She writes into the file, or a new one over it as Word does."""
        path = self.path(unit)
        os.makedirs(path.parent, exist_ok=True)
        if beside:
            path.with_name("saved").write_bytes(words)
            path.with_name("saved").rename(path)
        else:
            path.write_bytes(words)

    def forget(self, path: Path) -> None:
        """What she overwrites or deletes herself is her decision."""
        if path.exists():
            self.hers.discard(path.read_bytes())


Desk.TestCase.settings = settings(
    max_examples=400 if WHOLE else 80,
    stateful_step_count=25,
    deadline=None,
    derandomize=not WHOLE,  # CI fails for a change, not for a lucky draw
    suppress_health_check=list(HealthCheck),
)
TestNeverLoseAnEdit = pytest.mark.skipif(os.name == "nt", reason="NOT RUN: the traps know POSIX calls")(
    Desk.TestCase
)
