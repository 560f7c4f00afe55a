"""Lines and places of drawings in the older language of shapes, VML."""

from __future__ import annotations

from collections.abc import Iterator

from kh_docs.word.document import Container, DrawnLine
from kh_docs.word.lengths import mm_of_css
from kh_docs.word.shapes import FLAT_MM, SHORTEST_MM, SOLID, centre, visible
from kh_docs.word.xml import Element, O, V


def vml_lines(element: Element, container: Container) -> Iterator[DrawnLine]:
    for shape in visible(element):
        css = style_of(shape)
        width: float | None = None
        left = vml_left_mm(css, container)
        if shape.tag == V + "line":
            ends = [mm_of_css(shape.get(end, "").split(",")[0]) for end in ("from", "to")]
            if None not in ends:
                width = abs((ends[1] or 0) - (ends[0] or 0))
                if container.x_mm is not None and "left" not in css:
                    left = container.x_mm + min(ends[0] or 0, ends[1] or 0)
            if _in_group(shape):
                width = left = None
            yield DrawnLine("shape", width, centre(left, width), _vml_dashed(shape))
        elif shape.tag in (V + "shape", V + "rect") and shape.find(V + "textbox") is None:
            if shape.get(O + "hr") == "t":
                yield DrawnLine("shape", None, None)
                continue
            width, height = mm_of_css(css.get("width")), mm_of_css(css.get("height"))
            if width is not None and width >= SHORTEST_MM and height is not None and abs(height) <= FLAT_MM:
                if _in_group(shape):
                    width = left = None
                yield DrawnLine("shape", width, centre(left, width), _vml_dashed(shape))


def _in_group(shape: Element) -> bool:
    return any(ancestor.tag == V + "group" for ancestor in shape.iterancestors())


def _vml_dashed(shape: Element) -> bool:
    return any(stroke.get("dashstyle", "") not in SOLID for stroke in shape.iterfind(V + "stroke"))


def vml_left_mm(css: dict[str, str], container: Container) -> float | None:
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


def style_of(shape: Element) -> dict[str, str]:
    pairs = (item.split(":", 1) for item in shape.get("style", "").split(";") if ":" in item)
    return {name.strip().lower(): value.strip() for name, value in pairs}
