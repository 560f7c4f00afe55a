"""One addressee on the line, several under it."""

from collections.abc import Iterator
from typing import Final

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.pieces import Piece
from kh_docs.check.registry import Fault, rule
from kh_docs.i18n import _
from kh_docs.patterns import re

# Below a millimetre no eye tells two dashes from one line.
_ALIGNED_TWIPS = 57
# “(qua Phòng Tham mưu, Công an tỉnh)” names who passes it on.
_NOTE: Final = re.compile(r"\([^()]*\)?")
# Two bodies on one line; “Sở Văn hóa, Thể thao và Du lịch” is one.
_SEVERAL: Final = re.compile(
    r":.*?(?:;\s*[^\W\d_]|,\s*(?:Sở|UBND|Ủy ban|Uỷ ban|HĐND|Hội đồng nhân dân|Bộ|Công an|Trường|"
    r"Văn phòng|Phòng|Chi cục|"
    r"Trung tâm|Ban Chỉ đạo)\b)"
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
    below = title.addressee_items or title.more_addressees
    if len(below) == 1:
        yield Fault(
            below[0].where,
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
    items, first = anatomy.title.addressee_items, anatomy.title.addressee
    more = anatomy.title.more_addressees
    if anatomy.kind is not None and first is not None and _SEVERAL.search(_NOTE.sub("", first.text)):
        yield Fault(
            first.where,
            first.text[:60],
            _("“Kính gửi:”, rồi mỗi nơi một dòng"),
            _("Gửi nhiều nơi thì mỗi nơi một dòng có gạch đầu dòng -> xuống dòng sau “Kính gửi:”, thêm “- ”"),
        )
    if anatomy.kind is not None and more and first is not None and (len(more) > 1 or _named_on_line(first)):
        yield _without_dash(more[0])
    if anatomy.kind is not None and first is not None and items and _named_on_line(first):
        yield Fault(
            first.where,
            first.text[:40],
            _("“Kính gửi:”, rồi mỗi nơi một dòng"),
            _("Gửi nhiều nơi thì nơi thứ nhất cũng ở dòng riêng -> xuống dòng sau “Kính gửi:”"),
        )
    if len(items) < 2 or anatomy.kind is None:
        return
    if not items[0].text.startswith(("-", "–")):
        yield _without_dash(items[0])
    for piece in items[1:]:
        if piece.text.startswith(("+", "*", "•", "·")):
            yield _without_dash(piece)
    for piece in items[:-1]:
        if not piece.text.endswith(";") and piece not in anatomy.title.carried_on:
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


def _without_dash(piece: Piece) -> Fault:
    return Fault(
        piece.where,
        piece.text[:40],
        "- …;",
        _("Gửi nhiều nơi thì mỗi nơi một dòng có gạch đầu dòng -> xuống dòng sau “Kính gửi:”, thêm “- ”"),
    )


def _item_fault(piece: Piece, mark: str) -> Fault:
    return Fault(
        piece.where,
        piece.text[-1:],
        mark,
        _("Cuối mỗi nơi kính gửi là dấu “;”, nơi cuối cùng là dấu “.” -> sửa dấu"),
    )
