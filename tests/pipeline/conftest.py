"""A workspace to spoil, and what a run leaves on disk."""

from __future__ import annotations

import pickle
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kh_docs.check.findings import Finding
from kh_docs.check.gate import Gate
from kh_docs.check.keeping import kept_of, seen_of
from kh_docs.facts.finding import unit_by_name, units_of
from kh_docs.facts.offering import chosen as recipes_of
from kh_docs.model.book import Book
from kh_docs.pipeline.generating import generate
from kh_docs.pipeline.request import DocumentResult, Request, Result
from kh_docs.reading.book import load
from kh_docs.reading.workspace import Workspace, find_workspace

ROOT = Path(__file__).parents[2]
PLAN = "104-kh-ubnd-2024"


class Desk:
    """One workspace with its out folder; `order` runs the pipeline as the command does."""

    def __init__(self, root: Path, book: Book) -> None:
        self.workspace: Workspace = find_workspace(root, root)
        # The checkout's, until something in data/ is changed.
        self.book = book
        self.out = root / "out"
        self.seen: list[DocumentResult] = []
        # For each document, how many had been published when it was made.
        self.made: list[int] = []

    def order(
        self, *units: str, kinds: tuple[str, ...] = (), inspector: str = "province", **more: object
    ) -> Result:
        """Generate for `units`, for all of them when none is named; all kinds when none is named."""
        chosen = tuple(unit_by_name(self.book, unit) for unit in units) or units_of(self.book)
        self.seen, self.made = [], []
        options = {"out": self.out, "jobs": 1, **more}
        recipes = recipes_of(self.book, kinds, inspector)
        request = Request(self.workspace, self.book, chosen, recipes, **options)  # type: ignore[arg-type]
        return generate(request, self.seen.append, lambda: self.made.append(len(self.seen)))

    def write_local(self, unit: str, text: str) -> None:
        folder = self.workspace.data / "districts"
        folder.mkdir(exist_ok=True)
        (folder / f"{unit}.yaml").write_text(text, encoding="utf-8")
        self.book = load(self.workspace)

    def path(self, unit: str, kind: str) -> Path:
        return self.out / PLAN / unit / f"{kind}-{unit}-2024.docx"

    def files(self) -> dict[str, bytes]:
        """What stands under out/ for a clerk to see, by path."""
        return {
            path.relative_to(self.out).as_posix(): path.read_bytes()
            for path in sorted(self.out.rglob("*"))
            if path.is_file() and not path.name.startswith(".")
        }

    def touched(self) -> dict[str, tuple[int, int]]:
        """Inode and time of every file, the hidden ones too: equal when nothing was written."""
        return {
            str(path): (path.stat().st_ino, path.stat().st_mtime_ns)
            for path in self.out.rglob("*")
            if path.is_file()
        }


@pytest.fixture
def desk(tmp_path: Path, book: Book) -> Desk:
    """A copy of the checkout's data and templates, without the districts' own files."""
    return new_desk(tmp_path, book)


@pytest.fixture(scope="module")
def whole_desk(tmp_path_factory: pytest.TempPathFactory, book: Book) -> Desk:
    """All 84 documents, made once; tests look and don't touch."""
    desk = new_desk(tmp_path_factory.mktemp("tinh"), book)
    desk.first = desk.order()  # type: ignore[attr-defined]
    return desk


def new_desk(root: Path, book: Book) -> Desk:
    for folder in ("data", "templates"):
        shutil.copytree(ROOT / folder, root / folder, ignore=shutil.ignore_patterns("districts"))
    return Desk(root, book)


@pytest.fixture(params=["one run", "as many runs as documents"])
def runs(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each gate as it is, and with nothing of what it saw but what is kept between runs."""
    if request.param == "one run":
        return
    judge = Gate.pass_or_refuse

    def pass_or_refuse(self: Gate, *given: Any, **more: Any) -> list[Finding]:
        frames = self.seen.frames
        frames.new.update(frames)
        kept = kept_of(self.seen)
        kept = kept._replace(frames={**frames.kept, **kept.frames})
        self.seen = seen_of(pickle.loads(pickle.dumps(kept)))
        return judge(self, *given, **more)

    monkeypatch.setattr(Gate, "pass_or_refuse", pass_or_refuse)


Statuses = Callable[[Result], list[str]]


@pytest.fixture
def statuses() -> Statuses:
    return lambda result: [document.status for document in result.documents]
