"""Rules on mục La Mã, khoản, điểm and dashes: how they look and are numbered."""

from collections.abc import Iterator
from typing import Final

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.heading_looks import (
    LONG,
    is_plain,
    is_title,
    items_of,
    lead_look,
    piece_of,
    title_before_text,
    title_of,
    whole_look,
)
from kh_docs.check.looks import differences
from kh_docs.check.outline import Item
from kh_docs.check.pieces import Piece, cut
from kh_docs.check.places import at
from kh_docs.check.registry import Fault, rule
from kh_docs.decree30 import PARTS
from kh_docs.i18n import _
from kh_docs.patterns import re
from kh_docs.word.document import Run

_BODY_ORDER: Final = "PL I, P.I, II.6.đ"
_ROMAN = PARTS["muc_la_ma"]
# “1. Về kinh phí: …”, “1. Thời gian: …” of a meeting. “1. Chủ đầu tư: …” may be a label and its value, which
# no line of the decree forbids.
_IS_A_TITLE: Final = re.compile(r"Về \w|(?:Thời gian|Địa điểm|Chủ trì|Thành phần|Nội dung|Đối tượng)\b")


@rule("ND30-H-I", "must", _ROMAN.clause)
def roman_heading(anatomy: Anatomy) -> Iterator[Fault]:
    """“I. TIÊU ĐỀ”: Roman number, full stop, capitals, bold, upright.

    Bad:  I. Mục đích; I/ MỤC ĐÍCH
    Good: I. MỤC ĐÍCH, YÊU CẦU
    """
    for item in items_of(anatomy, "roman"):
        if len(item.paragraph.text) > 3 * LONG:
            continue
        if wrong := differences(title_of(item), PARTS["muc_la_ma"], align=False):
            yield Fault(at(item.paragraph), *wrong, _("Mục La Mã sai kiểu chữ -> in hoa, đứng, đậm"))
        if item.mark != ".":
            yield Fault(
                at(item.paragraph),
                f"{item.number}{item.mark}",
                f"{item.number}.",
                _("Sau số La Mã là dấu chấm -> sửa dấu"),
            )


@rule("ND30-H-1", "must", _BODY_ORDER)
def clause_title(anatomy: Anatomy) -> Iterator[Fault]:
    """A khoản with a title: its own line, small letters, bold, upright.

    Bad:  1. Mục đích (not bold)
    Good: 1. Mục đích in bold
    """
    items = anatomy.items
    part = PARTS["khoan_co_tieu_de"]
    for index, item in enumerate(items):
        if item.level != "khoan" or id(item.paragraph) in anatomy.judged:
            continue
        titled = is_title(items, index)
        if titled:
            yield from _mark_faults(item)
        else:
            if (lead := title_before_text(item)) is not None:
                yield Fault(
                    lead.where,
                    _("tiêu đề đậm, nội dung viết tiếp cùng dòng"),
                    _("tiêu đề một dòng riêng"),
                    _(
                        "Số và tiêu đề của khoản đứng riêng một dòng, đậm -> xuống dòng sau tiêu đề; "
                        "khoản không có tiêu đề thì bỏ đậm"
                    ),
                    None if _IS_A_TITLE.match(lead.text) else "should",
                )
            if len(item.rest) < 2 * LONG and all(whole_look(item)):
                yield Fault(
                    at(item.paragraph), _("nghiêng"), _("đứng"), _("Tiêu đề khoản in đứng -> bỏ nghiêng")
                )
            continue
        if wrong := differences(piece_of(item), part, align=False):
            yield Fault(
                at(item.paragraph), *wrong, _("Khoản có tiêu đề sai kiểu chữ -> chữ thường, đứng, đậm")
            )


@rule("ND30-H-1N", "must", _BODY_ORDER)
def clause_text(anatomy: Anatomy) -> Iterator[Fault]:
    """A khoản without a title: small letters, upright, not bold.

    Bad:  a whole sentence in bold
    Good: 1. Công an huyện chủ trì, phối hợp …
    """
    items = anatomy.items
    for index, item in enumerate(items):
        if item.level != "khoan" or id(item.paragraph) in anatomy.judged:
            continue
        if not is_title(items, index):
            yield from _mark_faults(item)
        if is_plain(item):
            yield from plain_faults(item, _("Khoản không có tiêu đề sai kiểu chữ -> đứng, không đậm"))
        if only_number_bold(item):
            yield Fault(
                at(item.paragraph),
                _("số thứ tự đậm"),
                _("đứng, không đậm"),
                _("Khoản không có tiêu đề thì số thứ tự không đậm -> chọn số, bấm Ctrl+B"),
            )
        elif _only_number_italic(item):
            yield Fault(
                at(item.paragraph),
                _("số thứ tự nghiêng"),
                _("đứng, không đậm"),
                _("Khoản không có tiêu đề thì số thứ tự in đứng -> chọn số và phần chữ nghiêng, bấm Ctrl+I"),
            )


def _mark_faults(item: Item) -> Iterator[Fault]:
    """What stands behind the number, if it is no full stop."""
    if item.mark != ".":
        yield Fault(
            at(item.paragraph),
            f"{item.number}{item.mark}",
            f"{item.number}.",
            _("Sau số của khoản là dấu chấm -> sửa dấu"),
        )


def only_number_bold(item: Item) -> bool:
    """Whether the typed number is bold, and no letter behind it is."""
    if item.paragraph.label is not None or not any(run.format.bold for run in item.paragraph.runs):
        return False
    number, lettered = _number_and_rest(item)
    return number.bold and bool(lettered) and not any(run.format.bold for run in lettered)


def _only_number_italic(item: Item) -> bool:
    """Whether the typed number is in italics, most of the text behind it upright, nothing of it bold."""
    runs = item.paragraph.runs
    if item.paragraph.label is not None or not any(run.format.italic for run in runs):
        return False
    number, lettered = _number_and_rest(item)
    slanted = sum(len(run.text) for run in lettered if run.format.italic)
    return (
        bool(number.inked)
        and all(run.format.italic and not run.format.bold for run in number.inked)
        and slanted < sum(len(run.text) for run in lettered) / 2
        and not any(run.format.bold for run in lettered)
    )


def _number_and_rest(item: Item) -> tuple[Piece, list[Run]]:
    """The typed number with its mark, and what has letters behind it."""
    whole = piece_of(item)
    end = whole.raw.find(item.mark) + 1
    rest = cut(whole, end, len(whole.raw))
    return cut(whole, 0, end), [run for run in rest.inked if any(letter.isalpha() for letter in run.text)]


def plain_faults(item: Item, message: str) -> Iterator[Fault]:
    looks = zip(whole_look(item), lead_look(item) if item.level == "diem" else (False, False), strict=True)
    bold, italic = (whole or lead for whole, lead in looks)
    found = [word for wrong, word in ((bold, _("đậm")), (italic, _("nghiêng"))) if wrong]
    if found:
        yield Fault(at(item.paragraph), ", ".join(found), _("đứng, không đậm"), message)
