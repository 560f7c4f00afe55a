"""Points, dashes and decimal numbers."""

from collections.abc import Iterator
from typing import Final

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.heading_looks import items_of
from kh_docs.check.places import at
from kh_docs.check.registry import Fault, rule
from kh_docs.check.rules.clauses import only_number_bold, plain_faults
from kh_docs.decree30 import POINT_LETTERS
from kh_docs.i18n import _

_MUST_NOT: Final = "fjwz"
_BODY_ORDER: Final = "PL I, P.I, II.6.đ"


@rule("ND30-H-a", "must", _BODY_ORDER)
def point(anatomy: Anatomy) -> Iterator[Fault]:
    """“a)”: a letter of the Vietnamese alphabet and a bracket; upright, not bold.

    Bad:  a. Tuyên truyền; f) …; a) in bold
    Good: a) Tuyên truyền …
    """
    for item in items_of(anatomy, "diem"):
        if item.mark != ")":
            yield Fault(
                at(item.paragraph),
                f"{item.number}{item.mark}",
                f"{item.number})",
                _("Điểm ghi chữ cái và dấu đóng ngoặc đơn -> sửa thành “a)”"),
            )
        if item.number in _MUST_NOT or item.number not in POINT_LETTERS:
            yield Fault(
                at(item.paragraph),
                item.number,
                _("a, b, c, d, đ, e, g, h, i, k …"),
                _("Điểm theo thứ tự bảng chữ cái tiếng Việt -> sửa chữ cái"),
                None if item.number in _MUST_NOT else "should",
            )
        yield from plain_faults(item, _("Điểm sai kiểu chữ -> đứng, không đậm"))
        if only_number_bold(item):
            yield Fault(
                at(item.paragraph),
                _("chữ cái đậm"),
                _("đứng, không đậm"),
                _("Chữ cái của điểm không đậm -> chọn chữ cái, bấm Ctrl+B"),
            )
    for item in items_of(anatomy, "letter"):
        if item.mark == ")" and not item.rest.isupper():
            yield Fault(
                at(item.paragraph),
                f"{item.number})",
                f"{item.number.lower()})",
                _("Điểm ghi chữ cái thường và dấu đóng ngoặc đơn -> sửa thành “a)”"),
            )


@rule("ND30-H-DASH", "info", "thông lệ")
def dash(anatomy: Anatomy) -> Iterator[Fault]:
    """Below a điểm offices write "- ", which the decree does not name; other bullets are rarer still.

    Bad:  • Tuyên truyền
    Good: - Tuyên truyền
    """
    for item in items_of(anatomy, "dash"):
        if item.mark in "•●▪*□–—":
            yield Fault(
                at(item.paragraph),
                item.mark,
                "-",
                _("Gạch đầu dòng thường dùng dấu “-” -> thay dấu đầu dòng"),
            )


@rule("ND30-H-DECIMAL", "should", _BODY_ORDER)
def decimal_heading(anatomy: Anatomy) -> Iterator[Fault]:
    """The decree knows no "1.1.".

    Bad:  1.1. Mục tiêu chung
    Good: a) Mục tiêu chung
    """
    for item in items_of(anatomy, "decimal"):
        yield Fault(
            at(item.paragraph),
            item.number,
            _("1. rồi a)"),
            _("Nghị định 30 không có cách đánh số 1.1 -> dùng khoản 1., điểm a)"),
        )
