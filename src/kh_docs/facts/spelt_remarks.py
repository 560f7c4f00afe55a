"""What stands behind a figure and makes it another one, or leaves it open: “100+”, “5 chưa có”, “2/tháng”."""

from __future__ import annotations

from typing import Final

from kh_docs.facts.spelt_words import spelt_out
from kh_docs.i18n import N_, _
from kh_docs.patterns import re
from kh_docs.text import STROKE, slug

_OPEN: Final = N_("“{raw}”: số này chưa rõ (“{words}”)")
_RATE: Final = N_("“{raw}”: ở đây cần số của cả kỳ, cả đơn vị")
_TWO_FIGURES: Final = N_("“{raw}”: số và chữ khác nhau")
# In slugs: the figure is of what is lacking, is no last one, or is the least or the most that it may be.
_LEAVES_OPEN: Final = re.compile(
    r"(?<![a-z])(?:chua|khong|thieu|con-lai|tro-(?:len|xuong)|hon|uoc|du-kien|khoang|gan|xap-xi)(?![a-z])"
)
_SIGNS: Final = re.compile(r"[?+±~≈]")
_PER: Final = re.compile(r"/\s*[^\W\d]|\bmỗi\b", re.IGNORECASE)
_BRACKETS: Final = re.compile(r"[(\[](.*?)[)\]]", re.DOTALL)


def remark_on(figure: float, behind: str, raw: str) -> str:
    """What has to be asked because of the words behind a figure; nothing where they only name it."""
    if STROKE in behind or any(sign.isnumeric() and not sign.isdigit() for sign in behind):
        return _(_OPEN).format(raw=raw, words=behind.strip())
    # “0 (không phát sinh)” says the same twice.
    if figure and (_LEAVES_OPEN.search(slug(behind)) or _SIGNS.search(behind)):
        return _(_OPEN).format(raw=raw, words=behind.strip())
    if _PER.search(behind):
        return _(_RATE).format(raw=raw)
    told = (spelt_out(words) for words in _BRACKETS.findall(behind))
    if any(number is not None and number != figure for number in told):
        return _(_TWO_FIGURES).format(raw=raw)
    return ""
