"""Disks that are full, read-only, slow to let go or know no links; links that lead elsewhere."""

import contextlib
import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kh_docs.errors import EnvironmentFault
from kh_docs.publish import Publisher, check_writable, files

if TYPE_CHECKING:
    from .conftest import Desk

FULL = "hết chỗ trên đĩa -> dọn bớt tệp rồi chạy lại"


def test_a_full_disk_leaves_no_part_of_a_new_file(desk: "Desk", mount: Callable[[str], Path]) -> None:
    desk.place(mount("size=64k"))
    small, large, last = desk.run(anh=b"small", vinh=b"x" * 100_000, yen=b"small")
    assert [small.status, large.status, last.status] == ["written", "refused", "written"]
    assert large.reason == FULL
    assert sorted(desk.files()) == ["anh/ke-hoach-anh-2024.docx", "yen/ke-hoach-yen-2024.docx"]


def test_a_full_disk_leaves_the_old_file_alone(desk: "Desk", mount: Callable[[str], Path]) -> None:
    desk.place(mount("size=64k"))
    desk.run(vinh=b"old" * 9000)
    (result,) = desk.run(vinh=b"new" * 9000)
    assert (result.status, result.reason) == ("refused", FULL)
    assert desk.files() == {"vinh/ke-hoach-vinh-2024.docx": b"old" * 9000}


def test_a_disk_full_from_the_start_refuses_each_file(desk: "Desk", mount: Callable[[str], Path]) -> None:
    disk = mount("size=64k")
    desk.place(disk)
    desk.run(vinh=b"old")
    (disk / "filler").touch()
    with open(disk / "filler", "wb", buffering=0) as filler, contextlib.suppress(OSError):
        while True:
            filler.write(b"x" * 512)
    assert [result.reason for result in desk.run(vinh=b"new", anh=b"new")] == [FULL, FULL]
    assert desk.statuses(vinh=b"old") == ["unchanged"]
    (disk / "filler").unlink()
    assert desk.statuses(vinh=b"new", anh=b"new") == ["written", "written"]
    assert len(desk.files()) == 2


def test_a_read_only_disk_is_refused_before_any_work(desk: "Desk", mount: Callable[[str], Path]) -> None:
    desk.place(mount("size=64k,ro"))
    with pytest.raises(EnvironmentFault, match="không có quyền ghi vào thư mục -> "):
        desk.run(vinh=b"one")


def test_a_folder_without_permission_is_refused_before_any_work(
    desk: "Desk", monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.out.mkdir()
    monkeypatch.setattr(os, "access", lambda path, _mode: Path(path) != desk.out)  # root may write anywhere
    for dry_run in (False, True):
        with pytest.raises(EnvironmentFault, match=f"^{desk.out}: không có quyền ghi vào thư mục"):
            (desk.rehearse if dry_run else desk.run)(vinh=b"one")
    assert not desk.folder.exists()


@pytest.mark.parametrize("tail", ["", "104-kh", "deeper/104-kh"])
def test_an_out_that_is_a_file_is_refused(tmp_path: Path, tail: str) -> None:
    (tmp_path / "out").write_bytes(b"")
    with pytest.raises(EnvironmentFault, match=f"^{tmp_path / 'out'}: là tệp, không phải thư mục -> "):
        check_writable(tmp_path / "out" / tail)


def test_an_out_that_vanishes_refuses_what_is_left(desk: "Desk") -> None:
    with Publisher(desk.out, "104-kh") as publisher:
        assert publisher.publish(desk.output("anh", b"one")).status == "written"
        desk.out.rename(desk.out.with_name("unplugged"))
        result = publisher.publish(desk.output("vinh", b"one"))
    assert (result.status, desk.out.exists()) == ("refused", False)
    assert result.reason == "thư mục không còn -> cắm lại ổ đĩa hoặc tạo lại thư mục rồi chạy lại"
    assert "chưa ghi được sổ theo dõi: thư mục không còn" in publisher.notes[0]


@pytest.mark.parametrize("what", ["the plan's folder", "a unit's folder", "a file", "a dead link"])
def test_links_that_lead_elsewhere_are_refused(desk: "Desk", tmp_path: Path, what: str) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    link, target = {
        "the plan's folder": (desk.folder, elsewhere),
        "a unit's folder": (desk.path("vinh").parent, elsewhere),
        "a file": (desk.path("vinh"), elsewhere / "file"),
        "a dead link": (desk.path("vinh"), elsewhere / "nothing"),
    }[what]
    (elsewhere / "file").write_bytes(b"theirs")
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(target)
    reason = "là liên kết dẫn ra nơi khác -> xóa liên kết đó rồi chạy lại"
    if what == "the plan's folder":
        with pytest.raises(EnvironmentFault, match=f"^{desk.folder}: {reason}$"):
            desk.run(vinh=b"one")
    else:
        vinh, yen = desk.run(vinh=b"one", yen=b"one")
        assert vinh.status == ("refused" if what == "a unit's folder" else "kept")
        assert vinh.status == "kept" or vinh.reason == f"thư mục {reason}"
        assert yen.status == "written"
        assert desk.statuses(vinh=b"one", yen=b"one")[1] == "unchanged"
    assert {path.name: path.read_bytes() for path in elsewhere.iterdir()} == {"file": b"theirs"}


def test_an_out_folder_that_is_itself_a_link_serves(desk: "Desk", tmp_path: Path) -> None:
    (tmp_path / "big disk").mkdir()
    desk.out.symlink_to(tmp_path / "big disk")
    assert desk.statuses(vinh=b"one") == ["written"]
    assert desk.statuses(vinh=b"new") == ["written"]


@pytest.mark.skipif(os.name == "nt", reason="NOT RUN: Windows makes links for administrators only")
@pytest.mark.parametrize("name", [".kh-docs-lock", ".kh-docs-journal"])
def test_a_link_under_one_of_our_own_names_is_not_followed(desk: "Desk", tmp_path: Path, name: str) -> None:
    (tmp_path / "theirs").write_bytes(b"theirs")
    desk.folder.mkdir(parents=True)
    (desk.folder / name).symlink_to(tmp_path / "theirs")
    with contextlib.suppress(EnvironmentFault):
        desk.run(vinh=b"one")
    assert (tmp_path / "theirs").read_bytes() == b"theirs"


def failing_sync(patch: pytest.MonkeyPatch, fails: Callable[[os.stat_result], bool]) -> None:
    """Files or folders like these cannot be synced to disk."""
    real = os.fsync

    def fsync(descriptor: int) -> None:
        if fails(os.fstat(descriptor)):
            raise OSError(errno.EIO, "Input/output error")
        real(descriptor)

    patch.setattr(os, "fsync", fsync)


@pytest.mark.skipif(os.name == "nt", reason="NOT RUN: Windows syncs folders by itself")
def test_names_that_may_not_outlive_a_power_cut_are_told_of(
    desk: "Desk", monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.run(vinh=b"old")
    failing_sync(monkeypatch, lambda about: stat.S_ISDIR(about.st_mode))
    assert desk.statuses(vinh=b"new") == ["written"]
    assert desk.notes[0] == (
        "tệp đã tạo nhưng chưa chắc còn sau khi mất điện: "
        "lỗi đĩa (ổ đĩa báo lỗi đọc, ghi) -> thử lại, hoặc chọn thư mục khác bằng --out"
    )
    monkeypatch.undo()
    assert desk.statuses(vinh=b"new") == ["unchanged"]
    assert desk.files() == {"vinh/ke-hoach-vinh-2024.docx": b"new"}


def test_nothing_is_put_in_place_that_is_not_announced_on_disk(
    desk: "Desk", monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = desk.folder / ".kh-docs-journal"
    failing_sync(monkeypatch, lambda about: journal.exists() and os.path.samestat(about, journal.stat()))
    results = desk.run(vinh=b"one", yen=b"one")
    assert [result.status for result in results] == ["refused", "refused"]
    assert results[0].reason.startswith("lỗi đĩa (ổ đĩa báo lỗi đọc, ghi)")
    assert desk.files() == {}


@pytest.mark.parametrize("fault", [errno.EPERM, errno.EOPNOTSUPP])
def test_a_disk_without_hard_links_serves(desk: "Desk", monkeypatch: pytest.MonkeyPatch, fault: int) -> None:
    def link(*_arguments: object) -> None:
        raise OSError(fault, os.strerror(fault))

    monkeypatch.setattr(os, "link", link)
    assert desk.statuses(vinh=b"one") == ["written"]
    assert desk.statuses(vinh=b"new", anh=b"new") == ["written", "written"]
    desk.path("vinh").write_bytes(b"edited")
    assert desk.statuses(vinh=b"newer", anh=b"newer") == ["kept", "written"]
    assert sorted(desk.files().values()) == [b"edited", b"newer"]

    def link_too_late(_source: Path, target: Path) -> None:
        target.write_bytes(b"her words")
        link()

    monkeypatch.setattr(os, "link", link_too_late)
    (yen,) = desk.run(yen=b"one")
    assert (yen.status, desk.path("yen").read_bytes()) == ("kept", b"her words")


def test_a_file_that_cannot_be_read_is_kept(desk: "Desk", monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_path: Path) -> str:
        raise PermissionError(errno.EACCES, "Permission denied")

    desk.run(vinh=b"one")
    monkeypatch.setattr("kh_docs.publish.job.digest", refuse)
    (result,) = desk.run(vinh=b"new")
    assert (result.status, result.reason.partition(" -> ")[0]) == ("kept", "không có quyền đọc hoặc ghi")
    desk.path("vinh").with_name("~$-hoach-vinh-2024.docx").write_bytes(b"")
    (result,) = desk.run(vinh=b"new")
    assert result.reason.startswith("đang mở (có tệp khóa ~$-hoach-vinh-2024.docx) -> ")


@pytest.mark.parametrize(
    "mark", ["~$ke-hoach-vinh-2024.docx", "~$e-hoach-vinh-2024.docx", "~$-hoach-vinh-2024.docx",
             ".~lock.ke-hoach-vinh-2024.docx#"],
)  # fmt: skip
def test_an_open_file_is_kept(desk: "Desk", mark: str) -> None:
    desk.run(vinh=b"one")
    desk.path("vinh").with_name(mark).touch()
    (result,) = desk.run(vinh=b"new")
    reason = f"đang mở (có tệp khóa {mark}) -> đóng Word hoặc LibreOffice rồi chạy lại"
    assert (result.status, result.reason) == ("kept", reason)
    assert desk.path("vinh").read_bytes() == b"one"


def test_no_file_stays_open(desk: "Desk") -> None:
    """Windows moves no open file, and a system gives a process some hundred of them."""
    if not os.path.exists("/proc/self/fd"):
        pytest.skip("NOT RUN: only Linux lists open files")
    before = len(os.listdir("/proc/self/fd"))
    with Publisher(desk.out, "104-kh") as publisher:
        for unit in ("anh", "vinh", "yen"):
            publisher.publish(desk.output(unit, b"one"))
            assert len(os.listdir("/proc/self/fd")) == before + 1  # the lock
    assert len(os.listdir("/proc/self/fd")) == before


def test_two_edits_while_we_publish_are_both_kept(desk: "Desk", monkeypatch: pytest.MonkeyPatch) -> None:
    real = files.digest

    def digest_while_she_works(path: Path) -> str | None:
        path.write_bytes(b"her first words")
        desk.path("vinh").write_bytes(b"her second words")
        return real(path)

    desk.run(vinh=b"one")
    monkeypatch.setattr("kh_docs.publish.batch.files.digest", digest_while_she_works)
    (result,) = desk.run(vinh=b"new")
    assert (result.status, result.reason) == (
        "kept",
        "đã có người sửa; bản sửa trước đó nay ở ke-hoach-vinh-2024.ban-cu-1.docx -> xem lại và giữ bản đúng",
    )
    assert desk.files() == {
        "vinh/ke-hoach-vinh-2024.ban-cu-1.docx": b"her first words",
        "vinh/ke-hoach-vinh-2024.docx": b"her second words",
    }


class Held:
    """Refuses to move a file a number of times, as Windows does while another program holds it."""

    def __init__(self, patch: pytest.MonkeyPatch, times: int) -> None:
        self.left, self._rename, self.clock = times, os.rename, 0.0
        patch.setattr(os, "rename", self.rename)
        patch.setattr("kh_docs.publish.files.time.sleep", self.sleep)
        patch.setattr("kh_docs.publish.files.time.monotonic", lambda: self.clock)

    def sleep(self, seconds: float) -> None:
        self.clock += seconds

    def rename(self, *arguments: Any) -> None:
        self.left -= 1
        if self.left >= 0:
            error = PermissionError(errno.EACCES, "The process cannot access the file")
            error.winerror = 32  # type: ignore[attr-defined]
            raise error
        self._rename(*arguments)


def test_a_file_held_for_a_moment_is_written(desk: "Desk", monkeypatch: pytest.MonkeyPatch) -> None:
    desk.run(vinh=b"one")
    Held(monkeypatch, 5)
    assert desk.statuses(vinh=b"new") == ["written"]


def test_a_file_held_for_long_is_kept(desk: "Desk", monkeypatch: pytest.MonkeyPatch) -> None:
    desk.run(vinh=b"one", anh=b"one")
    held = Held(monkeypatch, 10**6)
    (result,) = desk.run(vinh=b"new")
    assert result.status == "kept"
    assert result.reason == "đang mở trong chương trình khác -> đóng tệp rồi chạy lại"
    assert 3 <= held.clock < 3.5
    assert desk.path("vinh").read_bytes() == b"one"


def test_data_is_on_disk_before_the_name_and_the_name_before_the_old_file_goes(
    desk: "Desk", monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.run(vinh=b"old")
    steps: list[str] = []

    def spy(call: str) -> None:
        real = getattr(os, call)

        def noted(*arguments: Any, **options: Any) -> Any:
            path = os.readlink(f"/proc/self/fd/{arguments[0]}") if call == "fsync" else str(arguments[-1])
            steps.append(f"{call} {kind_of(path)}")
            return real(*arguments, **options)

        monkeypatch.setattr(os, call, noted)

    def kind_of(path: str) -> str:
        name = os.path.basename(path)
        if name.startswith(".kh-docs-aside-"):
            return "aside"
        return "temporary" if name.endswith(".tmp") else name

    if not os.path.exists("/proc/self/fd"):
        pytest.skip("NOT RUN: the name of an open file is known on Linux only")
    for call in ("fsync", "link", "rename", "unlink"):
        spy(call)
    desk.run(vinh=b"new")
    document = "ke-hoach-vinh-2024.docx"
    start, end = steps.index("rename aside"), steps.index("unlink aside")
    assert sorted(steps[:start]) == ["fsync .kh-docs-journal", "fsync temporary"]
    assert [step for step in steps[start:end] if step != "unlink temporary"] == [
        "rename aside",
        f"link {document}",
        "fsync vinh",
    ]
    assert [step for step in steps[end:] if step != "unlink temporary"] == [
        "unlink aside",
        "fsync vinh",
        "fsync temporary",
        "fsync 104-kh",
        "unlink .kh-docs-journal",
        "unlink .kh-docs-lock",
    ]
