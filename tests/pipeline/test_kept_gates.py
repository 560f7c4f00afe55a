"""What the last look has seen is kept between runs, and used by none that it does not suit."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from pathlib import Path

import pytest

from kh_docs import cache
from kh_docs.check.keeping import Shelf, keep, seen_before
from kh_docs.pipeline.fingerprint import Fingerprints
from kh_docs.word.document import Document
from kh_docs.word.package import Package
from kh_docs.word.reader import read_document

from .conftest import Desk, Statuses

UNITS = ("nam-dan", "hoang-mai", "ky-son")


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "cache"))
    cache._folder.cache_clear()
    yield tmp_path / "cache" / "kh-docs"
    cache._folder.cache_clear()


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """The documents that the gate reads whole."""
    found: list[object] = []

    def note(package: Package) -> Document:
        found.append(package)
        return read_document(package)

    monkeypatch.setattr("kh_docs.check.gate.read_document", note)
    return found


def seen_files(folder: Path) -> list[Path]:
    return sorted(folder.glob("seen-*"))


def again(desk: Desk, out: str, read: list[object]) -> int:
    """How many documents are read whole in one more run, into another folder."""
    read.clear()
    desk.order(*UNITS, out=desk.out / out)
    return len(read)


def test_no_document_like_an_earlier_one_is_read_whole(desk: Desk, kept: Path, read: list[object]) -> None:
    first = again(desk, "a", read)
    # Those whose lists were all new are remembered the second time.
    assert again(desk, "b", read) < first
    assert again(desk, "c", read) == 0
    assert len(seen_files(kept)) == 4
    before = [path.stat().st_mtime_ns for path in seen_files(kept)]
    again(desk, "d", read)
    assert [path.stat().st_mtime_ns for path in seen_files(kept)] == before


@pytest.mark.parametrize("damage", [b"", b"{}", b"\x80\x05N."])
def test_a_damaged_file_is_as_good_as_none(
    damage: bytes, desk: Desk, kept: Path, read: list[object], statuses: Statuses
) -> None:
    for out in ("a", "b"):
        again(desk, out, read)
    for path in seen_files(kept):
        path.write_bytes(damage or path.read_bytes()[:-1])
    assert again(desk, "c", read) > 0
    assert statuses(desk.order("nam-dan", out=desk.out / "d")) == ["written"] * 4


def test_a_foreign_value_is_as_good_as_none(desk: Desk, kept: Path) -> None:
    shelf = Shelf("a", "b")
    for value in (None, 1, (), ("b", 2, 3), "b"):
        cache.save("seen", "a", pickle.dumps(value))
        seen = seen_before(shelf)
        assert not seen.frames.kept
        assert seen.facts is None


def test_what_other_templates_made_is_not_used(desk: Desk, kept: Path, read: list[object]) -> None:
    for out in ("a", "b", "c"):
        again(desk, out, read)
    assert not read
    wording = desk.workspace.templates / "wording" / "_chung" / "ke-hoach.j2"
    wording.write_bytes(wording.read_bytes() + b"{# x #}")
    assert again(desk, "d", read) > 0


def test_nothing_is_kept_of_what_follows_from_nothing_known(kept: Path) -> None:
    seen = seen_before(Shelf("a", ""))
    seen.frames.new.add(b"x")
    keep(seen, Shelf("a", ""))
    assert not seen_files(kept)


def test_documents_on_other_ground_than_the_kept_ones_are_learnt_anew(
    desk: Desk, kept: Path, read: list[object]
) -> None:
    """A fact such as the day on which two-tier government begins holds for all of a kind."""
    for out in ("a", "b", "c"):
        again(desk, out, read)
    seen = seen_before(_shelf(desk))
    assert seen.facts is not None
    seen.facts = seen.facts._replace(is_two_tier=not seen.facts.is_two_tier)
    cache.save("seen", _shelf(desk).name, b"")
    for key in (*seen.frames.kept,):
        seen.frames.asked(key)
    seen.frames.new.update(seen.frames)
    keep(seen, _shelf(desk))
    assert again(desk, "d", read) > 0
    again(desk, "e", read)
    assert again(desk, "f", read) == 0


def _shelf(desk: Desk) -> Shelf:
    common = Fingerprints(desk.workspace, desk.book).common
    return Shelf(f"{desk.workspace.templates.resolve()}|{desk.book.head.id}|ke-hoach", common)
