"""Rules on two-tier local government: only for documents dated from 01/7/2025."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.past import is_told_as_past
from kh_docs.check.places import at
from kh_docs.check.registry import Fault, rule
from kh_docs.i18n import _
from kh_docs.patterns import re

_FROM: Final = date(2025, 7, 1)
_CLAUSE: Final = "Luật 72/2025/QH15, Điều 51.3"
# Of cities only those directly under the centre are left.
_CITIES: Final = "Hà Nội|Hải Phòng|Huế|Đà Nẵng|Cần Thơ|Hồ Chí Minh"
# “BAN QUẢN LÝ DỰ ÁN … KHU VỰC QUẬN 3” is named so after the region it was given in 2025.
_HEADER: Final = re.compile(
    r"(?<!KHU VỰC )\b(HUYỆN|THỊ XÃ|THỊ TRẤN|QUẬN) |"
    r"^((UBND|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|HĐND|HỘI ĐỒNG NHÂN DÂN) )?(THÀNH PHỐ|TP\.?) "
    rf"(?!{_CITIES.upper()})[^\W\d_]"
)
# A body of a district is no more; the words alone may also speak of how it was.
_BODIES: Final = re.compile(
    r"\b(UBND|Ủy ban nhân dân|Uỷ ban nhân dân|HĐND|Hội đồng nhân dân|Công an|Ban Chỉ huy [Qq]uân sự|"
    r"T(òa|oà) án nhân dân|Viện kiểm sát nhân dân|Thanh tra|(Ủy ban |Uỷ ban |UB)?M(TTQ|ặt trận Tổ quốc)|"
    r"Phòng [A-ZĐ][^,;.:()]{1,60}?) "
    rf"((các )?(huyện|thị xã|quận)\b|thành phố (?!{_CITIES}|trực thuộc)[A-ZĐ]\w+)|"
    # “UBND Q3”, “UBND H. Củ Chi”: in first letters.
    r"\b(UBND|HĐND|Công an|CA) (Q\.? ?\d{1,2}\b|(Q|H|TX)\. ?[A-ZĐ]\w+)"
)
_WORDS: Final = re.compile(
    r"\b(Huyện ủy|Thị ủy|Quận ủy|cấp huyện|thị trấn|(địa bàn|thuộc|của) (huyện|thị xã|quận) [A-ZĐ]\w+)\b"
)
_NAME_ROOM: Final = 20


def applies(anatomy: Anatomy) -> bool:
    issued = anatomy.issued_on
    # A draft of 2025 with a blank month may lie on either side of the first of July.
    return issued is not None and issued >= _FROM


@rule("ND30-2T-HEADER", "must", _CLAUSE)
def two_tier_header(anatomy: Anatomy) -> Iterator[Fault]:
    """There is no district to issue a document or to be its parent.

    Bad:  UBND HUYỆN NAM ĐÀN over a document of 2026
    Good: ỦY BAN NHÂN DÂN / XÃ VẠN AN
    """
    if not applies(anatomy):
        return
    for piece in anatomy.header.agency:
        if _HEADER.search(piece.text.upper() + " "):
            yield Fault(
                piece.where,
                piece.text,
                _("tỉnh; xã, phường, đặc khu"),
                _("Từ 01/7/2025 không còn cấp huyện -> xem lại tên cơ quan"),
            )


@rule("ND30-2T-WORDS", "must", _CLAUSE)
def two_tier_words(anatomy: Anatomy) -> Iterator[Fault]:
    """The text gives no task to a district any more.

    Bad:  UBND huyện chỉ đạo …
    Good: UBND xã …; "huyện Yên Hòa (cũ)"
    """
    if not applies(anatomy):
        return
    gone = [name for body in anatomy.in_force.bodies_gone(anatomy.issued_on) for name in body.names]
    texts = [*anatomy.body_texts, *(piece.paragraph for piece in anatomy.closing.items)]
    for paragraph in anatomy.unjudged(texts):
        body = _BODIES.search(paragraph.text)
        match = body or _WORDS.search(paragraph.text)
        # What is in the table of bodies that are gone is told by its own rule.
        known = match and any(
            name in paragraph.text[match.start() : match.end() + _NAME_ROOM] for name in gone
        )
        if match and not known and not is_told_as_past(paragraph.text, *match.span()):
            yield Fault(
                at(paragraph),
                match[0],
                _("tỉnh; xã, phường, đặc khu"),
                _("Từ 01/7/2025 không còn cấp huyện, thị trấn -> sửa, hoặc ghi rõ “(cũ)”"),
                None if body else "should",
            )
