"""The formatting that holds in a Word file: document defaults, styles and what they are based on, direct."""

from __future__ import annotations

from lxml import etree

from .word_pieces import Look, Shape

NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{NS}}}"
VAL, PROPERTIES, BORDERS = f"{W}val", f"{W}pPr", f"{W}tblPr/{W}tblBorders"


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
        return value(item, "name") if item is not None else style_id

    def chain(self, style_id: str) -> list[etree._Element]:
        """The style and what it is based on, the most general first."""
        found: list[etree._Element] = []
        while style_id in self.elements:
            found.insert(0, self.elements[style_id])
            style_id = value(self.elements[style_id], "basedOn")
        return found

    def shape(self, paragraph: etree._Element) -> tuple[str, str, Shape]:
        """The id and name of its style and the shape of `paragraph`."""
        direct = paragraph.find(PROPERTIES)
        key = b"" if direct is None else etree.tostring(direct)
        if key not in self.shapes:
            style_id = value(direct, "pStyle") or self.default
            layers = [
                self.paragraph_default,
                *(item.find(f"{W}pPr") for item in self.chain(style_id)),
                direct,
            ]
            merged: dict[str, dict[str, str]] = {}
            for layer in layers:
                for item in [] if layer is None else layer:
                    merged.setdefault(etree.QName(item).localname, {}).update(_attributes(item))
            border = [
                item for layer in layers if layer is not None for item in layer.iterfind(f"{W}pBdr/{W}top")
            ]
            self.shapes[key] = style_id, self.name(style_id), _shape(merged, border)
        return self.shapes[key]

    def look(self, run: etree._Element, style_id: str) -> Look:
        """How `run` looks in a paragraph of the style `style_id`."""
        direct = run.find(f"{W}rPr")
        key = (style_id, b"" if direct is None else etree.tostring(direct))
        if key not in self.looks:
            character = value(direct, "rStyle")
            paragraph_layers = [item.find(f"{W}rPr") for item in self.chain(style_id or self.default)]
            character_layers = [item.find(f"{W}rPr") for item in self.chain(character)]
            self.looks[key] = _look(self.run_default, paragraph_layers, character_layers, direct)
        return self.looks[key]

    def bordered(self, style_id: str, table: etree._Element) -> bool:
        """Whether lines are drawn between cells, by the table's style or itself."""
        layers = [item.find(BORDERS) for item in self.chain(style_id)]
        layers.append(table.find(BORDERS))
        return any(
            item.get(f"{W}val") == "single"
            for layer in layers
            if layer is not None
            for item in layer.iter(f"{W}insideH")
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
        caps=_toggled("caps", paragraph, character, direct)
        or _toggled("smallCaps", paragraph, character, direct),
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
        return on(direct, name)
    by_style = [next((on(layer, name) for layer in reversed(layers)
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
    return {etree.QName(name).localname: str(value) for name, value in element.attrib.items()}


def value(element: etree._Element | None, *steps: str) -> str:
    """The w:val at the end of `steps`, empty where there is none."""
    for step in steps:
        if element is None:
            return ""
        element = element.find(f"{W}{step}")
    return "" if element is None else element.get(VAL, "")


def on(parent: etree._Element | None, name: str) -> bool:
    if parent is None:
        return False
    found = parent.find(f"{W}{name}")
    return found is not None and found.get(f"{W}val", "1") not in ("0", "false", "off", "none")
