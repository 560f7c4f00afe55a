"""kh-docs update: new data into a file that somebody edited, as clerks and scripts see it."""

from __future__ import annotations

import json
import os
import zipfile
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from ..update.clerk import Clerk
from ..update.reviewer import W, accepted, lines, rejected, with_parts

Run = Callable[..., tuple[int, str, str]]
PLACE = Path("out/104-kh-ubnd-2024/nam-dan/ke-hoach-nam-dan-2024.docx")
BESIDE = PLACE.with_name("ke-hoach-nam-dan-2024-moi.docx")
HERS = "Nội dung chị Hoa viết thêm."
ORDER = ("--district", "Nam Đàn", "--kind", "ke-hoach")


def new_data(signer: str = "Nguyễn Văn A") -> None:
    """The unit now says who signs."""
    folder = Path("data/districts")
    folder.mkdir(exist_ok=True)
    (folder / "nam-dan.yaml").write_text(f"signer:\n  name: {signer}\n", encoding="utf-8")


def edit(path: Path = PLACE) -> bytes:
    """She writes a sentence into a paragraph, and saves."""
    clerk = Clerk(path.read_bytes(), 7)
    text = next(text for text in clerk.texts() if (text.text or "").startswith("Thực hiện Kế hoạch số"))
    text.text = f"{HERS} {text.text}"
    clerk.saves_as_word_does()
    saved = clerk.saved()
    path.write_bytes(saved)
    return saved


@pytest.fixture
def updated(run: Run) -> Callable[..., tuple[int, dict[str, Any]]]:
    """`update --json` of one document: exit code and what is said of it."""

    def call(*options: str) -> tuple[int, dict[str, Any]]:
        code, out, _err = run("update", *ORDER, "--json", *options)
        (document,) = json.loads(out)["documents"]
        return code, document

    return call


@pytest.fixture
def edited(run: Run) -> bytes:
    run("generate", *ORDER)
    return edit()


Updated = Callable[..., tuple[int, dict[str, Any]]]


def test_new_data_and_her_sentence_are_both_there(edited: bytes, updated: Updated) -> None:
    new_data()
    code, document = updated()
    assert (code, document) == (
        0,
        {
            "unit": "nam-dan",
            "kind": "ke-hoach",
            "path": str(PLACE),
            "status": "merged",
            "changes": 1,
            "conflicts": [],
            "reason": "",
            "beside": None,
        },
    )
    both = lines(accepted(PLACE.read_bytes()))
    assert "Nguyễn Văn A" in both
    assert any(line.startswith(HERS) for line in both)
    assert lines(rejected(PLACE.read_bytes())) == lines(edited)


def test_nothing_new(edited: bytes, updated: Updated) -> None:
    assert updated() == (0, updated()[1] | {"status": "unchanged", "changes": 0})
    assert PLACE.read_bytes() == edited


def test_what_nobody_edited_is_written_anew(run: Run, updated: Updated) -> None:
    run("generate", *ORDER)
    before = PLACE.read_bytes()
    new_data()
    assert updated()[1]["status"] == "written"
    assert "Nguyễn Văn A" in lines(PLACE.read_bytes())
    assert updated("--undo")[1]["status"] == "restored"
    assert PLACE.read_bytes() == before


def test_a_missing_file_is_written(updated: Updated) -> None:
    assert updated()[1]["status"] == "written"
    assert PLACE.exists()


def test_saved_again_without_a_change_is_not_an_edit(run: Run, updated: Updated) -> None:
    run("generate", *ORDER)
    clerk = Clerk(PLACE.read_bytes(), 3)
    clerk.saves_as_word_does()
    PLACE.write_bytes(clerk.saved())
    new_data()
    assert updated()[1]["status"] == "written"
    assert b"w:ins" not in PLACE.read_bytes()
    assert "Nguyễn Văn A" in lines(PLACE.read_bytes())


def saved_again(path: Path = PLACE) -> bytes:
    """Word opens the file and saves it; nobody typed anything."""
    clerk = Clerk(path.read_bytes(), 3)
    clerk.saves_as_word_does()
    path.write_bytes(clerk.saved())
    return path.read_bytes()


def test_generate_takes_a_file_that_was_only_saved_again_for_its_own(run: Run) -> None:
    run("generate", *ORDER)
    again = saved_again()
    code, out, _err = run("generate", *ORDER, "--json")
    assert (code, json.loads(out)["documents"][0]["status"]) == (0, "unchanged")
    assert PLACE.read_bytes() == again
    new_data()
    code, out, _err = run("generate", *ORDER, "--json", "--dry-run")
    assert (code, json.loads(out)["documents"][0]["status"]) == (0, "written")
    assert PLACE.read_bytes() == again
    code, out, _err = run("generate", *ORDER, "--json")
    assert (code, json.loads(out)["documents"][0]["status"]) == (0, "written")
    assert "Nguyễn Văn A" in lines(PLACE.read_bytes())
    # What was there can still be had back.
    assert run("update", *ORDER, "--undo")[0] == 0
    assert PLACE.read_bytes() == again


@pytest.mark.parametrize("stray", [b"\0", b"hers", b"PK\5\6"])
def test_a_file_that_is_not_understood_whole_is_never_replaced(
    run: Run, updated: Updated, stray: bytes
) -> None:
    run("generate", *ORDER)
    PLACE.write_bytes(PLACE.read_bytes() + stray)
    before = PLACE.read_bytes()
    assert run("generate", *ORDER)[0] == 3
    new_data()
    assert run("generate", *ORDER)[0] == 3
    assert updated()[1]["status"] == "kept"
    assert PLACE.read_bytes() == before


def protected() -> None:
    settings = zipfile.ZipFile(PLACE).read("word/settings.xml")
    lock = b'<w:documentProtection w:edit="readOnly" w:enforcement="1"/>'
    at = settings.index(b">", settings.index(b"<w:settings")) + 1
    PLACE.write_bytes(
        with_parts(PLACE.read_bytes(), {"word/settings.xml": settings[:at] + lock + settings[at:]})
    )


def with_macros() -> None:
    PLACE.write_bytes(with_parts(PLACE.read_bytes(), {"word/vbaProject.bin": b"macro"}))


@pytest.mark.parametrize("closed", [lambda: signed(), protected, with_macros])
def test_a_file_that_was_only_signed_or_closed_is_not_replaced(
    run: Run, updated: Updated, closed: Callable[[], None]
) -> None:
    run("generate", *ORDER)
    closed()
    before = PLACE.read_bytes()
    new_data()
    assert run("generate", *ORDER)[0] == 3
    assert (updated()[0], PLACE.read_bytes() == before) == (3, True)


def test_only_a_look_changed_is_an_edit(run: Run, updated: Updated) -> None:
    run("generate", *ORDER)
    clerk = Clerk(PLACE.read_bytes(), 3)
    clerk.makes_bold()
    PLACE.write_bytes(clerk.saved())
    new_data()
    assert updated()[1]["status"] == "merged"


def test_the_same_place_filled_on_both_sides(run: Run, updated: Updated) -> None:
    run("generate", *ORDER)
    new_data("Trần Thị B")
    clerk = Clerk(PLACE.read_bytes(), 1)
    for control in clerk.controls("nguoi_ky.ho_ten"):
        clerk.fill(control, "Lê Văn C")
    PLACE.write_bytes(clerk.saved())
    code, document = updated()
    assert (code, document["status"], document["changes"]) == (3, "conflict", 0)
    (conflict,) = document["conflicts"]
    assert (conflict["mine"], conflict["theirs"]) == ("Lê Văn C", "Trần Thị B")
    assert "Lê Văn C" in lines(accepted(PLACE.read_bytes()))
    before = PLACE.read_bytes()
    assert (updated()[0], updated()[1]["status"], PLACE.read_bytes() == before) == (0, "unchanged", True)


def test_undo_brings_back_the_last_one(edited: bytes, updated: Updated) -> None:
    assert updated("--undo")[1]["status"] == "unchanged"
    new_data()
    updated()
    code, document = updated("--undo")
    assert (code, document["status"]) == (0, "restored")
    assert PLACE.read_bytes() == edited
    assert updated()[1]["status"] == "merged"
    PLACE.write_bytes(accepted(PLACE.read_bytes()))
    code, document = updated("--undo")
    assert (code, document["status"]) == (3, "kept")


def test_what_waits_is_told_and_comes_in_once_she_has_decided(edited: bytes, updated: Updated) -> None:
    new_data()
    updated()
    new_data("Trần Thị B")
    still_open = PLACE.read_bytes()
    code, document = updated()
    assert (code, document["status"], PLACE.read_bytes() == still_open) == (3, "kept", True)
    assert "chưa chấp nhận hay từ chối" in document["reason"]
    PLACE.write_bytes(accepted(still_open))
    assert updated()[1]["status"] == "merged"
    assert "Trần Thị B" in lines(accepted(PLACE.read_bytes()))
    assert "Nguyễn Văn A" in lines(rejected(PLACE.read_bytes()))


def test_what_she_accepted_is_not_brought_twice(edited: bytes, updated: Updated, run: Run) -> None:
    new_data()
    updated()
    PLACE.write_bytes(accepted(PLACE.read_bytes()))
    kept = PLACE.read_bytes()
    assert (updated()[1]["status"], PLACE.read_bytes() == kept) == ("unchanged", True)
    assert (run("generate", *ORDER)[0], PLACE.read_bytes() == kept) == (3, True)


def test_what_she_rejected_is_not_brought_again(edited: bytes, updated: Updated) -> None:
    new_data()
    updated()
    PLACE.write_bytes(rejected(PLACE.read_bytes()))
    kept = PLACE.read_bytes()
    assert (updated()[1]["status"], PLACE.read_bytes() == kept) == ("unchanged", True)


def test_a_dry_run_shows_the_changes_and_writes_nothing(edited: bytes, run: Run) -> None:
    new_data()
    code, out, err = run("update", *ORDER, "--dry-run")
    assert (code, out, PLACE.read_bytes() == edited) == (0, "", True)
    assert "“……………………” -> “Nguyễn Văn A”" in err


def test_generate_says_what_update_would_do(edited: bytes, run: Run) -> None:
    new_data()
    code, _out, err = run("generate", *ORDER)
    assert (code, PLACE.read_bytes() == edited) == (3, True)
    assert "dữ liệu mới thay đổi 1 đoạn, hàng" in err
    assert "kh-docs update --district nam-dan --kind ke-hoach" in err


def test_generate_says_that_there_is_nothing_new(edited: bytes, run: Run) -> None:
    code, _out, err = run("generate", *ORDER)
    assert (code, PLACE.read_bytes() == edited) == (3, True)
    assert "không có dữ liệu mới cho tệp này" in err


def signed() -> None:
    PLACE.write_bytes(with_parts(PLACE.read_bytes(), {"_xmlsignatures/sig1.xml": b"<a/>"}))


def opened() -> None:
    PLACE.with_name("~$-hoach-nam-dan-2024.docx").write_bytes(b"")


def without_a_store() -> None:
    for bundle in Path("out/104-kh-ubnd-2024/.kh-docs-store").iterdir():
        bundle.unlink()


def with_a_broken_store() -> None:
    for bundle in Path("out/104-kh-ubnd-2024/.kh-docs-store").iterdir():
        bundle.write_bytes(b"PK")


def without_a_manifest() -> None:
    Path("out/104-kh-ubnd-2024/.kh-docs-manifest.json").unlink()


def open_in_libreoffice() -> None:
    PLACE.with_name(".~lock.ke-hoach-nam-dan-2024.docx#").write_bytes(b"")


def as_an_old_doc() -> None:
    PLACE.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512)


def with_a_password() -> None:
    name = "EncryptedPackage".encode("utf-16-le")
    PLACE.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + name)


def emptied() -> None:
    PLACE.write_bytes(b"")


def with_another_column() -> None:
    clerk = Clerk(PLACE.read_bytes(), 1)
    for row in clerk.root.findall(f".//{W}tbl")[1].iter(W + "tr"):
        row.append(deepcopy(row.findall(W + "tc")[-1]))
    PLACE.write_bytes(clerk.saved())


def with_a_tracked_move() -> None:
    clerk = Clerk(PLACE.read_bytes(), 1)
    moved = clerk.revision("moveFrom")
    text = clerk.texts()[0].getparent()
    text.addprevious(moved)
    moved.append(text)
    PLACE.write_bytes(clerk.saved())


def half_downloaded() -> None:
    PLACE.write_bytes(PLACE.read_bytes()[:9000])


def another_units() -> None:
    core = b'<cp xmlns="x"><keywords>kh-docs:104-kh-ubnd-2024:vinh:ke-hoach</keywords></cp>'
    PLACE.write_bytes(with_parts(PLACE.read_bytes(), {"docProps/core.xml": core}))


@pytest.mark.parametrize(
    ("happened", "reason"),
    [
        (signed, "đã ký số"),
        (protected, "bị khóa"),
        (with_macros, "có macro"),
        (with_a_tracked_move, "chuyển chỗ"),
        (with_another_column, "thêm hoặc bớt cột"),
        (opened, "đang mở"),
        (open_in_libreoffice, "đang mở"),
        (as_an_old_doc, "Word 97-2003"),
        (with_a_password, "có mật khẩu"),
        (emptied, "tệp rỗng"),
        (without_a_store, "không còn bản kh-docs đã ghi"),
        (with_a_broken_store, "không còn bản kh-docs đã ghi"),
        (without_a_manifest, "không do kh-docs ghi"),
        (half_downloaded, "bị hỏng"),
        (another_units, "là văn bản khác"),
    ],
)
def test_what_is_left_as_it_is_gets_the_new_version_beside_it(
    edited: bytes, updated: Updated, happened: Callable[[], None], reason: str
) -> None:
    new_data()
    happened()
    before = PLACE.read_bytes()
    code, document = updated()
    assert (code, document["status"], document["beside"]) == (3, "kept", str(BESIDE))
    assert reason in document["reason"]
    assert PLACE.read_bytes() == before
    assert "Nguyễn Văn A" in lines(BESIDE.read_bytes())


def test_the_version_beside_is_not_taken_for_a_copy(edited: bytes, updated: Updated, run: Run) -> None:
    new_data()
    signed()
    assert updated()[1]["beside"] == str(BESIDE)
    assert BESIDE.name not in run("generate", *ORDER)[2]


def test_a_version_beside_that_she_edited_is_not_written_over(edited: bytes, updated: Updated) -> None:
    new_data()
    signed()
    updated()
    hers = edit(BESIDE)
    new_data("Trần Thị B")
    code, document = updated()
    assert (code, document["status"], document["beside"]) == (3, "kept", None)
    assert str(BESIDE) in document["reason"]
    assert BESIDE.read_bytes() == hers


def test_number_and_day_given_once_stay(run: Run, updated: Updated) -> None:
    run("generate", *ORDER, "--number", "45", "--date", "2024-02-23")
    edit()
    new_data()
    assert updated()[1]["status"] == "merged"
    text = "\n".join(lines(accepted(PLACE.read_bytes())))
    assert "Số: 45/KH-UBND" in text
    assert "ngày 23 tháng 02 năm 2024" in text


@pytest.mark.skipif(os.name == "nt", reason="NOT RUN: paths are written otherwise")
def test_all_units_and_wrong_use(run: Run) -> None:
    assert run("update")[0] == 2
    assert run("update", "--all", "--district", "Vinh")[0] == 2
    assert run("update", "--district", "Vin")[0] == 2
