"""Read w:p and w:tbl into paragraphs and tables; knows every wrapper Word may put around them."""

from typing import Final

from kh_docs.check.document import Block, Cell, Container, Paragraph, Run, Table
from kh_docs.check.drawings import chosen
from kh_docs.check.inline import InlineReader
from kh_docs.check.lengths import mm_of_twips
from kh_docs.check.numbering import Numbering
from kh_docs.check.styles import Styles
from kh_docs.check.table_shape import (
    WORD_PADDING_MM,
    WRAPPERS,
    Shape,
    cell_width_mm,
    cells_of,
    has_borders,
    origin_mm,
    padding,
    rows_of,
    shows_placeholder,
)
from kh_docs.check.xml import MC, Element, W, val, whole

_DELETED: Final = frozenset({W + "del", W + "moveFrom"})


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
        # Runs of a paragraph whose mark was deleted under tracked changes: they join the next one.
        self._pending: list[Run] = []

    def read_body(self, body: Element, widths_mm: list[float]) -> list[Block]:
        """The blocks of the main text; `widths_mm` is the text width of each section."""
        self._bodies = [Container("body", 0.0, width) for width in widths_mm]
        return self.read(body, self._bodies[0])

    def _here(self, container: Container) -> Container:
        """The page of the current section in place of the one at which reading began."""
        return (
            self._bodies[min(self._section, len(self._bodies) - 1)] if container.kind == "body" else container
        )

    def read(self, parent: Element, container: Container, placeholder: bool = False) -> list[Block]:
        """The blocks directly under `parent`."""
        blocks: list[Block] = []
        for child in parent:
            tag = child.tag
            if tag == W + "p":
                paragraph = self._paragraph(child, container, placeholder)
                if paragraph is not None:
                    blocks.append(paragraph)
            elif tag == W + "tbl":
                blocks.append(self._table(child, container, placeholder))
            elif tag == W + "sdt":
                content = child.find(W + "sdtContent")
                if content is not None:
                    blocks += self.read(content, container, placeholder or shows_placeholder(child))
            elif tag in WRAPPERS:
                blocks += self.read(child, container, placeholder)
            elif tag == MC + "AlternateContent":
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
        ppr = element.find(W + "pPr")
        style = val(ppr.find(W + "pStyle")) if ppr is not None else None
        table_style = self._table_style if container.kind == "cell" else None
        layer, num_id, level = None, "0", 0
        numbering = ppr.find(W + "numPr") if ppr is not None else None
        if numbering is not None:
            num_id = val(numbering.find(W + "numId")) or self.styles.numbering_of(style)
            level = whole(val(numbering.find(W + "ilvl"))) or 0
        else:
            num_id = self.styles.numbering_of(style)
        if num_id != "0":
            layer = self.numbering.layer(num_id, level)
        paragraph = Paragraph(
            element,
            self._pending,
            self.styles.paragraph(style, table_style, layer, ppr),
            self.styles.name(style),
            self._here(container),
            self._section,
            self._paragraphs + 1,
        )
        self._pending = []
        self._inline.fill(paragraph, element, style, table_style, placeholder)
        if ppr is not None:
            paragraph.frame = ppr.find(W + "framePr") is not None
            if container.kind == "body" and ppr.find(W + "sectPr") is not None:
                paragraph.ends_section = True
                self._section += 1
            if _mark_deleted(ppr) and not paragraph.ends_section:
                self._pending = paragraph.runs
                return None
        if num_id != "0" and (paragraph.text or paragraph.has_object):
            paragraph.label = self.numbering.label(num_id, paragraph.format.level)
        if container.kind == "body":
            self._paragraphs += 1
        return paragraph

    def _table(self, element: Element, container: Container, placeholder: bool) -> Table:
        container = self._here(container)
        outer_style = self._table_style
        properties = element.find(W + "tblPr")
        self._table_style = val(properties.find(W + "tblStyle")) if properties is not None else None
        if container.kind in ("body", "box"):
            self._tables += 1
        number = self._tables
        table = Table(element, number, [], self._section, has_borders(properties, W + "tblBorders"))
        grid = [
            mm_of_twips(whole(val(column, "w")) or 0) for column in element.iterfind(f"{W}tblGrid/{W}gridCol")
        ]
        shape = Shape(
            grid,
            origin_mm(properties, container, grid),
            padding(properties.find(W + "tblCellMar") if properties is not None else None, WORD_PADDING_MM),
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
        properties = row.find(W + "trPr")
        start = whole(val(properties.find(W + "gridBefore"))) or 0 if properties is not None else 0
        x = None if origin is None else origin + sum(grid[:start])
        cells: list[Cell] = []
        for column, (element, in_prompt) in enumerate(cells_of(row, placeholder)):
            tcpr = element.find(W + "tcPr")
            span = max(1, whole(val(tcpr.find(W + "gridSpan"))) or 1) if tcpr is not None else 1
            width = cell_width_mm(tcpr, sum(grid[start : start + span]), outer.width_mm)
            left, right = padding(tcpr.find(W + "tcMar") if tcpr is not None else None, shape.padding_mm)
            container = Container(
                "cell",
                None if x is None else x + left,
                None if width is None else width - left - right,
                table.number,
                len(table.rows),
                column,
                outer,
            )
            bordered = has_borders(tcpr, W + "tcBorders")
            cells.append(Cell(container, self.read(element, container, in_prompt), bordered))
            x = None if x is None or width is None else x + width
            start += span
        return cells


def _mark_deleted(ppr: Element) -> bool:
    mark = ppr.find(W + "rPr")
    return mark is not None and any(child.tag in _DELETED for child in mark)
