"""The ids by which paragraphs, runs and tables name their styles."""

from __future__ import annotations

BASE = "VanBan"
# The style of runs that hint at what belongs in a place.
GUIDANCE = "GoiY"
GRID = "BangSoLieu"
TABLE_NUMBER = "BangSo"
TABLE_GROUP = "BangNhom"
TABLE_NAME = "TenBang"
SIGN_HERE = "KyTen"
# Styles that hold no text: they make room, or end a section.
AFTER_LINE = "SauDuongKe"
AFTER_TABLE = "SauBang"
SECTION_END = "NgatPhan"
ANNEX_END = "HetPhuLuc"


def style_id(key: str) -> str:
    """The id of the style of the decree's part `key`."""
    return "".join(word.capitalize() for word in key.split("_"))
