"""What comes between judging a file and replacing it, what recovery cannot clear, copies by sync programs."""

import errno
import os
import pickle
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kh_docs.errors import DataError, EnvironmentFault
from kh_docs.publish import Publisher, check_names, encode_text, files
from kh_docs.publish.copies import copies
from kh_docs.publish.faults import explain
from kh_docs.publish.job import edited
from kh_docs.publish.output import Result
from kh_docs.text import TextRefused, clean

if TYPE_CHECKING:
    from .conftest import Desk

VINH = "vinh/ke-hoach-vinh-2024.docx"


def before_the_move(patch: pytest.MonkeyPatch, act: Any) -> None:
    """Do something after a file was judged, just before it is moved aside."""
    real = files.move_aside

    def move_aside(path: Path) -> Path:
        act(path)
        return real(path)

    patch.setattr("kh_docs.publish.batch.files.move_aside", move_aside)


def test_a_file_deleted_since_it_was_judged_is_made_again(
    desk: "Desk", monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.run(vinh=b"old")
    before_the_move(monkeypatch, lambda path: path.unlink())
    (result,) = desk.run(vinh=b"new")
    assert (result.status, desk.files()) == ("written", {VINH: b"new"})


def test_a_file_edited_since_it_was_judged_is_kept(desk: "Desk", monkeypatch: pytest.MonkeyPatch) -> None:
    desk.run(vinh=b"old")
    before_the_move(monkeypatch, lambda path: path.write_bytes(b"her words"))
    (result,) = desk.run(vinh=b"new")
    assert (result.status, result.reason, desk.files()) == ("kept", edited(), {VINH: b"her words"})


def test_a_file_that_appears_in_the_place_of_a_new_one_is_kept(
    desk: "Desk", monkeypatch: pytest.MonkeyPatch
) -> None:
    real = files.move_new

    def move_new(source: Path, target: Path) -> None:
        if target.suffix == ".docx" and not target.exists():
            target.write_bytes(b"her words")
        real(source, target)

    monkeypatch.setattr("kh_docs.publish.batch.files.move_new", move_new)
    (result,) = desk.run(vinh=b"new")
    assert (result.status, result.reason) == (
        "kept",
        "vừa có tệp khác ở chỗ này -> xem lại tệp đó rồi chạy lại",
    )
    assert desk.files() == {VINH: b"her words"}


def test_what_a_crash_left_aside_twice_gets_two_names(desk: "Desk") -> None:
    """Someone's words wait aside, and the place and its first spare name are taken."""
    desk.run(vinh=b"old")
    for number in (1, 2, 3):
        files.aside_of(desk.path("vinh")).write_bytes(b"words %d" % number)
        (desk.folder / ".kh-docs-journal").touch()
        desk.run(vinh=b"old")
    spare = {f"vinh/ke-hoach-vinh-2024.ban-cu-{number}.docx": b"words %d" % number for number in (1, 2, 3)}
    assert desk.files() == {VINH: b"old", **spare}


@pytest.mark.parametrize("stuck", ["anh", "yen"])
def test_a_left_over_that_cannot_be_removed_is_swept_later(
    desk: "Desk", monkeypatch: pytest.MonkeyPatch, stuck: str
) -> None:
    """Whichever it is among several, the journal stays until all are gone."""
    desk.run(anh=b"one", yen=b"one")
    lefts = [files.new_temporary(desk.path(unit).parent) for unit in ("anh", "yen")]
    for left in lefts:
        left.write_bytes(b"half")
    (desk.folder / ".kh-docs-journal").touch()
    real = files.remove
    monkeypatch.setattr("kh_docs.publish.recovery.remove", lambda path: stuck not in str(path) and real(path))
    desk.run(anh=b"one", yen=b"one")
    assert (desk.folder / ".kh-docs-journal").exists()
    assert [left.exists() for left in lefts] == [stuck == "anh", stuck == "yen"]
    monkeypatch.undo()
    desk.run(anh=b"one", yen=b"one")
    assert sorted(desk.files()) == ["anh/ke-hoach-anh-2024.docx", "yen/ke-hoach-yen-2024.docx"]


def test_an_aside_that_cannot_be_settled_stays_and_is_settled_later(
    desk: "Desk", monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.run(vinh=b"old", yen=b"old")
    aside = files.aside_of(desk.path("vinh"))
    aside.write_bytes(b"her words")
    (desk.folder / ".kh-docs-journal").touch()

    def refuse(*_arguments: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr("kh_docs.publish.recovery.give_back", refuse)
    desk.run(vinh=b"old", yen=b"old")
    assert aside.read_bytes() == b"her words"
    assert (desk.folder / ".kh-docs-journal").exists()
    monkeypatch.undo()
    desk.run(vinh=b"old", yen=b"old")
    assert desk.files()["vinh/ke-hoach-vinh-2024.ban-cu-1.docx"] == b"her words"
    assert not (desk.folder / ".kh-docs-journal").exists()


def test_what_is_settled_needs_no_bytes(desk: "Desk") -> None:
    desk.run(vinh=b"one", anh=b"one", yen=b"one")
    desk.path("anh").write_bytes(b"her words")
    desk.path("yen").unlink()
    with Publisher(desk.out, "104-kh") as publisher:
        settled = {
            unit: publisher.settled(output.path, output.fingerprint)
            for unit in ("vinh", "anh", "yen", "new")
            for output in [desk.output(unit, b"one")]
        }
        other = publisher.settled(desk.output("vinh", b"one").path, "another fingerprint")
    assert settled == {
        "vinh": Result(desk.path("vinh"), "unchanged", "", "vinh", "ke-hoach"),
        "anh": Result(desk.path("anh"), "kept", edited(), "anh", "ke-hoach", edited=True),
        "yen": None,
        "new": None,
    }
    assert other is None


def test_copies_are_told_of_and_left_alone(desk: "Desk") -> None:
    desk.run(vinh=b"one")
    names = ("ke-hoach-vinh-2024-DESKTOP-A1.docx", "ke-hoach-vinh-2024 (1).docx")
    for name in (*names, "ke-hoach-vinh-2024.pdf", "bao-cao.docx", "~$-hoach-vinh-2024.docx"):
        desk.path("vinh").with_name(name).write_bytes(b"hers")
    desk.run(vinh=b"one")
    assert [note.split(": ")[0] for note in desk.notes] == [
        str(desk.path("vinh").with_name(name)) for name in sorted(names)
    ]
    assert desk.path("vinh").with_name(names[0]).read_bytes() == b"hers"


def test_copies_are_looked_for_once_in_each_folder(tmp_path: Path) -> None:
    """Also beside the units' folders and below them: the names of another folder are nobody's copies here."""
    keys = ["vinh/a/x.docx", "b.docx", "vinh/a0.docx", "vinh/a.docx", "vinh-1/d.docx"]
    for name in (*keys, "b (1).docx", "vinh/a (1).docx", "vinh/a/x (1).docx", "vinh/x (1).docx"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"")
    told = [note.split(": giống")[0] for note in copies(tmp_path, keys)]
    assert told == [str(tmp_path / name) for name in ("b (1).docx", "vinh/a (1).docx", "vinh/a/x (1).docx")]


def test_copies_are_told_of_whatever_was_asked_for_before_and_after(
    desk: "Desk", monkeypatch: pytest.MonkeyPatch
) -> None:
    """In each folder, of each call, past a folder that cannot be listed, and with dots in names."""
    real = os.scandir

    def scandir(folder: Path) -> Any:
        if folder.name == "vinh":
            raise PermissionError(errno.EACCES, "Permission denied")
        return real(folder)

    monkeypatch.setattr(os, "scandir", scandir)
    desk.run(anh=b"one", vinh=b"one", yen=b"one")
    dotted = replace(desk.output("yen", b"one"), path=Path("104-kh/yen/bao.cao.docx"))
    for name in ("anh/ke-hoach-anh-2024 (1).docx", "yen/bao.cao-PC.docx", "yen/bao-x.cao.docx"):
        (desk.folder / name).write_bytes(b"hers")
    with Publisher(desk.out, "104-kh") as publisher:
        for output in (desk.output("anh", b"one"), desk.output("vinh", b"one"), dotted):
            publisher.publish(output)
    says = "(do đồng bộ hoặc do người chép) -> xem bản nào đúng"
    assert publisher.notes == [
        f"{desk.folder}/anh/ke-hoach-anh-2024 (1).docx: giống bản sao của ke-hoach-anh-2024.docx {says}",
        f"{desk.folder}/yen/bao.cao-PC.docx: giống bản sao của bao.cao.docx {says}",
    ]


def test_names_are_refused_with_their_path(tmp_path: Path) -> None:
    with pytest.raises(DataError) as refused:
        check_names(
            tmp_path, [Path("104-kh/CON/x.docx"), Path("104-kh/vinh/x.docx"), Path("104-kh/VINH/x.docx")]
        )
    assert [str(problem) for problem in refused.value.problems] == [
        "104-kh/CON/x.docx: tên “CON” không dùng được làm tên tệp -> "
        "đặt tên bằng chữ, số, dấu gạch nối; không dùng / \\ : và tên riêng của Windows như CON, NUL",
        "104-kh/VINH/x.docx: trùng tên tệp với 104-kh/vinh/x.docx -> "
        "đặt tên khác nhau không chỉ ở chữ hoa, chữ thường, vì Windows coi là một",
    ]


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(errno.EIO, "Input/output error"), "lỗi đĩa (ổ đĩa báo lỗi đọc, ghi) -> thử lại, hoặc chọn"),
        (OSError("no number"), "lỗi đĩa (no number) -> thử lại, hoặc chọn"),
        (OSError(errno.EPERM, "x"), "không có quyền đọc hoặc ghi -> "),
    ],
)
def test_every_fault_of_a_disk_has_words(error: OSError, said: str) -> None:
    assert explain(error).startswith(said)


def test_text_files_have_one_kind_of_line_end() -> None:
    assert encode_text("một\r\nhai\nba") == b"\xef\xbb\xbf" + "một\r\nhai\r\nba".encode()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "a {_{ b",
            "ở.đây: chuỗi dành riêng “{_{” ở vị trí 3 -> "
            "viết cách khác, chuỗi này bộ tạo văn bản hiểu là lệnh",
        ),
        ("x" * 100_001, "ở.đây: dài 100001 ký tự, quá 100000 -> rút ngắn, hoặc đưa thành phụ lục riêng"),
        ("x\n" * 1_000 + "x", "ở.đây: dài 1001 dòng, quá 1000 -> rút ngắn, hoặc đưa thành phụ lục riêng"),
        # Two characters that NFC takes apart into three each: too long only then.
        ("\u0958" * 60_000, "ở.đây: dài 120000 ký tự, quá 100000 -> rút ngắn, hoặc đưa thành phụ lục riêng"),
    ],
)
def test_a_refusal_says_where_what_and_how_to_mend_also_from_another_process(text: str, said: str) -> None:
    with pytest.raises(TextRefused) as refused:
        clean(text, "ở.đây")
    assert str(refused.value) == said
    assert str(pickle.loads(pickle.dumps(refused.value))) == said


@pytest.mark.parametrize("name", [".kh-docs-manifest.json", ".kh-docs-journal"])
@pytest.mark.parametrize("dry_run", [False, True])
def test_a_book_that_cannot_be_read_just_now_is_not_taken_for_lost(
    desk: "Desk", monkeypatch: pytest.MonkeyPatch, name: str, dry_run: bool
) -> None:
    """Else all files would be somebody else's from now on, and never be made again."""
    desk.run(vinh=b"old")
    (desk.folder / ".kh-docs-journal").touch()
    real = os.open

    def open_it(path: str | os.PathLike[str], flags: int, *mode: int) -> int:
        if os.path.basename(path) == name and not flags & os.O_WRONLY:
            raise OSError(errno.EIO, "Input/output error")
        return real(path, flags, *mode)

    monkeypatch.setattr(os, "open", open_it)
    with pytest.raises(EnvironmentFault, match=r"lỗi đĩa \(ổ đĩa báo lỗi đọc, ghi\) -> thử lại"):
        (desk.rehearse if dry_run else desk.run)(vinh=b"new")
    monkeypatch.undo()
    assert desk.files()[VINH] == b"old"
    assert desk.statuses(vinh=b"new") == ["written"]
