"""The text of a document, paragraph by paragraph, each in the style of its part."""

from __future__ import annotations

from lxml import etree

from kh_docs.layout.controls import narrative, slot
from kh_docs.layout.styles import style_id
from kh_docs.layout.xml import each, kept_if_last, paragraph, tag_paragraph, w

# What the documents call a block, and the decree's part that it is.
PART_OF_BLOCK = {
    "muc": "muc_la_ma",
    "khoan": "khoan_co_tieu_de",
    "khoan_cau": "khoan",
    "diem": "diem",
    # A điểm that only names the field under it.
    "diem_ten": "diem",
    "gach": "gach_dau_dong",
    "can_cu": "can_cu",
}


def blocks(names: str) -> list[etree._Element]:
    """The block list `names`; its last paragraph, if plain text, stays with what follows."""
    written: list[etree._Element] = []
    for kind, part in PART_OF_BLOCK.items():
        statement = f"{'elif' if written else 'if'} b.style == '{kind}'"
        printed = paragraph(style_id(part), slot("b.runs"))
        if kind == "diem_ten":
            printed[0].append(w("keepNext"))
        written += [tag_paragraph(statement), printed]
    return each(
        "b",
        names,
        [
            *written,
            tag_paragraph("elif b.style == 'noi_dung'"),
            *kept_if_last(style_id("noi_dung"), lambda: [slot("b.runs")]),
            # A block of a kind unknown here has no title or tag, and so is refused, not left out.
            tag_paragraph("else"),
            narrative("b"),
            tag_paragraph("endif"),
        ],
    )
