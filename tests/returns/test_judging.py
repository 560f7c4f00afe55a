"""What is looked at in a return: each finding names both places, and none stops the run."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kh_docs.returns.outliers import far_off

from .clerk import Form
from .conftest import KIND, of

Run = Callable[..., tuple[int, str, str]]
Sent = Callable[..., Path]
Collect = Callable[..., dict[str, Any]]
YEAR = "bao-cao-nam"
SHARE = "ty_le_xa_dien_hinh.ky_nay"


def conflicts(found: dict[str, Any], unit: str = "nam-dan") -> list[dict[str, str]]:
    listed: list[dict[str, str]] = of(found, unit)["conflicts"]
    return listed


def filled(form: Form, values: dict[str, str]) -> None:
    """A code stands for the cell of this period in its row, which has no control."""
    for tag, text in values.items():
        form.fill(tag, text) if "." in tag else form.type_in(tag, 5, text)


@pytest.mark.parametrize(
    ("values", "a", "b", "words"),
    [
        # A figure and the table of communes that makes it up: 19 communes, two say so many areas.
        (
            {"tong_khu_dan_cu.ky_nay": "5", "tong_khu_dan_cu.xa.17950": "4", "tong_khu_dan_cu.xa.17932": "3"},
            "A5 ", "Phụ lục II, cột “Tổng số khu dân cư”", "05 và 07",
        ),
        # Nam Đàn has 19 communes.
        ({"so_xa_co_ke_hoach.ky_nay": "20"}, "B4 ", "huyện Nam Đàn có 19", "ghi 20, nhiều nhất có thể là 19"),
        # The review was to be done by 14/02/2024; the figures end on 14/6.
        ({"ngay_hoan_thanh_ra_soat.ky_nay": "20/7/2024"}, "I6 ", "kỳ số liệu", "ngày 20/7/2024 nằm ngoài kỳ"),
        ({"ngay_hoan_thanh_ra_soat.ky_nay": "20/11/2022"}, "I6 ", "kỳ số liệu", "nằm ngoài kỳ"),
        # 30 to 10 is more than half, 30 to 16 is not.
        (
            {"so_buoi_tuyen_truyen.ky_nay": "10", "so_buoi_tuyen_truyen.ky_truoc": "30"},
            "F1 ", "F1 ", "kỳ này 10, cùng kỳ 30",
        ),
        # 3 and 2 of 19 are 26,3%.
        (
            {"xa_dien_hinh_duy_tri.ky_nay": "3", "xa_dat_dien_hinh_moi.ky_nay": "2", SHARE: "62,5"},
            "H8 ", "H3 ", "62,5%, tính lại từ các số trong báo cáo là 26,3%",
        ),
        # Nam Đàn's 50% count those that are kept; what is registered anew is held against what is new.
        (
            {"xa_dat_dien_hinh_moi.ky_nay": "7", "xa_dang_ky_dien_hinh.ky_nay": "5"},
            "H7 ", "H6 ", "trong báo cáo: 07 và 05",
        ),
    ],
)  # fmt: skip
def test_what_contradicts_is_told_with_both_places(
    values: dict[str, str], a: str, b: str, words: str, sent: Sent, collected: Collect
) -> None:
    sent("nam-dan", lambda form: filled(form, values))
    (conflict,) = conflicts(collected())
    assert conflict["a"].startswith(a)
    assert conflict["b"].startswith(b)
    assert words in conflict["message"]


@pytest.mark.parametrize(
    "values",
    [
        {"so_buoi_tuyen_truyen.ky_nay": "16", "so_buoi_tuyen_truyen.ky_truoc": "30"},
        {"so_buoi_tuyen_truyen.ky_nay": "4", "so_buoi_tuyen_truyen.ky_truoc": "2"},
        {"so_xa_co_ke_hoach.ky_nay": "19"},
        {"ngay_hoan_thanh_ra_soat.ky_nay": "14/02/2024"},
        # The table of the form names only those that changed, of all that are kept.
        {"mo_hinh_loai.ky_nay": "40", "mo_hinh.ten.01": "Camera an ninh", "mo_hinh.ten.02": "Tổ tự quản"},
        {"mo_hinh_diem.ky_nay": "310", "mo_hinh.ten.01": "Camera an ninh", "mo_hinh.so_diem.01": "12"},
        {"mo_hinh_to.ky_nay": "55", "mo_hinh.ten.01": "Camera an ninh", "mo_hinh.so_to.01": "3"},
        {
            "mo_hinh_thanh_vien.ky_nay": "800",
            "mo_hinh.ten.01": "Camera an ninh",
            "mo_hinh.thanh_vien.01": "9",
        },
        # One commune says less than the whole: the others have not said yet.
        {"tong_khu_dan_cu.ky_nay": "50", "tong_khu_dan_cu.xa.17950": "4"},
        {
            "xa_dien_hinh_duy_tri.ky_nay": "3",
            "xa_dat_dien_hinh_moi.ky_nay": "2",
            SHARE: "26,3",
        },
    ],
)
def test_what_agrees_is_not(values: dict[str, str], sent: Sent, collected: Collect) -> None:
    sent("nam-dan", lambda form: filled(form, values))
    assert conflicts(collected()) == []


def test_far_off_by_the_median_absolute_deviation() -> None:
    """Median 10, deviations 1, 1, 0, 1, 1, 90: their median 1; 0,6745 x 90 is far beyond 3,5."""
    usual = {"a": 9.0, "b": 11.0, "c": 10.0, "d": 9.0, "e": 11.0}
    assert list(far_off({**usual, "f": 100.0})) == ["f"]
    # 0,6745 x 5 / 1 = 3,37: not yet.
    assert far_off({**usual, "f": 15.0}) == {}
    assert list(far_off({**usual, "f": 16.0})) == ["f"]
    assert list(far_off({**dict.fromkeys("abcdefgh", 10.0), "i": 500.0})) == ["i"]
    assert far_off({"a": 1.0, "b": 1000.0}) == {}


def test_a_unit_far_from_the_others_is_asked_unless_it_was_so_before(sent: Sent, collected: Collect) -> None:
    """Two sessions for each commune are usual; one unit says 5.000, another too, as in the period before."""
    communes = {"nam-dan": 19, "ky-son": 21, "vinh": 25, "quy-chau": 12, "cua-lo": 7, "anh-son": 21}
    for unit, count in communes.items():
        usual = str(2 * count + count % 3)
        sent(unit, lambda form, usual=usual: form.fill("so_buoi_tuyen_truyen.ky_nay", usual))
    sent("thai-hoa", lambda form: form.fill("so_buoi_tuyen_truyen.ky_nay", "5000"))

    def as_before(form: Form) -> None:
        form.fill("so_buoi_tuyen_truyen.ky_nay", "5000")
        form.fill("so_buoi_tuyen_truyen.ky_truoc", "4900")

    sent("hoang-mai", as_before)
    found = collected()
    (conflict,) = conflicts(found, "thai-hoa")
    assert conflict["a"].startswith("F1 ")
    assert conflict["b"] == "08 đơn vị: thường là 2,0 mỗi đơn vị cấp xã"
    assert conflicts(found, "hoang-mai") == []


def test_the_year_is_held_against_the_six_months_that_were_collected(
    sent: Sent, collected: Collect, run: Run, workspace: Path
) -> None:
    sent("nam-dan", lambda form: form.fill("so_buoi_tuyen_truyen.ky_nay", "120"))
    collected()
    (workspace / "in" / "nam-dan.docx").unlink()
    sent("nam-dan", lambda form: form.fill("so_buoi_tuyen_truyen.ky_nay", "80"), kind=YEAR)
    code, out, _err = run("collect", "in", "--kind", YEAR, "--as-of", "20/12/2024", "--json")
    assert code == 1
    (conflict,) = conflicts(json.loads(out))
    assert conflict["a"].startswith("F1 ")
    assert "in/nam-dan.docx" in conflict["b"]
    assert conflict["message"] == "cả năm 80, riêng 06 tháng đầu năm đã 120"


def test_what_is_kept_and_new_is_held_against_the_target_at_the_end_of_the_year(sent: Sent, run: Run) -> None:
    """50% of 19 communes are 10, those kept counted."""

    def fill(form: Form) -> None:
        form.fill("xa_dien_hinh_duy_tri.ky_nay", "4")
        form.fill("xa_dat_dien_hinh_moi.ky_nay", "5")
        form.fill("xa_dang_ky_dien_hinh.ky_nay", "10")

    sent("nam-dan", fill, kind=YEAR)
    _code, out, _err = run("collect", "in", "--kind", YEAR, "--as-of", "20/12/2024", "--json")
    (conflict,) = conflicts(json.loads(out))
    assert conflict["message"] == "duy trì và xây dựng mới cộng lại là 09, chỉ tiêu đến hết năm 10"


def test_nothing_of_it_stops_the_run(sent: Sent, run: Run) -> None:
    sent("nam-dan", lambda form: form.fill("so_xa_co_ke_hoach.ky_nay", "20"))
    code, out, _err = run("collect", "in", "--kind", KIND, "--as-of", "20/6/2024", "--json")
    found = json.loads(out)
    assert code == 1
    assert found["totals"]["so_xa_co_ke_hoach.ky_nay"] == {"value": 20, "units": 1, "of": 21}
    assert len(found["outputs"]) == 3 + 21
