"""word/styles.xml: one style for each part that the decree names, and a few of our own."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from lxml import etree

from kh_docs import decree30
from kh_docs.blanks import GAP
from kh_docs.decree30 import Part
from kh_docs.layout import styles
from kh_docs.layout.lines import Line
from kh_docs.layout.measures import twips_of_points
from kh_docs.layout.style_xml import (
    bold,
    character_style,
    exact_line,
    hidden_default,
    italic,
    paragraph_style,
    size,
)
from kh_docs.layout.styles import style_id
from kh_docs.layout.xml import w
from kh_docs.word.lengths import twips_of_mm

# Parts of other kinds of document: quy chế, quyết định, công văn.
_ELSEWHERE = {
    "trich_yeu_cong_van", "phan_chuong", "ten_phan_chuong", "muc_tieu_muc", "ten_muc_tieu_muc", "dieu",
    "don_vi_tinh",
}  # fmt: skip
_BODY = {"noi_dung", "can_cu", "muc_la_ma", "khoan_co_tieu_de", "khoan", "diem", "gach_dau_dong"}
# Of prompts only: who reads a form sees what is not part of it yet.
_GREY = "767676"
_HEADINGS = {"ten_loai", "muc_la_ma", "khoan_co_tieu_de", "phu_luc", "phu_luc_tieu_de", "bang_dau_cot"}
# Titles, names and Nơi nhận of minutes are rows of one table, and belong on one page.
_KEPT = _HEADINGS | {"quyen_han_chuc_vu", "ho_ten"}
# About four blank lines, for the signature and the seal.
_SIGNATURE_PT = 66
# Points before and after a paragraph, where they are not 0.
_AROUND_PT: Mapping[str, tuple[float, float]] = {
    **dict.fromkeys(_BODY, (0, decree30.PARA_SPACE_PT.ours)),
    "so_ky_hieu": (8, 0),
    "dia_danh_ngay": (8, 0),
    "ten_loai": (14, 0),
    "kinh_gui": (0, 12),
    "trich_yeu_cong_van": (6, 0),
    "ho_ten": (_SIGNATURE_PT, 0),
    "noi_nhan_tieu_de": (2, 0),
    "bang_chu": (0.25, 0.25),
    "bang_dau_cot": (1, 1),
}


def stylesheet(lines: Iterable[Line], parts: Collection[str] = ()) -> etree._Element:
    """All styles of a document in which these `lines` are drawn; `parts`: those that only its kind has."""
    return w(
        "styles",
        _defaults(),
        # Word's own styles stay out of the clerk's sight until she asks for them.
        w("latentStyles", defUIPriority=99, defSemiHidden=1, defUnhideWhenUsed=1, defQFormat=0, count=376),
        w("style", w("name", val="Normal"), w("qFormat"), type="paragraph", default=1, styleId="Normal"),
        hidden_default("character", "DefaultParagraphFont", "Default Paragraph Font"),
        hidden_default("table", "TableNormal", "Normal Table", _no_padding()),
        hidden_default("numbering", "NoList", "No List"),
        paragraph_style(styles.BASE, "Văn bản", "Normal"),
        *(_part_style(part) for key, part in decree30.PARTS.items() if key not in _ELSEWHERE or key in parts),
        *_own_styles(),
        *(line.style(styles.BASE) for line in lines),
        _grid_style(),
        character_style(GAP, "Chỗ trống"),
        character_style(styles.GUIDANCE, "Gợi ý", (*italic(), w("color", val=_GREY))),
    )


def _defaults() -> etree._Element:
    font = decree30.FONT.name
    letters = w(
        "rPr",
        w("rFonts", ascii=font, hAnsi=font, eastAsia=font, cs=font),
        w("color", val=decree30.FONT.colour),
        *size(decree30.PARTS["noi_dung"].size_pt.ours),
        w("lang", val="vi-VN", eastAsia="vi-VN", bidi="ar-SA"),
    )
    spacing = w("spacing", before=0, after=0, line=240, lineRule="auto")
    return w("docDefaults", w("rPrDefault", letters), w("pPrDefault", w("pPr", spacing)))


def _part_style(part: Part) -> etree._Element:
    body, heading = part.key in _BODY, part.key in _HEADINGS
    before, after = map(twips_of_points, _AROUND_PT.get(part.key, (0, 0)))
    line = round(240 * (decree30.LINE_SPACING.ours if body else 1))
    paragraph = [
        *([w("keepNext"), w("keepLines")] if part.key in _KEPT else []),
        *([w("widowControl")] if body else []),
        w("spacing", before=before, after=after, line=line, lineRule="auto"),
        *([w("ind", firstLine=twips_of_mm(decree30.FIRST_LINE_CM[-1] * 10))] if body else []),
        # The decree leaves "Kính gửi" open; with one addressee it looks best in the middle.
        w("jc", val="center" if part.key == "kinh_gui" else part.align or "left"),
        *([w("outlineLvl", val=part.outline - 1)] if part.outline else []),
    ]
    letters = [
        *(bold() if part.bold else []),
        *(italic() if part.italic else []),
        *size(part.size_pt.ours),
    ]
    following = style_id("noi_dung") if body and heading else ""
    return paragraph_style(style_id(part.key), part.style_name, styles.BASE, paragraph, letters, following)


def _own_styles() -> list[etree._Element]:
    table_text = style_id("bang_chu")
    table_name = [w("keepNext"), w("keepLines"), w("spacing", before=200, after=120), w("outlineLvl", val=1)]
    sign_here = [w("spacing", after=twips_of_points(_SIGNATURE_PT)), w("jc", val="center")]
    annex_end = [w("keepNext"), exact_line(13), w("jc", val="right")]
    return [
        paragraph_style(styles.TABLE_NUMBER, "Bảng (số)", table_text, [w("jc", val="center")]),
        paragraph_style(styles.TABLE_GROUP, "Bảng (nhóm)", table_text, [w("keepNext")], bold()),
        paragraph_style(styles.TABLE_NAME, "Tên bảng", styles.BASE, table_name, bold()),
        paragraph_style(styles.SIGN_HERE, "Ký tên", styles.BASE, sign_here, [*italic(), *size(12)]),
        paragraph_style(styles.ANNEX_END, "Hết phụ lục", styles.BASE, annex_end, size(12)),
        paragraph_style(styles.AFTER_LINE, "Sau đường kẻ", styles.BASE, [exact_line(8)], size(4)),
        paragraph_style(styles.AFTER_TABLE, "Sau bảng", styles.BASE, [w("keepNext"), exact_line(6)], size(4)),
        paragraph_style(styles.SECTION_END, "Ngắt phần", styles.BASE, [exact_line(1)], size(1)),
    ]


def _no_padding() -> etree._Element:
    padding = w("tblCellMar", *(w(side, w=0, type="dxa") for side in ("top", "left", "bottom", "right")))
    return w("tblPr", w("tblInd", w=0, type="dxa"), padding)


def _grid_style() -> etree._Element:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = (w(side, val="single", sz=4, space=0, color=decree30.FONT.colour) for side in sides)
    padding = w("tblCellMar", w("left", w=57, type="dxa"), w("right", w=57, type="dxa"))
    return w(
        "style", w("name", val="Bảng số liệu"), w("basedOn", val="TableNormal"), w("qFormat"),
        w("tblPr", w("tblBorders", *borders), padding), type="table", customStyle=1, styleId=styles.GRID,
    )  # fmt: skip
