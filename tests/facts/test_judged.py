"""What the data propose is told by place and value; what the province's plan says is not."""

from __future__ import annotations

from kh_docs.facts.judged import judged_for
from kh_docs.facts.unit_plan import UnitPlan
from kh_docs.facts.warnings import doubtful_bases
from kh_docs.model.book import Book
from kh_docs.model.kinds import RECIPES, recipe


def test_days_and_quotas_of_ours_are_told_with_their_place(book: Book) -> None:
    told = judged_for(UnitPlan(book, book.units["nam-dan"], book.head.issued_on), RECIPES)
    assert "Bảng phân công, TT 32 (N56): chỉ tiêu “ít nhất 30% xã, thị trấn”" in told
    assert any("(N02): thời hạn “Trước ngày 05/3/2024”" in line for line in told)
    assert any(line.startswith("Mốc nội bộ: ") and "“Trước ngày 31/8/2024”" in line for line in told)
    assert "Kỳ số liệu báo cáo kết quả năm: từ ngày 01/12/2023 đến ngày 30/11/2024" in told


def test_what_the_province_sets_is_no_proposal(book: Book) -> None:
    """Quý I for the schools' model, 10 of 19 communes, 14/6 and 14/12 stand in the plan."""
    told = "\n".join(judged_for(UnitPlan(book, book.units["nam-dan"], book.head.issued_on), RECIPES))
    assert "(N44): thời hạn" not in told
    assert "10/19" not in told
    assert "14/6/2024" not in told
    # The day on which a law comes into force is nobody's proposal.
    assert "Luật Lực lượng" not in told


def test_only_what_the_documents_of_this_run_say(book: Book) -> None:
    plan = UnitPlan(book, book.units["nam-dan"], book.head.issued_on)
    form = "\n".join(judged_for(plan, [recipe("bao-cao-6-thang")]))
    assert "Kỳ số liệu báo cáo kết quả 06 tháng" in form
    assert "Bảng phân công" not in form
    assert "Phiếu kiểm tra" not in form
    # A figure that the plan does not ask for is told by the code in its row.
    assert "do chương trình đề xuất: A3, A5, B1," in form
    assert "D7" not in form
    assert "KT24" in "\n".join(judged_for(plan, [recipe("phieu-kiem-tra")]))


def test_what_units_cite_beyond_the_plan_is_to_be_compared(book: Book) -> None:
    plan = "\n".join(doubtful_bases(book, [recipe("ke-hoach")]))
    assert "Thông tư 124/2021/TT-BCA" in plan
    assert "22/HD-BCA-V05" not in plan
    minutes = "\n".join(doubtful_bases(book, [recipe("phieu-kiem-tra")]))
    assert "22/HD-BCA-V05" in minutes
    assert "44-KL/TW" not in minutes
