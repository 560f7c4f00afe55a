"""The words in which plans set times, and what must not be taken for one."""

from __future__ import annotations

from datetime import date

import pytest
from tests.planning.plans import parts_of

from kh_docs.facts.calendar import resolve
from kh_docs.planning.draft import Draft, draft_of
from kh_docs.planning.places import Atlas

HEAD = "UBND TỈNH X\nSố: 5/KH-UBND\nX, ngày 10 tháng 01 năm 2026\nKẾ HOẠCH\nThí dụ năm 2026\n____\nI. A\n1. "


def read(sentence: str) -> Draft:
    return draft_of(parts_of(f"{HEAD}{sentence}\n2. Hết."), Atlas({}))


@pytest.mark.parametrize(
    ("sentence", "literal", "last_day"),
    [
        ("Hoàn thành trước ngày 25/02/2026.", "trước ngày 25/02/2026", "2026-02-24"),
        ("Gửi báo cáo (trước ngày 14/6).", "trước ngày 14/6", "2026-06-13"),
        ("Hoàn thành trước ngày 05 tháng 6 năm 2026.", "trước ngày 05 tháng 6 năm 2026", "2026-06-04"),
        ("Hoàn thành trước 30/9/2026.", "trước 30/9/2026", "2026-09-29"),
        ("Gửi trước 17 giờ 00 ngày 12/3/2026.", "trước 17 giờ 00 ngày 12/3/2026", "2026-03-12"),
        ("Gửi chậm nhất ngày 15/6/2026.", "chậm nhất ngày 15/6/2026", "2026-06-15"),
        ("Gửi chậm nhất là ngày 15/6.", "chậm nhất là ngày 15/6", "2026-06-15"),
        ("Thực hiện đến hết ngày 31/10/2026.", "đến hết ngày 31/10/2026", "2026-10-31"),
        ("Hoàn thành trước tháng 10/2026.", "trước tháng 10/2026", "2026-09-30"),
        ("Hoàn thành trong tháng 6/2026.", "trong tháng 6/2026", "2026-06-30"),
        ("Hoàn thành trong Quý II/2026.", "trong Quý II/2026", "2026-06-30"),
        ("Hoàn thành quý III năm 2026.", "quý III năm 2026", "2026-09-30"),
        ("Hoàn thành trước quý IV/2026.", "trước quý IV/2026", "2026-09-30"),
        ("Hoàn thành đến hết Quý I/2026.", "đến hết Quý I/2026", "2026-03-31"),
        ("Trong 6 tháng đầu năm 2026 rà soát xong.", "Trong 6 tháng đầu năm 2026", "2026-06-30"),
        ("Đến hết năm 2026, 80% xã đạt chuẩn.", "Đến hết năm 2026", "2026-12-31"),
        ("Đến năm 2030, mọi xã đạt chuẩn.", "Đến năm 2030", "2030-12-31"),
        ("Hoàn thành trước năm 2030.", "trước năm 2030", "2029-12-31"),
        ("Hoàn thành trước 2030.", "trước 2030", "2029-12-31"),
        ("Phấn đấu trong năm 2026 có 10 xã đạt chuẩn.", "trong năm 2026", "2026-12-31"),
        ("Năm 2026, phấn đấu 10 xã đạt chuẩn.", "Năm 2026", "2026-12-31"),
        ("Tổ chức “Ngày hội toàn dân” (19/8) ở xã.", "(19/8)", "2026-08-19"),
        ("Mở từ ngày 01/5/2026 đến ngày 30/6/2026.", "từ ngày 01/5/2026 đến ngày 30/6/2026", "2026-06-30"),
        # Wrapped by the site.
        ("Hoàn thành trước\nngày 25/02/2026.", "trước\nngày 25/02/2026", "2026-02-24"),
    ],
)  # fmt: skip
def test_a_deadline(sentence: str, literal: str, last_day: str) -> None:
    found = read(sentence)
    dates = [(each.literal, resolve(each.rule).last_day, each.recurring) for each in found.deadlines]
    assert dates == [(literal, date.fromisoformat(last_day), "")]


@pytest.mark.parametrize(
    ("sentence", "literal", "first", "recurring"),
    [
        ("Báo cáo trước ngày 15/11 hằng năm.", "trước ngày 15/11 hằng năm", "2026-11-14", "yearly"),
        ("Trước ngày 20 của tháng cuối quý.", "Trước ngày 20 của tháng cuối quý", "2026-03-19", "quarterly"),
        ("Báo cáo trước ngày 25 hằng tháng.", "trước ngày 25 hằng tháng", "2026-01-24", "monthly"),
        ("Rà soát hằng quý đến 2030.", "hằng quý đến 2030", "2026-03-31", "quarterly"),
        ("Báo cáo chậm nhất ngày 10/12 hàng năm.", "chậm nhất ngày 10/12 hàng năm", "2026-12-10", "yearly"),
    ],
)  # fmt: skip
def test_a_deadline_that_comes_back(sentence: str, literal: str, first: str, recurring: str) -> None:
    dates = [(each.literal, resolve(each.rule).last_day, each.recurring) for each in read(sentence).deadlines]
    assert dates == [(literal, date.fromisoformat(first), recurring)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Duy trì 16 mô hình đã xây dựng trong năm 2023.",
        "Tiếp tục thực hiện Kết luận số 44-KL/TW ngày 22/01/2027 của Ban Bí thư.",
        "Thực hiện Quyết định số 5/QĐ-TTg ngày 01/02/2025 của Chính phủ phê duyệt Đề án đến năm 2030.",
        "Báo cáo kết quả thực hiện kế hoạch năm 2026.",
        "Xây dựng dự toán ngân sách năm 2026.",
        "Làm tốt các phong trào trong năm và những năm tiếp theo.",
        "Tổng kết 10 năm thực hiện phong trào.",
        "So với năm 2026 tăng 5%.",
        "Trực 24/24 giờ, 7/7 ngày.",
        "Theo Điều 15 Luật Lưu trữ.",
    ],
)
def test_what_is_no_deadline(sentence: str) -> None:
    assert [each.literal for each in read(sentence).deadlines] == []


@pytest.mark.parametrize(
    ("sentence", "literal"),
    [
        ("Gửi giấy mời trước 05 ngày tổ chức.", "trước 05 ngày tổ chức"),
        ("Báo cáo trong thời hạn 10 ngày kể từ ngày kết thúc.", "trong thời hạn 10 ngày kể từ ngày kết thúc"),
        ("Thực hiện giai đoạn 2026 - 2030.", "giai đoạn 2026 - 2030"),
        ("Hoàn thành trước ngày 31/02/2026.", "trước ngày 31/02/2026"),
    ],
)
def test_what_is_asked(sentence: str, literal: str) -> None:
    found = read(sentence)
    assert [each.literal for each in found.questions if each.clause] == [literal]
    assert found.deadlines == ()


def test_two_days_that_come_back_together() -> None:
    found = read("Báo cáo trước ngày 15/6 và trước ngày 15/12 hằng năm.")
    assert [(each.literal, each.recurring) for each in found.deadlines] == [
        ("trước ngày 15/6", "yearly"),
        ("trước ngày 15/12 hằng năm", "yearly"),
    ]


def test_a_law_with_its_number_and_later_by_name() -> None:
    found = read("Theo Luật Lưu trữ số 33/2024/QH15 ngày 21/6/2024 của Quốc hội; đúng Luật Lưu trữ.")
    assert [(each.kind, each.subject, each.number) for each in found.bases[:-1]] == [
        ("Luật", "Lưu trữ", "33/2024/QH15")
    ]
