"""What stands behind a number: a measure of money that converts, or a word that makes it another number."""

from __future__ import annotations

import unicodedata
from typing import Final

from kh_docs.text import slug

# What one of a unit of money is worth in million đồng.
_MONEY: Final = {
    **dict.fromkeys(("d", "dong", "vnd", "dong-chan"), 1e-6),
    **dict.fromkeys(("nghin", "nghin-dong", "ngan", "ngan-dong"), 1e-3),
    **dict.fromkeys(("trieu", "trieu-dong", "tr", "trd"), 1.0),
    **dict.fromkeys(("ty", "ty-dong", "ti", "ti-dong"), 1e3),
}
# “12 nghìn lượt” is not 12; with their marks, for “5 trạm” and “5 ti vi” are what they say.
_SCALES: Final = frozenset(("chục", "trăm", "nghìn", "ngàn", "k", "tr", "triệu", "tỷ", "tỉ", "rưỡi"))


def worth(behind: str, measure: str) -> float | None:
    """By what a figure of money is multiplied to stand in `measure`; None where neither is money."""
    given, asked = _MONEY.get(slug(behind)), _MONEY.get(slug(measure))
    return given / asked if given is not None and asked is not None else None


def scales(behind: str) -> bool:
    """Whether the words say that the number is larger than its digits."""
    words = unicodedata.normalize("NFC", behind).lower().replace(".", " ").split()
    return any(word in _SCALES for word in words[:1]) or "rưỡi" in words
