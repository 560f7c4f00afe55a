"""A phụ lục: its head, and the section of its own that numbers its pages from 1."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from kh_docs.decree30 import PL_LINE_MM
from kh_docs.layout.controls import block_slot, slot
from kh_docs.layout.lines import Line
from kh_docs.layout.page import ANNEX_UPRIGHT, ANNEX_WIDE, Section, section_end
from kh_docs.layout.styles import AFTER_LINE, ANNEX_END, TABLE_NAME, style_id
from kh_docs.layout.xml import END_MARK, each, paragraph, spoken, when

# The indents that centre a line depend on how the paper lies.
ANNEX_LINES = {
    ANNEX_UPRIGHT: Line("DuongKePhuLuc", "Đường kẻ phụ lục", PL_LINE_MM, ANNEX_UPRIGHT.text_width_mm),
    ANNEX_WIDE: Line(
        "DuongKePhuLucNgang", "Đường kẻ phụ lục (trang ngang)", PL_LINE_MM, ANNEX_WIDE.text_width_mm
    ),
}


def annex(key: str, section: Section, content: Iterable[etree._Element]) -> list[etree._Element]:
    """The annex `annexes.<key>` of the context, where it has one."""
    name = f"annexes.{key}"
    return when(name, [*_head(name, section), *content])


def list_annexes(section: Section) -> list[etree._Element]:
    """The annexes whose tables the plan's data declare: `lists` of the context."""
    tables = [*when("list.name", [table_name("{{ list.name }}")]), block_slot("list.table")]
    return each("annex", "lists", [*_head("annex", section), *each("list", "annex.tables", tables)])


def _head(name: str, section: Section) -> list[etree._Element]:
    """“Phụ lục I”, its name and what it belongs to; the section of the annex before ends here."""
    return [
        *when(f"{name}.later", [section_end(section)]),
        spoken(style_id("phu_luc"), f"{{{{ {name}.label }}}}"),
        spoken(style_id("phu_luc_tieu_de"), f"{{{{ {name}.title }}}}"),
        paragraph(style_id("kem_theo"), slot(f"{name}.note")),
        ANNEX_LINES[section].drawn(),
        paragraph(AFTER_LINE),
    ]


def table_name(text: str) -> etree._Element:
    """The name of one of several tables of a phụ lục."""
    return spoken(TABLE_NAME, text)


def annex_end() -> etree._Element:
    """The end mark of a phụ lục that does not end with a table."""
    return spoken(ANNEX_END, END_MARK)
