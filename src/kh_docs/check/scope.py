"""What is not ours to judge: Party documents, legal normative texts, contracts, and all else."""

import itertools
from collections.abc import Iterator

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.pages import pieces_of
from kh_docs.check.pieces import Piece
from kh_docs.check.words import (
    BODY_WORDS,
    CONTRACT,
    FORMS,
    NORMATIVE_GROUPS,
    NORMATIVE_SOURCE,
    NORMATIVE_TYPES,
    PARTY_LETTERS,
    fold,
    letters,
)
from kh_docs.i18n import _
from kh_docs.patterns import re
from kh_docs.word.document import Paragraph

_HEAD_PIECES = 40
# Who made it and what it is called stand among these.
_FIRST_PIECES = 12
# Anybody decides and resolves; those of these may be law (Luật Ban hành văn bản quy phạm pháp luật, Điều 4).
_OF_ANYBODY = frozenset({"QĐ", "NQ", "CT"})
_ISSUER = re.compile(r"/(?:QĐ|NQ|CT)\s*-\s*([^\W\d_]+)")
_LAWMAKERS = re.compile(
    r"(CT)?UBND|HĐND|TTg|CTN|UBTVQH|QH|CP|HĐTP|TA|VKS|KTNN|NHNN|TTCP|VPCP|UBDT|"
    r"B(?!VĐK|V\b|HXH|QL|CĐ|CH\b)[A-ZĐ]"
)
# What one office lays before another; a “phiếu đăng ký” is filled in by anybody.
_SLIPS = re.compile(r"phieu (?:de xuat|trinh|de nghi|yeu cau|xin y kien|lay y kien)\b")
_SCATTERED = 0.8
_YOUTH_UNION = "doantncshochiminh"


def not_ours(anatomy: Anatomy) -> str | None:
    """Why NĐ 30 does not govern this document, or `None` when it does."""
    header = anatomy.header
    # Below a Quốc hiệu nobody looks for what stands at the head of others.
    first = itertools.islice(_first_pieces(anatomy), _FIRST_PIECES if header.quoc_hieu else None)
    head = [letters(piece.text) for piece in first]
    if not header.quoc_hieu and any(text == PARTY_LETTERS for text in head):
        return _(
            "Văn bản của Đảng: trình bày theo hướng dẫn của Văn phòng Trung ương, không xét theo Nghị định 30"
        )
    if not header.quoc_hieu and any(text.startswith(_YOUTH_UNION) for text in head):
        return _("Văn bản của Đoàn Thanh niên: có hướng dẫn riêng, không xét theo Nghị định 30")
    symbol = anatomy.symbol
    normative = symbol is not None and symbol["year"] and _may_be_law(symbol["group"], header.number)
    if header.number is None and NORMATIVE_SOURCE.search(_attached_to(anatomy)):
        normative = True
    if normative or anatomy.type_found in NORMATIVE_TYPES:
        return _("Văn bản quy phạm pháp luật: trình bày theo Nghị định 78/2025, không xét theo Nghị định 30")
    if anatomy.type_found == CONTRACT or any(
        text.startswith("hopdong") and len(text) < 60 for text in head[:_FIRST_PIECES]
    ):
        return _("Hợp đồng: trình bày theo pháp luật về hợp đồng, không xét theo Nghị định 30")
    if (
        header.number is None
        and anatomy.type_found is None
        and any(FORMS.match(text) for text in _folded(anatomy))
        and not _is_slip_of_an_office(anatomy)
    ):
        return _("Đơn, tờ khai, phiếu, thỏa thuận của cá nhân: có mẫu riêng, không xét theo Nghị định 30")
    if _is_scattered(anatomy):
        return _("Chữ nằm rời trong các khung, như tệp chuyển từ PDF: không xét được; hãy dùng tệp Word gốc")
    if not anatomy.is_recognised and not anatomy.annexes:
        return _(
            "Không thấy đủ Quốc hiệu, số ký hiệu, ngày, tên loại: chưa nhận ra là văn bản hành chính nên "
            "không xét"
        )
    return None


def _is_slip_of_an_office(anatomy: Anatomy) -> bool:
    """“PHIẾU ĐỀ XUẤT” of an office to its head, dated and addressed: no form of a citizen."""
    header = anatomy.header
    named = any(_SLIPS.match(text) for text in _folded(anatomy))
    office = any(BODY_WORDS.match(piece.text.upper()) for piece in header.issuer)
    return named and office and header.date is not None and anatomy.title.addressee is not None


def _may_be_law(group: str, number: Piece | None) -> bool:
    """Whether a document with a year in its symbol is law: a decision only of who may make it."""
    if group not in _OF_ANYBODY or number is None:
        return group in NORMATIVE_GROUPS
    issued = _ISSUER.search(number.text)
    return issued is None or _LAWMAKERS.match(issued[1]) is not None


def _attached_to(anatomy: Anatomy) -> str:
    """The note under the title that names the document by which this one is issued."""
    if anatomy.is_annex_file:
        return anatomy.annexes[0].attached_text
    return anatomy.title.attached.text if anatomy.title.attached else ""


def _is_scattered(anatomy: Anatomy) -> bool:
    """Whether nearly all the text stands in boxes, where a converter puts line by line what it finds."""
    paragraphs = list(anatomy.document.paragraphs())
    boxed = [paragraph for paragraph in paragraphs if paragraph.container.kind == "box"]
    return bool(boxed) and _length(boxed) > _SCATTERED * max(_length(paragraphs), 1)


def _length(paragraphs: list[Paragraph]) -> int:
    return sum(len(paragraph.text) for paragraph in paragraphs)


def _folded(anatomy: Anatomy) -> list[str]:
    """The first lines that stand in the middle in capitals, without marks."""
    centred = [
        piece
        for piece in itertools.islice(_first_pieces(anatomy), _FIRST_PIECES)
        if piece.upper and piece.paragraph.format.align == "center"
    ]
    return [fold(piece.text) for piece in centred]


def _first_pieces(anatomy: Anatomy) -> Iterator[Piece]:
    count = 0
    for paragraph in anatomy.document.paragraphs():
        for piece in pieces_of(paragraph, anatomy.page):
            yield piece
            count += 1
            if count >= _HEAD_PIECES:
                return
