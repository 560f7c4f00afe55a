"""Whose decisions may be law, and stamps that stand between the head and “Kính gửi”."""

from __future__ import annotations

import pytest

from kh_docs.check import check_bytes

from . import builder as b
from .test_real_habits import musts


@pytest.mark.parametrize(
    ("number", "judged"),
    [
        ("Số: 12/2024/QĐ-UBND", False),
        ("Số: 12/2024/QĐ-TTg", False),
        ("Số: 12/2024/QĐ-BTC", False),
        ("Số: 12/2024/NQ-HĐND", False),
        # A company, a hospital, a social insurance office, a school: a year too many, but no law.
        ("Số: 12/2024/QĐ-CHG", True),
        ("Số: 12/2024/QĐ-BVĐK", True),
        ("Số: 12/2024/QĐ-BHXH", True),
        ("Số: 12/2024/QĐ-ĐHKT", True),
    ],
)
def test_a_year_in_the_symbol_is_law_only_of_who_makes_law(number: str, judged: bool) -> None:
    assert check_bytes(b.data(b.build(b.plan(number=number))), "").judged is judged


@pytest.mark.parametrize("stamp", ["HỎA TỐC", "KHẨN", "THƯỢNG KHẨN", "TỐI MẬT"])
def test_a_stamp_before_the_addressee(stamp: str) -> None:
    document = b.build(b.letter())
    addressee = next(each for each in document.paragraphs if each.text.startswith("Kính gửi"))
    line = addressee.insert_paragraph_before(stamp)
    b.style(line, 13, bold=True)
    assert not musts(document) & {"ND30-KG-REQUIRED", "ND30-BODY-INDENT"}
