"""The layout of phieu-kiem-tra.docx: minutes after Mẫu 1.9, checklist, sheet of one model, dossier."""

from __future__ import annotations

from lxml import etree

from kh_docs.layout.annex import ANNEX_LINES, annex, annex_end, table_name
from kh_docs.layout.blocks import blocks
from kh_docs.layout.controls import slot
from kh_docs.layout.header import HEADER_LINES, header, title
from kh_docs.layout.package import package
from kh_docs.layout.page import ANNEX_UPRIGHT, ANNEX_WIDE, MAIN, section_end
from kh_docs.layout.signature import sheet_signatures, three_signatures
from kh_docs.layout.styles import AFTER_TABLE, TABLE_NAME
from kh_docs.layout.tables import Column, answer_table, number_column, ruled_table
from kh_docs.layout.xml import each, paragraph, run, tag_paragraph, w

_SELF, _TEAM = "Tự đánh giá", "Đoàn đánh giá"
_SUMMARY = [
    number_column(),
    Column("Nhóm tiêu chí", 52, "group"),
    Column("Số tiêu chí", 15, "total", centred=True),
    Column("Đạt", 14, "self_pass", centred=True, group=_SELF),
    Column("Không đạt", 15, "self_fail", centred=True, group=_SELF),
    Column("Đạt", 14, "team_pass", centred=True, group=_TEAM),
    Column("Không đạt", 15, "team_fail", centred=True, group=_TEAM),
    Column("Không áp dụng", 15, "na", centred=True),
    Column("Chưa đến hạn", 14, "not_due", centred=True),
]
_FIGURES = [
    number_column(),
    Column("Nội dung", 62, "text"),
    Column("Theo báo~cáo", 22, "reported", centred=True),
    Column("Theo hồ~sơ", 20, "filed", centred=True),
    Column("Thực tế", 20, "actual", centred=True),
    Column("Ghi chú", 30, "note"),
]
_REMEDIES = [
    number_column(),
    Column("Nội dung kiến nghị, yêu cầu", 80, "text"),
    Column("Đơn vị thực hiện", 42, "body"),
    Column("Thời hạn", 32, "due"),
]
_CHECKLIST = [
    number_column(9),
    Column("Mã", 14, "code", centred=True),
    Column("Tiêu chí kiểm tra", 91, "text"),
    Column("Điều khoản của {{ terms.plan }}", 31, "clause"),
    Column("Hồ sơ, số liệu cần xem", 50, "evidence"),
    Column(_SELF, 20, "self", centred=True),
    Column(_TEAM, 20, "team", centred=True),
    Column("Ghi chú", 22, "note"),
]
_SHEET_FILES = [
    number_column(),
    Column("Hồ sơ", 119, "text"),
    Column("Có / Không", 35, "state", centred=True),
]
_SHEET_REVIEW = [
    number_column(),
    Column("Nội dung đánh giá", 84, "text"),
    Column("Kết quả", 30, "state", centred=True),
    Column("Ghi chú", 40, "note"),
]
_DOSSIER = [
    number_column(),
    Column("Tên hồ sơ, tài liệu", 74, "text"),
    Column("Đã cung~cấp", 22, "given", centred=True),
    Column("Còn thiếu", 22, "missing", centred=True),
    Column("Ghi chú", 36, "note"),
]


def build() -> bytes:
    """Minutes with their tables in the text, then Phụ lục I to III."""
    checklist = ruled_table("checklist", _CHECKLIST, grouped=True, closing=True, note="left_out")
    content = [
        header(dated=False),
        *title(),
        *blocks("opening"),
        ruled_table("summary", _SUMMARY),
        paragraph(AFTER_TABLE),
        *blocks("after_summary"),
        ruled_table("figures", _FIGURES),
        paragraph(AFTER_TABLE),
        *blocks("after_figures"),
        ruled_table("remedies", _REMEDIES),
        paragraph(AFTER_TABLE),
        *blocks("closing"),
        three_signatures(),
        section_end(MAIN),
        # Wide, so its section ends with it; the others lie upright.
        *annex("checklist", ANNEX_WIDE, [checklist, section_end(ANNEX_WIDE)]),
        *annex("sheet", ANNEX_UPRIGHT, each("sheet", "sheets", _sheet())),
        *annex("dossier", ANNEX_UPRIGHT, [ruled_table("dossier", _DOSSIER, closing=True)]),
        section_end(),
    ]
    return package(content, ANNEX_UPRIGHT, [*HEADER_LINES, *ANNEX_LINES.values()])


def _sheet() -> list[etree._Element]:
    later = w("p", w("pPr", w("pStyle", val=TABLE_NAME), w("pageBreakBefore")), run("{{ sheet.heading }}"))
    return [
        tag_paragraph("if not loop.first"),
        later,
        tag_paragraph("elif sheet.heading"),
        table_name("{{ sheet.heading }}"),
        tag_paragraph("endif"),
        table_name("{{ sheet.titles.info }}"),
        answer_table("sheet.info", [run("{{ row.label }}")], (60, 105)),
        table_name("{{ sheet.titles.files }}"),
        ruled_table("sheet.files", _SHEET_FILES),
        table_name("{{ sheet.titles.activity }}"),
        answer_table("sheet.activity", [slot("row.text")], (115, 50), kept=True),
        table_name("{{ sheet.titles.review }}"),
        ruled_table("sheet.review", _SHEET_REVIEW),
        table_name("{{ sheet.titles.conclusion }}"),
        answer_table("sheet.conclusion", [slot("row.text")], (60, 105), kept=True),
        # Something must stand between two tables: Word would join them.
        tag_paragraph("if loop.last"),
        annex_end(),
        tag_paragraph("else"),
        paragraph(AFTER_TABLE),
        tag_paragraph("endif"),
        sheet_signatures(),
    ]
