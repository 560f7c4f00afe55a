"""The line “(Kèm theo …)” of an annex."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.looks import differences
from kh_docs.check.pages import pieces_of
from kh_docs.check.registry import Fault, rule
from kh_docs.decree30 import PARTS
from kh_docs.i18n import _
from kh_docs.patterns import re

_ATTACHED = PARTS["kem_theo"]
_RIGHT_ATTACHED: Final = re.compile(
    r"\((Ban hành k|K)èm theo .+ số:? ?.*/.+ ngày.*tháng.*năm.* của .+\)|\(Kèm theo .+\)", re.DOTALL
)
_FULL_ATTACHED: Final = re.compile(r"số:?.*/.*ngày.*của", re.DOTALL)
_SHORT_DATE: Final = re.compile(r"số:?.*ngày[\s\d.…]*/\s*\d+/\d+.* của ", re.DOTALL)
_BLANK: Final = re.compile(r"[.…_]{2,}|…")

# No line is longer; the patterns would look at every pair of its places.
_LONGEST: Final = 1_000


@rule("ND30-PL-KEMTHEO", "must", _ATTACHED.clause)
def annex_attached(anatomy: Anatomy) -> Iterator[Fault]:
    """“(Kèm theo Kế hoạch số …/KH-UBND ngày … tháng … năm … của …)”: centred, italic, size 13 to 14.

    Bad:  no such line; the line upright
    Good: the line in italics, blank where not yet known
    """
    for annex in anatomy.annexes:
        piece = annex.attached
        if piece is None:
            if anatomy.is_recognised:
                yield Fault(
                    annex.head.where,
                    _("không có"),
                    _("(Kèm theo … số … ngày … của …)"),
                    _("Thiếu dòng “(Kèm theo …)” -> thêm dưới tên phụ lục, in nghiêng"),
                )
            continue
        looked_at = id(piece.paragraph) in anatomy.judged
        if not looked_at and (wrong := differences(piece, _ATTACHED)):
            yield Fault(piece.where, *wrong, _("Dòng “(Kèm theo …)” sai kiểu chữ -> nghiêng, canh giữa"))
        text = annex.attached_text[:_LONGEST]
        if _lacks_something(text):
            yield Fault(
                piece.where,
                piece.text[:50],
                _("(Kèm theo … số … ngày … của …)"),
                _("Dòng “(Kèm theo …)” ghi thiếu -> ghi đủ tên loại, số, ngày, cơ quan"),
                "should" if _SHORT_DATE.search(text) else None,
            )
        elif _SHORT_DATE.search(text):
            yield Fault(
                piece.where,
                piece.text[:50],
                _("ngày … tháng … năm …"),
                _("Dòng “(Kèm theo …)” ghi đủ “ngày … tháng … năm …” -> thay dấu gạch chéo"),
                "should",
            )
    for piece in (pieces_of(each, anatomy.page)[0] for each in anatomy.list_notes):
        if wrong := differences(piece, _ATTACHED):
            yield Fault(piece.where, *wrong, _("Dòng “(Kèm theo …)” sai kiểu chữ -> nghiêng, canh giữa"))


# The annexes of one office's documents say much the same.
@lru_cache(256)
def _lacks_something(text: str) -> bool:
    """Whether the note is no whole one."""
    if not _RIGHT_ATTACHED.fullmatch(text) and text.startswith("("):
        return True
    return not _FULL_ATTACHED.search(text) and not _BLANK.search(text)
