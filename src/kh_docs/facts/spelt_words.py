"""Take a number spelt out, give the number: mười hai, một trăm linh năm, hai mươi mốt."""

from __future__ import annotations

import unicodedata
from typing import Final

_ONES: Final = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "nhăm": 5,
    "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
_GROUPS: Final = {"nghìn": 1_000, "ngàn": 1_000, "triệu": 1_000_000, "tỷ": 1_000_000_000, "tỉ": 1_000_000_000}
_FILLERS: Final = frozenset(("linh", "lẻ"))


def spelt_out(text: str) -> int | None:
    """The number; None for whatever holds another word, as in “trong đó hai xã”."""
    words = unicodedata.normalize("NFC", text).lower().strip(" .,;:").split()
    total = group = 0
    one: int | None = None
    for word in words:
        if word in _ONES and one is None:
            one = _ONES[word]
        elif word == "trăm" and one is not None:
            group, one = group + 100 * one, None
        elif word in ("mươi", "chục") and one is not None:
            group, one = group + 10 * one, None
        elif word == "mười" and one is None:
            group += 10
        elif word in _GROUPS and (group or one):
            total, group, one = total + (group + (one or 0)) * _GROUPS[word], 0, None
        elif word not in _FILLERS or one is not None:
            return None
    return total + group + (one or 0) if words else None
