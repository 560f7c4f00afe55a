"""The layout of the two report forms: narrative to fill in, then annexes of figures and lists."""

from __future__ import annotations

from kh_docs.layout.annex import ANNEX_LINES, annex, list_annexes
from kh_docs.layout.blocks import blocks
from kh_docs.layout.controls import slot
from kh_docs.layout.header import HEADER_LINES, header, title
from kh_docs.layout.package import package
from kh_docs.layout.page import ANNEX_WIDE, MAIN, section_end
from kh_docs.layout.signature import signature
from kh_docs.layout.styles import style_id
from kh_docs.layout.tables import Column, ruled_table
from kh_docs.layout.xml import paragraph, when

INDICATORS = [
    Column("Mã", 11, "tt", centred=True),
    Column("Chỉ tiêu", 114, "text"),
    Column("Đơn vị tính", 25, "measure", centred=True),
    Column("Kế hoạch năm", 32, "target", centred=True),
    Column("Cùng kỳ năm~trước", 22, "previous", centred=True),
    Column("Thực hiện kỳ~này", 29, "current", centred=True),
    Column("Ghi chú", 24, "note"),
]


def build() -> bytes:
    """The report of a period: narrative to fill in, figures, lists."""
    indicators = ruled_table("indicators", INDICATORS, grouped=True, closing=True, typed=True)
    content = [
        header(),
        *title(),
        *when("addressee", [paragraph(style_id("kinh_gui"), slot("addressee"))]),
        *blocks("body"),
        signature(),
        section_end(MAIN),
        *annex("indicators", ANNEX_WIDE, [indicators]),
        *list_annexes(ANNEX_WIDE),
        section_end(),
    ]
    return package(content, ANNEX_WIDE, [*HEADER_LINES, ANNEX_LINES[ANNEX_WIDE]])
