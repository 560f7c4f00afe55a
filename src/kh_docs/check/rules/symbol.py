"""The symbol of a document and its abbreviations."""

from collections.abc import Iterator
from typing import Final

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.pieces import Piece
from kh_docs.check.registry import Fault, rule
from kh_docs.check.rules.issue import is_sent_out
from kh_docs.check.words import OFFICIAL_LETTER, fold, without_fields
from kh_docs.decree30 import ABBREVIATIONS
from kh_docs.decree30.names import ABBREVIATIONS_CLAUSE, UNKNOWN_TYPES
from kh_docs.i18n import _
from kh_docs.patterns import re

_OF_COMMITTEE: Final = re.compile(r"UBND\s*$")
_COMMITTEE: Final = re.compile(r"UBND|ỦY BAN|UỶ BAN|…|\.\.\.")
_ONE_GROUP: Final = re.compile(r"/([A-ZĐ][A-Za-zĐđ&.]*)$")
# “Số: 15/2024”, “Số …/<<nam>>”.
_ONLY_YEAR: Final = re.compile(r"/ ?(?:(?:19|20)\d\d|[{«<\[ $!a-z_.]*(?<![a-z])(?:nam|year)[}»>\] ]*)$")
_YEAR_AT_END: Final = re.compile(r"/(19|20)\d\d$")


@rule("ND30-NUM-SYMBOL", "must", "PL I, P.I, II.3.b")
def number_symbol(anatomy: Anatomy) -> Iterator[Fault]:
    """The symbol names the type, then the agency; no year between.

    Bad:  05/2026/KH-UBND; 05/BC-UBND over KẾ HOẠCH
    Good: 05/KH-UBND
    """
    symbol, number = anatomy.symbol, anatomy.header.number
    if symbol is None and number is not None and anatomy.kind and (one := _ONE_GROUP.search(number.text)):
        yield Fault(
            number.where,
            one[0],
            f"{one[1]}-…",
            _("Ký hiệu gồm hai nhóm nối bằng “-” (tên loại hoặc cơ quan, rồi cơ quan hoặc đơn vị) -> ghi đủ"),
        )
    if (
        symbol is None
        and number is not None
        and _ONLY_YEAR.search(fold(number.text))
        and is_sent_out(anatomy)
    ):
        yield Fault(
            number.where,
            number.text[:40],
            _("chữ viết tắt tên loại và cơ quan"),
            _("Sau số là ký hiệu, không phải năm -> ghi chữ viết tắt tên loại, cơ quan ban hành"),
        )
    if symbol is None or number is None:
        return
    if symbol["year"] or _YEAR_AT_END.search(symbol["rest"]):
        yield Fault(
            number.where,
            symbol[0][:40],
            _("không có năm"),
            _("Năm chỉ có trong ký hiệu văn bản quy phạm pháp luật -> xóa năm"),
        )
    issuer = " ".join(without_fields(piece.text).upper() for piece in anatomy.header.agency)
    if issuer and _OF_COMMITTEE.search(symbol["rest"]) and not _COMMITTEE.search(issuer):
        yield Fault(
            number.where,
            symbol[0][:40],
            _("chữ viết tắt của cơ quan ban hành"),
            _("Ký hiệu ghi UBND mà cơ quan ban hành không phải Ủy ban nhân dân -> sửa ký hiệu"),
        )
    if anatomy.kind == OFFICIAL_LETTER and symbol["group"] == "CV":
        yield Fault(
            number.where,
            symbol[0][:40],
            _("cơ quan ban hành - đơn vị soạn thảo"),
            _("Công văn không có chữ viết tắt tên loại -> ghi chữ viết tắt của cơ quan ban hành trước"),
        )
    wanted = ABBREVIATIONS.get(anatomy.type_found or "")
    if wanted and symbol["group"] != wanted and symbol["group"].upper() != wanted.upper():
        yield Fault(
            number.where,
            symbol["group"],
            wanted,
            _("Ký hiệu không khớp tên loại “{type}” -> sửa ký hiệu hoặc tên loại").format(
                type=anatomy.type_found
            ),
        )


def _of_no_type(anatomy: Anatomy, number: Piece) -> str:
    """The group in the place of the type, where the type is known and no type is abbreviated so."""
    wanted = ABBREVIATIONS.get(anatomy.type_found or "")
    one = _ONE_GROUP.search(without_fields(number.text))
    group = anatomy.symbol["group"] if anatomy.symbol else one[1] if one else ""
    # A name of its issuer alone, in its place, is told by the symbol.
    known = {short.upper() for short in ABBREVIATIONS.values()}
    return group if wanted and group and group.upper() not in known and not _is_issuer(group, anatomy) else ""


def _is_issuer(group: str, anatomy: Anatomy) -> bool:
    """Whether the letters are those with which the words of the issuing body begin."""
    letters = ("".join(word[0] for word in piece.text.upper().split()) for piece in anatomy.header.agency)
    return len(group) > 1 and any(each.startswith(group.upper()) for each in letters)


@rule("ND30-ABBR", "must", ABBREVIATIONS_CLAUSE)
def abbreviation(anatomy: Anatomy) -> Iterator[Fault]:
    """The abbreviation of the type is spelt as in Phụ lục III, capital and small letters too.

    Bad:  TTR, QyD, PKT
    Good: TTr, QyĐ; "Phiếu kiểm tra" is no type and has none
    """
    symbol, number = anatomy.symbol, anatomy.header.number
    if number is None:
        return
    if unknown := _of_no_type(anatomy, number):
        right = ABBREVIATIONS[anatomy.type_found or ""]
        yield Fault(
            number.where,
            unknown,
            right,
            _("Chữ viết tắt tên loại không có trong Phụ lục III -> viết như bên"),
        )
        return
    if symbol is None:
        return
    group, wanted = symbol["group"], ABBREVIATIONS.get(anatomy.type_found or "")
    same_letters = {short.upper(): short for short in ABBREVIATIONS.values()}
    if wanted and group != wanted and group.upper() == wanted.upper():
        yield Fault(
            number.where, group, wanted, _("Chữ viết tắt tên loại sai chữ hoa, chữ thường -> viết như bên")
        )
    elif (
        not wanted
        and anatomy.kind != "Công văn"
        and group != (right := same_letters.get(group.upper(), group))
    ):
        yield Fault(
            number.where, group, right, _("Chữ viết tắt tên loại sai chữ hoa, chữ thường -> viết như bên")
        )
    elif anatomy.type_found in UNKNOWN_TYPES:
        yield Fault(
            number.where,
            group,
            _("không có chữ viết tắt"),
            _("“{type}” không thuộc 29 loại văn bản -> dùng Biên bản (BB), hoặc để làm phụ lục").format(
                type=anatomy.type_found
            ),
        )
