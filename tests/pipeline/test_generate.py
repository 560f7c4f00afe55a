"""One district's run, step by step: given values, dry runs, edits, faults of one and faults of all."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kh_docs.errors import TemplateError

from ..documents.word import Document
from .conftest import PLAN, Desk, Statuses

KINDS = ("ke-hoach", "bao-cao-6-thang", "bao-cao-nam", "phieu-kiem-tra")
ONE = ("ke-hoach",)


def shown(path: Path) -> Document:
    return Document(path.read_bytes())


def test_number_and_date_are_printed_where_they_belong(desk: Desk) -> None:
    desk.order("nam-dan", kinds=ONE, number="5", issued_on=date(2024, 2, 22))
    made = shown(desk.path("nam-dan", "ke-hoach"))
    assert made.tables[0].rows[1].texts == ["Số: 05/KH-UBND", "Nam Đàn, ngày 22 tháng 02 năm 2024"]
    notes = [item.plain for item in made.body if item.style == "Kèm theo"]
    assert set(notes) == {
        "(Kèm theo Kế hoạch số 05/KH-UBND ngày 22 tháng 02 năm 2024 của Ủy ban nhân dân huyện Nam Đàn)"
    }
    assert len(notes) == 3


def test_without_them_both_stay_open(desk: Desk) -> None:
    desk.order("nam-dan", kinds=ONE)
    made = shown(desk.path("nam-dan", "ke-hoach"))
    assert made.tables[0].rows[1].texts == ["Số: …/KH-UBND", "Nam Đàn, ngày … tháng … năm 2024"]


def test_a_date_behind_the_deadline_is_warned_of(desk: Desk) -> None:
    late = desk.order("nam-dan", kinds=ONE, issued_on=date(2024, 2, 26)).documents[0]
    assert late.warnings[0].startswith("ngày ký 26/02/2024 sau ngày làm việc cuối cùng 23/02/2024")


def test_the_commune_form_has_a_name_of_its_own(desk: Desk) -> None:
    result = desk.order("nam-dan", kinds=("phieu-kiem-tra",), inspector="district")
    (document,) = result.documents
    assert document.path == desk.path("nam-dan", "phieu-kiem-tra-cap-xa")
    assert document.path.is_file()
    # The province's form is another file: neither takes the other's place.
    desk.order("nam-dan", kinds=("phieu-kiem-tra",))
    assert desk.path("nam-dan", "phieu-kiem-tra").is_file()
    assert document.path.is_file()


def test_each_document_is_told_of_as_it_is_made(desk: Desk) -> None:
    """Files are put in place 64 at a time: a bar that waited for that would stand still."""
    desk.order("nam-dan", "vinh")
    assert (desk.made, len(desk.seen)) == ([0] * 8, 8)


def test_a_value_of_two_lines_is_printed_with_its_break(desk: Desk) -> None:
    """Such a value is put in place by the long way, which counts what was printed."""
    desk.write_local("nam-dan", "signer:\n  name: |-\n    Nguyễn\n    Văn A\n")
    result = desk.order("nam-dan")
    assert [document.reason for document in result.documents] == [""] * 4
    signed = shown(desk.path("nam-dan", "ke-hoach")).tables[1]
    assert "Nguyễn\nVăn A" in signed.rows[0].texts[1]


def test_a_dry_run_writes_nothing(desk: Desk, statuses: Statuses) -> None:
    result = desk.order("nam-dan", "vinh", dry_run=True)
    assert statuses(result) == ["written"] * 8
    assert not desk.out.exists() or desk.files() == {}
    assert len(desk.seen) == 8


def test_a_dry_run_over_existing_files_changes_nothing(desk: Desk, statuses: Statuses) -> None:
    desk.order("nam-dan")
    desk.path("nam-dan", "bao-cao-nam").unlink()
    before = desk.touched()
    assert statuses(desk.order("nam-dan", dry_run=True)) == ["unchanged", "unchanged", "written", "unchanged"]
    assert desk.touched() == before


def test_an_edited_file_is_kept_and_a_deleted_one_made_again(desk: Desk, statuses: Statuses) -> None:
    desk.order("nam-dan")
    edited, deleted = desk.path("nam-dan", "ke-hoach"), desk.path("nam-dan", "bao-cao-nam")
    made = deleted.read_bytes()
    edited.write_bytes(edited.read_bytes() + b"\0")
    kept = edited.read_bytes()
    deleted.unlink()
    result = desk.order("nam-dan")
    assert statuses(result) == ["kept", "unchanged", "written", "unchanged"]
    assert "đã có người sửa" in result.documents[0].reason
    assert edited.read_bytes() == kept
    assert deleted.read_bytes() == made


def test_a_file_that_is_not_ours_is_kept(desk: Desk, statuses: Statuses) -> None:
    path = desk.path("nam-dan", "ke-hoach")
    path.parent.mkdir(parents=True)
    path.write_bytes(b"ban cu cua chi Hoa")
    assert statuses(desk.order("nam-dan", kinds=ONE)) == ["kept"]
    assert path.read_bytes() == b"ban cu cua chi Hoa"


def test_the_list_of_one_kind_s_run_holds_all_kinds(desk: Desk) -> None:
    whole = desk.order("nam-dan").fill_in_lists["nam-dan"].read_bytes()
    assert desk.order("nam-dan", kinds=ONE).fill_in_lists["nam-dan"].read_bytes() == whole


LOCAL = """
signer:
  name: Nguyễn Văn Mẫu
  deputy: yes
proposal:
  number: 15/TTr-CAH
  issued_on: 19/02/2024
party_basis: Chương trình số 20-CTr/HU của Ban Thường vụ Huyện ủy về an ninh A & B <c>
"""


@pytest.mark.parametrize(
    ("local", "printed", "told"),
    [
        (
            "party_basis: Chương trình số 20-CTr/HU của Huyện ủy về an ninh",
            "20-CTr/HU của Huyện ủy",
            "không có ngày",
        ),
        ("party_basis: Kế hoạch của Ủy ban Nhân dân huyện về an ninh", "Ủy ban Nhân dân", "Ủy ban Nhân dân"),
        ("assignments:\n  N03:\n    support: UBND các Xã", "UBND các Xã", "các Xã"),
    ],
)
def test_what_a_unit_s_data_says_wrongly_is_printed_and_told_of(
    desk: Desk, local: str, printed: str, told: str
) -> None:
    """The gate kept the whole document back for a word that only the unit can mend."""
    desk.write_local("nam-dan", local + "\n")
    document = desk.order("nam-dan", kinds=ONE).documents[0]
    assert (document.status, document.reason) == ("written", "")
    made = shown(desk.path("nam-dan", "ke-hoach"))
    texts = [item.plain for item in made.body]
    texts += [cell for table in made.tables for row in table.rows for cell in row.texts]
    assert any(printed in text for text in texts)
    assert any("nam-dan: dữ liệu của đơn vị" in each and told in each for each in document.warnings)


def test_what_the_district_tells_is_printed_exactly(desk: Desk) -> None:
    desk.write_local("nam-dan", LOCAL)
    result = desk.order("nam-dan", kinds=ONE)
    made = shown(desk.path("nam-dan", "ke-hoach"))
    signer = next(table for table in made.tables if "Nơi nhận" in table.rows[0].texts[0]).rows[0].texts[1]
    assert signer.split("\n") == ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Nguyễn Văn Mẫu"]
    opening = next(item.plain for item in made.body if item.plain.startswith("Thực hiện"))
    assert "về an ninh A & B <c>" in opening
    assert "theo đề nghị của Công an huyện tại Tờ trình số 15/TTr-CAH ngày 19 tháng 02 năm 2024" in opening
    known = {control.tag: control for control in made.controls}["nguoi_ky.ho_ten"]
    assert not known.placeholder
    assert (
        "Họ và tên người ký" not in result.fill_in_lists["nam-dan"].read_text("utf-8-sig").split("bao-cao")[0]
    )


@pytest.mark.parametrize(
    "value", ["{{ 7*7 }}", "{% raw %}", "a | b", "=== body", "@muc I. LẠ", "- gạch", "A & <b>"]
)
def test_a_value_is_never_a_command(value: str, desk: Desk) -> None:
    """Whatever stands in the data is words: no tag, no mark of the wording files."""
    desk.write_local("nam-dan", f"signer:\n  name: '{value}'\nparty_basis: '{value}'\n")
    (document,) = desk.order("nam-dan", kinds=ONE).documents
    if document.status == "refused":
        assert value.split()[0] in document.reason or "dành riêng" in document.reason
        return
    made = shown(document.path)
    signer = next(table for table in made.tables if "Nơi nhận" in table.rows[0].texts[0]).rows[0].texts[1]
    assert signer.endswith(f"CHỦ TỊCH\n{value}")
    assert f"năm 2024; {value.rstrip('. ')}," in made.text


def test_changed_data_are_written_and_nothing_else(desk: Desk, statuses: Statuses) -> None:
    desk.order("nam-dan", "vinh")
    before = desk.files()
    desk.write_local("nam-dan", "signer:\n  name: Trần Thị Mẫu\n")
    result = desk.order("nam-dan", "vinh")
    changed = {name for name, content in desk.files().items() if before[name] != content}
    assert f"{PLAN}/nam-dan/ke-hoach-nam-dan-2024.docx" in changed
    assert not any("/vinh/" in name for name in changed)
    assert statuses(result)[4:] == ["unchanged"] * 4
    # The minutes have no signer of the UBND: the same bytes are no change.
    assert statuses(result)[3] == "unchanged"


def test_a_broken_district_file_refuses_that_district(desk: Desk, statuses: Statuses) -> None:
    desk.write_local("nam-dan", "signer:\n  deputy: có lẽ\n")
    result = desk.order("vinh", "nam-dan", "ky-son", kinds=ONE)
    assert statuses(result) == ["written", "refused", "written"]
    refused = result.documents[1]
    assert refused.reason.startswith("data/districts/nam-dan.yaml:2: signer.deputy: ")
    assert not any("/nam-dan/" in name for name in desk.files())
    assert set(result.fill_in_lists) == {"vinh", "ky-son"}


def test_a_district_refused_keeps_its_old_documents(desk: Desk, statuses: Statuses) -> None:
    desk.order("nam-dan")
    before = desk.files()
    desk.write_local("nam-dan", "signer: [\n")
    assert statuses(desk.order("nam-dan")) == ["refused"] * 4
    assert desk.files() == before


def test_a_control_character_refuses_the_district(desk: Desk) -> None:
    desk.write_local("nam-dan", 'signer:\n  name: "Nguyễn\\vVăn"\n')
    (document,) = desk.order("nam-dan", kinds=ONE).documents
    assert document.status == "refused"
    assert "nam-dan.yaml:2: signer.name: ký tự không hợp lệ U+000B" in document.reason


def wording(desk: Desk) -> Path:
    return desk.workspace.templates / "wording" / PLAN / "ke-hoach.j2"


def test_changed_wording_is_written(desk: Desk, statuses: Statuses) -> None:
    desk.order("nam-dan")
    text = wording(desk).read_text(encoding="utf-8")
    assert "@muc IV. KINH PHÍ THỰC HIỆN" in text
    wording(desk).write_text(text.replace("KINH PHÍ THỰC HIỆN", "KINH PHÍ"), encoding="utf-8")
    assert statuses(desk.order("nam-dan")) == ["written", "unchanged", "unchanged", "unchanged"]
    assert "IV. KINH PHÍ\n" in shown(desk.path("nam-dan", "ke-hoach")).text


@pytest.mark.parametrize(
    "fault",
    [
        "{{ khong_co }}",
        "{{ roles.khong_co }}",
        "{{ cite('L99') }}",
        "{% if unit.id == 'ky-son' %}{{ khong_co }}{% endif %}",
        "@la dòng có ký hiệu lạ",
    ],
)
def test_a_fault_in_the_wording_stops_before_anything_is_written(fault: str, desk: Desk) -> None:
    """interface.md, exit codes: the template is everybody's, so nobody gets half of it."""
    text = wording(desk).read_text(encoding="utf-8")
    line = text.split("\n").index("@muc IV. KINH PHÍ THỰC HIỆN") + 1
    changed = text.replace("@muc IV. KINH PHÍ THỰC HIỆN", f"{fault}\n@muc IV. KINH PHÍ THỰC HIỆN")
    wording(desk).write_text(changed, encoding="utf-8")
    with pytest.raises(TemplateError) as caught:
        desk.order("vinh", "ky-son")
    assert f"ke-hoach.j2:{line}: " in str(caught.value)
    assert not desk.out.exists() or desk.files() == {}


@pytest.mark.parametrize("name", ["ke-hoach.docx", "phieu-kiem-tra.docx"])
def test_a_missing_or_broken_layout_stops_before_anything_is_written(name: str, desk: Desk) -> None:
    (desk.workspace.templates / "layout" / name).write_bytes(b"khong phai docx")
    with pytest.raises(TemplateError, match=name):
        desk.order("vinh")
    assert not desk.out.exists() or desk.files() == {}


def test_two_plans_of_the_same_folder_do_not_meet(desk: Desk) -> None:
    """Everything is under the plan's id."""
    desk.order("vinh", kinds=ONE)
    assert {name.split("/")[0] for name in desk.files()} == {PLAN}


def test_all_kinds_of_one_district(desk: Desk, statuses: Statuses) -> None:
    result = desk.order("TX. Thái Hoà")
    assert statuses(result) == ["written"] * 4
    assert [document.kind for document in result.documents] == list(KINDS)
    assert {document.unit for document in result.documents} == {"thai-hoa"}
