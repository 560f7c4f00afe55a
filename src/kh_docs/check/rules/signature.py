"""Rules on the authority, position and name of who signs."""

import re
from collections.abc import Iterator
from typing import Final

from kh_docs.check.anatomy import Anatomy, SignBlock
from kh_docs.check.looks import differences, shown
from kh_docs.check.pieces import Piece
from kh_docs.check.registry import Fault, rule
from kh_docs.check.words import AUTHORITY
from kh_docs.decree30 import PARTS
from kh_docs.decree30.names import SIGN_CLAUSE
from kh_docs.i18n import _

_TITLE, _NAME = PARTS["quyen_han_chuc_vu"], PARTS["ho_ten"]
_RIGHT: Final = re.compile(r"(TM|Q|KT|TL|TUQ)\. ?[^\W\d_]")
_WRONG: Final = re.compile(r"(T/M|K/T|T/L|TM|KT|TL|TUQ|Q)\b(?!\. ?[^\W\d_])")
_DEGREE: Final = re.compile(
    r"(GS|PGS|TS|ThS|TSKH|BS|BSCK|KS|CN|DS|NGƯT|NGND|TTƯT|AHLĐ|Tiến sĩ|Tiến sỹ|Thạc sĩ|"
    r"Thạc sỹ|Giáo sư|Bác sĩ|Kỹ sư|"
    r"(Thiếu|Trung|Thượng|Đại) (tá|úy|uý)|(Thiếu|Trung|Thượng|Đại) tướng)\b\.?"
)
_RANK: Final = re.compile(r"(Thiếu|Trung|Thượng|Đại) (tá|úy|uý|tướng)\b")
_NOT_A_NAME: Final = re.compile(r"[.…_()\d]|ký|họ|tên|đóng dấu", re.IGNORECASE)
_LEAST_SPACE_PT: Final = 45


def _signers(anatomy: Anatomy) -> list[SignBlock]:
    return anatomy.closing.signers


@rule("ND30-SIGN-AUTH", "must", SIGN_CLAUSE)
def authority(anatomy: Anatomy) -> Iterator[Fault]:
    """TM., Q., KT., TL., TUQ. are written with a full stop.

    Bad:  T/M ỦY BAN NHÂN DÂN; KT CHỦ TỊCH
    Good: TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH
    """
    for block in _signers(anatomy):
        for piece in block.authority:
            text = piece.text.upper()
            if AUTHORITY.match(text) and not _RIGHT.match(text) and (wrong := _WRONG.match(text)):
                right = wrong[1].replace("/", "") + "."
                yield Fault(
                    piece.where,
                    wrong[1],
                    right,
                    _("Quyền hạn ghi TM., Q., KT., TL., TUQ. có dấu chấm -> sửa lại"),
                )


@rule("ND30-SIGN-AUTH-COMBO", "should", SIGN_CLAUSE)
def authority_and_position(anatomy: Anatomy) -> Iterator[Fault]:
    """After KT. comes the deputy's own title; after TM. the head's.

    Bad:  KT. CHỦ TỊCH / CHỦ TỊCH
    Good: KT. CHỦ TỊCH / PHÓ CHỦ TỊCH
    """
    for block in _signers(anatomy):
        texts = [piece.text.upper() for piece in block.authority]
        for index, text in enumerate(texts):
            below = texts[index + 1] if index + 1 < len(texts) else ""
            if (
                text.startswith("KT.")
                and below
                and not re.match(r"(PHÓ|THỨ|Q\.|QUYỀN)|.*\b(PHÓ|THỨ)\b", below)
            ):
                yield Fault(
                    block.authority[index + 1].where,
                    below,
                    _("PHÓ …"),
                    _("Sau dòng KT. ghi chức vụ cấp phó của người ký -> sửa chức vụ"),
                )


@rule("ND30-SIGN-FMT", "must", _TITLE.clause)
def authority_format(anatomy: Anatomy) -> Iterator[Fault]:
    """Authority and position: capitals, size 13 to 14, upright, bold, centred.

    Bad:  Chủ tịch; size 12
    Good: TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH in bold
    """
    for block in _signers(anatomy):
        for piece in block.authority:
            if wrong := differences(piece, _TITLE, align=piece.container.kind == "cell"):
                yield Fault(
                    piece.where,
                    *wrong,
                    _("Quyền hạn, chức vụ sai kiểu chữ -> chọn dòng này và đặt lại như bên"),
                )


@rule("ND30-SIGN-NAME", "must", _NAME.clause)
def signer_name(anatomy: Anatomy) -> Iterator[Fault]:
    """The name: small letters, size 13 to 14, upright, bold, centred under the position.

    Bad:  NGUYỄN VĂN A; not bold
    Good: Nguyễn Văn A in bold
    """
    for block in _signers(anatomy):
        if block.name is None or _NOT_A_NAME.search(block.name.text):
            continue
        if wrong := differences(block.name, _NAME, align=block.name.container.kind == "cell"):
            yield Fault(
                block.name.where,
                *wrong,
                _("Họ tên người ký sai kiểu chữ -> chọn dòng này và đặt lại như bên"),
            )


@rule("ND30-SIGN-NODEGREE", "must", "PL I, P.I, II.7.c")
def name_without_degree(anatomy: Anatomy) -> Iterator[Fault]:
    """No degree, rank or honour before the name; forces, schools and hospitals have their own rules.

    Bad:  ThS. Nguyễn Văn A
    Good: Nguyễn Văn A
    """
    own_rules = re.search(
        r"CÔNG AN|QUÂN SỰ|QUÂN ĐỘI|QUỐC PHÒNG|BIÊN PHÒNG|TRƯỜNG|HỌC VIỆN|BỆNH VIỆN|Y TẾ|VIỆN",
        " ".join(piece.text.upper() for piece in anatomy.header.agency),
    )
    for block in _signers(anatomy):
        name = block.name
        if name is None or not (degree := _DEGREE.match(name.text)):
            continue
        own = own_rules or re.search(
            r"CÔNG AN|QUÂN SỰ|BIÊN PHÒNG", " ".join(p.text.upper() for p in block.authority)
        )
        if own or (_RANK.match(name.text) and (anatomy.profile == "cand" or len(_signers(anatomy)) > 1)):
            continue
        yield Fault(
            name.where,
            degree[0],
            _("chỉ ghi họ tên"),
            _("Trước họ tên người ký không ghi học hàm, học vị, quân hàm -> xóa"),
        )


@rule("ND30-SIGN-SPACE", "should", "PL I, P.I, mục IV")
def signature_space(anatomy: Anatomy) -> Iterator[Fault]:
    """There is room for the signature and the seal.

    Bad:  the name right under the position
    Good: four blank lines
    """
    for block in _signers(anatomy):
        name = block.name
        if (
            name is None
            or name.container.kind != "cell"
            or name.container is not block.authority[-1].container
        ):
            continue
        if block.gap_pt < _LEAST_SPACE_PT:
            yield Fault(
                name.where,
                _("{points} pt").format(points=shown(block.gap_pt)),
                _("từ {points} pt").format(points=_LEAST_SPACE_PT),
                _("Chừa chỗ ký và đóng dấu -> thêm dòng trống giữa chức vụ và họ tên"),
            )


@rule("ND30-SIGN-LEVEL", "must", "PL I, P.I, II.9.d")
def signature_level(anatomy: Anatomy) -> Iterator[Fault]:
    """“Nơi nhận:” stands level with the authority or position; in minutes below the secretary's block.

    Bad:  Nơi nhận one row below TM. ỦY BAN NHÂN DÂN
    Good: both in one row
    """
    label, kind = anatomy.closing.label, anatomy.kind
    if label is None or kind == "Biên bản" or len(_signers(anatomy)) != 1:
        return
    first = _signers(anatomy)[0].authority[0]
    if _is_lower_in_the_text(label, first):
        yield Fault(
            label.where,
            _("khác dòng với quyền hạn, chức vụ"),
            _("cùng hàng"),
            _("“Nơi nhận:” ngang hàng với quyền hạn, chức vụ người ký -> đặt hai phần vào một bảng hai cột"),
        )
        return
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


def _is_lower_in_the_text(label: Piece, first: Piece) -> bool:
    """Whether both stand in the text itself, one above the other."""
    in_text = label.container.kind == first.container.kind == "body"
    framed = label.paragraph.frame or first.paragraph.frame
    return in_text and not framed and label.paragraph is not first.paragraph


@rule("ND30-CAP-PERSON", "must", "PL II, II.1")
def capital_of_person(anatomy: Anatomy) -> Iterator[Fault]:
    """Every syllable of a name starts with a capital.

    Bad:  Nguyễn văn An
    Good: Nguyễn Văn An
    """
    for block in _signers(anatomy):
        name = block.name
        if (
            name is None
            or _NOT_A_NAME.search(name.text)
            or name.upper
            or not 2 <= len(name.text.split()) <= 6
        ):
            continue
        bare = _DEGREE.sub("", name.text).strip(" .")
        if any(word[:1].islower() for word in bare.split()):
            yield Fault(
                name.where,
                name.text,
                bare.title(),
                _("Họ tên viết hoa chữ cái đầu của mọi âm tiết -> sửa lại"),
            )
