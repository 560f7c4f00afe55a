"""P20: what only some units have is named where traits or data say so, and nowhere else."""

from __future__ import annotations

import re

import pytest

from kh_docs.pipeline.making import Workshop

from .produce import MOUNTAIN, RURAL, UNITS, document, local_data, order, workshop
from .word import Document

# Names of documents that the plan cites stand whole everywhere.
CITED = re.compile(r"Đề án xây dựng Công an phường điển hình.*?giai đoạn 2023 - 2030")
# Words -> the units of which they are true.
TRUE_OF = {
    "già làng": MOUNTAIN,
    "trưởng bản": MOUNTAIN,
    "Phòng Dân tộc": MOUNTAIN,
    "vùng dân tộc": MOUNTAIN,
    "nông thôn mới kiểu mẫu": RURAL,
    "Công an phường điển hình, kiểu mẫu": {"vinh", "cua-lo", "thai-hoa"},
    "Điển hình, kiểu mẫu": {"vinh", "hoang-mai"},
}


def said(unit: str, form: str) -> str:
    return CITED.sub("", " ".join(document(unit, form).text.split()))


@pytest.mark.parametrize("words", TRUE_OF)
def test_a_plan_names_what_only_some_have_where_they_have_it(words: str) -> None:
    found = {unit for unit in UNITS if words in said(unit, "ke-hoach")}
    assert found == TRUE_OF[words]


@pytest.mark.parametrize("form", ["bao-cao-6-thang", "bao-cao-nam", "phieu-kiem-tra"])
def test_other_documents_name_no_elders_where_there_are_none(form: str) -> None:
    for unit in set(UNITS) - MOUNTAIN:
        text = said(unit, form)
        assert [words for words in ("già làng", "trưởng bản", "Phòng Dân tộc") if words in text] == [], unit


def test_headings_say_nothing_with_if_any() -> None:
    for unit in UNITS:
        made = document(unit, "ke-hoach")
        heads = [item.plain for item in made.body if item.style in ("Mục La Mã", "Khoản có tiêu đề")]
        assert [head for head in heads if "nếu có" in head] == [], unit


def test_a_commune_that_the_unit_names_takes_the_place_of_if_any() -> None:
    book = workshop().book
    name = book.units["ky-son"].children[0].name
    told = local_data({"communes": {name: {"key_area": "yes"}}})
    shop = Workshop(book.replace(local={**book.local, "ky-son": told}), workshop().templates)
    made = shop.make(order("ky-son", "ke-hoach")).content
    assert made is not None
    text = Document(made).text
    assert "thuộc diện (nếu có)" in document("ky-son", "ke-hoach").text
    assert "thuộc diện (nếu có)" not in text
    assert re.search(rf"đưa [^.;]*{name}[^.;]* ra khỏi diện trọng điểm phức tạp", text)
