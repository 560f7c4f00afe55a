"""Words that plans of other provinces use, each with neighbours that look alike and are something else."""

from __future__ import annotations

import pytest
from tests.planning.plans import parts_of

from kh_docs.facts.calendar import resolve
from kh_docs.planning.draft import Draft, draft_of
from kh_docs.planning.places import Atlas


def draft(*lines: str) -> Draft:
    head = ("KẾ HOẠCH", "Phòng dịch năm 2026", "_____", "I. NHIỆM VỤ")
    return draft_of(parts_of("\n".join((*head, *lines))), Atlas({}))


def deadlines(*lines: str) -> list[tuple[str, str]]:
    found = draft(*lines).deadlines
    return [(each.literal, str(resolve(each.rule).last_day)) for each in found]


def figures(*lines: str) -> list[str]:
    return [f"{target.value}{target.measure}" for target in draft(*lines).targets]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Làm xong quý I - quý III/2026.", [("xong quý I - quý III/2026", "2026-09-30")]),
        ("Mua vật tư trong quý II, quý III/2026.", [("trong quý II, quý III/2026", "2026-09-30")]),
        (
            "Họp trong quý I và trong quý III/2026.",
            [("trong quý I", "2026-03-31"), ("trong quý III/2026", "2026-09-30")],
        ),
        ("Làm điểm từ quý I/2026, tổng kết trước tháng 11/2026.", [("trước tháng 11/2026", "2026-10-31")]),
        ("Áp dụng từ tháng 3/2026.", []),
        ("Tiêm trong tháng 3 và tháng 4/2026.", [("trong tháng 3 và tháng 4/2026", "2026-04-30")]),
        (
            "Đợt 1 trong tháng 4, đợt 2 trước ngày 30/9/2026.",
            [("trong tháng 4", "2026-04-30"), ("trước ngày 30/9/2026", "2026-09-29")],
        ),
        ("Trực trong mùa khô (từ ngày 01/11 đến ngày 31/12/2026).", []),
        (
            "Tổ chức chiến dịch từ ngày 15/4 đến ngày 15/5/2026.",
            [("từ ngày 15/4 đến ngày 15/5/2026", "2026-05-15")],
        ),
        ("Gửi không chậm hơn ngày 05/12/2026.", [("không chậm hơn ngày 05/12/2026", "2026-12-05")]),
        ("Không để quá ngày 20 tháng 01.", [("Không để quá ngày 20 tháng 01", "2026-01-20")]),
        ("Ra quân trước Quốc khánh 2/9/2026.", [("trước Quốc khánh 2/9/2026", "2026-09-01")]),
        ("Phấn đấu 42 xã trong năm 2026 (năm 2025: 31 xã).", [("trong năm 2026", "2026-12-31")]),
    ],
)
def test_times(words: str, found: list[tuple[str, str]]) -> None:
    assert deadlines(f"1. {words}") == found


@pytest.mark.parametrize("mark", ["1.", "a)", "1.1."])
def test_a_clause_may_begin_with_its_figure(mark: str) -> None:
    before = {"a)": ["1. Chỉ tiêu"], "1.1.": ["1. Chỉ tiêu"]}.get(mark, [])
    after = {"1.": "2.", "a)": "b)", "1.1.": "1.2."}[mark]
    found = draft(*before, f"{mark} 100% trường học có tủ thuốc.", f"{after} 05 đội cơ động của tỉnh.")
    assert [clause.text for clause in found.clauses][-2:] == [
        "100% trường học có tủ thuốc.",
        "05 đội cơ động của tỉnh.",
    ]


@pytest.mark.parametrize("line", ["2. 2026", "12.5 tỷ đồng", "3. 45/KH-UBND"])
def test_a_number_that_is_no_mark(line: str) -> None:
    assert draft("1. Mua sắm", line).clauses[-1].text.endswith(line)


def test_rows_of_a_pasted_table_are_rows() -> None:
    found = deadlines(
        "1. Các việc",
        "TT\tNhiệm vụ\tChủ trì\tThời gian hoàn thành",
        "1\tSửa Quy chế theo Quyết định số 27/2022/QĐ-UBND ngày 05/8/2022\tSở Y tế\t15/10/2026",
        "2\tMua vật tư\t\t20/3",
    )
    assert found == [("15/10/2026", "2026-10-15"), ("20/3", "2026-03-20")]


def test_two_things_in_a_line_are_no_table() -> None:
    assert draft("1. Nơi nhận\t\t\tTM. ỦY BAN NHÂN DÂN").clauses[-1].text == "Nơi nhận TM. ỦY BAN NHÂN DÂN"


@pytest.mark.parametrize(
    ("words", "issuer"),
    [
        ("Công điện số 12/CĐ-TTg ngày 06/10/2025 của Thủ tướng chưa đạt yêu cầu", "Thủ tướng"),
        (
            "Quyết định số 08/QĐ-BCĐ ngày 27/3/2025 của Ban Chỉ đạo Trung ương về Phòng, chống dịch;",
            "Ban Chỉ đạo Trung ương về Phòng, chống dịch",
        ),
        ("Quyết định số 15/QĐ-UBND ngày 01/3/2025 của UBND tỉnh và khoản 2 Điều 40 Luật Dược", "UBND tỉnh"),
        ("Nghị quyết số 66/NQ-CP ngày 26/3/2025 của Chính phủ về Chương trình cắt giảm thủ tục", "Chính phủ"),
    ],
)
def test_issuers(words: str, issuer: str) -> None:
    assert draft(f"1. Thực hiện {words}.").bases[0].issuer == issuer


def test_a_law_ends_before_what_is_cited_next() -> None:
    found = draft(
        "1. Theo Luật Quản lý, sử dụng tài sản công và Công điện số 213/CĐ-TTg ngày 01/3/2026 của Thủ tướng."
    )
    assert [(each.kind, each.number) for each in found.bases] == [("Luật", ""), ("Công điện", "213/CĐ-TTg")]


def test_results_are_no_targets() -> None:
    found = figures(
        "1. Tiêm phòng đạt ít nhất 90% số trẻ (năm 2025: 84% số trẻ).",
        "2. Giữ vững kết quả đã đạt được trong năm 2025: 95% cơ sở được kiểm tra.",
        "II. KẾT QUẢ THỰC HIỆN NĂM 2025",
        "1. Có 95% trạm y tế đạt chuẩn.",
        "III. MỤC TIÊU",
        "1. Có 98% trạm y tế đạt chuẩn.",
    )
    assert found == ["90%", "98%"]
