"""The templates filled by our own engine: nothing lost, nothing that Word would want to repair."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from kh_docs.render.filling import LayoutTemplate, fill
from kh_docs.render.layout import load_layout

from . import sample
from .snapshot import W, parts, text_of

CONTEXTS: dict[str, tuple[str, Callable[[], dict[str, Any]]]] = {
    "ke-hoach": ("ke-hoach", sample.ke_hoach),
    "ke-hoach, no shares": ("ke-hoach", lambda: sample.ke_hoach(shares=False)),
    "bao-cao-6-thang": ("bao-cao-6-thang", lambda: sample.bao_cao("6")),
    "bao-cao-nam": ("bao-cao-nam", lambda: sample.bao_cao("nam")),
    "phieu-kiem-tra": ("phieu-kiem-tra", sample.phieu_kiem_tra),
}


@cache
def layout(name: str) -> LayoutTemplate:
    return load_layout(Path(__file__).parents[2] / "templates" / "layout" / f"{name}.docx")


def filled(name: str, context: dict[str, Any]) -> etree._Element:
    return parts(fill(layout(name), context))["word/document.xml"]


@pytest.fixture(params=CONTEXTS)
def document(request: pytest.FixtureRequest) -> etree._Element:
    name, context = CONTEXTS[request.param]
    return filled(name, context())


def test_cells_end_with_a_paragraph_and_tables_have_rows(document: etree._Element) -> None:
    assert all(cell[-1].tag == f"{W}p" for cell in document.iter(f"{W}tc"))
    assert all(table.find(f"{W}tr") is not None for table in document.iter(f"{W}tbl"))


def test_tags_are_unique(document: etree._Element) -> None:
    tags = [tag.get(f"{W}val") for tag in document.iter(f"{W}tag")]
    assert tags
    assert len(tags) == len(set(tags))


def test_two_tables_never_touch(document: etree._Element) -> None:
    # Word would join them into one.
    tables = list(document.iter(f"{W}tbl"))
    assert not [
        table for table in tables if (after := table.getnext()) is not None and after.tag == table.tag
    ]


def test_each_annex_ends_with_the_mark(document: etree._Element) -> None:
    texts = [text_of(p) if p.find(f"{W}pPr/{W}sectPr") is None else None for p in document.iter(f"{W}p")]
    breaks = [position for position, text in enumerate(texts) if text is None]
    ends = [*breaks[1:], len(texts)]
    for end in ends:
        last = next(text for text in reversed(texts[:end]) if text)
        assert last in ("./.", "(Ký, đóng dấu)")


def test_the_signature_stays_with_the_last_paragraph(document: etree._Element) -> None:
    body = document.find(f"{W}body")
    signature = next(table for table in reversed(body.findall(f"{W}tbl")) if "Nơi nhận:" in text_of(table))
    before = signature.getprevious()
    assert before is not None
    assert before.find(f"{W}pPr/{W}keepNext") is not None or "closing" in text_of(before)


@pytest.mark.parametrize(
    ("context", "annexes"),
    [("ke-hoach", 4), ("ke-hoach, no shares", 3), ("bao-cao-nam", 5), ("phieu-kiem-tra", 3)],
)
def test_each_annex_is_a_section_numbered_from_1(context: str, annexes: int) -> None:
    name, made = CONTEXTS[context]
    document = filled(name, made())
    heads = [p for p in document.iter(f"{W}p") if text_of(p).startswith("Phụ lục ") and len(text_of(p)) < 12]
    sections = list(document.iter(f"{W}sectPr"))
    starts = [section.find(f"{W}pgNumType") for section in sections]
    assert [text_of(head) for head in heads] == [
        f"Phụ lục {roman}" for roman in ("I", "II", "III", "IV", "V")[:annexes]
    ]
    assert len(sections) == annexes + 1
    assert starts[0] is None
    assert all(start is not None and start.get(f"{W}start") == "1" for start in starts[1:])
    assert all(section.find(f"{W}titlePg") is not None for section in sections)


@pytest.mark.parametrize("name", ["ke-hoach", "bao-cao-nam", "phieu-kiem-tra"])
def test_empty_lists_leave_whole_tables(name: str) -> None:
    context = CONTEXTS[name][1]()
    for key, value in context.items():
        if isinstance(value, list) and value and isinstance(value[0], dict) and "tt" in value[0]:
            context[key] = []
    document = filled(name, context)
    assert all(table.find(f"{W}tr") is not None for table in document.iter(f"{W}tbl"))


def test_a_declared_table_without_rows_leaves_no_table() -> None:
    document = filled("ke-hoach", sample.ke_hoach())
    names = [p for p in document.iter(f"{W}p") if text_of(p) in ("2. Khu dân cư", "3. Mô hình")]
    assert [name.getnext().tag for name in names] == [f"{W}p", f"{W}tbl"]


def test_controls(golden: Callable[[str, str], None]) -> None:
    tags = sample.Tags()
    context = sample.phieu_kiem_tra()
    context["checklist"] = [
        sample.row(
            tt=sample.text("1"),
            code=sample.text("KT01"),
            text=[
                *sample.text("chữ "),
                tags.blank("Dấu chấm", 3),
                tags.space("Trắng", 2),
                tags.value("Vinh", "Biết"),
            ],
            clause=[],
            evidence=[],
            self=[tags.choice("choice", "Tự chấm")],
            team=[tags.choice("choice", "Đoàn chấm", "Chưa đến hạn")],
            note=[],
        )
    ]
    document = filled("phieu-kiem-tra", context)
    row = next(row for row in document.iter(f"{W}tr") if text_of(row).startswith("1KT01"))
    etree.cleanup_namespaces(row)
    controls = [
        etree.tostring(element, encoding="unicode", pretty_print=True) for element in row.iter(f"{W}sdt")
    ]
    golden("controls.xml", "\n".join(controls))
