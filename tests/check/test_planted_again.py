"""Faults of citations, bases, pages and heads planted in real files once more, each broken and kept."""

from __future__ import annotations

import pytest

from . import builder as b
from .test_real_habits import musts
from .test_seen_in_offices import with_body

DATED = "Quyết định số 24/QĐ-UBND ngày 05/12/2022 của UBND tỉnh về việc thành lập đoàn kiểm tra"


@pytest.mark.parametrize(
    ("words", "broken"),
    [
        # The day of another act stands near.
        (f"Thực hiện Quyết định số 23/QĐ-UBND của UBND tỉnh về khắc phục hậu quả và {DATED}.", True),
        (f"Thực hiện {DATED}, tỉnh đã ban hành Kế hoạch số 9/KH-UBND của UBND tỉnh về kiểm tra.", True),
        (f"Thực hiện {DATED}, có đơn đề nghị xem xét lại Công văn số 9/UBND-NC của UBND tỉnh.", True),
        # One day for both.
        (f"Thực hiện Quyết định số 23/QĐ-UBND và {DATED}.", False),
        (f"Ngày 06/10/2025, Bộ Nội vụ ban hành Công văn số 33/BNV-TC của Bộ Nội vụ thay {DATED}.", False),
        # Nobody is named who issued it.
        (
            "UBND tỉnh thực hiện theo Quyết định số 36/2016/QĐ-UBND ngày 16/12/2016 về việc ban hành giá.",
            True,
        ),
        (
            "UBND tỉnh nhận được Công văn số 17/BTC-QLCS ngày 14/02/2025 hướng dẫn luân chuyển hồ sơ.",
            True,
        ),
        ("Chủ tịch UBND căn cứ Luật, Nghị định số 75/2012/NĐ-CP ngày 03/10/2012 quy định chi tiết.", True),
        ("Sở Nội vụ căn cứ Luật, Nghị định số 75/2012/NĐ-CP ngày 03/10/2012 của Chính phủ quy định.", False),
        ("UBND tỉnh đã ban hành Quyết định số 36/2016/QĐ-UBND ngày 16/12/2016 về việc ban hành giá.", False),
        ("Chính phủ ban hành Nghị quyết số 93/NQ-CP ngày 16/4/2025 về kế hoạch thực hiện.", False),
        ("Thực hiện Kế hoạch số 36/KH-UBND ngày 16/12/2016 về giá dịch vụ của UBND tỉnh, Sở báo cáo.", False),
    ],
)
def test_the_day_and_the_issuer_of_each_act(words: str, broken: bool) -> None:
    assert ("ND30-CITE-FIRST" in musts(with_body(("text", words)))) is broken


@pytest.mark.parametrize(
    ("basis", "broken"),
    [
        ("Nghị định số 138/2020/NĐ-CP của Chính phủ quy định về tuyển dụng công chức;", True),
        ("Quyết định số 42/2025/QĐ-UBND ngày 20/9/2025 phân cấp thẩm quyền quản lý tài sản;", True),
        ("Nghị định số 138/2020/NĐ-CP ngày 27/11/2020 của Chính phủ quy định về tuyển dụng;", False),
    ],
)
def test_a_basis_that_does_not_say_it_is_one(basis: str, broken: bool) -> None:
    bases = [*b.BASES[:1], basis, *b.BASES[1:]]
    body = [("text", "QUYẾT ĐỊNH:"), ("text", "Thành lập Đoàn kiểm tra công tác văn thư ở các phòng.")]
    spec = b.plan(type_name="QUYẾT ĐỊNH", number="Số: 05/QĐ-UBND", bases=bases, body=body)
    document = b.build(spec)
    assert ("ND30-BASIS-CONTENT" in musts(document)) is broken
