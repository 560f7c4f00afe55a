"""The shape of a w:tbl: its rows and cells through every wrapper, its widths, padding and borders."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from kh_docs.word.document import Container
from kh_docs.word.lengths import mm_of_twips
from kh_docs.word.xml import Element, W, first, opened, val, whole

WRAPPERS: Final = frozenset({W + name for name in ("ins", "moveTo", "customXml", "smartTag")})
WORD_PADDING_MM: Final = (mm_of_twips(108), mm_of_twips(108))
_NO_BORDER: Final = frozenset({"nil", "none", ""})
# A note in a box may hold one.
_FEWEST_TABLES: Final = 2
_TC: Final = W + "tc"
_TR_PR: Final = W + "trPr"
_TR: Final = W + "tr"
_SDT_CONTENT: Final = W + "sdtContent"
_SDT_PR: Final = W + "sdtPr"
_SDT: Final = W + "sdt"
_SHOWS_PROMPT: Final = W + "showingPlcHdr"
_DELETED: Final = W + "del"


class Shape(NamedTuple):
    """The columns of a table, where it starts, and the padding of its cells."""

    grid: list[float]
    origin_mm: float | None
    padding_mm: tuple[float, float]


def content_of(sdt: Element, placeholder: bool) -> tuple[Iterable[Element], bool]:
    """What stands in a content control, and whether that is a prompt: its own, or one it is a part of."""
    properties, children = opened(sdt, _SDT_PR)
    content = first(children, _SDT_CONTENT)
    if not placeholder and properties is not None:
        placeholder = first(properties, _SHOWS_PROMPT) is not None
    return (() if content is None else content), placeholder


def rows_of(parent: Iterable[Element]) -> list[Element]:
    """The rows in force, through every wrapper."""
    rows: list[Element] = []
    for child in parent:
        if child.tag == _TR:
            properties = first(child, _TR_PR)
            if properties is None or first(properties, _DELETED) is None:
                rows.append(child)
        elif child.tag == _SDT:
            rows += rows_of(content_of(child, True)[0])
        elif child.tag in WRAPPERS:
            rows += rows_of(child)
    return rows


def cells_of(parent: Iterable[Element], placeholder: bool) -> list[tuple[Element, bool]]:
    """The cells in force, and whether each is part of a prompt."""
    cells: list[tuple[Element, bool]] = []
    for child in parent:
        tag = child.tag
        if tag == _TC:
            cells.append((child, placeholder))
        elif tag == _SDT:
            cells += cells_of(*content_of(child, placeholder))
        elif tag in WRAPPERS:
            cells += cells_of(child, placeholder)
    return cells


def origin_mm(properties: Element | None, container: Container, grid: list[float]) -> float | None:
    """Where the table starts, from the left margin."""
    if container.x_mm is None:
        return None
    floating = first(properties, W + "tblpPr") if properties is not None else None
    if floating is not None:
        return _floating_origin_mm(floating, container, grid)
    if properties is not None and val(first(properties, W + "jc")) == "center":
        return _centred_mm(container, grid)
    indent = first(properties, W + "tblInd") if properties is not None else None
    return container.x_mm + mm_of_twips(whole(val(indent, "w")) or 0)


def _centred_mm(container: Container, grid: list[float]) -> float | None:
    if container.width_mm is None or container.x_mm is None:
        return None
    return container.x_mm + (container.width_mm - sum(grid)) / 2


def _floating_origin_mm(position: Element, container: Container, grid: list[float]) -> float | None:
    """Of a table that text flows around; `None` where its place counts from the edge of the page."""
    if container.x_mm is None or val(position, "horzAnchor") == "page":
        return None
    side = val(position, "tblpXSpec")
    if side == "center":
        return _centred_mm(container, grid)
    return (
        container.x_mm + mm_of_twips(whole(val(position, "tblpX")) or 0) if side in (None, "left") else None
    )


def cell_around_page(table: Element) -> Element | None:
    """The only cell of a w:tbl in which a whole document was laid out: head and foot are tables in it."""
    rows = [child for child in table if child.tag == _TR]
    cells = list(rows[0].iterchildren(_TC)) if len(rows) == 1 else []
    if len(cells) != 1 or len(list(cells[0].iterchildren(W + "tbl"))) < _FEWEST_TABLES:
        return None
    return cells[0]
