"""Lines and text boxes inside w:drawing and w:pict: how long, where, dashed or not."""

from collections.abc import Iterator
from typing import Final

from kh_docs.word.document import Container, DrawnLine
from kh_docs.word.lengths import EMU_PER_MM, mm_of_css
from kh_docs.word.shapes import FLAT_MM, SHORTEST_MM, SOLID, chosen, visible
from kh_docs.word.vml_lines import style_of, vml_left_mm, vml_lines
from kh_docs.word.xml import MC, WP, WPS, A, Element, W, whole

_LINE_SHAPES: Final = frozenset({"line", "straightConnector1", "lineInv"})


def text_boxes(drawing: Element) -> Iterator[Element]:
    """The w:txbxContent inside a drawing, outermost only."""
    for child in drawing:
        if child.tag == MC + "AlternateContent":
            branch = chosen(child)
            if branch is not None:
                yield from text_boxes(branch)
        elif child.tag == W + "txbxContent":
            yield child
        elif isinstance(child.tag, str):
            yield from text_boxes(child)


def lines_in(drawing: Element, container: Container) -> Iterator[DrawnLine]:
    """The straight lines that a w:drawing or w:pict shows."""
    for anchor in (*drawing.iterfind(WP + "anchor"), *drawing.iterfind(WP + "inline")):
        yield from _drawingml_lines(anchor, container)
    if drawing.tag == W + "pict":
        yield from vml_lines(drawing, container)


def box_offset_mm(drawing: Element, container: Container) -> float | None:
    """The left edge of a floating text box from the left margin."""
    for anchor in drawing.iterfind(WP + "anchor"):
        return _anchor_left_mm(anchor, container)
    for shape in visible(drawing):
        if shape.get("style"):
            return vml_left_mm(style_of(shape), container)
    return None


def box_width_mm(drawing: Element) -> float | None:
    """The outer width of a text box."""
    for each in visible(drawing):
        if each.tag == WP + "extent":
            return _emu_mm(each.get("cx"))
    for shape in visible(drawing):
        if shape.get("style"):
            return mm_of_css(style_of(shape).get("width"))
    return None


def _drawingml_lines(anchor: Element, container: Container) -> Iterator[DrawnLine]:
    extent = anchor.find(WP + "extent")
    if extent is None:
        return
    width, height = _emu_mm(extent.get("cx")), _emu_mm(extent.get("cy"))
    shapes = [shape for shape in visible(anchor) if shape.tag == WPS + "wsp"]
    left = _anchor_left_mm(anchor, container)
    if len(shapes) > 1:
        widths = [_shape_width_mm(shape) for shape in shapes if _is_line(shape)]
        # Inside a group the scale is not worth guessing: the line is there, its length is not known.
        yield from (DrawnLine("shape", None, None) for each in widths if each is None or each > SHORTEST_MM)
        return
    is_line = any(_is_line(shape) for shape in shapes) or (
        height is not None and height <= FLAT_MM and not any(True for _ in text_boxes(anchor))
    )
    if is_line and width is not None and width >= SHORTEST_MM and (height or 0) <= 3 * FLAT_MM:
        dashed = any(
            dash.get("val", "") not in SOLID for dash in visible(anchor) if dash.tag == A + "prstDash"
        )
        yield DrawnLine("shape", width, None if left is None else left + width / 2, dashed, anchor)


def _is_line(shape: Element) -> bool:
    if shape.find(WPS + "txbx") is not None:
        return False
    drawn = any(geometry.get("prst") in _LINE_SHAPES for geometry in shape.iter(A + "prstGeom"))
    return drawn or any(map(_is_straight, shape.iter(A + "path")))


def _is_straight(path: Element) -> bool:
    """Whether a path drawn by hand, as programs that take PDF apart draw, goes from left to right only."""
    steps = [step.tag for step in path]
    heights = {point.get("y") for point in path.iter(A + "pt")}
    return steps == [A + "moveTo", A + "lnTo"] and len(heights) == 1


def _shape_width_mm(shape: Element) -> float | None:
    for extent in shape.iter(A + "ext"):
        return _emu_mm(extent.get("cx"))
    return None


def _anchor_left_mm(anchor: Element, container: Container) -> float | None:
    position = anchor.find(WP + "positionH")
    if position is None:
        return None
    base, room = container.x_mm, container.width_mm
    in_cell = container.kind == "cell" and anchor.get("layoutInCell", "1") in ("1", "true")
    if position.get("relativeFrom") == "margin" and in_cell:
        # Laid out in a cell, everything is measured from the cell.
        pass
    elif position.get("relativeFrom") == "margin":
        base, room = 0.0, None
    elif position.get("relativeFrom") != "column":
        return None
    offset = position.find(WP + "posOffset")
    if offset is not None:
        shift = _emu_mm(offset.text)
        return None if shift is None or base is None else base + shift
    extent = anchor.find(WP + "extent")
    width = _emu_mm(extent.get("cx")) if extent is not None else None
    if position.findtext(WP + "align") == "center" and None not in (base, room, width):
        return (base or 0) + ((room or 0) - (width or 0)) / 2
    return None


def _emu_mm(text: str | None) -> float | None:
    emu = whole(text)
    return None if emu is None else emu / EMU_PER_MM
