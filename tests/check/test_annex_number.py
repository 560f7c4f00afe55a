"""Number and day are typed once in the head and again in each annex: `check` holds them together (R22)."""

from __future__ import annotations

from datetime import date

import pytest

from kh_docs.check import check_bytes
from kh_docs.documents.given import Given

from ..documents.produce import order, workshop
from . import builder as b
from .test_kinds_of_misses import found
from .test_rules import write

NOTE = b.ANNEX[2]
RULE = "ND30-PL-NUMBER"


def made(head: str, note: str, day: str = "") -> set[str]:
    document = b.build(b.plan(annexes=[b.ANNEX]))
    write("Số:", head)(document)
    write("(Kèm theo", note)(document)
    if day:
        write("Nam Đàn, ngày", f"Nam Đàn, {day}")(document)
    return found(document)


@pytest.mark.parametrize(
    ("head", "note", "day", "wrong"),
    [
        ("Số: 45/KH-UBND", NOTE, "", True),  # typed above, forgotten here
        ("Số: 45/KH-UBND", NOTE.replace("số", "số 54", 1), "", True),
        ("Số: 07/KH-UBND", NOTE.replace(f"số{b.NBSP * 6}", "số 7"), "", False),
        (f"Số:{b.NBSP * 7}/KH-UBND", NOTE, "", False),  # a draft
        ("Số: 45/KH-UBND", NOTE.replace(f"số{b.NBSP * 6}/KH", "số 9/QĐ"), "", False),  # of another document
        (
            "Số: 45/KH-UBND",
            "(Kèm theo Kế hoạch số 45/KH-UBND ngày 24 tháng 02 năm 2024 của Ủy ban nhân dân huyện Nam Đàn)",
            "ngày 23 tháng 02 năm 2024",
            True,
        ),
        (
            "Số: 45/KH-UBND",
            "(Kèm theo Kế hoạch số 45/KH-UBND ngày 23 tháng 02 năm 2024 của Ủy ban nhân dân huyện Nam Đàn)",
            "ngày 23 tháng 02 năm 2024",
            False,
        ),
    ],
)
def test_what_an_annex_repeats(head: str, note: str, day: str, wrong: bool) -> None:
    assert (RULE in made(head, note, day)) is wrong


@pytest.mark.parametrize("kind", ["ke-hoach", "bao-cao-nam", "phieu-kiem-tra"])
def test_our_own_documents_repeat_what_they_were_given(kind: str) -> None:
    day = date(2024, 6, 5)
    content = workshop().make(order("nam-dan", kind)._replace(given=Given(day, "7"))).content
    assert content is not None
    assert RULE not in {each.rule for each in check_bytes(content, "a.docx").findings}
