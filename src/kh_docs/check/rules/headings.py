"""Rules on Phần, Chương, Mục, Tiểu mục and Điều: how they look and are numbered."""

from collections.abc import Iterator
from typing import Final

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.heading_looks import items_of, look_faults, titles_below
from kh_docs.check.outline import Item
from kh_docs.check.places import at
from kh_docs.check.registry import Fault, rule
from kh_docs.decree30 import PARTS
from kh_docs.i18n import _
from kh_docs.patterns import re

_BODY_ORDER: Final = "PL I, P.I, II.6.đ"
_ROMAN: Final = re.compile(r"[IVXLC]+")


def title_beside(items: list[Item]) -> Iterator[Fault]:
    for item in items:
        if item.rest:
            yield Fault(
                at(item.paragraph),
                _("tiêu đề cùng dòng"),
                _("hai dòng"),
                _("Số của Phần, Chương, Mục đứng riêng một dòng -> đưa tiêu đề xuống dòng dưới"),
            )


@rule("ND30-H-PHAN", "must", _BODY_ORDER)
def part_heading(anatomy: Anatomy) -> Iterator[Fault]:
    """“Phần I”, "Chương I": own line, Roman number, bold, upright, centred.

    Bad:  CHƯƠNG 1
    Good: Chương I
    """
    items = items_of(anatomy, "phan", "chuong")
    message = _("Phần, Chương sai kiểu chữ -> chữ thường, đứng, đậm, canh giữa")
    yield from look_faults(items, PARTS["phan_chuong"], message)
    yield from title_beside(items)
    for item in items:
        if _ROMAN.fullmatch(item.number.upper()) is None:
            yield Fault(
                at(item.paragraph),
                item.number,
                _("chữ số La Mã"),
                _("Phần, Chương đánh số La Mã -> sửa số"),
            )


@rule("ND30-H-PHAN-T", "must", _BODY_ORDER)
def part_title(anatomy: Anatomy) -> Iterator[Fault]:
    """The title of a Phần or Chương: next line, capitals, bold, upright, centred.

    Bad:  Quy định chung
    Good: QUY ĐỊNH CHUNG
    """
    message = _("Tên phần, chương sai kiểu chữ -> in hoa, đứng, đậm, canh giữa")
    yield from look_faults(list(titles_below(anatomy, "phan", "chuong")), PARTS["ten_phan_chuong"], message)
