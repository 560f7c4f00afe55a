"""Headings of sections and of articles."""

from collections.abc import Iterator
from typing import Final

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.heading_looks import items_of, look_faults, titles_below
from kh_docs.check.places import at
from kh_docs.check.registry import Fault, rule
from kh_docs.check.rules.headings import title_beside
from kh_docs.decree30 import PARTS
from kh_docs.i18n import _

_BODY_ORDER: Final = "PL I, P.I, II.6.đ"


@rule("ND30-H-MUCTIEU", "must", _BODY_ORDER)
def section_heading(anatomy: Anatomy) -> Iterator[Fault]:
    """“Mục 1”, "Tiểu mục 1": own line, Arabic number, bold, upright, centred.

    Bad:  MỤC I
    Good: Mục 1
    """
    items = items_of(anatomy, "muc", "tieu_muc")
    yield from look_faults(
        items, PARTS["muc_tieu_muc"], _("Mục, Tiểu mục sai kiểu chữ -> chữ thường, đứng, đậm, canh giữa")
    )
    yield from title_beside(items)
    for item in items:
        if not item.number.isdecimal():
            yield Fault(
                at(item.paragraph),
                item.number,
                _("chữ số Ả Rập"),
                _("Mục, Tiểu mục đánh số Ả Rập -> sửa số"),
            )


@rule("ND30-H-MUCTIEU-T", "must", _BODY_ORDER)
def section_title(anatomy: Anatomy) -> Iterator[Fault]:
    """The title of a Mục or Tiểu mục: next line, capitals, bold, upright, centred.

    Bad:  Soạn thảo văn bản
    Good: SOẠN THẢO VĂN BẢN
    """
    message = _("Tên mục sai kiểu chữ -> in hoa, đứng, đậm, canh giữa")
    yield from look_faults(list(titles_below(anatomy, "muc", "tieu_muc")), PARTS["ten_muc_tieu_muc"], message)


@rule("ND30-H-DIEU", "must", _BODY_ORDER)
def article_heading(anatomy: Anatomy) -> Iterator[Fault]:
    """“Điều 1. Title”: Arabic number and full stop, bold, upright.

    Bad:  Điều 1: Phạm vi
    Good: Điều 1. Phạm vi
    """
    for item in items_of(anatomy, "dieu"):
        if item.mark != ".":
            yield Fault(
                at(item.paragraph),
                f"Điều {item.number}{item.mark}",
                f"Điều {item.number}.",
                _("Sau số của Điều là dấu chấm -> sửa dấu"),
            )
        first = next((run for run in item.paragraph.runs if run.text.strip()), None)
        if item.paragraph.text.startswith("ĐIỀU"):
            yield Fault(
                at(item.paragraph),
                f"ĐIỀU {item.number}",
                f"Điều {item.number}",
                _("“Điều” viết chữ thường -> sửa lại"),
            )
        if first is not None and first.format.italic:
            yield Fault(at(item.paragraph), _("nghiêng"), _("đứng"), _("“Điều” in đứng -> bỏ nghiêng"))
        if first is not None and first.format.underline not in ("none", ""):
            yield Fault(
                at(item.paragraph),
                _("gạch chân"),
                _("không gạch chân"),
                _("“Điều” in đậm, không gạch chân -> chọn chữ, bấm Ctrl+U"),
                "should",
            )
        if first is not None and not first.format.bold:
            yield Fault(
                at(item.paragraph),
                _("không đậm"),
                _("đậm"),
                _("“Điều {number}.” in đậm -> chọn chữ và bấm Ctrl+B").format(number=item.number),
            )
