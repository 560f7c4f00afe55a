"""What becomes of a file: written, unchanged or kept, and with which reason."""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kh_docs.errors import InternalError
from kh_docs.publish import Output, Publisher, encode_text
from kh_docs.text import TextRefused

if TYPE_CHECKING:
    from .conftest import Desk

PLACE = "vinh/ke-hoach-vinh-2024.docx"


def test_new_files_are_written_and_nothing_else(desk: "Desk") -> None:
    assert desk.statuses(vinh=b"one", anh=b"two") == ["written", "written"]
    assert desk.files() == {PLACE: b"one", "anh/ke-hoach-anh-2024.docx": b"two"}


def test_a_result_names_its_path_as_given(desk: "Desk", monkeypatch: pytest.MonkeyPatch) -> None:
    desk.out.mkdir()
    monkeypatch.chdir(desk.out)
    with Publisher(Path("ra"), "104-kh") as publisher:
        result = publisher.publish(desk.output("vinh", b"one"))
    assert str(result.path) == f"ra/104-kh/{PLACE}"
    assert (result.status, result.reason, result.unit, result.kind) == ("written", "", "vinh", "ke-hoach")


def test_the_same_again_writes_nothing(desk: "Desk") -> None:
    desk.run(vinh=b"one")
    before = desk.snapshot()
    assert desk.statuses(vinh=b"one") == ["unchanged"]
    assert desk.snapshot() == before


def test_one_changed_unit_rewrites_only_its_file(desk: "Desk") -> None:
    desk.run(vinh=b"one", anh=b"two")
    before = desk.snapshot()
    assert desk.statuses(vinh=b"new", anh=b"two") == ["written", "unchanged"]
    changed = {Path(path).name for path, seen in desk.snapshot().items() if before[path] != seen}
    assert changed == {"ke-hoach-vinh-2024.docx", ".kh-docs-manifest.json"}
    assert desk.path("vinh").read_bytes() == b"new"


def test_an_edited_file_is_kept(desk: "Desk") -> None:
    desk.run(vinh=b"one", anh=b"two")
    desk.path("vinh").write_bytes(b"edited")
    vinh, anh = desk.run(vinh=b"new", anh=b"new")
    assert (vinh.status, anh.status) == ("kept", "written")
    assert vinh.reason == "đã có người sửa sau khi tạo -> cần bản mới thì đổi tên bản đã sửa rồi chạy lại"
    assert desk.files() == {PLACE: b"edited", "anh/ke-hoach-anh-2024.docx": b"new"}


def test_an_edited_file_stays_kept_run_after_run(desk: "Desk") -> None:
    desk.run(vinh=b"one")
    desk.path("vinh").write_bytes(b"edited")
    for content in (b"new", b"one", b"newer"):
        assert desk.statuses(vinh=content) == ["kept"]
    assert desk.files() == {PLACE: b"edited"}


def test_an_edit_with_the_old_time_and_size_is_still_an_edit(desk: "Desk") -> None:
    desk.run(vinh=b"one")
    times = desk.path("vinh").stat()
    desk.path("vinh").write_bytes(b"two")
    os.utime(desk.path("vinh"), ns=(times.st_atime_ns, times.st_mtime_ns))
    assert desk.statuses(vinh=b"new") == ["kept"]


def test_a_touched_file_is_not_an_edit(desk: "Desk") -> None:
    desk.run(vinh=b"one")
    os.utime(desk.path("vinh"), (0, 4_000_000_000))
    assert desk.statuses(vinh=b"new") == ["written"]


def test_a_file_that_is_not_ours_is_kept(desk: "Desk") -> None:
    desk.path("vinh").parent.mkdir(parents=True)
    desk.path("vinh").write_bytes(b"theirs")
    (result,) = desk.run(vinh=b"one")
    assert (result.status, desk.files()) == ("kept", {PLACE: b"theirs"})
    assert result.reason.startswith("có sẵn và không do kh-docs tạo -> ")


def test_a_file_that_is_what_we_would_write_is_adopted(desk: "Desk") -> None:
    desk.path("vinh").parent.mkdir(parents=True)
    desk.path("vinh").write_bytes(b"one")
    assert desk.statuses(vinh=b"one") == ["unchanged"]
    assert desk.statuses(vinh=b"new") == ["written"]


def test_a_deleted_file_is_made_again(desk: "Desk") -> None:
    desk.run(vinh=b"one")
    desk.path("vinh").unlink()
    (result,) = desk.run(vinh=b"one")
    assert (result.status, result.reason) == ("written", "bản trước đã bị xóa hoặc đổi tên, nay tạo lại")


def test_a_folder_in_the_way_is_kept(desk: "Desk") -> None:
    desk.path("vinh").mkdir(parents=True)
    (result,) = desk.run(vinh=b"one")
    assert (result.status, result.reason) == ("kept", "không phải tệp thường -> dời đi rồi chạy lại")


def test_a_file_where_the_units_folder_should_be_is_kept(desk: "Desk") -> None:
    desk.folder.mkdir(parents=True)
    (desk.folder / "vinh").write_bytes(b"theirs")
    assert desk.statuses(vinh=b"one", anh=b"two")[1] == "written"
    assert (desk.folder / "vinh").read_bytes() == b"theirs"


@pytest.mark.parametrize("mark", ["~$ke-hoach-vinh-2024.docx", "~$-hoach-vinh-2024.docx", ".~lock.{}#"])
def test_an_open_file_is_kept(desk: "Desk", mark: str) -> None:
    desk.run(vinh=b"one", anh=b"two")
    lock = desk.path("vinh").with_name(mark.format(desk.path("vinh").name))
    lock.write_bytes(b"")
    vinh, anh = desk.run(vinh=b"new", anh=b"new")
    assert (vinh.status, anh.status) == ("kept", "written")
    assert vinh.reason == f"đang mở (có tệp khóa {lock.name}) -> đóng Word hoặc LibreOffice rồi chạy lại"
    assert desk.statuses(vinh=b"one") == ["unchanged"]
    lock.unlink()
    assert desk.statuses(vinh=b"new") == ["written"]


def test_a_dry_run_tells_and_writes_nothing(desk: "Desk") -> None:
    assert [result.status for result in desk.rehearse(vinh=b"one")] == ["written"]
    assert not desk.out.exists()
    desk.run(vinh=b"one", anh=b"two", chau=b"three")
    desk.path("anh").write_bytes(b"edited")
    before = desk.snapshot()
    results = desk.rehearse(vinh=b"one", anh=b"new", chau=b"new", dien=b"new")
    assert [result.status for result in results] == ["unchanged", "kept", "written", "written"]
    assert desk.snapshot() == before


def test_many_files_keep_their_order(desk: "Desk") -> None:
    units = {f"u{number}": b"%d" % number for number in range(150)}
    assert [result.unit for result in desk.run(**units)] == list(units)
    assert set(desk.statuses(**units)) == {"unchanged"}


def test_settled_knows_the_result_without_the_bytes(desk: "Desk") -> None:
    desk.run(vinh=b"one", anh=b"two", chau=b"three")
    desk.path("anh").write_bytes(b"edited")
    desk.path("chau").unlink()
    settled = {}
    with Publisher(desk.out, "104-kh") as publisher:
        for unit, content in {"vinh": b"one", "anh": b"two", "chau": b"three", "dien": b"four"}.items():
            output = desk.output(unit, content)
            result = publisher.settled(output.path, output.fingerprint)
            settled[unit] = result and result.status
        assert publisher.settled(desk.output("vinh", b"").path, "another") is None
    assert settled == {"vinh": "unchanged", "anh": "kept", "chau": None, "dien": None}


def test_a_new_fingerprint_of_the_same_bytes_is_remembered(desk: "Desk") -> None:
    old = desk.output("vinh", b"one")
    new = Output(old.path, old.content, old.unit, old.kind, "new fingerprint")
    for output, status in ((old, "written"), (new, "unchanged")):
        with Publisher(desk.out, "104-kh") as publisher:
            assert publisher.publish(output).status == status
    with Publisher(desk.out, "104-kh") as publisher:
        assert publisher.settled(new.path, "new fingerprint") is not None


@pytest.mark.parametrize("path", ["../x", "/etc/x", "104-kh/../x", "104-kh/vinh/con.docx", "104-kh/.x/y", ""])
def test_an_output_cannot_lead_out(path: str) -> None:
    with pytest.raises(TextRefused, match="không dùng được làm tên tệp"):
        Output(Path(path), b"", "vinh", "ke-hoach", "")


def test_an_output_of_another_plan_is_our_own_fault(desk: "Desk") -> None:
    with Publisher(desk.out, "105-kh") as publisher, pytest.raises(InternalError):
        publisher.publish(desk.output("vinh", b"one"))


def test_a_list_for_the_clerk_opens_anywhere() -> None:
    assert encode_text("Số:\nNgày") == "\ufeffSố:\r\nNgày".encode()


def test_the_count_of_blanks_is_remembered(desk: "Desk") -> None:
    """Of what is written, of what is there already, and of what need not even be made."""
    output = replace(desk.output("vinh", b"one"), blanks=7)
    for status in ("written", "unchanged"):
        with Publisher(desk.out, "104-kh") as publisher:
            result = publisher.publish(output)
        assert (result.status, result.reason, result.blanks) == (status, "", 7)
    with Publisher(desk.out, "104-kh") as publisher:
        settled = publisher.settled(output.path, output.fingerprint)
    assert settled is not None
    assert settled.blanks == 7


def test_many_files_are_taken_a_batch_at_a_time(desk: "Desk") -> None:
    """Ten thousand documents are never in memory at once."""
    taken: list[str] = []

    def outputs() -> Iterator[Output]:
        for number in range(300):
            taken.append(f"u{number}")
            yield desk.output(taken[-1], b"one")

    with Publisher(desk.out, "104-kh") as publisher:
        results = publisher.publish_all(outputs())
        assert next(results).status == "written"
        assert len(taken) <= 100
        assert [result.status for result in results] == ["written"] * 299


def test_a_file_may_stand_in_the_plans_folder_itself(desk: "Desk") -> None:
    with Publisher(desk.out, "104-kh") as publisher:
        result = publisher.publish(Output(Path("104-kh/tong-hop.xlsx"), b"one", "", "tong-hop", "1"))
    assert (result.status, desk.files()) == ("written", {"tong-hop.xlsx": b"one"})


@pytest.mark.parametrize("path", ["104-kh", "105-kh/vinh/x.docx"])
def test_a_file_outside_the_plans_folder_is_our_own_fault(desk: "Desk", path: str) -> None:
    output = Output(Path(path), b"one", "vinh", "ke-hoach", "1")
    with (
        Publisher(desk.out, "104-kh") as publisher,
        pytest.raises(InternalError, match=f"^{path} is not inside"),
    ):
        publisher.publish(output)
