"""All 21 districts at once: what is written, where, and that a second run finds nothing to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from kh_docs.pipeline.request import Result

from ..documents.produce import UNITS
from ..documents.word import Document
from .conftest import PLAN, Desk

KINDS = ("ke-hoach", "bao-cao-6-thang", "bao-cao-nam", "phieu-kiem-tra")


@pytest.fixture(scope="module")
def first(whole_desk: Desk) -> Result:
    result: Result = whole_desk.first  # type: ignore[attr-defined]
    return result


def test_84_documents_with_the_names_of_the_interface(whole_desk: Desk, first: Result) -> None:
    assert {document.status for document in first.documents} == {"written"}
    expected = {f"{PLAN}/{unit}/{kind}-{unit}-2024.docx" for unit in UNITS for kind in KINDS}
    lists = {f"{PLAN}/{unit}/can-bo-sung-{unit}-2024.txt" for unit in UNITS}
    written = {name for name in whole_desk.files() if name.count("/") == 2}
    assert written == expected | lists
    assert {document.path.relative_to(whole_desk.out).as_posix() for document in first.documents} == expected


def test_progress_is_told_for_each_in_the_order_asked_for(whole_desk: Desk, first: Result) -> None:
    asked = [
        (unit, kind)
        for unit in dict.fromkeys(document.unit for document in first.documents)
        for kind in KINDS
    ]
    assert [(document.unit, document.kind) for document in first.documents] == asked
    assert len(asked) == 84


def test_every_file_opens_and_says_whose_it_is(whole_desk: Desk, first: Result) -> None:
    for document in first.documents[::7]:
        made = Document(document.path.read_bytes())
        assert UNITS[document.unit] in made.text
        assert made.properties["keywords"] == f"kh-docs:{PLAN}:{document.unit}:{document.kind}"


def test_a_second_run_writes_nothing(whole_desk: Desk, first: Result) -> None:
    before = whole_desk.touched()
    again = whole_desk.order()
    assert {document.status for document in again.documents} == {"unchanged"}
    assert whole_desk.touched() == before
    assert [document.path for document in again.documents] == [document.path for document in first.documents]
    # What is known is told again, though nothing was made.
    assert [document.warnings for document in again.documents] == [
        document.warnings for document in first.documents
    ]
    assert [document.notes for document in again.documents] == [
        document.notes for document in first.documents
    ]
    assert again.fill_in_lists == first.fill_in_lists


def test_the_same_bytes_in_another_run_and_in_two_processes(
    whole_desk: Desk, first: Result, tmp_path: Path
) -> None:
    units = ("vinh", "ky-son", "cua-lo")
    whole_desk.order(*units, out=tmp_path, jobs=2)
    mine = whole_desk.files()
    for path in tmp_path.rglob("*.docx"):
        assert path.read_bytes() == mine[path.relative_to(tmp_path).as_posix()], path.name
    assert len(list(tmp_path.rglob("*.docx"))) == 12


def test_every_list_names_the_documents_and_the_places(whole_desk: Desk, first: Result) -> None:
    for unit, name in UNITS.items():
        path = first.fill_in_lists[unit]
        # A byte order mark lets Windows see that it is UTF-8.
        text = path.read_text(encoding="utf-8-sig")
        assert text.startswith(f"CẦN BỔ SUNG - {name.upper()}"), unit
        for kind in KINDS:
            assert f"{kind}-{unit}-2024.docx: " in text, (unit, kind)
        for place in ("Chữ ký, cuối văn bản", "Phụ lục I", "Phụ lục III", "Phần lời văn"):
            assert place in text, (unit, place)
        assert "Họ và tên người ký" in text, unit
        assert "{" not in text, unit


def test_the_lists_tell_of_the_gaps_that_touch_the_district(first: Result) -> None:
    texts = {unit: path.read_text(encoding="utf-8-sig") for unit, path in first.fill_in_lists.items()}
    assert all("G08" in text and "LƯU Ý" in text for text in texts.values())
    # Thái Hòa and Cửa Lò are exemplary towns already, and owe their 15 % all the same.
    assert {unit for unit, text in texts.items() if "G09" in text} == {"thai-hoa", "cua-lo"}


def test_what_is_noted_stands_with_the_document_it_touches(first: Result) -> None:
    text = first.fill_in_lists["nam-dan"].read_text(encoding="utf-8-sig")
    parts = {part.split("-nam-dan")[0]: part for part in text.split("\n\n") if ".docx: " in part[:60]}
    assert list(parts) == ["ke-hoach", "bao-cao-6-thang", "bao-cao-nam", "phieu-kiem-tra"]
    assert "- G08: " in parts["ke-hoach"]
    assert "như đã nêu ở trên: G02, G08" in parts["bao-cao-6-thang"]
    # Of what is reported nothing stands in the list for the plan, which is due first.
    assert "- G05: " in parts["bao-cao-6-thang"]
    assert "G05" not in parts["ke-hoach"]


def test_the_number_of_blanks_is_that_of_the_list(first: Result) -> None:
    for document in first.documents:
        if hasattr(document, "blanks"):
            text = first.fill_in_lists[document.unit].read_text(encoding="utf-8-sig")
            assert f"{document.path.name}: {document.blanks} chỗ" in text
