"""Rules on the names of the parent body and the issuing body."""

from collections.abc import Iterator
from typing import Final

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.looks import differences
from kh_docs.check.registry import Fault, rule
from kh_docs.check.ruler import line_faults, spacing_faults
from kh_docs.check.words import without_fields
from kh_docs.decree30 import PARTS
from kh_docs.i18n import _
from kh_docs.patterns import re

_PARENT = PARTS["co_quan_chu_quan"]
_ISSUER = PARTS["co_quan_ban_hanh"]
# Without a vowel it is no word; those below have one.
_ABBREVIATED: Final = re.compile(
    r"(?:^|\s)((?:P|TP|TX|TT|BV|T|X|H|Q)\.)|\b([BCDĐGHKLMNPQRSTVX]{2,}|UBND|TTYT|TTVHTT|KCN|BQLDA|KHCN|CNTT|VHTTDL)\b"
)
# Short even in the names of many schools and enterprises; and Roman figures.
_USUAL: Final = re.compile(r"(THPT|THCS|PTDTBT|PTDTNT|TH|TNHH|MTV|X{2,3})")
# Enterprises are called by letters: “VNPT”, “TKV”.
_ENTERPRISE: Final = re.compile(r"(TỔNG )?CÔNG TY|TẬP ĐOÀN|CHI NHÁNH|NGÂN HÀNG|DOANH NGHIỆP|VIỄN THÔNG")
_OF_BODIES: Final = re.compile(r"\b(CP|UBND|HĐND|CĐCS|LĐLĐ|MTTQ|BHXH|XN|BQL)\b")


@rule("ND30-AGENCY-PARENT", "must", _PARENT.clause)
def parent_body(anatomy: Anatomy) -> Iterator[Fault]:
    """The direct parent: capitals, size 12 to 13, upright, not bold, centred.

    Bad:  UBND TỈNH NGHỆ AN in bold over SỞ NỘI VỤ
    Good: UBND TỈNH NGHỆ AN not bold
    """
    for piece in anatomy.header.parents:
        if wrong := differences(piece, _PARENT):
            yield Fault(
                piece.where,
                *wrong,
                _("Tên cơ quan chủ quản sai kiểu chữ -> chọn dòng này và đặt lại như bên"),
            )


@rule("ND30-AGENCY-NAME", "must", _ISSUER.clause)
def issuing_body(anatomy: Anatomy) -> Iterator[Fault]:
    """The issuing body: full name in capitals, size 12 to 13, upright, bold, centred.

    Bad:  UBND HUYỆN NAM ĐÀN
    Good: ỦY BAN NHÂN DÂN / HUYỆN NAM ĐÀN in bold
    """
    issuer = anatomy.header.issuer
    if not issuer and anatomy.is_whole:
        yield Fault(
            _("đầu trang 1"),
            _("không có"),
            _("tên cơ quan ban hành văn bản"),
            _("Thiếu tên cơ quan ban hành -> gõ vào ô bên trái, dưới tên cơ quan chủ quản"),
        )
    for piece in issuer:
        if wrong := differences(piece, _ISSUER):
            yield Fault(
                piece.where,
                *wrong,
                _("Tên cơ quan ban hành sai kiểu chữ -> chọn dòng này và đặt lại như bên"),
            )
    enterprise = any(_ENTERPRISE.match(piece.text.upper()) for piece in issuer)
    shortened = [
        (piece, short[0].strip())
        for piece in issuer
        for short in (_OF_BODIES if enterprise else _ABBREVIATED).finditer(piece.text.upper())
    ]
    shortened += [(piece, "&") for piece in issuer if "&" in without_fields(piece.text) and not enterprise]
    sure = [each for each in shortened if not _USUAL.fullmatch(each[1])]
    for piece, short in (sure or shortened)[:1]:
        yield Fault(
            piece.where,
            short,
            _("tên đầy đủ"),
            _("Tên cơ quan ban hành ghi đầy đủ -> viết ra, ví dụ “ỦY BAN NHÂN DÂN”"),
            None if sure else "should",
        )


@rule("ND30-AGENCY-LINE", "must", _ISSUER.clause)
def agency_line(anatomy: Anatomy) -> Iterator[Fault]:
    """A solid line of a third to a half of the name stands under the issuing body.

    Bad:  no line, underlined text, a line as long as the name
    Good: a drawn line, centred
    """
    header = anatomy.header
    if header.issuer and anatomy.is_whole:
        yield from line_faults(
            _ISSUER, _("tên cơ quan ban hành"), header.issuer, header.left_lines, bool(header.stray_lines)
        )


@rule("ND30-AGENCY-SPACING", "must", _ISSUER.clause)
def agency_spacing(anatomy: Anatomy) -> Iterator[Fault]:
    """The lines of the left block follow each other at single line spacing.

    Bad:  a blank line under the parent body
    Good: single spacing, no space before or after
    """
    yield from spacing_faults(anatomy.header.agency, _("Tên cơ quan"), _("các dòng cách nhau dòng đơn"))
