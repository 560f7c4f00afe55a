"""The layout of ke-hoach.docx: a unit's plan with its annexes of targets, tasks, lists and shares."""

from __future__ import annotations

from lxml import etree

from kh_docs.layout.annex import ANNEX_LINES, annex, list_annexes
from kh_docs.layout.blocks import blocks
from kh_docs.layout.header import HEADER_LINES, header, title
from kh_docs.layout.package import package
from kh_docs.layout.page import ANNEX_WIDE, MAIN, section_end
from kh_docs.layout.signature import signature
from kh_docs.layout.tables import Column, number_column, ruled_table

_TARGETS = [
    number_column(),
    Column("Chỉ tiêu", 52, "text"),
    Column("Đơn vị tính", 18, "measure", centred=True),
    Column("Chỉ tiêu tỉnh giao (điều khoản của {{ terms.plan }})", 66, "given"),
    Column("Chỉ tiêu của {{ terms.unit_type }}", 22, "own", centred=True),
    Column("Cách tính", 42, "how"),
    Column("Cơ quan theo~dõi", 24, "watcher"),
    Column("Thời hạn", 22, "due"),
]
_TASKS = [
    number_column(9),
    Column("Nhiệm vụ", 77, "text"),
    Column("Cơ quan chủ~trì", 29, "lead"),
    Column("Cơ quan phối hợp", 50, "support"),
    Column("Thời hạn", 26, "due"),
    Column("Sản phẩm, chỉ~tiêu", 35, "result"),
    Column("Điều khoản của {{ terms.plan }}", 31, "clause"),
]


def build() -> bytes:
    """The plan, its annexes of targets and tasks, then those whose tables the data declare."""
    content = [
        *_text(),
        section_end(MAIN),
        *annex("targets", ANNEX_WIDE, [ruled_table("targets", _TARGETS, closing=True)]),
        *annex("tasks", ANNEX_WIDE, [ruled_table("tasks", _TASKS, grouped=True, closing=True)]),
        *list_annexes(ANNEX_WIDE),
        section_end(),
    ]
    return package(content, ANNEX_WIDE, [*HEADER_LINES, ANNEX_LINES[ANNEX_WIDE]])


def bare() -> bytes:
    """The plan alone."""
    return package([*_text(), section_end()], MAIN, HEADER_LINES)


def _text() -> list[etree._Element]:
    return [header(), *title(), *blocks("body"), signature()]
