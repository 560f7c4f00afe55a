"""Lines and text boxes inside w:drawing and w:pict: how long, where, dashed or not."""

from collections.abc import Iterator
from typing import Final

from kh_docs.word.document import Container, DrawnLine
from kh_docs.word.lengths import EMU_PER_MM, mm_of_css
from kh_docs.word.xml import MC, WP, WPS, A, Element, O, V, W, whole

_FLAT_MM: Final = 1.0
_SHORTEST_MM: Final = 4.0
_LINE_SHAPES: Final = frozenset({"line", "straightConnector1", "lineInv"})
_SOLID: Final = frozenset({"solid", "1", ""})


def visible(element: Element) -> Iterator[Element]:
    """All descendants, of mc:AlternateContent only the branch that Word shows."""
    for child in element:
        if child.tag == MC + "AlternateContent":
            branch = chosen(child)
            if branch is not None:
                yield from visible(branch)
        elif isinstance(child.tag, str):
            yield child
            yield from visible(child)


def chosen(alternate: Element) -> Element | None:
    """The branch of mc:AlternateContent that current programs show."""
    choice = alternate.find(MC + "Choice")
    return choice if choice is not None else alternate.find(MC + "Fallback")


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
        yield from _vml_lines(drawing, container)


def box_offset_mm(drawing: Element, container: Container) -> float | None:
    """The left edge of a floating text box from the left margin."""
    for anchor in drawing.iterfind(WP + "anchor"):
        return _anchor_left_mm(anchor, container)
    for shape in visible(drawing):
        if shape.get("style"):
            return _vml_left_mm(_css(shape), container)
    return None


def box_width_mm(drawing: Element) -> float | None:
    """The outer width of a text box."""
    for extent in drawing.iter(WP + "extent"):
        return _emu_mm(extent.get("cx"))
    for shape in visible(drawing):
        if shape.get("style"):
            return mm_of_css(_css(shape).get("width"))
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
        yield from (DrawnLine("shape", None, None) for each in widths if each is None or each > _SHORTEST_MM)
        return
    is_line = any(_is_line(shape) for shape in shapes) or (
        height is not None and height <= _FLAT_MM and not any(True for _ in text_boxes(anchor))
    )
    if is_line and width is not None and width >= _SHORTEST_MM and (height or 0) <= 3 * _FLAT_MM:
        dashed = any(dash.get("val", "") not in _SOLID for dash in anchor.iter(A + "prstDash"))
        yield DrawnLine("shape", width, None if left is None else left + width / 2, dashed, anchor)


def _is_line(shape: Element) -> bool:
    if shape.find(WPS + "txbx") is not None:
        return False
    return any(geometry.get("prst") in _LINE_SHAPES for geometry in shape.iter(A + "prstGeom"))


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


def _vml_lines(element: Element, container: Container) -> Iterator[DrawnLine]:
    for shape in visible(element):
        css = _css(shape)
        width: float | None = None
        left = _vml_left_mm(css, container)
        if shape.tag == V + "line":
            ends = [mm_of_css(shape.get(end, "").split(",")[0]) for end in ("from", "to")]
            if None not in ends:
                width = abs((ends[1] or 0) - (ends[0] or 0))
                if container.x_mm is not None and "left" not in css:
                    left = container.x_mm + min(ends[0] or 0, ends[1] or 0)
            if _in_group(shape):
                width = left = None
            yield DrawnLine("shape", width, _centre(left, width), _vml_dashed(shape))
        elif shape.tag in (V + "shape", V + "rect") and shape.find(V + "textbox") is None:
            if shape.get(O + "hr") == "t":
                yield DrawnLine("shape", None, None)
                continue
            width, height = mm_of_css(css.get("width")), mm_of_css(css.get("height"))
            if width is not None and width >= _SHORTEST_MM and height is not None and abs(height) <= _FLAT_MM:
                if _in_group(shape):
                    width = left = None
                yield DrawnLine("shape", width, _centre(left, width), _vml_dashed(shape))


def _in_group(shape: Element) -> bool:
    return any(ancestor.tag == V + "group" for ancestor in shape.iterancestors())


def _centre(left: float | None, width: float | None) -> float | None:
    return None if left is None or width is None else left + width / 2


def _vml_dashed(shape: Element) -> bool:
    return any(stroke.get("dashstyle", "") not in _SOLID for stroke in shape.iterfind(V + "stroke"))


def _vml_left_mm(css: dict[str, str], container: Container) -> float | None:
    relative = css.get("mso-position-horizontal-relative", "text")
    shift = mm_of_css(css.get("margin-left") or css.get("left"))
    if (
        css.get("position") != "absolute"
        or shift is None
        or css.get("mso-position-horizontal", "absolute") != "absolute"
    ):
        return None
    if relative == "margin":
        return shift
    return container.x_mm + shift if relative == "text" and container.x_mm is not None else None


def _css(shape: Element) -> dict[str, str]:
    pairs = (item.split(":", 1) for item in shape.get("style", "").split(";") if ":" in item)
    return {name.strip().lower(): value.strip() for name, value in pairs}


def _emu_mm(text: str | None) -> float | None:
    emu = whole(text)
    return None if emu is None else emu / EMU_PER_MM
