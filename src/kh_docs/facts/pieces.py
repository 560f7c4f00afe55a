"""A paragraph of a plan cut at its stops and semicolons, and the paragraph that some of the pieces make."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kh_docs.facts.first_letters import capital
from kh_docs.patterns import re

# Behind a semicolon a capital begins the name of a document, unless somebody is told to act.
_TOLD = r"UBND|Ủy ban|Chủ tịch|Công an|Sở|Ban|Riêng|Mỗi|Giao|Đề nghị|Yêu cầu|Các"
_CAPITAL = r"[A-ZĐÀ-ÖØ-ÝĂƠƯẠ-Ỹ]"
_ENDS = re.compile(
    rf"(?<!\bTP)(?<!\bTX)(?<!\b[A-ZĐ])\.(?=\s+[“\"(]?{_CAPITAL})|;(?=\s+(?:{_TOLD})\b)|;(?!\s+{_CAPITAL})"
    r"|,(?=\s+trong đó\s+(?:giao|chọn)\b)"
)
# What points back at a sentence that was left out.
_POINTS_BACK = re.compile(r"(?:Trong đó|Đồng thời|Ngoài ra|Cụ thể)(?:,\s*|\s+)", re.IGNORECASE)
_STRENGTH = ",;."


class Piece(NamedTuple):
    """A part of a paragraph, and the mark that ends it: “.”, “;”, “,”, or nothing at the end."""

    text: str
    mark: str


def pieces(paragraph: str) -> list[Piece]:
    """Cut outside brackets and quotation marks; put together again they are the paragraph."""
    found: list[Piece] = []
    start = 0
    for end in _ENDS.finditer(paragraph):
        if not _inside(paragraph, start, end.start()):
            found.append(Piece(paragraph[start : end.start()].strip(), end[0]))
            start = end.end()
    if rest := paragraph[start:].strip():
        found.append(Piece(rest, ""))
    return found


def rejoined(all_pieces: Sequence[Piece], kept: Sequence[str]) -> str:
    """The paragraph of what is kept (empty: left out), its marks and capitals mended."""
    text, mark, begun = "", "", False
    for piece, words in zip(all_pieces, kept, strict=True):
        if words:
            words = words if begun == bool(text) else _POINTS_BACK.sub("", words, count=1)
            text += _joint(mark) * bool(text) + (capital(words) if not text or mark == "." else words)
            mark = ""
        begun = True
        mark = max(mark, piece.mark, key=lambda each: _STRENGTH.find(each))
    # What ended the paragraph may be gone.
    if text and not (kept and kept[-1]) and not text.endswith((".", ":", ";", "…", ")", "”")):
        text += "."
    return text


def _joint(mark: str) -> str:
    return f"{mark or ';'} "


def _inside(text: str, start: int, at: int) -> bool:
    part = text[start:at]
    return part.count("(") > part.count(")") or part.count("“") > part.count("”")
