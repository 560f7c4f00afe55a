"""Read w:p and w:tbl into paragraphs and tables; knows every wrapper Word may put around them."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from kh_docs.word.cell_shape import CellProperties, all_borders_hidden, cell_properties, has_borders, padding
from kh_docs.word.document import Block, Cell, Container, Paragraph, Run, Table
from kh_docs.word.formats import ParaFormat
from kh_docs.word.frame_place import FramePlace, frame_place
from kh_docs.word.inline import Base, InlineReader
from kh_docs.word.lengths import mm_of_twips
from kh_docs.word.numbering import Numbering
from kh_docs.word.paragraph_mark import is_deleted, mark_and_section
from kh_docs.word.shapes import chosen
from kh_docs.word.styles import Styles
from kh_docs.word.table_shape import (
    WORD_PADDING_MM,
    WRAPPERS,
    Shape,
    cell_around_page,
    cells_of,
    content_of,
    origin_mm,
    rows_of,
)
from kh_docs.word.typed_lines import add_border_lines, add_row_of_characters
from kh_docs.word.xml import MC, Element, W, direct_key, first, opened, val, whole

_P: Final = W + "p"
_P_PR: Final = W + "pPr"
_TC_PR: Final = W + "tcPr"
_TBL: Final = W + "tbl"
_TR_PR: Final = W + "trPr"
_SDT: Final = W + "sdt"
_ALTERNATE: Final = MC + "AlternateContent"


class _Stated(NamedTuple):
    """What a w:pPr says, its styles and list counted."""

    base: Base
    style_name: str
    num_id: str
    format: ParaFormat
    frame: FramePlace | None
    bordered: bool


class BlockReader:
    """Reads blocks in document order, because numbering counts on it."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self.styles = styles
        self.numbering = numbering
        self._inline = InlineReader(styles, self._read_box)
        self._section = 0
        self._paragraphs = 0
        self._tables = 0
        self._table_style: str | None = None
        self._bodies: list[Container] = []
        self._in_columns: frozenset[int] = frozenset()
        self._frame: tuple[FramePlace, Container] | None = None
        # Runs of a paragraph whose mark was deleted under tracked changes: they join the next one.
        self._pending: list[Run] = []
        # Hundreds of cells and their paragraphs say the same about themselves.
        self._stated: dict[object, _Stated] = {}
        self._cells: dict[object, CellProperties] = {}

    def read_body(
        self, body: Element, widths_mm: list[float], in_columns: frozenset[int] = frozenset()
    ) -> list[Block]:
        """The blocks of the main text; `widths_mm` is the text width of each section."""
        self._in_columns = in_columns
        # In which column a paragraph stands is not told, so neither is where its lines are.
        self._bodies = [
            Container("body", None, None) if at in in_columns else Container("body", 0.0, width)
            for at, width in enumerate(widths_mm)
        ]
        return self.read(body, self._bodies[0])

    def _here(self, container: Container) -> Container:
        """The page of the current section in place of the one at which reading began."""
        return (
            self._bodies[min(self._section, len(self._bodies) - 1)] if container.kind == "body" else container
        )

    def _place(self, container: Container, frame: FramePlace | None) -> Container:
        """Where a paragraph stands; those of one frame, one after another, stand together."""
        here = self._here(container)
        if frame is None or not frame.is_known:
            self._frame = None
            return here
        if self._frame is None or self._frame[0] != frame:
            left = frame.left_mm(here.width_mm)
            self._frame = frame, Container("box", left, frame.width_mm, outer=here)
        return self._frame[1]

    def read(
        self, children: Iterable[Element], container: Container, placeholder: bool = False
    ) -> list[Block]:
        """The blocks among `children`."""
        blocks: list[Block] = []
        for child in children:
            tag = child.tag
            if tag == _P:
                paragraph = self._paragraph(child, container, placeholder)
                if paragraph is not None:
                    blocks.append(paragraph)
            elif tag == _TBL and container.kind == "body" and (page := cell_around_page(child)) is not None:
                blocks += self.read(page, container, placeholder)
            elif tag == _TBL:
                self._frame = None
                blocks.append(self._table(child, container, placeholder))
            elif tag == _SDT:
                content, in_prompt = content_of(child, placeholder)
                blocks += self.read(content, container, in_prompt)
            elif tag in WRAPPERS:
                blocks += self.read(child, container, placeholder)
            elif tag == _ALTERNATE:
                branch = chosen(child)
                if branch is not None:
                    blocks += self.read(branch, container, placeholder)
        return blocks

    def _read_box(self, content: Element, container: Container) -> list[Block]:
        pending, self._pending = self._pending, []
        blocks = self.read(content, container)
        self._pending = pending
        return blocks

    def _paragraph(self, element: Element, container: Container, placeholder: bool) -> Paragraph | None:
        ppr, children = opened(element, _P_PR)
        in_body = container.kind == "body"
        table_style = self._table_style if container.kind == "cell" else None
        key = (table_style, direct_key(ppr))
        stated = self._stated.get(key)
        if stated is None:
            stated = self._stated[key] = self._read_stated(ppr, table_style)
        paragraph = Paragraph(
            element,
            self._pending,
            stated.format,
            stated.style_name,
            self._place(container, stated.frame) if in_body else container,
            self._section,
            self._paragraphs + 1,
            frame=stated.frame is not None or (in_body and self._section in self._in_columns),
        )
        self._pending = []
        self._inline.fill(paragraph, children, stated.base, placeholder)
        if stated.bordered:
            add_border_lines(paragraph)
        if paragraph.runs:
            paragraph.take_words()
            add_row_of_characters(paragraph)
        if ppr is not None and len(ppr) > (stated.base.style is not None):
            mark, section = mark_and_section(ppr)
            if in_body and section is not None:
                paragraph.ends_section = True
                self._section += 1
            if is_deleted(mark) and not paragraph.ends_section:
                self._pending = paragraph.runs
                return None
        if stated.num_id != "0":
            # A blank paragraph of a list prints its number too, and counts.
            label = self.numbering.label(stated.num_id, stated.format.level)
            if paragraph.text or paragraph.has_object:
                paragraph.label = label
        if in_body:
            self._paragraphs += 1
        return paragraph

    def _read_stated(self, ppr: Element | None, table_style: str | None) -> _Stated:
        style = val(first(ppr, W + "pStyle")) if ppr is not None else None
        num_id, level = self.styles.numbering_of(style), 0
        numbering = first(ppr, W + "numPr") if ppr is not None else None
        if numbering is not None:
            num_id = val(first(numbering, W + "numId")) or num_id
            level = whole(val(first(numbering, W + "ilvl"))) or 0
        layer = self.numbering.layer(num_id, level) if num_id != "0" else None
        look = self.styles.paragraph(style, table_style, layer, ppr)
        frame = frame_place(first(ppr, W + "framePr")) if ppr is not None else None
        bordered = not look.border_top == look.border_bottom == "none"
        base = Base(style, table_style, self.styles.run(style, table_style, None))
        return _Stated(base, self.styles.name(style), num_id, look, frame, bordered)

    def _table(self, element: Element, container: Container, placeholder: bool) -> Table:
        container = self._here(container)
        outer_style = self._table_style
        properties = first(element, W + "tblPr")
        self._table_style = val(first(properties, W + "tblStyle")) if properties is not None else None
        if container.kind in ("body", "box"):
            self._tables += 1
        number = self._tables
        bordered = has_borders(properties, W + "tblBorders") and not all_borders_hidden(element)
        table = Table(element, number, [], self._section, bordered)
        grid = [
            mm_of_twips(whole(val(column, "w")) or 0) for column in element.iterfind(f"{W}tblGrid/{W}gridCol")
        ]
        shape = Shape(
            grid,
            origin_mm(properties, container, grid),
            padding(first(properties, W + "tblCellMar") if properties is not None else None, WORD_PADDING_MM),
        )
        for row in rows_of(element):
            cells = self._row(row, table, shape, container, placeholder)
            if cells:
                table.rows.append(cells)
        self._table_style = outer_style
        return table

    def _row(
        self, row: Element, table: Table, shape: Shape, outer: Container, placeholder: bool
    ) -> list[Cell]:
        grid, origin = shape.grid, shape.origin_mm
        properties, children = opened(row, _TR_PR)
        start = whole(val(first(properties, W + "gridBefore"))) or 0 if properties is not None else 0
        x = None if origin is None else origin + sum(grid[:start])
        cells: list[Cell] = []
        for column, (element, in_prompt) in enumerate(cells_of(children, placeholder)):
            tcpr, children = opened(element, _TC_PR)
            key = (shape.padding_mm, direct_key(tcpr))
            known = self._cells.get(key)
            if known is None:
                known = self._cells[key] = cell_properties(tcpr, shape.padding_mm)
            left, right = known.padding_mm
            width = known.width_mm(sum(grid[start : start + known.span]), outer.width_mm)
            container = Container(
                "cell",
                None if x is None else x + left,
                None if width is None else width - left - right,
                table.number,
                len(table.rows),
                column,
                outer,
                start,
            )
            cells.append(Cell(container, self.read(children, container, in_prompt), known.bordered))
            x = None if x is None or width is None else x + width
            start += known.span
        return cells
