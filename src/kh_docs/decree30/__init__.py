"""Nghị định 30/2020/NĐ-CP stated once: allowed ranges, our own choice within them, and the clause."""

from kh_docs.decree30.names import (
    ABBREVIATIONS,
    COPY_ABBREVIATIONS,
    KINDS_WITH_ADDRESSEE,
    POINT_LETTERS,
    SIGN_PREFIXES,
    SIGNED_ON,
    UNKNOWN_TYPES,
)
from kh_docs.decree30.page import (
    FIRST_LINE_CM,
    FONT,
    LINE_SPACING,
    MARGINS_MM,
    PAGE,
    PAGE_NUMBER,
    PARA_SPACE_PT,
    PL_LINE_MM,
    SIZE_TRIPLETS_PT,
    TEXT_WIDTH_MM,
)
from kh_docs.decree30.parts import PARTS, SIGNED_LINE, Part, part_of_style
from kh_docs.decree30.ranges import Range

__all__ = [
    "ABBREVIATIONS",
    "COPY_ABBREVIATIONS",
    "FIRST_LINE_CM",
    "FONT",
    "KINDS_WITH_ADDRESSEE",
    "LINE_SPACING",
    "MARGINS_MM",
    "PAGE",
    "PAGE_NUMBER",
    "PARA_SPACE_PT",
    "PARTS",
    "PL_LINE_MM",
    "POINT_LETTERS",
    "SIGNED_LINE",
    "SIGNED_ON",
    "SIGN_PREFIXES",
    "SIZE_TRIPLETS_PT",
    "TEXT_WIDTH_MM",
    "UNKNOWN_TYPES",
    "Part",
    "Range",
    "part_of_style",
]
