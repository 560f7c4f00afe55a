"""What is doubtful is left out of every sum until somebody says what it is, and all outputs say so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from .clerk import Form
from .conftest import of
from .test_outputs import BOOK, FOLDER, REPORT, TRACKER, text_of

Run = Callable[..., tuple[int, str, str]]
Sent = Callable[..., Path]
Collect = Callable[..., dict[str, Any]]
AREAS, CLEAN, F1 = "tong_khu_dan_cu", "xa_giu_sach_ma_tuy.xa", "so_buoi_tuyen_truyen.ky_nay"
DISTRICT, NEW = "huyen_sach_ma_tuy.ky_nay", "xa_dat_dien_hinh_moi"


def fill(values: dict[str, str]) -> Callable[[Form], None]:
    def do(form: Form) -> None:
        for tag, text in values.items():
            form.fill(tag, text)

    return do


def of_communes(form: Form, column: str) -> list[str]:
    return sorted(tag for tag in form.all_tags() if tag.startswith(f"{column}."))


def stated_twice(form: Form) -> None:
    """Two areas in each commune, and a total that says otherwise."""
    for tag in of_communes(form, f"{AREAS}.xa"):
        form.fill(tag, "2")
    form.fill(f"{AREAS}.ky_nay", "50")


def test_a_figure_that_is_stated_twice_is_in_no_sum_until_it_is_settled(
    sent: Sent, collected: Collect
) -> None:
    sent("nam-dan", stated_twice)
    sent("vinh", fill({f"{AREAS}.ky_nay": "300"}))
    found = collected()
    assert found["totals"][f"{AREAS}.ky_nay"] == {"value": 300, "units": 1, "of": 21}
    assert any("50 và 38" in each["message"] for each in of(found, "nam-dan")["conflicts"])
    row = next(row for row in load_workbook(BOOK)["Tổng hợp"].iter_rows(min_row=5) if row[0].value == "A5")
    assert [cell.value for cell in row[3:24] if cell.value] == [300, "50 (?)"]
    assert "300 khu dân cư (01/21 đơn vị)" in text_of(REPORT)
    # The officer says which.
    workbook = load_workbook(TRACKER)
    asked = next(row for row in workbook["Câu hỏi"].iter_rows(min_row=5) if row[0].value == "nam-dan")
    assert (asked[1].value, asked[3].value, asked[7].value) == ("A5, kỳ này", "50", "chưa")
    asked[5].value = "chấp nhận"
    workbook.save(TRACKER)
    assert collected()["totals"][f"{AREAS}.ky_nay"]["value"] == 350


def test_what_looks_odd_is_added_and_the_sheet_says_so(sent: Sent, collected: Collect) -> None:
    sent("nam-dan", fill({"nguon_tin_nhan_dan_cung_cap.ky_nay": "2", "nguon_tin_co_gia_tri.ky_nay": "5"}))
    found = collected()
    assert found["totals"]["nguon_tin_co_gia_tri.ky_nay"] == {"value": 5, "units": 1, "of": 21}
    row = next(row for row in load_workbook(BOOK)["Câu hỏi"].iter_rows(min_row=5, values_only=True))
    assert (row[1], row[5]) == ("P2, kỳ này", "đã cộng")
    assert "Các số này đã cộng, đang đối chiếu với đơn vị." in text_of(REPORT)


def test_a_letter_names_every_commune_whose_cell_is_unclear(sent: Sent, collected: Collect) -> None:
    def do(form: Form) -> None:
        for number, tag in enumerate(of_communes(form, CLEAN)):
            form.fill(tag, "3" if number else "Đạt trong năm")

    sent("nam-dan", do)
    unclear = next(each for each in of(collected(), "nam-dan")["questions"] if "chưa cộng" in each["message"])
    assert "đơn vị khác" not in unclear["message"]
    assert unclear["message"].count(", ") >= 16


def test_what_is_left_of_a_target_is_a_units_own(sent: Sent, collected: Collect) -> None:
    """Nam Đàn is set half of its communes with those that are kept: how many are new, it sets itself."""
    for unit in ("nam-dan", "nghi-loc"):
        its_target = {f"{NEW}.chi_tieu": "7"} if unit == "nam-dan" else {}
        sent(unit, fill({"xa_dien_hinh_duy_tri.ky_nay": "3", f"{NEW}.ky_nay": "9", **its_target}))
    collected()
    given, own = text_of(REPORT).split("Chỉ tiêu đơn vị tự đặt, đăng ký")
    line = "Số đơn vị cấp xã được công nhận mới điển hình trong kỳ: 01/19 đơn vị đạt chỉ tiêu (Nghi Lộc)"
    assert line in given
    assert "Số đơn vị cấp xã được công nhận mới điển hình trong kỳ: 01/01 đơn vị đạt chỉ tiêu" in own


def test_a_rate_that_was_typed_counts_nowhere_and_the_sheet_says_so(sent: Sent, collected: Collect) -> None:
    """3 and 2 of 19 are 26,3%, whatever stands there."""

    def do(form: Form) -> None:
        fill({"xa_dien_hinh_duy_tri.ky_nay": "3", "xa_dat_dien_hinh_moi.ky_nay": "2"})(form)
        form.type_in("H8", 5, "62,5")

    sent("nam-dan", do)
    assert collected()["totals"]["ty_le_xa_dien_hinh.ky_nay"]["value"] == 26.3
    workbook = load_workbook(BOOK)
    asked = [row[:6] for row in workbook["Câu hỏi"].iter_rows(min_row=5, values_only=True)]
    assert [row[5] for row in asked if row[1] == "H8, kỳ này"] == ["tính lại"]
    row = next(row for row in workbook["Tổng hợp"].iter_rows(min_row=5) if row[0].value == "H8")
    assert [cell.value for cell in row[3:24] if cell.value] == [26.3]


@pytest.mark.parametrize("called", ["as the sheet says", "A5", "tong_khu_dan_cu.ky_nay", "a5,kỳ này"])
def test_a_correction_takes_the_name_of_the_cell_from_the_sheet_of_questions(
    called: str, sent: Sent, collected: Collect
) -> None:
    sent("nam-dan", stated_twice)
    collected()
    workbook = load_workbook(TRACKER)
    asked = next(row for row in workbook["Câu hỏi"].iter_rows(min_row=5) if row[0].value == "nam-dan")
    correction = next(workbook["Sửa số"].iter_rows(min_row=5, max_col=4))
    name = asked[1].value if called == "as the sheet says" else called
    for cell, value in zip(correction, ("nam-dan", name, 41, "hỏi lại ngày 18/6"), strict=True):
        cell.value = value
    workbook.save(TRACKER)
    found = collected()
    assert found["totals"][f"{AREAS}.ky_nay"] == {"value": 41, "units": 1, "of": 21}
    # Her figure settles it.
    assert not [each for each in of(found, "nam-dan")["conflicts"] if "50" in each["message"]]


@pytest.mark.parametrize("unread", ["0", "x", "2024"])
def test_words_of_a_table_that_nobody_can_count_are_asked_about_and_never_0(
    unread: str, sent: Sent, collected: Collect
) -> None:
    def do(form: Form) -> None:
        tags = of_communes(form, CLEAN)
        for tag in tags:
            form.fill(tag, "Có")
        form.fill(tags[3], unread)

    sent("nam-dan", do)
    sent("vinh", lambda form: [form.fill(tag, "Có") for tag in of_communes(form, CLEAN)])
    found = collected()
    assert found["totals"]["xa_da_cong_nhan_sach_ma_tuy.ky_nay"] == {"value": 25, "units": 1, "of": 21}
    (question,) = (each for each in of(found, "nam-dan")["questions"] if f"“{unread}”" in each["raw"])
    assert question["where"] == "Phụ lục II, cột “Được công nhận sạch về ma túy”"
    assert "ghi một trong: Có, Không" in question["message"]


def test_a_district_is_counted_by_the_list_it_chose_from(sent: Sent, collected: Collect) -> None:
    """Six districts are to be clean in 2024; Thái Hòa is one, and cannot say that none is asked of it."""
    said = {"vinh": "Giữ vững", "do-luong": "Đạt", "ky-son": "Chưa đạt", "quy-hop": "Không giao"}
    for unit, answer in {**said, "thanh-chuong": "Đạt", "que-phong": "Chưa đạt"}.items():
        sent(unit, fill({DISTRICT: answer, F1: "1"}))
    sent("thai-hoa", fill({DISTRICT: "Không giao", F1: "1"}))
    sent("nam-dan", fill({DISTRICT: "Có", F1: "1"}))
    found = collected()
    assert found["totals"][DISTRICT] == {"value": 3, "units": 6, "of": 21}
    assert "mà kế hoạch có giao đơn vị" in of(found, "thai-hoa")["conflicts"][0]["message"]
    assert "không có trong danh sách chọn" in of(found, "nam-dan")["questions"][0]["message"]
    text = text_of(REPORT)
    assert "03/06 đơn vị đã báo cáo (Giữ vững 01, Đạt 02, Chưa đạt 02, Không giao 01 đơn vị)" in text
    assert "; chỉ tiêu của tỉnh 06 đơn vị cấp huyện, trong đó đã đạt 01" in text
    named = "01/06 đơn vị đạt chỉ tiêu (Thanh Chương); chưa đạt: Quế Phong; chưa có số liệu rõ: "
    assert f"{named}Thái Hòa, Tương Dương, Con Cuông, Nghi Lộc." in text
    row = next(row for row in load_workbook(BOOK)["Tổng hợp"].iter_rows(min_row=5) if row[0].value == "D6")
    # Two of four answers count; where nobody gave any, nothing does.
    assert row[24].value.count("COUNTIF") == 4 + 2


def test_a_letter_and_the_report_name_what_is_blank(sent: Sent, collected: Collect) -> None:
    def all_but(form: Form) -> None:
        for tag in form.tags():
            if tag.endswith((".ky_nay", ".ky_truoc")) and tag not in (F1, "camera_so_mat.ky_nay"):
                form.fill(tag, "3")

    path = sent("nam-dan", all_but)
    found = collected()
    letter = text_of(FOLDER / "don-doc-nam-dan-bao-cao-6-thang.docx")
    assert "còn thiếu: 02 chỉ tiêu chưa có số liệu" in letter
    assert "19 đơn vị cấp xã còn ô trống" in letter
    assert "qua Phòng Tham mưu, Công an tỉnh" in letter
    assert "báo cáo kết quả 06 tháng đầu năm 2024" in letter
    assert "Báo cáo còn thiếu số liệu: Nam Đàn (02 chỉ tiêu, số liệu của 19 đơn vị cấp xã)." in text_of(
        REPORT
    )
    assert path.name in found["files"][0]["path"]


def test_a_file_of_a_later_day_is_not_said_to_be_late(sent: Sent, collected: Collect) -> None:
    """Its own day lies after the day of the report: when it came nobody knows yet."""
    sent("nam-dan", fill({F1: "3"}))
    found = collected()
    assert of(found, "nam-dan")["days_late"] > 0
    text = text_of(REPORT)
    assert "gửi chậm" not in text
    assert "Chưa xác định được ngày nhận báo cáo của: Nam Đàn." in text
