"""Rules on tên loại, trích yếu and V/v."""

from collections.abc import Iterator

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.looks import differences
from kh_docs.check.pieces import Piece
from kh_docs.check.registry import Fault, rule
from kh_docs.check.ruler import line_faults
from kh_docs.check.words import SUBJECT, fold
from kh_docs.decree30 import PARTS
from kh_docs.i18n import _

_TYPE, _ABSTRACT = PARTS["ten_loai"], PARTS["trich_yeu"]
_SUBJECT = PARTS["trich_yeu_cong_van"]
SUBJECT_SPACE_TWIPS = 120


@rule("ND30-TYPE-FMT", "must", _TYPE.clause)
def type_format(anatomy: Anatomy) -> Iterator[Fault]:
    """Tên loại: capitals, size 13 to 14, upright, bold, centred on the page.

    Bad:  Kế hoạch
    Good: KẾ HOẠCH in bold, centred
    """
    piece = anatomy.title.type_name
    if piece is None:
        return
    if wrong := differences(piece, _TYPE):
        yield Fault(piece.where, *wrong, _("Tên loại sai kiểu chữ -> chọn dòng này và đặt lại như bên"))
    elif _is_pushed_by_blanks(piece):
        yield Fault(
            piece.where,
            _("đẩy vào giữa bằng dấu cách, Tab"),
            _("canh giữa"),
            _("Tên loại đặt giữa trang bằng dấu cách -> xóa dấu cách, Tab ở đầu dòng, bấm Ctrl+E"),
            "should",
        )
    look = piece.paragraph.format
    if look.align == "center" and look.first_line > 60 and piece.alone:
        yield Fault(
            piece.where,
            _("thụt đầu dòng"),
            _("không thụt"),
            _("Tên loại đặt lệch vì thụt đầu dòng -> Paragraph, Special, chọn none"),
        )


def _is_pushed_by_blanks(piece: Piece) -> bool:
    return piece.container.kind == "body" and piece.paragraph.raw[:3].isspace()


@rule("ND30-ABSTRACT-FMT", "must", _ABSTRACT.clause)
def abstract_format(anatomy: Anatomy) -> Iterator[Fault]:
    """Trích yếu: small letters, size 13 to 14, upright, bold, centred, without a full stop.

    Bad:  VỀ PHÁT ĐỘNG PHONG TRÀO in italics
    Good: Phát động phong trào … in bold
    """
    lines = anatomy.title.abstract
    for piece in lines:
        if wrong := differences(piece, _ABSTRACT):
            yield Fault(
                piece.where, *wrong, _("Trích yếu sai kiểu chữ -> chọn các dòng trích yếu và đặt lại như bên")
            )
    if lines and lines[-1].text.endswith(".") and not lines[-1].text.endswith((" .", "…", "...")):
        yield Fault(
            lines[-1].where,
            _("có dấu chấm cuối"),
            _("không có dấu chấm"),
            _("Cuối trích yếu không có dấu chấm -> xóa dấu chấm"),
            "should",
        )


@rule("ND30-ABSTRACT-LINE", "must", _ABSTRACT.clause)
def abstract_line(anatomy: Anatomy) -> Iterator[Fault]:
    """A solid line of a third to a half of the text stands under trích yếu.

    Bad:  no line; a line across the page
    Good: a drawn line, centred
    """
    title = anatomy.title
    # A page that lies on its side stretches lines that are borders: it is to be turned first.
    upright = not anatomy.document.sections[0].is_landscape
    if title.abstract and upright and not all(map(_is_note, title.abstract)):
        yield from line_faults(
            _ABSTRACT, _("trích yếu"), title.abstract, title.lines, bool(anatomy.header.stray_lines)
        )


def _is_note(piece: Piece) -> bool:
    """“(Có giá trị đến ngày …)” under a type that has no abstract; "(V/v …)" is one."""
    return piece.text.startswith("(") and not SUBJECT.match(fold(piece.text[1:]))


@rule("ND30-CV-VV", "must", _SUBJECT.clause)
def subject_of_letter(anatomy: Anatomy) -> Iterator[Fault]:
    """Công văn: "V/v …" under the number, size 12 to 13, upright, not bold, 6 pt below, no line.

    Bad:  V/v in italics, size 14
    Good: V/v in size 12, 6 pt under Số
    """
    header = anatomy.header
    for piece in header.subject:
        if wrong := differences(piece, _SUBJECT):
            yield Fault(
                piece.where, *wrong, _("Trích yếu công văn sai kiểu chữ -> chọn dòng này và đặt lại như bên")
            )
    if is_subject_close(anatomy):
        yield Fault(
            header.subject[0].where,
            _("cách {points} pt").format(points=f"{subject_gap_twips(anatomy) / 20:g}"),
            _("cách 6 pt"),
            _("Trích yếu công văn cách dòng số 6 pt -> Paragraph, Before 6 pt"),
        )
    if anatomy.kind == "Công văn" and not header.subject and anatomy.type_found is None:
        yield Fault(
            _("đầu trang 1"),
            _("không có “V/v …”"),
            _("V/v và trích yếu, dưới dòng số"),
            _("Công văn thiếu trích yếu -> gõ “V/v …” dưới dòng số, ký hiệu"),
        )


def is_subject_close(anatomy: Anatomy) -> bool:
    """Whether "V/v …" stands right under the number with less than 6 pt between."""
    header = anatomy.header
    if not header.subject or header.number is None:
        return False
    subject, number = header.subject[0].paragraph, header.number.paragraph
    known = subject.format.before is not None and number.format.after is not None
    below = subject.element.getprevious() is number.element
    return known and below and subject_gap_twips(anatomy) < SUBJECT_SPACE_TWIPS


def subject_gap_twips(anatomy: Anatomy) -> int:
    """The space between the number and "V/v …"; Word keeps the larger of the two."""
    header = anatomy.header
    after = header.number.paragraph.format.after if header.number else 0
    return max(header.subject[0].paragraph.format.before or 0, after or 0)


@rule("ND30-CV-NOTITLE", "must", "PL I, P.I, IV, ô 5b; Mẫu 1.5")
def letter_without_title(anatomy: Anatomy) -> Iterator[Fault]:
    """A công văn prints no type.

    Bad:  CÔNG VĂN in the middle of the page
    Good: "V/v …" under the number
    """
    if anatomy.type_found == "Công văn" and anatomy.title.type_name:
        yield Fault(
            anatomy.title.type_name.where,
            anatomy.title.type_name.text,
            _("không có"),
            _("Công văn không ghi tên loại -> xóa dòng “CÔNG VĂN”"),
        )
