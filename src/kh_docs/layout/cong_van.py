"""The layout of a letter (công văn): its abstract under its number, then addressee and text."""

from __future__ import annotations

from kh_docs.layout.blocks import blocks
from kh_docs.layout.controls import slot
from kh_docs.layout.header import HEADER_LINES, letter_header
from kh_docs.layout.package import package
from kh_docs.layout.page import MAIN, section_end
from kh_docs.layout.signature import signature
from kh_docs.layout.styles import style_id
from kh_docs.layout.xml import paragraph


def build() -> bytes:
    """Mẫu 1.5 of the decree's Phụ lục III."""
    addressee = paragraph(style_id("kinh_gui"), slot("addressee"))
    content = [letter_header(), addressee, *blocks("body"), signature(), section_end()]
    return package(content, MAIN, HEADER_LINES, ["trich_yeu_cong_van"])
