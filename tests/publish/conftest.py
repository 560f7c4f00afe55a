"""An out folder, the outputs of one plan, and disks that are really full or really read-only."""

import hashlib
import itertools
import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kh_docs.publish import Output, Publisher, Result

PLAN = "104-kh"


class Desk:
    """One out folder and the few things that happen to it."""

    def __init__(self, out: Path) -> None:
        self.place(out)
        self.notes: list[str] = []

    def place(self, out: Path) -> None:
        self.out = out
        self.folder = out / PLAN

    def output(self, unit: str, content: bytes) -> Output:
        name = Path(PLAN) / unit / f"ke-hoach-{unit}-2024.docx"
        return Output(name, content, unit, "ke-hoach", hashlib.sha256(content).hexdigest()[:8])

    def path(self, unit: str) -> Path:
        return self.out / self.output(unit, b"").path

    def run(self, **contents: bytes) -> list[Result]:
        """Publish one file for each unit in one run."""
        return self._publish(contents, dry_run=False)

    def rehearse(self, **contents: bytes) -> list[Result]:
        """The same without writing anything."""
        return self._publish(contents, dry_run=True)

    def _publish(self, contents: dict[str, bytes], *, dry_run: bool) -> list[Result]:
        with Publisher(self.out, PLAN, dry_run=dry_run) as publisher:
            results = list(publisher.publish_all(self.output(unit, text) for unit, text in contents.items()))
        self.notes = publisher.notes
        return results

    def statuses(self, **contents: bytes) -> list[str]:
        return [result.status for result in self.run(**contents)]

    def files(self) -> dict[str, bytes]:
        """Return every file under the out folder but the manifest."""
        return {
            path.relative_to(self.folder).as_posix(): path.read_bytes()
            for path in sorted(self.folder.rglob("*"))
            if path.is_file() and path.name != ".kh-docs-manifest.json"
        }

    def snapshot(self) -> dict[str, tuple[int, int]]:
        """Return inode and time of every file, the manifest too: equal snapshots mean nothing was written."""
        return {
            str(path): (path.stat().st_ino, path.stat().st_mtime_ns)
            for path in self.out.rglob("*")
            if path.is_file()
        }


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "out")


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desk]:
    """As many fresh desks as a test asks for."""
    return (Desk(tmp_path / str(number)) for number in itertools.count())


@pytest.fixture
def mount(tmp_path: Path) -> Iterator[Callable[[str], Path]]:
    """Mount a small disk with the options given; skip where that is not allowed."""
    mounted: list[Path] = []

    def on(options: str) -> Path:
        place = tmp_path / f"disk-{len(mounted)}"
        place.mkdir()
        if os.name == "nt" or os.geteuid() != 0:
            pytest.skip("NOT RUN: a real full or read-only disk needs root")
        command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(place)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            pytest.skip(f"NOT RUN: mount is not allowed here: {done.stderr.strip()}")
        mounted.append(place)
        return place

    yield on
    for place in mounted:
        subprocess.run(["umount", str(place)], check=True)
