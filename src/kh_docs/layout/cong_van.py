"""The layout of a letter (công văn): its abstract under its number, then addressee and text."""

from __future__ import annotations

from lxml import etree

from kh_docs.layout.annex import ANNEX_LINES, list_annexes
from kh_docs.layout.blocks import blocks
from kh_docs.layout.controls import slot
from kh_docs.layout.header import HEADER_LINES, letter_header
from kh_docs.layout.package import package
from kh_docs.layout.page import ANNEX_WIDE, MAIN, section_end
from kh_docs.layout.signature import signature
from kh_docs.layout.styles import style_id
from kh_docs.layout.xml import paragraph

_STYLES = ["trich_yeu_cong_van"]


def build() -> bytes:
    """Mẫu 1.5 of the decree's Phụ lục III."""
    return package([*_letter(), section_end()], MAIN, HEADER_LINES, _STYLES)


def annexed() -> bytes:
    """The same with annexes of lists."""
    content = [*_letter(), section_end(MAIN), *list_annexes(ANNEX_WIDE), section_end()]
    return package(content, ANNEX_WIDE, [*HEADER_LINES, ANNEX_LINES[ANNEX_WIDE]], _STYLES)


def _letter() -> list[etree._Element]:
    addressee = paragraph(style_id("kinh_gui"), slot("addressee"))
    return [letter_header(), addressee, *blocks("body"), signature()]
