"""How a unit says the clauses of a plan that has no wording of its own, sentence by sentence."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kh_docs.facts.unit_plan import UnitPlan
from kh_docs.facts.voice import Voice
from kh_docs.facts.voices import voices
from kh_docs.model.book import Book
from kh_docs.model.plan import Clause
from kh_docs.reading.book import load
from kh_docs.reading.workspace import find_workspace

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def example() -> Book:
    """A plan for communes, of which only the units and bodies are used."""
    return load(find_workspace(ROOT, ROOT), "vi-du-kh-ubnd-2026")


def said(book: Book, unit: str, *clauses: tuple[str, str]) -> list[Voice]:
    """What the unit makes of a plan with these clauses."""
    parts = {name: getattr(book, name) for name in Book.field_types}
    made = tuple(Clause(id=name, text=text) for name, text in clauses)
    plan = Book(**{**parts, "clauses": made, "deadlines": {}, "targets": {}, "target_rows": ()})
    return voices(UnitPlan(plan, plan.units[unit], date(2026, 1, 15)))


@pytest.mark.parametrize(
    ("text", "state", "words"),
    [
        ("UBND các xã, phường rà soát hộ nghèo.", "own", "UBND xã rà soát hộ nghèo."),
        ("Giao UBND các xã, phường, đặc khu lập danh sách.", "own", "UBND xã lập danh sách."),
        ("Mỗi xã, phường có ít nhất 02 mô hình.", "own", "Xã Kim Liên có ít nhất 02 mô hình."),
        ("Mỗi đơn vị chọn 01 mô hình tiêu biểu.", "own", "UBND xã chọn 01 mô hình tiêu biểu."),
        ("Tuyên truyền trên địa bàn toàn tỉnh.", "own", "Tuyên truyền trên địa bàn xã."),
        ("Căn cứ Kế hoạch này, các sở, ngành, UBND các xã, phường báo cáo.", "own", "UBND xã báo cáo."),
        ("Chỉ tiêu tại Phụ lục I.", "own", "Chỉ tiêu tại Phụ lục I Kế hoạch số 999/KH-UBND."),
        # for others
        ("Sở Y tế hướng dẫn chuyên môn; tổ chức 03 lớp tập huấn.", "left", ""),
        ("Công an tỉnh chỉ đạo; UBND các xã, phường thực hiện.", "own", "UBND xã thực hiện."),
        ("Riêng phường Thành Vinh lắp camera.", "left", ""),
        ("Riêng xã Kim Liên, phường Thành Vinh lắp camera.", "own", "UBND xã lắp camera."),
        # with a body of the province
        (
            "Công an tỉnh chủ trì, phối hợp Sở Y tế, UBND các xã, phường tổ chức ít nhất 05 đợt kiểm tra.",
            "own",
            "Phối hợp với Công an tỉnh tổ chức các đợt kiểm tra.",
        ),
        (
            "Công an tỉnh: đẩy mạnh cấp tài khoản; phối hợp UBND cấp xã làm sạch dữ liệu.",
            "own",
            "Phối hợp với Công an tỉnh làm sạch dữ liệu.",
        ),
        # times and documents are no totals
        (
            "Thực hiện Nghị định số 85/2016/NĐ-CP ngày 01 tháng 7 năm 2016 trước ngày 06 hằng tháng, đợt 1.",
            "own",
            "Thực hiện Nghị định số 85/2016/NĐ-CP ngày 01 tháng 7 năm 2016 trước ngày 06 hằng tháng, đợt 1.",
        ),
        # not safely turned round
        ("Mua 60.000 liều vắc xin.", "asked", "“Mua 60.000 liều vắc xin.”"),
        ("Trên 90% số xã, phường lập danh sách.", "asked", "“Trên 90% số xã, phường lập danh sách.”"),
        ("UBND các xã, phường có liên quan xử lý.", "asked", "“UBND các xã, phường có liên quan xử lý.”"),
    ],
)  # fmt: skip
def test_a_sentence(text: str, state: str, words: str, example: Book) -> None:
    (voice,) = said(example, "kim-lien", ("I.1", text))
    assert (voice.state, voice.text) == (state, words)
    assert voice.reason or state == "own"


def test_what_stands_below_a_body_is_its_own(example: Book) -> None:
    found = said(
        example,
        "kim-lien",
        ("IV.1", "Sở Tư pháp"), ("IV.1-1", "Kiểm tra tại ít nhất 03 xã."), ("IV.1-2", "Tổng hợp báo cáo."),
        ("IV.2", "UBND các xã, phường"), ("IV.2-1", "Ban hành kế hoạch."),
        ("IV.3", "Sở Y tế\nTập huấn cho cán bộ.\nUBND các xã, phường cử người dự."),
        ("IV.end", "Yêu cầu các cơ quan, đơn vị triển khai thực hiện./."),
    )  # fmt: skip
    assert [(voice.clause.id, voice.text) for voice in found if voice.state != "left"] == [
        ("IV.2", "UBND xã"),
        ("IV.2-1", "Ban hành kế hoạch."),
        ("IV.3", "UBND xã cử người dự."),
    ]


def test_rows_of_the_provinces_table_are_not_printed(example: Book) -> None:
    (voice,) = said(
        example, "kim-lien", ("I.1", "Chỉ tiêu phân bổ như sau:\nKhu vực | Số liều |\nMiền núi | 500 |")
    )
    assert (voice.state, voice.text, voice.asked) == ("asked", "Chỉ tiêu phân bổ như sau:", (0,))
