"""Say in words where a block stands, what it says, and what a comment has to tell."""

from kh_docs.i18n import _
from kh_docs.update.blocks import CELL, Block, Place
from kh_docs.update.flow import THING
from kh_docs.update.steps import Clash

_FIRST_WORDS = 7


def where(block: Block) -> str:
    """The place of a block and its first words."""
    words = block.said.replace(CELL, " ").split()
    first = " ".join(words[:_FIRST_WORDS]) + (" …" if len(words) > _FIRST_WORDS else "")
    return f"{_place(block.place)} “{first[:80]}”" if first else _place(block.place)


def _place(place: Place) -> str:
    if place.cell:
        return _("bảng {table}, hàng {row}, ô {cell}").format(
            table=place.table, row=place.row, cell=place.cell
        )
    if place.row:
        return _("bảng {table}, hàng {row}").format(table=place.table, row=place.row)
    if place.table:
        return _("bảng {table}").format(table=place.table)
    return _("đoạn {number}").format(number=place.paragraph)


def readable(said: str) -> str:
    """What blocks say, as one text for people."""
    return said.replace(CELL, " | ").replace(THING, "")


def told(clash: Clash) -> str:
    """What the comment says: ours, and where it comes from."""
    theirs = readable(clash.theirs).strip()
    if not theirs:
        return _("kh-docs: dữ liệu mới không còn nội dung này; chữ của bạn được giữ nguyên.")
    if not clash.mine.strip():
        return _("kh-docs: chỗ này đã bị xóa; theo dữ liệu mới là: “{theirs}”").format(theirs=theirs)
    message = _("kh-docs: theo dữ liệu mới là: “{theirs}”; chữ của bạn được giữ nguyên.")
    return message.format(theirs=theirs)
