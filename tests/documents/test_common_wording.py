"""Plan 104 by the common wording says what the one by hand says: coverage, figures, times, citations."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest

from kh_docs.documents.said import said_by_units
from kh_docs.facts.covering import coverage
from kh_docs.pipeline.making import Workshop
from kh_docs.reading.workspace import wording_folders
from kh_docs.render.words import Words

from .produce import ROOT, UNITS, document, order, workshop
from .word import Document

# What only the hand-written plan has, and why.
# Days that a district sets for its communes; the province's plan has none of them.
INTERNAL = {date(2024, 5, 10), date(2024, 6, 5), date(2024, 11, 10), date(2024, 12, 5)}
CITED = {
    "07/CtrPH-BCA-MTTQ": date(2023, 10, 17),  # “giao Công an tỉnh … triển khai”: no unit's duty
    "124/2021/TT-BCA": date(2021, 12, 28),  # the province's plan does not cite it
}


@cache
def common() -> Workshop:
    """The plan without wording of its own for its plan document."""
    templates = Path(mkdtemp())
    for name in ("layout", "wording/_chung"):
        target = templates / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.symlink_to(ROOT / "templates" / name)
    return Workshop(workshop().book, templates)


@cache
def by_common(unit: str) -> Document:
    result = common().make(order(unit, "ke-hoach"))
    assert result.content is not None, result.reason
    return Document(result.content)


def days(text: str) -> set[date]:
    short = re.findall(r"(?<![\d/])(\d{1,2})/(\d{1,2})(?:/(\d{4}))?(?![\d/])", text)
    long = re.findall(r"ngày (\d{1,2}) tháng (\d{1,2}) năm (\d{4})", text)
    return {
        date(int(year or 2024), int(month), int(day))
        for day, month, year in [*short, *long]
        if int(month) < 13
    }


def numbers(text: str) -> set[str]:
    return set(re.findall(r"\d+(?:/\d{4})?[/-](?:[A-ZĐ][\w-]*/?)+(?:-[A-Z]+)*", text))


def test_every_clause_is_covered_as_by_hand() -> None:
    book, templates = workshop().book, ROOT / "templates"
    own, shared = wording_folders(templates, book.head.id)
    by_hand = coverage(book, said_by_units(book, Words(own, shared)))
    found = coverage(book, said_by_units(book, Words(shared, shared)))
    assert [cell["state"] for cell in found["cells"]] == [cell["state"] for cell in by_hand["cells"]]
    assert {cell["state"] for cell in found["cells"]} == {"covered", "not_applicable"}


@pytest.mark.parametrize("unit", UNITS)
def test_it_holds_every_figure_time_and_citation(unit: str) -> None:
    by_hand, found = document(unit, "ke-hoach"), by_common(unit)
    title = "Chỉ tiêu"
    tables = [
        [row.texts for row in table.rows]
        for made in (by_hand, found)
        for table in made.tables
        if title in table.rows[0].texts
    ]
    assert tables[0] == tables[1]
    assert days(by_hand.text) - days(found.text) <= {*INTERNAL, *CITED.values()}
    assert numbers(by_hand.text) - numbers(found.text) <= set(CITED)


@pytest.mark.parametrize("unit", UNITS)
def test_it_says_nothing_of_others(unit: str) -> None:
    text = by_common(unit).text
    for other, name in UNITS.items():
        if other != unit:
            assert name not in text
    for target in workshop().book.targets.values():
        if target.scope == "shared" and not target.per_unit and target.value:
            assert not re.search(rf"(?<![\d.,/]){target.value} {re.escape(target.measure)}", text), target.id
    assert "UBND các huyện" not in text.replace("“UBND các huyện có liên quan", "")


def test_what_each_sentence_became() -> None:
    text = by_common("nam-dan").text
    for said in (
        # spoken to all units, and to bodies of the province with them
        "UBND huyện tiếp tục quán triệt và triển khai thực hiện có hiệu quả các chủ trương của Đảng",
        "UBND huyện gửi Kế hoạch này về UBND tỉnh (qua Công an tỉnh) trước ngày 25/02/2024",
        "UBND huyện lựa chọn 01 khu dân cư làm điểm",
        # a body of the province with the units
        "Phối hợp với Công an tỉnh tham mưu lựa chọn các mô hình nổi bật nhất",
        # the unit's own figure, and a total that is nobody's
        "xây dựng ít nhất 50% đơn vị cấp xã",
        "phấn đấu trong năm 2024 có …… đơn vị cấp xã sạch về ma túy",
        # what cannot be turned round safely
        "“UBND các huyện có liên quan chỉ đạo",
    ):
        assert said in text
    assert "giao Công an tỉnh" not in text
    assert "xây dựng 05 Công an phường đạt" in by_common("vinh").text
    assert "có …… đơn vị cấp xã và huyện Thanh Chương sạch về ma túy" in by_common("thanh-chuong").text
