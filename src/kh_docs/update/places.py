"""Say in words where in a document a block stands."""

from kh_docs.i18n import _
from kh_docs.update.blocks import CELL, Block, Place

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
