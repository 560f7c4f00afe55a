"""The top of page 1: issuing body, Quốc hiệu, number, place and date; then the name of the document."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from kh_docs import decree30
from kh_docs.decree30 import PARTS
from kh_docs.layout.controls import block_slot, slot
from kh_docs.layout.lines import Line
from kh_docs.layout.styles import AFTER_LINE, style_id
from kh_docs.layout.tables import cell, plain_table, row
from kh_docs.layout.xml import each, paragraph, spoken, tag_paragraph
from kh_docs.word.widths import text_width_mm

QUOC_HIEU = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
TIEU_NGU = "Độc lập - Tự do - Hạnh phúc"
# Quốc hiệu must not wrap: it is 96 mm wide, and the cell has no padding.
_LEFT_MM = 62.0
_RIGHT_MM = decree30.TEXT_WIDTH_MM - _LEFT_MM
# From 1/3 to 1/2 of both name lines, for districts and ĐOÀN KIỂM TRA; names of communes may be narrower.
AGENCY_LINE = Line("DuongKeCoQuan", "Đường kẻ cơ quan", 18.2, _LEFT_MM)
NARROW_AGENCY_LINE = Line("DuongKeCoQuanNgan", "Đường kẻ cơ quan (tên ngắn)", 13.0, _LEFT_MM)


def _drawn_length_mm(key: str, text: str) -> float:
    part = PARTS[key]
    assert part.line is not None
    return part.line.ours * text_width_mm(text, part.size_pt.ours, bold=bool(part.bold))


MOTTO_LINE = Line("DuongKeTieuNgu", "Đường kẻ tiêu ngữ", _drawn_length_mm("tieu_ngu", TIEU_NGU), _RIGHT_MM)
# The style's own length; each document says how long its line is.
ABSTRACT_LINE = Line("DuongKeTrichYeu", "Đường kẻ trích yếu", 60.0, decree30.TEXT_WIDTH_MM)
HEADER_LINES = (AGENCY_LINE, NARROW_AGENCY_LINE, MOTTO_LINE, ABSTRACT_LINE)


def under_abstract(lines: Iterable[str]) -> Line:
    """The line under a trích yếu of these lines, none of which is longer than the page is wide."""
    longest = max((_drawn_length_mm("trich_yeu", line) for line in lines), default=ABSTRACT_LINE.length_mm)
    part = PARTS["trich_yeu"].line
    assert part is not None
    return ABSTRACT_LINE._replace(length_mm=min(longest, part.ours * decree30.TEXT_WIDTH_MM))


def letter_header() -> etree._Element:
    """The head of a công văn: what it is about stands under its number (PL I, P.I, II.5.b)."""
    about = each("line", "abstract", [paragraph(style_id("trich_yeu_cong_van"), slot("line"))])
    return _head(about, dated=True)


def header(*, dated: bool = True) -> etree._Element:
    """Two columns without borders; minutes are not `dated`, their time stands in the text."""
    return _head([], dated=dated)


def _head(under_number: list[etree._Element], *, dated: bool) -> etree._Element:
    names = [
        tag_paragraph("if header.agency_top_bold"),
        spoken(style_id("co_quan_ban_hanh"), "{{ header.agency_top }}"),
        tag_paragraph("else"),
        spoken(style_id("co_quan_chu_quan"), "{{ header.agency_top }}"),
        tag_paragraph("endif"),
        spoken(style_id("co_quan_ban_hanh"), "{{ header.agency }}"),
        tag_paragraph("if header.agency_narrow"),
        NARROW_AGENCY_LINE.drawn(),
        tag_paragraph("else"),
        AGENCY_LINE.drawn(),
        tag_paragraph("endif"),
    ]
    state = [
        spoken(style_id("quoc_hieu"), QUOC_HIEU),
        spoken(style_id("tieu_ngu"), TIEU_NGU),
        MOTTO_LINE.drawn(),
    ]
    number = paragraph(style_id("so_ky_hieu"), slot("header.number"))
    date = paragraph(style_id("dia_danh_ngay"), *([slot("header.place_date")] if dated else []))
    widths = (_LEFT_MM, _RIGHT_MM)
    return plain_table(
        widths,
        row(cell(_LEFT_MM, *names), cell(_RIGHT_MM, *state)),
        row(cell(_LEFT_MM, number, *under_number), cell(_RIGHT_MM, date)),
    )


def title() -> list[etree._Element]:
    """Type, abstract and the line under it, in the middle of the page."""
    return [
        spoken(style_id("ten_loai"), "{{ type_name }}"),
        *each("line", "abstract", [paragraph(style_id("trich_yeu"), slot("line"))]),
        block_slot("under_abstract"),
        paragraph(AFTER_LINE),
    ]
