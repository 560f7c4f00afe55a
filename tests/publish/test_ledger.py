"""A missing, broken or foreign manifest or journal never costs a file; what a dead run left is put right."""

import errno
import json
import os
from typing import TYPE_CHECKING

import pytest

from kh_docs.publish import Publisher

if TYPE_CHECKING:
    from .conftest import Desk

MANIFEST = ".kh-docs-manifest.json"
BROKEN = [
    b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"version": 1}', b'{"version": 1, "files": []}', b"[" * 100_000,
    b'{"version": 1, "files": {"vinh/ke-hoach-vinh-2024.docx": {"sha256": "x"}}}',
    b'{"version": 2, "files": {}}',
]  # fmt: skip


def test_the_manifest_says_what_was_written(desk: "Desk") -> None:
    desk.run(vinh=b"one")
    assert json.loads((desk.folder / MANIFEST).read_bytes()) == {
        "version": 1,
        "files": {
            "vinh/ke-hoach-vinh-2024.docx": {
                "sha256": "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed",
                "fingerprint": desk.output("vinh", b"one").fingerprint,
                "unit": "vinh",
                "kind": "ke-hoach",
                "blanks": 0,
            }
        },
    }


def test_without_the_manifest_files_are_not_ours(desk: "Desk") -> None:
    desk.run(vinh=b"one", anh=b"two")
    (desk.folder / MANIFEST).unlink()
    assert desk.statuses(vinh=b"new", anh=b"two") == ["kept", "unchanged"]
    assert desk.notes == []
    assert desk.statuses(vinh=b"new", anh=b"new") == ["kept", "written"]


@pytest.mark.parametrize("content", BROKEN)
def test_with_a_broken_manifest_files_are_not_ours(desk: "Desk", content: bytes) -> None:
    desk.run(vinh=b"one", anh=b"two")
    (desk.folder / MANIFEST).write_bytes(content)
    assert desk.statuses(vinh=b"new", anh=b"two") == ["kept", "unchanged"]
    assert desk.notes == [
        f"{desk.folder / MANIFEST}: sổ theo dõi hỏng hoặc của phiên bản khác -> không ghi đè tệp nào đang có"
    ]
    assert (desk.folder / ".kh-docs-manifest.old.json").read_bytes() == content
    assert desk.statuses(vinh=b"new", anh=b"new") == ["kept", "written"]
    assert desk.notes == []


def test_a_cut_manifest_is_broken_at_every_length(desk: "Desk") -> None:
    desk.run(vinh=b"one")
    whole = (desk.folder / MANIFEST).read_bytes()
    for length in range(len(whole)):
        (desk.folder / MANIFEST).write_bytes(whole[:length])
        assert desk.statuses(vinh=b"new") == ["kept"]


def crash(desk: "Desk", **contents: bytes) -> None:
    """Publish, and die before the manifest takes the journal up."""
    manifest = desk.folder / MANIFEST
    before = manifest.read_bytes() if manifest.exists() else None
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("kh_docs.publish.ledger.remove", lambda _path: True)
        desk.run(**contents)
    manifest.unlink()
    if before:
        manifest.write_bytes(before)


def test_files_of_a_crashed_run_are_ours(desk: "Desk") -> None:
    crash(desk, vinh=b"one")
    assert desk.statuses(vinh=b"new") == ["written"]
    assert desk.files() == {"vinh/ke-hoach-vinh-2024.docx": b"new"}


def test_a_file_edited_after_the_crash_is_kept(desk: "Desk") -> None:
    desk.run(vinh=b"old")
    crash(desk, vinh=b"one")
    desk.path("vinh").write_bytes(b"edited")
    assert desk.statuses(vinh=b"new") == ["kept"]


def test_a_dry_run_after_a_crash_knows_our_files_and_writes_nothing(desk: "Desk") -> None:
    crash(desk, vinh=b"one")
    before = desk.snapshot()
    assert [result.status for result in desk.rehearse(vinh=b"new")] == ["written"]
    assert desk.snapshot() == before


@pytest.mark.parametrize(
    "tail",
    [b"", b"\n{", b"\nnull\n[]\n7", b'\n{"path": "x"}', b"\n\xff", b'\n{"path": 7, "old": 8, "record": {}}'],
)
def test_a_torn_journal_still_serves(desk: "Desk", tail: bytes) -> None:
    crash(desk, vinh=b"one")
    with open(desk.folder / ".kh-docs-journal", "ab") as journal:
        journal.write(tail)
    assert desk.statuses(vinh=b"new") == ["written"]
    assert desk.files() == {"vinh/ke-hoach-vinh-2024.docx": b"new"}


def test_an_old_file_left_aside_goes_back(desk: "Desk") -> None:
    crash(desk, vinh=b"one")
    desk.path("vinh").rename(desk.path("vinh").with_name(".kh-docs-aside-ke-hoach-vinh-2024.docx.tmp"))
    assert desk.statuses(vinh=b"one") == ["unchanged"]
    assert desk.files() == {"vinh/ke-hoach-vinh-2024.docx": b"one"}


def test_an_edited_file_left_aside_is_shown_beside_the_new_one(desk: "Desk") -> None:
    crash(desk, vinh=b"one")
    desk.path("vinh").with_name(".kh-docs-aside-ke-hoach-vinh-2024.docx.tmp").write_bytes(b"edited")
    assert desk.statuses(vinh=b"new") == ["written"]
    assert desk.files() == {
        "vinh/ke-hoach-vinh-2024.ban-cu-1.docx": b"edited",
        "vinh/ke-hoach-vinh-2024.docx": b"new",
    }
    assert desk.notes == [
        f"{desk.path('vinh')}: có bản đã sửa từ lần chạy bị ngắt, nay lưu ở ke-hoach-vinh-2024.ban-cu-1.docx"
        " -> xem lại và giữ bản đúng"
    ]


def test_only_our_own_temporary_files_are_swept(desk: "Desk") -> None:
    crash(desk, vinh=b"one")
    for name in (".kh-docs-1-1.tmp", ".theirs.tmp", "kh-docs-1-1.tmp", ".kh-docs-1-1.tmp.docx"):
        desk.path("vinh").with_name(name).write_bytes(b"")
    desk.run(vinh=b"one")
    assert sorted(path.rpartition("/")[2] for path in desk.files()) == [
        ".kh-docs-1-1.tmp.docx",
        ".theirs.tmp",
        "ke-hoach-vinh-2024.docx",
        "kh-docs-1-1.tmp",
    ]


def dies_before_its_end(desk: "Desk", *units: str) -> None:
    """A run puts these units' files in place and dies before it writes the manifest."""
    child = os.fork()
    if child == 0:
        publisher = Publisher(desk.out, "104-kh").__enter__()
        list(publisher.publish_all(desk.output(unit, b"one") for unit in units))
        os._exit(9)
    os.waitpid(child, 0)


@pytest.mark.skipif(os.name == "nt", reason="NOT RUN: needs fork")
def test_a_dead_runs_files_are_known_also_past_one_that_cannot_be_read(desk: "Desk") -> None:
    """Of both its batches; where the first file should be there is a folder by now."""
    units = [f"u{number}" for number in range(70)]
    dies_before_its_end(desk, *units)
    assert not (desk.folder / MANIFEST).exists()
    desk.path("u0").unlink()
    desk.path("u0").mkdir()
    assert desk.statuses(**dict.fromkeys(units, b"new")) == ["kept"] + ["written"] * 69


def test_a_manifest_that_cannot_be_written_is_told_of(desk: "Desk", monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with Publisher(desk.out, "104-kh") as publisher:
        publisher.publish(desk.output("vinh", b"one"))
        monkeypatch.setattr("kh_docs.publish.ledger.replace_whole", refuse)
    assert publisher.notes == [
        f"{desk.folder}: chưa ghi được sổ theo dõi: hết chỗ trên đĩa -> dọn bớt tệp rồi chạy lại; "
        "nhật ký còn đó, lần chạy sau ghi lại"
    ]
    monkeypatch.undo()
    assert desk.statuses(vinh=b"new") == ["written"]


@pytest.mark.skipif(os.name == "nt", reason="NOT RUN: needs fork")
def test_a_broken_manifest_is_kept_though_a_new_one_is_written_twice(desk: "Desk") -> None:
    """Once when the dead run's files are taken up, once at the end."""
    desk.run(vinh=b"one")
    dies_before_its_end(desk, "anh")
    (desk.folder / MANIFEST).write_bytes(b"broken")
    desk.run(anh=b"new", yen=b"new")
    assert (desk.folder / ".kh-docs-manifest.old.json").read_bytes() == b"broken"
    assert desk.statuses(anh=b"newer", yen=b"newer") == ["written", "written"]


def test_a_manifest_that_a_dead_run_half_wrote_is_swept_though_nothing_changes(desk: "Desk") -> None:
    """It had set an unreadable one aside and was killed before the new one stood in its place."""
    desk.run(vinh=b"one")
    temporary = desk.folder / ".kh-docs-manifest.tmp"
    temporary.write_bytes(b'{"version": 1, "fil')
    assert desk.statuses(vinh=b"one") == ["unchanged"]
    assert not temporary.exists()
    assert desk.statuses(vinh=b"one") == ["unchanged"]
