"""Read a .docx as Word would show it, with zipfile and lxml alone: blocks, tables, controls, sections, looks."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from lxml import etree

NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{NS}}}"
VAL, P, R_, T, TBL, SDT = (f"{W}{name}" for name in ("val", "p", "r", "t", "tbl", "sdt"))
FIELD, PROPERTIES = f"{W}instrText", f"{W}pPr"
SECTION_IN_PARAGRAPH = f"{PROPERTIES}/{W}sectPr"
SIGNS = {f"{W}br": "\n", f"{W}tab": "\t", f"{W}noBreakHyphen": "-"}
CONTROL_KINDS = ("text", "richText", "dropDownList", "comboBox", "date")
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


@dataclass(frozen=True)
class Look:
    """How a run prints: sizes in points, colour as in the file, `fonts` of every script."""

    fonts: frozenset[str]
    size: float
    bold: bool
    italic: bool
    caps: bool
    color: str
    underline: str
    language: str


@dataclass(frozen=True)
class Run:
    text: str
    look: Look
    # The tag of the content control around it, and whether Word shows its placeholder.
    tag: str = ""
    placeholder: bool = False

    @property
    def blank(self) -> bool:
        """A place to fill in, not guidance on what belongs there."""
        return self.placeholder and not self.text.strip("…\u00a0")


@dataclass(frozen=True)
class Shape:
    """How a paragraph stands: lengths in twips, `line` as written with its rule."""

    align: str
    first_line: int
    left: int
    right: int
    before: int
    after: int
    line: int
    line_rule: str
    keep_next: bool
    outline: int | None
    top_border: str


@dataclass
class Paragraph:
    style: str
    shape: Shape
    runs: list[Run]
    fields: list[str]
    section: int = 0
    cell: Cell | None = None

    @cached_property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    @cached_property
    def plain(self) -> str:
        """The text with “…” for every dotted or white blank, and all spaces between words alike."""
        return "".join("…" if run.blank else run.text for run in self.runs).replace("\u00a0", " ")

    @cached_property
    def looks(self) -> set[Look]:
        """The looks of everything printed, guidance that vanishes when one types left out."""
        return {run.look for run in self.runs if run.text.strip() and not run.placeholder}


@dataclass
class Cell:
    row: Row
    width: int
    span: int
    paragraphs: list[Paragraph] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n".join(paragraph.plain for paragraph in self.paragraphs)


@dataclass
class Row:
    table: Table
    header: bool
    unsplit: bool
    cells: list[Cell] = field(default_factory=list)

    @cached_property
    def texts(self) -> list[str]:
        return [cell.text for cell in self.cells]


@dataclass
class Table:
    style: str
    grid: list[int]
    section: int
    bordered: bool
    rows: list[Row] = field(default_factory=list)

    @property
    def header_rows(self) -> list[Row]:
        return [row for row in self.rows if row.header]

    @cached_property
    def entries(self) -> list[list[str]]:
        """The texts of the rows that hold something: no column heads, no headings of groups."""
        return [row.texts for row in self.rows if not row.header and len(row.cells) > 1]


@dataclass(frozen=True)
class Control:
    tag: str
    title: str
    kind: str
    text: str
    placeholder: bool
    choices: tuple[str, ...]


@dataclass(frozen=True)
class Section:
    """Lengths in twips; `headers` by type as they hold here, those of the section before included."""

    width: int
    height: int
    landscape: bool
    margins: dict[str, int]
    start: int | None
    number_format: str
    title_page: bool
    kind: str
    headers: dict[str, Part]
    footers: dict[str, Part]


@dataclass(frozen=True)
class Part:
    paragraphs: tuple[Paragraph, ...]


NO_CONTROL = Control("", "", "", "", False, ())


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
        kinds = {child.tag: child for child in properties}
        control = Control(
            tag=_value(properties, "tag"),
            title=_value(properties, "alias"),
            kind=next((name for name in CONTROL_KINDS if f"{W}{name}" in kinds), ""),
            text="".join(text.text or "" for text in content.iter(T)),
            placeholder=f"{W}showingPlcHdr" in kinds,
            choices=tuple(item.get(f"{W}value", "") for item in properties.iter(f"{W}listItem")),
        )
        self.controls.append(control)
        return control, content

    def _table(self, element: etree._Element) -> Table:
        style_id = _value(element, "tblPr", "tblStyle")
        grid = [int(column.get(f"{W}w", "0")) for column in element.iterfind(f"{W}tblGrid/{W}gridCol")]
        bordered = self.styles.bordered(style_id, element)
        table = Table(self.styles.name(style_id), grid, len(self.sections), bordered)
        for row_element in element.iter(f"{W}tr"):
            properties = row_element.find(f"{W}trPr")
            row = Row(table, _on(properties, "tblHeader"), _on(properties, "cantSplit"))
            for cell_element in row_element.iter(f"{W}tc"):
                span = int(_value(cell_element, "tcPr", "gridSpan") or "1")
                width = cell_element.find(f"{W}tcPr/{W}tcW")
                cell = Cell(row, int(width.get(f"{W}w", "0")) if width is not None else 0, span)
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
                title_page=_on(element, "titlePg"),
                kind=_value(element, "type") or "nextPage",
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
                found += [item for row in block.rows for cell in row.cells for item in cell.paragraphs]
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


BORDERS = f"{W}tblPr/{W}tblBorders"
MARGINS = ("top", "bottom", "left", "right", "header", "footer", "gutter")


class Styles:
    """The formatting that holds for a run or paragraph: defaults, style chain, direct."""

    def __init__(self, content: bytes) -> None:
        root = etree.fromstring(content)
        self.elements = {item.get(f"{W}styleId", ""): item for item in root.iter(f"{W}style")}
        self.default = next(
            name
            for name, item in self.elements.items()
            if item.get(f"{W}type") == "paragraph" and item.get(f"{W}default") == "1"
        )
        self.run_default = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self.paragraph_default = root.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr")
        self.looks: dict[tuple[str, bytes], Look] = {}
        self.shapes: dict[bytes, tuple[str, str, Shape]] = {}

    def name(self, style_id: str) -> str:
        item = self.elements.get(style_id)
        return _value(item, "name") if item is not None else style_id

    def chain(self, style_id: str) -> list[etree._Element]:
        """The style and what it is based on, the most general first."""
        found: list[etree._Element] = []
        while style_id in self.elements:
            found.insert(0, self.elements[style_id])
            style_id = _value(self.elements[style_id], "basedOn")
        return found

    def shape(self, paragraph: etree._Element) -> tuple[str, str, Shape]:
        """The id and name of its style and the shape of `paragraph`."""
        direct = paragraph.find(PROPERTIES)
        key = b"" if direct is None else etree.tostring(direct)
        if key not in self.shapes:
            style_id = _value(direct, "pStyle") or self.default
            layers = [self.paragraph_default, *(item.find(f"{W}pPr") for item in self.chain(style_id)), direct]
            merged: dict[str, dict[str, str]] = {}
            for layer in layers:
                for item in [] if layer is None else layer:
                    merged.setdefault(etree.QName(item).localname, {}).update(_attributes(item))
            border = [item for layer in layers if layer is not None for item in layer.iterfind(f"{W}pBdr/{W}top")]
            self.shapes[key] = style_id, self.name(style_id), _shape(merged, border)
        return self.shapes[key]

    def look(self, run: etree._Element, style_id: str) -> Look:
        """How `run` looks in a paragraph of the style `style_id`."""
        direct = run.find(f"{W}rPr")
        key = (style_id, b"" if direct is None else etree.tostring(direct))
        if key not in self.looks:
            character = _value(direct, "rStyle")
            paragraph_layers = [item.find(f"{W}rPr") for item in self.chain(style_id or self.default)]
            character_layers = [item.find(f"{W}rPr") for item in self.chain(character)]
            self.looks[key] = _look(self.run_default, paragraph_layers, character_layers, direct)
        return self.looks[key]

    def bordered(self, style_id: str, table: etree._Element) -> bool:
        """Whether lines are drawn between cells, by the table's style or itself."""
        layers = [item.find(BORDERS) for item in self.chain(style_id)]
        layers.append(table.find(BORDERS))
        return any(
            item.get(f"{W}val") == "single" for layer in layers if layer is not None for item in layer.iter(f"{W}insideH")
        )


def _look(
    default: etree._Element | None,
    paragraph: list[etree._Element | None],
    character: list[etree._Element | None],
    direct: etree._Element | None,
) -> Look:
    layers = [layer for layer in (default, *paragraph, *character, direct) if layer is not None]
    merged: dict[str, dict[str, str]] = {}
    for layer in layers:
        for item in layer:
            merged.setdefault(etree.QName(item).localname, {}).update(_attributes(item))
    fonts = {value for name, value in merged.get("rFonts", {}).items() if name != "hint"}
    return Look(
        fonts=frozenset(fonts),
        size=int(merged["sz"]["val"]) / 2,
        bold=_toggled("b", paragraph, character, direct),
        italic=_toggled("i", paragraph, character, direct),
        caps=_toggled("caps", paragraph, character, direct) or _toggled("smallCaps", paragraph, character, direct),
        color=merged.get("color", {}).get("val", "auto"),
        underline=merged.get("u", {}).get("val", "none"),
        language=merged.get("lang", {}).get("val", ""),
    )


def _toggled(
    name: str,
    paragraph: list[etree._Element | None],
    character: list[etree._Element | None],
    direct: etree._Element | None,
) -> bool:
    """Styles toggle a property between their two hierarchies; what the run itself says is final (17.7.3)."""
    if direct is not None and direct.find(f"{W}{name}") is not None:
        return _on(direct, name)
    by_style = [next((_on(layer, name) for layer in reversed(layers)
                      if layer is not None and layer.find(f"{W}{name}") is not None), False)
                for layers in (paragraph, character)]  # fmt: skip
    return by_style[0] != by_style[1]


def _shape(merged: dict[str, dict[str, str]], border: list[etree._Element]) -> Shape:
    indent, spacing = merged.get("ind", {}), merged.get("spacing", {})
    outline = merged.get("outlineLvl", {}).get("val")
    return Shape(
        align=merged.get("jc", {}).get("val", "left"),
        first_line=int(indent.get("firstLine", "0")) - int(indent.get("hanging", "0")),
        left=int(indent.get("left", indent.get("start", "0"))),
        right=int(indent.get("right", indent.get("end", "0"))),
        before=int(spacing.get("before", "0")),
        after=int(spacing.get("after", "0")),
        line=int(spacing.get("line", "240")),
        line_rule=spacing.get("lineRule", "auto"),
        keep_next="keepNext" in merged and merged["keepNext"].get("val", "1") not in ("0", "false"),
        outline=int(outline) if outline else None,
        top_border=border[-1].get(f"{W}val", "") if border else "",
    )


def _attributes(element: etree._Element) -> dict[str, str]:
    return {etree.QName(name).localname: value for name, value in element.attrib.items()}


def _value(element: etree._Element | None, *steps: str) -> str:
    """The w:val at the end of `steps`, empty where there is none."""
    for step in steps:
        if element is None:
            return ""
        element = element.find(f"{W}{step}")
    return "" if element is None else element.get(VAL, "")


def _on(parent: etree._Element | None, name: str) -> bool:
    if parent is None:
        return False
    found = parent.find(f"{W}{name}")
    return found is not None and found.get(f"{W}val", "1") not in ("0", "false", "off", "none")
