"""Trích yếu."""

from collections.abc import Iterator
from typing import Final

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.looks import differences
from kh_docs.check.pieces import Piece
from kh_docs.check.registry import Fault, rule
from kh_docs.check.ruler import line_faults
from kh_docs.check.words import SUBJECT, fold, without_fields
from kh_docs.decree30 import PARTS
from kh_docs.i18n import _
from kh_docs.patterns import re

_ABSTRACT = PARTS["trich_yeu"]
# “GIẤY GIỚI THIỆU ĐĂNG KÝ HỘ KHẨU”, “BIÊN BẢN NGHIỆM THU” are types of these, by what they are for.
_NAMED_BY_USE = ("Giấy", "Biên bản", "Phiếu", "Hợp đồng", "Bản", "Thư", "Công điện")

# “GIẤY MỜI”, “BIÊN BẢN”, “PHIẾU CHUYỂN” may say all by their name; these never do.
_SAY_WHAT: Final = frozenset(
    (
        *("Báo cáo", "Chỉ thị", "Chương trình", "Đề án", "Dự án", "Hướng dẫn", "Kế hoạch", "Nghị quyết"),
        *("Phương án", "Quy chế", "Quy định", "Quyết định", "Thông báo", "Tờ trình"),
    )
)
# What the paper is for, or how far it has come; “(từ ngày … đến ngày …)” is part of what it is about.
_PURPOSE: Final = re.compile(
    r"\((?:tai lieu|phuc vu|trinh|du thao|bao cao tai|kem theo|luu hanh|dung cho)\b.*\)$", re.DOTALL
)


@rule("ND30-ABSTRACT-FMT", "must", _ABSTRACT.clause)
def abstract_format(anatomy: Anatomy) -> Iterator[Fault]:
    """Trích yếu: small letters, size 13 to 14, upright, bold, centred, without a full stop.

    Bad:  VỀ PHÁT ĐỘNG PHONG TRÀO in italics
    Good: Phát động phong trào … in bold
    """
    title, lines = anatomy.title, anatomy.title.abstract
    astray = None if lines or title.type_name is None else _under_the_number(anatomy)
    if astray is not None:
        yield Fault(
            astray.where,
            _("dưới dòng số"),
            _("dưới tên loại"),
            _("Văn bản có tên loại ghi trích yếu dưới tên loại, không ghi dưới dòng số -> chuyển xuống"),
        )
    if _is_wanting(anatomy) and astray is None and title.type_name is not None:
        yield Fault(
            title.type_name.where,
            _("không có trích yếu"),
            _("trích yếu dưới tên loại"),
            _("Văn bản có tên loại thì có trích yếu -> ghi nội dung chủ yếu dưới tên loại, đậm, canh giữa"),
        )
    beside = _in_the_type_line(anatomy)
    if beside is not None:
        yield Fault(
            beside.where,
            _("in hoa, cùng dòng với tên loại"),
            _("chữ thường, dưới tên loại"),
            _("Trích yếu liền sau tên loại -> xuống dòng, ghi trích yếu bằng chữ thường, đậm"),
        )
    for above, piece in zip([None, *lines], lines, strict=False):
        if above is not None and _says_no_more(piece):
            continue
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


def _is_wanting(anatomy: Anatomy) -> bool:
    """Whether nothing says what a document is about that always has to."""
    title = anatomy.title
    return title.alone and not title.abstract and title.attached is None and anatomy.kind in _SAY_WHAT


def _in_the_type_line(anatomy: Anatomy) -> Piece | None:
    """“KẾ HOẠCH GIÁM SÁT HOẠT ĐỘNG CỦA ĐOÀN”: what it is about, in one line with the type."""
    title, kind = anatomy.title, anatomy.kind or ""
    if title.type_name is None or title.alone or not kind or kind.startswith(_NAMED_BY_USE):
        return None
    if title.type_name.text.upper().startswith(f"{kind.upper()},"):
        # “KẾ HOẠCH, NHIỆM VỤ” names two types.
        return None
    more = len(title.type_name.text.split()) - len(kind.split())
    below = any((_is_field(piece) or not piece.upper) and not _is_note(piece) for piece in title.abstract)
    return title.type_name if more > 1 and not below else None


def _says_no_more(piece: Piece) -> bool:
    """“(Tài liệu phục vụ Hội nghị …)” under an abstract, or what a program may fill in, is none."""
    return _PURPOSE.match(fold(piece.text)) is not None or _is_field(piece)


def _is_field(piece: Piece) -> bool:
    """Whether all of a line is filled in by a program."""
    return not any(map(str.isalnum, without_fields(piece.text)))


def _under_the_number(anatomy: Anatomy) -> Piece | None:
    """“(V/v …)” in the left block, as a công văn has it."""
    named = (piece for piece in anatomy.header.pieces if SUBJECT.match(fold(piece.text.lstrip("("))))
    return next(named, None)


@rule("ND30-ABSTRACT-LINE", "must", _ABSTRACT.clause)
def abstract_line(anatomy: Anatomy) -> Iterator[Fault]:
    """A solid line of a third to a half of the text stands under trích yếu.

    Bad:  no line; a line across the page
    Good: a drawn line, centred
    """
    title = anatomy.title
    # A page that lies on its side stretches lines that are borders: it is to be turned first.
    upright = not anatomy.document.sections[0].is_landscape
    # Under a note alone no line need stand; one that does is judged.
    if title.abstract and upright and (title.lines or not all(map(_is_note, title.abstract))):
        # A border of the header, or characters typed there, are no line under the title.
        stray = any(line.kind == "shape" for line in anatomy.header.stray_lines) or bool(title.stray_lines)
        yield from line_faults(_ABSTRACT, _("trích yếu"), title.abstract, title.lines, stray)


def _is_note(piece: Piece) -> bool:
    """“(Có giá trị đến ngày …)” under a type that has no abstract; "(V/v …)" is one."""
    return piece.text.startswith("(") and not SUBJECT.match(fold(piece.text[1:]))
