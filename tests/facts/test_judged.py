"""What the data propose is told by place and value; what the province's plan says is not."""

from __future__ import annotations

from kh_docs.facts.judged import judged_for
from kh_docs.facts.unit_plan import UnitPlan
from kh_docs.model.book import Book


def test_days_and_quotas_of_ours_are_told_with_their_place(book: Book) -> None:
    told = judged_for(UnitPlan(book, book.units["nam-dan"], book.head.issued_on))
    assert "Bảng phân công, TT 32 (N56): chỉ tiêu “ít nhất 30% xã, thị trấn”" in told
    assert any("(N02): thời hạn “Trước ngày 05/3/2024”" in line for line in told)
    assert any(line.startswith("Mốc nội bộ: ") and "“Trước ngày 31/8/2024”" in line for line in told)
    assert "Kỳ số liệu báo cáo kết quả năm: từ ngày 01/12/2023 đến ngày 30/11/2024" in told


def test_what_the_province_sets_is_no_proposal(book: Book) -> None:
    """Quý I for the schools' model, 10 of 19 communes, 14/6 and 14/12 stand in the plan."""
    told = "\n".join(judged_for(UnitPlan(book, book.units["nam-dan"], book.head.issued_on)))
    assert "(N44): thời hạn" not in told
    assert "10/19" not in told
    assert "14/6/2024" not in told
    # The day on which a law comes into force is nobody's proposal.
    assert "Luật Lực lượng" not in told
