"""Lines of head and signature that blanks push to the middle."""

from collections.abc import Iterator
from typing import Final

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.looks import is_centred
from kh_docs.check.pieces import Piece
from kh_docs.check.registry import Fault, rule
from kh_docs.i18n import _

_FEWEST: Final = 3


@rule("ND30-CENTRED", "should", "PL I, P.I, II")
def centred_by_blanks(anatomy: Anatomy) -> Iterator[Fault]:
    """The lines of head and signature are centred, not pushed to the middle by blanks.

    Bad:  Số: 05/KH-UBND behind twenty blanks, aligned left
    Good: the same line centred (Ctrl+E)
    """
    for piece in _lines(anatomy):
        if piece.alone and piece.container.kind == "cell" and _is_pushed(piece) and is_centred(piece):
            yield Fault(
                piece.where,
                _("đẩy vào giữa bằng dấu cách"),
                _("canh giữa"),
                _("Đổi chữ là dòng lệch đi -> xóa dấu cách ở đầu dòng, bấm Ctrl+E"),
            )


def _lines(anatomy: Anatomy) -> Iterator[Piece]:
    header = anatomy.header
    yield from (*header.quoc_hieu, *header.parents, *header.issuer)
    yield from filter(None, (header.tieu_ngu, header.number, header.date))
    for signer in anatomy.closing.signers:
        yield from signer.authority
        if signer.name is not None:
            yield signer.name


def _is_pushed(piece: Piece) -> bool:
    blanks = len(piece.raw) - len(piece.raw.lstrip(" \u00a0"))
    return blanks >= _FEWEST and piece.paragraph.format.align != "center"
