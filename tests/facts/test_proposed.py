"""Values that nobody has approved come first in the list of what a clerk has to look at."""

from __future__ import annotations

from kh_docs.facts.proposed import proposals, proposals_for
from kh_docs.facts.unit_plan import UnitPlan
from kh_docs.model.approval import PROPOSED, Question
from kh_docs.model.book import Book
from kh_docs.pipeline.fill_in_list import fill_in_list


def half_approved(book: Book) -> Book:
    """The shipped plan with D14 (of two units), T21 and L17 proposed, and one question."""
    question = Question(
        id="Q01", clause="II.7.b", line=57, literal="giai đoạn 2021 - 2025", message="là một giai đoạn"
    )
    return book.replace(
        deadlines={**book.deadlines, "D14": book.deadlines["D14"].replace(state=PROPOSED)},
        targets={**book.targets, "T21": book.targets["T21"].replace(state=PROPOSED)},
        bases={**book.bases, "L17": book.bases["L17"].replace(state=PROPOSED)},
        questions=(question,),
    )


def test_a_shipped_plan_is_approved(book: Book) -> None:
    assert proposals(book) == []


def test_those_that_bind_the_unit(book: Book) -> None:
    plan = half_approved(book)
    day = book.head.issued_on
    assert [each.id for each in proposals_for(UnitPlan(plan, plan.units["vinh"], day))] == [
        "D14",
        "T21",
        "L17",
        "Q01",
    ]
    assert [each.id for each in proposals_for(UnitPlan(plan, plan.units["nam-dan"], day))] == [
        "T21",
        "L17",
        "Q01",
    ]


def test_they_stand_first_in_the_list(book: Book) -> None:
    plan = half_approved(book)
    unit = plan.units["vinh"]
    proposed = [str(each) for each in proposals_for(UnitPlan(plan, unit, book.head.issued_on))]
    text = fill_in_list(plan, unit, {"a.docx": []}, {"a.docx": ["Lưu ý."]}, proposed)
    assert text.index("ĐỀ XUẤT CHƯA DUYỆT: 4 giá trị") < text.index("LƯU Ý")
    assert "  - D14 (điểm a khoản 5 Mục II): “trong năm 2024”" in text
    assert "  - L17 (điểm c khoản 8 Mục II): Luật Ngân sách nhà nước" in text
    assert "  - Q01 (điểm b khoản 7 Mục II): “giai đoạn 2021 - 2025”: là một giai đoạn" in text
