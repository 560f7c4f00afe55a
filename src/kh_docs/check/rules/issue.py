"""Rules on the number and symbol."""

from collections.abc import Iterator
from typing import Final

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.looks import differences
from kh_docs.check.pieces import Piece
from kh_docs.check.registry import Fault, rule
from kh_docs.check.typed_header import is_off
from kh_docs.check.words import OFFICIAL_LETTER, unbracketed, without_fields
from kh_docs.decree30 import ABBREVIATIONS, PARTS
from kh_docs.i18n import _
from kh_docs.patterns import re

_NUMBER = PARTS["so_ky_hieu"]
# “Số: {{so_ky_hieu}}”: number and symbol in one field.
_ALL_FIELD: Final = re.compile(r"Số: ?…|Số: ?[\d….]*/…")
_NO_COLON: Final = re.compile(r"Số\b(?!\s*:)")
_OFF_CENTRE_MM: Final = 10.0
# Under a name in a cell a line of the text stands only about right.
_OFF_CELL_MM: Final = 18.0
_BLANK: Final = r"[.…_\s]*"
_NUMBER_LINE: Final = re.compile(
    rf"(?!.*\w\.$)Số: ?(\d{{2,}}|{_BLANK})(?P<gap> ?)(/\d{{4}})?/[A-ZĐ][A-Za-zĐđ]*"
    # A group may hold single small letters: "TTr" of an inspectorate.
    r"([-&.](?:[A-ZĐƯƠÔÊÂĂ0-9&.()]|(?<=[A-ZĐƯƠÔÊÂĂ])[a-zđ](?![a-zđ]))+)*(-? ?[.…_]+)?"
)
# “12/KH_UBND” looks like a field and is none.
_UNDERSCORED: Final = re.compile(rf"/(?:{'|'.join(ABBREVIATIONS.values())})_[A-ZĐ]")


@rule("ND30-NUM-FMT", "must", _NUMBER.clause)
def number_format(anatomy: Anatomy) -> Iterator[Fault]:
    """The number line: size 13, upright, not bold, centred under the agency.

    Bad:  size 14, bold
    Good: size 13
    """
    piece = anatomy.header.number
    if piece is not None and (wrong := differences(piece, _NUMBER)):
        yield Fault(
            piece.where, *wrong, _("Dòng số, ký hiệu sai kiểu chữ -> chọn dòng này và đặt lại như bên")
        )
    elif piece is not None and (
        is_off(piece, _typed(anatomy.header.issuer), _OFF_CENTRE_MM)
        or is_off(piece, anatomy.header.issuer, _OFF_CELL_MM)
    ):
        yield Fault(
            piece.where,
            _("không ở giữa"),
            _("canh giữa"),
            _("Dòng số, ký hiệu canh giữa dưới tên cơ quan -> đặt đầu trang trong bảng hai ô"),
        )


@rule("ND30-NUM-SYNTAX", "must", "PL I, P.I, II.3.a–c")
def number_syntax(anatomy: Anatomy) -> Iterator[Fault]:
    """`Số: NN/LOẠI-CQ`: a colon, a zero before numbers under 10, no blanks inside the symbol.

    Bad:  Số 5/KH-UBND; Số: 05/ KH - UBND; Số: 05-KH/UBND
    Good: Số: 05/KH-UBND; Số:       /KH-UBND in a draft
    """
    piece = anatomy.header.number
    if piece is None:
        wanted = anatomy.kind is not None or is_sent_out(anatomy)
        if anatomy.is_whole and not anatomy.is_attachment and anatomy.kind != "Biên bản" and wanted:
            yield Fault(
                _("đầu trang 1"),
                _("không có"),
                _("Số: …/ký hiệu"),
                _("Thiếu số, ký hiệu -> gõ dưới tên cơ quan ban hành"),
            )
        return
    text = unbracketed(without_fields(piece.text))
    underscored = _UNDERSCORED.search(piece.text) is not None
    if _ALL_FIELD.fullmatch(text) and text != piece.text and not underscored:
        return
    if anatomy.kind is None:
        # An internal slip ("Phiếu trình") is numbered as its office likes; what goes out has a symbol.
        if is_sent_out(anatomy) and _NO_COLON.match(text):
            yield Fault(
                piece.where,
                piece.text[:60],
                _("Số: …"),
                _("Sau “Số” có dấu hai chấm -> thêm “:”"),
            )
        return
    match = _NUMBER_LINE.fullmatch(text)
    if match is None or (match["gap"] and match[1].isdecimal()) or underscored:
        yield Fault(
            piece.where,
            piece.text[:60],
            _example(anatomy.kind),
            _(
                "Số, ký hiệu sai cách viết -> “Số:”, số (dưới 10 thêm số 0), “/”, ký hiệu nối bằng “-”, "
                "không cách"
            ),
        )


def _example(kind: str) -> str:
    """A number as it is written for this kind: a letter names no type, but who drafts it (II.3)."""
    symbol = "UBND-VP" if kind == OFFICIAL_LETTER else f"{ABBREVIATIONS.get(kind, 'KH')}-UBND"
    return f"Số: 05/{symbol}"


def _typed(pieces: list[Piece]) -> list[Piece]:
    """Those in the text."""
    return [piece for piece in pieces if piece.container.kind == "body"]


def is_sent_out(anatomy: Anatomy) -> bool:
    """Whether a document of unknown type has all else that a body's document has."""
    header, closing = anatomy.header, anatomy.closing
    return bool(header.issuer and header.date and closing.label and closing.signers)
