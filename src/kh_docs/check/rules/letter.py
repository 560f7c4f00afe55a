"""The subject of an official letter."""

from collections.abc import Iterator

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.looks import differences
from kh_docs.check.neighbours import above, is_in_next_row
from kh_docs.check.registry import Fault, rule
from kh_docs.check.ruler import is_underlined
from kh_docs.check.words import OFFICIAL_LETTER, fold
from kh_docs.decree30 import PARTS
from kh_docs.i18n import _

_SUBJECT = PARTS["trich_yeu_cong_van"]
SUBJECT_SPACE_TWIPS = 120


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
    if (
        header.subject
        and anatomy.kind == OFFICIAL_LETTER
        and fold(header.subject[0].text).startswith("ve viec")
    ):
        yield Fault(
            header.subject[0].where,
            header.subject[0].text[:20],
            "V/v …",
            _("Trích yếu công văn bắt đầu bằng “V/v” -> đổi “Về việc” thành “V/v”"),
        )
    # A line of the agency's may be anchored there: one alone is taken for it.
    lined = header.subject_lines and len(header.left_lines) > 1
    if header.subject and (lined or is_underlined(header.subject)):
        yield Fault(
            header.subject[-1].where,
            _("có dòng kẻ"),
            _("không có dòng kẻ"),
            _("Dưới trích yếu công văn không có dòng kẻ -> xóa dòng kẻ, bỏ gạch chân"),
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
    if subject is number:
        return True
    known = subject.format.before is not None and number.format.after is not None
    return (
        known
        and (above(subject.element) is number.element or is_in_next_row(number.element, subject.element))
        and subject_gap_twips(anatomy) < SUBJECT_SPACE_TWIPS
    )


def subject_gap_twips(anatomy: Anatomy) -> int:
    """The space between the number and "V/v …"; Word keeps the larger of the two, of two rows both."""
    header = anatomy.header
    subject, number = header.subject[0].paragraph, header.number.paragraph if header.number else None
    if subject is number:
        return 0
    before, after = subject.format.before or 0, (number.format.after if number else 0) or 0
    if number is not None and is_in_next_row(number.element, subject.element):
        # The date beside the number may make its row higher.
        beside = header.date.paragraph.format.after if header.date else 0
        return before + max(after, beside or 0)
    return max(before, after)


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
