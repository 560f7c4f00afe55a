"""The signature beside the recipients, at one level."""

from collections.abc import Iterator

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.neighbours import above, is_empty_line
from kh_docs.check.pieces import Piece
from kh_docs.check.registry import Fault, rule
from kh_docs.check.rules.signature import signers
from kh_docs.i18n import _
from kh_docs.word.xml import Element, W


@rule("ND30-SIGN-LEVEL", "must", "PL I, P.I, II.9.d")
def signature_level(anatomy: Anatomy) -> Iterator[Fault]:
    """“Nơi nhận:” stands level with the authority or position; in minutes below the secretary's block.

    Bad:  Nơi nhận one row below TM. ỦY BAN NHÂN DÂN
    Good: both in one row
    """
    label, kind = anatomy.closing.label, anatomy.kind
    if label is None or kind == "Biên bản" or len(signers(anatomy)) != 1:
        return
    first = signers(anatomy)[0].authority[0]
    if _is_lower_in_the_text(label, first) or _is_under_its_table(label, first):
        yield Fault(
            label.where,
            _("khác dòng với quyền hạn, chức vụ"),
            _("cùng hàng"),
            _("“Nơi nhận:” ngang hàng với quyền hạn, chức vụ người ký -> đặt hai phần vào một bảng hai cột"),
        )
        return
    if _is_below_a_blank(label) and not _is_below_a_blank(first) and label.container.kind == "cell":
        yield Fault(
            label.where,
            _("thấp hơn quyền hạn, chức vụ một dòng"),
            _("cùng hàng"),
            _("“Nơi nhận:” ngang hàng với quyền hạn, chức vụ người ký -> xóa dòng trống ở trên"),
            "should",
        )
    if (
        label.container.kind != "cell"
        or first.container.kind != "cell"
        or first.container.number != label.container.number
    ):
        return
    if first.container.row != label.container.row:
        yield Fault(
            label.where,
            _("khác hàng với quyền hạn, chức vụ"),
            _("cùng hàng"),
            _(
                "“Nơi nhận:” ngang hàng với quyền hạn, chức vụ người ký -> đặt hai ô trên cùng một hàng "
                "của bảng"
            ),
        )


def _is_below_a_blank(piece: Piece) -> bool:
    """Whether the cell of a line begins with an empty paragraph."""
    return is_empty_line(above(piece.paragraph.element))


def _is_lower_in_the_text(label: Piece, first: Piece) -> bool:
    """Whether both stand in the text itself, one above the other."""
    in_text = label.container.kind == first.container.kind == "body"
    framed = label.paragraph.frame or first.paragraph.frame
    return in_text and not framed and label.paragraph is not first.paragraph


def _is_under_its_table(label: Piece, first: Piece) -> bool:
    """Whether “Nơi nhận:” stands in the text, further down than the table in which somebody signs."""
    if label.container.kind != "body" or label.paragraph.frame or first.container.kind != "cell":
        return False
    table: Element | None = first.paragraph.element
    while table is not None and table.tag != W + "tbl":
        table = table.getparent()
    # A table that floats may stand beside the text below it.
    if table is None or table.find(f"{W}tblPr/{W}tblpPr") is not None:
        return False
    return any(each is label.paragraph.element for each in table.itersiblings())
