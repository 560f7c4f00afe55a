"""What returns.md settles so that nobody has to guess, a test for each line that no other test holds."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from .clerk import Form
from .conftest import KIND, of
from .test_outputs import FOLDER, TRACKER

Run = Callable[..., tuple[int, str, str]]
Sent = Callable[..., Path]
Collect = Callable[..., dict[str, Any]]
F1, F2 = "so_buoi_tuyen_truyen.ky_nay", "luot_nguoi_tuyen_truyen.ky_nay"
NOON = 1718170000  # 12/6/2024
DAY = 86400


def fill(values: dict[str, str]) -> Callable[[Form], None]:
    def do(form: Form) -> None:
        for tag, text in values.items():
            form.fill(tag, text)

    return do


def test_what_cells_say_and_do_not(sent: Sent, collected: Collect) -> None:
    written = {
        F1: "1.5",
        F2: "-",
        "tin_bai_mang_xa_hoi.ky_nay": "Không",
        "ngay_hoan_thanh_ra_soat.ky_nay": "ngày 05 tháng 02 năm 2024",
        "kinh_phi_ngan_sach_xa.ky_nay": "1.205.500.000 đ",
        "so_xa_co_ke_hoach.ky_nay": "Chưa có số liệu",
        "so_van_ban_huyen_ban_hanh.ky_nay": "12 văn bản",
    }
    sent("nam-dan", lambda form: (fill(written)(form), form.fill("ty_le_xa_dien_hinh.ky_nay", "85%")))
    found = collected()
    nam_dan = of(found, "nam-dan")
    said = {key: (value["state"], value["value"]) for key, value in nam_dan["values"].items()}
    assert {key: said[key] for key in written} == {
        F1: ("text", "1.5"),
        F2: ("text", "-"),
        "tin_bai_mang_xa_hoi.ky_nay": ("text", "Không"),
        "ngay_hoan_thanh_ra_soat.ky_nay": ("text", "2024-02-05"),
        "kinh_phi_ngan_sach_xa.ky_nay": ("number", 1205.5),
        "so_xa_co_ke_hoach.ky_nay": ("no_figure", None),
        "so_van_ban_huyen_ban_hanh.ky_nay": ("number", 12),
    }
    assert {key: nam_dan["values"][key]["raw"] for key in (F1, F2)} == {F1: "1.5", F2: "-"}
    # The form leaves this ratio to the program; somebody typed it all the same.
    assert said["ty_le_xa_dien_hinh.ky_nay"] == ("number", 85)
    # What is ambiguous is asked about, and that money was converted is said; “-” and “Không” ask nothing.
    assert [question["raw"] for question in nam_dan["questions"]] == ["1.5", "1.205.500.000 đ"]
    assert [found["totals"][key]["value"] for key in (F1, F2)] == [None, None]
    # Printed in the form of a district without wards.
    assert said["ca_phuong_dat_moi.ky_nay"] == ("not_applicable", None)
    # The day for it is in the second half of the year.
    assert said["kdc_to_chuc_ngay_hoi.ky_nay"] == ("not_due", None)
    # It applies to two of the 21 units, and this is none of them.
    assert found["totals"]["ca_phuong_dat_moi.ky_nay"]["of"] == 2
    # A blank cell is no question.
    assert said["camera_so_mat.ky_nay"] == ("blank", None)


def test_a_figure_where_the_form_says_that_none_belongs_is_asked_about(
    sent: Sent, collected: Collect
) -> None:
    sent("nam-dan", lambda form: (form.fill("ca_phuong_dat_moi.ky_nay", "3"), form.fill(F1, "1")))
    found = collected()
    (question,) = of(found, "nam-dan")["questions"]
    assert question["message"] == "biểu in “Không áp dụng” mà có số"
    assert found["totals"]["ca_phuong_dat_moi.ky_nay"] == {"value": None, "units": 0, "of": 2}


def test_the_day_of_a_file_and_the_days_it_is_late(sent: Sent, collected: Collect) -> None:
    """The last day is 13/6/2024, before the 14th."""
    on_time, late = (sent(unit, fill({F1: "1"})) for unit in ("vinh", "ky-son"))
    os.utime(on_time, (NOON, NOON + DAY))
    os.utime(late, (NOON, NOON + 4 * DAY))
    found = collected()
    days = {
        unit: (of(found, unit)["received_on"], of(found, unit)["days_late"]) for unit in ("vinh", "ky-son")
    }
    assert days == {"vinh": ("2024-06-13", 0), "ky-son": ("2024-06-16", 3)}
    # Missing until 20/6.
    assert (of(found, "nam-dan")["received_on"], of(found, "nam-dan")["days_late"]) == (None, 7)


def test_the_tracker_tells_both_days_of_two_versions_and_what_differs(sent: Sent, collected: Collect) -> None:
    first = sent("vinh", fill({F1: "3", F2: "9"}), "vinh.docx")
    second = sent("vinh", fill({F1: "5", F2: "9"}), "vinh mới.docx")
    third = sent("vinh", fill({F1: "5", F2: "9"}), "bản sao.docx")
    third.write_bytes(second.read_bytes())
    for path, day in ((first, 0), (second, 5), (third, 5)):
        os.utime(path, (NOON, NOON + day * DAY))
    found = collected()
    vinh = of(found, "vinh")
    # A copy of the same bytes is no version.
    assert (vinh["version"], vinh["received_on"], vinh["days_late"]) == (2, "2024-06-17", 0)
    row = next(
        row
        for row in load_workbook(TRACKER)["Theo dõi"].iter_rows(min_row=5, values_only=True)
        if row[0] == "vinh"
    )
    assert (row[3], row[8]) == ("12/06/2024", "17/06/2024")
    assert row[10].startswith("F1 Số buổi")
    assert row[10].endswith("3 -> 5")


MANY = (
    F1, F2, "tin_bai_mang_xa_hoi.ky_nay", "so_van_ban_huyen_ban_hanh.ky_nay", "so_xa_co_ke_hoach.ky_nay",
    "camera_so_mat.ky_nay", "mo_hinh_diem.ky_nay",
)  # fmt: skip


@pytest.mark.parametrize(
    ("first", "second", "asks"),
    [
        (MANY, MANY[:1], True),
        (MANY, MANY[:2], True),
        # An amended return that leaves a few out, and one that says more, are what they seem.
        (MANY, MANY[:4], False),
        (MANY[:1], MANY, False),
    ],
)
def test_a_younger_version_that_says_much_less_is_asked_about(
    sent: Sent, collected: Collect, first: tuple[str, ...], second: tuple[str, ...], asks: bool
) -> None:
    paths = [
        sent("vinh", fill(dict.fromkeys(keys, str(number))), f"{name}.docx")
        for number, (keys, name) in enumerate([(first, "du"), (second, "moi")], 5)
    ]
    for day, path in enumerate(paths):
        os.utime(path, (NOON, NOON + day * DAY))
    vinh = of(collected(), "vinh")
    # As settled, the newest gives the values; which of the two is meant is asked.
    assert (vinh["file"], vinh["values"][F1]["value"]) == ("in/moi.docx", 6)
    told = [each for each in vinh["questions"] if "bản trước" in each["message"]]
    assert [each["where"] for each in told] == (["moi.docx"] if asks else [])
    if asks:
        # One figure, how many communes there are, stands in every form as it goes out.
        said = f"bản mới nhất chỉ ghi {len(second) + 1} ô, bản trước (du.docx) ghi 8 ô"
        assert said in told[0]["message"]


def test_a_day_that_the_officer_did_not_touch_is_not_her_decision(sent: Sent, collected: Collect) -> None:
    path = sent("vinh", fill({F1: "3"}))
    os.utime(path, (NOON, NOON + 5 * DAY))
    collected()
    os.utime(path, (NOON, NOON))
    assert of(collected(), "vinh")["days_late"] == 0


def test_what_the_officer_accepts_is_asked_no_more_and_a_row_that_decides_nothing_is_told_of(
    sent: Sent, collected: Collect, run: Run
) -> None:
    sent("nam-dan", fill({F1: "10", "so_buoi_tuyen_truyen.ky_truoc": "30"}))
    assert len(of(collected(), "nam-dan")["conflicts"]) == 1
    workbook = load_workbook(TRACKER)
    asked = next(row for row in workbook["Câu hỏi"].iter_rows(min_row=5) if row[0].value == "nam-dan")
    asked[5].value, asked[6].value = "chấp nhận", "đã hỏi, năm nay ít buổi"
    for row, values in zip(
        workbook["Sửa số"].iter_rows(min_row=5, max_row=7, max_col=4),
        (("nam-dan", "khong_co.ky_nay", 5, "sửa"), ("nam-dan", F2, 5, None), ("nam-dan", F2, None, "sửa")),
        strict=True,
    ):
        for cell, value in zip(row, values, strict=True):
            cell.value = value
    workbook.save(TRACKER)
    for _again in range(2):
        code, out, err = run("collect", "in", "--kind", KIND, "--as-of", "20/6/2024", "--json")
        assert code in (1, 3)
        found = json.loads(out)
        assert of(found, "nam-dan")["conflicts"] == []
        assert of(found, "nam-dan")["values"][F2]["state"] == "blank"
        if not _again:
            assert "khong_co.ky_nay: không có ô này trong biểu" in err
            assert "chưa ghi lý do" in err
            assert "chưa ghi giá trị đúng" in err
    listed = load_workbook(FOLDER / "tong-hop-bao-cao-6-thang-2024.xlsx")["Đã quyết định"]
    assert [row[2] for row in listed.iter_rows(min_row=5, values_only=True)] == ["chấp nhận"]


def test_a_form_nobody_filled_is_missing_foreign_and_gets_a_letter(sent: Sent, collected: Collect) -> None:
    sent("ky-son", lambda _form: None)
    found = collected()
    assert of(found, "ky-son")["state"] == "missing"
    assert [(file["unit"], file["status"], file["reason"]) for file in found["files"]] == [
        ("ky-son", "foreign", "mẫu chưa điền gì")
    ]
    assert (FOLDER / f"don-doc-ky-son-{KIND}.docx").is_file()
