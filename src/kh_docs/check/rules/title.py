"""Rules on tên loại, trích yếu, V/v and Kính gửi."""

import re
from collections.abc import Iterator

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.looks import differences
from kh_docs.check.pieces import Piece
from kh_docs.check.registry import Fault, rule
from kh_docs.check.ruler import line_faults
from kh_docs.decree30 import KINDS_WITH_ADDRESSEE, PARTS
from kh_docs.i18n import _

_TYPE, _ABSTRACT = PARTS["ten_loai"], PARTS["trich_yeu"]
_SUBJECT, _ADDRESSEE = PARTS["trich_yeu_cong_van"], PARTS["kinh_gui"]
SUBJECT_SPACE_TWIPS = 120
# Below a millimetre no eye tells two dashes from one line.
_ALIGNED_TWIPS = 57


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
    if title.abstract and not anatomy.document.sections[0].is_landscape:
        yield from line_faults(
            _ABSTRACT, _("trích yếu"), title.abstract, title.lines, bool(anatomy.header.stray_lines)
        )


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


@rule("ND30-KG-REQUIRED", "must", "PL I, P.I, II.9.b–d")
def addressee_required(anatomy: Anatomy) -> Iterator[Fault]:
    """Tờ trình and công văn say to whom; so does a báo cáo to a higher body; other types do not.

    Bad:  TỜ TRÌNH without "Kính gửi"
    Good: Kính gửi: Ủy ban nhân dân tỉnh Nghệ An
    """
    kind, title = anatomy.kind, anatomy.title
    if kind in KINDS_WITH_ADDRESSEE and title.addressee is None:
        named = anatomy.title.type_name or anatomy.header.number
        yield Fault(
            named.where if named else _("đầu trang 1"),
            _("không có “Kính gửi”"),
            _("Kính gửi: …"),
            _("{kind} ghi nơi kính gửi dưới trích yếu -> thêm dòng “Kính gửi: …”").format(kind=kind),
            "should" if kind == "Báo cáo" else None,
        )
    elif title.addressee is not None and kind in (
        "Kế hoạch",
        "Quyết định",
        "Thông báo",
        "Nghị quyết",
        "Biên bản",
    ):
        yield Fault(
            title.addressee.where,
            _("có “Kính gửi”"),
            _("không có"),
            _("{kind} không ghi “Kính gửi” -> ghi nơi gửi ở “Nơi nhận”").format(kind=kind),
            "should",
        )


@rule("ND30-KG-FMT", "must", _ADDRESSEE.clause)
def addressee_format(anatomy: Anatomy) -> Iterator[Fault]:
    """Small letters, size 13 to 14, upright, not bold; a colon after "Kính gửi".

    Bad:  KÍNH GỬI in bold
    Good: Kính gửi: Công an tỉnh Nghệ An
    """
    title = anatomy.title
    if title.addressee is None or anatomy.kind is None:
        return
    for piece in (title.addressee, *title.addressee_items):
        if wrong := differences(piece, _ADDRESSEE, align=False):
            yield Fault(
                piece.where, *wrong, _("“Kính gửi” sai kiểu chữ -> chọn các dòng này và đặt lại như bên")
            )
    if not re.match(r"kính (gửi|trình) ?:", title.addressee.text, re.IGNORECASE):
        yield Fault(
            title.addressee.where,
            title.addressee.text[:30],
            "Kính gửi:",
            _("Sau “Kính gửi” có dấu hai chấm -> thêm “:”"),
        )


@rule("ND30-KG-ONE", "must", "PL I, P.I, II.9.d")
def addressee_one(anatomy: Anatomy) -> Iterator[Fault]:
    """A single addressee stands on the line of "Kính gửi".

    Bad:  Kính gửi: / - Công an tỉnh Nghệ An.
    Good: Kính gửi: Công an tỉnh Nghệ An
    """
    title = anatomy.title
    if title.addressee is None or _named_on_line(title.addressee):
        return
    if len(title.addressee_items) == 1:
        yield Fault(
            title.addressee_items[0].where,
            _("tên ở dòng dưới"),
            _("cùng dòng với “Kính gửi:”"),
            _("Gửi một nơi thì ghi trên cùng dòng -> đưa tên lên sau “Kính gửi:”"),
        )


@rule("ND30-KG-MANY", "must", "PL I, P.I, II.9.d")
def addressee_many(anatomy: Anatomy) -> Iterator[Fault]:
    """Two or more addressees: each on its own line with "- ", ending ";", the last ".".

    Bad:  - Công an tỉnh, / - Sở Nội vụ
    Good: - Công an tỉnh; / - Sở Nội vụ.
    """
    items = anatomy.title.addressee_items
    if len(items) < 2 or anatomy.kind is None:
        return
    for piece in items[:-1]:
        if not piece.text.endswith(";"):
            yield _item_fault(piece, ";")
    if not items[-1].text.endswith("."):
        yield _item_fault(items[-1], ".")
    lefts = [piece.paragraph.format.left + piece.paragraph.format.first_line for piece in items]
    if max(lefts) - min(lefts) > _ALIGNED_TWIPS and not any(
        "\t" in piece.raw or piece.raw[:1].isspace() for piece in items
    ):
        yield Fault(
            items[0].where,
            _("các gạch đầu dòng lệch nhau"),
            _("thẳng hàng"),
            _("Các gạch đầu dòng thẳng hàng với nhau -> đặt cùng một mức thụt trái"),
        )


def _named_on_line(piece: Piece) -> bool:
    return bool(piece.text.split(":", 1)[-1].strip(" .…")) and ":" in piece.text


def _item_fault(piece: Piece, mark: str) -> Fault:
    return Fault(
        piece.where,
        piece.text[-1:],
        mark,
        _("Cuối mỗi nơi kính gửi là dấu “;”, nơi cuối cùng là dấu “.” -> sửa dấu"),
    )
