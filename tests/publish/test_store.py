"""What was written and what it replaced can be had again, and only as long as somebody may ask for it."""

import errno
import hashlib
import os
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kh_docs.errors import EnvironmentFault
from kh_docs.publish import Output, Publisher, Result, syncing

from .test_every_step import CALLS, Trap

if TYPE_CHECKING:
    from .conftest import Desk

PLACE = Path("104-kh/vinh/ke-hoach-vinh-2024.docx")
OLD, HERS, NEW, BOTH = b"PK old", b"PK hers", b"PK new", b"PK hers and new"


def sha(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def write(desk: "Desk", content: bytes) -> Result:
    with Publisher(desk.out, "104-kh") as publisher:
        result = publisher.publish(Output(PLACE, content, "vinh", "ke-hoach", sha(content), lasting=True))
    desk.notes = publisher.notes
    return result


def bring_in(desk: "Desk", hers: bytes = HERS, both: bytes = BOTH, new: bytes = NEW) -> Result:
    output = Output(PLACE, both, "vinh", "ke-hoach", sha(new), lasting=True, base=new, replaces=hers)
    with Publisher(desk.out, "104-kh") as publisher:
        return publisher.publish(output)


def undo(desk: "Desk") -> Result:
    with Publisher(desk.out, "104-kh") as publisher:
        return publisher.restore(PLACE)


def kept(desk: "Desk", content: bytes) -> bool:
    with Publisher(desk.out, "104-kh", dry_run=True) as publisher:
        return publisher.kept(sha(content)) == content


def edited(desk: "Desk") -> Path:
    write(desk, OLD)
    path = desk.out / PLACE
    path.write_bytes(HERS)
    return path


def bundles(desk: "Desk") -> list[Path]:
    return sorted((desk.folder / ".kh-docs-store").iterdir())


def test_the_last_version_is_kept_and_no_earlier_one(desk: "Desk") -> None:
    write(desk, OLD)
    assert kept(desk, OLD)
    write(desk, NEW)
    assert (kept(desk, NEW), kept(desk, OLD), len(bundles(desk))) == (True, False, 1)


def test_what_is_kept_already_is_not_kept_twice(desk: "Desk") -> None:
    write(desk, OLD)
    (before,) = bundles(desk)
    told = before.stat()
    (desk.out / PLACE).unlink()
    assert write(desk, OLD).status == "written"
    assert [each.stat() for each in bundles(desk)] == [told]


def test_lists_and_workbooks_are_not_kept(desk: "Desk") -> None:
    desk.run(vinh=b"a list")
    assert not (desk.folder / ".kh-docs-store").exists()


def test_new_data_in_an_edited_file_and_back(desk: "Desk") -> None:
    path = edited(desk)
    assert bring_in(desk).status == "written"
    assert path.read_bytes() == BOTH
    # It counts as edited: what was made of the data is not what stands there.
    assert (write(desk, NEW).status, write(desk, b"PK newer").status) == ("kept", "kept")
    assert undo(desk).status == "restored"
    assert path.read_bytes() == HERS
    assert kept(desk, OLD), "the next run starts from what was written before"
    assert undo(desk).status == "unchanged"
    assert bring_in(desk).status == "written"


def test_what_she_wrote_since_is_not_undone(desk: "Desk") -> None:
    path = edited(desk)
    bring_in(desk)
    path.write_bytes(b"PK hers, new, and more")
    result = undo(desk)
    assert (result.status, path.read_bytes()) == ("kept", b"PK hers, new, and more")
    assert result.reason


def test_what_she_saved_meanwhile_is_not_replaced(desk: "Desk") -> None:
    path = edited(desk)
    path.write_bytes(b"PK saved again")
    result = bring_in(desk)
    assert (result.status, path.read_bytes()) == ("kept", b"PK saved again")


def test_a_broken_bundle_is_told_and_nothing_is_overwritten(desk: "Desk") -> None:
    path = edited(desk)
    (bundle,) = bundles(desk)
    bundle.write_bytes(bundle.read_bytes()[:-30])
    with Publisher(desk.out, "104-kh", dry_run=True) as publisher:
        assert publisher.kept(sha(OLD)) is None
    assert any(bundle.name in note for note in publisher.notes)
    assert (write(desk, NEW).status, path.read_bytes()) == ("kept", HERS)


def test_bytes_changed_inside_a_bundle_are_not_taken_for_ours(desk: "Desk") -> None:
    write(desk, OLD)
    (bundle,) = bundles(desk)
    whole = bundle.read_bytes()
    bundle.write_bytes(whole.replace(OLD, b"PK odd"))
    assert not kept(desk, OLD)
    # Said to be compressed, which it is not: zlib has a fault of its own for that.
    entry, listed = whole.index(b"PK\3\4"), whole.index(b"PK\1\2")
    odd = bytearray(whole)
    odd[entry + 8], odd[listed + 10] = 8, 8
    bundle.write_bytes(odd)
    with Publisher(desk.out, "104-kh", dry_run=True) as publisher:
        assert publisher.kept(sha(OLD)) is None
    assert any(bundle.name in note for note in publisher.notes)


def test_a_bundle_that_says_it_holds_a_giant_is_not_unpacked(desk: "Desk") -> None:
    write(desk, OLD)
    (bundle,) = bundles(desk)
    giant = 64 * 2**20 + 1
    with zipfile.ZipFile(bundle, "w", zipfile.ZIP_DEFLATED) as odd:
        odd.writestr(sha(b"\0" * giant), b"\0" * giant)
    with Publisher(desk.out, "104-kh", dry_run=True) as publisher:
        assert publisher.kept(sha(b"\0" * giant)) is None


def test_what_is_written_can_be_had_in_the_same_run(desk: "Desk") -> None:
    with Publisher(desk.out, "104-kh") as publisher:
        publisher.publish(Output(PLACE, OLD, "vinh", "ke-hoach", "", lasting=True))
        assert publisher.kept(sha(OLD)) == OLD
        assert publisher.kept(sha(NEW)) is None


def test_words_are_kept_smaller_than_they_are(desk: "Desk") -> None:
    words = b"Word for word. " * 10_000
    write(desk, words)
    (bundle,) = bundles(desk)
    assert bundle.stat().st_size < len(words) / 20
    assert kept(desk, words)


def test_a_disk_without_room_leaves_nothing_half_in_the_store(
    desk: "Desk", monkeypatch: pytest.MonkeyPatch
) -> None:
    write(desk, OLD)
    full = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    with Publisher(desk.out, "104-kh") as publisher:
        monkeypatch.setattr(syncing, "sync_all", lambda opened: [full for _each in opened])
        assert publisher._store.keep([NEW]) is full
        monkeypatch.undo()
        assert [each.suffix for each in bundles(desk)] == [".zip"]


def test_a_broken_manifest_lets_nothing_be_collected(desk: "Desk") -> None:
    write(desk, OLD)
    (desk.folder / ".kh-docs-manifest.json").write_text("{", encoding="utf-8")
    (desk.out / PLACE).unlink()
    write(desk, NEW)
    assert kept(desk, OLD)


def test_a_store_that_cannot_be_written_is_told_and_costs_nothing_else(desk: "Desk") -> None:
    desk.folder.mkdir(parents=True)
    (desk.folder / ".kh-docs-store").write_bytes(b"in the way")
    assert write(desk, OLD).status == "written"
    (note,) = [note for note in desk.notes if "chưa lưu được bản gốc" in note]
    assert not note.endswith(("None", ": "))
    (desk.out / PLACE).write_bytes(HERS)
    assert (bring_in(desk).status, (desk.out / PLACE).read_bytes()) == ("refused", HERS)


@pytest.mark.parametrize("call", CALLS)
def test_a_failing_call_while_new_data_comes_in(desks: "Iterator[Desk]", call: str) -> None:
    def fail() -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    for nth, desk in zip(range(1, 200), desks, strict=False):
        path = edited(desk)
        with Trap(call, nth, fail, after=call == "close") as trap:
            try:
                result = bring_in(desk)
            except EnvironmentFault:
                result = None
        assert path.read_bytes() in (HERS, BOTH)
        assert not result or result.status != "written" or path.read_bytes() == BOTH
        _comes_to_an_end(desk, path)
        if not trap.sprung:
            return


@pytest.mark.skipif(os.name == "nt", reason="NOT RUN: killing at a chosen call needs fork")
@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("call", CALLS)
def test_a_kill_while_new_data_comes_in(desks: "Iterator[Desk]", call: str, after: bool) -> None:
    for nth, desk in zip(range(1, 200), desks, strict=False):
        path = edited(desk)
        child = os.fork()
        if child == 0:
            with Trap(call, nth, lambda: os._exit(9), after=after) as trap:
                bring_in(desk)
            os._exit(1 if trap.sprung else 0)
        if (code := os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])) != 9:
            assert code == 0
            return
        _comes_to_an_end(desk, path)


def _comes_to_an_end(desk: "Desk", path: Path) -> None:
    """Run again, then undo: her file is back, whenever the first run ended."""
    now = path.read_bytes() if path.exists() else None
    if now == BOTH:
        assert undo(desk).status == "restored"
    else:
        assert bring_in(desk).status == "written"
        assert path.read_bytes() == BOTH
        assert undo(desk).status == "restored"
    assert path.read_bytes() == HERS
    assert list(desk.folder.rglob("*.tmp")) == []
