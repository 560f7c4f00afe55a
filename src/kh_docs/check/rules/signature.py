"""Rules on the authority, position and name of who signs."""

from collections.abc import Iterator
from typing import Final

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.looks import differences
from kh_docs.check.parts import SignBlock
from kh_docs.check.pieces import Piece
from kh_docs.check.registry import Fault, rule
from kh_docs.check.words import AUTHORITY
from kh_docs.decree30 import PARTS
from kh_docs.decree30.names import SIGN_CLAUSE
from kh_docs.i18n import _
from kh_docs.patterns import re

_TITLE = PARTS["quyen_han_chuc_vu"]
_FOR_ANOTHER: Final = re.compile(r"K/?T\b|T/?L\b|TUQ\b|Q\b|QUYỀN\b|\{|«")
_RIGHT: Final = re.compile(r"(TM|Q|KT|TL|TUQ)\. ?[^\W\d_]")
_WRONG: Final = re.compile(r"(T/M|K/T|T/L)\b|(TM|KT|TL|TUQ|Q)\b(?!\. ?[^\W\d_])")


_SPELT_OUT: Final = {"THAY MẶT": "TM.", "KÝ THAY": "KT.", "THỪA LỆNH": "TL.", "THỪA ỦY QUYỀN": "TUQ."}


def signers(anatomy: Anatomy) -> list[SignBlock]:
    return anatomy.closing.signers


@rule("ND30-SIGN-AUTH", "must", SIGN_CLAUSE)
def authority(anatomy: Anatomy) -> Iterator[Fault]:
    """TM., Q., KT., TL., TUQ. are written with a full stop.

    Bad:  T/M ỦY BAN NHÂN DÂN; KT CHỦ TỊCH
    Good: TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH
    """
    for block in signers(anatomy):
        for piece in block.authority:
            text = piece.text.upper()
            if AUTHORITY.match(text) and not _RIGHT.match(text) and (wrong := _WRONG.match(text)):
                right = wrong[0].replace("/", "") + "."
                yield Fault(
                    piece.where,
                    wrong[0],
                    right,
                    _("Quyền hạn ghi TM., Q., KT., TL., TUQ. có dấu chấm -> sửa lại"),
                )
            for words, short in _SPELT_OUT.items() if anatomy.kind not in (None, "Biên bản") else ():
                if text.startswith(f"{words} "):
                    yield Fault(
                        piece.where,
                        words,
                        short,
                        _("Quyền hạn ghi TM., Q., KT., TL., TUQ. có dấu chấm -> sửa lại"),
                    )


def _stands_in(piece: Piece) -> bool:
    """Whether a line says for whom somebody signs."""
    return _FOR_ANOTHER.match(piece.text.upper()) is not None


@rule("ND30-SIGN-AUTH-COMBO", "should", SIGN_CLAUSE)
def authority_and_position(anatomy: Anatomy) -> Iterator[Fault]:
    """After KT. comes the deputy's own title; after TM. the head's.

    Bad:  KT. CHỦ TỊCH / CHỦ TỊCH
    Good: KT. CHỦ TỊCH / PHÓ CHỦ TỊCH
    """
    for block in signers(anatomy):
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
    if anatomy.kind in (None, "Biên bản") or len(signers(anatomy)) != 1:
        return
    lines = signers(anatomy)[0].authority
    post = lines[-1].text.upper()
    if post.startswith("PHÓ ") and "PHỤ TRÁCH" not in post and not any(map(_stands_in, lines)):
        yield Fault(
            lines[-1].where,
            lines[-1].text,
            _("KT. … / PHÓ …"),
            _("Cấp phó ký thay thì ghi “KT.” và chức vụ người đứng đầu ở dòng trên -> bổ sung"),
        )


@rule("ND30-SIGN-FMT", "must", _TITLE.clause)
def authority_format(anatomy: Anatomy) -> Iterator[Fault]:
    """Authority and position: capitals, size 13 to 14, upright, bold, centred.

    Bad:  Chủ tịch; size 12
    Good: TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH in bold
    """
    for block in signers(anatomy):
        for piece in block.authority:
            if wrong := differences(piece, _TITLE, align=piece.container.kind == "cell"):
                yield Fault(
                    piece.where,
                    *wrong,
                    _("Quyền hạn, chức vụ sai kiểu chữ -> chọn dòng này và đặt lại như bên"),
                )
