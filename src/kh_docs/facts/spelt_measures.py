"""What stands behind a number: a measure of money that converts, or a word that makes it another number."""

from __future__ import annotations

import unicodedata
from typing import Final

from kh_docs.patterns import re
from kh_docs.text import slug

# What one of a unit of money is worth in million đồng.
_MONEY: Final = {
    **dict.fromkeys(("d", "dong", "vnd", "dong-chan"), 1e-6),
    **dict.fromkeys(("nghin", "nghin-dong", "ngan", "ngan-dong"), 1e-3),
    **dict.fromkeys(("trieu", "trieu-dong", "tr", "trd"), 1.0),
    **dict.fromkeys(("ty", "ty-dong", "ti", "ti-dong"), 1e3),
}
# “12 nghìn lượt” is not 12; with their marks, for “5 trạm” and “5 ti vi” are what they say.
_SCALES: Final = frozenset(
    ("chục", "mươi", "tá", "trăm", "nghìn", "ngàn", "k", "vạn", "tr", "triệu", "tỷ", "tỉ", "rưỡi")
)
# Where the measure ends and a remark begins: “đồng (ngân sách xã)”, “triệu đồng, xã hội hóa”.
_REMARK: Final = re.compile(r"[(\[,;:–—\n-]|(?<=đồng)\s", re.IGNORECASE)
_WORD: Final = re.compile(r"[^\W\d_]+")
# In million đồng; who writes so much, in whole thousands, has rather left out that it is in đồng.
_MUCH: Final = 1_000_000


def is_money(measure: str) -> bool:
    return slug(measure) in _MONEY


def worth(behind: str, measure: str) -> float | None:
    """By what a figure of money is multiplied to stand in `measure`; None where neither is money."""
    given = _MONEY.get(slug(behind)) or _MONEY.get(_name(behind.strip().lstrip("([")))
    asked = _MONEY.get(slug(measure))
    return given / asked if given is not None and asked is not None else None


def is_named(behind: str) -> bool:
    """Whether a measure stands behind the figure, whichever; a remark in brackets is none."""
    return bool(_name(behind))


def _name(behind: str) -> str:
    return slug(_REMARK.split(unicodedata.normalize("NFC", behind).strip(), maxsplit=1)[0])


def is_too_much(figure: float, measure: str) -> bool:
    """Whether a figure without a measure of its own can hardly be of the one that the form prints."""
    return is_money(measure) and figure * _MONEY[slug(measure)] >= _MUCH and figure % 1000 == 0


def scales(behind: str) -> bool:
    """Whether the words say that the number is larger than its digits."""
    words = _WORD.findall(unicodedata.normalize("NFC", behind).lower())
    return any(word in _SCALES for word in words[:1]) or "rưỡi" in words
