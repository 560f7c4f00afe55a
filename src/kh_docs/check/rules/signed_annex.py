"""Where the digital signature of an annex is printed."""

from collections.abc import Iterator
from typing import Final

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.pieces import Piece
from kh_docs.check.places import at
from kh_docs.check.registry import Fault, rule
from kh_docs.check.rules.signing import signed_lines
from kh_docs.i18n import _
from kh_docs.word.document import Paragraph

_CLAUSE: Final = "PL I, P.I, II.8.b; III.1.d"
_HALF_TWIPS: Final = 4000


@rule("ND30-ESIGN-ANNEX", "must", _CLAUSE)
def signed_annex(anatomy: Anatomy) -> Iterator[Fault]:
    """An annex in a file of its own is signed at the top right of page 1; one in the same file is not.

    Bad:  the line of a signature over “Phụ lục I” in the file of the document
    Good: the same line over “Phụ lục I” in a file of its own, at the right
    """
    for piece in signed_lines(anatomy):
        if not anatomy.is_annex_file and _stands_in_annex(anatomy, piece.paragraph):
            yield Fault(
                piece.where,
                _("phụ lục cùng tệp có thông tin ký số"),
                _("không có"),
                _("Phụ lục cùng tệp với văn bản không ký số riêng -> xóa dòng này"),
            )
        elif anatomy.is_annex_file and not _stands_right(anatomy, piece):
            yield Fault(
                at(piece.paragraph),
                _("không ở bên phải"),
                _("góc trên, bên phải, trang đầu"),
                _("Thông tin ký số của phụ lục ở góc trên, bên phải, trang đầu -> canh phải dòng này"),
            )


def _stands_in_annex(anatomy: Anatomy, paragraph: Paragraph) -> bool:
    return any(piece.paragraph is paragraph for annex in anatomy.annexes for piece in annex.pieces) or any(
        paragraph in _above(anatomy, annex.head.paragraph) for annex in anatomy.annexes
    )


def _above(anatomy: Anatomy, head: Paragraph) -> list[Paragraph]:
    """The paragraphs right above the head of an annex, on its page."""
    paragraphs = list(anatomy.document.paragraphs())
    at_head = next((index for index, each in enumerate(paragraphs) if each is head), 0)
    return [each for each in paragraphs[max(0, at_head - 2) : at_head] if each.section == head.section]


def _stands_right(anatomy: Anatomy, piece: Piece) -> bool:
    container = piece.container
    if container.kind == "body":
        look, moved = piece.paragraph.format, piece.paragraph.frame or "\t" in piece.paragraph.raw
        return look.align == "right" or bool(moved) or look.left > _HALF_TWIPS
    return container.x_mm is None or container.x_mm + (container.width_mm or 0) / 2 > anatomy.page_mm / 2
