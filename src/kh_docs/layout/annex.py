"""A phụ lục: its head, and the section of its own that numbers its pages from 1."""

from __future__ import annotations

from lxml import etree

from kh_docs.decree30 import PL_LINE_MM
from kh_docs.layout.controls import slot
from kh_docs.layout.lines import Line
from kh_docs.layout.page import ANNEX_UPRIGHT, ANNEX_WIDE, Section
from kh_docs.layout.styles import AFTER_LINE, ANNEX_END, TABLE_NAME, style_id
from kh_docs.layout.xml import END_MARK, paragraph, spoken

# The indents that centre a line depend on how the paper lies.
ANNEX_LINES = {
    ANNEX_UPRIGHT: Line("DuongKePhuLuc", "Đường kẻ phụ lục", PL_LINE_MM, ANNEX_UPRIGHT.text_width_mm),
    ANNEX_WIDE: Line(
        "DuongKePhuLucNgang", "Đường kẻ phụ lục (trang ngang)", PL_LINE_MM, ANNEX_WIDE.text_width_mm
    ),
}


def annex_head(roman: str, key: str, section: Section) -> list[etree._Element]:
    """“Phụ lục I”, its name and what it belongs to: `annexes.<key>` of the context."""
    return [
        spoken(style_id("phu_luc"), f"Phụ lục {roman}"),
        spoken(style_id("phu_luc_tieu_de"), f"{{{{ annexes.{key}.title }}}}"),
        paragraph(style_id("kem_theo"), slot(f"annexes.{key}.note")),
        ANNEX_LINES[section].drawn(),
        paragraph(AFTER_LINE),
    ]


def table_name(text: str) -> etree._Element:
    """The name of one of several tables of a phụ lục."""
    return spoken(TABLE_NAME, text)


def annex_end() -> etree._Element:
    """The end mark of a phụ lục that does not end with a table."""
    return spoken(ANNEX_END, END_MARK)
