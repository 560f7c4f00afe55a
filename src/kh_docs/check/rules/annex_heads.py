"""The head and the title of an annex."""

from collections.abc import Iterator

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.looks import differences
from kh_docs.check.registry import Fault, rule
from kh_docs.decree30 import PARTS
from kh_docs.i18n import _

_HEAD = PARTS["phu_luc"]
_TITLE = PARTS["phu_luc_tieu_de"]


@rule("ND30-PL-HEAD", "must", _HEAD.clause)
def annex_head(anatomy: Anatomy) -> Iterator[Fault]:
    """“Phụ lục I”: own line, centred, small letters, size 14, upright, bold.

    Bad:  PHỤ LỤC I
    Good: Phụ lục I
    """
    for annex in anatomy.annexes:
        words = annex.head.text.split()
        upper = len(words) >= 2 and all(word.isupper() for word in words[:2])
        caps = annex.head.upper or upper
        if caps:
            yield Fault(
                annex.head.where,
                _("in hoa"),
                "Phụ lục …",
                _("“Phụ lục” viết chữ thường, đậm -> gõ lại “Phụ lục”"),
            )
        if annex.inline_title:
            yield Fault(
                annex.head.where,
                _("tên phụ lục cùng dòng"),
                _("hai dòng"),
                _("“Phụ lục …” đứng riêng một dòng -> đưa tên phụ lục xuống dòng dưới"),
            )
            continue
        wrong = differences(annex.head, _HEAD)
        if wrong and not (caps and wrong[0] == _("in hoa")):
            yield Fault(
                annex.head.where, *wrong, _("Dòng “Phụ lục” sai kiểu chữ -> cỡ 14, đứng, đậm, canh giữa")
            )


@rule("ND30-PL-TITLE", "must", "PL I, P.I, III.1.b")
def annex_title(anatomy: Anatomy) -> Iterator[Fault]:
    """Its title: centred, capitals, size 13 to 14, upright, bold.

    Bad:  Danh mục nhiệm vụ
    Good: DANH MỤC NHIỆM VỤ
    """
    for annex in anatomy.annexes:
        for piece in annex.title:
            if id(piece.paragraph) not in anatomy.judged and (wrong := differences(piece, _TITLE)):
                yield Fault(
                    piece.where, *wrong, _("Tên phụ lục sai kiểu chữ -> in hoa, đứng, đậm, canh giữa")
                )
