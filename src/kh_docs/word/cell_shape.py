"""What is said of one cell: its padding, its borders, how far it reaches."""

from __future__ import annotations

from typing import NamedTuple

from kh_docs.word.lengths import mm_of_twips
from kh_docs.word.table_shape import _NO_BORDER
from kh_docs.word.xml import Element, W, first, val, whole


class CellProperties(NamedTuple):
    """What a w:tcPr says; its width in one of two ways, if at all."""

    span: int
    stated_mm: float | None
    # Fiftieths of a percent of the room.
    fiftieths: int | None
    padding_mm: tuple[float, float]
    bordered: bool

    def width_mm(self, grid_mm: float, room_mm: float | None) -> float | None:
        """The outer width of the cell; `grid_mm` is what its columns have."""
        if self.stated_mm is not None:
            # A table stretched to the page widens its columns: the grid is what the program last laid out.
            return max(self.stated_mm, grid_mm)
        if grid_mm > 0:
            return grid_mm
        return None if self.fiftieths is None or room_mm is None else room_mm * self.fiftieths / 5000


def cell_properties(tcpr: Element | None, usual_padding_mm: tuple[float, float]) -> CellProperties:
    """Read a w:tcPr that may be absent."""
    if tcpr is None:
        return CellProperties(1, None, None, usual_padding_mm, False)
    stated = first(tcpr, W + "tcW")
    width, kind = whole((val(stated, "w") or "").rstrip("%")) or 0, val(stated, "type")
    return CellProperties(
        max(1, whole(val(first(tcpr, W + "gridSpan"))) or 1),
        mm_of_twips(width) if width > 0 and kind in ("dxa", None) else None,
        width if width > 0 and kind == "pct" else None,
        padding(first(tcpr, W + "tcMar"), usual_padding_mm),
        has_borders(tcpr, W + "tcBorders"),
    )


def padding(margins: Element | None, usual: tuple[float, float]) -> tuple[float, float]:
    """The left and right padding stated here, else the usual one; in millimetres."""
    if margins is None:
        return usual
    sides = list(usual)
    for margin in margins:
        amount = whole(val(margin, "w"))
        if amount is not None and margin.tag in (W + "left", W + "start"):
            sides[0] = mm_of_twips(amount)
        elif amount is not None and margin.tag in (W + "right", W + "end"):
            sides[1] = mm_of_twips(amount)
    return sides[0], sides[1]


def has_borders(properties: Element | None, tag: str) -> bool:
    """Whether any border is drawn."""
    borders = first(properties, tag) if properties is not None else None
    return borders is not None and any(val(edge) not in _NO_BORDER for edge in borders if val(edge))


def all_borders_hidden(table: Element) -> bool:
    """Whether each cell of a w:tbl takes away the borders that the table draws."""
    cells = list(table.iterfind(f"{W}tr/{W}tc"))
    return bool(cells) and all(_hides_borders(cell.find(f"{W}tcPr/{W}tcBorders")) for cell in cells)


def _hides_borders(borders: Element | None) -> bool:
    if borders is None:
        return False
    hidden = {edge.tag.replace("start", "left").replace("end", "right") for edge in borders}
    stated = all(W + side in hidden for side in ("top", "left", "bottom", "right"))
    return stated and all(val(edge) in _NO_BORDER for edge in borders)
