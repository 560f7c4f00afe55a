"""Read a .docx as Word would show it, with zipfile and lxml alone: blocks, controls, sections, looks."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from functools import cached_property

from lxml import etree

from .word_pieces import NO_CONTROL, Cell, Control, Paragraph, Part, Row, Run, Section, Table
from .word_styles import PROPERTIES, VAL, Styles, W, on, value

P, R_, T, TBL, SDT, FIELD = (f"{W}{name}" for name in ("p", "r", "t", "tbl", "sdt", "instrText"))
SECTION_IN_PARAGRAPH = f"{PROPERTIES}/{W}sectPr"
CELL_SHAPE, WIDTH, SPAN = f"{W}tcPr/*", f"{W}tcW", f"{W}gridSpan"
SIGNS = {f"{W}br": "\n", f"{W}tab": "\t", f"{W}noBreakHyphen": "-"}
CONTROL_KINDS = ("text", "richText", "dropDownList", "comboBox", "date")
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MARGINS = ("top", "bottom", "left", "right", "header", "footer", "gutter")
__all__ = ["Document", "Paragraph", "Row", "Section", "Table"]


class Document:
    """One Word file."""

    def __init__(self, content: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            self.files = {name: archive.read(name) for name in archive.namelist()}
        # The tree of a document is large and many documents are read: only what it says is kept.
        root = etree.fromstring(self.files.pop("word/document.xml"))
        self.styles = Styles(self.files["word/styles.xml"])
        self.sections: list[Section] = []
        body = root.find(f"{W}body")
        assert body is not None
        self.controls: list[Control] = []
        self.blocks: list[Paragraph | Table] = list(self._blocks(body, None, NO_CONTROL))
        last = body.find(f"{W}sectPr")
        assert last is not None
        self._add_section(last)

    def _blocks(
        self, parent: etree._Element, cell: Cell | None, control: Control
    ) -> Iterator[Paragraph | Table]:
        for element in parent:
            if element.tag == P:
                yield self._paragraph(element, cell, control)
                properties = element.find(SECTION_IN_PARAGRAPH)
                if properties is not None:
                    self._add_section(properties)
            elif element.tag == TBL:
                yield self._table(element)
            elif element.tag == SDT:
                inner, content = self._control(element)
                yield from self._blocks(content, cell, inner)

    def _paragraph(self, element: etree._Element, cell: Cell | None, control: Control) -> Paragraph:
        style_id, style, shape = self.styles.shape(element)
        paragraph = Paragraph(style, shape, [], [], len(self.sections), cell)
        self._read_runs(element, style_id, control, paragraph)
        return paragraph

    def _read_runs(
        self, parent: etree._Element, style_id: str, control: Control, paragraph: Paragraph
    ) -> None:
        for element in parent:
            if element.tag == R_:
                text = ""
                for piece in element:
                    if piece.tag == T:
                        text += piece.text or ""
                    elif piece.tag in SIGNS:
                        text += SIGNS[piece.tag]
                    elif piece.tag == FIELD:
                        paragraph.fields.append((piece.text or "").strip())
                if text:
                    look = self.styles.look(element, style_id)
                    paragraph.runs.append(Run(text, look, control.tag, control.placeholder))
            elif element.tag == SDT:
                inner, content = self._control(element)
                self._read_runs(content, style_id, inner, paragraph)
            elif element.tag != PROPERTIES:
                self._read_runs(element, style_id, control, paragraph)

    def _control(self, element: etree._Element) -> tuple[Control, etree._Element]:
        """The control and the element that holds its content."""
        properties, content = element.find(f"{W}sdtPr"), element.find(f"{W}sdtContent")
        assert properties is not None
        assert content is not None
        found = {child.tag.removeprefix(W): child for child in properties}
        kind = next((name for name in CONTROL_KINDS if name in found), "")
        control = Control(
            tag=found["tag"].get(VAL, "") if "tag" in found else "",
            title=found["alias"].get(VAL, "") if "alias" in found else "",
            kind=kind,
            text="".join(text.text or "" for text in content.iter(T)),
            placeholder="showingPlcHdr" in found,
            choices=tuple(item.get(f"{W}value", "") for item in found[kind])
            if kind == "dropDownList"
            else (),
        )
        self.controls.append(control)
        return control, content

    def _table(self, element: etree._Element) -> Table:
        style_id = value(element, "tblPr", "tblStyle")
        grid = [int(column.get(f"{W}w", "0")) for column in element.iterfind(f"{W}tblGrid/{W}gridCol")]
        bordered = self.styles.bordered(style_id, element)
        table = Table(self.styles.name(style_id), grid, len(self.sections), bordered)
        for row_element in element.iter(f"{W}tr"):
            properties = row_element.find(f"{W}trPr")
            row = Row(table, on(properties, "tblHeader"), on(properties, "cantSplit"))
            for cell_element in row_element.iter(f"{W}tc"):
                shape = {child.tag: child for child in cell_element.iterfind(CELL_SHAPE)}
                width = int(shape[WIDTH].get(f"{W}w", "0")) if WIDTH in shape else 0
                span = int(shape[SPAN].get(VAL, "1")) if SPAN in shape else 1
                cell = Cell(row, width, span)
                inner = list(self._blocks(cell_element, cell, NO_CONTROL))
                assert all(isinstance(block, Paragraph) for block in inner), "a table inside a table"
                cell.paragraphs = [block for block in inner if isinstance(block, Paragraph)]
                row.cells.append(cell)
            table.rows.append(row)
        return table

    def _add_section(self, element: etree._Element) -> None:
        before = self.sections[-1] if self.sections else None
        headers = dict(before.headers) if before else {}
        footers = dict(before.footers) if before else {}
        for reference in element.iterfind(f"{W}headerReference"):
            headers[reference.get(f"{W}type", "")] = self._part(reference.get(f"{R}id", ""))
        for reference in element.iterfind(f"{W}footerReference"):
            footers[reference.get(f"{W}type", "")] = self._part(reference.get(f"{R}id", ""))
        size, margins = element.find(f"{W}pgSz"), element.find(f"{W}pgMar")
        number = element.find(f"{W}pgNumType")
        assert size is not None
        assert margins is not None
        start = number.get(f"{W}start") if number is not None else None
        self.sections.append(
            Section(
                width=int(size.get(f"{W}w", "0")),
                height=int(size.get(f"{W}h", "0")),
                landscape=size.get(f"{W}orient") == "landscape",
                margins={name: int(margins.get(f"{W}{name}", "0")) for name in MARGINS},
                start=int(start) if start else None,
                number_format=(number.get(f"{W}fmt") if number is not None else None) or "decimal",
                title_page=on(element, "titlePg"),
                kind=value(element, "type") or "nextPage",
                headers=headers,
                footers=footers,
            )
        )

    def _part(self, relation: str) -> Part:
        relations = etree.fromstring(self.files["word/_rels/document.xml.rels"])
        target = next(item.get("Target", "") for item in relations if item.get("Id") == relation)
        root = etree.fromstring(self.files[f"word/{target}"])
        return Part(tuple(self._paragraph(item, None, NO_CONTROL) for item in root.iter(P)))

    # -- views --------------------------------------------------------------------------------

    @cached_property
    def paragraphs(self) -> list[Paragraph]:
        """Every paragraph in reading order, those in tables too."""
        found: list[Paragraph] = []
        for block in self.blocks:
            if isinstance(block, Paragraph):
                found.append(block)
            else:
                found += block.paragraphs
        return found

    @cached_property
    def body(self) -> list[Paragraph]:
        """Paragraphs outside tables."""
        return [block for block in self.blocks if isinstance(block, Paragraph)]

    @cached_property
    def tables(self) -> list[Table]:
        return [block for block in self.blocks if isinstance(block, Table)]

    @cached_property
    def text(self) -> str:
        """What is printed, one paragraph a line; see Paragraph.plain."""
        return "\n".join(paragraph.plain for paragraph in self.paragraphs if paragraph.text)

    @cached_property
    def properties(self) -> dict[str, str]:
        root = etree.fromstring(self.files["docProps/core.xml"])
        return {etree.QName(item).localname: item.text or "" for item in root}
